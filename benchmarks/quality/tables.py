"""Figures as tables that read well in a terminal and in a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

START = "<!-- table: {name} (written by `make quality`) -->"
END = "<!-- end of table: {name} -->"


@attrs.frozen
class Row:
    """One figure: what it is, its value, and what is asked of it."""

    figure: str
    value: float | int | str
    wanted: str = ""

    def render(self) -> tuple[str, str, str]:
        """The cells as text."""
        return (self.figure, f"{self.value:.3f}" if isinstance(self.value, float) else str(self.value), self.wanted)


def render_table(rows: Iterable[Row], heads: Sequence[str] = ("figure", "value", "wanted")) -> str:
    """The rows as an aligned Markdown table; an empty last column is left out."""
    cells = [tuple(heads), *(row.render() for row in rows)]
    columns = [column for column in zip(*cells, strict=True) if any(column[1:])]
    widths = [max(map(len, column)) for column in columns]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in zip(*columns, strict=True)
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def write_table(page: Path, name: str, table: str) -> None:
    """Put the table between its two marks in a page.

    Raises
    ------
    ValueError
        If the page lacks the marks.
    """
    text = page.read_text(encoding="utf-8")
    start, end = START.format(name=name), END.format(name=name)
    if start not in text or end not in text:
        raise ValueError(f"{page} must hold the lines {start!r} and {end!r}")
    before, rest = text.split(start, 1)
    page.write_text(f"{before}{start}\n{table}\n{end}{rest.split(end, 1)[1]}", encoding="utf-8")
