"""When two reports, each in its own words, state one point: agreements without shared words, and figures that then conflict."""

from __future__ import annotations

import attrs
import pytest

import claimcmp as cc
from claimcmp.records import Span, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import gather_evidence
from claimcmp.verdicts.judging import judge_pair
from claimcmp.verdicts.one_point import state_one_point
from claimcmp.verdicts.opposites import is_refused
from claimcmp.verdicts.statements import read_statement
from tests.verdicts.making import retell
from tests.verdicts.test_entailment import ENTAILMENT, FakeModel
from tests.verdicts.test_grounds import chosen, chosen_across

OPEN = {"contradiction": 0.2, "entailment": 0.6, "neutral": 0.2}
NEUTRAL = {"contradiction": 0.05, "entailment": 0.05, "neutral": 0.9}

PARAPHRASES = [
    ("en", "Nobody was killed", "No one lost their life"),
    ("en", "Shops in the old town reopened on Thursday", "The traders took down their shutters again that morning"),
    ("ar", "استأنفت العبّارات رحلاتها إلى الجزيرتين", "عادت المراكب تنقل الركاب بين الساحل والجزر"),
    ("ru", "Мост закрыли на ремонт до осени", "Переправой нельзя будет пользоваться, пока идут работы"),
]


@pytest.mark.parametrize(("language", "left", "right"), PARAPHRASES, ids=[row[1] for row in PARAPHRASES])
def test_what_shares_no_word_agrees_where_score_and_model_are_sure(language: str, left: str, right: str) -> None:
    sure = attrs.evolve(chosen(left, right, language), score=0.97)
    assert judge_pair(sure, judge=FakeModel(OPEN)).verdict is Verdict.AGREEMENT
    loose = attrs.evolve(sure, score=0.55)
    assert judge_pair(loose, judge=FakeModel(NEUTRAL)).verdict is Verdict.UNCLEAR


def test_shared_words_alone_are_no_agreement_of_two_reports() -> None:
    pair = attrs.evolve(chosen("The train derailed near the village", "Passengers tell how the train derailed in the dark"), score=0.5)
    assert judge_pair(pair, judge=FakeModel(NEUTRAL)).verdict is Verdict.UNCLEAR


def test_how_likely_it_is_rises_with_score_and_model_and_is_the_same_when_swapped() -> None:
    pair, settings = chosen("The ferry sank off the cape", "The boat went down near the headland"), Settings()
    found = [
        state_one_point(attrs.evolve(gather_evidence(attrs.evolve(pair, score=score), settings), entailment=read), settings)
        for read in (None, judge_pair(pair, judge=FakeModel(NEUTRAL)).evidence, judge_pair(pair, judge=FakeModel(ENTAILMENT)).evidence)
        for score in (0.5, 0.95)
    ]
    assert found[0] < found[1]
    assert found[2] < found[3] < found[5]
    swapped = attrs.evolve(pair, left=pair.right, right=pair.left)
    assert state_one_point(gather_evidence(swapped, settings), settings) == pytest.approx(
        state_one_point(gather_evidence(pair, settings), settings)
    )


def test_the_confidence_of_an_agreement_of_reports_rises_with_it() -> None:
    pair = chosen("The ferry sank off the cape in the night", "The boat went down near the headland before dawn")
    confidences = [judge_pair(attrs.evolve(pair, score=score), judge=FakeModel(OPEN)).confidence for score in (0.6, 0.8, 1.0)]
    assert confidences == sorted(confidences)
    assert confidences[0] < confidences[2]


def test_between_two_languages_the_same_is_asked() -> None:
    pair = attrs.evolve(chosen_across(("en", "The ferry sank off the cape"), ("fr", "Le bac a coulé près du promontoire")), score=0.9)
    assert judge_pair(pair, judge=FakeModel(OPEN)).verdict is Verdict.AGREEMENT
    assert judge_pair(pair, judge=FakeModel(NEUTRAL)).verdict is Verdict.UNCLEAR


MEASURES = [
    ("en", "The repairs will cost 140 million euros", "The harbour board puts the price of all this at €210 million"),
    ("ru", "Директора порта приговорили к семи годам колонии", "Бывший начальник гавани проведёт в колонии восемь лет"),
    ("ar", "كلف ترميم الجسر الخزينة 14 مليون دولار", "أنفقت الدولة على إصلاح الجسر 18 مليون دولار"),
    ("fr", "L'appartement est évalué à 640.000 euros", "Le fisc estime le logement à 460 000 euros"),
]


