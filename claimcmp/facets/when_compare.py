"""Two claims' dates side by side.

A date conflicts only where both claims date the same thing: dates of another
event that serve as background ("since the war began in 2014"), open intervals
and dates without a counterpart never do.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claimcmp.facets.lexer import lex
from claimcmp.facets.pairing import MATCH_RANK, pair_greedily
from claimcmp.languages import is_same_language
from claimcmp.records import Certainty, Claim, Difference, FacetName, Modality, Precision, Relation, When
from claimcmp.settings import Settings

_WINDOW = 12
"""Items looked back over for the cue of a background date."""

SETTLING = {"year", "date", "past", "past_after", "next", "next_after", "current", "current_after", "deictic", "ago_before", "ago_after"}
_SINCE = {"since", "since_weak", "since_after"}
_DAYS_OF_WEEK = 7

_DAY = timedelta(days=1)
_PARTS_OF_MONTH = {1, 11, 21}
"""Days on which the beginning, middle and end of a month begin."""

_FUZZY = (Precision.RANGE, Precision.SEASON, Precision.WEEK)


def compare_whens(
    left: tuple[When, ...], right: tuple[When, ...], *, settings: Settings, claims: tuple[Claim, Claim] | None = None
) -> tuple[Difference, ...]:
    """How two claims' dates stand to each other, one difference a date or pair of dates.

    ``claims`` (left, right) lets background dates be told by the words before
    them. Equal intervals are ``same``; one inside the other makes the inner
    side more precise; overlapping ones are ``compatible``.

    Examples
    --------
    >>> from datetime import date
    >>> from claimcmp.records import Span
    >>> day = When(first=date(2022, 11, 14), last=date(2022, 11, 14), precision="day", span=Span(start=0, end=1))
    >>> month = When(first=date(2022, 11, 1), last=date(2022, 11, 30), precision="month", span=Span(start=0, end=1))
    >>> [d.relation.value for d in compare_whens((day,), (month,), settings=Settings())]
    ['left_more_precise']
    """
    grounds = tuple(_find_background(whens, claim, settings) for whens, claim in zip((left, right), claims or (None, None), strict=True))
    candidates = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            relation = relate_whens(one, other, settings)
            if relation is Relation.COMPATIBLE and claims is not None and _are_beginnings((one, other), claims, settings):
                continue
            if relation in MATCH_RANK and (
                grounds[0][i] == grounds[1][j] or (relation is not Relation.COMPATIBLE and _is_closed(one) and _is_closed(other))
            ):
                candidates.append((MATCH_RANK[relation], abs(i - j), i, j, relation))
    matched, lefts, rights = pair_greedily(candidates, len(left), len(right))
    differences = [differ_whens(relation, left[i], right[j]) for i, j, relation in matched]
    is_translated = claims is not None and not is_same_language(claims[0].language, claims[1].language)
    rival = _find_rivals(left, right, grounds, lefts, rights, is_translated=is_translated)
    if rival is None:
        rival = _find_last(left, right, (lefts, rights), None if is_translated else grounds)
    if rival is None and claims is not None and not is_translated:
        rival = _find_missed_deadline(left, right, claims, settings)
    if rival is not None and is_translated and left[rival[0]].precision is not right[rival[1]].precision:
        rival = None  # a year and a day that do not meet date two things, where no words tell that they are one
    if rival is not None:
        i, j = rival
        differences.append(differ_whens(_relate_rivals(left[i], right[j], claims, settings), left[i], right[j]))
        lefts, rights = [k for k in lefts if k != i], [k for k in rights if k != j]
    differences += [differ_whens(Relation.LEFT_ONLY, left[i], None) for i in lefts]
    differences += [differ_whens(Relation.RIGHT_ONLY, None, right[j]) for j in rights]
    return tuple(differences)


def relate_whens(left: When, right: When, settings: Settings) -> Relation:
    """How one interval stands to another; ``conflicting`` when they have no day in common and neither is vague."""
    spans = [(when.first or date.min, when.last or date.max) for when in (left, right)]
    (first, last), (other_first, other_last) = spans
    if spans[0] == spans[1]:
        return Relation.SAME
    if left.first is right.first is None or left.last is right.last is None:
        return Relation.COMPATIBLE  # two deadlines, or two beginnings: neither says the other
    if other_first <= first and last <= other_last:
        return Relation.LEFT_MORE_PRECISE
    if first <= other_first and other_last <= last:
        return Relation.RIGHT_MORE_PRECISE
    gap = (max(first, other_first) - min(last, other_last)).days
    allowed = settings.max_phase_gap if left.precision in _FUZZY or right.precision in _FUZZY else 0
    return Relation.COMPATIBLE if gap <= allowed else Relation.CONFLICTING


def is_same_limit(one: When, other: When) -> bool:
    """Whether two intervals end, or begin, with one day, part of a month, month or year, which only one of them takes in: "until 2019", "before 2019".

    Examples
    --------
    >>> from datetime import date
    >>> from claimcmp.records import Span
    >>> until, before = (When(first=None, last=date(year, 12, 31), precision="range", span=Span(start=0, end=1)) for year in (2019, 2018))
    >>> is_same_limit(until, before)
    True
    """
    if one.last is not None and other.last is not None:
        first, behind = sorted((one.last + _DAY, other.last + _DAY))
    elif one.first is not None and other.first is not None and one.last is other.last is None:
        first, behind = sorted((one.first, other.first))
    else:
        return False
    last = behind - _DAY
    is_year = (first.month, first.day, behind.month, behind.day) == (1, 1, 1, 1) and first.year == last.year
    is_part = {first.day, behind.day} <= _PARTS_OF_MONTH and (first.year, first.month) == (last.year, last.month)
    return first < behind and (first == last or is_year or is_part)


def _is_closed(when: When) -> bool:
    return when.first is not None and when.last is not None


def _find_background(whens: Sequence[When], claim: Claim | None, settings: Settings) -> tuple[bool, ...]:
    """For each date, whether it dates something else than the claim: an open interval, or after "since", "which" …"""
    if claim is None:
        return tuple(not _is_closed(when) for when in whens)
    items = lex(claim.text, claim.language, settings.language_files).items
    found = []
    for when in whens:
        start = when.span.start - claim.span.start
        before = [item.meaning for item in items if item.end <= start][-_WINDOW:]
        background = False
        for meaning in before:
            background = "background" in meaning or (background and not any(tag in meaning for tag in ("comma", "dot", "stop")))
        found.append(background or not _is_closed(when))
    return tuple(found)


def _find_rivals(
    left: Sequence[When],
    right: Sequence[When],
    grounds: Sequence[Sequence[bool]],
    lefts: Sequence[int],
    rights: Sequence[int],
    *,
    is_translated: bool,
) -> tuple[int, int] | None:
    """The two dates left over that must date the same thing: the claims' only ones, or one differing in two like rows.

    Within one language a date that a claim gives twice, as in a dateline and in the report, is one; in a translation each mention has its counterpart.
    """
    fore_left, fore_right = (
        [i for i in range(len(whens)) if not ground[i] and (is_translated or not _is_repeated(whens, ground, i))]
        for whens, ground in zip((left, right), grounds, strict=True)
    )
    over_left, over_right = [i for i in lefts if i in fore_left], [j for j in rights if j in fore_right]
    if len(over_left) != 1 or len(over_right) != 1 or len(fore_left) != len(fore_right):
        return None
    i, j = over_left[0], over_right[0]
    if len(fore_left) == 1 or (fore_left.index(i) == fore_right.index(j) and left[i].precision == right[j].precision):
        return i, j
    return None


def _find_missed_deadline(
    left: Sequence[When], right: Sequence[When], claims: tuple[Claim, Claim], settings: Settings
) -> tuple[int, int] | None:
    """The only date of either claim where both plan and one ends or begins before the other: "before the end of the month", "in early January"."""
    are_plans = all(any(isinstance(f, Modality) and f.certainty is Certainty.PLANNED for f in claim.facets) for claim in claims)
    if not are_plans or len(left) != 1 or len(right) != 1 or (_is_closed(left[0]) and _is_closed(right[0])):
        return None
    is_since = any(list_tags(when, claim, settings) & _SINCE for when, claim in zip((left[0], right[0]), claims, strict=True))
    return (0, 0) if not is_since and relate_whens(left[0], right[0], settings) is Relation.CONFLICTING else None


def _is_repeated(whens: Sequence[When], ground: Sequence[bool], at: int) -> bool:
    """Whether a date before, that is not in the background either, is the same."""
    return any(not ground[k] and (whens[k].first, whens[k].last) == (whens[at].first, whens[at].last) for k in range(at))


def _find_last(
    left: Sequence[When],
    right: Sequence[When],
    over: tuple[Sequence[int], Sequence[int]],
    grounds: Sequence[Sequence[bool]] | None,
) -> tuple[int, int] | None:
    """The one date of its precision left over on either side when all others of that precision have met.

    Open at the same end, if at all. Both in the background or both not by
    ``grounds``, which is None between two languages: there one has "which" or
    "after" before a date where the other has none.
    """
    for precision in Precision:
        sizes = [sum(when.precision is precision for when in whens) for whens in (left, right)]
        i, j = ([k for k in rest if whens[k].precision is precision] for rest, whens in zip(over, (left, right), strict=True))
        if sizes[0] != sizes[1] or len(i) != 1 or len(j) != 1:
            continue
        one, other = left[i[0]], right[j[0]]
        is_alike = (one.first is None, one.last is None) == (other.first is None, other.last is None)
        if is_alike and (grounds is None or grounds[0][i[0]] == grounds[1][j[0]]):
            return i[0], j[0]
    return None


def _relate_rivals(left: When, right: When, claims: tuple[Claim, Claim] | None, settings: Settings) -> Relation:
    if claims is not None and may_be_one_date(left, right, claims, settings):
        return Relation.COMPATIBLE
    relation = relate_whens(left, right, settings)
    if relation is Relation.COMPATIBLE and claims is not None and _are_beginnings((left, right), claims, settings):
        return Relation.CONFLICTING
    return relation


def _are_beginnings(whens: tuple[When, When], claims: tuple[Claim, Claim], settings: Settings) -> bool:
    """Whether both say since when, and not the same time: what has lasted since 2014 has not lasted since 2022."""
    first, other = whens[0].first, whens[1].first
    if first is None or other is None or whens[0].last is not None or whens[1].last is not None:
        return False
    told = [list_tags(when, claim, settings) & _SINCE for when, claim in zip(whens, claims, strict=True)]
    return all(told) and abs((first - other).days) > settings.max_date_gap


def may_be_one_date(left: When, right: When, claims: tuple[Claim, Claim], settings: Settings) -> bool:
    """Whether two dates differ only by a week or year that one text does not state, but the reading of its tense supplied."""
    if left.first is None or right.first is None or left.precision is not right.precision:
        return False
    tags = [list_tags(when, claim, settings) for when, claim in zip((left, right), claims, strict=True)]
    if all(found & SETTLING for found in tags):
        return False
    if all("weekday" in found for found in tags) and not any("month" in found for found in tags):
        return _meet_weeks_apart(left, right, most=1)
    if any("weekday" in found and not found & (SETTLING | {"month"}) for found in tags):
        return _meet_weeks_apart(left, right)
    same_place_in_year = (left.first.month, left.first.day) == (right.first.month, right.first.day)
    return same_place_in_year and all("month" in found for found in tags)


def _meet_weeks_apart(left: When, right: When, *, most: int | None = None) -> bool:
    """Whether two days, or the two or three that a night touches, share a weekday, ``most`` so many weeks apart."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return False
    apart = (right.first - left.first).days
    weeks = round(apart / _DAYS_OF_WEEK)
    shift = apart - weeks * _DAYS_OF_WEEK
    is_near = -(right.last - right.first).days <= shift <= (left.last - left.first).days
    return is_near and (most is None or abs(weeks) <= most)


def list_tags(when: When, claim: Claim, settings: Settings) -> set[str]:
    """The tags of the words of a date."""
    items = lex(claim.text, claim.language, settings.language_files).items
    start, end = when.span.start - claim.span.start, when.span.end - claim.span.start
    return {tag for item in items if start <= item.start < end for tag in item.meaning}


def differ_whens(relation: Relation, left: When | None, right: When | None) -> Difference:
    """The ``date`` difference of two dates, or of one that only one side has."""
    note = " | ".join(_show(when) for when in (left, right) if when is not None)
    return Difference(facet=FacetName.DATE, relation=relation, left=left, right=right, note=note)


def _show(when: When) -> str:
    if when.first == when.last and when.first is not None:
        return when.first.isoformat()
    return f"{when.first or ''}/{when.last or ''}"
