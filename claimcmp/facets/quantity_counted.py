"""What a number counts, and whether two numbers count the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.facets.items import Item
from claimcmp.facets.lexer import lex
from claimcmp.facets.lexicon import Lexicon, load_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.settings import Settings
from claimcmp.text.normal import fold

_REACH = 8
"""Items looked over on each side of a number for what befell those counted."""

_BOUND = 3
"""Items behind such a word within which another number may stand: "over", "at least"."""

_JOINED = 4
"""Items from "and" to the number of the next of those whom one thing befell: "four officers and at least ten marchers were hurt"."""

_AMONG = 2
"""Items before a figure within which "among them" makes it a part of another."""

_AGE = {"age", "year"}
"""«un homme de 32 ans»: in some languages only the noun before the years tells an age."""

_MIN_STEM = 3
TERMS = frozenset({"imprisoned"})
"""Outcomes that a number of years or months measures: how long somebody is jailed."""

MEASURE = "magnitude"
"""The outcome of a number that measures an earthquake, and counts none of those whom it struck."""

STANDING = TERMS | {"aboard", MEASURE}
"""Outcomes that do not rise from one report to the next."""

_BREAKS = ("and", "comma", "dot", "stop", "colon", "number", "vague", "dualnoun")

MONTHS = {"month": 1, "year": 12}
"""How many months a unit has. Days make up neither."""

HOURS = {"hour": (1, 1), "month": (28 * 24, 31 * 24), "year": (365 * 24, 366 * 24)}
"""The fewest and most hours of a unit of time."""


@attrs.frozen
class Counted:
    """What is counted: concepts shared by all languages, outcomes ("dead"), stems of the words as written, and whether only some of others are ("among them 3 children")."""

    unit: str | None
    concepts: frozenset[str]
    outcomes: frozenset[str]
    stems: frozenset[str]
    language: str
    may_be_age: bool = False
    is_part: bool = False


def describe_counted(quantity: Quantity, claim: Claim | None, settings: Settings) -> Counted:
    """What ``quantity`` counts; ``claim`` gives the words around it ("12 were killed")."""
    language = claim.language if claim else ""
    lexicon = load_lexicon(language, settings.language_files)
    words = [_strip_article(fold(word), lexicon) for word in (quantity.of or "").split()]
    is_part = False
    outcomes = {str(lexicon.meanings[word]["outcome"]) for word in words if "outcome" in lexicon.meanings.get(word, {})}
    if claim is not None:
        items = lex(claim.text, claim.language, settings.language_files).items
        start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
        outcomes |= _find_outcomes(items, start, end)
        is_part = any("among" in item.meaning for item in [item for item in items if item.end <= start][-_AMONG:])
    if MEASURE in outcomes:
        outcomes = {MEASURE}
    may_be_age = quantity.unit == "year" and bool(lexicon.options.get("ages_by_noun"))
    concepts = frozenset(found for word in words if (found := _find_concept(word, lexicon)) is not None)
    stems = frozenset(_stem(word, lexicon) for word in words if len(word) >= _MIN_STEM)
    unit = None if MEASURE in outcomes else quantity.unit  # «بقوة 6.3 درجة»: no angle
    return Counted(unit, concepts, frozenset(outcomes), stems, language.split("-")[0], may_be_age, is_part)


def are_age_and_year(left: str | None, right: str | None) -> bool:
    """Whether of two units one is of ages and one of years, which not every language tells apart."""
    return {left, right} == _AGE


def are_of_time(left: str | None, right: str | None) -> bool:
    """Whether two units are of time, so that what is told in one can be told in the other."""
    return {left, right} <= HOURS.keys()


def same_counted(left: Counted, right: Counted) -> bool | None:
    """Whether two numbers count the same thing; None when that cannot be told."""
    if are_age_and_year(left.unit, right.unit) and (left.may_be_age or right.may_be_age):
        return None
    if left.unit != right.unit:
        return False
    if left.outcomes and right.outcomes and not left.outcomes & right.outcomes:
        return False
    if left.unit not in (None, "percent"):
        return True if left.outcomes & right.outcomes & TERMS else None
    if left.concepts and right.concepts:
        return bool(left.concepts & right.concepts)
    if left.stems and right.stems:
        if left.language != right.language:
            return None
        return bool(left.stems & right.stems)
    return True if left.outcomes & right.outcomes else None


def befell_alike(left: Counted, right: Counted) -> bool:
    """Whether one thing befell those counted, whatever they are called ("three sailors died", "three of the crew were killed"), unless they are known to be others."""
    return not left.outcomes.isdisjoint(right.outcomes) and not (left.concepts and right.concepts)


def _find_concept(word: str, lexicon: Lexicon) -> str | None:
    meaning = lexicon.meanings.get(word, {})
    if "counted" not in meaning and "dualnoun" in meaning:
        meaning = lexicon.meanings.get(fold(meaning["dualnoun"]), {})
    concept = meaning.get("counted")
    return None if concept is None else str(concept)


def _find_outcomes(items: Sequence[Item], start: int, end: int) -> set[str]:
    """What befell those counted, by the nearest such word on either side; of two, not the one that stands by another number.

    "4 killed, over 43 injured" and "killed 4, injured 43" tell the same, whether or not a comma does. Where none is near,
    that of a number joined by "and" counts.
    """
    sides = [item for item in items if item.end <= start][::-1], [item for item in items if item.start >= end]
    found = [outcome for outcome in map(_find_outcome, sides) if outcome is not None]
    if not found:
        found = [outcome for outcome in map(_find_outcome, map(_pass_joined, sides)) if outcome is not None]
    return {name for name, is_taken in found if not is_taken} or {name for name, _ in found}


def _pass_joined(side: Sequence[Item]) -> Sequence[Item]:
    """What stands on one side of a number beyond the next number, if "and" joins the two; else nothing."""
    joint = next((at for at, item in enumerate(side[:_REACH]) if any(tag in item.meaning for tag in _BREAKS)), None)
    if joint is None or "and" not in side[joint].meaning:
        return ()
    behind = range(joint + 1, min(joint + 1 + _JOINED, len(side)))
    other = next((at for at in behind if any(tag in side[at].meaning for tag in _BREAKS)), None)
    return side[other + 1 :] if other is not None and "number" in side[other].meaning else ()


def _find_outcome(side: Sequence[Item]) -> tuple[str, bool] | None:
    """The first outcome on one side of a number, and whether another number stands right behind it."""
    for at, item in enumerate(side[:_REACH]):
        if any(tag in item.meaning for tag in _BREAKS):
            return None
        if "outcome" in item.meaning:
            behind = side[at + 1 : at + 1 + _BOUND]
            beyond = next((other.meaning for other in behind if any(tag in other.meaning for tag in _BREAKS)), {})
            return str(item.meaning["outcome"]), "number" in beyond or "vague" in beyond
    return None


def _strip_article(word: str, lexicon: Lexicon) -> str:
    if word in lexicon.meanings:
        return word
    for article in lexicon.affixes.noun_articles:
        if word.startswith(article) and len(word) - len(article) >= _MIN_STEM:
            return word.removeprefix(article)
    return word


def _stem(word: str, lexicon: Lexicon) -> str:
    for suffix in lexicon.affixes.noun_suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
            return word.removesuffix(suffix)
    return word
