"""Reported speech where the subject stands on either side of its verb (Russian, French, Spanish, German).

``S V that C`` and ``V S that C``; ``"C", V S``; ``C, V S`` (a parenthesis, see
:mod:`claimcmp.extract.asides`); ``"C, V S, C"`` inside one pair of marks.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.asides import find_asides
from claimcmp.extract.assembly import (
    Tail,
    apply_tail,
    least_lead,
    mark_open_speech,
    nest_claims,
    read_colon,
    split_narrated,
    with_narrated,
)
from claimcmp.extract.cues import CueKind, find_cues
from claimcmp.extract.either_contents import Opening, content_before, find_opening, is_quote_before
from claimcmp.extract.either_sources import read_group
from claimcmp.extract.either_subjects import read_before
from claimcmp.extract.frames import Frame, close_frames
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.subjects import find_lead
from claimcmp.extract.told import find_told
from claimcmp.extract.verb_groups import Group, find_groups, is_mark
from claimcmp.extract.view import Sentence
from claimcmp.records import Sense, Span


def read_either_side(sentence: Sentence) -> list[RawClaim]:
    """The claims of one sentence, in order; the outlet's own ones included."""
    groups = find_groups(sentence)
    tails = find_asides(sentence, groups)
    frames: list[Frame] = []
    for index, group in enumerate(groups):
        if any(t.first <= group.cue.after - 1 < t.after for t in tails):
            continue
        frame = _read_frame(sentence, group, groups[index + 1 :], _Context(frames, tails))
        if frame:
            frames.append(frame)
    colon = None if frames else read_colon(sentence)
    frames = close_frames(sentence, frames, _find_stops(sentence, frames, tails))
    claims = [colon] if colon else [_to_claim(sentence, frame) for frame in frames]
    claims = with_narrated(nest_claims(claims), [] if colon else _narrate(sentence, frames, tails))
    for tail in tails:
        claims = [_with_verb(sentence, claim, tail) for claim in apply_tail(sentence, claims, tail)]
    return mark_open_speech(sentence, _mark_rumour(sentence, claims))


