"""Numerals and number words: what number they write."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from claimcmp.facets.items import Item, Meaning

if TYPE_CHECKING:
    from claimcmp.facets.lexicon import Lexicon

_SEPARATOR = re.compile(r"[^\d]")
_YEARS = range(1500, 2101)
_HUNDRED = 100


def parse_numeral(form: str, grouping: str) -> Meaning:
    """The meaning of digits with separators: ``number``, and ``day`` or ``year`` where they can be one.

    A separator that occurs twice, or before another kind, groups thousands.
    One that occurs once is the decimal point unless ``grouping`` names it and
    exactly three digits follow.
    """
    separators = _SEPARATOR.findall(form)
    if not separators:
        value = int(form)
        meaning: dict[str, Any] = {"number": float(value)}
        if 1 <= value <= 31 and len(form) <= 2:
            meaning["day"] = value
        if len(form) == 4 and value in _YEARS:
            meaning["year"] = value
        return meaning
    last, digits = separators[-1], _SEPARATOR.split(form)
    groups_well = 0 < len(digits[0]) <= 3 and all(len(group) == 3 for group in digits[1:])
    if groups_well and len(set(separators)) == 1 and (len(separators) > 1 or last in grouping or last in " '\u066c"):
        return {"number": float("".join(digits))}
    if separators.count(last) == 1 and last != " ":
        return {"number": float("".join(digits[:-1]) + "." + digits[-1]), "decimal": None}
    return {"identifier": None}


def parse_date(form: str, numeric_order: str) -> Meaning:
    """The meaning of a date in digits, ``date`` when it can be only one day.

    A year in front is ISO 8601. Otherwise ``numeric_order`` ("dmy", "mdy") decides;
    without one, only a date that reads one way is read.
    """
    parts = re.split(r"[/.\-]", form)
    fields = [int(part) for part in parts]
    if len(parts[0]) == 4:
        orders = [(fields[0], fields[1], fields[2])]
    else:
        by_day, by_month = (fields[2], fields[1], fields[0]), (fields[2], fields[0], fields[1])
        orders = {"dmy": [by_day], "mdy": [by_month]}.get(numeric_order, [by_day, by_month])
    days = {day for day in (make_day(*order) for order in orders) if day is not None and day.year in _YEARS}
    return {"date": days.pop()} if len(days) == 1 else {"identifier": None}


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def merge_numbers(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """The items with each run of number words and scales made one item tagged ``number``."""
    merged: list[Item] = []
    position = 0
    while position < len(items):
        meaning = items[position].meaning
        if "numword" in meaning or "number" in meaning or "scale" in meaning or "fraction" in meaning:
            item, length = _read_number(items, position, bool(lexicon.options.get("units_first")))
            merged.append(item)
            position += length
        else:
            merged.append(items[position])
            position += 1
    return merged


def _read_number(items: list[Item], position: int, units_first: bool) -> tuple[Item, int]:
    """One number from ``position`` on: (item, items used)."""
    first = items[position]
    total, group, used, after_and = 0.0, _value(first), 1, False
    if group is None:
        return first, 1
    if "scale" in first.meaning:
        total, group = _apply_scale(total, 1.0, group)
    previous, cursor = first, position + 1
    while cursor < len(items):
        item = items[cursor]
        if not after_and and ("and" in item.meaning or ("dash" in item.meaning and item.glued)) and "numword" not in item.meaning:
            after_and, cursor = True, cursor + 1
            continue
        step = _extend(total, group, previous, item, after_and, units_first)
        if step is None:
            break
        (total, group), previous, after_and = step, item, False
        cursor += 1
        used = cursor - position
    if used == 1 and "scale" not in first.meaning:
        return _single(first, group)
    last = items[position + used - 1]
    form = " ".join(item.form for item in items[position : position + used])
    return Item(
        form,
        first.start,
        last.end,
        {"number": total + group, "worded": None, **_last_scale(items[position : position + used])},
        glued=first.glued,
    ), used


def _last_scale(run: list[Item]) -> Meaning:
    return {"scaled": run[-1].meaning["scale"]} if "scale" in run[-1].meaning else {}


def _single(item: Item, value: float) -> tuple[Item, int]:
    if "fraction" in item.meaning:
        return item, 1
    meaning = {**item.meaning, "number": value}
    if "numword" in item.meaning and 1 <= value <= 31:
        meaning["day"] = int(value)
    return item._replace(meaning=meaning), 1


def _value(item: Item) -> float | None:
    for tag in ("number", "numword", "scale", "fraction"):
        if tag in item.meaning:
            return float(item.meaning[tag])
    return None


def _apply_scale(total: float, group: float, scale: float) -> tuple[float, float]:
    return (total, group * scale) if scale == _HUNDRED else (total + group * scale, 0.0)


def _extend(total: float, group: float, previous: Item, item: Item, after_and: bool, units_first: bool) -> tuple[float, float] | None:
    """The number with ``item`` taken in, or None if it begins another number."""
    meaning = item.meaning
    if "scale" in meaning:
        scale = float(meaning["scale"])
        if after_and:
            return _apply_scale(total + group, 1.0, scale) if total + group > scale else None
        return _apply_scale(total, group, scale) if 0 < group and (scale == _HUNDRED or not 0 < total < scale) else None
    if "fraction" in meaning and after_and and "scale" in previous.meaning:
        return total + float(meaning["fraction"]) * float(previous.meaning["scale"]), group
    digits_after_scale = "number" in meaning and "scale" in previous.meaning and after_and
    if "numword" not in meaning and not digits_after_scale:
        return None
    if "numword" not in previous.meaning and "scale" not in previous.meaning:
        return None
    value = float(meaning.get("numword", meaning.get("number", 0.0)))
    return (total, group + value) if _fits(previous, value, group, total, after_and, units_first) else None


def _fits(previous: Item, value: float, group: float, total: float, after_and: bool, units_first: bool) -> bool:
    if "scale" in previous.meaning:
        return value < float(previous.meaning["scale"])
    below = float(previous.meaning["numword"])
    if below >= _HUNDRED:
        return value < _HUNDRED
    if below >= 20 and below % 10 == 0:
        return value < 10
    if units_first and below < 10:
        return (value == 10 and not after_and) or (after_and and value >= 20 and value < _HUNDRED and value % 10 == 0)
    return False
