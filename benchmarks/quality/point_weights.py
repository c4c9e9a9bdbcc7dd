"""Where ``claimcmp/verdicts/one_point.toml`` comes from: ``python -m benchmarks.quality.point_weights``.

A logistic regression tells the claim pairs of ``benchmarks/stories`` that state one point from the others, once within one
language and once across two, each with the pair model and without it. Pairs whose verdict is settled before (copied words, a
figure or date that conflicts) are left out: they are never asked about. Needs no data but what the repository holds.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

import claimcmp as cc
from benchmarks.quality.stories import JudgedFinding, judge_stories, read_stories
from claimcmp.verdicts import one_point
from claimcmp.verdicts.evidence import gather_evidence

HEAD = "# How likely two claims of two reports state one point: written by benchmarks/quality/point_weights.py.\n"
FEATURES = tuple(field.name for field in attrs.fields(one_point.PointFeatures))
OF_MODEL = ("entailed", "neutral")
SETTLED = {"other_event", "same_words", "verbatim", "nothing_said", "exchanged_roles", "other_happening", "reported_denial"}
FOLDS = 8
STRENGTH = 0.3
"""Of the regression (scikit-learn's ``C``)."""

THRESHOLDS = (0.25, 0.35, 0.45, 0.55)


def fit_weights(found: Sequence[JudgedFinding], name: str) -> str:
    """The table of weights, and, printed, how well they tell stories apart that they were not fitted on."""
    is_trained = name.endswith("_trained")
    names = [feature for feature in FEATURES if is_trained or feature not in OF_MODEL]
    settings = cc.Settings()
    rows = []
    for each in found:
        evidence = gather_evidence(each.finding.pair, settings, entailment=each.finding.evidence)
        features = attrs.asdict(one_point.list_features(evidence, settings))
        rows.append([features[feature] for feature in names])
    matrix, labels = np.array(rows), np.array([each.label == "agreement" for each in found])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    groups = [each.story for each in found]
    held = cross_val_predict(model, matrix, labels, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    told = ", ".join(f"{labels[held >= t].mean():.2f}/{labels[held >= t].sum() / labels.sum():.2f} from {t}" for t in THRESHOLDS)
    print(f"{name}: {len(labels)} pairs, area under the curve {roc_auc_score(labels, held):.3f}, precision/recall {told}")
    model.fit(matrix, labels)
    weights = dict.fromkeys(FEATURES, 0.0) | dict(zip(names, map(float, model.coef_[0]), strict=True))
    lines = {"start": float(model.intercept_[0]), **weights}
    return f"[weights.{name}]\n" + "".join(f"{key} = {value:.3f}\n" for key, value in lines.items())


def main() -> None:
    """Fits and writes the weights."""
    stories = read_stories()
    open_pairs = [
        each
        for each in judge_stories(stories)
        if each.finding.rule not in SETTLED and each.finding.verdict != "conflict" and each.finding.evidence is not None
    ]
    tables = []
    for is_across, place in ((False, "within"), (True, "across")):
        found = [each for each in open_pairs if each.is_across is is_across]
        tables += [fit_weights(found, f"{place}_{kind}") for kind in ("untrained", "trained")]
    one_point.FILE.write_text(HEAD + "\n".join(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
