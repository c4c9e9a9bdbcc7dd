"""What a headline is about: a country before a colon or two dots, or a word for a topic, which says nothing itself ("Nigeria: villagers abducted")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from claimcmp.extract.view import Sentence
from claimcmp.languages import load_tables
from claimcmp.records import Span
from claimcmp.text.normal import fold

_DOTS = re.compile(r"[\s.…]+$")

_MAX_PHRASE_WORDS = 2
_LATIN = ("fr", "es", "de", "tr")


@cache
def load_topics(language: str, extra: tuple[Path, ...] = ()) -> frozenset[str]:
    """The folded names of countries, continents and the places that the language's file itself names; no capitals.

    A capital before a colon mostly stands for a government that speaks, and
    cities in the larger list share their names with people.
    """
    capitals = {key for key, kind, _ in _read_places(language) if kind == "capital"}
    listed = {name for _, kind, names in _read_places(language) if kind in ("country", "continent") for name in names}
    own = load_tables(language, extra).get("places", {}).get("names", {})
    return frozenset(listed | {fold(name) for key, names in own.items() if key not in capitals for name in names}) - {""}


@cache
def load_capitals(language: str, extra: tuple[Path, ...] = ()) -> frozenset[str]:
    """The folded names of capitals."""
    capitals = {key: names for key, kind, names in _read_places(language) if kind == "capital"}
    own = load_tables(language, extra).get("places", {}).get("names", {})
    listed = {name for names in capitals.values() for name in names}
    return frozenset(listed | {fold(name) for key, names in own.items() if key in capitals for name in names}) - {""}


@cache
def _read_places(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Key, kind and folded names of every listed place."""
    text = (resources.files("claimcmp.languages") / "places.tsv").read_text(encoding="utf-8")
    header, *rows = [line.split("\t") for line in text.split("\n")[1:] if line]
    primary = language.split("-", maxsplit=1)[0].lower()
    columns = [header.index(name) for name in (primary, "latin") if name in header and (name == primary or primary in _LATIN)]
    return tuple((row[0], row[1], tuple(name for column in columns for name in row[column].split("|"))) for row in rows)


def names_topic(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the tokens ``first:last`` before a colon are a place and what follows is told about it, not said by it."""
    label = fold(sentence.text[sentence.tokens[first].start : sentence.tokens[last - 1].end])
    content = range(last + 1, sentence.end)
    is_said = any(sentence.is_open(i) or sentence.has("own_words", i) for i in content)
    return label in sentence.lexicon.places and not is_said


def holds_topic(sentence: Sentence, label: Sequence[int]) -> bool:
    """Whether the words before a colon tell what is spoken of ("Brexit: …", "HIV/Aids: …"); beside a post or a body such a word is part of a name."""
    if any(sentence.match(key, i) for key in ("post_nouns", "organisation_nouns") for i in label):
        return False
    written = sentence.text[sentence.tokens[label[0]].start : sentence.tokens[label[-1]].end]
    return "/" in written or any(sentence.has("topic_words", i) for i in label)


def join_topic(text: str, spans: Sequence[Span], places: frozenset[str]) -> tuple[Span, ...]:
    """The sentences of a headline, the first joined to the next where it is a place or a phrase of two words before dots («نيجيريا.. قتلى في هجوم»)."""
    if len(spans) < 2:
        return tuple(spans)
    first = text[spans[0].start : spans[0].end]
    is_phrase = bool(_DOTS.search(first)) and len(first.split()) <= _MAX_PHRASE_WORDS
    if not is_phrase and fold(_DOTS.sub("", first)) not in places:
        return tuple(spans)
    return (Span(start=spans[0].start, end=spans[1].end), *spans[2:])
