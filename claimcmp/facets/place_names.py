"""The gazetteer: names of places in a language, and what lies within what.

Names come from ``languages/places.tsv`` (CLDR and GeoNames, see
``benchmarks/gazetteer/build_places.py``) and from ``[places.names]`` of the
language files, which users extend. A key is an ISO 3166-1 code ("TR"), a UN
M.49 code for a continent ("150"), country/name ("TR/ankara"), or the name of
a region of several countries ("middle-east"). What a place lies in is told by
its key, by ``places.tsv`` (countries in continents, cities in divisions of
their countries), by ``languages/regions.toml`` and by ``[places.regions]`` of
the language files.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
    outer
        Key to the keys of what holds it, as far as its own does not tell.
    parts
        Folded first parts of compounds ("franco" in "franco-allemand") to country codes.
    alternatives
        Names of two places ("Georgia") to their keys, joined by a bar.
    has_capital_adjectives
        Whether adjectives of nationality are written with a capital.
    nominatives
        Names as listed, in languages where names have cases.
    nearby
        Words beside a place by which something may lie outside it ("near", «под», "yakınında").
    genitive_locatives
        Locatives behind which a place stands in the genitive ("innerhalb Deutschlands"), in languages where a genitive
        behind any other owns what follows ("auf Deutschlands Straßen"); empty elsewhere.
    """

    names: PhraseIndex[str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    outer: Mapping[str, tuple[str, ...]]
    kinds: frozenset[str]
    capital_words: frozenset[str]
    locatives: frozenset[str]
    nearby: frozenset[str]
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
        """Keys of what contains a place, nearest first: its division, country, regions and continent."""
        found: dict[str, None] = {key: None}
        level: Iterable[str] = (key,)
        while level := dict.fromkeys(outer for inner in level for outer in self._list_outer(inner) if outer not in found):
            found |= level
        return tuple(found)[1:]

    def _list_outer(self, key: str) -> tuple[str, ...]:
        country, slash, _ = key.partition("/")
        return (*self.outer.get(key, ()), *((country,) if slash else ()))


def may_be_namesake(key: str, within: Iterable[str]) -> bool:
    """Whether the name of a city may mean the division called after it, where ``within`` holds another place.

    Examples
    --------
    >>> may_be_namesake("UA/donetsk", load_gazetteer("en").find_within("UA/mariupol"))
    True
    """
    return f"{key}-region" in within


def names_country(key: str) -> bool:
    """Whether a key is of a country or of a place in one, and of no continent or region of several countries."""
    return key[:2].isupper()


def may_overlap(key: str, other: str) -> bool:
    """Whether two regions of several countries, one of them at least no continent, may have countries in common."""
    return not any(map(names_country, (key, other))) and not (key.isdigit() and other.isdigit())


@cache
def _read_rows() -> tuple[tuple[str, ...], ...]:
    text = (resources.files("claimcmp.languages") / "places.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.split("\n")[1:] if line)


@cache
def _read_regions() -> Mapping[str, list[str]]:
    """What each region holds."""
    text = (resources.files("claimcmp.languages") / "regions.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["regions"])


def _find_outer(rows: Iterable[tuple[str, ...]], regions: Iterable[Mapping[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """Key to the keys of what holds it: divisions and continents by the rows, then regions."""
    outer: dict[str, list[str]] = defaultdict(list)
    for key, _, within, *_ in rows:
        outer[key] += [within] if within and within != key.partition("/")[0] else []
    for held in regions:
        for region, keys in held.items():
            for key in keys:
                outer[key].append(region)
    return {key: tuple(found) for key, found in outer.items() if found}


@lru_cache(maxsize=32)
def load_gazetteer(language: str, extra: tuple[Path, ...] = ()) -> Gazetteer:
    """The places of a language; capitals and country codes also where it has no names.

    Examples
    --------
    >>> gazetteer = load_gazetteer("en")
    >>> gazetteer.capitals["TR"], gazetteer.find_within("TR/ankara")
    ('TR/ankara', ('TR/ankara-region', 'TR', '142', 'middle-east', 'balkans', 'eastern-europe'))
    """
    header, *rows = _read_rows()
    table = get_table(language, "places", extra)
    words = {name: frozenset(map(fold, table.get(name, ()))) for name in _WORD_LISTS}
    return Gazetteer(
        names=PhraseIndex(_collect_names(language, header, rows, table)),
        demonyms=_inflect_demonyms(table, tuple(get_table(language, "actors", extra).get("articles", ()))),
        capitals={row[0].partition("/")[0]: row[0] for row in rows if row[1] == "capital"},
        outer=_find_outer(rows, (_read_regions(), table.get("regions", {}))),
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
    "nearby",
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
