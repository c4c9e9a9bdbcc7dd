"""Reported speech where the subject comes before its verb (English and its like).

A content stands after its cue (``S said that C``), before it (``C, S said``;
``"C," said S``) or around it (``"C," S said, "C"``).
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import MIN_CLAUSE_WORDS, Tail, apply_tail, mark_open_speech, nest_claims, read_colon, split_narrated, with_narrated
from claimcmp.extract.cues import Cue, CueKind, find_cues
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.sources import read_source
from claimcmp.extract.subjects import find_subject
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

MAX_AFTER_TOKENS = 14
"""Tokens between a verb and its complementiser: addressee, place and day."""

MAX_TRAILING_TOKENS = 14
"""A cue with more than this after it has its content there."""

_MIN_CONTENT_WORDS = 2


@attrs.frozen(kw_only=True)
class Frame:
    """A cue with its content (tokens ``first:last``), its sources, and where its own words begin."""

    cue: Cue
    first: int
    last: int
    start: int
    speaker: Mention | None
    via: tuple[Mention, ...] = ()
    is_direct: bool = False
    is_open: bool = False
    """Whether the content runs on until something ends it."""


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
    colon = read_colon(sentence) if not frames else None
    frames = _close(sentence, frames, tails)
    claims = [colon] if colon else [_to_claim(sentence, frame) for frame in frames]
    claims = with_narrated(nest_claims(claims), [] if colon else _narrate(sentence, frames, tails))
    for tail in tails:
        claims = apply_tail(sentence, claims, tail)
    rumours = [cue for cue in cues if cue.kind is CueKind.RUMOUR]
    return mark_open_speech(sentence, _mark_rumour(claims, rumours))


# --- contents -------------------------------------------------------------------------------------


def _read_frame(sentence: Sentence, cue: Cue, later: Sequence[Cue], before: Sequence[Frame], tails: Sequence[Tail]) -> Frame | None:
    aside = next((t for t in tails if cue.after <= t.first <= cue.after + 2 and t.after < sentence.end), None)
    if aside is not None:
        cue = attrs.evolve(cue, after=aside.after)
    lower = _clause_start(sentence, cue, before)
    if cue.kind is CueKind.PARTICIPLE:
        return _read_forward(sentence, cue, later, None, cue.first) if _leans(sentence, cue) else None
    subject, start = find_subject(sentence, cue.first, lower)
    if subject is None and _is_quote_before(sentence, cue.first):
        return _read_inverted(sentence, cue, before)
    if subject is None and not _may_lean(sentence, cue, before):
        return None
    if subject is not None and _stands_after_content(sentence, start, cue, lower):
        return _read_backward(sentence, cue, subject, start, lower, later)
    return _read_forward(sentence, cue, later, subject, start)


def _clause_start(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> int:
    opened = [f.first for f in before if f.is_open and f.first <= cue.first]
    closed = [f.last for f in before if not f.is_open and f.last <= cue.first]
    return max([0, *opened, *closed, *([before[-1].cue.after] if before else [])])


def _leans(sentence: Sentence, cue: Cue) -> bool:
    """A participle reports when it hangs on a comma or follows a named speaker's act ("adding that")."""
    return sentence.is_comma(cue.first - 1) or sentence.has("clause_breaks", cue.first - 1)


