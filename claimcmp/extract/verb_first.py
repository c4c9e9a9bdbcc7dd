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
    mark_open_speech,
    nest_claims,
    read_colon,
    split_narrated,
    with_narrated,
)
from claimcmp.extract.cues import MIN_QUOTED_WORDS, Cue, CueKind, find_cues
from claimcmp.extract.opening import Opening, find_end, find_opening
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.sources import find_phrase_end, names_outlet, read_source
from claimcmp.extract.verb_first_subjects import find_boundary, find_subject, skip_adverbial
from claimcmp.extract.verb_first_tails import read_tails
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

_CITED_WITHIN = 14


@attrs.frozen(kw_only=True)
class Frame:
    """A cue with its content (tokens ``first:last``, offsets ``content``) and sources."""

    cue: Cue
    opening: Opening
    boundary: int | None
    speaker: Mention | None
    via: tuple[Mention, ...]
    start: int
    last: int = 0

    def content(self, sentence: Sentence) -> Span:
        """Offsets of the content."""
        return Span(start=self.opening.start, end=max(self.opening.start + 1, sentence.tokens[self.last - 1].end))


def read_verb_first(sentence: Sentence) -> list[RawClaim]:
    """The claims of one sentence, in order; the outlet's own ones included."""
    cues = find_cues(sentence)
    tails = read_tails(sentence, cues)
    frames = _close_frames(sentence, _open_frames(sentence, cues, tails), tails)
    return _assemble(sentence, frames, tails)


def _open_frames(sentence: Sentence, cues: Sequence[Cue], tails: Sequence[Tail]) -> list[Frame]:
    frames: list[Frame] = []
    busy = 0
    for index, cue in enumerate(cues):
        if cue.first < busy or any(t.first <= cue.first < t.after for t in tails) or cue.kind in (CueKind.ACCORDING, CueKind.CITING):
            continue
        frame = _open_frame(sentence, cue, cues[index + 1 :], tails, frames)
        if frame:
            frames.append(frame)
            busy = _busy_until(sentence, frame)
    return frames


def _busy_until(sentence: Sentence, frame: Frame) -> int:
    """No cue is read before this token: it belongs to the frame itself."""
    if frame.cue.kind is CueKind.LIGHT:
        nouns = range(frame.cue.after, min(frame.cue.after + 8, sentence.end))
        possessed = [i for i in nouns if any(sentence.words[i].endswith(p) for p in sentence.lexicon.words.possessives)]
        return max(possessed, default=frame.cue.after) + 1
    return frame.cue.after if frame.opening.form == "object" else frame.opening.first


def _open_frame(sentence: Sentence, cue: Cue, later: Sequence[Cue], tails: Sequence[Tail], before: Sequence[Frame]) -> Frame | None:
    boundary = find_boundary(sentence, cue)
    if cue.kind is CueKind.RUMOUR and cue.first > 2 and boundary is None:
        return None
    if cue.kind in (CueKind.LIGHT, CueKind.TOPIC):
        return _open_clause(sentence, cue, boundary)
    if cue.kind is CueKind.CITING_VERB:
        return _open_cited(sentence, cue, later, boundary)
    return _open_plain(sentence, cue, later, tails, before)


def _open_plain(sentence: Sentence, cue: Cue, later: Sequence[Cue], tails: Sequence[Tail], before: Sequence[Frame]) -> Frame | None:
    """A verb, participle or noun with its content after it."""
    citing = next(
        (t for t in tails if t.is_citing and t.first >= cue.after and not any(cue.after <= c.first < t.first for c in later)), None
    )
    window = _window_end(sentence, cue, later, citing)
    opening = find_opening(sentence, cue, window)
    if opening is None and cue.kind is CueKind.VERB:
        return _open_inverted(sentence, cue, window)
    if opening is None or opening.first >= sentence.end or not _reports(sentence, cue, opening):
        return None
    region = read_source(sentence, cue.after, _region_end(sentence, cue, opening, citing))
    speaker, via, start = region.source, region.via, cue.first
    if citing and citing.first < opening.region_end:
        speaker, via = citing.speaker, (*((speaker,) if speaker else ()), *via)
    elif speaker is None or "addressee" in cue.verb.takes:
        subject, begin = find_subject(sentence, cue, before[-1].opening.first if before else None)
        if subject is not None and speaker is not None and names_outlet(sentence, speaker):
            via = (speaker, *via)
        speaker, start = (subject, begin) if subject is not None or speaker is None else (speaker, start)
    return Frame(cue=cue, opening=opening, boundary=find_boundary(sentence, cue), speaker=speaker, via=via, start=start)


def _reports(sentence: Sentence, cue: Cue, opening: Opening) -> bool:
    """Not «ذكرها» with an object of its own, nor an act told in a clause of time («عندما ألمح إلى …»)."""
    if cue.has_object and not _is_relative(sentence, cue.first) and opening.form not in ("that", "quote", "colon"):
        return False
    boundary = find_boundary(sentence, cue)
    if opening.form != "phrase" or boundary is None:
        return True
    return not sentence.has("temporal_breaks", boundary + sentence.is_comma(boundary))


def _region_end(sentence: Sentence, cue: Cue, opening: Opening, citing: Tail | None) -> int:
    """Where the words about the source end: before the content, the one addressed, or a citing phrase."""
    end = cue.after if cue.kind is CueKind.NOUN else opening.region_end
    if "addressee" in cue.verb.takes:
        end = min(end, find_phrase_end(sentence, cue.after, end))
    return min(end, citing.first) if citing else end


