"""What each line of a saved page is."""

from __future__ import annotations

import pytest

from claimcmp.text.layout import LineKind, read_layout
from claimcmp.text.layout_words import load_layout_words

BODY_EN = "The bridge over the river was closed on Monday after engineers found cracks in two of its piers, the city said."
BODY_AR = "أغلق الجسر فوق النهر يوم الاثنين بعد أن عثر المهندسون على شقوق في اثنين من أعمدته، بحسب ما ذكرت البلدية في بيان."


def read_kinds(text: str, language: str) -> list[str]:
    return [str(line.kind) for line in read_layout(text, load_layout_words(language))]


LINES = [
    ("a photo credit", "en", "Cars wait at the closed bridge (Reuters)", "caption"),
    ("a caption that names itself", "en", "File photo: cars wait at the bridge", "caption"),
    ("a list of agencies", "en", "Source: Reuters, AP", "provenance"),
    ("who wrote and edited", "en", "Reporting by Leyla Aksoy", "provenance"),
    ("a link", "en", "Read also: Ferry line to open in June", "related"),
    ("a subscription", "en", "Subscribe to our newsletter", "related"),
    ("an advertisement", "en", "Advertisement", "related"),
    ("a subheading", "en", "Years of neglect", "subheading"),
    ("a sentence of its own", "en", "Nobody was hurt.", "body"),
    ("a quotation of its own", "en", "“We ran out of steel,” Demir said.", "body"),
    ("a photo credit in Arabic", "ar", "سيارات أمام الجسر المغلق (رويترز)", "caption"),
    ("a list of agencies in Arabic", "ar", "المصدر: رويترز", "provenance"),
    ("a link in Arabic", "ar", "اقرأ أيضاً: خط بحري جديد في حزيران", "related"),
    ("a subheading in Arabic", "ar", "سنوات من الإهمال", "subheading"),
    ("a place and an agency", "ar", "سلوى / الأناضول", "provenance"),
    ("a place and an outlet in marks", "ar", "سلوى: «الشرق الأوسط»", "provenance"),
    ("a speaker and a word in marks", "ar", "سلوى: «لن نغادر»", "subheading"),
    ("a sentence of its own in Arabic", "ar", "لم يصب أحد.", "body"),
]


@pytest.mark.parametrize(("language", "line", "kind"), [case[1:] for case in LINES], ids=[case[0] for case in LINES])
def test_a_line_between_paragraphs_has_its_kind(language: str, line: str, kind: str) -> None:
    body = BODY_AR if language == "ar" else BODY_EN
    headline = "إغلاق الجسر" if language == "ar" else "Bridge closed"
    assert read_kinds(f"{headline}\n{body}\n{line}\n{body}\n{body}", language) == ["headline", "body", kind, "body", "body"]


@pytest.mark.parametrize(
    "text", ["Bridge closed", "Source: Reuters", "Advertisement", "File photo: cars wait", "إغلاق الجسر", "المصدر: رويترز", "(رويترز)", "x"]
)
@pytest.mark.parametrize("language", ["en", "ar", "xx"])
def test_a_text_of_one_line_is_never_dropped(text: str, language: str) -> None:
    assert read_kinds(text, language) == ["body"]


def test_the_first_line_is_a_headline_unless_it_ends_like_a_sentence() -> None:
    assert read_kinds(f"Bridge closed\n{BODY_EN}", "en") == ["headline", "body"]
    assert read_kinds(f"{BODY_EN}\n{BODY_EN}", "en") == ["body", "body"]


def test_the_line_below_the_headline_is_no_subheading() -> None:
    assert read_kinds(f"Bridge closed\nFerry takes over at dawn\n{BODY_EN}\n{BODY_EN}", "en") == ["headline", "body", "body", "body"]


def test_a_headline_may_announce_a_film() -> None:
    text = f"Video: Crane lifts the last ferry out of the frozen lock\n{BODY_EN}"
    line = read_layout(text, load_layout_words("en"))[0]
    assert line.kind is LineKind.HEADLINE
    assert text[line.content.start : line.content.end] == "Crane lifts the last ferry out of the frozen lock"


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x85"])
def test_every_line_end_ends_a_line(separator: str) -> None:
    assert read_kinds(f"Bridge closed{separator}{BODY_EN}", "en") == ["headline", "body"]


DATELINES = [
    ("ANKARA (AP) — ", "en"),
    ("ANKARA, Turkey (AP) - ", "en"),
    ("LONDON — ", "en"),
    ("Ankara (Reuters) – ", "en"),
    ("أنقرة (رويترز) - ", "ar"),
]


@pytest.mark.parametrize(("dateline", "language"), DATELINES)
def test_a_dateline_is_no_part_of_the_content(dateline: str, language: str) -> None:
    body = BODY_AR if language == "ar" else BODY_EN
    text = f"Headline\n{dateline}{body}"
    line = read_layout(text, load_layout_words(language))[1]
    assert text[line.content.start : line.content.end] == body
    assert text[line.span.start : line.span.end] == dateline + body


@pytest.mark.parametrize(
    "body",
    [
        "Cars (and buses) - some of them full - waited at the bridge.",
        "The Alps — and the road over them — are closed.",
        "He (Demir) - said no.",
    ],
)
def test_a_bracket_or_dash_in_a_sentence_is_no_dateline(body: str) -> None:
    line = read_layout(f"Headline\n{body}", load_layout_words("en"))[1]
    assert line.content == line.span


TEASERS = [
    ("en", "Bridge closed after cracks found: Here's what we know", "Bridge closed after cracks found"),
    ("en", "Bridge closed after cracks found - what you need to know", "Bridge closed after cracks found"),
    ("en", "Bridge closed: cracks found", "Bridge closed: cracks found"),
    ("ar", "إغلاق الجسر بعد العثور على شقوق.. ماذا نعرف؟", "إغلاق الجسر بعد العثور على شقوق"),
]


@pytest.mark.parametrize(("language", "headline", "content"), TEASERS)
def test_a_headline_holds_no_teaser(language: str, headline: str, content: str) -> None:
    body = BODY_AR if language == "ar" else BODY_EN
    line = read_layout(f"{headline}\n{body}", load_layout_words(language))[0]
    assert line.kind is LineKind.HEADLINE
    assert headline[line.content.start : line.content.end].strip() == content


def test_an_empty_text_has_no_lines() -> None:
    assert read_layout(" \n\n ", load_layout_words("en")) == ()
