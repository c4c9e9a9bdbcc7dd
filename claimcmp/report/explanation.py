"""Why one finding came out as it did: every signal with what it added."""

from __future__ import annotations

import math
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

import attrs

from claimcmp.align.scores import BASE, score_contributions
from claimcmp.errors import InputTypeError
from claimcmp.records import Finding, FrozenMapping, Pair
from claimcmp.settings import Settings, check_settings
from claimcmp.verdicts.calibration import sum_terms, weigh_terms
from claimcmp.verdicts.rules import find_rule
from claimcmp.verdicts.tracing import Step, retrace_evidence, trace_rules

_TOLERANCE = 0.001
"""How far the sum of contributions may miss the score that they were rounded with."""


@attrs.frozen(kw_only=True, repr=False)
class Explanation:
    """A finding taken apart; ``str()`` and ``repr()`` tell it in English, notebooks show it with a picture.

    Parameters
    ----------
    finding
        What is explained.
    steps
        The rows of the rule table in order, the last being the one that decided; empty for a finding that the table,
        under these settings, does not give.
    score_terms
        What each signal added to ``finding.pair.score``; empty where the contributions do not add up to it.
    is_log_odds
        Whether the score is the logistic function of their sum; else the sum itself, as for two bare statements.
    confidence_terms
        What added to the log-odds of ``finding.confidence``; empty where that is not known.
    """

    finding: Finding
    steps: tuple[Step, ...] = ()
    score_terms: FrozenMapping[str, float] = attrs.field(factory=FrozenMapping)
    is_log_odds: bool = True
    confidence_terms: FrozenMapping[str, float] = attrs.field(factory=FrozenMapping)

    def render(self, language: str = "en") -> str:
        """The explanation as plain text in an interface language (``"en"``, ``"ar"``)."""
        from claimcmp.report.explanation_text import render_text

        return render_text(self, language)

    def render_parts(self, language: str = "en") -> tuple[str, ...]:
        """The lines of the text on rule, score, trained evidence and confidence: what a report does not show anyway."""
        from claimcmp.report.explanation_text import render_parts

        return render_parts(self, language)

    def to_svg(self, path: str | PathLike[str] | None = None, *, language: str = "en") -> str:
        """The waterfall as an SVG picture without scripts; also written to ``path`` as UTF-8 if one is given."""
        from claimcmp.report.waterfall import draw_explanation

        return _write(draw_explanation(self, language), path)

    def to_html(self, path: str | PathLike[str] | None = None, *, language: str = "en") -> str:
        """One self-contained page without scripts; also written to ``path`` as UTF-8 if one is given."""
        from claimcmp.report.explanation_page import render_explanation_page

        return _write(render_explanation_page(self, language), path)

    def _repr_html_(self) -> str:
        from claimcmp.report.explanation_page import render_explanation_fragment

        return render_explanation_fragment(self)

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return self.render()


def explain(finding: Finding, *, settings: Settings | None = None) -> Explanation:
    """The explanation of a finding: which rule decided and why none before it, and what each signal added to score and confidence.

    Parameters
    ----------
    settings
        Those the finding was made with (``comparison.settings``); the defaults when None.

    Raises
    ------
    InputTypeError
        If ``finding`` is no Finding.

    Examples
    --------
    >>> from claimcmp.verdicts import judge
    >>> explanation = explain(judge("22 people were killed in the attack", "The attack killed 44 people"))
    >>> explanation.steps[-1].rule, explanation.steps[-1].held
    ('conflict_number', ('has_number_conflict', 'is_same_event_or_toll', 'is_one_story', 'has_no_date_conflict', 'is_of_one_time'))
    >>> print(explanation)  # doctest: +ELLIPSIS
    Conflict: the reports contradict each other · Confidence: ...
    """
    if not isinstance(finding, Finding):
        raise InputTypeError(
            f"explain() takes a Finding, such as result.findings[0] or cc.judge(left, right), not {type(finding).__name__}"
        )
    settings = check_settings(settings)
    terms, is_log_odds = _split_score(finding.pair)
    evidence = retrace_evidence(finding, settings)
    steps = trace_rules(evidence, settings)
    if steps[-1].rule != finding.rule:
        return Explanation(finding=finding, score_terms=terms, is_log_odds=is_log_odds)
    rule = find_rule(finding.rule)
    weighed = weigh_terms(rule, evidence, settings)
    is_known = abs(sum_terms(weighed) - finding.confidence) <= _TOLERANCE
    return Explanation(
        finding=finding,
        steps=steps,
        score_terms=terms,
        is_log_odds=is_log_odds,
        confidence_terms=weighed if is_known else FrozenMapping(),
    )


def _split_score(pair: Pair) -> tuple[FrozenMapping[str, float], bool]:
    """The contributions, if they add up to the score, and whether they do so as log-odds."""
    terms: Mapping[str, float] = pair.contributions
    is_log_odds = BASE in terms
    if not terms or not all(map(math.isfinite, terms.values())):
        return FrozenMapping(), is_log_odds
    total = score_contributions(terms) if is_log_odds else math.fsum(terms.values())
    return (pair.contributions if abs(total - pair.score) <= _TOLERANCE else FrozenMapping()), is_log_odds


def _write(text: str, path: str | PathLike[str] | None) -> str:
    if path is not None:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    return text
