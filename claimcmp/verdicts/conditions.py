"""The conditions of the rule table: one function each, whose docstring is its meaning. Those on a trained model's word are in ``trained``."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz.fuzz import token_set_ratio

from claimcmp.align.context import runs_in_parallel, tells_of_one_event
from claimcmp.records import FacetName, Relation
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.tokens import tokenize
from claimcmp.verdicts.beside import is_beside_claim, measure_extent
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.exchanged import EXCHANGED
from claimcmp.verdicts.figures import is_near_bound, is_of_one_order, is_surely_read, measure_gap
from claimcmp.verdicts.grounds import (
    are_reports,
    count_unlike_things,
    counts_one_thing,
    denies_one_statement,
    differ_in_one_facet,
    replaces_name,
    tell_one_toll,
    tells_of_other_time,
)
from claimcmp.verdicts.moments import tell_of_two_events
from claimcmp.verdicts.opposites import CONVERSE
from claimcmp.verdicts.shares import counts_a_share

Condition = Callable[[Evidence, Settings], bool]


def is_bare(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements were given, not a pair that an alignment chose."""
    return evidence.is_bare


def is_aligned(evidence: Evidence, settings: Settings) -> bool:
    """An alignment chose the pair: it tells of one point."""
    return not evidence.is_bare


def is_empty(evidence: Evidence, settings: Settings) -> bool:
    """One side holds no word."""
    return any(not any(token.is_word for token in tokenize(claim.text)) for claim in (evidence.pair.left, evidence.pair.right))


def is_off_point(evidence: Evidence, settings: Settings) -> bool:
    """The two hardly share words, and their score is below ``min_related_score``."""
    return evidence.point < settings.min_related_score and not evidence.equal_facets


def is_same_event(evidence: Evidence, settings: Settings) -> bool:
    """Apart from who, where and when, both say the same thing (``min_ground_topic``; ``min_shared_topic`` of one speaker; ``min_tied_topic`` where an equal date ties them and the score is ``min_tied_score``), or, between two languages, the score is high (``min_ground_score``)."""
    if evidence.overlap.is_same_language:
        is_tied = evidence.pair.score >= settings.min_tied_score and FacetName.DATE in evidence.list_tying_facets(settings)
        least = settings.min_tied_topic if is_tied else settings.min_ground_topic
        least = settings.min_shared_topic if evidence.is_same_speaker else least
        return evidence.overlap.topic >= least and evidence.point >= settings.min_point_score
    return evidence.pair.score >= settings.min_ground_score


def is_same_event_or_toll(evidence: Evidence, settings: Settings) -> bool:
    """Both say the same thing apart from who, where and when (as ``is_same_event``), or two reports give two tolls, each in its headline or lead, which gives the whole."""
    return is_same_event(evidence, settings) or (is_on_point(evidence, settings) and tell_one_toll(evidence, settings))


def is_one_story(evidence: Evidence, settings: Settings) -> bool:
    """The openings of both reports tell of one event, as the alignment found; of pairs that no alignment made it is taken for granted."""
    return evidence.is_bare or not evidence.pair.contributions or tells_of_one_event(evidence.pair)


def are_reports_of_one_event(evidence: Evidence, settings: Settings) -> bool:
    """Two reports, each in its own words, of which more than this pair tells that they are of one event."""
    return are_reports(evidence, settings) and tells_of_one_event(evidence.pair)


def is_same_sentence(evidence: Evidence, settings: Settings) -> bool:
    """Both say nearly the same throughout: what differs is little more than the conflicting facet (``min_same_overlap``; between reports more than names, ``min_ground_topic``), or, between two languages, the score is high (``min_ground_score``)."""
    if not evidence.overlap.is_same_language:
        return evidence.pair.score >= settings.min_ground_score
    if are_reports(evidence, settings) and evidence.overlap.topic < settings.min_ground_topic:
        return False
    return evidence.rest >= settings.min_same_overlap and evidence.point >= settings.min_point_score


