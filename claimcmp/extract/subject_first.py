"""Reported speech where the subject comes before its verb (English and its like)."""

from __future__ import annotations

from claimcmp.extract.raw import RawClaim
from claimcmp.extract.view import Sentence


def read_subject_first(sentence: Sentence) -> list[RawClaim]:
    """The claims of one sentence, in order; the outlet's own ones included."""
    return [RawClaim(content=sentence.cover(0, sentence.end))]
