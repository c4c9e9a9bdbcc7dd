"""What leads a clause where the head noun begins its phrase, and what both orders of nouns share."""

from __future__ import annotations

import attrs

from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import SourceReading, read_source
from claimcmp.extract.view import Sentence


@attrs.frozen(kw_only=True)
class Lead:
    """What stands before a content: the speaker, the outlets spoken to, and the token after them."""

    speaker: Mention | None
    via: tuple[Mention, ...]
    after: int


def read_head_first(sentence: Sentence, first: int, limit: int, *, is_bounded: bool) -> Lead:
    """The subject in tokens ``first:limit``, read up to the first word that cannot belong to it."""
    at = skip_adverbs(sentence, first, limit)
    end = limit
    if not is_bounded:
        end = next((i for i in range(at, limit) if sentence.has("object_nouns", i)), limit)
    reading = read_source(sentence, at, end)
    reading = _without_count(sentence, at, end, reading)
    if reading.source is None:
        return Lead(speaker=None, via=reading.via, after=at)
    at = next(i for i in range(at, end) if sentence.tokens[i].start >= reading.source.span.start)
    after = next(i for i in range(at, end + 1) if i == end or sentence.tokens[i].start >= reading.source.span.end)
    close = next((i for i in range(after + 1, min(after + 8, end)) if sentence.is_comma(i)), after)
    if sentence.is_comma(after) and sentence.has("post_nouns", after + 1) and close > after:
        span = sentence.cover(at, close)
        return Lead(speaker=Mention(span=span, reason=reading.source.reason), via=reading.via, after=close)
    return Lead(speaker=reading.source, via=reading.via, after=after)


def _without_count(sentence: Sentence, at: int, end: int, reading: SourceReading) -> SourceReading:
    """The source without a number or determiner at its end, which begins an adverbial («سه ماه پیش»)."""
    if reading.source is None:
        return reading
    at = next(i for i in range(at, end) if sentence.tokens[i].start >= reading.source.span.start)
    last = next((i for i in range(at, end) if sentence.tokens[i].start >= reading.source.span.end), end)
    while last - 1 > at and sentence.has("determiners", last - 1):
        last -= 1
    return attrs.evolve(reading, source=attrs.evolve(reading.source, span=sentence.cover(at, last))) if last > at else reading


def skip_adverbs(sentence: Sentence, first: int, limit: int) -> int:
    """Past marks, connectives, adverbs and times at the head of a clause."""
    at = first
    while at < limit:
        length = sentence.match("sentence_adverbs", at)
        is_mark = not sentence.tokens[at].is_word and not sentence.is_open(at)
        if not length and not is_mark and not sentence.has("coordinators", at) and not sentence.has("time_words", at):
            break
        at += max(1, length)
    return at
