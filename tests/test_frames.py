"""Frames of findings and claims."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.comparison import Comparison
from claimcmp.frames import CLAIM_COLUMNS, FINDING_COLUMNS, describe_facet
from claimcmp.records import Actor, Modality, Polarity, Quantity, Quotation, Span, When
from tests.making import make_comparison

RESULT = make_comparison()
AT = Span(start=0, end=1)

FACETS = [
    ("a day", When(first=date(2022, 11, 14), last=date(2022, 11, 14), precision="day", span=AT), "2022-11-14"),
    ("an interval", When(first=date(2022, 11, 1), last=date(2022, 11, 30), precision="month", span=AT), "2022-11-01..2022-11-30"),
    ("an open beginning", When(first=None, last=date(2022, 11, 30), precision="range", span=AT), "..2022-11-30"),
    ("a count", Quantity(low=12, high=12, span=AT), "12"),
    ("at most, about, with unit and what is counted", Quantity(low=None, high=2.5, unit="km", of="of road", approximate=True, span=AT), "~..2.5 km of road"),
    ("a large number keeps its digits", Quantity(low=1234567, high=1234567, span=AT), "1234567"),
    ("an actor", Actor(name="William Burns", key="burns", span=AT), "William Burns"),
    ("a negation", Polarity(negated=True, cue="لم", span=AT), "-لم"),
    ("a plan", Modality(certainty="planned", cue="will", span=AT), "planned (will)"),
    ("a quotation", Quotation(text="no deal", span=AT), "no deal"),
    ("a bare span", AT, ""),
    ("nothing", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("facet", "expected"), [row[1:] for row in FACETS], ids=[row[0] for row in FACETS])
def test_a_facet_is_described_in_neutral_words(facet, expected):
    assert describe_facet(facet) == expected


def test_a_row_a_finding():
    frame = RESULT.to_frame()
    assert tuple(frame.columns) == FINDING_COLUMNS
    assert len(frame) == 3
    row = frame.iloc[1]
    assert (row["verdict"], row["between"], row["left_outlet"], row["right_outlet"]) == ("conflict", "speakers", "Herald", "الميزان")
    assert (row["left_speaker"], row["left_via"]) == ("Mayor Aylin Demir", "Anka")
    assert (row["differs_in"], row["conflicts_in"]) == ("number, place", "number")
    assert row["differences"] == "number conflicting (12 people / 15 شخصا); place left_only (Izmir)"
    assert RESULT.articles[0].text[row["left_start"] : row["left_end"]] == row["left_text"]
    assert "language xx" in row["reasons"]


def test_a_row_a_claim():
    frame = RESULT.claims_frame()
    assert tuple(frame.columns) == CLAIM_COLUMNS
    assert frame["outlet"].tolist() == ["Herald"] * 3 + ["الميزان"] * 3
    assert frame["numbers"].tolist()[:2] == ["12 people", ""]
    assert frame["event"].tolist()[:2] == ["fire in Izmir", "fire in Izmir"]
    assert frame["event"].isna().tolist()[2]
    assert [RESULT.articles[0].text[a:b] for a, b in zip(frame["start"][:3], frame["end"][:3], strict=True)] == frame["text"].tolist()[:3]


def test_an_empty_comparison_gives_frames_with_all_columns():
    empty = Comparison(articles=(), claims=())
    assert tuple(empty.to_frame().columns) == FINDING_COLUMNS
    assert tuple(empty.claims_frame().columns) == CLAIM_COLUMNS
    assert empty.matrix().empty
    assert empty.matrix(by="outlet").empty
