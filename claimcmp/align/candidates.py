"""Which claims are compared at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from claimcmp.align.evidence import Evidence
from claimcmp.records import Claim
from claimcmp.settings import Settings

_BLOCK = 1024
"""Rows of the similarity matrix held at once."""

Block = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]


def find_blocks(
    claims: Sequence[Claim], vectors: NDArray[np.float32], evidence: Sequence[Evidence], settings: Settings, *, within_outlet: bool
) -> Iterator[Block]:
    """For each two articles the rows of their claims and which of them to compare, shape ``(n_left, n_right)``.

    Up to ``Settings.max_exhaustive_pairs`` possible pairs, every claim is
    compared with every claim of other outlets. Past it, with those that share
    a rare name, place, number or word, and with its nearest neighbours, found
    exactly (Johnson et al. 2019: exact search is fast enough below millions).
    Articles come in the order of their ids, so that the order in which they
    were given changes nothing.
    """
    articles = _group_by_article(claims)
    comparable = [
        (left, right) for left, right in combinations(sorted(articles), 2) if within_outlet or _are_rivals(claims, articles, left, right)
    ]
    if within_outlet:
        comparable += [(article, article) for article in sorted(articles)]
    if sum(len(articles[left]) * len(articles[right]) for left, right in comparable) <= settings.max_exhaustive_pairs:
        wanted = None
    else:
        wanted = _find_neighbours(claims, vectors, settings) | _find_shared_terms(evidence, settings)
    for left, right in comparable:
        rows, columns = articles[left], articles[right]
        mask = np.ones((len(rows), len(columns)), dtype=np.bool_) if wanted is None else _mask(rows, columns, wanted)
        if left == right:
            mask = np.triu(mask, 1)
        if mask.any():
            yield rows, columns, mask


def _group_by_article(claims: Sequence[Claim]) -> dict[str, NDArray[np.intp]]:
    """Rows of the claims of each article, in the order of the text."""
    found: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(claims)), key=lambda n: (claims[n].span.start, claims[n].span.end, claims[n].id)):
        found[claims[number].article_id].append(number)
    return {article: np.array(numbers, dtype=np.intp) for article, numbers in found.items()}


def _are_rivals(claims: Sequence[Claim], articles: dict[str, NDArray[np.intp]], left: str, right: str) -> bool:
    ours, theirs = claims[articles[left][0]].outlet, claims[articles[right][0]].outlet
    return ours is None or theirs is None or ours != theirs


def _find_neighbours(claims: Sequence[Claim], vectors: NDArray[np.float32], settings: Settings) -> set[tuple[int, int]]:
    names = {article: number for number, article in enumerate(sorted({claim.article_id for claim in claims}))}
    article = np.array([names[claim.article_id] for claim in claims])
    count = min(settings.max_neighbours, len(claims) - 1)
    found: set[tuple[int, int]] = set()
    for start in range(0, len(claims), _BLOCK):
        rows = np.arange(start, min(start + _BLOCK, len(claims)))
        cosines = vectors[rows] @ vectors.T
        cosines[article[rows][:, None] == article[None]] = -np.inf
        nearest = np.argpartition(-cosines, count - 1, axis=1)[:, :count]
        found.update((min(int(i), int(j)), max(int(i), int(j))) for i, near in zip(rows, nearest, strict=True) for j in near)
    return found


def _find_shared_terms(evidence: Sequence[Evidence], settings: Settings) -> set[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(evidence):
        for term in item.terms():
            holders[term].append(number)
    return {pair for numbers in holders.values() if len(numbers) <= settings.max_term_claims for pair in combinations(numbers, 2)}


def _mask(rows: NDArray[np.intp], columns: NDArray[np.intp], wanted: set[tuple[int, int]]) -> NDArray[np.bool_]:
    return np.array([[(min(i, j), max(i, j)) in wanted for j in columns.tolist()] for i in rows.tolist()], dtype=np.bool_)
