"""Quotations inside claims."""

from __future__ import annotations

import pytest

from claimcmp.records import Quotation
from claimcmp.settings import Settings
from tests.facets.reading import find, read_claim

QUOTED = [
    ("speech", "en", "the talks were “long and rather useless”", ["long and rather useless"]),
    ("straight marks", "en", 'the talks were "long and rather useless"', ["long and rather useless"]),
    ("scare quotes", "en", "the “summit” was short", []),
    ("whole claim of two words", "en", "“Not now”", ["Not now"]),
    ("marks around nothing", "ar", "«»", []),
    ("unbalanced", "en", "the talks were “long and rather useless", []),
    ("single marks and an apostrophe", "en", "he called it ‘a day that we won’t forget’ today", ["a day that we won’t forget"]),
    ("apostrophes are no marks", "en", "the workers' and drivers' own union's vote", []),
    ("guillemets", "ar", "وصف المحادثات بأنها «طويلة وعديمة الفائدة تماما»", ["طويلة وعديمة الفائدة تماما"]),
    ("two quotations", "ar", "قال إنه “لن يوقع هذا الاتفاق” وإنه “لا يخشى أحدا أبدا”", ["لن يوقع هذا الاتفاق", "لا يخشى أحدا أبدا"]),
    ("name of a paper", "ar", "نشرت صحيفة “صوت الشعب اليومي” الخبر", []),
    ("name of a body", "ar", "أعلنت “سي آي إيه” الخبر", []),
    ("scare quotes", "ar", "عقد اجتماع “نادر”", []),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), QUOTED, ids=[f"{row[1]} {row[0]}" for row in QUOTED])
def test_speech_is_told_from_names(why: str, language: str, text: str, expected: list[str]) -> None:
    quotations = find(read_claim(text, language), Quotation)
    assert [quotation.text for quotation in quotations] == expected
    assert [text[quotation.span.start : quotation.span.end] for quotation in quotations] == expected


def test_how_long_speech_is_at_least_is_a_setting() -> None:
    claim = read_claim("the “summit” was short", "en", settings=Settings(min_quotation_words=1))
    assert [quotation.text for quotation in find(claim, Quotation)] == ["summit"]
