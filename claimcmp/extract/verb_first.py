"""Reported speech where the verb comes before its subject (Arabic).

Each cue opens a content after it; a cue that begins a clause of its own ends
the content before it; one that does not is nested inside it.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import Tail, apply_tail, mark_open_speech, nest_claims, read_colon, split_narrated, with_narrated
from claimcmp.extract.cues import Cue, CueKind, find_cues
from claimcmp.extract.opening import Opening, find_end, find_opening
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.sources import read_source
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

MAX_SUBJECT_TOKENS = 16
"""Tokens looked at before a verb for its subject."""

_CITED_WITHIN = 14
_ADVERBIAL_TOKENS = 12
_ANTECEDENT_TOKENS = 14


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
    tails = _read_tails(sentence, cues)
    frames = _close_frames(sentence, _open_frames(sentence, cues, tails), tails)
    return _assemble(sentence, frames, tails)


# --- according-to phrases -------------------------------------------------------------------------


def _read_tails(sentence: Sentence, cues: Sequence[Cue]) -> list[Tail]:
    tails: list[Tail] = []
    for index, cue in enumerate(cues):
        if cue.kind not in (CueKind.ACCORDING, CueKind.CITING) or (tails and cue.first < tails[-1].after):
            continue
        tail = _read_tail(sentence, cue, cues[index + 1 :])
        if tail:
            tails.append(tail)
    return tails


def _read_tail(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> Tail | None:
    """«بحسب ما أفادت الوكالة», «وفقا لجريدة …», «نقلا عن مسؤولين»."""
    start, inner = cue.after, cue
    if start < sentence.end and sentence.has("what", start):
        start += 1
    if later and later[0].first == start and later[0].kind is CueKind.VERB:
        inner = later[0]
        start = inner.after
    elif cue.has_possessive or (later and later[0].first == start and later[0].kind is CueKind.NOUN):
        return Tail(cue=cue, first=cue.first, after=start + 1, speaker=None, via=(), is_citing=False)
    if start >= sentence.end or sentence.match("not_sources", start) or sentence.match("not_sources", start, _bare(sentence, start)):
        return None
    stop = _tail_end(sentence, start, [c for c in later if c.first > start])
    reading = read_source(sentence, start, stop, is_governed=_governs(sentence, cue))
    if reading.source is None:
        return None
    source = _cut_preposition(sentence, start, reading.source, cue)
    return Tail(cue=inner, first=cue.first, after=stop, speaker=source, via=reading.via, is_citing=cue.kind is CueKind.CITING)


def _bare(sentence: Sentence, at: int) -> str:
    word = sentence.words[at]
    return word[1:] if word.startswith("ل") else word


def _governs(sentence: Sentence, cue: Cue) -> bool:
    """Whether the phrase takes a joined preposition («وفقا لـ», «طبقا لـ»: adverbial accusatives)."""
    return sentence.words[cue.after - 1] in sentence.lexicon.sets["governing"]


def _cut_preposition(sentence: Sentence, at: int, source: Mention, cue: Cue) -> Mention:
    """«وفقا لجريدة»: the joined preposition is no part of the source, unless fused with the article."""
    word = sentence.words[at]
    if _governs(sentence, cue) and any(word.startswith(p) for p in sentence.lexicon.words.addressing) and not word.startswith("لل"):
        return attrs.evolve(source, span=Span(start=source.span.start + 1, end=source.span.end))
    return source


def _tail_end(sentence: Sentence, start: int, later: Sequence[Cue]) -> int:
    """The phrase ends at a comma before a relative or the clause, at the next cue, or at the sentence's end."""
    at = start
    limit = later[0].first if later else sentence.end
    while at < limit:
        if sentence.is_open(at):
            at = sentence.quote_end(at)
            if start > 2 and at < limit and sentence.tokens[at].is_word and not sentence.match("source_stops", at):
                return at
            continue
        if sentence.is_comma(at) or sentence.match("complementisers", at):
            return at
        at += 1
    while later and at > start and (sentence.is_comma(at - 1) or sentence.has("relatives", at - 1)):
        at -= 1
    return min(at, sentence.end)


