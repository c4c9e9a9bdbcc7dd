"""Parentheses that tell a source: "according to S", "as S said", "…, said S", "… S zufolge"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.extract.assembly import Tail, add_tail
from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.either_contents import find_opening, has_lead, is_quote_before, skip_day
from claimcmp.extract.either_sources import read_after, read_group
from claimcmp.extract.either_subjects import read_before
from claimcmp.extract.noun_phrases import HEADS, MAX_SUBJECT_TOKENS, is_adverbial
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import extend_source
from claimcmp.extract.told import outlet_end
from claimcmp.extract.verb_groups import Group, is_mark
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import ReportingVerb
from claimcmp.records import Sense

MAX_ASIDE_TOKENS = 34
"""A longer parenthesis is a clause of the outlet's own."""

_ASSERTS = ReportingVerb(sense=Sense.ASSERTS)


def find_asides(sentence: Sentence, groups: Sequence[Group]) -> list[Tail]:
    """The parentheses of a sentence that name a source, in order."""
    tails: list[Tail] = []
    at = 0
    while at < sentence.end:
        tail = None if _is_quoted(sentence, at) else _read_aside(sentence, at, groups)
        if tail:
            tails = add_tail(sentence, tails, tail)
        at = max(at + 1, tail.after) if tail else at + 1
    return tails


def _is_quoted(sentence: Sentence, at: int) -> bool:
    return sentence.quote_at[at] >= 0


def _read_aside(sentence: Sentence, at: int, groups: Sequence[Group]) -> Tail | None:
    length = sentence.match("relative_according", at)
    if length:
        return Tail(
            cue=_make_cue(sentence, CueKind.ACCORDING, at, length), first=at, after=at + length, speaker=None, via=(), is_citing=False
        )
    if is_mark(sentence, at - 1) and sentence.match("learned", at):
        return _read_learned(sentence, at)
    before = at - 2 if is_mark(sentence, at - 1) else at - 1
    if sentence.has("as_words", at) and not sentence.has("not_complementiser_after", before):
        tail = _read_as(sentence, at, groups)
        if tail:
            return tail
    for key, kind in (("according", CueKind.ACCORDING), ("citing", CueKind.CITING)):
        length = sentence.match(key, at)
        if length:
            return _read_according(sentence, at, length, kind)
    if sentence.match("postpositions", at) and at > 0:
        return _read_postposed(sentence, at)
    length = sentence.match("closing_according", at) if at > 2 and is_mark(sentence, at - 1) else 0
    if length and _starts_source(sentence, at + length):
        return _read_according(sentence, at, length, CueKind.ACCORDING)
    group = next((g for g in groups if g.first == at), None)
    return _read_parenthesis(sentence, group) if group else None


def _read_learned(sentence: Sentence, at: int) -> Tail | None:
    """«…, a-t-on appris mardi auprès de la préfecture», «…, a appris l'AFP de source policière»."""
    start = at + sentence.match("learned", at)
    end = _clause_end(sentence, start)
    lead = next((i for i in range(start, end) if sentence.match("learned_from", i)), end)
    told = outlet_end(sentence, start, lead, has_subject=True) or outlet_end(sentence, start + 1, lead, has_subject=True)
    via = (Mention(span=sentence.cover(start, told)),) if told else ()
    if lead >= end or skip_day(sentence, max(told, start)) < lead:
        return None
    first = lead + sentence.match("learned_from", lead)
    source = read_after(sentence, first, end, is_governed=True).source
    cue = _make_cue(sentence, CueKind.ACCORDING, at, start - at)
    return Tail(cue=cue, first=at, after=end, speaker=source, via=via, is_citing=False) if source else None


def _starts_source(sentence: Sentence, at: int) -> bool:
    keys = ("determiners", "document_nouns")
    return at < sentence.end and (sentence.tokens[at].text[0].isupper() or any(sentence.has(key, at) for key in keys))


def _make_cue(sentence: Sentence, kind: CueKind, first: int, length: int) -> Cue:
    return Cue(kind=kind, verb=_ASSERTS, first=first, after=first + length, span=sentence.cover(first, first + length))


def _read_according(sentence: Sentence, at: int, length: int, kind: CueKind) -> Tail | None:
    start = at + length
    if start >= sentence.end or sentence.match("not_sources", start):
        return None
    end = _clause_end(sentence, start)
    reading = read_after(sentence, start, end, is_governed=True)
    if reading.source is None or reading.source.span.start > sentence.tokens[min(start + 3, sentence.end - 1)].start:
        return None
    runs_on = reading.after < end and (sentence.has("finite_words", reading.after) or sentence.has("pronouns", reading.after))
    after = reading.after if runs_on or (at <= 1 and sentence.lexicon.words.bare_clauses) else end
    source, extended = extend_source(sentence, reading.source, after) if after < sentence.end else (reading.source, after)
    return Tail(
        cue=_make_cue(sentence, kind, at, length),
        first=at,
        after=extended,
        speaker=source,
        via=tuple(told for told in reading.via if told.span.end <= sentence.tokens[after - 1].end),
        is_citing=kind is CueKind.CITING,
    )


