"""The times claims tell of: their own, or those of the claims they stand beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import attrs

from claimcmp.records import Claim, When
from claimcmp.settings import Settings

_LONGEST_POINT = 31
"""Days up to which a shared period counts as a shared time rather than a shared era."""


_LONGEST_STORY = 365
"""Days within which a date may belong to the same running story."""


@attrs.frozen(order=True)
class Period:
    """A closed interval of days as ordinals, and how surely the claim tells of it, in (0, 1]."""

    first: int
    last: int
    sureness: float

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known: "in 2011", not "since 2011"."""
        return self.first > date.min.toordinal() and self.last < date.max.toordinal()

    @property
    def days(self) -> int:
        """Its length."""
        return self.last - self.first + 1


def read_periods(claims: Sequence[Claim], settings: Settings) -> tuple[tuple[Period, ...], ...]:
    """The times each claim may tell of, in order: its own, and those of its surroundings, less surely.

    News leads with its event (the inverted pyramid, Pöttker 2003), so every
    claim may tell of the first time its article tells of, and one without a
    day or month of its own also of that of the dated claim before it, the less
    surely the more sentences lie between. A day or month inside a claim may be
    a detail beside the event ("after last week's withdrawal"); but a claim with
    a year, or a date more than a year away, tells of that time alone.
    """
    own = [tuple(_to_period(f) for f in claim.facets if isinstance(f, When) and (f.first or f.last)) for claim in claims]
    by_article: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(claims)), key=lambda n: (claims[n].span.start, claims[n].span.end, claims[n].id)):
        by_article[claims[number].article_id].append(number)
    found: dict[int, tuple[Period, ...]] = {}
    for numbers in by_article.values():
        found |= _read_article([claims[n] for n in numbers], [own[n] for n in numbers], numbers, settings)
    return tuple(found[number] for number in range(len(claims)))


def compare_periods(left: Sequence[Period], right: Sequence[Period]) -> float:
    """How the times of two claims stand to each other: 1 the same day, 0 unknown, -1 far apart; in [-1, 1].

    Where any two times fit, the surest fit counts; else the surest misfit.
    """
    values = [_compare(a, b) for a in left for b in right]
    best = max(values, default=0.0)
    return best if best >= 0 else min(values)


def _compare(left: Period, right: Period) -> float:
    sureness = left.sureness * right.sureness
    gap = max(left.first, right.first) - min(left.last, right.last)
    if gap > 0:  # a time taken over from the surroundings is weaker evidence against than for
        return -(sureness**2) * min(1.0, gap / _LONGEST_POINT)
    shorter, longer = sorted((left.days, right.days))
    if longer > _LONGEST_POINT:
        return 0.0
    return sureness * (1.0 if longer <= 1 else 0.75 if shorter <= 1 else 0.5)


def _read_article(
    claims: Sequence[Claim], own: Sequence[tuple[Period, ...]], numbers: Sequence[int], settings: Settings
) -> dict[int, tuple[Period, ...]]:
    points = [tuple(p for p in periods if p.days <= _LONGEST_POINT) for periods in own]
    lead = source = next((n for n, periods in enumerate(points) if periods), None)
    if lead is None or source is None:
        return dict(zip(numbers, own, strict=True))
    found = {}
    for n, claim in enumerate(claims):
        source = n if points[n] else source
        near = settings.time_inheritance * settings.time_decay ** abs(claim.sentence - claims[source].sentence)
        passed = [attrs.evolve(p, sureness=settings.time_inheritance**2) for p in points[lead] if _may_belong(own[n], p)]
        passed += [attrs.evolve(p, sureness=near) for p in points[source] if not points[n] and _may_belong(own[n], p)]
        found[numbers[n]] = (*own[n], *passed)
    return found


def _may_belong(own: Sequence[Period], point: Period) -> bool:
    """Whether a claim with these times of its own may tell of a time of its surroundings too."""
    return all(not p.is_closed or (p.days <= _LONGEST_POINT and abs(p.first - point.first) <= _LONGEST_STORY) for p in own)


def _to_period(when: When) -> Period:
    first = when.first or date.min
    last = when.last or date.max
    return Period(first.toordinal(), last.toordinal(), 1.0)
