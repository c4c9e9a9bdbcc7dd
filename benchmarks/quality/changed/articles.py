"""What stands before the name of a country and goes with it: articles in English and French, prepositions in French."""

from __future__ import annotations

import re

_ENGLISH = frozenset(["United States", "U.S.", "US", "USA", "United Kingdom", "UK", "Netherlands", "Philippines"])
"""Names with an article."""

_FRENCH_BARE = frozenset(["Cuba", "Israël", "Singapour"])
_FRENCH_MASCULINE_IN_E = frozenset(["Mexique"])
_VOWELS = tuple("AEÉIOUÎaeéiou")
_BEFORE_FRENCH = re.compile(r"(?<!\w)(?:(de la |de l['’])|(du |des |de |d['’])|(la |le |les |l['’])|(en |au |aux |à ))$", re.IGNORECASE)
_BEFORE_ENGLISH = re.compile(r"(?<!\w)the $", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?<!\w)an? $", re.IGNORECASE)
_OF_THE, _OF, _THE, _IN = range(1, 5)


def put_name(before: str, new: str, language: str) -> str:
    """The text before a country's name and the new name, joined as grammar has it.

    Examples
    --------
    >>> put_name("les bus de la ", "Iran", "fr"), put_name("en ", "Canada", "fr"), put_name("in the ", "Spain", "en")
    ("les bus de l'Iran", 'au Canada', 'in Spain')
    """
    if language == "en":
        found = _BEFORE_ENGLISH.search(before)
        if found is not None:
            return before[: found.start()] + (found.group() if new in _ENGLISH else "") + new
        return before + ("the " if new in _ENGLISH and before.endswith(" ") else "") + new
    found = _BEFORE_FRENCH.search(before) if language == "fr" else None
    if found is None or found.lastindex is None:
        return before + new
    word = _choose_french(found.lastindex, new)
    return before[: found.start()] + (word[:1].upper() + word[1:] if found.group()[0].isupper() else word) + new


def _choose_french(role: int, new: str) -> str:
    """The article or preposition before a French name: "the", "of", "of the", "in"."""
    has_vowel = new.startswith(_VOWELS)
    is_plural = new.endswith(("États-Unis", "Pays-Bas", "Philippines"))
    is_masculine = not new.endswith("e") or new in _FRENCH_MASCULINE_IN_E
    row = ("de la ", "de ", "la ", "en ") if not is_masculine else ("du ", "du ", "le ", "au ")
    if is_plural:
        row = ("des ", "des ", "les ", "aux ")
    elif new in _FRENCH_BARE:
        row = ("d'", "d'", "", "en ") if has_vowel else ("de ", "de ", "", "à ")
    elif has_vowel:
        row = ("de l'", "d'", "l'", "en ")
    return row[role - 1]


def fits(before: str, old: str, new: str) -> bool:
    """Whether an article that shows the sound behind it ("an", "l'") may stay before the new word."""
    is_shown = _INDEFINITE.search(before) is not None or before.endswith(("'", "’")) or before.lower().endswith((" le ", " la ", " de "))
    return not is_shown or old.startswith(_VOWELS) == new.startswith(_VOWELS)
