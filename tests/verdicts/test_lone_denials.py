"""Denials of which the other side does not speak."""

from __future__ import annotations

import pytest

from claimcmp.records import Polarity
from claimcmp.settings import Settings
from claimcmp.text.words import read_words
from claimcmp.verdicts import judge_pair
from claimcmp.verdicts.lone_denials import stands_apart
from tests.verdicts.making import make_claim, make_pair, swap

# fmt: off
APART = [
    ("en", "Nobody was hurt, but the bakery on the quay burnt down", "The bakery on the quay burnt down"),
    ("en, without a comma", "Nobody was hurt but the bakery on the quay burnt down", "The bakery on the quay burnt down"),
    ("ar", "لم يصب أحد، واحترق المخبز على رصيف الميناء القديم", "احترق المخبز على رصيف الميناء القديم"),
    ("ru", "Никто не пострадал, но пекарня на набережной сгорела дотла", "Пекарня на набережной сгорела дотла"),
    ("fr", "Personne n'a été blessé, mais la boulangerie du quai a brûlé", "La boulangerie du quai a brûlé"),
    ("nothing behind the negation", "Some boats came back to the quay, others did not", "Some boats came back to the quay"),
    ("one word in another form", "It was not clear whether the bakery had an alarm", "It was unclear whether the bakery had an alarm"),
]
WITHIN = [
    ("en", "The mayor did not attend the opening of the bakery on the quay", "The opening of the bakery on the quay"),
    ("ar", "لم يحضر رئيس البلدية افتتاح المخبز على رصيف الميناء", "افتتاح المخبز على رصيف الميناء"),
]
# fmt: on


@pytest.mark.parametrize("case", APART, ids=[row[0] for row in APART])
def test_a_denial_in_a_clause_of_its_own_leaves_an_agreement(case: tuple[str, str, str]) -> None:
    pair = make_pair(case[1], case[2])
    assert {judge_pair(side, judge="rules").verdict for side in (pair, swap(pair))} == {"agreement"}


@pytest.mark.parametrize("case", WITHIN, ids=[row[0] for row in WITHIN])
def test_a_denial_of_what_the_other_side_names_stands_not_apart(case: tuple[str, str, str]) -> None:
    claims = make_claim(case[1]), make_claim(case[2])
    words = tuple(read_words(claim, Settings()) for claim in claims)
    denials = [facet for facet in claims[0].facets if isinstance(facet, Polarity)]
    assert denials
    assert not any(stands_apart(denial, claims[0], (words[0], words[1]), Settings()) for denial in denials)
