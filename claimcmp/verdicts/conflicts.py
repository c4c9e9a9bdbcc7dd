"""The conditions of the rule table on figures, dates, places, people and denials that conflict, or leave room for one event; as ``conditions`` otherwise."""

from __future__ import annotations

from rapidfuzz.fuzz import token_set_ratio

from claimcmp.align.context import runs_in_parallel
from claimcmp.records import Claim, Difference, Facet, FacetName, Pair, Place, Quantity, Relation, Span, When
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.verdicts.ages import AGE
from claimcmp.verdicts.clocks import tell_of_two
from claimcmp.verdicts.conditions import is_near_verbatim, is_one_story, is_same_event, is_same_sentence
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.exchanged import EXCHANGED
from claimcmp.verdicts.figures import add_up, is_near_bound, is_of_one_order, is_surely_read, measure_gap
from claimcmp.verdicts.grounds import (
    are_reports,
    count_unlike_things,
    counts_one_thing,
    denies_one_statement,
    differ_in_one_facet,
    list_rival_measures,
    list_rival_tolls,
    replaces_name,
    tells_of_other_time,
)
from claimcmp.verdicts.moments import dates_apart, happened_in_turn
from claimcmp.verdicts.one_point import state_one_point
from claimcmp.verdicts.opposites import CONVERSE
from claimcmp.verdicts.shares import counts_a_share


def has_number_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Two figures for one thing lie outside each other's tolerance, both were surely read in full, and they are of one order (``max_figure_ratio``; ``max_loose_ratio`` in one language, where the rest differs too and the score is below ``min_tied_score``); between reports whose rest differs they are one speaker's or tell what befell those counted, and no place conflicts as well; between two languages something else that can be checked is equal too. Neither counts only some of those whom the other counts, nor is one what the other side's figures come to."""
    is_same = is_same_sentence(evidence, settings)
    is_loose = evidence.overlap.is_same_language and not evidence.is_bare and not is_same
    is_told_alike = not are_reports(evidence, settings) or (is_same and evidence.overlap.is_same_language)
    ratio = settings.max_loose_ratio if is_loose and evidence.pair.score < settings.min_tied_score else settings.max_figure_ratio
    return differ_in_one_facet(evidence, settings) and any(
        is_surely_read(d, evidence.pair, settings)
        and is_of_one_order(d, max_ratio=ratio)
        and (is_told_alike or counts_one_thing(d, evidence, settings))
        and (runs_in_parallel(evidence.pair) or not counts_a_share(d, evidence.pair, settings))
        and not _is_sum(d, evidence.pair)
        and not is_of_other_time(d, evidence, settings)
        for d in evidence.of(FacetName.NUMBER, Relation.CONFLICTING)
    )


def _is_sum(difference: Difference, pair: Pair) -> bool:
    """Whether the bare figures of one side come to the other's: two soldiers and three civilians, five people."""
    sides = (difference.left, pair.right), (difference.right, pair.left)
    return any(isinstance(figure, Quantity) and figure.unit is None and add_up(claim, figure) for figure, claim in sides)


def is_of_other_time(difference: Difference, evidence: Evidence, settings: Settings) -> bool:
    """Whether between reports a figure stands behind a time at which the other side does not tell."""
    sides = (difference.left, evidence.pair.left, evidence.pair.right), (difference.right, evidence.pair.right, evidence.pair.left)
    return are_reports(evidence, settings) and any(
        isinstance(figure, Quantity) and dates_apart(figure.span, claim, other, settings) for figure, claim, other in sides
    )


def has_rival_figures(evidence: Evidence, settings: Settings) -> bool:
    """Two figures for one thing, not two ages, lie outside each other's tolerance, both were surely read in full and are of one order (``max_loose_ratio``), neither counts only some of those whom the other counts, and no place or date conflicts as well."""
    return differ_in_one_facet(evidence, settings) and any(
        _is_rival(d, evidence, settings) and AGE not in (getattr(d.left, "unit", None), getattr(d.right, "unit", None))
        for d in evidence.of(FacetName.NUMBER, Relation.CONFLICTING)
    )


