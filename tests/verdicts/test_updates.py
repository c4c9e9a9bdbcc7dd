"""Running counts: which side has the later figure."""

from __future__ import annotations

from datetime import date, datetime

import attrs
import pytest

from claimcmp.records import Finding, Pair, Side
from claimcmp.verdicts import judge, judge_pair
from tests.verdicts.making import make_claim, make_pair, swap

MONDAY, TUESDAY = date(2024, 3, 18), date(2024, 3, 19)


def find(left: str, right: str, *, published: tuple[object, object] = (MONDAY, TUESDAY), speakers: tuple = (None, None)) -> Finding:
    claims = [
        attrs.evolve(make_claim(text, outlet=outlet, speaker=speaker), published=day)
        for text, outlet, day, speaker in zip((left, right), "XY", published, speakers, strict=True)
    ]
    return judge_pair(make_pair(*claims))


# fmt: off
RISING = [
    ("en", "31 people were killed in the ferry fire", "The ferry fire killed 38 people"),
    ("en, both figures", "31 people were killed in the ferry fire", "The death toll in the ferry fire rose to 38 from 31"),
    ("en, an earlier toll", "31 people were killed in the ferry fire", "The ferry fire killed 38 people, raising an earlier toll of 31"),
    ("en, a bound", "At least 31 people were killed in the ferry fire", "The death toll in the ferry fire rose to 38"),
    ("en, arrests", "Police arrested 40 protesters in the capital", "Police arrested 65 protesters in the capital"),
    ("en, cases", "The ministry reported 120 cholera cases in the port", "The ministry reported 180 cholera cases in the port"),
    ("ar", "قتل 31 شخصا في حريق العبارة", "قتل 38 شخصا في حريق العبارة"),
    ("ar, both figures", "قتل 31 شخصا في حريق العبارة", "ارتفعت حصيلة قتلى حريق العبارة إلى 38 شخصا بعد حصيلة سابقة بلغت 31"),
    ("ru", "При пожаре на пароме погиб 31 человек", "Число погибших при пожаре на пароме выросло до 38 человек"),
    ("fr", "L'incendie du ferry a fait 31 morts", "Le bilan de l'incendie du ferry s'est alourdi à 38 morts"),
    ("es", "El incendio del ferry dejó 31 muertos", "El balance del incendio del ferry subió a 38 muertos"),
    ("de", "Beim Brand der Fähre starben 31 Menschen", "Die Zahl der Toten beim Brand der Fähre stieg auf 38"),
]
# fmt: on


@pytest.mark.parametrize("case", RISING, ids=[row[0] for row in RISING])
def test_the_later_and_higher_figure_is_an_update(case: tuple[str, str, str]) -> None:
    _, left, right = case
    finding = find(left, right)
    assert (finding.verdict in ("conflict", "agreement"), finding.update) == (True, Side.RIGHT), finding.rule
    assert any(reason.key == "verdict_update_right" for reason in finding.reasons)


@pytest.mark.parametrize("case", RISING, ids=[row[0] for row in RISING])
def test_swapping_the_sides_swaps_the_update(case: tuple[str, str, str]) -> None:
    _, left, right = case
    pair = find(left, right).pair
    assert judge_pair(swap(pair)).update is Side.LEFT


def test_two_bare_figures_conflict_and_are_marked() -> None:
    finding = find("31 people were killed in the ferry fire", "The ferry fire killed 38 people")
    assert (finding.verdict, finding.rule, finding.update) == ("conflict", "conflict_number", Side.RIGHT)


def test_a_text_with_both_figures_agrees_on_the_older_one() -> None:
    finding = find("31 people were killed in the ferry fire", "The ferry fire killed 38 people, raising an earlier toll of 31")
    assert (finding.verdict, finding.update) == ("agreement", Side.RIGHT)


SILENT = [
    ("the later figure is lower", "38 people were killed in the ferry fire", "The ferry fire killed 31 people", (MONDAY, TUESDAY)),
    ("neither day is known", "31 people were killed in the ferry fire", "The ferry fire killed 38 people", (None, None)),
    ("one day, two sources", "31 people were killed in the ferry fire", "The ferry fire killed 38 people", (MONDAY, MONDAY)),
    ("no running count", "The ferry has 31 cabins", "The ferry has 38 cabins", (MONDAY, TUESDAY)),
    ("a percentage", "Inflation was 31 percent in May", "Inflation was 38 percent in May", (MONDAY, TUESDAY)),
    ("the same figure", "31 people were killed in the ferry fire", "The ferry fire killed 31 people", (MONDAY, TUESDAY)),
]


@pytest.mark.parametrize("case", SILENT, ids=[row[0] for row in SILENT])
def test_no_update_where(case: tuple) -> None:
    _, left, right, published = case
    assert find(left, right, published=published).update is None


def test_one_source_on_one_day_raises_its_own_figure() -> None:
    speakers = ("Mona Said", "Mona Said")
    finding = find(
        "31 people were killed in the ferry fire", "The ferry fire killed 38 people", published=(MONDAY, MONDAY), speakers=speakers
    )
    assert finding.update is Side.RIGHT


def test_the_hour_decides_within_one_day() -> None:
    hours = datetime(2024, 3, 18, 16), datetime(2024, 3, 18, 9)
    assert find("The ferry fire killed 38 people", "31 people were killed in the ferry fire", published=hours).update is Side.LEFT


def test_bare_statements_tell_by_their_words() -> None:
    finding = judge("31 people were killed in the ferry fire", "The death toll in the ferry fire rose to 38")
    assert (finding.verdict, finding.update) == ("conflict", Side.RIGHT)


def test_an_unclear_pair_has_no_update() -> None:
    claims = [make_claim("31 people were killed in the ferry fire"), make_claim("38 people were killed in the mine in Peru")]
    finding = judge_pair(Pair(left=claims[0], right=claims[1], score=0.1))
    assert finding.update is None or finding.verdict != "unclear"


def test_a_count_that_rose_on_either_side_tells_the_higher_figure_later() -> None:
    finding = find("The death toll in the ferry fire rose to 31", "The ferry fire killed 38 people", published=(MONDAY, MONDAY))
    assert (finding.verdict, finding.update) == ("conflict", Side.RIGHT)


# fmt: off
PENDING = [
    ("en", "No group has claimed the ferry bombing yet", "The Harbour Front group has claimed the ferry bombing"),
    ("en, immediately", "Nobody immediately claimed responsibility for the ferry bombing", "The Harbour Front claimed responsibility for the ferry bombing"),
    ("ru", "Ответственность за взрыв парома пока никто не взял", "Ответственность за взрыв парома взял Портовый фронт"),
    ("es", "Nadie ha reivindicado todavía el atentado contra el ferry", "El Frente del Puerto ha reivindicado el atentado contra el ferry"),
]
# fmt: on


@pytest.mark.parametrize("case", PENDING, ids=[row[0] for row in PENDING])
def test_what_was_not_so_yet_is_the_earlier_word(case: tuple[str, str, str]) -> None:
    _, left, right = case
    finding = find(left, right)
    assert (finding.rule, finding.update) == ("conflict_polarity", Side.RIGHT)
    assert any(reason.key == "verdict_pending_right" for reason in finding.reasons)
    assert judge_pair(swap(finding.pair)).update is Side.LEFT


def test_a_plain_denial_is_no_update() -> None:
    finding = find("No group claimed the ferry bombing", "The Harbour Front group claimed the ferry bombing")
    assert (finding.verdict, finding.update) == ("conflict", None)
