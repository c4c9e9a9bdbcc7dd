"""A conflict over figures and an agreement on the rest are two findings."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import attrs
import numpy as np
import pytest

import claimcmp as cc
from claimcmp.records import Finding, Pair, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts import judge_in_parts
from claimcmp.verdicts.calibration import sum_terms
from tests.facets.reading import read_claim

CASES = [
    (
        "the dead and the wounded",
        "en",
        "The blast killed 12 people and wounded dozens of passengers",
        "The blast left 19 people dead and dozens of passengers wounded",
        ("killed 12 people", "19 people dead"),
        ("wounded dozens of passengers", "dozens of passengers wounded"),
    ),
    (
        "the dead and the place",
        "en",
        "At least 16 civilians including women and children were killed in an air raid on the crowded old market of Lisbon",
        "An air raid on the crowded old market of Lisbon on Monday killed 11 people",
        ("At least 16 civilians including women and children were killed", "killed 11 people"),
        ("in an air raid on the crowded old market of Lisbon", "An air raid on the crowded old market of Lisbon on Monday"),
    ),
    (
        "القتلى والجرحى",
        "ar",
        "أدى الانفجار إلى مقتل 12 شخصا في الميناء القديم وإصابة 40 راكبا بجروح خطيرة",
        "أدى الانفجار إلى مقتل 19 شخصا في الميناء القديم وإصابة 40 راكبا بجروح خطيرة",
        ("مقتل 12 شخصا", "مقتل 19 شخصا"),
        ("في الميناء القديم وإصابة 40 راكبا بجروح خطيرة",) * 2,
    ),
]


def choose_pair(left: str, right: str, language: str) -> Pair:
    """Two statements that an alignment took from two reports."""
    pair = Pair(left=read_claim(left, language, name="a"), right=read_claim(right, language, name="b"), score=0.95)
    return attrs.evolve(pair, contributions={"base": -3.0, "story": 1.4, "words": 4.0})


def judged(left: str, right: str, language: str) -> tuple[Finding, ...]:
    """The findings on two statements that an alignment took from two reports, parted."""
    return judge_in_parts([choose_pair(left, right, language)], judge="rules", settings=Settings())


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_figures_that_conflict_and_what_both_agree_on_are_found_apart(
    case: tuple[str, str, str, str, tuple[str, str], tuple[str, str]],
) -> None:
    _, language, left, right, conflict, agreement = case
    for turn in (1, -1):
        findings = {f.verdict: (f.pair.left.text, f.pair.right.text)[::turn] for f in judged(*(left, right)[::turn], language)}
        assert findings == {Verdict.CONFLICT: conflict, Verdict.AGREEMENT: agreement}


def test_a_figure_told_twice_is_no_part_of_the_rest() -> None:
    left = "19 dead in ferry fire in Lisbon: rescuers said 19 people died and dozens of passengers were injured"
    found = judged(left, "The ferry fire in Lisbon killed 12 people and injured dozens of passengers", "en")
    conflict = next(f for f in found if f.verdict is Verdict.CONFLICT)
    assert conflict.pair.left.text == "19 people died"
    assert not any("19" in f.pair.left.text for f in found if f.verdict is Verdict.AGREEMENT)


def test_a_conflict_without_a_rest_that_both_tell_stays_whole() -> None:
    found = judged("The blast in the old harbour killed 12 people", "The blast in the old harbour killed 19 people", "en")
    assert [(f.verdict, f.pair.right.text) for f in found] == [(Verdict.CONFLICT, "The blast in the old harbour killed 19 people")]


def test_a_part_reads_back_equal_and_is_judged_anew_alike(tmp_path: Path) -> None:
    result = cc.compare({"Herald": CASES[0][2] + ".", "Courier": CASES[0][3] + "."}, judge="rules")
    assert {f.pair.left.text for f in result.findings} >= {CASES[0][4][0], CASES[0][5][0]}
    result.to_json(tmp_path / "result.json")
    assert cc.read_comparison(tmp_path / "result.json") == result == result.rejudge(judge="rules")


def test_findings_on_parts_are_on_two_claims_of_the_result_and_one_of_its_candidates() -> None:
    result = cc.compare({"Herald": CASES[0][2] + ".", "Courier": CASES[0][3] + "."}, judge="rules")
    assert [finding.verdict for finding in result.findings] == [Verdict.CONFLICT, Verdict.AGREEMENT]
    for finding in result.findings:
        assert finding.claims == result.claims
        assert finding.whole in result.candidates
        assert finding.pair.left.text in finding.claims[0].text != finding.pair.left.text
    assert not any(result.unmatched.values())


def test_a_finding_that_is_not_parted_is_on_the_claims_of_its_pair() -> None:
    (finding,) = judged("The blast in the old harbour killed 12 people", "The blast in the old harbour killed 19 people", "en")
    assert finding.whole is None
    assert finding.claims == (finding.pair.left, finding.pair.right)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_an_explanation_tells_how_sure_each_part_is(case: tuple[str, str, str, str, tuple[str, str], tuple[str, str]]) -> None:
    for finding in judged(case[2], case[3], case[1]):
        explanation = cc.explain(finding)
        assert explanation.steps[-1].rule == finding.rule
        assert sum_terms(explanation.confidence_terms) == finding.confidence


def test_a_model_given_by_its_path_is_loaded_once_though_parts_are_judged_after_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    asked: list[list[tuple[str, str]]] = []

    class CountedModel:
        config = SimpleNamespace(id2label={0: "entailment", 1: "contradiction"})

        def __init__(self, name: str, **options: object) -> None:
            loaded.append(name)

        def predict(self, sentences: list[tuple[str, str]]) -> np.ndarray:
            asked.append(sentences)
            return np.array([[0.03, 0.97]] * len(sentences))

    monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace(CrossEncoder=CountedModel))
    left_open = choose_pair("The harbour master opened the gate", "When rain set in, the gate still stood locked", "en")
    pairs = [choose_pair(*CASES[0][2:4], "en"), left_open]
    findings = judge_in_parts(pairs, judge=tmp_path, settings=Settings())
    assert len(asked) == 2
    assert loaded == [str(tmp_path)]
    assert findings == judge_in_parts(pairs, judge=CountedModel("given"), settings=Settings())


def test_a_model_that_nobody_asks_is_not_loaded(tmp_path: Path) -> None:
    same = choose_pair("The old bridge burned down", "The old bridge burned down", "en")
    assert [f.rule for f in judge_in_parts([same], judge=tmp_path / "missing", settings=Settings())] == ["verbatim"]
