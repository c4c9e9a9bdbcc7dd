"""What a finding tells beside its verdict: a running count, how quotations and terms differ, how many sources there are."""

from __future__ import annotations

from collections.abc import Iterator

from claimcmp.records import Reason, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.reasons import name_outlets
from claimcmp.verdicts.updates import Update, find_update

_DECIDED = frozenset({Verdict.AGREEMENT, Verdict.CONFLICT})
"""Verdicts that hold both claims to be of one point; without that no figure updates another."""


def count_sources(evidence: Evidence) -> int:
    """How many independent sources the two claims come down to: 1 or 2; shared copy, one speaker or one relay is one."""
    is_one = evidence.is_shared_copy or evidence.is_same_carrier or evidence.is_same_speaker or evidence.is_maybe_same_speaker
    return 1 if is_one else 2


def find_evidence_update(evidence: Evidence, verdict: Verdict, settings: Settings) -> Update | None:
    """The later figure of a running count, where the verdict holds both claims to be of one point."""
    if verdict not in _DECIDED:
        return None
    pair, is_one_source = evidence.pair, count_sources(evidence) == 1
    return find_update(pair.left, pair.right, evidence.differences, settings, is_one_source=is_one_source)


def build_remarks(evidence: Evidence, verdict: Verdict, update: Update | None) -> tuple[Reason, ...]:
    """The reasons that stand after those of the rule."""
    return tuple(_list_remarks(evidence, verdict, update))


def _list_remarks(evidence: Evidence, verdict: Verdict, update: Update | None) -> Iterator[Reason]:
    pair = evidence.pair
    if update is not None:
        left, right = (
            claim.text[quantity.span.start - claim.span.start : quantity.span.end - claim.span.start]
            for claim, quantity in ((pair.left, update.left), (pair.right, update.right))
        )
        yield _reason(f"update_{update.later}", left=left, right=right, **name_outlets(pair))


def _reason(key: str, **parameters: str) -> Reason:
    return Reason(key=f"verdict_{key}", parameters=dict(sorted(parameters.items())))