def is_of_like_extent(evidence: Evidence, settings: Settings) -> bool:
    """Between two languages and between reports, neither side is a small part of the other (``min_extent``): what a part leaves out may name what it seems to lack or deny. Where the conflict stands beside a claim, the statements around both count too."""
    is_wide = any(is_beside_claim(difference, evidence.pair) for difference in evidence.differences)
    lengths = sorted(measure_extent(claim, is_wide=is_wide) for claim in (evidence.pair.left, evidence.pair.right))
    is_open = evidence.is_bare or (evidence.overlap.is_same_language and not are_reports(evidence, settings))
    return is_open or lengths[0] >= settings.min_extent * lengths[1]


def has_number_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Two figures for one thing lie outside each other's tolerance, both were surely read in full, and they are of one order (``max_figure_ratio``; ``max_loose_ratio`` in one language, where the rest differs too and the score is below ``min_tied_score``); between reports whose rest differs they are one speaker's or tell what befell those counted, and no place conflicts as well; between two languages something else that can be checked is equal too. Neither counts only some of those whom the other counts."""
    is_same = is_same_sentence(evidence, settings)
    is_loose = evidence.overlap.is_same_language and not evidence.is_bare and not is_same
    is_told_alike = not are_reports(evidence, settings) or (is_same and evidence.overlap.is_same_language)
    ratio = settings.max_loose_ratio if is_loose and evidence.pair.score < settings.min_tied_score else settings.max_figure_ratio
    return differ_in_one_facet(evidence, settings) and any(
        is_surely_read(d, evidence.pair, settings)
        and is_of_one_order(d, max_ratio=ratio)
        and (is_told_alike or counts_one_thing(d, evidence, settings))
        and (runs_in_parallel(evidence.pair) or not counts_a_share(d, evidence.pair, settings))
        for d in evidence.of(FacetName.NUMBER, Relation.CONFLICTING)
    )


def has_rival_figures(evidence: Evidence, settings: Settings) -> bool:
    """Two figures for one thing lie outside each other's tolerance, both were surely read in full and are of one order (``max_loose_ratio``), and no place or date conflicts as well."""
    return differ_in_one_facet(evidence, settings) and any(
        is_surely_read(d, evidence.pair, settings) and is_of_one_order(d, max_ratio=settings.max_loose_ratio)
        for d in evidence.of(FacetName.NUMBER, Relation.CONFLICTING)
    )


def has_date_conflict(evidence: Evidence, settings: Settings) -> bool:
    """The resolved dates share no day; between reports no place or figure conflicts as well."""
    return bool(evidence.of(FacetName.DATE, Relation.CONFLICTING)) and differ_in_one_facet(evidence, settings)


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


def is_of_one_time(evidence: Evidence, settings: Settings) -> bool:
    """Between reports, both may tell of one event by its time: neither is dated, or likened to another event, so that it comes before what the other tells of (``max_event_age``), nor do the dates around both lie apart (``max_other_time``)."""
    if not are_reports(evidence, settings):
        return True
    return not tells_of_other_time(evidence, settings) and not tell_of_two_events(evidence.pair.left, evidence.pair.right, settings)


def has_place_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Neither place contains the other; between reports no date or figure conflicts as well."""
    return bool(evidence.of(FacetName.PLACE, Relation.CONFLICTING)) and differ_in_one_facet(evidence, settings)


def has_person_conflict(evidence: Evidence, settings: Settings) -> bool:
    """Two actors stand in one role, neither is found to be the other elsewhere, and their names are not spellings of one (``min_name_score``)."""
    equal = evidence.of(FacetName.PERSON, Relation.SAME)
    same = [{getattr(facet, "span", None) for facet in facets} for facets in ([d.left for d in equal], [d.right for d in equal])]
    conflicts = [
        d
        for d in evidence.of(FacetName.PERSON, Relation.CONFLICTING)
        if getattr(d.left, "span", None) not in same[0] and getattr(d.right, "span", None) not in same[1]
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


def has_opposites_undenied(evidence: Evidence, settings: Settings) -> bool:
    """The sides affirm two opposites, such as rose and fell, and neither denies what the other affirms."""
    return has_opposites(evidence, settings) and not evidence.is_denied


def has_converse(evidence: Evidence, settings: Settings) -> bool:
    """One side says that A wins, the other that B loses to A, and most else is the same (``min_same_overlap``)."""
    is_told = any(d.note.startswith(CONVERSE) for d in evidence.of(FacetName.POLARITY, Relation.COMPATIBLE))
    return is_told and evidence.shared_rest >= settings.min_same_overlap


def differs_only_there(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements of one language have nearly all other words in common (``min_copy_score``) and neither negates what the other says: no model need say what their opposites mean."""
    is_affirmed = evidence.overlap.is_same_language and not evidence.is_denied
    return evidence.is_bare and is_affirmed and evidence.shared_rest >= settings.min_copy_score


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


