"""Reported speech where the subject comes before its verb (English and its like).

A content stands after its cue (``S said that C``), before it (``C, S said``;
``"C," said S``) or around it (``"C," S said, "C"``).
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import MIN_CLAUSE_WORDS, Tail, apply_tail, nest_claims, split_narrated, with_narrated
from claimcmp.extract.complements import find_complement
from claimcmp.extract.cues import Cue, CueKind, find_cues
from claimcmp.extract.frames import Frame, close_frames
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.sources import read_source
from claimcmp.extract.subjects import find_lead, find_subject
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import ReportingVerb
from claimcmp.records import Sense, Span

MAX_TRAILING_TOKENS = 16
"""An unquoted content before its cue has no more than this after the cue."""

_MIN_LEAD_TOKENS = 3


def read_subject_first(sentence: Sentence) -> list[RawClaim]:
    """The claims of one sentence, in order; the outlet's own ones included."""
    cues = find_cues(sentence)
    tails = [tail for i, cue in enumerate(cues) if (tail := _read_tail(sentence, cue, cues[i + 1 :]))]
    frames: list[Frame] = []
    for index, cue in enumerate(cues):
        if cue.kind in (CueKind.VERB, CueKind.PARTICIPLE) and not any(t.first <= cue.first < t.after for t in tails):
            frame = _read_frame(sentence, cue, cues[index + 1 :], frames, tails)
            if frame:
                frames.append(frame)
    colon = _read_colon(sentence) if not frames else None
    frames = close_frames(sentence, frames, [tail.first for tail in tails if tail.after >= sentence.end or sentence.is_comma(tail.after)])
    claims = [colon] if colon else [_to_claim(sentence, frame) for frame in frames]
    claims = with_narrated(nest_claims(claims), [] if colon else _narrate(sentence, frames, tails))
    for tail in tails:
        claims = apply_tail(sentence, claims, tail)
    rumours = [cue for cue in cues if cue.kind is CueKind.RUMOUR]
    return _announce(sentence, _mark_open_speech(sentence, _mark_rumour(claims, rumours)), cues)


# --- one cue ----------------------------------------------------------------------------------------


def _read_frame(sentence: Sentence, cue: Cue, later: Sequence[Cue], before: Sequence[Frame], tails: Sequence[Tail]) -> Frame | None:
    aside = next((t for t in tails if cue.after <= t.first <= cue.after + 2 and t.after < sentence.end), None)
    if aside is not None:
        cue = attrs.evolve(cue, after=aside.after)
    if cue.kind is CueKind.PARTICIPLE and not _is_progressive(sentence, cue.first):
        return _read_participle(sentence, cue, before)
    lower = _clause_start(sentence, cue, before)
    subject, start = find_subject(sentence, _verb_start(sentence, cue.first), lower)
    if _is_noun(sentence, cue, start):
        return None
    if subject is None and _is_quote_before(sentence, cue.first):
        return _read_inverted(sentence, cue, later, before)
    if subject is None and (_is_inverted(sentence, cue, later) and not before):
        return _read_inverted(sentence, cue, later, before)
    if subject is None and not _may_lean(sentence, cue, before):
        return None
    if subject is not None and _stands_after_content(sentence, start, cue, lower):
        return _read_backward(sentence, cue, subject, start, later, before)
    frame = _read_forward(sentence, cue, subject, start)
    if frame and aside and aside.is_citing and aside.speaker and subject:
        return attrs.evolve(frame, speaker=aside.speaker, via=(subject, *frame.via))
    return frame


def _verb_start(sentence: Sentence, at: int) -> int:
    """The first token of a verb phrase in the progressive ("is demanding")."""
    while (
        at
        and (sentence.has("passives", at - 1) or sentence.has("auxiliaries", at - 1))
        and sentence.tokens[at].text.islower()
        and sentence.words[at].endswith("ing")
    ):
        return at - 1
    return at


