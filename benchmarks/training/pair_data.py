"""What the pair model is trained on: labelled statement pairs, their licences, and what is held aside."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from benchmarks.quality.data import read_rows

STOPS = ".!?؟。… "
NOT_ENTAILED = "not_entailment"
"""The label of two-way sets: neutral or contradiction, it is not said which."""


@attrs.frozen(kw_only=True)
class Labelled:
    """Two statements and what the second is to the first."""

    left: str
    right: str
    label: str
    symmetric: bool = False


@attrs.frozen(kw_only=True)
class Source:
    """One labelled set.

    Parameters
    ----------
    name
        File name without ``.jsonl`` under ``relation/`` of the data folder.
    licence
        SPDX id or, where there is none, in words.
    held
        Rows kept out of training, for calibration.
    symmetric
        Whether the labels hold in both directions.
    copies
        How often a round sees each row.
    replayed
        Share of rows that a round on headlines sees, without their final stop.
    """

    name: str
    licence: str
    held: int = 0
    symmetric: bool = False
    copies: int = 1
    replayed: float = 0.0


GENERAL = (
    Source(name="mnli_en_dev", licence="OANC and other permissive terms", held=1000, copies=2, replayed=0.1),
    Source(name="snli_en_dev", licence="CC-BY-SA-4.0", held=300, replayed=0.05),
    Source(name="indonli_id_train", licence="CC-BY-SA-4.0", held=500, copies=2, replayed=0.1),
    Source(name="farstail_fa_train", licence="Apache-2.0", held=500, replayed=0.05),
    Source(name="terra_ru_train", licence="MIT", held=200, replayed=0.1),
    Source(name="rte3_fr_dev", licence="BSD-2-Clause", held=100, replayed=0.1),
)
"""Sets of natural language inference whose terms allow training; XNLI (CC BY-NC) and RTE in English (research terms) only measure."""

NEWS = (Source(name="ans_ar_train", licence="Apache-2.0", held=252, symmetric=True, copies=2),)
"""Headlines of one event that agree or disagree."""


def split_rows(folder: Path | None, source: Source, *, seed: int = 7) -> tuple[list[Labelled], list[Labelled]]:
    """Training and held-aside rows of one set; rows with one left text stay on one side."""
    groups: dict[str, list[Labelled]] = {}
    for row in read_rows(folder, f"relation/{source.name}.jsonl"):
        made = Labelled(left=row["a"], right=row["b"], label=row["label"], symmetric=source.symmetric)
        groups.setdefault(row["a"], []).append(made)
    keys = sorted(groups)
    random.Random(seed).shuffle(keys)
    training: list[Labelled] = []
    held: list[Labelled] = []
    for key in keys:
        (held if len(held) < source.held else training).extend(groups[key])
    return training, held


def make_round(sets: Sequence[tuple[Source, Sequence[Labelled]]], rng: random.Random) -> Iterator[Labelled]:
    """One round over all sets; a contradiction holds in both directions, so a third of them are turned round.

    Symmetric sets come in both directions (``copies`` = 2). For each second
    row of these, a statement of another row that shares words with it stands
    as a neutral one: without them a model learns that headlines always agree
    or disagree.
    """
    for source, rows in sets:
        for row in rows:
            for copy in range(source.copies):
                is_turned = copy % 2 == 1 if row.symmetric else row.label == "contradiction" and rng.random() < 1 / 3
                yield turn(row) if is_turned else row
        if source.symmetric:
            for row in rng.sample(rows, len(rows) // 2):
                yield attrs.evolve(row, right=_pick_other(row, rng.sample(rows, 100)).right, label="neutral")


def make_news_round(rng: random.Random, folder: Path | None) -> Iterator[Labelled]:
    """One round over the headlines, and over some other rows written like them: without a final stop."""
    yield from make_round([(source, split_rows(folder, source)[0]) for source in NEWS], rng)
    for source in GENERAL:
        rows = split_rows(folder, source)[0]
        for row in rng.sample(rows, int(source.replayed * len(rows))):
            yield attrs.evolve(row, left=row.left.rstrip(STOPS), right=row.right.rstrip(STOPS))


def _pick_other(row: Labelled, candidates: Sequence[Labelled]) -> Labelled:
    """The candidate of another story whose right text shares most words with the row's left text."""
    words = set(row.left.split())
    others = [c for c in candidates if c.left != row.left and c.right != row.right]
    return max(others, key=lambda other: len(words.intersection(other.right.split())) / len(other.right.split()))


def turn(row: Labelled) -> Labelled:
    """The row with its sides changed."""
    return attrs.evolve(row, left=row.right, right=row.left)
