"""Layout of an article: which line is headline, body, subheading, caption, provenance.

A line leaves the body only on positive evidence, so that nothing said is lost
because it stood on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

import attrs

from claimcmp.records import Span
from claimcmp.text.layout_words import LayoutWords
from claimcmp.text.normal import fold
from claimcmp.text.sentences import trim

_TERMINAL = re.compile(r"[.!?؟…。:؛;,،][\"”“»«’')\]]*$")
_WORD = re.compile(r"[^\W_]")
_BRACKETED_END = re.compile(r"[(\[]([^()\[\]\n]{1,60})[)\]]\W*$")
_DATELINE = re.compile(
    r"^(?P<place>[^\n.:؟!]{2,60}?)\s*[(\[](?P<agency>[^()\[\]\n]{1,40})[)\]]\s*[-–—:]+\s*|^(?P<caps>[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,20})?)(?:\s*[–—]+\s*|\s+-+\s+)"
)
"""\"ANKARA (AP) — \" or \"LONDON — \": style of agency copy (AP Stylebook, datelines)."""

_DATED = re.compile(
    r"^[^\W\d_a-zа-яё](?:[^\W\d_a-zа-яё]|[ .'’-]){2,40}[,.]\s*\d{1,2}\s+[^\W\d_]{3,9}\.?(?:\s+\d{4})?[.,]?\s*"
    r"(?:[/(](?P<enclosed>[^/()\n]{2,40})[/)]|[-–—]\s*(?P<dashed>[^.,/()\n]{2,40}?)|(?P<plain>[^.,/()\n]{2,40}?))(?:,[^.\n]{2,40})?\s*[.:–—-]\s*"
)
"""\"МОСКВА, 19 ноя - РИА Новости. \" or \"МОСКВА, 19 ноября. /ТАСС/. \": the place in capitals, the day and the agency."""

_PLACED = re.compile(r"(?P<place>[^\W\d_][^\d:/«»\"“”]{1,40}?)\s*[:/–-]\s*[«\"“]?(?P<outlet>[^«»\"“”:/]{2,40}?)[»\"”]?\s*")
"""«تونس: «الشرق الأوسط»», «أنقرة/ الأناضول»: a place and an outlet on a line of their own."""

_MAX_PLACE_WORDS = 3

_LABEL = re.compile(r"[^\W\d_]+\s?:\s+")

MAX_CREDIT_WORDS = 5
"""Words of a credit below a picture: names, a post, an agency."""

MAX_HEADLINE = 250
"""Code points; a longer first line is a paragraph."""

MAX_SUBHEADING_WORDS = 8
"""A line longer than this is no subheading."""


class LineKind(StrEnum):
    """What a line of an article is."""

    HEADLINE = "headline"
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    PROVENANCE = "provenance"
    RELATED = "related"


@attrs.frozen
class Line:
    """One line: its kind, its span, and the part of it that can hold claims."""

    kind: LineKind
    span: Span
    content: Span


def read_layout(text: str, words: LayoutWords) -> tuple[Line, ...]:
    """The lines of an article that hold a word, in order, each with its kind."""
    spans = _find_lines(text)
    lines = [Line(_name_line(text, spans, index, words), span, span) for index, span in enumerate(spans)]
    return tuple(attrs.evolve(line, content=_find_content(text, line, words)) for line in lines)


