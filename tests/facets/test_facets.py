"""Laws of reading and comparing facets."""

from __future__ import annotations

import subprocess
import sys
import time

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from claimcmp.facets import compare_facets, read_facets
from claimcmp.records import Actor, Article, Claim, Place, Polarity, Quotation, Span
from claimcmp.settings import Settings
from tests.facets.reading import read_claim, swap

WORDS = [
    "in", "Ankara", "not", "President", "Emmanuel", "Macron", "“", "”", "will", "Moscow", "CIA", "director", "14", "May", "2021", ",", ".",
    "في", "أنقرة", "لا", "الرئيس", "إيمانويل", "ماكرون", "«", "»", "سيزور", "موسكو", "مدير", "الناتو", "بن", "والروسية", "لل", "\u200f", "\ud800", "\0", "'s",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(["ar", "en", "sw", "und"]))
def test_every_text_is_read_and_every_span_is_verbatim(text: str, language: str) -> None:
    claim = read_claim(text, language)
    assert list(claim.facets) == sorted(claim.facets, key=lambda facet: facet.span.start)
    for facet in claim.facets:
        assert 0 <= facet.span.start < facet.span.end <= len(text)
        if isinstance(facet, Place | Actor):
            assert facet.name in text[facet.span.start : facet.span.end]
        if isinstance(facet, Quotation):
            assert facet.text == text[facet.span.start : facet.span.end]


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["ar", "en"]), st.sampled_from(["ar", "en"]))
def test_swapping_two_claims_swaps_left_and_right_and_nothing_else(left: str, right: str, language_left: str, language_right: str) -> None:
    one, other = read_claim(left, language_left, name="a"), read_claim(right, language_right, name="b")
    there, back = compare_facets(one, other, Settings()), compare_facets(other, one, Settings())
    assert there == tuple(attrs.evolve(d, left=d.right, right=d.left, relation=swap(d.relation)) for d in back)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["ar", "en"]))
def test_a_claim_does_not_conflict_with_itself(text: str, language: str) -> None:
    claim = read_claim(text, language)
    conflicts = [d for d in compare_facets(claim, attrs.evolve(claim, id="b", article_id="b"), Settings()) if d.relation == "conflicting"]
    assert [d for d in conflicts if d.facet != "polarity"] == []


def test_a_claim_gets_only_what_lies_inside_it() -> None:
    article = Article(text="They met in Oslo. They did not meet in Lima.", language="en")
    spans = (Span(start=0, end=16), Span(start=18, end=43))
    claims = tuple(
        Claim(id=str(n), article_id=article.id, language="en", sentence=n, span=s, text=article.text[s.start : s.end])
        for n, s in enumerate(spans)
    )
    names = [[type(facet).__name__ for facet in claim.facets] for claim in read_facets(article, claims, Settings())]
    assert names == [["Place"], ["Polarity", "Place"]]


def test_an_article_without_claims_has_none() -> None:
    assert read_facets(Article(text="", language="en"), (), Settings()) == ()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_reading_time_grows_with_the_text_and_not_faster(language: str) -> None:
    text = {"ar": "قال الرئيس إيمانويل ماكرون إنه لن يزور أنقرة. ", "en": "President Emmanuel Macron will not visit Ankara. "}[language]
    seconds = []
    for size in (100, 800):
        began = time.process_time()
        read_claim(text * size, language)
        seconds.append(time.process_time() - began)
    assert seconds[1] < 30 * max(seconds[0], 0.01)


def test_importing_facets_is_light() -> None:
    code = "import sys, claimcmp.facets; print([m for m in ('pandas', 'numpy', 'babel', 'torch') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_claim_that_begins_inside_a_word_keeps_the_rest_of_that_word() -> None:
    text = "La ministre dit qu'aucune école ne ferme"
    article = Article(text=text, language="fr")
    claim = Claim(id="c", article_id=article.id, language="fr", sentence=0, span=Span(start=19, end=len(text)), text=text[19:])
    assert [facet.cue for facet in read_facets(article, (claim,), Settings())[0].facets if isinstance(facet, Polarity)] == ["aucune"]
