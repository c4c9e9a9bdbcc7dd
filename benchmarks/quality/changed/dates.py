"""Dates changed: a weekday, a day of the month, a month or a year that both sides name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.quality.changed.cases import Case, Edit, replace_span
from benchmarks.quality.changed.words import WEEKDAYS, find_word, list_months

_YEAR = re.compile(
    r"(?<!années )(?<!años )(?<!década de )(?<![\w.,:/$£€\-–])(?:19|20)\d\d(?![\w:/–]|-\w|[.,]\d|\s?[%$£€]|['’]?(?:lar|ler|l[ıiuü])|er\b)"
)
_LAST_YEAR = 2018
"""The year in which the articles were written: a year up to it stays so."""


def edit_date(case: Case, source: Random) -> Edit | None:
    """One part of one date changed."""
    options = [*_list_weekdays(case, source), *_list_months(case, source), *_list_years(case, source)]
    kinds = sorted({option.kind for option in options})
    kind = source.choice(kinds) if kinds else ""
    return source.choice([option for option in options if option.kind == kind]) if options else None


def _list_weekdays(case: Case, source: Random) -> Iterator[Edit]:
    seen: set[int] = set()
    for row in (row.split() for row in WEEKDAYS[case.language]):
        for index, name in enumerate(row):
            for match in find_word(name, case.language).finditer(case.text):
                dated = re.match(r"\W{0,2}\s?(?:\d|the\b|le\b|den\b)", case.text[match.end() :])
                given = any(
                    find_word(other.split()[index], case.other_language).search(case.other) for other in WEEKDAYS[case.other_language]
                )
                if match.start() in seen or dated or not given:
                    continue
                seen.add(match.start())
                new = row[(index + source.choice((2, 3, 4, 5))) % 7]
                if new not in case.text:
                    yield replace_span(case.text, match.start("word"), match.end("word"), new, "weekday")


def _list_months(case: Case, source: Random) -> Iterator[Edit]:
    seen: set[int] = set()
    for row in list_months(case.language):
        for index, name in enumerate(row):
            given = any(find_word(other[index], case.other_language).search(case.other) for other in list_months(case.other_language))
            if not given:
                continue
            for match in find_word(re.escape(name), case.language).finditer(case.text):
                if match.start("word") in seen:
                    continue
                seen.add(match.start("word"))
                yield from _change_month(case, match, row, index, source)


def _change_month(case: Case, match: re.Match[str], row: tuple[str, ...], index: int, source: Random) -> Iterator[Edit]:
    new = row[(index + source.choice((2, 3, 4, 6, 8, 9))) % 12]
    if new not in case.text:
        yield replace_span(case.text, match.start("word"), match.end("word"), new, "month")
    for day in _find_days(case.text, match):
        value = int(day.group("day"))
        changed = (value + source.choice((3, 5, 8, 11)) - 1) % 28 + 1
        if re.search(rf"(?<!\d){value}(?!\d)", case.other) and changed != value:
            yield replace_span(case.text, day.start("day"), day.end("day"), str(changed), "day")


def _find_days(text: str, month: re.Match[str]) -> Iterator[re.Match[str]]:
    before = re.search(r"(?<![\d\-–])(?P<day>\d{1,2})(?:\.|\s+de)?\s+$", text[: month.start()])
    if before:
        yield before
    after = re.compile(r"\s+(?P<day>\d{1,2})(?![\d:.\-–]\d|\d)").match(text, month.end())
    if after and month["word"].isascii():
        yield after


def _list_years(case: Case, source: Random) -> Iterator[Edit]:
    for match in _YEAR.finditer(case.text):
        if not re.search(rf"(?<!\d){match.group()}(?!\d)", case.other):
            continue
        year = int(match.group())
        new = year + source.choice((-9, -6, -4, -3, 3, 4, 6) if year + 6 <= _LAST_YEAR else (-9, -6, -4, -3, -2))
        if str(new) not in case.text:
            yield replace_span(case.text, match.start(), match.end(), str(new), "year")
