"""Whether a content is quoted, partly quoted or paraphrased."""

from __future__ import annotations

import pytest

from tests.extract.reading import read_rows

CASES = [
    ("all in marks", "en", "Demir said: “The bridge is open.”", "direct"),
    ("all in marks, interrupted", "en", "“The bridge,” Demir said, “is open.”", "direct"),
    ("a whole clause in marks", "en", "Demir said the bridge was “a wreck held up by hope”.", "mixed"),
    (
        "one word in marks that the article uses freely",
        "en",
        "A shell company paid a shell company. Demir said the “shell” company was gone.",
        "indirect",
    ),
    ("a ship's name", "en", "Demir said that the ship “Aurora” had left. The Aurora is old.", "indirect"),
    ("paraphrase", "en", "Demir said the bridge was open.", "indirect"),
    ("no speech", "en", "The bridge is open.", "narrated"),
    ("guillemets", "ar", "قال سالم: «الجسر مفتوح للسيارات».", "direct"),
    ("a part in guillemets", "ar", "قال سالم إن الجسر «حطام يمسكه الأمل» منذ عام.", "mixed"),
    ("a paper's name", "ar", "قال سالم إن صحيفة «المرفأ» أغلقت أبوابها.", "indirect"),
    ("a colon without marks", "ar", "قال سالم: الجسر مفتوح للسيارات.", "direct"),
]


@pytest.mark.parametrize(("language", "text", "mode"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_reported_claim_has_the_mode_its_marks_give(language: str, text: str, mode: str) -> None:
    rows = [row for row in read_rows(text, language) if mode == "narrated" or row.mode != "narrated"]
    assert [row.mode for row in rows] == [mode]
