"""Frozen attrs records to JSON values and back, driven by the types of their fields.

A record is an object with its fields in the order declared. Where a field may
hold one of several kinds of record (facets), ``"type"`` names the class. With
a dictionary of claims, a claim is written as its id. Dates are ISO-8601
strings, enums their values, paths strings. What JSON cannot hold is written
so that it survives: numbers that are not finite as ``"NaN"``, ``"Infinity"``,
``"-Infinity"``; a string in which two lone surrogates meet (they would be read
back as one character) as ``{"joined": [...]}``, and a mapping with such a key
as a list of pairs.
"""

from __future__ import annotations

import math
import re
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from numbers import Real
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints  # JSON values and type hints are untyped

import attrs

from claimcmp.errors import FormatError
from claimcmp.records import Claim, FrozenMapping

T = TypeVar("T")
Claims = dict[str, Claim] | None
Encode = Callable[[Any, Claims], Any]
Decode = Callable[[Any, str, Claims], Any]

_MEETING = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def encode_record(record: object, *, claims: Claims = None) -> Any:
    """The JSON value of an attrs record.

    With ``claims``, every claim inside becomes its id and is added to
    ``claims`` under it; only where the id is another claim's it is written in
    full.

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> encode_record(Span(start=2, end=5))
    {'start': 2, 'end': 5}
    """
    return _find_codec(type(record))[0](record, claims)


def decode_record(cls: type[T], value: object, *, claims: Claims = None, where: str = "") -> T:
    """The record of class ``cls`` that :func:`encode_record` made ``value`` from.

    Ids of claims are looked up in ``claims``. A field that is absent takes its
    default; ``where`` begins the place that errors name.

    Raises
    ------
    FormatError
        If ``value`` does not describe such a record; names the place.

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> decode_record(Span, {"start": 2, "end": 5})
    Span(start=2, end=5)
    """
    return cast(T, _find_codec(cls)[1](value, where or cls.__name__, claims))


def _find_codec(hint: Any) -> tuple[Encode, Decode]:
    return _build_codec(hint)


@cache
def _build_codec(hint: Any) -> tuple[Encode, Decode]:
    """How values of the type ``hint`` are written and read."""
    origin = get_origin(hint) or hint
    if origin in (Union, types.UnionType):
        return _union_codec(get_args(hint))
    if origin is tuple:
        return _tuple_codec(get_args(hint))
    if not isinstance(origin, type):
        raise TypeError(f"exports cannot write values of the type {hint!r}")
    if issubclass(origin, Mapping):
        return _mapping_codec(get_args(hint)[1], origin)
    if attrs.has(origin):
        return _claim_codec() if origin is Claim else _record_codec(origin)
    if issubclass(origin, Enum):
        return (lambda value, _: value.value), partial(_decode_enum, origin)
    found = _SCALARS.get(origin)
    if found is None:
        raise TypeError(f"exports cannot write values of the type {hint!r}")
    return found


def _union_codec(members: tuple[Any, ...]) -> tuple[Encode, Decode]:
    kinds = tuple(member for member in members if member is not types.NoneType)
    if len(kinds) == 1 or set(kinds) == {date, datetime}:
        encode, decode = _find_codec(kinds[-1] if len(kinds) == 1 else date)
    else:
        encode, decode = _tagged_codec({kind.__name__: kind for kind in kinds})
    if len(kinds) == len(members):
        return encode, decode
    return (
        lambda value, claims: None if value is None else encode(value, claims),
        lambda value, where, claims: None if value is None else decode(value, where, claims),
    )


def _tagged_codec(kinds: Mapping[str, type]) -> tuple[Encode, Decode]:
    def encode(value: Any, claims: Claims) -> Any:
        return {"type": type(value).__name__, **_find_codec(type(value))[0](value, claims)}

    def decode(value: Any, where: str, claims: Claims) -> Any:
        kind = kinds.get(str(value.get("type"))) if isinstance(value, dict) else None
        if kind is None:
            raise FormatError(f'{where}: expected an object whose "type" is one of {", ".join(kinds)}')
        return _find_codec(kind)[1]({key: item for key, item in value.items() if key != "type"}, where, claims)

    return encode, decode


def _tuple_codec(members: tuple[Any, ...]) -> tuple[Encode, Decode]:
    encode, decode = _find_codec(members[0])  # records hold tuples of one kind: tuple[X, ...]

    def decode_all(value: Any, where: str, claims: Claims) -> Any:
        items = _expect(list, value, where)
        return tuple(decode(item, f"{where}[{position}]", claims) for position, item in enumerate(items))

    return (lambda value, claims: [encode(item, claims) for item in value]), decode_all


