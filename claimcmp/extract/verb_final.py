"""Reported speech where the verb comes last (Turkish, Persian).

The subject leads the clause. A content stands between it and the cue, as a
quotation or as a nominal clause with an ending of its own («…-diğini
söyledi»), or after the cue, behind a complementiser or a colon («گفت که …»).
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import MIN_CLAUSE_WORDS, Tail, apply_tail, mark_open_speech, nest_claims, read_colon, with_narrated
from claimcmp.extract.cases import is_finite
from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.final_contents import Content, find_content, find_subject_of_noun
from claimcmp.extract.final_cues import find_final_cues
from claimcmp.extract.final_leads import Lead
from claimcmp.extract.final_sources import read_lead
from claimcmp.extract.final_tails import read_issuer, read_tails
from claimcmp.extract.frames import Frame
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.sources import read_source
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

_MIN_FINITE_WORDS = 2
"""A subject and its verb are a clause."""

_SPEECH = (CueKind.VERB, CueKind.PARTICIPLE, CueKind.NOUN)


def read_verb_final(sentence: Sentence) -> list[RawClaim]:
    """The claims of one sentence, in order; the outlet's own ones included."""
    cues = find_final_cues(sentence)
    tails = read_tails(sentence, cues)
    frames: list[Frame] = []
    for index, cue in enumerate(cues):
        if cue.kind in _SPEECH and not any(t.first <= cue.first < t.after for t in tails):
            frame = _read_frame(sentence, cue, cues[index + 1 :], frames, tails)
            if frame:
                frames.append(frame)
    colon = None if frames else read_colon(sentence)
    frames = [_close(sentence, frame, frames[i + 1 :], tails) for i, frame in enumerate(frames)]
    claims = [colon] if colon else [_to_claim(sentence, frame) for frame in frames]
    claims.sort(key=lambda claim: (claim.content.start, -claim.content.end))
    claims = with_narrated(nest_claims(claims), [] if colon else _narrate(sentence, frames, tails))
    for tail in tails:
        claims = apply_tail(sentence, claims, tail)
    return _announce(sentence, mark_open_speech(sentence, _mark_rumour(sentence, claims, cues)), cues)


# --- frames ---------------------------------------------------------------------------------------


def _read_frame(sentence: Sentence, cue: Cue, later: Sequence[Cue], before: Sequence[Frame], tails: Sequence[Tail]) -> Frame | None:
    lower, is_sibling = _find_lower(sentence, cue, before, tails)
    content = find_content(sentence, cue, lower, later)
    if content is None:
        return None
    if cue.kind is CueKind.NOUN:
        return _read_noun_frame(sentence, cue, content, lower)
    aside = next((t for t in tails if lower <= t.first < cue.first and t.is_citing), None)
    if cue.kind is CueKind.PARTICIPLE and not content.is_after and not sentence.ends_with("gerund_endings", cue.after - 1):
        return _read_attributive(sentence, cue, content, lower, later)
    limit = min(content.limit, aside.first if aside else cue.first)
    begin = lower if content.subject_from is None else content.subject_from
    lead = read_lead(sentence, begin, limit, is_bounded=content.is_bounded)
    issuer = read_issuer(sentence, lower, content) if "passive" in cue.verb.takes else None
    if "passive" in cue.verb.takes:
        lead = issuer or Lead(speaker=None, via=(), after=lower)
    speaker, via = lead.speaker, lead.via + content.told
    is_told = any(t.first <= 1 and t.after <= lower and t.speaker for t in tails)
    if speaker is None and "passive" not in cue.verb.takes:
        if is_told and not before and not content.is_direct and content.follower is None and not content.is_after:
            return None
        speaker = content.follower or _shared_speaker(sentence, before, lower, is_sibling=is_sibling)
    if aside and aside.speaker:
        speaker, via = aside.speaker, (via if speaker is None else (speaker, *via))
    first = content.first if content.first is not None else max(lead.after, _skip_lead(sentence, aside.after, content.last) if aside else 0)
    if first >= content.last or not any(sentence.tokens[i].is_word for i in range(first, content.last)):
        return None
    return Frame(
        cue=cue, first=first, last=content.last, start=lower, speaker=speaker, via=via,
        is_direct=content.is_direct, is_open=content.is_after,
    )  # fmt: skip


