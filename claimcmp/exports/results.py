"""A whole result as one JSON document.

The document is an object that begins with ``format`` and ``format_version``
and has the result's fields in the order declared, one list item a line. Every
claim is written once, in ``claims`` (or ``other_claims``: of a narrowed result,
the other side of its findings); everything else names it by its id. The same
result gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any, Protocol, TypeVar  # JSON values are untyped

from claimcmp.errors import FormatError, ReadError
from claimcmp.exports.codecs import decode_record, encode_record
from claimcmp.records import Claim

FORMAT = "claimcmp-comparison"


class Result(Protocol):
    """What is asked of a result: an attrs record with claims and a format version."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims."""
        ...

    @property
    def format_version(self) -> int:
        """Version of the format it is written in."""
        ...


R = TypeVar("R")


def dump_json(result: Result) -> str:
    """The JSON document of ``result``; lone surrogates are escaped, so it always encodes to UTF-8."""
    claims = _index_claims(result.claims)
    fields = encode_record(result, claims=claims)
    fields["claims"] = [encode_record(claim) for claim in result.claims]
    others = [encode_record(claim) for claim in tuple(claims.values())[len(_index_claims(result.claims)) :]]
    document = {"format": FORMAT, "format_version": result.format_version, **fields, "other_claims": others}
    lines = ",\n".join(f"{_dump(key)}: {_dump_lines(value)}" for key, value in document.items())
    return f"{{\n{lines}\n}}\n".encode("utf-8", "backslashreplace").decode("utf-8")


def _index_claims(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Claims by id; of several under one id the first, so that the others are written in full."""
    index: dict[str, Claim] = {}
    for claim in claims:
        index.setdefault(claim.id, claim)
    return index


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _dump_lines(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_dump, value)) + "\n]"
    return _dump(value)


def load_json(cls: type[R], document: str, *, newest: int, name: str = "the document") -> R:
    """The result of class ``cls`` in a JSON document.

    ``newest`` is the newest format version that ``cls`` can hold; ``name`` is
    what errors call the document.

    Raises
    ------
    FormatError
        If the document is damaged, no comparison, or of a newer format.
    """
    try:
        value = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{name} is damaged or no saved comparison: {error}; save it again with to_json") from error
    try:
        fields = _check_header(value, newest)
        claims = _load_claims(fields, "claims")
        known = _index_claims((*claims, *_load_claims(fields, "other_claims")))
        named = [encode_record(claim, claims=known) for claim in claims]
        rest = {key: item for key, item in fields.items() if key not in ("format", "claims", "other_claims")}
        return decode_record(cls, {**rest, "claims": named}, claims=known, where="comparison")
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from error


def _load_claims(fields: dict[str, Any], key: str) -> tuple[Claim, ...]:
    listed = fields.get(key)
    if not isinstance(listed, list):
        raise FormatError(f"the list {key!r} is missing")
    return tuple(decode_record(Claim, item, where=f"{key}[{position}]") for position, item in enumerate(listed))


def _check_header(value: Any, newest: int) -> dict[str, Any]:
    """The fields of a document whose format and version are right."""
    version = value.get("format_version") if isinstance(value, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or value.get("format", FORMAT) != FORMAT:
        raise FormatError("it is JSON, but no comparison saved with to_json (no format_version)")
    if version > newest:
        remedy = "read it with a newer one: pip install --upgrade claimcmp"
        raise FormatError(f"it has format_version {version}, and this claimcmp reads up to {newest}; {remedy}")
    if version < 1:
        raise FormatError(f"there is no format_version {version}; the first is 1")
    return dict(value)


def read_json(cls: type[R], path: str | PathLike[str], *, newest: int) -> R:
    """The result of class ``cls`` in the file at ``path``.

    Raises
    ------
    ReadError
        If there is no such file or it cannot be opened.
    FormatError
        If it is damaged, no comparison, or of a newer format.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}; give the file that to_json wrote") from error
    try:
        document = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"{path} is damaged or no saved comparison: {error}; save it again with to_json") from error
    return load_json(cls, document, newest=newest, name=str(path))
