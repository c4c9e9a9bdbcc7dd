"""Two counts, told with other nouns, of those whom one thing befell: "five occupants died", "seven people lost their lives"."""

from __future__ import annotations

from itertools import product

import attrs

from claimcmp.align.context import runs_in_parallel
from claimcmp.facets.quantity_compare import differ_quantities, relate_quantities
from claimcmp.facets.quantity_counted import Counted, befell_alike, describe_counted
from claimcmp.records import Claim, Difference, Pair, Quantity, Relation
from claimcmp.settings import Settings
from claimcmp.verdicts.figures import add_up, is_of_one_order, is_retold


@attrs.frozen
class _Count:
    """A figure that one side alone gives, with what befell those counted."""

    difference: Difference
    figure: Quantity
    counted: Counted


def contrast_tolls(pair: Pair, known: tuple[Difference, ...], settings: Settings) -> tuple[Difference, ...]:
    """The ``known`` differences, with two counts of reports that were held to be of two things as one that conflicts.

    Each is told by one side only, they lie near each other (``max_near_ratio``) and outside each other's tolerance, the same befell those counted, and neither
    report gives the other's count anywhere. Not in texts that run in parallel, where the same is told with the same noun.
    """
    if not pair.contributions or runs_in_parallel(pair):
        return known
    lefts = _list_counts(known, Relation.LEFT_ONLY, pair.left, settings)
    rights = _list_counts(known, Relation.RIGHT_ONLY, pair.right, settings)
    alike = ((one, other) for one, other in product(lefts, rights) if befell_alike(one.counted, other.counted))
    for one, other in sorted(alike, key=_measure_gap):
        rival = differ_quantities(relate_quantities(one.figure, other.figure, settings), one.figure, other.figure)
        if _are_rivals(rival, pair, settings):
            return (*(difference for difference in known if difference not in (one.difference, other.difference)), rival)
    return known


def _measure_gap(counts: tuple[_Count, _Count]) -> tuple[float, list[float]]:
    """How far apart two counts are as a factor, the same whichever comes first; of equal ones the smaller."""
    first, last = sorted(count.figure.low or 1.0 for count in counts)
    return last / first, [first, last]


def _are_rivals(rival: Difference, pair: Pair, settings: Settings) -> bool:
    is_apart = rival.relation is Relation.CONFLICTING
    return is_apart and _is_near(rival, settings) and not is_retold(rival, pair) and not _is_sum(rival, pair)


def _list_counts(differences: tuple[Difference, ...], relation: Relation, claim: Claim, settings: Settings) -> list[_Count]:
    """The figures that one side alone gives of those whom something befell."""
    counts = []
    for difference in differences:
        figure = difference.left if relation is Relation.LEFT_ONLY else difference.right
        if difference.relation is relation and isinstance(figure, Quantity) and figure.unit is None:
            counts.append(_Count(difference, figure, describe_counted(figure, claim, settings)))
    return counts


def _is_near(rival: Difference, settings: Settings) -> bool:
    ends = [end for side in (rival.left, rival.right) if isinstance(side, Quantity) for end in (side.low, side.high)]
    return None not in ends and 0 not in ends and is_of_one_order(rival, max_ratio=settings.max_near_ratio)


def _is_sum(rival: Difference, pair: Pair) -> bool:
    """Whether one count is what those of the other side come to."""
    sides = (rival.left, pair.right), (rival.right, pair.left)
    return any(isinstance(figure, Quantity) and add_up(claim, figure) for figure, claim in sides)
