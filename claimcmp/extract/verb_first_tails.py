"""According-to phrases of a verb-first language («بحسب ما أفادت الوكالة», «وفقا لجريدة …»)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import Tail
from claimcmp.extract.cues import Cue, CueKind, find_cited
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import extend_source, read_source
from claimcmp.extract.view import Sentence
from claimcmp.records import Span


def read_tails(sentence: Sentence, cues: Sequence[Cue]) -> list[Tail]:
    """The according-to phrases of a sentence, in order."""
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
    is_relayed = _is_citing(sentence, start) and find_cited(sentence, start + 1, sentence.words[start]) is not None
    if is_relayed or sentence.has("learning_verbs", start):
        return _read_learned(sentence, cue, start)
    if sentence.has("what", cue.after - 1) and not _stands_apart(sentence, cue, later):
        return None
    if later and later[0].first == start and later[0].kind is CueKind.VERB:
        inner = later[0]
        start = inner.after
    elif _is_citing(sentence, start):
        inner = attrs.evolve(cue, first=start, after=start + 1, span=sentence.tokens[start].span)
        start = inner.after
    elif cue.has_possessive or (later and later[0].first == start and later[0].kind is CueKind.NOUN):
        return Tail(cue=cue, first=cue.first, after=start + 1, speaker=None, via=(), is_citing=False)
    if start >= sentence.end or _is_rule(sentence, start):
        return None
    stop = _tail_end(sentence, start, [c for c in later if c.first > start])
    reading = read_source(sentence, start, stop, is_governed=_governs(sentence, cue))
    if reading.source is None:
        return None
    source, after = extend_source(sentence, _cut_preposition(sentence, start, reading.source, cue), stop)
    return Tail(cue=inner, first=cue.first, after=after, speaker=source, via=reading.via, is_citing=cue.kind is CueKind.CITING)


def _stands_apart(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> bool:
    """Whether «على ما» begins an aside («، على ما أفاد فلان»), and no object («أسف على ما كتبه فلان», «على ما يرام»)."""
    reports = bool(later) and later[0].first == cue.after and later[0].kind is CueKind.VERB and not later[0].has_object
    return reports and (cue.first == 0 or sentence.is_comma(cue.first - 1))


def _is_citing(sentence: Sentence, at: int) -> bool:
    """Whether a verb of citing stands here, with or without an object («ما نقلته الوكالة»)."""
    if at >= sentence.end:
        return False
    word, endings = sentence.words[at], ("", *sentence.lexicon.words.object_suffixes)
    return any(sentence.lexicon.has("citing_verbs", word.removesuffix(ending)) for ending in endings)


def _is_rule(sentence: Sentence, at: int) -> bool:
    """Whether what follows is a rule or a plan, which says nothing («وفقا للقانون», «وفقا للائحة»)."""
    shorter = sentence.words[at][1:]
    return any(sentence.match("not_sources", at, word) for word in (None, _bare(sentence, at), shorter))


def _read_learned(sentence: Sentence, cue: Cue, verb: int) -> Tail | None:
    """«وفق ما علم لدى فلان», «بحسب ما نقلته الوكالة عن فلان»: the one it was learned from speaks, the outlet relays."""
    at = find_cited(sentence, verb + 1, sentence.words[verb])
    if at is None:
        return None
    stop = _tail_end(sentence, at + 1, [])
    relay, reading = read_source(sentence, verb + 1, at).source, read_source(sentence, at + 1, stop)
    if reading.source is None:
        return None
    inner = attrs.evolve(cue, first=verb, after=verb + 1, span=sentence.tokens[verb].span)
    via = (*((relay,) if relay else ()), *reading.via)
    return Tail(cue=inner, first=cue.first, after=stop, speaker=reading.source, via=via, is_citing=False)


def _bare(sentence: Sentence, at: int) -> str:
    """The word without a joined preposition."""
    word, words = sentence.words[at], sentence.lexicon.words
    longest = max((p for p in words.addressing if word.startswith(p)), key=len, default="")
    return (words.article if len(longest) > 1 and word.removeprefix(longest) else "") + word.removeprefix(longest)


def _governs(sentence: Sentence, cue: Cue) -> bool:
    """Whether the phrase takes a joined preposition («وفقا لـ», «طبقا لـ»: adverbial accusatives)."""
    at = cue.after - 1
    return any(word in sentence.lexicon.sets["governing"] for word in (sentence.words[at], sentence.without_conjunction(at)[0]))


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
