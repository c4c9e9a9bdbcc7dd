"""Numerals and number words: what number they write."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Set
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from claimcmp.facets.items import Item, Meaning, item_at

if TYPE_CHECKING:
    from claimcmp.facets.lexicon import Lexicon

_SEPARATOR = re.compile(r"[^\d]")
_YEARS = range(1500, 2101)
_ERA_YEARS = range(1200, 1500)
"""Years of the Hijri calendars, solar and lunar; only beside their months, or where a language counts years so."""
_PARTS = 2
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_NO_ADDEND = {"numword", "year", "era_year", "decimal"}
_OWN_NOUNS = {"month", "solar_month", "hijri_month", "unit", "units", "measure", "slash", "colon"}
"""Behind them figures below a hundred are a number of their own: days of a month, "ten years ago", per cent."""
_MILLION = 1_000_000


def parse_numeral(form: str, grouping: str) -> Meaning:
    """The meaning of digits with separators: ``number``, and ``day`` or ``year`` where they can be one.

    A separator that occurs twice, or before another kind, groups thousands.
    One that occurs once is the decimal point unless ``grouping`` names it and
    exactly three digits follow.
    """
    separators = _SEPARATOR.findall(form)
    if not separators:
        value = int(form)
        if len(form) > 1 and form[0] == "0" and value > 31:
            return {"identifier": None}
        meaning: dict[str, Any] = {"number": float(value)}
        if 1 <= value <= 31 and len(form) <= 2:
            meaning |= {"day": value, "figure_day": value}
        if len(form) == 4 and value in _YEARS:
            meaning["year"] = value
        elif len(form) == 4 and value in _ERA_YEARS:
            meaning["era_year"] = value
        return meaning
    last, digits = separators[-1], _SEPARATOR.split(form)
    groups_well = 0 < len(digits[0]) <= 3 and all(len(group) == 3 for group in digits[1:])
    if groups_well and len(set(separators)) == 1 and (len(separators) > 1 or last in grouping or last in " '\u066c\u060c"):
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
    """The items with each run of number words and scales made one item tagged ``number``, and with spoken decimals («7 فاصل 2») as one."""
    return _join_points(_merge_runs(_join_definite(items), lexicon))


def _join_definite(items: list[Item]) -> list[Item]:
    """The items with numbers made one whose parts all have an article («الخمسة والأربعون»); tens or hundreds alone are an ordinal or a name («القرن العشرين»)."""
    joined: list[Item] = []
    position = 0
    while position < len(items):
        values, end = _read_parts(items, position)
        if len(values) < _PARTS:
            joined.append(items[position])
            position += 1
            continue
        meaning: dict[str, Any] = {"defnum": math.fsum(values)}
        if end < len(items) and "scale" in items[end].meaning:
            scale = float(items[end].meaning["scale"])
            meaning = {"number": meaning["defnum"] * scale, "worded": None, "scaled": scale}
            end += 1
        form = " ".join(item.form for item in items[position:end])
        joined.append(items[position]._replace(form=form, end=items[end - 1].end, meaning=meaning))
        position = end
    return joined


def _read_parts(items: list[Item], position: int) -> tuple[list[float], int]:
    """The parts, each with an article, of a number from ``position`` on, and where it ends."""
    values: list[float] = []
    while position < len(items) and not (values and items[position].opens_line):
        is_linked = bool(values) and "and" in items[position].meaning
        part = _find_part(items, position + is_linked)
        if part is None or (values and not _follows_on(values[-1], part)):
            break
        values.append(part)
        position += 1 + is_linked
        if not item_at(items, position).meaning.keys() & {"and", "added_ten"}:
            break
    return values, position


def _find_part(items: list[Item], position: int) -> float | None:
    meaning = item_at(items, position).meaning
    return next((float(meaning[tag]) for tag in ("defnum", "defpart", "added_ten") if tag in meaning), None)


def _follows_on(before: float, after: float) -> bool:
    """Whether a part of a number goes on with a smaller one, or a unit with tens."""
    return after < _HUNDRED <= before or before < _TEN <= after < _HUNDRED


def _join_points(items: list[Item]) -> list[Item]:
    """The items with two whole numbers and the word for the decimal point between them made one number."""
    joined: list[Item] = []
    for item in items:
        if len(joined) > 1 and "point" in joined[-1].meaning and _is_whole(joined[-2]) and _is_whole(item):
            digits = item.form if item.form.isdigit() else f"{item.meaning['number']:.0f}"
            value = float(f"{joined[-2].meaning['number']:.0f}.{digits}")
            form = f"{joined[-2].form} {joined.pop().form} {item.form}"
            joined[-1] = joined[-1]._replace(form=form, end=item.end, meaning={"number": value, "decimal": None})
        else:
            joined.append(item)
    return joined


def _is_whole(item: Item) -> bool:
    number = item.meaning.get("number")
    return number is not None and "scaled" not in item.meaning and float(number).is_integer()


def _merge_runs(items: list[Item], lexicon: Lexicon) -> list[Item]:
    merged: list[Item] = []
    position = 0
    while position < len(items):
        meaning = items[position].meaning
        if "numword" in meaning or "number" in meaning or "scale" in meaning or "fraction" in meaning:
            item, length = _read_number(items, position, lexicon.options)
            merged.append(item)
            position += length
        else:
            merged.append(items[position])
            position += 1
    return merged


@attrs.frozen
class _Run:
    """A number under way: what is settled, the group below the next scale, the last word taken in, and the least tens that units follow.

    ``is_whole`` tells that it does not begin with a decimal fraction.
    """

    total: float
    group: float
    previous: Item
    worded: bool
    units_first: bool
    least_ten: int
    after_and: bool = False
    is_whole: bool = True


def _read_number(items: list[Item], position: int, options: Mapping[str, Any]) -> tuple[Item, int]:
    """One number from ``position`` on: (item, items used)."""
    first = items[position]
    run, used = _go_on(items, position, options)
    if "fraction" in run.previous.meaning and used > 1 and position + used < len(items):
        again = items[position + used].meaning
        used += "scale_again" in again or again.get("scale") == _find_scale(run.total)  # «مليون ونصف المليون»
    if used == 1 and "plural_scale" in first.meaning:
        return first._replace(meaning={"vague": 2 * float(first.meaning["scale"])}), 1
    if used == 1 and "scale" not in first.meaning:
        return _single(first), 1
    taken = items[position : position + used]
    meaning = {"number": run.total + run.group, "worded": None}
    last = taken[-2] if "fraction" in taken[-1].meaning and "scale" in taken[-2].meaning else taken[-1]
    if "scale" in last.meaning:
        meaning["scaled"] = last.meaning["scale"]
    if any("at_least_after" in item.meaning for item in taken):
        meaning["at_least_inside"] = None
    form = " ".join(item.form for item in taken)
    return Item(form, first.start, taken[-1].end, meaning, glued=first.glued, opens_line=first.opens_line), used


def _go_on(items: list[Item], position: int, options: Mapping[str, Any]) -> tuple[_Run, int]:
    """The number that begins at ``position``, and how many items it takes."""
    run, used = _start_run(items[position], options), 1
    bare_scales = options.get("bare_scales", frozenset())
    for cursor in range(position + 1, len(items)):
        item = items[cursor]
        if item.opens_line:
            break
        if not run.after_and and _is_link(item):
            run = attrs.evolve(run, after_and=True)
            continue
        if "at_least_after" in item.meaning and "scale" in item_at(items, cursor + 1).meaning:
            continue  # «двадцать с лишним тысяч»
        step = _extend(run, item)
        if step is None and not run.after_and and _adds_figures(run, items, cursor, bare_scales):
            step = run.total, run.group + _value(item)
        if step is None:
            break
        run = attrs.evolve(run, total=step[0], group=step[1], previous=item, after_and=False)
        used = cursor - position + 1
    return run, used


def _adds_figures(run: _Run, items: list[Item], cursor: int, bare_scales: Set[str]) -> bool:
    """Whether figures go on with a number that ends in a bare thousand or more («2 bin 400»): no year, day of a month or "ten years ago"."""
    meaning, last = items[cursor].meaning, run.previous
    value, scale = float(meaning.get("number", 0.0)), float(last.meaning.get("scale", 0.0))
    if not run.is_whole or last.form not in bare_scales or not 0 < value < scale or meaning.keys() & _NO_ADDEND:
        return False
    behind = next((item.meaning for item in items[cursor + 1 : cursor + 3] if "joiner" not in item.meaning), {})
    is_own = "dash" in behind or (value < _HUNDRED and bool(behind.keys() & _OWN_NOUNS))
    return float(behind.get("scale", 0.0)) < scale and not is_own


def _start_run(first: Item, options: Mapping[str, Any]) -> _Run:
    worded = "number" not in first.meaning
    value = _value(first)
    settled = value if worded and value >= _THOUSAND else 0.0
    least_ten = 10 if options.get("teens_by_ten") else 20
    return _Run(settled, value - settled, first, worded, bool(options.get("units_first")), least_ten, is_whole=value.is_integer())


def _is_link(item: Item) -> bool:
    return "numword" not in item.meaning and ("and" in item.meaning or ("dash" in item.meaning and item.glued))


def _single(item: Item) -> Item:
    if "fraction" in item.meaning:
        return item
    value = _value(item)
    meaning = {**item.meaning, "number": value}
    if "numword" in item.meaning and 1 <= value <= 31:
        meaning["day"] = int(value)
    return item._replace(meaning=meaning)


def _value(item: Item) -> float:
    return float(next(item.meaning[tag] for tag in ("number", "numword", "scale", "fraction") if tag in item.meaning))


def _apply_scale(total: float, group: float, scale: float) -> tuple[float, float]:
    return (total, group * scale) if scale == _HUNDRED else (total + group * scale, 0.0)


def _extend(run: _Run, item: Item) -> tuple[float, float] | None:
    """Total and group with ``item`` taken in, or None if it begins another number."""
    meaning, before = item.meaning, run.previous.meaning
    if "scale" in meaning:
        return _scale_up(run, float(meaning["scale"]))
    if "fraction" in meaning:
        return _add_fraction(run, meaning) if run.after_and or "added_fraction" in meaning else None
    if not (run.worded or run.after_and) or ("numword" not in before and "scale" not in before):
        return None
    if "numword" not in meaning and not ("number" in meaning and "scale" in before and run.after_and):
        return None
    value = _value(item)
    return (run.total, run.group + value) if _fits(run, value) else None


def _add_fraction(run: _Run, meaning: Meaning) -> tuple[float, float] | None:
    """Total and group with a part of the last word added, be that a number, a scale or both in one: "two and a half", «مليونان ونصف»."""
    before = run.previous.meaning
    if not before.keys() & {"numword", "scale", "number"} or "decimal" in before:
        return None
    part = float(meaning["fraction"]) * float(before["scale"] if "scale" in before else _find_scale(_value(run.previous)))
    return (run.total, run.group + part) if part < 1 else (run.total + part, run.group)


def _find_scale(value: float) -> float:
    """The scale that a number word names or has in it: a thousand, a million, or one for small numbers («مليونان»)."""
    return 1.0 if value < _THOUSAND else float(_THOUSAND ** ((len(f"{value:.0f}") - 1) // 3))


def _scale_up(run: _Run, scale: float) -> tuple[float, float] | None:
    if run.after_and:
        return _apply_scale(run.total + run.group, 1.0, scale) if run.total + run.group > scale else None
    if _is_multiplied(run, scale):
        return (run.total + run.group) * scale, 0.0
    fits = run.group > 0 and (scale == _HUNDRED or not 0 < run.total < scale)
    return _apply_scale(run.total, run.group, scale) if fits else None


def _is_multiplied(run: _Run, scale: float) -> bool:
    """Whether a scale counts all that stands before, thousands included: "a thousand billion", «ألف ومئتا مليون»."""
    return scale >= _MILLION and _THOUSAND <= run.total < _MILLION


def _fits(run: _Run, value: float) -> bool:
    """Whether a smaller number may follow the last word: tens after hundreds, units after tens, or tens after units."""
    before = run.previous.meaning
    if "scale" in before:
        return value < float(before["scale"])
    last = float(before["numword"])
    if last >= _HUNDRED:
        return value < 10.0 ** (len(f"{last:.0f}") - 1)
    if last >= run.least_ten and last % 10 == 0:
        return value < 10
    if run.units_first and last < 10:
        return (value == 10 and not run.after_and) or (run.after_and and 20 <= value < _HUNDRED and value % 10 == 0)
    return False
