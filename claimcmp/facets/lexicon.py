"""Language tables ``[dates]`` and ``[numbers]`` compiled into one lookup table."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any  # TOML tables are untyped

import attrs

from claimcmp.errors import LanguageDataError
from claimcmp.facets.items import Meaning
from claimcmp.languages import Table, load_tables
from claimcmp.text.future import FutureForms, load_future
from claimcmp.text.normal import fold

_TAG = re.compile(r"\{([a-z_]+)\}")

_PART = re.compile(r"[^\W\d_]+|\d+|\S")
"""A word, number or mark of a listed phrase, as the lexer cuts texts."""

_FIRST_CODE = 0xE000
"""Codes are private-use characters: they mean nothing to the regular expression engine."""

_VALUED: Mapping[str, tuple[str, type]] = {
    "months": ("month", int), "weekdays": ("weekday", int), "deictic": ("deictic", int), "units": ("unit", str), "plural_units": ("units", str),
    "dual_units": ("dual", str), "seasons": ("season", str), "day_words": ("dayword", int), "definite_numbers": ("defnum", float),
    "definite_parts": ("defpart", float), "added_tens": ("added_ten", float),
    "solar_months": ("solar_month", int), "hijri_months": ("hijri_month", int), "decades": ("decade", int), "decade_names": ("decade_name", int),
}  # fmt: skip
"""Tables of ``[dates]`` whose keys are values: the tag they give and the type of the key."""

_NUMBERS: Mapping[str, tuple[str, type]] = {
    "words": ("numword", float), "scales": ("scale", float), "vague": ("vague", float), "fractions": ("fraction", float),
    "units": ("measure", str), "counted": ("counted", str), "outcomes": ("outcome", str), "rounded": ("rounded", float), "joined": ("joined", str),
}  # fmt: skip


_NUMERAL_TAGS = (
    (), ("number",), ("number", "day", "figure_day"), ("number", "year"), ("number", "decimal"), ("number", "worded"), ("number", "worded", "scaled"),
    ("number", "era_year"), ("identifier",), ("date",), ("clock",), ("mark",), ("dash",), ("dot",), ("stop",), ("colon",), ("plus",), ("quote",), ("future",), ("said",),
)  # fmt: skip
"""Sets of tags that texts bring beside the words of the tables; known beforehand, they spare patterns a second compilation."""


class Alphabet:
    """One character for each distinct set of tags, handed out as sets are met."""

    def __init__(self) -> None:
        self._codes: dict[frozenset[str], str] = {}
        self._compiled: dict[str, tuple[int, re.Pattern[str]]] = {}
        self._lock = Lock()

    def encode(self, meaning: Meaning) -> str:
        """The character of a meaning's set of tags."""
        tags = frozenset(meaning)
        code = self._codes.get(tags)
        if code is None:
            with self._lock:
                code = self._codes.setdefault(tags, chr(_FIRST_CODE + len(self._codes)))
        return code

    def compile(self, template: str) -> re.Pattern[str]:
        """The regular expression of a template in which ``{tag}`` stands for any item with that tag."""
        size = len(self._codes)
        known = self._compiled.get(template)
        if known is None or known[0] != size:
            known = (size, re.compile(_TAG.sub(lambda match: self._class(match.group(1)), template)))
            self._compiled[template] = known
        return known[1]

    def _class(self, tag: str) -> str:
        codes = "".join(code for tags, code in tuple(self._codes.items()) if tag in tags)
        return f"[{codes}]" if codes else r"[^\s\S]"


@attrs.frozen
class Affixes:
    """Affixes that show a verb's tense, and the words that only look so; a noun's article and endings; endings of numbers and units. All folded."""

    past_suffixes: tuple[str, ...] = ()
    past_exceptions: tuple[str, ...] = ()
    future_suffixes: tuple[str, ...] = ()
    noun_articles: tuple[str, ...] = ()
    noun_suffixes: tuple[str, ...] = ()
    counted_endings: tuple[str, ...] = ()
    word_endings: tuple[str, ...] = ()
    word_ending_exceptions: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Lexicon:
    """What the words of one language mean to dates and quantities.

    ``first_words`` are the words with a meaning and the first words of
    phrases; ``phrases`` lists, by first word, phrases longest first;
    ``clitics`` pairs a prefix with what must be put back in its place;
    ``spelled`` gives, for a folded form, the only spellings that have its meaning;
    ``joined`` are the forms of units that are written together with a number;
    ``future_forms`` are expressions for verbs in the future as they are written.
    """

    meanings: Mapping[str, Meaning]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    first_words: frozenset[str]
    clitics: tuple[tuple[str, str], ...]
    numeric_order: str
    grouping: str
    options: Mapping[str, Any]
    affixes: Affixes
    spelled: Mapping[str, frozenset[str]]
    future: FutureForms
    joined: tuple[str, ...] = ()
    future_forms: tuple[re.Pattern[str], ...] = ()
    not_future_forms: frozenset[str] = frozenset()
    alphabet: Alphabet = attrs.field(factory=Alphabet)


