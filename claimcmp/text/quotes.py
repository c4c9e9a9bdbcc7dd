"""Quotations of every mark, balanced or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from claimcmp.records import Span

_OPENERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "「": "」", "『": "』", "‟": "”", "‘": "’"}
"""Marks that normally open, with the marks that normally close them (CLDR delimiters of the eight languages)."""

_EITHER = "\"”“»«‘’'"
"""Marks that some house styles use on both sides; their place between space and word tells which."""

_CLOSERS = "”»"
"""Marks that normally close, and open only right before a word: before a space they end what another paragraph began."""

_FAMILY = {mark: family for family, marks in enumerate(('"“”„‟', "«»‹›", "'‘’", "「」『』")) for mark in marks}
"""Marks that may close one another: an opening “ is often closed by \" or ” in edited copy."""

_SINGLE = "'‘’"

_STRAIGHT = ('"', "''")
"""Marks that look the same on both sides."""

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
    marks = [_Mark.read(match, text, start, end) for match in _MARK.finditer(text, start, end)]
    quotes, opened = _pair(marks, is_nesting=True)
    if opened is not None:
        quotes, opened = _pair(marks, is_nesting=False)
    if opened is not None:
        quotes.extend(_close_at_end(text, opened, end))
    return tuple(quotes)


def goes_on(text: str, start: int) -> bool:
    """Whether a paragraph that begins at ``start`` opens with a quotation mark, as one does that goes on with the quotation of the one before."""
    match = _MARK.match(text, start)
    return match is not None and match.group() not in _SINGLE


def cut_unclosed(quotes: Sequence[Quote], sentences: Sequence[Span]) -> tuple[Quote, ...]:
    """The quotations of a paragraph; one that is never closed ends with the sentence that it opens in.

    For a paragraph that no other one goes on with (:func:`goes_on`): there the closing mark was lost, and what follows
    has speakers of its own.

    Examples
    --------
    >>> cut_unclosed([Quote(5, 40, False)], [Span(start=0, end=19), Span(start=20, end=40)])
    (Quote(start=5, end=19, is_closed=False, width=1),)
    """
    ends = [next((s.end for s in sentences if s.start <= quote.start < s.end), quote.end) for quote in quotes]
    return tuple(
        quote if quote.is_closed else attrs.evolve(quote, end=min(quote.end, end)) for quote, end in zip(quotes, ends, strict=True)
    )


@attrs.frozen
class _Mark:
    """A quotation mark with the characters around it."""

    text: str
    start: int
    end: int
    before: str
    after: str

    @classmethod
    def read(cls, match: re.Match[str], text: str, start: int, end: int) -> _Mark:
        """The mark of a match in the paragraph ``text[start:end]``; a space stands beyond its ends."""
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        return cls(match.group(), match.start(), match.end(), before, after)


def _pair(marks: Sequence[_Mark], *, is_nesting: bool) -> tuple[list[Quote], _Mark | None]:
    """Closed outermost quotations, and the mark that is never closed, if any.

    With ``is_nesting`` the same straight mark between a space and a word opens
    a quotation inside the open one.
    """
    quotes: list[Quote] = []
    opened: _Mark | None = None
    depth = 0
    for mark in marks:
        if opened is None:
            opened = mark if _can_open(mark.text, mark.before, mark.after) else None
        elif _find_family(mark.text) != _find_family(opened.text):
            continue
        elif is_nesting and mark.text == opened.text and mark.text in _STRAIGHT and mark.before.isspace() and mark.after.isalnum():
            depth += 1
        elif depth:
            depth -= 1
        elif _can_close(mark.text, mark.before, mark.after, opened.text):
            quotes.append(Quote(opened.start, mark.end, True, len(opened.text)))
            opened = None
    return quotes, opened


def _find_family(mark: str) -> int:
    return _FAMILY[mark] if len(mark) == 1 else _FAMILY['"']


def _can_open(mark: str, before: str, after: str) -> bool:
    if mark in _SINGLE and (before.isalnum() or not after.isalpha()):
        return False
    if mark in _OPENERS:
        return mark not in _EITHER or not before.isalnum() or after.isalnum()
    if mark in _CLOSERS:
        return after.isalnum() or after in _FAMILY
    is_closing = not before.isspace() and after.isspace()
    return (len(mark) == 2 or mark in _EITHER) and not is_closing and (not before.isalnum() or after.isalnum())


def _can_close(mark: str, before: str, after: str, opener: str) -> bool:
    if mark in _SINGLE:
        return not after.isalnum() and not before.isspace()
    is_opening = mark in _OPENERS and mark not in _OPENERS.get(opener, "")
    return not (is_opening and before.isspace() and not after.isspace())


def _close_at_end(text: str, opened: _Mark, end: int) -> list[Quote]:
    """An unclosed quotation runs to the end; a lone single mark is no quotation."""
    if opened.text in _SINGLE:
        return []
    last = end
    while last > opened.end and text[last - 1].isspace():
        last -= 1
    return [Quote(opened.start, last, False, len(opened.text))] if last > opened.end else []
