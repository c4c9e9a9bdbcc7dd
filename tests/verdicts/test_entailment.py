"""Evidence of a CrossEncoder."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from claimcmp import judge_many
from claimcmp.errors import InputTypeError, ModelError
from claimcmp.records import Probabilities, Verdict
from claimcmp.verdicts import judge_pair
from tests.verdicts.making import describe, make_pair, swap

PAIR = make_pair("The harbour master opened the gate before the storm", "When rain set in, the gate still stood locked", score=0.7)
DEFAULT = ("contradiction", "entailment", "neutral")


class FakeModel:
    """Gives the probabilities it was made with, in the order of its labels."""

    def __init__(self, probabilities: dict[str, float], labels: tuple[str, ...] | None = DEFAULT, *, logits: bool = False) -> None:
        if labels is not None:
            self.config = SimpleNamespace(id2label=dict(enumerate(labels)))
        row = np.array([probabilities[label.lower()] for label in labels or DEFAULT])
        self.row = np.log(row) + 3 if logits else row
        self.asked: list[tuple[str, str]] = []

    def predict(self, sentences: list[tuple[str, str]]) -> np.ndarray:
        self.asked = sentences
        return np.stack([self.row] * len(sentences))


CONTRADICTION = {"contradiction": 0.96, "entailment": 0.01, "neutral": 0.03}
ENTAILMENT = {"contradiction": 0.01, "entailment": 0.96, "neutral": 0.03}


@pytest.mark.parametrize(
    "labels", [DEFAULT, ("ENTAILMENT", "NEUTRAL", "CONTRADICTION"), None], ids=["usual order", "another order", "no labels"]
)
@pytest.mark.parametrize("logits", [False, True], ids=["probabilities", "logits"])
def test_contradiction_in_both_directions_is_a_conflict(labels: tuple[str, ...] | None, logits: bool) -> None:
    finding = judge_pair(PAIR, judge=FakeModel(CONTRADICTION, labels, logits=logits))
    assert (finding.verdict, finding.rule) == (Verdict.CONFLICT, "conflict_predicate")


@pytest.mark.parametrize(
    ("left", "right", "is_conflict"),
    [
        ("The harbour was closed", "بقي الميناء مفتوحا", True),
        ("The harbour was closed on Monday", "أغلق الميناء يوم الاثنين", False),
        ("A bridge in Cairo was closed", "أغلق جسر في القاهرة", False),
    ],
    ids=["no shared facet", "one date", "one place"],
)
def test_between_two_languages_a_shared_facet_asks_for_surer_evidence(left: str, right: str, is_conflict: bool) -> None:
    model = FakeModel({"contradiction": 0.8, "entailment": 0.1, "neutral": 0.1})
    (finding,) = judge_many([(left, right)], judge=model)
    assert (finding.rule == "conflict_predicate") is is_conflict


def test_entailment_is_an_agreement() -> None:
    finding = judge_pair(PAIR, judge=FakeModel(ENTAILMENT))
    assert (finding.verdict, finding.rule) == (Verdict.AGREEMENT, "entailed")


def test_entailment_needs_a_word_of_what_both_mainly_say() -> None:
    pair = make_pair("The flood left the port without power", "Rents have doubled since the flood left the port without power", score=0.9)
    assert judge_pair(pair, judge=FakeModel(ENTAILMENT)).rule != "entailed"


def test_model_is_asked_in_both_directions() -> None:
    model = FakeModel(ENTAILMENT)
    judge_pair(PAIR, judge=model)
    assert model.asked == [(PAIR.left.text, PAIR.right.text), (PAIR.right.text, PAIR.left.text)]


def test_trained_evidence_keeps_the_symmetry() -> None:
    model = FakeModel(CONTRADICTION)
    assert describe(judge_pair(swap(PAIR), judge=model)) == describe(judge_pair(PAIR, judge=model), mirrored=True)


def test_the_probabilities_stay_with_the_finding_by_direction() -> None:
    class Directed(FakeModel):
        def predict(self, sentences: list[tuple[str, str]]) -> np.ndarray:
            return np.stack([self.row if left == PAIR.left.text else self.row[::-1] for left, _ in sentences])

    evidence, swapped = (judge_pair(pair, judge=Directed(CONTRADICTION)).evidence for pair in (PAIR, swap(PAIR)))
    assert evidence.forward == Probabilities(**CONTRADICTION)
    assert evidence.backward == Probabilities(contradiction=0.03, entailment=0.01, neutral=0.96)
    assert (swapped.forward, swapped.backward) == (evidence.backward, evidence.forward)
    assert (evidence.contradiction, evidence.entailment) == (0.03, 0.01)


def test_rules_alone_leave_no_trained_evidence() -> None:
    assert judge_pair(PAIR, judge="rules").evidence is None


def test_two_way_model_finds_entailment_only() -> None:
    model = FakeModel({"entailment": 0.1, "not_entailment": 0.9}, ("entailment", "not_entailment"))
    assert judge_pair(PAIR, judge=model).verdict is not Verdict.CONFLICT


def test_labels_without_entailment_are_refused() -> None:
    with pytest.raises(ModelError, match="id2label"):
        judge_pair(PAIR, judge=FakeModel({"good": 0.9, "bad": 0.1}, ("good", "bad")))


def test_scores_of_another_shape_are_refused() -> None:
    model = FakeModel(ENTAILMENT)
    model.row = np.array([0.3])
    with pytest.raises(ModelError, match="shape"):
        judge_pair(PAIR, judge=model)


def test_judge_of_no_known_kind_is_refused() -> None:
    with pytest.raises(InputTypeError, match="CrossEncoder"):
        judge_pair(PAIR, judge=3)  # type: ignore[arg-type]


def test_missing_model_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "no-such-model"
    with pytest.raises(ModelError, match="no-such-model"):
        judge_pair(PAIR, judge=missing)
