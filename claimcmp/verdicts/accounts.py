"""Two accounts of one thing: figures, days or times of day that lie near each other, and of which neither report gives the other's.

What two reports in their own words tell of one event shares names and nouns everywhere, and most figures
that differ belong to different things. Those of one thing come near each other (a toll of 47 and one of 53, ten
past two and a quarter to three), and an outlet that has the one does not have the other. Of 356 pairs of conflicting figures
from 32 invented stories in seven languages, each judged by hand, 102 were two accounts of one thing; of those that no
other rule calls a conflict, 31 of the 42 pairs that keep these conditions were.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcmp.facets.lexer import lex
from claimcmp.facets.quantity_counted import are_age_and_year, describe_counted
from claimcmp.records import Actor, Claim, Difference, FacetName, Polarity, Quantity, Relation, When
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import covers
from claimcmp.verdicts.ages import AGE
from claimcmp.verdicts.clocks import measure_clock_gap, tell_of_two
from claimcmp.verdicts.conflicts import has_date_conflict, is_of_other_time
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.figures import add_up, is_of_one_order, is_retold, is_surely_read, measure_gap
from claimcmp.verdicts.grounds import are_reports, differ_in_one_facet, list_rival_measures
from claimcmp.verdicts.one_point import state_one_point
from claimcmp.verdicts.shares import counts_a_share

_DENIED = 2
"""Words between a negation and the figure that it denies: "did not last ten days"."""

_BOUNDS = frozenset({"at_least", "at_most"})
_UNITS_APART = frozenset({"score", "rank"})
"""Units of figures that come one after another: results of a match, places in a row."""

_COMMON_UNITS = frozenset({"hour", "month", "year", "percent"})
"""Units in which a report gives figures of many things: they must likely state one point."""


def has_near_figures(evidence: Evidence, settings: Settings) -> bool:
    """Two reports in one language give figures of one kind that lie near each other (``max_near_ratio``) and outside each other's tolerance; they were surely read, neither is denied, a part or a sum of the other side's, or of a time at which the other does not tell, and neither report gives the other's figure anywhere; in a common unit, for ages with no name in common, or where words tell of one figure alone what befell those counted, both likely state one point (``min_near_point``). No place, date or person conflicts as well."""
    if not _tell_in_one_language(evidence, settings) or not differ_in_one_facet(evidence, settings):
        return False
    if evidence.of(FacetName.PERSON, Relation.CONFLICTING):
        return False
    return any(_are_two_accounts(d, evidence, settings) for d in _list_untold(evidence, FacetName.NUMBER))


def has_near_days(evidence: Evidence, settings: Settings) -> bool:
    """Two reports in one language that likely state one point (``min_near_point``) give two days near each other (``max_near_days``), of which neither report gives the other's anywhere; no place or figure conflicts as well."""
    if not _may_state_one_point(evidence, settings) or not has_date_conflict(evidence, settings):
        return False
    return any(
        _is_day(d.left) and _is_day(d.right) and measure_gap(d.left, d.right) <= settings.max_near_days
        for d in _list_untold(evidence, FacetName.DATE)
    )


def has_near_times(evidence: Evidence, settings: Settings) -> bool:
    """Two reports in one language that likely state one point (``min_near_point``) give two times of day near each other (``max_near_minutes``), and neither alone tells of the first, second or another of several; no place or figure conflicts as well."""
    if not _may_state_one_point(evidence, settings) or not differ_in_one_facet(evidence, settings):
        return False
    is_one = not tell_of_two(evidence.pair.left, evidence.pair.right, settings)
    gaps = map(measure_clock_gap, evidence.of(FacetName.DATE, Relation.CONFLICTING))
    return is_one and any(gap is not None and gap <= settings.max_near_minutes for gap in gaps)


def _tell_in_one_language(evidence: Evidence, settings: Settings) -> bool:
    return evidence.overlap.is_same_language and are_reports(evidence, settings)


def _may_state_one_point(evidence: Evidence, settings: Settings) -> bool:
    return _tell_in_one_language(evidence, settings) and state_one_point(evidence, settings) >= settings.min_near_point


