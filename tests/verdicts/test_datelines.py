"""Datelines within a claim, and figures that fit."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from claimcmp.align.scores import STORY
from claimcmp.records import Claim, FrozenMapping, Pair
from claimcmp.settings import Settings
from claimcmp.verdicts import judge_pair
from claimcmp.verdicts.datelines import find_dateline
from tests.verdicts.making import make_claim, make_pair

DAY = date(2024, 3, 18)


def make_dated(text: str, day: date = DAY) -> Claim:
    return attrs.evolve(make_claim(text, published=day), published=day)


# fmt: off
DATELINES = [
    ("digits", "18.03.2024 Three people were hurt in the harbour", True),
    ("words before it", "Date of publication 18 March 2024 Three people were hurt in the harbour", True),
    ("a place before it", "Published March 18 2024 The harbour was closed", True),
    ("ar", "18 مارس 2024 أصيب ثلاثة أشخاص في المرفأ", True),
    ("a preposition", "On 18 March 2024 three people were hurt in the harbour", False),
    ("its subject before it", "The harbour closed 18 March 2024 after a fire", False),
    ("the sentence goes on", "18 March 2024 was the day on which the harbour closed", False),
    ("without a year", "18 March Three people were hurt in the harbour", False),
    ("another day than that of publication", "16.03.2024 Three people were hurt in the harbour", False),
]
# fmt: on


@pytest.mark.parametrize("case", DATELINES, ids=[row[0] for row in DATELINES])
def test_a_dateline_is(case: tuple[str, str, bool]) -> None:
    _, text, is_dateline = case
    assert (find_dateline(make_dated(text), Settings()) is not None) == is_dateline


def test_a_dateline_is_no_other_day_of_the_event() -> None:
    left = make_dated("18.03.2024 A fire in the harbour hall hurt three people")
    right = make_dated("A fire in the harbour hall hurt three people on Sunday", date(2024, 3, 18))
    assert judge_pair(make_pair(left, right), judge="rules").verdict == "agreement"


def test_a_day_within_the_sentence_still_conflicts() -> None:
    left = make_dated("On 18 March 2024 a fire in the harbour hall hurt three people")
    right = make_dated("A fire in the harbour hall hurt three people on Sunday")
    assert judge_pair(make_pair(left, right), judge="rules").rule == "conflict_date"


# fmt: off
FITTING = [
    ("a bound far below", "At least 12 people were hurt when the crane fell on the market hall", "31 people were hurt when the crane fell", True),
    ("dozens", "The crane fell on the market hall and hurt dozens", "110 people were hurt when the crane fell", True),
    ("of another order", "At least 12 people were hurt when the crane fell on the market hall", "In ten years 3100 people were hurt where a crane fell on a ship or hall", False),
]
# fmt: on


@pytest.mark.parametrize("case", FITTING, ids=[row[0] for row in FITTING])
def test_figures_of_one_event_that_fit_agree(case: tuple[str, str, str, bool]) -> None:
    pair = make_pair(case[1], case[2])
    told = Pair(left=pair.left, right=pair.right, score=0.8, contributions=FrozenMapping({STORY: 1.4}))
    assert (judge_pair(told, judge="rules").verdict == "agreement") == case[3]


def test_the_toll_of_an_event_dated_alike_conflicts_in_longer_sentences() -> None:
    pair = make_pair(
        "It is the second time this month that a crane fell near the port after at least 17 dockers died on March 2 in the northern basin",
        "On March 2 a crane toppled in the northern basin and 15 dockers died, among them five apprentices",
        score=0.95,
    )
    assert judge_pair(pair, judge="rules").rule == "conflict_number"
