"""Calibration of the confidence: fitted on labelled pairs held aside, checked on others.

``python -m benchmarks.quality.calibration --data DIR --fit --write`` fits anew and rewrites all that is measured:
claimcmp/verdicts/calibration.toml, the table in docs/calibration.md and the plot docs/calibration.svg. Without ``--fit``
it only measures. With ``--judge rules`` it fits the weights for verdicts without trained evidence (those of the rule table
alone, and those that ask no model); with the default judge or a model, the weights for verdicts on trained evidence.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import claimcmp as cc
from benchmarks.quality.calibration_fit import Judged, bin_confidences, fit_calibration, measure_brier, measure_error
from benchmarks.quality.cases import find_findings
from benchmarks.quality.data import DataAbsentError, read_rows
from benchmarks.quality.gold import ROOT, load_gold
from benchmarks.quality.outlets import judge_annotated
from benchmarks.quality.reliability import draw_reliability, write_weights
from benchmarks.quality.stories import NEITHER, judge_stories, read_stories
from benchmarks.quality.tables import Row, render_table, write_table
from benchmarks.training.pair_data import GENERAL, NEWS, split_rows
from claimcmp.verdicts import calibration
from claimcmp.verdicts.evidence import gather_evidence

HELD = {"ans_ar_train": 252, "farstail_fa_train": 250, "mnli_en_dev": 250, "rte3_fr_dev": 100, "snli_en_dev": 100}
"""Rows of each set that are fitted on; none of them trains the pair model (benchmarks/training/pair_data.py holds them aside)."""

STORIES = "stories"
"""Reports in their own words (:mod:`benchmarks.quality.stories`), fitted on as well."""

WEIGHTS = {"ans_ar_train": 4.0, STORIES: 0.3}
"""Headlines of news are nearer to what is compared than sentences written for inference, and are few; pairs of stories are many of one hand."""

CHECKED = {"ans_ar_dev": 1000, "farstail_fa_val": 300}
"""Sets that the confidence is checked on, and at most how many of their rows; none of them is fitted on."""

OUTLETS = "outlets"
"""Whole reports with annotated claim pairs, checked as well: what the confidence is worth on claims that an alignment paired."""

RIGHT = {"entailment": ("agreement",), "contradiction": ("conflict",), "neutral": ("unclear", "unrelated")}
"""The verdicts that a label makes right."""

PAGE, PLOT = ROOT / "docs" / "calibration.md", ROOT / "docs" / "calibration.svg"
FILE = Path(calibration.__file__).with_name("calibration.toml")

SECTIONS = ("rules_only", "trained")
"""The tables of that file."""

Labelled = tuple[str, str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, or 1 where data asked for is absent."""
    options = _read_options(arguments)
    judge = None if options.judge == "default" else options.judge
    try:
        if options.fit:
            rows = [*judge_held(options.data, judge, options.limit), *judge_golden(judge), *judge_reports(judge)]
            name, chosen = ("rules_only", rows) if judge == "rules" else ("trained", [row for row in rows if row.has_evidence])
            write_weights(FILE, {**{each: calibration.load_calibration(each) for each in SECTIONS}, name: fit_calibration(chosen)})
            calibration.load_calibration.cache_clear()
            print(f"{name}: fitted on {len(chosen)} of {len(rows)} pairs: {FILE}")
        checked = {name: list(judge_checked(options.data, judge, name, options.limit or most)) for name, most in CHECKED.items()}
        checked[OUTLETS] = [
            describe(finding, OUTLETS, right=right, is_bare=False)
            for finding, right in judge_annotated(options.data, judge=judge, limit=options.limit)
        ]
    except DataAbsentError as error:
        print(f"not measured. {error}", file=sys.stderr)
        return 1
    table = render_table([row for name, judged in checked.items() for row in list_figures(name, judged)])
    print(table)
    if options.write:
        write_table(PAGE, "calibration", table)
        PLOT.write_text(draw_reliability({name: bin_confidences(*_pairs_of(judged)) for name, judged in checked.items()}), encoding="utf-8")
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.calibration", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of labelled data (default: CLAIMCMP_DATA)"
    )
    parser.add_argument("--judge", default="default", help="'default', 'rules', or the id or path of a CrossEncoder")
    parser.add_argument("--fit", action="store_true", help="fit the weights anew before measuring")
    parser.add_argument("--write", action="store_true", help="rewrite the table and the plot in docs/")
    parser.add_argument("--limit", type=int, help="at most so many rows a set")
    options = parser.parse_args(arguments)
    options.data = Path(options.data) if options.data else None
    return options