def _open_inverted(sentence: Sentence, cue: Cue, window: int) -> Frame | None:
    """«…»، قالت فلانة: the quotation stands before its verb."""
    close = cue.first
    while close and sentence.is_comma(close - 1):
        close -= 1
    if not close or sentence.quote_at[close - 1] < 0 or sentence.quote_words(close - 1) < MIN_QUOTED_WORDS:
        return None
    first = next(i for i in range(close) if sentence.quote_at[i] == sentence.quote_at[close - 1])
    speaker = read_source(sentence, cue.after, window)
    opening = Opening(first=first, start=sentence.tokens[first].start, region_end=cue.after, form="quote")
    return Frame(cue=cue, opening=opening, boundary=cue.first, speaker=speaker.source, via=speaker.via, start=first)


def _window_end(sentence: Sentence, cue: Cue, later: Sequence[Cue], citing: Tail | None) -> int:
    """The content must open before the next cue, save that a citing phrase may come between."""
    for other in later:
        if other.kind is CueKind.CITING and citing and other.first == citing.first:
            continue
        if citing and citing.first <= other.first < citing.after:
            continue
        return other.first
    return sentence.end


def _open_clause(sentence: Sentence, cue: Cue, boundary: int | None) -> Frame:
    """«جددت واشنطن تحذيرها …», «أثارت ملف …»: the whole clause is the content."""
    opening = Opening(first=cue.first, start=cue.span.start, region_end=cue.after, form="clause")
    speaker = _subject_of_clause(sentence, cue) if cue.kind is CueKind.LIGHT else None
    return Frame(cue=cue, opening=opening, boundary=cue.first if boundary is None else boundary, speaker=speaker, via=(), start=cue.first)


def _subject_of_clause(sentence: Sentence, cue: Cue) -> Mention | None:
    """The words between a light verb and its speech noun, without adverbs such as «خلاله»."""
    possessives = sentence.lexicon.words.possessives
    first = cue.after
    while first < sentence.end and any(sentence.words[first].removesuffix(p) in sentence.lexicon.sets["source_stops"] for p in possessives):
        first += 1
    last = first
    while last < min(first + 6, sentence.end) and not any(
        sentence.words[last].endswith(p) and len(sentence.words[last]) > 4 for p in possessives
    ):
        last += 1
    return read_source(sentence, first, last).source


def _open_cited(sentence: Sentence, cue: Cue, later: Sequence[Cue], boundary: int | None) -> Frame | None:
    """«نقلت وكالة عن فلان قوله إن …»: the agency relays, the one after the preposition speaks."""
    preposition = sentence.lexicon.words.citing_preposition
    at = next((i for i in range(cue.after, min(cue.after + _CITED_WITHIN, sentence.end)) if sentence.words[i] == preposition), None)
    if at is None:
        return None
    inner = next((c for c in later if c.first > at and c.kind in (CueKind.NOUN, CueKind.VERB, CueKind.PARTICIPLE)), None)
    own = attrs.evolve(cue, after=at + 1)
    opening = find_opening(sentence, own, inner.first if inner else sentence.end)
    region_end, used = (opening.region_end, own) if opening else (sentence.end, own)
    if opening is None and inner is not None:
        following = next((c.first for c in later if c.first > inner.first), sentence.end)
        opening = find_opening(sentence, inner, following)
        region_end, used = inner.first, inner
    if opening is None:
        return None
    speaker = read_source(sentence, at + 1, region_end)
    relay = read_source(sentence, cue.after, at)
    via = (*((relay.source,) if relay.source else ()), *speaker.via)
    return Frame(
        cue=attrs.evolve(used, first=cue.first), opening=opening, boundary=boundary, speaker=speaker.source, via=via, start=cue.first
    )


def _is_relative(sentence: Sentence, at: int) -> bool:
    return sentence.has("relatives", at - 1) or sentence.has("what", at - 1)


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
        closed.append(attrs.evolve(frame, last=find_end(sentence, frame.opening, limit)))
    return closed


def _ends_content(sentence: Sentence, tail: Tail, frames: Sequence[Frame]) -> bool:
    """A phrase at the end or before a new clause closes the content; one in its middle stays inside."""
    at = tail.after
    return at >= sentence.end or sentence.is_comma(at) or any(f.boundary is not None and abs(f.boundary - at) <= 1 for f in frames)


def _assemble(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[RawClaim]:
    claims = _relay_documents(sentence, frames, [_to_claim(sentence, frame) for frame in frames])
    colon = read_colon(sentence) if all(f.cue.first > 1 for f in frames) else None
    if colon and (not frames or colon.content.start <= frames[0].content(sentence).start):
        return nest_claims([colon, *claims])
    narrated = split_narrated(sentence, _find_leftover(sentence, frames, tails))
    claims = with_narrated(nest_claims(claims), narrated)
    for tail in tails:
        claims = apply_tail(sentence, claims, tail)
    return mark_open_speech(sentence, claims)


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
    first = sentence.lead
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
    _, cut = sentence.without_conjunction(first)
    span = sentence.cover(first, last)
    return Span(start=span.start + (cut if _drops_conjunction(sentence, first) else 0), end=span.end)


def _drops_conjunction(sentence: Sentence, at: int) -> bool:
    """A sentence-initial و or ف is a conjunction when the word lives without it in the article."""
    bare, cut = sentence.without_conjunction(at)
    return bool(cut) and len(bare) >= 2


def _is_clause(sentence: Sentence, first: int, last: int, least: int) -> bool:
    """More than an adverbial: at least ``least`` words that do not all belong to an opening phrase."""
    start = skip_adverbial(sentence, first, last)
    return start is not None and sum(sentence.tokens[i].is_word for i in range(start, last)) >= least
