"""A waterfall as SVG: bars that begin where the one before ends, from what everything starts from to the sum.

The picture is inert: no script, no style sheet, no link, nothing loaded; only presentation attributes, which a content
security policy lets through. Labels stand at the side where the interface language begins; the axis runs to the right
in every language, as numbers do.
"""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from claimcmp.report.explanation import Explanation
from claimcmp.report.explanation_text import Teller, order_terms, sum_confidence, sum_score

_WIDTH, _ROW, _BAR = 720, 24, 14
_LABEL, _VALUE, _EDGE = 210, 70, 12
"""Widths of the columns of labels and of values, and of the margin, in pixels."""

_HEAD, _FOOT, _SUM = 34, 30, 130
"""Heights above and below the bars of a panel, and the width that a sum is written in."""

_UP, _DOWN, _PLAIN = "#2f8f4e", "#d1342f", "#7a7f87"
_SHARES = (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999)
"""Probabilities marked on an axis of log-odds."""


@attrs.frozen
class Panel:
    """One waterfall: its title, its bars in order as (label, value), the sum as written, and whether it is log-odds."""

    title: str
    bars: tuple[tuple[str, float], ...]
    total_label: str
    total: str
    is_log_odds: bool = True

    @property
    def height(self) -> int:
        """Pixels that it takes."""
        return _HEAD + _ROW * (len(self.bars) + 1) + _FOOT


def draw_explanation(explanation: Explanation, language: str = "en", *, is_inline: bool = False) -> str:
    """The waterfalls of score and confidence under one another, as one SVG element.

    With ``is_inline`` it has no background and takes the colour of the text
    around it; else it stands alone on white.
    """
    teller = Teller(explanation, language)
    panels = list_panels(teller)
    height = sum(panel.height for panel in panels) + _EDGE
    tops = accumulate((panel.height for panel in panels), initial=0)
    body = "".join(f'<g transform="translate(0 {top})">{_draw_panel(panel, teller)}</g>' for panel, top in zip(panels, tops, strict=False))
    ground = "" if is_inline else f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
    colour = "currentColor" if is_inline else "#1b1d20"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" role="img" direction="ltr" '
        f'fill="{colour}" font-size="13" font-family="system-ui, Noto Sans, Noto Sans Arabic, sans-serif">'
        f"<title>{html.escape(teller.say('explain_title'))}</title>{ground}{body}</svg>"
    )


def list_panels(teller: Teller) -> tuple[Panel, ...]:
    """The waterfalls of an explanation: of the pair score and of the confidence, where their parts are known."""
    explanation = teller.explanation
    finding, total = explanation.finding, teller.say("explain_total")
    made = (
        (explanation.score_terms, "score", finding.pair.score, sum_score, explanation.is_log_odds),
        (explanation.confidence_terms, "confidence", finding.confidence, sum_confidence, True),
    )
    return tuple(
        Panel(
            teller.say(f"explain_{kind}", **{kind: f"{value:.3f}" if kind == "score" else f"{value:.2f}"}),
            tuple((teller.name_term(name), term) for name, term in order_terms(terms)),
            total,
            write_sum(explanation),
            is_log_odds,
        )
        for terms, kind, value, write_sum, is_log_odds in made
        if terms
    )


@attrs.frozen
class _Axis:
    """From values to pixels."""

    low: float
    high: float
    start: float
    width: float

    def place(self, value: float) -> float:
        return self.start + self.width * (value - self.low) / (self.high - self.low)


def _draw_panel(panel: Panel, teller: Teller) -> str:
    ends = list(accumulate((value for _, value in panel.bars), initial=0.0))
    axis = _make_axis(ends, panel, is_rtl=teller.is_rtl)
    rows = [*_place_bars(panel, ends), (panel.total_label, 0.0, ends[-1], panel.total, _PLAIN)]
    parts = [_write(panel.title, _WIDTH - _EDGE if teller.is_rtl else _EDGE, 20, teller, weight="600"), *_draw_marks(axis, panel)]
    for number, row in enumerate(rows):
        parts.append(_draw_row(row, _HEAD + _ROW * number, axis, teller))
    return "".join(parts)


def _make_axis(ends: Sequence[float], panel: Panel, *, is_rtl: bool) -> _Axis:
    low, high = (min(ends), max(ends)) if panel.is_log_odds else (min(0.0, *ends), max(1.0, *ends))
    margin = 0.04 * (high - low) or 1.0
    start = _EDGE + (_SUM if is_rtl else _LABEL)
    return _Axis(low - margin, high + margin, start, _WIDTH - 2 * _EDGE - _LABEL - _SUM)


def _place_bars(panel: Panel, ends: Sequence[float]) -> Iterator[tuple[str, float, float, str, str]]:
    """(label, from, to, value as written, colour) of each bar; the first starts at nought and is neither for nor against."""
    for number, (label, value) in enumerate(panel.bars):
        colour = _PLAIN if number == 0 and panel.is_log_odds else _UP if value >= 0 else _DOWN
        yield label, ends[number], ends[number + 1], f"{value:+.3f}", colour


def _draw_row(row: tuple[str, float, float, str, str], top: float, axis: _Axis, teller: Teller) -> str:
    label, begin, end, value, colour = row
    left, right = sorted((axis.place(begin), axis.place(end)))
    base = top + _ROW / 2 + 4.5
    text_at, value_at = (_WIDTH - _EDGE, _EDGE) if teller.is_rtl else (_EDGE, _WIDTH - _EDGE)
    return (
        _write(label, text_at, base, teller)
        + f'<rect x="{left:.1f}" y="{top + (_ROW - _BAR) / 2:.1f}" width="{max(1.0, right - left):.1f}" height="{_BAR}" rx="2" fill="{colour}"/>'
        + f'<text x="{value_at}" y="{base:.1f}" direction="ltr" text-anchor="{"start" if teller.is_rtl else "end"}">{html.escape(value)}</text>'
    )


def _draw_marks(axis: _Axis, panel: Panel) -> Iterator[str]:
    """Fine lines across the bars with the probability, or score, they stand for."""
    marks = (
        [(math.log(share / (1 - share)), f"{share:.4g}".rstrip("0") if share < 0.5 else f"{share:g}") for share in _SHARES]
        if panel.is_log_odds
        else [(value, f"{value:g}") for value in (0.0, 0.5, 1.0)]
    )
    bottom = _HEAD + _ROW * (len(panel.bars) + 1)
    for value, told in marks:
        if axis.low <= value <= axis.high:
            x = axis.place(value)
            yield f'<path d="M{x:.1f} {_HEAD - 4}V{bottom + 2}" stroke="{_PLAIN}" stroke-opacity="0.45" stroke-width="1"/>'
            yield f'<text x="{x:.1f}" y="{bottom + 16}" direction="ltr" text-anchor="middle" font-size="11" fill-opacity="0.75">{told}</text>'


def _write(text: str, x: float, y: float, teller: Teller, *, weight: str = "400") -> str:
    """Text of the interface, from the side where its language begins."""
    direction = "rtl" if teller.is_rtl else "ltr"
    return f'<text x="{x}" y="{y:.1f}" direction="{direction}" text-anchor="start" font-weight="{weight}">{html.escape(text)}</text>'
