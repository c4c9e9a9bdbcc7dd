"""Average-linkage clustering of a sparse graph."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

_SCALE = 10_000
"""Scores are summed as whole ten-thousandths, so that sums do not depend on their order."""


def link_average(edges: Iterable[tuple[str, str, float]], min_score: float, article_of: Mapping[str, str]) -> list[list[str]]:
    """Clusters of two or more nodes whose mean score stays at least ``min_score``, members and clusters sorted.

    Agglomerative clustering with average linkage (UPGMA, Sokal and Michener
    1958): the two clusters with the highest mean score between their members
    are merged until none reaches ``min_score``. Two nodes without an edge count
    as 0, or not at all when they are of one article, whose claims were not
    compared. Unlike connected components it does not chain: a node near to one
    member of a large cluster does not join it. The graph is kept sparse, so
    that e edges take about e log e steps; nothing but scores and names decides,
    so the order of edges is irrelevant.

    Examples
    --------
    >>> link_average([("a", "b", 0.9), ("b", "c", 0.6)], 0.5, {"a": "x", "b": "y", "c": "z"})
    [['a', 'b']]
    >>> link_average([("a", "b", 0.9), ("b", "c", 0.6)], 0.5, {"a": "x", "b": "y", "c": "x"})
    [['a', 'b', 'c']]
    """
    sums: dict[str, dict[str, int]] = defaultdict(dict)
    for a, b, score in edges:
        sums[a][b] = sums[b][a] = round(score * _SCALE)
    members = {node: [node] for node in sums}
    articles = {node: Counter({article_of[node]: 1}) for node in sums}

    def entry(a: str, b: str) -> tuple[float, str, str]:
        uncompared = sum(count * articles[b][article] for article, count in articles[a].items())
        # Edges inside an article exist only where its claims were compared too.
        compared = max(1, len(members[a]) * len(members[b]) - uncompared)
        return (-sums[a][b] / compared, min(a, b), max(a, b))

    heap = [entry(a, b) for a in sums for b in sums[a] if a < b]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= min_score * _SCALE:
        found = heapq.heappop(heap)
        _, a, b = found
        if b not in sums.get(a, ()) or found != entry(a, b):
            continue  # one of the two has grown or gone since
        members[a] += members.pop(b)
        articles[a] += articles.pop(b)
        for other, total in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0) + total
        for other in sums[a]:
            heapq.heappush(heap, entry(a, other))
    return sorted(sorted(nodes) for nodes in members.values() if len(nodes) > 1)
