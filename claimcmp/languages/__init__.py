"""Language data: one TOML file per language, loaded, validated and extensible.

Language facts live here and nowhere else. A user extends a language by giving
further TOML files of the same tables: lists are appended, tables merged.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any  # TOML tables are untyped until the typed readers structure them

from claimcmp.errors import LanguageDataError

Table = Mapping[str, Any]


def list_languages() -> tuple[str, ...]:
    """Codes of the languages with a data file, sorted."""
    return tuple(
        sorted(
            f.name.removesuffix(".toml")
            for f in resources.files(__name__).iterdir()
            if f.name.endswith(".toml") and len(f.name) <= len("abc.toml")
        )
    )


def is_same_language(one: str, other: str) -> bool:
    """Whether two BCP 47 codes are of one language, whatever the region.

    >>> is_same_language("pt-BR", "pt"), is_same_language("ar", "fa")
    (True, False)
    """
    return one.split("-", maxsplit=1)[0] == other.split("-", maxsplit=1)[0]


@cache
def load_tables(language: str, extra: tuple[Path, ...] = ()) -> Table:
    """The tables of one language, with the user's files merged in.

    ``language`` is a BCP 47 code; only its primary subtag counts. A language
    without a file gives the tables of ``extra`` alone.

    Raises
    ------
    LanguageDataError
        If a file is no valid TOML or cannot be read, or has tables, keys or
        kinds of values that no bundled language has.
    """
    primary = language.split("-", maxsplit=1)[0].lower()
    tables: dict[str, Any] = {}
    if primary in list_languages():
        tables = tomllib.loads((resources.files(__name__) / f"{primary}.toml").read_text(encoding="utf-8"))
    for path in extra:
        try:
            added = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise LanguageDataError(f"language file {path}: {error}; it must be readable UTF-8 TOML") from error
        _check_file(Path(path), added)
        tables = _merge(tables, added.get(primary, {}))
    return tables


def _check_file(path: Path, document: Table) -> None:
    from claimcmp.languages.checking import check_file  # which reads the bundled languages through this module

    check_file(path, document)


def _merge(base: Any, added: Any) -> Any:
    if isinstance(base, Mapping) and isinstance(added, Mapping):
        return {
            key: _merge(base[key], added[key]) if key in base and key in added else base.get(key, added.get(key))
            for key in (*base, *(k for k in added if k not in base))
        }
    if isinstance(base, list) and isinstance(added, list):
        return base + added
    return added
