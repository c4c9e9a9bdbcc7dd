"""Whom a claim's sentence names beside its claims (who said it, mostly), and whom the statements around it name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.actor import read_actors
from claimcmp.facets.naming import Naming, find_namings
from claimcmp.facets.naming_parts import NameParts
from claimcmp.facets.phrases import read_words
from claimcmp.records import Actor, Article, Claim, SourceKind, Span
from claimcmp.settings import Settings
from claimcmp.text.names import split_name
from claimcmp.text.words import covers


def read_namings_around(claim: Claim, settings: Settings) -> tuple[Naming, ...]:
    """The people and possible people named by the statements around a claim, in order."""
    return tuple(
        naming
        for passage in claim.around
        for naming in _read_passage(passage.text, passage.span.start, claim.language, settings.language_files)
    )


def read_namings_beside(claim: Claim, settings: Settings) -> tuple[Naming, ...]:
    """The people and possible people named by the words of a claim's sentence that belong to no claim, in order.

    Examples
    --------
    >>> from claimcmp.records import Passage
    >>> beside = (Passage(span=Span(start=0, end=23), text="Theresa May warned that"),)
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=24, end=34), text="it was hot", beside=beside)
    >>> [(naming.name, naming.is_sure) for naming in read_namings_beside(claim, Settings())]
    [('Theresa May', True)]
    """
    found = [
        naming
        for passage in claim.beside
        for naming in _read_passage(passage.text, passage.span.start, claim.language, settings.language_files)
    ]
    if any(naming.is_sure and _is_of_speaker(naming, claim) for naming in found):
        return tuple(found)
    if not any(_is_of_speaker(naming, claim) for naming in found) and (speaker := _name_speaker(claim, settings)) is not None:
        return tuple(sorted((*found, speaker), key=lambda naming: naming.span))
    return tuple(attrs.evolve(naming, is_sure=naming.is_sure or _is_of_speaker(naming, claim)) for naming in found)


def _name_speaker(claim: Claim, settings: Settings) -> Naming | None:
    """The speaker of one word that may be a surname, surely one where the article gives the full name; None for a place or a post."""
    speaker = claim.attribution.speaker
    if speaker is None or speaker.kind is not SourceKind.PERSON or not any(covers(beside.span, speaker.span) for beside in claim.beside):
        return None
    parts = split_name(speaker.name)
    named = NameParts(speaker.name, speaker.span.start, claim.language, settings.language_files)
    if len(parts) != 1 or len(named.words) != 1 or not named.may_be_surname(0):
        return None
    is_sure = len(full := split_name(speaker.canonical)) > 1 and full[-1] == parts[0]
    return Naming(speaker.name, parts, speaker.span, is_sure=is_sure, is_speaker=True) if is_sure or named.looks_like_name(parts) else None


@lru_cache(maxsize=4096)
def _read_passage(text: str, offset: int, language: str, extra: tuple[Path, ...]) -> tuple[Naming, ...]:
    settings = Settings(language_files=extra)
    actors = read_actors(Article(text=text, language=language), (), read_words(text, language, settings), settings)
    people = (actor for actor in actors if isinstance(actor, Actor) and actor.key.startswith("person:"))
    moved = (attrs.evolve(p, span=Span(start=p.span.start + offset, end=p.span.end + offset)) for p in people)
    return find_namings(text, offset, language, tuple(moved), extra)


def _is_of_speaker(naming: Naming, claim: Claim) -> bool:
    """Whether a name stands in the mention of a speaker who is a person."""
    speaker = claim.attribution.speaker
    if speaker is None or speaker.kind is not SourceKind.PERSON:
        return False
    return speaker.span.start <= naming.span.start < naming.span.end <= speaker.span.end