def _clause_end(sentence: Sentence, start: int) -> int:
    """The comma, dash or citing phrase that ends a parenthesis; an apposition stays inside."""
    at = start
    while at < min(sentence.end, start + MAX_ASIDE_TOKENS):
        if is_mark(sentence, at) and sentence.quote_at[at] < 0:
            return at
        if at > start and sentence.match("citing", at):
            return at
        at += 1
    return at


def _read_postposed(sentence: Sentence, at: int) -> Tail | None:
    """ "Dem Ministerium zufolge …"."""
    start = at
    while (
        start
        and at - start < MAX_SUBJECT_TOKENS
        and sentence.tokens[start - 1].is_word
        and not sentence.has("finite_words", start - 1)
        and not sentence.match("complementisers", start - 1)
    ):
        start -= 1
        if sentence.has("determiners", start) and not sentence.tokens[start - 1].text[0].isupper():
            break
    if start >= at:
        return None
    speaker = read_after(sentence, start, at).source
    if speaker is None:
        return None
    return Tail(cue=_make_cue(sentence, CueKind.ACCORDING, at, 1), first=start, after=at + 1, speaker=speaker, via=(), is_citing=False)


def _read_as(sentence: Sentence, at: int, groups: Sequence[Group]) -> Tail | None:
    """ "As S said, …", "…, wie S mitteilte"."""
    end = _clause_end(sentence, at + 1)
    group = next((g for g in groups if at < g.first < end and g.cue.after <= end), None)
    if group is None or "bare" not in group.verb.takes or sentence.match("complementisers", group.after):
        return None
    after = read_group(sentence, group, end)
    is_final = after.source is None or group.after >= end
    between = read_after(sentence, at + 1, group.first) if is_final else after
    speaker, via = between.source or after.source, between.via or after.via
    if speaker is None and not sentence.lexicon.words.drops_subjects:
        return None
    cue = Cue(kind=CueKind.ACCORDING, verb=ReportingVerb(sense=group.verb.sense), first=at, after=group.after, span=group.cue.span)
    return Tail(cue=cue, first=at, after=end, speaker=speaker, via=via, is_citing=False)


def _read_parenthesis(sentence: Sentence, group: Group) -> Tail | None:
    """ "C, V S" and "C, V S, C" without quotation marks."""
    start = group.first
    if group.quote_end is not None or not is_mark(sentence, start - 1) or start < 2 or is_quote_before(sentence, start):
        return None
    if "bare" not in group.verb.takes or group.cue.kind is CueKind.PARTICIPLE:
        return None
    reading = read_group(sentence, group, _aside_end(sentence, group))
    end = max(_clause_end(sentence, group.after), reading.after)
    if reading.source is None or not has_lead(sentence, 0, start) or _leads_on(sentence, group, end):
        return None
    if _is_object(sentence, group, reading.source):
        return None
    return Tail(cue=group.cue, first=start, after=max(end, group.after), speaker=reading.source, via=reading.via, is_citing=False)


def _is_object(sentence: Sentence, group: Group, source: Mention) -> bool:
    """Whether what stands behind the verb cannot speak and its subject stands before an aside ("L'Insee, cité par l'AFP, prévoit une hausse")."""
    inside = [i for i, t in enumerate(sentence.tokens) if source.span.start <= t.start < source.span.end]
    can_speak = any(
        sentence.tokens[i].text[0].isupper() or any(sentence.has(key, i) for key in (*HEADS, "pronoun_speakers")) for i in inside
    )
    if can_speak or not sentence.lexicon.sets["determiners"]:
        return False
    subject, _ = read_before(sentence, group, 0)
    first = next((i for i, t in enumerate(sentence.tokens) if subject and t.start >= subject.span.end), group.first)
    is_aside = sentence.match("source_stops", first + 1) or sentence.has("relatives", first + 1)
    return bool(is_aside) and not any(is_mark(sentence, i) for i in range(first + 1, group.first - 1))


def _aside_end(sentence: Sentence, group: Group) -> int:
    """Where the words that can name the source end: past the commas of an apposition, before a citing phrase."""
    cited = next((i for i in range(group.after, sentence.end) if sentence.match("citing", i)), sentence.end)
    return min(cited, group.after + MAX_ASIDE_TOKENS)


def _leads_on(sentence: Sentence, group: Group, end: int) -> bool:
    """Whether the content follows instead ("Asked about it, he said: …")."""
    opening = find_opening(sentence, group, sentence.end)
    if opening is None or opening.form == "object":
        return opening is not None and bool(group.verb.prepositions)
    if opening.form in ("bare", "quote"):
        return is_adverbial(sentence, 0, group.first) or bool(sentence.match("clause_breaks", 0))
    if opening.form in ("that", "whether"):
        return opening.region_end <= end + 1
    return True
