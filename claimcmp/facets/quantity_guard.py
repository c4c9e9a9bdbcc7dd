"""Which numbers are quantities at all."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.facets.items import Item, item_at
from claimcmp.facets.lexicon import Lexicon

_TEN = 10.0
_HUNDRED = 100.0
_SHORTEST_COUNTED = 4
"""Letters of a noun that is known for one by the ending that a count gives it."""
_NOON, _HOURS, _MINUTES = 12.0, 24.0, 60.0
_NOT_DIGITS = {"numword", "worded", "year", "decimal"}
BOUNDS = ("at_least", "at_most", "about")


def is_plain_number(items: Sequence[Item], position: int, lexicon: Lexicon) -> bool:
    """Whether the number at ``position`` counts or measures, and is no name, ordinal, time or identifier."""
    item, before, after = items[position], item_at(items, position - 1), item_at(items, position + 1)
    if (
        _is_day_of_month(items, position)
        or _is_ordinal(items, position)
        or _is_in_name(items, position)
        or _is_in_series(item, before, after)
    ):
        return False
    if "definite" in before.meaning and "measure" not in after.meaning and _is_definite_ordinal(items, position):
        return False
    if is_clock(items, position) or _is_minutes(items, position) or before.meaning.keys() & {"plus", "slash"}:
        return False
    if ("name_before" in before.meaning and not _is_counting(items, position, lexicon)) or (
        after.meaning.keys() & {"slash", "colon"} and after.glued and item_at(items, position + 2).glued
    ):
        return False
    counted = "age_word" in after.meaning or any(tag in near.meaning for tag in ("counted", "measure") for near in (after, before))
    counted_year = counted and "the" not in before.meaning
    if "year" in item.meaning and not counted_year and not any(tag in before.meaning for tag in BOUNDS):
        return False
    return (
        not _is_word_in_passing(item, before, counted, after.case == "l", lexicon)
        and not _is_list_mark(items, position)
        and not _is_numbered(before, after, position, has_capital_nouns=bool(lexicon.options.get("capital_nouns")))
    )


def _is_counting(items: Sequence[Item], position: int, lexicon: Lexicon) -> bool:
    """Whether what follows a number shows that it counts, though the word before it may be numbered («لصالح القرار 120 نائبا»)."""
    after = item_at(items, position + 1)
    if "year_mark" in after.meaning and "year" in item_at(items, position + 2).meaning:
        return False  # «القرار 2254 عام 2015»
    if after.meaning.keys() & {"counted", "measure"}:
        return True
    tens = float(items[position].meaning.get("number", 0.0)) % _HUNDRED
    is_noun = not after.meaning and len(after.form) >= _SHORTEST_COUNTED and tens > _TEN
    return is_noun and after.form.endswith(lexicon.affixes.counted_endings)


def is_clock(items: Sequence[Item], position: int) -> bool:
    """Whether a number is a time of day: "6 pm", «Uhr», «в 18 часов», or the first of two ("between 6 and 8 pm")."""
    if _is_hour(items, position):
        return True
    before, after, other = (item_at(items, at).meaning for at in (position - 1, position + 1, position + 2))
    is_first = bool(after.keys() & {"and", "to", "dash"}) and "number" in other and not before.keys() & {"measure", "and"}
    return is_first and float(items[position].meaning.get("number", _MINUTES)) <= _HOURS and _is_hour(items, position + 2)


def _is_hour(items: Sequence[Item], position: int) -> bool:
    """Whether the words beside a number make it a time of day."""
    before, after = item_at(items, position - 1).meaning, item_at(items, position + 1).meaning
    if "time_after" in after or ("time_before" in before and "counted" not in after):
        return True
    if after.get("measure") != "hour" or "no_clock" in after:
        return False
    hour = float(items[position].meaning.get("number", _MINUTES))
    is_cued = ("hour_before" in before and hour <= _HOURS) or ("late_hour_before" in before and _NOON < hour < _HOURS)
    return is_cued or "time_after" in item_at(items, position + 2).meaning


def _is_minutes(items: Sequence[Item], position: int) -> bool:
    """Whether a number counts minutes behind hours: «à 15 heures 30», «в 18 часов 30 минут», «en 2 heures 30», 17h30."""
    after, at = item_at(items, position + 1), position - 1
    is_named, is_joined = after.meaning.get("measure") == "minute", "and" in item_at(items, at).meaning
    at -= is_joined
    has_unit = item_at(items, at).meaning.get("measure") == "hour"
    hours = at - 1 if has_unit or "hour_mark" in item_at(items, at).meaning else at
    if "number" not in item_at(items, hours).meaning or "counted" in after.meaning or (is_joined and not is_named):
        return False
    if hours < at and not has_unit:
        return True
    is_bare = has_unit and not is_named and "measure" not in after.meaning and after.case != "l"
    return float(items[position].meaning.get("number", _MINUTES)) < _MINUTES and (
        (is_clock(items, hours) and (has_unit or is_named)) or (is_bare and float(items[hours].meaning["number"]) <= _HOURS)
    )


def _is_definite_ordinal(items: Sequence[Item], position: int) -> bool:
    """Whether a number with an article is the place in a row («القرن الـ21»), not a count of known ones («ركابها الـ47»)."""
    noun = item_at(items, position - 2)
    is_count = "numword" not in items[position].meaning and noun.form[-1:].isalpha()
    return not is_count or bool(noun.meaning.keys() & {"ordinal_head", "name_before", "measure", "unit"}) or "day" in noun.meaning


def _is_word_in_passing(item: Item, before: Item, counted: bool, is_followed: bool, lexicon: Lexicon) -> bool:
    """Whether a number word is the pronoun "one", or the ten that ends an ordinal («الثامنة عشر»)."""
    number = item.meaning.get("number") if "numword" in item.meaning else None
    if number == 1.0 and lexicon.options.get("article_one"):
        return True
    if not counted and ("weak_number" in item.meaning or ("soft_number" in item.meaning and not is_followed)):
        return True
    return (number == 1.0 and not counted) or (number == _TEN and "teen_ordinal" in before.meaning)


def _is_numbered(before: Item, after: Item, position: int, *, has_capital_nouns: bool) -> bool:
    """Whether a capitalised word owns the number ("Apollo 11"), which no noun follows."""
    is_owner = before.case == "U" and not before.meaning and position > 1
    return is_owner and not _begins_noun(after) and not (has_capital_nouns and after.case == "U")


def _is_in_series(item: Item, before: Item, after: Item) -> bool:
    """Whether digits stand beside further digits, as in a telephone number."""
    if "numword" in item.meaning or "worded" in item.meaning:
        return False
    return any(
        "identifier" in near.meaning or ("number" in near.meaning and not near.meaning.keys() & _NOT_DIGITS) for near in (before, after)
    )


def is_score(items: Sequence[Item], position: int) -> bool:
    """Whether a hyphen ties the number to another that makes no range with it ("3-1", "555-1234"), or a word does («3 à 1»)."""
    if _is_worded_score(items, position) or _is_worded_score(items, position - 2):
        return True
    for dash, other in ((position + 1, position + 2), (position - 1, position - 2)):
        tied = item_at(items, max(dash, position)).glued and item_at(items, max(other, position)).glued
        if "dash" in item_at(items, dash).meaning and tied and "number" in item_at(items, other).meaning:
            return True
    return False


def _is_worded_score(items: Sequence[Item], first: int) -> bool:
    """Whether a score begins at an item: two bare numbers with a word between them, the larger one first."""
    link, behind = item_at(items, first + 1).meaning, item_at(items, first + 3).meaning
    own, other = (item_at(items, at).meaning.get("number") for at in (first, first + 2))
    if "score_link" not in link or own is None or other is None or "from" in item_at(items, first - 1).meaning:
        return False
    return float(own) >= float(other) and not behind.keys() & {"measure", "scale", "counted"}


def _is_day_of_month(items: Sequence[Item], position: int) -> bool:
    """Whether the number stands beside a month, as in a date that has no year to be resolved by, or is a day of one named before («في 18 من الشهر نفسه»)."""
    if "day" not in items[position].meaning:
        return False
    after = position + 1
    while item_at(items, after).meaning.keys() & {"ordinal", "ordinal_dot", "joiner", "month_mark"}:
        after += 1
    if after > position + 1 and "u_month" in item_at(items, after).meaning:
        return True
    near = item_at(items, after).meaning.keys() | item_at(items, position - 1).meaning.keys()
    return bool(near & {"month", "solar_month"}) and not near & {"weak", "weak_word"}


def _is_ordinal(items: Sequence[Item], position: int) -> bool:
    """Whether a number is the place in a row: digits with an ordinal's ending ("3rd", «3-й», "5.ª"), tens before an ordinal ("forty-fifth")."""
    after, meaning = item_at(items, position + 1), items[position].meaning
    if "ordinal_dot" in after.meaning and after.glued and item_at(items, position + 2).form[-1:].isalpha():
        behind = item_at(items, position + 2)
        is_told = bool(item_at(items, position - 1).meaning.keys() & {"the", "ordinal_before"})
        return is_told or behind.case == "l" or "ordinal_head" in behind.meaning
    if after.meaning.keys() & {"dash", "dot"} and after.glued:
        after = item_at(items, position + 2)
    if "ordinal_word" in after.meaning and meaning.keys() & {"numword", "worded"}:
        return float(meaning["number"]) % _TEN == 0
    return "ordinal" in after.meaning and after.glued and "numword" not in meaning


