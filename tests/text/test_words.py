"""Keys under which words of two claims are one."""

from __future__ import annotations

import pytest

from claimcmp.text.normal import fold
from claimcmp.text.words import load_stemmer

SAME = [
    ("en", "killed", "died"),
    ("en", "bombings", "blast"),
    ("en", "negotiating", "negotiations"),
    ("en", "closing", "closed"),
    ("en", "airstrikes", "strikes"),
    ("en", "Kurdish", "Kurds"),
    ("en", "ammunition", "weapons"),
    ("ar", "المفاوضات", "التفاوض"),
    ("ar", "تحذير", "يحذر"),
    ("ar", "الأسلحة", "سلاح"),
    ("ar", "استخدمت", "استخدام"),
    ("ar", "والاجتماع", "لقاء"),
    ("ar", "جرت", "يجري"),
    ("ar", "يزور", "زيارة"),
    ("ar", "تستضيف", "باستضافة"),
    ("ru", "переговоры", "переговорах"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_forms_of_one_word_share_a_key(language: str, one: str, other: str) -> None:
    stemmer = load_stemmer(language)
    assert stemmer.key(fold(one)) == stemmer.key(fold(other)) != ""


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "bridge", "river"),
        ("ar", "جسر", "نهر"),
        ("en", "meeting", "phone"),
        ("ar", "اجتماع", "مكالمة"),
        ("ar", "مدير", "نادر"),
        ("ar", "الروسية", "رئيس"),
        ("ar", "كلمات", "مكالمة"),
        ("ar", "مخاطر", "إخطار"),
        ("ar", "عواقب", "عقوبات"),
        ("ar", "مطلع", "أطلع"),
    ],
)
def test_other_words_have_other_keys(language: str, one: str, other: str) -> None:
    stemmer = load_stemmer(language)
    assert stemmer.key(fold(one)) != stemmer.key(fold(other))


@pytest.mark.parametrize(("english", "arabic"), [("meeting", "اجتماع"), ("talks", "مفاوضات"), ("killed", "قتلى"), ("22", "٢٢")])
def test_translations_share_a_key(english: str, arabic: str) -> None:
    assert load_stemmer("en").key(fold(english)) == load_stemmer("ar").key(fold(arabic))


@pytest.mark.parametrize(("language", "word"), [("en", "the"), ("ar", "في"), ("ar", "وقد")])
def test_function_words_have_no_key(language: str, word: str) -> None:
    assert load_stemmer(language).key(fold(word)) == ""
