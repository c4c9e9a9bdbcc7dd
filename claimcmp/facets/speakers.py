"""Speakers by surname whose full name the article gives where they do not speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from claimcmp.records import Actor, Attribution, Claim, Facet, Source, SourceKind
from claimcmp.text.names import split_name
from claimcmp.text.words import covers

_PERSON = "person:"

_PART_CONFIDENCE = 0.9
"""How surely a surname means the one person of the article who has it."""


def name_speakers(claims: Sequence[Claim], facets: Iterable[Facet]) -> tuple[Claim, ...]:
    """The claims with the full name of speakers who stand there by surname; ``facets`` are those of the whole article.

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> def make(name, start):
    ...     return Actor(name=name, key="person:vrn lvnk", span=Span(start=start, end=start + len(name)))
    >>> speaker = Source(name="Levchenko", span=Span(start=40, end=49), canonical="Levchenko", kind="person")
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=1, span=Span(start=60, end=61), text=".", attribution=Attribution(speaker=speaker))
    >>> name_speakers([claim], [make("Vera Levchenko", 0), make("Levchenko", 40)])[0].attribution.speaker.canonical
    'Vera Levchenko'
    """
    people = [facet for facet in facets if isinstance(facet, Actor) and facet.key.startswith(_PERSON)]
    fullest: dict[str, str] = {}
    for actor in people:
        if len(split_name(actor.name)) > max(1, len(split_name(fullest.get(actor.key, "")))):
            fullest[actor.key] = actor.name
    known: dict[str, str] = {}
    for source in (source for claim in claims for source in _list_sources(claim.attribution)):
        met = [fullest[actor.key] for actor in people if actor.key in fullest and covers(source.span, actor.span)]
        if len(met) == 1 and _is_surname(source, met[0]):
            known[source.canonical] = met[0]
    return tuple(_name(claim, known) for claim in claims) if known else tuple(claims)


def _list_sources(said: Attribution) -> tuple[Source, ...]:
    return (*((said.speaker,) if said.speaker is not None else ()), *said.via)


def _is_surname(source: Source, full: str) -> bool:
    """Whether a person's canonical name is the last part of a full one, as written."""
    return source.kind is SourceKind.PERSON and split_name(source.canonical) == split_name(full)[-1:]


def _name(claim: Claim, known: Mapping[str, str]) -> Claim:
    said = claim.attribution
    if known.keys().isdisjoint(source.canonical for source in _list_sources(said)):
        return claim
    speaker = None if said.speaker is None else _fill(said.speaker, known)
    return attrs.evolve(claim, attribution=attrs.evolve(said, speaker=speaker, via=tuple(_fill(source, known) for source in said.via)))


def _fill(source: Source, known: Mapping[str, str]) -> Source:
    full = known.get(source.canonical) if source.kind is SourceKind.PERSON else None
    return source if full is None else attrs.evolve(source, canonical=full, confidence=min(source.confidence, _PART_CONFIDENCE))