def _mapping_codec(member: Any, kind: type) -> tuple[Encode, Decode]:
    encode, decode = _find_codec(member)

    def encode_all(value: Any, claims: Claims) -> Any:
        if any(_MEETING.search(key) for key in value):
            return [[_encode_text(key, claims), encode(item, claims)] for key, item in value.items()]
        return {str(key): encode(item, claims) for key, item in value.items()}

    def decode_all(value: Any, where: str, claims: Claims) -> Any:
        pairs = value if isinstance(value, list) else list(_expect(dict, value, where).items())
        if not all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in pairs):
            raise FormatError(f"{where}: expected an object or a list of pairs")
        found = {_decode_text(key, where, claims): decode(item, f"{where}[{key!r}]", claims) for key, item in pairs}
        return found if kind is dict else FrozenMapping(found)

    return encode_all, decode_all


def _record_codec(cls: type) -> tuple[Encode, Decode]:
    hints = get_type_hints(cls)
    fields: Any = attrs.fields(cls)
    codecs = {field.name: _find_codec(hints[field.name]) for field in fields if field.init}
    required = {field.name for field in fields if field.default is attrs.NOTHING}

    def encode(value: Any, claims: Claims) -> Any:
        return {name: codec[0](getattr(value, name), claims) for name, codec in codecs.items()}

    def decode(value: Any, where: str, claims: Claims) -> Any:
        given = _expect(dict, value, where)
        _check_names(given.keys(), codecs.keys(), required, where)
        arguments = {name: codecs[name][1](item, f"{where}.{name}", claims) for name, item in given.items()}
        try:
            return cls(**arguments)
        except FormatError:
            raise
        except (ValueError, TypeError) as error:
            raise FormatError(f"{where}: {error}") from error

    return encode, decode


def _check_names(given: Any, known: Any, required: set[str], where: str) -> None:
    if missing := sorted(required - given):
        raise FormatError(f"{where}: the field {missing[0]!r} is missing")
    if unknown := sorted(given - known):
        raise FormatError(f"{where}: unknown field {unknown[0]!r}; known are {', '.join(known)}")


def _claim_codec() -> tuple[Encode, Decode]:
    encode, decode = _record_codec(Claim)

    def encode_claim(value: Claim, claims: Claims) -> Any:
        known = None if claims is None else claims.setdefault(value.id, value)
        return _encode_text(value.id, claims) if known is value or known == value else encode(value, claims)

    def decode_claim(value: Any, where: str, claims: Claims) -> Any:
        if isinstance(value, dict) and "joined" not in value:
            return decode(value, where, claims)
        claim = (claims or {}).get(_decode_text(value, where, claims))
        if claim is None:
            raise FormatError(f"{where}: there is no claim with the id {value!r}")
        return claim

    return encode_claim, decode_claim


def _expect(kind: type[T], value: object, where: str) -> T:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        names: dict[type, str] = {dict: "an object", list: "a list", str: "a string", int: "a whole number", bool: "true or false"}
        raise FormatError(f"{where}: expected {names[kind]}, not {value!r:.60}")
    return value


def _encode_text(value: Any, _: Claims) -> Any:
    parts = _MEETING.split(str(value))
    return parts[0] if len(parts) == 1 else {"joined": parts}


def _decode_text(value: Any, where: str, _: Claims) -> str:
    if isinstance(value, dict) and isinstance(value.get("joined"), list):
        return "".join(_expect(str, part, where) for part in value["joined"])
    return _expect(str, value, where)


def _encode_number(value: Any, _: Claims) -> Any:
    number = value if type(value) in (int, float) else float(value)
    if math.isfinite(number):
        return number
    return "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"


def _decode_number(value: Any, where: str, _: Claims) -> Any:
    if value in ("NaN", "Infinity", "-Infinity"):
        return float(value)
    if isinstance(value, bool) or not isinstance(value, Real):
        raise FormatError(f"{where}: expected a number, not {value!r:.60}")
    return value


def _decode_date(value: Any, where: str, _: Claims) -> Any:
    text = _expect(str, value, where)
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError as error:
        raise FormatError(f"{where}: expected an ISO-8601 date, not {value!r:.60}") from error


def _decode_enum(kind: type[Enum], value: Any, where: str, _: Claims) -> Any:
    try:
        return kind(value)
    except ValueError as error:
        raise FormatError(f"{where}: expected one of {', '.join(str(member.value) for member in kind)}, not {value!r:.60}") from error


_SCALARS: dict[type, tuple[Encode, Decode]] = {
    str: (_encode_text, _decode_text),
    int: (lambda value, _: int(value), lambda value, where, _: _expect(int, value, where)),
    bool: (lambda value, _: bool(value), lambda value, where, _: _expect(bool, value, where)),
    float: (_encode_number, _decode_number),
    date: (lambda value, _: value.isoformat(), _decode_date),
    datetime: (lambda value, _: value.isoformat(), _decode_date),
    Path: (lambda value, _: str(value), lambda value, where, _: Path(_expect(str, value, where))),
}
