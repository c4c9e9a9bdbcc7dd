"""Which words of a claim only place its point: asides, and mentions of what is known already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import attrs

from claimcmp.languages import Table, load_tables
from claimcmp.records import Span
from claimcmp.text.normal import fold
from claimcmp.text.tokens import Token

_CLAUSE_MARKS = frozenset(".;:،,؛!?؟\n")
_YEAR_DIGITS = 4


@attrs.frozen
class Roles:
    """Words of one language, folded, that show what is said beside the point.

    Parameters
    ----------
    background
        Words that open an aside: "since", "because", "regarding".
    not_background
        Phrases in which such a word opens none: "as well as", "as a".
    prepositions, definite
        Words that make the noun after them a mention of something known: "at" and "the" in "at the meeting".
    attached_definite, attached_both
        The same as beginnings of a word: the article, and a preposition with the article.
    """

    background: frozenset[str]
    not_background: frozenset[tuple[str, ...]]
    prepositions: frozenset[str]
    definite: frozenset[str]
    attached_definite: tuple[str, ...]
    attached_both: tuple[str, ...]

    def find_background(self, tokens: Sequence[Token]) -> frozenset[Span]:
        """Spans of the words in asides: from the word that opens one to the end of the clause, or to a year ("since the war began in 2011")."""
        return frozenset(self._walk_background(tokens))

    def find_references(self, tokens: Sequence[Token]) -> frozenset[Span]:
        """Spans of the definite nouns right after a preposition."""
        found = set()
        for place, token in enumerate(tokens):
            before = [t.folded for t in tokens[max(0, place - 2) : place]]
            is_definite = token.folded.startswith(self.attached_definite) if self.attached_definite else False
            follows = bool(before) and before[-1] in self.prepositions and is_definite
            follows_both = len(before) == 2 and before[-1] in self.definite and before[-2] in self.prepositions
            if follows or follows_both or (self.attached_both and token.folded.startswith(self.attached_both)):
                found.add(token.span)
        return frozenset(found)

    def _walk_background(self, tokens: Sequence[Token]) -> Iterator[Span]:
        is_aside = False
        idle = self._find_idle([token.folded for token in tokens])
        for at, token in enumerate(tokens):
            is_opener = token.folded in self.background and at not in idle
            is_aside = (is_aside or is_opener) and token.text not in _CLAUSE_MARKS
            if is_aside:
                yield token.span
            is_aside = is_aside and not (token.text.isdecimal() and len(token.text) == _YEAR_DIGITS)

    def _find_idle(self, folded: Sequence[str]) -> frozenset[int]:
        """Places of the words that stand in a phrase that opens no aside."""
        found = (
            (at, len(phrase))
            for phrase in self.not_background
            for at, word in enumerate(folded)
            if word == phrase[0] and tuple(folded[at : at + len(phrase)]) == phrase
        )
        return frozenset(place for at, length in found for place in range(at, at + length))


@cache
def load_roles(language: str, extra: tuple[Path, ...] = ()) -> Roles:
    """The words of a language that place a point, from the ``matching`` table of its data file; none without that table."""
    table: Table = load_tables(language, extra).get("matching", {})
    words = {name: tuple(map(fold, table.get(name, ()))) for name in attrs.fields_dict(Roles)}
    return Roles(
        background=frozenset(words["background"]),
        not_background=frozenset(tuple(phrase.split()) for phrase in words["not_background"]),
        prepositions=frozenset(words["prepositions"]),
        definite=frozenset(words["definite"]),
        attached_definite=words["attached_definite"],
        attached_both=words["attached_both"],
    )
