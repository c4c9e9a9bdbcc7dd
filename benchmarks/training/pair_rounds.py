"""What a round of training shows: rows of all sets, turned, mixed with words of other languages, and denied."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from benchmarks.training.augment import Lexicon, make_denied, mix_words
from benchmarks.training.pair_data import GENERAL, NEWS, NOT_ENTAILED, Labelled, Source, split_rows, turn

STOPS = ".!?؟。… "
MIXED = 0.7
"""Share of the rows that are mixed with words of another language."""

MIXED_INTO = {"ar": 4, "ru": 2, "fr": 2, "tr": 2, "en": 1, "de": 1, "es": 1, "fa": 1}
"""Languages whose words are mixed in, and how often beside each other: most for those that must be read well and have few rows."""

TURNED = 0.25
"""Share of the rows of sets with a direction that are shown the other way round."""

DENIED = 0.06
"""Share of the rows of which one text is also shown against its own negation, and against itself."""

SAMPLED = 100
"""Rows of other stories among which the likest is sought."""

Rows = list[Labelled]
Lexicons = Mapping[str, Mapping[str, Lexicon]]


def make_rows(folder: Path | None, lexicons: Lexicons, rng: random.Random) -> tuple[Rows, Rows]:
    """Rows to train on: statements of all kinds, and headlines."""
    sets = {source: split_rows(folder, source)[0] for source in (*GENERAL, *NEWS)}
    return _make_statements(sets, lexicons, rng), _make_headlines(sets, lexicons, rng)


def _make_statements(sets: Mapping[Source, Rows], lexicons: Lexicons, rng: random.Random) -> Rows:
    return [row for source in GENERAL for row in _change(make_round(source, sets[source], rng), source, lexicons, rng)]


def _make_headlines(sets: Mapping[Source, Rows], lexicons: Lexicons, rng: random.Random) -> Rows:
    made = [row for source in NEWS for row in _change(make_round(source, sets[source], rng), source, lexicons, rng)]
    for source in GENERAL:
        replayed = rng.sample(sets[source], int(source.replayed * len(sets[source])))
        made.extend(map(strip_stops, replayed))
    return made


def make_round(source: Source, rows: Sequence[Labelled], rng: random.Random) -> Iterator[Labelled]:
    """The rows of a set, ``copies`` times.

    Symmetric sets come in both directions by turns. For each fourth showing
    of their rows, a statement of another row that shares words with it stands
    as a neutral one: without them a model learns that headlines always agree
    or disagree.
    """
    for row in rows:
        for copy in range(source.copies):
            is_turned = copy % 2 == 1 if row.symmetric else row.label != NOT_ENTAILED and rng.random() < TURNED
            yield turn(row) if is_turned else row
    if source.symmetric:
        for row in rng.choices(rows, k=len(rows) * source.copies // 4):
            yield pair_with_other(row, rows, rng)


def _change(rows: Iterator[Labelled], source: Source, lexicons: Lexicons, rng: random.Random) -> Iterator[Labelled]:
    lexicon = lexicons[source.language]
    weights = [MIXED_INTO[far] for far in lexicon]
    for row in rows:
        denied = make_denied(row, source.language, rng) if rng.random() < DENIED else ()
        for shown in (row, *denied):
            (far,) = rng.choices(list(lexicon), weights)
            yield mix_words(shown, lexicon[far], rng) if rng.random() < MIXED else shown


def strip_stops(row: Labelled) -> Labelled:
    """The row as headlines: without final stops."""
    return attrs.evolve(row, left=row.left.rstrip(STOPS), right=row.right.rstrip(STOPS))


def pair_with_other(row: Labelled, rows: Sequence[Labelled], rng: random.Random) -> Labelled:
    """The left text of the row beside the right one of another story that shares most words with it: a neutral pair."""
    words = set(row.left.split())
    others = [other for other in rng.sample(rows, SAMPLED) if other.left != row.left and other.right != row.right]
    best = max(others, key=lambda other: len(words.intersection(other.right.split())) / len(other.right.split()))
    return attrs.evolve(row, right=best.right, label="neutral")
