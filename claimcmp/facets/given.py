"""Given names of one script in another, by their sound."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from claimcmp.facets.actor_names import load_actor_tables
from claimcmp.text.names import count_consonants, is_arabic, name_key, name_similarity

_REFERENCE = "en"
"""The language with the longest list of given names."""

_SHORTEST = 2
"""Consonants from which a given name may be told by its sound at all."""

_MIN_SPELLED = 3
"""Consonants from which a word of another script that is spelled like a given name is taken for it."""

_MIN_ALIKE = 0.9
"""Likeness of such a word to the name, vowels included."""


@lru_cache(maxsize=8)
def load_given_sounds(extra: tuple[Path, ...] = (), *, has_arabic: bool = True) -> Mapping[str, tuple[str, ...]]:
    """The folded given names listed in English by their consonants, where there are enough to tell.

    ``has_arabic`` counts those that are words of Arabic or Persian, which in that script sound like other words.

    Examples
    --------
    >>> "kenneth" in load_given_sounds()[name_key("Kenneth")]
    True
    """
    found: dict[str, tuple[str, ...]] = {}
    tables = load_actor_tables(_REFERENCE, extra)
    for name in sorted(tables.given if has_arabic else tables.given - tables.arabic_given):
        if count_consonants(name) >= _SHORTEST:
            found[name_key(name)] = (*found.get(name_key(name), ()), name)
    return found


@lru_cache(maxsize=20_000)
def is_spelled_given(folded: str, extra: tuple[Path, ...] = ()) -> bool:
    """Whether a folded word of another script than Latin is a given name that is listed in English.

    Examples
    --------
    >>> is_spelled_given("фредерик"), is_spelled_given("комитет"), is_spelled_given("frederick")
    (True, False, False)
    """
    if folded.isascii() or count_consonants(folded) < _MIN_SPELLED:
        return False
    listed = load_given_sounds(extra, has_arabic=not is_arabic(folded))
    return any(name_similarity(folded, name) >= _MIN_ALIKE for name in listed.get(name_key(folded), ()))
