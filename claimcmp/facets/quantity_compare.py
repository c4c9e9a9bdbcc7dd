"""Two claims' quantities side by side.

Numbers are compared only where they count the same thing in the same unit;
the verdicts' rule for bounds: a bare N conflicts with "at least M" only if
N < M, and two lower bounds never conflict.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import attrs

from claimcmp.facets.lexicon import load_units
from claimcmp.facets.pairing import MATCH_RANK, Candidate, pair_greedily
from claimcmp.facets.quantity_counted import HOURS, MONTHS, Counted, befell_alike, describe_counted, same_counted
from claimcmp.facets.quantity_parts import SCORE
from claimcmp.records import Claim, Difference, FacetName, Quantity, Relation
from claimcmp.settings import Settings

__all__ = ["compare_quantities", "describe_counted", "relate_quantities", "same_counted"]

_EQUAL = frozenset({Relation.SAME, Relation.COMPATIBLE})
_MIN_ROUND = 1000.0
"""From here on whole numbers are commonly rounded; below it they are counts to the unit."""


def compare_quantities(
    left: tuple[Quantity, ...], right: tuple[Quantity, ...], *, settings: Settings, claims: tuple[Claim, Claim] | None = None
) -> tuple[Difference, ...]:
    """How two claims' quantities stand to each other, one difference a quantity or pair of quantities.

    ``claims`` (left, right) gives the languages and the words around the
    numbers, by which the dead are told from the wounded.

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> twelve = Quantity(low=12, high=12, of="people", span=Span(start=0, end=2))
    >>> at_least_ten = Quantity(low=10, high=None, of="people", span=Span(start=0, end=2))
    >>> [d.relation.value for d in compare_quantities((twelve,), (at_least_ten,), settings=Settings())]
    ['left_more_precise']
    """
    given = left, right
    left, right = count_in_months(left, right)
    counted = tuple(
        [describe_counted(quantity, claim, settings) for quantity in quantities]
        for quantities, claim in zip((left, right), claims or (None, None), strict=True)
    )
    candidates = list(_list_candidates(left, right, counted, settings))
    matched, lefts, rights = pair_greedily(candidates, len(left), len(right))
    differences = [differ_quantities(relation, given[0][i], given[1][j]) for i, j, relation in matched]
    met = [tuple(i[side] for *i, relation in matched if relation is not Relation.SAME) for side in (0, 1)]
    lefts, rights = _drop_said(left, counted[0], lefts, met[0]), _drop_said(right, counted[1], rights, met[1])
    rivals = _find_rivals(counted, _drop_repeated(left, lefts), _drop_repeated(right, rights))
    if not rivals:
        rivals = _find_last(counted, lefts, rights)
    rivals = [(i, j) for i, j in rivals if same_counted(counted[0][i], counted[1][j]) or not (is_vague(left[i]) or is_vague(right[j]))]
    rivals = [(i, j) for i, j in rivals if SCORE not in (left[i].unit, right[j].unit)]  # one may be that of a half
    differences += [differ_quantities(relate_quantities(left[i], right[j], settings), given[0][i], given[1][j]) for i, j in rivals]
    differences += [differ_quantities(Relation.LEFT_ONLY, given[0][i], None) for i in lefts if all(i != pair[0] for pair in rivals)]
    differences += [differ_quantities(Relation.RIGHT_ONLY, None, given[1][j]) for j in rights if all(j != pair[1] for pair in rivals)]
    return tuple(differences)


def count_in_one_time(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """The quantities of both sides, months and years told in hours where one side alone counts in them: "six weeks", "six months".

    Where neither side counts in hours (or days, or weeks, which are told in
    them), years are told in months (:func:`count_in_months`).

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> sides = [(Quantity(low=n, high=n, unit=unit, span=Span(start=0, end=1)),) for n, unit in ((1008, "hour"), (6, "month"))]
    >>> [(side[0].low, side[0].high) for side in count_in_one_time(*sides)]
    [(1008, 1008), (4032, 4464)]
    """
    units = [{quantity.unit for quantity in side} & HOURS.keys() for side in (left, right)]
    if units[0] == units[1] or not all(units) or "hour" not in units[0] | units[1]:
        return count_in_months(tuple(left), tuple(right))
    told = [tuple(_tell_in_hours(quantity) for quantity in side) for side in (left, right)]
    return told[0], told[1]


def pair_in_one_time(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Two quantities as :func:`count_in_one_time` tells them."""
    (one,), (other,) = count_in_one_time((left,), (right,))
    return one, other


def _tell_in_hours(quantity: Quantity) -> Quantity:
    if quantity.unit not in MONTHS:
        return quantity
    fewest, most = HOURS[quantity.unit]
    low, high = quantity.low and quantity.low * fewest, quantity.high and quantity.high * most
    return attrs.evolve(quantity, low=low, high=high, unit="hour", approximate=True)


