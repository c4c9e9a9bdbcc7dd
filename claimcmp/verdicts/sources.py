"""On whose word: how the sources and relays of two claims stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path

import attrs
from rapidfuzz.fuzz import token_set_ratio

from claimcmp.facets.actor_names import load_actor_tables
from claimcmp.facets.phrases import PhraseIndex, Word as ListedWord, get_table, read_words
from claimcmp.facets.place import find_demonym
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.languages import is_same_language
from claimcmp.records import Attribution, Claim, Difference, FacetName, Relation, Source, SourceKind, Span
from claimcmp.settings import Settings
from claimcmp.text.credits import name_agency
from claimcmp.text.names import same_name
from claimcmp.text.normal import fold
from claimcmp.text.stars import compile_stars
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import Stemmer, load_stemmer

_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.POST})


def compare_sources(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """The ``source`` differences of two claims: speaker first, then relay; never conflicting.

    ``same``: one speaker. ``compatible``: a named and an unnamed speaker who
    may be the same person, or two speakers. ``left_only`` / ``right_only``:
    one side names a source and the other speaks in its own voice.
    """
    return (*_compare_speakers(left, right, settings), *_compare_relays(left, right, settings))


def is_same_speaker(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether both claims stand on the word of one speaker, as far as the texts tell."""
    one, other = left.attribution.speaker, right.attribution.speaker
    return one is not None and other is not None and _is_same_source(one, other, (left.language, right.language), settings)


