"""Figures that count only some of those whom another figure counts.

"58 were injured" and "12 of the injured were flown out" do not contradict each
other, nor do a toll and what a country says of its own citizens. Which words
tell what became of some, or how badly they were hurt, is language data (``parts``
and ``others`` in ``[numbers]``); whose citizens they are is told by nationality and source.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from claimcmp.facets.naming_words import list_source_texts
from claimcmp.facets.nation import find_nations
from claimcmp.facets.phrases import PhraseIndex, Word, get_table, read_words
from claimcmp.facets.place import find_demonym
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.records import Claim, Difference, Pair, Quantity
from claimcmp.settings import Settings
from claimcmp.text.stars import fold_phrase

_BACK, _FORTH = 3, 7
"""Words before and behind a figure that can tell of whom it counts."""

_BESIDE = 2
"""Words from a figure to the nationality of those counted, beyond the noun."""

_MARKS = frozenset(".,;:!?،؛؟()")


def counts_a_share(difference: Difference, pair: Pair, settings: Settings) -> bool:
    """Whether the smaller of two figures counts some of those whom the larger may count, by words that stand by the smaller alone."""
    left, right = difference.left, difference.right
    if not isinstance(left, Quantity) or not isinstance(right, Quantity) or left.unit is not None or right.unit is not None:
        return False
    sides = sorted(((left, pair.left), (right, pair.right)), key=lambda side: (side[0].low or 0.0, side[0].high or 0.0))
    near = [_read_near(figure, claim, settings) for figure, claim in sides]
    if _is_one_more(left, right) and _has_phrase(near[0], sides[0][1].language, "others", settings):
        return True
    marked = [_has_phrase(words, claim.language, "parts", settings) for words, (_, claim) in zip(near, sides, strict=True)]
    if marked[0]:
        return not marked[1]
    own, other = (_list_own(words, claim, settings) for words, (_, claim) in zip(near, sides, strict=True))
    return bool(own - other - _list_source_nations(sides[1][1], settings))


def _read_near(figure: Quantity, claim: Claim, settings: Settings) -> tuple[Word, ...]:
    """The words around a figure up to the marks of its clause."""
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    first = next((i for i, word in enumerate(words) if word.token.end > figure.span.start), len(words))
    last = next((i for i, word in enumerate(words) if word.token.start >= figure.span.end), len(words))
    before = next((i + 1 for i in range(first - 1, max(first - _BACK, 0) - 1, -1) if _ends_reach(words[i])), max(first - _BACK, 0))
    behind = next((i for i in range(last, min(last + _FORTH, len(words))) if _ends_reach(words[i])), min(last + _FORTH, len(words)))
    return tuple(words[before:behind])


def _ends_reach(word: Word) -> bool:
    return word.token.text in _MARKS or word.token.text[0].isdigit()


def _is_one_more(left: Quantity, right: Quantity) -> bool:
    """Whether one figure is the other and one: "she and 11 others", "a dozen"."""
    ends = [figure.low for figure in (left, right) if figure.low is not None and figure.low == figure.high]
    return len(ends) > 1 and abs(ends[0] - ends[1]) == 1


def _has_phrase(words: tuple[Word, ...], language: str, name: str, settings: Settings) -> bool:
    phrases = _load_phrases(language, name, settings.language_files)
    return any(phrases.match(words, at) is not None for at in range(len(words)))


@lru_cache(maxsize=64)
def _load_phrases(language: str, name: str, extra: tuple[Path, ...]) -> PhraseIndex[bool]:
    return PhraseIndex((fold_phrase(phrase), True) for phrase in get_table(language, "numbers", extra).get(name, ()))


def _list_own(words: tuple[Word, ...], claim: Claim, settings: Settings) -> frozenset[str]:
    """The nationalities by a figure that are its source's own."""
    gazetteer = load_gazetteer(claim.language, settings.language_files)
    named = {nation for word in words[: _BACK + 1 + _BESIDE] if (nation := find_demonym(word, gazetteer)) is not None}
    return _list_source_nations(claim, settings) & named


def _list_source_nations(claim: Claim, settings: Settings) -> frozenset[str]:
    """The countries that a claim's sources are called after."""
    texts = list_source_texts(claim)
    found = (mention for text in texts for mention in find_nations(text, 0, claim.language, settings.language_files))
    return frozenset(country for mention in found for country in mention.countries)