def _read_noun_frame(sentence: Sentence, cue: Cue, content: Content, lower: int) -> Frame | None:
    """Speech inside speech («X'in … söylediğini belirtti»): the inner speaker is in the genitive."""
    lead = read_lead(sentence, lower, content.last, is_bounded=False)
    found = find_subject_of_noun(sentence, lead.after, content.last)
    if found is None:
        return None
    first = content.first if content.first is not None else found[1]
    return (
        Frame(cue=cue, first=first, last=content.last, start=found[1], speaker=found[0], via=content.told) if first < content.last else None
    )


def _read_attributive(sentence: Sentence, cue: Cue, content: Content, lower: int, later: Sequence[Cue]) -> Frame | None:
    """«…-diğini belirten X»: the noun after the participle speaks."""
    limit = next((c.first for c in later), sentence.end)
    limit = next((i for i in range(cue.after, limit) if sentence.is_open(i)), limit)
    lead = read_lead(sentence, cue.after, limit, is_bounded=limit < sentence.end and sentence.is_open(limit))
    first = content.first if content.first is not None else lower
    first = _skip_lead(sentence, first, content.last)
    if lead.speaker is None or first >= content.last:
        return None
    return Frame(cue=cue, first=first, last=content.last, start=lower, speaker=lead.speaker, via=content.told, is_direct=content.is_direct)


def _skip_lead(sentence: Sentence, first: int, last: int) -> int:
    while first < last and (sentence.is_comma(first) or sentence.has("coordinators", first)):
        first += 1
    return first


def _find_lower(sentence: Sentence, cue: Cue, before: Sequence[Frame], tails: Sequence[Tail]) -> tuple[int, bool]:
    """The first token of the clause of this cue, and whether it stands beside an open content, not inside it."""
    outer = [frame for frame in before if frame.cue.kind is not CueKind.NOUN]
    lower = max(
        [
            0,
            *(f.first if f.is_open else max(f.last, f.cue.after) for f in outer),
            *(t.after for t in tails if t.after <= cue.first and t.first <= 1),
        ]
    )
    if outer and outer[-1].is_open and outer[-1].cue.kind is CueKind.PARTICIPLE and is_finite(sentence, cue.first - 1):
        return cue.first, True
    for at in range(cue.first - 1, lower, -1):
        if sentence.quote_at[at] < 0 and sentence.tokens[at].text in sentence.lexicon.sets["colons"] and not sentence.is_open(at + 1):
            return at + 1, True
        if sentence.quote_at[at] >= 0 or not (sentence.is_comma(at) or sentence.has("coordinators", at)):
            continue
        if is_finite(sentence, at - 1) or (sentence.quote_at[at - 1] >= 0 and sentence.has("coordinators", at)):
            return at + 1, True
    return lower, False


def _shared_speaker(sentence: Sentence, before: Sequence[Frame], lower: int, *, is_sibling: bool) -> Mention | None:
    """The speaker or subject of the clause before, when this one has none of its own."""
    last = next((frame for frame in reversed(before) if frame.cue.kind is not CueKind.NOUN), None)
    if last is None:
        lead = read_lead(sentence, 0, lower, is_bounded=False) if is_sibling else None
        return lead.speaker if lead and lead.after < lower and not sentence.has("object_markers", lead.after) else None
    return last.speaker if is_sibling or not last.is_open or last.cue.kind is CueKind.PARTICIPLE else None


