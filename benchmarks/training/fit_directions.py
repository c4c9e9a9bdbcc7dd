"""Fits temperatures of the pair model, and how its two directions are read together, on rows held out of training.

``python -m benchmarks.training.fit_directions --data DIR`` writes claimcmp/verdicts/directions.toml and prints the temperatures,
with which ``pack_pair_model`` is to be run first if they differ from those in the file.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.training.pair_data import GENERAL, NEWS, STOPS, Labelled, split_rows
from claimcmp.pairmodel import load_pair_model
from claimcmp.records import Entailment, Probabilities
from claimcmp.verdicts import directions
from claimcmp.verdicts.directions import LABELS

FILE = Path(directions.__file__).with_name("directions.toml")
STRENGTH = 0.3
"""Inverse strength of the L2 penalty."""

NEWS_SHARE = 3.0
"""Weight of a headline in the fit for headlines, beside 1 for another statement without its stop: these show what is neutral."""

Floats = NDArray[np.float64]


def list_held(folder: Path | None) -> dict[str, list[tuple[Labelled, float]]]:
    """Held rows with their weights, for headlines and for statements."""
    general = [row for source in GENERAL for row in split_rows(folder, source)[1] if row.label in LABELS]
    news = [row for source in NEWS for row in split_rows(folder, source)[1]]
    bare = [attrs.evolve(row, left=row.left.rstrip(STOPS), right=row.right.rstrip(STOPS)) for row in general[::6]]
    return {
        "headlines": [(row, NEWS_SHARE) for row in news] + [(row, 1.0) for row in bare],
        "statements": [(row, 1.0) for row in general],
    }


def predict_both(rows: Sequence[Labelled]) -> list[Entailment]:
    """What the pair model says of each row in both directions."""
    pairs = [(row.left, row.right) for row in rows]
    found = load_pair_model().predict([*pairs, *((right, left) for left, right in pairs)])
    made = [Probabilities(**dict(zip(LABELS, map(float, line), strict=True))) for line in found]
    return [Entailment(forward=f, backward=b) for f, b in zip(made[: len(rows)], made[len(rows) :], strict=True)]


def fit_weights(rows: Sequence[tuple[Labelled, float]]) -> tuple[Floats, Floats, float]:
    """Starts (3,), weights (3, 6) and the share of rows that the fit reads right."""
    features = np.array([directions.measure_directions(each) for each in predict_both([row for row, _ in rows])])
    labels = np.array([LABELS.index(row.label) for row, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(features, labels, sample_weight=[weight for _, weight in rows])
    return model.intercept_, model.coef_, float((model.predict(features) == labels).mean())


def fit_temperature(rows: Sequence[Labelled], head: int) -> float:
    """The temperature, in steps of .05, that makes the labels of the rows most likely; ``head`` 0 for statements, 1 for headlines."""
    scores = load_pair_model().score_pairs([(row.left, row.right) for row in rows])[:, head].astype(float)
    labels = np.array([LABELS.index(row.label) for row in rows])

    def measure_loss(temperature: float) -> float:
        scaled = scores / temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        return float(-(scaled[range(len(labels)), labels] - np.log(np.exp(scaled).sum(axis=1))).mean())

    return float(min(np.arange(0.5, 4.0, 0.05), key=measure_loss))


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of the labelled data")
    parser.add_argument("--temperatures", action="store_true", help="fit and print the temperatures, and nothing else")
    options = parser.parse_args(arguments)
    held = list_held(options.data)
    if options.temperatures:
        news = [row for row, weight in held["headlines"] if weight > 1]
        print(f"{fit_temperature([row for row, _ in held['statements']], 0):.2f} {fit_temperature(news, 1):.2f}")
        return
    lines = ["# Written by `python -m benchmarks.training.fit_directions`: for each label its start and its weights,"]
    lines += ["# on the larger log probabilities of entailment, neutral, contradiction, then on the smaller.", ""]
    for name, rows in held.items():
        starts, weights, share = fit_weights(rows)
        print(f"{name}: {len(rows)} rows, {share:.3f} right")
        shown = ",\n  ".join("[" + ", ".join(f"{value:.3f}" for value in row) + "]" for row in weights)
        lines += [f"[{name}]", f"start = [{', '.join(f'{value:.3f}' for value in starts)}]", f"weights = [\n  {shown},\n]", ""]
    FILE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
