"""Command line: ``python -m benchmarks.speed``: a cold comparison of the seeds beside an import of sentence_transformers."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmarks.quality.gold import ROOT
from benchmarks.quality.tables import Row, render_table, write_table
from benchmarks.speed.processes import run_alternating, take_median

COMPARE = "import claimcmp as cc; assert cc.compare(cc.read_articles('seeds')).findings"
FRAMEWORK = "import sentence_transformers"
IMPORT = "import time; t = time.perf_counter(); import claimcmp; print(time.perf_counter() - t)"
MAX_RATIO = 0.6
MAX_PEAK = 400.0
MAX_IMPORT = 0.3


def main() -> int:
    """The exit code: 0, or 1 where a bound is not kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each program")
    parser.add_argument("--write", type=Path, help="page whose table named 'speed' is replaced")
    options = parser.parse_args()
    programs = {"compare": (sys.executable, "-c", COMPARE), "framework": (sys.executable, "-c", FRAMEWORK)}
    measured = {name: take_median(runs) for name, runs in run_alternating(programs, options.runs).items()}
    compare, framework, imported = measured["compare"], measured["framework"], _time_import(options.runs)
    ratio = compare.wall / framework.wall
    table = render_table(
        [
            Row("cold process comparing the seeds, s", compare.wall),
            Row("the same, processor s", compare.cpu),
            Row("process that imports sentence_transformers, s", framework.wall),
            Row("the same, processor s", framework.cpu),
            Row("ratio of the two, on the clock", ratio, f"<= {MAX_RATIO}"),
            Row("ratio of the two, processor", compare.cpu / framework.cpu),
            Row("peak memory of the comparison, MB", compare.peak, f"< {MAX_PEAK:.0f}"),
            Row("import claimcmp, s", imported, f"< {MAX_IMPORT}"),
        ]
    )
    print(f"\nspeed: medians of {options.runs} alternating runs\n\n{table}")
    if options.write:
        write_table(options.write, "speed", table)
    return int(ratio > MAX_RATIO or compare.peak >= MAX_PEAK or imported >= MAX_IMPORT)


def _time_import(runs: int) -> float:
    command = (sys.executable, "-c", IMPORT)
    outputs = [subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout for _ in range(runs)]
    return median(map(float, outputs))


if __name__ == "__main__":
    sys.exit(main())
