"""Which rules were tried before one decided, and where each of them failed."""

from __future__ import annotations

import attrs

from claimcmp.align.scores import BASE
from claimcmp.records import Finding, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import Evidence, gather_evidence
from claimcmp.verdicts.rules import RULES


@attrs.frozen
class Step:
    """One row of the rule table held against a pair.

    Parameters
    ----------
    rule
        Its key.
    held
        Names of the conditions that hold, up to the first that does not.
    failed
        Name of that condition; None for the rule that decided.
    """

    rule: str
    held: tuple[str, ...]
    failed: str | None = None


def retrace_evidence(finding: Finding, settings: Settings) -> Evidence:
    """The evidence that a finding of the rule table rests on, gathered anew from its pair and what it keeps of a trained model.

    A conflict on parts was seen in the whole; what agrees beside it was judged by itself.
    """
    whole = finding.whole if finding.verdict is Verdict.CONFLICT else None
    return gather_evidence(whole or finding.pair, settings, entailment=finding.evidence, is_bare=is_bare_pair(finding))


def is_bare_pair(finding: Finding) -> bool:
    """Whether the pair is two bare statements: no alignment has scored it."""
    return BARE in finding.pair.contributions and BASE not in finding.pair.contributions


BARE = "vector"
"""The one contribution to the score of two bare statements."""


def trace_rules(evidence: Evidence, settings: Settings) -> tuple[Step, ...]:
    """The rows of the rule table in order, up to the one that decides."""
    steps = []
    for rule in RULES:
        names = [condition.__name__ for condition in rule.when]
        failed = next((number for number, condition in enumerate(rule.when) if not condition(evidence, settings)), None)
        steps.append(Step(rule.key, tuple(names[:failed]), None if failed is None else names[failed]))
        if failed is None:
            break
    return tuple(steps)
