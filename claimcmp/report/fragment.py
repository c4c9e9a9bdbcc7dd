"""The notebook view: a fragment with its own scoped style, no script and no ids, so that it can be shown many times."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.report.page import list_counts, load_style, render_skipped
from claimcmp.report.parts import render_card, render_legend, render_only, render_tiles
from claimcmp.report.views import Card, Summary
from claimcmp.report.words import Words, escape

MAX_SHOWN = 20
"""Findings of one verdict that a notebook shows; the page shows all."""


def render_fragment(summary: Summary, *, language: str = "en") -> str:
    """The fragment as a string: counts, conflicts, agreements, and in closed details what only one outlet carries.

    At most :data:`MAX_SHOWN` findings of a verdict are written, so that a
    notebook stays small; a line says how many were left out.
    """
    say = Words(language)
    agreements = [card for section in summary.agreements for card in section.cards]
    only = "".join(render_only(section, say) for section in summary.only)
    skipped = render_skipped(summary.skipped, say)
    return (
        f'<div class="claimcmp" lang="{escape(language)}" dir="{say.direction}"><style>{load_style("style.css")}</style>'
        + render_tiles(say, list_counts(summary))
        + render_legend(say)
        + _render_cards("conflicts", summary.conflicts, say, is_open=True)
        + _render_cards("agreements", agreements, say, is_open=not summary.conflicts)
        + _render_cards("unclear", summary.unclear, say)
        + (f"<details><summary>{say('only')} ({summary.n_only})</summary>{only}</details>" if only else "")
        + (f"<details><summary>{say('skipped')} ({len(summary.skipped)})</summary>{skipped}</details>" if skipped else "")
        + "</div>"
    )


def _render_cards(key: str, cards: Sequence[Card], say: Words, *, is_open: bool = False) -> str:
    if not cards:
        return ""
    left_out = len(cards) - MAX_SHOWN
    more = f'<p class="quiet">{say("more", n=str(left_out))}</p>' if left_out > 0 else ""
    shown = "".join(render_card(card, say) for card in cards[:MAX_SHOWN])
    return f"<details{' open' if is_open else ''}><summary>{say(key)} ({len(cards)})</summary>{shown}{more}</details>"
