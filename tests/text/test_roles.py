"""Which words only place the point of a claim."""

from __future__ import annotations

import pytest

from claimcmp.text.roles import load_roles
from claimcmp.text.tokens import tokenize

BACKGROUND = [
    ("an aside at the end", "en", "The bridge has been shut since the storm began", "since the storm began"),
    ("an aside in front ends with its clause", "en", "After the storm, the bridge was shut", "After the storm"),
    ("a year ends it where no comma does", "en", "The bridge shut since the storm of 2011 was sold", "since the storm of 2011"),
    ("one more thing is no aside", "en", "The bridge as well as the ferry was shut", ""),
    ("nor is what something is taken for", "en", "She described the bridge as a ruin", ""),
    ("no aside", "en", "The bridge was shut on Monday", ""),
    ("عبارة زمنية", "ar", "الجسر مغلق منذ بدء العاصفة", "منذ بدء العاصفة"),
    ("a language without data", "xx", "since after before", ""),
]
REFERENCES = [
    ("known by the article", "en", "They were told of the meeting", ["meeting"]),
    ("known by a demonstrative", "en", "The words most used at this meeting", ["meeting"]),
    ("told for the first time", "en", "They spoke at a meeting", []),
    ("the subject", "en", "The meeting was rare", []),
    ("باسم إشارة", "ar", "قيل كثيرا في هذا الاجتماع", ["الاجتماع"]),
    ("بحرف متصل", "ar", "أبلغوا بالاجتماع", ["بالاجتماع"]),
    ("الفاعل", "ar", "تم اللقاء أمس", []),
]


@pytest.mark.parametrize(("case", "language", "text", "expected"), BACKGROUND)
def test_words_in_asides_are_found(case: str, language: str, text: str, expected: str) -> None:
    found = sorted(load_roles(language).find_background(tokenize(text)), key=lambda span: span.start)
    assert (text[found[0].start : found[-1].end] if found else "") == expected


@pytest.mark.parametrize(("case", "language", "text", "expected"), REFERENCES)
def test_nouns_that_point_back_are_found(case: str, language: str, text: str, expected: list[str]) -> None:
    found = sorted(load_roles(language).find_references(tokenize(text)), key=lambda span: span.start)
    assert [w for w in (text[span.start : span.end] for span in found) if w not in ("this", "هذا")] == expected
