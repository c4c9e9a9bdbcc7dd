"""What a matched date means: an interval of days, or None where it must stay unread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from claimcmp.facets.items import Item
from claimcmp.facets.numerals import make_day
from claimcmp.facets.when_calendar import (
    Interval,
    ago_interval,
    day_interval,
    month_interval,
    phase_interval,
    resolve_month,
    resolve_weekday,
    season_interval,
    shift_days,
    span_interval,
    unit_interval,
    week_interval,
    year_interval,
)
from claimcmp.facets.when_eras import find_hijri_year, find_solar_year, make_hijri_interval, make_solar_interval, make_solar_year
from claimcmp.facets.when_found import Context, Found
from claimcmp.facets.when_tense import find_tense
from claimcmp.records import Precision

_RELATIONS = {"past": "past", "past_after": "past", "next": "next", "next_after": "next", "current": "current", "current_after": "current"}
_SHIFTS = {"past": -1, "current": 0, "next": 1}
_CENTURY = 100
_CENTURY_OF_DECADES = 1900
"""A decade named without its century ("the thirties") is one of the last century's."""
FindYear = Callable[[date], int]
MakeInterval = Callable[[int, int, int | None], Interval | None]


def resolve(found: Found, context: Context) -> Interval | None:
    """The interval a match stands for; None when the text or the publication date does not settle it."""
    interval = _RESOLVERS[found.kind](found, context)
    phase = found.parts.get("phase")
    if interval is None or phase is None:
        return interval
    return phase_interval(next(tag for tag in ("early", "mid", "late") if {tag, f"{tag}_after"} & phase.meaning.keys()), interval)


def _relation(found: Found, *names: str) -> str:
    for name in names:
        item = found.parts.get(name)
        if item is not None:
            return next(_RELATIONS[tag] for tag in _RELATIONS if tag in item.meaning)
    return ""


def _stated_year(found: Found, context: Context) -> int | None:
    if "year" in found.parts:
        return int(found.parts["year"].meaning["year"])
    relation = _relation(found, "year_before", "year_after")
    return context.published.year + _SHIFTS[relation] if relation and context.published else None


def _day_number(item: Item) -> int:
    return int(item.meaning["day"] if "day" in item.meaning else item.meaning["dayword"])


def _resolve_numeric(found: Found, context: Context) -> Interval | None:
    return day_interval(found.parts["date"].meaning["date"])


def _month_of(found: Found, context: Context, day: int | None) -> Interval | None:
    month, year = int(found.parts["month"].meaning["month"]), _stated_year(found, context)
    if year is not None:
        exact = make_day(year, month, day or 1)
        return None if exact is None else day_interval(exact) if day else month_interval(year, month)
    if context.published is None or _relation(found, "year_before", "year_after"):
        return None
    relation, tense = _relation(found, "before", "after"), ""
    if not relation:
        tense = find_tense(found, context)
        relation = "next" if tense == "next" else ""
    if relation == "next" and not _relation(found, "before", "after"):
        current = resolve_month(month, day, context.published, "current", 0)
        if current is not None and current.last is not None and current.last >= context.published:
            return current
    return resolve_month(month, day, context.published, relation, 0 if tense == "said" else context.days_ahead)


def _resolve_day(found: Found, context: Context) -> Interval | None:
    return _month_of(found, context, _day_number(found.parts["day"]))


def _resolve_days(found: Found, context: Context) -> Interval | None:
    if "and" in found.parts["link"].meaning and "opening" not in found.parts:
        return None
    first = _month_of(found, context, _day_number(found.parts["first"]))
    last = _month_of(found, context, _day_number(found.parts["last"]))
    if first is None or last is None or first.first is None or last.last is None or not 0 < (last.last - first.first).days < 31:
        return None
    return Interval(first.first, last.last, Precision.RANGE)


def _distance(interval: Interval, day: date) -> int:
    return 0 if interval.first is None else abs((interval.first - day).days)


def _resolve_season(found: Found, context: Context) -> Interval | None:
    season, year = str(found.parts["season"].meaning["season"]), _stated_year(found, context)
    if year is not None:
        return season_interval(season, year) if year < 9999 else None
    relation = _relation(found, "before", "after")
    if not relation or context.published is None or not 2 < context.published.year < 9990:
        return None
    published = context.published
    options = [season_interval(season, published.year + shift) for shift in (-2, -1, 0, 1)]
    if relation == "current":
        return min(options, key=lambda season: _distance(season, published))
    if relation == "past":
        return [s for s in options if s.last and s.last < published][-1]
    return next(s for s in options if s.first and s.first > published)


def _resolve_years(found: Found, context: Context) -> Interval | None:
    first, last = (int(found.parts[name].meaning["year"]) for name in ("first", "last"))
    if first >= last or ("opening" not in found.parts and "dash" not in found.parts["link"].meaning):
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31), Precision.RANGE)


def _resolve_short_years(found: Found, context: Context) -> Interval | None:
    """Two years of which the second is written by its last two digits, "1950-53"."""
    first, last = int(found.parts["first"].meaning["year"]), found.parts["last"]
    far = first - first % _CENTURY + int(last.meaning["number"])
    if not last.glued or len(last.form) != 2 or not first < far < first + _CENTURY:
        return None
    return Interval(date(first, 1, 1), date(far, 12, 31), Precision.RANGE)


def _resolve_year(found: Found, context: Context) -> Interval | None:
    return year_interval(int(found.parts["year"].meaning["year"]))