@pytest.mark.parametrize(("language", "left", "right"), MEASURES, ids=[row[1] for row in MEASURES])
def test_one_figure_of_a_unit_on_either_side_conflicts_where_both_surely_state_one_point(language: str, left: str, right: str) -> None:
    pair = retell(attrs.evolve(chosen(left, right, language), score=0.97))
    assert judge_pair(pair, judge=FakeModel(OPEN)).verdict is Verdict.CONFLICT
    assert judge_pair(attrs.evolve(pair, score=0.8), judge=FakeModel(NEUTRAL)).verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The director was jailed for six years", "The appeal could take up to two years"),
        ("The repairs cost 140 million euros", "Of 210 million euros planned, 70 million went to the school"),
        ("The bridge is 140 metres long", "The bus fell 18 metres"),
    ],
    ids=["a bound", "several sums", "not of one order"],
)
def test_figures_that_may_measure_other_things_do_not(left: str, right: str) -> None:
    pair = attrs.evolve(chosen(left, right), score=0.97)
    assert judge_pair(pair, judge=FakeModel(OPEN)).verdict is not Verdict.CONFLICT


TOLLS = [
    ("Dos personas murieron.", "Hay tres fallecidos."),
    ("Elf Menschen kamen ums Leben.", "Es gab zwölf Todesopfer."),
    ("İki kişi öldü.", "Üç ölü var."),
    ("Patlamada 11 madenci yaşamını yitirdi.", "Kazada 12 madenci hayatını kaybetti."),
]


@pytest.mark.parametrize(("left", "right"), TOLLS, ids=[row[0] for row in TOLLS])
def test_two_tolls_of_one_kind_conflict_though_a_model_reads_one_from_the_other(left: str, right: str) -> None:
    (finding,) = cc.judge_many([(left, right)], judge=FakeModel(ENTAILMENT))
    assert finding.verdict is Verdict.CONFLICT


def test_what_a_word_before_rules_out_is_not_affirmed() -> None:
    text = "He was barred from holding public office"
    assert is_refused(read_statement(text, "en", Settings()), Span(start=19, end=len(text)), Settings())
    assert not is_refused(read_statement("He began holding public office", "en", Settings()), Span(start=9, end=30), Settings())
    pair = attrs.evolve(chosen("Mr Ross was also barred from holding public office", "Mr Ross may not hold public office"), score=0.97)
    assert judge_pair(pair, judge=FakeModel(OPEN)).verdict is not Verdict.CONFLICT


def test_a_denial_of_a_word_or_two_is_no_denial_of_a_report() -> None:
    pair = attrs.evolve(chosen("it on Thursday", "The two mayors met in the harbour on Thursday"), score=0.95)
    denied = attrs.evolve(pair, left=attrs.evolve(pair.left, attribution=attrs.evolve(pair.left.attribution, sense="denies")))
    assert judge_pair(denied, judge=FakeModel(ENTAILMENT)).verdict is not Verdict.CONFLICT


FRAGMENTS = [
    ("ru", "Наши рыбаки не будут голодать ради чужих квот", "Голодать «ради чужих квот» его рыбаки не станут"),
    (
        "fr",
        "Nous ne signerons pas un accord qui prive nos pêcheurs de leur port",
        "Un accord qui prive nos pêcheurs de leur port, selon le maire",
    ),
    ("es", "No vamos a entregar los muelles a las bandas", "Vamos a buscar a los que pagaron"),
]


@pytest.mark.parametrize(("language", "left", "right"), FRAGMENTS, ids=[row[1] for row in FRAGMENTS])
def test_what_is_denied_is_the_verb_not_an_article_or_auxiliary(language: str, left: str, right: str) -> None:
    pair = attrs.evolve(chosen(left, right, language), score=0.97)
    assert judge_pair(pair, judge=FakeModel(OPEN)).verdict is not Verdict.CONFLICT


def test_in_french_the_verb_within_a_negation_is_denied() -> None:
    pair = attrs.evolve(chosen("Le maire ne signera pas l'accord", "Le maire signera l'accord", "fr"), score=0.97)
    assert judge_pair(pair, judge=FakeModel({"contradiction": 0.8, "entailment": 0.1, "neutral": 0.1})).verdict is Verdict.CONFLICT


NAMES = [
    (
        "en",
        'He said he had "nothing to do with what happened on Harbour Lane"',
        "'I hid behind the paint': a Saturday errand on Harbour Lane ends in killing",
    ),
    (
        "ru",
        "Адвокат заявил, что его клиент не был на Портовой Аллее",
        "Утро на Портовой Аллее кончилось убийством",
    ),
]


@pytest.mark.parametrize(("language", "left", "right"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_is_neither_denied_nor_affirmed(language: str, left: str, right: str) -> None:
    pair = attrs.evolve(chosen(left, right, language), score=0.9)
    assert judge_pair(pair, judge=FakeModel(OPEN)).verdict is not Verdict.CONFLICT