def _close(sentence: Sentence, frame: Frame, later: Sequence[Frame], tails: Sequence[Tail]) -> Frame:
    """The frame with the end of a content that runs on: the next sibling, a tail, a closed quotation."""
    if not frame.is_open:
        return frame
    siblings = [f for f in later if f.start > frame.first or f.speaker == frame.speaker]
    limits = [sentence.end, *(t.first for t in tails if t.first > frame.first and t.after >= sentence.end)]
    limits += [f.start if f.start > frame.first else f.cue.first for f in siblings]
    last = max(frame.first + 1, min(limits))
    if sentence.is_open(frame.first):
        close = sentence.quote_end(frame.first)
        goes_on = close < last and sentence.tokens[close].is_word and not sentence.has("coordinators", close)
        last = last if goes_on or close >= last else close
    while (
        last > frame.first + 1
        and sentence.quote_at[last - 1] < 0
        and (sentence.is_comma(last - 1) or sentence.has("coordinators", last - 1))
    ):
        last -= 1
    return attrs.evolve(frame, last=max(last, frame.first + 1))


def _to_claim(sentence: Sentence, frame: Frame) -> RawClaim:
    untold = Origin.UNKNOWN if "passive" in frame.cue.verb.takes else Origin.INHERITED
    return RawClaim(
        content=sentence.cover(frame.first, frame.last), cue=frame.cue, sense=frame.cue.verb.sense, speaker=frame.speaker,
        origin=Origin.NAMED if frame.speaker else untold, via=frame.via, is_direct=frame.is_direct,
    )  # fmt: skip


# --- the outlet's own words -------------------------------------------------------------------------


def _narrate(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[Span]:
    """The clauses that no frame covers: the whole sentence, or what stands before and after the frames."""
    taken = [(f.start, max(f.last, f.cue.after)) for f in frames]
    outside = [(t.first, t.after) for t in tails if t.first <= 1 or t.after >= sentence.end]
    edges = sorted([*taken, *outside, (sentence.end, sentence.end)])
    spans, at = [], 0
    for start, after in edges:
        span = _trim(sentence, at, start, least=MIN_CLAUSE_WORDS if frames else 1)
        spans += [span] if span else []
        at = max(at, after)
    return spans


def _trim(sentence: Sentence, first: int, last: int, *, least: int) -> Span | None:
    while first < last and sentence.quote_at[first] < 0 and (sentence.is_comma(first) or sentence.has("coordinators", first)):
        first += 1
    while last > first and sentence.quote_at[last - 1] < 0 and (sentence.is_comma(last - 1) or sentence.has("coordinators", last - 1)):
        last -= 1
    words = sum(token.is_word for token in sentence.tokens[first:last])
    is_clause = words >= _MIN_FINITE_WORDS and is_finite(sentence, last - 1) and not sentence.match("verb_forms", first)
    return sentence.cover(first, last) if words >= least or is_clause else None


def _mark_rumour(sentence: Sentence, claims: Sequence[RawClaim], cues: Sequence[Cue]) -> list[RawClaim]:
    """«گفته می‌شود …», «iddiaya göre …»: said by somebody who is not told."""
    marked = []
    for claim in claims:
        cue = next((c for c in cues if c.kind is CueKind.RUMOUR and claim.content.start <= c.span.start < claim.content.end), None)
        marked.append(_as_rumour(sentence, claim, cue) if cue and claim.is_narrated else claim)
    return marked


def _as_rumour(sentence: Sentence, claim: RawClaim, cue: Cue) -> RawClaim:
    """The claim without the rumour phrase that opens it."""
    first = _skip_lead(sentence, cue.after, sentence.end)
    is_opening = claim.content.start == cue.span.start and first < sentence.end
    content = Span(start=sentence.tokens[first].start, end=claim.content.end) if is_opening else claim.content
    return attrs.evolve(claim, content=content, origin=Origin.UNKNOWN, cue=cue)


def _announce(sentence: Sentence, claims: list[RawClaim], cues: Sequence[Cue]) -> list[RawClaim]:
    """«Fidan şöyle konuştu:» names the speaker of what follows."""
    if len(claims) != 1 or not claims[0].is_narrated or not cues or sentence.tokens[-1].text not in sentence.lexicon.sets["colons"]:
        return claims
    cue = cues[-1]
    subject = read_lead(sentence, 0, cue.first, is_bounded=True).speaker or read_source(sentence, 0, cue.first).source
    return [attrs.evolve(claims[0], announced=subject)] if subject else claims
