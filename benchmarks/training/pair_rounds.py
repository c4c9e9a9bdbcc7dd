"""What a round of training shows: rows of all sets, turned, mixed with words of other languages, and denied."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from benchmarks.training.augment import Lexicon, make_denied, mix_words
from benchmarks.training.pair_data import GENERAL, NEWS, NOT_ENTAILED, Labelled, Source, split_rows, turn
from benchmarks.training.written import Written, pair_negations, pair_statements, read_told

STOPS = ".!?؟。… "
MIXED = 0.7
"""Share of the rows that are mixed with words of another language."""

WRITTEN_MIXED = 0.3
"""Share of the written rows of one language that are mixed: most are in languages of which else nothing is shown unmixed."""

WRITTEN_REPLAYED = 0.05
"""Share of the written rows that a round also shows as headlines."""

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


def make_rows(folder: Path | None, lexicons: Lexicons, rng: random.Random, *, written: Rows, share: float) -> tuple[Rows, Rows]:
    """Rows to train on: statements of all kinds, and headlines; ``share`` of the round of the sets, and all ``written`` rows."""
    sets = {source: split_rows(folder, source)[0] for source in (*GENERAL, *NEWS)}
    statements = [row for source in GENERAL for row in _change(make_round(source, sets[source], rng), source, lexicons, rng)]
    headlines = _make_headlines(sets, lexicons, rng)
    statements, headlines = (rng.sample(rows, int(share * len(rows))) for rows in (statements, headlines))
    return statements + written, headlines + [strip_stops(row) for row in written if rng.random() < WRITTEN_REPLAYED]


def make_written(files: str, lexicons: Lexicons, rng: random.Random) -> Rows:
    """The rows that were written for the training in ``files`` (a pattern), some of them turned, some of those in one language mixed."""
    statements = [_turn_some(each, rng) for each in pair_statements(read_told("statements", files=files), rng)]
    return [_mix_written(each, lexicons, rng) for each in (*statements, *pair_negations(read_told("negations", files=files), rng))]


def _turn_some(written: Written, rng: random.Random) -> Written:
    return attrs.evolve(written, row=turn(written.row)) if rng.random() < TURNED else written


def _mix_written(written: Written, lexicons: Lexicons, rng: random.Random) -> Labelled:
    if written.left != written.right or written.left not in lexicons or rng.random() >= WRITTEN_MIXED:
        return written.row
    return mix_words(written.row, draw_lexicon(lexicons[written.left], rng), rng)


def draw_lexicon(lexicon: Mapping[str, Lexicon], rng: random.Random) -> Lexicon:
    """The words of one of the languages that a lexicon leads to, as often as ``MIXED_INTO`` says."""
    (far,) = rng.choices(list(lexicon), [MIXED_INTO[far] for far in lexicon])
    return lexicon[far]


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
    for row in rows:
        denied = make_denied(row, source.language, rng) if rng.random() < DENIED else ()
        for shown in (row, *denied):
            yield mix_words(shown, draw_lexicon(lexicon, rng), rng) if rng.random() < MIXED else shown


def strip_stops(row: Labelled) -> Labelled:
    """The row as headlines: without final stops."""
    return attrs.evolve(row, left=row.left.rstrip(STOPS), right=row.right.rstrip(STOPS))


def pair_with_other(row: Labelled, rows: Sequence[Labelled], rng: random.Random) -> Labelled:
    """The left text of the row beside the right one of another story that shares most words with it: a neutral pair."""
    words = set(row.left.split())
    others = [other for other in rng.sample(rows, SAMPLED) if other.left != row.left and other.right != row.right]
    best = max(others, key=lambda other: len(words.intersection(other.right.split())) / len(other.right.split()))
    return attrs.evolve(row, right=best.right, label="neutral")
