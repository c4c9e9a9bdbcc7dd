"""What time a claim tells of."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.align.evidence import read_evidence
from claimcmp.align.signals import measure_evidence
from claimcmp.align.times import compare_periods, read_periods
from claimcmp.claims import extract_claims
from claimcmp.records import Article, Claim
from claimcmp.settings import Settings


def read(text: str, published: date = date(2024, 3, 20)) -> tuple[Claim, ...]:
    return extract_claims(Article(text=text, published=published, language="en"))


# fmt: off
RECALLED = [
    ("a year in an aside", "The ferry burnt on Monday.\nIt is the first fire in the port since the strike of 2011.", True),
    ("a month in an aside", "The ferry burnt on Monday.\nIt is the first fire in the port since the strike began in March 2011.", True),
    ("a year that is told of", "The ferry burnt on Monday.\nThe port had its first fire in 2011.", False),
]
# fmt: on


@pytest.mark.parametrize("case", RECALLED, ids=[row[0] for row in RECALLED])
def test_what_an_aside_recalls_is_not_the_time_of_the_claim(case: tuple[str, str, bool]) -> None:
    _, text, is_recalled = case
    claims = (*read(text), *read("The fire in the port broke out on Monday."))
    periods = read_periods(claims, Settings())
    assert (compare_periods(periods[-2], periods[-1]) > 0) == is_recalled


# fmt: off
LEADS = [
    ("a date in the opening", "The ferry burnt on Monday.\nTwo men were held.\nThe port was shut.\nA crowd came.\nFlags flew low.", True),
    ("a date far behind it", "The ferry burnt.\nTwo men were held.\nThe port was shut.\nA crowd came.\nThey spoke of last month's fire.", False),
]
# fmt: on


@pytest.mark.parametrize(("text", "is_dated"), [row[1:] for row in LEADS], ids=[row[0] for row in LEADS])
def test_a_report_tells_of_the_time_in_its_opening_only(text: str, is_dated: bool) -> None:
    assert bool(read_periods(read(text), Settings())[1]) is is_dated


# fmt: off
CERTAINTY = [
    ("to come and possible", "The number of the missing is expected to rise", "The number of the missing is likely to rise", False),
    ("done and possible", "The number of the missing rose", "The number of the missing may rise", True),
]
# fmt: on


@pytest.mark.parametrize("case", CERTAINTY, ids=[row[0] for row in CERTAINTY])
def test_what_is_to_come_stands_between_done_and_possible(case: tuple[str, str, str, bool]) -> None:
    evidence = read_evidence((*read(case[1]), *read(case[2])), Settings())
    assert (measure_evidence(*evidence, weights=dict.fromkeys(evidence[0].terms() | evidence[1].terms(), 1.0))["certainty"] < 0) == case[3]
