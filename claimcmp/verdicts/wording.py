"""How two claims word the same point: quotations and the words that remain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from claimcmp.records import Claim, Difference, FacetName, Quotation, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import Word, covers
from claimcmp.verdicts.overlap import Overlap


def compare_quotations(left: Claim, right: Claim, overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """The ``quotation`` differences: the same words, other boundaries, or quoted on one side only.

    A quotation is ``same`` when its folded words are the other side's,
    ``compatible`` when at least ``min_quote_overlap`` of its content words are
    (other boundaries or another translation), and ``left_only`` or
    ``right_only`` when the other side gives the content without marks.
    """
    ours, theirs = _quotations(left), _quotations(right)
    if ours and theirs:
        return _compare_quoted(ours, theirs, overlap, settings)
    if not ours and not theirs:
        return ()
    relation = Relation.LEFT_ONLY if ours else Relation.RIGHT_ONLY
    span = (ours or theirs)[0].span
    return (
        Difference(
            facet=FacetName.QUOTATION,
            relation=relation,
            left=span if ours else None,
            right=span if theirs else None,
            note="quoted on one side only",
        ),
    )


def compare_wording(left: Claim, right: Claim, overlap: Overlap) -> tuple[Difference, ...]:
    """The ``wording`` differences: runs of words that differ once spelling variants are folded.

    Only for two claims of one language. Words inside typed facets are left to
    those facets. Each difference has the differing run of either side; one
    that only one side has is ``left_only`` or ``right_only``. Never a conflict.
    """
    if left.language.split("-")[0] != right.language.split("-")[0]:
        return ()
    sides = tuple(_word_forms(claim, words) for claim, words in ((left, overlap.left_words), (right, overlap.right_words)))
    blocks = diff_blocks([form for _, form in sides[0]], [form for _, form in sides[1]])
    found = []
    for ours, theirs in blocks:
        spans = _hull(sides[0][ours[0] : ours[1]]), _hull(sides[1][theirs[0] : theirs[1]])
        relation = Relation.LEFT_ONLY if spans[1] is None else Relation.RIGHT_ONLY if spans[0] is None else Relation.COMPATIBLE
        if spans[0] is not None or spans[1] is not None:
            found.append(Difference(facet=FacetName.WORDING, relation=relation, left=spans[0], right=spans[1], note="other words"))
    return tuple(found)


def compare_content(overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """A ``predicate`` difference when one side says all the other says, and more."""
    if not overlap.is_comparable or overlap.containment < settings.min_containment:
        return ()
    extra_left = _untyped_extra(overlap.left_words, overlap.right_words)
    extra_right = _untyped_extra(overlap.right_words, overlap.left_words)
    if min(len(extra_left), len(extra_right)) > 1 or abs(len(extra_left) - len(extra_right)) < settings.min_added_words:
        return ()
    is_left = len(extra_left) > len(extra_right)
    span = _hull([(w.span, w.key) for w in (extra_left if is_left else extra_right)])
    relation = Relation.LEFT_ONLY if is_left else Relation.RIGHT_ONLY
    return (
        Difference(
            facet=FacetName.PREDICATE,
            relation=relation,
            left=span if is_left else None,
            right=None if is_left else span,
            note="one side says more",
        ),
    )


_Form = tuple[Span | None, str]
"""Where a word stands (None inside a typed facet) and the key it is compared by."""


def _word_forms(claim: Claim, words: tuple[Word, ...]) -> list[_Form]:
    known = {word.span: word for word in words}
    forms: list[_Form] = []
    for token in tokenize(claim.text, claim.span.start):
        word = known.get(token.span)
        if token.is_word:
            forms.append((None if word is not None and word.is_typed else token.span, word.key if word is not None else token.folded))
    return forms


def diff_blocks(left: list[str], right: list[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Runs that differ, as index ranges of either side; the same whichever side comes first."""
    if (len(left), left) > (len(right), right):
        return [(ours, theirs) for theirs, ours in diff_blocks(right, left)]
    blocks = []
    start = (0, 0)
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            blocks.append(((start[0], step.src_start), (start[1], step.dest_start)))
            start = step.src_end, step.dest_end
    blocks.append(((start[0], len(left)), (start[1], len(right))))
    return [(ours, theirs) for ours, theirs in blocks if ours[0] < ours[1] or theirs[0] < theirs[1]]


def _hull(forms: Sequence[_Form]) -> Span | None:
    spans = [span for span, _ in forms if span is not None]
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans)) if spans else None


def _untyped_extra(words: tuple[Word, ...], others: tuple[Word, ...]) -> list[Word]:
    there = {word.key for word in others}
    return [word for word in words if word.key not in there and not word.is_typed]


def _quotations(claim: Claim) -> list[Quotation]:
    return [facet for facet in claim.facets if isinstance(facet, Quotation)]


def _compare_quoted(ours: list[Quotation], theirs: list[Quotation], overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """One difference: the joined quotations of both sides, since one side may cut them in two."""
    left, right = _quoted_forms(ours, overlap.left_words), _quoted_forms(theirs, overlap.right_words)
    shared, smaller = (Counter(left) & Counter(right)).total(), min(len(left), len(right))
    if not smaller or shared < settings.min_quote_overlap * smaller:
        return ()
    is_same = [fold(q.text) for q in ours] == [fold(q.text) for q in theirs]
    relation, note = (
        (Relation.SAME, "the same words quoted") if is_same else (Relation.COMPATIBLE, "the same quotation, other words or boundaries")
    )
    return (Difference(facet=FacetName.QUOTATION, relation=relation, left=_around(ours), right=_around(theirs), note=note),)


def _quoted_forms(quotations: list[Quotation], words: tuple[Word, ...]) -> list[str]:
    return [word.key for word in words if any(covers(q.span, word.span) for q in quotations)]


def _around(quotations: list[Quotation]) -> Span:
    return Span(start=min(q.span.start for q in quotations), end=max(q.span.end for q in quotations))
