"""A denial for the time up to a date or since one, beside what is said of that date."""

from __future__ import annotations

import pytest

from claimcmp import Settings
from claimcmp.verdicts.limits import is_said_of_limit
from tests.facets.reading import read_claim

LIMITS = [
    ("not before, at the earliest", "en", "No vote is due before October 2026", "de", "Gewählt wird frühestens im Oktober 2026", True),
    ("not before, only in", "ar", "لم يكن الطحان يعلم بالتسرب قبل عام 2019", "ru", "Мельник узнал об утечке лишь в 2019 году", True),
    ("not before, until", "fr", "Le moulin ne rouvrira pas avant le 5 novembre 2025", "en", "The mill stays closed until 5 November 2025", True),
    ("not since, last in", "ru", "Плотину не проверяли с 2014 года", "de", "Zuletzt war der Damm 2014 geprüft worden", True),
    ("not so since, the most since", "ru", "Такого роста не было с 1998 года", "en", "It was the sharpest rise since 1998", True),
    ("before on both sides", "en", "The mill did not open before October 2026", "de", "Die Mühle öffnete vor Oktober 2026", False),
    ("before one day on both sides", "en", "The mill did not open before 11 May 2026", "de", "Die Mühle öffnete vor dem 11. Mai 2026", False),
    ("since on both sides", "en", "He has not lived here since 1998", "fr", "Il vit ici depuis 1998", False),
    ("another date", "en", "No vote is due before October 2026", "de", "Gewählt wird im Mai 2025", False),
    ("no date", "en", "The mill did not open", "de", "Die Mühle öffnete", False),
]  # fmt: skip


@pytest.mark.parametrize("row", LIMITS, ids=[row[0] for row in LIMITS])
def test_what_is_not_so_up_to_a_date_is_so_then(row: tuple[str, str, str, str, str, bool]) -> None:
    _, language, text, other_language, other, expected = row
    assert is_said_of_limit(read_claim(text, language), read_claim(other, other_language), Settings()) == expected
