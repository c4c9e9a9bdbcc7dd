"""The gazetteer: names of places in a language, and what lies within what.

Names come from ``languages/places.tsv`` (CLDR and GeoNames, see
``benchmarks/gazetteer/build_places.py``) and from ``[places.names]`` of the
language files, which users extend. A key is an ISO 3166-1 code ("TR"), a UN
M.49 code for a continent ("150"), or country/name ("TR/ankara").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from pathlib import Path

import attrs

from claimcmp.facets.phrases import PhraseIndex, get_table
from claimcmp.languages import Table
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase

Cases = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
"""Endings of the nominative, longest first, with the endings of the other cases, one row a class of declension."""


@attrs.frozen
class Gazetteer:
    """Places of one language by name.

    Parameters
    ----------
    names
        Folded names to keys.
    demonyms
        Folded adjectives of nationality, in every inflection and with the article, to country codes.
    capitals
        Country code to the key of its capital.
    continents
        Country code to continent code.
    parts
        Folded first parts of compounds ("franco" in "franco-allemand") to country codes.
    alternatives
        Names of two places ("Georgia") to their keys, joined by a bar.
    has_capital_adjectives
        Whether adjectives of nationality are written with a capital.
    nominatives
        Names as listed, in languages where names have cases.
    genitive_locatives
        Locatives behind which a place stands in the genitive ("innerhalb Deutschlands"), in languages where a genitive
        behind any other owns what follows ("auf Deutschlands Straßen"); empty elsewhere.
    """

    names: PhraseIndex[str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    continents: dict[str, str]
    kinds: frozenset[str]
    capital_words: frozenset[str]
    locatives: frozenset[str]
    locative_proclitics: frozenset[str]
    movements: frozenset[str]
    movement_nouns: frozenset[str]
    transitive_movements: frozenset[str]
    topics: frozenset[str]
    locative_suffixes: frozenset[str]
    parts: dict[str, str]
    alternatives: PhraseIndex[str]
    has_capital_adjectives: bool
    nominatives: frozenset[str]
    genitive_locatives: frozenset[str]

    def find_within(self, key: str) -> tuple[str, ...]:
        """Keys of what contains a place, nearest first."""
        country = key.split("/", maxsplit=1)[0]
        above = (country,) if "/" in key else ()
        return (*above, *((self.continents[country],) if country in self.continents else ()))


@cache
def _read_rows() -> tuple[tuple[str, ...], ...]:
    text = (resources.files("claimcmp.languages") / "places.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.split("\n")[1:] if line)


@lru_cache(maxsize=32)
def load_gazetteer(language: str, extra: tuple[Path, ...] = ()) -> Gazetteer:
    """The places of a language; capitals and country codes also where it has no names.

    Examples
    --------
    >>> gazetteer = load_gazetteer("en")
    >>> gazetteer.capitals["TR"], gazetteer.find_within("TR/ankara")
    ('TR/ankara', ('TR', '142'))
    """
    header, *rows = _read_rows()
    table = get_table(language, "places", extra)
    words = {name: frozenset(map(fold, table.get(name, ()))) for name in _WORD_LISTS}
    return Gazetteer(
        names=PhraseIndex(_collect_names(language, header, rows, table)),
        demonyms=_inflect_demonyms(table, tuple(get_table(language, "actors", extra).get("articles", ()))),
        capitals={row[2]: row[0] for row in rows if row[1] == "capital"},
        continents={row[0]: row[2] for row in rows if row[1] == "country" and row[2]},
        parts={fold(part): code for code, parts in table.get("parts", {}).items() for part in parts},
        alternatives=PhraseIndex(
            (form, keys)
            for keys, names in table.get("alternatives", {}).items()
            for name in names
            for form in decline(fold_phrase(name), load_cases(language, extra))
        ),
        nominatives=frozenset(name for name, _, _ in _list_names(language, header, rows, table) if table.get("cases")),
        has_capital_adjectives=bool(table.get("has_capital_adjectives", False)),
        **words,
    )


def _inflect_demonyms(table: Table, articles: tuple[str, ...]) -> dict[str, str]:
    endings = ("", *table.get("demonym_endings", ()))
    stems = [(fold_phrase(name), code) for code, names in table.get("demonyms", {}).items() for name in names]
    return {fold(article) + stem + fold(ending): code for stem, code in stems for ending in endings for article in ("", *articles)}


_WORD_LISTS = (
    "kinds",
    "capital_words",
    "locatives",
    "locative_proclitics",
    "movements",
    "movement_nouns",
    "transitive_movements",
    "topics",
    "locative_suffixes",
    "genitive_locatives",
)


def _collect_names(language: str, header: tuple[str, ...], rows: list[tuple[str, ...]], table: Table) -> Iterator[tuple[str, str]]:
    """Every name once, in every case: the language file's own first, then countries, then cities by population.

    A phrase that holds a place's name and names none has the empty key.
    """
    taken = {fold_phrase(name) for name in (*table.get("ambiguous", ()), *table.get("kinds", ()))}
    yield from ((fold_phrase(phrase), "") for phrase in table.get("not_places", ()))
    cases = _fold_cases(table)
    for name, key, is_own in _list_names(language, header, rows, table):
        if name in taken and not is_own:
            continue
        for form in decline(name, cases):
            if form == name or form not in taken:
                taken.add(form)
                yield form, key


def _list_names(language: str, header: tuple[str, ...], rows: list[tuple[str, ...]], table: Table) -> Iterator[tuple[str, str, bool]]:
    """Names as listed, their keys, and whether the language file itself gives them."""
    for key, names in table.get("names", {}).items():
        yield from ((name, key, True) for name in map(fold_phrase, names))
    primary = language.split("-", maxsplit=1)[0].lower()
    columns = [header.index(primary)] if primary in header else []
    columns += [header.index("latin")] if primary in ("fr", "es", "de", "tr") else []
    for row in rows:
        yield from ((name, row[0], False) for column in columns for name in row[column].split("|") if name)


@lru_cache(maxsize=32)
def load_cases(language: str, extra: tuple[Path, ...] = ()) -> Cases:
    """The endings of names in a language: those of the nominative, longest first, with those of the other cases, class by class."""
    return _fold_cases(get_table(language, "places", extra))


def _fold_cases(table: Table) -> Cases:
    rows = ((fold(ending), classes) for ending, classes in table.get("cases", {}).items())
    folded = ((ending, tuple(tuple(fold(form).replace("-", "") for form in row.split()) for row in classes)) for ending, classes in rows)
    return tuple(sorted(folded, key=lambda row: (-len(row[0]), row[0])))


def decline(name: str, cases: Cases) -> tuple[str, ...]:
    """A folded name in all its cases, each once, the nominative first; its words agree in case.

    Examples
    --------
    >>> decline("южная корея", load_cases("ru"))[:3]
    ('южная корея', 'южнои кореи', 'южнои корее')
    """
    if not cases:
        return (name,)
    words = [_decline_word(word, cases) for word in name.split(" ")]
    length = max(len(paradigm) for paradigms in words for paradigm in paradigms)
    forms = (" ".join(word[min(case, len(word) - 1)] for word in chosen) for chosen in product(*words) for case in range(length))
    return tuple(dict.fromkeys((name, *forms)))


def _decline_word(word: str, cases: Cases) -> tuple[tuple[str, ...], ...]:
    for ending, classes in cases:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word.removesuffix(ending)
            return tuple(tuple(stem + form for form in row) for row in classes)
    return ((word,),)
