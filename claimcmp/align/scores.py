"""From signals to a pair score, every part of which can be shown."""

from __future__ import annotations

import math
from collections.abc import Mapping

from claimcmp.align.evidence import Evidence
from claimcmp.records import FrozenMapping

BASE = "base"
"""Name of the contribution that every pair starts from."""

WEIGHTS: Mapping[str, float] = {
    BASE: -3.1,
    "other_language": -0.15,
    "similarity": 0.15,
    "standing": 0.8,
    "standing_across": 3.5,
    "mutual": 0.8,
    "mutual_across": 1.6,
    "words": 1.6,
    "containment": 4.4,
    "concepts": 1.0,
    "names": 1.1,
    "numbers": 0.5,
    "numbers_across": 1.5,
    "measures": 1.6,
    "other_place": 1.0,
    "same_time": 1.8,
    "other_time": 6.0,
    "happening": 0.9,
    "event": 2.3,
    "telling": 1.5,
    "denial": 1.5,
    "certainty": 1.0,
}
"""Log-odds for one unit of each signal, after the fit in benchmarks/quality/pair_weights.py."""


def arrange_signals(signals: Mapping[str, float], left: Evidence, right: Evidence) -> dict[str, float]:
    """The signals as weighed: between two languages words say nothing, and the standing of the vectors says the more."""
    arranged = dict(signals)
    if left.language != right.language:
        for name in ("standing", "numbers"):
            arranged[f"{name}_across"] = arranged.pop(name)
        arranged["other_language"] = 1.0
    return arranged


def weigh_signals(signals: Mapping[str, float]) -> FrozenMapping[str, float]:
    """What each signal adds to the log-odds that two claims tell of one point, to three decimals; signals of zero left out."""
    added = {BASE: WEIGHTS[BASE]} | {name: round(WEIGHTS[name] * value, 3) + 0.0 for name, value in signals.items()}
    return FrozenMapping({name: value for name, value in added.items() if value})


def add_mutual(contributions: Mapping[str, float]) -> FrozenMapping[str, float]:
    """The contributions of a pair that is the best of both its claims in the other's article."""
    name = "mutual_across" if "other_language" in contributions else "mutual"
    return FrozenMapping({**contributions, name: WEIGHTS[name]})


def score_contributions(contributions: Mapping[str, float]) -> float:
    """The pair score in [0, 1]: the logistic function of the summed contributions, to four decimals.

    Examples
    --------
    >>> score_contributions({"base": -2.0, "words": 2.0})
    0.5
    """
    total = math.fsum(contributions.values())
    return round(1 / (1 + math.exp(-max(-50.0, min(50.0, total)))), 4)
