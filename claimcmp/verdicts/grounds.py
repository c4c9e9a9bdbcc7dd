"""Whether a conflict between two reports rests on enough of what they say.

Two reports of one event, each written in its own words, share names, words and things counted everywhere. What one denies
and something near to it in the other, or two figures for things of one kind, mostly belong to different statements: machine-flagged
contradictions between news reports are seldom real (Schuster et al. 2022, on entailment stretched to whole documents).
Translations, copied words and bare statements do not need these conditions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcmp.align.context import runs_in_parallel, tells_of_one_event
from claimcmp.align.scores import name_signal
from claimcmp.facets.lexer import lex
from claimcmp.facets.lexicon import load_units
from claimcmp.facets.quantity_compare import pair_in_one_time, relate_quantities
from claimcmp.facets.quantity_counted import TERMS, describe_counted, same_counted
from claimcmp.records import Claim, Difference, FacetName, Pair, Quantity, Relation, Sense, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import Word, covers
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.figures import add_up
from claimcmp.verdicts.polarity import read_denials

OTHER_TIME = "other_time"
"""Name of the contribution of two claims whose times do not meet."""

_OF_EVENTS = frozenset({FacetName.NUMBER, FacetName.DATE, FacetName.PLACE})

_PEOPLE = frozenset({"person"})
"""Concepts of a noun counted that tell no kind of people."""

_STOPS = frozenset(".!?؟۔")
_LEAD = 1
"""The last sentence of a lead: that after the headline."""

_LARGE = 1000.0
"""A count above it may be of money."""

_MIN_DENIED_WORDS = 2
"""Words of a statement reported as denied that the other side must have: one word alone is a topic."""


def are_reports(evidence: Evidence, settings: Settings) -> bool:
    """Whether an alignment took the pair from two texts, neither of which copies or translates the other's words here."""
    is_chosen = not evidence.is_bare and bool(evidence.pair.contributions)
    return is_chosen and evidence.overlap.copy < settings.min_copy_score and not runs_in_parallel(evidence.pair)


def tells_of_other_time(evidence: Evidence, settings: Settings) -> bool:
    """Whether of two reports each side tells, by its own dates or those around it, of a time at which the other does not: look-alike incidents mostly differ in that only.

    Where the openings of both tell of one event, the times must be further apart (``max_other_time``): a report may be dated a day late.
    """
    is_across = not evidence.overlap.is_same_language
    taken = -evidence.pair.contributions.get(name_signal(OTHER_TIME, is_across=is_across), 0.0)
    return are_reports(evidence, settings) and taken > (settings.max_other_time if tells_of_one_event(evidence.pair) else 0.0)


def denies_one_statement(evidence: Evidence, settings: Settings) -> bool:
    """Whether what one side denies makes up a fair share of what either says (``min_denial_share``), and most of the denied words are affirmed (``min_denied_cover``).

    The share is of the sentence, because a quotation may run over several. Of a statement that its source
    denies as a whole, the words as they stand are compared.
    """
    denials = [d for d in evidence.of(FacetName.POLARITY, Relation.CONFLICTING) if isinstance(d.left, Span) and isinstance(d.right, Span)]
    return any(_is_of_weight(denial, evidence, settings) for denial in denials)


def _is_of_weight(denial: Difference, evidence: Evidence, settings: Settings) -> bool:
    sides = tuple(
        zip(
            (evidence.pair.left, evidence.pair.right),
            (evidence.overlap.left_words, evidence.overlap.right_words),
            _list_spans(denial),
            strict=True,
        )
    )
    held = [{word.key for word in words if covers(span, word.span)} for _, words, span in sides]
    shared = held[0] & held[1]
    if any(_is_denied_whole(claim, words, settings) for claim, words, _ in sides):
        return len(shared) >= _MIN_DENIED_WORDS
    if evidence.overlap.topic < settings.min_ground_topic:
        return False
    shares = [_measure_share(claim, words, span, shared) for claim, words, span in sides]
    return min(shares) >= settings.min_denial_share and all(_is_covered(*side, shared, settings) for side in sides)


def _is_denied_whole(claim: Claim, words: tuple[Word, ...], settings: Settings) -> bool:
    """Whether a claim is reported as denied, and holds no negation of its own."""
    is_denied = claim.attribution.sense is Sense.DENIES
    return is_denied and not any(
        covers(claim.span, denial.cue) and denial.cue != claim.span for denial in read_denials(claim, words, settings)
    )


def _list_spans(denial: Difference) -> tuple[Span, ...]:
    return tuple(found for found in (denial.left, denial.right) if isinstance(found, Span))


def _measure_share(claim: Claim, words: Sequence[Word], span: Span, shared: set[str]) -> float:
    """The share of the shared words among the content words of the sentence around a span."""
    stops = [token.start for token in tokenize(claim.text, claim.span.start) if token.text in _STOPS]
    first = max((stop for stop in stops if stop < span.start), default=claim.span.start)
    last = min((stop for stop in stops if stop >= span.end), default=claim.span.end)
    near = [word.key for word in words if first <= word.span.start < last]
    return sum(key in shared for key in near) / max(1, len(near))


