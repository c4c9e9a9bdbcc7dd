"""Words of an article under the forms in which language tables list them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from claimcmp.languages import Table, load_tables
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase, plain_apostrophe
from claimcmp.text.tokens import Token, tokenize

V = TypeVar("V")

_POSSESSIVES = ("'s", "'")
SHORTEST_REST = 3
"""A proclitic is only cut off when this many letters remain."""


@attrs.frozen
class Word:
    """A token with every form it may be looked up by: as written first, then without proclitics, possessive or suffix.

    ``suffix`` is what stands after a mark that cuts suffixes off names ("Ankara'da").
    """

    token: Token
    forms: tuple[str, ...]
    prefixes: tuple[str, ...]
    starts_line: bool = False
    suffix: str = ""

    @property
    def whole(self) -> tuple[str, ...]:
        """The forms that keep the first letter: as written and without a possessive."""
        return self.forms[: self.prefixes.count("")]

    @property
    def initial(self) -> str:
        """The first letter, behind an elided word or an article of names («d'Ankara», "al-Hamdani")."""
        joined = next((prefix for prefix in self.prefixes if prefix.endswith(("'", "-"))), "")
        return self.token.text[len(joined)]

    @property
    def is_elided(self) -> bool:
        """Whether another word is joined to the front by an apostrophe."""
        return any(prefix.endswith("'") for prefix in self.prefixes)

    @property
    def is_possessive(self) -> bool:
        """Whether the word ends in a possessive mark."""
        return len(self.whole) > 1 and not self.suffix

    @property
    def end(self) -> int:
        """Where the word ends without its possessive mark or suffix."""
        return self.token.end - (len(self.forms[0]) - len(self.forms[1]) if len(self.whole) > 1 else 0)

    @property
    def folded(self) -> str:
        """The first form: the folded token."""
        return self.forms[0]


@attrs.frozen
class Match(Generic[V]):
    """An entry found at words ``first`` to ``last`` (exclusive), and the proclitic cut off its first word."""

    first: int
    last: int
    prefix: str
    value: V


def find_cut(word: Word, prefix: str) -> int:
    """How many code points of a word its proclitics take; 0 where the rest is not written as a word (للـ)."""
    form = next((f for f, p in zip(word.forms, word.prefixes, strict=True) if p == prefix), "")
    if not prefix or not word.folded.endswith(form) or len(prefix) + len(form) != len(word.folded):
        return 0
    at = 0
    for letter in prefix:
        while at < len(word.token.text) and plain_apostrophe(fold(word.token.text[at])) != letter:
            at += 1
        at += 1
    while at < len(word.token.text) and not fold(word.token.text[at]):
        at += 1
    return at if at < len(word.token.text) else 0


class PhraseIndex(Generic[V]):
    """Phrases by their first word, longest first."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in entries:
            words = tuple(phrase.split(" "))
            self._by_first.setdefault(words[0], []).append((words, value))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def match(self, words: Sequence[Word], at: int) -> Match[V] | None:
        """The longest phrase that starts at word ``at``."""
        best: Match[V] | None = None
        for form, prefix in zip(words[at].forms, words[at].prefixes, strict=True):
            for phrase, value in self._by_first.get(form, ()):
                if best is not None and len(phrase) <= best.last - best.first:
                    break
                if _continues(words, at + 1, phrase[1:]):
                    best = Match(at, at + len(phrase), prefix, value)
                    break
        return best


def _continues(words: Sequence[Word], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(words) or any(words[at + i].starts_line for i in range(len(rest))):
        return False
    return all(words[at + i].folded == part for i, part in enumerate(rest[:-1])) and (
        not rest or rest[-1] in words[at + len(rest) - 1].whole
    )


def index_names(table: Mapping[str, Iterable[str]]) -> PhraseIndex[str]:
    """An index from every name to its key; tables hold ``key = [names]``."""
    return PhraseIndex((fold_phrase(name), key) for key, names in table.items() for name in names)


@lru_cache(maxsize=4096)
def read_words(text: str, language: str, settings: Settings, offset: int = 0) -> tuple[Word, ...]:
    """The words and marks of ``text`` with their look-up forms."""
    affixes = load_affixes(language, settings.language_files)
    tokens = [token for token in tokenize(text, offset) if token.folded]
    ends = [offset, *(token.end for token in tokens)]
    return tuple(
        Word(token, *(cut := _cut(plain_apostrophe(token.folded), affixes))[:2], "\n" in text[end - offset : token.start - offset], cut[2])
        for token, end in zip(tokens, ends, strict=False)
    )


@attrs.frozen
class Affixes:
    """What is written together with a word: before it, longest first, and the marks after which a name has suffixes."""

    proclitics: tuple[str, ...]
    suffix_marks: tuple[str, ...]


@lru_cache(maxsize=64)
def load_affixes(language: str, extra: tuple[Path, ...]) -> Affixes:
    """What may be written together with a word in a language."""
    table = get_table(language, "actors", extra)
    listed = (plain_apostrophe(fold(p)) for p in table.get("proclitics", ()))
    return Affixes(
        tuple(sorted(listed, key=lambda p: (-len(p), p))), tuple(plain_apostrophe(mark) for mark in table.get("suffix_marks", ()))
    )


@attrs.frozen
class Joinable:
    """What a language writes together with the next word: the cut prefix is one of these, or empty."""

    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    all: frozenset[str]


@lru_cache(maxsize=64)
def load_joinable(language: str, extra: tuple[Path, ...]) -> Joinable:
    """The one-letter conjunctions and prepositions of a language."""
    table = get_table(language, "actors", extra)
    conjunctions = frozenset(("", *map(fold, table.get("conjunctions", ()))))
    prepositions = frozenset(("", *map(fold, table.get("prepositions", ()))))
    return Joinable(conjunctions, prepositions, conjunctions | prepositions)


def get_table(language: str, name: str, extra: tuple[Path, ...]) -> Table:
    """One table of a language; empty when the language has none."""
    table: Table = load_tables(language, extra).get(name, {})
    return table


@lru_cache(maxsize=20_000)
def _cut(folded: str, affixes: Affixes) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The forms of a word, the proclitic cut off each, and the suffix cut off."""
    forms, prefixes, suffix = [folded], [""], ""
    for mark in affixes.suffix_marks:
        stem, _, rest = folded.partition(mark)
        if stem and rest:
            forms, prefixes, suffix = [folded, stem], ["", ""], rest
    for ending in _POSSESSIVES:
        if folded.endswith(ending) and len(folded) > len(ending) and not suffix:
            forms.append(folded.removesuffix(ending))
            prefixes.append("")
            break
    for proclitic in affixes.proclitics:
        rest = folded[len(proclitic) :]
        if not folded.startswith(proclitic) or len(rest) < SHORTEST_REST:
            continue
        if proclitic.endswith(("ال", "لل")):
            forms.append("ال" + rest)
            prefixes.append(proclitic[:-2] if proclitic.endswith("ال") else proclitic[:-1])
        forms.append(rest)
        prefixes.append(proclitic)
    return tuple(forms), tuple(prefixes), suffix