def _find_stops(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[int]:
    """Tokens that end an open content: a parenthesis, and the main clause after a subordinate one."""
    stops = [tail.first for tail in tails if tail.after >= sentence.end or is_mark(sentence, tail.after)]
    if sentence.match("clause_breaks", 0):
        stops += [frame.start for frame in frames[1:] if is_mark(sentence, frame.start - 1)]
    return stops


def _with_verb(sentence: Sentence, claim: RawClaim, tail: Tail) -> RawClaim:
    """A claim that took its source from a parenthesis with the sense of its verb; direct where it is quoted around it."""
    if claim.cue is not tail.cue:
        return claim
    is_direct = any(quote.end == claim.content.end for quote in sentence.quotes) and any(
        quote.start == claim.content.start for quote in sentence.quotes
    )
    return attrs.evolve(claim, sense=tail.cue.verb.sense, is_direct=claim.is_direct or is_direct)


# --- one verb -----------------------------------------------------------------------------------------


@attrs.frozen
class _Context:
    """What was read before a verb: the frames, and the parentheses of the sentence."""

    before: Sequence[Frame]
    tails: Sequence[Tail]


def _read_frame(sentence: Sentence, group: Group, later: Sequence[Group], context: _Context) -> Frame | None:
    if group.quote_end is not None:
        return _read_inserted(sentence, group)
    limit = min([sentence.end, *(g.first for g in later if g.first > group.after)])
    if group.particle is not None:
        limit = max(limit, min(sentence.end, group.particle + 3))
    lower = _clause_start(group, context.before)
    opening = find_opening(sentence, group, limit)
    is_naming = "names" in group.verb.takes
    if not is_naming and is_quote_before(sentence, group.first) and (opening is None or opening.form in ("quote", "object", "bare")):
        return _read_backward(sentence, group, opening, context.before, limit)
    if opening is not None and not is_naming:
        return _read_forward(sentence, group, opening, lower, context)
    subject, start = read_before(sentence, group, lower)
    if subject is None:
        return None
    if opening is not None:
        return _read_forward(sentence, group, opening, lower, context)
    is_closing = is_quote_before(sentence, start) and group.after >= sentence.end - 3
    return _read_closing(sentence, group, subject, start, context.before) if is_closing else None


def _clause_start(group: Group, before: Sequence[Frame]) -> int:
    opened = [f.first for f in before if f.is_open and f.first <= group.first]
    closed = [f.last for f in before if not f.is_open and f.last <= group.first]
    return max([0, *opened, *closed, *([before[-1].cue.after] if before and before[-1].cue.after <= group.first else [])])


def _read_forward(sentence: Sentence, group: Group, opening: Opening, lower: int, context: _Context) -> Frame | None:
    """S V that C, V S that C, and V that C with a subject left out."""
    subject, via, start = _find_speaker(sentence, group, opening, lower, context)
    is_participle = group.cue.kind is CueKind.PARTICIPLE
    if subject is None and not (context.before or is_participle or _may_drop(sentence, group)):
        return None
    cited = next((t for t in context.tails if t.is_citing and group.after <= t.first <= opening.region_end), None)
    if cited is not None and subject is not None and cited.speaker is not None:
        subject, via = cited.speaker, (subject, *via)
    sense = Sense.ASKS if opening.form == "whether" and group.verb.sense is Sense.CALLS_FOR else group.verb.sense
    particle = group.particle if opening.form == "object" and group.particle == sentence.end - 1 else None
    return Frame(
        cue=group.cue, first=opening.first, last=sentence.end if particle is None else particle, start=start, speaker=subject, via=via,
        sense=sense, is_direct=opening.form == "colon", is_open=particle is None,
    )  # fmt: skip


def _find_speaker(
    sentence: Sentence, group: Group, opening: Opening, lower: int, context: _Context
) -> tuple[Mention | None, tuple[Mention, ...], int]:
    """The subject of a verb with its content after it, the outlets told, and where its words begin."""
    if group.cue.kind is CueKind.PARTICIPLE:
        subject, start = None if context.before else _find_lead(sentence, group.first), group.first
        return subject, find_told(sentence, group.after, opening.region_end), start
    subject, start = read_before(sentence, group, lower)
    via = find_told(sentence, group.after, opening.region_end)
    if subject is None:
        reading = read_group(sentence, group, opening.region_end)
        subject, via, start = reading.source, reading.via, min(start, group.first)
    elif not via and sentence.tokens[start].start < subject.span.start:
        via = tuple(told for told in find_told(sentence, start, group.first) if told.span.end <= subject.span.start)
    if subject is None and not context.before and group.first and sentence.has("coordinators", group.first - 1):
        subject = _find_lead(sentence, group.first - 1)
    return subject, via, start


def _find_lead(sentence: Sentence, last: int) -> Mention | None:
    """The noun phrase that begins the sentence, if it plainly does."""
    first = next((i for i in range(last) if sentence.tokens[i].is_word), 0)
    is_other = sentence.has("auxiliaries", first) and not sentence.has("determiners", first)
    lead = None if is_other or sentence.has("sentence_adverbs", first) else find_lead(sentence, 0, last)
    if lead is None:
        return None
    end = next((i for i, token in enumerate(sentence.tokens) if token.start >= lead.span.end), last)
    while end < last and sentence.has("post_nouns", end):
        end += 1
    return attrs.evolve(lead, span=Span(start=lead.span.start, end=sentence.tokens[end - 1].end))


def _may_drop(sentence: Sentence, group: Group) -> bool:
    """Whether a verb without a subject reports: it begins its sentence or follows an adverbial."""
    if not sentence.lexicon.words.drops_subjects:
        return False
    return group.first == 0 or not sentence.has("relatives", group.first - 1)


def _read_backward(sentence: Sentence, group: Group, opening: Opening | None, before: Sequence[Frame], limit: int) -> Frame | None:
    """ "C", V S — and "C", V S, "C"."""
    resumed = opening.first if opening and opening.form == "quote" and is_mark(sentence, opening.first - 1) else None
    reading = read_group(sentence, group, resumed or limit)
    if reading.source is None and group.after < sentence.end and not sentence.lexicon.words.drops_subjects:
        return None
    lower = max([0, *(f.last for f in before if not f.is_open), *(f.cue.after for f in before if f.is_open and f.first > group.first)])
    first, last = content_before(sentence, lower, group.first)
    return Frame(
        cue=group.cue, first=first, last=sentence.end if resumed else last, start=first, speaker=reading.source, via=reading.via,
        sense=group.verb.sense, is_direct=bool(resumed),
    )  # fmt: skip


def _read_closing(sentence: Sentence, group: Group, subject: Mention, start: int, before: Sequence[Frame]) -> Frame:
    """ "C", S V."""
    first, last = content_before(sentence, max([0, *(f.last for f in before if not f.is_open)]), start)
    return Frame(cue=group.cue, first=first, last=last, start=first, speaker=subject, sense=group.verb.sense)


def _read_inserted(sentence: Sentence, group: Group) -> Frame | None:
    """ "C, V S, C" in one pair of marks: the whole quotation is the content."""
    close = group.quote_end or sentence.end
    first = next(i for i in range(group.first, -1, -1) if sentence.is_open(i))
    stop = next(
        (
            i
            for i in range(group.after, close)
            if is_mark(sentence, i) or (sentence.tokens[i].text in ".!?" and len(sentence.words[i - 1]) > 2)
        ),
        close,
    )
    reading = read_group(sentence, group, stop)
    if reading.source is None:
        return None
    return Frame(
        cue=group.cue, first=first, last=close, start=first, speaker=reading.source, via=reading.via,
        sense=group.verb.sense, is_direct=True,
    )  # fmt: skip


# --- the outlet's own words ---------------------------------------------------------------------------


def _narrate(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[Span]:
    """The outlet's own clauses: the whole sentence, or what stands before the first frame."""
    first, last = 0, sentence.end
    for tail in tails:
        first = max(first, tail.after) if tail.first <= first + 1 else first
    if frames:
        last = min(f.start for f in frames)
    for tail in reversed(tails):
        is_last = tail.after >= last or (tail.after == last - 1 and is_mark(sentence, tail.after))
        if first < tail.first < last and (is_last or frames):
            last = tail.first
    while first < last and is_mark(sentence, first):
        first += 1
    while (
        last > first
        and (is_mark(sentence, last - 1) or sentence.match("clause_breaks", last - 1) or sentence.has("coordinators", last - 1))
        and sentence.quote_at[last - 1] < 0
    ):
        last -= 1
    words = sum(t.is_word for t in sentence.tokens[first:last])
    if last <= first or not words:
        return []
    is_lead = sentence.has("adverbial_starts", first) or sentence.has("relatives", last - 1)
    if frames and (words < least_lead(sentence, min(f.start for f in frames)) or is_lead):
        return []
    return split_narrated(sentence, sentence.cover(first, last))


def _to_claim(sentence: Sentence, frame: Frame) -> RawClaim:
    origin = Origin.NAMED if frame.speaker else Origin.INHERITED
    return RawClaim(
        content=sentence.cover(frame.first, frame.last), cue=frame.cue, sense=frame.sense or Sense.ASSERTS,
        speaker=frame.speaker, origin=origin, via=frame.via, is_direct=frame.is_direct,
    )  # fmt: skip


def _mark_rumour(sentence: Sentence, claims: Sequence[RawClaim]) -> list[RawClaim]:
    """ "allegedly": said by somebody who is not told."""
    rumours = [cue for cue in find_cues(sentence) if cue.kind is CueKind.RUMOUR]
    marked = []
    for claim in claims:
        cue = next((c for c in rumours if claim.content.start <= c.span.start < claim.content.end), None)
        marked.append(attrs.evolve(claim, origin=Origin.UNKNOWN, cue=cue) if cue and claim.is_narrated else claim)
    return marked
