"""The rule table: from evidence to a verdict, first row that fits.

Each row names its conditions; each condition is one function below, whose
docstring is its meaning. Nothing else decides a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from claimcmp.records import FacetName, Relation, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import Evidence

Condition = Callable[[Evidence, Settings], bool]


@attrs.frozen(kw_only=True)
class Rule:
    """One row: where all conditions hold, the verdict, how sure it is at best, and what the reasons tell.

    Parameters
    ----------
    ground
        The facet that a conflict rests on.
    confidence
        Confidence when both sides surely state one point; see :func:`score_confidence`.
    reasons
        Names of the reasons given, in order (``claimcmp.verdicts.reasons``).
    """

    key: str
    when: tuple[Condition, ...]
    verdict: Verdict
    confidence: float
    reasons: tuple[str, ...]
    ground: FacetName | None = None


def is_bare(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements were given, not a pair that an alignment chose."""
    return evidence.is_bare


def is_off_point(evidence: Evidence, settings: Settings) -> bool:
    """The two hardly share words, and their score is below ``min_related_score``."""
    return evidence.point < settings.min_related_score and not evidence.equal_facets


def is_same_event(evidence: Evidence, settings: Settings) -> bool:
    """Apart from who, where and when, both say the same thing (``min_ground_topic``), or, where words cannot be compared, the score is high (``min_ground_score``)."""
    if evidence.overlap.is_comparable:
        return evidence.overlap.topic >= settings.min_ground_topic and evidence.point >= settings.min_point_score
    return evidence.point >= settings.min_ground_score


def is_same_sentence(evidence: Evidence, settings: Settings) -> bool:
    """Both say nearly the same throughout: what differs is little more than the conflicting facet (``min_same_overlap``)."""
    if evidence.overlap.is_comparable:
        return evidence.rest >= settings.min_same_overlap and evidence.point >= settings.min_point_score
    return evidence.point >= settings.min_ground_score


def has_number_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Two figures for one thing lie outside each other's tolerance."""
    return bool(evidence.of(FacetName.NUMBER, Relation.CONFLICTING))


def has_date_conflict(evidence: Evidence, settings: Settings) -> bool:
    """The resolved dates share no day."""
    return bool(evidence.of(FacetName.DATE, Relation.CONFLICTING))


def has_place_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Neither place contains the other."""
    return bool(evidence.of(FacetName.PLACE, Relation.CONFLICTING))


def has_person_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Two actors stand in one role."""
    return bool(evidence.of(FacetName.PERSON, Relation.CONFLICTING))


def has_denial(evidence: Evidence, settings: Settings) -> bool:
    """One side affirms the very predicate that the other denies (``min_denial_cover``)."""
    return evidence.is_denied


def has_opposites(evidence: Evidence, settings: Settings) -> bool:
    """The sides affirm two opposites, such as rose and fell."""
    return bool(evidence.of(FacetName.POLARITY, Relation.CONFLICTING))


def has_certainty_conflict(evidence: Evidence, settings: Settings) -> bool:
    """One side says done, the other not done."""
    return bool(evidence.of(FacetName.CERTAINTY, Relation.CONFLICTING))


def has_any_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Some facet conflicts."""
    return any(d.relation is Relation.CONFLICTING for d in evidence.differences)


def has_no_conflict(evidence: Evidence, settings: Settings) -> bool:
    """No facet conflicts."""
    return not has_any_conflict(evidence, settings)


def is_other_happening(evidence: Evidence, settings: Settings) -> bool:
    """Each side names a kind of happening, such as a call or a meeting, and they are not the same."""
    return evidence.are_other_happenings


def is_contradicted(evidence: Evidence, settings: Settings) -> bool:
    """A trained model finds contradiction in both directions (``min_contradiction``)."""
    return evidence.entailment is not None and evidence.entailment.contradiction >= settings.min_contradiction


def is_entailed(evidence: Evidence, settings: Settings) -> bool:
    """A trained model finds that one side follows from the other (``min_entailment``)."""
    return evidence.entailment is not None and evidence.entailment.entailment >= settings.min_entailment


def is_near_verbatim(evidence: Evidence, settings: Settings) -> bool:
    """The words are nearly the same in the same order (``min_copy_score``)."""
    return evidence.overlap.copy >= settings.min_copy_score


def is_contained(evidence: Evidence, settings: Settings) -> bool:
    """One side has nearly all content words of the other (``min_containment``)."""
    overlap = evidence.overlap
    return overlap.is_comparable and overlap.containment >= settings.min_containment and evidence.point >= settings.min_point_score


def has_equal_facet(evidence: Evidence, settings: Settings) -> bool:
    """At least one date, number, place or person is equal, or one side's is the more precise."""
    return bool(evidence.equal_facets)


