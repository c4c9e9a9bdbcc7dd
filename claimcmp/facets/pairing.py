"""Which facet of one claim goes with which of the other."""

from __future__ import annotations

from collections.abc import Iterable

from claimcmp.records import Relation

MATCH_RANK = {Relation.SAME: 0, Relation.LEFT_MORE_PRECISE: 1, Relation.RIGHT_MORE_PRECISE: 1, Relation.COMPATIBLE: 2}
"""The relations of two facets that fit together, best first."""

Candidate = tuple[int, int, int, int, Relation]
"""Rank of the relation, distance in order, left index, right index, relation."""


def pair_greedily(
    candidates: Iterable[Candidate], n_left: int, n_right: int
) -> tuple[list[tuple[int, int, Relation]], list[int], list[int]]:
    """The best pairs, each index used once, in left order; then the left and the right indices left over.

    Examples
    --------
    >>> pair_greedily([(0, 1, 0, 1, Relation.SAME), (2, 0, 0, 0, Relation.COMPATIBLE)], 1, 2)
    ([(0, 1, <Relation.SAME: 'same'>)], [], [0])
    """
    pairs: list[tuple[int, int, Relation]] = []
    lefts, rights = set(range(n_left)), set(range(n_right))
    for _, _, i, j, relation in sorted(candidates):
        if i in lefts and j in rights:
            lefts.remove(i)
            rights.remove(j)
            pairs.append((i, j, relation))
    return sorted(pairs), sorted(lefts), sorted(rights)
