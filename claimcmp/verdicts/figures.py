"""Figures: those changed in copied words, and whether differing ones were surely read in full."""

from __future__ import annotations

import math
from collections.abc import Iterable

from claimcmp.languages import load_tables
from claimcmp.records import Claim, Difference, Facet, FacetName, Pair, Quantity, Relation, Span, When
from claimcmp.settings import Settings
from claimcmp.text.tokens import Token, tokenize
from claimcmp.verdicts.wording import diff_blocks
from claimcmp.verdicts.words import covers


def is_of_one_order(difference: Difference, settings: Settings) -> bool:
    """Whether two figures are near enough to count one thing (``max_figure_ratio``): the toll of a day is not that of a war."""
    values = [_value(quantity) for quantity in (difference.left, difference.right)]
    if None in values or 0 in values:
        return True
    first, second = (abs(value) for value in values if value)
    return max(first, second) <= settings.max_figure_ratio * min(first, second)


def is_surely_read(difference: Difference, pair: Pair, settings: Settings) -> bool:
    """Whether a ``number`` difference rests on two figures in one unit, each read with all that belongs to it.

    In a language without number data, words such as "million", "dozen" or a
    unit go unread. There a figure must be written in digits, carry no unit,
    and not be a thousandfold, millionfold or billionfold of the other.
    """
    left, right = difference.left, difference.right
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return True
    if left.unit != right.unit:
        return False
    if all(_has_number_data(claim, settings) for claim in (pair.left, pair.right)):
        return True
    are_digits = all(_text(claim, q)[:1].isdigit() for claim, q in ((pair.left, left), (pair.right, right)))
    return are_digits and left.unit is None and not _is_scaled(left, right)


def compare_copied_figures(left: Claim, right: Claim, known: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Conflicting ``number`` differences for figures that stand in the same place of the same words.

    For two claims with nearly the same words (``min_copy_score``): there the
    place tells what is counted. Figures and dates that ``known`` differences
    already hold together are left to these.
    """
    tokens = [[t for t in tokenize(claim.text, claim.span.start) if t.is_word] for claim in (left, right)]
    settled = [_compared_spans(facets) for facets in zip(*((d.left, d.right) for d in known if d.left and d.right), strict=True)] or [
        [],
        [],
    ]
    found = []
    for ours, theirs in diff_blocks([t.folded for t in tokens[0]], [t.folded for t in tokens[1]]):
        blocks = tokens[0][slice(*ours)], tokens[1][slice(*theirs)]
        if all(len(block) == 1 and _is_free_figure(block[0], spans) for block, spans in zip(blocks, settled, strict=True)):
            note = "another figure in the same words"
            found.append(
                Difference(
                    facet=FacetName.NUMBER, relation=Relation.CONFLICTING, left=blocks[0][0].span, right=blocks[1][0].span, note=note
                )
            )
    return tuple(found)


def _compared_spans(facets: Iterable[Facet | Span | None]) -> list[Span]:
    return [facet.span for facet in facets if isinstance(facet, Quantity | When)]


def _is_free_figure(token: Token, settled: list[Span]) -> bool:
    return token.folded[:1].isdigit() and not any(covers(span, token.span) for span in settled)


def _has_number_data(claim: Claim, settings: Settings) -> bool:
    return "numbers" in load_tables(claim.language, settings.language_files)


def _text(claim: Claim, quantity: Quantity) -> str:
    start = quantity.span.start - claim.span.start
    return claim.text[start : start + quantity.span.end - quantity.span.start]


def _is_scaled(left: Quantity, right: Quantity) -> bool:
    first, second = _value(left), _value(right)
    if first is None or second is None or min(first, second) <= 0:
        return False
    power = abs(math.log10(first / second))
    return any(abs(power - scale) < 0.01 for scale in (3, 6, 9, 12))


def _value(facet: Facet | Span | None) -> float | None:
    """A figure, or the end of an open range that is known; None for anything else."""
    if not isinstance(facet, Quantity):
        return None
    return facet.low if facet.low is not None else facet.high
