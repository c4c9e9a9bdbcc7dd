"""Times of day of two claims: when they conflict, when they fit, and what they say of the pair."""

from __future__ import annotations

import pytest

from claimcmp import Settings
from claimcmp.records import FacetName, Verdict
from claimcmp.verdicts.clocks import compare_clocks, tell_of_two
from claimcmp.verdicts.judging import judge
from tests.facets.reading import read_claim
from tests.verdicts.test_entailment import FakeModel

COMPARED = [
    ("to the minute", "en", "The bell rang at 8:42 a.m.", "en", "The bell rang at 8:51 a.m.", "conflicting"),
    ("within some minutes", "en", "The bell rang at 8:42 a.m.", "en", "The bell rang at 8:44 a.m.", "same"),
    ("one rounded to a quarter", "en", "The bell rang at 8:42 a.m.", "en", "The bell rang at 8:30 a.m.", "compatible"),
    ("one loose", "ru", "Звонок прозвенел около 14:00", "ru", "Звонок прозвенел в 14:35", "compatible"),
    ("loose and far apart", "ru", "Звонок прозвенел около 14:00", "ru", "Звонок прозвенел около 16:00", "conflicting"),
    ("an hour alone", "de", "Es läutete um 8 Uhr morgens", "de", "Es läutete um 8.35 Uhr", "compatible"),
    ("equal hours alone", "en", "The bell rang at 6 p.m.", "de", "Es läutete um 18 Uhr", None),
    ("equal in two languages", "en", "The bell rang at 6:20 p.m.", "fr", "La cloche a sonné à 18h20", "same"),
    ("words and figures", "ar", "دق الجرس في الساعة السادسة والنصف مساء", "es", "La campana sonó a las 18:30", "same"),
    ("words and other figures", "ar", "دق الجرس في الساعة السادسة والنصف مساء", "es", "La campana sonó a las 17:10", "conflicting"),
    ("half to", "de", "Es läutete um halb sieben abends", "ru", "Звонок прозвенел в половине седьмого вечера", "same"),
    ("two Turkish times", "tr", "Zil saat 14.30'da çaldı", "tr", "Zil saat 16.10'da çaldı", "conflicting"),
    ("two Persian times", "fa", "زنگ ساعت ۸ صبح به صدا درآمد", "fa", "زنگ ساعت ۱۱ صبح به صدا درآمد", "conflicting"),
    ("morning and evening", "fr", "La cloche a sonné à 8 heures du matin", "fr", "La cloche a sonné à 8 heures du soir", "conflicting"),
    ("the half of the day not told", "en", "The bell rang at 8:42", "ru", "Звонок прозвенел в 20:42", None),
    ("not told, and another hour", "en", "The bell rang at 8:42", "ru", "Звонок прозвенел в 19:10", "conflicting"),
    ("round midnight", "es", "La campana sonó a las 23:58", "de", "Es läutete um 0.01 Uhr", "same"),
    ("a zone on one side", "en", "The bell rang at 14:20", "tr", "Zil TSİ 16.20'de çaldı", "compatible"),
    ("a zone, and no shift of zones", "en", "The bell rang at 14:20", "tr", "Zil TSİ 16.32'de çaldı", "conflicting"),
    ("one zone", "en", "The bell rang at 14:20 GMT", "ar", "دق الجرس الساعة 16:20 بتوقيت غرينتش", "conflicting"),
    ("given in two zones", "ar", "دق الجرس عند الساعة 0530 (0430 بتوقيت جرينتش)", "fr", "La cloche a sonné à 7h25", "conflicting"),
    ("given in two zones, and the local one", "ar", "دق الجرس عند الساعة 0530 (0430 بتوقيت جرينتش)", "fr", "La cloche a sonné à 5h30", "same"),
    ("a stretch", "en", "The bell rang between 6 and 8 p.m.", "en", "The bell rang at 9:15 p.m.", None),
    ("an end of a stretch", "en", "The bell must ring by 6 p.m.", "en", "The bell rang at 7:15 p.m.", None),
    ("two times", "en", "The bell rang at 8:42 a.m. and at 9:15 a.m.", "en", "The bell rang at 10:15 a.m.", None),
    ("no time", "en", "The bell rang for three hours", "en", "The bell rang at 10:15 a.m.", None),
]  # fmt: skip


@pytest.mark.parametrize("row", COMPARED, ids=[row[0] for row in COMPARED])
def test_two_times_of_day_are_compared(row: tuple[str, str, str, str, str, str | None]) -> None:
    _, language, text, other_language, other, relation = row
    left, right = read_claim(text, language), read_claim(other, other_language, name="b")
    found = compare_clocks(left, right, Settings())
    assert [(d.facet, d.relation.value) for d in found] == ([(FacetName.DATE, relation)] if relation else [])
    turned = compare_clocks(right, left, Settings())
    assert [(d.left, d.right, d.relation) for d in turned] == [(d.right, d.left, d.relation) for d in found]
    assert [d.note.split(" | ")[::-1] for d in turned] == [d.note.split(" | ") for d in found]


