"""Normal forms for matching, with a map back to the original offsets."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import attrs

from claimcmp.records import Span

_FOLDS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك",
        "ı": "i", "ﻹ": "لا", "ﻷ": "لا", "ﻵ": "لا", "ﻻ": "لا",
    }
)  # fmt: skip
"""Spelling variants that news texts mix freely (Habash 2010, ch. 3: hamza, alef maksura, ta marbuta), and the dotless i, whose capital is written like I."""

_DROPPED = (
    frozenset("\u0640\u200c\u200d\u200e\u200f\u061c\u00ad\ufeff\u0621")
    | frozenset(map(chr, range(0x202A, 0x202F)))
    | frozenset(map(chr, range(0x2066, 0x206A)))
)
"""Tatweel, joiners, bidi controls, soft hyphen, byte-order mark, and the bare hamza of tanwin spellings."""


@attrs.frozen
class Folded:
    """A folded text and, for each of its characters, the offset it came from.

    ``starts`` has one entry more than ``text``: the original length.
    """

    text: str
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original span of ``text[start:end]``."""
        return Span(start=self.starts[start], end=self.starts[end - 1] + 1 if end > start else self.starts[start])


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """The folded form of one character; empty for marks and controls."""
    if character in _DROPPED:
        return ""
    if character.isascii():
        return character.lower()
    folded = unicodedata.normalize("NFKC", character).translate(_FOLDS).casefold()
    stripped = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return "".join(_fold_digit(c) for c in stripped.translate(_FOLDS))


def fold(text: str) -> str:
    """The form under which spelling variants are equal.

    Lower case; no diacritics, tatweel, joiners or bidi controls; one form for
    the hamza seats, alef maksura and ta marbuta, one for i with and without dot; digits of any script as ASCII.

    Examples
    --------
    >>> fold("الأميركيّة ٢٠٢٢") == fold("الاميركيه 2022")
    True
    >>> fold("Łódź É")
    'łodz e'
    """
    return "".join(map(fold_character, text))


def fold_with_map(text: str) -> Folded:
    """:func:`fold` together with the offset each folded character came from."""
    characters: list[str] = []
    starts: list[int] = []
    for offset, character in enumerate(text):
        folded = fold_character(character)
        characters.append(folded)
        starts.extend([offset] * len(folded))
    return Folded("".join(characters), (*starts, len(text)))


def _fold_digit(character: str) -> str:
    value = unicodedata.digit(character, None) if character.isdigit() else None
    return character if value is None else str(value)
