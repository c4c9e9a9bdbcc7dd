"""A claim's negations beside its words that say no without negating, and the claim with one negation taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.finite import is_finite, load_finite_marks
from claimcmp.facets.negator_words import Negators, is_opener, load_negators
from claimcmp.facets.negators import Negation, find_negations, is_beside
from claimcmp.facets.phrases import Word, get_table, read_words
from claimcmp.records import Claim, Span
from claimcmp.settings import Settings
from claimcmp.text.stars import compile_stars, fold_phrase

_GLUED = re.compile(r"^\w+['’]")
"""The first part of a negation written with the next word: «n'a»."""


@attrs.frozen
class Removal:
    """One negation of a claim: its offsets, where it stands in the claim (0 to 1), and the claim's text without it.

    ``is_finite`` says whether it denies what the clause states ("did not come"), rather than an infinitive or a
    participle ("asked them not to come") or what is waited for ("until she had not come").
    """

    cue: Span
    place: float
    text: str
    is_finite: bool = True


@attrs.frozen
class Negatives:
    """What a claim negates, and where (0 to 1) words stand that say no in another way.

    ``loose`` holds the places of what negates, but not the predicate of a clause: "without", "not to", «غير», «et non».
    ``ends_clauses`` says whether verbs end the clause in the claim's language, so that their places tell little beside another's.
    """

    removals: tuple[Removal, ...]
    loose: tuple[float, ...]
    implicit: tuple[float, ...]
    ends_clauses: bool = False


@lru_cache(maxsize=512)
def read_negatives(claim: Claim, settings: Settings) -> Negatives:
    """The negations of predicates in a claim, each with the text that is left without it.

    Examples
    --------
    >>> from claimcmp.records import Claim, Span
    >>> text = "The ministry didn't approve the sale"
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [removal.text for removal in read_negatives(claim, Settings()).removals]
    ['The ministry did approve the sale']
    """
    negators = load_negators(claim.language, settings.language_files)
    marks = load_finite_marks(claim.language, settings.language_files)
    words = read_words(claim.text, claim.language, settings)
    negations = find_negations(words, negators)
    acts = [negation for negation in negations if negation.is_act]
    removals = tuple(_remove(claim, words, negation, negators, is_finite(words, negation, marks, negators.openers)) for negation in acts)
    taken = {at for negation in negations for at in range(negation.first, negation.last)}
    taken |= {at for at, word in enumerate(words) if word.folded in negators.concord and any(is_beside(words, at, act) for act in acts)}
    loose = [negation.first for negation in negations if not negation.is_act]
    loose += [negation.first for negation, removal in zip(acts, removals, strict=True) if not removal.is_finite]
    loose += _find_listed(words, _load_listed(claim.language, "loose", settings.language_files), taken)
    implicit = _find_listed(words, _load_listed(claim.language, "implicit", settings.language_files), taken.union(loose))
    ends_clauses = get_table(claim.language, "attribution", settings.language_files).get("order") == "verb_final"
    loose_places, implicit_places = (tuple(sorted(at / len(words) for at in places)) for places in (loose, implicit))
    return Negatives(removals, loose_places, implicit_places, ends_clauses)


@attrs.frozen
class _Listed:
    """The entries of a list: one expression for those of one word, one for how phrases begin, one for the phrases of each number of words."""

    single: re.Pattern[str]
    first: re.Pattern[str]
    phrases: Mapping[int, re.Pattern[str]]


@lru_cache(maxsize=64)
def _load_listed(language: str, name: str, extra: tuple[Path, ...]) -> _Listed:
    entries: dict[int, list[str]] = {}
    for entry in get_table(language, "polarity", extra).get(name, ()):
        entries.setdefault(fold_phrase(entry.replace("*", "")).count(" ") + 1, []).append(entry)
    single = entries.pop(1, [])
    first = compile_stars(entry.split()[0] for listed in entries.values() for entry in listed)
    return _Listed(compile_stars(single), first, {size: compile_stars(listed) for size, listed in entries.items()})


def _find_listed(words: Sequence[Word], listed: _Listed, taken: Set[int]) -> list[int]:
    """Where the words stand of which a list holds some form, or which begin one of its phrases."""
    return [at for at in range(len(words)) if at not in taken and _is_listed(words, at, listed)]


def _is_listed(words: Sequence[Word], at: int, listed: _Listed) -> bool:
    if any(listed.single.fullmatch(form) for form in words[at].forms):
        return True
    return listed.first.fullmatch(words[at].folded) is not None and any(
        pattern.fullmatch(" ".join(word.folded for word in words[at : at + size])) for size, pattern in listed.phrases.items()
    )


def _affirm_written(word: Word, negators: Negators) -> str:
    """A word without the negation inside it, in the spelling of the text where folding changed no letter's place; empty for any other word."""
    affirmed, written = negators.inner.affirm(word.folded) or "", word.token.text
    if not affirmed or len(written) != len(word.folded):
        return affirmed
    kept = _count_shared(affirmed, word.folded)
    tail = min(_count_shared(affirmed[::-1], word.folded[::-1]), len(affirmed) - kept)
    return written[:kept] + affirmed[kept : len(affirmed) - tail] + written[len(written) - tail :]


def _count_shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _remove(claim: Claim, words: Sequence[Word], negation: Negation, negators: Negators, finite: bool) -> Removal:
    """The text without a negation, both of its parts, or with the verb that is left of one written inside a verb."""
    first, last = words[negation.first], words[negation.last - 1]
    changes = [(first.token.start, last.token.end, _affirm_written(first, negators) if first is last else "")]
    if negation.opener is not None:
        opener = words[negation.opener].token
        glued = _GLUED.match(opener.text)
        is_glued = (
            words[negation.opener].folded not in negators.openers
            and glued is not None
            and is_opener(words[negation.opener].folded, negators)
        )
        changes.append((opener.start, opener.start + glued.end() if is_glued and glued is not None else opener.end, ""))
    text = claim.text
    for start, end, kept in sorted(changes, reverse=True):
        text = text[:start] + kept + text[end:]
    span = Span(start=claim.span.start + first.token.start, end=claim.span.start + last.token.end)
    return Removal(span, negation.first / len(words), " ".join(text.split()), finite)