def _resolve_decade(found: Found, context: Context) -> Interval | None:
    item = found.parts["decade"]
    value = int(next(item.meaning[tag] for tag in ("year", "decade", "decade_name", "number") if tag in item.meaning))
    first = value if value >= _CENTURY else _CENTURY_OF_DECADES + value
    if first % 10 or not 1000 <= first < 9990:
        return None
    return Interval(date(first, 1, 1), date(first + 9, 12, 31), Precision.RANGE)


def _resolve_solar(found: Found, context: Context) -> Interval | None:
    return _resolve_era(found, context, "solar_month", (find_solar_year, make_solar_interval))


def _resolve_hijri(found: Found, context: Context) -> Interval | None:
    return _resolve_era(found, context, "hijri_month", (find_hijri_year, make_hijri_interval))


def _resolve_era(found: Found, context: Context, tag: str, era: tuple[FindYear, MakeInterval]) -> Interval | None:
    """A day or month of another calendar; without a year, the latest one up to the publication."""
    year, (find_year, make_interval) = _era_year(found), era
    month, day = int(found.parts["month"].meaning[tag]), _era_day(found)
    if year is not None:
        return make_interval(year, month, day)
    if context.published is None:
        return None
    current = find_year(context.published)
    return _latest([make_interval(current + shift, month, day) for shift in (-1, 0)], context.published)


def _resolve_solar_year(found: Found, context: Context) -> Interval | None:
    year = _era_year(found)
    return None if year is None else make_solar_year(year)


def _era_year(found: Found) -> int | None:
    return int(found.parts["year"].meaning["era_year"]) if "year" in found.parts else None


def _era_day(found: Found) -> int | None:
    return _day_number(found.parts["day"]) if "day" in found.parts else None


def _latest(options: Sequence[Interval | None], published: date) -> Interval | None:
    """The last of the intervals that has begun by the publication."""
    begun = [interval for interval in options if interval is not None and interval.first is not None and interval.first <= published]
    return begun[-1] if begun else None


def _count(found: Found) -> float:
    item = found.parts.get("count")
    if item is None:
        return 2.0 if "dual" in found.parts["unit"].meaning else 1.0
    return float(item.meaning["number"] if "number" in item.meaning else item.meaning["defnum"])


def read_unit_name(found: Found) -> str:
    """The unit of time that a date is told in ("last month", "two weeks ago")."""
    meaning = found.parts["unit"].meaning
    return str(next(meaning[tag] for tag in ("dual", "unit", "units") if tag in meaning))


def _resolve_ago(found: Found, context: Context) -> Interval | None:
    return ago_interval(read_unit_name(found), _count(found), context.published) if context.published else None


def _resolve_since_ago(found: Found, context: Context) -> Interval | None:
    return span_interval(read_unit_name(found), _count(found), context.published, -1) if context.published else None


def _resolve_stretch(found: Found, context: Context) -> Interval | None:
    direction = _SHIFTS[_relation(found, "before", "after")]
    return span_interval(read_unit_name(found), _count(found), context.published, direction) if context.published else None


def _resolve_weekday(found: Found, context: Context) -> Interval | None:
    if context.published is None:
        return None
    weekday = int(found.parts["weekday"].meaning["weekday"])
    week = _relation(found, "week_before", "week_after")
    if week:
        first = week_interval(shift_days(context.published, 7 * _SHIFTS[week]), context.first_weekday).first
        return None if first is None else day_interval(shift_days(first, (weekday - context.first_weekday) % 7))
    relation = _relation(found, "before", "after")
    if not relation and "deictic" in found.parts:
        relation = "next" if found.parts["deictic"].meaning["deictic"] > 0 else "said"
    relation = relation or find_tense(found, context)
    if relation == "next" and not _relation(found, "before", "after") and context.published.isoweekday() == weekday:
        relation = ""
    return _spread_night(found, resolve_weekday(weekday, context.published, "" if relation == "said" else relation))


def _spread_night(found: Found, day: date) -> Interval:
    """The day, or the two days that a night lies in: Sunday night ends on Monday, the night to Tuesday begins on Monday."""
    parts = found.parts
    before = -1 if "night_to" in parts or "night_of" in parts else 0
    after = 1 if "night" in parts or "night_range" in parts or "night_of" in parts or "night_word" in parts["weekday"].meaning else 0
    return Interval(shift_days(day, before), shift_days(day, after), Precision.DAY)


def _resolve_deictic(found: Found, context: Context) -> Interval | None:
    return day_interval(shift_days(context.published, int(found.parts["deictic"].meaning["deictic"]))) if context.published else None


def _resolve_unit(found: Found, context: Context) -> Interval | None:
    if context.published is None:
        return None
    relation = _relation(found, "before", "after")
    return unit_interval(read_unit_name(found), context.published, _SHIFTS.get(relation, 0), context.first_weekday)


_RESOLVERS: Mapping[str, Callable[[Found, Context], Interval | None]] = {
    "numeric": _resolve_numeric, "day": _resolve_day, "days": _resolve_days, "month": lambda found, context: _month_of(found, context, None),
    "season": _resolve_season, "years": _resolve_years, "short_years": _resolve_short_years, "year": _resolve_year, "bare_year": _resolve_year, "ago": _resolve_ago, "since_ago": _resolve_since_ago,
    "stretch": _resolve_stretch, "weekday": _resolve_weekday, "deictic": _resolve_deictic, "unit": _resolve_unit,
    "decade": _resolve_decade, "solar": _resolve_solar, "hijri": _resolve_hijri, "solar_year": _resolve_solar_year,
}  # fmt: skip