def _find_lines(text: str) -> tuple[Span, ...]:
    spans = []
    start = 0
    for match in re.finditer(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z", text):
        span = trim(text, Span(start=start, end=match.start()))
        if _WORD.search(text, span.start, span.end):
            spans.append(span)
        start = match.end()
    return tuple(spans)


def _name_line(text: str, spans: Sequence[Span], index: int, words: LayoutWords) -> LineKind:
    line = text[spans[index].start : spans[index].end]
    folded = fold(line[:200])
    if len(spans) == 1:
        return LineKind.BODY
    if _starts_with(folded, words.provenance) and len(line) < 200:
        return LineKind.PROVENANCE
    if index == 0 and _find_label(line, words):
        return LineKind.HEADLINE
    if index and _is_placed(line, words):
        return LineKind.PROVENANCE
    if _starts_with(folded, words.related):
        return LineKind.RELATED
    if _is_caption(line, folded, words):
        return LineKind.CAPTION
    if index == 0:
        is_sentence = _TERMINAL.search(line) and not line.endswith(("?", "؟", "!"))
        return LineKind.BODY if is_sentence or len(line) > MAX_HEADLINE else LineKind.HEADLINE
    return LineKind.SUBHEADING if index > 1 and _is_subheading(text, spans, index) else LineKind.BODY


def _is_placed(line: str, words: LayoutWords) -> bool:
    """Whether the line is nothing but a place and a known agency or outlet."""
    placed = _PLACED.fullmatch(line)
    return (
        placed is not None
        and len(placed["place"].split()) <= _MAX_PLACE_WORDS
        and fold(placed["outlet"]) in (*words.credits, *words.outlets)
    )


def _starts_with(folded: str, phrases: Sequence[str]) -> bool:
    return any(folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum() for phrase in phrases)


def _find_label(line: str, words: LayoutWords) -> int:
    """Length of a label that announces a film or pictures before a headline ("Video: …"), or 0; few words after it are a credit."""
    label = _LABEL.match(line)
    is_known = label is not None and _starts_with(fold(label.group()).rstrip(), (*words.captions, *words.related))
    is_sentence = label is not None and len(line[label.end() :].split()) > MAX_CREDIT_WORDS
    return label.end() if label and is_known and is_sentence else 0


def _is_caption(line: str, folded: str, words: LayoutWords) -> bool:
    credit = _BRACKETED_END.search(line)
    if credit and line.rstrip().endswith((")", "]")):
        names = fold(credit.group(1))
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", names) for name in words.credits)
    return _starts_with(folded, words.captions)


def _is_subheading(text: str, spans: Sequence[Span], index: int) -> bool:
    """A short line without end mark before a longer line, where the other long lines have end marks.

    The second line is none: right below the headline there is nothing yet to
    divide, so it is a deck, which tells more of the story.
    """
    line = text[spans[index].start : spans[index].end]
    if index + 1 >= len(spans) or _TERMINAL.search(line) or len(line.split()) > MAX_SUBHEADING_WORDS:
        return False
    following = spans[index + 1]
    if following.end - following.start < 2 * len(line):
        return False
    near = spans[max(1, index - 5) : index + 6]
    others = [text[s.start : s.end] for s in near if s != spans[index] and s.end - s.start > 80]
    ended = sum(bool(_TERMINAL.search(other)) for other in others)
    return bool(others) and 2 * ended > len(others)


def _find_content(text: str, line: Line, words: LayoutWords) -> Span:
    """The line without its dateline, or the headline without its teaser."""
    raw = text[line.span.start : line.span.end]
    if line.kind is LineKind.HEADLINE:
        return Span(start=line.span.start + _find_label(raw, words), end=line.span.start + _find_teaser(raw, words))
    dated = _DATED.match(raw)
    if dated and line.kind is LineKind.BODY and dated.end() < len(raw) and _names_agency(dated, words):
        return Span(start=line.span.start + dated.end(), end=line.span.end)
    dateline = _DATELINE.match(raw)
    if dateline and line.kind is LineKind.BODY and dateline.end() < len(raw) and _is_dateline(dateline, words):
        return Span(start=line.span.start + dateline.end(), end=line.span.end)
    return line.span


def _is_dateline(match: re.Match[str], words: LayoutWords) -> bool:
    agency = match.group("agency")
    return agency is None or fold(agency) in words.credits


def _names_agency(match: re.Match[str], words: LayoutWords) -> bool:
    """Whether what follows the day is an agency: enclosed in marks, or a known one."""
    agency = match.group("dashed") or match.group("plain")
    return bool(match.group("enclosed")) or fold(agency.strip()) in words.credits


def _find_teaser(headline: str, words: LayoutWords) -> int:
    """Where the headline's claim ends: before ".. what was discussed" and its like."""
    for match in re.finditer(r"\.{2,}|…|[|:!؟?]|\s[-–—]\s", headline):
        rest = fold(headline[match.end() :].strip())
        if _starts_with(rest, words.teasers):
            return match.start()
    return len(headline)
