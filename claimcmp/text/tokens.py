"""Words and marks of a text, with their offsets."""

from __future__ import annotations

import re

import attrs

from claimcmp.records import Span
from claimcmp.text.normal import fold

_TOKEN = re.compile(
    r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d])+(?:['’.\-](?=[^\W_])(?:[^\W_]|[\u0300-\u036f])+)*|[^\w\s]|_",
    re.UNICODE,
)
"""A word with its diacritics, inner apostrophes, hyphens and dots ("U.S", "l'État", "3.5"), or one mark."""


@attrs.frozen
class Token:
    """A word or a mark: its text, its folded form and its offsets."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The offsets as a Span."""
        return Span(start=self.start, end=self.end)

    @property
    def is_word(self) -> bool:
        """Whether the token holds a letter or digit."""
        return self.text[0].isalnum()


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Words and marks of ``text`` in order; ``offset`` is added to every span.

    Examples
    --------
    >>> [t.text for t in tokenize("Kirby said: “No.”")]
    ['Kirby', 'said', ':', '“', 'No', '.', '”']
    """
    return tuple(Token(m.group(), fold(m.group()), offset + m.start(), offset + m.end()) for m in _TOKEN.finditer(text))
