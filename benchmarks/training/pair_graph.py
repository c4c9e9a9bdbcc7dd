"""The graph of the pair model without its weights: ``python -m benchmarks.training.pair_graph`` writes it into the package.

Twelve layers of BERT (Devlin et al. 2019; norms after each part, exact GELU)
over embedded words; the state of ``<s>`` and the mean of all states; two heads
of two layers, for statements of all kinds and for headlines. Matrix products
run in 8 bits. Weights are declared, not held: the package fills them in when
it loads the graph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any  # attributes of nodes are of several types

from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper

from claimcmp.embed.packed import PackedModel, open_bundled
from claimcmp.pairmodel.engine import GRAPH_FILE
from claimcmp.pairmodel.weights import PREFIXES

_CONTRIBUTED = "com.microsoft"
"""Operators of ONNX Runtime beyond the standard: fused attention, fused norms, products with rounding."""

_LAST_AXIS = "last"
_GELU_DEPTH = "depth"
"""Constants: the number of the last axis, and how far GELU goes below 0."""

_HEAD_WIDTH = 384
_LABELS = 3


class _GraphWriter:
    """Collects nodes and declared weights; every method gives the name of what it adds."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.declared: list[TensorProto] = []

    def add_node(self, operator: str, inputs: Sequence[str], *, domain: str = "", **attributes: Any) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def declare(self, name: str, kind: TensorProto.DataType, *shape: int) -> str:
        """A weight that is filled in when the graph is loaded."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
        tensor.external_data.add(key="location", value="filled")
        self.declared.append(tensor)
        return name

    def declare_float(self, name: str, *shape: int) -> str:
        return self.declare(name, TensorProto.FLOAT, *shape)

    def add_constant(self, name: str, kind: TensorProto.DataType, values: Sequence[float], shape: Sequence[int]) -> str:
        self.declared.append(helper.make_tensor(name, kind, shape, values))
        return name


def build_graph(packed: PackedModel) -> ModelProto:
    """The graph: ``tokens``, embedded words of shape (1, n, width), to ``scores`` of shape (2, 3): a row for statements, a row for headlines."""
    writer = _GraphWriter()
    writer.add_constant(_LAST_AXIS, TensorProto.INT64, [-1], [1])
    writer.add_constant(_GELU_DEPTH, TensorProto.FLOAT, [0.17], [])
    norm = [writer.declare_float(f"emb.ln.{kind}", packed.width) for kind in ("w", "b")]
    states = writer.add_node("LayerNormalization", ["tokens", *norm], axis=-1, epsilon=packed.epsilon)
    for layer in range(packed.layers):
        states = _add_layer(writer, packed, f"l{layer}", states)
    features = _add_features(writer, states)
    scores = [_add_head(writer, packed, head, features) for head in PREFIXES]
    writer.nodes.append(helper.make_node("Concat", scores, ["scores"], name="scores", axis=0))
    return _finish_model(writer, packed.width)


def _add_layer(writer: _GraphWriter, packed: PackedModel, name: str, states: str) -> str:
    width, middle = packed.width, packed.feed_forward
    stacked = _add_product(writer, f"{name}.qkv", states, (width, 3 * width))
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    writer.nodes.append(helper.make_node("Split", [stacked], parts, name=f"{name}.split", axis=-1, num_outputs=3))
    context = writer.add_node("MultiHeadAttention", parts, domain=_CONTRIBUTED, num_heads=packed.heads)
    attended = _add_product(writer, f"{name}.ao", context, (width, width))
    states = _add_norm(writer, packed, f"{name}.aln", [states, attended])
    largest = writer.add_node("ReduceMax", [writer.add_node("Abs", [states]), _LAST_AXIS], keepdims=1)
    wide = _add_scaled_product(writer, f"{name}.fi", (states, largest), (width, middle))
    wide = writer.add_node("BiasGelu", [wide, writer.declare_float(f"{name}.fi.b", middle)], domain=_CONTRIBUTED)
    largest = writer.add_node("Max", [writer.add_node("ReduceMax", [wide, _LAST_AXIS], keepdims=1), _GELU_DEPTH])
    narrow = _add_scaled_product(writer, f"{name}.fo", (wide, largest), (middle, width))
    narrow = writer.add_node("Add", [narrow, writer.declare_float(f"{name}.fo.b", width)])
    return _add_norm(writer, packed, f"{name}.oln", [states, narrow])


def _add_product(writer: _GraphWriter, name: str, states: str, shape: tuple[int, int]) -> str:
    """States, rounded with one scale, times a matrix in 8 bits, plus a bias."""
    matrix = writer.declare(f"{name}.w", TensorProto.INT8, *shape)
    scales, bias = (writer.declare_float(f"{name}.{kind}", shape[1]) for kind in ("s", "b"))
    return writer.add_node("DynamicQuantizeMatMul", [states, matrix, scales, "", bias], domain=_CONTRIBUTED)


def _add_scaled_product(writer: _GraphWriter, name: str, given: tuple[str, str], shape: tuple[int, int]) -> str:
    """States, each row divided by its largest value before it is rounded, times a matrix in 8 bits; without bias.

    A few states inside the feed-forward part are dozens of times larger than
    the rest (Sun et al. 2024, massive activations); with one scale for all
    rows they would leave the others a handful of steps.
    """
    states, largest = given
    matrix = writer.declare(f"{name}.w", TensorProto.INT8, *shape)
    scales = writer.declare_float(f"{name}.s", shape[1])
    divided = writer.add_node("Div", [states, largest])
    product = writer.add_node("DynamicQuantizeMatMul", [divided, matrix, scales], domain=_CONTRIBUTED)
    return writer.add_node("Mul", [product, largest])


def _add_norm(writer: _GraphWriter, packed: PackedModel, name: str, summands: list[str]) -> str:
    """The norm of the sum of the summands: two nodes, which take a third of the time of the fused one."""
    norm = [writer.declare_float(f"{name}.{kind}", packed.width) for kind in ("w", "b")]
    return writer.add_node("LayerNormalization", [writer.add_node("Add", summands), *norm], axis=-1, epsilon=packed.epsilon)


def _add_features(writer: _GraphWriter, states: str) -> str:
    """The first state beside the mean of all."""
    first = writer.add_node("Gather", [states, writer.add_constant("first", TensorProto.INT64, [0], [])], axis=1)
    mean = writer.add_node("ReduceMean", [states, writer.add_constant("axis", TensorProto.INT64, [1], [1])], keepdims=0)
    return writer.add_node("Concat", [first, mean], axis=-1)


def _add_head(writer: _GraphWriter, packed: PackedModel, name: str, features: str) -> str:
    values = _add_dense(writer, f"{name}.0", features, (2 * packed.width, _HEAD_WIDTH))
    return _add_dense(writer, f"{name}.2", writer.add_node("Gelu", [values]), (_HEAD_WIDTH, _LABELS))


def _add_dense(writer: _GraphWriter, name: str, values: str, shape: tuple[int, int]) -> str:
    matrix, bias = writer.declare_float(f"{name}.w", *shape), writer.declare_float(f"{name}.b", shape[1])
    return writer.add_node("Gemm", [values, matrix, bias])


def _finish_model(writer: _GraphWriter, width: int) -> ModelProto:
    given: list[ValueInfoProto] = [helper.make_tensor_value_info("tokens", TensorProto.FLOAT, [1, "n", width])]
    asked: list[ValueInfoProto] = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [len(PREFIXES), _LABELS])]
    graph = helper.make_graph(writer.nodes, "pair_model", given, asked, writer.declared)
    versions = [helper.make_opsetid("", 20), helper.make_opsetid(_CONTRIBUTED, 1)]
    return helper.make_model(graph, opset_imports=versions, ir_version=9, producer_name="claimcmp")


def main() -> None:
    """Writes the graph into the package."""
    GRAPH_FILE.write_bytes(build_graph(open_bundled()).SerializeToString())
    print(f"{GRAPH_FILE}: {GRAPH_FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
