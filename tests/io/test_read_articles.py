"""Everything that articles are read from, and what is said where that fails."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from claimcmp import (
    Article,
    ClaimcmpError,
    ClaimcmpWarning,
    InputTypeError,
    InvalidRecordError,
    MissingExtraError,
    ReadError,
    read_articles,
)
from claimcmp.io import ArticleBatch

SHUT = "The bridge is shut, the minister said."
OPEN = "The bridge is open, the mayor said."
ARABIC = "قال الوزير إن الجسر مغلق."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def texts(articles: ArticleBatch) -> list[str]:
    return [article.text for article in articles]


def skipped(articles: ArticleBatch) -> list[tuple[str, str]]:
    return [(item.name, item.reason.key) for item in articles.skipped]


# -- Paths


def test_one_file_gives_one_article_with_the_fields_given() -> None:
    put("a.txt", SHUT)
    (article,) = read_articles("a.txt", outlet="Harbour Daily", published="2024-03-02", language="en")
    assert (article.text, article.outlet, article.published, article.language) == (SHUT, "Harbour Daily", dt.date(2024, 3, 2), "en")


def test_paths_globs_and_folders_give_the_same_articles_in_order() -> None:
    put("news/b.md", OPEN)
    put("news/a.txt", SHUT)
    put("news/.hidden.txt", "Not for reading.")
    put("news/old/c.txt", ARABIC)
    for source in ("news", Path("news"), "news/*.*", ["news/a.txt", Path("news/b.md")], (p for p in ("news/a.txt", "news/b.md"))):
        assert texts(read_articles(source)) == [SHUT, OPEN]
    assert texts(read_articles("news/**/*.txt")) == [SHUT, ARABIC]


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern() -> None:
    put("a[1].txt", SHUT)
    put("a1.txt", OPEN)
    assert texts(read_articles("a[1].txt")) == [SHUT]


def test_newlines_stay_and_the_byte_order_mark_goes() -> None:
    put("a.txt", b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert texts(read_articles("a.txt")) == ["one\r\ntwo\rthree\n"]


def test_the_encoding_can_be_given() -> None:
    put("a.txt", ARABIC.encode("cp1256"))
    assert texts(read_articles("a.txt", encoding="cp1256")) == [ARABIC]


ALONE_UNREADABLE: list[tuple[str, str | bytes | None, str]] = [
    ("gone.txt", None, r"^gone\.txt: There is no such file or folder; check the name\.$"),
    ("gone*.txt", None, r"^gone\*\.txt: No file matches this pattern"),
    ("https://example.org/a", None, "It is a web address, and nothing is downloaded; save the page as .html"),
    ("a.docx", "x", r"^a\.docx: Files of this kind \(\.docx\) are not read; save it as one of \.txt, "),
    ("a.txt", "", r"^a\.txt: It holds no text\.$"),
    ("a.txt", " \r\n\u00a0", r"^a\.txt: It holds no text\.$"),
    ("a.txt", b"\xff\xfe", r"^a\.txt: It holds no text\.$"),
    ("a.txt", b"%PDF-1.7", r"^a\.txt: It is not text but a PDF document; save its text as \.txt"),
    ("a.jsonl", "{}", r"^a\.jsonl, line 1: It has no text field; its fields are: -\. Call the text one of: text, body, content\.$"),
    ("a.json", "[1]", r"^a\.json, item 1: It is no object with a text field but int\.$"),
    ("a.json", "{", r"^a\.json: It is not valid JSON: "),
    ("a.json", "[]", r"^a\.json: It holds no text\.$"),
    ("a.json", "[" * 100_000, r"^a\.json: It is not valid JSON: "),
    ("a.csv", "text,outlet\n", r"^a\.csv: It holds no text\.$"),
    ("a.csv", 'text\n"open', r"^a\.csv: It is not a valid CSV table: unexpected end of data, after line 1\.$"),
    ("a.csv", "name,outlet\nx,y\n", r"^a\.csv, row ending in line 2: It has no text field; its fields are: name, outlet\."),
    ("a.parquet", b"PAR1", r"^a\.parquet: It is not a valid Parquet table: "),
    ("a.html", "<html><body></body></html>", r"^a\.html: No article was found on the page; save its text as \.txt"),
]


@pytest.mark.parametrize(("name", "content", "message"), ALONE_UNREADABLE)
def test_an_unreadable_item_alone_is_an_error_that_names_it_and_the_remedy(name: str, content: str | bytes | None, message: str) -> None:
    if content is not None:
        put(name, content)
    with pytest.raises(ReadError, match=message):
        read_articles(name)


def test_an_empty_folder_is_named() -> None:
    Path("news").mkdir()
    with pytest.raises(ReadError, match=r"^news: The folder holds no article; files may end in \.txt, "):
        read_articles("news")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_that_may_not_be_opened_is_named() -> None:
    put("a.txt", SHUT).chmod(0)
    with pytest.raises(ReadError, match=r"^a\.txt: It could not be opened: Permission denied"):
        read_articles("a.txt")


def test_among_several_the_unreadable_are_skipped_by_name_and_the_rest_go_on() -> None:
    put("news/a.txt", SHUT)
    put("news/b.txt", "")
    put("news/c.txt", b"\x89PNG\r\n")
    put("news/d.txt", OPEN)
    put("news/photo.jpg", b"\xff\xd8\xff")
    expected = [("news/b.txt", "read_empty"), ("news/c.txt", "read_binary"), ("news/photo.jpg", "read_suffix")]
    articles = read_articles("news")
    assert (texts(articles), skipped(articles)) == ([SHUT, OPEN], expected)
    articles = read_articles(["news/a.txt", "gone.txt", "news/d.txt"])
    assert (texts(articles), skipped(articles)) == ([SHUT, OPEN], [("gone.txt", "read_not_found")])


def test_an_error_about_many_items_names_the_first_five() -> None:
    with pytest.raises(ReadError, match=r"(?s)^0\.txt: .*\n4\.txt: .*\nand 3 more$"):
        read_articles([f"{number}.txt" for number in range(8)])


# -- articles.toml

MANIFEST = """
[[article]]
file = "b.txt"
outlet = "الميناء"
published = 2024-03-02
language = "ar"

