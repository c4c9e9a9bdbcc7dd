"""The unit of reading: a word, numeral or mark with what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple  # a tag's value is whatever the tag needs: a number, a name, a date

Meaning = Mapping[str, Any]
"""Tags of an item and their values; None where a tag needs none."""


class Item(NamedTuple):
    """A word, phrase, numeral or mark: folded form, offsets, tags.

    ``glued`` tells whether no space stands before it; ``case`` is "U" or "l"
    when it begins with a capital or a small letter, "" in scripts without case.
    ``opens_line`` marks the first item of a line that does not go on, in a
    small letter, with the line before.
    """

    form: str
    start: int
    end: int
    meaning: Meaning
    glued: bool = False
    case: str = ""
    opens_line: bool = False


NOTHING = Item("", 0, 0, {})


def item_at(items: Sequence[Item], position: int) -> Item:
    """The item at a position, or an empty one outside the text."""
    return items[position] if 0 <= position < len(items) else NOTHING
