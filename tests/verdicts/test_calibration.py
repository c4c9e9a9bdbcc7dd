"""Confidence as a probability: what it is made of, and that the fit gives what it promises."""

from __future__ import annotations

import math
import random
import tomllib
from pathlib import Path

import pytest

from benchmarks.quality.calibration_fit import FEATURES, Judged, bin_confidences, fit_calibration, measure_brier, measure_error
from benchmarks.quality.reliability import draw_reliability, write_weights
from claimcmp.records import Entailment, Pair, Probabilities, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts import RULES
from claimcmp.verdicts.calibration import Calibration, load_calibration, log_odds, measure_support, score_confidence, sum_terms, weigh_terms
from claimcmp.verdicts.evidence import Evidence, gather_evidence
from claimcmp.verdicts.one_point import state_one_point
from tests.facets.reading import read_claim
from tests.verdicts.making import make_pair

RULE = {rule.key: rule for rule in RULES}
TRAINED = Probabilities(entailment=0.1, neutral=0.2, contradiction=0.7)


def gather(contradiction: float | None = None) -> Evidence:
    held = None
    if contradiction is not None:
        rest = Probabilities(entailment=0.0, neutral=1 - contradiction, contradiction=contradiction)
        held = Entailment(forward=rest, backward=rest)
    return gather_evidence(make_pair("The gate was opened", "The gate stood locked"), Settings(), entailment=held)


@pytest.mark.parametrize(
    ("verdict", "support"),
    [(Verdict.AGREEMENT, 0.1), (Verdict.CONFLICT, 0.7), (Verdict.UNCLEAR, 0.2), (Verdict.UNRELATED, 0.2)],
)
def test_a_model_supports_a_verdict_by_the_label_that_stands_for_it(verdict: Verdict, support: float) -> None:
    assert measure_support(verdict, TRAINED) == pytest.approx(support)


@pytest.mark.parametrize("rule", RULES, ids=[rule.key for rule in RULES])
def test_every_rule_has_a_confidence_that_its_terms_add_up_to(rule: object) -> None:
    for evidence in (gather(), gather(0.9)):
        confidence = score_confidence(rule, evidence, Settings())
        assert 0.01 <= confidence <= 0.99
        assert confidence == sum_terms(weigh_terms(rule, evidence, Settings()))


def test_a_rule_that_was_never_fitted_starts_from_its_own_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcmp.verdicts.calibration.load_calibration", lambda name: Calibration())
    assert score_confidence(RULE["conflict_number"], gather(), Settings()) == RULE["conflict_number"].confidence


def test_the_surer_the_model_the_surer_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcmp.verdicts.calibration.load_calibration", lambda name: Calibration(model={"conflict": 0.8}))
    scores = [score_confidence(RULE["conflict_predicate"], gather(share), Settings()) for share in (0.2, 0.6, 0.95)]
    assert scores == sorted(scores)
    assert scores[0] < 0.5 < scores[2]


@pytest.mark.parametrize(
    ("left", "right", "is_less_sure"),
    [
        ("The mayor will reopen the harbour bridge", "The mayor reopened the harbour bridge", True),
        ("The mayor may reopen the harbour bridge", "The mayor reopened the harbour bridge", True),
        ("The mayor will reopen the harbour bridge", "The mayor will open the harbour bridge again", False),
        ("The mayor reopened the harbour bridge", "The mayor opened the harbour bridge again", False),
    ],
)
def test_an_agreement_of_what_is_done_with_what_is_not_is_less_sure(left: str, right: str, is_less_sure: bool) -> None:
    pair = make_pair(left, right)
    terms = weigh_terms(RULE["same_point"], gather_evidence(pair, Settings()), Settings())
    assert (terms.get("certainty", 0.0) < 0) == is_less_sure
    assert "certainty" not in weigh_terms(RULE["same_point"], gather_evidence(pair, Settings(), is_bare=True), Settings())
    assert "certainty" not in weigh_terms(RULE["no_shared_point"], gather_evidence(pair, Settings()), Settings())


@pytest.mark.parametrize(("right", "is_left_out"), [("The council met on Friday", True), ("The council met on 10 May 2024", False)])
def test_a_model_does_not_speak_against_one_date_in_other_words(right: str, is_left_out: bool) -> None:
    claims = [read_claim(text, "en", name=name) for text, name in (("The council met on 10 May 2024", "a"), (right, "b"))]
    pair = Pair(left=claims[0], right=claims[1], score=0.9)
    contradicted = Probabilities(entailment=0.1, neutral=0.1, contradiction=0.8)
    evidence = gather_evidence(pair, Settings(), entailment=Entailment(forward=contradicted, backward=contradicted))
    terms = weigh_terms(RULE["contained"], evidence, Settings())
    assert (terms.get("model", 0.0) == 0.0) == is_left_out


