"""Files, folders, tables and mappings to articles."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from datetime import date
from functools import partial
from pathlib import Path

from claimcmp.errors import InputTypeError
from claimcmp.io.decoding import decode_text
from claimcmp.io.files import Reading, read_file, read_folder
from claimcmp.io.items import FIELD_ALIASES, ArticleBatch, Fields, Item, Refusal, RefusedError, attempt, collect, find_misspelt, read_row
from claimcmp.records import Article

__all__ = ["ArticleBatch", "decode_text", "read_articles", "read_batch", "read_sources"]

_TEXT_REMEDY = 'a text is passed together with its outlet: read_articles({"Harbour Daily": text})'

_MAX_NAME = 255
"""Characters a file's name can have on common file systems."""
_MAX_WORDS = 12
"""Words up to which a string that names no file is taken for a mistyped name rather than a text."""


def read_articles(
    source: object,
    *,
    outlet: str | None = None,
    published: date | str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> ArticleBatch:
    """The articles of ``source``, a tuple whose ``.skipped`` names what could not be read.

    Parameters
    ----------
    source
        - a path (``str`` or ``Path``) of a file, a folder or a glob such as ``"news/*.txt"``: ``.txt``, ``.md``,
          ``.html``/``.htm`` (saved pages; extra ``[load]``), ``.jsonl``/``.ndjson``, ``.json`` (an object or an
          array of them), ``.csv``, ``.parquet`` (extra ``[load]``). A folder's ``articles.toml`` says what its
          files do not say themselves: ``file``, ``outlet``, ``published``, ``language``, ``title``, ``url``, ``id``
        - a mapping of outlet to text, or of outlet to any other source
        - a DataFrame, or an iterable of dicts, ``Article`` objects or paths; one dict or ``Article`` alone

        Rows and dicts have the fields text (or body, content), outlet (source, publisher), published
        (published_at, publication_date, date), title (headline), language (lang), url (link) and
        id (article_id); case does not matter. Other fields are ignored, with a ``ClaimcmpWarning``
        where one looks like a misspelt name of these.
    outlet, published, language
        For the items that state none themselves; on a saved page they go before its metadata.
    encoding
        Of the files. Default: byte-order mark, else UTF-8, else the likeliest legacy encoding,
        which is logged to the logger ``claimcmp``.

    Raises
    ------
    ReadError
        If nothing at all could be read (one bad file alone, for instance); names every item.
    InputTypeError
        If ``source`` is of a kind that holds no articles.
    MissingExtraError, InvalidRecordError
        If nothing could be read and the reason is a missing package, or wrong values.

    Notes
    -----
    An item that is unreadable, empty, or repeats an earlier one is left out and named in ``.skipped``.
    Subfolders are read through a glob (``"news/**/*.txt"``) only. Nothing is downloaded.

    Examples
    --------
    >>> articles = read_articles({"Harbour Daily": "The bridge is shut.", "Coast News": ""})
    >>> [article.outlet for article in articles]
    ['Harbour Daily']
    >>> print(articles.skipped[0].name, "-", articles.skipped[0].reason)
    Coast News - It holds no text.
    """
    defaults = {"outlet": outlet, "published": published, "language": language}
    return collect(_read_source(source, Reading(defaults, encoding)))


def read_batch(source: object) -> ArticleBatch:
    """The articles of ``source`` as :func:`read_articles` gives them; none at all where every text is blank."""
    if isinstance(source, ArticleBatch):
        return source
    return collect(_read_source(source, Reading({}, None)), allow_blank=True)


def read_sources(sources: Iterable[tuple[object, Fields]]) -> ArticleBatch:
    """The articles of several sources, each with its own values for the fields that its items do not state.

    Raises
    ------
    ClaimcmpError
        As :func:`read_articles`, of all sources together.
    """
    return collect(item for source, defaults in sources for item in _read_source(source, Reading(defaults)))


def _read_source(source: object, reading: Reading) -> Iterator[Item]:
    match source:
        case str() | os.PathLike():
            return _read_path(os.fspath(source), reading)
        case Article():
            return read_row("article", source, reading.defaults)
        case Mapping() if _is_row(source):
            return read_row("article", source, reading.defaults)
        case Mapping():
            return _read_outlets(source, reading)
        case _ if _is_frame(source):
            return _read_frame(source, reading)
        case AbstractSet():
            raise InputTypeError("a set has no order, and the article given first is the left one; pass a list")
        case Iterable() if not isinstance(source, bytes | bytearray | memoryview) and not hasattr(source, "read"):
            return _read_iterable(source, reading)
    remedy = (
        "open it by its path"
        if hasattr(source, "read")
        else f"decode it first; {_TEXT_REMEDY}"
        if isinstance(source, bytes)
        else _TEXT_REMEDY
    )
    raise InputTypeError(
        f"cannot read articles from {type(source).__name__}; pass paths, a mapping, dicts, Articles or a DataFrame; {remedy}"
    )


def _read_path(source: str | bytes, reading: Reading) -> Iterator[Item]:
    given = os.path.expanduser(os.fsdecode(source))
    if os.path.isdir(given):
        return read_folder(Path(given), reading)
    if os.path.exists(given):
        return read_file(Path(given), reading)
    if "\n" in given or len(given) > _MAX_NAME or len(given.split()) > _MAX_WORDS:
        raise InputTypeError(f"{given[:40]!r}… is a text, not a path; {_TEXT_REMEDY}")
    if "://" in given:
        return _refuse(given, "read_url")
    if not glob.has_magic(given):
        return _refuse(given, "read_not_found")
    paths = [Path(path) for path in sorted(glob.glob(given, recursive=True)) if os.path.isfile(path)]
    if not paths:
        return _refuse(given, "read_no_match")
    return (item for path in paths for item in read_file(path, reading))


def _refuse(name: str, key: str) -> Iterator[Item]:
    refused = RefusedError(key)
    yield Refusal(name, refused.reason, refused.error)


def _is_row(source: Mapping[object, object]) -> bool:
    """Whether a mapping is one article's fields rather than outlets."""
    keys = {str(key).strip().casefold() for key in source}
    unknown = {key for key in keys if not any(key in names for names in FIELD_ALIASES.values())}
    return not keys.isdisjoint(FIELD_ALIASES["text"]) and unknown <= set(find_misspelt(unknown))


def _read_outlets(source: Mapping[object, object], reading: Reading) -> Iterator[Item]:
    for outlet, value in source.items():
        if not isinstance(outlet, str):
            raise InputTypeError(f"the key {outlet!r} of the mapping must be an outlet's name (str), not {type(outlet).__name__}")
        yield from _read_outlet(outlet, value, reading.with_outlet(outlet))


def _read_outlet(outlet: str, value: object, reading: Reading) -> Iterator[Item]:
    if not isinstance(value, str):
        return attempt(outlet, partial(_read_source, value, reading))
    if len(value) <= _MAX_NAME and os.path.isfile(value):
        raise InputTypeError(f"{value!r} under {outlet!r} is a file's name, not a text; pass Path({value!r})")
    return read_row(outlet, {"text": value}, reading.defaults)


def _is_frame(source: object) -> bool:
    pandas = sys.modules.get("pandas")  # who holds a DataFrame has imported pandas
    return pandas is not None and isinstance(source, pandas.DataFrame)


def _read_frame(frame: object, reading: Reading) -> Iterator[Item]:
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")  # type: ignore[attr-defined]  # a DataFrame
    for label, row in zip(frame.index, rows, strict=True):  # type: ignore[attr-defined]
        yield from read_row(f"row {label}", row, reading.defaults)


def _read_iterable(source: Iterable[object], reading: Reading) -> Iterator[Item]:
    for position, value in enumerate(source):
        if isinstance(value, str | os.PathLike):
            yield from _read_path(os.fspath(value), reading)
        elif isinstance(value, Article | Mapping):
            yield from read_row(f"articles[{position}]", value, reading.defaults)
        else:
            raise InputTypeError(f"articles[{position}] is a {type(value).__name__}; pass paths, dicts with a text field, or Articles")
