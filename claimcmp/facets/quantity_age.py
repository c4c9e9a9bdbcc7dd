"""Ages: "aged 35", «يبلغ 35 عاما», "un homme de 35 ans", "in his late 40s"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.facets.items import Item, item_at
from claimcmp.facets.quantity_parts import Amount

_MAX_AGE = 120
_DECADE = 10
_MAX_DECADE = 90


def is_age(items: Sequence[Item], amount: Amount) -> bool:
    """Whether the amount is somebody's age: "aged 35", "35-year-old", «يبلغ 35 عاما», "un homme de 35 ans", "she is 35", or in an aside after a person."""
    before, after = item_at(items, amount.start - 1).meaning, item_at(items, amount.end)
    if "dash" in after.meaning:
        after = item_at(items, amount.end + 1)
    if amount.unit == "year":
        is_told = "age_before" in before or "age_before_years" in before or "age_after" in after.meaning
        return is_told or (_is_one_age(amount) and _stands_by_person(items, amount))
    if amount.unit is not None:
        return False
    is_said = "age_said" in before and (not after.form[-1:].isalpha() or "and" in after.meaning)
    return (
        "age_before" in before
        or "age_word" in after.meaning
        or (_is_one_age(amount) and (is_said or ("comma" in before and _stands_by_person(items, amount))))
    )


def _is_one_age(amount: Amount) -> bool:
    return amount.low is not None and amount.low == amount.high and amount.low < _MAX_AGE


def _stands_by_person(items: Sequence[Item], amount: Amount) -> bool:
    """Whether an amount is an aside after a person ("Keller, 35,", «Перес (35 лет)»), or years joined to one ("un homme de 35 ans")."""
    start = amount.start - int("joiner" in item_at(items, amount.start - 1).meaning)
    opening, closing = item_at(items, start - 1).meaning, item_at(items, amount.end).meaning
    if start < amount.start and "counted" in opening:
        return True
    if "open" in opening and "close" in closing:
        return amount.unit is not None
    owner = item_at(items, start - 2)
    is_closed = bool(closing.keys() & {"comma", "dot", "stop"}) or (amount.unit is not None and not closing)
    return "comma" in opening and is_closed and (owner.case == "U" or "counted" in owner.meaning)


def read_decade_of_life(items: Sequence[Item], position: int) -> Amount | None:
    """The ten years of age in which somebody is: "in his late 40s", «في الأربعينيات من عمره»."""
    meaning, mark = items[position].meaning, item_at(items, position + 1)
    is_marked = "decade_mark" in mark.meaning and mark.glued
    end = position + 1 + is_marked
    age = meaning.get("number") if is_marked else meaning.get("decade_name")
    if age is None or not _DECADE <= float(age) <= _MAX_DECADE or float(age) % _DECADE:
        return None
    start = position
    while item_at(items, start - 1).meaning.keys() & {"early", "mid", "late"}:
        start -= 1
    is_of_life = "own" in item_at(items, start - 1).meaning or "age_after" in item_at(items, end).meaning
    return Amount(float(age), float(age) + _DECADE - 1, start, position, end, unit="age") if is_of_life else None
