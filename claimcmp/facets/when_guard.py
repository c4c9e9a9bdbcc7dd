"""Which matches of a date pattern are dates at all."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.facets.items import Item, item_at
from claimcmp.facets.lexer import Lexed
from claimcmp.facets.when_found import Found

RELATED = {"year", "before", "after", "year_before", "year_after"}
"""Parts of a match that tie it to a year, or to the publication."""

_NAMING = ("day", "month", "weekday", "season")
_QUOTES = frozenset('"“”„«»')
_SPEECH = frozenset({"colon", "said", "future", "comma"})
_LOWER = 4
"""Letters of a word that a title in capitals would write with one."""
_NEAR = 6
_MONTH_CUES = ("the", "in", "since", "until", "by", "before", "after_cue", "from", "to", "between", "month_cue", "early", "mid", "late")
_WITH_YEAR = ("year", "years", "month", "day")
_MAX_ENDING = 7
"""An ending longer than that is a word."""
_BARE_YEARS = range(1800, 2051)
_AFTER_YEAR = {"and", "in", "to", "by", "since", "until", "clitic"}


def is_name(found: Found, items: Sequence[Item]) -> bool:
    """Whether the match, without a year, is part of the name of an event, a paper or a place: «مدينة 6 أكتوبر», "USA Today"."""
    if found.kind == "deictic":
        return _is_today_named(found, items)
    if found.kind not in _NAMING or found.parts.keys() & RELATED:
        return False
    before, after = item_at(items, found.start - 1).meaning, item_at(items, found.end).meaning
    return "date_name_before" in before or "date_name_after" in after or (found.kind == "day" and "day_name_before" in before)


def _is_today_named(found: Found, items: Sequence[Item]) -> bool:
    """Whether "today" or "tomorrow" ends a name: in quotation marks, one or two words behind "paper" or "party", or with a capital inside a sentence."""
    if (
        any("today_name_before" in item_at(items, found.start - back).meaning for back in (1, 2))
        or "today_name_after" in item_at(items, found.end).meaning
    ):
        return True
    return _is_quoted_name(found, items) or (items[found.start].case == "U" and _stands_inside(found, items))


def _is_quoted_name(found: Found, items: Sequence[Item]) -> bool:
    """Whether a quotation of no more than two words ends with the match, and is no speech: no verb in it, no colon or verb of speech before."""
    at = next((at for at in (found.start - 1, found.start - 2) if at >= 0 and items[at].form in _QUOTES), -1)
    if at < 0 or found.end >= len(items) or items[found.end].form not in _QUOTES:
        return False
    return not any(item_at(items, place).meaning.keys() & _SPEECH for place in range(at - 1, found.start) if place >= 0)


def _stands_inside(found: Found, items: Sequence[Item]) -> bool:
    """Whether a word stands neither first in its sentence nor among the capitals of a headline."""
    if not found.start or not items[found.start - 1].form[-1:].isalnum():
        return False
    near = items[max(0, found.start - _NEAR) : found.end + _NEAR]
    return any(item.case == "l" and len(item.form) >= _LOWER for item in near)


def is_date(found: Found, lexed: Lexed) -> bool:
    """Whether the surroundings let the match be a date: not the verb "may", not "between the two"."""
    items = lexed.items
    if any(item.opens_line for item in items[found.start + 1 : found.end]):
        return False
    before, after = item_at(items, found.start - 1).meaning, item_at(items, found.end).meaning
    if found.kind in ("bare_year", "decade"):
        is_age = "own" in before or "age_after" in after
        return _stands_alone(found, lexed) if found.kind == "bare_year" else _is_decade(found) and not is_age
    if found.kind == "weekday" and "not_weekday" in before and not ("between" in before and "and" in after):
        return False
    if (found.kind == "season" and not found.parts.keys() & RELATED) or (found.kind == "unit" and "not_unit" in before):
        return False
    if found.kind in _WITH_YEAR and "year" in items[found.end - 1].meaning and _continues(items, found.end):
        return False
    if found.kind == "year" and found.end - found.start == 1 and "since_weak" in before and not _stands_alone(found, lexed):
        return False  # "с 1894 случаями": with so many cases
    word = found.parts.get("month") or found.parts.get("weekday")
    return word is None or _is_named_time(word, found, items)


def _is_named_time(word: Item, found: Found, items: Sequence[Item]) -> bool:
    """Whether a month's or weekday's name that means other things too is one here: beside a day, a year or a preposition."""
    if "title" in item_at(items, found.start - 1).meaning and found.end - found.start == 1:
        return False
    if not word.meaning.keys() & {"weak", "weak_word", "weak_name"} or ("weak_name" in word.meaning and word.case == "l"):
        return True
    is_cued = found.end - found.start > 1 or any(tag in item_at(items, found.start - 1).meaning for tag in _MONTH_CUES)
    if "weak_word" in word.meaning:  # in a language that writes months small
        return is_cued and not ("dash" in item_at(items, found.end).meaning and items[found.end].glued)
    if "weak_name" in word.meaning:
        beside = [items[at].case for at in (found.start - 1, found.end) if 0 <= at < len(items)]
        return is_cued or (found.start > 0 and "U" not in beside)
    return is_cued and word.case != "l"


def _is_decade(found: Found) -> bool:
    """Whether the ending that makes a decade is written against the number."""
    mark = found.parts.get("mark")
    return mark is None or (mark.glued and len(mark.form) < _MAX_ENDING)


def _stands_alone(found: Found, lexed: Lexed) -> bool:
    """Whether a year without any cue is one: within two lifetimes, with no noun behind it that it could count."""
    items = lexed.items
    if int(found.parts["year"].meaning["year"]) not in _BARE_YEARS or (found.start and items[found.start].glued):
        return False
    if found.end >= len(items) or not items[found.end].form[-1:].isalnum():
        return True
    behind = items[found.end]
    if behind.meaning.keys() & _AFTER_YEAR or (behind.case == "l" and lexed.lexicon.options.get("bare_years")):
        return True
    return bool(found.start) and _belongs_to(items[found.start - 1], behind, found.start > 1, lexed)


def _belongs_to(before: Item, behind: Item, is_inside: bool, lexed: Lexed) -> bool:
    """Whether the word before makes the number a year: "Harbour Act 2017", "the 2012 games", "Ali's 2012 campaign", "a quarter of 2018"."""
    if before.case == "U" and not before.meaning:
        return is_inside
    if "joiner" in before.meaning:
        return not behind.form.endswith(lexed.lexicon.affixes.noun_suffixes)
    if "possessive" in before.meaning:
        return before.glued and not behind.meaning.keys() & {"counted", "measure", "scale"}
    return "the" in before.meaning and bool(behind.case) and not behind.meaning


def _continues(items: Sequence[Item], position: int) -> bool:
    """Whether the word at a position is written against what precedes it, as in "the 1990s"."""
    return position < len(items) and items[position].glued and items[position].form[-1:].isalnum()
