"""Bytes of every encoding we may meet, and bytes that are no text."""

from __future__ import annotations

import contextlib
import logging

import pytest
from hypothesis import given, strategies as st

from claimcmp.io.decoding import decode_text
from claimcmp.io.items import RefusedError

ARABIC = "قال وزير النقل إن الجسر الجديد سيفتح يوم الأحد المقبل.\r\nوأضاف أن «السلامة أولاً»."
RUSSIAN = "Министр транспорта заявил, что новый мост откроется в воскресенье. «Безопасность прежде всего», — добавил он."
FRENCH = "Le ministre a déclaré que le pont rouvrirait dimanche. «\u00a0La sécurité d’abord\u00a0», a-t-il ajouté."
TURKISH = "Ulaştırma Bakanı, köprünün pazar günü açılacağını söyledi. Şantiyede üç aylık gecikme yaşandığını belirtti."

MARKED = [
    (text, encoding) for text in (ARABIC, RUSSIAN, "The bridge is shut.\r\n") for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32")
]
MARKED += [(ARABIC, "utf-16-le"), (ARABIC, "utf-16-be"), ("The bridge is shut.", "utf-16-le")]
LEGACY = [
    (ARABIC, "cp1256"),
    (ARABIC.replace("«", "").replace("»", ""), "iso8859_6"),
    (RUSSIAN, "cp1251"),
    (FRENCH, "cp1252"),
    (TURKISH, "cp1254"),
]
LEGACY += [(RUSSIAN.replace("«", "").replace("»", "").replace("—", ""), "koi8_r")]

BINARY = [
    ("pdf", b"%PDF-1.7 text", "a PDF document"),
    ("word", b"PK\x03\x04rest", "a zip archive or Office document"),
    ("picture", b"\x89PNG\r\n", "a PNG picture"),
    ("zero bytes", b"abc\0\0\0def\0", "zero bytes"),
    ("one zero byte in words", b"The bridge\0 is shut.", "zero bytes"),
    ("control characters", bytes(range(1, 32)) * 4, "control characters"),
    ("zero bytes after a mark", "a\0b".encode("utf-8-sig"), "control characters"),
]


@pytest.mark.parametrize(("text", "encoding"), MARKED)
def test_unicode_encodings_are_read_with_and_without_marks_and_newlines_stay(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_legacy_encodings_are_guessed_and_named_in_the_log(text: str, encoding: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="claimcmp"):
        assert decode_text(text.encode(encoding), name="bridge.txt") == text
    assert f"bridge.txt: not UTF-8; read as {encoding}" in caplog.text


@pytest.mark.parametrize(("case", "data", "message"), BINARY, ids=[case for case, _, _ in BINARY])
def test_what_is_no_text_is_refused_by_its_kind(case: str, data: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        decode_text(data)


def test_one_broken_sequence_does_not_turn_utf8_into_another_encoding(caplog: pytest.LogCaptureFixture) -> None:
    broken = ARABIC.encode() + b"\xd9"
    assert decode_text(broken) == ARABIC + "\ufffd"
    assert "1 damaged UTF-8" in caplog.text


def test_the_encoding_given_is_used_and_its_failure_is_named() -> None:
    assert decode_text(RUSSIAN.replace("«", "").replace("»", "").replace("—", "").encode("koi8_r"), "koi8_r").startswith("Министр")
    with pytest.raises(RefusedError, match="It is not utf-8: "):
        decode_text(RUSSIAN.encode("cp1251"), "utf-8")
    with pytest.raises(RefusedError, match="utf-9 is no encoding"):
        decode_text(b"text", "utf-9")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf8_text_is_read_as_it_is(text: str) -> None:
    assert decode_text(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_text_without_zeros_or_refused(data: bytes) -> None:
    with contextlib.suppress(RefusedError):
        assert "\0" not in decode_text(data)
