"""The words that negate in a language, by what they do: the table ``polarity`` of a language file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.falsehood import Falsehoods, load_falsehoods
from claimcmp.facets.phrases import PhraseIndex, get_table, load_joinable
from claimcmp.text.inner_negation import InnerNegations, load_inner_negations
from claimcmp.text.normal import fold
from claimcmp.text.stars import compile_stars, fold_phrase

PARTICLE, PHRASE, DENIAL, EXCEPTION, CLOSER, WAITING = "particle", "phrase", "denial", "exception", "closer", "waiting"
"""Kinds of cues."""


@attrs.frozen
class Negators:
    """The table ``polarity`` of a language, ready for reading."""

    cues: PhraseIndex[str]
    falsehoods: Falsehoods
    inner: InnerNegations
    openers: frozenset[str]
    opened_after: frozenset[str]
    concord: frozenset[str]
    restrictors: frozenset[str]
    spelled: Mapping[str, str]
    is_before: bool
    verbal_only: frozenset[str]
    verbal_starts: frozenset[str]
    boundaries: frozenset[str]
    coordinators: frozenset[str]
    whether_endings: frozenset[str]
    asides: frozenset[str]
    verbs: re.Pattern[str]
    conjunctions: tuple[str, ...]
    joinable: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    closing: frozenset[str]
    closing_one: frozenset[str]
    comparing: frozenset[str]
    opposites: dict[str, frozenset[str]]


@lru_cache(maxsize=32)
def load_negators(language: str, extra: tuple[Path, ...]) -> Negators:
    """The negators of a language; without any, nothing is read."""
    table = get_table(language, "polarity", extra)
    kinds = (
        ("exceptions", EXCEPTION), ("negators", PARTICLE), ("closers", CLOSER), ("phrase_negators", PHRASE), ("denials", DENIAL), ("waiting", WAITING),
    )  # fmt: skip
    opposites: dict[str, set[str]] = {}
    for left, right in table.get("antonyms", ()):
        opposites.setdefault(fold(left), set()).add(fold(right))
        opposites.setdefault(fold(right), set()).add(fold(left))
    names = (
        "openers",
        "opened_after",
        "verbal_only",
        "verbal_starts",
        "boundaries",
        "coordinators",
        "restrictors",
        "whether_endings",
        "asides",
        "closing",
        "closing_one",
        "comparing",
    )
    joinable = load_joinable(language, extra)
    return Negators(
        cues=PhraseIndex((fold_phrase(cue), kind) for name, kind in kinds for cue in table.get(name, ())),
        falsehoods=load_falsehoods(language, extra),
        inner=load_inner_negations(language, extra),
        concord=frozenset(map(fold_phrase, table.get("concord", ()))),
        is_before=table.get("order") == "before",
        verbs=compile_stars(table.get("finite", {}).get("before", ())),
        **{name: frozenset(map(fold, table.get(name, ()))) for name in names},
        conjunctions=tuple(joinable.conjunctions - {""}),
        joinable=joinable.all,
        spelled={fold(word): word for word in table.get("spelled", ())},
        light=frozenset(map(fold, table.get("light_verbs", ()))),
        empty=frozenset(map(fold, table.get("empty_words", ()))),
        opposites={word: frozenset(others) for word, others in opposites.items()},
    )


def is_opener(folded: str, negators: Negators) -> bool:
    """Whether a word is, or begins with, the first part of a negation («ne», «n'a»)."""
    return folded in negators.openers or any(o.endswith("'") and folded.startswith(o) for o in negators.openers)
