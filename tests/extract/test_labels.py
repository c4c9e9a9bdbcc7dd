"""What stands before a colon at the start of a sentence: a speaker, or what is spoken of."""

from __future__ import annotations

import pytest

from tests.extract.reading import read_rows

LABELS = [
    ("en", "Brexit: The mayor of Dover asks for more lorries", []),
    ("en", "Hurricane Ida: Farms on the coast count their losses", []),
    ("en", "HIV/Aids: New cases fall in Lisbon", []),
    ("en", "Marlow: The bridge will open in May", ["Marlow"]),
    ("en", "Election Commission: Turnout reached half by noon", ["Election Commission"]),
    ("fr", "Covid-19 : les écoles de Nantes rouvrent lundi", []),
    ("es", "Coronavirus: Lugo cierra sus playas", []),
    ("de", "Corona: Kiel schließt die Hallenbäder", []),
    ("ru", "Коронавирус: в Пскове закрыли рынки", []),
    ("ru", "Жаров: мост откроют в мае", ["Жаров"]),
    ("tr", "Deprem: Van'da okullar bir hafta kapalı", []),
    ("fa", "کرونا: مدارس شیراز دوباره باز شد", []),
    ("ar", "كورونا: تونس تعيد فتح المدارس", []),
    ("ar", "كأس العالم: المنتخب يصل إلى الدوحة", []),
    ("ar", "مفوضية الانتخابات: النتائج تعلن غدا", ["مفوضية الانتخابات"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), LABELS, ids=[row[1] for row in LABELS])
def test_a_topic_before_a_colon_says_nothing(language: str, text: str, expected: list[str]) -> None:
    assert [row.speaker for row in read_rows(text, language) if row.speaker] == expected
