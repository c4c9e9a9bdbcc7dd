"""Certainty: planned, possible, demanded, done."""

from __future__ import annotations

import pytest

from claimcmp.facets import compare_facets
from claimcmp.facets.modality import find_certainty
from claimcmp.records import Certainty, FacetName, Relation, Sense
from claimcmp.settings import Settings
from tests.facets.reading import read_claim

CERTAINTIES = [
    ("a verb of the future", "ar", "سيدخل المركب الميناء", Certainty.PLANNED),
    ("a number", "ar", "كلف المركب ستمئة مليون", Certainty.DONE),
    ("a noun in the dual", "ar", "بينهم سيدتان من الصيادين", Certainty.DONE),
    ("a noun with a pronoun", "ar", "فقد سيطرته على المركب", Certainty.DONE),
    ("a name", "ar", "سنغافورة وسعت الميناء", Certainty.DONE),
    ("will", "en", "The bridge will open", Certainty.PLANNED),
    ("plans to", "en", "The firm plans to hire", Certainty.PLANNED),
    ("may", "en", "The bridge may open", Certainty.POSSIBLE),
    ("should", "en", "The bridge should open", Certainty.DEMANDED),
    ("called for", "en", "They called for a vote", Certainty.DEMANDED),
    ("what could be seen", "en", "Smoke could be seen over the bridge", Certainty.DONE),
    ("what could open", "en", "The bridge could open", Certainty.POSSIBLE),
    ("a will", "en", "The vote showed the will of the town", Certainty.DONE),
    ("every possible", "en", "They used every possible route", Certainty.DONE),
    ("все возможное", "ru", "Мэр сделал всё возможное", Certainty.DONE),
    ("dès que possible", "fr", "Le pont a rouvert dès que possible", Certainty.DONE),
    ("lo antes posible", "es", "El puente abrió lo antes posible", Certainty.DONE),
    ("so bald wie möglich", "de", "Die Brücke öffnete so bald wie möglich", Certainty.DONE),
    ("a month", "en", "The bridge opened in May", Certainty.DONE),
    ("a name", "en", "The coach praised Will", Certainty.DONE),
    ("done", "en", "The bridge opened", Certainty.DONE),
    ("س", "ar", "سيفتتح الجسر", Certainty.PLANNED),
    ("وس", "ar", "وستبدأ الأعمال", Certainty.PLANNED),
    ("سوف", "ar", "سوف تبدأ الأعمال", Certainty.PLANNED),
    ("قد with imperfective", "ar", "قد يفتتح الجسر", Certainty.POSSIBLE),
    ("قد with perfective", "ar", "قد افتتح الجسر", Certainty.DONE),
    ("قد with a past verb that begins like a present one", "ar", "قالوا إن البلدية قد تلقت الطلب", Certainty.DONE),
    ("قد behind كان", "ar", "كان الحارس قد نفى ذلك", Certainty.DONE),
    ("قد behind كان of another clause", "ar", "كان الجسر آمنا، وقد يغلق", Certainty.POSSIBLE),
    ("a sitting set for a day", "ar", "الجلسة مقررة في مارس", Certainty.PLANNED),
    ("an expected opening", "ar", "ينتظر أن يفتتح الجسر", Certainty.PLANNED),
    ("ربما", "ar", "ربما افتتح الجسر", Certainty.POSSIBLE),
    ("إمكانية", "ar", "إمكانية افتتاح الجسر", Certainty.POSSIBLE),
    ("يجب", "ar", "يجب افتتاح الجسر", Certainty.DEMANDED),
    ("دعا إلى", "ar", "دعا إلى افتتاح الجسر", Certainty.DEMANDED),
    ("noun that begins like a future", "ar", "ستة عمال في سيارة واحدة", Certainty.DONE),
    ("verb that begins with س", "ar", "سافر الوفد", Certainty.DONE),
    ("means", "ar", "نشرت وسائل الإعلام الخبر", Certainty.DONE),
    ("is expected", "en", "The vote is expected on Friday", Certainty.PLANNED),
    ("ordered to", "en", "The firm was ordered to pay", Certainty.DEMANDED),
    ("будет", "ru", "Мост будет открыт", Certainty.PLANNED),
    ("может", "ru", "Мост может открыться", Certainty.POSSIBLE),
    ("призвал", "ru", "Мэр призвал открыть мост", Certainty.DEMANDED),
    ("done", "ru", "Мост открыли в среду", Certainty.DONE),
    ("future", "fr", "Le pont ouvrira lundi", Certainty.PLANNED),
    ("future of être", "fr", "Le pont sera ouvert", Certainty.PLANNED),
    ("conditional of the press", "fr", "Le pont aurait coûté deux millions", Certainty.POSSIBLE),
    ("must", "fr", "Le pont doit ouvrir", Certainty.DEMANDED),
    ("noun that ends like a future", "fr", "L'opéra a rouvert", Certainty.DONE),
    ("simple past", "fr", "Le maire entra dans la salle", Certainty.DONE),
    ("future", "es", "El puente abrirá el lunes", Certainty.PLANNED),
    ("conditional of the press", "es", "El puente habría costado dos millones", Certainty.POSSIBLE),
    ("demanded", "es", "El alcalde pidió abrir el puente", Certainty.DEMANDED),
    ("done", "es", "El puente abrió ahora para la compra", Certainty.DONE),
    ("future", "de", "Die Stadt wird die Brücke am Montag öffnen", Certainty.PLANNED),
    ("passive", "de", "Die Brücke wird heute gesperrt", Certainty.DONE),
    ("passive with a participle in -en", "de", "Die Brücke wird heute geschlossen", Certainty.DONE),
    ("soll", "de", "Die Brücke soll öffnen", Certainty.PLANNED),
    ("könnte", "de", "Die Brücke könnte öffnen", Certainty.POSSIBLE),
    ("muss", "de", "Die Brücke muss öffnen", Certainty.DEMANDED),
    ("future", "tr", "Köprü pazartesi açılacak", Certainty.PLANNED),
    ("ability", "tr", "Köprü açılabilir", Certainty.POSSIBLE),
    ("necessity", "tr", "Köprü açılmalı", Certainty.DEMANDED),
    ("the future as a noun", "tr", "Köprünün geleceği konuşuldu", Certainty.DONE),
    ("done", "tr", "Köprü açıldı", Certainty.DONE),
    ("future", "fa", "پل دوشنبه باز خواهد شد", Certainty.PLANNED),
    ("planned", "fa", "قرار است پل باز شود", Certainty.PLANNED),
    ("perhaps", "fa", "شاید پل باز شود", Certainty.POSSIBLE),
    ("must", "fa", "پل باید باز شود", Certainty.DEMANDED),
    ("done", "fa", "پل باز شد", Certainty.DONE),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), CERTAINTIES, ids=[f"{r[1]} {r[0]}" for r in CERTAINTIES])
def test_certainty_is_read(why: str, language: str, text: str, expected: Certainty) -> None:
    assert find_certainty(read_claim(text, language))[0] is expected


def test_a_demand_reported_as_one_is_demanded() -> None:
    assert find_certainty(read_claim("the release of the crew", "en", sense=Sense.CALLS_FOR))[0] is Certainty.DEMANDED


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The bridge will open", "The bridge is set to open", [Relation.SAME]),
        ("The bridge will open", "The bridge opened", [Relation.LEFT_ONLY]),
        ("The bridge opened", "The bridge may open", [Relation.RIGHT_ONLY]),
        ("The bridge should open", "The bridge may open", [Relation.COMPATIBLE]),
        ("The bridge opened", "The bridge was opened", []),
    ],
)
def test_certainties_compare(left: str, right: str, expected: list[Relation]) -> None:
    claims = read_claim(left, "en", name="a"), read_claim(right, "en", name="b")
    assert [d.relation for d in compare_facets(*claims, Settings()) if d.facet is FacetName.CERTAINTY] == expected
