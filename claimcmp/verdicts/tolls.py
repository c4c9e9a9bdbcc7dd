"""Two counts, told with other nouns, of those whom one thing befell: "five occupants died", "seven people lost their lives"."""

from __future__ import annotations

from claimcmp.align.context import runs_in_parallel
from claimcmp.facets.quantity_compare import describe_counted, differ_quantities
from claimcmp.records import Claim, Difference, FacetName, Pair, Quantity, Relation
from claimcmp.settings import Settings
from claimcmp.verdicts.figures import add_up, is_of_one_order, is_retold


def contrast_tolls(pair: Pair, known: tuple[Difference, ...], settings: Settings) -> tuple[Difference, ...]:
    """The ``known`` differences, with two counts of reports that were held to be of two things as one that conflicts.

    Each is told by one side only, they lie near each other (``max_near_ratio``), the same befell those counted, and neither
    report gives the other's count anywhere. Not in texts that run in parallel, where the same is told with the same noun.
    """
    if not pair.contributions or runs_in_parallel(pair):
        return known
    lone = [
        _list_counts(known, Relation.LEFT_ONLY, pair.left, settings),
        _list_counts(known, Relation.RIGHT_ONLY, pair.right, settings),
    ]
    found = (
        (one, other, differ_quantities(Relation.CONFLICTING, one.left, other.right))
        for one, befell_one in lone[0]
        for other, befell_other in lone[1]
        if befell_one & befell_other
    )
    for one, other, rival in found:
        if _is_near(rival, settings) and not is_retold(rival, pair) and not _is_sum(rival, pair):
            return (*(difference for difference in known if difference not in (one, other)), rival)
    return known


def _list_counts(
    differences: tuple[Difference, ...], relation: Relation, claim: Claim, settings: Settings
) -> list[tuple[Difference, frozenset[str]]]:
    """The figures that one side alone gives of those whom something befell, with what it was."""
    sides = ((d, d.left if relation is Relation.LEFT_ONLY else d.right) for d in differences if d.relation is relation)
    figures = ((d, side) for d, side in sides if d.facet is FacetName.NUMBER and isinstance(side, Quantity) and side.unit is None)
    return [(d, outcomes) for d, side in figures if (outcomes := describe_counted(side, claim, settings).outcomes)]


def _is_near(rival: Difference, settings: Settings) -> bool:
    ends = [end for side in (rival.left, rival.right) if isinstance(side, Quantity) for end in (side.low, side.high)]
    return None not in ends and 0 not in ends and is_of_one_order(rival, max_ratio=settings.max_near_ratio)


def _is_sum(rival: Difference, pair: Pair) -> bool:
    """Whether one count is what those of the other side come to."""
    sides = (rival.left, pair.right), (rival.right, pair.left)
    return any(isinstance(figure, Quantity) and add_up(claim, figure) for figure, claim in sides)
