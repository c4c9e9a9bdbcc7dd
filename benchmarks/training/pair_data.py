"""What the pair model is trained on: labelled statement pairs, their licences, and what is held aside."""

from __future__ import annotations

import random
from pathlib import Path

import attrs

from benchmarks.quality.data import read_rows

SIDE_TOKENS = 80
"""Tokens of either side that the pair model reads; the prefix of the left one included."""

NOT_ENTAILED = "not_entailment"
"""The label of two-way sets: neutral or contradiction, it is not said which."""

NOT_CONTRADICTED = "not_contradiction"
"""The label of a row turned round that was no contradiction: what rules out is ruled out, but what follows may follow or not."""


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
    language
        Language of the texts.
    licence
        SPDX id or, where there is none, in words.
    held
        Rows kept out of training, for calibration.
    symmetric
        Whether the labels hold in both directions.
    copies
        How often a round sees each row.
    replayed
        Share of rows that a round also shows as headlines, without their final stop.
    """

    name: str
    language: str
    licence: str
    held: int = 0
    symmetric: bool = False
    copies: int = 1
    replayed: float = 0.0


GENERAL = (
    Source(name="mnli_en_dev", language="en", licence="OANC and other permissive terms", held=1000, copies=2, replayed=0.1),
    Source(name="snli_en_dev", language="en", licence="CC-BY-SA-4.0", held=300, copies=2, replayed=0.05),
    Source(name="indonli_id_train", language="id", licence="CC-BY-SA-4.0", held=500, replayed=0.1),
    Source(name="farstail_fa_train", language="fa", licence="Apache-2.0", held=500, replayed=0.05),
    Source(name="terra_ru_train", language="ru", licence="MIT", held=200, replayed=0.1),
    Source(name="rte3_fr_dev", language="fr", licence="BSD-2-Clause", held=100, replayed=0.1),
)
"""Sets of natural language inference whose terms allow training; XNLI (CC BY-NC) and RTE in English (research terms) only measure."""

NEWS = (Source(name="ans_ar_train", language="ar", licence="Apache-2.0", held=252, symmetric=True, copies=5),)
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


def turn(row: Labelled) -> Labelled:
    """The row with its sides changed, and what its label says of them then."""
    label = row.label if row.symmetric or row.label == "contradiction" else NOT_CONTRADICTED
    return attrs.evolve(row, left=row.right, right=row.left, label=label)