def _may_lean(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> bool:
    """A verb without subject takes the one of the verb before it ("said … and added")."""
    at = cue.first
    while at and sentence.has("auxiliaries", at - 1):
        at -= 1
    return bool(before) and sentence.has("coordinators", at - 1)


def _is_quote_before(sentence: Sentence, at: int) -> bool:
    while at and sentence.is_comma(at - 1) and sentence.quote_at[at - 1] < 0:
        at -= 1
    return at > 0 and sentence.quote_at[at - 1] >= 0


def _stands_after_content(sentence: Sentence, start: int, cue: Cue, lower: int) -> bool:
    """Whether "…, S said" closes a clause: a comma or a quotation before S, little after the verb."""
    if start - lower < _MIN_CONTENT_WORDS + 1:
        return False
    quoted = _is_quote_before(sentence, start)
    if not quoted and not sentence.is_comma(start - 1):
        return False
    after = _after_verb(sentence, cue)
    if after >= sentence.end or sentence.is_open(after):
        return True
    if quoted:
        return not sentence.match("complementisers", after)
    return sentence.end - cue.after <= MAX_TRAILING_TOKENS and _only_adverbial(sentence, cue.after)


def _after_verb(sentence: Sentence, cue: Cue) -> int:
    at = cue.after
    while at < sentence.end and sentence.is_comma(at):
        at += 1
    return at


def _only_adverbial(sentence: Sentence, at: int) -> bool:
    """Whether the rest is a day, a place or an occasion ("on Monday", "in a statement")."""
    if not (sentence.has("after_verb", at) or sentence.is_comma(at)):
        return False
    rest = range(at, sentence.end)
    return not any(sentence.match("complementisers", i) or sentence.is_open(i) for i in rest)


def _read_inverted(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> Frame | None:
    """"C," said S."""
    reading = read_source(sentence, cue.after, sentence.end)
    if reading.source is None and cue.after < sentence.end:
        return None
    first, last = _quoted_before(sentence, cue.first, before)
    after = cue.after
    while after < sentence.end and not (sentence.is_open(after) and sentence.quote_words(after) > 1):
        after += 1
    last = sentence.quote_end(after) if after < sentence.end and after - cue.after <= MAX_TRAILING_TOKENS else last
    return Frame(cue=cue, first=first, last=last, start=first, speaker=reading.source, via=reading.via)


def _quoted_before(sentence: Sentence, at: int, before: Sequence[Frame]) -> tuple[int, int]:
    last = at
    while last and sentence.is_comma(last - 1) and sentence.quote_at[last - 1] < 0:
        last -= 1
    lower = max([0, *(f.last for f in before)])
    return min(lower, last - 1), last


def _read_backward(sentence: Sentence, cue: Cue, subject: Mention, start: int, lower: int, later: Sequence[Cue]) -> Frame:
    """C, S said. — and "C," S said, "C"."""
    first = _skip_lead(sentence, lower, start)
    last = start
    while last > first + 1 and sentence.is_comma(last - 1) and sentence.quote_at[last - 1] < 0:
        last -= 1
    after = _after_verb(sentence, cue)
    probe = after
    while probe < sentence.end and probe - after < MAX_TRAILING_TOKENS and not sentence.is_open(probe):
        probe += 1
    if probe < sentence.end and sentence.is_open(probe) and sentence.quote_at[first] >= 0 and not any(c.first < probe for c in later):
        last = sentence.end
    via = read_source(sentence, cue.after, min(sentence.end, probe)).via
    return Frame(cue=cue, first=first, last=last, start=first, speaker=subject, via=via)


def _skip_lead(sentence: Sentence, first: int, last: int) -> int:
    while first < last - 1 and (sentence.is_comma(first) or sentence.has("coordinators", first) or sentence.has("complementisers", first)):
        first += 1
    return first


def _read_forward(sentence: Sentence, cue: Cue, later: Sequence[Cue], subject: Mention | None, start: int) -> Frame | None:
    """S said (to A) (on D) (that) C."""
    first, region_end, is_marked, is_colon = _find_content(sentence, cue)
    if first is None or first >= sentence.end:
        return None
    if not is_marked and not _may_be_bare(sentence, cue, first, subject):
        return None
    via = read_source(sentence, cue.after, region_end).via if region_end > cue.after else ()
    frame = Frame(cue=cue, first=first, last=sentence.end, start=start, speaker=subject, via=via, is_direct=is_colon, is_open=True)
    if sum(t.is_word for t in sentence.tokens[first : sentence.end]) < 1:
        return None
    return frame


def _find_content(sentence: Sentence, cue: Cue) -> tuple[int | None, int, bool, bool]:
    """Where the content begins, where the words about the saying end, whether a sign marks it, whether a colon does."""
    limit = min(sentence.end, cue.after + MAX_AFTER_TOKENS)
    for at in range(cue.after, limit):
        length = sentence.match("complementisers", at)
        if length and _is_complementiser(sentence, cue, at):
            return at + length, at, True, False
        if sentence.is_open(at) and (sentence.quote_words(at) > 1 or at == cue.after) and _adverbial_between(sentence, cue, at):
            return at, at, True, False
        if sentence.tokens[at].text in sentence.lexicon.sets["colons"]:
            return at + 1, at, True, True
        if sentence.is_comma(at) and at > cue.after and not sentence.is_open(at + 1):
            break
    return _find_unmarked(sentence, cue, limit)


def _is_complementiser(sentence: Sentence, cue: Cue, at: int) -> bool:
    """"that" opens a content right after the verb, its addressee or an adverbial, not after another noun."""
    return at - cue.after <= 1 or "addressee" in cue.verb.takes or _adverbial_between(sentence, cue, at)


def _adverbial_between(sentence: Sentence, cue: Cue, at: int) -> bool:
    first = cue.after
    if first == at or sentence.is_comma(first) or "addressee" in cue.verb.takes or "object" in cue.verb.takes or "names" in cue.verb.takes:
        return True
    return sentence.has("after_verb", first) or sentence.has("time_words", first)


def _find_unmarked(sentence: Sentence, cue: Cue, limit: int) -> tuple[int | None, int, bool, bool]:
    at = cue.after
    takes = cue.verb.takes
    if at < limit and sentence.words[at] in cue.verb.prepositions:
        return at if sentence.has("infinitive_markers", at) else at + 1, at, True, False
    if "names" in takes:
        return (at, at, True, False) if at < limit and any(sentence.is_open(i) for i in range(at, limit)) else (None, at, False, False)
    if "object" in takes:
        return (at, at, True, False) if at < limit and not sentence.is_comma(at) else (None, at, False, False)
    if "whether" in takes:
        found = next((i for i in range(at, limit) if sentence.match("whether", i)), None)
        return (found, found or at, found is not None, False)
    if "addressee" in takes:
        at = _skip_addressee(sentence, at, limit)
    skipped = _skip_adverbials(sentence, at, limit)
    return skipped, skipped, False, False


def _skip_addressee(sentence: Sentence, at: int, limit: int) -> int:
    """Past "reporters", "the Associated Press", "his aides"."""
    start = at
    while at < limit and (sentence.tokens[at].text[0].isupper() or at - start < 2) and not sentence.has("after_verb", at):
        if at > start and not sentence.tokens[at].text[0].isupper() and not sentence.has("determiners", at - 1):
            break
        at += 1
    return at


def _skip_adverbials(sentence: Sentence, at: int, limit: int) -> int:
    """Past a day or an occasion that stands between verb and content."""
    while at < limit and (sentence.has("time_words", at) or (sentence.has("after_verb", at) and _is_occasion(sentence, at))):
        at += 1
        while at < limit and (sentence.has("time_words", at) or sentence.has("speech_nouns", at) or sentence.has("determiners", at) or sentence.words[at].isdigit()):
            at += 1
    while at < limit and sentence.is_comma(at):
        at += 1
    return at


def _is_occasion(sentence: Sentence, at: int) -> bool:
    near = range(at + 1, min(at + 4, sentence.end))
    return any(sentence.has("time_words", i) or sentence.has("speech_nouns", i) for i in near)


def _may_be_bare(sentence: Sentence, cue: Cue, first: int, subject: Mention | None) -> bool:
    """An unmarked clause follows "say" and "tell"; other verbs need a clause that begins like one."""
    if "bare" in cue.verb.takes:
        return sentence.end - first >= _MIN_CONTENT_WORDS
    if "clause" in cue.verb.takes or cue.verb.prepositions:
        return False
    begins = sentence.has("clause_openers", first) or (sentence.tokens[first].text[0].isupper() and first > cue.after - 1)
    return subject is not None and begins and first == cue.after and sentence.end - first >= 4


# --- according-to phrases, colons, ends -------------------------------------------------------------


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


def _close(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[Frame]:
    """End each open content where a sibling cue, a phrase at the end or a closed quotation ends it."""
    closed = []
    for index, frame in enumerate(frames):
        if not frame.is_open:
            closed.append(frame)
            continue
        limits = [sentence.end]
        limits += [other.start for other in frames[index + 1 :] if _is_sibling(sentence, other, frame)]
        limits += [t.first for t in tails if t.first > frame.first and (t.after >= sentence.end or sentence.is_comma(t.after)) ]
        last = min(limit for limit in limits if limit > frame.first)
        if sentence.is_open(frame.first):
            close = sentence.quote_end(frame.first)
            follows = close < last and sentence.tokens[close].is_word and not sentence.has("clause_breaks", close)
            last = last if follows or close >= last else close
        while last > frame.first + 1 and (sentence.is_comma(last - 1) or sentence.has("coordinators", last - 1)) and sentence.quote_at[last - 1] < 0:
            last -= 1
        closed.append(attrs.evolve(frame, last=max(last, frame.first + 1)))
    return closed


def _is_sibling(sentence: Sentence, other: Frame, frame: Frame) -> bool:
    """A later cue without subject of its own, or after "and"/"but"/"while", starts a content of its own."""
    if other.start <= frame.first:
        return False
    if other.cue.kind is CueKind.PARTICIPLE or other.speaker is None:
        return True
    before = other.start - 1
    return sentence.has("narrated_breaks", before) or (sentence.has("coordinators", before) and sentence.is_comma(before - 1))


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
    if frames and (words < MIN_CLAUSE_WORDS + 1 or (sentence.has("adverbial_starts", first) and not any(sentence.is_comma(i) for i in range(first, last)))):
        return []
    return split_narrated(sentence, sentence.cover(first, last))


def _to_claim(sentence: Sentence, frame: Frame) -> RawClaim:
    span = sentence.cover(frame.first, frame.last)
    origin = Origin.NAMED if frame.speaker else Origin.INHERITED
    return RawClaim(content=span, cue=frame.cue, sense=frame.cue.verb.sense, speaker=frame.speaker, origin=origin, via=frame.via, is_direct=frame.is_direct)


def _mark_rumour(claims: Sequence[RawClaim], rumours: Sequence[Cue]) -> list[RawClaim]:
    """"reportedly": said by somebody who is not told."""
    marked = []
    for claim in claims:
        cue = next((c for c in rumours if claim.content.start <= c.span.start < claim.content.end), None)
        marked.append(attrs.evolve(claim, origin=Origin.UNKNOWN, cue=cue) if cue and claim.is_narrated else claim)
    return marked
