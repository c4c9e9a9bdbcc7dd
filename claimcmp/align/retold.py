"""Figures and dates of a claim that the other article gives as well.

Two outlets that differ over a figure each leave out the other's. A figure that
both give, in whatever claims, is of something else than the one it happens to
stand against: the toll of a village and that of the district, a sum asked for
and one paid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

import attrs

from claimcmp.align.context import runs_in_parallel
from claimcmp.facets.quantity_counted import Counted, befell_alike, describe_counted, same_counted
from claimcmp.records import Claim, Facet, Pair, Quantity, Span, When
from claimcmp.settings import Settings

Told = dict[Hashable, list[Counted | None]]
"""The figures and dates of an article, and what the small ones count wherever they stand."""


def mark_retold(pairs: Iterable[Pair], claims: Sequence[Claim], settings: Settings) -> tuple[Pair, ...]:
    """The pairs, with the figures and dates of each side that the article of the other gives too.

    A small number (``max_common_count``) stands somewhere in any report: it is given again only where it may count the same thing.

    Parameters
    ----------
    claims
        Those of all articles that the pairs come from.
    """
    told: dict[str, Told] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for facet in claim.facets:
            if (value := _read_value(facet)) is not None:
                told[claim.article_id][value].append(_describe(facet, claim, settings))
    return tuple(_mark(pair, told, settings) for pair in pairs)


def _mark(pair: Pair, told: Mapping[str, Told], settings: Settings) -> Pair:
    if runs_in_parallel(pair) or pair.left.article_id == pair.right.article_id:
        return pair
    left = _list_retold(pair.left, told[pair.right.article_id], settings)
    right = _list_retold(pair.right, told[pair.left.article_id], settings)
    return attrs.evolve(pair, left_retold=left, right_retold=right) if left or right else pair


def _list_retold(claim: Claim, told: Told, settings: Settings) -> tuple[Span, ...]:
    return tuple(facet.span for facet in claim.facets if _is_told(facet, claim, told, settings))


def _is_told(facet: Facet, claim: Claim, told: Told, settings: Settings) -> bool:
    value = _read_value(facet)
    if value is None or value not in told:
        return False
    counted = _describe(facet, claim, settings)
    return counted is None or any(other is None or _may_count_one(counted, other) for other in told[value])


def _may_count_one(counted: Counted, other: Counted) -> bool:
    return befell_alike(counted, other) or same_counted(counted, other) is not False


def _describe(facet: Facet, claim: Claim, settings: Settings) -> Counted | None:
    """What a small bare number counts; None for any other facet."""
    if not isinstance(facet, Quantity) or facet.unit is not None or facet.low is None or facet.low > settings.max_common_count:
        return None
    return describe_counted(facet, claim, settings)


def _read_value(facet: Facet) -> Hashable | None:
    """What a figure or a date says, whatever its words; None for any other facet."""
    if isinstance(facet, Quantity):
        return Quantity, facet.low, facet.high, facet.unit
    return (When, facet.first, facet.last) if isinstance(facet, When) else None