# --- frames ---------------------------------------------------------------------------------------


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
    boundary = _find_boundary(sentence, cue)
    if cue.kind is CueKind.RUMOUR and cue.first > 2 and boundary is None:
        return None
    if cue.kind in (CueKind.LIGHT, CueKind.TOPIC):
        return _open_clause(sentence, cue, boundary)
    if cue.kind is CueKind.CITING_VERB:
        return _open_cited(sentence, cue, later, boundary)
    citing = next((t for t in tails if t.is_citing and t.first >= cue.after and not any(cue.after <= c.first < t.first for c in later)), None)
    window = _window_end(sentence, cue, later, citing)
    opening = find_opening(sentence, cue, window)
    if opening is None or opening.first >= sentence.end:
        return None
    if cue.has_object and not _is_relative(sentence, cue.first):
        opening = opening if opening.form in ("that", "quote", "colon") else None
        if opening is None:
            return None
    if opening.form == "phrase" and boundary is not None and sentence.has("temporal_breaks", boundary if not sentence.is_comma(boundary) else boundary + 1):
        return None
    region_end = cue.after if cue.kind is CueKind.NOUN else opening.region_end
    region = read_source(sentence, cue.after, min(region_end, citing.first if citing else region_end))
    speaker, via, start = region.source, region.via, cue.first
    if citing and citing.first < opening.region_end:
        speaker, via = citing.speaker, (*((speaker,) if speaker else ()), *via)
    elif speaker is None:
        speaker, start = _find_subject(sentence, cue, before, opening)
    return Frame(cue=cue, opening=opening, boundary=boundary, speaker=speaker, via=via, start=start)


def _window_end(sentence: Sentence, cue: Cue, later: Sequence[Cue], citing: Tail | None) -> int:
    """The content must open before the next cue, save that a citing phrase may come between."""
    for other in later:
        if other.kind is CueKind.CITING and citing and other.first == citing.first:
            continue
        if citing and citing.first <= other.first < citing.after:
            continue
        return other.first
    return sentence.end


def _open_clause(sentence: Sentence, cue: Cue, boundary: int | None) -> Frame | None:
    """«جددت واشنطن تحذيرها …», «أثارت ملف …»: the whole clause is the content."""
    start = sentence.cover(cue.first, cue.after)
    opening = Opening(first=cue.first, start=cue.span.start, region_end=cue.after, form="clause")
    noun = next((i for i in range(cue.after, min(cue.after + 8, sentence.end)) if i > cue.after or cue.kind is CueKind.TOPIC), cue.after)
    speaker = None
    if cue.kind is CueKind.LIGHT:
        speaker = _subject_of_clause(sentence, cue)
    boundary = cue.first if boundary is None else boundary
    return Frame(cue=cue, opening=opening, boundary=boundary, speaker=speaker, via=(), start=cue.first) if noun and start else None


def _subject_of_clause(sentence: Sentence, cue: Cue) -> Mention | None:
    """The words between a light verb and its speech noun, without adverbs such as «خلاله»."""
    possessives = sentence.lexicon.words.possessives
    first = cue.after
    while first < sentence.end and any(sentence.words[first].removesuffix(p) in sentence.lexicon.sets["source_stops"] for p in possessives):
        first += 1
    last = first
    while last < min(first + 6, sentence.end) and not any(sentence.words[last].endswith(p) and len(sentence.words[last]) > 4 for p in possessives):
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
    return Frame(cue=attrs.evolve(used, first=cue.first), opening=opening, boundary=boundary, speaker=speaker.source, via=via, start=cue.first)


