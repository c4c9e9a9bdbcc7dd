"""What a claim mainly tells of."""

from __future__ import annotations

import pytest

from claimcmp.align.evidence import read_main_happening
from claimcmp.records import Claim, Span
from claimcmp.settings import Settings
from claimcmp.text.words import read_words

CASES = [
    ("the happening told", "en", "The two ministers held a meeting in Lisbon", "meeting"),
    ("somebody was told of it", "en", "The mayor was informed of the meeting", "inform"),
    ("only pointed back to", "en", "Fish was the dish most praised at the meeting", None),
    ("only in an aside", "en", "Bread has been dear since the attack began", None),
    ("الحدث نفسه", "ar", "عقد الوزيران اجتماعا في القاهرة", "meeting"),
    ("إبلاغ به", "ar", "إبلاغ البلدية مسبقا بالاجتماع", "inform"),
    ("إشارة إليه", "ar", "الكلمات الأكثر تكرارا في هذا الاجتماع", None),
]


@pytest.mark.parametrize(("case", "language", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_main_happening_is_told_not_pointed_to(case: str, language: str, text: str, expected: str | None) -> None:
    claim = Claim(id="c", article_id="a", language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)
    assert read_main_happening(read_words(claim, Settings())) == expected
