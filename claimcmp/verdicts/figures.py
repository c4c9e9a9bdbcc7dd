"""Whether two differing figures were surely read in full, and can count one thing; how far two dates lie apart."""

from __future__ import annotations

import math

from claimcmp.align.context import runs_in_parallel
from claimcmp.facets.quantity_compare import pair_in_one_time
from claimcmp.facets.quantity_counted import are_age_and_year, are_of_time
from claimcmp.languages import load_tables
from claimcmp.records import Claim, Difference, Facet, Pair, Quantity, Relation, Span, When
from claimcmp.settings import Settings
from claimcmp.text.passages import read_span


def is_of_one_order(difference: Difference, *, max_ratio: float) -> bool:
    """Whether two figures are near enough to count one thing: the toll of a day is not that of a war."""
    left, right = difference.left, difference.right
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return True
    values = [_value(figure) for figure in pair_in_one_time(left, right)]
    if None in values or 0 in values:
        return True
    first, second = (abs(value) for value in values if value)
    return max(first, second) <= max_ratio * min(first, second)


def is_retold(difference: Difference, pair: Pair) -> bool:
    """Whether the other article gives the figure or date of either side too, and so something else than what it stands against."""
    sides = (difference.left, pair.left_retold), (difference.right, pair.right_retold)
    return any(getattr(side, "span", None) in retold for side, retold in sides)


def add_up(claim: Claim, figure: Quantity) -> bool:
    """Whether the bare figures of a claim, one said twice taken once, come to another figure: 164 passengers and a crew of six, 170 people on board."""
    added: list[Quantity] = []
    for each in claim.facets:
        if (
            isinstance(each, Quantity)
            and each.unit is None
            and each.low is not None
            and not any(_may_say_again(each, one) for one in added)
        ):
            added.append(each)
    return len(added) > 1 and sum(each.low or 0.0 for each in added) == figure.low


def _may_say_again(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be one: "9 killed in blast: 9 people were killed", not two soldiers and two civilians."""
    return one.low == other.low and (one.of is None or other.of is None or one.of == other.of)


def is_near_bound(difference: Difference, settings: Settings) -> bool:
    """Whether two figures that fit lie near each other: "at least 4" is met by 40 as well, and tells little of it.

    That is within ``max_bound_ratio``; within ``max_vague_ratio`` of a number in a word ("dozens"), above which
    another word would stand.
    """
    figures = (difference.left, difference.right)
    values = [abs(value) for value in map(_value, figures) if value]
    ratio = settings.max_vague_ratio if any(map(_is_vague, figures)) else settings.max_bound_ratio
    return difference.relation is Relation.SAME or len(values) < 2 or max(values) < ratio * min(values)


def _is_vague(figure: Facet | Span | None) -> bool:
    """Whether it is an open number in a word."""
    return isinstance(figure, Quantity) and figure.approximate and figure.high is None


def measure_gap(left: Facet | Span | None, right: Facet | Span | None) -> int:
    """Days between two date intervals; 0 when they meet, are open on the near side, or are no dates."""
    if not isinstance(left, When) or not isinstance(right, When):
        return 0
    ends = ((left.last, right.first), (right.last, left.first))
    return max(0, *((later - earlier).days for earlier, later in ends if earlier is not None and later is not None), 0)


def is_surely_read(difference: Difference, pair: Pair, settings: Settings) -> bool:
    """Whether a ``number`` difference rests on two figures in one unit, each read with all that belongs to it.

    Texts that run in parallel may leave a unit out on one side. In a language without number data, words such as "million", "dozen" or a
    unit go unread. There a figure must be written in digits, carry no unit,
    and not be a thousandfold, millionfold or billionfold of the other.
    """
    left, right = difference.left, difference.right
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return True
    if left.unit != right.unit and not any(go_together(left.unit, right.unit) for go_together in (are_age_and_year, are_of_time)):
        return runs_in_parallel(pair) and None in (left.unit, right.unit)
    if all(_has_number_data(claim, settings) for claim in (pair.left, pair.right)):
        return True
    are_digits = all(read_span(claim, q.span)[:1].isdigit() for claim, q in ((pair.left, left), (pair.right, right)))
    return are_digits and left.unit is None and not _is_scaled(left, right)


def _has_number_data(claim: Claim, settings: Settings) -> bool:
    return "numbers" in load_tables(claim.language, settings.language_files)


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
