"""Whether two claims carry one agency's words: long stretches in common, small edits included.

Shingles (runs of a few words) and their containment in the shorter text are the usual measure of reused text
(Broder 1997, on the resemblance and containment of documents); newsroom edits change words here and there, so
the similarity of the whole word sequences counts as well (Clough et al. 2002, METER, on reuse of agency copy).
"""

from __future__ import annotations

from claimcmp.records import Claim, Mode, Quotation, SourceKind
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import covers
from claimcmp.verdicts.overlap import Overlap

_SHINGLE = 4
"""Words of a shingle: shorter ones are idioms."""

_MIN_SHINGLES = 6
"""Shingles that a text needs: one phrase in common is no common copy."""


def is_shared_copy(left: Claim, right: Claim, overlap: Overlap, settings: Settings) -> bool:
    """Whether both sides carry the same agency's words, as far as the words tell.

    Nearly the same sequence of words (``min_copy_score``), or most shingles of
    the shorter side in the longer one (``min_copy_containment``); fewer where
    both articles credit one agency (``min_credited_containment``). Words that
    both sides quote of somebody named are that speaker's, and prove no common copy.
    """
    if not overlap.is_same_language or min(len(overlap.left_words), len(overlap.right_words)) < settings.min_copy_words:
        return False
    is_credited = not set(left.agencies).isdisjoint(right.agencies)
    if not is_credited and all(_is_quoted(claim) and _is_named(claim) for claim in (left, right)):
        return False
    if overlap.copy >= settings.min_copy_score:
        return True
    least = settings.min_credited_containment if is_credited else settings.min_copy_containment
    return measure_containment(left, right) >= least


def measure_containment(left: Claim, right: Claim) -> float:
    """The share of the shorter side's shingles that the longer side has, in [0, 1]; 0 for sides too short to tell."""
    shingles = [_read_shingles(claim) for claim in (left, right)]
    smaller = min(map(len, shingles))
    return len(shingles[0] & shingles[1]) / smaller if smaller >= _MIN_SHINGLES else 0.0


def _read_shingles(claim: Claim) -> frozenset[tuple[str, ...]]:
    words = [token.folded for token in tokenize(claim.text) if token.is_word]
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _is_named(claim: Claim) -> bool:
    speaker = claim.attribution.speaker
    return speaker is not None and speaker.kind is not SourceKind.ANONYMOUS


def _is_quoted(claim: Claim) -> bool:
    """Whether most words of a claim stand in quotation marks."""
    if claim.attribution.mode is Mode.DIRECT:
        return True
    quotations = [facet.span for facet in claim.facets if isinstance(facet, Quotation)]
    words = [token for token in tokenize(claim.text, claim.span.start) if token.is_word]
    return 2 * sum(any(covers(span, word.span) for span in quotations) for word in words) > len(words)
