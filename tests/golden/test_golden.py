"""Whole comparisons against hand-made gold: the seed articles, an English pair, an Arabic-English pair."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import claimcmp as cc
from benchmarks.quality.cases import CaseScore, find_findings, is_any_pair, score_case
from benchmarks.quality.gold import Gold, GoldPair, load_gold

HERE = Path(__file__).resolve().parent
OWN = ("ferry", "railway")
OTHER_PROCESSOR = 0.01
"""How far a pair score may lie from that on another kind of processor, whose 8-bit kernels round otherwise."""

MEETING = date(2022, 11, 14)


@cache
def get_gold(case: str) -> Gold:
    return load_gold(HERE / case / "gold.toml")


@cache
def get_comparison(case: str) -> cc.Comparison:
    return cc.compare(get_gold(case).articles)


@cache
def get_score(case: str) -> CaseScore:
    return score_case(get_comparison(case), get_gold(case))


def find(case: str, left: str, right: str) -> list[cc.Finding]:
    return find_findings(get_comparison(case).findings, GoldPair(left=left, right=right), get_gold(case))


def list_pairs(kind: str) -> list[object]:
    """One test parameter a gold pair of our own texts; known limits are expected to fail."""
    rows = []
    for case in OWN:
        for pair in getattr(get_gold(case), kind):
            marks = [pytest.mark.xfail(strict=True, reason=pair.known_limit)] if pair.known_limit else []
            rows.append(pytest.param(case, pair, id=f"{case}: {pair.why}", marks=marks))
    return rows


SEED_FIGURES = [
    ("claims F1", lambda s: s.claims.f1, 0.85),
    ("mode right", lambda s: s.mode, 0.90),
    ("speaker right", lambda s: s.speaker, 0.90),
    ("relay right", lambda s: s.relay, 0.85),
    ("strong pairs found", lambda s: s.pairs_found, 0.80),
    ("strong pairs with the right verdict", lambda s: s.verdict_right, 0.75),
    ("findings that hit a gold pair", lambda s: s.findings_in_gold, 0.60),
]


@pytest.mark.parametrize(("figure", "read", "least"), SEED_FIGURES, ids=[row[0] for row in SEED_FIGURES])
def test_the_seeds_reach(figure, read, least):
    assert read(get_score("seeds")) >= least, figure


def test_the_seeds_have_21_strong_pairs_and_9_hard_negatives():
    gold = get_gold("seeds")
    assert (len(gold.required), len(gold.never_paired)) == (21, 9)


@pytest.mark.parametrize("pair", get_gold("seeds").never_paired, ids=lambda p: p.why)
def test_hard_negatives_of_the_seeds_are_not_paired(pair):
    assert not find("seeds", pair.left, pair.right)


def test_the_one_real_conflict_of_the_seeds_is_between_speakers():
    flagged = [f for f in find("seeds", "A19", "B20") if f.verdict == cc.Verdict.CONFLICT]
    assert flagged
    assert {f.between for f in flagged} == {cc.Between.SPEAKERS}
    assert all(f.reasons for f in flagged)


def test_nothing_else_in_the_seeds_is_a_conflict():
    gold = get_gold("seeds")
    allowed = [pair for pair in gold.pairs if pair.verdict == "conflict"]
    stray = [f for f in get_comparison("seeds").conflicts if not is_any_pair(f, allowed, gold)]
    assert [(f.pair.left.text, f.pair.right.text) for f in stray] == []


def test_monday_and_the_fourteenth_of_last_november_are_one_day():
    agreed = [f for f in find("seeds", "A14", "B1") if f.verdict == cc.Verdict.AGREEMENT]
    dates = [d for f in agreed for d in f.differences if d.facet == cc.FacetName.DATE]
    days = [(side.first, side.last) for d in dates for side in (d.left, d.right) if isinstance(side, cc.When)]
    assert (MEETING, MEETING) in days
    assert all(d.relation != cc.Relation.CONFLICTING for d in dates)
    assert all(first <= MEETING <= last for first, last in days)


@pytest.mark.parametrize("case", OWN)
def test_own_texts_reach_the_figures_of_the_seeds(case):
    score = get_score(case)
    assert score.claims.f1 >= 0.85
    assert score.mode >= 0.90
    assert score.speaker >= 0.90
    assert score.relay >= 0.85


@pytest.mark.parametrize(("case", "pair"), list_pairs("required"))
def test_a_pair_is_found_with_its_verdict(case, pair):
    found = find(case, pair.left, pair.right)
    assert found, f"{pair.left}-{pair.right} is not paired"
    assert {str(f.verdict) for f in found} == {pair.verdict}
    if pair.between:
        assert {str(f.between) for f in found} == {pair.between}


@pytest.mark.parametrize(("case", "pair"), list_pairs("never_paired"))
def test_look_alikes_are_not_paired(case, pair):
    least = cc.Settings().min_pair_score + OTHER_PROCESSOR
    assert [f.pair.score for f in find(case, pair.left, pair.right) if f.pair.score >= least] == []


@pytest.mark.parametrize("case", OWN)
def test_own_texts_hold_no_conflict_but_those_of_the_gold(case):
    gold = get_gold(case)
    allowed = [pair for pair in gold.pairs if pair.verdict == "conflict"]
    stray = [f for f in get_comparison(case).conflicts if not is_any_pair(f, allowed, gold)]
    assert [(f.pair.left.text, f.pair.right.text) for f in stray] == []
