"""Groups of claims on one point and the positions taken on it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from claimcmp.positions import form_groups
from claimcmp.records import Article, Verdict
from tests.making import make_claim, make_finding

CLAIMS = tuple(make_claim(Article(text=f"Claim {name}.", outlet=name, id=name, language="en"), f"Claim {name}") for name in "ABCDEF")
BY_NAME = {claim.outlet: claim for claim in CLAIMS}


def find(*edges: str):
    """Findings from strings such as ``"A=B"`` (agreement) and ``"A!C"`` (conflict), surest first."""
    verdicts = {"=": "agreement", "!": "conflict", "?": "unclear"}
    return [
        make_finding(BY_NAME[edge[0]], BY_NAME[edge[2]], verdicts[edge[1]], confidence=0.9 - 0.01 * rank) for rank, edge in enumerate(edges)
    ]


def name_positions(findings, claims=CLAIMS):
    return [["".join(i[0] for i in position) for position in group.positions] for group in form_groups(claims, findings)]


CASES = [
    ("nothing", [], []),
    ("two agree", ["A=B"], [["AB"]]),
    ("agreement carries over", ["A=B", "B=C"], [["ABC"]]),
    ("two conflict", ["A!B"], [["A", "B"]]),
    ("two against one", ["A=B", "A!C", "B!C"], [["AB", "C"]]),
    ("three positions that all conflict", ["A!B", "B!C", "A!C"], [["A", "B", "C"]]),
    ("no merger across a conflict; the surer agreement holds", ["A=B", "B=C", "A!C"], [["AB", "C"]]),
    ("opponents of one claim that are not opponents of each other: two groups", ["A!B", "B!C"], [["A", "B"], ["B", "C"]]),
    ("unclear joins nothing", ["A?B", "C=D"], [["CD"]]),
    ("points apart stay apart, in the order of claims", ["E=F", "A!B"], [["A", "B"], ["EF"]]),
]


@pytest.mark.parametrize(("edges", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_positions_are_formed_from_verdicts(edges, expected):
    assert name_positions(find(*edges)) == expected


EDGES = st.lists(
    st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("=!"), st.sampled_from("ABCDEF")).filter(lambda e: e[0] != e[2]).map("".join),
    max_size=14,
    unique_by=lambda e: frozenset((e[0], e[2])),
)


@given(EDGES)
def test_each_position_agrees_inside_and_conflicts_with_the_others(edges):
    findings = find(*edges)
    conflicts = {frozenset((f.pair.left.id, f.pair.right.id)) for f in findings if f.verdict is Verdict.CONFLICT}
    covered = set()
    for group in form_groups(CLAIMS, findings):
        assert [claim.id for claim in group.claims] == sorted(i for position in group.positions for i in position)
        for position in group.positions:
            assert not any(frozenset(pair) in conflicts for pair in combinations(position, 2))
        for one, other in combinations(group.positions, 2):
            between = {frozenset((a, b)) for a in one for b in other} & conflicts
            assert between
            covered |= between
    assert covered == conflicts


@given(EDGES)
def test_the_order_of_claims_and_findings_changes_no_position(edges):
    findings = find(*edges)
    there = {frozenset(map(frozenset, group.positions)) for group in form_groups(CLAIMS, findings)}
    back = {frozenset(map(frozenset, group.positions)) for group in form_groups(CLAIMS[::-1], findings[::-1])}
    assert there == back
