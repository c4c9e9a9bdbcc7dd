"""Speakers by surname: their full name, and another speaker in their stead."""

from __future__ import annotations

import pytest

from claimcmp.claims import extract_claims
from claimcmp.facets.naming_beside import read_namings_beside
from claimcmp.facets.naming_compare import contrast_namings_beside
from claimcmp.records import Article, Claim
from claimcmp.settings import Settings

SETTINGS = Settings()


def read_last(language: str, text: str) -> Claim:
    return extract_claims(Article(text=text, language=language, outlet=language, id=language))[-1]


NAMED = [
    ("ru", "Адвокат Вера Левченко подала жалобу. Левченко заявила, что мост закрыт.", "Вера Левченко"),
    ("en", "Police arrested the activist Walid Mansour. Mansour said that the bridge was shut.", "Walid Mansour"),
    ("ar", "اعتقلت الشرطة الناشط كريم الصفدي. وقال الصفدي إن الجسر مغلق.", "كريم الصفدي"),
    ("fr", "La police a arrêté Pierre Delorme. Delorme a déclaré que le pont est fermé.", "Pierre Delorme"),
    ("en", "Police arrested Walid Mansour and Nadia Mansour. Mansour said that the bridge was shut.", "Mansour"),
    ("en", "Police arrested the activist Walid Mansour. Keller said that the bridge was shut.", "Keller"),
]


@pytest.mark.parametrize(("language", "text", "expected"), NAMED, ids=[f"{row[0]} {row[2]}" for row in NAMED])
def test_a_speaker_by_surname_has_the_full_name_of_the_article(language: str, text: str, expected: str) -> None:
    speaker = read_last(language, text).attribution.speaker
    assert speaker is not None
    assert speaker.canonical == expected


BESIDE = [
    ("ru", "Левченко заявил, что мост закрыт.", [("Левченко", False)]),
    ("ru", "Вера Левченко ушла. Левченко заявила, что мост закрыт.", [("Левченко", True)]),
    ("ru", "Греция заявила, что мост закрыт.", []),
    ("en", "Students said that the bridge was shut.", []),
    ("en", "The guard said that the bridge was shut.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), BESIDE, ids=[row[1] for row in BESIDE])
def test_a_speaker_that_opens_a_sentence_is_named_beside_the_claim(language: str, text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(naming.name, naming.is_sure) for naming in read_namings_beside(read_last(language, text), SETTINGS)] == expected


SPEAKERS = [
    (
        "another speaker",
        ("ru", "Вера Левченко ушла. Левченко заявила, что мост закрыт."),
        ("tr", "Vera Levçenko gitti. Bakker köprünün kapalı olduğunu söyledi."),
        True,
    ),
    (
        "the same speaker",
        ("ru", "Вера Левченко ушла. Левченко заявила, что мост закрыт."),
        ("tr", "Vera Levçenko gitti. Levçenko köprünün kapalı olduğunu söyledi."),
        False,
    ),
    (
        "neither is surely a person",
        ("ru", "Лукойл заявил, что мост закрыт."),
        ("tr", "Bakker köprünün kapalı olduğunu söyledi."),
        False,
    ),
]


@pytest.mark.parametrize(("why", "left", "right", "expected"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_speakers_in_each_others_stead(why: str, left: tuple[str, str], right: tuple[str, str], expected: bool) -> None:
    one, other = read_last(*left), read_last(*right)
    assert (contrast_namings_beside(one, other, SETTINGS) is not None) is expected
    assert (contrast_namings_beside(other, one, SETTINGS) is not None) is expected
