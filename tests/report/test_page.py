"""The report page and the notebook view: what they show, and that nothing in them acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import attrs
import pytest

import claimcmp as cc
from claimcmp.messages import load_messages
from claimcmp.report import render_fragment, render_page, summarise
from claimcmp.report.fragment import MAX_SHOWN
from tests.making import make_claim, make_comparison, make_finding

RESULT = make_comparison()
PAGE = RESULT.to_html()
FRAGMENT = RESULT._repr_html_()
VOID = {"meta", "br"}


class Outline(HTMLParser):
    """Elements in order, their attributes, and whether all are closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


@pytest.mark.parametrize("markup", [PAGE, RESULT.to_html(language="ar"), FRAGMENT], ids=["page", "Arabic page", "fragment"])
def test_every_element_is_closed_in_order_and_no_id_repeats(markup):
    outline = Outline(markup)
    assert outline.open == []
    ids = [value for name, value in outline.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_the_page_shows_counts_then_conflicts_then_the_rest():
    assert re.findall(r'<li class="(\w+)"><strong>(\d+)', PAGE) == [
        ("conflict", "1"), ("agreement", "1"), ("unclear", "1"), ("only", "2"), ("claims", "6"),
    ]  # fmt: skip
    assert re.findall(r'<section id="(\w+)">', PAGE) == ["conflicts", "agreements", "only", "unclear", "articles", "run"]


def test_a_conflict_shows_both_sides_their_speakers_and_the_differing_words():
    card = PAGE.split('<article class="card conflict">')[1].split("</article>")[0]
    assert Outline(card).texts["mark"] == ["Twelve people", "Izmir", "15 شخصا"]
    assert "their speakers contradict each other" in card
    assert "reported by" in card
    assert all(words in card for words in ("Mayor Aylin Demir", "Anka", "رئيسة البلدية أيلين دمير", "Herald", "2024-05-03", "(0.90)"))
    assert 'no data file for the language <bdi dir="auto">xx</bdi>. Its sentences' in card


def test_texts_carry_their_language_and_find_their_own_direction():
    quotations = re.findall(r"<blockquote[^>]*>", PAGE)
    assert len(quotations) == 6
    assert all('dir="auto"' in tag and 'class="text"' in tag for tag in quotations)
    assert {re.search(r'lang="(\w+)"', tag)[1] for tag in quotations} == {"en", "ar"}
    assert "unicode-bidi: plaintext" in PAGE


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_follows_the_interface_language(language, direction):
    page = RESULT.to_html(language=language)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert load_messages(language)["report_title"] in page


def test_left_stays_left_on_a_right_to_left_page():
    page = RESULT.to_html(language="ar")
    card = page.split('<article class="card conflict">')[1].split("</article>")[0]
    assert card.index("Twelve") < card.index("15 شخصا")
    assert re.findall('dir="rtl" data-place="([^"]+)"', card) == ["التقرير الأول", "التقرير الثاني"]
    assert re.search("direction: ltr", page)
    head = re.findall(r'<th scope="col">(.*?)</th>', card)
    assert ["الميزان" in head[1], "Herald" in head[2]] == [True, True]


def test_an_unknown_interface_language_is_refused():
    with pytest.raises(cc.LanguageDataError, match="available: ar, en"):
        RESULT.to_html(language="xx")


def test_interface_languages_have_the_same_keys():
    assert set(load_messages("en")) == set(load_messages("ar"))


def test_skipped_items_are_named():
    skipped = cc.Skipped(name="old.txt", reason=cc.Reason(key="skipped_no_claims"))
    page = attrs.evolve(RESULT, skipped=(skipped,)).to_html()
    assert "old.txt" in page
    assert str(skipped.reason) in page


HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><script>x</script>", "</mark></title><iframe src=//x>",
    "' onmouseover='x", "<!-- ", "\u202e\u2066<b>", "\ud800 alone \udfff", "\x00\x08\x1b", "&lt;svg onload=x&gt;",
)  # fmt: skip


def make_hostile(words: str) -> cc.Comparison:
    text = f"The mayor {words} said that twelve {words} people died."
    articles = [
        cc.Article(text=text, outlet=f"{n}{words}", title=words, url=f"javascript:{words}", id=f"{n}", language=words) for n in "ab"
    ]
    left, right = (make_claim(a, f"twelve {words} people died", speaker=f"The mayor {words}", via=words) for a in articles)
    note = cc.Difference(facet="wording", relation="conflicting", left=left.span, right=right.span, note=words)
    reason = cc.Reason(key="skipped_language", parameters={"language": words})
    finding = make_finding(left, right, "conflict", differences=(note,), reasons=(reason,))
    event = cc.Event(id=words, label=words, claim_ids=(left.id,))
    return cc.Comparison(
        articles=tuple(articles),
        claims=(left, right),
        events=(event,),
        skipped=(cc.Skipped(name=words, reason=reason),),
        provenance={words: words},
    ).with_findings((finding, make_finding(left, right)))


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_text_is_inert_and_encodable(words):
    result = make_hostile(words)
    for markup in (result.to_html(), result.to_html(language="ar"), result._repr_html_()):
        markup.encode("utf-8")
        outline = Outline(markup)
        assert outline.open == []
        assert set(outline.opened).isdisjoint({"script", "img", "iframe", "b", "form", "object", "link", "base"})
        assert not [name for name, _ in outline.attributes if name.startswith("on") or name in ("src", "style")]
        assert all(value.startswith("#") for name, value in outline.attributes if name == "href")
        assert not re.search("[\x00-\x08\x1b]", markup)


def test_the_page_forbids_everything_but_its_own_style():
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', PAGE)
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'", policy)
    assert "url(" not in PAGE
    assert "@import" not in PAGE


def test_only_web_addresses_become_links():
    article = attrs.evolve(RESULT.articles[0], url="https://example.org/a?b=1&c=2")
    assert (
        '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">'
        in attrs.evolve(RESULT, articles=(article,)).to_html()
    )
    broken = attrs.evolve(RESULT.articles[0], url="http://[broken")
    assert "http://[broken" in attrs.evolve(RESULT, articles=(broken,)).to_html()


def test_a_notebook_view_can_be_shown_twice_and_touches_nothing_else():
    assert 'id="' not in FRAGMENT
    assert not re.search("<h[1-6]", FRAGMENT), "a notebook lists headings of outputs in its table of contents"
    style = FRAGMENT.split("<style>")[1].split("</style>")[0]
    rules = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    selectors = [s.strip() for head in re.findall(r"([^{}]+)\{", rules) for s in head.split(",") if not head.strip().startswith("@")]
    assert selectors
    assert all(selector.startswith(".claimcmp") for selector in selectors)


def test_a_notebook_view_stays_small_and_says_what_it_left_out():
    many = RESULT.with_findings(RESULT.agreements * (MAX_SHOWN + 5))
    assert "5 more are not shown" in render_fragment(summarise(many))
    assert render_page(summarise(many)).count('class="card agreement"') == MAX_SHOWN + 5