def may_be_same_speaker(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether a named and an unnamed speaker share the office or body that is told of them, or two unnamed ones hold one office."""
    one, other = left.attribution.speaker, right.attribution.speaker
    if one is None or other is None:
        return False
    keys = [_office(source, claim.language, settings) for source, claim in ((one, left), (other, right))]
    if one.kind is SourceKind.POST and other.kind is SourceKind.POST:
        return bool(keys[0]) and keys[0] == keys[1]
    if (one.kind in _UNNAMED) == (other.kind in _UNNAMED):
        return False
    unnamed = keys[0] if one.kind in _UNNAMED else keys[1]
    return len(unnamed) >= 2 and len(keys[0] & keys[1]) >= settings.min_office_cover * len(unnamed)


def share_relay(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether one agency or outlet relays both claims, or one agency is credited with the copy of both articles."""
    languages = (left.language, right.language)
    if not _list_agencies(left).isdisjoint(_list_agencies(right)):
        return True
    return any(
        _is_same_source(one, other, languages, settings)
        for one, other in product(_carriers(left.attribution), _carriers(right.attribution))
    )


def is_one_source(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether both claims come down to one source: one speaker, perhaps once unnamed, one relay or one agency."""
    return is_same_speaker(left, right, settings) or may_be_same_speaker(left, right, settings) or share_relay(left, right, settings)


def _list_agencies(claim: Claim) -> frozenset[str]:
    """The agencies behind a claim: credited with the article, or relaying the claim."""
    named = (name_agency(name) for source in _carriers(claim.attribution) for name in (source.canonical, source.name))
    return frozenset((*claim.agencies, *(key for key in named if key is not None)))


def _compare_speakers(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    one, other = left.attribution.speaker, right.attribution.speaker
    if one is None and other is None:
        return ()
    relation, note = Relation.COMPATIBLE, "two speakers"
    if one is None or other is None:
        relation, note = (Relation.RIGHT_ONLY if one is None else Relation.LEFT_ONLY), "one side names no source"
    elif is_same_speaker(left, right, settings):
        relation, note = Relation.SAME, "one speaker"
    elif may_be_same_speaker(left, right, settings):
        note = "named and unnamed, perhaps one speaker"
    return (_source_difference(relation, one.span if one else None, other.span if other else None, note),)


def _compare_relays(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    one, other = left.attribution.via, right.attribution.via
    if not one and not other:
        return ()
    if not one or not other:
        relation = Relation.RIGHT_ONLY if not one else Relation.LEFT_ONLY
        return (_source_difference(relation, one[0].span if one else None, other[0].span if other else None, "one side names a relay"),)
    relation, note = (Relation.SAME, "one relay") if share_relay(left, right, settings) else (Relation.COMPATIBLE, "two relays")
    return (_source_difference(relation, one[0].span, other[0].span, note),)


def _source_difference(relation: Relation, left: Span | None, right: Span | None, note: str) -> Difference:
    return Difference(facet=FacetName.SOURCE, relation=relation, left=left, right=right, note=note)


def _carriers(attribution: Attribution) -> tuple[Source, ...]:
    """Relays, and a speaker that is itself a body: an agency cited directly is both."""
    speaker = attribution.speaker
    return attribution.via + ((speaker,) if speaker is not None and speaker.kind is SourceKind.ORGANISATION else ())


def _is_same_source(one: Source, other: Source, languages: tuple[str, str], settings: Settings) -> bool:
    if one.kind in _UNNAMED or other.kind in _UNNAMED:
        return False
    names = {fold(one.canonical), fold(one.name)}, {fold(other.canonical), fold(other.name)}
    if names[0] & names[1]:
        return True
    if one.kind is SourceKind.PERSON and other.kind is SourceKind.PERSON and same_name(one.canonical, other.canonical, settings):
        return True
    if is_same_language(*languages):
        keys = [_keys(source.canonical, language, settings) for source, language in zip((one, other), languages, strict=True)]
        smaller = min(keys, key=len)
        return bool(smaller) and keys[0] & keys[1] == smaller
    if _latin_score(one.canonical, other.canonical) >= 100 * settings.min_name_score:
        return True
    return _is_same_body(one, other, languages, settings)


def _is_same_body(one: Source, other: Source, languages: tuple[str, str], settings: Settings) -> bool:
    """Whether two names in two languages are of one body ("Red Cross", «Красный Крест») or of one office («وزارة الداخلية»), and of no two countries."""
    if one.kind is not SourceKind.ORGANISATION or other.kind is not SourceKind.ORGANISATION:
        return False
    named = [_read_body(source.name, language, settings) for source, language in zip((one, other), languages, strict=True)]
    countries = [body.countries for body in named]
    is_apart = all(countries) and countries[0].isdisjoint(countries[1])
    return bool(named[0].keys) and named[0].keys == named[1].keys and not is_apart


@attrs.frozen
class _Body:
    """What a body is by its name: the keys of ``actors.bodies`` and ``actors.offices``, and the countries named with it."""

    keys: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=4096)
def _read_body(name: str, language: str, settings: Settings) -> _Body:
    extra = settings.language_files
    words = read_words(name, language, settings)
    bodies = load_actor_tables(language, extra).bodies
    keys = _find_all(bodies, words)
    plain = " ".join(word.whole[-1] for word in words)
    keys |= {office for office, pattern in _load_offices(language, extra).items() if pattern.search(plain)}
    gazetteer = load_gazetteer(language, extra)
    countries = {find_demonym(word, gazetteer) or "" for word in words} | {
        place.partition("/")[0] for place in _find_all(gazetteer.names, words)
    }
    return _Body(frozenset(keys), frozenset(countries - {""}))


def _find_all(index: PhraseIndex[str], words: Sequence[ListedWord]) -> set[str]:
    return {match.value for at in range(len(words)) if (match := index.match(words, at)) is not None}


@lru_cache(maxsize=32)
def _load_offices(language: str, extra: tuple[Path, ...]) -> Mapping[str, re.Pattern[str]]:
    offices: Mapping[str, Iterable[str]] = get_table(language, "actors", extra).get("offices", {})
    return {office: re.compile(rf"(?<!\w)(?:{compile_stars(names).pattern})(?!\w)") for office, names in offices.items()}


def _latin_score(one: str, other: str) -> float:
    from anyascii import anyascii

    forms = ("".join(c for c in anyascii(name).lower() if c not in "aeiouyw'`") for name in (one, other))
    return float(token_set_ratio(*forms))


def _office(source: Source, language: str, settings: Settings) -> frozenset[str]:
    return _keys(f"{source.name} {source.role or ''}", language, settings)


def _keys(text: str, language: str, settings: Settings) -> frozenset[str]:
    stemmer: Stemmer = load_stemmer(language, settings.language_files)
    return frozenset(key for token in tokenize(text) if token.is_word and (key := stemmer.key(token.folded)))
