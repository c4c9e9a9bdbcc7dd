"""Which numbers are quantities at all."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.facets.items import Item
from claimcmp.facets.lexicon import Lexicon

_NOTHING = Item("", 0, 0, {})
_BOUNDS = ("at_least", "at_most", "about")


def item_at(items: Sequence[Item], position: int) -> Item:
    """The item at a position, or an empty one outside the text."""
    return items[position] if 0 <= position < len(items) else _NOTHING


def is_plain_number(items: Sequence[Item], position: int, lexicon: Lexicon) -> bool:
    """Whether the number at ``position`` counts or measures, and is no name, ordinal, time or identifier."""
    item, before, after = items[position], item_at(items, position - 1), item_at(items, position + 1)
    if _is_ordinal(item, after) or _is_in_name(items, position):
        return False
    if "time_before" in before.meaning or "time_after" in after.meaning or "definite" in before.meaning or "plus" in before.meaning:
        return False
    if "name_before" in before.meaning and "counted" not in after.meaning:
        return False
    if "slash" in before.meaning or ("slash" in after.meaning and after.glued):
        return False
    counted = "counted" in after.meaning or "measure" in after.meaning or "measure" in before.meaning
    if "year" in item.meaning and not counted and not any(tag in before.meaning for tag in _BOUNDS):
        return False
    if item.meaning.get("number") == 1.0 and "numword" in item.meaning:
        return counted or "counted" in before.meaning
    if before.case == "U" and not before.meaning and position > 1 and not _begins_noun(after):
        return False
    return not _is_list_mark(items, position)


def _is_ordinal(item: Item, after: Item) -> bool:
    return "ordinal" in after.meaning and after.glued and "numword" not in item.meaning


def _begins_noun(after: Item) -> bool:
    return after.case == "l" or any(tag in after.meaning for tag in ("measure", "counted", "comma", "dot", "stop", "dash"))


def _is_in_name(items: Sequence[Item], position: int) -> bool:
    """Glued to letters, directly or by a hyphen: F-16, G7, COVID-19, 737s."""
    item, before, after = items[position], item_at(items, position - 1), item_at(items, position + 1)
    if item.glued and _is_wordlike(before):
        return True
    if item.glued and "dash" in before.meaning and before.glued and _is_wordlike(item_at(items, position - 2)):
        return True
    if item.glued and "dot" in before.meaning and before.glued:
        return True
    return after.glued and _is_wordlike(after) and "scale" not in after.meaning


def _is_wordlike(item: Item) -> bool:
    if not item.form or any(tag in item.meaning for tag in ("clitic", "and", "measure", "number")):
        return False
    return item.form[-1].isalpha()


def _is_list_mark(items: Sequence[Item], position: int) -> bool:
    """ "1)", "2." at the head of the text."""
    after = item_at(items, position + 1)
    return position == 0 and after.glued and ("close" in after.meaning or "dot" in after.meaning)