def _is_covered(claim: Claim, words: tuple[Word, ...], span: Span, shared: set[str], settings: Settings) -> bool:
    """Whether of each negation that stands in the span most words of its scope are shared; true of a side that has none there."""
    scopes = [denial.words for denial in read_denials(claim, words, settings) if covers(span, denial.cue)]
    return all(sum(word.key in shared for word in scope) >= settings.min_denied_cover * len(scope) for scope in scopes)


def differ_in_one_facet(evidence: Evidence, settings: Settings) -> bool:
    """Whether no two of figure, date and place conflict between two reports: 5 dead in one town and 9 in another are two events, and no contradiction."""
    conflicting = {d.facet for d in evidence.differences if d.relation is Relation.CONFLICTING and d.facet in _OF_EVENTS}
    return len(conflicting) < 2 or not are_reports(evidence, settings)


def counts_one_thing(difference: Difference, evidence: Evidence, settings: Settings) -> bool:
    """Whether two figures tell what befell those counted (killed, arrested), and neither is what the other side's figures come to, or are the one sum of money of two leads; on one speaker's word they may count anything, if both are the only figure of their claim or have no unit.

    Of other things a report gives many figures, each of another moment or part, and of amounts of money or measures
    one speaker names several. Between two languages, whose words cannot be compared, another facet must be equal as
    well (seven of the dead were children, four of them of one family), unless both stand in the lead, which gives the whole.
    """
    left, right, pair = difference.left, difference.right, evidence.pair
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    if evidence.is_same_speaker and _is_only_figure(left, pair.left) and _is_only_figure(right, pair.right):
        return True
    if not evidence.overlap.is_same_language:
        if pair.score >= settings.min_across_score and _are_alone_of_kind(difference, evidence, settings):
            return True
        if not evidence.equal_facets and max(pair.left.sentence, pair.right.sentence) > _LEAD:
            return False
    if evidence.is_same_speaker and left.unit is None and right.unit is None:
        return True
    shared = _list_outcomes(left, pair.left, settings) & _list_outcomes(right, pair.right, settings)
    if shared <= TERMS and shared:
        return _is_term_of_one(evidence)
    if not shared:
        return _is_price_of_lead(left, pair.left) and _is_price_of_lead(right, pair.right)
    totals = [_sum_figures(claim, shared, settings) for claim in (pair.left, pair.right)]
    return right.low != totals[0] and left.low != totals[1]


def _are_alone_of_kind(difference: Difference, evidence: Evidence, settings: Settings) -> bool:
    """Whether two figures may count one thing, and no other figure of either claim that has not met its like may be what one of them stands against."""
    pair, figures = evidence.pair, [figure for figure in (difference.left, difference.right) if isinstance(figure, Quantity)]
    sides = zip(pair_in_one_time(*figures), (pair.left, pair.right), strict=True)
    counted = [describe_counted(figure, claim, settings) for figure, claim in sides]
    if same_counted(*counted) is False or counted[0].is_part is not counted[1].is_part:
        return False
    if any(add_up(claim, figure) for claim, figure in ((pair.left, figures[1]), (pair.right, figures[0]))):
        return False
    met = [figure for d in evidence.of(FacetName.NUMBER, Relation.SAME) for figure in (d.left, d.right)]
    return not any(
        isinstance(figure, Quantity)
        and figure not in met
        and (figure.low, figure.high) != (own.low, own.high)
        and same_counted(describe_counted(figure, claim, settings), other) is not False
        for own, other, claim in zip(figures, reversed(counted), (pair.left, pair.right), strict=True)
        for figure in claim.facets
    )


def list_rival_measures(evidence: Evidence, settings: Settings) -> Iterator[Difference]:
    """The conflicting figures of two reports in one unit (a sum, a term, an area), each alone of its kind in its claim, neither a bound."""
    for difference in evidence.of(FacetName.NUMBER, Relation.CONFLICTING) if are_reports(evidence, settings) else ():
        figures = [figure for figure in (difference.left, difference.right) if isinstance(figure, Quantity)]
        are_whole = len(figures) == 2 and all(figure.unit and None not in (figure.low, figure.high) for figure in figures)
        if (
            are_whole
            and not any(map(_gives_bare_sum, (evidence.pair.left, evidence.pair.right)))
            and _are_alone_of_kind(difference, evidence, settings)
        ):
            yield difference


def _gives_bare_sum(claim: Claim) -> bool:
    """Whether a claim has a large figure without a unit, which may be one that another word of it gives: "of 210 million euros 70 million"."""
    figures = (f for f in claim.facets if isinstance(f, Quantity) and f.unit is None)
    return any((figure.low or figure.high or 0.0) > _LARGE for figure in figures)


