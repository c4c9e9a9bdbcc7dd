"""Checking a user's language file against the tables that the bundled languages have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any  # TOML tables are untyped until the typed readers structure them

from claimcmp.errors import LanguageDataError, suggest_name
from claimcmp.languages import list_languages, load_tables

_KINDS: Mapping[type, str] = {list: "a list", dict: "a table", str: "a text", bool: "true or false", int: "a number", float: "a number"}
_LONGEST_CODE = 3
"""Letters of the longest primary subtag in use (BCP 47, ISO 639-3)."""

_Kinds = dict[tuple[str, ...], set[type]]


def check_file(path: Path, document: Mapping[str, Any]) -> None:
    """Nothing comes back where every table, key and kind of value of the file is one that a bundled language has.

    Raises
    ------
    LanguageDataError
        Names the file, the place, and what was probably meant.
    """
    for language, tables in document.items():
        if not isinstance(tables, dict) or len(language) > _LONGEST_CODE:
            raise LanguageDataError(
                f"language file {path}: [{language}] is no language; begin every table with a code, as in [en.places.names]"
            )
        for table, keys in tables.items():
            _check(path, (language, table), keys)
            for key, value in keys.items():
                _check(path, (language, table, key), value)
                for name, item in value.items() if isinstance(value, dict) else ():
                    _check_kind(path, (language, table, key, name), item, _collect_kinds()[table, key, "*"])


def _check(path: Path, place: tuple[str, ...], value: object) -> None:
    known = _collect_kinds()
    where = place[1:]
    if where not in known:
        siblings = sorted({other[-1] for other in known if other[:-1] == where[:-1] and len(other) == len(where)} - {"*"})
        hint = suggest_name(where[-1], siblings) or f"known: {', '.join(siblings)}"
        raise LanguageDataError(f"language file {path}: there is no [{'.'.join(place)}]; {hint}")
    _check_kind(path, place, value, known[where])


def _check_kind(path: Path, place: tuple[str, ...], value: object, kinds: Iterable[type]) -> None:
    if kinds and type(value) not in kinds:
        allowed = " or ".join(sorted({_KINDS.get(kind, kind.__name__) for kind in kinds}))
        given = _KINDS.get(type(value), type(value).__name__)
        raise LanguageDataError(f"language file {path}: [{'.'.join(place)}] must be {allowed}, not {given}")


@cache
def _collect_kinds() -> _Kinds:
    """The kinds of value that the bundled languages have under (table,), (table, key) and, for any name, (table, key, "*")."""
    kinds: _Kinds = defaultdict(set)
    for language in list_languages():
        for table, keys in load_tables(language).items():
            kinds[table,].add(type(keys))
            for key, value in keys.items():
                kinds[table, key].add(type(value))
                if isinstance(value, dict):
                    kinds[table, key, "*"] |= {type(item) for item in value.values()}
    return kinds
