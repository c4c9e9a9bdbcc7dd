"""Two claims' dates side by side. Both published on Wednesday 12 July 2023."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.errors import InvalidSettingError
from claimcmp.facets.when import compare_whens, read_whens
from claimcmp.records import Claim, Relation, Span
from claimcmp.settings import Settings

PUBLISHED = date(2023, 7, 12)

CASES = [
    # description, left, right, relations in order
    ("equal days in two languages", "التقيا في 14 نوفمبر 2022", "They met on November 14, 2022.", ["same"]),
    ("a day inside a month", "التقيا في 14 نوفمبر الماضي", "They met in November 2022.", ["left_more_precise"]),
    ("a month around a day", "They met last November.", "التقيا في 14 نوفمبر 2022", ["right_more_precise"]),
    ("a month inside a year", "They met in November 2022.", "They met in 2022.", ["left_more_precise"]),
    ("two days", "They met on 14 November 2022.", "They met on 15 November 2022.", ["conflicting"]),
    ("two weekdays", "التقيا الاثنين", "They met on Tuesday.", ["conflicting"]),
    ("two months", "They met in May 2022.", "They met in June 2022.", ["conflicting"]),
    ("two years", "The treaty was signed in 1962.", "The treaty was signed in 1963.", ["conflicting"]),
    ("one week apart by the reading of tense", "They will meet on Monday.", "They met on Monday.", ["compatible"]),
    ("a night, one week apart by the reading of tense", "وصلوا ليلة الثلاثاء", "They will arrive on Tuesday.", ["compatible"]),
    ("a year on one side only", "They met on 10 December 2018.", "They met on December 10.", ["compatible"]),
    ("one week apart as stated", "They meet next Monday.", "They met last Monday.", ["conflicting"]),
    ("late and a day in it", "They met in late June.", "They met on 24 June.", ["right_more_precise"]),
    ("late and a day near it", "They met in late June.", "They met on 18 June.", ["compatible"]),
    ("late and a day far from it", "They met in late June.", "They met on 2 June.", ["conflicting"]),
    ("about when and when", "They met three weeks ago.", "They met on 20 June.", ["right_more_precise"]),
    ("a date on one side", "They met on Monday.", "They met.", ["left_only"]),
    ("a date on the other side", "They met.", "التقيا الاثنين", ["right_only"]),
    ("no dates", "They met.", "التقيا", []),
    ("background and the event", "Tension has lasted since 2014.", "They met on 14 November 2022.", ["left_only", "right_only"]),
    ("background after a noun", "ظلا على اتصال منذ بداية الحرب أواخر فبراير الماضي", "ظلا على اتصال في 14 مايو", ["left_only", "right_only"]),
    ("background in a relative clause", "He called after the revolt that began on 24 June.", "He called on 3 July.", ["left_only", "right_only"]),
    ("equal backgrounds", "The war has lasted since 2014.", "الحرب مستمرة منذ عام 2014", ["same"]),
    ("two beginnings", "The war has lasted since 2014.", "The war has lasted since 2018.", ["conflicting"]),
    ("a weekday and a day of that name weeks ago", "They met on Saturday.", "They met on 17 June 2023.", ["compatible"]),
    ("a weekday and a day of another name", "They met on Saturday.", "They met on 16 June 2023.", ["conflicting"]),
    ("two deadlines", "It will open by 2025.", "It will open by 2026.", ["compatible"]),
    ("one of two dates differs", "They met on 3 May and 9 May.", "They met on 3 May and 10 May.", ["same", "conflicting"]),
    ("one of two dates is equal", "They met on 3 May and 9 May.", "They met on 9 May.", ["same", "left_only"]),
    ("more dates on one side and none equal", "They met on 3 May and 9 May.", "They met on 5 May.", ["left_only", "left_only", "right_only"]),
]  # fmt: skip


def make_claim(text):
    language = "ar" if "\u0600" <= text[0] <= "\u06ff" else "en"
    return Claim(id=text, article_id=text, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)


def compare(left, right, settings=None):
    claims = (make_claim(left), make_claim(right))
    whens = [read_whens(claim.text, language=claim.language, published=PUBLISHED) for claim in claims]
    return compare_whens(*whens, settings=settings or Settings(), claims=claims)


@pytest.mark.parametrize(("left", "right", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_two_dates_stand_to_each_other_as_their_days_do(left, right, expected):
    assert [difference.relation.value for difference in compare(left, right)] == expected


MIRRORED = {
    "left_only": "right_only",
    "right_only": "left_only",
    "left_more_precise": "right_more_precise",
    "right_more_precise": "left_more_precise",
}


@pytest.mark.parametrize(("left", "right", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_swapping_the_claims_swaps_the_sides(left, right, expected):
    found = sorted(difference.relation.value for difference in compare(right, left))
    assert found == sorted(MIRRORED.get(relation, relation) for relation in expected)


def test_a_difference_carries_both_dates_and_says_them():
    (difference,) = compare("They met on 14 November 2022.", "They met on 15 November 2022.")
    assert (difference.left.first, difference.right.first) == (date(2022, 11, 14), date(2022, 11, 15))
    assert difference.note == "2022-11-14 | 2022-11-15"


def test_the_tolerance_around_vague_dates_is_a_setting():
    (difference,) = compare("They met in late June.", "They met on 18 June.", Settings(max_phase_gap=1))
    assert difference.relation is Relation.CONFLICTING
    with pytest.raises(InvalidSettingError, match="max_phase_gap"):
        Settings(max_phase_gap=-1)


def test_bare_dates_compare_without_their_claims():
    left = read_whens("on 14 November 2022", language="en")
    right = read_whens("in November 2022", language="en")
    assert [difference.relation for difference in compare_whens(left, right, settings=Settings())] == [Relation.LEFT_MORE_PRECISE]
