"""Whether one claim affirms the very thing the other denies."""

from __future__ import annotations

import attrs

from claimcmp.records import Claim, Difference, FacetName, Polarity, Relation, Sense, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.verdicts.words import Word

_CLAUSE_MARKS = frozenset(".;:،,؛!?؟\n")
"""A negation reaches to the end of its clause at most (Morante and Daelemans 2012, scope annotation)."""

_HEAD_WORDS = 3
"""The verb or noun denied stands within so many content words of the negation ("no one *immediately* claimed")."""


@attrs.frozen
class Denial:
    """A negation and the content words in its scope, the denied head first."""

    cue: Span
    words: tuple[Word, ...]

    @property
    def head(self) -> tuple[Word, ...]:
        """The denied predicate: the first words of the scope, without names, numbers, dates and places."""
        return tuple(word for word in self.words[:_HEAD_WORDS] if not word.is_typed)


def read_denials(claim: Claim, words: tuple[Word, ...], settings: Settings) -> tuple[Denial, ...]:
    """The negations of a claim with what they deny; a claim reported as denied is one as a whole."""
    marks = [t.start for t in tokenize(claim.text, claim.span.start) if t.text in _CLAUSE_MARKS]
    denials = []
    for facet in claim.facets:
        if isinstance(facet, Polarity) and facet.negated and claim.span.start <= facet.span.start < claim.span.end:
            end = next((mark for mark in marks if mark > facet.span.end), claim.span.end)
            scope = tuple(w for w in words if facet.span.start <= w.span.start < end)
            denials.append(Denial(facet.span, scope[: settings.max_denial_words]))
    if not denials and claim.attribution.sense is Sense.DENIES and words:
        denials.append(Denial(claim.attribution.cue_span or claim.span, words[: settings.max_denial_words]))
    return tuple(d for d in denials if d.words)


def compare_denials(left: Claim, right: Claim, words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings) -> Difference | None:
    """A conflicting ``polarity`` difference if one side affirms what the other denies, else None.

    The same predicate must be shared: two words of the negation's scope, one
    of them right after the negation and no name, number, date or place, stand
    un-negated on the other side, and so do at least ``min_denial_cover`` of
    all the words in the scope. A negation elsewhere in a longer claim is none.
    """
    left_denials = read_denials(left, words[0], settings)
    right_denials = read_denials(right, words[1], settings)
    by_left = _find_affirmed(left_denials, words[1], right_denials, settings)
    by_right = _find_affirmed(right_denials, words[0], left_denials, settings)
    if (by_left is None) == (by_right is None):
        return None
    spans = by_left if by_left is not None else by_right[::-1] if by_right is not None else (left.span, right.span)
    note = "left denies what right affirms" if by_left is not None else "right denies what left affirms"
    return Difference(facet=FacetName.POLARITY, relation=Relation.CONFLICTING, left=spans[0], right=spans[1], note=note)


def _find_affirmed(denials: tuple[Denial, ...], other: tuple[Word, ...], other_denials: tuple[Denial, ...], settings: Settings) -> tuple[Span, Span] | None:
    """Spans of the first denied phrase that the other side affirms, and of its head there."""
    denied_there = {word.span for denial in other_denials for word in denial.words}
    affirmed = {word.key: word for word in reversed(other) if word.span not in denied_there}
    if any(_shares_head(denial, other_denial) for denial in denials for other_denial in other_denials):
        return None
    for denial in denials:
        shared = [w for w in denial.words if w.key in affirmed]
        heads = [w for w in denial.head if w in shared]
        if heads and len(shared) >= max(2, settings.min_denial_cover * len(denial.words)):
            return Span(start=denial.cue.start, end=max(denial.cue.end, shared[-1].span.end)), affirmed[heads[0].key].span
    return None


def _shares_head(denial: Denial, other: Denial) -> bool:
    return bool({w.key for w in denial.head} & {w.key for w in other.head})
