"""Two bare statements: do they agree, conflict, or neither?"""

from __future__ import annotations

from pathlib import Path

import claimcmp as cc
from benchmarks.quality.data import Rows, read_rows
from benchmarks.quality.matching import Score, divide
from benchmarks.quality.tables import Row

SETS = {
    "ans": "relation/ans_ar_dev.jsonl",
    "farstail": "relation/farstail_fa_val.jsonl",
    "rte3": "relation/rte3_fr_dev.jsonl",
}
XNLI = "relation/xnli_{language}_dev.jsonl"
WANTED = {
    "ans": ("macro F1", 0.82),
    "farstail": ("accuracy", 0.62),
    "xnli_en": ("accuracy", 0.74),
    "xnli_ar": ("accuracy", 0.64),
    "xnli_ru": ("accuracy", 0.63),
    "xnli_fr": ("accuracy", 0.66),
    "xnli_tr": ("accuracy", 0.61),
    "xnli_ar-en": ("accuracy", 0.60),
}
"""The figure that is asked of a set, and its least value."""

MEANING = {"entailment": "agreement", "contradiction": "conflict", "neutral": "other", "compatible": "other"}


def score_relation(folder: Path | None, name: str, limit: int | None) -> list[Row]:
    """Rows for one set: ``ans``, ``farstail``, ``rte3``, ``xnli_ar``, or two languages ``xnli_ar-en``."""
    rows = _read(folder, name)[:limit]
    gold = [MEANING[row["label"]] for row in rows]
    findings = cc.judge_many([(row["a"], row["b"]) for row in rows])
    found = [str(f.verdict) if f.verdict in ("agreement", "conflict") else "other" for f in findings]
    labels = sorted(set(gold))
    scores = {label: _count(found, gold, label) for label in labels}
    figures = {
        "accuracy": divide(sum(f == g for f, g in zip(found, gold, strict=True)), len(rows)),
        "macro F1": divide(sum(score.f1 for score in scores.values()), len(labels)),
    }
    asked, least = WANTED.get(name, ("", 0.0))
    return [
        Row(f"{name}: pairs", len(rows)),
        *(Row(f"{name}: {figure}", value, f">= {least:.2f}" if figure == asked else "") for figure, value in figures.items()),
        *(
            Row(f"{name}: {label}, precision / recall / F1", f"{s.precision:.3f} / {s.recall:.3f} / {s.f1:.3f}")
            for label, s in scores.items()
        ),
    ]


def _read(folder: Path | None, name: str) -> Rows:
    if name == "ans":  # its few neutral rows are neither agreement nor disagreement of headlines
        return [row for row in read_rows(folder, SETS[name]) if row["label"] != "neutral"]
    if name in SETS:
        return read_rows(folder, SETS[name])
    languages = name.removeprefix("xnli_").split("-")
    left, right = (read_rows(folder, XNLI.format(language=language)) for language in (languages[0], languages[-1]))
    return [{"a": a["a"], "b": b["b"], "label": a["label"]} for a, b in zip(left, right, strict=True)]


def _count(found: list[str], gold: list[str], label: str) -> Score:
    hits = sum(f == g == label for f, g in zip(found, gold, strict=True))
    return Score(hits, found.count(label), gold.count(label))
