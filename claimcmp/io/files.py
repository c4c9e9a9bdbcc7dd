"""Files and folders to articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import attrs

from claimcmp.errors import MissingExtraError
from claimcmp.io.decoding import decode_text
from claimcmp.io.items import Fields, Item, RefusedError, attempt, read_row
from claimcmp.io.manifest import MANIFEST, Manifest, load_manifest
from claimcmp.io.webpages import read_page

Reader = Callable[[str, bytes, Fields, str | None], Iterable[Item]]


@attrs.frozen
class Reading:
    """What one call of ``read_articles`` knows: the caller's fields, the encoding, the manifests met."""

    defaults: Fields
    encoding: str | None = None
    manifests: dict[Path, Manifest] = attrs.field(factory=dict)

    def find_manifest(self, folder: Path) -> Manifest:
        """The manifest of ``folder``, loaded once."""
        if folder not in self.manifests:
            self.manifests[folder] = load_manifest(folder)
        return self.manifests[folder]

    def with_outlet(self, outlet: str) -> Reading:
        """The same reading for items of one outlet."""
        return attrs.evolve(self, defaults={**self.defaults, "outlet": outlet})


def read_folder(folder: Path, reading: Reading) -> Iterator[Item]:
    """The articles of a folder's own files: those its ``articles.toml`` lists first, the others by name.

    Hidden files and subfolders are left alone; a file of another kind is refused by name.
    """

    def read() -> Iterator[Item]:
        manifest = reading.find_manifest(folder)
        handled = {*manifest.entries, *(Path(refusal.name) for refusal in manifest.refusals)}
        others = [path for path in _list_files(folder) if path not in handled]
        if not handled and not others:
            raise RefusedError("read_folder_empty", allowed=_name_suffixes())
        yield from manifest.refusals
        for path in (*manifest.entries, *others):
            yield from attempt(str(path), partial(_read_known, path, manifest.find(path), reading))

    return attempt(str(folder), read)


def _list_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".") and path.name != MANIFEST)


def _read_known(path: Path, entry: Fields, reading: Reading) -> Iterable[Item]:
    if not path.suffix:
        raise _refuse_suffix(path)
    return _read_any(path, entry, reading)


def read_file(path: Path, reading: Reading) -> Iterator[Item]:
    """The articles of one file; its entry in the ``articles.toml`` beside it applies."""
    return attempt(str(path), lambda: _read_any(path, reading.find_manifest(path.parent).find(path), reading))


def _read_any(path: Path, entry: Fields, reading: Reading) -> Iterable[Item]:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise _refuse_suffix(path)
    data = _read_bytes(path)
    if not data.strip():
        raise RefusedError("read_empty")
    return reader(str(path), data, {**reading.defaults, **entry}, reading.encoding)


def _refuse_suffix(path: Path) -> RefusedError:
    return RefusedError("read_suffix", suffix=path.suffix or path.name, allowed=_name_suffixes())


def _name_suffixes() -> str:
    return ", ".join(filter(None, _READERS))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise RefusedError("read_not_found") from error
    except OSError as error:
        raise RefusedError("read_denied", detail=error.strerror or str(error)) from error


def _read_text(name: str, data: bytes, defaults: Fields, encoding: str | None) -> Iterable[Item]:
    return read_row(name, {**defaults, "text": decode_text(data, encoding, name=name)}, {})


def _read_html(name: str, data: bytes, defaults: Fields, encoding: str | None) -> Iterable[Item]:
    page = read_page(data, encoding, name=name)
    return read_row(name, {"text": page.pop("text")}, {**page, **{key: value for key, value in defaults.items() if value is not None}})


def _read_jsonl(name: str, data: bytes, defaults: Fields, encoding: str | None) -> Iterator[Item]:
    # Only \n ends a line: the other separators of str.splitlines may stand inside a JSON string.
    for number, line in enumerate(decode_text(data, encoding, name=name).split("\n"), 1):
        if line.strip():
            yield from _read_json_line(f"{name}, line {number}", line, defaults)


def _read_json_line(name: str, line: str, defaults: Fields) -> Iterator[Item]:
    return attempt(name, lambda: read_row(name, _parse_json(line), defaults))


def _read_json(name: str, data: bytes, defaults: Fields, encoding: str | None) -> Iterator[Item]:
    value = _parse_json(decode_text(data, encoding, name=name))
    if not isinstance(value, list):
        yield from read_row(name, value, defaults)
        return
    if not value:
        raise RefusedError("read_empty")
    for number, row in enumerate(value, 1):
        yield from read_row(f"{name}, item {number}", row, defaults)


def _parse_json(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedError("read_json", detail=str(error)) from error
    return value


def _read_csv(name: str, data: bytes, defaults: Fields, encoding: str | None) -> Iterator[Item]:
    """Rows by the standard library: pandas would read the text "NA" as missing and the id "007" as 7."""
    text = decode_text(data, encoding, name=name)
    header = text.partition("\n")[0]
    delimiter = max(",;\t|", key=header.count)
    limit = csv.field_size_limit(max(len(text), csv.field_size_limit()))
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        found = [(rows.line_num, row) for row in rows]
    except csv.Error as error:
        raise RefusedError("read_csv", detail=f"{error}, after line {rows.line_num}") from error
    finally:
        csv.field_size_limit(limit)
    if not found:
        raise RefusedError("read_empty")
    for line, row in found:
        yield from _read_csv_row(f"{name}, row ending in line {line}", row, defaults)


def _read_csv_row(name: str, row: Mapping[str | None, object], defaults: Fields) -> Iterator[Item]:
    def read() -> Iterator[Item]:
        if None in row:  # DictReader's place for the cells beyond the header's
            raise RefusedError("read_csv", detail="more cells than the header names; quote cells that hold the delimiter")
        return read_row(name, row, defaults)

    return attempt(name, read)


def _read_parquet(name: str, data: bytes, defaults: Fields, encoding: str | None) -> Iterator[Item]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise RefusedError("read_missing_extra", error=MissingExtraError, what="Parquet", package="pyarrow") from error
    try:
        rows = parquet.read_table(io.BytesIO(data)).to_pylist()
    except (pyarrow.ArrowException, OSError) as error:
        raise RefusedError("read_parquet", detail=str(error)) from error
    if not rows:
        raise RefusedError("read_empty")
    for number, row in enumerate(rows):
        yield from read_row(f"{name}, row {number}", row, defaults)


_READERS: Mapping[str, Reader] = {
    "": _read_text,
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": _read_jsonl,
    ".ndjson": _read_jsonl,
    ".json": _read_json,
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
