"""Speakers over a whole article: left-out subjects, surnames, "the official", pronouns, relays."""

from __future__ import annotations

import pytest

from claimcmp.records import Claim
from tests.extract.reading import read_claims


def find_claim(text: str, language: str, content: str) -> Claim:
    """The reported claim that begins with ``content``."""
    return next(claim for claim in read_claims(text, language) if claim.text.startswith(content) and claim.attribution.mode != "narrated")


def resolve(text: str, language: str, content: str) -> str | None:
    """The canonical name of who says ``content``."""
    speaker = find_claim(text, language, content).attribution.speaker
    return speaker.canonical if speaker else None


RESOLUTIONS = [
    ("a left-out subject", "en", "Aylin Demir said the bridge was open and added that the pier was closed.", "the pier", "Aylin Demir"),
    ("a participle", "en", "Aylin Demir said the bridge was open, adding that the pier was closed.", "the pier", "Aylin Demir"),
    ("a surname", "en", "Aylin Demir said the bridge was open. Demir said the pier was closed.", "the pier", "Aylin Demir"),
    ("a title and a surname", "en", "Aylin Demir said the bridge was open. Ms. Demir said the pier was closed.", "the pier", "Aylin Demir"),
    ("a pronoun", "en", "Aylin Demir said the bridge was open. She said the pier was closed.", "the pier", "Aylin Demir"),
    ("a pronoun for a body", "en", "The ministry said the bridge was open. It said the pier was closed.", "the pier", "The ministry"),
    (
        "a pronoun after the outlet's own sentence",
        "en",
        "Aylin Demir said the bridge was open. Mayor Tom Stone visited it on Friday. “It is old,” he said.",
        "“It is old",
        "Tom Stone",
    ),
    ("the same source", "fr", "Le pont tient, selon une source policière. Il rouvre, selon la même source.", "Il rouvre", "une source policière"),
    ("a pronoun without an earlier speaker", "ru", "Мэр Серкан Сак осмотрел мост. «Мост цел», — сказал он.", "«Мост цел", "Серкан Сак"),
    ("a joined pronoun", "fr", "Le maire Paul Petit s'est rendu sur place. « Le pont tient », a-t-il dit.", "« Le pont", "Paul Petit"),
    ("a pronoun after two people", "en", "Judge Ann Lake and Mayor Tom Stone came. “It is old,” he said.", "“It is old", "he"),
    (
        "the official",
        "en",
        "A senior official said the bridge was open. The official said the pier was closed.",
        "the pier",
        "A senior official",
    ),
    (
        "a sentence of nothing but quotation",
        "en",
        "Aylin Demir said the bridge was open.\n“The pier stays closed for now.”",
        "“The pier",
        "Aylin Demir",
    ),
    ("a name repeated in full", "en", "Aylin Demir said the bridge was open. Omar Kaya said the pier was closed.", "the pier", "Omar Kaya"),
    ("a name after another", "en", "Aylin Demir said it was open. Omar Kaya said it was cracked. Demir said the pier was closed.", "the pier", "Aylin Demir"),
    ("a left-out subject in Arabic", "ar", "قال سالم القرني إن الجسر آمن. وأضاف أن الطريق مفتوح.", "الطريق", "سالم القرني"),
    ("a family name in Arabic", "ar", "قال سالم القرني إن الجسر آمن. وقال القرني إن الطريق مفتوح.", "الطريق", "سالم القرني"),
    ("«المسؤول»", "ar", "قال مسؤول محلي إن الجسر آمن. وأوضح المسؤول أن الطريق مفتوح.", "الطريق", "مسؤول محلي"),
    ("«المصدر»", "ar", "قال مصدر أمني إن الجسر آمن. وذكر المصدر أن الطريق مفتوح.", "الطريق", "مصدر أمني"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "content", "name"), [case[1:] for case in RESOLUTIONS], ids=[case[0] for case in RESOLUTIONS])
def test_a_mention_resolves_to_whom_it_stands_for(language: str, text: str, content: str, name: str) -> None:
    assert resolve(text, language, content) == name


def test_the_newspaper_is_the_one_named_before() -> None:
    text = "كتبت صحيفة «المرفأ» أن الجسر آمن. وأضافت الصحيفة أن الطريق مفتوح."
    assert "المرفأ" in (resolve(text, "ar", "الطريق") or "")


@pytest.mark.parametrize(
    ("text", "content", "relay"),
    [
        ("قال مسؤول محلي لوكالة رويترز إن الجسر آمن. وأضاف المسؤول أن الطريق مفتوح.", "الطريق", "رويترز"),
        ("نقلت وكالة تاس عن سالم القرني قوله إن الجسر آمن. وأضاف أن الطريق مفتوح.", "الطريق", "تاس"),
    ],
)
def test_whoever_goes_on_speaking_does_so_through_the_same_relay(text: str, content: str, relay: str) -> None:
    via = find_claim(text, "ar", content).attribution.via
    assert any(relay in source.canonical for source in via)


def test_a_name_repeated_in_full_starts_anew_without_the_relay() -> None:
    text = "Demir told Reuters the bridge was open. Omar Kaya said the pier was closed."
    assert find_claim(text, "en", "the pier").attribution.via == ()


def test_what_is_carried_over_says_so() -> None:
    text = "Aylin Demir said the bridge was open. She said the pier was closed."
    assert not find_claim(text, "en", "the bridge").attribution.inherited
    assert find_claim(text, "en", "the pier").attribution.inherited


def test_a_left_out_subject_far_from_the_last_speaker_stays_open() -> None:
    filler = " The road was wet." * 6
    text = f"Aylin Demir said the bridge was open.{filler}\n“The pier stays closed for now.”"
    assert resolve(text, "en", "“The pier") is None


def test_a_speaker_within_a_report_is_nested() -> None:
    claim = find_claim("Demir said Kaya had told the council that the pier was unsafe.", "en", "the pier")
    assert claim.attribution.speaker is not None
    assert (claim.attribution.speaker.name, [s.name for s in claim.attribution.via]) == ("Kaya", ["Demir"])
