"""What a round of training shows: rows of all sets, turned, mixed with words of other languages, and denied."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from benchmarks.training.augment import Lexicon, make_denied, mine_lexicons, mix_words
from benchmarks.training.pair_data import GENERAL, NEWS, Labelled, Source, split_rows, turn

STOPS = ".!?؟。… "
MIXED = 0.5
"""Share of the rows that are mixed with words of another language."""

DENIED = 0.06
"""Share of the rows of which one text is also shown against its own negation, and against itself."""

Rows = list[Labelled]
Lexicons = Mapping[str, Sequence[Lexicon]]


def make_rounds(folder: Path | None, rng: random.Random, rounds: int) -> Iterator[tuple[Rows, Rows]]:
    """Rows of each round: statements of all kinds, and headlines."""
    sets = {source: split_rows(folder, source)[0] for source in (*GENERAL, *NEWS)}
    texts: dict[str, list[str]] = {}
    for source, rows in sets.items():
        texts.setdefault(source.language, []).extend(text for row in rows for text in (row.left, row.right))
    lexicons = mine_lexicons(texts)
    for _ in range(rounds):
        yield _make_statements(sets, lexicons, rng), _make_headlines(sets, lexicons, rng)


def _make_statements(sets: Mapping[Source, Rows], lexicons: Lexicons, rng: random.Random) -> Rows:
    return [row for source in GENERAL for row in _change(make_round(source, sets[source], rng), source, lexicons, rng)]


def _make_headlines(sets: Mapping[Source, Rows], lexicons: Lexicons, rng: random.Random) -> Rows:
    made = [row for source in NEWS for row in _change(make_round(source, sets[source], rng), source, lexicons, rng)]
    for source in GENERAL:
        replayed = rng.sample(sets[source], int(source.replayed * len(sets[source])))
        made.extend(attrs.evolve(row, left=row.left.rstrip(STOPS), right=row.right.rstrip(STOPS)) for row in replayed)
    return made


def make_round(source: Source, rows: Sequence[Labelled], rng: random.Random) -> Iterator[Labelled]:
    """The rows of a set, ``copies`` times; a contradiction holds in both directions, so a third of them are turned round.

    Symmetric sets come in both directions by turns. For each fourth showing
    of their rows, a statement of another row that shares words with it stands
    as a neutral one: without them a model learns that headlines always agree
    or disagree.
    """
    for row in rows:
        for copy in range(source.copies):
            is_turned = copy % 2 == 1 if row.symmetric else row.label == "contradiction" and rng.random() < 1 / 3
            yield turn(row) if is_turned else row
    if source.symmetric:
        for row in rng.choices(rows, k=len(rows) * source.copies // 4):
            yield attrs.evolve(row, right=_pick_other(row, rng.sample(rows, 100)).right, label="neutral")


def _change(rows: Iterator[Labelled], source: Source, lexicons: Lexicons, rng: random.Random) -> Iterator[Labelled]:
    for row in rows:
        denied = make_denied(row, source.language, rng) if rng.random() < DENIED else ()
        for shown in (row, *denied):
            is_mixed = rng.random() < MIXED
            yield mix_words(shown, rng.choice(lexicons[source.language]), rng) if is_mixed else shown


def _pick_other(row: Labelled, candidates: Sequence[Labelled]) -> Labelled:
    """The candidate of another story whose right text shares most words with the row's left text."""
    words = set(row.left.split())
    others = [c for c in candidates if c.left != row.left and c.right != row.right]
    return max(others, key=lambda other: len(words.intersection(other.right.split())) / len(other.right.split()))
