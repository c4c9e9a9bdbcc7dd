"""Command line: ``python -m benchmarks.quality seeds golden attribution --data DIR``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality import attribution, attribution_errors, outlets, pair_scores, parallel, relation, seeds, stories
from benchmarks.quality.changed.registry import FACTS
from benchmarks.quality.changed.scoring import score_changed
from benchmarks.quality.data import DataAbsentError
from benchmarks.quality.gold import ROOT, SEEDS_GOLD
from benchmarks.quality.tables import Row, render_table, write_table

SECTIONS = ("seeds", "golden", "stories", "attribution", "outlets", "parallel", "changed", "relation")


def main() -> int:
    """The exit code: 0, or 1 where data asked for is absent."""
    options = _read_options()
    code = 0
    for section in options.sections:
        try:
            for name, rows in _score(section, options):
                table = render_table(rows)
                print(f"\n{name}\n\n{table}", flush=True)
                if options.write:
                    write_table(options.write, name, table)
            if section == "attribution" and options.errors:
                print("", *attribution_errors.list_errors(options.data, options.errors), sep="\n", flush=True)
        except DataAbsentError as error:
            print(f"\n{section}: not measured. {error}", file=sys.stderr)
            code = 1
    return code


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("sections", nargs="*", default=["seeds"], choices=SECTIONS, metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of labelled data (default: CLAIMCMP_DATA)"
    )
    parser.add_argument("--gold", type=Path, default=SEEDS_GOLD, help="gold of the seed articles, .toml or .json")
    parser.add_argument("--write", type=Path, help="page whose tables of the same names are replaced")
    parser.add_argument("--errors", type=int, metavar="N", help="attribution, changed: list N errors a language and kind, to read")
    parser.add_argument("--sets", nargs="+", default=["ans", "xnli_ar", "xnli_en"], help="relation: which sets")
    parser.add_argument(
        "--languages", nargs="+", help="parallel: which pairs (default en-ar); changed: which languages (default ar en ru fr)"
    )
    parser.add_argument(
        "--facets", nargs="+", default=[f.name for f in FACTS], choices=[f.name for f in FACTS], help="changed: which facts"
    )
    parser.add_argument("--docs", type=int, default=12, help="changed: how many documents")
    parser.add_argument("--limit", type=int, help="at most so many rows, articles or documents a set")
    options = parser.parse_args()
    options.data = Path(options.data) if options.data else None
    return options


def _score(section: str, options: argparse.Namespace) -> Iterator[tuple[str, list[Row]]]:
    if section == "seeds":
        yield "seeds", seeds.score_seeds(options.gold)
    elif section == "golden":
        yield from _score_golden()
    elif section == "stories":
        yield "stories in one language", stories.score_stories(is_across=False)
        yield "stories across languages", stories.score_stories(is_across=True)
    elif section == "attribution":
        yield "attribution, Arabic sentences", attribution.score_arabic(options.data)
        yield "attribution, English articles", attribution.score_english(options.data, options.limit)
        yield "attribution, treebanks", attribution.score_treebank(options.data)
    elif section == "outlets":
        yield "outlets", outlets.score_outlets(options.data, options.limit)
        yield "events", outlets.score_events(options.data, options.limit or 12)
    elif section == "parallel":
        pairs = options.languages or ["en-ar"]
        for languages in pairs:
            yield f"parallel {languages}", parallel.score_parallel(options.data, languages, options.limit or 12)
        yield "pair scores", pair_scores.score_pair_scores(options.data, pairs, options.limit or 12)
    elif section == "changed":
        yield from score_changed(
            options.data, options.languages or ["ar", "en", "ru", "fr"], options.facets, options.docs, options.errors or 0
        )
    else:
        for name in options.sets:
            yield f"relation {name}", relation.score_relation(options.data, name, options.limit)


def _score_golden() -> Iterator[tuple[str, list[Row]]]:
    for path in sorted((ROOT / "tests" / "golden").glob("*/gold.toml")):
        if path != SEEDS_GOLD:
            yield path.parent.name, seeds.score_golden(path)


if __name__ == "__main__":
    sys.exit(main())
