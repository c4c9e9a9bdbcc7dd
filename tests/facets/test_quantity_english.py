"""English quantities: value, unit and what is counted."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.facets.quantity import read_quantities
from claimcmp.facets.when import read_whens

CASES = [
    ("a part of the unit behind it", "The sitting took two hours and a half", ["2.5 hour"]),
    ("half of others", "They stayed two hours and half of them slept", ["2 hour"]),
    # figures
    ("plain figure", "12 people fled", ["12 of people"]),
    ("comma groups thousands", "1,234 people fled", ["1234 of people"]),
    ("both separators", "1,234.5 dollars", ["1234.5 USD"]),
    ("continental separators", "1.234.567 people fled", ["1234567 of people"]),
    ("space groups thousands", "23 000 troops", ["23000 of troops"]),
    ("decimal with scale", "2.5 million people fled", ["2500000 of people"]),
    ("adjective before the noun", "30 Ukrainian soldiers fled", ["30 of Ukrainian soldiers"]),
    ("place before the number", "In Gaza 12 people fled", ["12 of people"]),
    ("no noun", "12 were injured", ["12"]),
    # words
    ("hyphenated", "twenty-five people fled", ["25 of people"]),
    ("teens", "thirteen ships sank", ["13 of ships"]),
    ("long number", "one hundred and twenty-five thousand people fled", ["125000 of people"]),
    ("hundreds without and", "two hundred fifty homes", ["250 of homes"]),
    ("dozen", "a dozen soldiers", ["12 of soldiers"]),
    ("two dozen", "two dozen homes", ["24 of homes"]),
    ("half a million", "half a million people fled", ["500000 of people"]),
    ("a million", "a million people fled", ["1000000 of people"]),
    ("one counted", "one person died", ["1 of person"]),
    ("a couple of", "a couple of homes burned", ["2 of homes"]),
    ("scale after figures ends the number", "up from 1.7 million four years", ["1700000", "4 year"]),
    # bounds and approximations
    ("at least", "at least 12 people died", ["≥12 of people"]),
    ("more than", "more than 1,000 troops", ["≥1000 of troops"]),
    ("or more", "12 or more people", ["≥12 of people"]),
    ("up to", "up to 30 ships", ["≤30 of ships"]),
    ("fewer than", "fewer than 40 ships", ["≤40 of ships"]),
    ("about", "about 300 refugees", ["~300 of refugees"]),
    ("some", "some 300 refugees", ["~300 of refugees"]),
    ("nearly", "nearly 3,000 refugees", ["~3000 of refugees"]),
    ("dozens", "dozens of civilians", ["~≥20 of civilians"]),
    ("billions of a currency", "billions of dollars", ["~≥2000000000 USD"]),
    ("hundreds of thousands", "hundreds of thousands of people", ["~≥200000 of people"]),
    ("between", "between 10 and 12 rockets", ["10..12 of rockets"]),
    ("dash", "10-12 rockets", ["10..12 of rockets"]),
    ("scale shared by a range", "10 to 12 million people", ["10000000..12000000 of people"]),
    # units
    ("percent", "15 percent of voters", ["15 percent of voters"]),
    ("per cent", "15 per cent", ["15 percent"]),
    ("percent sign", "fell 3.5%", ["3.5 percent"]),
    ("a percent sign between two numbers", "3%4 people", ["3 percent", "4 of people"]),
    ("percentage points", "2 percentage points", ["2 percentage_point"]),
    ("dollar sign", "$5 million", ["5000000 USD"]),
    ("dollar sign with letters", "$5bn", ["5000000000 USD"]),
    ("euro sign with letter", "€2.5m", ["2500000 EUR"]),
    ("pound sign", "£125m", ["125000000 GBP"]),
    ("currency in words", "5 million euros", ["5000000 EUR"]),
    ("currency code", "300 USD", ["300 USD"]),
    ("miles", "5 miles away", ["8.04672 km"]),
    ("glued unit", "a 10km run", ["10 km"]),
    ("tonnes", "20 tonnes of grain", ["20000 kg"]),
    ("days", "it lasted two days", ["48 hour"]),
    ("temperature", "23 degrees Celsius", ["23 celsius"]),
    ("speed", "90 miles per hour", ["144.84096 kmh"]),
    ("aged", "a man aged 35", ["35 age"]),
    ("year-old", "a 35-year-old man", ["35 age"]),
    ("years old", "she was 35 years old", ["35 age"]),
    ("age between commas", "John Marsh, 35, was there", ["35 age"]),
    # no quantities
    ("aircraft type", "F-16 jets", []),
    ("disease", "COVID-19 spread", []),
    ("group", "G7 leaders", []),
    ("aircraft", "a Boeing 737 landed", []),
    ("resolution", "Resolution 1701", []),
    ("ordinal", "the 21st century", []),
    ("ordinal word", "the third time", []),
    ("one of", "one of the men", []),
    ("no one", "no one came", []),
    ("clock", "at 10:30 am", []),
    ("hour", "at 10 pm", []),
    ("glued hour", "at 2pm", []),
    ("score", "they won 3-1", ["1..3 score"]),
    ("a vote", "the council voted 52-48", ["48..52 score"]),
    ("a telephone number", "call 555-1234", []),
    ("a decade of life", "a man in his late 40s fell", ["40..49 age"]),
    ("a decade of life in words", "a woman in her thirties fell", ["30..39 age"]),
    ("a decade of the calendar", "the 1940s were hard", []),
    ("one unit of time that something lasts", "the bridge is shut for a month", ["1 month"]),
    ("one unit of time that does not last", "a month went by", []),
    ("telephone", "on 0800 555 111", []),
    ("telephone with hyphen", "call 555-1234", []),
    ("international telephone", "on +44 20 7946 0018", []),
    ("year of an event", "the 2001 attacks", []),
    ("year in a name", "the 2022 World Cup", []),
    ("fraction with a slash", "on 9/11", []),
    ("date", "on 14 November 2022", []),
    ("days ago, a date and a number", "three days ago", ["72 hour"]),
    ("twenty digits", "12345678901234567890", []),
]  # fmt: skip


def show(quantity):
    low, high = (None if end is None else f"{end:.10g}" for end in (quantity.low, quantity.high))
    number = f"≥{low}" if high is None else f"≤{high}" if low is None else low if low == high else f"{low}..{high}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{'~' if quantity.approximate else ''}{number}{unit}{f' of {quantity.of}' if quantity.of else ''}"


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_an_english_quantity_is_the_number_it_writes(text, expected):
    whens = read_whens(text, language="en", published=date(2023, 7, 12))
    assert [show(quantity) for quantity in read_quantities(text, language="en", whens=whens)] == expected
