"""The conditions of the rule table on what a trained model says of a pair, and on where its word counts; as ``conditions`` otherwise."""

from __future__ import annotations

import attrs

from claimcmp.records import FacetName, Polarity, Relation, Sense
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.tokens import tokenize
from claimcmp.verdicts.evidence import CHECKABLE, Evidence
from claimcmp.verdicts.framing import compare_terms
from claimcmp.verdicts.grounds import are_reports
from claimcmp.verdicts.polarity import load_denials

_MIN_STATEMENT, _MIN_CLAUSE = 4, 3
"""Words of a claim from which a model reads it as a statement ("international help" has no verb), and from which it may rule out that two agree."""


def is_contradicted(evidence: Evidence, settings: Settings) -> bool:
    """A trained model finds contradiction, both directions weighed (``min_contradiction``); between bare statements of one language it need only be the likeliest, of two languages the bar is ``min_contradiction_across`` unless a date, figure, place or name is the same."""
    trained = evidence.trained
    if trained is None:
        return False
    if evidence.is_bare and evidence.overlap.is_same_language:
        return _is_likeliest(evidence, "contradiction")
    is_loose = evidence.is_bare and not evidence.equal_facets
    return trained.contradiction >= (settings.min_contradiction_across if is_loose else settings.min_contradiction)


def is_likely_contradicted(evidence: Evidence, settings: Settings) -> bool:
    """A trained model finds contradiction likely (``min_likely_contradiction``), which is enough beside a ground that the words give themselves; of phrases ("early elections") it is not believed."""
    return _holds_contradiction(evidence, settings) and _count_fewest(evidence) >= _MIN_STATEMENT


def _holds_contradiction(evidence: Evidence, settings: Settings) -> bool:
    return evidence.trained is not None and evidence.trained.contradiction >= settings.min_likely_contradiction


def _count_fewest(evidence: Evidence) -> int:
    """Words of the shorter side."""
    return min(sum(token.is_word for token in tokenize(claim.text)) for claim in (evidence.pair.left, evidence.pair.right))


def is_not_likely_contradicted(evidence: Evidence, settings: Settings) -> bool:
    """No trained model finds contradiction likely between two reports (``min_likely_contradiction``), or they have facets that differ in words but fit, of which it knows less."""
    is_contradicted = _holds_contradiction(evidence, settings) and _count_fewest(evidence) >= _MIN_CLAUSE
    return evidence.is_bare or not is_contradicted or not has_no_reconciled_facet(evidence, settings)


def is_denied_by_both_or_neither(evidence: Evidence, settings: Settings) -> bool:
    """What one side's source denies, the other's denies as well, or the other side negates something itself."""
    sides = evidence.pair.left, evidence.pair.right
    denied = [claim.attribution.sense is Sense.DENIES for claim in sides]
    others = [any(isinstance(facet, Polarity) and facet.negated for facet in claim.facets) for claim in sides]
    return denied[0] is denied[1] or any(is_denied and negates for is_denied, negates in zip(denied, reversed(others), strict=True))


def is_not_likely_neutral(evidence: Evidence, settings: Settings) -> bool:
    """No trained model finds it likely that two reports tell of different points (``max_neutral``), or the pair is a sure one (``min_tied_score``): any two reports of one affair share words."""
    return _leaves_room(evidence, settings, settings.max_neutral)


def is_not_surely_neutral(evidence: Evidence, settings: Settings) -> bool:
    """The same where a date, figure or place is equal, of which the model knows less (``max_tied_neutral``)."""
    return _leaves_room(evidence, settings, settings.max_tied_neutral)


def _leaves_room(evidence: Evidence, settings: Settings, most: float) -> bool:
    if evidence.trained is None or not are_reports(evidence, settings):
        return True
    return evidence.trained.neutral < most or evidence.pair.score >= settings.min_tied_score


def is_not_overruled(evidence: Evidence, settings: Settings) -> bool:
    """A trained model that was asked leaves a contradiction some probability (``min_denied_contradiction``): it sees what a negation belongs to ("no trigger, no explosion"), and what rises where something else falls."""
    return evidence.trained is None or evidence.trained.contradiction >= settings.min_denied_contradiction


def is_not_reconciled(evidence: Evidence, settings: Settings) -> bool:
    """A trained model that was asked leaves a contradiction some probability beside opposites (``min_opposite_contradiction``): less than beside a denial, whose words may belong to anything."""
    return evidence.trained is None or evidence.trained.contradiction >= settings.min_opposite_contradiction


def is_entailed(evidence: Evidence, settings: Settings) -> bool:
    """A trained model finds that one side follows from the other, both directions weighed (``min_entailment``; between bare statements it is the likeliest)."""
    trained = evidence.trained
    return trained is not None and (_is_likeliest(evidence, "entailment") or trained.entailment >= settings.min_entailment)


def is_neutral(evidence: Evidence, settings: Settings) -> bool:
    """A trained model finds it likeliest that of two bare statements neither follows from the other or rules it out."""
    return _is_likeliest(evidence, "neutral")


def _is_likeliest(evidence: Evidence, label: str) -> bool:
    if not evidence.is_bare or evidence.trained is None:
        return False
    held = attrs.asdict(evidence.trained)
    return label == max(held, key=held.__getitem__)


def has_no_reconciled_facet(evidence: Evidence, settings: Settings) -> bool:
    """No dates, figures, places or people differ in words but fit together: of such a model knows less than their comparison does."""
    fits = {Relation.COMPATIBLE, Relation.LEFT_MORE_PRECISE, Relation.RIGHT_MORE_PRECISE}
    return not any(d.facet in CHECKABLE and d.relation in fits for d in evidence.differences)


def is_said_by_both(evidence: Evidence, settings: Settings) -> bool:
    """Neither side's words are what its source denies, which a model reads as if they were said; nor do both tell of a denial, or one of a denial of what the other negates: two denials may both be true."""
    sides = evidence.pair.left, evidence.pair.right
    if evidence.turned is not None or Sense.DENIES in {claim.attribution.sense for claim in sides}:
        return False
    verbs = [load_denials(claim.language, settings.language_files) for claim in sides]
    cues = [[fold(f.cue or "") for f in claim.facets if isinstance(f, Polarity)] for claim in sides]
    if len(cues[0]) == len(cues[1]) and all(not known.isdisjoint(own) for known, own in zip(verbs, cues, strict=True)):
        return False
    shared = evidence.of(FacetName.POLARITY, Relation.SAME)
    return not any(fold(getattr(d.left, "cue", "")) in verbs[0] or fold(getattr(d.right, "cue", "")) in verbs[1] for d in shared)


def has_no_framing(evidence: Evidence, settings: Settings) -> bool:
    """The sides do not call one thing by two loaded terms (attack, invasion): of terms a model makes a contradiction too easily."""
    return not compare_terms(evidence.pair.left, evidence.pair.right, settings)


def is_equally_certain(evidence: Evidence, settings: Settings) -> bool:
    """Neither side tells as done what the other plans, doubts or asks for; of bare statements the model alone decides that."""
    certain = [d for d in evidence.differences if d.facet is FacetName.CERTAINTY]
    return evidence.is_bare or all(d.relation is Relation.SAME for d in certain)


def is_unread(evidence: Evidence, settings: Settings) -> bool:
    """No trained model was asked, or it finds neither entailment nor contradiction."""
    return evidence.trained is None or is_neutral(evidence, settings)
