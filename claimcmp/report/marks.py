"""Cutting a text into segments by the spans that are to be marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

import attrs

from claimcmp.records import Claim, Difference, FacetName, Finding, Relation, Side, Span
from claimcmp.verdicts.framing import FRAMING_NOTE
from claimcmp.verdicts.quotes import CHANGED_WORDS


class Tone(StrEnum):
    """Why a passage is marked; a later one wins where marks overlap."""

    WORDING = "wording"
    DETAIL = "detail"
    CONFLICT = "conflict"


_TONE_RANK = {tone: rank for rank, tone in enumerate(Tone)}

_MAX_WORDING_SHARE = 0.5
"""Share of a claim up to which differing words are marked; beyond it, marking them tells nothing."""


@attrs.frozen(kw_only=True)
class Mark:
    """A passage to be marked: its offsets, why, and in which facet it differs."""

    start: int
    end: int
    tone: Tone
    facet: FacetName


@attrs.frozen(kw_only=True)
class Segment:
    """A stretch of text under the same mark, or under none."""

    text: str
    mark: Mark | None = None


@attrs.frozen(kw_only=True)
class Passage:
    """A stretch of an article inside the same claim, or outside every claim."""

    text: str
    claim: Claim | None = None


def find_marks(finding: Finding, side: Side) -> tuple[Mark, ...]:
    """The passages of one side's claim in which it differs from the other side, as article offsets."""
    claim = finding.pair.left if side is Side.LEFT else finding.pair.right
    only_here = {Side.LEFT: Relation.LEFT_ONLY, Side.RIGHT: Relation.RIGHT_ONLY}[side]
    precise_here = {Side.LEFT: Relation.LEFT_MORE_PRECISE, Side.RIGHT: Relation.RIGHT_MORE_PRECISE}[side]
    marks: list[Mark] = []
    telling: list[Mark] = []
    for difference in finding.differences:
        value = difference.left if side is Side.LEFT else difference.right
        if value is None or difference.relation is Relation.SAME:
            continue
        span = value if isinstance(value, Span) else value.span
        start, end = max(span.start, claim.span.start), min(span.end, claim.span.end)
        if difference.relation is Relation.CONFLICTING:
            tone = Tone.CONFLICT
        elif difference.facet is FacetName.WORDING or is_quoted_word(difference):
            tone = Tone.WORDING
        elif difference.relation in (only_here, precise_here):
            tone = Tone.DETAIL
        else:
            continue
        if start < end:
            told = telling if is_told(difference) else marks
            told.append(Mark(start=start, end=end, tone=tone, facet=difference.facet))
    return (*telling, *_drop_idle_wording(marks, len(claim.text)))


def is_quoted_word(difference: Difference) -> bool:
    """Whether a difference holds words inside a quotation that the other side's quotation has not."""
    return difference.facet is FacetName.QUOTATION and difference.note == CHANGED_WORDS


def is_told(difference: Difference) -> bool:
    """Whether other words are worth showing wherever they stand: in a quotation, and terms for one thing."""
    return is_quoted_word(difference) or difference.note == FRAMING_NOTE


def _drop_idle_wording(marks: Sequence[Mark], length: int) -> tuple[Mark, ...]:
    """The marks without those of wording where they cover most of the text: two sentences in other words throughout."""
    worded = sum(mark.end - mark.start for mark in marks if mark.tone is Tone.WORDING)
    return tuple(mark for mark in marks if mark.tone is not Tone.WORDING or worded <= _MAX_WORDING_SHARE * length)


def cut_text(text: str, offset: int, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Segments that together are ``text``, which begins at ``offset``; of overlapping marks the graver one shows.

    Examples
    --------
    >>> mark = Mark(start=12, end=14, tone=Tone.CONFLICT, facet=FacetName.NUMBER)
    >>> [(s.text, s.mark is mark) for s in cut_text("it 12 rose", 9, [mark])]
    [('it ', False), ('12', True), (' rose', False)]
    """
    limits = sorted({offset, offset + len(text), *_clip(((m.start, m.end) for m in marks), offset, offset + len(text))})
    segments: list[Segment] = []
    for start, end in pairwise(limits):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        mark = max(over, key=lambda m: (_TONE_RANK[m.tone], m.start - m.end), default=None)
        piece = text[start - offset : end - offset]
        if segments and segments[-1].mark is mark:
            piece = segments.pop().text + piece
        segments.append(Segment(text=piece, mark=mark))
    return tuple(segments)


def cut_article(text: str, claims: Sequence[Claim]) -> tuple[Passage, ...]:
    """Passages that together are ``text``, each with the innermost claim over it."""
    limits = sorted({0, len(text), *_clip(((c.span.start, c.span.end) for c in claims), 0, len(text))})
    starting = sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))
    passages: list[Passage] = []
    open_claims: list[Claim] = []
    upcoming = 0
    for start, end in pairwise(limits):
        while upcoming < len(starting) and starting[upcoming].span.start <= start:
            open_claims.append(starting[upcoming])
            upcoming += 1
        open_claims = [claim for claim in open_claims if claim.span.end > start]
        innermost = min(open_claims, key=lambda claim: claim.span.end - claim.span.start, default=None)
        passages.append(Passage(text=text[start:end], claim=innermost))
    return tuple(passages)


def _clip(ranges: Iterable[tuple[int, int]], low: int, high: int) -> list[int]:
    return [min(max(limit, low), high) for pair in ranges for limit in pair]
