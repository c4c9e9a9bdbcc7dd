"""Numbers of two sentences that translate each other: each has its counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcmp.facets.pairing import MATCH_RANK, Candidate, pair_greedily
from claimcmp.facets.quantity import read_one_units
from claimcmp.facets.quantity_compare import count_in_one_time, differ_quantities, is_vague, relate_quantities
from claimcmp.facets.quantity_counted import Counted, are_age_and_year, describe_counted, same_counted
from claimcmp.facets.quantity_parts import SCORE
from claimcmp.records import Claim, Difference, Quantity, Relation
from claimcmp.settings import Settings

_OTHER_UNIT = 6
"""Rank of a match whose units differ: a translation may leave a unit out, or have one that is not read."""

CONVERTED = frozenset({"km", "kg", "km2", "kmh"})
"""Units to which translators convert others, and round: 200 miles are given as 300 km."""

_TINY = 1e-12


def compare_parallel_quantities(left: Claim, right: Claim, *, settings: Settings) -> tuple[Difference, ...]:
    """How the numbers of two claims stand to each other where every number of one has its counterpart in the other.

    Equal numbers meet first, whatever they count. Those left over, equally
    many of what can be one unit, go together in the order of the text.
    """
    given = tuple(tuple(facet for facet in claim.facets if isinstance(facet, Quantity)) for claim in (left, right))
    quantities = count_in_one_time(*given)
    counted = tuple(
        [describe_counted(quantity, claim, settings) for quantity in found] for found, claim in zip(quantities, (left, right), strict=True)
    )
    candidates = list(_list_candidates(quantities, counted, settings))
    matched, lefts, rights = pair_greedily(candidates, len(quantities[0]), len(quantities[1]))
    differences = [differ_quantities(relation, given[0][i], given[1][j]) for i, j, relation in matched]
    rivals = _find_rivals(quantities, counted, lefts, rights)
    differences += [differ_quantities(Relation.CONFLICTING, given[0][i], given[1][j]) for i, j in rivals]
    over = (
        [given[0][i] for i in lefts if all(i != pair[0] for pair in rivals)],
        [given[1][j] for j in rights if all(j != pair[1] for pair in rivals)],
    )
    ones = _meet_one_unit(over[0], right, settings), _meet_one_unit(over[1], left, settings)
    differences += [differ_quantities(Relation.CONFLICTING, one, ones[0]) for one in over[0][:1] if ones[0] is not None]
    differences += [differ_quantities(Relation.CONFLICTING, ones[1], other) for other in over[1][:1] if ones[1] is not None]
    differences += [differ_quantities(Relation.LEFT_ONLY, one, None) for one in over[0] if ones[0] is None]
    differences += [differ_quantities(Relation.RIGHT_ONLY, None, other) for other in over[1] if ones[1] is None]
    return tuple(differences)


def _meet_one_unit(over: Sequence[Quantity], claim: Claim, settings: Settings) -> Quantity | None:
    """The one unit ("an hour later", «على بعد ميل») that a claim tells where the only figure left over on the other side tells several of it; None where it tells none, or which is not sure."""
    if len(over) != 1 or over[0].unit is None or over[0].low is None:
        return None
    ones = [one for one in read_one_units(claim, settings) if one.unit == over[0].unit]
    return ones[0] if len(ones) == 1 and relate_parallel_quantities(over[0], ones[0], settings) is Relation.CONFLICTING else None


def relate_parallel_quantities(left: Quantity, right: Quantity, settings: Settings) -> Relation:
    """How a number stands to its counterpart in a translation: a bound is held to the number that it states, a range to both its ends."""
    relation = relate_quantities(left, right, settings)
    ends = [_list_ends(quantity) for quantity in (left, right)]
    is_near = _measure_error(ends) <= _allow(left, right, settings)
    if relation is Relation.CONFLICTING:
        return Relation.COMPATIBLE if is_near and left.unit == right.unit else relation
    are_single = len(ends[0]) == len(ends[1]) == 1 and not (_is_bound(left) or _is_bound(right))
    return relation if relation is Relation.SAME or is_near or are_single or is_vague(left) or is_vague(right) else Relation.CONFLICTING


def _measure_error(ends: Sequence[tuple[float, ...]]) -> float:
    """The relative error between two numbers or ranges; between a number and a range, to the nearest point of the range."""
    shorter, longer = sorted(ends, key=len)
    if len(shorter) != len(longer):
        longer = (min(max(shorter[0], longer[0]), longer[-1]),)
    return max(abs(one - other) / max(abs(one), abs(other), _TINY) for one, other in zip(shorter, longer, strict=True))


def _list_ends(quantity: Quantity) -> tuple[float, ...]:
    """The numbers that a quantity states: both ends of a range, else one."""
    return tuple(dict.fromkeys(end for end in (quantity.low, quantity.high) if end is not None))


def _is_bound(quantity: Quantity) -> bool:
    return quantity.low is None or quantity.high is None


def _allow(left: Quantity, right: Quantity, settings: Settings) -> float:
    """The relative error up to which two numbers may be one in two languages: most for "about", more for what was converted from miles or pounds."""
    if left.approximate or right.approximate:
        return settings.max_approximate_error
    return settings.max_conversion_error if left.unit in CONVERTED else settings.max_rounding_error


def _list_candidates(
    quantities: Sequence[Sequence[Quantity]], counted: Sequence[Sequence[Counted]], settings: Settings
) -> Iterator[Candidate]:
    for i, one in enumerate(quantities[0]):
        for j, other in enumerate(quantities[1]):
            same = same_counted(counted[0][i], counted[1][j])
            relation = relate_parallel_quantities(one, other, settings)
            if relation not in MATCH_RANK:
                continue
            rank = MATCH_RANK[relation] + (0 if same else 3)
            if same is not False:
                yield rank, abs(i - j), i, j, relation
            elif _list_ends(one) == _list_ends(other) and _may_be_one_unit(counted[0][i], counted[1][j]):
                yield rank + _OTHER_UNIT, abs(i - j), i, j, relation


def _find_rivals(
    quantities: Sequence[Sequence[Quantity]], counted: Sequence[Sequence[Counted]], lefts: Sequence[int], rights: Sequence[int]
) -> list[tuple[int, int]]:
    """The numbers left over on either side that go together: of one unit and equally many, or the only ones."""
    found: list[tuple[int, int]] = []
    over = [[k for k in rest if not is_vague(side[k])] for rest, side in ((lefts, quantities[0]), (rights, quantities[1]))]
    for unit in sorted({counted[0][i].unit or "" for i in over[0]}):
        own = [[k for k in rest if (side[k].unit or "") == unit] for rest, side in zip(over, counted, strict=True)]
        pairs = list(zip(*own, strict=False)) if len(own[0]) == len(own[1]) else []
        found += [(i, j) for i, j in pairs if same_counted(counted[0][i], counted[1][j]) is not False]
    rest = [[k for k in side if all(k != pair[number] for pair in found)] for number, side in enumerate(over)]
    return found + _pair_rest(counted, rest)


def _pair_rest(counted: Sequence[Sequence[Counted]], over: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The only number left over on one side with the likeliest of those left over on the other: of one thing, else the nearest in order."""
    if min(map(len, over)) != 1:
        return []
    pairs = [(i, j) for i in over[0] for j in over[1] if _may_be_one_unit(counted[0][i], counted[1][j])]
    likely = sorted(pairs, key=lambda pair: (not same_counted(counted[0][pair[0]], counted[1][pair[1]]), abs(pair[0] - pair[1]), pair))
    return likely[:1]


def _may_be_one_unit(left: Counted, right: Counted) -> bool:
    if SCORE in (left.unit, right.unit) or left.unit == right.unit:
        return left.unit == right.unit
    return left.unit is None or right.unit is None or are_age_and_year(left.unit, right.unit)
