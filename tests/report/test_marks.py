"""Cutting texts at the spans that are to be marked."""

from __future__ import annotations

import attrs
from hypothesis import given, strategies as st

from claimcmp.records import Article, FacetName, Side
from claimcmp.report.marks import Mark, Tone, cut_article, cut_text, find_marks
from tests.making import make_claim, make_comparison

RESULT = make_comparison()
CONFLICT, AGREEMENT = RESULT.conflicts[0], RESULT.agreements[0]


def show(finding, side):
    claim = finding.pair.left if side is Side.LEFT else finding.pair.right
    return [(s.text, str(s.mark.tone)) for s in cut_text(claim.text, claim.span.start, find_marks(finding, side)) if s.mark]


def test_what_conflicts_and_what_is_added_is_marked_on_its_own_side():
    assert show(CONFLICT, Side.LEFT) == [("Twelve people", "conflict"), ("Izmir", "detail")]
    assert show(CONFLICT, Side.RIGHT) == [("15 شخصا", "conflict")]
    assert show(AGREEMENT, Side.LEFT) == []
    assert show(AGREEMENT, Side.RIGHT) == [("القديم", "wording")]


def test_words_are_not_marked_where_nearly_all_of_them_differ():
    right = AGREEMENT.pair.right
    all_other = attrs.evolve(AGREEMENT.differences[0], right=attrs.evolve(right.span, end=right.span.end - 3))
    assert show(attrs.evolve(AGREEMENT, differences=(all_other,)), Side.RIGHT) == []


MARKS = st.lists(
    st.builds(
        lambda start, length, tone: Mark(start=start, end=start + length, tone=tone, facet=FacetName.DATE),
        st.integers(0, 40),
        st.integers(0, 20),
        st.sampled_from(list(Tone)),
    ),
    max_size=6,
)


@given(text=st.text(max_size=30), offset=st.integers(0, 12), marks=MARKS)
def test_segments_are_the_text_and_the_graver_mark_shows(text, offset, marks):
    segments = cut_text(text, offset, marks)
    assert "".join(segment.text for segment in segments) == text
    at = offset
    for segment in segments:
        for position in range(at, at + len(segment.text)):
            over = [list(Tone).index(mark.tone) for mark in marks if mark.start <= position < mark.end]
            assert (segment.mark is None) == (not over)
            assert segment.mark is None or list(Tone).index(segment.mark.tone) == max(over)
        at += len(segment.text)


def test_passages_are_the_article_and_belong_to_the_innermost_claim():
    article = Article(text="Ann said that Bob said that rain fell. End.", outlet="x", language="en")
    outer, inner = make_claim(article, "Bob said that rain fell"), make_claim(article, "rain fell")
    passages = cut_article(article.text, [inner, outer])
    assert [(p.text, p.claim and p.claim.text) for p in passages] == [
        ("Ann said that ", None),
        ("Bob said that ", outer.text),
        ("rain fell", inner.text),
        (". End.", None),
    ]
    assert cut_article("", []) == ()