def _begins_noun(after: Item) -> bool:
    return after.case == "l" or any(tag in after.meaning for tag in ("measure", "counted", "comma", "dot", "stop", "dash"))


def _is_in_name(items: Sequence[Item], position: int) -> bool:
    """Glued to letters, directly or by a hyphen: F-16, G7, COVID-19, 737s."""
    item, before, after = items[position], item_at(items, position - 1), item_at(items, position + 1)
    if item.glued and _is_wordlike(before):
        return after.meaning.get("measure") != "percent"  # a space left out
    if item.glued and "dash" in before.meaning and before.glued and _is_wordlike(item_at(items, position - 2)):
        return True
    if item.glued and "dot" in before.meaning and before.glued:
        return True
    is_money = "money_scale" in after.meaning and "measure" in before.meaning
    return after.glued and _is_wordlike(after) and "scale" not in after.meaning and not is_money


def _is_wordlike(item: Item) -> bool:
    if not item.form or any(tag in item.meaning for tag in ("clitic", "and", "measure", "age_word", "number", "definite")):
        return False
    return item.form[-1].isalpha()


def _is_list_mark(items: Sequence[Item], position: int) -> bool:
    """Whether the number heads a list at the beginning of the text, as in 1) or 2."""
    after = item_at(items, position + 1)
    return position == 0 and after.glued and ("close" in after.meaning or "dot" in after.meaning)
