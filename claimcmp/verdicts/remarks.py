"""What a finding tells beside its verdict: a running count, how quotations and terms differ, how many sources there are."""

from __future__ import annotations

from collections.abc import Iterator

from claimcmp.records import Difference, Facet, FacetName, Reason, Relation, Span, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.framing import FRAMING_NOTE
from claimcmp.verdicts.quotes import CHANGED_WORDS, QuoteRelation
from claimcmp.verdicts.reasons import name_outlets, quote_words
from claimcmp.verdicts.updates import Update, find_pending, find_update

_DECIDED = frozenset({Verdict.AGREEMENT, Verdict.CONFLICT})
"""Verdicts that hold both claims to be of one point; without that no figure updates another."""


def count_sources(evidence: Evidence) -> int:
    """How many independent sources the two claims come down to: 1 or 2; shared copy, one speaker or one relay is one."""
    is_one = evidence.is_shared_copy or evidence.is_same_carrier or evidence.is_same_speaker or evidence.is_maybe_same_speaker
    return 1 if is_one else 2


def find_evidence_update(evidence: Evidence, verdict: Verdict, settings: Settings) -> Update | None:
    """The later figure of a running count, where the verdict holds both claims to be of one point; in a conflict, else what was not so yet."""
    if verdict not in _DECIDED:
        return None
    figure = find_update(
        evidence.pair.left, evidence.pair.right, evidence.differences, settings,
        is_one_source=count_sources(evidence) == 1, is_conflict=verdict is Verdict.CONFLICT,
    )  # fmt: skip
    if figure is not None or verdict is not Verdict.CONFLICT:
        return figure
    return find_pending(evidence.pair.left, evidence.pair.right, evidence.differences, settings)


def build_remarks(evidence: Evidence, verdict: Verdict, update: Update | None) -> tuple[Reason, ...]:
    """The reasons that stand after those of the rule."""
    return tuple(_list_remarks(evidence, verdict, update))


def _list_remarks(evidence: Evidence, verdict: Verdict, update: Update | None) -> Iterator[Reason]:
    if update is not None:
        yield _compare(f"{'update' if update.is_figure else 'pending'}_{update.later}", evidence, update.left, update.right)
    if verdict in _DECIDED:
        has_changes = any(d.note == QuoteRelation.ALTERED for d in evidence.differences)
        for difference in evidence.differences:
            if (key := _name_remark(difference)) and (difference.note != CHANGED_WORDS or has_changes):
                yield _compare(key, evidence, difference.left, difference.right)


def _name_remark(difference: Difference) -> str:
    """The key of what is to be said of a quotation or of a listed term; empty for all else."""
    side = {Relation.LEFT_ONLY: "_left", Relation.RIGHT_ONLY: "_right"}.get(difference.relation, "")
    if difference.facet is FacetName.WORDING:
        return "framing" if difference.note == FRAMING_NOTE else ""
    if difference.facet is not FacetName.QUOTATION or difference.note == QuoteRelation.ONLY_HERE:
        return ""
    return f"quote_{_QUOTE_KEYS[difference.note]}{side}"


_QUOTE_KEYS = {
    QuoteRelation.SAME: "same", QuoteRelation.ALTERED: "altered", QuoteRelation.BOUNDARIES: "boundaries",
    QuoteRelation.PARAPHRASED: "paraphrased", QuoteRelation.TRANSLATED: "translated", CHANGED_WORDS: "words",
}  # fmt: skip
"""Key of the reason by the note of a difference of quotation."""


def _compare(key: str, evidence: Evidence, left: Facet | Span | None, right: Facet | Span | None) -> Reason:
    """A reason with the words of both sides."""
    words = {
        name: quote_words(claim, facet)
        for name, claim, facet in (("left", evidence.pair.left, left), ("right", evidence.pair.right, right))
    }
    return _reason(key, **words, **name_outlets(evidence.pair))


def _reason(key: str, **parameters: str) -> Reason:
    return Reason(key=f"verdict_{key}", parameters=dict(sorted(parameters.items())))
