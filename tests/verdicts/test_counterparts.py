"""Which negations of two languages go together."""

from __future__ import annotations

import pytest

from claimcmp import Settings
from claimcmp.facets.affirmation import read_negatives
from claimcmp.verdicts.counterparts import find_unmet
from tests.facets.reading import read_claim

UNMET = [
    ("none on either side", "The bridge was opened in May", "Le pont a été ouvert en mai", []),
    ("one on each side", "The bridge was not opened in May", "Le pont n'a pas été ouvert en mai", []),
    ("one on this side", "The bridge was not opened in May", "Le pont a été ouvert en mai", ["not"]),
    ("one on the other side", "The bridge was opened in May", "Le pont n'a pas été ouvert en mai", []),
    ("the second of two", "The bridge was not closed in May and the road was not opened in June", "Le pont n'a pas été fermé en mai et la route a été ouverte en juin", ["not2"]),
    ("far apart, but the only ones", "It was not in the month of May that the mayor opened the bridge", "Le maire et ses conseillers ont dit que le pont n'a pas été ouvert", []),
    ("only asked for", "The mayor was asked not to open the bridge", "On a demandé au maire d'ouvrir le pont", ["not"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "other", "expected"), UNMET, ids=[row[0] for row in UNMET])
def test_a_negation_is_unmet_where_none_of_the_other_side_goes_with_it(why: str, text: str, other: str, expected: list[str]) -> None:
    sides = read_negatives(read_claim(text, "en"), Settings()), read_negatives(read_claim(other, "fr"), Settings())
    found = find_unmet(*sides, Settings())
    names = {text.find(" not ") + 1: "not", text.rfind(" not ") + 1: "not2" if text.count(" not ") > 1 else "not"}
    assert [names[unmet.removal.cue.start] for unmet in found] == expected


WORDS = [
    ("in the same place", "The mayor did not come to the meeting", "Le maire a refusé de venir à la réunion", True, 0),
    ("far away", "The mayor did not come to the meeting that was held in May without his deputy", "Le maire est venu à la réunion", False, 0),
    ("one for each", "The mayor did not come and refused to pay", "Le maire est venu et a refusé de payer", False, 0),
    ("elsewhere", "The mayor did not come", "Le maire est venu, et les conseillers de la ville et de la région ont refusé", False, 1),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "other", "is_met", "left"), WORDS, ids=[row[0] for row in WORDS])
def test_a_word_that_says_no_in_another_way_goes_with_what_is_nearest(why: str, text: str, other: str, is_met: bool, left: int) -> None:
    sides = read_negatives(read_claim(text, "en"), Settings()), read_negatives(read_claim(other, "fr"), Settings())
    (unmet,) = find_unmet(*sides, Settings())
    assert ((unmet.distance is not None), unmet.left) == (is_met, left)


def test_no_two_negations_go_with_one() -> None:
    sides = [
        read_negatives(read_claim(*each), Settings())
        for each in (("He did not come, did not call and did not write", "en"), ("Il n'est pas venu", "fr"))
    ]
    assert len(find_unmet(sides[0], sides[1], Settings())) == 2
    assert find_unmet(sides[1], sides[0], Settings()) == ()


def test_where_verbs_end_the_clause_negations_go_together_before_words_of_another_kind() -> None:
    german = "Es ist nicht überraschend, dass der Bürgermeister trotz der Schulden in der Stadt weiter eine neue Brücke plant"
    turkish = "Başkanın borçlara rağmen şehirde hâlâ yeni bir köprü planlamaya devam etmesi şaşırtıcı değil"
    sides = read_negatives(read_claim(german, "de"), Settings()), read_negatives(read_claim(turkish, "tr"), Settings())
    assert find_unmet(*sides, Settings()) == find_unmet(*sides[::-1], Settings()) == ()


def test_where_verbs_end_the_clause_a_negation_goes_before_two_words_that_say_no_otherwise() -> None:
    turkish = read_negatives(read_claim("Yalnızca iki kez kaleye gelen takım karşısında kaleci hiç zorlanmadı", "tr"), Settings())
    russian = read_negatives(read_claim("Вратарь едва ли заметил удары команды, которая дважды подошла к воротам", "ru"), Settings())
    (unmet,) = find_unmet(turkish, russian, Settings())
    assert unmet.distance == 0.0
