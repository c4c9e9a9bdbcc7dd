"""Arithmetic on closed intervals of days. Nothing here knows a language."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import attrs

from claimcmp.facets.numerals import make_day
from claimcmp.records import Precision

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season: meteorological seasons of the northern hemisphere."""


@attrs.frozen
class Interval:
    """Days from ``first`` to ``last``, both included; None leaves an end open."""

    first: date | None
    last: date | None
    precision: Precision


def shift_days(day: date, days: int) -> date:
    """The day so many days away, held inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def day_interval(day: date) -> Interval:
    """One day."""
    return Interval(day, day, Precision.DAY)


def month_interval(year: int, month: int) -> Interval:
    """One month."""
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), Precision.MONTH)


def year_interval(year: int) -> Interval:
    """One year."""
    return Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def week_interval(day: date, first_weekday: int) -> Interval:
    """The week of a day; ``first_weekday`` is 1 for Monday to 7 for Sunday."""
    first = shift_days(day, -((day.isoweekday() - first_weekday) % 7))
    return Interval(first, shift_days(first, 6), Precision.WEEK)


def season_interval(season: str, year: int) -> Interval:
    """Three months; winter is that of the December of ``year``."""
    start = date(year, _SEASONS[season], 1)
    return Interval(start, shift_days(shift_months(start, 3), -1), Precision.SEASON)


def unit_interval(unit: str, day: date, shift: int, first_weekday: int) -> Interval:
    """The week, weekend, month or year that lies ``shift`` such units from that of ``day``."""
    if unit == "week":
        return week_interval(shift_days(day, 7 * shift), first_weekday)
    if unit == "weekend":
        monday = shift_days(day, 7 * shift - day.weekday())
        return Interval(shift_days(monday, 5), shift_days(monday, 6), Precision.RANGE)
    if unit == "month":
        moved = shift_months(day, shift)
        return month_interval(moved.year, moved.month)
    if unit == "year":
        return year_interval(shift_months(day, 12 * shift).year)
    return day_interval(shift_days(day, shift))


def ago_interval(unit: str, count: float, day: date) -> Interval:
    """What "so many units ago" means: the day itself, or half a unit on either side of it.

    Reports round: "two months ago" is seldom two months to the day.
    """
    whole = min(int(count), 100_000)
    if unit == "day":
        return day_interval(shift_days(day, -whole))
    if unit == "week":
        middle = shift_days(day, -7 * whole)
        return Interval(shift_days(middle, -3), shift_days(middle, 3), Precision.WEEK)
    if unit == "month":
        middle = shift_months(day, -whole)
        return Interval(shift_days(middle, -15), shift_days(middle, 15), Precision.MONTH)
    middle = shift_months(day, -round(12 * min(count, 100_000)))
    return Interval(shift_days(middle, -183), shift_days(middle, 183), Precision.YEAR)


def span_interval(unit: str, count: float, day: date, direction: int) -> Interval:
    """The days between ``day`` and so many units before (direction -1) or after (1) it."""
    whole = min(int(count), 100_000) * direction
    days = {"day": 1, "week": 7}.get(unit)
    far = shift_days(day, whole * days) if days else shift_months(day, whole * (12 if unit == "year" else 1))
    return Interval(min(far, day), max(far, day), Precision.RANGE)


def phase_interval(phase: str, whole: Interval) -> Interval:
    """The early, mid or late third of an interval.

    "Late June" is the 21st to the 30th: the third of a month, ten days, is
    also what Arabic أوائل / أواسط / أواخر name.
    """
    if whole.first is None or whole.last is None:
        return whole
    days = (whole.last - whole.first).days + 1
    third = 10 if 28 <= days <= 31 else days / 3
    cuts = (whole.first, shift_days(whole.first, int(third)), shift_days(whole.first, int(2 * third)))
    if phase == "early":
        return Interval(cuts[0], shift_days(cuts[1], -1), Precision.RANGE)
    if phase == "mid":
        return Interval(cuts[1], shift_days(cuts[2], -1), Precision.RANGE)
    return Interval(cuts[2], whole.last, Precision.RANGE)


def resolve_weekday(weekday: int, published: date, relation: str) -> date:
    """The day meant by a weekday's name (1 is Monday).

    ``relation``: "" the most recent on or before ``published``; "past" strictly
    before it, "next" strictly after it, "current" within seven days from the
    Monday of its week.
    """
    back = (published.isoweekday() - weekday) % 7
    if relation == "past":
        return shift_days(published, -(back or 7))
    if relation == "next":
        return shift_days(published, 7 - back if back else 7)
    if relation == "current":
        return shift_days(published, weekday - published.isoweekday())
    return shift_days(published, -back)


def resolve_month(month: int, day: int | None, published: date, relation: str, days_ahead: int) -> Interval | None:
    """A month, or a day of it, that was named without a year.

    ``relation`` is as for :func:`resolve_weekday`. Without one: the most
    recent on or before ``published``, or the coming one when that begins
    within ``days_ahead`` days.
    """
    found = [candidate for year in range(published.year - 1, published.year + 2) if (candidate := _month_or_day(year, month, day))]
    if relation == "current":
        return next((c for c in found if c.first and c.first.year == published.year), None)
    begun = [c for c in found if c.first and c.last and (c.last < published if relation == "past" else c.first <= published)]
    ahead = [c for c in found if c.first and c.first > published]
    if relation == "next":
        return ahead[0] if ahead else None
    if not relation and ahead and ahead[0].first and ahead[0].first <= shift_days(published, days_ahead):
        return ahead[0]
    return begun[-1] if begun else None


def _month_or_day(year: int, month: int, day: int | None) -> Interval | None:
    if not 1 <= year <= 9999:
        return None
    if day is None:
        return month_interval(year, month)
    found = make_day(year, month, day)
    return day_interval(found) if found else None
