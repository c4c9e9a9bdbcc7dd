"""Frames: a cue with its content as token positions, and where open contents end."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.raw import Mention
from claimcmp.extract.view import Sentence
from claimcmp.records import Sense

_MIN_BREAK_TOKENS = 3


@attrs.frozen(kw_only=True)
class Frame:
    """A cue with its content (tokens ``first:last``), its sources, and where its own words begin.

    ``is_open``: the content runs on until something ends it.
    """

    cue: Cue
    first: int
    last: int
    start: int
    speaker: Mention | None
    via: tuple[Mention, ...] = ()
    sense: Sense | None = None
    is_direct: bool = False
    is_open: bool = False


def close_frames(sentence: Sentence, frames: Sequence[Frame], stops: Sequence[int]) -> list[Frame]:
    """The frames with the end of each open content: a sibling cue, one of ``stops``, a closed quotation, a break."""
    return [_close(sentence, frame, frames[index + 1 :], stops) if frame.is_open else frame for index, frame in enumerate(frames)]


def _close(sentence: Sentence, frame: Frame, later: Sequence[Frame], stops: Sequence[int]) -> Frame:
    limits = [sentence.end, *(stop for stop in stops if stop > frame.first)]
    limits += [f.start for f in later if f.start > frame.first and _is_sibling(sentence, f)]
    limits += [f.last for f in later if f.first <= frame.start and frame.first < f.last and not f.is_open]
    last = min(limits)
    last = min(last, _find_break(sentence, frame, last))
    if sentence.is_open(frame.first):
        close = sentence.quote_end(frame.first)
        follows = (
            close < last
            and sentence.tokens[close].is_word
            and (not sentence.has("clause_breaks", close) or sentence.match("conjoined_complementisers", close) > 0)
        )
        last = last if follows or close >= last else close
    while (
        last > frame.first + 1
        and (sentence.is_comma(last - 1) or sentence.has("coordinators", last - 1) or sentence.has("narrated_breaks", last - 1))
        and sentence.quote_at[last - 1] < 0
    ):
        last -= 1
    return attrs.evolve(frame, last=max(last, frame.first + 1))


def _is_sibling(sentence: Sentence, other: Frame) -> bool:
    """A later cue without subject of its own, or after "and"/"but"/"while", starts a content of its own."""
    if other.cue.kind is CueKind.PARTICIPLE or other.speaker is None:
        return True
    before = other.start - 1
    return sentence.has("narrated_breaks", before) or (sentence.has("coordinators", before) and sentence.is_comma(before - 1))


def _find_break(sentence: Sentence, frame: Frame, last: int) -> int:
    """A semicolon ends a paraphrase; the next comma ends one inside a relative clause."""
    is_relative = frame.start > 0 and sentence.has("relatives", frame.start) and sentence.is_comma(frame.start - 1)
    for at in range(frame.first + _MIN_BREAK_TOKENS, last):
        if sentence.quote_at[at] >= 0:
            continue
        if sentence.tokens[at].text in ";؛" or (is_relative and sentence.is_comma(at)):
            return at
        if sentence.is_comma(at) and sentence.match("content_breaks", at + 1) and not sentence.match("conjoined_complementisers", at + 1):
            return at
    return last
