"""The rule table: from evidence to a verdict, first row that fits.

Each row names its conditions; each condition is one function of ``accounts``, ``conditions``,
``conflicts`` or ``trained``, whose docstring is its meaning. Nothing else decides a verdict.
"""

from __future__ import annotations

import attrs

from claimcmp.records import FacetName, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.accounts import has_near_days, has_near_figures, has_near_times
from claimcmp.verdicts.ages import has_other_age
from claimcmp.verdicts.conditions import (
    Condition,
    are_reports_of_one_event,
    differs_only_there,
    has_tying_facet,
    is_aligned,
    is_bare,
    is_bare_or_on_point,
    is_contained,
    is_empty,
    is_near_verbatim,
    is_of_like_extent,
    is_of_one_time,
    is_off_point,
    is_on_point,
    is_one_point,
    is_one_story,
    is_other_happening,
    is_same_event,
    is_same_event_or_toll,
    is_same_sentence,
    is_sure_across,
    is_sure_or_no_report,
    is_surely_on_point,
    is_told_of,
    is_verbatim,
    may_be_one_point,
    shares_main_words,
    shares_topic,
)
from claimcmp.verdicts.conflicts import (
    counts_like_things,
    has_certainty_conflict,
    has_converse,
    has_date_conflict,
    has_denial,
    has_denied_report,
    has_exchanged_roles,
    has_instance,
    has_lone_negation,
    has_near_dates,
    has_no_date_conflict,
    has_no_inner_denial,
    has_no_lone_denial,
    has_no_loose_figure,
    has_no_opposites,
    has_no_unmet_negation,
    has_number_conflict,
    has_open_conflict,
    has_opposite_persons,
    has_opposite_places,
    has_opposite_times,
    has_opposites,
    has_opposites_undenied,
    has_person_conflict,
    has_place_conflict,
    has_rival_figures,
    has_rival_measures,
    has_rival_tolls,
    has_unmet_negation,
    is_half_denied,
    is_of_one_day,
    is_other_occasion,
    is_undisputed,
    may_have_exchanged_roles,
)
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.negation import LONE_NEGATION, UNMET_NEGATION
from claimcmp.verdicts.reconciled import differs_beyond_reconciled
from claimcmp.verdicts.rejected import (
    ENTAILED_DENIAL,
    HALF_DENIED,
    INSTANCE,
    REPORTED_DENIAL,
    affirms_what_is_denied,
    denies_all_said,
    has_no_condition,
    has_no_open_difference,
    has_reported_denial,
)
from claimcmp.verdicts.trained import (
    has_no_framing,
    has_no_reconciled_facet,
    is_contradicted,
    is_denied_by_both_or_neither,
    is_entailed,
    is_equally_certain,
    is_likely_contradicted,
    is_neutral,
    is_not_likely_contradicted,
    is_not_likely_neutral,
    is_not_overruled,
    is_not_reconciled,
    is_not_surely_neutral,
    is_said_by_both,
    is_unread,
)


@attrs.frozen
class Rule:
    """One row: where all conditions hold, the verdict, how sure it is at best, and what the reasons tell.

    Parameters
    ----------
    ground
        The facet that a conflict rests on.
    confidence
        What is believed before any pair is seen; ``claimcmp.verdicts.calibration`` has what labelled pairs make of it.
    reasons
        Names of the reasons given, in order (``claimcmp.verdicts.reasons``).
    is_settled
        Whether the verdict stands without trained evidence; for all other
        rules a model, if there is one, is asked, and the table is read again.
    """

    key: str
    when: tuple[Condition, ...]
    verdict: Verdict
    confidence: float
    reasons: tuple[str, ...]
    ground: FacetName | None = None
    is_settled: bool = False


def _conflict(ground: str, when: tuple[Condition, ...], confidence: float, *, key: str = "", why: tuple[str, ...] = ()) -> Rule:
    name = key or f"conflict_{ground}"
    is_settled = not {
        has_near_days,
        has_near_times,
        has_rival_measures,
        is_contradicted,
        is_entailed,
        is_likely_contradicted,
        is_not_overruled,
        is_not_reconciled,
        is_sure_across,
    }.intersection(when)
    return Rule(name, when, Verdict.CONFLICT, confidence, ("ground", *why, "speakers"), FacetName(ground), is_settled)


