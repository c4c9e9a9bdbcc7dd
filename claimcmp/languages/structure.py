"""Language tables to typed records, with errors that name the table and the key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import attrs

from claimcmp.errors import LanguageDataError
from claimcmp.languages import Table

T = TypeVar("T")


def structure_table(cls: type[T], table: Table, name: str, *, clean: Callable[[str], str] = str) -> T:
    """An instance of the attrs class ``cls`` whose fields are the keys of ``table``.

    Lists become tuples; ``clean`` is applied to every string in a list of
    strings. Keys that are missing keep the field's default.

    Raises
    ------
    LanguageDataError
        If the table has a key that ``cls`` does not know.
    """
    known = {field.name for field in attrs.fields(cls)}  # type: ignore[arg-type]  # attrs classes only
    unknown = sorted(set(table) - known)
    if unknown:
        raise LanguageDataError(f"language table [{name}] has unknown keys {unknown}; known: {sorted(known)}")
    return cls(**{key: _freeze(value, clean) for key, value in table.items()})


def _freeze(value: object, clean: Callable[[str], str]) -> object:
    if isinstance(value, list):
        return tuple(clean(item) if isinstance(item, str) else _freeze(item, clean) for item in value)
    if isinstance(value, dict):
        return {key: _freeze(item, clean) for key, item in value.items()}
    return value
