"""Vectors kept on disk between runs, by text and model."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import attrs
import numpy as np
from attrs import field
from numpy.typing import NDArray

from claimcmp.errors import FormatError, ReadError

_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (model TEXT, text BLOB, vector BLOB, PRIMARY KEY (model, text)) WITHOUT ROWID"
_SECONDS_TO_WAIT = 30.0


@attrs.frozen
class VectorCache:
    """An SQLite file of vectors; safe against crashes and for several processes at once.

    Vectors are kept as float32, so that a result with the cache is the result
    without. Texts are kept as hashes only.

    Parameters
    ----------
    path
        The file; made on first use, its folder too.
    """

    path: Path = field(converter=Path)

    def read(self, model: str, texts: list[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors known for ``texts`` under the key ``model``.

        Raises
        ------
        FormatError
            If the file is no such cache.
        ReadError
            If it cannot be opened.
        """
        found: dict[str, NDArray[np.float32]] = {}
        with self._open() as connection:
            for text in texts:
                row = connection.execute("SELECT vector FROM vectors WHERE model = ? AND text = ?", (model, _hash(text))).fetchone()
                if row is not None:
                    found[text] = np.frombuffer(row[0], dtype="<f4").astype(np.float32)
        return found

    def write(self, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep the vectors of some texts, all or none.

        Raises
        ------
        FormatError
            If the file is no such cache.
        ReadError
            If it cannot be written.
        """
        rows = [(model, _hash(text), vector.astype("<f4").tobytes()) for text, vector in vectors.items()]
        with self._open() as connection:
            connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=_SECONDS_TO_WAIT)) as connection, connection:
                connection.execute(_SCHEMA)
                yield connection
        except sqlite3.OperationalError as error:
            raise ReadError(f"vector cache {self.path}: {error}; give a path in a folder that can be written") from error
        except sqlite3.DatabaseError as error:
            raise FormatError(f"vector cache {self.path}: {error}; delete the file or give another path") from error


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
