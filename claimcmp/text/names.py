"""Names across spellings and scripts: keys for look-up, a similarity, and a decision.

A name's consonants survive transliteration, its vowels mostly do not, so the
consonant skeleton makes the candidates; vowels and given names then decide
(on 67 spellings of 17 people the skeleton alone confuses Hassan with Hussein
and سالم with سليم).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

import attrs
from anyascii import anyascii
from rapidfuzz.distance import Indel

from claimcmp.settings import Settings
from claimcmp.text.normal import fold

_ARABIC_SOUNDS = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "g", "غ": "g", "گ": "g", "ژ": "g", "چ": "C", "ش": "C",
    "ح": "h", "خ": "h", "د": "d", "ذ": "d", "ض": "d", "ر": "r", "ز": "s", "ظ": "s", "س": "s", "ص": "s", "ف": "f",
    "ڤ": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ا": "A", "ع": "E", "ي": "I", "و": "U", "ه": "h",
}  # fmt: skip
"""Letters to sounds: lower case and C (sh, ch) are consonants, A I U E vowels; E (ayn) may be any vowel."""

_LATIN_SOUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tsch", ("C",)), ("sch", ("C", "g")), ("tch", ("C",)), ("tsh", ("C",)), ("shch", ("C",)), ("sh", ("C",)), ("ch", ("C", "k", "h")),
    ("zh", ("g",)), ("dzh", ("g",)), ("dj", ("g", "di")), ("kh", ("h",)), ("gh", ("g", "", "f")), ("ph", ("f",)), ("th", ("t",)), ("dh", ("d",)),
    ("dge", ("g",)), ("wr", ("r", "fr", "ur")), ("kn", ("n", "kn")), ("ck", ("k",)), ("ce", ("se", "ge", "Ce")), ("ci", ("si", "gi", "Ci")), ("c", ("k", "g", "C")), ("q", ("k",)), ("x", ("ks",)), ("p", ("b",)), ("v", ("f",)),
    ("w", ("u", "f")), ("j", ("g", "i", "h")), ("z", ("s",)), ("tz", ("ts",)),
)  # fmt: skip
"""Spellings of one sound in Latin letters (English, French, German, Turkish, transliterated Russian), likeliest first."""

_SOUND = re.compile("|".join(sorted((re.escape(spelling) for spelling, _ in _LATIN_SOUNDS), key=len, reverse=True)))
_SPELLINGS = dict(_LATIN_SOUNDS)
_VOWELS = {"a": "A", "e": "AI", "i": "I", "y": "I", "o": "U", "u": "U", "A": "A", "I": "I", "U": "U", "E": "AIU"}
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’`ʼ\-][^\W\d_]+)*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LINKS = frozenset(
    (
        "bin", "ibn", "bint", "ben", "al", "el", "ould", "von", "van", "de", "der", "da", "di", "du", "la", "le", "del", "dos", "zu", "ter", "ten",
        "بن", "ابن", "بنت", "ال", "ولد", "دي", "فان", "فون",
    )
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:[ae](?:l|sh?|dh?|n|r|t|z)|[аэ](?:ль|с|ш|д|н|р|т|з))$")
"""The Arabic article before a hyphen, as it is written and as it sounds ("al-Saadawi", «аз-Зубейди»)."""

_SLAVE_OF = re.compile(r"^(?:عبد|abd(?:al|el|ul|oul|ol|ur|ar|er|us|as|es|un|an|en)?)$")
_MAX_VARIANTS = 12


@attrs.frozen
class _Sounds:
    """One reading of a word: its consonants and the vowels before each and after the last."""

    consonants: str
    slots: tuple[str, ...]
    is_arabic: bool


@lru_cache(maxsize=20_000)
def split_name(name: str) -> tuple[str, ...]:
    """The folded parts of a name that tell people apart: without links such as "bin" or "von", articles and hyphens.

    Examples
    --------
    >>> split_name("Mohammed bin Salman")
    ('mohammed', 'salman')
    >>> split_name("عبد الفتاح السيسي")
    ('عبدالفتاح', 'سيسي')
    """
    words = [w for match in _WORD.finditer(_POSSESSIVE.sub("", fold(name))) for w in _split_word(match.group())]
    parts: list[str] = []
    held = ""
    for word in words:
        if _SLAVE_OF.match(word) and not held:
            held = word
            continue
        if word in _LINKS and not held:
            continue
        bare = word if held or len(word) < 5 else word.removeprefix("ال")
        parts.append(held + bare)
        held = ""
    return tuple([*parts, held] if held else parts) or tuple(words)


def _split_word(word: str) -> list[str]:
    """The parts of a hyphenated word, without an Arabic article at its front."""
    parts = [part for part in re.split(r"[\-’'`ʼ]", word) if part]
    return parts[1:] if len(parts) > 1 and _ARTICLE.match(parts[0]) else parts


def is_arabic(text: str) -> bool:
    """Whether a text holds letters of the Arabic script."""
    return _ARABIC.search(text) is not None


def name_key(name: str) -> str:
    """The consonant skeleton of a name, part by part: equal for most spellings of one name in any script.

    Equal keys make two names candidates, not the same (see :func:`same_name`).

    Examples
    --------
    >>> name_key("سيرجي ناريشكين") == name_key("Sergei Naryshkin") == name_key("Сергей Нарышкин")
    True
    """
    return " ".join(_hear(part)[0].consonants or part for part in split_name(name))


@lru_cache(maxsize=20_000)
def name_similarity(left: str, right: str) -> float:
    """How surely two names may belong to one person, in [0, 1].

    Symmetric. A surname alone is near, not equal, to the full name.

    Examples
    --------
    >>> name_similarity("Burns", "William Burns") > 0.8 > name_similarity("Hassan", "Hussein")
    True
    """
    if right < left:
        left, right = right, left
    parts_left, parts_right = split_name(left), split_name(right)
    if not parts_left or not parts_right:
        return 0.0
    short, long = sorted((parts_left, parts_right), key=len)
    if len(short) == len(long):
        return _compare_equal_length(short, long)
    if len(short) == 1:
        return 0.95 * max(_compare_parts(short[0], long[-1]), 0.7 * _compare_parts(short[0], long[0]))
    return 0.97 * _compare_in_order(short, long)


def same_name(left: str, right: str, settings: Settings) -> bool:
    """Whether two names may belong to one person.

    A surname may stand for the full name; different given names may not.

    Examples
    --------
    >>> same_name("وليام بيرنز", "William Burns", Settings())
    True
    >>> same_name("Hunter Biden", "Joe Biden", Settings())
    False
    """
    return name_similarity(left, right) >= settings.min_name_similarity


def sound_likeness(left: str, right: str) -> float:
    """How near two parts of names sound by their consonants alone, in [0, 1]; h, which languages drop, does not count, sh is s.

    Wider than :func:`name_similarity`: meant to rule out that two parts are one name.

    Examples
    --------
    >>> sound_likeness("kavanaugh", "кавано"), sound_likeness("merkel", "macron") < 0.6
    (1.0, True)
    """
    return max((_soft_likeness(a, b) for a in _soften(left) for b in _soften(right)), default=0.0)


@lru_cache(maxsize=20_000)
def count_consonants(part: str) -> int:
    """How many consonants of a part are heard in any language: below two, it tells nobody apart."""
    return max((len(reading) for reading in _soften(part)), default=0)


@lru_cache(maxsize=20_000)
def _soften(part: str) -> tuple[str, ...]:
    readings = (sounds.consonants for sounds in _hear(part))
    return tuple(dict.fromkeys(reading.replace("h", "").replace("C", "s") or reading for reading in readings))


@lru_cache(maxsize=100_000)
def _soft_likeness(left: str, right: str) -> float:
    return Indel.normalized_similarity(left, right) if left and right else 0.0


def _compare_equal_length(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    scores = [_compare_parts(a, b) for a, b in zip(short, long, strict=True)]
    return min(scores)


def _compare_in_order(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The worst match of the shorter name's parts, its surname against the last part."""
    scores = [_compare_parts(short[-1], long[-1])]
    at = 0
    for part in short[:-1]:
        best = max(range(at, len(long) - 1), key=lambda i: _compare_parts(part, long[i]), default=None)
        if best is None:
            return 0.0
        scores.append(_compare_parts(part, long[best]))
        at = best + 1
    return min(scores)


