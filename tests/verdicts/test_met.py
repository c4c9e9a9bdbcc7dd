"""Figures that the other report gives too, in a statement that agrees."""

from __future__ import annotations

import attrs
import pytest

from claimcmp.records import Pair
from claimcmp.settings import Settings
from claimcmp.verdicts import judge_in_parts
from tests.facets.reading import read_claim

SOME_VOTED_AGAINST = [
    ("ar", "حجب 31 نائبا الثقة عن حكومة الجزيرة", "صوت 31 نائبا ضد حكومة الجزيرة", "نالت حكومة الجزيرة ثقة 78 نائبا"),
    (
        "en",
        "31 members withheld votes from the harbour cabinet",
        "31 members voted against the harbour cabinet",
        "the harbour cabinet won votes of 78 members",
    ),
]


@pytest.mark.parametrize(("language", "left", "equal", "other"), SOME_VOTED_AGAINST, ids=["ar", "en"])
def test_a_figure_that_meets_its_like_in_a_surer_pair_contradicts_no_other(language: str, left: str, equal: str, other: str) -> None:
    first, second, third = (read_claim(text, language, name=name) for text, name in ((left, "a"), (equal, "b"), (other, "c")))
    third = attrs.evolve(third, article_id=second.article_id)
    told = {"base": -3.0, "story": 1.4, "words": 3.0}
    same = Pair(left=first, right=second, score=0.99, contributions=told)
    rival = Pair(left=first, right=third, score=0.8, contributions=told)
    assert [f.verdict.value for f in judge_in_parts([rival], judge="rules", settings=Settings())] == ["conflict"]
    assert [f.verdict.value for f in judge_in_parts([same, rival], judge="rules", settings=Settings())] == ["agreement", "unclear"]
    likelier = attrs.evolve(rival, score=1.0)
    assert [f.verdict.value for f in judge_in_parts([same, likelier], judge="rules", settings=Settings())] == ["agreement", "conflict"]