_AGREEMENT = Verdict.AGREEMENT
_UNCLEAR = Verdict.UNCLEAR
_WITH = ("facets", "certainty", "source", "detail")
_ONE_EVENT = (are_reports_of_one_event, is_of_one_time, is_on_point)
_LIKELY = (*_ONE_EVENT, is_likely_contradicted, is_said_by_both, is_equally_certain)

# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("nothing_said", (is_empty,), _UNCLEAR, 0.95, ("nothing_said",), is_settled=True),
    Rule("unrelated", (is_bare, is_off_point, is_unread), Verdict.UNRELATED, 0.7, ("off_point",)),
    Rule("other_occasion", (is_other_occasion,), _UNCLEAR, 0.6, ("other_event",), is_settled=True),
    _conflict("polarity", (is_aligned, has_denial, is_of_one_time), 0.8),
    _conflict("polarity", (has_denied_report,), 0.8, key="conflict_denied_report"),
    _conflict("polarity", (has_denial, is_not_overruled, is_of_one_time), 0.8, key="conflict_denied_statement"),
    _conflict("number", (has_number_conflict, is_same_event_or_toll, is_one_story, has_no_date_conflict, is_of_one_time), 0.85),
    _conflict("number", (has_other_age, is_one_story), 0.8, key="conflict_age"),
    _conflict("date", (has_date_conflict, has_near_dates, is_same_sentence), 0.75),
    _conflict("place", (has_place_conflict, is_same_sentence, is_of_like_extent, is_of_one_time), 0.7),
    _conflict("person", (has_person_conflict, is_same_sentence, is_of_like_extent, is_of_one_time), 0.7),
    _conflict("person", (has_exchanged_roles,), 0.65, key="conflict_roles"),
    Rule("converse", (is_bare, has_converse), _AGREEMENT, 0.7, _WITH, is_settled=True),
    _conflict("polarity", (has_opposites, differs_only_there, is_not_reconciled), 0.7, key="conflict_minimal_pair"),
    _conflict("polarity", (has_opposites, is_same_sentence, is_of_like_extent, is_not_reconciled), 0.7, key="conflict_opposites"),
    _conflict("place", (has_opposite_places, is_same_sentence, is_of_like_extent, is_of_one_time), 0.6, key="conflict_opposite_places"),
    _conflict("date", (has_opposite_times, is_same_sentence, is_of_like_extent, is_of_one_time), 0.6, key="conflict_opposite_times"),
    _conflict("person", (has_opposite_persons, is_same_sentence, is_of_like_extent, is_of_one_time), 0.6, key="conflict_opposite_persons"),
    _conflict("polarity", (has_lone_negation, is_on_point, is_sure_across, is_of_like_extent), 0.65, key=LONE_NEGATION),
    _conflict("certainty", (has_certainty_conflict, is_same_event), 0.65),
    _conflict("polarity", (has_reported_denial, denies_all_said, is_one_story, is_of_one_time), 0.65, key=REPORTED_DENIAL),
    _conflict("polarity", (has_reported_denial, is_entailed, affirms_what_is_denied, has_no_open_difference, *_ONE_EVENT), 0.6, key=ENTAILED_DENIAL),
    Rule("reported_denial", (has_reported_denial,), _UNCLEAR, 0.5, ("half_denied",)),
    _conflict("polarity", (has_instance, *_LIKELY), 0.6, key=INSTANCE),
    _conflict("polarity", (has_unmet_negation, *_LIKELY), 0.6, key=UNMET_NEGATION),
    _conflict("polarity", (has_opposites_undenied, *_LIKELY), 0.6, key="conflict_likely_opposites"),
    _conflict("number", (has_rival_figures, has_no_date_conflict, *_LIKELY), 0.6, key="conflict_likely_number"),
    _conflict("number", (has_rival_measures, has_no_lone_denial, is_one_story, has_no_date_conflict, is_of_one_time), 0.6, key="conflict_measure"),
    _conflict("number", (has_near_figures, is_one_story, has_no_date_conflict, is_of_one_time), 0.85, key="conflict_near_number", why=("untold",)),
    _conflict("date", (has_near_days, is_one_story, shares_topic), 0.8, key="conflict_near_date", why=("untold",)),
    _conflict("date", (has_near_times, is_one_story, shares_topic), 0.8, key="conflict_near_time"),
    _conflict("number", (has_rival_tolls, is_entailed, has_no_date_conflict), 0.7, key="conflict_toll"),
    _conflict("polarity", (is_half_denied, is_same_event, has_no_condition, *_LIKELY), 0.6, key=HALF_DENIED),
    Rule("verbatim", (is_verbatim,), _AGREEMENT, 0.99, ("same_words", *_WITH), is_settled=True),
    _conflict("predicate", (is_contradicted, is_said_by_both, is_of_one_day, is_bare_or_on_point, has_no_reconciled_facet, differs_beyond_reconciled, has_no_framing, is_equally_certain), 0.6),
    Rule("entailed_statement", (is_bare, is_entailed, has_no_opposites), _AGREEMENT, 0.8, ("entailed", *_WITH)),
    Rule("neutral_statement", (is_neutral,), _UNCLEAR, 0.6, ("neutral",)),
    Rule("other_event", (has_open_conflict,), _UNCLEAR, 0.5, ("other_event",)),
    Rule("exchanged_roles", (may_have_exchanged_roles,), _UNCLEAR, 0.5, ("exchanged_roles",)),
    Rule("other_happening", (is_other_happening,), _UNCLEAR, 0.6, ("other_happening",)),
    Rule("same_words", (is_near_verbatim, has_no_lone_denial), _AGREEMENT, 0.95, ("same_words", *_WITH)),
    Rule("half_denied", (is_half_denied,), _UNCLEAR, 0.5, ("half_denied",)),
    Rule("contained", (is_contained, has_no_inner_denial, may_be_one_point), _AGREEMENT, 0.9, ("contained", *_WITH)),
    Rule("entailed", (is_entailed, may_be_one_point, is_on_point, shares_main_words, has_no_lone_denial, is_denied_by_both_or_neither, is_equally_certain, has_no_unmet_negation), _AGREEMENT, 0.85, ("entailed", *_WITH)),
    Rule("told_of", (is_told_of,), _UNCLEAR, 0.5, ("told_of",)),
    Rule("shared_facet", (has_tying_facet, may_be_one_point, is_on_point, shares_topic, is_undisputed, is_not_surely_neutral, is_denied_by_both_or_neither, has_no_unmet_negation), _AGREEMENT, 0.8, _WITH),
    Rule("one_point", (is_one_point, has_no_loose_figure, counts_like_things, is_not_likely_contradicted, is_denied_by_both_or_neither, has_no_unmet_negation), _AGREEMENT, 0.7, ("same_point", *_WITH)),
    Rule("same_point", (is_sure_or_no_report, is_surely_on_point, shares_topic, has_no_lone_denial, has_no_loose_figure, counts_like_things, is_not_likely_contradicted, is_not_likely_neutral, is_denied_by_both_or_neither, has_no_unmet_negation), _AGREEMENT, 0.7, ("same_point", *_WITH)),
    Rule("other_point", (has_tying_facet, is_on_point), _UNCLEAR, 0.5, ("other_point",)),
    Rule("no_shared_facet", (is_on_point, shares_topic), _UNCLEAR, 0.5, ("no_shared_facet",)),
    Rule("no_shared_point", (), _UNCLEAR, 0.5, ("no_shared_point",)),
)
# fmt: on
"""Ordered; the last row always fits."""


def find_rule(key: str) -> Rule:
    """The rule of that key."""
    return next(rule for rule in RULES if rule.key == key)


def apply_rules(evidence: Evidence, settings: Settings) -> Rule:
    """The first rule all of whose conditions hold."""
    return next(rule for rule in RULES if all(condition(evidence, settings) for condition in rule.when))
