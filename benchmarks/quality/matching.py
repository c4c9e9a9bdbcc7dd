"""When a prediction counts as right: spans, names, precision and recall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import attrs
import numpy as np
from scipy.optimize import linear_sum_assignment

Left = TypeVar("Left")
Right = TypeVar("Right")
Range = tuple[int, int]

MIN_OVERLAP = 0.5
"""Intersection over union from which two spans count as the same claim."""


@attrs.frozen
class Score:
    """Counts behind precision, recall and F1."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predictions that hit, in [0, 1]."""
        return divide(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        """Share of the gold that was hit, in [0, 1]."""
        return divide(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in [0, 1]."""
        return divide(2 * self.hits, self.predicted + self.gold)

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)


def divide(part: float, whole: float) -> float:
    """``part / whole``, and 0 where there is no whole."""
    return part / whole if whole else 0.0


def count_shared(a: Range, b: Range) -> int:
    """How many code points two half-open ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def measure_overlap(a: Range, b: Range) -> float:
    """Intersection over union of two ranges, in [0, 1]."""
    shared = count_shared(a, b)
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def match_best(
    predicted: Sequence[Left], gold: Sequence[Right], score: Callable[[Left, Right], float], least: float = MIN_OVERLAP
) -> list[tuple[Left, Right]]:
    """The one-to-one matching with the highest total score; matches below ``least`` are dropped."""
    if not predicted or not gold:
        return []
    scores = np.array([[score(p, g) for g in gold] for p in predicted])
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return [(predicted[i], gold[j]) for i, j in zip(rows.tolist(), columns.tolist(), strict=True) if scores[i, j] >= least]


def is_same_name(found: str, gold: str) -> bool:
    """Whether at least half of the gold name's words of three letters or more stand in the name found."""
    words = [word for word in gold.replace("،", " ").replace(",", " ").split() if len(word) > 2]
    return bool(words) and 2 * sum(word in found for word in words) >= len(words)
