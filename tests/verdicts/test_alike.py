"""Figures that are the same are given to a model in the same words."""

from __future__ import annotations

import pytest

import claimcmp as cc
from claimcmp.records import Pair, Verdict
from claimcmp.verdicts.alike import write_alike
from claimcmp.verdicts.evidence import gather_evidence
from tests.facets.reading import read_claim

CASES = [
    ("words and digits", "en-en", "Seven boats sank", "7 boats sank", ("7 boats sank", "7 boats sank")),
    ("words and digits", "ar-ar", "غرق اثنان وعشرون زورقا", "غرق 22 زورقا", ("غرق 22 زورقا", "غرق 22 زورقا")),
    ("other figures", "en-en", "Seven boats sank", "8 boats sank", ("Seven boats sank", "8 boats sank")),
    ("two languages", "en-ar", "Seven boats sank", "غرق 7 زوارق", ("Seven boats sank", "غرق 7 زوارق")),
]


@pytest.mark.parametrize(("why", "languages", "left", "right", "expected"), CASES, ids=[f"{row[1]} {row[0]}" for row in CASES])
def test_equal_figures_are_written_alike(why: str, languages: str, left: str, right: str, expected: tuple[str, str]) -> None:
    one, other = languages.split("-")
    pair = Pair(left=read_claim(left, one, name="a"), right=read_claim(right, other, name="b"), score=0.9)
    assert write_alike(pair, gather_evidence(pair, cc.Settings()).differences) == expected


def test_a_figure_in_words_and_in_digits_makes_no_conflict() -> None:
    left, right = "بلغت تكلفة السد ستمئة مليون دولار.", "بلغت تكلفة السد 600 مليون دولار."
    assert cc.judge(left, right).verdict is not Verdict.CONFLICT


def test_two_denials_make_no_conflict() -> None:
    left, right = "نفى مصدر بالميناء ما تردد بشأن رفع رسوم السفن.", "نفت إدارة الميناء رفع رسوم السفن."
    assert cc.judge(left, right).verdict is not Verdict.CONFLICT
