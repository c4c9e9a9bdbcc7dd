"""Translations as outlets that agree on everything: alignment, and conflicts that are false alarms."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

import claimcmp as cc
from benchmarks.quality.data import Rows, read_rows
from benchmarks.quality.matching import Range, Score, count_shared, divide
from benchmarks.quality.tables import Row

KEPT = 0.7
"""Share of the sentences that each side of an alignment case keeps."""
SEED = 11
SHIFT = 7
"""How many documents further the foreign sentences come from."""
PUBLISHED = "2018-11-15"


@attrs.frozen
class Case:
    """Two articles, the span of each line in both, and which lines translate each other."""

    articles: tuple[cc.Article, cc.Article]
    left: list[Range]
    right: list[Range]
    gold: frozenset[tuple[int, int]]


def score_parallel(folder: Path | None, languages: str, limit: int) -> list[Row]:
    """Rows for a pair of languages such as ``"en-ar"``."""
    left, right = languages.split("-")
    documents = [d for d in read_rows(folder, "parallel/ntrex.jsonl") if 6 <= len(d["sentences"]) <= 40]
    score = _score_alignment(documents, left, right, limit)
    false, findings, aligned, sentences = _count_alarms(documents[:limit], left, right)
    return [
        Row(f"{languages}: alignment, precision", score.precision),
        Row(f"{languages}: alignment, recall", score.recall),
        Row(f"{languages}: alignment, F1", score.f1, ">= 0.95"),
        Row(f"{languages}: sentences met by their translation", divide(aligned, sentences)),
        Row(f"{languages}: pairs of sentences flagged as conflict", divide(false, findings), "<= 0.01"),
    ]


def make_cases(documents: Rows, left: str, right: str, numbers: Iterable[int]) -> Iterator[Case]:
    """A document on each side without three in ten of its sentences, with another document's mixed in on the right."""
    source = random.Random(SEED)
    for number in numbers:
        own, foreign = documents[number]["sentences"], documents[(number + SHIFT) % len(documents)]["sentences"]
        kept = [sorted(source.sample(range(len(own)), max(3, int(len(own) * KEPT)))) for _ in range(2)]
        extra = source.sample(range(len(foreign)), min(len(foreign), len(kept[1]) // 2))
        a, a_lines = join_lines([own[i][left] for i in kept[0]], left, "left")
        b, b_lines = join_lines([own[i][right] for i in kept[1]] + [foreign[i][right] for i in extra], right, "right")
        gold = frozenset((i, j) for i, x in enumerate(kept[0]) for j, y in enumerate(kept[1]) if x == y)
        yield Case((a, b), a_lines, b_lines, gold)


def _score_alignment(documents: Rows, left: str, right: str, limit: int) -> Score:
    total = Score(0, 0, 0)
    for case in make_cases(documents, left, right, range(min(limit, len(documents)))):
        found = set(_pair_lines(cc.compare(case.articles), case.left, case.right))
        total += Score(len(found & case.gold), len(found), len(case.gold))
    return total


def _count_alarms(documents: Rows, left: str, right: str) -> tuple[int, int, int, int]:
    false = findings = aligned = sentences = 0
    for document in documents:
        a, a_lines = join_lines([s[left] for s in document["sentences"]], left, "left")
        b, b_lines = join_lines([s[right] for s in document["sentences"]], right, "right")
        pairs = _pair_lines(cc.compare([a, b]), a_lines, b_lines)
        sentences += len(a_lines)
        findings += len(pairs)
        aligned += sum(i == j for i, j in pairs)
        false += sum(cc.Verdict.CONFLICT in verdicts for verdicts in pairs.values())
    return false, findings, aligned, sentences


def join_lines(sentences: list[str], language: str, name: str) -> tuple[cc.Article, list[Range]]:
    """An article of one sentence a line, and the range of each line."""
    lines: list[Range] = []
    position = 0
    for sentence in (s.strip() for s in sentences):
        lines.append((position, position + len(sentence)))
        position += len(sentence) + 1
    text = "\n".join(s.strip() for s in sentences)
    return cc.Article(id=name, text=text, outlet=name, language=language, published=PUBLISHED), lines


def _pair_lines(comparison: cc.Comparison, left: list[Range], right: list[Range]) -> dict[tuple[int, int], set[cc.Verdict]]:
    pairs: dict[tuple[int, int], set[cc.Verdict]] = defaultdict(set)
    for finding in comparison.findings:
        pairs[find_line(finding.pair.left, left), find_line(finding.pair.right, right)].add(finding.verdict)
    return pairs


def find_line(claim: cc.Claim, lines: list[Range]) -> int:
    """The number of the line that a claim stands in."""
    """The line that a claim stands in."""
    return max(range(len(lines)), key=lambda i: count_shared((claim.span.start, claim.span.end), lines[i]))