JUDGED = [
    ("en", "A blast shook the market at 8:42 a.m.", "A blast shook the market at 9:20 a.m.", "conflict"),
    ("en", "A blast shook the market at 8:42 in the evening", "A blast shook the market at 8:42 in the morning", "conflict"),
    ("en", "A blast shook the market at 8:42 a.m.", "A blast shook the market at about 8:30 a.m.", "agreement"),
    ("ar", "هز انفجار السوق في الساعة السادسة والنصف مساء", "هز انفجار السوق في الساعة الثامنة والربع مساء", "conflict"),
    ("ar", "هز انفجار السوق في الساعة السادسة والنصف مساء", "هز انفجار السوق حوالي الساعة السابعة مساء", "agreement"),
    ("ru", "Взрыв на рынке прогремел около 14:00", "Взрыв на рынке прогремел около 16:00", "conflict"),
    ("ru", "Взрыв на рынке прогремел около 14:00", "Взрыв на рынке прогремел в 14:20", "agreement"),
    ("fr", "Une explosion a secoué le marché à 7H45", "Une explosion a secoué le marché à 9h20", "conflict"),
    (
        "es",
        "Una explosión sacudió el mercado a las ocho de la mañana",
        "Una explosión sacudió el mercado a las diez de la mañana",
        "conflict",
    ),
    ("de", "Eine Explosion erschütterte den Markt um 14.30 Uhr", "Eine Explosion erschütterte den Markt um 16.10 Uhr", "conflict"),
    ("de", "Eine Explosion erschütterte den Markt um 14.30 Uhr", "Eine Explosion erschütterte den Markt um halb drei", "agreement"),
    ("tr", "Patlama pazarda saat 14.30'da meydana geldi", "Patlama pazarda saat 17.10'da meydana geldi", "conflict"),
    ("fa", "انفجار بازار ساعت ۸ صبح رخ داد", "انفجار بازار ساعت ۱۱ صبح رخ داد", "conflict"),
]


@pytest.mark.parametrize(("language", "left", "right", "verdict"), JUDGED, ids=[f"{row[0]}: {row[2]}" for row in JUDGED])
def test_two_times_of_day_in_one_sentence_are_judged(language: str, left: str, right: str, verdict: str) -> None:
    findings = judge(left, right, judge="rules"), judge(right, left, judge="rules")
    for finding in findings:
        assert finding.verdict is Verdict(verdict)
        assert finding.rule == "conflict_opposite_times" or verdict != "conflict"
        conflicts = [d for d in finding.differences if d.relation.value == "conflicting"]
        assert len(conflicts) == (verdict == "conflict"), "a time of day is one fact, whatever figures and words tell it"
    assert language in {claim.language for claim in (findings[0].pair.left, findings[0].pair.right)}


SEVERAL = [
    ("one of two bells", "en", "The first bell rang at 8:42 a.m.", "en", "The second bell rang at 9:20 a.m.", True),
    ("another bell", "ru", "Звонок прозвенел в 14:00", "ru", "Еще один звонок прозвенел в 16:00", True),
    ("a second bell", "ar", "دق الجرس الثاني في الساعة الثانية والنصف ظهرا", "fr", "La cloche a sonné à 8h20", True),
    ("an hour is no second bell", "ar", "دق الجرس في الساعة الثانية والنصف ظهرا", "fr", "La cloche a sonné à 8h20", False),
    ("both the second", "de", "Die zweite Glocke läutete um 8.20 Uhr", "es", "La segunda campana sonó a las 10:40", False),
    ("another", "tr", "Zil saat 14.30'da çaldı", "fa", "زنگ دیگری ساعت ۱۱ صبح به صدا درآمد", True),
]  # fmt: skip


@pytest.mark.parametrize("row", SEVERAL, ids=[row[0] for row in SEVERAL])
def test_one_of_several_has_a_time_of_its_own(row: tuple[str, str, str, str, str, bool]) -> None:
    _, language, text, other_language, other, expected = row
    left, right = read_claim(text, language), read_claim(other, other_language, name="b")
    assert tell_of_two(left, right, Settings()) == tell_of_two(right, left, Settings()) == expected
    assert [d.relation.value for d in compare_clocks(left, right, Settings())] == ["conflicting"]


def test_times_of_the_first_and_the_second_are_no_conflict_and_no_agreement() -> None:
    finding = judge("The first blast shook the market at 8:42 a.m.", "The second blast shook the market at 9:20 a.m.", judge="rules")
    assert (finding.verdict, finding.rule) == (Verdict.UNCLEAR, "other_event")


def test_times_of_two_days_are_left_to_the_days() -> None:
    finding = judge("The bell rang at 8:42 a.m. on 3 May 2024", "The bell rang at 9:20 a.m. on 5 May 2024", judge="rules")
    assert [d.note for d in finding.differences if d.relation.value == "conflicting"] == ["2024-05-03 | 2024-05-05"]


def test_equal_times_of_day_are_told() -> None:
    finding = judge("The bell rang at 6:20 p.m. in the old town", "La cloche de la vieille ville a sonné à 18h20", judge="rules")
    assert [d.note for d in finding.differences if d.facet is FacetName.DATE] == ["18:20 | 18:20"]
    if finding.verdict is Verdict.AGREEMENT:
        assert any(reason.key == "verdict_clock_same" for reason in finding.reasons)


def test_two_times_of_day_are_no_agreement_whatever_a_model_says() -> None:
    model = FakeModel({"contradiction": 0.01, "entailment": 0.98, "neutral": 0.01})
    finding = judge("Взрыв произошел около 14:00.", "Взрыв прогремел около 16:00.", judge=model)
    assert finding.verdict is not Verdict.AGREEMENT
