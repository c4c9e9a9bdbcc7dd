"""Confidence: how often a verdict reached like this one was right on labelled pairs held aside.

The log-odds of being right are a sum (logistic regression, as Platt 1999 calibrates a classifier): what the rule that
decided starts from, how surely both sides state one point (of two reports, each in its own words, as
:mod:`claimcmp.verdicts.one_point` weighs it), what a trained model holds of the verdict, whether an
alignment chose the pair, and, for an agreement, whether both sides are equally certain. The weights stand in ``calibration.toml``, which ``python -m benchmarks.quality.calibration
--fit`` writes; docs/calibration.md shows how far the confidence can be taken at its word.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import assert_never

import attrs

from claimcmp.records import FacetName, FrozenMapping, Probabilities, Relation, Verdict, When
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.passages import read_span
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.grounds import are_reports
from claimcmp.verdicts.one_point import state_one_point
from claimcmp.verdicts.rules import Rule

TERMS = ("rule", "point", "one_point", "model", "alignment", "certainty", "limit")
"""Names of what adds to the confidence, in the order in which it is told."""

_MAX_LOG_ODDS = 4.6
"""Log-odds of .99: no model, no rule and no confidence is taken to be surer than that; "limit" is what goes beyond."""


@attrs.frozen(kw_only=True)
class Calibration:
    """Weights in log-odds of being right.

    Parameters
    ----------
    rules
        What a verdict starts from, by key of the rule; a rule that is not here starts from its own confidence.
    point
        What being wholly on one point adds, by verdict.
    one_point
        The weight of the log-odds that two reports state one point, by verdict.
    model
        The weight of the log-odds that a trained model gives to the verdict, by verdict.
    alignment
        What is added where an alignment chose the pair, by verdict.
    certainty
        What is added where of two claims that an alignment chose one tells as done what the other does not, by verdict.
    """

    rules: Mapping[str, float] = attrs.field(factory=dict)
    point: Mapping[str, float] = attrs.field(factory=dict)
    one_point: Mapping[str, float] = attrs.field(factory=dict)
    model: Mapping[str, float] = attrs.field(factory=dict)
    alignment: Mapping[str, float] = attrs.field(factory=dict)
    certainty: Mapping[str, float] = attrs.field(factory=dict)


def score_confidence(rule: Rule, evidence: Evidence, settings: Settings) -> float:
    """Confidence in [0, 1] that the rule's verdict is right, to three decimals."""
    return sum_terms(weigh_terms(rule, evidence, settings))


def weigh_terms(rule: Rule, evidence: Evidence, settings: Settings) -> FrozenMapping[str, float]:
    """What each of :data:`TERMS` adds to the log-odds of being right, to three decimals; zeros left out."""
    weights = load_calibration("rules_only" if evidence.entailment is None else "trained")
    start = weights.rules.get(rule.key, log_odds(rule.confidence))
    features = measure_features(rule.verdict, evidence, settings)
    added = {name: getattr(weights, name).get(rule.verdict, 0.0) * value for name, value in features.items()}
    terms = {name: round(value, 3) + 0.0 for name, value in {"rule": start, **added}.items()}
    total = math.fsum(terms.values())
    terms["limit"] = round(max(-_MAX_LOG_ODDS, min(_MAX_LOG_ODDS, total)) - total, 3) + 0.0
    return FrozenMapping({name: value for name, value in terms.items() if value})


def _is_half_certain(evidence: Evidence) -> bool:
    """Whether one of two aligned claims tells as done what the other does not."""
    unequal = (Relation.LEFT_ONLY, Relation.RIGHT_ONLY)
    return not evidence.is_bare and any(evidence.of(FacetName.CERTAINTY, relation) for relation in unequal)


def measure_features(verdict: Verdict, evidence: Evidence, settings: Settings) -> dict[str, float]:
    """What the weights of all terms but the rule are multiplied by."""
    is_told = are_reports(evidence, settings)
    one_point = log_odds(max(state_one_point(evidence, settings), settings.min_maybe_one_point)) if is_told else 0.0
    is_weighed = is_told and verdict is Verdict.AGREEMENT
    support = 0.0 if evidence.trained is None or is_weighed else log_odds(measure_support(verdict, evidence.trained))
    if verdict is Verdict.AGREEMENT and _has_date_in_other_words(evidence):
        support = max(support, 0.0)
    is_half_certain = verdict is Verdict.AGREEMENT and _is_half_certain(evidence)
    return {
        "point": evidence.point,
        "one_point": one_point,
        "model": support,
        "alignment": float(not evidence.is_bare),
        "certainty": float(is_half_certain),
    }


def _has_date_in_other_words(evidence: Evidence) -> bool:
    """Whether both give one date in other words ("Monday", "14 November"), of which a trained model makes a contradiction."""
    sides = evidence.pair.left, evidence.pair.right
    return any(
        d.facet is FacetName.DATE
        and d.relation is Relation.SAME
        and isinstance(d.left, When)
        and isinstance(d.right, When)
        and fold(read_span(sides[0], d.left.span)) != fold(read_span(sides[1], d.right.span))
        for d in evidence.differences
    )


def measure_support(verdict: Verdict, trained: Probabilities) -> float:
    """The probability in [0, 1] that a trained model, both directions weighed, gives to a verdict."""
    match verdict:
        case Verdict.AGREEMENT:
            return trained.entailment
        case Verdict.CONFLICT:
            return trained.contradiction
        case Verdict.UNCLEAR | Verdict.UNRELATED:
            return trained.neutral
    assert_never(verdict)


def sum_terms(terms: Mapping[str, float]) -> float:
    """The probability in [0, 1] of summed log-odds, to three decimals.

    Examples
    --------
    >>> sum_terms({"rule": 2.0, "point": -2.0})
    0.5
    """
    return round(1 / (1 + math.exp(-math.fsum(terms.values()))), 3)


def log_odds(probability: float) -> float:
    """The log-odds of a probability, within those of .01 and .99.

    Examples
    --------
    >>> log_odds(0.5), log_odds(1.0)
    (0.0, 4.6)
    """
    if not 0.0 < probability < 1.0:
        return math.copysign(_MAX_LOG_ODDS, probability - 0.5)
    return max(-_MAX_LOG_ODDS, min(_MAX_LOG_ODDS, math.log(probability / (1 - probability))))


@cache
def load_calibration(name: str) -> Calibration:
    """The weights for ``"rules_only"`` or ``"trained"`` evidence."""
    document = tomllib.loads((resources.files(__package__) / "calibration.toml").read_text(encoding="utf-8"))
    return Calibration(**document.get(name, {}))
