"""What a bare statement gives as said or denied by somebody: "the ministry denied the commander's death"."""

from __future__ import annotations

from functools import lru_cache

import attrs

from claimcmp.extract import attribute_article
from claimcmp.facets.affirmation import read_negatives
from claimcmp.records import Article, Claim, Difference, Pair, Polarity, Sense, Span
from claimcmp.settings import Settings
from claimcmp.text.words import Word, covers, read_words
from claimcmp.verdicts.overlap import Overlap
from claimcmp.verdicts.polarity import is_less_real, read_denials, tell_denial

_AFFIRMING = frozenset({Sense.ASSERTS, Sense.ACCUSES})

_MIN_SHARED = 2
"""Content words of what is denied that the other side must have: one word alone is a topic."""


@attrs.frozen
class Stated:
    """What a statement reports: where the words stand that are somebody's, where the word stands that tells so, and its sense.

    ``has_source`` says that the content may hold who says so as well.
    """

    content: Span
    cue: Span | None
    sense: Sense
    has_source: bool = False


@lru_cache(maxsize=4096)
def read_stated(claim: Claim, settings: Settings) -> Stated | None:
    """The one thing that a bare statement reports as said or denied; None where it reports none, or several.

    Examples
    --------
    >>> text = "The ministry denied the commander's death"
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> stated = read_stated(claim, Settings())
    >>> str(stated.sense), text[stated.content.start : stated.content.end]
    ('denies', "the commander's death")
    """
    told = [
        each
        for each in attribute_article(Article(text=claim.text, language=claim.language), settings)
        if each.attribution.speaker is not None
    ]
    if not told:
        return _read_denial(claim, settings)
    if len(told) > 1:
        return None
    at, attribution = claim.span.start, told[0].attribution
    return Stated(_move(told[0].span, at), attribution.cue_span and _move(attribution.cue_span, at), attribution.sense)


def write_turned(pair: Pair, settings: Settings) -> tuple[str, str] | None:
    """The texts of two bare statements of which one reports a denial and the other negates once, without that negation; None for others.

    A model takes the two ways of saying no for a contradiction; what it says of these texts holds of the pair the other way round.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> sides = [read_statement(t, None, Settings()) for t in ("The mayor denies the theft", "The mayor did not steal")]
    >>> write_turned(Pair(left=sides[0], right=sides[1], score=1.0), Settings())
    ('The mayor denies the theft', 'The mayor did steal')
    """
    texts = pair.left.text, pair.right.text
    for denying, other, side in ((pair.left, pair.right, 1), (pair.right, pair.left, 0)):
        denied, said, negatives = read_stated(denying, settings), read_stated(other, settings), read_negatives(other, settings)
        is_denial = denied is not None and denied.sense is Sense.DENIES and not _is_negated(denying, denied, settings)
        is_one = len(negatives.removals) == 1 and not negatives.loose and (said is None or said.sense in _AFFIRMING)
        if is_denial and is_one:
            without = negatives.removals[0].text
            return (texts[0], without) if side else (without, texts[1])
    return None


def _read_denial(claim: Claim, settings: Settings) -> Stated | None:
    """What the one verb of denying in a statement denies, or what it calls false, where who says so is not told apart from it."""
    denials = [denial for denial in read_denials(claim, read_words(claim, settings), settings) if denial.reach is not None]
    if len(denials) != 1:
        return None
    spans = [word.span for word in denials[0].words]
    return Stated(Span(start=min(s.start for s in spans), end=max(s.end for s in spans)), denials[0].cue, Sense.DENIES, has_source=True)


def _move(span: Span, offset: int) -> Span:
    return Span(start=span.start + offset, end=span.end + offset)


def find_denied_report(pair: Pair, overlap: Overlap, settings: Settings) -> Difference | None:
    """A conflicting ``polarity`` difference where one bare statement reports as denied what the other says; None otherwise.

    Most of what is denied must stand on the other side (``min_containment``, two words at least; or it is all that
    either reports), where nothing is negated, planned or doubted.
    """
    for is_left in (True, False):
        sides = (pair.left, pair.right) if is_left else (pair.right, pair.left)
        words = (overlap.left_words, overlap.right_words) if is_left else (overlap.right_words, overlap.left_words)
        spans = _find_denied(sides, words, settings)
        if spans is not None:
            return tell_denial(*spans, is_left=is_left)
    return None


def _find_denied(
    sides: tuple[Claim, Claim], words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings
) -> tuple[Span, Span] | None:
    """Where what the first side reports as denied stands, and what the second says of it."""
    denying, other = sides
    denied = read_stated(denying, settings)
    if denied is None or denied.sense is not Sense.DENIES or _is_negated(denying, denied, settings):
        return None
    said = read_stated(other, settings)
    if (said is not None and said.sense not in _AFFIRMING) or _is_negated(other, said, settings) or is_less_real(other, denying):
        return None
    scope = other.span if said is None or denied.has_source else said.content
    contents = tuple(w for w in words[0] if covers(denied.content, w.span)), tuple(w for w in words[1] if covers(scope, w.span))
    known = {word.key for word in contents[1]}
    shared = sum(word.key in known for word in contents[0])
    is_all = said is not None and len(contents[1]) == len(contents[0]) == 1
    is_enough = shared >= settings.min_containment * len(contents[0]) and (shared >= _MIN_SHARED or (is_all and shared == 1))
    return (denied.content, scope) if is_enough else None


def _is_negated(claim: Claim, stated: Stated | None, settings: Settings) -> bool:
    """Whether a claim negates anything beside the word by which it reports, or has a word that denies by itself ("refuses")."""
    cue = None if stated is None else stated.cue
    spans = [f.span for f in claim.facets if isinstance(f, Polarity) and f.negated]
    return any(cue is None or not covers(cue, span) for span in spans) or bool(read_negatives(claim, settings).removals)
