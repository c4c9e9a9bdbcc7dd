"""The quotations of a whole result, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimcmp.records import Claim, Difference, Facet, FacetName, Finding, Quotation, Span, Verdict
from claimcmp.verdicts.quotes import CHANGED_WORDS, QuoteRelation, list_quotations


@attrs.frozen(kw_only=True)
class QuotePair:
    """A quotation and what the other side gives; ``right`` is None where no other side was found.

    Parameters
    ----------
    left_span, right_span
        The quotation in its article; of a side that paraphrases, its whole claim.
    changes
        The words that differ, side by side; None where a side has nothing in that place.
    """

    relation: QuoteRelation
    left: Claim
    right: Claim | None = None
    left_span: Span
    right_span: Span | None = None
    changes: tuple[tuple[Span | None, Span | None], ...] = ()
    verdict: Verdict | None = None

    @property
    def left_text(self) -> str:
        """The words of the left side."""
        return cut_claim(self.left, self.left_span)

    @property
    def right_text(self) -> str:
        """The words of the right side; empty where there is none."""
        return "" if self.right is None else cut_claim(self.right, self.right_span)

    @property
    def changed_texts(self) -> tuple[tuple[str, str], ...]:
        """The words that differ, left and right; empty where a side has nothing in that place."""
        return tuple(
            (cut_claim(self.left, ours), "" if self.right is None else cut_claim(self.right, theirs)) for ours, theirs in self.changes
        )


def audit_quotations(findings: Sequence[Finding], claims: Sequence[Claim]) -> tuple[QuotePair, ...]:
    """The quotations of findings that agree or conflict, in their order; then those of ``claims`` that stand in none of them."""
    decided = [finding for finding in findings if finding.verdict in (Verdict.AGREEMENT, Verdict.CONFLICT)]
    pairs = [pair for finding in decided for pair in _audit_finding(finding)]
    seen = {claim.id for pair in pairs for claim in (pair.left, pair.right) if claim is not None}
    alone = [
        QuotePair(relation=QuoteRelation.ONLY_HERE, left=claim, left_span=quotation.span)
        for claim in claims
        if claim.id not in seen
        for quotation in list_quotations(claim)
    ]
    return (*pairs, *alone)


def cut_claim(claim: Claim, span: Span | None) -> str:
    """The words of a claim at a span of its article; empty where the span is not in the claim, as that of a speaker may be."""
    if span is None or span.start < claim.span.start:
        return ""
    return claim.text[span.start - claim.span.start : span.end - claim.span.start]


def _audit_finding(finding: Finding) -> Iterator[QuotePair]:
    quoted = [difference for difference in finding.differences if difference.facet is FacetName.QUOTATION]
    changes = tuple((_span(d.left), _span(d.right)) for d in quoted if d.note == CHANGED_WORDS)
    for difference in quoted:
        if _is_whole(difference) and difference.note != QuoteRelation.ONLY_HERE:
            yield QuotePair(
                relation=QuoteRelation(difference.note),
                left=finding.pair.left,
                right=finding.pair.right,
                left_span=_span(difference.left) or finding.pair.left.span,
                right_span=_span(difference.right) or finding.pair.right.span,
                changes=changes,
                verdict=finding.verdict,
            )


def _is_whole(difference: Difference) -> bool:
    """Whether a difference holds quotations as a whole, and tells how they stand to the other side."""
    is_whole = isinstance(difference.left, Quotation) or isinstance(difference.right, Quotation)
    return is_whole and difference.note in set(QuoteRelation)


def _span(value: Facet | Span | None) -> Span | None:
    return value if isinstance(value, Span) or value is None else value.span
