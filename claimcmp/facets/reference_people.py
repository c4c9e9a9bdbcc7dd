"""Whom a pronoun at the start of a claim means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimcmp.facets.phrases import Word
from claimcmp.facets.reference_words import Pointers
from claimcmp.records import Actor, Claim, Facet, Mode, Quotation, Sense, Source, SourceKind, Span

_PERSON = "person:"
_INDIVIDUALS = (_PERSON, "post:")
_SPEAKING = (SourceKind.PERSON, SourceKind.POST, SourceKind.ANONYMOUS)
_SUBJECT_REACH = 4
"""Words of a sentence before or at which its subject begins: "On Monday President ...", «وصل الرئيس ...»."""
_MEMORY = 50
"""Names looked back over in a paragraph, so that time stays linear."""
_REACH = 2000
"""Code points looked back over, for the same reason."""


@attrs.frozen
class _Scene:
    """An article with what is looked up in it by position."""

    text: str
    claims: Sequence[Claim]
    words: Sequence[Word]
    starts: Sequence[int]
    actors: Sequence[Actor]
    actor_starts: Sequence[int]
    keys: Mapping[str, str]
    pointers: Pointers

    def word_at(self, offset: int) -> int:
        """Number of the first word (no mark) at or after an offset; ``len(words)`` when there is none."""
        at = bisect_left(self.starts, offset)
        while at < len(self.words) and not self.words[at].token.is_word:
            at += 1
        return at

    def actors_in(self, start: int, end: int) -> Sequence[Actor]:
        """The actors that begin in a range, by position."""
        return self.actors[bisect_left(self.actor_starts, start) : bisect_left(self.actor_starts, end)]


def find_people(
    text: str, claims: Sequence[Claim], facets: Sequence[Facet], words: Sequence[Word], pointers: Pointers
) -> Iterator[tuple[int, Actor]]:
    """Each resolved subject as the number of its claim and an inferred actor.

    The actor's name is the pronoun as written; for a subject left out, the
    name of the speaker that it means, and its span is the claim's first word,
    the verb, which agrees with it.
    """
    actors = [facet for facet in facets if isinstance(facet, Actor)]
    scene = _Scene(text, claims, words, [word.token.start for word in words], actors, [actor.span.start for actor in actors], {}, pointers)
    scene = attrs.evolve(scene, keys=_find_speaker_keys(scene))
    for number, claim in enumerate(claims):
        first = scene.word_at(claim.span.start)
        if first < len(words) and words[first].token.end <= claim.span.end:
            found = _find_narrated(scene, number, first) if claim.attribution.speaker is None else _find_speaker(scene, claim, first)
            if found is not None and all(not isinstance(f, Actor) or f.key != found.key for f in claim.facets):
                yield number, found


def _find_speaker_keys(scene: _Scene) -> dict[str, str]:
    """Canonical names of speakers to the key under which the text's actors have them."""
    keys: dict[str, str] = {}
    for claim in scene.claims:
        speaker = claim.attribution.speaker
        if speaker is not None and speaker.kind is SourceKind.PERSON and speaker.canonical not in keys:
            inside = [actor.key for actor in scene.actors_in(speaker.span.start, speaker.span.end)]
            people = dict.fromkeys(key for key in inside if key.startswith(_PERSON))
            if len(people) == 1:
                keys[speaker.canonical] = next(iter(people))
    return keys


def _find_speaker(scene: _Scene, claim: Claim, first: int) -> Actor | None:
    """The speaker, when the claim opens with a subject that means them."""
    said = claim.attribution
    speaker = said.speaker
    key = scene.keys.get(speaker.canonical) if speaker is not None and speaker.confidence > 0 else None
    if speaker is None or key is None or (said.cue_span is not None and said.cue_span.start > claim.span.start):
        return None
    word = scene.words[first]
    span = Span(start=word.token.start, end=word.token.end)
    if word.token.text in _as_written(scene.pointers.first_person, word):
        return Actor(name=word.token.text, key=key, span=span, inferred=True)
    if said.mode is Mode.DIRECT or _is_quoted(claim, span.start) or _may_mean_other(scene, claim, speaker, key):
        return None
    if word.folded in scene.pointers.pronouns:
        return Actor(name=word.token.text, key=key, span=span, inferred=True)
    if _has_left_out_subject(scene, claim, first):
        return Actor(name=speaker.canonical, key=key, span=span, inferred=True)
    return None


