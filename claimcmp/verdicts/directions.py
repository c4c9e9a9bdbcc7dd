"""One reading of trained evidence in two directions: what it says of the pair, whichever side comes first.

A statement that follows from another need not give it back, and a model may see a contradiction in one direction alone.
The shorter statement follows from the longer one more often than the reverse, so the direction from the longer to the
shorter is weighed more, the more the lengths differ; beside it stand the larger and the smaller log probability of each
label. None of them changes when the sides are swapped. In languages that a model was hardly trained on it finds too often
that nothing follows: there a number is taken off. ``directions.toml`` holds the weights, one set for headlines and one for
other statements; ``python -m benchmarks.training.fit_directions`` writes it from pairs held out of training.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any  # a TOML document is untyped

import attrs

from claimcmp.records import Entailment, Probabilities

LABELS = ("entailment", "neutral", "contradiction")
LEAST_LOG = -6.0
"""Log probabilities are cut here: below a quarter of a percent a model's numbers mean little."""


@attrs.frozen(kw_only=True)
class DirectionWeights:
    """How the two directions are read together.

    Parameters
    ----------
    steepness
        How fast, with the logarithm of the ratio of the lengths, the direction from the longer side outweighs the other.
    start
        Of each label.
    leaning, larger, smaller
        Weights of each label's log probability: the mean of both directions that leans to the longer side, the larger, the smaller.
    languages
        Those in which sentences were trained on; empty for all.
    elsewhere
        What is added to each label's start where a side is in another language.
    """

    steepness: float
    start: tuple[float, ...]
    leaning: tuple[float, ...]
    larger: tuple[float, ...]
    smaller: tuple[float, ...]
    languages: tuple[str, ...] = ()
    elsewhere: tuple[float, ...] = (0.0, 0.0, 0.0)


def combine_directions(
    entailment: Entailment, *, is_headline: bool, lengths: tuple[int, int] = (1, 1), languages: Iterable[str] = ()
) -> Probabilities:
    """Probabilities that the pair agrees (``entailment``), that neither follows (``neutral``), that it contradicts.

    Parameters
    ----------
    is_headline
        Whether the pair was read as headlines.
    lengths
        Characters of the left and of the right side; at least 1 is taken.
    languages
        Of both sides, as ISO 639-1 codes.

    Examples
    --------
    >>> sure = Probabilities(entailment=0.01, neutral=0.01, contradiction=0.98)
    >>> combine_directions(Entailment(forward=sure, backward=sure), is_headline=True).contradiction > 0.5
    True
    """
    fitted = load_direction_weights()["headlines" if is_headline else "statements"]
    is_elsewhere = bool(fitted.languages) and not set(languages) <= set(fitted.languages)
    starts = [start + is_elsewhere * added for start, added in zip(fitted.start, fitted.elsewhere, strict=True)]
    measured = measure_directions(entailment, lengths, steepness=fitted.steepness)
    weights = zip(fitted.leaning, fitted.larger, fitted.smaller, strict=True)
    scores = [start + math.fsum(map(float.__mul__, weight, logs)) for start, weight, logs in zip(starts, weights, measured, strict=True)]
    powers = [math.exp(score - max(scores)) for score in scores]
    return Probabilities(**{label: power / sum(powers) for label, power in zip(LABELS, powers, strict=True)})


def measure_directions(entailment: Entailment, lengths: tuple[int, int], *, steepness: float) -> tuple[tuple[float, float, float], ...]:
    """For each label the leaning mean of its two log probabilities, the larger and the smaller."""
    logs = [
        [math.log(max(getattr(side, label), math.exp(LEAST_LOG))) for label in LABELS] for side in (entailment.forward, entailment.backward)
    ]
    lean = lean_forward(lengths, steepness)
    return tuple((lean * there + (1 - lean) * back, max(there, back), min(there, back)) for there, back in zip(*logs, strict=True))


def lean_forward(lengths: tuple[int, int], steepness: float) -> float:
    """The share of the direction from left to right, in (0, 1): half for sides of equal length, more the longer the left one is."""
    left, right = (max(1, length) for length in lengths)
    return 1 / (1 + math.pow(right / left, steepness))


@cache
def load_direction_weights() -> dict[str, DirectionWeights]:
    """The weights for ``"headlines"`` and for ``"statements"``."""
    document = tomllib.loads((resources.files(__package__) / "directions.toml").read_text(encoding="utf-8"))
    return {name: _read_weights(part) for name, part in document.items()}


def _read_weights(part: Mapping[str, Any]) -> DirectionWeights:
    read: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in part.items()}
    return DirectionWeights(**read)
