"""The golden cases: the two seed articles, and the texts of tests/golden."""

from __future__ import annotations

from pathlib import Path

import claimcmp as cc
from benchmarks.quality.cases import CaseScore, find_findings, score_case
from benchmarks.quality.gold import Gold, load_gold
from benchmarks.quality.tables import Row

MAIN_CONFLICT = ("A19", "B20")


def score_seeds(path: Path) -> list[Row]:
    """Rows for the seed articles, each with what is asked of it."""
    gold = load_gold(path)
    comparison = cc.compare(gold.articles)
    score = score_case(comparison, gold)
    return [
        *_claim_rows(score),
        Row("strong pairs found", score.pairs_found, ">= 0.80"),
        Row("strong pairs with the right verdict", score.verdict_right, ">= 0.75"),
        Row("strong pairs", score.required),
        Row("findings", score.findings),
        Row("share of findings that hit a gold pair", score.findings_in_gold, ">= 0.60"),
        Row("conflicts flagged", score.conflicts),
        Row("conflicts flagged on a gold conflict", score.conflicts_in_gold, "all flagged"),
        Row("the main conflict is flagged, between", _main_conflict(comparison, gold), "speakers"),
        Row(f"hard negatives paired (of {len(gold.never_paired)})", score.never_paired, "0"),
    ]


def score_golden(path: Path) -> list[Row]:
    """Rows for one case of tests/golden."""
    gold = load_gold(path)
    score = score_case(cc.compare(gold.articles), gold)
    return [
        *_claim_rows(score),
        Row("pairs found", score.pairs_found),
        Row("pairs with the right verdict", score.verdict_right),
        Row("conflicts flagged", score.conflicts),
        Row("conflicts flagged on a gold conflict", score.conflicts_in_gold, "all flagged"),
        Row(f"pairs that must not exist (of {len(gold.never_paired)})", score.never_paired, "0"),
    ]


def _claim_rows(score: CaseScore) -> list[Row]:
    return [
        Row("claims, precision", score.claims.precision),
        Row("claims, recall", score.claims.recall),
        Row("claims, F1", score.claims.f1, ">= 0.85"),
        Row("mode right", score.mode, ">= 0.90"),
        Row("speaker right", score.speaker, ">= 0.90"),
        Row("relay right", score.relay, ">= 0.85"),
        Row("relay, precision", score.relay_precision),
    ]


def _main_conflict(comparison: cc.Comparison, gold: Gold) -> str:
    pair = next(p for p in gold.pairs if (p.left, p.right) == MAIN_CONFLICT)
    flagged = [f for f in find_findings(comparison.findings, pair, gold) if f.verdict == cc.Verdict.CONFLICT]
    return str(flagged[0].between) if flagged else "not flagged"
