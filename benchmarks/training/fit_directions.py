"""Fits temperatures of the pair model, and how its two directions are read together, on rows held out of training.

``python -m benchmarks.training.fit_directions --data DIR`` writes claimcmp/verdicts/directions.toml; with
``--temperatures`` it prints these, with which ``pack_pair_model`` is to be run first if they differ from those in the file.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, log_softmax

from benchmarks.training.pair_data import GENERAL, NEWS, NOT_ENTAILED, Labelled, split_rows
from benchmarks.training.pair_rounds import pair_with_other, strip_stops
from claimcmp.pairmodel import load_pair_model
from claimcmp.verdicts import directions
from claimcmp.verdicts.directions import LABELS, LEAST_LOG, DirectionWeights
from claimcmp.verdicts.entailment import predict_texts

FILE = Path(directions.__file__).with_name("directions.toml")
PENALTY = 0.01
"""Of the squares of how far the weights lie from ``PRIOR``, beside the mean loss."""

PRIOR = np.array([2.0, *[0.5] * 3, *[0.25] * 6, 0.0, 0.0])
"""Half of what the leaning mean says and half of the plain mean: steepness, the weights of each label, the starts."""

OTHERS_SHARE = 0.25
"""Weight of a headline beside one of another story, where 1 is that of two that tell of one event."""

BARE_SHARE = 0.05
"""Weight of a statement without its stop in the fit for headlines."""

LANGUAGES = ("en", "fa", "id")
"""Languages of more than 2,000 training rows of sentences with three labels."""

ELSEWHERE = (0.0, -0.2, 0.0)
"""Taken off what is neutral in other languages and between two. Set, in steps of a tenth, on 400 development rows of XNLI in five
languages and one mixed pair: no set that trains what is shipped shows it."""

Floats = NDArray[np.float64]


def list_held(folder: Path | None) -> dict[str, list[tuple[Labelled, float]]]:
    """Held rows with their weights, for headlines and for statements."""
    rng = random.Random(1)
    general = [row for source in GENERAL for row in split_rows(folder, source)[1]]
    trained, news = (list(chain.from_iterable(parts)) for parts in zip(*(split_rows(folder, source) for source in NEWS), strict=True))
    others = [pair_with_other(row, trained, rng) for row in news]
    bare = [strip_stops(row) for row in general[::6] if row.label in LABELS]
    return {
        "headlines": [(row, 1.0) for row in news] + [(row, OTHERS_SHARE) for row in others] + [(row, BARE_SHARE) for row in bare],
        "statements": [(row, 1.0) for row in general],
    }


def fit_weights(rows: Sequence[tuple[Labelled, float]]) -> tuple[DirectionWeights, float]:
    """The weights, and the share of rows that they read right.

    A label's score depends on its own log probabilities alone: twelve
    numbers, which hold for languages that no row is in better than a full
    matrix does. "Not entailed" is neutral or contradiction.
    """
    read = predict_texts(load_pair_model(), [(row.left, row.right) for row, _ in rows])
    logs = np.log(np.maximum([[attrs.astuple(each.forward), attrs.astuple(each.backward)] for each in read], np.exp(LEAST_LOG)))
    ratios = np.log([len(row.left) / len(row.right) for row, _ in rows])
    labels = np.array([(*LABELS, NOT_ENTAILED).index(row.label) for row, _ in rows])
    shares = np.array([weight for _, weight in rows])

    def score(numbers: Floats) -> Floats:
        lean = expit(numbers[0] * ratios)[:, None]
        leaning = lean * logs[:, 0] + (1 - lean) * logs[:, 1]
        parts = numbers[1:10].reshape(3, 3)
        return np.asarray(leaning * parts[0] + logs.max(axis=1) * parts[1] + logs.min(axis=1) * parts[2] + np.append(numbers[10:], 0.0))

    def measure_loss(numbers: Floats) -> float:
        likely = log_softmax(score(numbers), axis=1)
        likely = np.hstack([likely, np.logaddexp(likely[:, 1], likely[:, 2])[:, None]])
        likelihood = (shares * likely[range(len(labels)), labels]).sum() / shares.sum()
        return float(PENALTY * ((numbers - PRIOR) ** 2).sum() - likelihood)

    found = minimize(measure_loss, PRIOR).x
    right = score(found).argmax(axis=1) == labels
    steepness, *weights = map(float, found)
    leaning, larger, smaller = (tuple(weights[at : at + 3]) for at in (0, 3, 6))
    start = (*weights[9:], 0.0)
    fitted = DirectionWeights(steepness=steepness, start=start, leaning=leaning, larger=larger, smaller=smaller)
    return fitted, float(right[labels < len(LABELS)].mean())


def write_row(name: str, value: float | tuple[float, ...] | tuple[str, ...]) -> str:
    """One line of TOML."""
    if isinstance(value, float):
        return f"{name} = {value:.3f}"
    return f"{name} = [{', '.join(f'{each:.3f}' if isinstance(each, float) else json.dumps(each) for each in value)}]"


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
        news = [row for row, weight in held["headlines"] if weight == 1]
        print(f"{fit_temperature([row for row, _ in held['statements'] if row.label in LABELS]):.2f} {fit_temperature(news):.2f}")
        return
    lines = ["# Written by `python -m benchmarks.training.fit_directions`; the numbers of a row are those of entailment, neutral,"]
    lines += ["# contradiction. claimcmp/verdicts/directions.py tells how they are used.", ""]
    for name, rows in held.items():
        fitted, share = fit_weights(rows)
        if name == "statements":
            fitted = attrs.evolve(fitted, languages=LANGUAGES, elsewhere=ELSEWHERE)
        print(f"{name}: {len(rows)} rows, {share:.3f} right")
        lines += [f"[{name}]", *(write_row(kind, value) for kind, value in attrs.asdict(fitted, recurse=False).items() if value), ""]
    FILE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
