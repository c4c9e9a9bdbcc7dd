"""The visible parts of a report, one small function each: summary records in, safe HTML out.

Everything that comes from outside passes :func:`escape`. Article texts and
names are isolated (``dir="auto"``, ``<bdi>``), so that neither a script's
direction nor a stray direction mark reaches the text around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never
from urllib.parse import urlsplit

import attrs

from claimcmp.records import Between, Claim, Mode, Reason, Relation, Sense, Side, Verdict
from claimcmp.report.marks import Passage, Segment, Tone
from claimcmp.report.notes import translate_note
from claimcmp.report.views import ArticleView, Card, DifferenceRow, EventSection, OutletSection, SideView
from claimcmp.report.why import render_why
from claimcmp.report.words import Words, escape, isolate

_HIGH, _MEDIUM = 0.8, 0.55
"""Confidence from which the page says "high" and "medium"; wording only, nothing is decided by it."""


_ONE_SIDED = frozenset({Relation.LEFT_ONLY, Relation.RIGHT_ONLY})
"""Relations of which a note only repeats that the other side has nothing."""


_NOTE_LANGUAGE = "en"
"""Interface language in which differences carry their notes."""


def render_tiles(say: Words, counts: Iterable[tuple[str, str, int]]) -> str:
    """The headline counts: (class, message key, number)."""
    tiles = "".join(f'<li class="{kind}"><strong>{number}</strong><span>{say(key)}</span></li>' for kind, key, number in counts)
    return f'<ul class="tiles">{tiles}</ul>'


def render_legend(say: Words) -> str:
    """What the colours of marked words mean."""
    marks = " ".join(f'<mark class="{tone}">{say(f"mark_{tone}")}</mark>' for tone in reversed(Tone))
    return f'<p class="legend quiet">{marks}</p>'


def render_card(card: Card, say: Words) -> str:
    """One finding: verdict, both sides, reasons, the comparison point by point, and how it came about."""
    reasons = "".join(f"<li>{render_reason(reason, say)}</li>" for reason in card.reasons)
    return (
        f'<article class="card {escape(card.verdict)}">'
        f'<div class="verdict">{_render_verdict(card, say)}</div>'
        f'<div class="sides">{render_side(card.left, say, "left")}{render_side(card.right, say, "right")}</div>'
        + (f'<ul class="reasons" aria-label="{say("why")}">{reasons}</ul>' if reasons else "")
        + (_render_differences(card, say) if card.rows else "")
        + (f"<details><summary>{say('explain')}</summary>{render_why(card.explanation, say)}</details>" if card.explanation else "")
        + "</article>"
    )


def render_reason(reason: Reason, say: Words) -> str:
    """A reason in the interface language, each of its parameters isolated."""
    stand_ins = {name: f"\ue000{number}\ue001" for number, name in enumerate(reason.parameters)}
    text = escape(attrs.evolve(reason, parameters=stand_ins).render(say.language))
    for name, stand_in in stand_ins.items():
        text = text.replace(stand_in, isolate(reason.parameters[name].replace("\ue000", "\ufffd")))
    return text


def render_side(side: SideView, say: Words, place: str) -> str:
    """One side of a finding: outlet and date, whose word it is, the text with its marks.

    ``place`` is ``"left"`` or ``"right"``: left, the report given first, stays
    left on a right-to-left page; where sides are stacked, which is first is said.
    """
    date = f" <time>{escape(side.published)}</time>" if side.published else ""
    return (
        f'<section class="side" dir="{say.direction}" data-place="{say(place)}"><p class="outlet"><strong>{isolate(side.outlet)}</strong>{date}</p><p class="quiet">{render_speaker(side, say)}</p>'
        f'<blockquote class="text" dir="auto"{_lang(side.language)}>{_render_segments(side.segments, say)}</blockquote></section>'
    )


def render_speaker(side: SideView, say: Words) -> str:
    """Whose word a claim is, and through whom it came."""
    if side.speaker is None:
        return say("own_words")
    role = f" ({isolate(side.role)})" if side.role and side.role not in side.speaker else ""
    unnamed = f" [{say('unnamed', reason=isolate(side.reason))}]" if side.reason else ""
    via = f" · {say('via')} {' → '.join(map(isolate, side.via))}" if side.via else ""
    sense = "" if side.sense is Sense.ASSERTS else f"<strong>{say(f'sense_{side.sense}')}</strong>, "
    return f"{isolate(side.speaker)}{role}{unnamed} · {sense}{say(f'mode_{side.mode}')}{via}"


def render_event(section: EventSection, say: Words) -> str:
    """The findings of one event under its label, time and place."""
    title = say("other_points") if section.label is None else isolate(section.label)
    facts = " · ".join(isolate(fact) for fact in (section.when, section.where) if fact)
    return (
        f"<section><h3>{title}</h3>"
        + (f'<p class="quiet">{facts}</p>' if facts else "")
        + "".join(render_card(card, say) for card in section.cards)
        + "</section>"
    )


def render_only(section: OutletSection, say: Words) -> str:
    """A table of what only one outlet carries."""
    rows = "".join(
        f'<tr><td class="text" dir="auto"{_lang(side.language)}>{_render_segments(side.segments, say)}</td><td>{render_speaker(side, say)}</td></tr>'
        for side in section.claims
    )
    head = f'<thead><tr><th scope="col">{say("claim")}</th><th scope="col">{say("said_by")}</th></tr></thead>'
    table = f'<div class="scroll"><table class="only">{head}<tbody>{rows}</tbody></table></div>'
    return f"<details open><summary><strong>{isolate(section.outlet)}</strong> ({len(section.claims)})</summary>{table}</details>"


def render_article(article: ArticleView, say: Words) -> str:
    """One article in full, its claims marked and carrying their speakers as tooltips."""
    facts = [isolate(fact) for fact in (article.published, article.language) if fact]
    if article.url:
        facts.append(_render_link(article.url))
    title = f": {isolate(article.title)}" if article.title and article.title != article.outlet else ""
    text = "".join(_render_passage(passage, say) for passage in article.passages)
    return (
        f"<details><summary><h3>{isolate(article.outlet)}{title}</h3></summary>"
        + (f'<p class="quiet">{" · ".join(facts)}</p>' if facts else "")
        + f'<div class="full text" dir="auto"{_lang(article.language)}>{text}</div></details>'
    )


def render_table(head: Sequence[str], rows: Iterable[tuple[str, str]]) -> str:
    """A table of two columns; names are text, ``head`` and the values HTML."""
    body = "".join(f'<tr><th scope="row">{isolate(name)}</th><td>{value}</td></tr>' for name, value in rows)
    columns = "".join(f'<th scope="col">{title}</th>' for title in head)
    return f'<div class="scroll"><table class="facts"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>'


def _lang(language: str) -> str:
    return f' lang="{escape(language)}"' if language and language != "und" else ""


def _render_verdict(card: Card, say: Words) -> str:
    badges = [f'<span class="badge main">{_name_verdict(card, say)}</span>']
    badges += [f'<span class="badge minor">{text}</span>' for text in _list_extras(card, say)]
    return " ".join(badges) + f" <span>{_describe_confidence(card.confidence, say)}</span>"


def _name_verdict(card: Card, say: Words) -> str:
    match card.verdict:
        case Verdict.CONFLICT:
            return say(f"conflict_{card.between or Between.OUTLETS}")
        case Verdict.AGREEMENT:
            return say("agreement")
        case Verdict.UNCLEAR:
            return say("verdict_unclear")
        case Verdict.UNRELATED:
            return say("unrelated")
    assert_never(card.verdict)


def _list_extras(card: Card, say: Words) -> list[str]:
    """What else is to be said beside the verdict: points of conflict, added detail, shared copy, sources, updates."""
    names = _name_sides(card)
    points = dict.fromkeys(row.facet for row in card.rows if row.relation is Relation.CONFLICTING)
    extras = [say(f"facet_{facet}") for facet in points]
    if card.adds is not Side.NONE:
        extras.append(say(f"adds_{card.adds}", **names))
    if card.shared_copy:
        extras.append(say("shared_copy"))
    if card.verdict is Verdict.AGREEMENT:
        extras.append(say("sources", n=str(card.independent_sources)))
    if card.update in (Side.LEFT, Side.RIGHT):
        extras.append(say(f"update_{card.update}", **names))
    return extras


def _describe_confidence(confidence: float, say: Words) -> str:
    word = "high" if confidence >= _HIGH else "medium" if confidence >= _MEDIUM else "low"
    return f"{say('confidence')}: {say(f'confidence_{word}')} <bdi>({confidence:.2f})</bdi>"


def _render_differences(card: Card, say: Words) -> str:
    names = (say("facet"), *place_sides(isolate(card.left.outlet), isolate(card.right.outlet), say), say("relation"))
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(_render_difference(row, card, say) for row in card.rows)
    return (
        f'<details><summary>{say("differences")} ({len(card.rows)})</summary><div class="scroll">'
        f'<table class="compared"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _render_difference(row: DifferenceRow, card: Card, say: Words) -> str:
    kind = ' class="row-conflict"' if row.relation is Relation.CONFLICTING else ""
    is_shown = say.language == _NOTE_LANGUAGE and row.relation not in _ONE_SIDED
    told = translate_note(row.note, say) or (isolate(row.note) if is_shown else "")
    note = f'<br><span class="quiet">{told}</span>' if told else ""
    values = place_sides(_render_value(row.left, row.left_value), _render_value(row.right, row.right_value), say)
    cells = "".join(f'<td class="text" dir="auto">{value}</td>' for value in values)
    relation = say(f"relation_{row.relation}", **_name_sides(card))
    return f'<tr{kind}><th scope="row">{say(f"facet_{row.facet}")}</th>{cells}<td>{relation}{note}</td></tr>'


def _name_sides(card: Card) -> dict[str, str]:
    return {"left": isolate(card.left.outlet), "right": isolate(card.right.outlet)}


def place_sides(left: str, right: str, say: Words) -> tuple[str, str]:
    """Left and right in the order of columns that puts left on the left."""
    return (left, right) if say.direction == "ltr" else (right, left)


def render_said(side: SideView | None, say: Words) -> str:
    """What one side gives, with its marks, under the outlet and whose word it is; empty for no side."""
    if side is None:
        return ""
    text = f'<div class="text" dir="auto"{_lang(side.language)}>{_render_segments(side.segments, say)}</div>'
    return f'<p class="quiet"><strong>{isolate(side.outlet)}</strong> · {render_speaker(side, say)}</p>{text}'


def _render_value(words: str, value: str) -> str:
    """The words as written and, where it says more, what they resolve to."""
    resolved = f' <span class="quiet">= {isolate(value)}</span>' if value and value != words else ""
    return f"{escape(words)}{resolved}" if words else ""


def _render_segments(segments: Iterable[Segment], say: Words) -> str:
    return "".join(
        escape(segment.text)
        if segment.mark is None
        else f'<mark class="{segment.mark.tone}" title="{say(f"facet_{segment.mark.facet}")}">{escape(segment.text)}</mark>'
        for segment in segments
    )


def _render_passage(passage: Passage, say: Words) -> str:
    if passage.claim is None:
        return escape(passage.text)
    narrated = " narrated" if passage.claim.attribution.mode is Mode.NARRATED else ""
    return f'<span class="claim{narrated}" title="{escape(_describe_claim(passage.claim, say))}">{escape(passage.text)}</span>'


def _describe_claim(claim: Claim, say: Words) -> str:
    said = claim.attribution
    if said.speaker is None:
        return say("own_words")
    via = f" · {say('via')} {' → '.join(source.canonical or source.name for source in said.via)}" if said.via else ""
    return f"{said.speaker.canonical or said.speaker.name} · {say(f'sense_{said.sense}')}, {say(f'mode_{said.mode}')}{via}"


def _render_link(url: str) -> str:
    """A link for web addresses; plain text for everything else, so that no other scheme can be clicked."""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        scheme = ""
    if scheme not in ("http", "https"):
        return isolate(url)
    return f'<a href="{escape(url)}" rel="noopener noreferrer nofollow">{isolate(url)}</a>'
