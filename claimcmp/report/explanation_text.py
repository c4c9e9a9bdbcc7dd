"""An explanation as plain text, and the words it shares with the page and the picture."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import attrs

from claimcmp.frames import describe_facet
from claimcmp.messages import load_messages, render_message
from claimcmp.records import Between, Claim, Difference, Entailment, Facet, Quantity, Span, Verdict, When
from claimcmp.report.explanation import Explanation
from claimcmp.text.passages import read_span
from claimcmp.verdicts.reasons import name_outlets
from claimcmp.verdicts.rules import RULES
from claimcmp.verdicts.tracing import Step

_LEFT_TO_RIGHT, _ANY, _END, _RIGHT_TO_LEFT = "\u2066", "\u2068", "\u2069", "\u200f"
"""Isolates and mark of Unicode UAX #9: figures keep their sign before them, names their own direction, lines the interface's."""

_CONDITIONS = {condition.__name__: condition for rule in RULES for condition in rule.when}


@attrs.frozen
class Teller:
    """The words of one interface language about one explanation."""

    explanation: Explanation
    language: str

    @property
    def is_rtl(self) -> bool:
        """Whether the interface is written from right to left."""
        return load_messages(self.language)["report_direction"] == "rtl"

    def say(self, key: str, **parameters: str) -> str:
        """The message ``key`` with its parameters."""
        return render_message(key, parameters, self.language)

    def isolate(self, text: str) -> str:
        """``text``, isolated if it holds letters that run against the interface's."""
        against = ("L",) if self.is_rtl else ("R", "AL")
        return f"{_ANY}{text}{_END}" if any(unicodedata.bidirectional(c) in against for c in text) else text

    def name_sides(self) -> dict[str, str]:
        """The names of the outlets, or what stands in for them."""
        named = name_outlets(self.explanation.finding.pair)
        return {side: named.get(f"{side}_outlet") or self.say(f"side_{side}") for side in ("left", "right")}

    def name_term(self, name: str) -> str:
        """The name of a signal or of a part of the confidence; as it is where it has no message."""
        messages = load_messages(self.language)
        return messages.get(f"signal_{name}") or messages.get(f"term_{name}") or name

    def name_condition(self, name: str) -> str:
        """What a condition of the rule table means; from its docstring where it has no message."""
        told = load_messages(self.language).get(f"condition_{name}")
        return told or ((_CONDITIONS[name].__doc__ or name) if name in _CONDITIONS else name).strip().rstrip(".")

    def name_verdict(self) -> str:
        """The verdict, and of a conflict whose it is."""
        finding = self.explanation.finding
        key = {
            Verdict.CONFLICT: f"conflict_{finding.between or Between.OUTLETS}",
            Verdict.UNCLEAR: "verdict_unclear",
        }.get(finding.verdict, str(finding.verdict))
        return self.say(f"report_{key}")

    def list_held(self) -> tuple[str, ...]:
        """What the deciding rule asks for, all of which holds."""
        step = self.explanation.steps[-1]
        return tuple(map(self.name_condition, step.held)) or (self.say("explain_otherwise"),)

    def list_near(self) -> tuple[str, ...]:
        """The rules before it whose ground held, with the condition that did not."""
        return tuple(
            self.say("explain_not_so", rule=step.rule, condition=self.name_condition(step.failed))
            for step in self.explanation.steps
            if step.failed is not None and _was_near(step)
        )

    def list_probabilities(self, evidence: Entailment) -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
        """For each direction what it says, and the three probabilities by name."""
        return tuple(
            (
                self.say(f"explain_from_{start}", **self.name_sides()),
                tuple((self.say(f"explain_{name}"), value) for name, value in attrs.asdict(held).items()),
            )
            for start, held in (("left", evidence.forward), ("right", evidence.backward))
        )


def order_terms(terms: Mapping[str, float]) -> list[tuple[str, float]]:
    """The first term, which everything starts from, then the others by weight."""
    (first, *others) = terms.items()
    return [first, *sorted(others, key=lambda term: (-abs(term[1]), term[0]))]


def sum_score(explanation: Explanation) -> str:
    """The sum of what the signals added and, if it is log-odds, the score it comes to."""
    total, score = math.fsum(explanation.score_terms.values()), explanation.finding.pair.score
    return f"{total:+.3f} → {score:.1%}" if explanation.is_log_odds else f"{total:.3f}"


def sum_confidence(explanation: Explanation) -> str:
    """The sum of what added to the log-odds of the confidence, and what it comes to."""
    return f"{math.fsum(explanation.confidence_terms.values()):+.3f} → {explanation.finding.confidence:.1%}"


def render_text(explanation: Explanation, language: str) -> str:
    """The explanation as text: verdict, statements, reasons, rule, score, trained evidence, differences, confidence."""
    teller = Teller(explanation, language)
    return "\n".join(_begin_lines(teller, _render_lines(teller)))


def render_parts(explanation: Explanation, language: str) -> tuple[str, ...]:
    """The lines on rule, score, trained evidence and confidence."""
    teller, evidence = Teller(explanation, language), explanation.finding.evidence
    parts = (
        _render_rule(teller),
        _render_score(teller),
        _render_evidence(teller, evidence) if evidence else (),
        _render_confidence(teller),
    )
    return tuple(_begin_lines(teller, (line for part in parts for line in part)))


