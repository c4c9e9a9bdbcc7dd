"""Invented news, each story told by three outlets, with claim pairs judged by hand: what verdicts on reports in their own words are worth.

``benchmarks/stories`` holds them: some are told in one language by all, some in three; in some the third article tells of another
event of the same kind. They were composed with a large language model, from its own head, with conflicts and traps as they
happen between outlets; it also judged, without seeing any verdict, the claim pairs that an alignment had made: ``agreement`` where
both state one point, ``conflict``, or ``neither``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any  # rows of JSON files

import attrs

import claimcmp as cc
from benchmarks.quality.matching import divide
from benchmarks.quality.tables import Row
from claimcmp.verdicts.judging import JudgeLike

FOLDER = Path(__file__).parent.parent / "stories"
MIN_OVERLAP = 0.8
"""Intersection over union from which two spans are one claim: judgements are of the claims as they were read then."""

NEITHER = "neither"


@attrs.frozen(kw_only=True)
class JudgedFinding:
    """A finding, what its pair was judged to be, and the story it belongs to."""

    finding: cc.Finding
    label: str
    story: str
    is_across: bool


def read_stories() -> list[dict[str, Any]]:
    """All stories, by name."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))]


def judge_stories(stories: Sequence[Mapping[str, Any]], *, judge: JudgeLike = None) -> Iterator[JudgedFinding]:
    """The findings of each story whose pair was judged."""
    for story in stories:
        articles = [cc.Article(**article) for article in story["articles"]]
        places = {article.id: place for place, article in enumerate(articles)}
        for finding in cc.compare(articles, judge=judge).findings:
            sides = [(places[c.article_id], c.span.start, c.span.end) for c in (finding.pair.left, finding.pair.right)]
            label = next((row[6] for row in story["judged"] if _is_pair(sides, row)), None)
            if label is not None:
                languages = {articles[place].language for place, *_ in sides}
                yield JudgedFinding(finding=finding, label=label, story=story["id"], is_across=len(languages) > 1)


def _is_pair(sides: Sequence[tuple[int, int, int]], row: Sequence[Any]) -> bool:
    known = [tuple(row[:3]), tuple(row[3:6])]
    return any(_is_claim(sides[0], one) and _is_claim(sides[1], two) for one, two in (known, known[::-1]))


def _is_claim(side: tuple[int, int, int], known: tuple[int, ...]) -> bool:
    shared = min(side[2], known[2]) - max(side[1], known[1])
    whole = max(side[2], known[2]) - min(side[1], known[1])
    return side[0] == known[0] and shared >= MIN_OVERLAP * whole


def score_stories(*, is_across: bool, judge: JudgeLike = None) -> list[Row]:
    """Rows on the agreements and conflicts among judged pairs, in one language or across languages."""
    stories = [story for story in read_stories() if (len({article["language"] for article in story["articles"]}) > 1) is is_across]
    found = list(judge_stories(stories, judge=judge))
    counts = Counter((str(each.finding.verdict), each.label) for each in found)
    rows = [Row("stories", len(stories)), Row("judged pairs", len(found))]
    for verdict in ("agreement", "conflict"):
        given = sum(count for (one, _), count in counts.items() if one == verdict)
        gold = sum(count for (_, label), count in counts.items() if label == verdict)
        right = counts[verdict, verdict]
        rows += [Row(f"{verdict}, precision", divide(right, given)), Row(f"{verdict}, recall", divide(right, gold))]
    rows.append(Row("conflicts that were judged agreements", counts["conflict", "agreement"]))
    rows.append(Row("agreements that were judged conflicts", counts["agreement", "conflict"]))
    for least in (0.5, 0.7):
        sure = [each for each in found if each.finding.verdict == "agreement" and each.finding.confidence >= least]
        rows.append(
            Row(f"agreement, precision from confidence {least}", divide(sum(each.label == "agreement" for each in sure), len(sure)))
        )
    return rows
