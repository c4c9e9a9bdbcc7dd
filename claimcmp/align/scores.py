"""From signals to a pair score, every part of which can be shown."""

from __future__ import annotations

import math
from collections.abc import Mapping

from claimcmp.align.evidence import Evidence
from claimcmp.records import FrozenMapping

BASE = "base"
"""Name of the contribution that every pair starts from."""

STORY = "story"
"""Name of the contribution of two reports whose openings tell of one event."""

REPORTS = "reports_across"
"""Name of the contribution of two texts in two languages that do not translate each other: in their own words they are further apart."""

SHARED = frozenset({"words", "containment", "concepts", "names", "names_across", "measures", "numbers", "numbers_across"})
"""Names of the contributions of what two claims share."""

STANDS_OUT = 0.5
"""Log-odds that the standing of the vectors adds where two claims are as near as those that share words: "begged him to rest", "asked the driver to stop"."""

WEIGHTS: Mapping[str, float] = {
    BASE: -3.1,
    "other_language": -2.4,
    REPORTS: 0.6,
    "similarity": 0.15,
    "similarity_across": 0.93,
    "standing": 0.8,
    "standing_across": 5.8,
    "mutual": 0.8,
    "mutual_across": 0.6,
    STORY: 1.4,
    "story_across": 0.5,
    "words": 1.6,
    "containment": 4.4,
    "concepts": 0.5,
    "names": 1.1,
    "names_across": 0.3,
    "numbers": 0.5,
    "numbers_across": 2.2,
    "measures": 1.6,
    "other_place": 1.0,
    "same_time": 1.8,
    "same_time_across": 0.9,
    "other_time": 6.0,
    "other_time_across": 4.0,
    "happening": 0.9,
    "event": 2.3,
    "telling": 1.5,
    "denial": 1.5,
    "certainty": 1.0,
}
"""Log-odds for one unit of each signal, after the fit in benchmarks/quality/pair_weights.py."""

OTHER_FACTS = frozenset({"other_time", "other_time_across", "other_place", "happening", "telling", "denial", "certainty"})
"""Names of the contributions that may speak against a pair for what it tells, not for how alike it is."""

IN_PARALLEL = 0.25
"""Share of what other facts take that is left where two texts run in parallel: there a sentence with another date in the place of
its translation is mostly one side's mistake. Fitted with the order on translations (F1 .965 without, .969 with it; 78 documents)."""

_ACROSS = "_across"
"""Ending of the signals that weigh otherwise between two languages, where words say nothing and vectors the more."""


def shares_something(contributions: Mapping[str, float]) -> bool:
    """Whether two claims share a word, a name or a thing counted, or are by far each other's nearest.

    Examples
    --------
    >>> shares_something({"base": -3.1, "words": 0.4}), shares_something({"base": -3.1, "standing": 0.6})
    (True, True)
    >>> shares_something({"base": -3.1, "standing": 0.2})
    False
    """
    return not SHARED.isdisjoint(contributions) or contributions.get("standing", 0.0) >= STANDS_OUT


def name_signal(name: str, *, is_across: bool) -> str:
    """The name under which a signal is weighed within one language or between two."""
    return name + _ACROSS if is_across and name + _ACROSS in WEIGHTS else name


def arrange_signals(signals: Mapping[str, float], left: Evidence, right: Evidence) -> dict[str, float]:
    """The signals under the names by which they are weighed for these two claims."""
    if left.language == right.language:
        return {name: value for name, value in signals.items() if not name.endswith(_ACROSS)}
    arranged = {name_signal(name, is_across=True): value for name, value in signals.items() if f"{name}{_ACROSS}" not in signals}
    return {**arranged, "other_language": 1.0}


def weigh_signals(signals: Mapping[str, float]) -> FrozenMapping[str, float]:
    """What each signal adds to the log-odds that two claims tell of one point, to three decimals; signals of zero left out."""
    added = {name: round(WEIGHTS[name] * value, 3) + 0.0 for name, value in signals.items()}
    return FrozenMapping({name: value for name, value in added.items() if value})


def soften_contributions(contributions: Mapping[str, float]) -> FrozenMapping[str, float]:
    """The contributions with a quarter (``IN_PARALLEL``) of what other facts take: as weighed between texts that run in parallel.

    Examples
    --------
    >>> dict(soften_contributions({"base": -3.1, "other_time_across": -4.0, "happening": 0.9}))
    {'base': -3.1, 'other_time_across': -1.0, 'happening': 0.9}
    """
    return FrozenMapping(
        {name: round(IN_PARALLEL * value, 3) if name in OTHER_FACTS and value < 0 else value for name, value in contributions.items()}
    )


def score_contributions(contributions: Mapping[str, float]) -> float:
    """The pair score in [0, 1]: the logistic function of the summed contributions, to four decimals.

    Examples
    --------
    >>> score_contributions({"base": -2.0, "words": 2.0})
    0.5
    """
    total = math.fsum(contributions.values())
    return round(1 / (1 + math.exp(-max(-50.0, min(50.0, total)))), 4)