def _begin_lines(teller: Teller, lines: Iterable[str]) -> Iterator[str]:
    """Lines that run in the direction of the interface, whatever letter they begin with."""
    start = _RIGHT_TO_LEFT if teller.is_rtl else ""
    yield from (f"{start}{line}" if line else "" for line in lines)


def quote_value(value: Facet | Span | None, claim: Claim) -> str:
    """The words of a facet as the claim or its sentence has them; the name of a source or facet that stands elsewhere."""
    if value is None:
        return ""
    span = value if isinstance(value, Span) else value.span
    if words := read_span(claim, span):
        return words
    named = [source for source in (claim.attribution.speaker, *claim.attribution.via) if source is not None and source.span == span]
    return named[0].name if named else str(getattr(value, "name", ""))


def _was_near(step: Step) -> bool:
    """Whether anything of the rule held; that the statements were bare says nothing."""
    return bool(set(step.held) - {"is_bare"})


def _render_lines(teller: Teller) -> Iterator[str]:
    finding = teller.explanation.finding
    names = teller.name_sides()
    yield f"{teller.name_verdict()} · {teller.say('report_confidence')}: {_figure(teller, f'{finding.confidence:.2f}')}"
    for side, claim in (("left", finding.pair.left), ("right", finding.pair.right)):
        yield f"  {teller.isolate(names[side])}: {teller.isolate(_flatten(claim.text))}"
    for reason in finding.reasons:
        isolated = {name: teller.isolate(_flatten(value)) for name, value in reason.parameters.items()}
        yield f"  - {attrs.evolve(reason, parameters=isolated).render(teller.language)}"
    yield from ("", *_render_rule(teller))
    yield from ("", *_render_score(teller))
    if finding.evidence is not None:
        yield from ("", *_render_evidence(teller, finding.evidence))
    yield from ("", *_render_differences(teller))
    yield from ("", *_render_confidence(teller))


def _render_rule(teller: Teller) -> Iterator[str]:
    finding = teller.explanation.finding
    yield teller.say("explain_rule", rule=_figure(teller, finding.rule))
    if not teller.explanation.steps:
        yield f"  {teller.say('explain_no_rule')}"
        return
    yield from (f"  + {told}" for told in teller.list_held())
    if near := teller.list_near():
        yield teller.say("explain_near")
        yield from (f"  - {told}" for told in near)


def _render_score(teller: Teller) -> Iterator[str]:
    explanation = teller.explanation
    yield teller.say("explain_score", score=_figure(teller, f"{explanation.finding.pair.score:.3f}"))
    if not explanation.score_terms:
        yield f"  {teller.say('explain_no_sum')}"
    else:
        total = sum_score(explanation)
        yield from _render_terms(teller, explanation.score_terms, total)


def _render_confidence(teller: Teller) -> Iterator[str]:
    explanation = teller.explanation
    confidence = _figure(teller, f"{explanation.finding.confidence:.2f}")
    if explanation.confidence_terms:
        yield teller.say("explain_confidence", confidence=confidence)
        yield from _render_terms(teller, explanation.confidence_terms, sum_confidence(explanation))
    else:
        yield teller.say("explain_no_confidence", confidence=confidence)


def _render_terms(teller: Teller, terms: Mapping[str, float], total: str) -> Iterator[str]:
    rows = [(teller.name_term(name), f"{value:+.3f}") for name, value in order_terms(terms)]
    rows.append((teller.say("explain_total"), total))
    width = max(len(name) for name, _ in rows)
    yield from (f"  {name:<{width}}  {_figure(teller, figure)}" for name, figure in rows)


def _render_evidence(teller: Teller, evidence: Entailment) -> Iterator[str]:
    yield teller.say("explain_model")
    for direction, held in teller.list_probabilities(evidence):
        shares = ", ".join(f"{name} {_figure(teller, f'{value:.2f}')}" for name, value in held)
        yield f"  {direction}: {shares}"


def _render_differences(teller: Teller) -> Iterator[str]:
    finding = teller.explanation.finding
    yield teller.say("report_differences")
    if not finding.differences:
        yield f"  {teller.say('explain_no_differences')}"
    yield from (f"  {_describe_difference(teller, difference)}" for difference in finding.differences)


def _describe_difference(teller: Teller, difference: Difference) -> str:
    pair = teller.explanation.finding.pair
    sides = ((difference.left, pair.left), (difference.right, pair.right))
    quoted = " / ".join(told for told in (_quote_value(teller, value, claim) for value, claim in sides) if told)
    relation = teller.say(f"report_relation_{difference.relation}", **teller.name_sides())
    return f"{teller.say(f'report_facet_{difference.facet}')}: {relation} {quoted}".rstrip()


def _quote_value(teller: Teller, value: Facet | Span | None, claim: Claim) -> str:
    """The words in quotation marks and, where that says more, what they resolve to."""
    words = _flatten(quote_value(value, claim))
    resolved = describe_facet(value) if isinstance(value, When | Quantity) else ""
    quoted = teller.say("explain_quoted", words=teller.isolate(words)) if words else ""
    return f"{quoted} = {teller.isolate(resolved)}" if resolved and resolved != words else quoted


def _flatten(text: str) -> str:
    return " ".join(text.split())


def _figure(teller: Teller, figure: str) -> str:
    return f"{_LEFT_TO_RIGHT}{figure}{_END}" if teller.is_rtl else figure
