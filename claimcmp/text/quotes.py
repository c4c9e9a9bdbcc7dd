"""Quotations of every mark, balanced or not."""

from __future__ import annotations

import attrs

from claimcmp.records import Span

_OPENERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "「": "」", "『": "』", "‟": "”", "‘": "’"}
"""Marks that normally open, with the marks that normally close them (CLDR delimiters of the eight languages)."""

_EITHER = '"”“»«‘’\''
"""Marks that some house styles use on both sides; their place between space and word tells which."""

_FAMILY = {mark: family for family, marks in enumerate(('"“”„‟', "«»‹›", "'‘’", "「」『』")) for mark in marks}
"""Marks that may close one another: an opening “ is often closed by \" or ” in edited copy."""

_SINGLE = "'‘’"


@attrs.frozen
class Quote:
    """A quotation: its span with the marks, and whether a closing mark was found."""

    start: int
    end: int
    is_closed: bool

    @property
    def inner(self) -> Span:
        """The span without the marks."""
        return Span(start=self.start + 1, end=max(self.start + 1, self.end - self.is_closed))

    @property
    def span(self) -> Span:
        """The span with the marks."""
        return Span(start=self.start, end=self.end)


def find_quotes(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """Outermost quotations of one paragraph ``text[start:end]``, by position.

    A mark opens after a space, a bracket or another mark and closes after a
    word; a mark with spaces on both sides opens or closes in turn. A quotation
    that is never closed runs to the end of the paragraph. Single quotation
    marks count only when they stand free of a word on their outer side, so
    apostrophes are none.
    """
    quotes: list[Quote] = []
    opened: int | None = None
    for position in range(start, end):
        mark = text[position]
        if mark not in _FAMILY:
            continue
        before = text[position - 1] if position > start else " "
        after = text[position + 1] if position + 1 < end else " "
        if opened is None:
            if _can_open(mark, before, after):
                opened = position
        elif _FAMILY[mark] == _FAMILY[text[opened]] and _can_close(mark, before, after, text[opened]):
            quotes.append(Quote(opened, position + 1, True))
            opened = None
    if opened is not None:
        quotes.extend(_close_at_end(text, opened, start, end))
    return tuple(quotes)


def _can_open(mark: str, before: str, after: str) -> bool:
    if mark in _SINGLE and (before.isalnum() or not after.isalnum()):
        return False
    if mark in _OPENERS:
        return mark not in _EITHER or not before.isalnum() or after.isalnum()
    return mark in _EITHER and (not before.isalnum() or after.isalnum())


def _can_close(mark: str, before: str, after: str, opener: str) -> bool:
    if mark in _SINGLE:
        return not after.isalnum() and not before.isspace()
    if mark in _OPENERS and mark not in _OPENERS.get(opener, "") and before.isspace() and not after.isspace():
        return False
    return True


def _close_at_end(text: str, opened: int, start: int, end: int) -> list[Quote]:
    """An unclosed quotation runs to the end; a lone single mark is no quotation."""
    if text[opened] in _SINGLE:
        return []
    last = end
    while last > opened + 1 and text[last - 1].isspace():
        last -= 1
    return [Quote(opened, last, False)] if last > opened + 1 else []
