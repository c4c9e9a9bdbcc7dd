"""A matched date before it is resolved, and what it is resolved against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from claimcmp.facets.items import Item


@attrs.frozen
class Context:
    """What dates are resolved against."""

    items: Sequence[Item]
    published: date | None
    days_ahead: int
    first_weekday: int = 1
    is_verb_last: bool = False


@attrs.frozen
class Found:
    """A match of a date pattern: its named parts and where it stands among the items."""

    kind: str
    parts: Mapping[str, Item]
    start: int
    end: int


def make_found(kind: str, match: re.Match[str], items: Sequence[Item]) -> Found:
    """The named parts of a match over codes."""
    parts = {name: items[match.start(name)] for name, value in match.groupdict().items() if value}
    return Found(kind, parts, match.start(), match.end())
