"""Protocols: what claimcmp asks of the objects that users bring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from claimcmp.records import Finding, Pair

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors: a SentenceTransformer, a model2vec model, or your own."""

    def encode(self, sentences: list[str], /) -> ArrayLike:
        """Vectors of the texts, shape ``(n_texts, dim)``."""
        ...


@runtime_checkable
class Judge(Protocol):
    """Turns pairs into findings."""

    def judge(self, pairs: Sequence[Pair], /) -> Sequence[Finding]:
        """One finding a pair, in the order given."""
        ...
