"""The seed articles with other people, papers, places, days and years: the result keeps its structure."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import cache
from pathlib import Path

import attrs
import pytest

import claimcmp as cc
from benchmarks.quality.cases import CaseScore, find_findings, is_any_pair, score_case
from benchmarks.quality.gold import Gold, GoldClaim, GoldPair, load_gold
from tests.golden.test_golden import SEED_FIGURES

GOLD = Path(__file__).resolve().parent / "seeds" / "gold.toml"

RENAMED = {
    "سيرجي ناريشكين": "أندريه كوزنتسوف", "سيرغي ناريشكين": "أندري كوزنتسوف", "ناريشكين": "كوزنتسوف",
    "وليام بيرنز": "توماس هاربر", "بيرنز": "هاربر",
    "جون كيربي": "بيتر لوسون", "فخر الدين ألطون": "لاسلو فاركاش", "ألطون": "فاركاش",
    "دميتري بيسكوف": "إيفان أورلوف", "بيسكوف": "أورلوف", "رجب طيب أردوغان": "غابور سابو",
    "فولوديمير زيلينسكي": "ميكولا بوندار", "فلاديمير بوتين": "بافل سوكولوف", "جو بايدن": "آلان ميرسر",
    "يفجيني بريجوجين": "رومان غريشين", "بريجوجين": "غريشين", "فاجنر": "سوخوي",
    "لويد أوستن": "مارك ديلون", "سيرغي شويغو": "أوليغ زايتسيف",
    "وول ستريت جورنال": "شيكاغو تريبيون", "واشنطن بوست": "بوسطن غلوب",
    "لتركيا": "للمجر", "تركيا": "المجر", "أنقرة": "بودابست", "التركية": "المجرية", "تركية": "مجرية",
    "14 نوفمبر": "21 أكتوبر", "نوفمبر": "أكتوبر", "، الاثنين،": "، الخميس،",
}  # fmt: skip
"""People, papers, places and days, each replaced by one of its kind; the publication days move along."""

PUBLISHED = {"000": date(2022, 7, 13), "001": date(2021, 10, 21)}
MEETING = date(2021, 10, 21)
_ANY = re.compile("|".join(map(re.escape, sorted(RENAMED, key=len, reverse=True))))


def rename(text: str) -> str:
    return _ANY.sub(lambda match: RENAMED[match.group()], text)


def move_offset(text: str, offset: int) -> int:
    """Where an offset of ``text`` lies in ``rename(text)``."""
    matches = list(_ANY.finditer(text))
    passed = matches[: bisect_right([match.end() for match in matches], offset)]
    return offset + sum(len(RENAMED[match.group()]) - len(match.group()) for match in passed)


@cache
def get_gold() -> Gold:
    gold = load_gold(GOLD)
    texts = {article.id: article.text for article in gold.articles}
    return attrs.evolve(
        gold,
        articles=tuple(attrs.evolve(a, text=rename(a.text), published=PUBLISHED[a.id]) for a in gold.articles),
        claims={claim.id: _rename_claim(claim, texts[claim.article_id]) for claim in gold.claims.values()},
    )


def _rename_claim(claim: GoldClaim, text: str) -> GoldClaim:
    return attrs.evolve(
        claim,
        start=move_offset(text, claim.start),
        end=move_offset(text, claim.end),
        speaker=rename(claim.speaker) if claim.speaker else None,
        via=tuple(map(rename, claim.via)),
    )


@cache
def get_comparison() -> cc.Comparison:
    return cc.compare(get_gold().articles)


@cache
def get_score() -> CaseScore:
    return score_case(get_comparison(), get_gold())


def find(left: str, right: str) -> list[cc.Finding]:
    return find_findings(get_comparison().findings, GoldPair(left=left, right=right), get_gold())


def test_the_renamed_gold_still_marks_the_same_claims():
    original, renamed = load_gold(GOLD), get_gold()
    before, after = ({a.id: a.text for a in gold.articles} for gold in (original, renamed))
    for id_, claim in renamed.claims.items():
        first = original.claims[id_]
        assert after[claim.article_id][claim.start : claim.end] == rename(before[first.article_id][first.start : first.end])
    assert not any("ناريشكين" in text or "تركيا" in text for text in after.values())


@pytest.mark.parametrize(("figure", "read", "least"), SEED_FIGURES, ids=[row[0] for row in SEED_FIGURES])
def test_other_names_and_dates_reach(figure, read, least):
    assert read(get_score()) >= least, figure


def test_other_names_and_dates_keep_the_conflict_and_add_none():
    gold = get_gold()
    flagged = [f for f in find("A19", "B20") if f.verdict == cc.Verdict.CONFLICT]
    assert {f.between for f in flagged} == {cc.Between.SPEAKERS}
    allowed = [pair for pair in gold.pairs if pair.verdict == "conflict"]
    assert all(is_any_pair(f, allowed, gold) for f in get_comparison().conflicts)


def test_other_names_and_dates_still_pair_no_look_alikes():
    assert [p.why for p in get_gold().never_paired if find(p.left, p.right)] == []


def test_other_days_are_reconciled_by_the_publication_days():
    agreed = [f for f in find("A14", "B1") if f.verdict == cc.Verdict.AGREEMENT]
    days = {(s.first, s.last) for f in agreed for d in f.differences for s in (d.left, d.right) if isinstance(s, cc.When)}
    assert (MEETING, MEETING) in days
