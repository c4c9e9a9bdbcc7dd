"""What speaks for and against two claims telling of one point: one number a signal and pair."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from claimcmp.align.evidence import TELLING, Evidence
from claimcmp.align.times import compare_periods
from claimcmp.records import Quantity

Matrix = NDArray[np.float64]

_RARE_WEIGHT = 3.0
"""Weight from which a key counts as rare: two of some forty claims have it."""

_SHORT_WEIGHT = 2.0
"""Weight added to the lighter side, about that of one rare word, so that one shared word does not make containment."""

_NEIGHBOURS = 3
"""Neighbours whose mean similarity says how crowded the place of a claim is."""

_CENTRED_NEIGHBOURS = 2
"""The same for centred vectors, whose cosines are spread out more."""

_FAR_OUT = 0.12
"""By how much a cosine of centred vectors must stand out to count in full: three of four translations do."""

_FEW_CLAIMS = 2
"""Claims by which the shorter article must exceed one for half of the damping to be gone."""

_NO_LENGTH = 1e-6
"""Shorter vectors have no direction."""

_BACKGROUND_PAIRS = 50
"""Pairs for which the model's background counts beside those of two articles, so that short articles have a spread too."""


def measure_vectors(left: NDArray[np.float32], right: NDArray[np.float32], background: tuple[float, float]) -> dict[str, Matrix]:
    """Signals from the vectors of two articles, each of shape ``(n_left, n_right)``.

    ``similarity`` is the cosine in standard deviations above what unrelated
    texts have under this model; ``standing`` is the cosine in standard
    deviations of this pair of articles, above the mean of the nearest
    neighbours of both claims (CSLS, Conneau et al. 2018): high for the one
    match among several, negative beside a better match and for a claim that is
    near to everything (hubs: Radovanović et al. 2010). ``standing_across`` is
    the like between two languages, from vectors less the mean of their own
    article: that takes out the language, in which vectors differ more than in
    what is said (Libovický et al. 2020), and what all claims of a report share.
    """
    cosines = left.astype(np.float64) @ right.T.astype(np.float64)
    mean, deviation = background
    variance = (cosines.var() * cosines.size + deviation**2 * _BACKGROUND_PAIRS) / (cosines.size + _BACKGROUND_PAIRS)
    return {
        "similarity": (cosines - mean) / deviation,
        "standing": _stand_out(cosines, _NEIGHBOURS) / np.sqrt(variance),
        "standing_across": _measure_centred(left, right),
    }


def measure_evidence(left: Evidence, right: Evidence, weights: Mapping[str, float]) -> dict[str, float]:
    """Signals from words and facets of two claims, each in [-1, 1]; 0 where nothing can be told.

    ``words`` is the shared weight among all content words of both (Dice),
    ``containment`` that among those of the shorter claim; ``concepts`` takes
    the place of both between two languages. ``happening`` is 1 if both name
    one kind of happening (a meeting), -1 if each names another (a call);
    ``event`` is 1 if it is also what both mainly tell of, at one place and time.
    """
    same_language = left.language == right.language
    is_told_of = _is_told_of(left, right) or _is_told_of(right, left)
    time = compare_periods(left.periods, right.periods)
    return {
        "words": _overlap(left.words, right.words, weights) if same_language else 0.0,
        "containment": _containment(left.core or left.words, right.core or right.words, weights) if same_language else 0.0,
        "concepts": 0.0 if same_language else _overlap(left.common_words, right.common_words, weights),
        "names": _overlap(left.names, right.names, weights),
        "measures": min(1.0, max((weights[key] for key in left.measures & right.measures), default=0.0) / _RARE_WEIGHT),
        "other_place": min(0.0, _agreement(left.places, right.places)),
        "numbers": float(any(_is_same_number(a, b) for a in left.numbers for b in right.numbers)),
        "same_time": max(0.0, time),
        "other_time": min(0.0, time),
        "happening": min(0.0, _agreement(left.happenings, right.happenings))
        if is_told_of
        else _agreement(left.happenings, right.happenings),
        "telling": -float(is_told_of),
        "event": float(time > 0 and _is_same_event(left, right)),
        "denial": float(_differ(left.is_negated, right.is_negated) and left.main_happening == right.main_happening is not None),
        "certainty": -float(_differ(left.is_unreal, right.is_unreal)),
    }


def _measure_centred(left: NDArray[np.float32], right: NDArray[np.float32]) -> Matrix:
    """How far each cosine of centred vectors stands out, in [-1, 1]; damped for articles of few claims, whose mean says little."""
    fewest = min(len(left), len(right))
    cosines = _centre(left) @ _centre(right).T
    stands: Matrix = np.clip(_stand_out(cosines, _CENTRED_NEIGHBOURS) / _FAR_OUT, -1.0, 1.0)
    return stands * (fewest - 1) / (fewest + _FEW_CLAIMS)


def _centre(vectors: NDArray[np.float32]) -> Matrix:
    centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    scaled: Matrix = centred / np.where(lengths > _NO_LENGTH, lengths, np.inf)
    return scaled


def _stand_out(cosines: Matrix, neighbours: int) -> Matrix:
    """The cosines above the mean of those of the nearest neighbours of both sides."""
    above: Matrix = cosines - (_mean_of_nearest(cosines, 1, neighbours) + _mean_of_nearest(cosines, 0, neighbours)) / 2
    return above


def _mean_of_nearest(cosines: Matrix, axis: int, neighbours: int) -> Matrix:
    count = min(neighbours, cosines.shape[axis])
    ordered: Matrix = np.sort(cosines, axis=axis)
    nearest = ordered[:, -count:] if axis == 1 else ordered[-count:]
    return np.asarray(nearest.mean(axis=axis, keepdims=True), dtype=np.float64)


def _overlap(left: frozenset[str], right: frozenset[str], weights: Mapping[str, float]) -> float:
    """Weight of the shared keys over the mean weight of both sides (weighted Dice), in [0, 1]."""
    if left.isdisjoint(right):
        return 0.0
    shared, ours, theirs = (math.fsum(weights[key] for key in keys) for keys in (left & right, left, right))
    return 2 * shared / (ours + theirs)


def _containment(left: frozenset[str], right: frozenset[str], weights: Mapping[str, float]) -> float:
    """Weight of the shared keys over that of the lighter side, damped for very short claims, in [0, 1]."""
    if left.isdisjoint(right):
        return 0.0
    shared, ours, theirs = (math.fsum(weights[key] for key in keys) for keys in (left & right, left, right))
    return shared / (min(ours, theirs) + _SHORT_WEIGHT)


def _agreement(left: frozenset[str], right: frozenset[str]) -> float:
    """1 if the sets meet, -1 if both have members and none in common, else 0."""
    if not left or not right:
        return 0.0
    return -1.0 if left.isdisjoint(right) else 1.0


def _is_told_of(one: Evidence, other: Evidence) -> bool:
    """Whether one side tells that somebody was told, and the other does not speak of telling."""
    return one.main_happening in TELLING and f"word ={one.main_happening}" not in other.words


def _differ(left: bool | None, right: bool | None) -> bool:
    return left is not None and right is not None and left != right


def _is_same_event(left: Evidence, right: Evidence) -> bool:
    return (
        left.main_happening == right.main_happening
        and not left.happenings.isdisjoint(right.happenings)
        and not (left.places | left.seats).isdisjoint(right.places | right.seats)
    )


def _is_same_number(left: Quantity, right: Quantity) -> bool:
    return (left.low, left.high, left.unit) == (right.low, right.high, right.unit)
