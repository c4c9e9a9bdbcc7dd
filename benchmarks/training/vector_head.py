"""The plain alternative to the pair model: logistic regression on the sentence vectors of both sides.

``python -m benchmarks.training.vector_head --data DIR``; docs/pair-model.md has the figures beside those of the pair model.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from benchmarks.quality.data import Rows, read_rows
from claimcmp.embed import BundledEncoder

TRIALS = (
    ("ans_ar_train", "ans_ar_dev"),
    ("farstail_fa_train", "farstail_fa_val"),
    ("mnli_en_dev", "xnli_en_dev"),
    ("mnli_en_dev", "xnli_ar_dev"),
)
"""Trained on the first set, measured on the second; MNLI is cut to ``MAX_ROWS`` rows."""

MAX_ROWS = 5000


def join_vectors(rows: Rows, encoder: BundledEncoder) -> NDArray[np.float32]:
    """Both vectors u and v, their distance and their product for each row: (rows, 4 x dim)."""
    left, right = (np.asarray(encoder.encode([row[side] for row in rows])) for side in ("a", "b"))
    return np.hstack([left, right, np.abs(left - right), left * right])


def score_head(folder: Path | None, train: str, test: str) -> dict[str, float]:
    """Accuracy and macro-F1 of the head on one set, trained on another; ANS is measured without its few neutral rows."""
    encoder = BundledEncoder()
    learnt, asked = (read_rows(folder, f"relation/{name}.jsonl")[:MAX_ROWS] for name in (train, test))
    if test.startswith("ans"):
        asked = [row for row in asked if row["label"] != "neutral"]
    head = LogisticRegression(max_iter=2000, C=1.0).fit(join_vectors(learnt, encoder), [row["label"] for row in learnt])
    got, gold = head.predict(join_vectors(asked, encoder)), [row["label"] for row in asked]
    macro = f1_score(gold, got, labels=sorted(set(gold)), average="macro")
    return {"accuracy": float(np.mean(got == np.array(gold))), "macro-F1": float(macro)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of each trial."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of the labelled data")
    options = parser.parse_args(arguments)
    for train, test in TRIALS:
        figures = score_head(options.data, train, test)
        print(f"{train} -> {test}: " + ", ".join(f"{name} {value:.3f}" for name, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
