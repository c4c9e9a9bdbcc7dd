"""Access to labelled data that is not part of the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any  # rows of foreign JSON files

Rows = list[dict[str, Any]]


class DataAbsentError(FileNotFoundError):
    """The folder or a file of the labelled data is not there."""


def read_rows(folder: Path | None, name: str) -> Rows:
    """The rows of a ``.jsonl`` file below the data folder.

    Raises
    ------
    DataAbsentError
        If there is no such file.
    """
    return [json.loads(line) for line in _find(folder, name).read_text(encoding="utf-8").splitlines() if line.strip()]


def read_document(folder: Path | None, name: str) -> dict[str, Any]:
    """The object of a ``.json`` file below the data folder.

    Raises
    ------
    DataAbsentError
        If there is no such file.
    """
    data: dict[str, Any] = json.loads(_find(folder, name).read_text(encoding="utf-8"))
    return data


def _find(folder: Path | None, name: str) -> Path:
    if folder is None:
        raise DataAbsentError(f"{name}: no data folder; give --data DIR or set CLAIMCMP_DATA")
    path = folder / name
    if not path.is_file():
        raise DataAbsentError(f"{path}: no such file; --data DIR or CLAIMCMP_DATA names the folder that holds {name}")
    return path
