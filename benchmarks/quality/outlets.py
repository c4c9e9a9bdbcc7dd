"""Whole English reports of one incident by different outlets, and look-alikes of different incidents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any  # rows of foreign JSON files

import claimcmp as cc
from benchmarks.quality.data import read_document, read_rows
from benchmarks.quality.matching import count_shared, divide
from benchmarks.quality.tables import Row
from claimcmp.verdicts.judging import JudgeLike


def score_outlets(folder: Path | None, limit: int | None) -> list[Row]:
    """Rows on pairs found, verdicts, conflicts, and what is made of look-alikes."""
    data = read_document(folder, "outlets/xoutlet_en_dev.json")
    counts: Counter[str] = Counter()
    cases = data["pairs"][:limit]
    for case in cases:
        findings = _compare(case).findings
        counts["flagged"] += sum(f.verdict == cc.Verdict.CONFLICT for f in findings)
        for pair in case["claim_pairs"]:
            counts.update(_score_pair(pair, findings))
    alike = [_compare(case) for case in data.get("negatives", [])]
    return [
        Row("claim pairs in the gold", counts["gold"]),
        Row("pairs found", divide(counts["found"], counts["gold"]), ">= 0.75"),
        Row("verdict right", divide(counts["right"], counts["gold"]), ">= 0.70"),
        Row("verdict right where the annotator was sure", divide(counts["sure right"], counts["sure"])),
        *(Row(f"verdict right, {v}", divide(counts[f"{v} right"], counts[v])) for v in ("agreement", "conflict")),
        Row(
            "conflict, precision on gold pairs",
            divide(counts["conflict right"], counts["conflict right"] + counts["wrong conflict"]),
            ">= 0.8",
        ),
        Row("later figures and later words marked", divide(counts["update marked"], counts["update"])),
        Row("conflicts flagged per pair of articles", divide(counts["flagged"], len(cases))),
        Row("findings per pair of different incidents", divide(sum(len(c.findings) for c in alike), len(alike))),
        Row("conflicts per pair of different incidents", divide(sum(len(c.conflicts) for c in alike), len(alike)), "< 0.2"),
    ]


def judge_annotated(folder: Path | None, *, judge: JudgeLike = None, limit: int | None = None) -> Iterator[tuple[cc.Finding, bool]]:
    """The findings that join two annotated claims, and whether their verdict is the annotator's."""
    for case in read_document(folder, "outlets/xoutlet_en_dev.json")["pairs"][:limit]:
        findings = _compare(case, judge=judge).findings
        for pair in case["claim_pairs"]:
            for finding in findings:
                if _joins(finding, pair):
                    yield finding, str(finding.verdict) == pair["verdict"]


def _joins(finding: cc.Finding, pair: dict[str, Any]) -> bool:
    return _touches(finding.pair.left, pair["left"]) and _touches(finding.pair.right, pair["right"])


def score_events(folder: Path | None, limit: int | None) -> list[Row]:
    """Rows on reports of one event and of different ones, which must not meet: claims paired in each."""
    events = read_rows(folder, "outlets/basil_en.jsonl")[:limit]
    within = sum(_count_pairs(event, event, sides) for event in events for sides in ((0, 1), (0, 2), (1, 2)))
    moved = [*events[1:], *events[:1]]
    between = sum(
        _count_pairs(event, other, sides) for event, other in zip(events, moved, strict=True) for sides in ((0, 1), (1, 2), (2, 0))
    )
    return [
        Row("pairs between reports of one event", within),
        Row("pairs between reports of different events", between),
        Row("pairs of different events for each of one event", divide(between, within), "<= 0.05"),
    ]


def _count_pairs(left: dict[str, Any], right: dict[str, Any], sides: tuple[int, int]) -> int:
    rows = (left["articles"][sides[0]], right["articles"][sides[1]])
    articles = [
        cc.Article(id=str(n), text=row["text"], outlet=str(n), published=(row["published"] or "")[:10] or None)
        for n, row in enumerate(rows)
    ]
    claims = [claim for article in articles for claim in cc.extract_claims(article)]
    return len(cc.align_claims(cc.embed_claims(claims)).pairs)


def _compare(case: dict[str, Any], *, judge: JudgeLike = None) -> cc.Comparison:
    return cc.compare([_make_article(case["left"], "left"), _make_article(case["right"], "right")], judge=judge)


def _make_article(row: dict[str, Any], side: str) -> cc.Article:
    return cc.Article(id=side, text=row["text"], outlet=f"{row['source']} ({side})", published=row["date_iso"])


def _score_pair(pair: dict[str, Any], findings: Sequence[cc.Finding]) -> Counter[str]:
    joining = [f for f in findings if _joins(f, pair)]
    verdicts = {f.verdict for f in joining}
    wanted = pair["verdict"]
    right = wanted in verdicts
    sure = pair.get("confidence") != "low"
    wrong = wanted != "conflict" and "conflict" in verdicts
    is_update = bool(pair.get("update"))
    is_marked = is_update and any(f.update is not None for f in joining)
    return Counter(
        {"gold": 1, wanted: 1, f"{wanted} right": right, "found": bool(verdicts), "right": right}
        | {"sure": sure, "sure right": sure and right, "wrong conflict": wrong}
        | {"update": is_update, "update marked": is_marked}
    )


def _touches(claim: cc.Claim, gold: dict[str, Any]) -> bool:
    own, wanted = (claim.span.start, claim.span.end), (int(gold["start"]), int(gold["end"]))
    return count_shared(own, wanted) >= 0.5 * min(own[1] - own[0], wanted[1] - wanted[0])
