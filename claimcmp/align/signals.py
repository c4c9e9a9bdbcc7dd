"""What speaks for and against two claims telling of one point: one number a signal and pair."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from claimcmp.align.evidence import Evidence
from claimcmp.align.times import compare_periods
from claimcmp.records import Certainty, Quantity

Matrix = NDArray[np.float64]

_NEIGHBOURS = 3
"""Neighbours whose mean similarity says how crowded the place of a claim is (CSLS, Conneau et al. 2018)."""


def measure_vectors(left: NDArray[np.float32], right: NDArray[np.float32]) -> dict[str, Matrix]:
    """Signals from the vectors of two articles, each of shape ``(n_left, n_right)``.

    ``similarity`` is the cosine in standard deviations above what two
    unrelated texts have under this model; ``standing`` is the cosine in
    standard deviations of this pair of articles, above the mean of the nearest
    neighbours of both claims: 0 for one match among several, negative for a
    claim that is near to everything (Radovanović et al. 2010 on hubs).
    """
    cosines = left.astype(np.float64) @ right.T.astype(np.float64)
    mean, deviation, weight = 0.80, 0.035, 50
    spread = np.sqrt((cosines.var() * cosines.size + deviation**2 * weight) / (cosines.size + weight))
    rows = _mean_of_nearest(cosines, 1)
    columns = _mean_of_nearest(cosines, 0)
    return {"similarity": (cosines - mean) / deviation, "standing": (cosines - (rows + columns) / 2) / spread}


def measure_evidence(left: Evidence, right: Evidence, weights: Mapping[str, float]) -> dict[str, float]:
    """Signals from words and facets of two claims, each in [-1, 1]."""
    same_language = left.language == right.language
    return {
        "words": _overlap(left.words, right.words, weights) if same_language else 0.0,
        "concepts": 0.0 if same_language else _overlap(left.common_words, right.common_words, weights),
        "names": _overlap(left.names, right.names, weights),
        "places": _overlap(left.places, right.places, weights),
        "numbers": float(any(_is_same_number(a, b) for a in left.numbers for b in right.numbers)),
        "time": compare_periods(left.periods, right.periods),
        "certainty": -float({left.certainty, right.certainty} >= {Certainty.DONE, Certainty.POSSIBLE}),
    }


def _mean_of_nearest(cosines: Matrix, axis: int) -> Matrix:
    count = min(_NEIGHBOURS, cosines.shape[axis])
    ordered: Matrix = np.sort(cosines, axis=axis)
    nearest = ordered[:, -count:] if axis == 1 else ordered[-count:]
    return np.asarray(nearest.mean(axis=axis, keepdims=True), dtype=np.float64)


def _overlap(left: frozenset[str], right: frozenset[str], weights: Mapping[str, float]) -> float:
    """Weight of the shared keys over the mean weight of both sides (weighted Dice), in [0, 1]."""
    if left.isdisjoint(right):
        return 0.0
    shared, ours, theirs = (sum(weights[key] for key in keys) for keys in (left & right, left, right))
    return 2 * shared / (ours + theirs)


def _is_same_number(left: Quantity, right: Quantity) -> bool:
    return (left.low, left.high, left.unit) == (right.low, right.high, right.unit)
