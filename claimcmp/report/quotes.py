"""The quotations of a report, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.report.notes import translate_note
from claimcmp.report.parts import place_sides, render_said
from claimcmp.report.views import QuoteView
from claimcmp.report.words import Words


def render_quotes(quotes: Sequence[QuoteView], say: Words) -> str:
    """A table of the quotations that two sides give; empty where there are none. Left stands on the left in any direction."""
    if not quotes:
        return ""
    names = (say("relation"), *place_sides(say("left"), say("right"), say))
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(_render_quote(quote, say) for quote in quotes)
    return f'<div class="scroll"><table class="compared"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _render_quote(quote: QuoteView, say: Words) -> str:
    sides = place_sides(render_said(quote.left, say), render_said(quote.right, say), say)
    cells = "".join(f"<td>{cell}</td>" for cell in sides)
    return f'<tr><th scope="row">{translate_note(quote.relation, say)}</th>{cells}</tr>'
