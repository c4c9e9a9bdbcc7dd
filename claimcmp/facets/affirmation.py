"""A claim's negations beside its words that say no without negating, and the claim with one negation taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.negators import Negation, Negators, find_negations, is_opener, load_negators
from claimcmp.facets.phrases import Word, fold_phrase, get_table, read_words
from claimcmp.records import Claim, Span
from claimcmp.settings import Settings

_GLUED = re.compile(r"^\w+['’]")
"""The first part of a negation written with the next word: «n'a»."""


@attrs.frozen
class Removal:
    """One negation of a claim: its offsets, where it stands in the claim (0 to 1), and the claim's text without it."""

    cue: Span
    place: float
    text: str


@attrs.frozen
class Negatives:
    """What a claim negates, and where (0 to 1) words stand that say no in another way."""

    removals: tuple[Removal, ...]
    implicit: tuple[float, ...]


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
    words = read_words(claim.text, claim.language, settings)
    negations = find_negations(words, negators)
    acts = [negation for negation in negations if negation.is_act]
    taken = {at for negation in acts for at in range(negation.first, negation.last)}
    implicit = _load_implicit(claim.language, settings.language_files)
    others = [at for at in range(len(words)) if at not in taken and _is_implicit(words, at, implicit)]
    others += [negation.first for negation in negations if not negation.is_act and negation.first not in others]
    return Negatives(tuple(_remove(claim, words, negation, negators) for negation in acts), tuple(sorted(at / len(words) for at in others)))


@lru_cache(maxsize=32)
def _load_implicit(language: str, extra: tuple[Path, ...]) -> tuple[re.Pattern[str], frozenset[tuple[str, ...]]]:
    """The one-word entries as one expression, and the phrases."""
    entries = get_table(language, "polarity", extra).get("implicit", ())
    single = [entry for entry in entries if " " not in entry]
    stars = ["\\w*".join(re.escape(fold_phrase(part)) if part else "" for part in entry.split("*")) for entry in single]
    return re.compile("|".join(stars) or r"(?!)"), frozenset(tuple(fold_phrase(entry).split(" ")) for entry in entries if " " in entry)


def _is_implicit(words: Sequence[Word], at: int, implicit: tuple[re.Pattern[str], frozenset[tuple[str, ...]]]) -> bool:
    pattern, phrases = implicit
    if any(pattern.fullmatch(form) for form in words[at].forms):
        return True
    return any(tuple(word.folded for word in words[at : at + len(phrase)]) == phrase for phrase in phrases)


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


def _remove(claim: Claim, words: Sequence[Word], negation: Negation, negators: Negators) -> Removal:
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
    return Removal(span, negation.first / len(words), " ".join(text.split()))
