"""What no rule has read: the claims of a sentence cover its main content.

The rules of each word order say what is reported. Where they leave out a
stretch as long as a clause, or take a word or two in quotation marks for all
that was said, the sentence is kept whole as well: what a report says is then
never lost, at worst it is told twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import with_narrated
from claimcmp.extract.raw import Mention, RawClaim
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

MIN_LOST_WORDS = 6
"""Words in a row that no claim, cue or source holds: more than an adverbial, so a clause."""

MIN_LOST_LEAD_WORDS = 9
"""The same before the first of them, where the day, the place and the occasion of the speech stand."""

MIN_INFIX_WORDS = 3
"""Words after an attribution inside a clause that belong to that clause still."""

MAX_SCRAP_WORDS = 3
"""A quotation of so few words is a name, a title or a word quoted in passing."""

MAX_SCRAP_GAP = 4
"""Tokens between a reporting word and what it reports: whom it was told, and a mark."""


def complete_claims(sentence: Sentence, claims: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims of a sentence, completed where they leave out much of it; never none.

    An attribution inside a clause does not end its content; words quoted in
    passing are no claim of their own; and a clause that is in no claim is told
    by a claim of the outlet that spans the sentence.
    """
    if not claims:
        return [RawClaim(content=_whole(sentence))]
    widened = [_widen(sentence, claim) for claim in claims] if len(claims) == 1 else list(claims)
    if not _loses_clause(sentence, widened):
        return widened
    own = next((i for i, claim in enumerate(widened) if claim.is_narrated), None)
    if own is None:
        return with_narrated(widened, [_whole(sentence)])
    return [attrs.evolve(claim, content=_whole(sentence)) if i == own else claim for i, claim in enumerate(widened)]


def _whole(sentence: Sentence) -> Span:
    return sentence.cover(0, sentence.end) if sentence.end else sentence.span


def _widen(sentence: Sentence, claim: RawClaim) -> RawClaim:
    """The only claim of a sentence, spanning it all if it is a scrap or is cut at an attribution inside it."""
    return attrs.evolve(claim, content=_whole(sentence)) if _is_scrap(sentence, claim) or _is_cut(sentence, claim) else claim


def _is_scrap(sentence: Sentence, claim: RawClaim) -> bool:
    """A few quoted words, apart from the word that reports them («…, he said, are on a mission of "…"»)."""
    first, last = _find_tokens(sentence, claim.content)
    if claim.cue is None or first >= sentence.end or not sentence.is_open(first) or sentence.quote_end(first) < last:
        return False
    if first and (sentence.match("complementisers", first - 1) or sentence.tokens[first - 1].text in sentence.lexicon.sets["colons"]):
        return False
    before = sum(token.is_word for token in sentence.tokens[claim.cue.after : first])
    return sum(token.is_word for token in sentence.tokens[first:last]) <= MAX_SCRAP_WORDS and before > MAX_SCRAP_GAP


def _is_cut(sentence: Sentence, claim: RawClaim) -> bool:
    """A content that goes on without a comma behind the attribution that stands in it ("The man was, police say, seen twice")."""
    first, last = _find_tokens(sentence, claim.content)
    if claim.cue is None or claim.is_direct or first > 1 or claim.cue.first < last or claim.cue.first > last + 1:
        return False
    ends = [claim.cue.span.end, *(source.span.end for source in _sources(claim))]
    after = next((i for i, token in enumerate(sentence.tokens) if token.start >= max(ends)), sentence.end)
    words = sum(token.is_word for token in sentence.tokens[after : sentence.end])
    return words >= MIN_INFIX_WORDS and sentence.quote_at[last - 1] < 0 and not sentence.is_comma(last)


def _loses_clause(sentence: Sentence, claims: Sequence[RawClaim]) -> bool:
    """Whether words as long as a clause stand before or behind all that the claims, their cues and their sources take."""
    taken = [span for claim in claims for span in _find_spans(sentence, claim)]
    firsts, lasts = zip(*(_find_tokens(sentence, span) for span in taken), strict=True)
    first, last = min(firsts), max(lasts)
    behind = sum(token.is_word for token in sentence.tokens[last : sentence.end]) if _goes_on(sentence, claims, last) else 0
    before = sum(token.is_word for token in sentence.tokens[:first])
    has_clause = any(sentence.is_comma(i) for i in range(1, first))
    return behind >= MIN_LOST_WORDS or (before >= MIN_LOST_LEAD_WORDS and has_clause)


def _goes_on(sentence: Sentence, claims: Sequence[RawClaim], last: int) -> bool:
    """Whether what stands from token ``last`` on tells something: what follows a source says who it is, and a cue, when it was said."""
    ends = sentence.tokens[last - 1].end
    if any(claim.content.end >= ends for claim in claims):
        return True
    return sentence.is_comma(last) and not any(source.span.end >= ends for claim in claims for source in _sources(claim))


def _find_spans(sentence: Sentence, claim: RawClaim) -> list[Span]:
    spans = [claim.content, *(source.span for source in _sources(claim))]
    spans += [claim.cue.span] if claim.cue else []
    return [span for span in spans if sentence.span.start <= span.start and span.end <= sentence.span.end]


def _sources(claim: RawClaim) -> list[Mention]:
    return [*([claim.speaker] if claim.speaker else []), *claim.via]


def _find_tokens(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The tokens ``first:last`` that a span covers."""
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.end)
    last = bisect_left(sentence.tokens, span.end, key=lambda token: token.start)
    return (first, last) if first < last else (0, 0)
