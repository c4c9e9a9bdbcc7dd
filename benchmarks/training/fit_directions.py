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
from scipy.optimize import minimize
from scipy.special import log_softmax

from benchmarks.training.pair_data import GENERAL, NEWS, NOT_ENTAILED, Labelled, split_rows
from benchmarks.training.pair_rounds import STOPS
from claimcmp.pairmodel import load_pair_model
from claimcmp.records import Entailment, Probabilities
from claimcmp.verdicts import directions
from claimcmp.verdicts.directions import LABELS

FILE = Path(directions.__file__).with_name("directions.toml")
PENALTY = 0.002
"""Of the sum of the squares of the weights, beside the mean loss."""

NEWS_SHARE = 8.0
"""Weight of a headline in the fit for headlines, beside 1 for another statement without its stop: these show what is neutral."""

Floats = NDArray[np.float64]


def list_held(folder: Path | None) -> dict[str, list[tuple[Labelled, float]]]:
    """Held rows with their weights, for headlines and for statements."""
    general = [row for source in GENERAL for row in split_rows(folder, source)[1]]
    news = [row for source in NEWS for row in split_rows(folder, source)[1]]
    bare = [attrs.evolve(row, left=row.left.rstrip(STOPS), right=row.right.rstrip(STOPS)) for row in general[::6] if row.label in LABELS]
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


def fit_weights(rows: Sequence[tuple[Labelled, float]]) -> tuple[dict[str, Floats], float]:
    """``start``, ``larger`` and ``smaller``, a number for each label, and the share of rows that the fit reads right.

    A label's score depends on its own two log probabilities alone: eight
    numbers, which hold for languages that no row is in better than a full
    matrix does. "Not entailed" is neutral or contradiction.
    """
    logs = np.array([directions.measure_directions(each) for each in predict_both([row for row, _ in rows])])
    labels = np.array([(*LABELS, NOT_ENTAILED).index(row.label) for row, _ in rows])
    shares = np.array([weight for _, weight in rows])

    def score(numbers: Floats) -> Floats:
        return np.asarray(logs[..., 0] * np.exp(numbers[:3]) + logs[..., 1] * numbers[3:6] + np.append(numbers[6:], 0.0))

    def measure_loss(numbers: Floats) -> float:
        likely = log_softmax(score(numbers), axis=1)
        likely = np.hstack([likely, np.logaddexp(likely[:, 1], likely[:, 2])[:, None]])
        likelihood = (shares * likely[range(len(labels)), labels]).sum() / shares.sum()
        return float(PENALTY * (numbers[:6] ** 2).sum() - likelihood)

    found = minimize(measure_loss, np.zeros(8)).x
    right = score(found).argmax(axis=1) == labels
    fitted = {"start": np.append(found[6:], 0.0), "larger": np.exp(found[:3]), "smaller": found[3:6]}
    return fitted, float(right[labels < len(LABELS)].mean())


def fit_temperature(rows: Sequence[Labelled]) -> float:
    """The temperature, in steps of .05, that makes the labels of the rows most likely."""
    scores = load_pair_model().score_pairs([(row.left, row.right) for row in rows]).astype(float)
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
        print(f"{fit_temperature([row for row, _ in held['statements'] if row.label in LABELS]):.2f} {fit_temperature(news):.2f}")
        return
    lines = ["# Written by `python -m benchmarks.training.fit_directions`: for each label, entailment, neutral, contradiction, its start"]
    lines += ["# and the weights of the larger and of the smaller of its log probabilities.", ""]
    for name, rows in held.items():
        fitted, share = fit_weights(rows)
        print(f"{name}: {len(rows)} rows, {share:.3f} right")
        shown = [f"{kind} = [{', '.join(f'{value:.3f}' for value in row)}]" for kind, row in fitted.items()]
        lines += [f"[{name}]", *shown, ""]
    FILE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
