"""The file of trained weights: what training changed in the bundled model, in 4 bits a weight, and the head.

Layout, little-endian: 8 bytes that name the format; the size of the header
and a checksum (CRC-32 of all that follows) in 4 bytes each; the header in
JSON; then the tensors one after the other as the header lists them. A change
of a matrix is stored as codes of 4 bits into a table of 16 levels, the low
half of a byte first; each block of codes has a scale in float16. Changes of
vectors (biases, norms) and the head itself are float16. Changes need fewer
bits than weights do: an error of a tenth in a change of a twentieth is half
a percent of the weight (compare Liu et al. 2024, BitDelta).
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any  # Any: values of a JSON header before they are checked

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.packed import PackedModel
from claimcmp.errors import ModelError

MAGIC = b"CCPAIR03"
BLOCK = 128
"""Codes that share a scale."""

LEVELS = 16
PREFIXES = {"head": "query: ", "news": "passage: "}
"""What stands before the left text of each style, statements of all kinds and headlines; each has a head of its own."""

HEAD_NAMES = tuple(f"{head}.{part}" for head in PREFIXES for part in ("0.w", "0.b", "2.w", "2.b"))
_START = struct.Struct("<8sII")


@attrs.frozen(kw_only=True, eq=False)
class PairWeights:
    """What the file of trained weights holds.

    ``levels`` are the values the codes stand for; ``changes`` holds for each
    changed matrix its codes and scales, for each changed vector its values;
    ``base`` is the checksum of the weights that the changes belong to.
    """

    labels: tuple[str, ...]
    temperatures: tuple[float, ...]
    side_tokens: int
    base: int
    levels: NDArray[np.float32]
    codes: Mapping[str, NDArray[np.uint8]]
    scales: Mapping[str, NDArray[np.float16]]
    vectors: Mapping[str, NDArray[np.float16]]

    def read_change(self, name: str) -> NDArray[np.float32]:
        """How a weight differs from that of the bundled model, all values in one row, or 0; for the head for statements, its values."""
        if name in self.vectors:
            return self.vectors[name].astype(np.float32)
        if name not in self.codes:
            return np.zeros(1, np.float32)
        pairs = np.stack([np.tile(self.levels, LEVELS), np.repeat(self.levels, LEVELS)], axis=1)
        # One look-up of eight bytes gives the two levels of a byte.
        values = pairs.view(np.uint64).ravel().take(self.codes[name]).view(np.float32).reshape(-1, BLOCK)
        values *= self.scales[name].astype(np.float32)[:, None]
        return values.ravel()

    def read_head(self, name: str) -> NDArray[np.float32]:
        """A weight of a head, all values in one row; the head for headlines is stored as its change from the one for statements."""
        first, _, rest = name.partition(".")
        values = self.read_change(f"head.{rest}")
        return values if first == "head" else values + self.read_change(name)


def name_matrices(packed: PackedModel) -> tuple[str, ...]:
    """Names of the matrices of the layers, which training may change."""
    return tuple(f"l{layer}.{part}.w" for layer in range(packed.layers) for part in ("q", "k", "v", "ao", "fi", "fo"))


def sum_base(packed: PackedModel) -> int:
    """Checksum of the matrices of the first layer: tells whether the bundled weights are those that were trained from."""
    total = 0
    for name in name_matrices(packed)[:6]:
        total = zlib.crc32(packed.read_raw(name).data, total)
    return total


def write_weights(path: Path, weights: PairWeights) -> None:
    """Writes the file of trained weights."""
    tensors = [
        (name, kind, values)
        for kind, held in (("codes", weights.codes), ("scales", weights.scales), ("vectors", weights.vectors))
        for name, values in held.items()
    ]
    header = {
        "labels": weights.labels,
        "temperatures": weights.temperatures,
        "side_tokens": weights.side_tokens,
        "base": weights.base,
        "levels": [round(float(level), 6) for level in weights.levels],
        "tensors": [(name, kind, values.size) for name, kind, values in tensors],
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    payload = text + b"".join(values.tobytes() for _, _, values in tensors)
    path.write_bytes(_START.pack(MAGIC, len(text), zlib.crc32(payload)) + payload)


def read_weights(path: Path) -> PairWeights:
    """The file of trained weights at ``path``.

    Raises
    ------
    ModelError
        If the file is missing, damaged or of another format.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"the trained pair model could not be read ({error}); reinstall claimcmp, or compare with judge='rules'"
        ) from error
    if len(data) < _START.size or not data.startswith(MAGIC):
        raise ModelError(f"{path} is no file of trained weights: it does not begin with {MAGIC!r}; reinstall claimcmp")
    _, size, checksum = _START.unpack_from(data)
    if zlib.crc32(memoryview(data)[_START.size :]) != checksum:
        raise ModelError(f"{path} is damaged: its checksum is not the one it was written with; reinstall claimcmp")
    return _read_tensors(json.loads(data[_START.size : _START.size + size]), data, _START.size + size)


def _read_tensors(header: dict[str, Any], data: bytes, position: int) -> PairWeights:
    kinds: dict[str, np.dtype[Any]] = {"codes": np.dtype(np.uint8), "scales": np.dtype("<f2"), "vectors": np.dtype("<f2")}
    held: dict[str, dict[str, NDArray[Any]]] = {kind: {} for kind in kinds}  # Any: the kinds differ in type
    for name, kind, count in header["tensors"]:
        held[kind][name] = np.frombuffer(data, kinds[kind], count, position)
        position += held[kind][name].nbytes
    return PairWeights(
        labels=tuple(header["labels"]),
        temperatures=tuple(map(float, header["temperatures"])),
        side_tokens=int(header["side_tokens"]),
        base=int(header["base"]),
        levels=np.array(header["levels"], np.float32),
        codes=held["codes"],
        scales=held["scales"],
        vectors=held["vectors"],
    )
