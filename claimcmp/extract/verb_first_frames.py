"""Where reported speech opens in a clause whose verb comes before its subject: cue, content and sources.

Where contents end, and what becomes of the words outside them, is settled in ``verb_first``.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.articled import find_phrase_end
from claimcmp.extract.assembly import MIN_CLAUSE_WORDS, Tail
from claimcmp.extract.cues import MIN_QUOTED_WORDS, Cue, CueKind, find_cited, find_renewed
from claimcmp.extract.opening import Opening, find_opening
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import SourceReading, read_source
from claimcmp.extract.spoken_to import begins_outlet, find_spoken_to, names_outlet, read_outlet
from claimcmp.extract.verb_first_subjects import find_boundary, find_statement, find_subject, skip_adverbial
from claimcmp.extract.view import Sentence
from claimcmp.records import Sense, Span


@attrs.frozen(kw_only=True)
class Frame:
    """A cue with its content (tokens ``first:last``, offsets ``content``) and sources; ``last`` is 0 until it is found."""

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


def open_frames(sentence: Sentence, cues: Sequence[Cue], tails: Sequence[Tail]) -> list[Frame]:
    """The frames that the cues of a sentence open, in order; where their contents end is still open (``last``)."""
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
    inverted = _open_inverted(sentence, cue, window) if cue.kind is CueKind.VERB and (opening is None or opening.form == "quote") else None
    if inverted is not None and (opening is None or sentence.is_comma(opening.first - 1)):
        return inverted
    if opening is None or opening.first >= sentence.end or not _reports(sentence, cue, opening):
        return None
    end = _region_end(sentence, cue, opening, citing)
    region = read_source(sentence, cue.after, end)
    told = find_statement(sentence, cue) if region.source is None else None
    if told is not None:
        return Frame(cue=cue, opening=opening, boundary=cue.first, speaker=told.source, via=told.via, start=0)
    speaker, start = region.source, cue.first
    via = region.via or _told_before(sentence, cue, before) or _told_behind(sentence, cue, end, opening.region_end)
    if citing and citing.first < opening.region_end:
        speaker, via = citing.speaker, (*((speaker,) if speaker else ()), *via)
    elif speaker is None or "addressee" in cue.verb.takes:
        subject, begin = find_subject(sentence, cue, before[-1].opening.first if before else None)
        if subject is not None and speaker is not None and names_outlet(sentence, speaker):
            via = (speaker, *via)
        speaker, start = (subject, begin) if subject is not None or speaker is None else (speaker, start)
    return Frame(cue=cue, opening=opening, boundary=find_boundary(sentence, cue), speaker=speaker, via=via, start=start)


def _told_before(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> tuple[Mention, ...]:
    """The outlet named in an adverbial before the first report of a sentence («وفي تصريح لموزاييك، أكد …»)."""
    tells = any(sentence.match("speech_nouns", i) for i in range(1, cue.first))
    return find_spoken_to(sentence, 1, cue.first) if tells and not before and skip_adverbial(sentence, 0, cue.first) is None else ()


def _told_behind(sentence: Sentence, cue: Cue, end: int, last: int) -> tuple[Mention, ...]:
    """The outlet that is the object of a verb of informing («أبلغ الوزير | "المرفأ" أن …»)."""
    is_told = "addressee" in cue.verb.takes and cue.after < end < last and (begins_outlet(sentence, end) or sentence.is_open(end))
    return (read_outlet(sentence, end, last),) if is_told and cue.verb.sense is Sense.ASSERTS else ()


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
    if {"addressee", "told"} & cue.verb.takes:
        end = min(end, find_phrase_end(sentence, cue.after, end))
    if "renewed" in cue.verb.takes and (renewed := find_renewed(sentence, cue.after)):
        end = min(end, max(renewed[0], cue.after))
    return min(end, citing.first) if citing else end


def _open_inverted(sentence: Sentence, cue: Cue, window: int) -> Frame | None:
    """«…»، قالت فلانة: the quotation stands before its verb, or a clause that the verb and its subject end."""
    close = cue.first
    while close and (sentence.is_comma(close - 1) or sentence.has("thus_words", close - 1)):
        close -= 1
    speaker = read_source(sentence, cue.after, window)
    if not close or cue.has_conjunction:
        return None
    if sentence.quote_at[close - 1] < 0:
        return _open_clause_before(sentence, cue, close, speaker)
    if sentence.quote_words(close - 1) < MIN_QUOTED_WORDS:
        return None
    first = next(i for i in range(close) if sentence.quote_at[i] == sentence.quote_at[close - 1])
    last = _quote_again(sentence, cue, window)
    form, boundary = ("bare", None) if last else ("quote", cue.first)
    opening = Opening(first=first, start=sentence.tokens[first].start, region_end=cue.after, form=form)
    return Frame(cue=cue, opening=opening, boundary=boundary, speaker=speaker.source, via=speaker.via, start=first, last=last)


def _quote_again(sentence: Sentence, cue: Cue, window: int) -> int:
    """The token after a quotation that goes on behind its speaker («…»، قالت فلانة، «…»), or 0."""
    at = next((i for i in range(cue.after, window) if sentence.is_open(i) and sentence.is_comma(i - 1)), None)
    return 0 if at is None else sentence.quote_end(at)


def _open_clause_before(sentence: Sentence, cue: Cue, close: int, speaker: SourceReading) -> Frame | None:
    """«أغلق الجسر، يقول رئيس البلدية»: a clause, a comma, a verb of saying and a known speaker who ends the sentence."""
    if close == cue.first or "bare" not in cue.verb.takes or speaker.source is None or close < MIN_CLAUSE_WORDS:
        return None
    ends = speaker.source.span.end == sentence.tokens[sentence.end - 1].end
    is_known = any(sentence.match(key, cue.after) for key in ("post_nouns", "organisation_nouns", "anonymous_nouns"))
    if not ends or not (is_known or sentence.words[cue.after] in sentence.lexicon.given_names):
        return None
    _, cut = sentence.without_conjunction(0)
    opening = Opening(first=0, start=sentence.tokens[0].start + cut, region_end=cue.after, form="that")
    return Frame(cue=cue, opening=opening, boundary=cue.first, speaker=speaker.source, via=speaker.via, start=0, last=close)


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
    at = find_cited(sentence, cue.after, _verb_of(sentence, cue))
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
    words = sentence.lexicon.words
    has_pronoun = sentence.words[at] not in (words.citing_preposition, *words.learning_prepositions)
    speaker = read_source(sentence, at + 1, at + 1 if has_pronoun else region_end)
    relay = read_source(sentence, *((at + 1, region_end) if has_pronoun and at == cue.after else (cue.after, at)))
    via = (*((relay.source,) if relay.source else ()), *speaker.via)
    return Frame(
        cue=attrs.evolve(used, first=cue.first), opening=opening, boundary=boundary, speaker=speaker.source, via=via, start=cue.first
    )


def _verb_of(sentence: Sentence, cue: Cue) -> str:
    """The verb of a cue as the word lists have it, without a joined conjunction."""
    return sentence.without_conjunction(cue.first)[0] if cue.has_conjunction else sentence.words[cue.first]


def _is_relative(sentence: Sentence, at: int) -> bool:
    return sentence.has("relatives", at - 1) or sentence.has("what", at - 1)