def _list_untold(evidence: Evidence, facet: FacetName) -> Iterator[Difference]:
    """The conflicts of which neither side stands anywhere in the other's article."""
    return (d for d in evidence.of(facet, Relation.CONFLICTING) if not is_retold(d, evidence.pair))


def _are_two_accounts(difference: Difference, evidence: Evidence, settings: Settings) -> bool:
    left, right, pair = difference.left, difference.right, evidence.pair
    if not isinstance(left, Quantity) or not isinstance(right, Quantity) or left.unit in _UNITS_APART:
        return False
    is_age = AGE in (left.unit, right.unit)
    if left.unit != right.unit and not are_age_and_year(left.unit, right.unit):
        return False
    if not is_of_one_order(difference, max_ratio=settings.max_near_ratio) or not is_surely_read(difference, pair, settings):
        return False
    if is_age and _name_others(evidence):
        return False
    if left.unit is not None and not is_age and difference not in list_rival_measures(evidence, settings):
        return False
    if _may_be_of_two(left, right, evidence, settings) and not _may_state_one_point(evidence, settings):
        return False
    if is_of_other_time(difference, evidence, settings):
        return False
    sides = (left, right, pair.left), (right, left, pair.right)
    return not counts_a_share(difference, pair, settings) and not any(
        own.low == 0 or _is_denied(own, claim) or _is_bounded_afar(own, claim, settings) or add_up(claim, other)
        for own, other, claim in sides
    )


def _may_be_of_two(left: Quantity, right: Quantity, evidence: Evidence, settings: Settings) -> bool:
    """Whether two figures alone do not tell that they are of one thing: in a unit of many, ages with no name in common, or one of them alone of what befell people."""
    is_age = AGE in (left.unit, right.unit)
    is_common = not evidence.of(FacetName.PERSON, Relation.SAME) if is_age else left.unit in _COMMON_UNITS
    return is_common or _befell_one_only(left, right, evidence, settings)


def _name_others(evidence: Evidence) -> bool:
    """Whether both sides name people, and none in common."""
    named = [any(isinstance(f, Actor) for f in claim.facets) for claim in (evidence.pair.left, evidence.pair.right)]
    return all(named) and not evidence.of(FacetName.PERSON, Relation.SAME)


def _befell_one_only(left: Quantity, right: Quantity, evidence: Evidence, settings: Settings) -> bool:
    """Whether words tell what befell those whom one figure counts (killed, arrested), and of the other none do."""
    sides = (left, evidence.pair.left), (right, evidence.pair.right)
    outcomes = [describe_counted(figure, claim, settings).outcomes for figure, claim in sides]
    return bool(outcomes[0]) is not bool(outcomes[1])


def _is_denied(figure: Quantity, claim: Claim) -> bool:
    """Whether a negation stands right before a figure, a word or two aside."""
    cues = (f.span for f in claim.facets if isinstance(f, Polarity) and f.negated and covers(claim.span, f.span))
    return any(cue.end <= figure.span.start and _count_words(claim, cue.end, figure.span.start) <= _DENIED for cue in cues)


def _is_bounded_afar(figure: Quantity, claim: Claim, settings: Settings) -> bool:
    """Whether a word that makes a figure a bound stands before it, with other words between: "inflation exceeded, last month, four percent"."""
    if None in (figure.low, figure.high) or not covers(claim.span, figure.span):
        return False
    start = claim.span.start
    items = lex(claim.text, claim.language, settings.language_files).items
    others = [f.span.end - start for f in claim.facets if isinstance(f, Quantity) and f.span.end <= figure.span.start]
    first = max(others, default=0)
    return any(not _BOUNDS.isdisjoint(item.meaning) and first <= item.start and start + item.end <= figure.span.start for item in items)


def _count_words(claim: Claim, first: int, last: int) -> int:
    start = claim.span.start
    return sum(token.is_word for token in tokenize(claim.text[first - start : last - start]))


def _is_day(value: object) -> bool:
    return isinstance(value, When) and value.first is not None and value.first == value.last
