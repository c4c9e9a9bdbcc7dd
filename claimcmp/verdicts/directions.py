"""One reading of trained evidence in two directions: what it says of the pair, whichever side comes first.

A statement that follows from another need not give it back, and a model may see a contradiction in one direction alone.
For each label a regression weighs the larger and the smaller of its log probabilities; it does not know which is which,
so that sides can be swapped. ``directions.toml`` holds the weights, one set for headlines and one for other statements;
``python -m benchmarks.training.fit_directions`` writes it from pairs held out of training.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib import resources

import attrs

from claimcmp.records import Entailment, Probabilities

LABELS = ("entailment", "neutral", "contradiction")
LEAST_LOG = -6.0
"""Log probabilities are cut here: below a quarter of a percent a model's numbers mean little."""


@attrs.frozen(kw_only=True)
class DirectionWeights:
    """For each label its start, and the weights of the larger and of the smaller of its log probabilities."""

    start: tuple[float, ...]
    larger: tuple[float, ...]
    smaller: tuple[float, ...]


def combine_directions(entailment: Entailment, *, is_headline: bool) -> Probabilities:
    """Probabilities that the pair agrees (``entailment``), that neither follows (``neutral``), that it contradicts.

    Examples
    --------
    >>> sure = Probabilities(entailment=0.01, neutral=0.01, contradiction=0.98)
    >>> combine_directions(Entailment(forward=sure, backward=sure), is_headline=True).contradiction > 0.5
    True
    """
    fitted = load_direction_weights()["headlines" if is_headline else "statements"]
    logs = measure_directions(entailment)
    scores = list(map(_weigh, fitted.start, fitted.larger, fitted.smaller, logs))
    powers = [math.exp(score - max(scores)) for score in scores]
    return Probabilities(**{label: power / sum(powers) for label, power in zip(LABELS, powers, strict=True)})


def _weigh(start: float, larger: float, smaller: float, logs: tuple[float, float]) -> float:
    return start + math.fsum((larger * logs[0], smaller * logs[1]))


def measure_directions(entailment: Entailment) -> tuple[tuple[float, float], ...]:
    """For each label the larger and the smaller log probability of both directions."""
    logs = [
        [math.log(max(getattr(side, label), math.exp(LEAST_LOG))) for label in LABELS] for side in (entailment.forward, entailment.backward)
    ]
    return tuple((max(pair), min(pair)) for pair in zip(*logs, strict=True))


@cache
def load_direction_weights() -> dict[str, DirectionWeights]:
    """The weights for ``"headlines"`` and for ``"statements"``."""
    document = tomllib.loads((resources.files(__package__) / "directions.toml").read_text(encoding="utf-8"))
    return {name: DirectionWeights(**{kind: tuple(row) for kind, row in part.items()}) for name, part in document.items()}
