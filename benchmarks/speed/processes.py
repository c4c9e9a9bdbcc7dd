"""Whole processes from outside: wall time, processor time, peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from statistics import median

import attrs

from benchmarks.quality.gold import ROOT

_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
"""Unit of ``ru_maxrss``: bytes on macOS, KiB elsewhere (getrusage(2))."""


@attrs.frozen
class Run:
    """One finished process: seconds on the clock, seconds of processor, MB at its peak."""

    wall: float
    cpu: float
    peak: float


def run_alternating(programs: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[Run]]:
    """The runs of each program, one after the other in turn, so that all meet the same noise.

    The first round warms the file cache and is not counted.
    """
    results: dict[str, list[Run]] = {name: [] for name in programs}
    for number in range(runs + 1):
        for name, command in programs.items():
            finished = run_once(command)
            if number:
                results[name].append(finished)
    return results


def run_once(command: Sequence[str]) -> Run:
    """The cost of one process.

    Raises
    ------
    RuntimeError
        If the process fails.
    """
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with exit code {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _BYTES_PER_UNIT / 1e6)


def take_median(runs: Sequence[Run]) -> Run:
    """The median of each figure by itself."""
    return Run(median(r.wall for r in runs), median(r.cpu for r in runs), median(r.peak for r in runs))
