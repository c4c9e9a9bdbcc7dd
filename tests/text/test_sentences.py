"""Sentences of one line."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from claimcmp.records import Span
from claimcmp.text.layout_words import load_layout_words
from claimcmp.text.quotes import find_quotes
from claimcmp.text.sentences import MAX_SENTENCE, split_sentences

CASES = [
    ("two sentences", "en", "It rained. The road was wet.", ["It rained.", "The road was wet."]),
    ("titles", "en", "Mr. Demir met Gen. Kaya. They left.", ["Mr. Demir met Gen. Kaya.", "They left."]),
    ("initials", "en", "John F. Demir met J. R. Kaya. They left.", ["John F. Demir met J. R. Kaya.", "They left."]),
    ("countries", "en", "The U.S. Senate met. It voted.", ["The U.S. Senate met.", "It voted."]),
    ("numbers", "en", "It cost 3.5 million. It was sold.", ["It cost 3.5 million.", "It was sold."]),
    ("question and exclamation", "en", "Was it wet? It was! They left.", ["Was it wet?", "It was!", "They left."]),
    (
        "never inside a quotation",
        "en",
        "“It rained. The road was wet. We stayed,” she said. They left.",
        ["“It rained. The road was wet. We stayed,” she said.", "They left."],
    ),
    ("after a quotation", "en", "“It rained.” The road was wet.", ["“It rained.”", "The road was wet."]),
    ("a quotation and its signature", "en", "“It rained all day.” — Leyla Aksoy", ["“It rained all day.” — Leyla Aksoy"]),
    (
        "a quotation that is never closed",
        "en",
        "It rained, they say. “The road was wet. We stayed.",
        ["It rained, they say.", "“The road was wet.", "We stayed."],
    ),
    (
        "and with straight marks",
        "en",
        'It rained, they say. "The road was wet. We stayed.',
        ["It rained, they say.", '"The road was wet.', "We stayed."],
    ),
    ("months", "en", "It rained on Nov. 14 in Ankara. They left.", ["It rained on Nov. 14 in Ankara.", "They left."]),
    ("ordinals", "tr", "Takım 65. dakikada gol attı. Maç bitti.", ["Takım 65. dakikada gol attı.", "Maç bitti."]),
    ("a quotation begun before", "tr", "Yağmur yağdı.” dedi. Yol ıslandı.", ["Yağmur yağdı.” dedi.", "Yol ıslandı."]),
    ("Arabic", "ar", "هطل المطر. ابتلت الطريق.", ["هطل المطر.", "ابتلت الطريق."]),
    ("an Arabic question", "ar", "هل هطل المطر؟ نعم هطل.", ["هل هطل المطر؟", "نعم هطل."]),
    ("an Arabic quotation", "ar", "قالت: «هطل المطر. ابتلت الطريق». ثم غادرت.", ["قالت: «هطل المطر. ابتلت الطريق».", "ثم غادرت."]),
    ("white space around", "en", "  It rained.   The road was wet.  ", ["It rained.", "The road was wet."]),
    ("no end mark", "en", "Bridge to reopen in May", ["Bridge to reopen in May"]),
    ("nothing", "en", "   ", []),
]


def split(text: str, language: str) -> list[Span]:
    line = Span(start=0, end=len(text))
    abbreviations = frozenset(load_layout_words(language).abbreviations)
    quotes = find_quotes(text, 0, len(text))
    return list(split_sentences(text, line, language=language, quotes=quotes, abbreviations=abbreviations))


@pytest.mark.parametrize(("language", "text", "sentences"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_line_splits_into_its_sentences(language: str, text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end] for span in split(text, language)] == sentences


def test_a_quotation_that_is_never_closed_does_not_swallow_the_line() -> None:
    text = "“It rained. The road was wet. They left."
    assert len(split(text, "en")) == 3


def test_a_speech_of_many_sentences_in_one_quotation_is_cut() -> None:
    text = "“" + "It rained. " * 2000 + "”"
    spans = split(text, "en")
    assert max(span.end - span.start for span in spans) <= MAX_SENTENCE + len("It rained. ")


@given(st.text(max_size=300), st.sampled_from(["en", "ar", "ru", "xx"]))
def test_sentences_are_ordered_apart_and_lose_nothing_but_white_space(text: str, language: str) -> None:
    spans = split(text, language)
    gaps = zip([0, *(span.end for span in spans)], [*(span.start for span in spans), len(text)], strict=True)
    assert all(start <= end and not text[start:end].strip() for start, end in gaps)
