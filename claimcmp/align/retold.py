"""Figures and dates of a claim that the other article gives as well.

Two outlets that differ over a figure each leave out the other's. A figure that
both give, in whatever claims, is of something else than the one it happens to
stand against: the toll of a village and that of the district, a sum asked for
and one paid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import attrs

from claimcmp.align.context import runs_in_parallel
from claimcmp.facets.quantity_counted import Counted, befell_alike, describe_counted, same_counted
from claimcmp.records import Claim, Pair, Quantity, Span, When
from claimcmp.settings import Settings

Told = dict[Hashable, list[Counted | None]]
"""The figures and dates of an article, and what the small ones count wherever they stand."""


@attrs.frozen
class _Given:
    """A figure or date of a claim; a small bare number with what it counts."""

    span: Span
    value: Hashable
    counted: Counted | None


def mark_retold(pairs: Iterable[Pair], claims: Sequence[Claim], settings: Settings) -> tuple[Pair, ...]:
    """The pairs, with the figures and dates of each side that the article of the other gives too.

    A small number (``max_common_count``) stands somewhere in any report: it is given again only where it may count the same thing.

    Parameters
    ----------
    claims
        Those of all articles that the pairs come from.
    """
    given = {claim.id: tuple(_list_given(claim, settings)) for claim in claims}
    told: dict[str, Told] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for each in given[claim.id]:
            told[claim.article_id][each.value].append(each.counted)
    return tuple(_mark(pair, given, told) for pair in pairs)


def _mark(pair: Pair, given: Mapping[str, Sequence[_Given]], told: Mapping[str, Told]) -> Pair:
    left, right = pair.left, pair.right
    if runs_in_parallel(pair) or left.article_id == right.article_id:
        return pair
    sides = (left, right), (right, left)
    found = [tuple(each.span for each in given.get(own.id, ()) if _is_told(each, told[other.article_id])) for own, other in sides]
    return attrs.evolve(pair, left_retold=found[0], right_retold=found[1]) if any(found) else pair


def _is_told(given: _Given, told: Told) -> bool:
    return any(_may_count_one(given.counted, other) for other in told.get(given.value, ()))


def _may_count_one(counted: Counted | None, other: Counted | None) -> bool:
    """Whether two equal figures may be of one thing; larger ones and dates are taken to be."""
    return counted is None or other is None or befell_alike(counted, other) or same_counted(counted, other) is not False


def _list_given(claim: Claim, settings: Settings) -> Iterator[_Given]:
    for facet in claim.facets:
        if isinstance(facet, Quantity):
            value = Quantity, facet.low, facet.high, facet.unit
            is_small = facet.unit is None and facet.low is not None and facet.low <= settings.max_common_count
            yield _Given(facet.span, value, describe_counted(facet, claim, settings) if is_small else None)
        elif isinstance(facet, When):
            yield _Given(facet.span, (When, facet.first, facet.last), None)
