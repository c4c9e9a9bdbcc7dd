"""Figures that count only some of those whom another figure counts."""

from __future__ import annotations

import attrs
import pytest

from claimcmp.records import Attribution, Pair, Source, SourceKind, Span, Verdict
from claimcmp.verdicts.judging import judge_pair
from tests.facets.reading import read_claim
from tests.verdicts.test_grounds import chosen

SOME = [
    ("those flown out", "en", "58 people were injured when the pier collapsed", "12 injured people were airlifted when the pier collapsed"),
    ("some of the injured", "en", "58 people were injured on the pier", "12 of the injured on the pier were children of the crew"),
    ("those flown out", "ar", "أصيب 58 شخصا في انهيار الرصيف", "نقل 12 مصابا جوا بعد انهيار الرصيف"),
    ("those who went home", "ar", "أصيب 58 شخصا في انهيار الرصيف", "غادر 20 مصابا المستشفيات بعد انهيار الرصيف"),
    ("those badly hurt", "ar", "أصيب 58 شخصا في انهيار الرصيف", "أصيب 49 شخصا بجروح خطيرة في انهيار الرصيف"),
    ("its own citizens", "ar", "قتل سبعة أشخاص في انهيار الرصيف", "قتل اثنان من مواطنيها في انهيار الرصيف"),
    (
        "those beside the one named",
        "en",
        "A dozen soldiers were arrested on the pier",
        "The captain was arrested on the pier along with 11 other soldiers",
    ),
    ("those beside the one named", "ar", "اعتقل 12 بحارا على الرصيف", "اعتقل الربان و11 بحارا آخرين على الرصيف"),
    ("some of the injured", "fr", "58 personnes ont été blessées sur le quai", "12 des blessés du quai étaient des enfants"),
    ("some of the injured", "es", "58 personas resultaron heridas en el muelle", "12 de los heridos del muelle eran niños"),
    ("those badly hurt", "de", "58 Menschen wurden auf der Mole verletzt", "12 Menschen wurden auf der Mole schwer verletzt"),
    ("some of the dead", "tr", "İskelede 58 kişi öldü", "İskelede ölenlerden 12 kişi çocuktu"),
    ("those in hospital", "ru", "58 человек пострадали на причале", "12 пострадавших на причале госпитализированы"),
]

ALL = [
    ("two tolls", "ar", "أصيب 58 شخصا في انهيار الرصيف", "أصيب 49 شخصا في انهيار الرصيف"),
    ("two figures of one share", "ar", "نقل 20 مصابا إلى المستشفى بعد انهيار الرصيف", "نقل 12 مصابا إلى المستشفى بعد انهيار الرصيف"),
    ("the larger figure has the words", "en", "58 people were taken to hospital injured", "49 people were injured"),
]


@pytest.mark.parametrize(("language", "whole", "some"), [row[1:] for row in SOME], ids=[f"{row[1]} {row[0]}" for row in SOME])
def test_a_figure_of_some_does_not_contradict_that_of_all(language: str, whole: str, some: str) -> None:
    for sides in ((whole, some), (some, whole)):
        assert judge_pair(chosen(*sides, language), judge="rules").verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(("language", "left", "right"), [row[1:] for row in ALL], ids=[f"{row[1]} {row[0]}" for row in ALL])
def test_two_figures_of_the_same_people_conflict(language: str, left: str, right: str) -> None:
    for sides in ((left, right), (right, left)):
        assert judge_pair(chosen(*sides, language), judge="rules").verdict is Verdict.CONFLICT


def test_what_a_country_says_of_its_own_people_does_not_contradict_a_toll() -> None:
    toll, own = "Three sailors were killed in the attack on the ship", "Two Filipino sailors were killed in the attack on the ship"
    assert judge_pair(say(own, "the Philippine labour ministry", toll), judge="rules").verdict is not Verdict.CONFLICT
    assert judge_pair(say(own, "the coast guard", toll), judge="rules").verdict is Verdict.CONFLICT


def test_an_equal_toll_stands_beside_a_figure_of_some() -> None:
    left, right = "قتل ثلاثة بحارة وأصيب أربعة بجروح خطيرة في الهجوم", "أسفر الهجوم عن مقتل ثلاثة من الطاقم وإصابة ستة"
    assert judge_pair(chosen(left, right, "ar"), judge="rules").verdict is Verdict.AGREEMENT


def say(text: str, name: str, other: str) -> Pair:
    """A pair of reports of which the left has a named source."""
    source = Source(name=name, canonical=name, kind=SourceKind.ORGANISATION, span=Span(start=0, end=1))
    pair = chosen(text, other)
    claim = read_claim(text, "en", name="a")
    return attrs.evolve(pair, left=attrs.evolve(claim, attribution=Attribution(speaker=source, mode="indirect")))
