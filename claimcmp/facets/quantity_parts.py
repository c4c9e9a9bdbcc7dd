"""The parts of a quantity around its number: range, unit, bound, age, noun counted."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.facets.items import NOTHING, Item, item_at
from claimcmp.facets.lexicon import Lexicon
from claimcmp.facets.quantity_guard import is_plain_number

_MAX_RATIO = 20.0
"""A range whose ends lie further apart is a score, a telephone number or two numbers."""

_MAX_NOUN = 3
SCORE = "score"
"""Unit of the result of a match or a vote."""

_MAX_SCORE = 200
_BOUND_AFTER = 4
_OF_TIME = frozenset({"minute", "hour", "day", "week", "month", "year"})


@attrs.frozen
class Amount:
    """A number under way to a quantity: its bounds, and the items it takes (``number`` is the first numeral)."""

    low: float | None
    high: float | None
    start: int
    number: int
    end: int
    unit: str | None = None
    approximate: bool = False


def find_end(items: Sequence[Item], position: int, lexicon: Lexicon) -> Amount:
    """The number at ``position``, or the range that it opens ("10-12", "between 10 and 12", «10 ile 12 arasında»)."""
    low = float(items[position].meaning["number"])
    opening = item_at(items, position - 1).meaning
    cursor = position + 1
    if "measure" in item_at(items, cursor).meaning and items[cursor].meaning["measure"] == "percent":
        cursor += 1
    if "dash" in item_at(items, cursor).meaning and "to" in item_at(items, cursor + 1).meaning:
        cursor += 1  # "18- to 29-year-olds"
    link, other = item_at(items, cursor).meaning, cursor + 1
    if "measure" in item_at(items, other).meaning:
        other += 1
    closes = "between_after" in item_at(items, other + 1).meaning
    linked = "dash" in link or ("to" in link) or ("and" in link and ("between" in opening or closes))
    far = item_at(items, other).meaning
    if not linked or "number" not in far or not is_plain_number(items, other, lexicon):
        return Amount(low, low, position, position, position + 1)
    high = float(far["number"])
    scale = float(far.get("scaled", 1.0))
    if low < high and low * scale <= high:
        low *= scale
    start = position - 1 if "between" in opening or "from" in opening else position
    if low < high <= low * _MAX_RATIO:
        return Amount(low, high, start, position, other + 1 + closes)
    return Amount(low, low, position, position, position + 1)


_INCHES = 12
_HOURLY = {"km": "kmh", "mile": "mph"}


def read_unit(items: Sequence[Item], amount: Amount, *, free: int = 0) -> Amount:
    """The amount with the unit or currency after it or before it, there only from item ``free`` on: a sign belongs to one number."""
    end = amount.end
    after = item_at(items, end)
    if after.opens_line:
        return amount
    if after.meaning.keys() & {"past_after", "next_after"} and "measure" in item_at(items, end + 1).meaning:
        after, end = item_at(items, end + 1), end + 1
    if "scaled" in items[end - 1].meaning and "joiner" in after.meaning:
        end += 1 + int("quote" in item_at(items, end + 1).meaning)
        after = item_at(items, end)
    if "dash" in after.meaning and after.glued and item_at(items, end + 1).glued:
        after, end = item_at(items, end + 1), end + 1
    if "measure" in after.meaning and not ("day_mark" in after.meaning and "weekday" in item_at(items, end + 1).meaning):
        unit = str(after.meaning["measure"])
        hourly = "hourly" in item_at(items, amount.start - 1).meaning
        return _add_inches(items, attrs.evolve(amount, unit=_HOURLY.get(unit, unit) if hourly else unit, end=end + 1))
    before = item_at(items, amount.number - 1)
    one = items[amount.number].meaning.get("numword") == 1.0
    is_free = "measure" in before.meaning and amount.number > free
    if is_free and (one or items[amount.number].glued or before.case == "U" or "percent_before" in before.meaning):
        priced = attrs.evolve(amount, unit=str(before.meaning["measure"]), start=min(amount.start, amount.number - 1))
        return _scale_money(priced, item_at(items, amount.end))
    return amount


def read_score(items: Sequence[Item], position: int) -> Amount | None:
    """A result of two sides in digits ("3-1", "52-48"), the higher first, as one amount from the lower to the higher; further digits beside it make a telephone number."""
    own, other = (item_at(items, at).meaning.get("number") for at in (position, position + 2))
    if own is None or other is None or not _is_tied(items, position) or _is_tied(items, position - 2) or _is_tied(items, position + 2):
        return None
    low, high = sorted((float(own), float(other)))
    return Amount(low, high, position, position, position + 3, unit=SCORE) if high < _MAX_SCORE and float(own) >= float(other) else None


def read_result(items: Sequence[Item], position: int) -> Amount | None:
    """A result of two sides with a colon («2:2»)."""
    result = items[position].meaning.get("result")
    return None if result is None else Amount(float(min(result)), float(max(result)), position, position, position + 1, unit=SCORE)


def _is_tied(items: Sequence[Item], position: int) -> bool:
    """Whether a hyphen without spaces ties digits to further digits."""
    first, link, second = (item_at(items, at) for at in (position, position + 1, position + 2))
    are_digits = all("number" in item.meaning and "numword" not in item.meaning for item in (first, second))
    return are_digits and "dash" in link.meaning and link.glued and second.glued


def read_stay(items: Sequence[Item], position: int) -> Amount | None:
    """One unit of time that something lasts: "for a month", «в течение месяца»; a unit elsewhere mostly tells when."""
    meaning, after = items[position].meaning, item_at(items, position + 1).meaning
    is_single = _is_behind_one(items, position)
    if (
        meaning.get("measure") not in _OF_TIME
        or after.get("numword") == 1.0
        or ("units" in meaning and not is_single and "one_unit" not in meaning)
    ):
        return None
    start = position - is_single
    is_lasting = "lasting" in item_at(items, start - 1).meaning or "lasting_after" in item_at(items, position + 1).meaning
    return Amount(1.0, 1.0, start, position, position + 1, unit=str(meaning["measure"])) if is_lasting else None


def _is_behind_one(items: Sequence[Item], position: int) -> bool:
    """Whether an item stands behind an indefinite article or "one"."""
    before = item_at(items, position - 1).meaning
    return "indefinite" in before or before.get("numword") == 1.0


def read_one_unit(items: Sequence[Item], position: int, *, is_bare: bool) -> Amount | None:
    """One unit without a number: behind an indefinite article, or by itself where the language has none (``is_bare``); not two, not per unit ("60 miles an hour")."""
    meaning, after = item_at(items, position).meaning, item_at(items, position + 1).meaning
    is_single = _is_behind_one(items, position)
    if "measure" not in meaning or not (is_single or (is_bare and "units" not in meaning)) or "dual" in meaning:
        return None
    start = position - is_single
    ahead = item_at(items, start - 1)
    if ahead.meaning.keys() & {"number", "measure", "the", "vague"} or "number" in after:
        return None
    return Amount(1.0, 1.0, start, position, position + 1, unit=str(meaning["measure"]))


def _add_inches(items: Sequence[Item], amount: Amount) -> Amount:
    """The amount with the inches behind its feet: "6-foot-6", "6 feet 6 inches"."""
    at = amount.end + int("dash" in item_at(items, amount.end).meaning)
    inches, low = item_at(items, at).meaning.get("number"), amount.low
    if amount.unit != "foot" or inches is None or low is None or low != amount.high or not 0 < float(inches) < _INCHES:
        return amount
    tall = low + float(inches) / _INCHES
    return attrs.evolve(amount, low=tall, high=tall, end=at + 1 + int(item_at(items, at + 1).meaning.get("measure") == "inch"))


def has_part(items: Sequence[Item], position: int, lexicon: Lexicon) -> bool:
    """Whether a part of one unit stands at an item, behind "and": «ونصف الساعة», "and a half"; not "and half the crew"."""
    part, behind = item_at(items, position + 1), item_at(items, position + 2)
    if "and" not in item_at(items, position).meaning or "fraction" not in part.meaning:
        return False
    return "unit_again" in behind.meaning or not ("joiner" in behind.meaning or behind.form.startswith(lexicon.affixes.noun_articles))


def add_part(items: Sequence[Item], amount: Amount, lexicon: Lexicon) -> Amount:
    """The amount with a part of its unit added: «أربع ساعات ونصف الساعة», "two years and a half"."""
    if amount.unit is None or amount.low is None or amount.low != amount.high or not has_part(items, amount.end, lexicon):
        return amount
    total = amount.low + float(items[amount.end + 1].meaning["fraction"])
    is_again = "unit_again" in item_at(items, amount.end + 2).meaning
    return attrs.evolve(amount, low=total, high=total, end=amount.end + 2 + is_again)


def read_vague_unit(items: Sequence[Item], amount: Amount) -> Amount:
    """An open number with the unit that follows it, as in "billions of dollars"."""
    end = amount.end + int("joiner" in item_at(items, amount.end).meaning)
    unit = item_at(items, end).meaning.get("measure")
    return amount if unit is None else attrs.evolve(amount, unit=str(unit), end=end + 1)


def _scale_money(amount: Amount, after: Item) -> Amount:
    """The amount times the letter written against it ("£5m")."""
    if "money_scale" not in after.meaning or not after.glued:
        return amount
    low, high = (None if end is None else end * float(after.meaning["money_scale"]) for end in (amount.low, amount.high))
    return attrs.evolve(amount, low=low, high=high, end=amount.end + 1)


def find_bound(items: Sequence[Item], amount: Amount) -> Amount:
    """The amount as a lower or upper bound or an approximation, by the words around it."""
    first = amount.start - 1
    while "measure" in item_at(items, first).meaning or "from" in item_at(items, first).meaning:
        first -= 1
    if "indefinite" in item_at(items, first).meaning and "worded" in item_at(items, amount.number).meaning:
        first -= 1  # "more than a hundred", but not "over a 10-year period"
    tags: set[str] = {"at_least"} if "at_least_inside" in item_at(items, amount.number).meaning else set()
    start = amount.start
    while (
        any(tag in item_at(items, first).meaning for tag in ("at_least", "at_most", "about", "clitic", "definite"))
        and amount.start - first <= _MAX_NOUN
    ):
        tags.update(tag for tag in ("at_least", "at_most", "about") if tag in items[first].meaning)
        start = first if tags else start
        first -= 1
    if _has_plus(items, amount):
        tags.add("at_least")
    for position in range(amount.end, min(amount.end + _BOUND_AFTER, len(items))):
        meaning = items[position].meaning
        if items[position].opens_line or any(tag in meaning for tag in ("stop", "dot", "number", "comma", "and", "vague")):
            break
        tags.update(tag.removesuffix("_after") for tag in ("at_least_after", "at_most_after", "about_after") if tag in meaning)
    if "at_most" in tags and _is_reached(items, start):
        tags.remove("at_most")
    low, high = amount.low, amount.high
    if "at_least" in tags:
        high = None
    elif "at_most" in tags:
        low = None
    return attrs.evolve(amount, low=low, high=high, start=start, approximate=amount.approximate or "about" in tags)


def _has_plus(items: Sequence[Item], amount: Amount) -> bool:
    """Whether a plus stands against an amount that is no sum: "20+ killed"."""
    sign, behind = item_at(items, amount.end), item_at(items, amount.end + 1)
    return sign.form == "+" and sign.glued and not (behind.glued and "number" in behind.meaning)


def _is_reached(items: Sequence[Item], position: int) -> bool:
    """Whether a verb of change before a bound makes it the number arrived at: «выросло до 38»."""
    for item in reversed(items[max(0, position - _BOUND_AFTER) : position]):
        if "grown" in item.meaning:
            return True
        if any(tag in item.meaning for tag in ("stop", "dot", "comma", "number")):
            return False
    return False


def find_counted(items: Sequence[Item], amount: Amount, lexicon: Lexicon) -> tuple[int, int] | None:
    """The items of the noun counted, as a half-open range: after the number, or «شخص واحد» before it."""
    first = items[amount.number].meaning
    if "dualnoun" in first:
        return amount.number, amount.number + 1
    before = NOTHING if items[amount.number].opens_line else item_at(items, amount.number - 1)
    if "defnum" in first and "number" not in first:
        return amount.number - 1, amount.number
    if first.get("numword") == 1.0 and "counted" in before.meaning:
        return amount.number - 1, amount.number
    start = amount.end
    while not item_at(items, start).opens_line and (
        any(tag in item_at(items, start).meaning for tag in ("joiner", "the", "clitic", "at_least_after", "at_most_after", "about_after"))
        or ("dash" in item_at(items, start).meaning and item_at(items, start + 1).glued)
    ):
        start += 1
    end = start
    limit = 1 if lexicon.options.get("noun_first") else _MAX_NOUN
    while end < len(items) and end - start < limit and not items[end].opens_line and _is_noun_part(items[end]):
        end += 1
        if "counted" in items[end - 1].meaning:
            break
    if end > start:
        return start, end
    return (amount.number - 1, amount.number) if "counted" in before.meaning else None


def _is_noun_part(item: Item) -> bool:
    if "counted" in item.meaning:
        return True
    if any(
        tag in item.meaning
        for tag in ("counted_stop", "number", "vague", "outcome", "said", "reports", "future", "measure", "month", "weekday")
    ):
        return False
    return item.form[-1].isalpha()