def judge_held(folder: Path | None, judge: str | None, limit: int | None) -> Iterator[Judged]:
    """The pairs held aside of every set in :data:`HELD`, judged."""
    for source in (*NEWS, *GENERAL):
        if source.name in HELD:
            rows = [(row.left, row.right, row.label) for row in split_rows(folder, source)[1][: HELD[source.name]]]
            yield from judge_rows(rows[:limit], source.name, judge)


def judge_checked(folder: Path | None, judge: str | None, name: str, limit: int | None) -> Iterator[Judged]:
    """The pairs of one checked set, judged."""
    rows = [(row["a"], row["b"], row["label"]) for row in read_rows(folder, f"relation/{name}.jsonl")]
    return judge_rows(rows[:limit], name, judge)


def judge_rows(rows: Sequence[Labelled], source: str, judge: str | None) -> Iterator[Judged]:
    """Labelled statement pairs with their verdicts; those whose label says nothing of a verdict are left out."""
    known = [row for row in rows if row[2] in RIGHT]
    for (_, _, label), finding in zip(known, cc.judge_many([row[:2] for row in known], judge=judge), strict=True):
        yield describe(finding, source, right=str(finding.verdict) in RIGHT[label], is_bare=True)


def judge_golden(judge: str | None) -> Iterator[Judged]:
    """The findings on the golden articles that hit a pair of their gold, or one that must not be."""
    for path in sorted((ROOT / "tests" / "golden").glob("*/gold.toml")):
        gold = load_gold(path)
        findings = cc.compare(gold.articles, judge=judge).findings
        for pair in (*gold.pairs, *gold.never_paired):
            wanted = pair.verdict if pair in gold.pairs and pair.verdict is not None else "unclear"
            for finding in find_findings(findings, pair, gold):
                yield describe(finding, path.parent.name, right=str(finding.verdict) == wanted, is_bare=False)


def judge_reports(judge: str | None) -> Iterator[Judged]:
    """The findings on invented stories whose pair was judged by hand; of what states neither one point nor a conflict, ``unclear`` is right."""
    for each in judge_stories(read_stories(), judge=judge):
        wanted = "unclear" if each.label == NEITHER else each.label
        yield describe(each.finding, STORIES, right=str(each.finding.verdict) == wanted, is_bare=False)


def describe(finding: cc.Finding, source: str, *, right: bool, is_bare: bool) -> Judged:
    """A finding as the fit sees it."""
    evidence = gather_evidence(finding.pair, cc.Settings(), entailment=finding.evidence, is_bare=is_bare)
    return Judged(
        source=source,
        rule=finding.rule,
        verdict=finding.verdict,
        features=calibration.measure_features(finding.verdict, evidence, cc.Settings()),
        right=right,
        confidence=finding.confidence,
        has_evidence=finding.evidence is not None,
        weight=WEIGHTS.get(source, 1.0),
    )


def list_figures(name: str, rows: Sequence[Judged]) -> list[Row]:
    """Calibration error, Brier score and the reliability table of one checked set."""
    decided = [row for row in rows if row.verdict in ("agreement", "conflict")]
    figures = [Row(f"{name}: pairs", len(rows)), Row(f"{name}: with trained evidence", sum(row.has_evidence for row in rows))]
    for kind, chosen in (("all verdicts", rows), ("agreements and conflicts", decided)):
        wanted = "<= 0.06" if name == "ans_ar_dev" else ""
        figures.append(Row(f"{name}: calibration error, {kind}", measure_error(bin_confidences(*_pairs_of(chosen))), wanted))
        figures.append(Row(f"{name}: Brier score, {kind}", measure_brier(*_pairs_of(chosen))))
    for one in bin_confidences(*_pairs_of(rows)):
        shown = f"{one.confidence:.2f} / {one.accuracy:.2f} ({one.count})"
        figures.append(Row(f"{name}: confidence {one.low:.1f} to {one.low + 0.1:.1f}: mean / right (pairs)", shown))
    return figures


def _pairs_of(rows: Sequence[Judged]) -> tuple[list[float], list[bool]]:
    return [row.confidence for row in rows], [row.right for row in rows]


if __name__ == "__main__":
    sys.exit(main())
