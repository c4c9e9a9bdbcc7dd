"""Two accounts of one thing: near figures, days and times of which neither report gives the other's."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from claimcmp.records import FacetName, Pair, Relation, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import gather_evidence
from claimcmp.verdicts.judging import judge_pair
from tests.verdicts.making import make_claim
from tests.verdicts.test_entailment import FakeModel

OPEN = {"contradiction": 0.3, "entailment": 0.4, "neutral": 0.3}


def chosen(left: str, right: str, *, score: float = 0.9, published: tuple[date, date] | None = None) -> Pair:
    days = published or (date(2024, 3, 20), date(2024, 3, 20))
    sides = zip((left, right), "XY", days, strict=True)
    claims = [attrs.evolve(make_claim(text, outlet=outlet, published=day), published=day) for text, outlet, day in sides]
    return Pair(left=claims[0], right=claims[1], score=score, contributions={"vectors": 1.5, "story": 1.4})


def judge_open(pair: Pair):
    return judge_pair(pair, judge=FakeModel(OPEN))


NUMBERS = [
    ("en", "The airline cancelled 14 flights on account of the fog", "By evening 17 flights had been struck off the board"),
    ("en", "Some 1,500 people marched to the harbour", "2,100 people turned out against the tram fares"),
    ("ar", "ألغت الشركة 14 رحلة بسبب الضباب", "بحلول المساء كانت سبع عشرة رحلة قد شطبت من اللوحة"),
    ("ru", "Компания отменила 14 рейсов из-за тумана", "К вечеру с табло сняли семнадцать рейсов"),
    ("fr", "La compagnie a annulé 14 vols à cause du brouillard", "Le soir, 17 vols avaient disparu du tableau"),
    ("fr", "Le passeur, un homme de 38 ans, a été conduit au poste", "Quant au passeur, âgé de 43 ans, il a passé la nuit au poste"),
    ("en", "Five dock workers died under the crane", "Seven people lost their lives in the harbour"),
]


@pytest.mark.parametrize(("language", "left", "right"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_near_figures_that_neither_report_gives_twice_conflict(language: str, left: str, right: str) -> None:
    finding = judge_open(chosen(left, right))
    assert (finding.verdict, finding.rule) == (Verdict.CONFLICT, "conflict_near_number"), language
    assert any(d.facet is FacetName.NUMBER and d.relation is Relation.CONFLICTING for d in finding.differences)
    assert 0.5 < finding.confidence < 1


@pytest.mark.parametrize(("language", "left", "right"), NUMBERS[:3], ids=[row[0] for row in NUMBERS[:3]])
def test_a_figure_that_the_other_report_gives_too_is_no_rival(language: str, left: str, right: str) -> None:
    pair = chosen(left, right)
    evidence = gather_evidence(pair, Settings())
    (rival,) = evidence.of(FacetName.NUMBER, Relation.CONFLICTING)
    assert judge_open(attrs.evolve(pair, left_retold=(rival.left.span,))).verdict is not Verdict.CONFLICT, language
    assert judge_open(attrs.evolve(pair, right_retold=(rival.right.span,))).verdict is not Verdict.CONFLICT, language


APART = [
    ("far apart", "The airline cancelled 14 flights on account of the fog", "By evening 40 flights had been struck off the board"),
    ("a sum", "On board were 164 passengers and 6 hands", "The ship carried 170 passengers through the fog"),
    ("denied", "The truce did not last 10 days", "A truce of 9 days was all they got"),
    ("ages of two people", "Anna Keller, 47, has fitted hoses here for years", "Marc Lemmens, 44, drove the van through the gate"),
    ("children among others", "The fire killed 26 civilians in the mill", "At the mill 22 children were killed"),
    ("about as many", "The fire left 27 dockers injured", "Some 30 others were hurt at the mill"),
    ("across the border", "The flood killed 14 people in the valley", "Across the border the flood killed 12 people"),
    ("an earlier time", "After the storm of 2014, which cost 21 lives", "The storm killed 14 people on the coast"),
    ("in an aside", "The worst fire since 2007, when 8 people died", "The fire killed 6 people in the old mill"),
    ("nothing", "Not one plane: 0 flights left before noon", "In the end 1 flight was ready on the runway"),
]


@pytest.mark.parametrize(("why", "left", "right"), APART, ids=[row[0] for row in APART])
def test_figures_of_two_things_do_not_conflict(why: str, left: str, right: str) -> None:
    assert judge_open(chosen(left, right, score=0.7)).verdict is not Verdict.CONFLICT, why


def test_figures_in_a_common_unit_must_likely_state_one_point() -> None:
    texts = "The first plane left 3 hours late", "She stood on the tarmac for 4 hours with his picture"
    assert judge_open(chosen(*texts, score=0.5)).verdict is not Verdict.CONFLICT


def test_an_age_and_years_are_held_together_whichever_comes_first() -> None:
    texts = "Luc Merlin, 38 ans, a été conduit au poste", "Au poste, Luc Merlin a 43 ans sur ses papiers"
    one, other = judge_open(chosen(*texts)), judge_open(chosen(*texts[::-1]))
    assert (one.verdict, one.rule) == (other.verdict, other.rule)
    assert [d.relation for d in one.differences if d.facet is FacetName.NUMBER] == [Relation.CONFLICTING]


DAYS = [
    ("The minister will visit the flooded town on Thursday", "The minister will come to the flooded town on Friday"),
    ("يزور الوزير البلدة المنكوبة يوم الخميس", "يصل الوزير إلى البلدة المنكوبة يوم الجمعة"),
]


@pytest.mark.parametrize(("left", "right"), DAYS, ids=["en", "ar"])
def test_near_days_conflict(left: str, right: str) -> None:
    finding = judge_open(chosen(left, right))
    assert (finding.verdict, {d.facet for d in finding.differences if d.relation is Relation.CONFLICTING}) == (
        Verdict.CONFLICT,
        {FacetName.DATE},
    )


def test_a_day_that_came_after_the_other_report_is_of_another_event() -> None:
    texts = "Shells fell on the harbour town on Monday, the mayor said", "On Wednesday shells fell on the harbour town again and again"
    assert judge_open(chosen(*texts, published=(date(2024, 3, 18), date(2024, 3, 20)))).verdict is not Verdict.CONFLICT


TIMES = [
    ("The express with 214 people on board derailed near the village at 8:42 a.m", "The derailment near the mill happened at 9.15am", True),
    (
        "The express with 214 people on board derailed near the village at 8:42 a.m",
        "The derailment near the mill happened at 3.15pm",
        False,
    ),
    ("The first bomb hit the market at 8:42 a.m", "The second bomb hit the market at 9.15am", False),
]


@pytest.mark.parametrize(("left", "right", "is_conflict"), TIMES, ids=["near", "far", "two of them"])
def test_near_times_conflict(left: str, right: str, is_conflict: bool) -> None:
    assert (judge_open(chosen(left, right)).rule == "conflict_near_time") is is_conflict


@pytest.mark.parametrize(("language", "left", "right"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_the_verdict_is_the_same_the_other_way_round(language: str, left: str, right: str) -> None:
    one, other = judge_open(chosen(left, right)), judge_open(chosen(right, left))
    assert (one.verdict, one.rule, one.confidence) == (other.verdict, other.rule, other.confidence), language


def test_of_several_counts_the_nearest_meet_whichever_report_comes_first() -> None:
    texts = "Six crewmen and nine dockers died under the crane", "Seven women and ten drivers lost their lives in the harbour"
    forth, back = (gather_evidence(pair, Settings()) for pair in (chosen(*texts), chosen(*texts[::-1])))
    found = [{(d.left.low, d.right.low) for d in evidence.of(FacetName.NUMBER, Relation.CONFLICTING)} for evidence in (forth, back)]
    assert found[0] == {(right, left) for left, right in found[1]} == {(9.0, 10.0)}
