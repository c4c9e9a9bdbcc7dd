"""The rows that were written for the training of the pair model."""

from itertools import chain, pairwise
from random import Random

import pytest

from benchmarks.training.written import FOLDER, Told, has_negation, pair_negations, pair_statements, read_told

FIELDS = {"statements": 4, "negations": 2}

STATEMENTS = Told({"en": ("Rain fell all day.", "It rained.", "The roof leaked.", "The day was dry."), "fr": ("p", "e", "n", "c")})
NEGATIONS = Told({"en": ("He came.", "He did not come."), "ru": ("Он пришёл.", "Он не пришёл.")})


@pytest.mark.parametrize("kind", FIELDS)
def test_every_line_tells_something_in_each_of_its_languages(kind):
    lines = [*read_told(kind), *read_told(kind, held=True)]
    assert lines
    assert all(len(texts) == FIELDS[kind] and all(texts) for line in lines for texts in line.texts.values())


def test_a_denial_differs_from_what_it_denies():
    lines = chain(read_told("negations"), read_told("negations", held=True))
    assert all(told != denied for line in lines for told, denied in line.texts.values())


def test_no_premise_is_written_twice_in_a_file():
    for path in FOLDER.glob("*.tsv"):
        premises = sorted(line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines())
        assert all(first != second for first, second in pairwise(premises)), path.name


def test_held_lines_are_not_shown():
    shown, held = ({str(line.texts) for line in read_told("statements", held=is_held)} for is_held in (False, True))
    assert held
    assert not shown & held


def test_statements_meet_their_premise_in_each_language_and_once_across():
    rows = list(pair_statements([STATEMENTS], Random(1)))
    languages = [(written.left, written.right) for written in rows if written.row.label == "neutral"]
    assert sorted(map(sorted, languages)) == [["en", "en"], ["en", "fr"], ["fr", "fr"]]
    assert {written.row.label for written in rows} == {"entailment", "neutral", "contradiction"}


def test_only_a_text_beside_its_own_denial_or_a_translation_is_paired():
    for seed in range(8):
        for written in pair_negations([NEGATIONS], Random(seed)):
            left, right = NEGATIONS.texts[written.left], NEGATIONS.texts[written.right]
            same_form = left.index(written.row.left) == right.index(written.row.right)
            assert written.row.label == ("entailment" if same_form else "contradiction")
            assert written.row.left != written.row.right


@pytest.mark.parametrize(
    ("text", "language", "denies"),
    [("لم يصل القطار", "ar", True), ("وصل القطار", "ar", False), ("Tren gelmedi", "tr", True), ("Nobody came", "en", True)],
)
def test_negations_are_those_that_claimcmp_reads(text, language, denies):
    assert has_negation(text, language) is denies