def _is_progressive(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.has("passives", at - 1)


def _is_noun(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether a word that can be a noun or a name is one here ("the report that", "the United States that")."""
    at = cue.first
    text = sentence.tokens[at].text
    if (
        at
        and text[0].isupper()
        and not text.isupper()
        and sentence.tokens[at - 1].text[0].isupper()
        and sentence.words[at] in ("states", "notes", "posts")
    ):
        return True
    if "clause" not in cue.verb.takes and not sentence.has("ambiguous_cues", at):
        return False
    if not at or sentence.has("determiners", at - 1) or sentence.has("noun_links", at - 1) or sentence.words[at - 1].endswith(("'s", "’s")):
        return sentence.words[at - 1] != "to" if at else True
    return start >= at


def _clause_start(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> int:
    opened = [f.first for f in before if f.is_open and f.first <= cue.first]
    closed = [f.last for f in before if not f.is_open and f.last <= cue.first]
    return max([0, *opened, *closed, *([before[-1].cue.after] if before else [])])


def _may_lean(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> bool:
    """A verb without subject takes the one of the verb before it ("said … and added")."""
    at = cue.first
    while at and (sentence.has("auxiliaries", at - 1) or sentence.words[at - 1].endswith("ly")):
        at -= 1
    return bool(before) and at > 0 and sentence.words[at - 1] in ("and", "but")


def _read_participle(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> Frame | None:
    """ "…, adding that C" hangs on a comma; "quoted X as saying C" relays X."""
    at = cue.first
    if sentence.words[at - 1] == "as" if at else False:
        return _read_quoted_as(sentence, cue)
    if not at or not (sentence.is_comma(at - 1) or sentence.has("clause_breaks", at - 1)):
        return None
    speaker = None if before else find_lead(sentence, 0, at - 1)
    frame = _read_forward(sentence, cue, speaker, at)
    return frame


def _read_quoted_as(sentence: Sentence, cue: Cue) -> Frame | None:
    """ "Tass quoted X as saying C", "X was quoted (by Tass) as saying C"."""
    quoted = next((i for i in range(cue.first - 2, max(-1, cue.first - 20), -1) if sentence.has("quoting_verbs", i)), None)
    if quoted is None:
        return None
    is_passive = sentence.has("passives", quoted - 1)
    subject, start = find_subject(sentence, quoted - 1 if is_passive else quoted, 0)
    named = _name_between(sentence, quoted + 1, cue.first - 1)
    frame = _read_forward(sentence, cue, subject if is_passive else named, start)
    relay = named if is_passive else subject
    return attrs.evolve(frame, via=(relay, *frame.via)) if frame and relay else frame


def _name_between(sentence: Sentence, first: int, last: int) -> Mention | None:
    if first < last and sentence.words[first] == "by":
        first += 1
    reading = read_source(sentence, first, last) if first < last else None
    return reading.source if reading else None


# --- content before the cue -----------------------------------------------------------------------


def _is_quote_before(sentence: Sentence, at: int) -> bool:
    while at and sentence.is_comma(at - 1) and sentence.quote_at[at - 1] < 0:
        at -= 1
    return at > 0 and sentence.quote_at[at - 1] >= 0


def _stands_after_content(sentence: Sentence, start: int, cue: Cue, lower: int) -> bool:
    """Whether "…, S said" closes a clause: a comma or a quotation before S, little after the verb."""
    if start - lower < _MIN_LEAD_TOKENS:
        return False
    quoted = _is_quote_before(sentence, start)
    if not quoted and not sentence.is_comma(start - 1):
        return False
    after = cue.after
    if after >= sentence.end or sentence.is_open(after):
        return quoted or after >= sentence.end or sentence.is_open(lower)
    if quoted and (sentence.is_open(_skip_lead(sentence, lower, start)) or not _begins_clause(sentence, after)):
        return not sentence.match("complementisers", after)
    if sentence.is_comma(after):
        return not sentence.has("adverbial_starts", lower) or _only_adverbial(sentence, after)
    return sentence.end - after <= MAX_TRAILING_TOKENS and _only_adverbial(sentence, after)


def _begins_clause(sentence: Sentence, at: int) -> bool:
    return sentence.has("clause_openers", at) or bool(sentence.match("complementisers", at))


def _only_adverbial(sentence: Sentence, at: int) -> bool:
    """Whether the rest is a day, a place or an occasion ("on Monday", "in a statement")."""
    if not (sentence.has("after_verb", at) or sentence.is_comma(at)):
        return False
    return not any(sentence.match("complementisers", i) or sentence.is_open(i) for i in range(at, sentence.end))


def _is_inverted(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> bool:
    """Whether ", said S" closes an unquoted clause."""
    at = cue.first
    return (
        at > _MIN_LEAD_TOKENS and sentence.is_comma(at - 1) and "bare" in cue.verb.takes and not later and "addressee" not in cue.verb.takes
    )


def _read_inverted(sentence: Sentence, cue: Cue, later: Sequence[Cue], before: Sequence[Frame]) -> Frame | None:
    """ "C," said S. — and "C," said S, "C"."""
    resumed = _find_resumed(sentence, cue, later)
    reading = read_source(sentence, cue.after, resumed or sentence.end)
    if reading.source is None and cue.after < sentence.end:
        return None
    lower = max([0, *(f.last for f in before if not f.is_open)])
    first, last = _content_before(sentence, lower, cue.first)
    speaker = _with_apposition(sentence, reading.source) if reading.source else None
    return Frame(cue=cue, first=first, last=sentence.end if resumed else last, start=first, speaker=speaker, via=reading.via)


def _with_apposition(sentence: Sentence, source: Mention) -> Mention:
    """The source with the post that follows its name between commas."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.start >= source.span.end), sentence.end)
    if not sentence.is_comma(at) or not (sentence.has("determiners", at + 1) or sentence.has("post_nouns", at + 1)):
        return source
    end = at + 1
    while end < sentence.end and sentence.tokens[end].is_word and not sentence.has("relatives", end):
        end += 1
    has_post = any(sentence.has("post_nouns", i) for i in range(at + 1, end))
    return attrs.evolve(source, span=Span(start=source.span.start, end=sentence.tokens[end - 1].end)) if has_post else source


def _read_backward(sentence: Sentence, cue: Cue, subject: Mention, start: int, later: Sequence[Cue], before: Sequence[Frame]) -> Frame:
    """C, S said. — and "C," S said, "C". — and C, S said, C."""
    quoted = _is_quote_before(sentence, start)
    done = [f.last for f in before if not f.is_open]
    lower = max([0, *done])
    first, last = _content_before(sentence, lower, start)
    resumed = _find_resumed(sentence, cue, later) if quoted else None
    if not quoted and sentence.is_comma(cue.after) and not later:
        resumed = cue.after + 1
    via = read_source(sentence, cue.after, resumed or sentence.end).via
    return Frame(cue=cue, first=first, last=sentence.end if resumed else last, start=first, speaker=subject, via=via)


def _find_resumed(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> int | None:
    """Where a quotation goes on after its attribution."""
    limit = (
        min(sentence.end, cue.after + MAX_TRAILING_TOKENS, *(c.first for c in later))
        if later
        else min(sentence.end, cue.after + MAX_TRAILING_TOKENS)
    )
    return next(
        (i for i in range(cue.after, limit) if sentence.is_open(i) and sentence.quote_words(i) > 1 and not sentence.is_word_before(i)), None
    )


def _content_before(sentence: Sentence, lower: int, start: int) -> tuple[int, int]:
    first = _skip_lead(sentence, lower, start)
    last = start
    while last > first + 1 and sentence.is_comma(last - 1) and sentence.quote_at[last - 1] < 0:
        last -= 1
    return first, last


def _skip_lead(sentence: Sentence, first: int, last: int) -> int:
    while first < last - 1 and (sentence.is_comma(first) or sentence.words[first] in ("and", "but", "that")):
        first += 1
    return first


def _read_forward(sentence: Sentence, cue: Cue, subject: Mention | None, start: int) -> Frame | None:
    """S said (to A) (on D) (that) C."""
    found = find_complement(sentence, cue)
    if found is None:
        return None
    via = read_source(sentence, cue.after, found.region_end).via if found.region_end > cue.after else ()
    return Frame(
        cue=cue, first=found.first, last=sentence.end, start=start, speaker=subject, via=via, is_direct=found.is_colon, is_open=True
    )


# --- according-to phrases, colons, the outlet's own words -------------------------------------------


def _read_tail(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> Tail | None:
    if cue.kind not in (CueKind.ACCORDING, CueKind.CITING):
        return None
    start = cue.after
    if start >= sentence.end or sentence.match("not_sources", start):
        return None
    limit = next((c.first for c in later if c.first > start), sentence.end)
    end = start
    while end < limit and not (sentence.is_comma(end) and sentence.quote_at[end] < 0):
        end += 1
    reading = read_source(sentence, start, end)
    if reading.source is None:
        return None
    return Tail(cue=cue, first=cue.first, after=end, speaker=reading.source, via=reading.via, is_citing=cue.kind is CueKind.CITING)


def _read_colon(sentence: Sentence) -> RawClaim | None:
    """A headline's "X: …", where X is short and nothing but a name."""
    colon = next((i for i in range(1, min(7, sentence.end)) if sentence.tokens[i].text in sentence.lexicon.sets["colons"]), None)
    if colon is None or colon + 2 >= sentence.end or sentence.quote_at[colon] >= 0:
        return None
    if not all(t.text[0].isupper() or not t.is_word for t in sentence.tokens[:colon]) or not sentence.tokens[0].is_word:
        return None
    cue = Cue(kind=CueKind.VERB, verb=ReportingVerb(sense=Sense.ASSERTS), first=colon, after=colon + 1, span=sentence.tokens[colon].span)
    return RawClaim(
        content=sentence.cover(colon + 1, sentence.end), cue=cue, speaker=Mention(span=sentence.cover(0, colon)), is_direct=True
    )


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
    if frames and (words < MIN_CLAUSE_WORDS + 1 or is_adverbial):
        return []
    return split_narrated(sentence, sentence.cover(first, last))


def _to_claim(sentence: Sentence, frame: Frame) -> RawClaim:
    span = sentence.cover(frame.first, frame.last)
    origin = Origin.NAMED if frame.speaker else Origin.INHERITED
    return RawClaim(
        content=span,
        cue=frame.cue,
        sense=frame.cue.verb.sense,
        speaker=frame.speaker,
        origin=origin,
        via=frame.via,
        is_direct=frame.is_direct,
    )


def _mark_rumour(claims: Sequence[RawClaim], rumours: Sequence[Cue]) -> list[RawClaim]:
    """ "reportedly": said by somebody who is not told."""
    marked = []
    for claim in claims:
        cue = next((c for c in rumours if claim.content.start <= c.span.start < claim.content.end), None)
        marked.append(attrs.evolve(claim, origin=Origin.UNKNOWN, cue=cue) if cue and claim.is_narrated else claim)
    return marked


def _mark_open_speech(sentence: Sentence, claims: list[RawClaim]) -> list[RawClaim]:
    """A sentence that is nothing but a quotation goes on with the last speaker's words."""
    if len(claims) != 1 or not claims[0].is_narrated or not sentence.tokens:
        return claims
    inside = [i for i, t in enumerate(sentence.tokens[: sentence.end]) if t.is_word]
    quoted = [i for i in inside if sentence.quote_at[i] >= 0]
    if len(inside) >= 3 and len(quoted) == len(inside):
        return [attrs.evolve(claims[0], origin=Origin.INHERITED, is_open_speech=True)]
    return claims


def _announce(sentence: Sentence, claims: list[RawClaim], cues: Sequence[Cue]) -> list[RawClaim]:
    """ "Lopez continued:" names the speaker of what follows."""
    if len(claims) != 1 or not claims[0].is_narrated or not cues or sentence.tokens[-1].text not in sentence.lexicon.sets["colons"]:
        return claims
    subject, _ = find_subject(sentence, cues[-1].first, 0)
    return [attrs.evolve(claims[0], announced=subject)] if subject else claims
