"""Dates that only their surroundings could settle: a month without a year, a weekday, "yesterday", "last month", in a text without a publication date.

They give no interval. But two texts that were published on one unknown day
and name two months, weekdays, days by their distance, or weeks, months and years by theirs, name two times.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from claimcmp.facets.lexer import Lexed, lex
from claimcmp.facets.when import find_matches
from claimcmp.facets.when_calendar import Interval
from claimcmp.facets.when_found import Context, Found
from claimcmp.facets.when_resolve import read_unit_name, resolve
from claimcmp.records import Claim, Difference, FacetName, Relation, Span, When
from claimcmp.settings import Settings

_STRETCHES = {"week", "month", "year"}
_RELATED = {"year", "year_before", "year_after"}
_KINDS: Mapping[str, str] = {
    "day": "month",
    "month": "month",
    "weekday": "weekday",
    "deictic": "deictic",
    "unit": "stretch",
    "ago": "stretch",
}
"""Kinds of dates that are compared with each other, and the part that names them; a stretch is a week, month or year told by its distance."""

_SOME_DAY = date(2001, 6, 13)
"""A day in the middle of its week, month and year, from which stretches are counted to be held together."""

_NEVER_ONE = {"week", "year"}
"""Units of which a stretch in the one is no translation of one in the other: "last week", "this year"."""


@attrs.frozen
class OpenDate:
    """A date that its text leaves open: what names it ("month", 11), the day of the month where told, and where it stands; of a stretch the unit, and the days it would take in."""

    kind: str
    value: int
    day: int | None
    span: Span
    unit: str = ""
    days: Interval | None = None


def read_open_dates(claim: Claim, settings: Settings) -> tuple[OpenDate, ...]:
    """The months, weekdays and days by distance of a claim that no date of its facets covers, in order; spans are offsets into the article.

    Examples
    --------
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=21), text="They met in November.")
    >>> [(found.kind, found.value) for found in read_open_dates(claim, Settings())]
    [('month', 11)]
    """
    lexed = lex(claim.text, claim.language, settings.language_files)
    read = [facet.span for facet in claim.facets if isinstance(facet, When)]
    dates: list[OpenDate] = []
    for found in find_matches(lexed):
        start, end = lexed.items[found.start].start + claim.span.start, lexed.items[found.end - 1].end + claim.span.start
        kind = _KINDS.get(found.kind)
        if kind is None or _RELATED & found.parts.keys() or any(span.start < end and start < span.end for span in read):
            continue
        span = Span(start=start, end=end)
        made = _make_stretch(found, lexed, span) if kind == "stretch" else _make(found, kind, span)
        dates += [made] if made is not None else []
    return tuple(sorted(dates, key=lambda date: date.span.start))


def _make(found: Found, kind: str, span: Span) -> OpenDate:
    day = found.parts["day"].meaning if "day" in found.parts else {}
    return OpenDate(kind, int(found.parts[kind].meaning[kind]), day.get("day", day.get("dayword")), span)


def _make_stretch(found: Found, lexed: Lexed, span: Span) -> OpenDate | None:
    """A week, month or year by its distance; None for other units ("this morning", "two days ago")."""
    unit = read_unit_name(found)
    days = resolve(found, Context(lexed.items, _SOME_DAY, 0)) if unit in _STRETCHES else None
    if days is None or days.first is None or days.last is None:
        return None
    return OpenDate("stretch", 0, None, span, unit, days)


def compare_open_dates(left: Claim, right: Claim, settings: Settings, *, is_parallel: bool = False) -> tuple[Difference, ...]:
    """How the dates that both claims leave open stand to each other; nothing where only one side has such.

    One left over on either side, of one kind, conflicts when all others of that kind have met;
    in texts that run in parallel one left over on one side is enough, as it has its counterpart among the others.
    """
    if left.published is not None or right.published is not None:
        return ()
    sides = read_open_dates(left, settings), read_open_dates(right, settings)
    found: list[Difference] = []
    for kind in dict.fromkeys(_KINDS.values()):
        found += _compare_kind(*([date for date in side if date.kind == kind] for side in sides), is_parallel=is_parallel)
    return tuple(found)


def _compare_kind(left: Sequence[OpenDate], right: Sequence[OpenDate], *, is_parallel: bool) -> list[Difference]:
    differences, rest = [], list(right)
    over = []
    for one in left:
        other = next((other for other in rest if _fit(one, other)), None)
        if other is None:
            over.append(one)
            continue
        rest.remove(other)
        differences.append(_differ(_relate(one, other), one, other))
    if len(over) == len(rest) == 1 or (is_parallel and min(len(over), len(rest)) == 1):
        differences.append(_differ(Relation.CONFLICTING, over[0], rest[0]))
    return differences


def _fit(one: OpenDate, other: OpenDate) -> bool:
    if one.days is not None and other.days is not None:
        return {one.unit, other.unit} != _NEVER_ONE and _share_a_day(one.days, other.days)
    return one.value == other.value and (one.day is None or other.day is None or one.day == other.day)


def _share_a_day(one: Interval, other: Interval) -> bool:
    ends = ((one.first, other.last), (other.first, one.last))
    return all(first is not None and last is not None and first <= last for first, last in ends)


def _relate(one: OpenDate, other: OpenDate) -> Relation:
    if one.day == other.day:
        return Relation.SAME if one.days == other.days else Relation.COMPATIBLE
    return Relation.RIGHT_MORE_PRECISE if one.day is None else Relation.LEFT_MORE_PRECISE


def _differ(relation: Relation, left: OpenDate, right: OpenDate) -> Difference:
    return Difference(
        facet=FacetName.DATE, relation=relation, left=left.span, right=right.span, note="neither text says which year or week"
    )
