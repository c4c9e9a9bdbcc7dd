"""Text pairs as the numbers the pair model reads."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claimcmp.embed.packed import PackedModel

_SPACE = "▁"
"""Stands for the space before a word (Metaspace; Kudo and Richardson 2018, SentencePiece)."""

_WHITE = re.compile(r"[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
"""Runs of Unicode ``White_Space``. Python's own class also takes four control characters, which the model never saw as spaces."""

_WORD = re.compile(rf"{_SPACE}[^{_SPACE}]*|[^{_SPACE}]+")
_UNKNOWN_PENALTY = 10.0
"""How much less than the rarest piece an unknown character scores (as in SentencePiece's Unigram)."""

_WORDS_KEPT = 65_536


class PairTokenizer:
    """Splits texts into the pieces of the bundled model (Unigram; Kudo 2018) and joins two to one input.

    The numbers are those the ``tokenizers`` library gives for the same pieces,
    which takes seconds to load them, except that text written like a special
    piece ("</s>") stays text and that letters are folded (NFKC) by the newer
    tables of Python's Unicode.

    Parameters
    ----------
    packed
        The model file with the pieces.
    side_tokens
        How many pieces of each text are read at most, the prefix of the left one included.
    """

    def __init__(self, packed: PackedModel, *, side_tokens: int) -> None:
        pieces, self._scores = packed.read_pieces()
        self._numbers = dict(zip(pieces, range(len(pieces)), strict=True))
        self._unknown_score = min(self._scores) - _UNKNOWN_PENALTY
        self._longest = max(map(len, pieces))
        self._unknown = packed.unknown
        self._beginning, self._end = packed.beginning, packed.end
        self._side_tokens = side_tokens
        for special in (packed.beginning, packed.end, packed.padding, packed.unknown):
            self._numbers.pop(pieces[special], None)
        self._split_word = lru_cache(_WORDS_KEPT)(self._find_best_pieces)

    def encode_pair(self, left: str, right: str, *, prefix: str) -> list[int]:
        """Numbers of ``<s> prefix left </s> </s> right </s>``, each side cut to its first pieces."""
        lefts, rights = self.encode(prefix + left), self.encode(right)
        return [
            self._beginning,
            *lefts[: self._side_tokens],
            self._end,
            self._end,
            *rights[: self._side_tokens],
            self._end,
        ]

    def encode(self, text: str) -> list[int]:
        """Numbers of the pieces of a text, without those of its beginning and end."""
        spaced = _WHITE.sub(" ", unicodedata.normalize("NFKC", text)).replace(" ", _SPACE)
        if not spaced:
            return []
        if not spaced.startswith(_SPACE):
            spaced = _SPACE + spaced
        return [number for word in _WORD.findall(spaced) for number in self._split_word(word)]

    def _find_best_pieces(self, word: str) -> tuple[int, ...]:
        """Numbers of the pieces whose scores have the highest sum (Viterbi); of equal sums the one found first."""
        codes = word.encode("utf-8", "replace")
        size = len(codes)
        best: list[tuple[float, int, int] | None] = [None] * (size + 1)  # sum of scores, start and number of the last piece
        best[0] = (0.0, 0, -1)
        for start in range(size):
            reached = best[start]
            if reached is None or codes[start] & 0xC0 == 0x80:
                continue
            for end, number, score in self._list_pieces(codes, start):
                total = reached[0] + score
                held = best[end]
                if held is None or total > held[0]:
                    best[end] = (total, start, number)
        return self._trace_back(best)

    def _list_pieces(self, codes: bytes, start: int) -> list[tuple[int, int, float]]:
        """End, number and score of each piece that begins at ``start``; the character alone is unknown unless it is a piece."""
        width = _character_width(codes[start])
        found = []
        for end in range(start + width, min(len(codes), start + self._longest) + 1):
            number = self._numbers.get(codes[start:end])
            if number is not None:
                found.append((end, number, self._scores[number]))
        if not found or found[0][0] != start + width:
            found.append((start + width, self._unknown, self._unknown_score))
        return found

    def _trace_back(self, best: list[tuple[float, int, int] | None]) -> tuple[int, ...]:
        """Numbers of the pieces on the best way to the end; unknown characters in a row count once."""
        numbers: list[int] = []
        position = len(best) - 1
        while position > 0:
            step = best[position]
            if step is None:
                raise AssertionError(f"no piece ends at byte {position}, though each character is at least unknown")
            _, position, number = step
            if number != self._unknown or not numbers or numbers[-1] != self._unknown:
                numbers.append(number)
        return tuple(reversed(numbers))


def _character_width(first: int) -> int:
    """Bytes of the UTF-8 character that begins with the byte ``first``."""
    return 1 if first < 0x80 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4
