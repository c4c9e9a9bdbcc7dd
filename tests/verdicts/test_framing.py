"""Loaded terms: found in eight languages and between them, never a conflict."""

from __future__ import annotations

import itertools

import pytest

from claimcmp.languages import list_languages, load_tables
from claimcmp.records import Claim, FacetName, Finding, Relation, Span
from claimcmp.verdicts import judge_pair
from claimcmp.verdicts.framing import FRAMING_NOTE, find_terms
from tests.verdicts.making import make_pair


def read(claim: Claim, span: object) -> str | None:
    return claim.text[span.start - claim.span.start : span.end - claim.span.start] if isinstance(span, Span) else None


def list_wording(finding: Finding) -> list[tuple[str | None, str | None]]:
    pair = finding.pair
    return [(read(pair.left, d.left), read(pair.right, d.right)) for d in finding.differences if d.facet is FacetName.WORDING]


# fmt: off
TERMS = [
    ("en", "Militants attacked the town of Sarna on Monday", "Fighters attacked the town of Sarna on Monday", "Militants", "Fighters"),
    ("en", "Rebels hold the hills above the town of Sarna", "Terrorists hold the hills above the town of Sarna", "Rebels", "Terrorists"),
    ("en", "Regime forces entered the town of Sarna on Monday", "Government forces entered the town of Sarna on Monday", "Regime", "Government"),
    ("en", "12 soldiers were killed in the hills on Monday", "12 soldiers were martyred in the hills on Monday", "killed", "martyred"),
    ("en", "12 people were killed in the fire on Monday", "12 people died in the fire on Monday", "killed", "died"),
    ("en", "Farmers in the occupied valley lost their wells", "Farmers in the disputed valley lost their wells", "occupied", "disputed"),
    ("en", "Protesters blocked the central square on Monday", "Rioters blocked the central square on Monday", "Protesters", "Rioters"),
    ("en", "The rebel-held town was shelled on Monday", "The terrorist-held town was shelled on Monday", "rebel", "terrorist"),
    ("ar", "تقاتل القوات هناك منذ بدء الغزو قبل عامين", "تقاتل القوات هناك منذ بدء الهجوم قبل عامين", "الغزو", "الهجوم"),
    ("ar", "دخل الإرهابيون بلدة سارنا صباح الاثنين", "دخل المتمردون بلدة سارنا صباح الاثنين", "الإرهابيون", "المتمردون"),
    ("ar", "قتل 12 جنديا في التلال يوم الاثنين", "استشهد 12 جنديا في التلال يوم الاثنين", "قتل", "استشهد"),
    ("ru", "Повстанцы вошли в город Сарна в понедельник", "Террористы вошли в город Сарна в понедельник", "Повстанцы", "Террористы"),
    ("fr", "Les manifestants ont bloqué la place centrale", "Les émeutiers ont bloqué la place centrale", "manifestants", "émeutiers"),
    ("es", "Los rebeldes entraron en la ciudad el lunes", "Los terroristas entraron en la ciudad el lunes", "rebeldes", "terroristas"),
    ("de", "Die Kämpfer rückten am Montag in die Stadt ein", "Die Terroristen rückten am Montag in die Stadt ein", "Kämpfer", "Terroristen"),
    ("tr", "Göstericiler pazartesi günü meydanı kapattı", "Çapulcular pazartesi günü meydanı kapattı", "Göstericiler", "Çapulcular"),
    ("fa", "معترضان روز دوشنبه میدان مرکزی را بستند", "اغتشاشگران روز دوشنبه میدان مرکزی را بستند", "معترضان", "اغتشاشگران"),
    ("en-ar", "Militants attacked the town on Monday, killing 12 soldiers", "هاجم مقاومون البلدة يوم الاثنين وقتلوا 12 جنديا", "Militants", "مقاومون"),
    ("ru-en", "Повстанцы напали на город в понедельник", "Terrorists attacked the town on Monday", "Повстанцы", "Terrorists"),
    ("fr-en", "L'invasion a commencé le lundi", "The attack began on Monday", "invasion", "attack"),
]
# fmt: on


