"""Reported speech where the subject comes before its verb (English and its like).

A content stands after its cue (``S said that C``), before it (``C, S said``;
``"C," said S``) or around it (``"C," S said, "C"``).
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import (
    MIN_CLAUSE_WORDS,
    Tail,
    add_tail,
    apply_tail,
    least_lead,
    mark_open_speech,
    nest_claims,
    read_colon,
    split_narrated,
    with_narrated,
)  # fmt: skip
from claimcmp.extract.clauses import read_frame
from claimcmp.extract.cues import Cue, CueKind, find_cues
from claimcmp.extract.frames import Frame, close_frames
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.sources import extend_source, read_source
from claimcmp.extract.subjects import find_subject
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import ReportingVerb
from claimcmp.records import Sense, Span

MAX_SIGNATURE_TOKENS = 7
"""A name after the dash that signs a quotation is no longer."""


def read_subject_first(sentence: Sentence) -> list[RawClaim]:
    """The claims of one sentence, in order; the outlet's own ones included."""
    cues = find_cues(sentence)
    tails = list[Tail]()
    for index, cue in enumerate(cues):
        tail = _read_tail(sentence, cue, cues[index + 1 :])
        tails = add_tail(sentence, tails, tail) if tail else tails
    frames: list[Frame] = []
    for index, cue in enumerate(cues):
        if cue.kind in (CueKind.VERB, CueKind.PARTICIPLE) and not any(t.first <= cue.first < t.after for t in tails):
            frame = read_frame(sentence, cue, cues[index + 1 :], frames, tails)
            if frame:
                frames.append(frame)
    colon = None if frames else read_colon(sentence) or _read_signature(sentence)
    frames = close_frames(sentence, frames, [tail.first for tail in tails if tail.after >= sentence.end or sentence.is_comma(tail.after)])
    frames = sorted((frame for frame in frames if frame.first < frame.last), key=lambda frame: (frame.first, -frame.last))
    claims = [colon] if colon else [_to_claim(sentence, frame) for frame in frames]
    own = [] if colon else [*_narrate(sentence, frames, tails), *_narrate_rest(sentence, frames, tails)]
    claims = with_narrated(nest_claims(claims), own)
    for tail in tails:
        claims = apply_tail(sentence, claims, tail)
    rumours = [cue for cue in cues if cue.kind is CueKind.RUMOUR]
    return _announce(sentence, mark_open_speech(sentence, _mark_rumour(claims, rumours)), cues)


# --- according-to phrases, colons, the outlet's own words -------------------------------------------


