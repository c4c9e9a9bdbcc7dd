"""What the calibration writes: the reliability plot as SVG, and the file of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from benchmarks.quality.calibration_fit import Bin
from claimcmp.verdicts.calibration import Calibration

_COLOURS = ("#2680d9", "#d1342f", "#2f8f4e", "#965ad2")
_SIZE, _LEFT, _TOP = 320, 52, 20
_HEAD = """# Log-odds that a verdict is right; claimcmp/verdicts/calibration.py says how they add up.
# Written by `python -m benchmarks.quality.calibration --fit`, never by hand.
"""


def draw_reliability(tables: Mapping[str, Sequence[Bin]]) -> str:
    """An SVG: mean confidence across, share that is right upwards, one line a set, dots as large as their bins; on the diagonal is right."""
    parts = [_draw_frame()]
    for number, (name, table) in enumerate(tables.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        total = sum(one.count for one in table)
        points = [(_across(one.confidence), _upwards(one.accuracy), 2 + 9 * (one.count / total) ** 0.5, one.count) for one in table]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{colour}" fill-opacity="0.55"><title>{n}</title></circle>'
            for x, y, r, n in points
        ]
        label = _TOP + 18 + 18 * number
        parts.append(f'<rect x="{_LEFT + 10}" y="{label - 9}" width="10" height="10" fill="{colour}"/>')
        parts.append(f'<text x="{_LEFT + 26}" y="{label}">{name} ({total})</text>')
    width, height = _LEFT + _SIZE + 20, _TOP + _SIZE + 50
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12" fill="#1b1d20"><title>Reliability of the confidence</title>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>' + "".join(parts) + "</svg>\n"
    )


def _draw_frame() -> str:
    marks = [
        f'<path d="M{_across(v):.0f} {_upwards(0):.0f}V{_upwards(1):.0f}M{_across(0):.0f} {_upwards(v):.0f}H{_across(1):.0f}" stroke="#ddd"/>'
        f'<text x="{_across(v):.0f}" y="{_upwards(0) + 16:.0f}" text-anchor="middle">{v:.1f}</text>'
        f'<text x="{_LEFT - 6}" y="{_upwards(v) + 4:.0f}" text-anchor="end">{v:.1f}</text>'
        for v in (0, 0.2, 0.4, 0.6, 0.8, 1)
    ]
    middle = _TOP + _SIZE / 2
    return (
        "".join(marks)
        + f'<path d="M{_across(0):.0f} {_upwards(0):.0f}L{_across(1):.0f} {_upwards(1):.0f}" stroke="#888" stroke-dasharray="5 4"/>'
        f'<text x="{_LEFT + _SIZE / 2}" y="{_TOP + _SIZE + 38}" text-anchor="middle">confidence</text>'
        f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">share of right verdicts</text>'
    )


def _across(value: float) -> float:
    return _LEFT + _SIZE * value


def _upwards(value: float) -> float:
    return _TOP + _SIZE * (1 - value)


def write_weights(path: Path, sections: Mapping[str, Calibration]) -> None:
    """Write the weights as TOML, one table a section and kind, keys in order."""
    lines = [_HEAD]
    for section, weights in sections.items():
        for kind, values in attrs.asdict(weights).items():
            if values:
                lines.append(f"[{section}.{kind}]\n" + "".join(f"{name} = {value!r}\n" for name, value in sorted(values.items())))
    path.write_text("\n".join(lines), encoding="utf-8")
