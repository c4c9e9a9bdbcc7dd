"""Conjuncts of one content that stand alone («أن … وأنها …», "that … and that …")."""

from __future__ import annotations

from claimcmp.extract.view import Sentence
from claimcmp.records import Span

_MIN_PART_WORDS = 2


def find_parts(sentence: Sentence, content: Span) -> tuple[Span, ...]:
    """Spans of the conjuncts, or an empty tuple when the content is one statement.

    A conjunct begins after a repeated complementiser or after a semicolon,
    outside quotation marks; each has at least two words.
    """
    inside = [i for i, t in enumerate(sentence.tokens) if content.start <= t.start and t.end <= content.end]
    parts: list[Span] = []
    begin = 0
    at = 0
    while at < len(inside):
        token = inside[at]
        length = 0 if sentence.quote_at[token] >= 0 else _joint(sentence, token)
        if length:
            _add_part(sentence, inside[begin:at], parts)
            begin = at + length
        at += max(1, length)
    if not parts:
        return ()
    _add_part(sentence, inside[begin:], parts)
    return tuple(parts) if len(parts) > 1 else ()


def _joint(sentence: Sentence, at: int) -> int:
    """Number of tokens that join two conjuncts here, or 0."""
    return 1 if sentence.tokens[at].text in ";؛" else sentence.match("conjoined_complementisers", at)


def _add_part(sentence: Sentence, tokens: list[int], parts: list[Span]) -> None:
    while tokens and sentence.is_comma(tokens[-1]):
        tokens = tokens[:-1]
    if sum(sentence.tokens[i].is_word for i in tokens) >= _MIN_PART_WORDS:
        parts.append(sentence.cover(tokens[0], tokens[-1] + 1))
