"""Whether the words around a date put it ahead or behind: by verbs, and by words such as "planned" or "set for"."""

from __future__ import annotations

from claimcmp.facets.when_found import Context, Found

_WINDOW = 10
"""Items looked back over for the verb that a bare weekday or month belongs to."""

_PLANNED = 2
"""Items from "was planned" to the verb that it leads to («كان مقررا أن تعقد»)."""

_BEFORE_DATE = {"in", "the", "day_mark", "from", "until", "by", "since"}


def find_tense(found: Found, context: Context) -> str:
    """How the nearest verb or adverb of its clause puts a date: "next", "said" (what is past), or "" where none does.

    Looked for before the date, or just after it at the head of a sentence or
    clause; after it first where the verb comes last. What is reported belongs
    to no verb of reporting ("said the summit was set for 2 December"), but for
    one that the date stands right beside ("said on 2 December"). What looks past
    right behind a word for the future is none («المقرر عقد القمة», "will have"),
    and what was once planned for a date («كانت مقررة») may lie on either side.
    """
    first = _look_after(found, context) if context.is_verb_last else ""
    tense = first or _look_back(found, context)
    return "" if tense == "said" and _ends_something(found, context) else tense


def _ends_something(found: Found, context: Context) -> bool:
    """Whether the date is one until which something lasts: what was agreed on may end before or after it was."""
    before = [item for item in context.items[max(found.start - 2, 0) : found.start] if "day_mark" not in item.meaning]
    return bool(before) and not before[-1].meaning.keys().isdisjoint(("until", "by"))


def _look_back(found: Found, context: Context) -> str:
    is_reported = False
    for index in range(found.start - 1, max(found.start - 1 - _WINDOW, -1), -1):
        item = context.items[index]
        meaning = item.meaning
        if "stop" in meaning or ("dot" in meaning and not context.items[index + 1].glued):
            return _look_after(found, context)
        if any("once_planned" in near.meaning for near in context.items[max(index - _PLANNED, 0) : index + 1]):
            return ""
        if "future" in meaning:
            return "next"
        if "said" in meaning and index and "future" in context.items[index - 1].meaning:
            return "next"
        if "said" in meaning or "reports" in meaning:
            is_beside = all(between.meaning.keys() & _BEFORE_DATE for between in context.items[index + 1 : found.start])
            is_own = is_beside if "reports" in meaning else not is_reported
            return "said" if is_own else _look_after(found, context)
        if item.opens_line:
            return _look_after(found, context)
        is_reported = is_reported or "complementiser" in meaning
    return _look_after(found, context) if found.start < _WINDOW // 2 else ""


def _look_after(found: Found, context: Context) -> str:
    for index, item in enumerate(context.items[found.end : found.end + _WINDOW // 2]):
        if item.opens_line or "stop" in item.meaning:
            return ""
        if "said" in item.meaning or ("reports" in item.meaning and not index):
            return "said"
        if "future" in item.meaning:
            return "next"
    return ""
