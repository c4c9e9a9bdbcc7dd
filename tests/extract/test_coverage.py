"""The claims of a sentence cover what it tells."""

from __future__ import annotations

import pytest

from tests.extract.reading import Row, own, read_rows

CASES = [
    (
        "a reporting word in a relative clause does not swallow the main clause",
        "ru",
        "Письма сестёр, которые обвиняют соседа в поджоге, сгоревшем архиве и краже, вчера прочли вслух более сорока жителей посёлка.",
        "Письма сестёр, которые обвиняют соседа в поджоге, сгоревшем архиве и краже, вчера прочли вслух более сорока жителей посёлка",
    ),
    (
        "an attribution inside a clause does not end it",
        "de",
        "Der Fährmann, 31, wurde nach Angaben der Polizei von Lindau wegen Betrugs festgenommen und verhört.",
        "Der Fährmann, 31, wurde nach Angaben der Polizei von Lindau wegen Betrugs festgenommen und verhört",
    ),
    (
        "a few quoted words far from their cue are no claim of their own",
        "es",
        "Los vecinos, afirmó, están embarcados en una campaña de “ruido y cacerolas”.",
        "Los vecinos, afirmó, están embarcados en una campaña de “ruido y cacerolas”",
    ),
]


@pytest.mark.parametrize(("reason", "language", "text", "content"), CASES, ids=[case[0] for case in CASES])
def test_a_claim_spans_what_the_rules_would_lose(reason: str, language: str, text: str, content: str) -> None:
    assert content in [row.content for row in read_rows(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Tout le quartier le respecte », assure-t-il."),
        ("tr", "Köprüyü her sabah biz açıyoruz.” dedi."),
        ("fr", "Nous avons maintenant une excellente équipe. »"),
    ],
)
def test_a_mark_that_ends_a_quotation_begun_before_gives_no_scrap(language: str, text: str) -> None:
    assert len(read_rows(text, language)) == 1


def test_a_sentence_without_any_word_of_its_own_beside_its_source_is_still_told() -> None:
    text = "According to the harbour authorities nearly forty boats were lifted last winter after ice closed the locks."
    assert read_rows(text, "en")


def test_a_decimal_comma_does_not_end_a_clause() -> None:
    text = "Bakan, limandan 20,4 milyon yolcunun taşındığını söyledi."
    assert read_rows(text, "tr") == [Row("limandan 20,4 milyon yolcunun taşındığını", "Bakan")]


def test_what_tells_who_the_source_is_is_no_lost_clause() -> None:
    text = "The lock is shut, said Vesna Oral, who has kept the gates of the upper canal since May."
    assert [row.content for row in read_rows(text, "en")] == ["The lock is shut"]


def test_a_sentence_without_report_is_one_claim() -> None:
    assert read_rows("The lock was shut at noon.", "en") == [own("The lock was shut at noon")]
