"""Average-linkage clustering of a sparse graph."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable

_SCALE = 10_000
"""Scores are summed as whole ten-thousandths, so that sums do not depend on their order."""


def link_average(edges: Iterable[tuple[str, str, float]], min_score: float) -> list[list[str]]:
    """Clusters of two or more nodes whose mean score stays at least ``min_score``, members and clusters sorted.

    Agglomerative clustering with average linkage (UPGMA, Sokal and Michener
    1958): the two clusters with the highest mean score between their members
    are merged until none reaches ``min_score``; nodes without an edge count as
    0. Unlike connected components it does not chain: a node near to one member
    of a large cluster does not join it. The graph is kept sparse, so that
    n nodes with e edges take about e log e steps instead of n²; nothing but
    the scores and names of nodes decides, so the order of edges is irrelevant.

    Examples
    --------
    >>> link_average([("a", "b", 0.9), ("b", "c", 0.6)], 0.5)
    [['a', 'b']]
    """
    sums: dict[str, dict[str, int]] = defaultdict(dict)
    for a, b, score in edges:
        sums[a][b] = sums[b][a] = round(score * _SCALE)
    members = {node: [node] for node in sums}

    def entry(a: str, b: str) -> tuple[float, str, str]:
        return (-sums[a][b] / (len(members[a]) * len(members[b])), min(a, b), max(a, b))

    heap = [entry(a, b) for a in sums for b in sums[a] if a < b]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= min_score * _SCALE:
        found = heapq.heappop(heap)
        _, a, b = found
        if b not in sums.get(a, ()) or found != entry(a, b):
            continue  # one of the two has grown or gone since
        members[a] += members.pop(b)
        for other, total in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0) + total
        for other in sums[a]:
            heapq.heappush(heap, entry(a, other))
    return sorted(sorted(nodes) for nodes in members.values() if len(nodes) > 1)
