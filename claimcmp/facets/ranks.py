"""Places in a row ("her 36th meeting", «третье поражение», «المركز السابع») of two texts that translate each other.

"First" and "second" alone say too much else ("at first", "a second") and are not read, but where the other side tells a place and
this one none, "second" is held against it; nor is a part read ("a third of").
Between reports written apart a place in a row belongs to one of many rows, and is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.errors import LanguageDataError
from claimcmp.facets.lexer import lex
from claimcmp.facets.phrases import Word, get_table, read_words
from claimcmp.facets.quantity_compare import differ_quantities
from claimcmp.languages.structure import structure_table
from claimcmp.records import Claim, Difference, Quantity, Relation, Span, When
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.stars import compile_stars, fold_phrase
from claimcmp.text.words import overlaps

RANK = "rank"
"""Unit of a place in a row."""

_GROUP = "n"
_TEN = 10
_LARGEST = 999
_LEAST = 3
"""From here on digits that no date or quantity holds may tell a place («الدورة 44»)."""

_MOST = 2
"""Places left over on either side up to which they are set against each other."""


@attrs.frozen(kw_only=True)
class RankWords:
    """The ``[ranks]`` table of a language.

    Parameters
    ----------
    digits
        An expression for what stands behind the digits of a place in a row.
    words
        Words for a place, by number; "*" stands for any ending.
    loose
        Words that may tell a place ("second"), read only where the other side tells one and this side none.
    inner
        Words that tell a place only together with others ("twenty-first").
    tens
        What stands before a place below ten and is added to it ("twenty").
    added
        What stands behind a place below ten and is added to it («عشر», «والثلاثين»).
    not_before, not_behind
        Words behind such a word, and before it, that make it a part or a time of day.
    """

    digits: str = ""
    words: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    loose: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    inner: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    tens: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    added: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    not_before: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()


@attrs.frozen
class _Reader:
    """The table, ready for reading."""

    digits: re.Pattern[str] | None
    words: re.Pattern[str]
    loose: re.Pattern[str]
    inner: re.Pattern[str]
    tens: Mapping[str, int]
    added: Mapping[str, int]
    not_before: frozenset[str]
    not_behind: frozenset[str]


@attrs.frozen
class Rank:
    """A place in a row, and where it is told."""

    value: int
    span: Span


def compare_parallel_ranks(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """The places in a row that one claim tells where the other tells others: one ``conflicting`` difference each.

    A place whose number the other side writes in whatever form ("21st birthday", "21 years old") is met.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> texts = ("en", "It was her 36th meeting"), ("fr", "C'était sa 24e rencontre")
    >>> [d.note for d in compare_parallel_ranks(*(read_statement(text, name, Settings()) for name, text in texts), Settings())]
    ['36 rank | 24 rank']
    """
    sides = left, right
    told = [read_ranks(claim, settings) for claim in sides]
    written = [_list_numbers(claim, settings) | {rank.value for rank in ranks} for claim, ranks in zip(sides, told, strict=True)]
    lone = [[rank for rank in ranks if rank.value not in other] for ranks, other in zip(told, reversed(written), strict=True)]
    for at in (0, 1):
        if lone[1 - at] and not lone[at]:
            lone[at] = [rank for rank in _read_loose(sides[at], settings) if rank.value not in written[1 - at]]
    if len(lone[0]) != len(lone[1]) or len(lone[0]) > _MOST:
        return ()
    pairs = zip(*([_make_quantity(rank) for rank in ranks] for ranks in lone), strict=True)
    return tuple(differ_quantities(Relation.CONFLICTING, one, other) for one, other in pairs)


def _make_quantity(rank: Rank) -> Quantity:
    return Quantity(low=float(rank.value), high=float(rank.value), unit=RANK, span=rank.span)


def read_ranks(claim: Claim, settings: Settings) -> tuple[Rank, ...]:
    """The places in a row that a claim tells, in order; none inside its dates.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> claim = read_statement("It was her twenty-first visit, and a third of us came", "en", Settings())
    >>> [rank.value for rank in read_ranks(claim, Settings())]
    [21]
    """
    reader = _load_reader(claim.language, settings.language_files)
    found = [*_read_digits(claim, reader), *_read_words(claim, reader, settings)]
    dates = [facet.span for facet in claim.facets if isinstance(facet, When)]
    return tuple(sorted((rank for rank in found if not any(overlaps(rank.span, date) for date in dates)), key=lambda rank: rank.span))


def _read_digits(claim: Claim, reader: _Reader) -> Iterator[Rank]:
    if reader.digits is not None:
        for match in reader.digits.finditer(claim.text):
            yield Rank(int(match[1]), Span(start=claim.span.start + match.start(), end=claim.span.start + match.end()))


def _read_words(claim: Claim, reader: _Reader, settings: Settings) -> Iterator[Rank]:
    words = [word for word in read_words(claim.text, claim.language, settings, claim.span.start) if word.token.is_word]
    at = 0
    while at < len(words):
        found = _read_word(words, at, reader)
        if found is not None:
            yield found[0]
        at = at + 1 if found is None else found[1]


def _read_word(words: Sequence[Word], at: int, reader: _Reader) -> tuple[Rank, int] | None:
    """The place that the word at a position tells, with the tens before it or what is added behind it, and where to go on."""
    folded = [word.folded for word in words[max(0, at - 2) : at + 2]]
    here = min(at, 2)
    before, after = folded[:here], folded[here + 1] if here + 1 < len(folded) else ""
    if after in reader.not_before or not reader.not_behind.isdisjoint((*before[-1:], *(words[at - 1].forms if at else ()))):
        return None
    ten, _, rest = words[at].folded.partition("-")
    value = _find_value(words[at].forms, reader.words)
    unit = value or _find_value((*words[at].forms, rest), reader.inner) or _find_value((rest,), reader.words)
    if unit is None:
        return None
    if unit >= _TEN and not rest:
        return _make_rank(unit, words[at], words[at]), at + 1
    if added := reader.added.get(after, 0):
        return _make_rank(unit + added, words[at], words[at + 1]), at + 2
    tens = [(reader.tens.get(" ".join(before[-size:]), 0), size) for size in (2, 1) if size <= len(before)]
    tens += [(reader.tens.get(ten, 0), 0)] if rest else []
    for found, size in tens:
        if found:
            return _make_rank(unit + found, words[at - size], words[at]), at + 1
    return None if value is None else (_make_rank(value, words[at], words[at]), at + 1)


def _make_rank(value: int, first: Word, last: Word) -> Rank:
    return Rank(value, Span(start=first.token.start, end=last.end))


def _find_value(forms: Sequence[str], listed: re.Pattern[str]) -> int | None:
    """The number of the first form that is listed: the name of its group."""
    found = next((match for form in forms if (match := listed.fullmatch(form)) is not None), None)
    return None if found is None else int((found.lastgroup or "").removeprefix(_GROUP))


def _list_numbers(claim: Claim, settings: Settings) -> set[int]:
    """The whole numbers that a claim writes, in digits or words, in whatever role."""
    found: set[int] = set()
    for item in lex(claim.text, claim.language, settings.language_files).items:
        found.update(
            int(value) for tag in ("number", "day", "dayword", "defnum", "year") if isinstance(value := item.meaning.get(tag), int | float)
        )
    for facet in claim.facets:
        if isinstance(facet, Quantity):
            found.update(int(end) for end in (facet.low, facet.high) if end is not None)
    return found


def _read_loose(claim: Claim, settings: Settings) -> Iterator[Rank]:
    """What may tell a place: words listed as such, and digits that no date and no figure with a unit or a noun holds, and no letter touches."""
    taken = [f.span for f in claim.facets if isinstance(f, When) or (isinstance(f, Quantity) and (f.unit or f.of))]
    for item in lex(claim.text, claim.language, settings.language_files).items:
        span = Span(start=claim.span.start + item.start, end=claim.span.start + item.end)
        if (
            item.form.isdigit()
            and not item.glued
            and _LEAST <= int(item.form) <= _LARGEST
            and not any(overlaps(span, held) for held in taken)
        ):
            yield Rank(int(item.form), span)
    reader = _load_reader(claim.language, settings.language_files)
    for word in read_words(claim.text, claim.language, settings, claim.span.start):
        value = _find_value(word.forms, reader.loose)
        if value is not None:
            yield _make_rank(value, word, word)


@lru_cache(maxsize=32)
def _load_reader(language: str, extra: tuple[Path, ...]) -> _Reader:
    table = structure_table(RankWords, get_table(language, "ranks", extra), f"{language}.ranks")
    try:
        digits = re.compile(rf"(?<![\w.,:])(\d{{1,3}})(?:{table.digits})(?!\w)") if table.digits else None
    except re.error as error:
        raise LanguageDataError(
            f"language table [{language}.ranks]: digits = {table.digits!r} is no regular expression: {error}"
        ) from error
    return _Reader(
        digits=digits,
        words=_compile(table.words),
        loose=_compile(table.loose),
        inner=_compile(table.inner),
        tens=_list_forms(table.tens),
        added=_list_forms(table.added),
        not_before=frozenset(map(fold, table.not_before)),
        not_behind=frozenset(map(fold, table.not_behind)),
    )


def _compile(listed: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """One expression, with a group for each number."""
    groups = (f"(?P<{_GROUP}{int(value)}>{compile_stars(forms).pattern})" for value, forms in listed.items())
    return re.compile("|".join(groups) or r"(?!)")


def _list_forms(listed: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {fold_phrase(form): int(value) for value, forms in listed.items() for form in forms}
