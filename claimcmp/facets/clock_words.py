"""The ``[clock]`` table of a language, and a text as units that a time of day may be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import attrs

from claimcmp.facets.items import Item, item_at
from claimcmp.facets.lexer import split_items
from claimcmp.facets.lexicon import load_lexicon, split_phrase
from claimcmp.facets.numerals import merge_numbers
from claimcmp.facets.quantity_guard import is_clock
from claimcmp.languages import load_tables
from claimcmp.languages.structure import structure_table
from claimcmp.text.stars import compile_stars

HALVES = ("forenoon", "noonday", "afternoon", "night")
"""Parts of the day, by how they tell the half of the day that an hour is of."""

_ROLES: Mapping[str, str] = {
    "before": "B", "cues": "C", "loose": "L", "loose_behind": "E", "since": "S", "since_behind": "s", "until": "U", "until_behind": "u",
    "marks": "K", "signs": "k", "joiners": "J", "not_behind": "V", "noon": "n", "midnight": "m", **dict.fromkeys(HALVES, "H"),
}  # fmt: skip
"""Lists of ``[clock]`` and the letter of their words among the units of a text."""
_KEYED: Mapping[str, str] = {"hours": "O", "shifts_before": "P", "shifts_behind": "A", "zones": "Z"}
"""The same of tables whose keys are values."""

_NAMES = "Onm"
"""Roles of words that are hours or times themselves."""
_NUMBERS = frozenset({"number", "numword", "clock", "identifier"})

_FIGURES = re.compile(r"(\d{1,2})[:.,](\d{2})(?::\d{2})?|(\d{2})(\d{2})")
_LAST_MINUTE, _LAST_HOUR = 59, 24
_LONGEST_PHRASE = 5
_LONGEST_CODE = 2


@attrs.frozen(kw_only=True)
class ClockWords:
    """The ``[clock]`` table of a language.

    Parameters
    ----------
    before
        Words that make the number behind them a time: "saat", «الساعة».
    marks, signs
        Words behind a number that make it one: "Uhr", "p.m."; those that do so only behind a preposition: "h".
    cues
        Prepositions before a time.
    loose, loose_behind
        "About", "shortly before", before the time and behind it.
    since, until, since_behind, until_behind
        Words that make it an end of a stretch: "after 8:30", "by 8:30".
    forenoon, noonday, afternoon, night
        Parts of the day: those from midnight to noon, about noon, from noon to midnight, and the night, of which 11 is before midnight.
    noon, midnight
        Words that are a time themselves.
    hours
        Hours that are no number words, by number: «السادسة».
    shifts_before, shifts_behind
        Minutes to add for words before the hour ("half past", «halb») and behind it («et demie», «إلا ربعا»).
    zones
        Zones by name; ``local`` for the time of the place, ``other`` for words that a name follows.
    joiners
        Words that may stand between a time and what belongs to it.
    not_behind
        Words behind a number of hours that make it a duration or a distance: "à deux heures de Paris".
    order
        Words that tell of one among several ("the second blast"), by what they tell.
    is_24_hours
        Whether hours in figures with minutes are counted to 24.
    """

    before: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    loose_behind: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    since_behind: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    until_behind: tuple[str, ...] = ()
    forenoon: tuple[str, ...] = ()
    noonday: tuple[str, ...] = ()
    afternoon: tuple[str, ...] = ()
    night: tuple[str, ...] = ()
    noon: tuple[str, ...] = ()
    midnight: tuple[str, ...] = ()
    hours: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    shifts_before: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    shifts_behind: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    zones: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    joiners: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    order: Mapping[str, str] = attrs.field(factory=dict)
    is_24_hours: bool = False


@attrs.frozen
class Unit:
    """One word, phrase, number or mark: its offsets, the letter of its role, and what it says.

    ``value`` is a number of minutes for figures and shifts, of hours or minutes for a number;
    ``name`` a part of the day or a zone. ``is_sure`` tells that a word makes any number beside it a time,
    ``is_hour`` that the words beside a number make it an hour.
    """

    start: int
    end: int
    role: str
    value: int = 0
    name: str = ""
    is_sure: bool = False
    is_hour: bool = False
    has_zero: bool = False


@attrs.frozen(eq=False)
class ClockLexicon:
    """The words of ``[clock]`` by their folded form, each a unit without a place; the first words of all, and of those that name a time; patterns of ``order``."""

    units: Mapping[str, Unit]
    is_24_hours: bool
    first_words: frozenset[str]
    times: frozenset[str]
    order: Mapping[str, re.Pattern[str]]


@cache
def load_clock_words(language: str, extra: tuple[Path, ...]) -> ClockLexicon:
    """The ``[clock]`` table of a language, to be looked up; empty where there is none."""
    words = structure_table(ClockWords, load_tables(language, extra).get("clock", {}), f"{language}.clock")
    sure = set(words.marks)
    units: dict[str, Unit] = {}
    for key, role in _ROLES.items():
        for form in getattr(words, key):
            name = key if key in HALVES else ""
            is_both = key == "not_behind" and form in words.since
            found = Unit(0, 0, "W" if is_both else role, name=name, is_sure=form in sure)
            units[split_phrase(form)] = found
    for key, role in _KEYED.items():
        for value, forms in getattr(words, key).items():
            number = 0 if role == "Z" else int(value)
            name = value if role == "Z" else ""
            units |= {split_phrase(form): Unit(0, 0, role, number, name=name, is_sure=form in sure) for form in forms}
    first_words = {form: form.split(" ")[0] for form in units}
    times = frozenset(first_words[form] for form, unit in units.items() if unit.role in _NAMES)
    order = {name: compile_stars(forms.split()) for name, forms in words.order.items()}
    return ClockLexicon(units, words.is_24_hours, frozenset(first_words.values()), times, order)


def read_units(text: str, language: str, extra: tuple[Path, ...]) -> list[Unit]:
    """The units of a text in order; none where nothing in it can be a time, or the language has no ``[clock]``."""
    words = load_clock_words(language, extra)
    if not words.units:
        return []
    lexicon = load_lexicon(language, extra)
    pieces = [_leave_fraction(item) for item in split_items(text, lexicon)]
    if not any(_may_be_time(item, words) for item in pieces):
        return []
    items = merge_numbers(pieces, lexicon)
    return list(_join_units(items, words, has_capital_nouns=bool(lexicon.options.get("capital_nouns"))))


def _may_be_time(item: Item, words: ClockLexicon) -> bool:
    """Whether an item is a number, an hour, or the beginning of a word for a time."""
    meaning = item.meaning
    return not _NUMBERS.isdisjoint(meaning) or meaning.get("measure") == "hour" or item.form.partition(" ")[0] in words.times


def _leave_fraction(item: Item) -> Item:
    """The item without its meaning where that is a fraction, which would join the number before it."""
    return item._replace(meaning={}) if "fraction" in item.meaning else item


def _join_units(items: Sequence[Item], words: ClockLexicon, *, has_capital_nouns: bool) -> Iterator[Unit]:
    at = 0
    before = ""
    while at < len(items):
        unit, length = _find_phrase(items, at, words)
        if unit is not None and unit.role == "Z" and items[at].case == "l" and len(items[at].form) <= _LONGEST_CODE and length == 1:
            unit = None  # a word that is spelled like a zone
        if unit is not None and unit.role in "nm" and items[at].case == "U" and not has_capital_nouns:
            unit = None  # a name, or "Midnight raids"
        if unit is None or (unit.role == "B" and before in ("N", "M") and "measure" in items[at].meaning):
            unit, length = _read_item(items, at, has_capital_nouns=has_capital_nouns), 1
        before = unit.role
        yield unit
        at += length


def _find_phrase(items: Sequence[Item], at: int, words: ClockLexicon) -> tuple[Unit | None, int]:
    """The longest listed phrase that begins at an item, and the number of its items."""
    if items[at].form.partition(" ")[0] not in words.first_words:
        return None, 1
    for length in range(min(_LONGEST_PHRASE, len(items) - at), 0, -1):
        run = items[at : at + length]
        found = words.units.get(" ".join(item.form for item in run))
        if found is not None and not any(item.opens_line for item in run[1:]):
            return attrs.evolve(found, start=run[0].start, end=run[-1].end), length
    return None, 1


def _read_item(items: Sequence[Item], at: int, *, has_capital_nouns: bool) -> Unit:
    """The unit of an item that is in no list."""
    item = items[at]
    role, value = _read_figures(item) or (_find_role(items, at, has_capital_nouns=has_capital_nouns), 0)
    is_hour = role == "N" and is_clock(items, at)
    return Unit(item.start, item.end, role, value, is_hour=is_hour, has_zero=item.form[:1] == "0")


def _read_figures(item: Item) -> tuple[str, int] | None:
    """The role and value of a number that can be a time or a part of one."""
    meaning = item.meaning
    if meaning.keys() & {"clock", "decimal", "identifier", "year", "era_year"} or (
        "number" in meaning and len(item.form) == 4 and item.form.isdigit()
    ):
        match = _FIGURES.fullmatch(item.form)
        hour, minute = (int(part) for part in match.groups() if part is not None) if match else (_LAST_HOUR, _LAST_MINUTE)
        if hour > _LAST_HOUR or minute > _LAST_MINUTE or (hour == _LAST_HOUR and minute):
            return None
        return ("T" if "clock" in meaning else "D" if "decimal" in meaning else "F"), 60 * hour + minute
    number = meaning.get("number")
    if number is None or not float(number).is_integer() or not 0 <= number <= _LAST_MINUTE:
        return None
    return ("N" if number <= _LAST_HOUR else "M"), int(number)


def _find_role(items: Sequence[Item], at: int, *, has_capital_nouns: bool) -> str:
    """The role of a word or mark by what it means to dates and quantities."""
    item, meaning = items[at], items[at].meaning
    if _is_suffix(items, at):
        return "q"
    if "measure" in meaning:
        return {"hour": "R", "minute": "I"}.get(meaning["measure"], "X")
    for role, tags in _TAGGED:
        if tags & meaning.keys():
            return role
    is_noun = not meaning and item.form[-1:].isalpha() and (item.case == "l" or has_capital_nouns)
    return "X" if is_noun or "counted" in meaning else " "


_TAGGED: tuple[tuple[str, frozenset[str]], ...] = (
    ("a", frozenset({"and"})),
    ("l", frozenset({"to", "dash"})),
    ("J", frozenset({"weekday", "deictic", "the", "in", "joiner"})),
    (",", frozenset({"comma"})),
    ("(", frozenset({"open"})),
)


def _is_suffix(items: Sequence[Item], at: int) -> bool:
    """Whether an item is an apostrophe with an ending written behind it, or that ending («14:30'da»)."""
    return any(
        item.glued and "quote" in item.meaning and item_at(items, mark + 1).glued and item_at(items, mark + 1).form[:1].isalpha()
        for mark, item in ((place, item_at(items, place)) for place in (at, at - 1))
    )
