"""The times claims tell of: their own, or those of the claims they stand beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import attrs

from claimcmp.records import Claim, When
from claimcmp.settings import Settings
from claimcmp.text.roles import load_roles
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import covers

_LONGEST_POINT = 31
"""Days up to which a shared period counts as a shared time rather than a shared era."""


_SHORTEST_ERA = 27
"""Days from which a time in an aside only recalls what went before: "since the war began in March 2011"; a day there may be the event's."""

_OPENING = 3
"""The last sentence in which news still tells its event: behind it a first date ("last month's attack", "the next match on Tuesday") is of another."""

_LONGEST_STORY = 365
"""Days within which a date may belong to the same running story."""


@attrs.frozen(order=True)
class Period:
    """A closed interval of days as ordinals, how surely the claim tells of it, in (0, 1], and whether it only recalls what went before."""

    first: int
    last: int
    sureness: float
    is_beside: bool = False

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
    claim may tell of the first time its article's opening tells of, and one without a
    day or month of its own also of that of the dated claim before it, the less
    surely the more sentences lie between. A day or month inside a claim may be
    a detail beside the event ("after last week's withdrawal"); but a claim with
    a year, or a date more than a year away, tells of that time alone, unless it
    stands in an aside ("since the war began in 2011").
    """
    own = [_read_own(claim, settings) for claim in claims]
    by_article: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(claims)), key=lambda n: (claims[n].span.start, claims[n].span.end, claims[n].id)):
        by_article[claims[number].article_id].append(number)
    found: dict[int, tuple[Period, ...]] = {}
    for numbers in by_article.values():
        found |= _read_article([claims[n] for n in numbers], [own[n] for n in numbers], numbers, settings)
    return tuple(found[number] for number in range(len(claims)))


def compare_periods(left: Sequence[Period], right: Sequence[Period]) -> float:
    """How the times of two claims stand to each other: 1 the same day, 0 unknown, -1 far apart; in [-1, 1].

    Where any two times fit, the surest fit counts; else the surest misfit, for
    which what an aside recalls does not count.
    """
    values = [(_compare(a, b), a.is_beside or b.is_beside) for a in left for b in right]
    best = max((value for value, _ in values), default=0.0)
    return best if best >= 0 else min((value for value, is_beside in values if not is_beside), default=0.0)


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
    lead = source = next((n for n, periods in enumerate(points) if periods and claims[n].sentence <= _OPENING), None)
    found = {}
    for n, claim in enumerate(claims):
        source = n if points[n] else source
        passed = [] if lead is None else _pass_on(points[lead], own[n], settings.time_inheritance**2)
        if source is not None and not points[n]:
            near = settings.time_inheritance * settings.time_decay ** abs(claim.sentence - claims[source].sentence)
            passed += _pass_on(points[source], own[n], near)
        found[numbers[n]] = (*own[n], *passed)
    return found


def _pass_on(points: Sequence[Period], own: Sequence[Period], sureness: float) -> list[Period]:
    """The times of another claim that a claim with times of its own may tell of too."""
    return [attrs.evolve(point, sureness=sureness) for point in points if _may_belong(own, point)]


def _may_belong(own: Sequence[Period], point: Period) -> bool:
    """Whether a claim with these times of its own may tell of a time of its surroundings too."""
    return all(p.is_beside or not p.is_closed or (p.days <= _LONGEST_POINT and abs(p.first - point.first) <= _LONGEST_STORY) for p in own)


def _read_own(claim: Claim, settings: Settings) -> tuple[Period, ...]:
    whens = [facet for facet in claim.facets if isinstance(facet, When) and (facet.first or facet.last)]
    if not whens:
        return ()
    asides = load_roles(claim.language, settings.language_files).find_background(tokenize(claim.text, claim.span.start))
    return tuple(_to_period(when, is_aside=any(covers(when.span, aside) for aside in asides)) for when in whens)


def _to_period(when: When, *, is_aside: bool) -> Period:
    first = (when.first or date.min).toordinal()
    last = (when.last or date.max).toordinal()
    return Period(first, last, 1.0, is_aside and last - first >= _SHORTEST_ERA)
