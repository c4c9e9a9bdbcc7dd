"""What holds for every text: spans are verbatim, order does not matter, nothing raises, pages are inert."""

from __future__ import annotations

import time
from collections.abc import Sequence
from html.parser import HTMLParser

import attrs
import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

import claimcmp as cc

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class WordEncoder:
    """Vectors of hashed words: quick, deterministic, alike for texts that share words."""

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(sentences), 64), dtype=np.float32)
        for row, sentence in zip(rows, sentences, strict=True):
            for word in sentence.lower().split():
                row[sum(ord(character) * (i + 1) for i, character in enumerate(word)) % 64] += 1
            row[0] += 0.1
        return rows


ENCODER = WordEncoder()

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
FRAGMENTS = (
    "قال الوزير إن", "وأضاف", "نقلت الوكالة عن", "بحسب", "«", "»", "“", "”", '"', "'", "‘", "’", "„", "‹", "(", ")", ":", "،", ".", "؟", "\n", "\n\n",
    "said", "according to", "He added that", "told reporters", "denied", "at least 12", "٢٠٢٢", "14 November", "الاثنين", "2.5%", "$3", "1/2",
    "the minister", "Ankara", "أنقرة", "د.", "Mr.", "\u202e", "\u2066", "\u2069", "\u200f", "\u0640", "\ud800", "\udfff", "\x00", "\ufeff", "\r", "\u2028",
    "<b>", "&amp;", "e\u0301", "👩‍👩‍👧", "לא", "не", "﷽", "لا", "not",
)  # fmt: skip
NEWSY_TEXT = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=40).map(" ".join)
LANGUAGES = st.sampled_from(("ar", "en", "ru", "und", None))

SPEAKERS = ("the mayor", "Minister Omar Haddad", "a police spokesman", "an official who asked not to be named")
SUBJECTS = ("The bridge", "The ferry", "A train")
PREDICATES = (
    "was closed on Monday", "was not closed on Monday", "carried 40 people", "carried at least 60 people", "reached Lisbon on 3 May 2021", "burned in Portugal",
)  # fmt: skip
SENTENCE = st.builds(
    "{} {}, {} said.".format, st.sampled_from(SUBJECTS), st.sampled_from(PREDICATES), st.sampled_from(SPEAKERS)
) | st.builds("{} {}.".format, st.sampled_from(SUBJECTS), st.sampled_from(PREDICATES))
REPORT = st.lists(SENTENCE, min_size=1, max_size=6).map("\n\n".join)

HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "javascript:alert(1)",
    "<svg onload=alert(1)>", "' onmouseover='alert(1)", "</mark></td><iframe src=//x>", "&lt;script&gt;", "<!--", "]]>", "{{7*7}}", "\u202e<b>",
)  # fmt: skip

TEXTS_THAT_BROKE_OTHERS = (
    "", " ", "\n", "\x00", "\ud800", "\udfff said \ud800", "\ufeff", "“", "”", "«««“““", "»»»”””", '""""', "said", "قال", "قال:", ": “", "“said” said",
    "“a “b “c “d” e” f” g”, he said", "\u202e\u2066\u202b“قال”\u2069", "وقال “", "He said “no", "he said “no” and “yes", "1" * 400, "٣" * 400,
    "32/13/99999", "99999999999999999999 people", "31 February 2022", "0000-00-00", "a\u0301" * 500, "ـ" * 500, "\n" * 500, "." * 500, "”“" * 300,
    "He said that " * 60, "قال إن " * 60, "(" * 300, "according to " * 60,
)  # fmt: skip


def make_article(text: str, **fields: object) -> cc.Article:
    return cc.Article(text=text, **{"outlet": "left", "published": "2022-11-14", **fields})


def compare(left: cc.Article, right: cc.Article) -> cc.Comparison:
    """The comparison of two articles with the quick encoder; no stage may have given up on one of them."""
    result = cc.compare([left, right], encoder=ENCODER)
    assert not [item for item in result.skipped if item.reason.key == "skipped_failed"]
    return result


def is_verbatim(text: str, source: cc.Source) -> bool:
    return text[source.span.start : source.span.end] == source.name


def check_claim(article: cc.Article, claim: cc.Claim) -> None:
    text, said = article.text, claim.attribution
    assert text[claim.span.start : claim.span.end] == claim.text
    assert claim.text.strip()
    assert claim.span.end <= len(text)
    assert all(is_verbatim(text, source) for source in (said.speaker, *said.via) if source is not None)
    if said.cue_span is not None:
        assert text[said.cue_span.start : said.cue_span.end] == said.cue
    for inner in (*claim.parts, *(facet.span for facet in claim.facets)):
        assert 0 <= inner.start <= inner.end <= len(text)
    assert all(claim.span.start <= part.start <= part.end <= claim.span.end for part in claim.parts)
    assert list(claim.facets) == sorted(claim.facets, key=lambda facet: facet.span)
    assert said.mode != cc.Mode.NARRATED or said.speaker is None