[[article]]
file = "a.txt"
outlet = "Harbour Daily"
published = "2024-03-03T10:00:00+00:00"
title = "Bridge"
url = "https://example.org/a"
id = "a1"
"""


def test_articles_toml_says_what_the_files_do_not_and_in_which_order() -> None:
    put("news/a.txt", SHUT)
    put("news/b.txt", ARABIC)
    put("news/c.txt", OPEN)
    put("news/articles.toml", MANIFEST)
    articles = read_articles("news", outlet="Coast News")
    assert [(article.outlet, article.published and str(article.published), article.language) for article in articles] == [
        ("الميناء", "2024-03-02", "ar"),
        ("Harbour Daily", "2024-03-03 10:00:00+00:00", "en"),
        ("Coast News", None, "en"),
    ]
    assert (articles[1].title, articles[1].url, articles[1].id) == ("Bridge", "https://example.org/a", "a1")


def test_a_files_entry_applies_however_the_file_is_given() -> None:
    put("news/a.txt", SHUT)
    put("news/b.txt", ARABIC)
    put("news/articles.toml", MANIFEST)
    for source in ("news/a.txt", "news/a*", [Path("news/a.txt")], "./news/a.txt"):
        assert [article.outlet for article in read_articles(source)] == ["Harbour Daily"]


BAD_ENTRIES = [
    ('file = "gone.txt"', "news/gone.txt", "articles.toml lists it, but there is no such file; correct the entry."),
    ('file = "a.txt"\npublised = 2024-03-02', "news/a.txt", "unknown key publised; did you mean one of: published?"),
    (
        'file = "a.txt"\ncolour = 1',
        "news/a.txt",
        "unknown key colour; did you mean one of: file, outlet, published, language, title, url, id?",
    ),
    ('file = "a.txt"\npublished = "02/03/2024"', "news/a.txt", "published='02/03/2024' is not a date"),
    ('file = "a.txt"\noutlet = 5', "news/a.txt", "outlet=5 must be a str or None, not int."),
    ('outlet = "X"', "news/articles.toml, entry 1", 'The entry names no file; write file = "name.txt".'),
    ('file = "b.txt"\n[[article]]\nfile = "b.txt"', "news/articles.toml, entry 2", "It is the second entry for b.txt; keep one."),
]


@pytest.mark.parametrize(("entry", "name", "message"), BAD_ENTRIES)
def test_a_wrong_entry_is_named_and_the_other_files_are_read(entry: str, name: str, message: str) -> None:
    put("news/a.txt", SHUT)
    put("news/b.txt", OPEN)
    put("news/articles.toml", f"[[article]]\n{entry}\n")
    articles = read_articles("news")
    ((found, reason),) = [(item.name, str(item.reason)) for item in articles.skipped]
    assert found == name
    assert message in reason
    assert OPEN in texts(articles)
    assert (SHUT in texts(articles)) == (name != "news/a.txt")


@pytest.mark.parametrize("content", ["[[article]\n", "language = 'ar'\n", "article = 5\n", b"\x89PNG"])
def test_a_manifest_that_cannot_be_used_is_an_error_not_a_guess(content: str | bytes) -> None:
    put("news/a.txt", SHUT)
    put("news/articles.toml", content)
    for source in ("news", "news/a.txt"):
        with pytest.raises(ReadError, match=r"articles\.toml|It is not text but"):
            read_articles(source)


def test_the_seeds_have_their_outlet_dates_and_language() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    articles = read_articles(seeds)
    assert articles.skipped == ()
    assert [(article.outlet, str(article.published), article.language) for article in articles] == [
        (None, "2023-07-12", "ar"),
        ("الجزيرة مباشر", "2022-11-14", "ar"),
    ]
    assert texts(articles) == [path.read_bytes().decode() for path in sorted(seeds.glob("*.txt"))]


# -- Tables


def test_fields_go_by_several_names_and_unknown_ones_are_ignored() -> None:
    rows = [
        {"text": SHUT, "outlet": "A", "published": "2024-03-02", "title": "T", "language": "en", "url": "u", "id": 7},
        {
            "Body": OPEN,
            "Source": "A",
            "published_at": "2024-03-02",
            "headline": "T",
            "lang": "en",
            "link": "u",
            "article_id": "8",
            "likes": 3,
        },
        {"content": ARABIC, "outlet": "", "publisher": "A", "date": dt.date(2024, 3, 2), "title": None, "url": float("nan")},
    ]
    articles = read_articles(rows)
    assert [article.outlet for article in articles] == ["A"] * 3
    assert [article.published for article in articles] == [dt.date(2024, 3, 2)] * 3
    assert [article.id for article in articles[:2]] == ["7", "8"]
    assert [article.title for article in articles] == ["T", "T", None]
    assert articles.skipped == ()


def test_jsonl_names_the_bad_line_by_its_number() -> None:
    put(
        "a.jsonl",
        f'{{"text": "one\u2028two"}}\r\n\r\n{{"text": \n{json.dumps({"text": SHUT, "date": "2.3."})}\n{json.dumps({"text": OPEN})}',
    )
    articles = read_articles("a.jsonl")
    assert texts(articles) == ["one\u2028two", OPEN]
    assert skipped(articles) == [("a.jsonl, line 3", "read_json"), ("a.jsonl, line 4", "read_bad_field")]


def test_json_holds_an_array_or_one_object() -> None:
    put("a.json", json.dumps([{"text": SHUT}, {"text": OPEN, "outlet": "B"}]))
    put("b.json", json.dumps({"text": ARABIC, "likes": [1]}))
    assert [article.outlet for article in read_articles("a.json", outlet="A")] == ["A", "B"]
    assert texts(read_articles("b.json")) == [ARABIC]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_cells_are_kept_as_they_are(delimiter: str) -> None:
    row = delimiter.join
    put(
        "a.csv",
        "\ufeff"
        + "\r\n".join([row(["id", "Text", "outlet", "date"]), row(["007", "NA", "", "2024-03-02"]), row(["8", '"two\r\nlines"', "B", ""])]),
    )
    articles = read_articles("a.csv", outlet="A")
    assert [(a.id, a.text, a.outlet, a.published) for a in articles] == [
        ("007", "NA", "A", dt.date(2024, 3, 2)),
        ("8", "two\r\nlines", "B", None),
    ]


def test_a_bad_csv_row_is_named_by_its_line_and_long_cells_are_no_trouble() -> None:
    put("a.csv", f"text,outlet\nThe bridge is shut.,A\n,B\nthe bridge, it is said, is shut,C\n{'long ' * 40_000},D\n")
    articles = read_articles("a.csv")
    assert [article.outlet for article in articles] == ["A", "D"]
    assert skipped(articles) == [("a.csv, row ending in line 3", "read_empty"), ("a.csv, row ending in line 4", "read_csv")]


FRAME = pd.DataFrame(
    {"text": [SHUT, None, ARABIC], "date": pd.to_datetime(["2024-03-02", None, None]), "id": [1, 2, 3]}, index=["x", "y", "z"]
)


def test_a_frame_gives_its_rows_and_names_the_bad_ones_by_their_label() -> None:
    articles = read_articles(FRAME, outlet="A")
    assert [(a.text, a.published, a.outlet, a.id) for a in articles] == [
        (SHUT, dt.datetime(2024, 3, 2), "A", "1"),
        (ARABIC, None, "A", "3"),
    ]
    assert type(articles[0].published) is dt.datetime
    assert skipped(articles) == [("row y", "read_empty")]


def test_parquet_gives_the_same_articles_as_the_frame() -> None:
    FRAME.to_parquet("a.parquet")
    articles = read_articles("a.parquet", outlet="A")
    assert tuple(articles) == tuple(read_articles(FRAME, outlet="A"))
    assert skipped(articles) == [("a.parquet, row 1", "read_empty")]


# -- Objects


def test_a_mapping_gives_texts_by_outlet() -> None:
    put("c.txt", ARABIC)
    articles = read_articles({"A": SHUT, "B": {"text": OPEN, "date": "2024-03-02"}, "C": Path("c.txt"), "D": ["c.txt"], "E": " "})
    assert [(article.outlet, article.text) for article in articles] == [("A", SHUT), ("B", OPEN), ("C", ARABIC), ("D", ARABIC)]
    assert skipped(articles) == [("E", "read_empty")]


def test_articles_pass_through_and_one_alone_may_stand_without_a_list() -> None:
    article = Article(text=SHUT)
    assert read_articles([article, {"text": OPEN}])[0] is article
    assert tuple(read_articles(article)) == (article,)
    assert texts(read_articles({"text": SHUT, "outlet": "A"})) == [SHUT]


def test_nothing_given_gives_nothing() -> None:
    assert read_articles([]) == ()
    assert read_articles({}).skipped == ()


def test_repeated_articles_and_taken_ids_are_skipped_by_name() -> None:
    rows = [{"text": SHUT}, {"text": SHUT}, {"text": OPEN, "id": "1"}, {"text": ARABIC, "id": "1"}]
    articles = read_articles(rows)
    assert texts(articles) == [SHUT, OPEN]
    assert skipped(articles) == [("articles[1]", "read_duplicate"), ("articles[3]", "read_id_taken")]


def _opened() -> Iterator[object]:
    yield io.StringIO(SHUT)


WRONG_KINDS: list[tuple[Any, str]] = [
    (None, "cannot read articles from NoneType; pass paths, a mapping, dicts, Articles or a DataFrame"),
    (5, "cannot read articles from int"),
    (b"text", "cannot read articles from bytes; .* decode it first"),
    (io.StringIO(SHUT), "cannot read articles from StringIO; .* open it by its path"),
    ({"a.txt", "b.txt"}, "a set has no order"),
    ([SHUT, 5], r"articles\[1\] is a int; pass paths, dicts with a text field, or Articles"),
    ([None], r"articles\[0\] is a NoneType"),
    (_opened(), r"articles\[0\] is a StringIO"),
    (
        ARABIC + "\n" + ARABIC,
        r'is a text, not a path; a text is passed together with its outlet: read_articles\(\{"Harbour Daily": text\}\)',
    ),
    ("word " * 13, "is a text, not a path"),
    ({5: SHUT}, "the key 5 of the mapping must be an outlet's name"),
    ({"A": 5}, "cannot read articles from int"),
    ({"A": "a.txt"}, r"'a\.txt' under 'A' is a file's name, not a text; pass Path\('a\.txt'\)"),
]


@pytest.mark.parametrize(("source", "message"), WRONG_KINDS)
def test_what_holds_no_articles_is_a_type_error_that_says_what_does(source: object, message: str) -> None:
    put("a.txt", SHUT)
    with pytest.raises(InputTypeError, match=message):
        read_articles(source)


def test_wrong_values_alone_are_an_invalid_record() -> None:
    with pytest.raises(InvalidRecordError, match=r"articles\[0\]: published='yesterday' is not a date"):
        read_articles([{"text": SHUT, "date": "yesterday"}])
    with pytest.raises(ClaimcmpError, match="text=5 must be a str"):
        read_articles({"text": 5})


def test_a_hostile_name_is_no_path_and_no_crash() -> None:
    for name in ("a\0b", "\ud800.txt", "~nobody/x", "[", "a" * 250):
        with pytest.raises(ReadError, match=r"no such file|No file matches"):
            read_articles(name)


# -- Saved pages

PAGE = """<html lang="en"><head><meta charset="{charset}"><title>Bridge shut - Harbour Daily</title>{head}
<meta property="og:site_name" content="Harbour Daily"></head><body><nav>Home Sport</nav><article><h1>{title}</h1>
<p>{first}</p><p>{second}</p></article><aside>Most read, 7 May 2019</aside></body></html>"""
ENGLISH = {
    "title": "Bridge shut after the storm",
    "first": "The minister said on Monday that the bridge was shut after the storm of 3 May 2019, and would open next week.",
    "second": "The mayor denied that anybody had been hurt, and called for a second crossing of the river, the agency reported.",
}
DATES = [
    ("open graph", '<meta property="article:published_time" content="2024-03-02T10:00:00Z">', "2024-03-02 10:00:00+00:00"),
    ("json-ld", '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-02"}]}</script>', "2024-03-02"),
    ("broken json-ld", '<script type="application/ld+json">{"@graph": </script><meta name="pubdate" content="2024-03-02">', "2024-03-02"),
    ("dublin core", '<meta name="DC.date.issued" content="2024-03-02">', "2024-03-02"),
    ("no date that can be read", '<meta name="date" content="last week">', "None"),
    ("none: dates in the text are not the page's", "", "None"),
]


@pytest.mark.parametrize(("case", "head", "published"), DATES, ids=[case for case, _, _ in DATES])
def test_a_page_gives_its_article_and_its_date_from_metadata_only(case: str, head: str, published: str) -> None:
    put("a.html", PAGE.format(charset="utf-8", head=head, **ENGLISH))
    (article,) = read_articles("a.html")
    assert (article.outlet, article.title, str(article.published)) == ("Harbour Daily", ENGLISH["title"], published)
    assert [line for line in article.text.split("\n") if line] == list(ENGLISH.values())


def test_what_the_caller_says_goes_before_a_pages_metadata() -> None:
    put("a.html", PAGE.format(charset="utf-8", head=DATES[0][1], **ENGLISH))
    (article,) = read_articles("a.html", outlet="Mirror", published="2020-01-01")
    assert (article.outlet, str(article.published)) == ("Mirror", "2020-01-01")


def test_a_page_in_the_encoding_it_declares_and_with_the_wrong_language_declared() -> None:
    arabic = {
        "title": "إغلاق الجسر بعد العاصفة",
        "first": ARABIC * 4,
        "second": "ونفى رئيس البلدية وقوع إصابات، ودعا إلى بناء جسر ثان على النهر.",
    }
    put("a.htm", PAGE.format(charset="windows-1256", head="", **arabic).encode("cp1256"))
    (article,) = read_articles("a.htm")
    assert article.text.startswith(arabic["title"])
    assert article.language == "ar"


@pytest.mark.parametrize(("name", "module"), [("a.html", "trafilatura"), ("a.parquet", "pyarrow")])
def test_a_missing_package_is_named_with_the_command_that_installs_it(name: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put(name, b"PAR1" if name.endswith("parquet") else "<p>x</p>")
    put("b.txt", SHUT)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"needs {module}: pip install 'claimcmp\[load\]'"):
        read_articles(name)
    assert skipped(read_articles(["b.txt", name])) == [(name, "read_missing_extra")]


@pytest.mark.parametrize(
    "source",
    [
        [{"text": "The bridge is shut.", "publised": "2024-01-01"}],
        {"text": "The bridge is shut.", "publised": "2024-01-01"},
        [{"text": "The bridge is shut.", "Publised": "2024-01-01", "author": "Lena Hartwig", "likes": 3}],
    ],
    ids=["a list", "one mapping", "beside other fields"],
)
def test_a_misspelt_field_is_told_with_the_name_it_is_near_to(source):
    with pytest.warns(ClaimcmpWarning, match="ublised' of an article is not read; did you mean 'published'") as told:
        (article,) = read_articles(source)
    assert len(told) == 1
    assert (article.text, article.published) == ("The bridge is shut.", None)


def test_a_field_near_to_one_that_is_given_is_another_field():
    (article,) = read_articles([{"text": "The bridge is shut.", "texts": 3, "published": "2024-01-01", "publisher_": "x", "outlet": "A"}])
    assert article.outlet == "A"
