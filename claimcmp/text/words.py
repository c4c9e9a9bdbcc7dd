"""Content words of claims under a key that spelling, inflection and synonyms share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import attrs

from claimcmp.languages import Table, load_tables
from claimcmp.records import Actor, Claim, Place, Quantity, Span, When
from claimcmp.settings import Settings
from claimcmp.text.inner_negation import InnerNegations, load_inner_negations
from claimcmp.text.normal import fold
from claimcmp.text.roles import load_roles
from claimcmp.text.tokens import Token, tokenize

_PREFIX_STEM = 5
"""Letters kept of a word of a language without stemming data: inflection is mostly at the end."""

TAKE_PLACE = "=occur"
"""Concept of verbs so empty that what is denied is their noun ("did not *hold* talks")."""

_SHORTEST_ROOT = 3
"""Letters that a root needs: two letters are left of too many words that have nothing in common ("director", "rare")."""


@attrs.frozen
class Word:
    """A content word: its key, where it stands, and whether a typed facet already covers it."""

    key: str
    span: Span
    is_typed: bool
    is_shared_form: bool
    """Whether the key means the same in every language: a concept or a number."""
    is_background: bool = False
    """Whether it stands in an aside that only places the point: "since the war began", "as regards the border"."""
    is_reference: bool = False
    """Whether it only points to what it names: "at the meeting", "of this attack"."""


@attrs.frozen
class Stemmer:
    """Turns folded words of one language into keys."""

    function_words: frozenset[str]
    prefixes: tuple[str, ...]
    clitics: tuple[str, ...]
    suffixes: tuple[str, ...]
    root_prefixes: tuple[str, ...]
    weak_letters: str
    min_stem: int
    concepts: Mapping[str, str]

    def key(self, folded: str) -> str:
        """The key of a folded word; empty for a function word."""
        if folded in self.function_words:
            return ""
        if folded.isdigit():
            return folded
        stems = self.stems(folded)
        if stems[1] in self.function_words:
            return ""
        for stem in stems:
            if stem in self.concepts:
                return "=" + self.concepts[stem]
        return stems[-1]

    def stems(self, folded: str) -> tuple[str, ...]:
        """The word and its shorter forms, down to the root-like one."""
        if not self.suffixes:
            return (folded, folded[:_PREFIX_STEM])
        bare = self._strip_front(folded)
        stem = self._strip_back(bare)
        return (folded, bare, stem, self._reduce(stem))

    def _strip_front(self, word: str) -> str:
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= self.min_stem:
                return word[len(prefix) :]
        if word[:1] in self.clitics and len(word) > self.min_stem + 1:
            return word[1:]
        return word

    def _strip_back(self, word: str) -> str:
        for suffix in self.suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= max(2, self.min_stem - 1):
                return word[: -len(suffix)]
        return word

    def _reduce(self, stem: str) -> str:
        for prefix in self.root_prefixes:
            if stem.startswith(prefix) and len(stem) - len(prefix) >= self.min_stem:
                stem = stem[len(prefix) :]
                break
        root = "".join(c for c in stem if c not in self.weak_letters)
        return root if len(root) >= _SHORTEST_ROOT else stem


@cache
def load_stemmer(language: str, extra: tuple[Path, ...] = ()) -> Stemmer:
    """The stemmer of a language, from the ``matching`` table of its data file.

    A language without that table keeps all words and cuts them to five letters.
    """
    table: Table = load_tables(language, extra).get("matching", {})
    plain = Stemmer(
        function_words=frozenset(map(fold, str(table.get("function_words", "")).split())),
        prefixes=_folded(table, "prefixes"),
        clitics=_folded(table, "clitics"),
        suffixes=_folded(table, "suffixes"),
        root_prefixes=_folded(table, "root_prefixes"),
        weak_letters=str(table.get("weak_letters", "")),
        min_stem=int(table.get("min_stem", 3)),
        concepts={},
    )
    return attrs.evolve(plain, concepts=_index_concepts(plain, table.get("concepts", {})))


def read_words(claim: Claim, settings: Settings) -> tuple[Word, ...]:
    """The content words of a claim, in order; spans are offsets into the article.

    Examples
    --------
    >>> from claimcmp.records import Claim, Span
    >>> text = "The two ministers met in Ankara"
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [word.key for word in read_words(claim, Settings())]
    ['two', '=minister', '=meeting', 'ankara']
    """
    stemmer, roles = load_stemmer(claim.language, settings.language_files), load_roles(claim.language, settings.language_files)
    typed = [f.span for f in claim.facets if isinstance(f, Quantity) or (isinstance(f, When | Place | Actor) and not f.inferred)]
    tokens = [part for token in tokenize(claim.text, claim.span.start) for part in _split_compound(token)]
    background, references = roles.find_background(tokens), roles.find_references(tokens)
    inner = load_inner_negations(claim.language, settings.language_files)
    words = (_read_word(token, stemmer, inner, typed) for token in tokens)
    return tuple(
        attrs.evolve(word, is_background=word.span in background, is_reference=word.span in references)
        for word in words
        if word is not None
    )


def covers(span: Span, other: Span) -> bool:
    """Whether ``span`` contains the start of ``other``."""
    return span.start <= other.start < span.end


def overlaps(one: Span | Token, other: Span | Token) -> bool:
    """Whether two stretches of a text share a character."""
    return one.start < other.end and other.start < one.end


def _split_compound(token: Token) -> Iterator[Token]:
    """The parts of a word with hyphens, so that "suicide-bomber" meets "suicide bomber"; any other token as it is."""
    if "-" not in token.text or not token.is_word or token.text[0].isdigit():
        yield token
        return
    start = 0
    for part in token.text.split("-"):
        yield Token(part, fold(part), token.start + start, token.start + start + len(part))
        start += len(part) + 1


def _read_word(token: Token, stemmer: Stemmer, inner: InnerNegations, typed: list[Span]) -> Word | None:
    """A word under the key of what it affirms: "yapmadı" is the word "yaptı", denied."""
    affirmed = inner.affirm(token.folded) if token.is_word else None
    key = stemmer.key(token.folded if affirmed is None else affirmed) if token.is_word else ""
    if not key:
        return None
    is_typed = any(covers(span, token.span) for span in typed)
    return Word(key, token.span, is_typed, key[0] == "=" or key.isdigit())


def _folded(table: Table, name: str) -> tuple[str, ...]:
    return tuple(sorted({fold(item) for item in table.get(name, ())}, key=lambda item: (-len(item), item)))


def _index_concepts(stemmer: Stemmer, table: Mapping[str, str]) -> Mapping[str, str]:
    """Each form and its root-like stem, to its concept; a written form wins over another's stem."""
    entries = [(fold(form), concept) for concept, forms in table.items() for form in forms.split()]
    stems: dict[str, str] = {}
    for form, concept in entries:
        stems.setdefault(stemmer.stems(form)[-1], concept)
        stems.setdefault(stemmer.stems(form)[2] if stemmer.suffixes else form, concept)
    return stems | dict(entries)