def check_part(whole: cc.Claim, part: cc.Claim) -> None:
    """A part is its claim but for the span, and what follows from that."""
    assert whole.span.start <= part.span.start < part.span.end <= whole.span.end
    assert part == attrs.evolve(whole, span=part.span, text=part.text, facets=part.facets, parts=part.parts)
    assert part.text == whole.text[part.span.start - whole.span.start : part.span.end - whole.span.start]
    assert set(part.facets) <= set(whole.facets)


@MANY
@given(text=ANY_TEXT | NEWSY_TEXT, language=LANGUAGES)
def test_every_span_is_verbatim(text, language):
    article = make_article(text, language=language)
    claims = cc.extract_claims(article)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        check_claim(article, claim)


@pytest.mark.parametrize("text", TEXTS_THAT_BROKE_OTHERS, ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("language", ["ar", "en", None])
def test_no_text_raises(text, language):
    article = make_article(text, language=language)
    for claim in cc.extract_claims(article):
        check_claim(article, claim)
    other = make_article("The minister said the bridge was closed.", outlet="right", language="en")
    result = compare(article, other)
    assert result.to_html()
    assert len(result.to_frame()) == len(result.findings)


@FEW
@given(left=ANY_TEXT | NEWSY_TEXT, right=ANY_TEXT | NEWSY_TEXT)
@example(left="\ud800 said “\x00", right="“\ud800")
def test_a_comparison_of_any_texts_is_read_back_equal(left, right, tmp_path_factory):
    result = compare(make_article(left), make_article(right, outlet="right"))
    path = tmp_path_factory.mktemp("json") / "result.json"
    result.to_json(path)
    assert cc.read_comparison(path) == result


@FEW
@given(left=REPORT, right=REPORT)
def test_a_comparison_of_reports_is_read_back_equal(left, right, tmp_path_factory):
    result = compare(make_article(left, language="en"), make_article(right, outlet="right", language="en"))
    path = tmp_path_factory.mktemp("json") / "result.json"
    result.to_json(path)
    assert cc.read_comparison(path) == result


SWAPPED_RELATION = {
    cc.Relation.LEFT_MORE_PRECISE: cc.Relation.RIGHT_MORE_PRECISE,
    cc.Relation.RIGHT_MORE_PRECISE: cc.Relation.LEFT_MORE_PRECISE,
    cc.Relation.LEFT_ONLY: cc.Relation.RIGHT_ONLY,
    cc.Relation.RIGHT_ONLY: cc.Relation.LEFT_ONLY,
}
SWAPPED_SIDE = {cc.Side.LEFT: cc.Side.RIGHT, cc.Side.RIGHT: cc.Side.LEFT}


def mirror(finding: cc.Finding) -> cc.Finding:
    """The finding with left and right swapped."""
    pair, whole = (p and attrs.evolve(p, left=p.right, right=p.left) for p in (finding.pair, finding.whole))
    differences = tuple(
        attrs.evolve(d, left=d.right, right=d.left, relation=SWAPPED_RELATION.get(d.relation, d.relation)) for d in finding.differences
    )
    adds, update = SWAPPED_SIDE.get(finding.adds, finding.adds), SWAPPED_SIDE.get(finding.update, finding.update)
    held = finding.evidence and attrs.evolve(finding.evidence, forward=finding.evidence.backward, backward=finding.evidence.forward)
    return attrs.evolve(finding, pair=pair, whole=whole, differences=differences, adds=adds, update=update, evidence=held)


def summarise(finding: cc.Finding) -> tuple[object, ...]:
    """All of a finding but the wording of its reasons and notes, in a form that does not depend on order."""
    differences = sorted((str(d.facet), str(d.relation), repr(d.left), repr(d.right)) for d in finding.differences)
    numbers = (round(finding.pair.score, 6), round(finding.confidence, 6))
    said = tuple((whole.id, part.text) for whole, part in zip(finding.claims, (finding.pair.left, finding.pair.right), strict=True))
    sides = (*said, str(finding.adds), str(finding.update))
    return (
        *sides,
        str(finding.verdict),
        str(finding.between),
        finding.shared_copy,
        finding.independent_sources,
        finding.rule,
        repr(finding.evidence),
        numbers,
        differences,
    )


def assert_mirrored(one: cc.Comparison, other: cc.Comparison) -> None:
    assert sorted(summarise(f) for f in one.findings) == sorted(summarise(mirror(f)) for f in other.findings)
    assert {name: {c.id for c in claims} for name, claims in one.unmatched.items()} == {
        name: {c.id for c in claims} for name, claims in other.unmatched.items()
    }
    assert {c.id for c in one.claims} == {c.id for c in other.claims}
    assert sorted((e.label, sorted(e.claim_ids)) for e in one.events) == sorted((e.label, sorted(e.claim_ids)) for e in other.events)
    assert sorted(sorted(map(sorted, g.positions)) for g in one.groups) == sorted(sorted(map(sorted, g.positions)) for g in other.groups)


@FEW
@given(left=REPORT, right=REPORT)
def test_the_order_of_articles_only_swaps_left_and_right(left, right):
    articles = [make_article(left, language="en"), make_article(right, outlet="right", language="en", published="2022-11-16")]
    assert_mirrored(compare(*articles), compare(*articles[::-1]))


def test_the_order_of_the_seed_articles_only_swaps_left_and_right():
    articles = cc.read_articles("seeds")
    one, other = cc.compare(articles), cc.compare(articles[::-1])
    assert one.findings
    assert_mirrored(one, other)


@FEW
@given(left=REPORT, right=REPORT)
def test_findings_point_at_claims_of_the_result(left, right):
    result = compare(make_article(left, language="en"), make_article(right, outlet="right", language="en"))
    known = set(result.claims)
    decided = {c.id for f in (*result.agreements, *result.conflicts) for c in f.claims}
    for finding in result.findings:
        assert set(finding.claims) <= known
        assert (finding.whole or finding.pair) in result.candidates
        for whole, part in zip(finding.claims, (finding.pair.left, finding.pair.right), strict=True):
            check_part(whole, part)
        assert finding.reasons
        assert all(reason.render("en") and reason.render("ar") for reason in finding.reasons)
        assert (finding.between is not None) == (finding.verdict == cc.Verdict.CONFLICT)
    alone = {c.id for claims in result.unmatched.values() for c in claims}
    assert alone.isdisjoint(decided)
    assert alone | decided == {claim.id for claim in known}


def _time_extraction(article: cc.Article) -> float:
    start = time.process_time()
    cc.extract_claims(article)
    return time.process_time() - start


GROWING = [
    ("one letter", "a", 250_000, "en"),
    ("one Arabic letter", "ب", 250_000, "ar"),
    ("unclosed quotation marks", "“", 20_000, "en"),
    (
        "English sentences",
        "The mayor said on Monday that “the bridge” was closed to at least 40 cars. He added that it would open.\n",
        120,
        "en",
    ),
    ("Arabic sentences", "وقال الوزير، الاثنين، إن «الجسر» أغلق أمام 40 سيارة على الأقل. وأضاف أنه سيفتح قريبا.\n", 40, "ar"),
    ("one endless sentence", "the mayor said that the bridge, according to the police, was closed and ", 40, "en"),
    ("one endless Arabic sentence", "قال الوزير إن الجسر، بحسب الشرطة، أغلق ثم ", 40, "ar"),
]


@pytest.mark.parametrize(("unit", "count", "language"), [row[1:] for row in GROWING], ids=[row[0] for row in GROWING])
def test_extraction_time_grows_linearly(unit, count, language):
    small, large = (make_article(unit * (count * factor), language=language) for factor in (1, 4))
    _time_extraction(make_article(unit, language=language))  # loads the language data
    allowed = 4 * 2 * min(_time_extraction(small) for _ in range(2)) + 0.1
    assert any(_time_extraction(large) < allowed for _ in range(2))


DRAWN = {"svg", "g", "title", "rect", "path", "text"}
"""Elements of the waterfalls; nothing else may stand inside a picture."""


class Inspector(HTMLParser):
    """Collects what could act in a page: elements, event handlers, addresses; and the pictures drawn in it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.pictures = 0
        self.is_in_picture = False
        self.drawn: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "svg":
            self.pictures += 1
            self.is_in_picture = True
        if self.is_in_picture:
            self.drawn.add(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self.is_in_picture = False


def assert_inert(page: str, *, max_pictures: int) -> None:
    inspector = Inspector()
    inspector.feed(page)
    inspector.close()
    assert inspector.tags.isdisjoint({"script", "iframe", "object", "embed", "img", "form", "input", "base", "link", "math", "template"})
    assert inspector.drawn <= DRAWN
    assert inspector.pictures <= max_pictures
    assert not [name for name, _ in inspector.attributes if name.startswith("on")]
    addresses = [value for name, value in inspector.attributes if name in {"href", "src", "action", "formaction", "srcset", "xlink:href"}]
    assert not [value for value in addresses if not value.startswith(("#", "http://", "https://"))]


@FEW
@given(
    words=st.lists(st.sampled_from(HOSTILE) | st.sampled_from(FRAGMENTS), min_size=1, max_size=12),
    title=st.sampled_from(HOSTILE),
    url=st.sampled_from(HOSTILE),
)
def test_a_page_made_of_hostile_text_is_inert(words, title, url):
    text = " ".join(words) + " said the bridge was closed on Monday."
    articles = [make_article(text, outlet=title, title=title, url=url), make_article(text, outlet=url + " 2", title=title, url=url)]
    result = compare(*articles)
    for page in (result.to_html(), result.to_html(language="ar"), result._repr_html_()):
        assert_inert(page, max_pictures=len(result.findings))
