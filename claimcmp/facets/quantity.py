"""Numbers, amounts and measures of a text.

Ordinals, names that hold a number (F-16, Resolution 1701), identifiers, times
of day and the numbers of dates are no quantities.
"""

from __future__ import annotations

from collections.abc import Collection

import attrs

from claimcmp.facets.items import Item, item_at
from claimcmp.facets.lexer import Lexed, lex
from claimcmp.facets.lexicon import load_units
from claimcmp.facets.quantity_age import is_age, read_decade_of_life
from claimcmp.facets.quantity_compare import compare_quantities
from claimcmp.facets.quantity_guard import BOUNDS, is_plain_number, is_score
from claimcmp.facets.quantity_parts import (
    Amount,
    add_part,
    find_bound,
    find_counted,
    find_end,
    has_part,
    read_one_unit,
    read_result,
    read_score,
    read_stay,
    read_unit,
    read_vague_unit,
)
from claimcmp.records import Claim, Quantity, Span, When
from claimcmp.settings import Settings
from claimcmp.text.words import overlaps

__all__ = ["compare_quantities", "read_quantities"]

_PLURALS = (3.0, 10.0)
"""Numbers after which the noun stands in the plural (Ryding 2005, ch. 15)."""


def read_quantities(text: str, *, language: str, whens: tuple[When, ...] = (), settings: Settings | None = None) -> tuple[Quantity, ...]:
    """Every quantity of ``text`` in order; numbers inside ``whens`` are left out, but for stretches of time ("18 years ago").

    Measures are converted to one unit for each dimension (km, kg, hour …).
    ``of`` is the noun counted, as written. Spans are offsets into ``text``.

    Examples
    --------
    >>> [(q.low, q.high, q.of) for q in read_quantities("at least twenty-five people were killed", language="en")]
    [(25.0, None, 'people')]
    >>> [(q.low, q.unit) for q in read_quantities("مسافة 5 أميال", language="ar")]
    [(8.04672, 'km')]
    """
    settings = settings or Settings()
    lexed = lex(text, language, settings.language_files)
    dated = _list_dated(lexed.items, whens)
    found: list[Quantity] = []
    position = free = 0
    while position < len(lexed.items):
        is_open = position not in dated or _is_stretch(lexed.items, position)
        amount = _read_amount(lexed, position, free) if is_open else None
        if amount is None or (position in dated and amount.unit is None):
            position += 1
            continue
        found.append(_make_quantity(text, lexed, amount))
        position = free = max(amount.end, position + 1)
    return tuple(found)


def read_one_units(claim: Claim, settings: Settings) -> tuple[Quantity, ...]:
    """The units that a claim names once without a number ("an hour later", «على بعد ميل»); none inside its dates and figures.

    By itself such a word mostly tells no amount ("at this hour"), so that it is no facet; where a translation has several, it does.

    Examples
    --------
    >>> text = "He was found about a mile away"
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [(one.low, one.unit) for one in read_one_units(claim, Settings())]
    [(1.609344, 'km')]
    """
    lexed = lex(claim.text, claim.language, settings.language_files)
    taken = [facet.span for facet in claim.facets if isinstance(facet, When | Quantity)]
    is_bare = bool(lexed.lexicon.options.get("bare_units"))
    amounts = (read_one_unit(lexed.items, position, is_bare=is_bare) for position in range(len(lexed.items)))
    found = (_make_quantity(claim.text, lexed, amount) for amount in amounts if amount is not None)
    start = claim.span.start
    moved = (attrs.evolve(one, span=Span(start=start + one.span.start, end=start + one.span.end)) for one in found)
    return tuple(one for one in moved if not any(overlaps(one.span, span) for span in taken))


def _list_dated(items: tuple[Item, ...], whens: tuple[When, ...]) -> Collection[int]:
    """Positions of the items inside dates; both run in text order."""
    spans = sorted((when.span.start, when.span.end) for when in whens)
    dated, index = set(), 0
    for position, item in enumerate(items):
        while index < len(spans) and spans[index][1] <= item.start:
            index += 1
        if index < len(spans) and spans[index][0] < item.end:
            dated.add(position)
    return dated


