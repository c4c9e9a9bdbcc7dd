"""What reading yields: articles, and the items that had to be refused."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from numbers import Integral

import attrs

from claimcmp.errors import ClaimcmpError, ClaimcmpWarning, InvalidRecordError, ReadError, suggest_name
from claimcmp.messages import render_message
from claimcmp.records import Article, Reason, Skipped

FIELD_ALIASES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content"),
    "outlet": ("outlet", "source", "publisher"),
    "published": ("published", "published_at", "publication_date", "date"),
    "title": ("title", "headline"),
    "language": ("language", "lang"),
    "url": ("url", "link"),
    "id": ("id", "article_id"),
}
"""Names under which the fields of an article are found, the first that holds a value wins; case does not matter."""

Fields = Mapping[str, object]


class ArticleBatch(tuple[Article, ...]):
    """A tuple of articles that also names what could not be read.

    Attributes
    ----------
    skipped
        The items left out, each with its name and the reason;
        ``compare`` hands them on in ``Comparison.skipped``.
    """

    skipped: tuple[Skipped, ...]

    def __new__(cls, articles: Iterable[Article] = (), skipped: Iterable[Skipped] = ()) -> ArticleBatch:
        """The batch of ``articles``, with the items skipped on the way to them."""
        batch = super().__new__(cls, articles)
        batch.skipped = tuple(skipped)
        return batch

    def __reduce__(self) -> tuple[type[ArticleBatch], tuple[tuple[Article, ...], tuple[Skipped, ...]]]:
        return ArticleBatch, (tuple(self), self.skipped)


class RefusedError(Exception):
    """One item cannot be read; caught where the item's name is known.

    ``key`` and ``parameters`` are those of the message; ``error`` is what the
    caller gets if no item at all can be read.
    """

    def __init__(self, key: str, /, *, error: type[ClaimcmpError] = ReadError, **parameters: str) -> None:
        super().__init__(render_message(key, parameters))
        self.reason = Reason(key=key, parameters=parameters)
        self.error = error


@attrs.frozen
class Refusal:
    """An item that was refused, under its name."""

    name: str
    reason: Reason
    error: type[ClaimcmpError]


@attrs.frozen
class Named:
    """An article under the name of the item it was read from."""

    name: str
    article: Article


Item = Named | Refusal


def attempt(name: str, read: Callable[[], Iterable[Item]]) -> Iterator[Item]:
    """The items that ``read`` gives; a refusal under ``name`` where it raises one."""
    try:
        yield from read()
    except RefusedError as refused:
        yield Refusal(name, refused.reason, refused.error)


def read_row(name: str, row: object, defaults: Fields) -> Iterator[Item]:
    """The article of one row of named fields; ``defaults`` fill what it leaves out."""
    return attempt(name, lambda: (Named(name, _build_article(row, defaults)),))


def _build_article(row: object, defaults: Fields) -> Article:
    if isinstance(row, Article):
        _check_text(row.text)
        return row
    if not isinstance(row, Mapping):
        raise RefusedError("read_not_record", kind=type(row).__name__)
    fields = {**{key: value for key, value in defaults.items() if value is not None}, **map_fields(row)}
    _warn_of_misspelt(row, fields)
    if "text" not in fields:
        raise _refuse_without_text(row)
    _check_text(fields["text"])
    if isinstance(fields.get("id"), Integral):
        fields["id"] = str(fields["id"])
    if isinstance(moment := fields.get("published"), datetime):
        fields["published"] = datetime.combine(moment.date(), moment.timetz())  # a plain one, of a pandas Timestamp too
    try:
        return Article(**fields)  # type: ignore[arg-type]  # Article checks its fields
    except InvalidRecordError as error:
        raise RefusedError("read_bad_field", error=InvalidRecordError, detail=str(error)) from error


def _refuse_without_text(row: Mapping[str, object]) -> RefusedError:
    names = FIELD_ALIASES["text"]
    if any(str(key).strip().casefold() in names for key in row):
        return RefusedError("read_empty")
    return RefusedError("read_no_text", fields=", ".join(map(str, row)) or "-", names=", ".join(names))


def map_fields(row: Mapping[str, object]) -> dict[str, object]:
    """The fields of an article found in ``row`` under any of their names."""
    given = {str(key).strip().casefold(): value for key, value in row.items() if not _is_missing(value)}
    found = {name: next((given[alias] for alias in aliases if alias in given), None) for name, aliases in FIELD_ALIASES.items()}
    return {name: value for name, value in found.items() if value is not None}


def find_misspelt(keys: Iterable[object], known: Iterable[str] = ()) -> dict[str, str]:
    """Keys that name no field but are one letter or two away from a name of a field not ``known`` yet, with the question to ask."""
    aliases = {alias: name for name, names in FIELD_ALIASES.items() for alias in names}
    wanted = [alias for alias, name in aliases.items() if name not in known and len(alias) >= _MIN_ALIAS]
    spelt = {str(key): str(key).strip().casefold() for key in keys}
    asked = {key: suggest_name(folded, wanted) for key, folded in spelt.items() if folded not in aliases and len(folded) >= _MIN_ALIAS}
    return {key: question for key, question in asked.items() if question}


_MIN_ALIAS = 4
"""Letters of the shortest field name that a misspelling of is told from another word: "id" and "url" are near to too many."""


def _warn_of_misspelt(row: Mapping[str, object], fields: Fields) -> None:
    for key, question in find_misspelt(row, fields).items():
        warnings.warn(f"the field {key!r} of an article is not read; {question}", ClaimcmpWarning, stacklevel=2)


def _is_missing(value: object) -> bool:
    """None, an empty cell, or a number that is no number (NaN)."""
    return value is None or (isinstance(value, str) and not value) or (isinstance(value, float) and math.isnan(value))


def _check_text(text: object) -> None:
    if isinstance(text, str) and not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise RefusedError("read_empty")


def collect(items: Iterable[Item], *, allow_blank: bool = False) -> ArticleBatch:
    """The batch of the articles among ``items``; repeated articles are skipped by name.

    Raises
    ------
    ClaimcmpError
        If items were refused and no article is left; names the refused ones.
        With ``allow_blank`` not if they all hold no text.
    """
    names: dict[str, Named] = {}
    refusals: list[Refusal] = []
    for item in items:
        if isinstance(item, Refusal):
            refusals.append(item)
        elif item.article.id in names:
            refusals.append(_refuse_repeated(item, names[item.article.id]))
        else:
            names[item.article.id] = item
    all_blank = all(refusal.reason.key == "read_empty" for refusal in refusals)
    if refusals and not names and not (allow_blank and all_blank):
        raise _describe(refusals)
    return ArticleBatch((named.article for named in names.values()), (Skipped(name=r.name, reason=r.reason) for r in refusals))


def _refuse_repeated(item: Named, earlier: Named) -> Refusal:
    key = "read_duplicate" if item.article.text == earlier.article.text else "read_id_taken"
    return Refusal(item.name, Reason(key=key, parameters={"name": earlier.name, "id": item.article.id}), ReadError)


_MAX_NAMED = 5
"""Refused items spelled out in one error."""


def _describe(refusals: list[Refusal]) -> ClaimcmpError:
    lines = [f"{refusal.name}: {refusal.reason}" for refusal in refusals[:_MAX_NAMED]]
    if len(refusals) > _MAX_NAMED:
        lines.append(f"and {len(refusals) - _MAX_NAMED} more")
    kinds = {refusal.error for refusal in refusals}
    return (kinds.pop() if len(kinds) == 1 else ReadError)("\n".join(lines))
