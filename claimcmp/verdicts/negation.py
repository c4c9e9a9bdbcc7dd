"""A negation on one side that the other side, in another language, has no counterpart of.

Words of two languages cannot be compared, so that a negation is weighed twice.
First by its kind: translations render negations by other negations and by
words that say no without negating ("refused", «غير»), and what those can
stand for is no difference. Then by taking it out: where the text without the
negation is nearer to the other side than the text with it, by the sentence
vectors, the other side affirms what is denied. (A bare likeness tells nothing:
a sentence is near to its negation. The *change* of likeness does.)
"""

from __future__ import annotations

from functools import cache, lru_cache

import attrs
import numpy as np

from claimcmp.embed.bundled import BundledEncoder
from claimcmp.embed.encoders import clean_text
from claimcmp.errors import MissingExtraError
from claimcmp.facets.affirmation import Negatives, Removal, read_negatives
from claimcmp.records import Claim, Difference, FacetName, Pair, Polarity, Relation
from claimcmp.settings import Settings

LONE_NEGATION = "conflict_negation"
"""Key of the rule that such a negation is a conflict."""

_MAX_REMOVALS = 3
"""Negations of one claim that are tried."""


@attrs.frozen
class LoneNegation:
    """A negation without counterpart, and by how much its removal brings the two sides nearer (a difference of cosines)."""

    difference: Difference
    gain: float


def find_lone_negation(pair: Pair, settings: Settings) -> LoneNegation | None:
    """The negation of one side that the other does not share, in another language; None where there is none.

    Swapping the pair swaps the sides of the difference. Without the bundled
    model (it has no Windows build) nothing is weighed, and nothing found.
    """
    left, right = pair.left, pair.right
    if left.language.split("-")[0] == right.language.split("-")[0] or pair.score < settings.min_point_score:
        return None
    sides = read_negatives(left, settings), read_negatives(right, settings)
    surplus = len(sides[0].removals) - len(sides[1].removals)
    if not surplus:
        return None
    denying, affirming = (left, right) if surplus > 0 else (right, left)
    own, other = sides if surplus > 0 else sides[::-1]
    free = [removal for removal in own.removals if not _is_absorbed(removal, own, other, settings)][:_MAX_REMOVALS]
    weighed = [(_weigh(denying.text, removal.text, affirming.text), removal) for removal in free]
    sure = [(gain, removal) for gain, removal in weighed if gain is not None]
    if not sure:
        return None
    gain, removal = max(sure, key=lambda row: (row[0], -row[1].cue.start))
    return LoneNegation(_difference(denying, affirming, removal, is_left=surplus > 0), gain)


def _is_absorbed(removal: Removal, own: Negatives, other: Negatives, settings: Settings) -> bool:
    """Whether, near the same place, the other side has more words that say no without negating."""
    counts = [sum(abs(place - removal.place) <= settings.max_negation_shift for place in side.implicit) for side in (own, other)]
    return counts[1] > counts[0]


@lru_cache(maxsize=1024)
def _weigh(text: str, without: str, other: str) -> float | None:
    encoder = _load_encoder()
    if encoder is None:
        return None
    vectors = encoder.encode([clean_text(item) for item in (text, without, other)]).astype(np.float64)
    return round(float((vectors[1] - vectors[0]) @ vectors[2]), 5)


@cache
def _load_encoder() -> BundledEncoder | None:
    """The bundled model; None where it is not installed."""
    try:
        return BundledEncoder()
    except MissingExtraError:
        return None


def _difference(denying: Claim, affirming: Claim, removal: Removal, *, is_left: bool) -> Difference:
    facet = next((f for f in denying.facets if isinstance(f, Polarity) and f.span == removal.cue), None)
    denied, affirmed = facet or removal.cue, affirming.span
    note = f"{'left' if is_left else 'right'} denies what {'right' if is_left else 'left'} affirms"
    left, right = (denied, affirmed) if is_left else (affirmed, denied)
    return Difference(facet=FacetName.POLARITY, relation=Relation.CONFLICTING, left=left, right=right, note=note)


def add_negation(differences: tuple[Difference, ...], negation: LoneNegation) -> tuple[Difference, ...]:
    """The differences with the lone negation as a conflict, in the place of what was said of that negation before."""
    added = negation.difference
    facets = {id(facet) for facet in (added.left, added.right)}
    kept = [d for d in differences if d.facet is not FacetName.POLARITY or facets.isdisjoint({id(d.left), id(d.right)} - {id(None)})]
    at = next((i for i, d in enumerate(kept) if list(FacetName).index(d.facet) > list(FacetName).index(FacetName.POLARITY)), len(kept))
    return (*kept[:at], added, *kept[at:])
