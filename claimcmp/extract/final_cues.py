"""Reporting words of several tokens, for languages whose verb comes last."""

from __future__ import annotations

from claimcmp.extract.cues import MIN_QUOTED_WORDS, Cue, CueKind
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import ReportingVerb
from claimcmp.records import Sense

_ASSERTS = ReportingVerb(sense=Sense.ASSERTS)

_PHRASES = (
    ("reports_after", CueKind.ACCORDING),
    ("citing_after", CueKind.CITING),
    ("according_after", CueKind.ACCORDING),
    ("citing", CueKind.CITING),
    ("according", CueKind.ACCORDING),
    ("rumour", CueKind.RUMOUR),
)
"""Lists of phrases that are cues by themselves, the more telling ones first."""


def find_final_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """All reporting words outside longer quotations, in order; the longest reading at each token."""
    cues: list[Cue] = []
    at = sentence.lead
    while at < sentence.end:
        if sentence.quote_at[at] >= 0 and sentence.quote_words(at) >= MIN_QUOTED_WORDS:
            at = sentence.quote_end(at)
            continue
        reason = sentence.match("anonymity_reasons", at)
        cue = None if reason else _read_cue(sentence, at)
        if cue:
            cues.append(cue)
        at = cue.after if cue else at + max(1, reason)
    return tuple(cues)


def _read_cue(sentence: Sentence, at: int) -> Cue | None:
    found = [(sentence.match(key, at), kind) for key, kind in _PHRASES]
    length, kind = max(found, key=lambda pair: pair[0])
    lexicon = sentence.lexicon
    for key, forms, own in (
        ("verb_forms", lexicon.verbs, CueKind.VERB),
        ("participle_forms", lexicon.participles, CueKind.PARTICIPLE),
        ("noun_forms", lexicon.nouns, CueKind.NOUN),
    ):
        size = sentence.match(key, at)
        if size > length:
            return _make(sentence, own, forms[" ".join(sentence.words[at : at + size])], at, size)
    return _make(sentence, kind, _ASSERTS, at, length) if length else None


def _make(sentence: Sentence, kind: CueKind, verb: ReportingVerb, at: int, length: int) -> Cue:
    return Cue(kind=kind, verb=verb, first=at, after=at + length, span=sentence.cover(at, at + length))
