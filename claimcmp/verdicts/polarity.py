"""Whether one claim affirms the very thing the other denies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.affirmation import read_negatives
from claimcmp.facets.falsehood import find_falsehoods, load_falsehoods
from claimcmp.facets.lexicon import load_lexicon
from claimcmp.facets.negator_words import is_opener, load_negators
from claimcmp.facets.phrases import read_words
from claimcmp.languages import load_tables
from claimcmp.records import Certainty, Claim, Difference, Facet, FacetName, Modality, Polarity, Relation, Sense, Span
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.tokens import Token, tokenize
from claimcmp.text.words import TAKE_PLACE, Word, covers, load_stemmer

_CLAUSE_MARKS = frozenset('.;:،,؛!?؟\n()[]«»“”„"')
"""A negation reaches to the end of its clause at most (Morante and Daelemans 2012, scope annotation)."""

_SHORTEST_NAME = 3
"""Letters up to which a word tells nothing of how a text writes its words."""

_MOST_NAMES = 0.5
"""Share of the longer words that may be names; a headline with more capitals writes all words so."""

_OPENING_MARKS = frozenset('«“„"')
_COMMAS = frozenset(",،")
_QUOTATION_MARKS = _OPENING_MARKS | frozenset("»”")


@attrs.frozen
class Denial:
    """A negation and the content words in its scope, the denied head first; nothing in its ``reach`` is affirmed, and ``is_of_nobody`` tells that it is what nobody did."""

    cue: Span
    words: tuple[Word, ...]
    reach: Span | None = None
    is_of_nobody: bool = False

    @property
    def head(self) -> Word:
        """The word that is denied: the first of the scope, or the next after a verb that only says that something takes place."""
        return self.words[1] if self.words[0].key == TAKE_PLACE and len(self.words) > 1 else self.words[0]


def read_denials(claim: Claim, words: tuple[Word, ...], settings: Settings) -> tuple[Denial, ...]:
    """The negations of a claim with what they deny; a claim reported as denied is one as a whole.

    Where the verb comes last, what is denied stands before the negation, and the verb itself is the head.
    """
    tokens = tokenize(claim.text, claim.span.start)
    cues = [f.span for f in claim.facets if isinstance(f, Polarity) and f.negated and claim.span.start <= f.span.start < claim.span.end]
    cues = [cue for cue in cues if not _is_mentioned(tokens, cue)]
    ends = sorted([t.start for t in tokens if t.text in _CLAUSE_MARKS] + [cue.start for cue in cues])
    false = _find_called_false(claim, settings)
    longest = settings.max_denial_words
    denials = []
    for cue in cues:
        if cue in false:
            scope = tuple(w for w in words if covers(false[cue][0], w.span))
            denials.append(Denial(cue, scope[:longest], false[cue][1]))
            continue
        reach, is_verb = _find_reach(claim, cue, ends, tokens, settings)
        scope, is_of_nobody = tuple(w for w in words if covers(reach, w.span)), False
        if reach.start < cue.start:
            scope = scope[::-1]
        else:
            scope, is_of_nobody = _leave_out_nobody(claim, cue, scope, settings)
            scope = (*_find_verb_between(cue, tokens, words, settings, claim.language), *scope)
        scope = _leave_out_empty(claim, scope, settings)
        denials.append(Denial(cue, scope[:longest], reach if is_verb else None, is_of_nobody))
    if not denials and claim.attribution.sense is Sense.DENIES and words:
        denials.append(Denial(claim.attribution.cue_span or claim.span, words[:longest]))
    return tuple(denial for denial in denials if denial.words)


def _find_verb_between(
    cue: Span, tokens: tuple[Token, ...], words: tuple[Word, ...], settings: Settings, language: str
) -> tuple[Word, ...]:
    """The verb that stands between the two parts of a negation: «ne | signera | pas»."""
    before = [token for token in tokens if token.end <= cue.start][-2:]
    if not before or not is_opener(before[0].folded, load_negators(language, settings.language_files)):
        return ()
    return tuple(word for word in words if len(before) > 1 and word.span == before[1].span)


def _leave_out_empty(claim: Claim, scope: tuple[Word, ...], settings: Settings) -> tuple[Word, ...]:
    """What is denied without articles, prepositions and the like, in a language whose words are not sifted before; the scope as it is where it has nothing else."""
    if load_stemmer(claim.language, settings.language_files).function_words:
        return scope
    negators = load_negators(claim.language, settings.language_files)
    told = {word.span: fold(claim.text[word.span.start - claim.span.start : word.span.end - claim.span.start]) for word in scope}
    return tuple(word for word in scope if told[word.span] not in negators.empty) or scope


def _find_reach(claim: Claim, cue: Span, ends: Sequence[int], tokens: tuple[Token, ...], settings: Settings) -> tuple[Span, bool]:
    """What a negation may deny in its clause, and whether it is a verb of denying, which is not denied itself."""
    cue_text = claim.text[cue.start - claim.span.start : cue.end - claim.span.start]
    is_verb = fold(cue_text) in load_denials(claim.language, settings.language_files)
    if load_negators(claim.language, settings.language_files).is_before:
        begin = max((mark for mark in ends if mark < cue.start), default=claim.span.start)
        return Span(start=begin, end=cue.start if is_verb else cue.end), is_verb
    is_behind_mark = _follows(tokens, cue, _OPENING_MARKS) or (is_verb and _follows(tokens, cue, _COMMAS))
    opening = next((t.end for t in tokens if t.start >= cue.end), cue.end) if is_behind_mark else cue.end
    end = next((mark for mark in ends if mark >= opening), claim.span.end)
    is_act = any(removal.cue == cue for removal in read_negatives(claim, settings).removals)
    return Span(start=cue.end if is_verb or is_act else cue.start, end=end), is_verb


def _leave_out_nobody(claim: Claim, cue: Span, scope: tuple[Word, ...], settings: Settings) -> tuple[tuple[Word, ...], bool]:
    """What is denied without the noun that stands for anybody, and whether a negation begins such a phrase: "no group has claimed it", "nobody has"."""
    tokens = [token for token in tokenize(claim.text, claim.span.start) if token.start >= cue.start]
    for phrase in load_nobody(claim.language, settings.language_files):
        if [token.folded for token in tokens[: len(phrase)]] == phrase:
            return tuple(word for word in scope if word.span.start >= tokens[len(phrase) - 1].end), True
    return scope, False


@lru_cache(maxsize=512)
def _find_called_false(claim: Claim, settings: Settings) -> Mapping[Span, tuple[Span, Span]]:
    """The words of a claim that call a report false, each with what the report is about and with all from the one to the other."""
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    found = find_falsehoods(words, load_falsehoods(claim.language, settings.language_files))
    return {cue: (scope, whole) for cue, scope, whole in (each.read_spans(words) for each in found)}


def _is_mentioned(tokens: tuple[Token, ...], cue: Span) -> bool:
    """Whether a negation stands alone in quotation marks, named rather than used: the lone "no" vote."""
    before = next((t.text for t in reversed(tokens) if t.end <= cue.start), "")
    after = next((t.text for t in tokens if t.start >= cue.end), "")
    return before in _QUOTATION_MARKS and after in _QUOTATION_MARKS


def _follows(tokens: tuple[Token, ...], cue: Span, marks: frozenset[str]) -> bool:
    """Whether a mark stands right behind a negation, before what it denies: "will not “discuss” it", «отрицает, что …»."""
    return next((t.text in marks for t in tokens if t.start >= cue.end), False)


@cache
def load_denials(language: str, extra: tuple[Path, ...] = ()) -> frozenset[str]:
    """Folded verbs of denying, what follows which is denied to the end of the clause."""
    return frozenset(map(fold, load_tables(language, extra).get("polarity", {}).get("denials", ())))


@cache
def load_phrase_negators(language: str, extra: tuple[Path, ...] = ()) -> frozenset[str]:
    """Folded words that deny a noun or adjective only, from the table ``polarity`` of the language."""
    return frozenset(map(fold, load_tables(language, extra).get("polarity", {}).get("phrase_negators", ())))


@cache
def load_nobody(language: str, extra: tuple[Path, ...] = ()) -> tuple[list[str], ...]:
    """Folded phrases that begin with a negation and stand for nobody ("nobody", "no group"), as lists of words, the longest first."""
    phrases = load_tables(language, extra).get("polarity", {}).get("nobody", ())
    return tuple(sorted(([token.folded for token in tokenize(phrase)] for phrase in phrases), key=len, reverse=True))


def compare_denials(left: Claim, right: Claim, words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings) -> Difference | None:
    """A conflicting ``polarity`` difference if one side affirms what the other denies, else None.

    The same predicate must be shared: the word denied, which is no name,
    number, date or place, and another of the negation's scope (of the claim,
    when the scope holds only one) stand close together and un-negated on the
    other side, and so do at least ``min_denial_cover`` of the words in the scope. A negation elsewhere in a longer claim is none;
    nor is one whose words the denying side itself affirms beside it, nor what the other side only plans, demands or holds possible, unless
    the denial does too.
    """
    words = _mark_names(left, words[0], settings), _mark_names(right, words[1], settings)
    denials = read_denials(left, words[0], settings), read_denials(right, words[1], settings)
    if _share_head(denials):
        return None
    by_left = _leave_out_unreal(right, left, _find_affirmed(denials[0], words[0], words[1], denials[1], settings))
    by_right = _leave_out_unreal(left, right, _find_affirmed(denials[1], words[1], words[0], denials[0], settings))
    if by_left is not None and by_right is None:
        return tell_denial(*by_left, is_left=True)
    if by_right is not None and by_left is None:
        return tell_denial(*by_right, is_left=False)
    return None


def _mark_names(claim: Claim, words: tuple[Word, ...], settings: Settings) -> tuple[Word, ...]:
    """The words, with those written with a capital inside a sentence told as typed: no name is denied or affirmed.

    Headlines in capitals, and languages that write all nouns so or have no capitals, tell no names.
    """
    tokens = [token for token in tokenize(claim.text, claim.span.start) if token.is_word and len(token.text) > _SHORTEST_NAME]
    capitals = {token.start for token in tokens[1:] if token.text[0].isupper()}
    has_nouns = load_lexicon(claim.language, settings.language_files).options.get("capital_nouns")
    if has_nouns or len(capitals) > _MOST_NAMES * len(tokens):
        return words
    return tuple(attrs.evolve(word, is_typed=True) if word.span.start in capitals else word for word in words)


def tell_denial(denied: Facet | Span, affirmed: Facet | Span, *, is_left: bool) -> Difference:
    """The conflicting ``polarity`` difference that one side, the left or the right, denies what the other affirms."""
    left, right = (denied, affirmed) if is_left else (affirmed, denied)
    note = f"{'left' if is_left else 'right'} denies what {'right' if is_left else 'left'} affirms"
    return Difference(facet=FacetName.POLARITY, relation=Relation.CONFLICTING, left=left, right=right, note=note)


def find_half_denial(left: Claim, right: Claim, words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings) -> Difference | None:
    """A ``polarity`` difference where a word that one side denies stands un-negated on the other, whatever else they say."""
    denials = read_denials(left, words[0], settings), read_denials(right, words[1], settings)
    if _share_head(denials):
        return None
    for side in (0, 1):
        affirmed = _affirmed(words[1 - side], denials[1 - side])
        for denial in denials[side]:
            if (found := _find_word(denial.head, affirmed)) is not None:
                return tell_denial(_hull([denial.cue, denial.head.span]), found[1].span, is_left=side == 0)
    return None


def find_instance(left: Claim, right: Claim, words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings) -> Difference | None:
    """A ``polarity`` difference where nobody did on one side what somebody did on the other ("nobody was held", "two men were held"), whatever else they say; None where each side denies so."""
    denials = read_denials(left, words[0], settings), read_denials(right, words[1], settings)
    names = ("left", "right")
    if _share_head(denials):
        return None
    instances: dict[int, Difference] = {}
    for side in (0, 1):
        affirmed = _affirmed(words[1 - side], denials[1 - side])
        for denial in denials[side] if not is_less_real((left, right)[1 - side], (left, right)[side]) else ():
            found = _find_word(denial.head, affirmed) if denial.is_of_nobody else None
            if found is not None and not found[1].is_typed:
                spans = (_hull([denial.cue, denial.head.span]), found[1].span)
                note = f"nobody on the {names[side]}, somebody on the {names[1 - side]}"
                instances.setdefault(side, _difference(spans[side], spans[1 - side], note))
    return next(iter(instances.values())) if len(instances) == 1 else None


def deny_alike(left: Claim, right: Claim, words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings) -> bool:
    """Whether both sides deny one and the same word."""
    return _share_head((read_denials(left, words[0], settings), read_denials(right, words[1], settings)))


def _difference(left: Span, right: Span, note: str) -> Difference:
    return Difference(facet=FacetName.POLARITY, relation=Relation.CONFLICTING, left=left, right=right, note=note)


def is_less_real(claim: Claim, than: Claim) -> bool:
    """Whether a claim is only planned, demanded or held possible, and the other is not."""
    grades = [{f.certainty for f in c.facets if isinstance(f, Modality)} - {Certainty.DONE} for c in (claim, than)]
    return bool(grades[0]) and not grades[1]


def _leave_out_unreal(affirming: Claim, denying: Claim, found: tuple[Span, Span] | None) -> tuple[Span, Span] | None:
    """What was found, the denial and the affirmation, unless the latter is only planned, demanded or held possible and the denial is not; a conjunct that stands alone is told by its own words."""
    if found is None or not is_less_real(affirming, denying):
        return found
    part = next((part for part in affirming.parts if covers(part, found[1])), None)
    is_done = part is not None and not any(isinstance(f, Modality) and covers(part, f.span) for f in affirming.facets)
    return found if is_done else None


def _find_affirmed(
    denials: tuple[Denial, ...], own: tuple[Word, ...], other: tuple[Word, ...], other_denials: tuple[Denial, ...], settings: Settings
) -> tuple[Span, Span] | None:
    """Spans of the first denied phrase that the other side affirms, and of the affirmation."""
    affirmed, affirmed_too = _affirmed(other, other_denials), _affirmed(own, denials)
    for denial in denials:
        found = [(w, near) for w in denial.words if (near := _find_word(w, affirmed)) is not None]
        head = _find_word(denial.head, affirmed)
        if all(_find_word(w, affirmed_too) is not None for w, _ in found):
            continue
        least = settings.min_denial_cover if denial.reach is None else settings.min_containment
        if head is None or head[1].is_typed or len(found) < least * len(denial.words):
            continue
        close = [(w, near) for w, near in found if abs(near[0] - head[0]) <= settings.max_denial_words]
        if len(close) >= 2 or (len(denial.words) == 1 and _share_rest(denial, own, other, settings)):
            return _hull([denial.cue, *(w.span for w, _ in close)]), _hull([near[1].span for _, near in close])
    return None


def _affirmed(words: tuple[Word, ...], denials: tuple[Denial, ...]) -> list[tuple[int, Word]]:
    denied = {word.span for denial in denials for word in denial.words}
    reached = [denial.reach for denial in denials if denial.reach is not None]
    return [
        (place, word)
        for place, word in enumerate(words)
        if word.span not in denied and not any(covers(reach, word.span) for reach in reached)
    ]


def _find_word(word: Word, places: list[tuple[int, Word]]) -> tuple[int, Word] | None:
    return next(((place, other) for place, other in places if other.key == word.key), None)


def _share_rest(denial: Denial, own: tuple[Word, ...], other: tuple[Word, ...], settings: Settings) -> bool:
    """Whether the two claims also share what stands around a denied predicate of one word."""
    denied = {w.key for w in denial.words}
    rests = [{w.key for w in words} - denied for words in (own, other)]
    return len(rests[0] & rests[1]) >= settings.min_denial_cover * min(map(len, rests))


def _hull(spans: list[Span]) -> Span:
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


def _share_head(denials: tuple[tuple[Denial, ...], tuple[Denial, ...]]) -> bool:
    left, right = ({key for denial in own for key in _list_heads(denial)} for own in denials)
    return not left.isdisjoint(right)


def _list_heads(denial: Denial) -> tuple[str, ...]:
    """The word that is denied; of a report called false, or of what a verb denies, each of the first words may be that one."""
    return (denial.head.key,) if denial.reach is None else tuple(word.key for word in denial.words)
