"""Days of the Hijri calendars, lunar and solar, as days of the common calendar."""

from __future__ import annotations

from datetime import date, timedelta

from claimcmp.facets.when_calendar import Interval, shift_days
from claimcmp.records import Precision

_HIJRI_EPOCH = date(622, 7, 19)
"""The first day of the tabular lunar calendar (civil reckoning), in the proleptic Gregorian calendar."""

_SOLAR_NEW_YEAR = (3, 21)
"""Nowruz: 20 to 22 March; the reckoning of Borkowski below gives the day."""

_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Leap years within 33 solar years, right for the years 1244 to 1472 (K. M. Borkowski, The Persian calendar for 3000 years, 1996)."""


def make_solar_interval(year: int, month: int, day: int | None) -> Interval | None:
    """A month or a day of the Solar Hijri calendar of Iran and Afghanistan; None for a day it lacks.

    Examples
    --------
    >>> make_solar_interval(1401, 8, 23).first.isoformat()
    '2022-11-14'
    """
    days = [*[31] * 6, *[30] * 5, 30 if _is_leap(year) else 29]
    if not 1 <= month <= 12 or not 1200 <= year < 1500 or (day is not None and not 1 <= day <= days[month - 1]):
        return None
    first = shift_days(_start_solar_year(year), sum(days[: month - 1]))
    if day is not None:
        only = shift_days(first, day - 1)
        return Interval(only, only, Precision.DAY)
    return Interval(first, shift_days(first, days[month - 1] - 1), Precision.MONTH)


def make_solar_year(year: int) -> Interval:
    """A year of the Solar Hijri calendar, from March to March."""
    return Interval(_start_solar_year(year), shift_days(_start_solar_year(year + 1), -1), Precision.YEAR)


def find_solar_year(day: date) -> int:
    """The solar year that a day lies in."""
    year = day.year - 621
    return year if day >= _start_solar_year(year) else year - 1


def make_hijri_interval(year: int, month: int, day: int | None) -> Interval | None:
    """A month or a day of the lunar Hijri calendar; None for a day it lacks.

    The moon is sighted: the tabular reckoning may be a day off either way, and
    the interval allows for that.

    Examples
    --------
    >>> interval = make_hijri_interval(1444, 9, 1)  # first of Ramadan, 23 March 2023
    >>> interval.first.isoformat(), interval.last.isoformat()
    ('2023-03-22', '2023-03-24')
    """
    if not 1 <= month <= 12 or not 1 <= year <= 1600 or (day is not None and not 1 <= day <= 30):
        return None
    elapsed = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    first = _HIJRI_EPOCH + timedelta(days=elapsed)
    if day is not None:
        middle = shift_days(first, day - 1)
        return Interval(shift_days(middle, -1), shift_days(middle, 1), Precision.DAY)
    return Interval(shift_days(first, -1), shift_days(first, 30), Precision.MONTH)


def find_hijri_year(day: date) -> int:
    """The lunar year that a day lies in, as near as the tabular reckoning tells."""
    return int(((day - _HIJRI_EPOCH).days * 30 + 10646) / 10631)


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAPS


def _start_solar_year(year: int) -> date:
    """The day of Nowruz, counted in whole leap cycles from that of 1400 (21 March 2021)."""
    span = range(1400, year) if year >= 1400 else range(year, 1400)
    days = sum(366 if _is_leap(other) else 365 for other in span)
    return date(2021, *_SOLAR_NEW_YEAR) + timedelta(days=days if year >= 1400 else -days)
