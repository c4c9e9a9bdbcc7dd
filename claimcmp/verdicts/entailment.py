"""Trained evidence: a CrossEncoder asked in both directions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, runtime_checkable  # Any: id2label of foreign configurations

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimcmp.embed.hub import check_model
from claimcmp.errors import ModelError
from claimcmp.records import Entailment, Pair, Probabilities

DEFAULT_LABELS = ("contradiction", "entailment", "neutral")
"""Label order of the NLI CrossEncoders that sentence-transformers publishes, used when a model names none."""


@runtime_checkable
class Predictor(Protocol):
    """What is asked of a CrossEncoder: scores of text pairs."""

    def predict(self, sentences: list[tuple[str, str]], /) -> ArrayLike:
        """Scores of the labels, shape ``(n_pairs, n_labels)``."""
        ...


class LazyPredictor:
    """The CrossEncoder of an id or path, loaded when it is first asked, and then kept: for a run that asks more than once.

    Parameters
    ----------
    name
        The id or path, as for :func:`load_predictor`.
    """

    def __init__(self, name: str | Path) -> None:
        self._name = name

    @cached_property
    def _loaded(self) -> Predictor:
        return load_predictor(self._name)

    @property
    def config(self) -> object:
        """The configuration of the model, which names its labels; None where it has none."""
        return _find_config(self._loaded)

    def predict(self, sentences: list[tuple[str, str]], /) -> ArrayLike:
        """Scores of the labels, shape ``(n_pairs, n_labels)``."""
        return self._loaded.predict(sentences)


@attrs.frozen
class LabelColumns:
    """Which columns of a model's scores hold which label; ``neutral`` and ``contradiction`` may be missing."""

    entailment: int
    neutral: int | None
    contradiction: int | None


def load_predictor(model: str | Path | Predictor) -> Predictor:
    """A predictor: the one given, or the CrossEncoder of that id or path.

    Raises
    ------
    ModelError
        If no model can be loaded.
    """
    if not isinstance(model, str | Path):
        return model
    local_only = check_model(model, option="judge")
    from sentence_transformers import CrossEncoder

    try:
        loaded = CrossEncoder(str(model), local_files_only=local_only)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"judge={str(model)!r} could not be loaded as a CrossEncoder ({error}); give 'rules', a model id or path, or a CrossEncoder"
        ) from error
    return loaded  # type: ignore[no-any-return, unused-ignore]


def read_columns(model: object) -> LabelColumns:
    """Which column holds which label, from the model's ``config.id2label``.

    Raises
    ------
    ModelError
        If the labels name no entailment.
    """
    labels = _read_labels(model)
    found = {kind: next((i for i, label in enumerate(labels) if _kind_of(label) == kind), None) for kind in DEFAULT_LABELS}
    if found["entailment"] is None:
        raise ModelError(
            f"the model's labels are {', '.join(labels)}; a judge needs 'entailment' and, to find conflicts, 'contradiction' in config.id2label"
        )
    return LabelColumns(found["entailment"], found["neutral"], found["contradiction"])


def predict_entailment(model: Predictor, pairs: Sequence[Pair]) -> tuple[Entailment, ...]:
    """Trained evidence on each pair, in order.

    Scores that are no probabilities are passed through a softmax.

    Raises
    ------
    ModelError
        If the model's scores do not have one row a text pair and one column a label.
    """
    return predict_texts(model, [(pair.left.text, pair.right.text) for pair in pairs])


def predict_texts(model: Predictor, texts: Sequence[tuple[str, str]]) -> tuple[Entailment, ...]:
    """Trained evidence on pairs of texts, in order, each asked in both directions; as :func:`predict_entailment`."""
    rows = predict_one_way(model, [*texts, *((right, left) for left, right in texts)])
    return tuple(Entailment(forward=f, backward=b) for f, b in zip(rows[: len(texts)], rows[len(texts) :], strict=True))


def turn_answer(answer: Entailment) -> Entailment:
    """What a model says of a pair, from what it says of the pair with one side's negation left out: a contradiction is an entailment, and the reverse."""
    forward, backward = (
        Probabilities(entailment=side.contradiction, neutral=side.neutral, contradiction=side.entailment)
        for side in (answer.forward, answer.backward)
    )
    return Entailment(forward=forward, backward=backward)


def predict_one_way(model: Predictor, texts: Sequence[tuple[str, str]]) -> list[Probabilities]:
    """Whether the second text of each pair follows from the first or contradicts it, in order; errors as :func:`predict_entailment`."""
    if not texts:
        return []
    columns = read_columns(model)
    scores = np.asarray(model.predict(list(texts)), dtype=np.float64)
    width = 1 + max(c for c in attrs.astuple(columns) if c is not None)
    if scores.ndim != 2 or scores.shape[0] != len(texts) or scores.shape[1] < width:
        raise ModelError(
            f"predict gave scores of shape {scores.shape} for {len(texts)} text pairs; expected ({len(texts)}, {width} or more)"
        )
    return [_probabilities(row, columns) for row in _normalise(scores)]


def _find_config(model: object) -> object:
    """The configuration of a model, or of the transformer inside it; None where neither has one."""
    return getattr(model, "config", None) or getattr(getattr(model, "model", None), "config", None)


def _read_labels(model: object) -> tuple[str, ...]:
    table: Any = getattr(_find_config(model), "id2label", None)
    if not table:
        return DEFAULT_LABELS
    return tuple(str(label).lower() for _, label in sorted((int(number), label) for number, label in dict(table).items()))


def _kind_of(label: str) -> str:
    """``entailment``, ``neutral`` or ``contradiction``; "not_entailment" of a two-way model is neutral."""
    if label.startswith(("not", "non")) or "neutral" in label:
        return "neutral"
    return "contradiction" if "contra" in label else "entailment" if "entail" in label else label


def _normalise(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    if bool((scores >= 0).all()) and np.allclose(scores.sum(axis=1), 1, atol=1e-3):
        return scores
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _probabilities(row: NDArray[np.float64], columns: LabelColumns) -> Probabilities:
    entailment, neutral, contradiction = (
        0.0 if column is None else min(1.0, max(0.0, float(row[column]))) for column in attrs.astuple(columns)
    )
    return Probabilities(entailment=entailment, neutral=neutral, contradiction=contradiction)
