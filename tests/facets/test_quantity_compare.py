"""Two claims' quantities side by side."""

from __future__ import annotations

import pytest

from claimcmp.facets import compare_facets
from claimcmp.facets.quantity import compare_quantities, read_quantities
from claimcmp.records import Claim, FacetName, Relation, Span
from claimcmp.settings import Settings
from tests.facets.reading import read_claim

CASES = [
    ("basis points and percentage points", "the rate was cut by 200 basis points", "the rate was cut by 2 percentage points", ["same"]),
    ("equal counts in two languages", "مقتل 12 شخصا", "12 people were killed", ["same"]),
    ("figure and word", "twenty-five ships sank", "25 ships sank", ["same"]),
    ("unequal counts", "12 people were killed", "15 people were killed", ["conflicting"]),
    ("unequal counts in two languages", "مقتل 12 شخصا", "15 people were killed", ["conflicting"]),
    ("dual and three", "مقتل شخصين", "three people were killed", ["conflicting"]),
    ("civilians and people", "12 civilians were killed", "12 people were killed", ["same"]),
    ("the dead under two names", "three sailors were killed", "three of the deckhands were killed", ["same"]),
    ("people with a noun and without", "15 people were killed", "12 were killed", ["conflicting"]),
    ("a bare number above a lower bound", "15 people were killed", "at least 12 people were killed", ["left_more_precise"]),
    ("a bare number below a lower bound", "11 people were killed", "at least 12 people were killed", ["conflicting"]),
    ("a whole and its part against a whole", "مقتل 12 شخصا، بينهم 3 مدنيين", "مقتل 9 أشخاص وإصابة 14", ["conflicting", "left_only", "right_only"]),
    ("a part against a whole", "the crew, including 3 women", "12 women were hired", ["left_only", "right_only"]),
    ("two lower bounds", "at least 12 people were killed", "at least 20 people were killed", ["right_more_precise"]),
    ("below an upper bound", "20 ships sailed", "up to 30 ships sailed", ["left_more_precise"]),
    ("above an upper bound", "40 ships sailed", "up to 30 ships sailed", ["conflicting"]),
    ("inside a range", "11 ships sailed", "between 10 and 12 ships sailed", ["left_more_precise"]),
    ("outside a range", "15 ships sailed", "between 10 and 12 ships sailed", ["conflicting"]),
    ("approximate and near", "about 100 refugees came", "110 refugees came", ["compatible"]),
    ("approximate and far", "about 100 refugees came", "190 refugees came", ["conflicting"]),
    ("approximate and equal", "about 100 refugees came", "100 refugees came", ["right_more_precise"]),
    ("a round number and its figure", "2.5 million people fled", "2,480,000 people fled", ["compatible"]),
    ("two exact large figures", "1,234 people fled", "1,243 people fled", ["conflicting"]),
    ("a decimal and its rounding", "prices rose 12.4 percent", "prices rose 12 percent", ["compatible"]),
    ("degrees of no stated scale", "It was 80 degrees outside.", "It was 27 degrees outside.", ["compatible"]),
    ("an open number and a small one", "Hundreds of shops opened.", "2 ملاعب افتتحت", ["left_only", "right_only"]),
    ("unequal percentages", "prices rose 12 percent", "prices rose 21 percent", ["conflicting"]),
    ("miles and kilometres", "5 miles away", "8 km away", ["compatible"]),
    ("weeks and days", "it lasted three weeks", "it lasted 20 days", ["compatible"]),
    ("unequal measures, one on each side", "35 km away", "90 km away", ["conflicting"]),
    ("unequal measures, two on one side", "35 km away and 10 km wide", "90 km away", ["left_only", "left_only", "right_only"]),
    ("equal measures among others", "35 km away and 10 km wide", "35 km away", ["same", "left_only"]),
    ("currencies are not converted", "$5 million", "€7 million", ["left_only", "right_only"]),
    ("unequal money", "بقيمة 5 ملايين دولار", "worth $7 million", ["conflicting"]),
    ("the dead and the wounded", "12 people were killed", "15 people were injured", ["left_only", "right_only"]),
    ("the dead and the wounded in one sentence", "قتل 12 شخصا وأصيب 20", "12 people were killed and 25 injured", ["same", "conflicting"]),
    ("a part, and the sum said twice", "at least 12 were killed here and 8 killed there", "at least 20 died, at least 20 were killed", ["right_more_precise", "left_only"]),
    ("the dead and the wounded without a comma", "4 killed over 43 injured", "12 people were killed", ["conflicting", "left_only"]),
    ("and with the verbs in front", "killed 4 people injured 43 people", "12 people were injured", ["conflicting", "left_only"]),
    ("those lost among those aboard", "a boat with 72 people sank and killed 19 people", "at least 21 people drowned", ["conflicting", "left_only"]),
    ("a part of those lost, and others", "at least 11 children were among the 26 civilians killed", "22 children were killed", ["right_more_precise", "left_only"]),
    ("about as many, under two names", "27 sailors were injured", "about 30 others were hurt", ["compatible"]),
    ("bodies", "at least 12 bodies were found", "at least 20 people were executed", ["right_more_precise"]),
    ("one of two equal figures changed", "12 people died; 12 were killed", "12 people died; 15 were killed", ["same", "conflicting"]),
    ("different things", "5 ships sank", "7 planes fell", ["left_only", "right_only"]),
    ("two things in another order", "5 houses and 3 cars burned", "3 cars and 6 houses burned", ["same", "conflicting"]),
    ("of what is not told, alone", "it took 5", "it took 7", ["conflicting"]),
    ("dozens and a number within", "dozens of people were killed", "44 people were killed", ["right_more_precise"]),
    ("dozens and a few", "dozens of people were killed", "4 people were killed", ["conflicting"]),
    ("a number on one side", "12 people came", "people came", ["left_only"]),
    ("months that make up a year", "it lasted one year", "it lasted 12 months", ["right_more_precise"]),
    ("months and years in two languages", "استمرت المحاكمة ثلاث سنوات", "the trial lasted three months", ["conflicting"]),
    ("nearly a year", "it lasted 11 months", "it lasted one year", ["compatible"]),
    ("months and years on both sides", "two years and 3 months", "two years and 4 months", ["same", "conflicting"]),
    ("one strength of a quake", "زلزال بقوة 6.3 درجة ضرب الساحل", "a magnitude 6.3 quake struck the coast", ["same"]),
    ("two strengths of a quake, and those hurt", "a magnitude 6.3 quake left 200 people injured", "زلزال بقوة 6.1 أسفر عن إصابة 300 شخص", ["conflicting", "conflicting"]),
    ("age and a count of years", "a man aged 35", "he served 12 years", ["left_only", "right_only"]),
]  # fmt: skip


