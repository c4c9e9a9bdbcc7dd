"""The times claims tell of: their own, or those of the claims they stand beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from claimcmp.records import Claim, When
from claimcmp.settings import Settings

_LONGEST_POINT = 31
"""Days up to which a shared period counts as a shared time rather than a shared era."""


@attrs.frozen(order=True)
class Period:
    """A closed interval of days as ordinals, and how surely the claim tells of it, in (0, 1]."""

    first: int
    last: int
    sureness: float

    @property
    def days(self) -> int:
        """Its length."""
        return self.last - self.first + 1


def read_periods(claims: Sequence[Claim], settings: Settings) -> tuple[tuple[Period, ...], ...]:
    """The times of each claim, in order.

    A claim without a date takes that of the nearest dated claim before it in
    its article, the less surely the more sentences lie between; what stands
    before the first date (a headline) takes the first one.
    """
    own = [tuple(_to_period(f) for f in claim.facets if isinstance(f, When) and (f.first or f.last)) for claim in claims]
    by_article: dict[str, list[int]] = {}
    for number, claim in enumerate(claims):
        by_article.setdefault(claim.article_id, []).append(number)
    found = dict(enumerate(own))
    for numbers in by_article.values():
        numbers.sort(key=lambda n: (claims[n].span.start, claims[n].span.end, claims[n].id))
        found |= _inherit(claims, numbers, found, settings)
    return tuple(found[number] for number in range(len(claims)))


def compare_periods(left: Sequence[Period], right: Sequence[Period]) -> float:
    """How the times of two claims stand to each other: 1 one day, 0 unknown, -1 far apart; in [-1, 1]."""
    if not left or not right:
        return 0.0
    return max((_compare(a, b) for a in left for b in right), key=lambda value: (value, abs(value)))


def _compare(left: Period, right: Period) -> float:
    sureness = left.sureness * right.sureness
    gap = max(left.first, right.first) - min(left.last, right.last)
    if gap > 0:
        return -sureness * min(1.0, gap / _LONGEST_POINT)
    shorter, longer = sorted((left.days, right.days))
    if longer > _LONGEST_POINT:
        return 0.0
    return sureness * (1.0 if longer <= 1 else 0.75 if shorter <= 1 else 0.5)


def _inherit(
    claims: Sequence[Claim], numbers: Sequence[int], own: Mapping[int, tuple[Period, ...]], settings: Settings
) -> dict[int, tuple[Period, ...]]:
    dated = [n for n in numbers if any(p.days <= _LONGEST_POINT for p in own[n])]
    if not dated:
        return {}
    found: dict[int, tuple[Period, ...]] = {}
    source = dated[0]
    for number in numbers:
        if number in dated:
            source = number
        elif not own[number]:
            distance = abs(claims[number].sentence - claims[source].sentence)
            sureness = settings.time_inheritance * settings.time_decay**distance
            found[number] = tuple(attrs.evolve(p, sureness=sureness) for p in own[source])
    return found


def _to_period(when: When) -> Period:
    first = when.first or date.min
    last = when.last or date.max
    return Period(first.toordinal(), last.toordinal(), 1.0)