@cache
def load_units() -> Table:
    """Units of measure and currencies that need no language: symbols, codes, factors to a base unit."""
    return tomllib.loads((resources.files("claimcmp.languages") / "units.toml").read_text(encoding="utf-8"))


@cache
def load_lexicon(language: str, extra: tuple[Path, ...] = ()) -> Lexicon:
    """The compiled date and number words of a language; digits and symbols alone where it has no tables."""
    tables = load_tables(language, extra)
    dates, numbers = tables.get("dates", {}), tables.get("numbers", {})
    meanings: dict[str, dict[str, Any]] = defaultdict(dict)
    try:
        for form, tag, value in chain(_list_symbols(), _list_dates(dates), _list_numbers(numbers)):
            meanings[split_phrase(form)][tag] = value
    except (TypeError, AttributeError, ValueError) as error:
        raise LanguageDataError(f"tables [dates] and [numbers] of {language!r}: {error}; expected tables of lists of words") from error
    for clitic in dates.get("clitics", ()):
        meanings[fold(clitic)]["clitic"] = None
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in meanings:
        words = tuple(form.split(" "))
        if len(words) > 1:
            phrases[words[0]].append(words)
    options = {**dates.get("options", {}), **numbers.get("options", {})}
    options["bare_scales"] = frozenset(split_phrase(form) for form in options.get("bare_scales", ()))
    alphabet = Alphabet()
    for meaning in meanings.values():
        alphabet.encode(meaning)
        if "numword" in meaning:
            alphabet.encode({**meaning, "number": None})
            alphabet.encode({**meaning, "number": None, "day": None})
    for tags in _NUMERAL_TAGS:
        alphabet.encode(dict.fromkeys(tags))
    modality = tables.get("modality", {})
    return Lexicon(
        future_forms=tuple(re.compile(form) for form in modality.get("planned_patterns", ())),
        not_future_forms=frozenset(modality.get("pattern_exceptions", ())),
        alphabet=alphabet,
        meanings=dict(meanings),
        phrases={first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()},
        first_words=frozenset(chain(meanings, phrases, (word for found in phrases.values() for words in found for word in words))),
        clitics=tuple((fold(c), fold(r)) for c, r in chain(dates.get("contractions", ()), ((c, "") for c in dates.get("clitics", ())))),
        numeric_order=dates.get("numeric_order", ""),
        grouping=numbers.get("grouping", ""),
        options=options,
        spelled={
            fold(word): frozenset(other for other in options.get("spelled", ()) if fold(other) == fold(word))
            for word in options.get("spelled", ())
        },
        future=load_future(language, extra),
        joined=tuple(form for form, meaning in meanings.items() if "joined" in meaning),
        affixes=Affixes(**{field.name: tuple(map(fold, options.get(field.name, ()))) for field in attrs.fields(Affixes)}),
    )


def split_phrase(form: str) -> str:
    """A listed word or phrase, folded and cut as the lexer cuts texts, one space between its parts."""
    return " ".join(_PART.findall(fold(form).replace("’", "'")))


def _list_keyed(table: Table, keyed: Mapping[str, tuple[str, type]]) -> Iterator[tuple[str, str, Any]]:
    for name, (tag, read) in keyed.items():
        for key, forms in table.get(name, {}).items():
            for form in forms:
                yield form, tag, read(key)


def _list_tags(table: Table) -> Iterator[tuple[str, str, Any]]:
    for tag, forms in table.get("tags", {}).items():
        for form in forms:
            yield form, tag, None


def _list_dates(dates: Table) -> Iterable[tuple[str, str, Any]]:
    kinds = ((form, f"u_{unit}", None) for unit, forms in dates.get("units", {}).items() for form in forms)
    return chain(_list_keyed(dates, _VALUED), kinds, _list_tags(dates))


def _list_numbers(numbers: Table) -> Iterable[tuple[str, str, Any]]:
    return chain(_list_keyed(numbers, _NUMBERS), _list_tags(numbers), _list_duals(numbers.get("duals", {})))


def _list_duals(duals: Table) -> Iterator[tuple[str, str, Any]]:
    """Dual forms: each group joins its nouns with its suffixes; a final letter may change before a suffix."""
    for group in duals.values():
        for noun in group["nouns"]:
            stem = noun
            for final, changed in group.get("changes", {}).items():
                stem = noun.removesuffix(final) + changed if noun.endswith(final) else stem
            for suffix in group["suffixes"]:
                yield stem + suffix, "dualnoun", noun


def _list_symbols() -> Iterator[tuple[str, str, Any]]:
    units = load_units()
    for unit, symbols in units["symbols"].items():
        for symbol in symbols:
            yield symbol, "measure", unit
    for letter, factor in units["money_scales"].items():
        yield letter, "money_scale", factor
    for code in units["currencies"].split():
        yield code, "measure", code
