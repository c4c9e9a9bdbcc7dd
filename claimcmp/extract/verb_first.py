"""Reported speech where the verb comes before its subject (Arabic).

Each cue opens a content after it; a cue that begins a clause of its own ends
the content before it; one that does not is nested inside it.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import (
    MIN_CLAUSE_WORDS,
    Tail,
    apply_tail,
    find_dateline,
    mark_open_speech,
    nest_claims,
    read_colon,
    split_narrated,
    with_narrated,
)
from claimcmp.extract.cues import CueKind, find_cues
from claimcmp.extract.opening import find_end
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.verb_first_frames import Frame, open_frames
from claimcmp.extract.verb_first_subjects import skip_adverbial
from claimcmp.extract.verb_first_tails import read_tails
from claimcmp.extract.view import Sentence
from claimcmp.records import Span


def read_verb_first(sentence: Sentence) -> list[RawClaim]:
    """The claims of one sentence, in order; the outlet's own ones included."""
    cues = find_cues(sentence)
    tails = read_tails(sentence, cues)
    frames = _close_frames(sentence, open_frames(sentence, cues, tails), tails)
    return _assemble(sentence, frames, tails)


def _close_frames(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[Frame]:
    closed = []
    for index, frame in enumerate(frames):
        limits = [f.boundary for f in frames[index + 1 :] if f.boundary is not None and f.boundary > frame.opening.first]
        limits += [
            t.first - 1 if sentence.is_comma(t.first - 1) else t.first
            for t in tails
            if t.first > frame.opening.first and _ends_content(sentence, t, frames)
        ]
        limit = min([*limits, sentence.end])
        closed.append(attrs.evolve(frame, last=frame.last or find_end(sentence, frame.opening, limit)))
    return closed


def _ends_content(sentence: Sentence, tail: Tail, frames: Sequence[Frame]) -> bool:
    """A phrase at the end or before a new clause closes the content; one in its middle stays inside."""
    at = tail.after
    return at >= sentence.end or sentence.is_comma(at) or any(f.boundary is not None and abs(f.boundary - at) <= 1 for f in frames)


def _assemble(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[RawClaim]:
    claims = _relay_documents(sentence, frames, [_to_claim(sentence, frame) for frame in frames])
    colon = None if find_dateline(sentence) or _ends_lead(sentence, frames) else read_colon(sentence)
    if colon and (not frames or colon.content.start <= frames[0].content(sentence).start):
        return nest_claims([colon, *claims])
    narrated = split_narrated(sentence, _find_leftover(sentence, frames, tails))
    claims = with_narrated(nest_claims(claims), narrated)
    for tail in tails:
        claims = apply_tail(sentence, claims, tail)
    return mark_open_speech(sentence, claims)


def _ends_lead(sentence: Sentence, frames: Sequence[Frame]) -> bool:
    """Whether the first colon belongs to a report («وختم كلمته بالقول: …»), so that it parts no speaker from his words."""
    colons = sentence.lexicon.sets["colons"]
    return any(
        f.cue.first <= 1 or (f.cue.after < f.opening.first + 1 and sentence.tokens[f.opening.first - 1].text in colons) for f in frames
    )


def _relay_documents(sentence: Sentence, frames: Sequence[Frame], claims: list[RawClaim]) -> list[RawClaim]:
    """«وأشار الاستطلاع إلى …، حيث قال نصفهم إن …»: what a document's clause adds, the document relays."""
    document = next((c.speaker for c in claims[:1] if c.speaker and _is_document(sentence, c.speaker)), None)
    if document is None:
        return claims
    return [
        attrs.evolve(c, via=(document,)) if i and not c.via and c.speaker and _elaborates(sentence, frames[i]) else c
        for i, c in enumerate(claims)
    ]


def _is_document(sentence: Sentence, mention: Mention) -> bool:
    first = next(i for i, t in enumerate(sentence.tokens) if t.end > mention.span.start)
    return bool(sentence.match("document_nouns", first))


def _elaborates(sentence: Sentence, frame: Frame) -> bool:
    """Whether a connective such as «حيث» opens the clause of the frame."""
    if frame.boundary is None:
        return False
    return bool(sentence.match("clause_breaks", frame.boundary + sentence.is_comma(frame.boundary)))


def _to_claim(sentence: Sentence, frame: Frame) -> RawClaim:
    origin = Origin.NAMED if frame.speaker else Origin.UNKNOWN if frame.cue.kind is CueKind.RUMOUR else Origin.INHERITED
    return RawClaim(
        content=frame.content(sentence),
        cue=frame.cue,
        sense=frame.cue.verb.sense,
        speaker=frame.speaker,
        origin=origin,
        via=frame.via,
        is_direct=frame.opening.form in ("colon", "bare"),
    )


def _find_leftover(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> Span | None:
    """The outlet's own words: the sentence, or what stands before the first frame and is more than an adverbial."""
    leading = next((t for t in tails if t.first <= 1), None)
    first = sentence.lead or find_dateline(sentence)
    if leading:
        first = leading.after
        while first < sentence.end and (sentence.is_comma(first) or sentence.match("complementisers", first)):
            first += 1
    last = sentence.end
    if frames:
        if leading and not frames[0].boundary and frames[0].start > first:
            return _cover(sentence, first, last)
        head = frames[0]
        last = head.cue.first if head.boundary is None and head.start > first else head.start
        last = last if head.boundary is None else min(head.start, head.boundary)
        message = any(sentence.has("message_nouns", i) for i in range(max(first, head.start - 2), head.cue.first + 1))
        if message and head.opening.form in ("phrase", "quote") and head.cue.first > first:
            last = head.last
    trailing = [t for t in tails if t.first > first and t.first < last and _ends_content(sentence, t, frames)]
    if trailing:
        last = trailing[0].first
    while last > first and (sentence.is_comma(last - 1) or sentence.match("clause_breaks", last - 1)):
        last -= 1
    least = MIN_CLAUSE_WORDS - (bool(frames) and frames[0].cue.kind is CueKind.PARTICIPLE)
    if leading:
        breaks = (i for i in range(first + MIN_CLAUSE_WORDS, last) if sentence.is_comma(i) and sentence.match("content_breaks", i + 1))
        last = next(breaks, last)
    if last <= first or (frames and not _is_clause(sentence, first, last, least)):
        return None
    return _cover(sentence, first, last)


def _cover(sentence: Sentence, first: int, last: int) -> Span | None:
    if last <= first:
        return None
    _, cut = _without_conjunction(sentence, first)
    span = sentence.cover(first, last)
    return Span(start=span.start + (cut if _drops_conjunction(sentence, first) else 0), end=span.end)


def _without_conjunction(sentence: Sentence, at: int) -> tuple[str, int]:
    """The word without a joined conjunction, also where it resumes a clause behind a comma («بحسب البلدية، فقد …»)."""
    if sentence.has("resumptives", at) and sentence.is_comma(at - 1):
        return sentence.words[at][1:], 1
    return sentence.without_conjunction(at)


def _drops_conjunction(sentence: Sentence, at: int) -> bool:
    """A sentence-initial و or ف is a conjunction when the word lives without it in the article."""
    bare, cut = _without_conjunction(sentence, at)
    if sentence.has("resumptives", at):
        return bool(cut)
    return bool(cut) and len(bare) >= 2 and sentence.words[at] not in sentence.lexicon.sets["joined_verbs"]


def _is_clause(sentence: Sentence, first: int, last: int, least: int) -> bool:
    """More than an adverbial: at least ``least`` words that do not all belong to an opening phrase."""
    start = skip_adverbial(sentence, first, last)
    return start is not None and sum(sentence.tokens[i].is_word for i in range(start, last)) >= least
