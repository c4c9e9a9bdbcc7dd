"""Quote audit: how the quotations of two claims stand to each other, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

import attrs

from claimcmp.records import Claim, Difference, FacetName, Quotation, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import Token, tokenize
from claimcmp.text.words import Word, covers
from claimcmp.verdicts.overlap import Overlap
from claimcmp.verdicts.wording import diff_blocks


class QuoteRelation(StrEnum):
    """How a quotation stands to what the other side gives; the note of its difference."""

    SAME = "same words"
    ALTERED = "other words"
    BOUNDARIES = "other boundaries"
    PARAPHRASED = "paraphrased"
    TRANSLATED = "translated"
    ONLY_HERE = "only here"


CHANGED_WORDS = "other words in the quotation"
"""Note of the differences that hold the changed words of two quotations, as spans."""


def compare_quotations(left: Claim, right: Claim, overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """The ``quotation`` differences of two claims: one for the quotations as a whole, then one for each changed run of words.

    The first holds the quotations and a note (:class:`QuoteRelation`):
    ``same`` where the same words are quoted; ``compatible`` where other words
    or other boundaries are, or a translation; ``left_only`` or ``right_only``
    where the other side gives the content without marks, or not at all. Two
    quotations are held together when ``min_quote_overlap`` of the shorter
    one's content words are in the other. The others hold spans of the words.
    """
    ours, theirs = list_quotations(left), list_quotations(right)
    if not ours or not theirs:
        return _compare_lone(left, right, overlap, settings)
    sides = [_read_quoted(left, ours), _read_quoted(right, theirs)]
    if not overlap.is_same_language:
        return _compare_translated(sides, overlap)
    if _share(sides, overlap) < settings.min_quote_overlap:
        return ()
    blocks = _find_changes(sides)
    relation = relate_words(sides, blocks)
    whole = _differ(Relation.SAME if relation is QuoteRelation.SAME else Relation.COMPATIBLE, sides[0].facet, sides[1].facet, relation)
    changed = [_differ(_one_sided(*spans), *spans, CHANGED_WORDS) for spans in blocks]
    return (whole, *(changed if relation is QuoteRelation.ALTERED or len(ours) == len(theirs) else ()))


def list_quotations(claim: Claim) -> list[Quotation]:
    """The quotations of a claim, by position."""
    return [facet for facet in claim.facets if isinstance(facet, Quotation)]


@attrs.frozen
class _Quoted:
    """What one side quotes: from the first to the last quotation, and the words inside the marks."""

    facet: Quotation
    parts: tuple[Span, ...]
    words: tuple[Token, ...]
    n_claim_words: int

    @property
    def is_main(self) -> bool:
        """Whether at least half of the claim's words are quoted."""
        return 2 * len(self.words) >= self.n_claim_words


def _read_quoted(claim: Claim, quotations: Sequence[Quotation]) -> _Quoted:
    span = Span(start=min(q.span.start for q in quotations), end=max(q.span.end for q in quotations))
    text = claim.text[span.start - claim.span.start : span.end - claim.span.start]
    words = [token for token in tokenize(claim.text, claim.span.start) if token.is_word]
    parts = tuple(q.span for q in quotations)
    inside = tuple(word for word in words if any(covers(part, word.span) for part in parts))
    return _Quoted(Quotation(text=text, span=span), parts, inside, len(words))


def _compare_lone(left: Claim, right: Claim, overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """One side quotes: the other paraphrases, where it gives what is quoted, or leaves it out."""
    quotations = list_quotations(left) or list_quotations(right)
    if not quotations:
        return ()
    is_left = bool(list_quotations(left))
    side = _read_quoted(left if is_left else right, quotations)
    own, other = (overlap.left_words, overlap.right_words) if is_left else (overlap.right_words, overlap.left_words)
    keys = [word.key for word in own if any(covers(part, word.span) for part in side.parts)]
    shared = (Counter(keys) & Counter(word.key for word in other)).total()
    is_given = shared >= settings.min_paraphrase_overlap * len(keys) if overlap.is_same_language else side.is_main
    note = QuoteRelation.PARAPHRASED if is_given else QuoteRelation.ONLY_HERE
    relation = Relation.LEFT_ONLY if is_left else Relation.RIGHT_ONLY
    return (_differ(relation, side.facet if is_left else None, None if is_left else side.facet, note),)


def _compare_translated(sides: Sequence[_Quoted], overlap: Overlap) -> tuple[Difference, ...]:
    """Two languages: one quotation, where both claims are mostly quotation, or share words that mean the same."""
    keys = [Counter(_list_keys(side, words)) for side, words in zip(sides, (overlap.left_compared, overlap.right_compared), strict=True)]
    if not all(side.is_main for side in sides) and not keys[0] & keys[1]:
        return ()
    return (_differ(Relation.COMPATIBLE, sides[0].facet, sides[1].facet, QuoteRelation.TRANSLATED),)


def relate_words(sides: Sequence[_Quoted], blocks: Sequence[tuple[Span | None, Span | None]]) -> QuoteRelation:
    """The same words, other boundaries (nothing changed but where the marks stand), or other words."""
    if not blocks:
        return QuoteRelation.SAME if len(sides[0].parts) == len(sides[1].parts) else QuoteRelation.BOUNDARIES
    at_ends = all(
        None in spans and all(span is None or _is_at_end(span, side) for span, side in zip(spans, sides, strict=True)) for spans in blocks
    )
    return QuoteRelation.BOUNDARIES if at_ends else QuoteRelation.ALTERED


def _is_at_end(span: Span, side: _Quoted) -> bool:
    return span.start == side.words[0].start or span.end == side.words[-1].end


def _find_changes(sides: Sequence[_Quoted]) -> list[tuple[Span | None, Span | None]]:
    """The spans of the words that differ, side by side; None where a side has nothing in that place."""
    left, right = (side.words for side in sides)
    blocks = diff_blocks([word.folded for word in left], [word.folded for word in right])
    return [(_cover(left[slice(*ours)]), _cover(right[slice(*theirs)])) for ours, theirs in blocks]


def _cover(words: Sequence[Token]) -> Span | None:
    return Span(start=words[0].start, end=words[-1].end) if words else None


def _share(sides: Sequence[_Quoted], overlap: Overlap) -> float:
    """The share of the shorter quotation's content words that the other has; 0 where one has none."""
    keys = [Counter(_list_keys(side, words)) for side, words in zip(sides, (overlap.left_words, overlap.right_words), strict=True)]
    smaller = min(count.total() for count in keys)
    return (keys[0] & keys[1]).total() / smaller if smaller else 0.0


def _list_keys(side: _Quoted, words: Sequence[Word]) -> list[str]:
    return [word.key for word in words if any(covers(part, word.span) for part in side.parts)]


def _one_sided(left: Span | None, right: Span | None) -> Relation:
    return Relation.LEFT_ONLY if right is None else Relation.RIGHT_ONLY if left is None else Relation.COMPATIBLE


def _differ(relation: Relation, left: Quotation | Span | None, right: Quotation | Span | None, note: str) -> Difference:
    return Difference(facet=FacetName.QUOTATION, relation=relation, left=left, right=right, note=str(note))