def _is_relative(sentence: Sentence, at: int) -> bool:
    return sentence.has("relatives", at - 1) or sentence.has("what", at - 1)


def _find_boundary(sentence: Sentence, cue: Cue) -> int | None:
    """Where the clause of this cue begins, so that an earlier content ends there; None when nested."""
    at = cue.first
    while at and (sentence.has("auxiliaries", at - 1) or sentence.has("relatives", at - 1)):
        at -= 1
    breaks = at and (sentence.match("clause_breaks", at - 1) or sentence.match("clause_breaks", max(0, at - 2)) == 2)
    if breaks:
        at -= 1 if sentence.match("clause_breaks", at - 1) else 2
    after_comma = sentence.is_comma(at - 1)
    if cue.kind is CueKind.PARTICIPLE:
        return at - 1 if after_comma else at
    if cue.has_conjunction or breaks or (after_comma and at < cue.first):
        return at - 1 if after_comma else at
    return None


def _find_subject(sentence: Sentence, cue: Cue, before: Sequence[Frame], opening: Opening) -> tuple[Mention | None, int]:
    """The subject before the verb: of a relative clause, of a nominal sentence, or of the clause a participle leans on."""
    start = cue.first
    while start and sentence.has("auxiliaries", start - 1):
        start -= 1
    if sentence.has("relatives", start - 1):
        mention = _antecedent(sentence, start - 1)
        return mention, start - 1
    if cue.kind is CueKind.PARTICIPLE:
        if before:
            return None, cue.first
        return _find_topic(sentence, 0, start) or _after_first_verb(sentence, start), cue.first
    if cue.has_conjunction or cue.kind is CueKind.NOUN:
        return None if before else _find_topic(sentence, 0, start), cue.first
    clause = before[-1].opening.first if before else 0
    boundary = _find_boundary(sentence, cue)
    if boundary is not None:
        clause = max(clause, boundary)
        while clause < start and (sentence.is_comma(clause) or sentence.match("clause_breaks", clause)):
            clause += max(1, sentence.match("clause_breaks", clause))
    first = _skip_adverbial(sentence, clause, start)
    if first is None or start <= first:
        return None, cue.first
    clause_start, first = first, _last_clause(sentence, max(first, start - MAX_SUBJECT_TOKENS), start)
    sender = _sender(sentence, clause_start, first)
    if sender is not None:
        return sender, first
    end = start
    while end > first and sentence.is_comma(end - 1):
        end -= 1
    return (Mention(span=_without_conjunction(sentence, first, end)), first) if end > first else (None, cue.first)


def _without_conjunction(sentence: Sentence, first: int, end: int) -> Span:
    return sentence.cover(first, end)


def _last_clause(sentence: Sentence, first: int, end: int) -> int:
    """A noun phrase that follows a verb of another clause begins after it; here: after the last message noun."""
    for at in range(end - 1, first - 1, -1):
        if sentence.has("message_nouns", at) or sentence.has("document_nouns", at):
            return at
    return first


def _sender(sentence: Sentence, first: int, message: int) -> Mention | None:
    """«نقل فلان رسالة تحذر من …»: the message speaks for the one who conveys it."""
    if not sentence.has("message_nouns", message):
        return None
    for at in range(first, message):
        bare, _ = sentence.without_conjunction(at)
        if sentence.has("conveying_verbs", at) or bare in sentence.lexicon.sets["conveying_verbs"]:
            return read_source(sentence, at + 1, message).source
    return None


def _antecedent(sentence: Sentence, relative: int) -> Mention | None:
    end = relative
    while end and (sentence.is_comma(end - 1) or sentence.tokens[end - 1].text in "()"):
        end -= 1
    first = end
    while first and end - first < _ANTECEDENT_TOKENS and (sentence.tokens[first - 1].is_word or sentence.quote_at[first - 1] >= 0):
        if sentence.match("source_stops", first - 1) or sentence.words[first - 1] in sentence.lexicon.verbs or sentence.match("according", first - 1):
            break
        first -= 1
    speech = next((i for i in range(first, end) if sentence.has("speech_nouns", i)), None)
    first = speech + 1 if speech is not None and speech + 1 < end else first
    return Mention(span=sentence.cover(first, end)) if end > first else None


