"""Translations with one side's facts changed, compared article by article and statement by statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from random import Random

import attrs

import claimcmp as cc
from benchmarks.quality.changed.cases import Case, ChangedFact, Edit
from benchmarks.quality.changed.registry import FACTS
from benchmarks.quality.data import Rows, read_rows
from benchmarks.quality.matching import divide
from benchmarks.quality.parallel import find_line, join_lines
from benchmarks.quality.tables import Row

SEED = 23


@attrs.define
class Tally:
    """Counts of one edited language against one other."""

    edits: int = 0
    found: int = 0
    named: int = 0
    unpaired: int = 0
    alarms: int = 0
    unedited: int = 0
    stated: Counter[str] = attrs.field(factory=Counter)
    misses: list[str] = attrs.field(factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        for name in ("edits", "found", "named", "unpaired", "alarms", "unedited"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.stated += other.stated
        self.misses += other.misses
        return self


def score_changed(
    folder: Path | None, languages: Sequence[str], facets: Sequence[str], limit: int, errors: int = 0
) -> Iterator[tuple[str, list[Row]]]:
    """A table for each kind of fact: figures by edited language, over all the other languages."""
    documents = [d for d in read_rows(folder, "parallel/ntrex.jsonl") if 6 <= len(d["sentences"]) <= 40][:limit]
    for fact in (fact for fact in FACTS if fact.name in facets):
        tallies = {pair: _score_pair(documents, fact, *pair) for pair in permutations(languages, 2)}
        rows = []
        for edited in languages:
            total = Tally()
            for pair, tally in tallies.items():
                if pair[0] == edited:
                    total += tally
            rows += _tell(f"{fact.name} changed in {edited}", total, fact)
        rows += [Row(f"{fact.name} {a} against {b}: recall of {t.edits}", divide(t.found, t.edits)) for (a, b), t in tallies.items()]
        yield f"changed {fact.name}", rows
        for pair, tally in tallies.items():
            for miss in tally.misses[:errors]:
                print(f"  {'-'.join(pair)}: {miss}")


def _tell(name: str, tally: Tally, fact: ChangedFact) -> list[Row]:
    stated = tally.stated
    return [
        Row(f"{name}: recall of {tally.edits}", divide(tally.found, tally.edits), f">= {fact.wanted}"),
        Row(f"{name}: facet named right", divide(tally.named, tally.found), ">= 0.9"),
        Row(f"{name}: sentence not paired", divide(tally.unpaired, tally.edits)),
        Row(f"{name}: conflicts on {tally.unedited} unedited pairs", divide(tally.alarms, tally.unedited), "<= 0.01"),
        Row(f"{name}: as statements, against its original", divide(stated["original"], tally.edits)),
        Row(f"{name}: as statements, against the translation", divide(stated["translation"], tally.edits)),
    ]


def _score_pair(documents: Rows, fact: ChangedFact, language: str, other: str) -> Tally:
    total = Tally()
    for number, document in enumerate(documents):
        sentences = document["sentences"]
        edits = choose_edits(sentences, fact, language, other, Random(f"{SEED} {number} {language} {other} {fact.name}"))
        if edits:
            total += _score_document(sentences, edits, fact, language, other)
    return total


def choose_edits(sentences: Rows, fact: ChangedFact, language: str, other: str, source: Random) -> dict[int, Edit]:
    """The edits of one document by sentence."""
    cases = [
        Case(text=s[language].strip(), language=language, other=s[other].strip(), other_language=other, reference=s.get("en", "").strip())
        for s in sentences
    ]
    found = {index: edit for index, case in enumerate(cases) if (edit := fact.edit(case, source)) is not None}
    return dict(list(found.items())[:: fact.every])


def _score_document(sentences: Rows, edits: dict[int, Edit], fact: ChangedFact, language: str, other: str) -> Tally:
    texts = [edits[i].text if i in edits else s[language] for i, s in enumerate(sentences)]
    left, left_lines = join_lines(texts, language, "left")
    right, right_lines = join_lines([s[other] for s in sentences], other, "right")
    tally = Tally(edits=len(edits))
    findings: dict[int, list[cc.Finding]] = {}
    for finding in cc.compare([left, right]).findings:
        lines = find_line(finding.pair.left, left_lines), find_line(finding.pair.right, right_lines)
        if lines[0] == lines[1] and lines[0] in edits:
            findings.setdefault(lines[0], []).append(finding)
        elif lines[0] not in edits and lines[1] not in edits:
            tally.unedited += 1
            tally.alarms += finding.verdict is cc.Verdict.CONFLICT
            if finding.verdict is cc.Verdict.CONFLICT:
                tally.misses.append(f"ALARM {finding.rule} | {finding.pair.left.text} | {finding.pair.right.text}")
    for index, edit in edits.items():
        _count(tally, fact, edit, findings.get(index, []), sentences[index][other])
    _count_statements(tally, edits, sentences, language, other)
    return tally


def _count(tally: Tally, fact: ChangedFact, edit: Edit, findings: Sequence[cc.Finding], other: str) -> None:
    conflicts = [finding for finding in findings if finding.verdict is cc.Verdict.CONFLICT]
    if conflicts:
        tally.found += 1
        tally.named += any(_names(finding, fact) for finding in conflicts)
        return
    tally.unpaired += not findings
    rules = "+".join(sorted(finding.rule for finding in findings)) or "not paired"
    seen = "conflicting" if any(_names(finding, fact) for finding in findings) else "unseen"
    tally.misses.append(f"{rules} {seen} {edit.kind} {edit.old!r} -> {edit.new!r} | {edit.text} | {other}")


def _names(finding: cc.Finding, fact: ChangedFact) -> bool:
    return any(d.facet in fact.named and d.relation is cc.Relation.CONFLICTING for d in finding.differences)


def _count_statements(tally: Tally, edits: dict[int, Edit], sentences: Rows, language: str, other: str) -> None:
    for kind, against in (("original", language), ("translation", other)):
        pairs = [(edit.text, sentences[index][against].strip()) for index, edit in edits.items()]
        tally.stated[kind] += sum(finding.verdict is cc.Verdict.CONFLICT for finding in cc.judge_many(pairs))