def _as_written(listed: frozenset[str], word: Word) -> tuple[str, ...]:
    return (word.token.text,) if word.folded in listed else ()


def _is_quoted(claim: Claim, offset: int) -> bool:
    return any(isinstance(f, Quotation) and f.span.start <= offset < f.span.end for f in claim.facets)


def _has_left_out_subject(scene: _Scene, claim: Claim, first: int) -> bool:
    """«إنه أجرى …», "promised to send …": the complementiser's pronoun, or the speaker's own undertaking."""
    pointers, words = scene.pointers, scene.words
    if claim.attribution.sense is Sense.PROMISES and words[first].folded in pointers.infinitives:
        return True
    if first == 0 or words[first - 1].folded not in pointers.complementisers or words[first - 1].token.end > claim.span.start:
        return False
    at = first
    while at < len(words) and words[at].token.end <= claim.span.end and words[at].folded in pointers.particles:
        at += 1
    return at < len(words) and words[at].token.end <= claim.span.end and words[at].folded not in pointers.impersonal


def _may_mean_other(scene: _Scene, claim: Claim, speaker: Source, key: str) -> bool:
    """Whether somebody else stands between the reporting words and the claim: "told the minister that he ..."."""
    cue = claim.attribution.cue_span
    if cue is None:
        return False
    begin = max(cue.end, speaker.span.end if cue.end <= speaker.span.start < claim.span.start else cue.end)
    if any(a.key.startswith(_INDIVIDUALS) and a.key != key for a in scene.actors_in(begin, claim.span.start)):
        return True
    between = scene.words[bisect_left(scene.starts, begin) : bisect_left(scene.starts, claim.span.start)]
    return any(not scene.pointers.posts.isdisjoint(word.forms) for word in between)


def _find_narrated(scene: _Scene, number: int, first: int) -> Actor | None:
    """The one person named in the paragraph before a pronoun that opens the outlet's own words."""
    claim, words, pointers = scene.claims[number], scene.words, scene.pointers
    after = words[first + 1].folded if first + 1 < len(words) else ""
    if words[first].folded not in pointers.pronouns or claim.attribution.mode is not Mode.NARRATED or after in pointers.impersonal:
        return None
    start = words[first].token.start
    last = bisect_left(scene.actor_starts, start)
    found: list[Actor] = []
    for actor in reversed(scene.actors[max(0, last - _MEMORY) : last]):
        if start - actor.span.end > _REACH or "\n" in scene.text[actor.span.end : start]:
            break
        if actor.key.startswith(_INDIVIDUALS):
            found.append(actor)
    if len({actor.key for actor in found}) != 1 or not found[0].key.startswith(_PERSON):
        return None
    if not any(_is_subject(scene, actor, number) for actor in found) or _has_unnamed_speaker(scene, number, found[-1].span.start):
        return None
    span = Span(start=start, end=words[first].token.end)
    return Actor(name=words[first].token.text, key=found[0].key, span=span, inferred=True)


def _is_subject(scene: _Scene, actor: Actor, number: int) -> bool:
    """Whether a person speaks, or begins a sentence or stands behind its first words, shortly before a claim."""
    for claim in reversed(scene.claims[max(0, number - _MEMORY) : number + 1]):
        speaker = claim.attribution.speaker
        if speaker is not None and speaker.span.start <= actor.span.start < speaker.span.end:
            return True
        if claim.span.start <= actor.span.start < claim.span.end:
            at = bisect_left(scene.starts, actor.span.start)
            return at - bisect_left(scene.starts, claim.span.start) <= _SUBJECT_REACH
    return False


def _has_unnamed_speaker(scene: _Scene, number: int, since: int) -> bool:
    """Whether somebody without a key of their own speaks between a name and a claim."""
    for claim in scene.claims[max(0, number - _MEMORY) : number]:
        speaker = claim.attribution.speaker
        if speaker is not None and claim.span.start >= since and speaker.kind in _SPEAKING and speaker.canonical not in scene.keys:
            return True
    return False
