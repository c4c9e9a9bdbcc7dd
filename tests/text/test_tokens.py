"""Words and marks with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from claimcmp.text.normal import fold
from claimcmp.text.tokens import tokenize

CASES = [
    ("words and marks", "Demir said: “No.”", ["Demir", "said", ":", "“", "No", ".", "”"]),
    ("an apostrophe inside a word", "Demir's l'État", ["Demir's", "l'État"]),
    ("hyphens and dots inside a word", "U.S.-led F-16 3.5", ["U.S", ".", "-", "led", "F-16", "3.5"]),
    ("diacritics and tatweel stay with their word", "قَـالَ الوزير", ["قَـالَ", "الوزير"]),
    ("Arabic marks", "«نعم»، لا؟", ["«", "نعم", "»", "،", "لا", "؟"]),
    ("an underscore is a mark", "a_b", ["a", "_", "b"]),
    ("nothing", " \n\t", []),
]


@pytest.mark.parametrize(("text", "tokens"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_text_splits_into_words_and_marks(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


def test_an_offset_is_added_to_every_span() -> None:
    assert [(token.start, token.end) for token in tokenize("ab c", 10)] == [(10, 12), (13, 14)]


def test_a_word_holds_a_letter_or_digit_and_a_mark_does_not() -> None:
    assert [token.is_word for token in tokenize("a 1 «")] == [True, True, False]


@given(st.text(max_size=200))
def test_tokens_are_verbatim_ordered_and_leave_only_white_space_between(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text and t.folded == fold(t.text) for t in tokens)
    gaps = zip([0, *(t.end for t in tokens)], [*(t.start for t in tokens), len(text)], strict=True)
    assert all(start <= end and not any(c.isalnum() for c in text[start:end]) for start, end in gaps)
