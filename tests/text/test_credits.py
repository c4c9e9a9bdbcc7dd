"""Which agencies an article credits with its copy."""

from __future__ import annotations

import pytest

from claimcmp.claims import extract_claims
from claimcmp.records import Article
from claimcmp.text.credits import find_agencies, name_agency
from claimcmp.text.layout_words import load_layout_words

# fmt: off
CREDITS = [
    ("en", "SALWA (Reuters) - A ferry burned on Monday.\nMore followed.", ("reuters",)),
    ("en", "SALWA, May 3 (AFP) — A ferry burned.\nMore followed.", ("afp",)),
    ("en", "Ferry burns\nA ferry burned on Monday.\n(AFP)", ("afp",)),
    ("en", "Ferry burns\nBy AP and Reuters\nA ferry burned on Monday.", ("ap", "reuters")),
    ("en", "Ferry burns\nA ferry burned on Monday.\nSource: dpa", ("dpa",)),
    ("ar", "سلوى (أ ف ب) - احترقت عبارة يوم الاثنين.", ("afp",)),
    ("ar", "حريق عبارة\nاحترقت عبارة يوم الاثنين.\nالمصدر: رويترز", ("reuters",)),
    ("ar", "حريق عبارة\nاحترقت عبارة يوم الاثنين.\n(رويترز، فرانس برس)", ("afp", "reuters")),
    ("fr", "Un ferry brûle\nUn ferry a brûlé lundi.\nAvec AFP", ("afp",)),
    ("fr", "Un ferry brûle\nUn ferry a brûlé lundi.\nLe Courrier avec AFP", ("afp",)),
    ("de", "Fähre brennt\nEine Fähre brannte am Montag.\nQuelle: dpa", ("dpa",)),
    ("ru", "САЛЬВА, 5 мая (Рейтер) - Сгорел паром.", ("reuters",)),
    ("ru", "Пожар\nСгорел паром.\nТАСС", ("tass",)),
    ("es", "Arde un ferry\nUn ferry ardió el lunes.\nEFE", ("efe",)),
    ("tr", "Feribot yandı\nFeribot pazartesi yandı.\nKaynak: Anadolu Ajansı", ("anadolu",)),
    ("fa", "آتش‌سوزی\nکشتی سوخت.\nمنبع: ایسنا", ("isna",)),
    ("en", "A ferry burned on Monday, AFP reported.", ()),
    ("en", "Ferry burns\nAFP quoted the mayor as saying that a ferry burned.\nMore followed.", ()),
    ("en", "Ferry burns\nThe ferry on Monday (AFP Photo)\nA ferry burned on Monday.", ()),
    ("en", "", ()),
]
# fmt: on


@pytest.mark.parametrize(("language", "text", "agencies"), CREDITS)
def test_agencies_are_read_from_datelines_bylines_and_credits_alone(language: str, text: str, agencies: tuple[str, ...]) -> None:
    assert find_agencies(text, load_layout_words(language)) == agencies


def test_claims_carry_the_agencies_and_the_day_of_their_article() -> None:
    article = Article(text="Ferry burns\nA ferry burned on Monday.\n(AFP)", language="en", published="2024-03-18")
    assert {(claim.agencies, claim.published) for claim in extract_claims(article)} == {(("afp",), article.published)}


def test_an_agency_has_one_key_in_every_script() -> None:
    assert {name_agency(name) for name in ("Reuters", "رويترز", "Рейтер", "رویترز")} == {"reuters"}
    assert name_agency("the mayor") is None