def has_certainty_conflict(evidence: Evidence, settings: Settings) -> bool:
    """One side says done, the other not done."""
    return bool(evidence.of(FacetName.CERTAINTY, Relation.CONFLICTING))


def has_open_conflict(evidence: Evidence, settings: Settings) -> bool:
    """A figure, date, place or affirmation conflicts; two persons alone may each have had a part, and beside an equal figure another may count some of those whom the other side counts."""
    found = [d for d in evidence.differences if d.relation is Relation.CONFLICTING and d.facet is not FacetName.PERSON]
    is_counted = bool(evidence.of(FacetName.NUMBER, Relation.SAME))
    return any(not (is_counted and d.facet is FacetName.NUMBER and counts_a_share(d, evidence.pair, settings)) for d in found)


def is_other_happening(evidence: Evidence, settings: Settings) -> bool:
    """Each side names a kind of happening, such as a call or a meeting, and they are not the same."""
    return evidence.are_other_happenings


def is_bare_or_on_point(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements were given, or both state the same point as far as score and words tell (``min_point_score``)."""
    return evidence.is_bare or is_on_point(evidence, settings)


def is_near_verbatim(evidence: Evidence, settings: Settings) -> bool:
    """The words are nearly the same in the same order (``min_copy_score``)."""
    return evidence.overlap.copy >= settings.min_copy_score


def is_verbatim(evidence: Evidence, settings: Settings) -> bool:
    """Both are the same words in the same order, spelling variants and punctuation aside."""
    return evidence.overlap.copy == 1.0


def is_contained(evidence: Evidence, settings: Settings) -> bool:
    """One side has nearly all content words of the other (``min_containment``)."""
    overlap = evidence.overlap
    return overlap.is_comparable and overlap.containment >= settings.min_containment and evidence.point >= settings.min_point_score


def has_tying_facet(evidence: Evidence, settings: Settings) -> bool:
    """A date, number or place that one side states itself is equal, or one side's is the more precise; or a person who is no country, where both mainly say the same."""
    return bool(evidence.list_tying_facets(settings))


def is_told_of(evidence: Evidence, settings: Settings) -> bool:
    """One side mainly says that somebody was told or warned, and the other does not speak of that: "Ali was told of the talks", "the talks were held"."""
    return evidence.is_told_of


def is_on_point(evidence: Evidence, settings: Settings) -> bool:
    """Both state the same point as far as score and words tell (``min_point_score``)."""
    return evidence.point >= settings.min_point_score


def shares_topic(evidence: Evidence, settings: Settings) -> bool:
    """Apart from who, where and when, and from asides, they share some of what is said, or of one conjunct of it (``min_shared_topic``), where words can be compared."""
    overlap = evidence.overlap
    return not overlap.is_comparable or max(min(overlap.topic, overlap.core), overlap.part) >= settings.min_shared_topic


def shares_main_words(evidence: Evidence, settings: Settings) -> bool:
    """Apart from who, where and when, and from asides, they share a word of what is said, where words can be compared."""
    return not evidence.overlap.is_comparable or evidence.overlap.core > 0


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


def is_surely_on_point(evidence: Evidence, settings: Settings) -> bool:
    """Score and words together are high enough without an equal facet (``min_sure_score``), and between reports neither side tells of another time."""
    return evidence.point >= settings.min_sure_score and not tells_of_other_time(evidence, settings)