def _skip_adverbial(sentence: Sentence, first: int, last: int) -> int | None:
    """Past an opening adverbial («في غضون ذلك،»); None when nothing but an adverbial stands there."""
    if first >= last:
        return None
    bare, cut = sentence.without_conjunction(first)
    opens = sentence.match("adverbial_starts", first) or (cut and sentence.match("adverbial_starts", first, bare))
    if not opens:
        return first
    comma = next((i for i in range(first, min(last, first + _ADVERBIAL_TOKENS)) if sentence.is_comma(i)), None)
    return None if comma is None or comma + 1 >= last else _skip_adverbial(sentence, comma + 1, last)


def _after_first_verb(sentence: Sentence, last: int) -> Mention | None:
    """In a verb-first clause the subject follows its first word."""
    start = _skip_adverbial(sentence, 0, last)
    return None if start is None or start + 1 >= last else read_source(sentence, start + 1, last).source


def _find_topic(sentence: Sentence, first: int, last: int) -> Mention | None:
    """Who the clause before a cue tells of: the first office, body or group named in it."""
    for at in range(first, last):
        if any(sentence.match(key, at) for key in ("post_nouns", "organisation_nouns", "anonymous_nouns")) and not sentence.has("source_links", at - 1):
            return read_source(sentence, at, _topic_end(sentence, at, last)).source
    return None


def _topic_end(sentence: Sentence, first: int, last: int) -> int:
    """The topic ends at an auxiliary («كان الرئيس … قد أثار»)."""
    return next((i for i in range(first, last) if sentence.has("auxiliaries", i)), last)


# --- ends and assembly ----------------------------------------------------------------------------


def _close_frames(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[Frame]:
    closed = []
    for index, frame in enumerate(frames):
        limits = [f.boundary for f in frames[index + 1 :] if f.boundary is not None and f.boundary > frame.opening.first]
        limits += [t.first - 1 if sentence.is_comma(t.first - 1) else t.first for t in tails if t.first > frame.opening.first and _ends_content(sentence, t, frames)]
        limit = min([*limits, sentence.end])
        closed.append(attrs.evolve(frame, last=find_end(sentence, frame.opening, limit)))
    return closed


def _ends_content(sentence: Sentence, tail: Tail, frames: Sequence[Frame]) -> bool:
    """A phrase at the end or before a new clause closes the content; one in its middle stays inside."""
    at = tail.after
    return at >= sentence.end or sentence.is_comma(at) or any(f.boundary is not None and abs(f.boundary - at) <= 1 for f in frames)


def _assemble(sentence: Sentence, frames: Sequence[Frame], tails: Sequence[Tail]) -> list[RawClaim]:
    claims = [_to_claim(sentence, frame) for frame in frames]
    colon = read_colon(sentence) if all(f.cue.first > 1 for f in frames) else None
    if colon and (not frames or colon.content.start <= frames[0].content(sentence).start):
        return nest_claims([colon, *claims])
    narrated = split_narrated(sentence, _find_leftover(sentence, frames, tails))
    claims = with_narrated(nest_claims(claims), narrated)
    for tail in tails:
        claims = apply_tail(sentence, claims, tail)
    return mark_open_speech(sentence, claims)


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
    if last <= first or (frames and not _is_clause(sentence, first, last)):
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


def _is_clause(sentence: Sentence, first: int, last: int) -> bool:
    """More than an adverbial: four words that do not all belong to an opening phrase."""
    start = _skip_adverbial(sentence, first, last)
    return start is not None and sum(sentence.tokens[i].is_word for i in range(start, last)) >= 4
