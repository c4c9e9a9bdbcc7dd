"""Denials of which the other side does not speak: whether there is one, and whether it stands in a clause of its own."""

from __future__ import annotations

from collections.abc import Iterable

from claimcmp.facets.negator_words import load_negators
from claimcmp.facets.negators import Negation, find_negations
from claimcmp.facets.phrases import read_words
from claimcmp.records import Claim, Difference, Polarity, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.words import Word, covers
from claimcmp.verdicts.polarity import load_phrase_negators, read_denials

_ONE_SIDED = (Relation.LEFT_ONLY, Relation.RIGHT_ONLY)

_LONGEST_BEGINNING = 3
"""Letters of a beginning that denies a word: "un-", "in-", «не-», "dis-" (Zimmer 1964, on affixal negation)."""

_SHORTEST_DENIED = 4
"""Letters of a word by which it is known again behind such a beginning."""


def find_lone_denials(
    differences: Iterable[Difference], claims: tuple[Claim, Claim], words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings
) -> tuple[tuple[int, Polarity], ...]:
    """The negations that deny an act of which the other side does not speak, each with its side: 0 for left, 1 for right.

    None are a word that denies a noun or adjective only ("without"), and one
    whose word the other side has with a negative beginning ("not clear", "unclear").
    """
    found = []
    for difference in differences:
        side = 0 if difference.relation is Relation.LEFT_ONLY else 1
        facet = (difference.left, difference.right)[side]
        if difference.relation not in _ONE_SIDED or not isinstance(facet, Polarity) or _is_phrase(facet, claims[side], settings):
            continue
        if not _is_said_inside(facet, claims[side], words[side], words[1 - side], settings):
            found.append((side, facet))
    return tuple(found)


def stands_apart(denial: Polarity, claim: Claim, words: tuple[tuple[Word, ...], tuple[Word, ...]], settings: Settings) -> bool:
    """Whether nothing that the other side says as well stands in the clause of a denial.

    Parameters
    ----------
    words
        The content words of the claim that denies, and those of the other.
    """
    read = read_words(claim.text, claim.language, settings, claim.span.start)
    negations = find_negations(read, load_negators(claim.language, settings.language_files))
    negation = next((n for n in negations if n.span(read) == denial.span), None)
    if negation is None:
        return False
    scope = _cover_clause(negation, [word.token.start for word in read], [word.token.end for word in read])
    others = {word.key for word in words[1]}
    return not any(word.key in others and covers(scope, word.span) for word in words[0])


def _cover_clause(negation: Negation, starts: list[int], ends: list[int]) -> Span:
    """From the first to the last word of a negation and of what it negates, which is nothing at the end of a claim."""
    words = [*range(negation.start, negation.end), *range(negation.first, min(negation.last, len(starts)))]
    return Span(start=starts[min(words)], end=ends[max(words)])


def _is_phrase(denial: Polarity, claim: Claim, settings: Settings) -> bool:
    return fold(denial.cue or "") in load_phrase_negators(claim.language, settings.language_files)


def _is_said_inside(denial: Polarity, claim: Claim, own: tuple[Word, ...], others: tuple[Word, ...], settings: Settings) -> bool:
    """Whether the other side has the word denied with a negative beginning."""
    heads = {read.head.key for read in read_denials(claim, own, settings) if read.cue == denial.span}
    return any(
        word.key.endswith(head) and 0 < len(word.key) - len(head) <= _LONGEST_BEGINNING
        for head in heads
        if len(head) >= _SHORTEST_DENIED and not head.startswith("=")
        for word in others
    )
