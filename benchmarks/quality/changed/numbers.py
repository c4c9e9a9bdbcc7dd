"""Numbers changed: digits and number words that both sides write, outside names, dates, times and scores."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from random import Random

from benchmarks.quality.changed.cases import Case, Edit, replace_span
from benchmarks.quality.changed.words import ALTERNATING, LOOSE, TENS, VALUES, find_word, list_months

_DIGITS = re.compile(
    r"(?<![\w.,:/+\-–—'’#№])\d{1,3}(?:(?:,\d{3})+(?!\d)|(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{0,3})(?:[.,٫]\d{1,2}(?!\d))?(?![\w:/]|[.,]\d|[-–—]\d)"
)
_TIME = re.compile(
    r"\s?(?:[ap]\.?m\b|o.clock|h\b|heures?\s+\d|Uhr|час(?:а|ов)?\s+(?:утра|дня|вечера)|صباح|مساء|ظهر|بتوقيت|BST|GMT|th\b|st\b|nd\b|rd\b|е?-?й\b|-)",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"(?:الساعة|الدقيقة|رقم|المادة|كورة|شارع|سجل|\bat|\bà|\bum|\bв|\bNo\.?|\bn°|\bRoute|\bHighway|\bArticle|\bSection|\bChannel|\bPhase|[A-Z]\w+"
    r"|\bcall|\bdial|\blog|\bappeler le|\bregistre|\bномер\w*|\bдел[оу])\s*$"
)
"""What stands before a time of day, and before a number that names something: a telephone, a file, a street."""
_YEARS = range(1500, 2101)
_NEAR = 28
"""Letters before a number in which a bound or an approximation is looked for."""


def edit_number(case: Case, source: Random) -> Edit | None:
    """One number that both sides state, changed by at least a third."""
    options = [*_list_digits(case, source), *_list_words(case, source)]
    return source.choice(options) if options else None


def _list_digits(case: Case, source: Random) -> Iterator[Edit]:
    for match in _DIGITS.finditer(case.text):
        value = _read(match.group())
        if value is None or not _is_free(case.text, match) or not _is_given(value, case):
            continue
        new = _write(_change(value, source), match.group())
        if new not in case.text and new not in case.other:
            yield replace_span(case.text, match.start(), match.end(), new, "digits")


def _list_words(case: Case, source: Random) -> Iterator[Edit]:
    for value, pattern in {**VALUES.get(case.language, {}), **TENS.get(case.language, {})}.items():
        for match in find_word(pattern, case.language).finditer(case.text):
            rows = [row.split() for row in ALTERNATING[case.language] if match["word"] in row.split()]
            if not rows or _is_loose(case.text, match.start()) or not _is_alone(case.text, match) or not _is_given(float(value), case):
                continue
            new = source.choice([word for word in rows[0] if word != match["word"]])
            yield replace_span(case.text, match.start("word"), match.end("word"), new, "word")


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a number word is no part of a longer number, a fraction or a compound."""
    before, after = text[: match.start("word")][-2:], text[match.end("word") :][:2]
    return not ("-" in before or after.startswith("-"))


def _read(form: str) -> float | None:
    digits = unicodedata.normalize("NFKC", form).replace("٫", ".").replace(" ", "")
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in digits)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits) or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    if re.fullmatch(r"\d{4}", digits) and int(digits) in _YEARS:
        return None
    parts = re.split(r"[.,]", digits)
    if len(parts) > 2 or not parts[0]:
        return None
    return float(".".join(parts))


def _is_free(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if _TIME.match(after) or _TIME_BEFORE.search(before[-12:]) or _is_loose(text, match.start()):
        return False
    months = {name.casefold() for language in ("en", "fr", "de", "es", "tr", "ru", "ar") for row in list_months(language) for name in row}
    near = [word.strip("().,،").casefold() for word in (*before.split()[-2:], *after.split()[:2])]
    beside = (before.split()[-1:], after.split()[:1])
    return not any(word in months for word in near) and not any(word and word[0][:1].isdigit() for word in beside)


def _is_loose(text: str, start: int) -> bool:
    return LOOSE.search(text[max(0, start - _NEAR) : start]) is not None


def _is_given(value: float, case: Case) -> bool:
    """Whether the other side writes the number too, as often as this one, and not under a bound; where "both" stands for one of two 2s nobody can tell which."""
    other, language = case.other, case.other_language
    if _count(value, other, language) < _count(value, case.text, case.language):
        return False
    for match in _DIGITS.finditer(other):
        if _read(match.group()) == value and _is_free(other, match):
            return True
    word = _find_word(value, language)
    return word is not None and any(not _is_loose(other, m.start()) for m in word.finditer(other))


def _count(value: float, text: str, language: str) -> int:
    """How often a text writes a number, in digits or in words."""
    word = _find_word(value, language)
    digits = sum(_read(match.group()) == value for match in _DIGITS.finditer(text))
    return digits + (0 if word is None else sum(1 for _ in word.finditer(text)))


def _find_word(value: float, language: str) -> re.Pattern[str] | None:
    word = {**VALUES.get(language, {}), **TENS.get(language, {})}.get(int(value)) if value.is_integer() else None
    return None if word is None else find_word(word, language)


def _change(value: float, source: Random) -> float:
    if value < 10:
        return value + source.choice((3, 4, 5)) if value.is_integer() else round(value * source.choice((0.5, 1.5, 2)), 1)
    changed = value * source.choice((0.4, 0.6, 1.5, 2.0) if value < 50 else (0.4, 0.6, 0.7))
    if not value.is_integer():
        return round(changed, 1)
    zeros = len(f"{value:.0f}") - len(f"{value:.0f}".rstrip("0"))
    return max(1.0, float(round(changed, -zeros) or round(changed)))


def _write(value: float, like: str) -> str:
    """The number with the separators and the digits of the script that ``like`` uses."""
    point = next((c for c in reversed(like) if c in ".,٫"), ".")
    if not value.is_integer():
        written = f"{value:.1f}".replace(".", point)
    else:
        group = next((c for c in like if not c.isdigit()), "")
        written = f"{value:,.0f}".replace(",", group)
    zero = next((ord(c) - unicodedata.digit(c) for c in like if c.isdigit()), ord("0"))
    return "".join(chr(zero + int(c)) if c.isascii() and c.isdigit() else c for c in written)
