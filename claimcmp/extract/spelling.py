"""The tokens of a sentence as a language's word lists spell them: accents, elisions, joined pronouns."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claimcmp.extract.words import Lexicon
from claimcmp.text.tokens import Token, tokenize


def read_tokens(text: str, offset: int, lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of ``text``, folded as the lexicon's lists are.

    An elided word ("qu'" of "qu'il") and a pronoun joined by a hyphen ("il" of
    "a-t-il") become tokens of their own where the language has such words; the
    endings after a suffix mark ("da" of "Ankara'da") stay in the token and leave
    its folded form.
    """
    tokens = tokenize(text, offset)
    words = lexicon.words
    if words.suffix_marks:
        return tuple(attrs.evolve(token, folded=lexicon.bare(token.folded)) for token in tokens)
    if not (words.accents or words.elisions or words.enclitics):
        return tokens
    pieces = (piece for token in tokens for piece in _split(token, lexicon))
    return tuple(attrs.evolve(piece, folded=lexicon.fold(piece.text)) for piece in pieces)


def _split(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """An elided word before its apostrophe, the rest, and a pronoun after its hyphen."""
    head, mark, rest = _cut_elision(token.text)
    if mark and rest and lexicon.fold(head) in lexicon.sets["elisions"]:
        yield _piece(token, 0, len(head) + 1)
        yield from _split(_piece(token, len(head) + 1, len(token.text)), lexicon)
        return
    body, hyphen, tail = token.text.rpartition("-")
    if hyphen and lexicon.fold(tail) in lexicon.sets["enclitics"]:
        stem, _, link = body.rpartition("-")
        yield _piece(token, 0, len(stem if stem and lexicon.fold(link) in lexicon.sets["enclitic_links"] else body))
        yield _piece(token, len(body) + 1, len(token.text))
        return
    yield token


def _cut_elision(text: str) -> tuple[str, str, str]:
    at = next((i for i, character in enumerate(text) if character in "'’"), len(text))
    return text[:at], text[at : at + 1], text[at + 1 :]


def _piece(token: Token, first: int, last: int) -> Token:
    return Token(token.text[first:last], token.folded, token.start + first, token.start + last)
