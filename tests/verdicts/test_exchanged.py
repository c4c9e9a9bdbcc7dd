"""Two claims with the same two actors in exchanged roles."""

from __future__ import annotations

import pytest

from claimcmp import Article, FacetName, Finding, Relation, Verdict, compare, judge as judge_statements, judge_pair
from tests.verdicts.making import make_pair


def judge(left: str, right: str, *, score: float = 0.9) -> Finding:
    return judge_pair(make_pair(left, right, score=score), judge="rules")


EXCHANGED = [
    ("en", "Norway sued Denmark over the fishing rights.", "Denmark sued Norway over the fishing rights."),
    ("en, passive", "Norway was sued over the fishing rights by Denmark.", "Norway sued Denmark over the fishing rights."),
    ("ru", "Норвегия обвинила Данию в нарушении договора.", "Дания обвинила Норвегию в нарушении договора."),
    ("ar", "اتهمت النرويج الدنمارك بخرق المعاهدة.", "اتهمت الدنمارك النرويج بخرق المعاهدة."),
    ("fr", "La Norvège a attaqué le Danemark en justice.", "Le Danemark a attaqué la Norvège en justice."),
    ("tr", "Norveç Danimarka'ya ağır yaptırım uyguladı.", "Danimarka Norveç'e ağır yaptırım uyguladı."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), EXCHANGED, ids=[row[0] for row in EXCHANGED])
def test_exchanged_roles_conflict_within_a_language(language: str, left: str, right: str) -> None:
    finding = judge(left, right)
    assert (finding.verdict, finding.rule) == (Verdict.CONFLICT, "conflict_roles")
    assert [d.facet for d in finding.differences if d.relation is Relation.CONFLICTING] == [FacetName.PERSON]


KEPT = [
    ("the passive", "Norway sued Denmark over the fishing rights.", "Denmark was sued by Norway over the fishing rights."),
    ("another order", "Норвегия обвинила Данию в нарушении договора.", "Данию обвинила в нарушении договора Норвегия."),
    ("both ways", "Norway met Denmark in the final on Sunday.", "Denmark met Norway in the final on Sunday."),
    ("other deeds", "Norway sued Denmark over the fishing rights.", "Denmark mocked Norway in a television advert."),
]


@pytest.mark.parametrize(("description", "left", "right"), KEPT, ids=[row[0] for row in KEPT])
def test_roles_that_are_not_exchanged_do_not_conflict(description: str, left: str, right: str) -> None:
    assert judge(left, right).verdict is not Verdict.CONFLICT


def test_between_two_languages_exchanged_roles_are_unclear() -> None:
    finding = judge("Norway sued Denmark over the fishing rights.", "رفعت الدنمارك دعوى على النرويج بشأن حقوق الصيد.")
    assert (finding.verdict, finding.rule) == (Verdict.UNCLEAR, "exchanged_roles")
    assert any("Norway to Denmark" in difference.note for difference in finding.differences)


REPORTED = [
    ("ar", "اتهمت النرويج الدنمارك بخرق المعاهدة", "اتهمت الدنمارك النرويج بخرق المعاهدة"),
    (
        "de",
        "Norwegen beschuldigte Dänemark, den Vertrag gebrochen zu haben.",
        "Dänemark beschuldigte Norwegen, den Vertrag gebrochen zu haben.",
    ),
    ("fa", "نروژ دانمارک را به نقض پیمان متهم کرد", "دانمارک نروژ را به نقض پیمان متهم کرد"),
    ("ru", "Норвегия обвинила Данию в нарушении договора.", "Дания обвинила Норвегию в нарушении договора."),
    ("tr", "Norveç, Danimarka’yı kuzeydeki köyleri bombalamakla suçladı.", "Danimarka, Norveç’i kuzeydeki köyleri bombalamakla suçladı."),
]


@pytest.mark.parametrize(("language", "left", "right"), REPORTED, ids=[row[0] for row in REPORTED])
def test_who_accuses_whom_is_read_in_the_words_that_report_it(language: str, left: str, right: str) -> None:
    articles = [Article(id=text, outlet=text, text=text, language=language) for text in (left, right)]
    (conflict,) = compare(articles, judge="rules").conflicts
    assert conflict.rule in ("conflict_roles", "conflict_person")


SWAPPED = [
    ("ar, verb first", "هزم الوداد الرجاء بهدفين", "هزم الرجاء الوداد بهدفين"),
    ("ar, subject first", "سبورتنغ يتغلب على بورتو", "بورتو يتغلب على سبورتنغ"),
    ("en", "Apex Motors buys Nordic Steel", "Nordic Steel buys Apex Motors"),
    ("en, the act behind a preposition", "Kenya accuses Uganda of breaking the trade deal", "Uganda accuses Kenya of breaking the trade deal"),
    ("ru, in marks", "«Факел» обыграл «Ротор» в финале", "«Ротор» обыграл «Факел» в финале"),
    ("ru, without endings", "Факел обыграл Ротор в финале", "Ротор обыграл Факел в финале"),
    ("fr", "Lorient bat Guingamp en demi-finale", "Guingamp bat Lorient en demi-finale"),
    ("es", "El Getafe vence al Osasuna en la final", "El Osasuna vence al Getafe en la final"),
    ("de", "Bochum besiegt Kaiserslautern im Pokal", "Kaiserslautern besiegt Bochum im Pokal"),
    ("tr", "Galatasaray finalde Fenerbahçe'yi yendi", "Fenerbahçe finalde Galatasaray'ı yendi"),
    ("fa", "سپاهان در فینال فولاد را شکست داد", "فولاد در فینال سپاهان را شکست داد"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), SWAPPED, ids=[row[0] for row in SWAPPED])
def test_unknown_names_that_change_places_in_the_same_words_conflict(language: str, left: str, right: str) -> None:
    finding = judge_statements(left, right, judge="rules")
    assert (finding.verdict, finding.rule) == (Verdict.CONFLICT, "conflict_roles")


UNSWAPPED = [
    ("joined by 'and'", "Apex and Nordic build a car", "Nordic and Apex build a car"),
    ("a preposition at the front", "In Bochum streiken Fahrer", "Fahrer streiken in Bochum"),
    ("a day at the front", "Gestern besiegte Bochum den Meister", "Bochum besiegte gestern den Meister"),
    ("an adverb at the front", "رسميا يعلن سبورتنغ رحيل مدربه", "سبورتنغ يعلن رسميا رحيل مدربه"),
    ("another order of words", "هزم الوداد الرجاء بهدفين", "الوداد هزم الرجاء بهدفين"),
    ("endings tell", "Украину обвинила Россия в обстреле", "Россия обвинила Украину в обстреле"),
    ("both ways", "Bochum spielt gegen Kaiserslautern", "Kaiserslautern spielt gegen Bochum"),
    ("two clauses", "Oil rises as Dollar falls", "Dollar falls as Oil rises"),
]


@pytest.mark.parametrize(("description", "left", "right"), UNSWAPPED, ids=[row[0] for row in UNSWAPPED])
def test_words_in_another_order_are_no_exchange_of_roles(description: str, left: str, right: str) -> None:
    assert judge_statements(left, right, judge="rules").verdict is not Verdict.CONFLICT
