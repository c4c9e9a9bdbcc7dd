"""Quotations of every mark, balanced or not."""

from __future__ import annotations

import re

import attrs

from claimcmp.records import Span

_OPENERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "「": "」", "『": "』", "‟": "”", "‘": "’"}
"""Marks that normally open, with the marks that normally close them (CLDR delimiters of the eight languages)."""

_EITHER = "\"”“»«‘’'"
"""Marks that some house styles use on both sides; their place between space and word tells which."""

_FAMILY = {mark: family for family, marks in enumerate(('"“”„‟', "«»‹›", "'‘’", "「」『』")) for mark in marks}
"""Marks that may close one another: an opening “ is often closed by \" or ” in edited copy."""

_SINGLE = "'‘’"

_MARK = re.compile(f"''|``|‘‘|’’|[{re.escape(''.join(_FAMILY))}]")
"""One mark; a doubled single mark is how typewriters and wire services write a double one."""


@attrs.frozen
class Quote:
    """A quotation: its span with the marks, whether a closing mark was found, and how many characters a mark has."""

    start: int
    end: int
    is_closed: bool
    width: int = 1

    @property
    def inner(self) -> Span:
        """The span without the marks."""
        first = self.start + self.width
        return Span(start=first, end=max(first, self.end - self.width * self.is_closed))

    @property
    def span(self) -> Span:
        """The span with the marks."""
        return Span(start=self.start, end=self.end)


def find_quotes(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """Outermost quotations of one paragraph ``text[start:end]``, by position.

    A mark opens after a space, a bracket or another mark and closes after a
    word; a mark with spaces on both sides opens or closes in turn. A quotation
    that is never closed runs to the end of the paragraph. Single quotation
    marks count only when they stand free of a word on their outer side and
    open before a letter, so apostrophes ("the '90s") are none.
    """
    quotes: list[Quote] = []
    opened: re.Match[str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if opened is None:
            if _can_open(mark, before, after):
                opened = match
        elif _find_family(mark) == _find_family(opened.group()) and _can_close(mark, before, after, opened.group()):
            quotes.append(Quote(opened.start(), match.end(), True, len(opened.group())))
            opened = None
    if opened is not None:
        quotes.extend(_close_at_end(text, opened, end))
    return tuple(quotes)


def _find_family(mark: str) -> int:
    return _FAMILY[mark] if len(mark) == 1 else _FAMILY['"']


def _can_open(mark: str, before: str, after: str) -> bool:
    if mark in _SINGLE and (before.isalnum() or not after.isalpha()):
        return False
    if mark in _OPENERS:
        return mark not in _EITHER or not before.isalnum() or after.isalnum()
    return (len(mark) == 2 or mark in _EITHER) and (not before.isalnum() or after.isalnum())


def _can_close(mark: str, before: str, after: str, opener: str) -> bool:
    if mark in _SINGLE:
        return not after.isalnum() and not before.isspace()
    is_opening = mark in _OPENERS and mark not in _OPENERS.get(opener, "")
    return not (is_opening and before.isspace() and not after.isspace())


def _close_at_end(text: str, opened: re.Match[str], end: int) -> list[Quote]:
    """An unclosed quotation runs to the end; a lone single mark is no quotation."""
    if opened.group() in _SINGLE:
        return []
    last = end
    while last > opened.end() and text[last - 1].isspace():
        last -= 1
    return [Quote(opened.start(), last, False, len(opened.group()))] if last > opened.end() else []