def make_claim(text):
    language = "ar" if "\u0600" <= text[0] <= "\u06ff" else "en"
    return Claim(id=text, article_id=text, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)


def compare(left, right, settings=None):
    claims = (make_claim(left), make_claim(right))
    quantities = [read_quantities(claim.text, language=claim.language) for claim in claims]
    return compare_quantities(*quantities, settings=settings or Settings(), claims=claims)


@pytest.mark.parametrize(("left", "right", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_two_quantities_stand_to_each_other_as_their_numbers_do(left, right, expected):
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


def test_a_difference_carries_both_numbers_and_says_them():
    (difference,) = compare("at least 12 people were killed", "11 people were killed")
    assert (difference.left.low, difference.left.high, difference.right.low) == (12, None, 11)
    assert difference.note == "≥ 12 | 11"


def test_tolerances_are_settings():
    strict = Settings(max_approximate_error=0.0, max_rounding_error=0.0)
    (approximate,) = compare("about 100 refugees came", "110 refugees came", strict)
    (rounded,) = compare("2.5 million people fled", "2,480,000 people fled", strict)
    assert approximate.relation is rounded.relation is Relation.CONFLICTING


def test_two_results_may_be_of_two_halves_of_one_match() -> None:
    claims = [read_claim(text, "en", name=name) for name, text in (("a", "Harwick led Dunmore 2-0"), ("b", "Harwick beat Dunmore 3-1"))]
    found = [d.relation for d in compare_facets(*claims, Settings()) if d.facet is FacetName.NUMBER]
    assert found == [Relation.LEFT_ONLY, Relation.RIGHT_ONLY]
