"""Whether pair scores are probabilities: of the pairs scored 0.7, seven in ten should be on one point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

import claimcmp as cc
from benchmarks.quality.data import Rows, read_rows
from benchmarks.quality.matching import divide
from benchmarks.quality.parallel import find_line, make_cases
from benchmarks.quality.tables import Row

BINS = 5
"""Bins of equal width; there are few pairs in the middle."""


@attrs.frozen
class Bin:
    """Pairs with scores from ``low`` up to the next bin: how many, their mean score, and the share on one point."""

    low: float
    count: int
    mean_score: float
    share_right: float


def score_pair_scores(folder: Path | None, languages: Sequence[str], limit: int, skip: int = 12) -> list[Row]:
    """Rows for at most ``limit`` documents after the first ``skip``; the shipped weights were fitted on the first 26, so skip those for a check."""
    documents = [d for d in read_rows(folder, "parallel/ntrex.jsonl") if 6 <= len(d["sentences"]) <= 40]
    scored = [pair for name in languages for pair in _score_documents(documents, name, range(skip, min(skip + limit, len(documents))))]
    bins = make_bins(scored)
    rows = [Row("pairs scored", len(scored)), Row("calibration error of the pair score", measure_error(bins), "<= 0.06")]
    return rows + [
        Row(f"scores from {b.low:.1f}: {b.count} pairs, mean score {b.mean_score:.2f}, on one point", b.share_right) for b in bins
    ]


def make_bins(scored: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold a pair, in order."""
    found = []
    for number in range(BINS):
        inside = [(score, is_right) for score, is_right in scored if min(BINS - 1, int(score * BINS)) == number]
        if inside:
            mean = divide(sum(score for score, _ in inside), len(inside))
            found.append(Bin(number / BINS, len(inside), mean, divide(sum(is_right for _, is_right in inside), len(inside))))
    return found


def measure_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error (Naeini et al. 2015): the mean distance of score and share, weighted by count."""
    return divide(sum(b.count * abs(b.mean_score - b.share_right) for b in bins), sum(b.count for b in bins))


def _score_documents(documents: Rows, languages: str, numbers: range) -> Iterator[tuple[float, bool]]:
    left, right = languages.split("-")
    for case in make_cases(documents, left, right, numbers):
        claims = [claim for article in case.articles for claim in cc.extract_claims(article)]
        for pair in cc.align_claims(cc.embed_claims(claims)).candidates:
            yield pair.score, (find_line(pair.left, case.left), find_line(pair.right, case.right)) in case.gold
