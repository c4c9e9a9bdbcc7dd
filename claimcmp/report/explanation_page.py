"""An explanation as a page of its own, and as a fragment for notebooks."""

from __future__ import annotations

import attrs

from claimcmp.report.explanation import Explanation
from claimcmp.report.explanation_text import Teller
from claimcmp.report.page import load_style, wrap_page
from claimcmp.report.parts import render_card
from claimcmp.report.summary import make_card
from claimcmp.report.views import Card
from claimcmp.report.why import render_why
from claimcmp.report.words import Words


def render_explanation_page(explanation: Explanation, language: str = "en") -> str:
    """One self-contained page: the finding as the report shows it, and how it came about."""
    say = Words(language)
    return wrap_page(say, f"<main><h1>{say('explained')}</h1>{_render_both(explanation, say)}</main>")


def render_explanation_fragment(explanation: Explanation, language: str = "en") -> str:
    """The same with its own scoped style, no script and no ids."""
    say = Words(language)
    return (
        f'<div class="claimcmp" lang="{say.language}" dir="{say.direction}"><style>{load_style("style.css")}</style>'
        f"{_render_both(explanation, say)}</div>"
    )


def _render_both(explanation: Explanation, say: Words) -> str:
    return f"{render_card(_make_card(explanation, say.language), say)}<section>{render_why(explanation, say)}</section>"


def _make_card(explanation: Explanation, language: str) -> Card:
    """The card without its own part on how it came about, its sides named as the reasons name them."""
    card = make_card(explanation)
    names = Teller(explanation, language).name_sides()
    return attrs.evolve(card, left=attrs.evolve(card.left, outlet=names["left"]), right=attrs.evolve(card.right, outlet=names["right"]))
