"""Whether two claims can tell of one event, by when it was: their own times, and the days of the reports.

News tells of what has just happened (Reuters Handbook of Journalism, on leads), and adds what happened before: "In March,
31 people were killed on the same road". Such background is of another event than a statement without a date beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import attrs

from claimcmp.facets.phrases import PhraseIndex, read_words
from claimcmp.languages import load_tables
from claimcmp.languages.structure import structure_table
from claimcmp.records import Claim, Precision, Span, When
from claimcmp.settings import Settings
from claimcmp.text.roles import load_roles
from claimcmp.text.stars import fold_phrase
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import covers

_LONGEST_DAY = 7
"""Days from which on a time is no day of an event: "this month", "earlier this year"."""


@attrs.frozen(kw_only=True)
class OtherEventWords:
    """The ``[other_events]`` table of a language.

    Parameters
    ----------
    likened
        Words by which a report tells of an event like its own: "similar", "the second such".
    """

    likened: tuple[str, ...] = ()


@attrs.frozen
class _Time:
    """A closed interval of days that a claim states; a stretch is told by its ends or its length ("since Monday", "for ten days")."""

    first: date
    last: date
    is_stretch: bool = False

    @property
    def is_vague(self) -> bool:
        return (self.last - self.first).days >= _LONGEST_DAY


def tell_of_two_events(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether one claim tells of an event before the other's: by a time of its own that leaves no room for the other, or as of one like it.

    A claim without a time of its own is of the last days before its publication (``max_event_age``); where
    that is unknown, times say nothing. Two claims that both liken an event to another's may mean one.
    """
    are_likened = [_is_likened(claim, settings) for claim in (left, right)]
    times = _list_times(left, settings), _list_times(right, settings)
    if are_likened[0] != are_likened[1]:
        return True
    if all(times):
        return not any(_may_be_one(one, other, left, right) for one in times[0] for other in times[1])
    for own, claim in ((times[0], right), (times[1], left)):
        if own and claim.published is not None:
            last = _read_day(claim.published)
            first = last - timedelta(days=settings.max_event_age)
            return all((time.is_vague and not time.is_stretch) or time.last < first or time.first > last for time in own)
    return False


def dates_apart(place: Span, claim: Claim, other: Claim, settings: Settings) -> bool:
    """Whether the time last named before a place in a claim, be it in an aside, is none at which another claim may tell: "since 2007, when eight died".

    The other claim tells at the times that it names itself, and in the last days before its publication (``max_event_age``).
    """
    whens = [when for when in _list_stated(claim) if when.span.end <= place.start]
    named = _close_times(attrs.evolve(when, last=when.last or when.first) for when in whens[-1:])
    if not named or other.published is None:
        return False
    last = _read_day(other.published)
    told = (_Time(last - timedelta(days=settings.max_event_age), last), *_close_times(f for f in other.facets if isinstance(f, When)))
    return not any(time.first <= named[0].last and named[0].first <= time.last for time in told)


def happened_in_turn(left: When, right: When, left_claim: Claim, right_claim: Claim) -> bool:
    """Whether of two days, each told as past, one came only after the report that tells of the other was published: they are of two events."""
    sides = sorted(((left, left_claim.published), (right, right_claim.published)), key=lambda side: side[0].first or date.min)
    (earlier, earlier_report), (later, later_report) = sides
    if earlier.first is None or later.first is None or earlier_report is None or later_report is None:
        return False
    return earlier.first <= _read_day(earlier_report) < later.first <= _read_day(later_report)


def _list_stated(claim: Claim) -> list[When]:
    """The times that stand in the claim itself, rather than being pointed back to or beside it."""
    return [f for f in claim.facets if isinstance(f, When) and not f.inferred and covers(claim.span, f.span)]


def _close_times(whens: Iterable[When]) -> tuple[_Time, ...]:
    return tuple(
        _Time(when.first, when.last, when.precision is Precision.RANGE)
        for when in whens
        if when.first is not None and when.last is not None
    )


def _may_be_one(left: _Time, right: _Time, left_claim: Claim, right_claim: Claim) -> bool:
    """Whether two times leave room for one event: they lie at most a day apart, and neither is a longer one still running ("this month") where the other is a day."""
    gap = max((left.first - right.last).days, (right.first - left.last).days)
    if gap > 1:
        return False
    is_running = [time.is_vague and _is_running(time, claim) for time, claim in ((left, left_claim), (right, right_claim))]
    return left.is_vague == right.is_vague or not any(is_running)


def _is_running(time: _Time, claim: Claim) -> bool:
    return claim.published is not None and time.first <= _read_day(claim.published) <= time.last


def _list_times(claim: Claim, settings: Settings) -> tuple[_Time, ...]:
    """The closed times that a claim states itself, but those in asides ("since the war began in 2011"); words such as "before two weeks" may open one themselves."""
    whens = _list_stated(claim)
    if not whens:
        return ()
    asides = load_roles(claim.language, settings.language_files).find_background(tokenize(claim.text, claim.span.start))
    main = [when for when in whens if not any(aside.end in (when.span.start - 1, when.span.start) for aside in asides)]
    return _close_times(main)


def _is_likened(claim: Claim, settings: Settings) -> bool:
    index = _load_likened(claim.language, settings.language_files)
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    return any(index.match(words, at) is not None for at in range(len(words)))


@cache
def _load_likened(language: str, extra: tuple[Path, ...]) -> PhraseIndex[bool]:
    table = load_tables(language, extra).get("other_events", {})
    words = structure_table(OtherEventWords, table, f"{language}.other_events", clean=fold_phrase)
    return PhraseIndex((phrase, True) for phrase in words.likened)


def _read_day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
