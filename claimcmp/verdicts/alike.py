"""Texts as a trained model is given them: a figure that is the same on both sides is written in the same way."""

from __future__ import annotations

from collections.abc import Iterable

from claimcmp.languages import is_same_language
from claimcmp.records import Claim, Difference, FacetName, Pair, Quantity, Relation, Span


def write_alike(pair: Pair, differences: Iterable[Difference]) -> tuple[str, str]:
    """The texts of a pair; where one side writes in words what the other writes in digits ("seven", "7"), it has the digits too.

    Between two languages nothing is changed. Swapping the pair swaps the texts.
    """
    left, right = pair.left, pair.right
    if not is_same_language(left.language, right.language):
        return left.text, right.text
    changes: tuple[dict[Span, str], dict[Span, str]] = ({}, {})
    for difference in differences:
        if difference.facet is not FacetName.NUMBER or difference.relation is not Relation.SAME:
            continue
        if isinstance(difference.left, Quantity) and isinstance(difference.right, Quantity):
            spans = difference.left.span, difference.right.span
            texts = _read(left, spans[0]), _read(right, spans[1])
            has_digits = [any(c.isdigit() for c in text) for text in texts]
            if all(texts) and has_digits[0] != has_digits[1]:
                side = 0 if has_digits[1] else 1
                changes[side][spans[side]] = texts[1 - side]
    return _rewrite(left, changes[0]), _rewrite(right, changes[1])


def _read(claim: Claim, span: Span) -> str:
    """The words of a claim at a span; empty outside it."""
    inside = claim.span.start <= span.start and span.end <= claim.span.end
    return claim.text[span.start - claim.span.start : span.end - claim.span.start] if inside else ""


def _rewrite(claim: Claim, changes: dict[Span, str]) -> str:
    text = claim.text
    for span, words in sorted(changes.items(), key=lambda change: -change[0].start):
        text = text[: span.start - claim.span.start] + words + text[span.end - claim.span.start :]
    return text
