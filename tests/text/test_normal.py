"""Folded forms and the way back from them."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from claimcmp.text.normal import fold, fold_with_map

SAME = [
    ("case", "Ankara", "ANKARA"),
    ("accents", "Évian Łódź", "evian łodz"),
    ("hamza seats", "أنقرة إلى آخر", "انقره الي اخر"),
    ("alef maksura and ta marbuta", "مستشفى مدرسة", "مستشفي مدرسه"),
    ("Persian letters", "کیف", "كيف"),
    ("diacritics and tatweel", "قَـــالَ", "قال"),
    ("digits of every script", "٢٠٢٢ ۲۰۲۲", "2022 2022"),
    ("bidi controls and soft hyphens", "\u202bقال\u202c co\u00adoperate", "قال cooperate"),
    ("full-width letters", "ＡＢＣ", "abc"),
]
DIFFERENT = [("letters", "قال", "كال"), ("digits", "1", "2"), ("words", "said", "sad")]


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_spelling_variants_fold_to_the_same(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in DIFFERENT], ids=[case[0] for case in DIFFERENT])
def test_different_words_stay_different(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text(max_size=100))
def test_the_map_leads_from_every_folded_character_to_one_of_the_original(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert all(character in fold(text[start]) for character, start in zip(folded.text, folded.starts, strict=False))


def test_a_span_of_folded_text_covers_what_it_came_from() -> None:
    text = "قَالَ الوزير"
    folded = fold_with_map(text)
    at = folded.text.index("الوزير")
    span = folded.span(at, at + len("الوزير"))
    assert text[span.start : span.end] == "الوزير"
