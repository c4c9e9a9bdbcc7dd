"""Saved web pages to the fields of an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any  # trees of lxml, which ships no types

from claimcmp.errors import MissingExtraError
from claimcmp.io.decoding import decode_text
from claimcmp.io.items import RefusedError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes looked at for a declared charset (the HTML standard looks at 1,024)."""

_DATE_NAMES = ("article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "pubdate", "publishdate", "date")
"""Names of ``meta`` elements that hold the date of publication (Open Graph, schema.org, Dublin Core), surest first."""


def read_page(data: bytes, encoding: str | None = None, *, name: str = "page") -> dict[str, object]:
    """Fields of the article on a saved page: text, and what its metadata tells.

    The text is what trafilatura takes for the article, with the headline as
    its first line. The date of publication comes from metadata only (``meta``
    elements, JSON-LD), never from dates in the text. The page's ``lang`` is
    not believed: templates often carry the wrong one.

    Raises
    ------
    RefusedError
        If no article is found on the page, or trafilatura is not installed.
    """
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise RefusedError("read_missing_extra", error=MissingExtraError, what="HTML", package="trafilatura") from error
    tree = load_html(_decode_page(data, encoding, name))
    if tree is None:
        raise RefusedError("read_no_article")
    published = _find_published(tree)
    found = bare_extraction(tree, with_metadata=True, include_comments=False)
    fields = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    if not fields.get("text"):
        raise RefusedError("read_no_article")
    return {
        "text": _add_headline(fields["text"], fields.get("title")),
        "title": fields.get("title"),
        "outlet": fields.get("sitename"),
        "url": fields.get("url"),
        "published": published,
    }


def _decode_page(data: bytes, encoding: str | None, name: str) -> str:
    if encoding is None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            declared = _CHARSET.search(data[:_HEAD])
            encoding = declared.group(1).decode("ascii") if declared else None
    try:
        return decode_text(data, encoding, name=name)
    except RefusedError:
        return decode_text(data, name=name)


def _add_headline(text: str, title: str | None) -> str:
    return text if not title or title in text[: 2 * len(title) + 200] else f"{title}\n\n{text}"


def _find_published(tree: Any) -> date | datetime | None:
    return next((found for value in _list_dates(tree) if (found := _parse_date(value)) is not None), None)


def _list_dates(tree: Any) -> Iterator[str]:
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower(): meta.get("content") or ""
        for meta in reversed(tree.findall(".//meta"))
    }
    yield from (metas[name] for name in _DATE_NAMES[:2] if name in metas)
    for script in tree.findall(".//script[@type='application/ld+json']"):
        try:
            yield from _walk_json(json.loads(script.text or ""))
        except (ValueError, RecursionError):  # a page's broken JSON-LD says nothing about the page
            continue
    yield from (element.get("content") or element.get("datetime") or "" for element in tree.findall(".//*[@itemprop='datePublished']"))
    yield from (metas[name] for name in _DATE_NAMES[2:] if name in metas)


def _walk_json(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        children: Iterable[object] = value.values()
    else:
        children = value if isinstance(value, list) else ()
    for child in children:
        yield from _walk_json(child)


def _parse_date(value: str) -> date | datetime | None:
    value = value.strip()
    try:
        return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
    except ValueError:
        return None