def _read_tail(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> Tail | None:
    if cue.kind not in (CueKind.ACCORDING, CueKind.CITING):
        return None
    start = cue.after
    if start >= sentence.end or sentence.match("not_sources", start):
        return None
    ends = (c.first for c in later if c.first > start and "clause" not in c.verb.takes)
    limit = next(ends, sentence.end)
    end = start
    while end < limit and not (sentence.is_comma(end) and sentence.quote_at[end] < 0):
        end += 1
    reading = read_source(sentence, start, end)
    if reading.source is None or (cue.kind is CueKind.CITING and not _names_source(sentence, reading.source)):
        return None
    source, end = extend_source(sentence, reading.source, end)
    return Tail(cue=cue, first=cue.first, after=end, speaker=source, via=reading.via, is_citing=cue.kind is CueKind.CITING)


def _names_source(sentence: Sentence, source: Mention) -> bool:
    """Whether what is cited can speak: a name or a known kind of source, not "citing the costs"."""
    keys = ("anonymous_nouns", "document_nouns", "outlet_nouns", "organisation_nouns", "post_nouns", "link_heads")
    inside = [i for i, t in enumerate(sentence.tokens) if source.span.start <= t.start < source.span.end]
    return any(sentence.has(key, i) for key in keys for i in inside) or sentence.tokens[inside[0]].text[0].isupper()


def _read_signature(sentence: Sentence) -> RawClaim | None:
    """A quotation signed after a dash: "C" — X."""
    close = sentence.quote_end(0) if sentence.tokens and sentence.is_open(0) else sentence.end
    is_dash = close < sentence.end and sentence.tokens[close].text in sentence.lexicon.sets["dashes"]
    if not is_dash or not close + 1 < sentence.end <= close + MAX_SIGNATURE_TOKENS or not _is_name(sentence, close + 1):
        return None
    cue = Cue(kind=CueKind.VERB, verb=ReportingVerb(sense=Sense.ASSERTS), first=close, after=close + 1, span=sentence.tokens[close].span)
    speaker = Mention(span=sentence.cover(close + 1, sentence.end))
    return RawClaim(content=sentence.cover(0, close), cue=cue, speaker=speaker, is_direct=True)


def _is_name(sentence: Sentence, first: int) -> bool:
    rest = sentence.tokens[first : sentence.end]
    return rest[0].is_word and all(token.text[0].isupper() or not token.is_word for token in rest)


def _narrate(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[Span]:
    """The outlet's own clauses: the whole sentence, or what stands before the first frame."""
    first, last = 0, sentence.end
    leading = next((t for t in tails if t.first <= 1), None)
    if leading:
        first = leading.after
    if frames:
        last = min(f.start for f in frames)
    for tail in tails:
        if first < tail.first < last and (tail.after >= sentence.end or frames):
            last = tail.first
    while first < last and sentence.is_comma(first):
        first += 1
    while last > first and (sentence.is_comma(last - 1) or sentence.has("clause_breaks", last - 1)) and sentence.quote_at[last - 1] < 0:
        last -= 1
    if last <= first:
        return []
    words = sum(t.is_word for t in sentence.tokens[first:last])
    is_adverbial = sentence.has("adverbial_starts", first) and not any(sentence.is_comma(i) for i in range(first, last))
    if frames and (words < least_lead(sentence, min(f.start for f in frames)) or is_adverbial):
        return []
    return split_narrated(sentence, sentence.cover(first, last))


def _narrate_rest(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[Span]:
    """The outlet's own clause after the last report, where a semicolon or ", but" parts them."""
    end = max((frame.last for frame in frames), default=sentence.end)
    after = [tail.first for tail in tails if tail.first >= end] + [frame.start for frame in frames if frame.start >= end]
    if end >= sentence.end or after or any(frame.start < end < frame.cue.after for frame in frames):
        return []
    is_break = sentence.tokens[end].text in ";؛" or bool(sentence.is_comma(end) and sentence.match("content_breaks", end + 1))
    first = end + 1
    while first < sentence.end and (sentence.is_comma(first) or sentence.has("coordinators", first)):
        first += 1
    words = sum(token.is_word for token in sentence.tokens[first : sentence.end])
    return [sentence.cover(first, sentence.end)] if is_break and words >= MIN_CLAUSE_WORDS else []


def _to_claim(sentence: Sentence, frame: Frame) -> RawClaim:
    span = sentence.cover(frame.first, frame.last)
    origin = Origin.NAMED if frame.speaker else Origin.INHERITED
    return RawClaim(
        content=span,
        cue=frame.cue,
        sense=frame.sense or frame.cue.verb.sense,
        speaker=frame.speaker,
        origin=origin,
        via=frame.via,
        is_direct=frame.is_direct,
    )


def _mark_rumour(claims: Sequence[RawClaim], rumours: Sequence[Cue]) -> list[RawClaim]:
    """The claims, those with "reportedly" said by somebody who is not told."""
    marked = []
    for claim in claims:
        cue = next((c for c in rumours if claim.content.start <= c.span.start < claim.content.end), None)
        marked.append(attrs.evolve(claim, origin=Origin.UNKNOWN, cue=cue) if cue and claim.is_narrated else claim)
    return marked


def _announce(sentence: Sentence, claims: list[RawClaim], cues: Sequence[Cue]) -> list[RawClaim]:
    """The claims; a sentence like "Lopez continued:" names the speaker of what follows."""
    if len(claims) != 1 or not claims[0].is_narrated or not cues or sentence.tokens[-1].text not in sentence.lexicon.sets["colons"]:
        return claims
    subject, _ = find_subject(sentence, cues[-1].first, 0)
    return [attrs.evolve(claims[0], announced=subject)] if subject else claims
