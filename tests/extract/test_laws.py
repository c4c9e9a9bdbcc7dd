"""What holds for every text: verbatim spans, no exception, linear time, a fallback for every language."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies as st

from claimcmp.records import Claim
from tests.extract.reading import read_claims, read_rows

WORDS = [
    "Demir", "said", "that", "the", "bridge", "told", "Reuters", "according to", "he", "added", "and", "was", "quoted", "as", "saying",
    "قال", "سالم", "إن", "الجسر", "وأضاف", "أن", "نقلت", "عن", "لوكالة", "بحسب", "قوله", "المسؤول", "رويترز",
    "Bakan", "Aydın'ın", "açıldığını", "söyledi", "belirterek", "diyen", "göre", "Reuters'a", "haberine göre", "açıklamada", "belirtildi",
    "وزیر", "گفت", "که", "و افزود", "به گفته", "به نقل از", "خواستار", "شد", "را تکذیب کرد", "با بیان اینکه", "است",
    "“", "”", "«", "»", '"', "'", "''", "‘", "’", "``", ",", "،", ";", ":", ".", "?", "؟", "…", "(", ")", "—", "-", "\n", "\r\n", "2022",
    "\u202b", "\u2066", "\u200f", "\u0640", "\ud800", "\x00", "\u2028", "\U0001f600", "on condition of anonymity", "رفض الكشف عن",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda gap: gap.join(words))
) | st.text(max_size=200)
LANGUAGES = st.sampled_from(["en", "ar", "ru", "tr", "fa", "xx"])


def check_spans(text: str, claims: tuple[Claim, ...]) -> None:
    """Every span lies in the text and holds what its record says."""
    for claim in claims:
        assert claim.text == text[claim.span.start : claim.span.end] != ""
        sources = [*claim.attribution.via, *([claim.attribution.speaker] if claim.attribution.speaker else [])]
        for source in sources:
            assert source.name == text[source.span.start : source.span.end] != ""
        cue = claim.attribution.cue_span
        assert claim.attribution.cue == (None if cue is None else text[cue.start : cue.end])
        assert all(claim.span.start <= part.start < part.end <= claim.span.end for part in claim.parts)


@given(TEXTS, LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_every_text_gives_claims_whose_spans_are_verbatim(text: str, language: str) -> None:
    claims = read_claims(text, language)
    check_spans(text.lstrip("\ufeff"), claims)
    assert len({claim.id for claim in claims}) == len(claims)
    assert [c.span.start for c in claims] == sorted(c.span.start for c in claims)
    assert all(claim.attribution.speaker is None for claim in claims if claim.attribution.mode == "narrated")


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_claims(text, "en") == read_claims(text, "en")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "أ",
        '"',
        "«",
        "''",
        "“a ",
        "said ",
        "قال ",
        "he said that ",
        "قال إن ",
        ", said ",
        "؛ وأضاف أن ",
        "a, b ",
        "(",
        "وفق ",
        "as saying ",
    ],
)
def test_a_long_run_of_one_thing_is_read_within_seconds(piece: str, language: str) -> None:
    start = time.process_time()
    read_claims(piece * (9_000 // len(piece)), language)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("piece", ["x", '"'])
def test_a_million_of_one_character_are_read_within_seconds(piece: str) -> None:
    start = time.process_time()
    check_spans(piece * 1_000_000, read_claims(piece * 1_000_000, "en"))
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Demir said the bridge, “a wreck”, was open, and Kaya told Reuters it was not. "),
        ("ar", "قال سالم لرويترز إن الجسر «حطام»، وأضاف أن الطريق مغلق. "),
    ],
)
@pytest.mark.parametrize("end", [" ", ", "])
def test_time_grows_in_step_with_length(language: str, sentence: str, end: str) -> None:
    piece = sentence.rstrip(" .") + ("." if end == " " else "") + end

    def measure(count: int) -> float:
        times = []
        for _ in range(2):
            start = time.process_time()
            read_claims(piece * count, language)
            times.append(time.process_time() - start)
        return min(times)

    measure(10)
    assert measure(400) < 4 * 2.5 * measure(100)


@pytest.mark.parametrize("language", ["xx", "zh", "sw", ""])
def test_a_language_without_words_gives_one_narrated_claim_a_sentence(language: str) -> None:
    rows = read_rows("Mji ulisema daraja liko wazi. Barabara imefungwa.", language or "sw")
    assert [(row.content, row.mode) for row in rows] == [("Mji ulisema daraja liko wazi", "narrated"), ("Barabara imefungwa", "narrated")]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "«»", "\ufeff", "\u200f"])
def test_a_text_without_words_has_no_claims(text: str) -> None:
    assert read_claims(text, "en") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "الباحثة النرويجية ليلى سالم: حملة تشويه تستهدف المدافعين عن حقوق الصيادين"),
        (
            "en",
            "Would you say your aunt or your uncle or whoever is telling the tale, tells, the, the last part, would you say they tell it all?",
        ),
    ],
)
def test_a_verb_with_nothing_behind_or_nobody_before_it_is_read(language: str, text: str) -> None:
    check_spans(text, read_claims(text, language))