def count_in_months(left: tuple[Quantity, ...], right: tuple[Quantity, ...]) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """The quantities of both sides, years told in months where one side alone counts in one of the two: "18 months", "a year and a half".

    What is told so is approximate: of eleven months many say a year.

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> sides = [(Quantity(low=n, high=n, unit=unit, span=Span(start=0, end=1)),) for n, unit in ((2, "year"), (24, "month"))]
    >>> [(side[0].low, side[0].unit) for side in count_in_months(*sides)]
    [(24, 'month'), (24, 'month')]
    """
    units = [{quantity.unit for quantity in side} & MONTHS.keys() for side in (left, right)]
    if units[0] == units[1] or not all(units):
        return left, right
    told = [tuple(_tell_in_months(quantity) for quantity in side) for side in (left, right)]
    return told[0], told[1]


def _tell_in_months(quantity: Quantity) -> Quantity:
    factor = MONTHS.get(quantity.unit or "", 1)
    if factor == 1:
        return quantity
    low, high = (None if end is None else end * factor for end in (quantity.low, quantity.high))
    return attrs.evolve(quantity, low=low, high=high, unit="month", approximate=True)


def _list_candidates(
    left: Sequence[Quantity], right: Sequence[Quantity], counted: Sequence[Sequence[Counted]], settings: Settings
) -> list[Candidate]:
    candidates: list[Candidate] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            same = same_counted(counted[0][i], counted[1][j])
            relation = relate_quantities(one, other, settings)
            is_untold = same is None and (_share_end(one, other) or _are_alone(counted, i, j))
            is_same_toll = relation in _EQUAL and befell_alike(counted[0][i], counted[1][j])
            if relation in MATCH_RANK and (same or is_untold or is_same_toll):
                candidates.append((MATCH_RANK[relation] + (0 if same else 3), abs(i - j), i, j, relation))
    kept = _prefer_alike({(i, j) for *_, i, j, relation in candidates if relation is not Relation.SAME}, counted)
    return [candidate for candidate in candidates if candidate[-1] is Relation.SAME or candidate[2:4] in kept]


def _prefer_alike(pairs: set[tuple[int, int]], counted: Sequence[Sequence[Counted]]) -> set[tuple[int, int]]:
    """The pairs without those of which one side has a partner whom the same befell, and this one is none: "at least 21 drowned" is no count of "172 on board", of whom "19 died"."""
    alike = {
        (i, j)
        for i, one in enumerate(counted[0])
        for j, other in enumerate(counted[1])
        if befell_alike(one, other) or (same_counted(one, other) and not one.outcomes.isdisjoint(other.outcomes))
    }
    lefts, rights = {i for i, _ in alike}, {j for _, j in alike}
    return {(i, j) for i, j in pairs if (i, j) in alike or (i not in lefts and j not in rights)}


def _share_end(left: Quantity, right: Quantity) -> bool:
    """Whether they are one number, if perhaps with a bound on one side: 200, "over 200"."""
    return (left.low is not None and left.low == right.low) or (left.high is not None and left.high == right.high)


def _are_alone(counted: Sequence[Sequence[Counted]], i: int, j: int) -> bool:
    """Whether each is its claim's only number of that unit."""
    return all(sum(other.unit == side[index].unit for other in side) == 1 for side, index in zip(counted, (i, j), strict=True))


def _drop_repeated(quantities: Sequence[Quantity], indices: Sequence[int]) -> list[int]:
    """The indices of the first of equal numbers: one said twice ("22 killed ... 22 people died") is one number."""
    first: dict[tuple[float | None, float | None, str | None], int] = {}
    for index in indices:
        first.setdefault((quantities[index].low, quantities[index].high, quantities[index].unit), index)
    return sorted(first.values())


def _drop_said(quantities: Sequence[Quantity], counted: Sequence[Counted], left_over: Sequence[int], met: Sequence[int]) -> list[int]:
    """The indices left over without those that only say again what fits a figure of the other side: such a number is no further one.

    Where it is equal to that figure, another number left over on that side may be meant to say it again, and be wrong.
    """
    return [
        i
        for i in left_over
        if not any(
            (quantities[i].low, quantities[i].high) == (quantities[j].low, quantities[j].high)
            and same_counted(counted[i], counted[j]) is not False
            for j in met
        )
    ]


