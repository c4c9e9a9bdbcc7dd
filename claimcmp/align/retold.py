"""Figures and dates of a claim that the other article gives as well.

Two outlets that differ over a figure each leave out the other's. A figure that
both give, in whatever claims, is of something else than the one it happens to
stand against: the toll of a village and that of the district, a sum asked for
and one paid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

import attrs

from claimcmp.align.context import runs_in_parallel
from claimcmp.records import Claim, Facet, Pair, Quantity, Span, When


def mark_retold(pairs: Iterable[Pair], claims: Sequence[Claim]) -> tuple[Pair, ...]:
    """The pairs, with the figures and dates of each side that the article of the other gives too.

    Parameters
    ----------
    claims
        Those of all articles that the pairs come from.
    """
    told: dict[str, set[Hashable]] = defaultdict(set)
    for claim in claims:
        told[claim.article_id].update(value for facet in claim.facets if (value := _read_value(facet)) is not None)
    return tuple(_mark(pair, told) for pair in pairs)


def _mark(pair: Pair, told: dict[str, set[Hashable]]) -> Pair:
    if runs_in_parallel(pair) or pair.left.article_id == pair.right.article_id:
        return pair
    left, right = _list_retold(pair.left, told[pair.right.article_id]), _list_retold(pair.right, told[pair.left.article_id])
    return attrs.evolve(pair, left_retold=left, right_retold=right) if left or right else pair


def _list_retold(claim: Claim, told: set[Hashable]) -> tuple[Span, ...]:
    return tuple(facet.span for facet in claim.facets if _read_value(facet) in told)


def _read_value(facet: Facet) -> Hashable | None:
    """What a figure or a date says, whatever its words; None for any other facet."""
    if isinstance(facet, Quantity):
        return Quantity, facet.low, facet.high, facet.unit
    return (When, facet.first, facet.last) if isinstance(facet, When) else None
