"""According-to phrases before or after their source, and the issuers of statements, where the verb comes last."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.assembly import Tail
from claimcmp.extract.cases import cut_case, has_mark, in_case, is_finite
from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.final_contents import Content
from claimcmp.extract.final_leads import Lead, skip_adverbs
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import read_source
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import NOUN_LISTS

MAX_SOURCE_TOKENS = 12
"""A source before its postposition is no longer than this."""

_MAX_ISSUER_TOKENS = 20


def read_tails(sentence: Sentence, cues: Sequence[Cue]) -> list[Tail]:
    """The according-to phrases of a sentence; one that goes on from another at its head is joined to it."""
    tails: list[Tail] = []
    for index, cue in enumerate(cues):
        if cue.kind not in (CueKind.ACCORDING, CueKind.CITING):
            continue
        lower = max([0, *(c.after for c in cues[:index])])
        tail = _read_before(sentence, cue, lower) or _read_after(sentence, cue, cues[index + 1 :])
        if tail is None:
            continue
        if tails and tails[-1].first <= 1 and tail.first - tails[-1].after <= 1 and tail.speaker and tails[-1].speaker:
            before = tails.pop()
            via = (before.speaker, *before.via) if before.speaker else before.via
            tail = attrs.evolve(tail, first=before.first, via=(*via, *tail.via), is_citing=False)
        tails.append(tail)
    return tails


def _read_before(sentence: Sentence, cue: Cue, lower: int) -> Tail | None:
    """«X'e göre», «X'in haberine göre»: the source stands before, in the case that the phrase governs."""
    case = next(
        (
            case
            for key, case in (("reports_after", "genitive"), ("citing_after", "dative"), ("according_after", "dative"))
            if sentence.match(key, cue.first)
        ),
        None,
    )
    last = cue.first
    if case is None or last <= lower or not _names_source(sentence, last - 1, case):
        return None
    first = last
    while first > max(lower, last - MAX_SOURCE_TOKENS) and not sentence.is_comma(first - 1) and sentence.quote_words(first - 1) <= 3:
        first -= 1
    start, reason = skip_adverbs(sentence, first, last - 1), None
    for at in range(start, last - 1):
        length = sentence.match("anonymity_reasons", at)
        if length:
            reason = sentence.text[sentence.tokens[at].start : sentence.tokens[at + length - 1].end]
            start = at + length
    owner = next((i for i in range(start, last - 1) if _is_owner(sentence, i)), None) if cue.kind is CueKind.CITING else None
    via = () if owner is None else (Mention(span=cut_case(sentence, start, owner + 1, "genitive")),)
    start = start if owner is None else owner + 1
    if start >= last:
        return None
    mention = Mention(span=cut_case(sentence, start, last, case), reason=reason)
    after = cue.after + sentence.match("sentence_adverbs", cue.after)
    return Tail(cue=cue, first=first, after=after, speaker=mention, via=via, is_citing=cue.kind is CueKind.CITING)


def _is_owner(sentence: Sentence, at: int) -> bool:
    """Whether the token is an outlet that cites the source after it («Reuters'ın iki yetkiliye dayandırdığı habere göre»)."""
    stem = cut_case(sentence, at, at + 1, "genitive")
    word = sentence.lexicon.fold(sentence.text[stem.start : stem.end])
    return (
        has_mark(sentence, at)
        and in_case(sentence, at, "genitive")
        and any(sentence.lexicon.has(key, word) for key in ("outlets", "outlet_nouns"))
    )


def _names_source(sentence: Sentence, at: int, case: str) -> bool:
    if sentence.has("time_words", at) or sentence.has("not_sources", at) or not sentence.tokens[at].is_word:
        return sentence.quote_at[at] >= 0 and not sentence.tokens[at].is_word
    is_marked = has_mark(sentence, at)
    stem = cut_case(sentence, at, at + 1, case)
    word = sentence.lexicon.fold(sentence.text[stem.start : stem.end])
    is_known = any(sentence.lexicon.has(key, word) for key in NOUN_LISTS) or sentence.tokens[at].text[0].isupper()
    return is_marked or (is_known and in_case(sentence, at, case))


def _read_after(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> Tail | None:
    """«به گفتهٔ X»: the source stands after, up to a comma or the next cue."""
    start = cue.after
    is_before = any(sentence.match(key, cue.first) for key in ("reports_after", "citing_after", "according_after"))
    if is_before or start >= sentence.end or sentence.match("not_sources", start):
        return None
    limit = next((c.first for c in later if c.first > start), sentence.end)
    end = next((i for i in range(start, limit) if sentence.is_comma(i) and sentence.quote_at[i] < 0), limit)
    reading = read_source(sentence, start, end)
    if reading.source is None or (end == sentence.end and cue.first <= 1):
        return None
    inside = (i for i in range(start, end) if sentence.tokens[i].end <= reading.source.span.end)
    if any(is_finite(sentence, i) for i in inside):
        return None
    return Tail(cue=cue, first=cue.first, after=end, speaker=reading.source, via=reading.via, is_citing=cue.kind is CueKind.CITING)


def read_issuer(sentence: Sentence, lower: int, content: Content) -> Lead | None:
    """Who speaks in the passive: «Bakanlıktan yapılan açıklamada», «Raporda», «در بیانیهٔ وزارت»."""
    if not sentence.lexicon.words.head_last:
        return _issuer_after(sentence, lower, content.limit)
    start = skip_adverbs(sentence, lower, content.last)
    for at in range(start, min(content.last, start + _MAX_ISSUER_TOKENS)):
        if sentence.is_comma(at) and at > start and sentence.match("source_stops", at - 1):
            start = at + 1
        if not in_case(sentence, at, "locative") or not (sentence.match("speech_nouns", at) or sentence.has("document_nouns", at)):
            continue
        issuing = [i for i in range(start + 1, at) if sentence.has("issuing_words", i) and in_case(sentence, i - 1, "ablative")]
        span = cut_case(sentence, start, issuing[0], "ablative") if issuing else cut_case(sentence, start, at + 1, "locative")
        return Lead(speaker=Mention(span=span), via=(), after=skip_adverbs(sentence, at + 1, content.last))
    return None


def _issuer_after(sentence: Sentence, lower: int, limit: int) -> Lead | None:
    for at in range(lower, limit - 1):
        if sentence.has("issuing_words", at) and (sentence.has("document_nouns", at + 1) or sentence.has("speech_nouns", at + 1)):
            source = read_source(sentence, at + 1, limit).source
            return Lead(speaker=source, via=(), after=limit) if source else None
    return None
