"""What is read from each claim before claims are paired: words, names, places, numbers, times."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeGuard

import attrs

from claimcmp.align.times import Period, read_periods
from claimcmp.facets.quantity_counted import describe_counted
from claimcmp.languages import load_tables
from claimcmp.records import Actor, Certainty, Claim, Facet, Modality, Place, Polarity, Quantity
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.words import Word, load_stemmer, read_words

DISTINCT = frozenset({"call", "crash", "earthquake", "flood", "meeting", "protest", "visit", "vote"})
"""Concepts of happenings of which one is never the other: a phone call is no meeting."""

HAPPENINGS = DISTINCT | {
    "attack", "ceasefire", "deal", "death", "detain", "discuss", "explosion", "fire", "inform", "injury",
    "negotiation", "release", "resign", "sanction", "sign", "warn", "win",
}  # fmt: skip
"""Concepts that name what happened, of which the first in a claim is what the claim tells of."""

TELLING = frozenset({"inform", "warn"})
"""Concepts of acts of telling: that someone was told of a meeting is another point than the meeting."""

_UNITS_OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})

_COUNTED_WORDS = 2
"""Words after a number that may name what is counted."""

GOVERNMENT = "gov:"
"""How the keys of governments begin; the code of the country follows."""

_UNREAL = frozenset({Certainty.POSSIBLE, Certainty.DEMANDED})


@attrs.frozen(kw_only=True)
class Evidence:
    """The comparable things of one claim.

    Parameters
    ----------
    language
        Primary subtag.
    words
        Keys of its content words.
    common_words
        Those whose key means the same in every language.
    names, places
        Keys of its actors and places; a place brings along the places that contain it.
        Every key says what kind it is of, and words that are not common their language.
    seats
        Countries whose governments it names: a capital or country as an actor may be a place as well ("Ankara hosted").
    numbers, measures
        Its quantities, and what they measure or count, with the magnitude.
    periods
        Its times, own or taken over from its neighbourhood.
    happenings
        What kinds of distinct happening it names, among :data:`DISTINCT`.
    main_happening
        The first of :data:`HAPPENINGS` that it names; None if it names none.
    is_negated
        Whether it denies something; None in a language without data on that, as below.
    is_unreal
        Whether it tells of something possible or demanded, not of something done or planned.
    """

    language: str
    words: frozenset[str]
    common_words: frozenset[str]
    core: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    seats: frozenset[str]
    numbers: tuple[Quantity, ...]
    measures: frozenset[str]
    periods: tuple[Period, ...]
    happenings: frozenset[str]
    main_happening: str | None
    is_negated: bool | None
    is_unreal: bool | None

    def terms(self) -> frozenset[str]:
        """All its keys: what weights are counted over and claims are blocked by."""
        return self.words | self.names | self.places | self.measures


def read_evidence(claims: Sequence[Claim], settings: Settings) -> tuple[Evidence, ...]:
    """The evidence of each claim, in order; claims of one article stand together in time."""
    periods = read_periods(claims, settings)
    return tuple(_read_claim(claim, periods[number], settings) for number, claim in enumerate(claims))


def weigh_terms(evidence: Sequence[Evidence]) -> Mapping[str, float]:
    """The weight of each term: the rarer among these claims, the heavier (inverse document frequency, Spärck Jones 1972)."""
    counts = Counter(term for item in evidence for term in item.terms())
    return {term: math.log(1 + len(evidence) / count) for term, count in counts.items()}


def read_main_happening(words: Sequence[Word]) -> str | None:
    """The first happening that the claim tells of, rather than points back to ("at the meeting") or mentions beside ("since the attack")."""
    told = (word.key[1:] for word in words if word.key[:1] == "=" and not word.is_reference and not word.is_background)
    return next((concept for concept in told if concept in HAPPENINGS), None)


def _read_claim(claim: Claim, periods: tuple[Period, ...], settings: Settings) -> Evidence:
    language = claim.language.split("-")[0].lower()
    words = read_words(claim, settings)
    concepts = [word.key[1:] for word in words if word.key[:1] == "="]
    common = _name_words([word for word in words if word.is_shared_form], language)
    places = [facet for facet in claim.facets if isinstance(facet, Place) and not facet.inferred]
    return Evidence(
        language=language,
        words=_name_words(words, language),
        common_words=common,
        core=_name_words([word for word in words if not word.is_background], language),
        names=frozenset(f"name {facet.key}" for facet in claim.facets if isinstance(facet, Actor)),
        places=frozenset(f"place {key}" for place in places for key in (place.key, *place.within)),
        seats=frozenset(f"place {facet.key.removeprefix(GOVERNMENT)}" for facet in claim.facets if _is_government(facet)),
        numbers=tuple(facet for facet in claim.facets if isinstance(facet, Quantity)),
        measures=_read_measures(claim, settings),
        periods=periods,
        happenings=DISTINCT.intersection(concepts),
        main_happening=read_main_happening(words),
        is_negated=_is_told(language, "polarity", settings, [isinstance(facet, Polarity) and facet.negated for facet in claim.facets]),
        is_unreal=_is_unreal(claim, language, settings),
    )


def _name_words(words: Sequence[Word], language: str) -> frozenset[str]:
    return frozenset(f"word {word.key}" if word.is_shared_form else f"word {language} {word.key}" for word in words)


def _read_measures(claim: Claim, settings: Settings) -> frozenset[str]:
    """Units, counted things and what befell those counted; spans of time are left out, as any two reports have some."""
    stemmer = load_stemmer(claim.language, settings.language_files)
    found = set()
    for facet in claim.facets:
        if isinstance(facet, Quantity):
            counted = [stemmer.key(fold(word)) for word in (facet.of or "").split()[:_COUNTED_WORDS]]
            befell = (f"={outcome}" for outcome in describe_counted(facet, claim, settings).outcomes)
            keys = [key for key in (facet.unit, *counted, *befell) if key and key not in _UNITS_OF_TIME]
            found |= {f"measure {key} {size}" for key in keys for size in _read_sizes(facet)}
    return frozenset(found)


def _is_government(facet: Facet) -> TypeGuard[Actor]:
    return isinstance(facet, Actor) and facet.key.startswith(GOVERNMENT)


def _is_told(language: str, table: str, settings: Settings, found: list[bool]) -> bool | None:
    return any(found) if table in load_tables(language, settings.language_files) else None


def _is_unreal(claim: Claim, language: str, settings: Settings) -> bool | None:
    """Whether it is only possible or demanded; None where that is not read, or it is yet to come ("is expected to"), which lies between."""
    grades = {facet.certainty for facet in claim.facets if isinstance(facet, Modality)}
    if grades.isdisjoint(_UNREAL) and Certainty.PLANNED in grades:
        return None
    return _is_told(language, "modality", settings, [not grades.isdisjoint(_UNREAL)])


def _read_sizes(quantity: Quantity) -> frozenset[float]:
    """Two overlapping classes of magnitude, so that numbers within a factor of three or so share one."""
    value = quantity.low if quantity.low is not None else quantity.high
    magnitude = math.log10(max(1.0, abs(value or 0.0)))
    return frozenset({float(int(magnitude)), int(magnitude + 0.5) + 0.5})
