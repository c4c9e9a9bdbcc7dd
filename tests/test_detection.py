"""Languages of short texts."""

from __future__ import annotations

import pytest

from claimcmp.detection import detect_languages

KNOWN = ("ar", "de", "en", "es", "fa", "fr", "ru", "tr")

PAIRS = [
    ("names decide for neither", "Lyon bat Nantes en finale", "Nantes bat Lyon en finale", ("fr", "fr")),
    ("the other side tells", "La neige recouvre Lille dimanche", "Grand soleil sur Lille jeudi", ("fr", "fr")),
    ("two languages", "Le pont a été fermé hier soir", "The bridge was closed last night", ("fr", "en")),
    ("a language without data", "Il ponte è stato chiuso ieri sera", "The bridge was closed last night", ("it", "en")),
    ("no letters", "1234", "The bridge was closed last night", ("und", "en")),
]


@pytest.mark.parametrize(("description", "left", "right", "expected"), PAIRS, ids=[row[0] for row in PAIRS])
def test_languages_of_two_statements_are_told_together(description: str, left: str, right: str, expected: tuple[str, str]) -> None:
    assert detect_languages(left, right, known=KNOWN) == expected
    assert detect_languages(right, left, known=KNOWN) == expected[::-1]
