"""Where ``claimcmp/verdicts/negation.toml`` comes from: ``python -m benchmarks.quality.negation_weights --data DIR``.

Negations that only one side of a translation has, in the first ``DOCUMENTS``
documents: those that translators left without a counterpart in kind (an honest
translation, no conflict), and those of edited sentences
(:mod:`benchmarks.quality.changed.negation`). A logistic regression tells them
apart; the other documents are left for measuring. The means of the languages
are those of every ``EVERY``-th sentence of the same documents.
"""

from __future__ import annotations

import argparse
import base64
import os
from collections.abc import Iterator
from itertools import combinations, permutations
from pathlib import Path
from random import Random

import attrs
import numpy as np
from sklearn.linear_model import LogisticRegression

import claimcmp as cc
from benchmarks.quality.changed.cases import Case
from benchmarks.quality.changed.negation import edit_negation
from benchmarks.quality.data import Rows, read_rows
from claimcmp.embed.bundled import BundledEncoder
from claimcmp.facets.affirmation import read_negatives
from claimcmp.records import Claim, Span
from claimcmp.verdicts import nearness
from claimcmp.verdicts.negation import has_near_counterpart, weigh_removals

FILE = Path(nearness.__file__).with_name("negation.toml")
DOCUMENTS = 26
LANGUAGES = ("ar", "en", "ru", "fr")
EVERY = 5
EDITED = 6
"""Of the sentences that can be edited every so many-th one is."""

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
    text = text.strip()
    return Claim(id=text, article_id=language, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)


def measure_pair(left: Claim, right: Claim) -> tuple[float, float, float, float] | None:
    """The features of the negation that only one side has: those of ``NegationWeights`` in order; None without one."""
    found = weigh_removals(left, right, _SETTINGS)
    if found is None:
        return None
    other = read_negatives(found.affirming, _SETTINGS)
    has_near = has_near_counterpart(found.removal, other, _SETTINGS)
    return found.nearness.gain, found.nearness.likeness, bool(other.loose or other.implicit), has_near


def fit_weights(documents: Rows) -> nearness.NegationWeights:
    """The weights of the logistic model."""
    rows = [(row, is_edited) for left, right, is_edited in list_pairs(documents) if (row := measure_pair(left, right)) is not None]
    features, edited = np.array([row for row, _ in rows]), np.array([is_edited for _, is_edited in rows])
    spread = features.std(axis=0)
    model = LogisticRegression(C=0.5, class_weight="balanced").fit(features / spread, edited)
    print(f"{edited.sum()} edited, {(~edited).sum()} honest; right {model.score(features / spread, edited):.3f}")
    gain, likeness, counterpart, near = map(float, model.coef_[0] / spread)
    return nearness.NegationWeights(start=float(model.intercept_[0]), gain=gain, likeness=likeness, counterpart=counterpart, near=near)


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


def write_weights(weights: nearness.NegationWeights) -> str:
    """The table ``weights``."""
    return "[weights]\n" + "".join(f"{name} = {value:.3f}\n" for name, value in attrs.asdict(weights).items())


def main() -> None:
    """Writes the means, reads them, fits, and writes both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"))
    documents = read_rows(parser.parse_args().data, "parallel/ntrex.jsonl")[:DOCUMENTS]
    head = "# How a negation that only one side has is weighed: written by benchmarks/quality/negation_weights.py.\n"
    means = write_means(measure_means(documents))
    FILE.write_text(f"{head}{write_weights(nearness.load_weights())}\n{means}", encoding="utf-8")
    nearness.load_document.cache_clear()
    FILE.write_text(f"{head}{write_weights(fit_weights(documents))}\n{means}", encoding="utf-8")


if __name__ == "__main__":
    main()
