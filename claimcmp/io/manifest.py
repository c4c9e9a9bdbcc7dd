"""``articles.toml``: what a folder's files do not say about themselves.

One table for each file::

    [[article]]
    file = "bridge.txt"
    outlet = "Harbour Daily"
    published = 2024-03-02
    language = "en"
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path

import attrs

from claimcmp.io.decoding import decode_text
from claimcmp.io.items import Fields, Refusal, RefusedError

MANIFEST = "articles.toml"
_ALLOWED = ("file", "outlet", "published", "language", "title", "url", "id")


@attrs.frozen
class Manifest:
    """Entries by file, in the order written, and the refused ones."""

    entries: Mapping[Path, Fields]
    refusals: tuple[Refusal, ...]

    def find(self, path: Path) -> Fields:
        """The entry of a file; empty when it is not listed.

        Raises
        ------
        RefusedError
            If the file's entry was refused.
        """
        refused = next((r for r in self.refusals if r.name == str(path)), None)
        if refused is not None:
            raise RefusedError(refused.reason.key, error=refused.error, **refused.reason.parameters)
        return self.entries.get(path, {})


def load_manifest(folder: Path) -> Manifest:
    """The manifest of ``folder``; an empty one when there is no ``articles.toml``.

    A wrong entry (unknown key, missing file, no ``file``) is refused under its
    name, the others stand.

    Raises
    ------
    RefusedError
        If ``articles.toml`` cannot be read or is no valid TOML.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return Manifest({}, ())
    try:
        data = tomllib.loads(decode_text(path.read_bytes()).replace("\r\n", "\n"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RefusedError("read_manifest", path=str(path), detail=str(error)) from error
    tables = data.get("article", [])
    unknown = [key for key in data if key != "article"]
    if unknown or not isinstance(tables, list):
        raise RefusedError(
            "read_manifest", path=str(path), detail=f"it holds [[article]] tables only, not {', '.join(unknown) or 'article = …'}"
        )
    return _sort_entries(folder, tables)


def _sort_entries(folder: Path, tables: list[object]) -> Manifest:
    entries: dict[Path, Fields] = {}
    refusals: list[Refusal] = []
    for number, table in enumerate(tables, 1):
        name = f"{folder / MANIFEST}, entry {number}"
        try:
            path = _find_file(folder, table)
            if path in entries:
                raise RefusedError("read_entry_twice", file=path.name)
            name = str(path)
            entries[path] = _check_entry(path, table)
        except RefusedError as refused:
            refusals.append(Refusal(name, refused.reason, refused.error))
    return Manifest(entries, tuple(refusals))


def _find_file(folder: Path, table: object) -> Path:
    file = table.get("file") if isinstance(table, Mapping) else None
    if not isinstance(file, str) or not file:
        raise RefusedError("read_entry_without_file")
    return folder / file


def _check_entry(path: Path, table: object) -> Fields:
    if not isinstance(table, Mapping):
        raise RefusedError("read_entry_without_file")
    unknown = [key for key in table if key not in _ALLOWED]
    if unknown:
        close = difflib.get_close_matches(unknown[0], _ALLOWED, n=1)
        raise RefusedError("read_entry_key", key=unknown[0], allowed=", ".join(close or _ALLOWED))
    if not path.is_file():
        raise RefusedError("read_entry_missing")
    return {key: value for key, value in table.items() if key != "file"}