def _find_rivals(counted: Sequence[Sequence[Counted]], lefts: Sequence[int], rights: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers left over that must be of one thing: each is the other's only partner; what is among others is no partner of a whole."""
    partners = {
        (i, j)
        for i in lefts
        for j in rights
        if counted[0][i].is_part is counted[1][j].is_part
        and ((same := same_counted(counted[0][i], counted[1][j])) or (same is None and _are_alone(counted, i, j)))
    }
    partners = _prefer_alike(partners, counted)
    return sorted((i, j) for i, j in partners if sum(i == k for k, _ in partners) == 1 and sum(j == k for _, k in partners) == 1)


def is_vague(quantity: Quantity) -> bool:
    """Whether it is an open number in a word ("hundreds"), which says too little to stand against another."""
    return quantity.approximate and (quantity.low is None or quantity.high is None)


def _find_last(counted: Sequence[Sequence[Counted]], lefts: Sequence[int], rights: Sequence[int]) -> list[tuple[int, int]]:
    """The one number that is left over on either side when all the others of its unit have met: what they count cannot be told, but their place can."""
    if len(lefts) != 1 or len(rights) != 1:
        return []
    one, other = counted[0][lefts[0]], counted[1][rights[0]]
    sizes = [sum(found.unit == side.unit for found in group) for side, group in zip((one, other), counted, strict=True)]
    return [(lefts[0], rights[0])] if same_counted(one, other) is None and sizes[0] == sizes[1] > 1 else []


def relate_quantities(left: Quantity, right: Quantity, settings: Settings) -> Relation:
    """How one number or range stands to another of the same unit; ``conflicting`` when outside tolerance."""
    if left.unit == right.unit == SCORE:
        return Relation.SAME if (left.low, left.high) == (right.low, right.high) else Relation.CONFLICTING
    return _relate_ranges(left, right, settings)


def _relate_ranges(left: Quantity, right: Quantity, settings: Settings) -> Relation:
    (low, high), (other_low, other_high) = _ends(left), _ends(right)
    if (low, high) == (other_low, other_high):
        if left.approximate == right.approximate:
            return Relation.SAME
        return Relation.RIGHT_MORE_PRECISE if left.approximate else Relation.LEFT_MORE_PRECISE
    if other_low <= low and high <= other_high:
        return Relation.LEFT_MORE_PRECISE
    if low <= other_low and other_high <= high:
        return Relation.RIGHT_MORE_PRECISE
    below, above = min(high, other_high), max(low, other_low)
    if above <= below:
        return Relation.COMPATIBLE
    error = (above - below) / max(abs(above), abs(below))
    if left.approximate or right.approximate:
        return Relation.COMPATIBLE if error <= settings.max_approximate_error else Relation.CONFLICTING
    is_one_measure = left.unit in _list_converted() and error <= settings.max_rounding_error
    if is_one_measure or (left.unit == "degree" and _are_one_temperature(above, below)):
        return Relation.COMPATIBLE
    is_rounded = error <= settings.max_rounding_error and (_is_rounding(above, below) or _is_rounding(below, above))
    return Relation.COMPATIBLE if is_rounded else Relation.CONFLICTING


def _are_one_temperature(higher: float, lower: float) -> bool:
    """Whether degrees of no stated scale are one temperature in Fahrenheit and Celsius, or the same to a degree."""
    return higher - lower <= 1 or abs((higher - 32) * 5 / 9 - lower) <= 1


@cache
def _list_converted() -> frozenset[str]:
    """Units that others are converted to: "three weeks" and "20 days" may be one measure, rounded."""
    return frozenset(base for base, *_ in load_units()["base"].values())


def _ends(quantity: Quantity) -> tuple[float, float]:
    return (-math.inf if quantity.low is None else quantity.low, math.inf if quantity.high is None else quantity.high)


def _is_rounding(value: float, exact: float) -> bool:
    """Whether ``value`` is ``exact`` rounded: to whole numbers, or to the figures that ``value`` shows from a thousand on."""
    if not value.is_integer():
        return round(exact, len(f"{value:.9g}".partition(".")[2])) == value
    if abs(value) < _MIN_ROUND:
        return not exact.is_integer() and round(exact) == value
    digits = f"{abs(value):.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return zeros > 0 and round(exact, -zeros) == value


def differ_quantities(relation: Relation, left: Quantity | None, right: Quantity | None) -> Difference:
    """The ``number`` difference of two quantities, or of one that only one side has."""
    note = " | ".join(_show(quantity) for quantity in (left, right) if quantity is not None)
    return Difference(facet=FacetName.NUMBER, relation=relation, left=left, right=right, note=note)


def _show(quantity: Quantity) -> str:
    low, high = (None if end is None else f"{end:,.10g}" for end in (quantity.low, quantity.high))
    if quantity.unit == SCORE:
        return f"{high}-{low}"
    number = f"≥ {low}" if high is None else f"≤ {high}" if low is None else low if low == high else f"{low}–{high}"
    return f"{'≈ ' if quantity.approximate else ''}{number} {quantity.unit or ''}".strip()
