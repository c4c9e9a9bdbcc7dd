"""What fields of records are checked for and turned into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import attrs

from claimcmp.errors import InvalidRecordError
from claimcmp.records.frozen import FrozenMapping


def parse_published(value: object) -> date | datetime | None:
    """The day or time of publication: as given, or read from an ISO-8601 string."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip()) if len(value.strip()) <= 10 else datetime.fromisoformat(value.strip())
        except ValueError:
            pass
    raise InvalidRecordError(f"published={value!r} is not a date, a datetime or an ISO-8601 string such as '2022-11-14'")


def check_text(instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    """Nothing, or an error that names the field that holds no string."""
    if not isinstance(value, str):
        raise InvalidRecordError(f"{attribute.name}={value!r} must be a str, not {type(value).__name__}")


def check_optional_text(instance: object, attribute: attrs.Attribute[str | None], value: object) -> None:
    """Nothing, or an error that names the field that holds neither a string nor None."""
    if value is not None and not isinstance(value, str):
        raise InvalidRecordError(f"{attribute.name}={value!r} must be a str or None, not {type(value).__name__}")


def check_unit_interval(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    """Nothing, or an error that names the field outside [0, 1]."""
    if not 0.0 <= value <= 1.0:
        raise InvalidRecordError(f"{attribute.name}={value!r} must lie in [0, 1]")


def replace_none(text: str | None) -> str:
    """The text; empty for None."""
    return "" if text is None else text


def freeze_texts(items: Mapping[str, str]) -> FrozenMapping[str, str]:
    """The mapping of texts, read-only."""
    return FrozenMapping(items)


def freeze_numbers(items: Mapping[str, float]) -> FrozenMapping[str, float]:
    """The mapping of numbers, read-only."""
    return FrozenMapping(items)


def strip_mark(text: object) -> object:
    """The text without a leading byte-order mark; anything else as it is."""
    return text.lstrip("\ufeff") if isinstance(text, str) else text
