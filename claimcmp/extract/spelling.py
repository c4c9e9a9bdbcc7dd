"""The tokens of a sentence as a language's word lists spell them: accents, elisions, joined pronouns, names like other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from claimcmp.extract.words import Lexicon
from claimcmp.text.tokens import Token, tokenize

_NAME_MARK = "'"
"""Ends the folded form of a name that is else that of a listed word."""


def find_names(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The names among the lexicon's ``name_spellings`` that are told from other words by how this text writes them.

    Examples
    --------
    >>> from claimcmp.extract.words import load_lexicon
    >>> arabic = load_lexicon("ar")
    >>> "علي" in find_names("عاد علي إلى البيت", arabic), "علي" in find_names("عاد علي الي البيت", arabic)
    (True, False)
    """
    spellings = lexicon.words.name_spellings
    return frozenset(name for name, merged in spellings.items() if not re.search(rf"\b(?:{merged})\b", text))


def read_tokens(text: str, offset: int, lexicon: Lexicon, names: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The tokens of ``text``, folded as the lexicon's lists are, but for ``names`` (:func:`find_names`).

    An elided word ("qu'" of "qu'il") and a pronoun joined by a hyphen ("il" of
    "a-t-il") become tokens of their own where the language has such words; the
    endings after a suffix mark ("da" of "Ankara'da") stay in the token and leave
    its folded form.
    """
    tokens = tokenize(text, offset)
    words = lexicon.words
    if names:
        written = names | {conjunction + name for name in names for conjunction in words.conjunctions}
        return tuple(attrs.evolve(token, folded=token.folded + _NAME_MARK) if token.text in written else token for token in tokens)
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
