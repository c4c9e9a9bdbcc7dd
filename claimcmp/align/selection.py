"""Which scored pairs are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimcmp.records import Pair
from claimcmp.settings import Settings


def select_pairs(candidates: Iterable[Pair], *, settings: Settings | None = None) -> tuple[Pair, ...]:
    """The pairs to judge, best first: those scored high enough and ranked high enough for both claims.

    A claim may be paired with several claims of another article, up to
    ``Settings.max_pairs_per_claim``. Give ``Alignment.candidates`` to select
    again under other settings, without embedding or scoring anew.
    """
    settings = settings or Settings()
    taken: Counter[tuple[str, str]] = Counter()
    kept = []
    for pair in sorted(candidates, key=rank_key):
        ends = ((pair.left.id, pair.right.article_id), (pair.right.id, pair.left.article_id))
        if pair.score < settings.min_pair_score:
            break
        if all(taken[end] < settings.max_pairs_per_claim for end in ends):
            taken.update(ends)
            kept.append(pair)
    return tuple(kept)


def rank_key(pair: Pair) -> tuple[float, str, str]:
    """Sorts pairs best first; ties by claim ids, whichever side they are on."""
    first, second = sorted((pair.left.id, pair.right.id))
    return (-pair.score, first, second)