@pytest.mark.parametrize("case", TERMS, ids=[f"{row[0]}: {row[3]}" for row in TERMS])
def test_two_terms_for_one_thing_are_a_difference_of_wording_and_no_conflict(case: tuple[str, ...]) -> None:
    _, left, right, ours, theirs = case
    finding = judge_pair(make_pair(left, right, score=0.9))
    assert (ours, theirs) in list_wording(finding)
    assert finding.verdict != "conflict"
    wording = [d for d in finding.differences if d.facet is FacetName.WORDING]
    assert {d.relation for d in wording} <= {Relation.COMPATIBLE, Relation.LEFT_ONLY, Relation.RIGHT_ONLY}


def test_the_terms_are_named_in_the_reasons_of_a_verdict() -> None:
    finding = judge_pair(make_pair("Rebels hold the hills above the town of Sarna", "Terrorists hold the hills above the town of Sarna"))
    told = [str(reason) for reason in finding.reasons if reason.key == "verdict_framing"]
    assert finding.verdict == "agreement"
    assert ["Rebels" in told[0], "Terrorists" in told[0], len(told)] == [True, True, 1]


# fmt: off
UNLISTED = [
    ("The council scrapped the night bus on Monday", "The council cancelled the night bus on Monday", [("scrapped", "cancelled")]),
    ("ألغى المجلس حافلة الليل يوم الاثنين", "شطب المجلس حافلة الليل يوم الاثنين", [("ألغى", "شطب")]),
    ("Le conseil a supprimé le bus de nuit", "Le conseil a sacrifié le bus de nuit", [("supprimé", "sacrifié")]),
    ("The vessel left the harbour of Salwa at dawn", "The ship left the harbour of Salwa at dawn", [("vessel", "ship")]),
    ("The council closed the night bus line", "The council has closed the night bus line", []),
    ("Ministers discussed the new road", "Ministers discuss the new road", []),
    ("The old bridge was closed in Ankara", "The old bridge was closed in Cairo", []),
]
# fmt: on


@pytest.mark.parametrize(("left", "right", "expected"), UNLISTED)
def test_a_word_in_place_of_another_is_shown_but_no_inflection_small_word_or_name(left: str, right: str, expected: list) -> None:
    assert list_wording(judge_pair(make_pair(left, right, score=0.9))) == expected


def test_a_view_that_both_sides_take_is_no_difference() -> None:
    finding = judge_pair(
        make_pair("The rebels fled and the fighters left the town of Sarna", "The fighters fled and left the town of Sarna", score=0.9)
    )
    assert [d for d in finding.differences if d.note == FRAMING_NOTE] == []


@pytest.mark.parametrize("language", list_languages())
def test_every_language_has_terms_under_shared_names(language: str) -> None:
    table, english = (load_tables(code)["framing"] for code in (language, "en"))
    assert {"armed", "rule", "assault", "death", "crowd", "taking"} <= table.keys()
    shared = [view for thing in table.keys() & english.keys() for view in table[thing].keys() & english[thing].keys()]
    assert len(shared) > 40


@pytest.mark.parametrize("language", list_languages())
def test_a_form_stands_once_under_a_view(language: str) -> None:
    for thing, views in load_tables(language)["framing"].items():
        for view, forms in views.items():
            assert len(forms) == len(set(forms)), (thing, view)


def test_terms_carry_their_offsets() -> None:
    text = "In the regime-held town, militants fired."
    found = [(text[t.start : t.end], t.concept) for t in find_terms(text, "en")]
    assert found == [("regime", "rule"), ("militants", "armed")]
    assert all(a.start <= b.start for a, b in itertools.pairwise(find_terms(text, "en")))