def tell_one_toll(evidence: Evidence, settings: Settings) -> bool:
    """Whether two reports of one event give two figures for those of one kind whom one thing befell, each in its headline or lead, which gives the whole."""
    is_lead = max(evidence.pair.left.sentence, evidence.pair.right.sentence) <= _LEAD
    return is_lead and are_reports(evidence, settings) and next(list_rival_tolls(evidence, settings), None) is not None


def list_rival_tolls(evidence: Evidence, settings: Settings) -> Iterator[Difference]:
    """The conflicting figures of two reports, or two bare statements, for those of one kind whom one thing befell."""
    is_free = evidence.is_bare or are_reports(evidence, settings)
    for difference in evidence.of(FacetName.NUMBER, Relation.CONFLICTING) if is_free else ():
        if _is_of_one_kind(difference, evidence.pair, settings) and counts_one_thing(difference, evidence, settings):
            yield difference


def _is_of_one_kind(difference: Difference, pair: Pair, settings: Settings) -> bool:
    """Whether something befell those counted, and both figures count people of one kind, or people as such: five children are a part of nine dead."""
    kinds = []
    for figure, claim in ((difference.left, pair.left), (difference.right, pair.right)):
        if not isinstance(figure, Quantity) or not _list_outcomes(figure, claim, settings):
            return False
        counted = describe_counted(figure, claim, settings)
        kinds.append(counted.concepts - _PEOPLE if counted.concepts else counted.stems)
    return kinds[0] == kinds[1]


def _is_term_of_one(evidence: Evidence) -> bool:
    """Whether one person is named on both sides, and neither tells as done what the other asks for: terms of two people, or the one that was sought, differ."""
    certainty = [d for d in evidence.differences if d.facet is FacetName.CERTAINTY]
    return bool(evidence.of(FacetName.PERSON, Relation.SAME)) and all(d.relation is Relation.SAME for d in certainty)


def _is_price_of_lead(figure: Quantity, claim: Claim) -> bool:
    """Whether a headline or lead gives one sum of money, and this is it: what a deal costs, or a fine comes to."""
    sums = {(f.low, f.high) for f in claim.facets if isinstance(f, Quantity) and f.unit == figure.unit}
    return claim.sentence <= _LEAD and figure.unit in str(load_units()["currencies"]).split() and len(sums) == 1


def _is_only_figure(figure: Quantity, claim: Claim) -> bool:
    """Whether a claim gives no figure but this one."""
    return [facet for facet in claim.facets if isinstance(facet, Quantity)] == [figure]


def _sum_figures(claim: Claim, outcomes: frozenset[str], settings: Settings) -> float:
    """The sum of all figures in a claim of those whom one of the outcomes befell: "15 died in the town and 6 in a village" tells of 21; one given twice counts once."""
    figures = [f for f in claim.facets if isinstance(f, Quantity) and f.unit is None and f.low is not None]
    return sum({f.low or 0.0 for f in figures if not outcomes.isdisjoint(describe_counted(f, claim, settings).outcomes)})


def _list_outcomes(figure: Quantity, claim: Claim, settings: Settings) -> frozenset[str]:
    """What befell those whom a figure counts; where no such word is near, what befell anybody in a claim that counts nothing else."""
    outcomes = describe_counted(figure, claim, settings).outcomes
    is_alone = all(other is figure or other.unit is not None for other in claim.facets if isinstance(other, Quantity))
    if outcomes or not is_alone:
        return outcomes
    items = lex(claim.text, claim.language, settings.language_files).items
    return frozenset(str(item.meaning["outcome"]) for item in items if "outcome" in item.meaning)


def count_unlike_things(evidence: Evidence, settings: Settings) -> bool:
    """Whether two reports both give figures of people whom something befell, and none fits one of the other side for the same thing: 14 injured and 34 killed, 6 and 11 killed."""
    if not are_reports(evidence, settings):
        return False
    left, right = (_list_befallen(claim, settings) for claim in (evidence.pair.left, evidence.pair.right))
    return bool(left and right) and not any(
        not outcomes.isdisjoint(others) and relate_quantities(figure, other, settings) is not Relation.CONFLICTING
        for figure, outcomes in left
        for other, others in right
    )


def _list_befallen(claim: Claim, settings: Settings) -> list[tuple[Quantity, frozenset[str]]]:
    """The figures of a claim of those whom something befell, with what it was."""
    figures = [f for f in claim.facets if isinstance(f, Quantity) and f.unit is None]
    return [(f, outcomes) for f in figures if (outcomes := describe_counted(f, claim, settings).outcomes)]


def replaces_name(difference: Difference, pair: Pair) -> bool:
    """Whether of two names for one role none has a word of its own that stands in the other claim as well: there it would be no name, or another one's."""
    names = [_read_words(getattr(facet, "name", "")) for facet in (difference.left, difference.right)]
    own = names[0] - names[1], names[1] - names[0]
    return own[0].isdisjoint(_read_words(pair.right.text)) and own[1].isdisjoint(_read_words(pair.left.text))


def _read_words(text: str) -> frozenset[str]:
    return frozenset(token.folded for token in tokenize(text) if token.is_word)
