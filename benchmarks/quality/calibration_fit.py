"""How often verdicts were right, as the log-odds that ``claimcmp.verdicts.calibration`` adds up; and how well that holds."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcmp.records import Verdict
from claimcmp.verdicts.calibration import Calibration, log_odds
from claimcmp.verdicts.rules import RULES

FEATURES = ("point", "one_point", "model", "alignment", "certainty")
_SPREAD = {"rule": 0.7, "point": 1.0, "one_point": 1.0, "model": 1.0, "alignment": 1.0, "certainty": 1.0}
"""Standard deviations, in log-odds, of what is believed before any pair is seen: a rule seen twice hardly moves, and the
few articles of our own that an alignment was judged on count for little."""

_EXPECTED = {"model": 0.7}
"""What is believed a weight to be: a trained model is somewhat too sure of itself (Guo et al. 2017); other weights none."""


@attrs.frozen(kw_only=True)
class Judged:
    """A labelled pair with its verdict: what the confidence is made of, and whether the verdict is right.

    Parameters
    ----------
    weight
        How many pairs it stands for in the fit.
    """

    source: str
    rule: str
    verdict: Verdict
    features: dict[str, float]
    right: bool
    confidence: float = 0.0
    has_evidence: bool = False
    weight: float = 1.0


@attrs.frozen
class Bin:
    """The pairs of one tenth of the confidence: how many, their mean confidence, and the share that is right."""

    low: float
    count: int
    confidence: float
    accuracy: float


def fit_calibration(rows: Sequence[Judged]) -> Calibration:
    """The weights under which the rows are most probable, held near what the rule table says where rows are few (ridge)."""
    columns = _list_columns(rows)
    matrix = np.array([[_value(row, *column) for column in columns] for row in rows])
    expected = np.array([_expect(kind, name) for kind, name in columns])
    precision = np.array([_SPREAD[kind] ** -2 for kind, _ in columns])
    found = _maximise(matrix, np.array([row.right for row in rows], float), np.array([row.weight for row in rows]), expected, precision)
    weights: dict[str, dict[str, float]] = {"rules": {}, **{name: {} for name in FEATURES}}
    for (kind, name), value in zip(columns, found.tolist(), strict=True):
        weights["rules" if kind == "rule" else kind][name] = round(value, 3) + 0.0
    return Calibration(**weights)


def _list_columns(rows: Sequence[Judged]) -> list[tuple[str, str]]:
    """One column a rule, and one a feature and verdict that any row has."""
    rules = sorted({row.rule for row in rows})
    used = {(name, row.verdict) for row in rows for name in FEATURES if row.features[name]}
    return [*(("rule", rule) for rule in rules), *sorted((name, str(verdict)) for name, verdict in used)]


def _value(row: Judged, kind: str, name: str) -> float:
    if kind == "rule":
        return float(row.rule == name)
    return row.features[kind] if row.verdict == name else 0.0


def _expect(kind: str, name: str) -> float:
    return next((log_odds(rule.confidence) for rule in RULES if rule.key == name), 0.0) if kind == "rule" else _EXPECTED.get(kind, 0.0)


Vector = NDArray[np.float64]


def _maximise(matrix: Vector, right: Vector, weight: Vector, expected: Vector, precision: Vector) -> Vector:
    """Ridge-penalised logistic regression."""
    from scipy.optimize import minimize

    def measure_loss(at: Vector) -> tuple[float, Vector]:
        total = matrix @ at
        loss = weight @ (np.logaddexp(0, total) - right * total) + 0.5 * precision @ (at - expected) ** 2
        slope = matrix.T @ (weight * (1 / (1 + np.exp(-total)) - right)) + precision * (at - expected)
        return float(loss), slope

    found: Vector = minimize(measure_loss, expected, jac=True, method="L-BFGS-B").x
    return found


def bin_confidences(confidences: Sequence[float], rights: Sequence[bool], *, bins: int = 10) -> list[Bin]:
    """The reliability table: bins of equal width over [0, 1], empty ones left out."""
    numbers = np.minimum((np.asarray(confidences) * bins).astype(int), bins - 1)
    table = []
    for number in sorted(set(numbers.tolist())):
        chosen = [i for i, n in enumerate(numbers) if n == number]
        mean = sum(confidences[i] for i in chosen) / len(chosen)
        table.append(Bin(number / bins, len(chosen), mean, sum(rights[i] for i in chosen) / len(chosen)))
    return table


def measure_error(table: Sequence[Bin]) -> float:
    """Expected calibration error in [0, 1]: the mean gap of confidence and accuracy over bins, by their counts (Naeini et al. 2015)."""
    total = sum(row.count for row in table)
    return sum(row.count * abs(row.confidence - row.accuracy) for row in table) / total if total else 0.0


def measure_brier(confidences: Sequence[float], rights: Sequence[bool]) -> float:
    """Mean squared gap of confidence and outcome in [0, 1] (Brier 1950)."""
    return sum((c - r) ** 2 for c, r in zip(confidences, rights, strict=True)) / len(rights) if rights else 0.0
