"""Pairs of statements that were written for the training, since few sets that may train what is shipped are in languages but English.

``written/statements.ar-en.tsv`` holds premises with what follows from them,
what is open and what contradicts them, in the languages that its name gives
(four fields each); ``written/negations.ar-en-ru-fr.tsv`` holds sentences with
one negation put in or taken out (two fields each). Each line is told alike in
all its languages. A number behind the languages tells when the rows were
written: the fifth course shows those with a 2, the sixth those with a 3.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from itertools import combinations_with_replacement
from pathlib import Path

import attrs

from benchmarks.training.pair_data import Labelled
from claimcmp.facets.negator_words import load_negators
from claimcmp.facets.negators import find_negations
from claimcmp.facets.phrases import read_words
from claimcmp.settings import Settings
from claimcmp.verdicts.directions import LABELS

FOLDER = Path(__file__).with_name("written")
HELD = 12
"""One premise of so many is held aside for calibration."""

DENYING_KEPT = 0.55
"""Share of what follows and has a negation that is shown: writers, told not to give contradictions away, put
negations into .38 of what follows and .23 of the rest, counted in Arabic."""


@attrs.frozen
class Told:
    """One line of a file: what it tells, by language."""

    texts: dict[str, tuple[str, ...]]


@attrs.frozen
class Written:
    """A row and the languages of its sides."""

    row: Labelled
    left: str
    right: str


def read_told(kind: str, *, files: str = "*", held: bool = False) -> Iterator[Told]:
    """The lines of the files of a kind ("statements", "negations") whose names match a pattern; those held aside, or the others."""
    for path in (path for path in sorted(FOLDER.glob(f"{kind}.*.tsv")) if fnmatchcase(path.name, files)):
        languages = path.suffixes[0].removeprefix(".").split("-")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if (number % HELD == 0) == held:
                fields = line.split("\t")
                size = len(fields) // len(languages)
                yield Told({language: tuple(fields[at * size : at * size + size]) for at, language in enumerate(languages)})


def pair_statements(lines: Iterable[Told], rng: random.Random) -> Iterator[Written]:
    """Each premise with each statement about it: once in each language, and once across each pair of languages."""
    for line in lines:
        for left, right in _pair_languages(line, rng):
            premise, *statements = line.texts[left][0], *line.texts[right][1:]
            for label, statement in zip(LABELS, statements, strict=True):
                if label != "entailment" or not has_negation(statement, right) or rng.random() < DENYING_KEPT:
                    yield Written(Labelled(left=premise, right=statement, label=label), left, right)


def pair_negations(lines: Iterable[Told], rng: random.Random) -> Iterator[Written]:
    """Each sentence with its translations, which follow, or with what denies them, once for each pair of languages."""
    for line in lines:
        for left, right in _pair_languages(line, rng):
            is_denied = rng.random() < 0.5
            if left == right and not is_denied:
                continue
            form = rng.randrange(2)
            texts = line.texts[left][form], line.texts[right][form ^ is_denied]
            yield Written(Labelled(left=texts[0], right=texts[1], label="contradiction" if is_denied else "entailment"), left, right)


def _pair_languages(line: Told, rng: random.Random) -> Iterator[tuple[str, str]]:
    for pair in combinations_with_replacement(line.texts, 2):
        yield pair if rng.random() < 0.5 else pair[::-1]


def has_negation(text: str, language: str) -> bool:
    """Whether claimcmp reads a negation in the text."""
    settings = Settings()
    return bool(find_negations(read_words(text, language, settings), load_negators(language, settings.language_files)))
