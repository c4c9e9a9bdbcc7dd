"""Statements that one report gives as said, and the other as denied by somebody: no agreement, and where they are one, a contradiction."""

from __future__ import annotations

from claimcmp.align.context import runs_in_parallel
from claimcmp.facets.affirmation import read_negatives
from claimcmp.facets.falsehood import load_falsehoods
from claimcmp.records import Claim, Difference, Polarity, Relation, Sense
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.verdicts.differences import replace_polarity
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.polarity import tell_denial

REPORTED_DENIAL = "conflict_reported_denial"
ENTAILED_DENIAL = "conflict_entailed_denial"
"""Keys of the rules whose ground is :func:`add_denial`."""

INSTANCE = "conflict_instance"
"""Key of the rule whose ground is :func:`add_instance`."""

HALF_DENIED = "conflict_likely_denial"
"""Key of the rule whose ground is :func:`add_half_denial`."""

_MIN_SHARED = 2
"""Content words that both must have: one alone is a topic."""

_AFFIRMING = frozenset({Sense.ASSERTS, Sense.ACCUSES})


def has_reported_denial(evidence: Evidence, settings: Settings) -> bool:
    """Of two reports, one gives as denied what it tells, the other affirms, and neither holds a negation: a denial of a denial affirms."""
    sides = evidence.pair.left, evidence.pair.right
    is_chosen = not evidence.is_bare and bool(evidence.pair.contributions) and not runs_in_parallel(evidence.pair)
    if not is_chosen or [claim.attribution.sense is Sense.DENIES for claim in sides].count(True) != 1:
        return False
    return not any(_holds_negation(claim, settings) for claim in sides)


def denies_all_said(evidence: Evidence, settings: Settings) -> bool:
    """What one side denies stands in what the other affirms (``min_containment``, two words at least), and nothing that can be checked differs."""
    left, right = evidence.pair.left, evidence.pair.right
    other, words, cover = (
        (right, evidence.overlap.left_compared, evidence.overlap.left_cover)
        if _is_denied_left(evidence)
        else (left, evidence.overlap.right_compared, evidence.overlap.right_cover)
    )
    is_apart = any(d.relation is Relation.CONFLICTING for d in evidence.differences)
    is_one = evidence.overlap.is_comparable and cover >= settings.min_containment and cover * len(words) >= _MIN_SHARED
    return is_one and not is_apart and other.attribution.sense in _AFFIRMING and evidence.point >= settings.min_point_score


def affirms_what_is_denied(evidence: Evidence, settings: Settings) -> bool:
    """A trained model finds that what one side denies, in two words of weight at least, follows from what the other affirms (``min_entailment``, that direction alone)."""
    words = evidence.overlap.left_words if _is_denied_left(evidence) else evidence.overlap.right_words
    if evidence.entailment is None or len(words) < _MIN_SHARED:
        return False
    read = evidence.entailment.backward if _is_denied_left(evidence) else evidence.entailment.forward
    return read.entailment >= settings.min_entailment


def has_no_open_difference(evidence: Evidence, settings: Settings) -> bool:
    """Nothing that can be checked differs, and what is not denied is affirmed by somebody."""
    senses = {claim.attribution.sense for claim in (evidence.pair.left, evidence.pair.right)} - {Sense.DENIES}
    return senses <= _AFFIRMING and not any(d.relation is Relation.CONFLICTING for d in evidence.differences)


def add_denial(evidence: Evidence) -> tuple[Difference, ...]:
    """The differences with the denial of the whole statement as a conflict."""
    left, right = evidence.pair.left, evidence.pair.right
    is_left = _is_denied_left(evidence)
    denied, affirmed = (left.span, right.span) if is_left else (right.span, left.span)
    return replace_polarity(evidence.differences, tell_denial(denied, affirmed, is_left=is_left))


def add_instance(evidence: Evidence) -> tuple[Difference, ...]:
    """The differences with what nobody did on one side, and somebody on the other, as a conflict."""
    return evidence.differences if evidence.instance is None else replace_polarity(evidence.differences, evidence.instance)


def has_no_condition(evidence: Evidence, settings: Settings) -> bool:
    """Neither side says what holds if something else does ("if you ask, you do not know")."""
    sides = evidence.pair.left, evidence.pair.right
    words = [{token.folded for token in tokenize(claim.text)} for claim in sides]
    known = [load_falsehoods(claim.language, settings.language_files).conditionals for claim in sides]
    return all(own.isdisjoint(conditionals) for own, conditionals in zip(words, known, strict=True))


def add_half_denial(evidence: Evidence) -> tuple[Difference, ...]:
    """The differences with the word that one side denies and the other affirms as a conflict."""
    return evidence.differences if evidence.half_denial is None else replace_polarity(evidence.differences, evidence.half_denial)


def _is_denied_left(evidence: Evidence) -> bool:
    """Whether it is the left side that somebody denies."""
    return evidence.pair.left.attribution.sense is Sense.DENIES


def _holds_negation(claim: Claim, settings: Settings) -> bool:
    """Whether a claim negates anything in its own words, or has a word that denies by itself ("refuses")."""
    negated = [f for f in claim.facets if isinstance(f, Polarity) and f.negated and f.span != claim.span]
    negatives = read_negatives(claim, settings)
    return bool(negated or negatives.removals or negatives.implicit)