def test_the_shipped_weights_name_rules_and_verdicts_that_exist() -> None:
    for section in ("rules_only", "trained"):
        weights = load_calibration(section)
        assert weights.rules.keys() <= RULE.keys()
        assert {*weights.point, *weights.model, *weights.alignment} <= {str(verdict) for verdict in Verdict}


def make_rows(count: int, seed: int) -> list[Judged]:
    """Findings of a model that is twice as sure of itself as it should be."""
    draw = random.Random(seed)
    rows = []
    for _ in range(count):
        verdict = draw.choice(["agreement", "conflict", "unclear"])
        rule = {"agreement": "entailed", "conflict": "conflict_predicate", "unclear": "no_shared_point"}[verdict]
        odds = draw.gauss(1, 2)
        right = draw.random() < 1 / (1 + math.exp(-odds / 2))
        features = {"point": draw.random(), "model": max(-4.6, min(4.6, odds)), "alignment": 0.0, "one_point": 0.0, "certainty": 0.0}
        rows.append(Judged(source="made", rule=rule, verdict=verdict, features=features, right=right, has_evidence=True))
    return rows


def predict(weights: Calibration, row: Judged) -> float:
    terms = {"rule": weights.rules[row.rule]}
    terms |= {name: getattr(weights, name).get(row.verdict, 0.0) * value for name, value in row.features.items()}
    return sum_terms(terms)


def test_fitted_on_some_pairs_it_holds_on_others() -> None:
    weights = fit_calibration(make_rows(900, seed=1))
    fresh = make_rows(900, seed=2)
    rights = [row.right for row in fresh]
    raw = [1 / (1 + math.exp(-row.features["model"])) for row in fresh]
    fitted = [predict(weights, row) for row in fresh]
    assert measure_error(bin_confidences(fitted, rights)) <= 0.06 < measure_error(bin_confidences(raw, rights))
    assert measure_brier(fitted, rights) < measure_brier(raw, rights)
    assert all(0.3 < weight < 0.7 for weight in weights.model.values())


def test_a_rule_seen_once_stays_near_what_the_table_believes() -> None:
    row = Judged(
        source="made",
        rule="same_words",
        verdict="agreement",
        features=dict.fromkeys(FEATURES, 0.0),
        right=False,
    )
    assert log_odds(0.5) < fit_calibration([row]).rules["same_words"] < log_odds(RULE["same_words"].confidence)


@pytest.mark.parametrize(
    ("confidences", "rights", "error", "brier"),
    [
        ([0.8] * 5, [True] * 4 + [False], 0.0, 0.16),
        ([0.8] * 5, [False] * 5, 0.8, 0.64),
        ([1.0, 0.0], [True, False], 0.0, 0.0),
        ([], [], 0.0, 0.0),
    ],
    ids=["as often right as told", "never right", "certain and right", "no pairs"],
)
def test_calibration_error_and_brier_score(confidences: list[float], rights: list[bool], error: float, brier: float) -> None:
    assert measure_error(bin_confidences(confidences, rights)) == pytest.approx(error)
    assert measure_brier(confidences, rights) == pytest.approx(brier)


def test_weights_are_read_back_as_written(tmp_path: Path) -> None:
    made = Calibration(rules={"same_words": 1.25}, model={"conflict": 0.5})
    write_weights(tmp_path / "weights.toml", {"rules_only": made, "trained": Calibration()})
    assert tomllib.loads((tmp_path / "weights.toml").read_text(encoding="utf-8")) == {
        "rules_only": {"rules": {"same_words": 1.25}, "model": {"conflict": 0.5}}
    }


def test_the_plot_has_a_dot_for_every_bin() -> None:
    table = bin_confidences([0.15, 0.85, 0.95], [False, True, True])
    assert draw_reliability({"one": table, "two": table[:1]}).count("<circle") == 4


def test_two_reports_that_hardly_state_one_point_count_as_the_least_likely_that_were_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcmp.verdicts.calibration.are_reports", lambda *_: True)
    monkeypatch.setattr("claimcmp.verdicts.calibration.load_calibration", lambda name: Calibration(one_point={"agreement": 1.0}))
    neutral = Probabilities(entailment=0.01, neutral=0.98, contradiction=0.01)
    pair = make_pair("The council met in the old harbour hall", "The council spoke of the harbour")
    evidence = gather_evidence(pair, Settings(), entailment=Entailment(forward=neutral, backward=neutral))
    settings = Settings()
    assert state_one_point(evidence, settings) < settings.min_maybe_one_point
    assert weigh_terms(RULE["same_point"], evidence, settings)["one_point"] == pytest.approx(
        log_odds(settings.min_maybe_one_point), abs=0.001
    )
