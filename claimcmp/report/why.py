"""How a finding came about, as a part of the page: the rule, the waterfall, what a trained model holds."""

from __future__ import annotations

from collections.abc import Iterable

from claimcmp.records import Entailment
from claimcmp.report.explanation import Explanation
from claimcmp.report.explanation_text import Teller
from claimcmp.report.waterfall import draw_explanation, list_panels
from claimcmp.report.words import Words, escape


def render_why(explanation: Explanation, say: Words) -> str:
    """The parts of an explanation that a card does not show already."""
    teller = Teller(explanation, say.language)
    picture = f'<div class="scroll">{draw_explanation(explanation, say.language, is_inline=True)}</div>' if list_panels(teller) else ""
    notes = [teller.say("explain_scale")] if picture else []
    notes += [] if explanation.score_terms else [teller.say("explain_no_sum")]
    if not explanation.confidence_terms:
        notes.append(teller.say("explain_no_confidence", confidence=f"{explanation.finding.confidence:.2f}"))
    return (
        _render_rule(teller)
        + (_render_evidence(teller, explanation.finding.evidence) if explanation.finding.evidence is not None else "")
        + picture
        + "".join(f'<p class="quiet">{escape(note)}</p>' for note in notes)
    )


def _render_rule(teller: Teller) -> str:
    rule = f"<bdi>{escape(teller.explanation.finding.rule)}</bdi>"
    decided = teller.say("explain_rule", rule=rule)
    if not teller.explanation.steps:
        return f"<p><strong>{decided}</strong></p><p>{escape(teller.say('explain_no_rule'))}</p>"
    near = teller.list_near()
    return f"<p><strong>{decided}</strong></p>{_render_list(teller.list_held())}" + (
        f"<p>{escape(teller.say('explain_near'))}</p>{_render_list(near)}" if near else ""
    )


def _render_list(items: Iterable[str]) -> str:
    return f'<ul class="reasons">{"".join(f"<li>{escape(item)}</li>" for item in items)}</ul>'


def _render_evidence(teller: Teller, evidence: Entailment) -> str:
    """A table: a row a direction, a column a probability."""
    told = teller.list_probabilities(evidence)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name, _ in told[0][1])
    rows = "".join(
        f'<tr><th scope="row">{escape(direction)}</th>{"".join(f"<td><bdi>{value:.2f}</bdi></td>" for _, value in held)}</tr>'
        for direction, held in told
    )
    caption = escape(teller.say("explain_model"))
    return (
        f'<div class="scroll"><table class="facts"><thead><tr><th scope="col">{caption}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
