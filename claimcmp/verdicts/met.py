"""Conflicts over a figure that the other report gives too, in a statement that agrees.

"31 members voted against" does not contradict "78 members voted for" where the other report says elsewhere that 31 voted against: that figure has
its counterpart, and the two that differ count different things. Of the dead and hurt a report may give an earlier count beside its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from claimcmp.facets.quantity_counted import describe_counted
from claimcmp.records import Claim, Facet, FacetName, Finding, Quantity, Relation, Span, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import gather_evidence
from claimcmp.verdicts.grounds import are_reports
from claimcmp.verdicts.judging import make_finding
from claimcmp.verdicts.rules import find_rule

_CONFLICTS = frozenset({"conflict_number", "conflict_likely_number"})
_OTHER = find_rule("other_event")

Figure = tuple[str, Facet | Span | None, str]
"""A figure by its claim, itself, and the article on the other side."""


def drop_met(findings: Sequence[Finding], settings: Settings) -> tuple[Finding, ...]:
    """The findings, of which a conflict over figures of two reports is unclear where a pair at least as sure agrees on one of each two figures."""
    met: dict[Figure, float] = {}
    for finding in findings:
        if finding.verdict is Verdict.AGREEMENT:
            for figure in _list_figures(finding, Relation.SAME):
                met[figure] = max(met.get(figure, 0.0), finding.pair.score)
    return tuple(_make_unclear(finding, settings) if _is_met(finding, met, settings) else finding for finding in findings)


def _is_met(finding: Finding, met: dict[Figure, float], settings: Settings) -> bool:
    if finding.rule not in _CONFLICTS:
        return False
    figures = list(_list_figures(finding, Relation.CONFLICTING))
    pairs = list(zip(figures[::2], figures[1::2], strict=True))
    if any(_befell(left[1], finding.pair.left, settings) & _befell(right[1], finding.pair.right, settings) for left, right in pairs):
        return False
    is_met = all(max(met.get(left, 0.0), met.get(right, 0.0)) >= finding.pair.score for left, right in pairs)
    return is_met and bool(figures) and are_reports(gather_evidence(finding.pair, settings), settings)


def _befell(figure: Facet | Span | None, claim: Claim, settings: Settings) -> frozenset[str]:
    return describe_counted(figure, claim, settings).outcomes if isinstance(figure, Quantity) else frozenset()


def _list_figures(finding: Finding, relation: Relation) -> Iterable[Figure]:
    """The figures that stand in a relation, the left and the right of each difference in turn."""
    left, right = finding.pair.left, finding.pair.right
    for difference in finding.differences:
        if difference.facet is FacetName.NUMBER and difference.relation is relation:
            yield _name(left, difference.left, right)
            yield _name(right, difference.right, left)


def _name(claim: Claim, figure: Facet | Span | None, other: Claim) -> Figure:
    return claim.id, figure, other.article_id


def _make_unclear(finding: Finding, settings: Settings) -> Finding:
    evidence = attrs.evolve(gather_evidence(finding.pair, settings), entailment=finding.evidence)
    return make_finding(evidence, _OTHER, settings)
