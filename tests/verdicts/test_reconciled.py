"""What is reconciled is no difference: one place named by two names, a city and its state, a sum and its parts."""

from __future__ import annotations

import pytest

from claimcmp.settings import Settings
from claimcmp.verdicts import judge_pair
from claimcmp.verdicts.evidence import gather_evidence
from claimcmp.verdicts.reconciled import differs_beyond_reconciled
from claimcmp.verdicts.statements import read_statement
from tests.verdicts.making import make_claim, make_pair

RECONCILED = [
    ("governments by their capitals", "Ankara and Oslo signed the deal", "Turkey and Norway signed the deal"),
    ("a city and its state", "The storm hit Tampa", "The storm hit Florida"),
    ("a country and a town not known", "The ship sank off Libya", "The ship sank off Zuwayyah"),
    ("a strip and a town in it", "The storm hit Rafah", "The storm hit Gaza"),
]

OTHERWISE = [
    ("another verb", "Ankara and Oslo signed the deal", "Turkey and Norway rejected the deal"),
    ("two towns not known", "The ship sank off Marlowsk", "The ship sank off Zuwayyah"),
    ("a person and a town not known", "The storm surprised Oslo", "The storm surprised the mayor of Zuwayyah"),
    ("a denial", "Ankara did not sign the deal", "Turkey signed the deal"),
    ("another order", "The dog bit the man", "The man bit the dog"),
    ("another state", "The storm hit Tampa", "The storm hit Texas"),
    ("something more", "The storm hit Tampa", "The storm spared most of Florida"),
    ("two languages, whose words cannot be compared", "The storm hit Tampa", "ضربت العاصفة فلوريدا"),
]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in RECONCILED], ids=[row[0] for row in RECONCILED])
def test_names_that_fit_are_no_difference(left: str, right: str) -> None:
    for pair in (make_pair(make_claim(left), make_claim(right)), make_pair(make_claim(right), make_claim(left))):
        assert not differs_beyond_reconciled(gather_evidence(pair, Settings()), Settings())


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in OTHERWISE], ids=[row[0] for row in OTHERWISE])
def test_other_words_are(left: str, right: str) -> None:
    claims = make_claim(left), make_claim(right)
    for pair in (make_pair(*claims), make_pair(*reversed(claims))):
        assert differs_beyond_reconciled(gather_evidence(pair, Settings()), Settings())


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [
        ("en", "The talks began on Monday.", "The talks began on 14 November.", False),
        ("ar", "بدأت المحادثات الاثنين.", "بدأت المحادثات يوم 14 نوفمبر.", False),
        ("en", "The talks began on Monday.", "The talks ended on 14 November.", True),
        ("en", "The talks began on Monday.", "The talks began on Tuesday.", True),
    ],
)
def test_days_that_nothing_settles_may_be_one(language: str, left: str, right: str, expected: bool) -> None:
    claims = [read_statement(text, language, Settings()) for text in (left, right)]
    evidence = gather_evidence(make_pair(*claims), Settings())
    assert differs_beyond_reconciled(evidence, Settings()) is expected


@pytest.mark.parametrize(
    ("parts", "whole", "verdict"),
    [
        ("Two soldiers and three civilians were killed", "Five people were killed", False),
        ("Two soldiers and two civilians were killed", "Four people were killed", False),
        ("Two soldiers and three civilians were killed", "Nine people were killed", True),
        ("9 killed in blast: 9 people were killed on the ferry", "18 people were killed on the ferry", True),
    ],
)
def test_a_sum_is_no_rival_of_its_parts(parts: str, whole: str, verdict: bool) -> None:
    finding = judge_pair(make_pair(make_claim(parts), make_claim(whole)))
    assert (finding.verdict == "conflict") is verdict, list(map(str, finding.reasons))