@lru_cache(maxsize=50_000)
def _compare_parts(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return 0.85 if _hear(left)[0].consonants[:1] == _hear(right)[0].consonants[:1] and left[0].isascii() == right[0].isascii() else 0.0
    return max(_compare_sounds(a, b) for a in _hear(left) for b in _hear(right))


def _compare_sounds(left: _Sounds, right: _Sounds) -> float:
    if left.consonants != right.consonants:
        ratio = Indel.normalized_similarity(left.consonants, right.consonants)
        size = min(len(left.consonants), len(right.consonants))
        return 0.82 if ratio >= 0.85 and size >= 5 else 0.6 * ratio
    clashes = sum(_clash(a, b, left.is_arabic, right.is_arabic) for a, b in zip(left.slots[:-1], right.slots[:-1], strict=True))
    if not left.consonants:
        return 0.5
    is_short = len(left.consonants) <= 3 or (
        left.is_arabic and right.is_arabic and len(left.consonants) == 4 and _has_written_u(left, right)
    )
    if is_short:
        return 1.0 if not clashes else 0.6
    return 1.0 - 0.1 * clashes if clashes <= len(left.consonants) // 2 else 0.7


def _has_written_u(left: _Sounds, right: _Sounds) -> bool:
    """Whether one of two Arabic spellings writes a "u" where the other has none: محمود and محمد."""
    return any(("U" in a) != ("U" in b) for a, b in zip(left.slots, right.slots, strict=True))


def _clash(left: str, right: str, left_is_arabic: bool, right_is_arabic: bool) -> bool:
    """Whether two vowel slots cannot be one vowel; Arabic does not write short vowels."""
    if left and right:
        return not set(_classes(left)) & set(_classes(right))
    written, by_arabic, unwritten_in_arabic = (left, left_is_arabic, right_is_arabic) if left else (right, right_is_arabic, left_is_arabic)
    if not written:
        return False
    if by_arabic or not unwritten_in_arabic:
        return unwritten_in_arabic == by_arabic
    return len(written) > 1 and len(set(written)) > 1


def _classes(vowels: str) -> str:
    return "".join(_VOWELS[v] for v in vowels)


@lru_cache(maxsize=20_000)
def _hear(word: str) -> tuple[_Sounds, ...]:
    """The readings of one folded word, likeliest first."""
    if is_arabic(word):
        spellings = dict.fromkeys((word, word.replace("تش", "ش")))  # «فوتشيتش» is Vučić
        return tuple(_sound_out("".join(_ARABIC_SOUNDS.get(c, "") for c in spelling), is_arabic=True) for spelling in spellings)
    plain = re.sub(r"[^a-z]", "", anyascii(word).lower())
    pieces: list[tuple[str, ...]] = []
    at = 0
    for match in _SOUND.finditer(plain):
        pieces += [(plain[at : match.start()],), _SPELLINGS[match.group()]]
        at = match.end()
    pieces.append((plain[at:],))
    readings = dict.fromkeys("".join(choice) for choice, _ in zip(product(*pieces), range(_MAX_VARIANTS), strict=False))
    readings |= {reading[:-1] + "C": None for reading in readings if reading.endswith("s") and plain.endswith("s")}  # Portuguese: Guterres
    return tuple(_sound_out(reading, is_arabic=False) for reading in readings)


def _sound_out(sounds: str, *, is_arabic: bool) -> _Sounds:
    consonants: list[str] = []
    slots = [""]
    for at, sound in enumerate(sounds):
        if sound == "E" and at:
            continue
        if sound in _VOWELS:
            slots[-1] += sound
        elif not consonants or sound != consonants[-1] or slots[-1]:
            consonants.append(sound)
            slots.append("")
    return _Sounds("".join(consonants), tuple(slots), is_arabic)
