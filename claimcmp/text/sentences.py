"""Sentences of one line, never cut inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimcmp.records import Span
from claimcmp.text.normal import fold
from claimcmp.text.quotes import Quote

_CLOSED = re.compile("[\"”“»’']$")
_SIGNED = re.compile(r"\s*[―–—]\s*[^\W\d_]")
"""A dash and a name after a closed quotation sign it."""

_GOES_ON = re.compile(r"\s*[a-zà-öø-ÿāăąćčďđēęěğīıłńňőœřśşšťūůűźżžа-яё]")
"""A small letter after a dot or a closed quotation goes on: ordinals («3. kez»), abbreviations in no list, who said it («“Gel.” dedi»)."""

MAX_SENTENCE = 4000
"""Code points; a longer quotation is a speech of many sentences."""

_PIECE = 4000
"""Code points given to the splitter at once."""


def split_sentences(
    text: str, line: Span, *, language: str, quotes: Sequence[Quote] = (), abbreviations: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """Spans of the sentences of one line, without outer white space.

    Boundaries come from ``sentencex``; a boundary inside a closed quotation,
    after one of ``abbreviations`` or after a single initial is removed,
    except in a quotation that is longer than ``MAX_SENTENCE``.
    """
    closed = [quote for quote in quotes if quote.is_closed]
    opening = {quote.start + quote.width: quote.start for quote in quotes if not quote.is_closed}
    starts = [quote.start for quote in closed]
    spans: list[Span] = []
    begin = line.start
    for boundary in _find_boundaries(text, line, language):
        end = opening.get(trim(text, Span(start=begin, end=boundary)).end, boundary)
        around = bisect_left(starts, end) - 1
        is_quoted = around >= 0 and end < closed[around].end
        is_long = end - begin > MAX_SENTENCE
        if end < line.end and not is_long and (is_quoted or not _is_boundary(text, begin, end, abbreviations)):
            continue
        spans.append(Span(start=begin, end=end))
        begin = end
    if begin < line.end:
        spans.append(Span(start=begin, end=line.end))
    return tuple(trimmed for trimmed in (trim(text, span) for span in spans) if trimmed.start < trimmed.end)


def _find_boundaries(text: str, line: Span, language: str) -> Iterator[int]:
    """Ends of sentences as ``sentencex`` sees them, which takes quadratic time: so piece by piece."""
    from sentencex import get_sentence_boundaries

    start = line.start
    while start < line.end:
        end = min(start + _PIECE, line.end)
        if end < line.end:
            space = text.rfind(" ", start + 1, end)
            end = space + 1 if space > start else end
        piece = text[start:end]
        for boundary in get_sentence_boundaries(language, piece.encode("utf-8", "replace").decode("utf-8")):
            at = start + int(boundary["end_index"])
            if at < end or end == line.end:
                yield at
        start = end


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def _is_boundary(text: str, begin: int, end: int, abbreviations: frozenset[str]) -> bool:
    head = text[max(begin, end - 60) : end].rstrip()
    if not head or (_CLOSED.search(head) and _SIGNED.match(text, end)):
        return False
    if (head[-1] == "." or _CLOSED.search(head)) and _GOES_ON.match(text, end):
        return False
    if head[-1] != ".":
        return True
    word = fold(head.split()[-1].lstrip('(“"«'))
    is_initial = len(word) == 2 and word[0].isalpha()
    return word not in abbreviations and not is_initial
