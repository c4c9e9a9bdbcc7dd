"""Explanations: what they say adds up, in both interface languages, as text, picture and page."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import attrs
import numpy as np
import pytest

import claimcmp as cc
from claimcmp.align.scores import WEIGHTS
from claimcmp.messages import load_messages
from claimcmp.report.waterfall import draw_explanation
from claimcmp.verdicts.calibration import TERMS, sum_terms
from claimcmp.verdicts.rules import RULES
from claimcmp.verdicts.tracing import BARE
from tests.making import make_comparison
from tests.verdicts.making import make_pair

HERALD = "Mayor Demir said 12 people died in the fire on Monday. The market burned down. Schools stay shut until May."
MIZAN = "قالت رئيسة البلدية إن 15 شخصا ماتوا في الحريق يوم الاثنين. واحترق السوق القديم."
RESULT = cc.compare({"Herald": HERALD, "الميزان": MIZAN})
BARE_FINDING = cc.judge("22 people were killed in the attack", "The attack killed 44 people")
SVG = "{http://www.w3.org/2000/svg}"
INERT = {f"{SVG}{name}" for name in ("svg", "g", "title", "rect", "text", "path")}


class Sceptic:
    """A model for which everything is ruled out, more surely from left to right."""

    def predict(self, sentences: list[tuple[str, str]]) -> np.ndarray:
        first = sentences[0]
        return np.array([[0.9, 0.03, 0.07] if pair == first else [0.8, 0.1, 0.1] for pair in sentences])


JUDGED = cc.judge("The gate was opened before the storm", "The gate still stood locked when rain set in", judge=Sceptic())
EXPLAINED = [*(cc.explain(finding, settings=RESULT.settings) for finding in RESULT.findings), cc.explain(BARE_FINDING), cc.explain(JUDGED)]


@pytest.mark.parametrize("explanation", EXPLAINED)
def test_what_each_signal_added_adds_up_to_the_score_shown(explanation: cc.Explanation) -> None:
    total, score = math.fsum(explanation.score_terms.values()), explanation.finding.pair.score
    assert math.isclose(1 / (1 + math.exp(-total)) if explanation.is_log_odds else total, score, abs_tol=1e-3)


@pytest.mark.parametrize("explanation", EXPLAINED)
def test_the_parts_of_the_confidence_add_up_to_it(explanation: cc.Explanation) -> None:
    assert sum_terms(explanation.confidence_terms) == explanation.finding.confidence


@pytest.mark.parametrize("explanation", EXPLAINED)
def test_the_rule_that_decided_is_the_last_one_tried(explanation: cc.Explanation) -> None:
    *before, decided = explanation.steps
    assert (decided.rule, decided.failed) == (explanation.finding.rule, None)
    assert all(step.failed is not None for step in before)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("explanation", EXPLAINED)
def test_the_text_says_verdict_reasons_rule_and_figures(explanation: cc.Explanation, language: str) -> None:
    text = explanation.render(language)
    assert explanation.finding.rule in text
    assert f"{explanation.finding.confidence:.2f}" in text
    assert all(f"{value:+.3f}" in text for value in explanation.score_terms.values())
    assert load_messages(language)["report_differences"] in text


def test_print_and_repr_are_the_english_text() -> None:
    explanation = cc.explain(BARE_FINDING)
    assert str(explanation) == repr(explanation) == explanation.render("en")
    assert "the first report: 22 people" in str(explanation)
    assert "two figures for one thing exclude each other" in str(explanation)


def test_a_rule_that_nearly_held_is_told_with_what_failed() -> None:
    finding = cc.judge_pair(make_pair("12 people died in the fire in Izmir", "The strike of 15 drivers in Izmir went on"))
    assert finding.rule not in ("conflict_number", "same_point")
    near = [step for step in cc.explain(finding).steps[:-1] if step.held]
    assert near
    assert "but not:" in str(cc.explain(finding))


def test_trained_evidence_is_told_in_both_directions() -> None:
    text = str(cc.explain(JUDGED))
    assert "If the first report is right, what the second report says: follows 0.03, stays open 0.07, is ruled out 0.90" in text
    assert "If the second report is right, what the first report says: follows 0.10, stays open 0.10, is ruled out 0.80" in text


def test_a_finding_of_another_judge_is_explained_as_far_as_it_goes() -> None:
    finding = cc.Finding(pair=BARE_FINDING.pair, verdict="unclear", confidence=0.5, rule="my_rule")
    explanation = cc.explain(finding)
    assert (explanation.steps, dict(explanation.confidence_terms)) == ((), {})
    assert "not decided by the present rule table" in str(explanation)
    assert "its parts are not known" in str(explanation)


def test_contributions_that_do_not_add_up_are_not_shown_as_if_they_did() -> None:
    pair = attrs.evolve(BARE_FINDING.pair, contributions={"base": 1.0, "words": math.inf})
    explanation = cc.explain(attrs.evolve(BARE_FINDING, pair=pair))
    assert not explanation.score_terms
    assert "do not add up" in str(explanation)


def test_only_a_finding_can_be_explained() -> None:
    with pytest.raises(cc.InputTypeError, match="takes a Finding"):
        cc.explain(RESULT)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("explanation", EXPLAINED)
def test_the_picture_is_inert_well_formed_and_has_a_bar_for_every_part(explanation: cc.Explanation, language: str) -> None:
    root = ET.fromstring(explanation.to_svg(language=language))
    assert {element.tag for element in root.iter()} <= INERT
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or name in ("style", "href", "id")]
    bars = [element for element in root.iter(f"{SVG}rect") if "rx" in element.attrib]
    assert len(bars) == len(explanation.score_terms) + 1 + len(explanation.confidence_terms) + 1


def test_bars_of_the_waterfall_begin_where_the_one_before_ends() -> None:
    explanation = next(e for e in EXPLAINED if e.is_log_odds)
    panel = ET.fromstring(explanation.to_svg())[2]
    bars = [(float(bar.get("x")), float(bar.get("width"))) for bar in panel.iter(f"{SVG}rect")]
    ends = [{round(x, 1), round(x + width, 1)} for x, width in bars]
    assert all(min(abs(a - b) for a in one for b in two) <= 1.0 for one, two in pairwise(ends))


def test_labels_stand_where_the_language_begins_and_figures_keep_their_direction() -> None:
    texts = list(ET.fromstring(EXPLAINED[0].to_svg(language="ar")).iter(f"{SVG}text"))
    assert {t.get("direction") for t in texts} == {"rtl", "ltr"}
    assert all(float(t.get("x")) > 600 for t in texts if t.get("direction") == "rtl")
    assert not [t for t in texts if t.get("direction") == "rtl" and t.text and t.text[:1] in "+-"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_stands_alone_and_holds_the_picture(language: str, tmp_path: Path) -> None:
    page = EXPLAINED[0].to_html(tmp_path / "why.html", language=language)
    assert (tmp_path / "why.html").read_text(encoding="utf-8") == page
    assert draw_explanation(EXPLAINED[0], language, is_inline=True) in page
    assert "default-src 'none'" in page


def test_the_report_and_the_notebook_say_how_each_finding_came_about() -> None:
    for markup in (RESULT.to_html(), RESULT._repr_html_()):
        assert markup.count("<svg") == len(RESULT.findings) == markup.count("How this came about")
    assert "<svg" in EXPLAINED[0]._repr_html_()


def test_hand_made_findings_have_a_report_too() -> None:
    assert "not decided by the present rule table" in make_comparison().to_html()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_signal_part_and_condition_has_a_name_in_every_interface_language(language: str) -> None:
    messages = load_messages(language)
    wanted = {f"signal_{name}" for name in (*WEIGHTS, BARE)} | {f"term_{name}" for name in TERMS}
    wanted |= {f"condition_{condition.__name__}" for rule in RULES for condition in rule.when}
    assert wanted - messages.keys() == set()
