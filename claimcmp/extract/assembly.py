"""Steps that every word order shares: nesting, relays after the content, the outlet's own clauses."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.spoken_to import find_spoken_to, is_addressed
from claimcmp.extract.topics import holds_topic, names_topic
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import ReportingVerb
from claimcmp.records import Sense, Span

MIN_CLAUSE_WORDS = 4
"""Fewer words beside a cue are an adverbial, not a clause of the outlet's own."""


MAX_DATELINE_TOKENS = 8
"""A place, an agency, and the marks between and behind them."""

MAX_LABEL_TOKENS = 12
"""Tokens within which a colon can end a speaker's name and title."""

MAX_NAME_WORDS = 4
MAX_TITLED_WORDS = 8
"""Words of a name before a colon, and of one with its title, in a script without case."""

_DATELINE_MARKS = frozenset("-–—/")


@attrs.frozen(kw_only=True)
class Tail:
    """An according-to phrase: tokens ``first:after`` and the sources it names."""

    cue: Cue
    first: int
    after: int
    speaker: Mention | None
    via: tuple[Mention, ...]
    is_citing: bool


def nest_claims(claims: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims with each one's parent: the smallest earlier reported claim that encloses it."""
    nested = []
    for index, claim in enumerate(claims):
        parents = [i for i in range(index) if _encloses(claims[i], claim)]
        best = min(parents, key=lambda i: claims[i].content.end - claims[i].content.start, default=None)
        nested.append(attrs.evolve(claim, parent=best))
    return nested


def _encloses(outer: RawClaim, inner: RawClaim) -> bool:
    if outer.is_narrated or outer.content == inner.content:
        return False
    return outer.content.start <= inner.content.start and inner.content.end <= outer.content.end


def add_tail(sentence: Sentence, tails: Sequence[Tail], tail: Tail) -> list[Tail]:
    """The tails and one more; a citing phrase right after another names who speaks («сообщает ТАСС со ссылкой на …»)."""
    if not tails or not tail.is_citing or tails[-1].is_citing:
        return [*tails, tail]
    last, gap = tails[-1], range(tails[-1].after, tail.first)
    if not all(sentence.is_comma(i) or sentence.tokens[i].text in "-–—" for i in gap):
        return [*tails, tail]
    relays = (last.speaker,) if last.speaker else ()
    return [*tails[:-1], attrs.evolve(last, after=tail.after, speaker=tail.speaker, via=(*relays, *last.via, *tail.via))]


def apply_tail(sentence: Sentence, claims: Sequence[RawClaim], tail: Tail) -> list[RawClaim]:
    """A source beside the content relays what has a speaker and speaks what has none."""
    start, end = sentence.tokens[tail.first].start, sentence.tokens[tail.after - 1].end
    changed = []
    for claim in claims:
        before = claim.content.end <= start
        around = claim.content.start <= start < claim.content.end or (claim.content.start >= end and tail.first <= 1)
        applies = (before or around) and (tail.speaker is not None or claim.is_narrated)
        changed.append(_take_source(claim, tail) if applies else _take_aside(claim, tail, start, end))
    return changed


def _take_aside(claim: RawClaim, tail: Tail, start: int, end: int) -> RawClaim:
    """What is cited between source and verb is the inner source ("Tass, citing officials, said …")."""
    if not tail.is_citing or tail.speaker is None or claim.cue is None or claim.cue.span.start < end:
        return claim
    if claim.speaker is not None and claim.speaker.span.end <= start:
        return attrs.evolve(claim, speaker=tail.speaker, via=(*claim.via, claim.speaker))
    if claim.via and claim.via[-1].span.end <= start:
        return attrs.evolve(claim, via=(*claim.via, tail.speaker))
    return claim


def _take_source(claim: RawClaim, tail: Tail) -> RawClaim:
    if claim.is_narrated:
        origin = Origin.NAMED if tail.speaker else Origin.INHERITED
        return attrs.evolve(claim, speaker=tail.speaker, origin=origin, via=tail.via, cue=tail.cue)
    if tail.speaker is None or tail.speaker == claim.speaker or tail.speaker in claim.via:
        return claim
    if tail.is_citing:
        is_outer = claim.speaker is not None and claim.parent is None
        return attrs.evolve(claim, speaker=tail.speaker, via=(claim.speaker, *claim.via)) if is_outer and claim.speaker else claim
    return attrs.evolve(claim, via=(tail.speaker, *claim.via))


def least_lead(sentence: Sentence, start: int) -> int:
    """The fewest words before the report at token ``start`` that are a clause; one fewer where "and" joins them, and they are no list."""
    is_joined = start > 0 and sentence.has("coordinators", start - 1) and not any(sentence.is_comma(i) for i in range(start - 2))
    return MIN_CLAUSE_WORDS + (not is_joined)


def split_narrated(sentence: Sentence, leftover: Span | None) -> list[Span]:
    """The outlet's clauses: cut where a comma and a connective begin another full clause («، في وقت …»)."""
    if leftover is None:
        return []
    inside = [i for i, t in enumerate(sentence.tokens) if leftover.start <= t.start < leftover.end]
    for at in inside[MIN_CLAUSE_WORDS:]:
        length = sentence.match("narrated_breaks", at + 1) if sentence.is_comma(at) and sentence.quote_at[at] < 0 else 0
        first = at + 1 + length
        if length and inside[-1] + 1 - first >= MIN_CLAUSE_WORDS:
            rest = split_narrated(sentence, Span(start=sentence.tokens[first].start, end=leftover.end))
            return [Span(start=leftover.start, end=sentence.tokens[at - 1].end), *rest]
    return [leftover]


def with_narrated(claims: Sequence[RawClaim], narrated: Sequence[Span]) -> list[RawClaim]:
    """The outlet's own clauses first, then the reported claims with their parents moved along."""
    own = [RawClaim(content=span) for span in narrated]
    moved = [attrs.evolve(claim, parent=None if claim.parent is None else claim.parent + len(own)) for claim in claims]
    return [*own, *moved]


def mark_open_speech(sentence: Sentence, claims: list[RawClaim]) -> list[RawClaim]:
    """A sentence that is nothing but a quotation goes on with the last speaker's words."""
    if len(claims) != 1 or not claims[0].is_narrated or not sentence.tokens:
        return claims
    inside = [i for i, t in enumerate(sentence.tokens[: sentence.end]) if t.is_word]
    quoted = [i for i in inside if sentence.quote_at[i] >= 0]
    if len(inside) >= 3 and len(quoted) == len(inside):
        return [attrs.evolve(claims[0], origin=Origin.INHERITED, is_open_speech=True)]
    return claims


def read_colon(sentence: Sentence) -> RawClaim | None:
    """ "Speaker: …" at the start of a sentence, where nothing but a short name stands before the colon."""
    near = range(1, min(MAX_LABEL_TOKENS, sentence.end))
    colon = next((i for i in near if sentence.tokens[i].text in sentence.lexicon.sets["colons"]), None)
    if colon is None or colon + 2 >= sentence.end or sentence.quote_at[colon] >= 0:
        return None
    name = colon if _is_label_free(sentence, colon) else _find_occasion(sentence, colon)
    if not name or names_topic(sentence, 0, colon):
        return None
    cue = Cue(kind=CueKind.VERB, verb=ReportingVerb(sense=Sense.ASSERTS), first=colon, after=colon + 1, span=sentence.tokens[colon].span)
    told = next((i for i in range(1, colon) if is_addressed(sentence, i)), colon)
    via = find_spoken_to(sentence, told, colon)
    speaker = Mention(span=sentence.cover(0, min(told if via else colon, name)))
    return RawClaim(content=sentence.cover(colon + 1, sentence.end), cue=cue, speaker=speaker, via=via, is_direct=True)


def _find_occasion(sentence: Sentence, colon: int) -> int:
    """Where a label goes on from its speaker to where he speaks («عراقجي من بغداد: لا نريد الحرب»); 0 where none does.

    What is no post must speak for itself: a letter or pictures come from somewhere too.
    """
    at = next((i for i in range(1, colon) if sentence.has("label_links", i)), 0)
    is_speaker = sentence.has("post_nouns", 0) or bool(sentence.match("direct_openers", colon + 1))
    nouns = ("speech_nouns", "message_nouns", "document_nouns")
    is_free = bool(at) and is_speaker and _is_label_free(sentence, at) and not any(sentence.has(key, 0) for key in nouns)
    return at if is_free else 0


def find_dateline(sentence: Sentence) -> int:
    """The token after a dateline that names a place and an agency («الرياض - واس: »), or 0."""
    colon = next(
        (i for i in range(1, min(MAX_DATELINE_TOKENS, sentence.end)) if sentence.tokens[i].text in sentence.lexicon.sets["colons"]), 0
    )
    has_dash = any(sentence.tokens[i].text in _DATELINE_MARKS for i in range(1, colon - 1))
    return colon + 1 if has_dash and colon + 1 < sentence.end and sentence.tokens[0].is_word else 0


def _is_label_free(sentence: Sentence, colon: int) -> bool:
    """A name: capitalised words, or in a script without case words that neither announce nor govern."""
    words = [i for i in range(colon) if sentence.tokens[i].is_word]
    if not words or not sentence.tokens[0].is_word or sentence.words[colon - 1].isdigit() or holds_topic(sentence, words):
        return False
    texts = [sentence.tokens[i].text for i in words]
    if any(text[0].isupper() or text[0].islower() for text in texts):
        return (
            all(text[0].isupper() for text in texts)
            and not any(sentence.has("label_words", i) for i in words)
            and not sentence.has("determiners", 0)
        )
    is_titled = any(sentence.match(key, 0) for key in ("post_nouns", "organisation_nouns", "anonymous_nouns"))
    barred = ("label_words", "adverbial_starts", "source_stops", "relatives", "auxiliaries")
    return len(words) <= (MAX_TITLED_WORDS if is_titled else MAX_NAME_WORDS) and not any(
        sentence.has(key, i) for key in barred for i in words
    )