def has_rival_measures(evidence: Evidence, settings: Settings) -> bool:
    """Two reports in one language most likely state one point (``min_sure_one_point``, ``min_tied_score``; a trained model was asked), each with one figure of a unit, and these lie outside each other's tolerance, were surely read in full and are of one order (``max_loose_ratio``); no place or date conflicts as well."""
    is_sure = evidence.trained is not None and evidence.pair.score >= settings.min_tied_score
    if not is_sure or not evidence.overlap.is_same_language or not differ_in_one_facet(evidence, settings):
        return False
    return state_one_point(evidence, settings) >= settings.min_sure_one_point and any(
        _is_rival(d, evidence, settings) for d in list_rival_measures(evidence, settings)
    )


def has_rival_tolls(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements tell how many of one kind one thing befell, and the figures, surely read and of one order (``max_loose_ratio``), lie outside each other's tolerance; neither counts only some of the others."""
    return evidence.is_bare and any(_is_rival(d, evidence, settings) for d in list_rival_tolls(evidence, settings))


def _is_rival(difference: Difference, evidence: Evidence, settings: Settings) -> bool:
    """Whether two figures were surely read in full, are of one order (``max_loose_ratio``), and neither counts only some of those whom the other counts."""
    is_read = is_surely_read(difference, evidence.pair, settings) and is_of_one_order(difference, max_ratio=settings.max_loose_ratio)
    return is_read and not counts_a_share(difference, evidence.pair, settings)


def has_date_conflict(evidence: Evidence, settings: Settings) -> bool:
    """The resolved dates share no day; between reports no place or figure conflicts as well, and neither day came only after the other report was published."""
    pair = evidence.pair
    found = any(
        isinstance(d.left, When)
        and isinstance(d.right, When)
        and not (are_reports(evidence, settings) and happened_in_turn(d.left, d.right, pair.left, pair.right))
        for d in evidence.of(FacetName.DATE, Relation.CONFLICTING)
    )
    return found and differ_in_one_facet(evidence, settings)


def has_no_date_conflict(evidence: Evidence, settings: Settings) -> bool:
    """The resolved dates leave room for one event: those held together share a day, not only nearly ("early May", 12 May); in texts that run in parallel they need only fit."""
    if runs_in_parallel(evidence.pair):
        return not evidence.of(FacetName.DATE, Relation.CONFLICTING)
    return all(measure_gap(d.left, d.right) == 0 for d in evidence.differences if d.facet is FacetName.DATE)


def has_near_dates(evidence: Evidence, settings: Settings) -> bool:
    """The dates lie near each other (``max_date_gap``), or the words are copied: further apart they may be two events. Between two languages, where no words can be compared, the score alone has to tell."""
    if not evidence.overlap.is_same_language and not are_reports(evidence, settings):
        return True
    gaps = [measure_gap(d.left, d.right) for d in evidence.of(FacetName.DATE, Relation.CONFLICTING)]
    return is_near_verbatim(evidence, settings) or any(gap <= settings.max_date_gap for gap in gaps)


def has_place_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Neither place contains the other; between reports no date or figure conflicts as well, and it is not that one names where something is and the other somebody's country ("in Algiers", "a Russian delegation"), nor, between two languages, that both name countries of somebody."""
    found = [d for d in evidence.of(FacetName.PLACE, Relation.CONFLICTING) if not isinstance(d.left, Span)]
    if are_reports(evidence, settings):
        sides = evidence.pair.left, evidence.pair.right
        told = [(_is_location(d.left, sides[0]), _is_location(d.right, sides[1])) for d in found]
        found = [d for d, (left, right) in zip(found, told, strict=True) if left is right and (left or evidence.overlap.is_same_language)]
    return bool(found) and differ_in_one_facet(evidence, settings)


def _is_location(place: Facet | Span | None, claim: Claim) -> bool:
    """Whether a place is one that the claim tells as where something is."""
    return isinstance(place, Place) and any(isinstance(f, Place) and f.span == place.span for f in claim.facets)


def has_person_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Two actors stand in one role, neither is found to be the other elsewhere, and their names are not spellings of one (``min_name_score``)."""
    equal = evidence.of(FacetName.PERSON, Relation.SAME)
    same = [{getattr(facet, "span", None) for facet in facets} for facets in ([d.left for d in equal], [d.right for d in equal])]
    conflicts = [
        d
        for d in evidence.of(FacetName.PERSON, Relation.CONFLICTING)
        if not isinstance(d.left, Span) and getattr(d.left, "span", None) not in same[0] and getattr(d.right, "span", None) not in same[1]
    ]
    if evidence.overlap.is_same_language:
        conflicts = [d for d in conflicts if replaces_name(d, evidence.pair)]
    pairs = ((getattr(d.left, "name", ""), getattr(d.right, "name", "")) for d in conflicts)
    return any(token_set_ratio(fold(left), fold(right)) < 100 * settings.min_name_score for left, right in pairs)


def has_exchanged_roles(evidence: Evidence, settings: Settings) -> bool:
    """In the same words, one side has A do to B what the other has B do to A."""
    return any(d.note.startswith(EXCHANGED) for d in evidence.of(FacetName.PERSON, Relation.CONFLICTING))


def may_have_exchanged_roles(evidence: Evidence, settings: Settings) -> bool:
    """Between two languages, one side has A do something to B, the other has B do something to A."""
    return any(d.note.startswith(EXCHANGED) for d in evidence.of(FacetName.PERSON, Relation.COMPATIBLE))


def has_denial(evidence: Evidence, settings: Settings) -> bool:
    """One side affirms the very predicate that the other denies (``min_denial_cover``); between reports it makes up a fair share of what both say (``min_denial_share``)."""
    return evidence.is_denied and (not are_reports(evidence, settings) or denies_one_statement(evidence, settings))


def has_denied_report(evidence: Evidence, settings: Settings) -> bool:
    """Of two bare statements, one reports as denied what the other says (``min_containment``; two words at least)."""
    return evidence.is_report_denied


def has_opposites(evidence: Evidence, settings: Settings) -> bool:
    """The sides affirm two opposites, such as rose and fell."""
    return bool(evidence.of(FacetName.POLARITY, Relation.CONFLICTING))


def has_opposite_places(evidence: Evidence, settings: Settings) -> bool:
    """One side says north where the other says south, or east where it says west."""
    return _has_opposite_words(evidence, FacetName.PLACE)


def has_opposite_times(evidence: Evidence, settings: Settings) -> bool:
    """One side says in the morning, the other in the afternoon or evening; or they give two times of day (``max_clock_gap``, ``max_rounded_clock_gap``, ``max_loose_clock_gap``). Neither alone tells of the first, second or another of several."""
    return _has_opposite_words(evidence, FacetName.DATE) and not tell_of_two(evidence.pair.left, evidence.pair.right, settings)


def has_opposite_persons(evidence: Evidence, settings: Settings) -> bool:
    """One side tells of a man, a boy, a son, where the other tells of a woman, a girl, a daughter."""
    return _has_opposite_words(evidence, FacetName.PERSON)


def has_no_opposites(evidence: Evidence, settings: Settings) -> bool:
    """The sides do not affirm two opposites of any kind; a denial may look like one."""
    is_told_apart = has_opposites_undenied(evidence, settings)
    return not is_told_apart and not any(
        _has_opposite_words(evidence, facet) for facet in (FacetName.PLACE, FacetName.DATE, FacetName.PERSON)
    )


def _has_opposite_words(evidence: Evidence, facet: FacetName) -> bool:
    return any(isinstance(d.left, Span) and isinstance(d.right, Span) for d in evidence.of(facet, Relation.CONFLICTING))


def has_opposites_undenied(evidence: Evidence, settings: Settings) -> bool:
    """The sides affirm two opposites, such as rose and fell, and neither denies what the other affirms."""
    return has_opposites(evidence, settings) and not evidence.is_denied


def has_converse(evidence: Evidence, settings: Settings) -> bool:
    """One side says that A wins, the other that B loses to A, and most else is the same (``min_same_overlap``)."""
    is_told = any(d.note.startswith(CONVERSE) for d in evidence.of(FacetName.POLARITY, Relation.COMPATIBLE))
    return is_told and evidence.shared_rest >= settings.min_same_overlap


def is_other_occasion(evidence: Evidence, settings: Settings) -> bool:
    """Of two bare statements, what is affirmed and denied, or two opposites, are of different days, places or persons: "rose on Monday", "fell on Friday"."""
    others = (FacetName.DATE, FacetName.PLACE, FacetName.PERSON)
    has_polarity = bool(evidence.of(FacetName.POLARITY, Relation.CONFLICTING)) or evidence.is_half_denied
    return evidence.is_bare and has_polarity and any(evidence.of(facet, Relation.CONFLICTING) for facet in others)


def is_of_one_day(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements are not of different days; or they share so many words that one day is wrong (``min_ground_topic``)."""
    is_apart = evidence.is_bare and bool(evidence.of(FacetName.DATE, Relation.CONFLICTING))
    return not is_apart or evidence.overlap.topic >= settings.min_ground_topic


def has_lone_negation(evidence: Evidence, settings: Settings) -> bool:
    """Between two languages, one side negates where the other has neither a negation nor a word that stands in for one (``min_negation_score``)."""
    return evidence.lone_negation is not None and evidence.lone_negation.score >= settings.min_negation_score


def has_unmet_negation(evidence: Evidence, settings: Settings) -> bool:
    """Between two reports in two languages, one side negates where the other has neither a negation nor a word that stands in for one."""
    return evidence.lone_negation is not None and are_reports(evidence, settings)


def has_no_unmet_negation(evidence: Evidence, settings: Settings) -> bool:
    """Of two reports in two languages neither negates what the other may affirm."""
    return not has_unmet_negation(evidence, settings)


def has_certainty_conflict(evidence: Evidence, settings: Settings) -> bool:
    """One side says done, the other not done."""
    return bool(evidence.of(FacetName.CERTAINTY, Relation.CONFLICTING))


def has_open_conflict(evidence: Evidence, settings: Settings) -> bool:
    """A figure, date, place or affirmation conflicts, or one tells of a man and the other of a woman; two names alone may each have had a part, and beside an equal figure another may count some of those whom the other side counts."""
    is_counted = bool(evidence.of(FacetName.NUMBER, Relation.SAME))
    return any(
        not (is_counted and d.facet is FacetName.NUMBER and counts_a_share(d, evidence.pair, settings)) for d in evidence.open_conflicts
    )


def is_half_denied(evidence: Evidence, settings: Settings) -> bool:
    """A word that one side denies is affirmed by the other, but not the whole predicate."""
    return evidence.is_half_denied


def has_instance(evidence: Evidence, settings: Settings) -> bool:
    """Nobody did on one side what somebody did on the other."""
    return evidence.instance is not None


def has_no_lone_denial(evidence: Evidence, settings: Settings) -> bool:
    """Neither side denies an act that the other does not speak of ("did not resign"; not "unannounced"), within one language."""
    return not (evidence.overlap.is_same_language and evidence.has_lone_denial)


def has_no_inner_denial(evidence: Evidence, settings: Settings) -> bool:
    """Neither side denies an act that the other does not speak of; or it does so in a clause of its own ("nobody was hurt, but the shop burnt down")."""
    return has_no_lone_denial(evidence, settings) or evidence.is_denial_apart


def is_undisputed(evidence: Evidence, settings: Settings) -> bool:
    """Neither side denies an act that the other does not speak of or, between reports, tells of another time; or an equal date or figure ties them all the same."""
    is_tied = not {FacetName.DATE, FacetName.NUMBER}.isdisjoint(evidence.list_tying_facets(settings))
    return is_tied or (has_no_lone_denial(evidence, settings) and not tells_of_other_time(evidence, settings))


def has_no_loose_figure(evidence: Evidence, settings: Settings) -> bool:
    """No two figures fit only as anything fits a bound far below it (``max_bound_ratio``); further apart they may lie where they would conflict if they did not fit."""
    is_one_count = is_same_event(evidence, settings) and is_one_story(evidence, settings) and has_no_date_conflict(evidence, settings)
    numbers = [d for d in evidence.differences if d.facet is FacetName.NUMBER]
    return all(is_of_one_order(d, max_ratio=settings.max_figure_ratio) if is_one_count else is_near_bound(d, settings) for d in numbers)


def counts_like_things(evidence: Evidence, settings: Settings) -> bool:
    """Between reports, the figures of those whom something befell are not all of unlike things or numbers: 14 injured, 34 killed; 6 killed, 11 killed."""
    return not count_unlike_things(evidence, settings)
