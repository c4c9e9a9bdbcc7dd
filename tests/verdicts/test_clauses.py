"""The clause in which a negation stands, and what of another claim may render it."""

from __future__ import annotations

import pytest

from claimcmp.verdicts.clauses import cut_clause, list_stretches, split_clauses

CUTS = [
    ("no marks", "the bridge was not open", "the bridge was open", "the bridge was not open", "the bridge was open"),
    ("first clause", "The bridge was not open, although the mayor had said so", "The bridge was open, although the mayor had said so", "The bridge was not open", "The bridge was open"),
    ("last clause", "Although the mayor had said so, the bridge was not open", "Although the mayor had said so, the bridge was open", "the bridge was not open", "the bridge was open"),
    ("Arabic comma", "قال رئيس بلدية المدينة أمس، لم يفتح الجسر أمام السيارات", "قال رئيس بلدية المدينة أمس، يفتح الجسر أمام السيارات", "لم يفتح الجسر أمام السيارات", "يفتح الجسر أمام السيارات"),
    ("a short clause goes with the one before", "The bridge, he said, was not open", "The bridge, he said, was open", "The bridge, he said, was not open", "The bridge, he said, was open"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "without", "own", "bare"), CUTS, ids=[row[0] for row in CUTS])
def test_the_clause_of_a_negation_is_cut_out(why: str, text: str, without: str, own: str, bare: str) -> None:
    assert cut_clause(text, without) == (own, bare)


def test_clauses_cover_every_word_in_order() -> None:
    text = "One two three four, five; six seven eight nine ten (eleven twelve thirteen fourteen) fifteen"
    spans = split_clauses(text)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert "".join(text[span.start : span.end] for span in spans).count("e") == text.count("e")


def test_stretches_are_every_clause_and_up_to_three_in_a_row() -> None:
    text = "a b c d, e f g h, i j k l, m n o p"
    assert list_stretches(text)[:3] == ("a b c d", "a b c d, e f g h", "a b c d, e f g h, i j k l")
    assert len(list_stretches(text)) == 9
    assert list_stretches("…") == ("…",)
