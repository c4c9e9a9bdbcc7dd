"""Dates and times of a text as closed intervals of days.

An expression that only its surroundings could settle ("that day", «حينها»)
stays unread; so does every relative one without a publication date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

import attrs

from claimcmp.facets.items import Item
from claimcmp.facets.lexer import Lexed, lex
from claimcmp.facets.when_calendar import Interval, shift_days
from claimcmp.facets.when_compare import compare_whens
from claimcmp.facets.when_found import Context, Found, make_found
from claimcmp.facets.when_grammar import PATTERNS
from claimcmp.facets.when_guard import is_date, is_name
from claimcmp.facets.when_resolve import resolve
from claimcmp.records import Precision, Span, When
from claimcmp.settings import Settings

__all__ = ["compare_whens", "find_matches", "read_whens"]

_FILLERS = ("the", "day_mark", "month_mark", "year_mark")


@attrs.frozen
class _Atom:
    """A date read, and the items it takes."""

    interval: Interval
    start: int
    end: int


def read_whens(text: str, *, language: str, published: date | None = None, settings: Settings | None = None) -> tuple[When, ...]:
    """Every date of ``text`` in order, as intervals of days; spans are offsets into ``text``.

    Parameters
    ----------
    language
        BCP 47 code. A language without date tables still gets dates in digits.
    published
        What relative dates are resolved against; without it they stay unread,
        as does a day or month without a year.

    Examples
    --------
    >>> from datetime import date
    >>> [(str(w.first), w.precision.value) for w in read_whens("التقيا في 14 نوفمبر الماضي", language="ar", published=date(2023, 7, 12))]
    [('2022-11-14', 'day')]
    """
    settings = settings or Settings()
    lexed = lex(text, language, settings.language_files)
    day = published.date() if isinstance(published, datetime) else published
    options = lexed.lexicon.options
    context = Context(
        lexed.items, day, settings.max_days_ahead, int(options.get("first_weekday", 1)), is_verb_last=bool(options.get("verb_last"))
    )
    atoms = _join_ranges(_read_atoms(lexed, context), lexed.items)
    whens = (_bound(atom, lexed.items) for atom in atoms)
    return tuple(when for when in whens if when is not None)


def find_matches(lexed: Lexed) -> Iterator[Found]:
    """Every date expression of a text that is no part of a name, pattern by pattern; none overlaps another."""
    taken = bytearray(len(lexed.items))
    for kind, template in PATTERNS:
        for match in lexed.lexicon.alphabet.compile(template).finditer(lexed.codes):
            if any(taken[match.start() : match.end()]):
                continue
            found = make_found(kind, match, lexed.items)
            named = is_name(found, lexed.items)
            if not named and not is_date(found, lexed):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            if not named:
                yield found


def _read_atoms(lexed: Lexed, context: Context) -> list[_Atom]:
    resolved = ((found, resolve(found, context)) for found in find_matches(lexed))
    atoms = [_Atom(interval, found.start, found.end) for found, interval in resolved if interval is not None]
    return sorted(atoms, key=lambda atom: atom.start)


def _join_ranges(atoms: list[_Atom], items: Sequence[Item]) -> list[_Atom]:
    """Two dates joined by "from … to", "between … and" or a dash made one range."""
    joined: list[_Atom] = []
    for atom in atoms:
        previous = joined[-1] if joined else None
        if previous is not None and _is_range(previous, atom, items) and previous.interval.first <= atom.interval.last:  # type: ignore[operator]  # both checked
            opened = _opens(previous, items)
            joined[-1] = _Atom(Interval(previous.interval.first, atom.interval.last, Precision.RANGE), previous.start - opened, atom.end)
        else:
            joined.append(atom)
    return joined


def _opens(atom: _Atom, items: Sequence[Item]) -> int:
    meaning = items[atom.start - 1].meaning if atom.start else {}
    return int("between" in meaning or "from" in meaning)


def _is_range(left: _Atom, right: _Atom, items: Sequence[Item]) -> bool:
    if left.interval.first is None or right.interval.last is None:
        return False
    between = [item.meaning for item in items[left.end : right.start] if not any(tag in item.meaning for tag in _FILLERS)]
    if len(between) != 1:
        return False
    return "dash" in between[0] or (_opens(left, items) == 1 and ("and" in between[0] or "to" in between[0] or "until" in between[0]))


def _bound(atom: _Atom, items: Sequence[Item]) -> When | None:
    """The date with "since", "until", "by", "before" or "after" in front of it taken in."""
    cue = atom.start - 1
    while cue >= 0 and any(tag in items[cue].meaning for tag in _FILLERS):
        cue -= 1
    meaning = items[cue].meaning if cue >= 0 else {}
    interval, start = atom.interval, atom.start
    first, last = interval.first, interval.last
    bounded: Interval | None = None
    if "since" in meaning:
        bounded = Interval(first, None, Precision.RANGE)
    elif "until" in meaning or "by" in meaning:
        bounded = Interval(None, last, Precision.RANGE)
    elif "before" in meaning and first:
        bounded = Interval(None, shift_days(first, -1), Precision.RANGE)
    elif "after_cue" in meaning and last:
        bounded = Interval(shift_days(last, 1), None, Precision.RANGE)
    elif "since_weak" in meaning and interval.precision is not Precision.RANGE:
        bounded = Interval(first, None, Precision.RANGE)
    end = atom.end
    if bounded is not None:
        interval, start = bounded, cue
    elif (behind := _bound_behind(atom, items)) is not None:
        interval, end = behind, atom.end + 1
    span = Span(start=items[start].start, end=items[end - 1].end)
    return When(first=interval.first, last=interval.last, precision=interval.precision, span=span)


def _bound_behind(atom: _Atom, items: Sequence[Item]) -> Interval | None:
    """The date with a word behind it that opens one end («2014'ten beri»)."""
    meaning = items[atom.end].meaning if atom.end < len(items) else {}
    first, last = atom.interval.first, atom.interval.last
    if "since_after" in meaning:
        return Interval(first, None, Precision.RANGE)
    if "until_after" in meaning:
        return Interval(None, last, Precision.RANGE)
    if "before_after" in meaning and first:
        return Interval(None, shift_days(first, -1), Precision.RANGE)
    if "after_after" in meaning and last:
        return Interval(shift_days(last, 1), None, Precision.RANGE)
    return None