def _is_stretch(items: tuple[Item, ...], position: int) -> bool:
    """Whether a number in a date counts days, weeks, months or years: "18 years ago" is a date and 18 years."""
    meaning = items[position].meaning
    following = item_at(items, position + 1).meaning
    if following.keys() & {"past_after", "next_after"}:
        following = item_at(items, position + 2).meaning
    return "dual" in meaning or ("number" in meaning and "year" not in meaning and bool(following.keys() & {"unit", "units"}))


def _read_amount(lexed: Lexed, position: int, free: int) -> Amount | None:
    """The amount at an item; what stands before item ``free`` belongs to another."""
    items = lexed.items
    meaning = items[position].meaning
    if meaning.keys() & {"defnum", "dual", "dualnoun"} and "number" not in meaning:
        return _read_definite(lexed, position) if "defnum" in meaning else _read_dual(lexed, position)
    if "rounded" in meaning and ("vague" not in meaning or item_at(items, position - 1).meaning.keys() & BOUNDS):
        value = float(meaning["rounded"])
        return find_bound(items, Amount(value, value, position, position, position + 1, approximate=True))
    if "measure" in meaning and "units" not in meaning and has_part(items, position + 1, lexed.lexicon):
        one = Amount(1.0, 1.0, position, position, position + 1, unit=str(meaning["measure"]))
        return find_bound(items, add_part(items, one, lexed.lexicon))
    if (found := read_result(items, position) or read_decade_of_life(items, position) or read_stay(items, position)) is not None:
        return found
    if not meaning.keys() & {"number", "vague"} or not is_plain_number(items, position, lexed.lexicon):
        return None
    if "vague" in meaning:
        return read_vague_unit(items, Amount(float(meaning["vague"]), None, position, position, position + 1, approximate=True))
    amount = find_end(items, position, lexed.lexicon)
    if amount.low == amount.high and is_score(items, position):
        return read_score(items, position)
    return find_bound(items, add_part(items, read_unit(items, amount, free=free), lexed.lexicon))


def _read_dual(lexed: Lexed, position: int) -> Amount | None:
    """The two that a dual form counts, unless it only agrees with the dual before it, or is the plural that three to ten take («أربعة سائقين»)."""
    items = lexed.items
    meaning = items[position].meaning
    count = item_at(items, position - 1).meaning.get("number")
    if count is not None and _PLURALS[0] <= float(count) <= _PLURALS[1]:
        return None
    if "dualnoun" not in meaning:
        return add_part(items, Amount(2.0, 2.0, position, position, position + 1, unit=str(meaning["dual"])), lexed.lexicon)
    is_subject = "dual_subject" in item_at(items, position - 1).meaning
    return None if is_subject else Amount(2.0, 2.0, position, position, position + 1)


def _read_definite(lexed: Lexed, position: int) -> Amount | None:
    """A number with an article behind a noun with one («القادة التسعة»), which counts all of them."""
    before, after = item_at(lexed.items, position - 1), item_at(lexed.items, position + 1).meaning
    is_named = bool(before.meaning.keys() & {"name_before", "ordinal_head", "unit", "units"})
    if is_named or not before.form.startswith(lexed.lexicon.affixes.noun_articles) or after.keys() & {"numword", "number", "scale"}:
        return None
    value = float(lexed.items[position].meaning["defnum"])
    return Amount(value, value, position, position, position + 1)


def _make_quantity(text: str, lexed: Lexed, amount: Amount) -> Quantity:
    items = lexed.items
    unit, low, high = amount.unit, amount.low, amount.high
    counted = find_counted(items, amount, lexed.lexicon)
    if is_age(items, amount):
        unit = "age"
    elif unit is not None:
        unit, factor, *offset = load_units()["base"].get(unit, (unit, 1.0))
        low, high = (None if value is None else _convert(value + sum(offset), factor) for value in (low, high))
    of = text[items[counted[0]].start : items[counted[1] - 1].end] if counted and unit in (None, "percent") else None
    span = Span(start=items[amount.start].start, end=items[max(amount.end, amount.number + 1) - 1].end)
    return Quantity(low=low, high=high, unit=unit, of=of, approximate=amount.approximate, span=span)


def _convert(value: float, factor: float) -> float:
    return value if factor == 1.0 else float(f"{value * factor:.9g}")
