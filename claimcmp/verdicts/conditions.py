"""The conditions of the rule table: one function each, whose docstring is its meaning. Those on what conflicts are in ``conflicts``, those on a trained model's word in ``trained``."""

from __future__ import annotations

from collections.abc import Callable

from claimcmp.align.context import runs_in_parallel, tells_of_one_event
from claimcmp.records import FacetName
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.verdicts.beside import is_beside_claim, measure_extent
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.grounds import are_reports, tell_one_toll, tells_of_other_time
from claimcmp.verdicts.moments import tell_of_two_events
from claimcmp.verdicts.one_point import state_one_point
from claimcmp.verdicts.whole_counts import exceeds_whole_count

Condition = Callable[[Evidence, Settings], bool]


def is_bare(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements were given, not a pair that an alignment chose."""
    return evidence.is_bare


def is_aligned(evidence: Evidence, settings: Settings) -> bool:
    """An alignment chose the pair: it tells of one point."""
    return not evidence.is_bare


_EVEN = 0.5


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
    """Both say the same thing apart from who, where and when (as ``is_same_event``), or two reports give two tolls, each in its headline or lead, which gives the whole, or one of them nothing but the lower count."""
    are_counts = is_on_point(evidence, settings) and (tell_one_toll(evidence, settings) or exceeds_whole_count(evidence, settings))
    return are_counts or is_same_event(evidence, settings)


def is_one_story(evidence: Evidence, settings: Settings) -> bool:
    """The openings of both reports tell of one event, as the alignment found; of pairs that no alignment made it is taken for granted."""
    return evidence.is_bare or not evidence.pair.contributions or tells_of_one_event(evidence.pair)


def are_reports_of_one_event(evidence: Evidence, settings: Settings) -> bool:
    """Two reports, each in its own words, of which more than this pair tells that they are of one event."""
    return are_reports(evidence, settings) and tells_of_one_event(evidence.pair)


def is_same_sentence(evidence: Evidence, settings: Settings) -> bool:
    """Both say nearly the same throughout: what differs is little more than the conflicting facet (``min_same_overlap``; between reports more than names, ``min_ground_topic``), or, between two languages, the score is high (``min_ground_score``; ``min_across_score`` between reports that are no translations)."""
    if not evidence.overlap.is_same_language:
        return evidence.pair.score >= (settings.min_ground_score if _run_alike(evidence) else settings.min_across_score)
    if are_reports(evidence, settings) and evidence.overlap.topic < settings.min_ground_topic:
        return False
    return evidence.rest >= settings.min_same_overlap and evidence.point >= settings.min_point_score


def is_sure_across(evidence: Evidence, settings: Settings) -> bool:
    """Reports in two languages that are no translations of each other state one point for certain (``min_across_score``), and a trained model that was asked finds contradiction as likely as not: each says more than the other."""
    is_believed = evidence.trained is None or evidence.trained.contradiction >= _EVEN
    return _run_alike(evidence) or (is_believed and evidence.pair.score >= settings.min_across_score)


def _run_alike(evidence: Evidence) -> bool:
    """Whether the statements stand alone, or in texts that translate each other."""
    return evidence.is_bare or runs_in_parallel(evidence.pair)


def is_of_like_extent(evidence: Evidence, settings: Settings) -> bool:
    """Between two languages and between reports, neither side is a small part of the other (``min_extent``): what a part leaves out may name what it seems to lack or deny. Where the conflict stands beside a claim, the statements around both count too."""
    is_wide = any(is_beside_claim(difference, evidence.pair) for difference in evidence.differences)
    lengths = sorted(measure_extent(claim, is_wide=is_wide) for claim in (evidence.pair.left, evidence.pair.right))
    is_open = evidence.is_bare or (evidence.overlap.is_same_language and not are_reports(evidence, settings))
    return is_open or lengths[0] >= settings.min_extent * lengths[1]


def is_of_one_time(evidence: Evidence, settings: Settings) -> bool:
    """Between reports, both may tell of one event by its time: neither is dated, or likened to another event, so that it comes before what the other tells of (``max_event_age``), nor do the dates around both lie apart (``max_other_time``)."""
    if not are_reports(evidence, settings):
        return True
    return not tells_of_other_time(evidence, settings) and not tell_of_two_events(evidence.pair.left, evidence.pair.right, settings)


def differs_only_there(evidence: Evidence, settings: Settings) -> bool:
    """Two bare statements of one language have nearly all other words in common (``min_copy_score``), and neither negates what the other says."""
    is_affirmed = evidence.overlap.is_same_language and not evidence.is_denied
    return evidence.is_bare and is_affirmed and evidence.shared_rest >= settings.min_copy_score


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


def is_surely_on_point(evidence: Evidence, settings: Settings) -> bool:
    """Score and words together are high enough without an equal facet (``min_sure_score``), and between reports neither side tells of another time."""
    return evidence.point >= settings.min_sure_score and not tells_of_other_time(evidence, settings)


def is_one_point(evidence: Evidence, settings: Settings) -> bool:
    """Two reports likely state one point there (``min_one_point``, ``min_one_point_across`` between two languages; :mod:`claimcmp.verdicts.one_point`), and neither side tells of another time."""
    least = settings.min_one_point if evidence.overlap.is_same_language else settings.min_one_point_across
    is_told = are_reports(evidence, settings) and not tells_of_other_time(evidence, settings)
    return is_told and state_one_point(evidence, settings) >= least


def may_be_one_point(evidence: Evidence, settings: Settings) -> bool:
    """It is not unlikely that two reports state one point there (``min_maybe_one_point``); of other pairs the other conditions tell enough."""
    return not are_reports(evidence, settings) or state_one_point(evidence, settings) >= settings.min_maybe_one_point


def is_sure_or_no_report(evidence: Evidence, settings: Settings) -> bool:
    """Bare statements, copied words or translations; or a pair of reports in one language that the alignment is sure of (``min_tied_score``)."""
    is_sure = evidence.overlap.is_same_language and evidence.pair.score >= settings.min_tied_score
    return is_sure or not are_reports(evidence, settings)
