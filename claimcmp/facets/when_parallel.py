"""Dates of two sentences that translate each other: each has its counterpart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import attrs

from claimcmp.facets.pairing import MATCH_RANK, Candidate, pair_greedily
from claimcmp.facets.when_calendar import shift_days, shift_months
from claimcmp.facets.when_compare import SETTLING, differ_whens, is_same_limit, list_tags, may_be_one_date, relate_whens
from claimcmp.records import Claim, Difference, Precision, Relation, When
from claimcmp.settings import Settings

_BEYOND = {"after_cue", "after_after", "before", "before_after"}
_NEXT = {"next", "next_after"}
_COUNTS = {"number", "defnum", "dual"}
_UNITS = {"unit", "units", "dual"}

_LONGER = 1.5
"""How many times as long one stretch is told as clearly another: "30 days" and "a month" are one, three and four weeks may be."""

_VAGUE = (Precision.RANGE, Precision.SEASON, Precision.WEEK)


def compare_parallel_whens(left: Claim, right: Claim, *, settings: Settings) -> tuple[Difference, ...]:
    """How the dates of two claims stand to each other where every date of one has its counterpart in the other.

    Dates of one precision meet first. A deadline is held against a deadline, a
    beginning against a beginning. The dates of one precision left over on
    either side, equally many, go together in the order of the text; then a date
    meets one that contains it; and what is left over then goes together if it
    is equally much, or a single date on one side.
    """
    claims = left, right
    whens = tuple(tuple(facet for facet in claim.facets if isinstance(facet, When) and not facet.inferred) for claim in claims)
    related = {(i, j): _relate(one, other, claims, settings) for i, one in enumerate(whens[0]) for j, other in enumerate(whens[1])}
    fits = [(MATCH_RANK[relation], abs(i - j), i, j, relation) for (i, j), relation in related.items() if relation in MATCH_RANK]
    alike = [fit for fit in fits if fit[4] is Relation.SAME or whens[0][fit[2]].precision is whens[1][fit[3]].precision]
    matched, *over = pair_greedily(alike, len(whens[0]), len(whens[1]))
    pairs = [(i, j) for i, j, _ in matched] + _pair_alike(whens, over)
    rest = [[k for k in side if all(k != pair[number] for pair in pairs)] for number, side in enumerate(over)]
    nested, *rest = _pair_among(fits, rest)
    pairs += nested
    pairs += _pair_rest(whens, rest)
    differences = [differ_whens(related[i, j], whens[0][i], whens[1][j]) for i, j in sorted(pairs)]
    differences += [differ_whens(Relation.LEFT_ONLY, whens[0][i], None) for i in over[0] if all(i != pair[0] for pair in pairs)]
    differences += [differ_whens(Relation.RIGHT_ONLY, None, whens[1][j]) for j in over[1] if all(j != pair[1] for pair in pairs)]
    return tuple(differences)


def _relate(left: When, right: When, claims: tuple[Claim, Claim], settings: Settings) -> Relation:
    tags = [list_tags(when, claim, settings) for when, claim in zip((left, right), claims, strict=True)]
    relation = relate_parallel_whens(left, right, settings, are_months=_name_months(tags))
    if relation is Relation.COMPATIBLE and _is_before_next_week(left, right, tags):
        return Relation.CONFLICTING
    if _are_other_lengths(left, right, tags):
        return Relation.CONFLICTING
    if relation is not Relation.CONFLICTING:
        return relation
    may_be_one = (
        may_be_one_date(left, right, claims, settings)
        or _are_one_bound(left, right, tags)
        or _may_be_one_bound(left, right, tags, settings)
    )
    return Relation.COMPATIBLE if may_be_one else relation


def _are_other_lengths(left: When, right: When, tags: Sequence[set[str]]) -> bool:
    """Whether two counted stretches from or to one day are clearly not equally long: "the last four days", "the last four months"."""
    if not all(found & _COUNTS and found & _UNITS for found in tags) or (left.first != right.first and left.last != right.last):
        return False
    lengths = [(when.last - when.first).days for when in (left, right) if when.first is not None and when.last is not None]
    return len(lengths) == len(tags) and max(lengths) > _LONGER * min(lengths)


def _is_before_next_week(left: When, right: When, tags: Sequence[set[str]]) -> bool:
    """Whether one side says "next week" and the other names a day more than one before it: a last week may be meant loosely, a next one is not."""
    for week, day, found in ((left, right, tags[0]), (right, left, tags[1])):
        if week.precision is Precision.WEEK and day.precision is Precision.DAY and found & _NEXT and week.first and day.last:
            return (week.first - day.last).days > 1
    return False


def _are_one_bound(left: When, right: When, tags: Sequence[set[str]]) -> bool:
    """Whether two open dates name one bound, which one of them takes in and the other does not: "until 2019", "before 2019"."""
    edges = _edge(left), _edge(right)
    if edges[0] is None or edges[1] is None or (left.first is None) != (right.first is None):
        return False
    if is_same_limit(left, right):
        return True
    return abs((edges[0] - edges[1]).days) == 1 and bool((tags[0] ^ tags[1]) & _BEYOND)


def _may_be_one_bound(left: When, right: When, tags: Sequence[set[str]], settings: Settings) -> bool:
    """Whether two dates, one or both open, differ only by a year or week that one text does not state, but the reading of its tense supplied."""
    if all(found & SETTLING for found in tags) or (_edge(left) is None and _edge(right) is None):
        return False
    moved: list[When] = []
    if all("month" in found for found in tags):
        moved = [_move(left, shift_months, months) for months in (-12, 12)]
    elif all("weekday" in found for found in tags):
        moved = [_move(left, shift_days, days) for days in (-7, 7)]
    are_months = _name_months(tags)
    return any(
        relate_parallel_whens(when, right, settings, are_months=are_months) is not Relation.CONFLICTING or _are_one_bound(when, right, tags)
        for when in moved
    )


def _name_months(tags: Sequence[set[str]]) -> bool:
    """Whether two dates both name a month, so that neither is a whole year."""
    return all("month" in found for found in tags)


def _move(when: When, shift: Callable[[date, int], date], steps: int) -> When:
    first, last = (None if day is None else shift(day, steps) for day in (when.first, when.last))
    return attrs.evolve(when, first=first, last=last)


def _pair_among(fits: Sequence[Candidate], over: Sequence[Sequence[int]]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """The best pairs among the indices left over, and what is left over then."""
    open_fits = [fit for fit in fits if fit[2] in over[0] and fit[3] in over[1]]
    size = [1 + max(side, default=0) for side in over]
    matched, _, _ = pair_greedily(open_fits, *size)
    pairs = [(i, j) for i, j, _ in matched]
    lefts, rights = ([k for k in side if all(k != pair[number] for pair in pairs)] for number, side in enumerate(over))
    return pairs, lefts, rights


def relate_parallel_whens(left: When, right: When, settings: Settings, *, are_months: bool = False) -> Relation:
    """How a date stands to its counterpart in a translation; an open interval is held to the end that it states.

    ``are_months`` tells that both name a month or a day of one.
    """
    edges = _edge(left), _edge(right)
    if edges[0] is None and edges[1] is None:
        is_era = left.precision is right.precision is Precision.RANGE and _are_years_apart(left, right)
        return Relation.CONFLICTING if is_era else relate_whens(left, right, settings)
    if edges[0] is not None and edges[1] is not None:
        if (left.first is None) != (right.first is None):
            return Relation.COMPATIBLE if abs((edges[0] - edges[1]).days) <= 1 else Relation.CONFLICTING
        same = Relation.SAME if edges[0] == edges[1] else Relation.COMPATIBLE
        return same if same is Relation.SAME or _are_near(edges[0], edges[1], are_months) else Relation.CONFLICTING
    return _relate_bound(left, right, are_months)


def _relate_bound(left: When, right: When, are_months: bool) -> Relation:
    """How a closed date stands to an open one: "since Friday" and "after Friday" both state Friday."""
    bound, closed = (right, left) if _edge(left) is None else (left, right)
    edge = bound.first or bound.last
    if edge is None or closed.first is None or closed.last is None:
        return Relation.COMPATIBLE
    stated = (edge, shift_days(edge, -1 if bound.first else 1))
    if not any(closed.first <= day <= closed.last or _are_near(day, closed.first, are_months) for day in stated):
        return Relation.CONFLICTING
    return Relation.RIGHT_MORE_PRECISE if closed is right else Relation.LEFT_MORE_PRECISE


def _are_years_apart(left: When, right: When) -> bool:
    """Whether two stretches of several years begin or end in other years: from 1950 to 1953, from 1947 to 1953."""
    ends = ((left.first, right.first), (left.last, right.last))
    years = [(one.year, other.year) for one, other in ends if one is not None and other is not None]
    spans = [when.last.year - when.first.year for when in (left, right) if when.first is not None and when.last is not None]
    return min(spans, default=0) > 0 and any(one != other for one, other in years)


def _edge(when: When) -> date | None:
    """The end that an interval open at the other states."""
    if when.first is not None and when.last is not None:
        return None
    return when.first or when.last


def _are_near(one: date, other: date, are_months: bool) -> bool:
    """Whether two ends may be one of which a text states only the month, or, unless both name months, the year."""
    if one.year != other.year:
        return False
    ends = [(day.month, day.day) for day in (one, other)]
    is_year = not are_months and any(end in ((1, 1), (12, 31)) for end in ends)
    return is_year or (one.month == other.month and any(day in (1, 30, 31) for _, day in ends))


def _pair_alike(whens: Sequence[Sequence[When]], over: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The dates left over, precision by precision, where they are equally many on both sides."""
    found: list[tuple[int, int]] = []
    for precision in Precision:
        same = [[k for k in rest if side[k].precision is precision] for rest, side in zip(over, whens, strict=True)]
        if precision not in _VAGUE and len(same[0]) == len(same[1]):
            found += zip(*same, strict=True)
    return found


def _pair_rest(whens: Sequence[Sequence[When]], over: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """What is left over at last: one date on either side; equally many in the order of the text; a single date with the first that is like it."""
    if len(over[0]) == len(over[1]) == 1:
        return [(over[0][0], over[1][0])]
    if len(over[0]) == len(over[1]):
        return [(i, j) for i, j in zip(*over, strict=True) if _are_alike(whens[0][i], whens[1][j])]
    if min(map(len, over)) != 1:
        return []
    pairs = [(i, j) for i in over[0] for j in over[1]]
    same = [(i, j) for i, j in pairs if whens[0][i].precision is whens[1][j].precision]
    return (same or [(i, j) for i, j in pairs if _are_alike(whens[0][i], whens[1][j])])[:1]


def _are_alike(one: When, other: When) -> bool:
    """Whether two dates can be counterparts: of one precision, or one of them of no certain precision."""
    return one.precision is other.precision or one.precision in _VAGUE or other.precision in _VAGUE
