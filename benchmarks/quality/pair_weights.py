"""Where the weights of ``claimcmp.align.scores`` come from: ``python -m benchmarks.quality.pair_weights --data DIR``.

A logistic regression over the signals of all compared pairs of claims, with
weights that cannot be negative, fitted on the development sets together: the
golden texts of tests/golden, reports of one incident and of look-alike ones,
translations, and reports of different events. The shipped weights lie between
this fit and the same fit on the golden spans and whole sentences, rounded.
By hand, because the sets hold few or one-sided cases: ``denial``,
``certainty``, ``other_place`` and ``measures`` (few pairs), and what holds
between languages (translations meet one to one, reports do not), where only
the signals ending in ``_across`` and ``other_language`` are fitted and the
others kept. ``story`` is set by the share of listed pairs of reports of one
event that are found, ``order`` has its own model and no weight. The base is
about 1 higher than fitted: many of the negatives are unlisted true pairs.
Held-out data is never read.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any  # rows of foreign JSON files

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import claimcmp as cc
from benchmarks.quality.data import read_document, read_rows
from benchmarks.quality.gold import ROOT, load_gold
from benchmarks.quality.matching import count_shared
from claimcmp.align.scores import BASE, WEIGHTS

Example = tuple[dict[str, float], bool, float]
"""Signals of a pair, whether its claims tell of one point, and the weight of the example."""

_EVERYTHING = cc.Settings(min_candidate_score=0.0, max_exhaustive_pairs=10**7)
_RIDGE = 0.02
_TRANSLATIONS = (("en", "ar"), ("en", "ru"), ("ar", "fr"))
_DOCUMENTS = 12


def main() -> None:
    """Prints the fitted weight beside the shipped one, for every signal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of the labelled data")
    folder = parser.parse_args().data
    examples = [*_golden(), *_reports(Path(folder)), *_translations(Path(folder)), *_other_events(Path(folder))]
    names = [name for name in WEIGHTS if name != BASE]
    fitted = fit_weights(examples, names)
    print(f"{len(examples)} pairs, {sum(is_same for _, is_same, _ in examples)} on one point")
    for name, value in zip((BASE, *names), fitted.tolist(), strict=True):
        print(f"{name:16} fitted {value:6.2f}   shipped {WEIGHTS[name]:6.2f}")


def fit_weights(examples: Sequence[Example], names: Sequence[str]) -> NDArray[np.float64]:
    """The base and the weight of each signal, in log-odds for one unit of it."""
    signals = np.array([[1.0, *(found.get(name, 0.0) for name in names)] for found, _, _ in examples])
    wanted = np.array([is_same for _, is_same, _ in examples], dtype=np.float64)
    importance = np.array([weight for _, _, weight in examples])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        chance = np.clip(1 / (1 + np.exp(-(signals @ weights))), 1e-9, 1 - 1e-9)
        cost = -(importance * (wanted * np.log(chance) + (1 - wanted) * np.log(1 - chance))).sum()
        slope = signals.T @ (importance * (chance - wanted))
        penalty = np.concatenate([[0.0], weights[1:]])
        return float(cost + _RIDGE * (penalty**2).sum()), slope + 2 * _RIDGE * penalty

    free = {BASE, "other_language"}
    bounds = [(None, None) if name in free else (0.0, None) for name in (BASE, *names)]
    found: NDArray[np.float64] = minimize(loss, np.zeros(signals.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B").x
    return found


def _read_examples(articles: Sequence[cc.Article], is_same: Callable[[cc.Pair], bool], weight: float) -> Iterator[Example]:
    claims = [claim for article in articles for claim in cc.extract_claims(article)]
    for pair in cc.align_claims(cc.embed_claims(claims), settings=_EVERYTHING).candidates:
        # A contribution is a signal times its shipped weight.
        signals = {name: value / WEIGHTS[name] for name, value in pair.contributions.items() if name in WEIGHTS}
        yield signals, is_same(pair), weight


def _golden() -> Iterator[Example]:
    for path in sorted((ROOT / "tests" / "golden").glob("*/gold.toml")):
        gold = load_gold(path)
        pairs = [(gold.claims[pair.left], gold.claims[pair.right]) for pair in gold.pairs]

        def is_same(pair: cc.Pair, pairs: Sequence[Any] = pairs) -> bool:
            return any(
                _touches(pair.left, left.start, left.end)
                and _touches(pair.right, right.start, right.end)
                and pair.left.article_id == left.article_id
                for left, right in pairs
            )

        yield from _read_examples(gold.articles, is_same, 1.0)


def _reports(folder: Path) -> Iterator[Example]:
    data = read_document(folder, "outlets/xoutlet_en_dev.json")
    for case in [*data["pairs"], *data["negatives"]]:
        articles = [
            cc.Article(id=side, text=case[side]["text"], outlet=f"{case[side]['source']} ({side})", published=case[side]["date_iso"])
            for side in ("left", "right")
        ]

        def is_same(pair: cc.Pair, listed: Sequence[Any] = case.get("claim_pairs", ())) -> bool:
            return any(
                _touches(pair.left, row["left"]["start"], row["left"]["end"])
                and _touches(pair.right, row["right"]["start"], row["right"]["end"])
                for row in listed
            )

        yield from _read_examples(articles, is_same, 0.6 if "claim_pairs" in case else 1.0)


def _translations(folder: Path) -> Iterator[Example]:
    documents = [document["sentences"] for document in read_rows(folder, "parallel/ntrex.jsonl") if 6 <= len(document["sentences"]) <= 40]
    for number, sentences in enumerate(documents[:_DOCUMENTS]):
        for left, right in _TRANSLATIONS:
            foreign = documents[(number + 7) % len(documents)][: len(sentences) // 3]
            sides = [
                [row[left].strip() for row in sentences[: -len(sentences) // 4]],
                [row[right].strip() for row in [*sentences, *foreign]],
            ]
            articles = [
                cc.Article(id=str(side), text="\n".join(lines), outlet=str(side), language=language, published="2018-11-15")
                for side, (lines, language) in enumerate(zip(sides, (left, right), strict=True))
            ]

            def is_same(pair: cc.Pair, articles: Sequence[cc.Article] = articles) -> bool:
                lines = [
                    article.text.count("\n", 0, claim.span.start) for article, claim in zip(articles, (pair.left, pair.right), strict=True)
                ]
                return lines[0] == lines[1]

            yield from _read_examples(articles, is_same, 0.4)


def _other_events(folder: Path) -> Iterator[Example]:
    events = read_rows(folder, "outlets/basil_en.jsonl")[:_DOCUMENTS]
    for event, other in zip(events, [*events[1:], events[0]], strict=True):
        rows = (event["articles"][0], other["articles"][1])
        articles = [cc.Article(id=str(n), text=row["text"], outlet=str(n), published=row["published"][:10]) for n, row in enumerate(rows)]
        yield from _read_examples(articles, lambda pair: False, 0.15)


def _touches(claim: cc.Claim, start: int, end: int) -> bool:
    shorter = min(claim.span.end - claim.span.start, end - start)
    return count_shared((claim.span.start, claim.span.end), (start, end)) >= 0.5 * shorter


if __name__ == "__main__":
    main()
