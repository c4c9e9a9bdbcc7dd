"""Where ``claimcmp/verdicts/negation.toml`` comes from: ``python -m benchmarks.quality.negation_weights --data DIR``.

Negations that only one side of a translation has, in the first ``DOCUMENTS``
documents: those that translators left without a counterpart in kind (an honest
translation, no conflict), and those of edited sentences
(:mod:`benchmarks.quality.changed.negation`). A logistic regression tells them
apart, once without the pair model and once with it; the other documents are
left for measuring. The means of the languages are those of every ``EVERY``-th
sentence of the first ``MEANS``, and stay as they are unless ``--means`` is given.
"""

from __future__ import annotations

import argparse
import base64
import os
from collections.abc import Iterator, Mapping
from itertools import combinations, permutations
from pathlib import Path
from random import Random

import attrs
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_curve
from sklearn.model_selection import KFold, cross_val_predict

import claimcmp as cc
from benchmarks.quality.changed.cases import Case
from benchmarks.quality.changed.negation import edit_negation
from benchmarks.quality.data import Rows, read_rows
from claimcmp.embed.bundled import BundledEncoder
from claimcmp.pairmodel import load_pair_model
from claimcmp.records import Claim, Pair, Span
from claimcmp.verdicts import nearness
from claimcmp.verdicts.negation import Weighed, ask_swings, find_lone_negation

FILE = Path(nearness.__file__).with_name("negation.toml")
DOCUMENTS = 42
MEANS = 26
LANGUAGES = ("ar", "en", "ru", "fr")
EVERY = 5
EDITED = 7
"""Of the edits every so many-th is taken; prime to the twelve pairs of languages, so that all of them have their share."""
STOPS = ".!?؟…"
"""Claims end without them."""

FEATURES = tuple(field.name for field in attrs.fields(nearness.NegationFeatures))

_SETTINGS = cc.Settings()


def list_pairs(documents: Rows) -> Iterator[tuple[Claim, Claim, bool]]:
    """Pairs of claims in two languages, and whether one was edited."""
    for sentence in (sentence for document in documents for sentence in document["sentences"]):
        for left, right in combinations(LANGUAGES, 2):
            yield make_claim(sentence[left], left), make_claim(sentence[right], right), False
    number = 0
    for sentence in (sentence for document in documents for sentence in document["sentences"]):
        for language, other in permutations(LANGUAGES, 2):
            case = Case(text=sentence[language].strip(), language=language, other=sentence[other].strip(), other_language=other)
            edit = edit_negation(case, Random(number))
            number += edit is not None
            if edit is not None and number % EDITED == 0:
                yield make_claim(edit.text, language), make_claim(sentence[other], other), True


def make_claim(text: str, language: str) -> Claim:
    """A sentence as a claim."""
    text = text.strip().rstrip(STOPS)
    return Claim(id=text, article_id=language, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)


def list_negations(documents: Rows) -> tuple[list[Weighed], list[bool]]:
    """The negations that only one side of a pair has, and whether an edit made the pair what it is."""
    found, edited = [], []
    for left, right, is_edited in list_pairs(documents):
        negation = find_lone_negation(Pair(left=left, right=right, score=1.0), _SETTINGS)
        if negation is not None:
            found.append(negation.weighed)
            edited.append(is_edited)
    return found, edited


def fit_weights(found: list[Weighed], edited: list[bool]) -> nearness.NegationWeights:
    """The weights of the logistic model."""
    features, labels = np.array([attrs.astuple(each.features) for each in found], float), np.array(edited)
    spread = np.where(features.std(axis=0) > 0, features.std(axis=0), 1.0)
    model = LogisticRegression(C=0.5, class_weight="balanced").fit(features / spread, labels)
    held = cross_val_predict(model, features / spread, labels, cv=KFold(6, shuffle=True, random_state=0), method="decision_function")
    false, true, _ = roc_curve(labels, held)
    shares = ", ".join(f"{np.interp(least, false, true):.2f} at {least:.2f}" for least in (0.03, 0.05, 0.08, 0.12))
    print(f"{labels.sum()} edited, {(~labels).sum()} honest; found against falsely found, in turns of six: {shares}")
    values = dict(zip(FEATURES, map(float, model.coef_[0] / spread), strict=True))
    return nearness.NegationWeights(start=float(model.intercept_[0]), **values)


def measure_means(documents: Rows) -> dict[str, np.ndarray]:
    """The mean vector of each language of the documents."""
    sentences = [sentence for document in documents for sentence in document["sentences"]][::EVERY]
    encoder = BundledEncoder()
    return {name: encoder.encode([s[name].strip() for s in sentences]).mean(axis=0) for name in sorted(sentences[0])}


def write_means(means: dict[str, np.ndarray]) -> str:
    """The table ``means``: values in 8 bits, and what they are to be multiplied by."""
    lines = []
    for name, mean in means.items():
        scale = float(np.abs(mean).max()) / 127
        values = base64.b64encode(np.rint(mean / scale).astype(np.int8).tobytes()).decode()
        lines.append(f'[means.{name}]\nscale = {scale:.8f}\nvalues = "{values}"\n')
    return "\n".join(lines)


def write_weights(weights: Mapping[str, nearness.NegationWeights]) -> str:
    """The tables ``weights``."""
    return "\n".join(
        f"[weights.{name}]\n" + "".join(f"{key} = {value:.3f}\n" for key, value in attrs.asdict(each).items())
        for name, each in weights.items()
    )


def main() -> None:
    """Writes the means where asked to, fits with those that stand in the file, and writes weights and means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"))
    parser.add_argument("--means", action="store_true", help="measure the means of the languages anew")
    options = parser.parse_args()
    documents = read_rows(options.data, "parallel/ntrex.jsonl")[:DOCUMENTS]
    text = FILE.read_text(encoding="utf-8")
    head, rest = text.split("\n[", 1)[0], "[" + text.split("\n[", 1)[1]
    means, weights = rest[: rest.index("[weights")].strip(), rest[rest.index("[weights") :]
    if options.means:
        means = write_means(measure_means(documents[:MEANS])).strip()
        FILE.write_text(f"{head}\n{means}\n\n{weights}", encoding="utf-8")
        nearness.load_document.cache_clear()
    found, edited = list_negations(documents)
    fitted = {"untrained": fit_weights(found, edited), "trained": fit_weights(ask_swings(found, load_pair_model()), edited)}
    FILE.write_text(f"{head}\n{means}\n\n{write_weights(fitted)}", encoding="utf-8")


if __name__ == "__main__":
    main()