def is_on_point(evidence: Evidence, settings: Settings) -> bool:
    """Both state the same point as far as score and words tell (``min_point_score``)."""
    return evidence.point >= settings.min_point_score


def is_surely_on_point(evidence: Evidence, settings: Settings) -> bool:
    """Score and words together are high enough without an equal facet (``min_sure_score``)."""
    return evidence.point >= settings.min_sure_score


def is_always(evidence: Evidence, settings: Settings) -> bool:
    """Nothing further is needed."""
    return True


def _conflict(name: str, condition: Condition, confidence: float, *, same: Condition = is_same_event, key: str = "") -> Rule:
    return Rule(
        key=key or f"conflict_{name}",
        when=(condition, same),
        verdict=Verdict.CONFLICT,
        confidence=confidence,
        reasons=("ground", "speakers"),
        ground=FacetName(name),
    )


RULES: tuple[Rule, ...] = (
    Rule(key="unrelated", when=(is_bare, is_off_point), verdict=Verdict.UNRELATED, confidence=0.7, reasons=("off_point",)),
    _conflict("polarity", has_denial, 0.8, same=is_always),
    _conflict("number", has_number_conflict, 0.85),
    _conflict("date", has_date_conflict, 0.75, same=is_same_sentence),
    _conflict("place", has_place_conflict, 0.7, same=is_same_sentence),
    _conflict("person", has_person_conflict, 0.7, same=is_same_sentence),
    _conflict("polarity", has_opposites, 0.7, same=is_same_sentence, key="conflict_opposites"),
    _conflict("certainty", has_certainty_conflict, 0.65),
    _conflict("predicate", is_contradicted, 0.6, same=is_on_point),
    Rule(key="other_event", when=(has_any_conflict,), verdict=Verdict.UNCLEAR, confidence=0.5, reasons=("other_event",)),
    Rule(
        key="same_words",
        when=(is_near_verbatim,),
        verdict=Verdict.AGREEMENT,
        confidence=0.95,
        reasons=("same_words", "facets", "source", "detail"),
    ),
    Rule(key="other_happening", when=(is_other_happening,), verdict=Verdict.UNCLEAR, confidence=0.6, reasons=("other_happening",)),
    Rule(
        key="contained",
        when=(is_contained,),
        verdict=Verdict.AGREEMENT,
        confidence=0.9,
        reasons=("contained", "facets", "source", "detail"),
    ),
    Rule(
        key="entailed",
        when=(is_entailed, is_on_point),
        verdict=Verdict.AGREEMENT,
        confidence=0.85,
        reasons=("entailed", "facets", "source", "detail"),
    ),
    Rule(
        key="shared_facet",
        when=(has_equal_facet, is_on_point),
        verdict=Verdict.AGREEMENT,
        confidence=0.8,
        reasons=("facets", "source", "detail"),
    ),
    Rule(
        key="same_point", when=(is_surely_on_point,), verdict=Verdict.AGREEMENT, confidence=0.7, reasons=("same_point", "source", "detail")
    ),
    Rule(key="no_shared_facet", when=(is_on_point,), verdict=Verdict.UNCLEAR, confidence=0.5, reasons=("no_shared_facet",)),
    Rule(key="no_shared_point", when=(), verdict=Verdict.UNCLEAR, confidence=0.5, reasons=("no_shared_point",)),
)
"""Ordered; the last row always fits."""


def apply_rules(evidence: Evidence, settings: Settings) -> Rule:
    """The first rule all of whose conditions hold."""
    return next(rule for rule in RULES if all(condition(evidence, settings) for condition in rule.when))


def score_confidence(rule: Rule, evidence: Evidence) -> float:
    """Confidence in [0, 1]: the rule's own, lowered by up to a third as it becomes less sure that both state one point.

    Where a rule says that there is no such point, by how much there is.
    Not yet calibrated on labelled pairs: it orders findings, and is no frequency.
    """
    sureness = 1 - evidence.point if rule.verdict in (Verdict.UNRELATED, Verdict.UNCLEAR) else evidence.point
    return round(rule.confidence * (2 + sureness) / 3, 3)


RULES_BY_KEY: Mapping[str, Rule] = {rule.key: rule for rule in RULES}
