"""Times of day of two claims: "at 8:42 a.m." and "at 9:15 a.m." of one event cannot both be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcmp.facets.clock import DAY, NOON, Clock, read_clocks
from claimcmp.facets.clock_words import load_clock_words
from claimcmp.facets.phrases import read_words
from claimcmp.records import Claim, Difference, FacetName, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.words import covers

_QUARTER, _ZONE_STEP = 15, 30
"""Minutes: what times are rounded to, and by what the clocks of two zones differ."""

_NOTE = re.compile(r"(\d\d):(\d\d) \| (\d\d):(\d\d)")

_BETWEEN_ZONES = frozenset(" (),/،\u200f\u200e")
"""What stands between a time and the same in another zone."""


def compare_clocks(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """How the times of day of two claims differ, where each tells exactly one; nothing where one is a stretch of time, or they are equal but not exact.

    They are the ``same`` where both are exact and of one half of the day, and else ``compatible`` up to what
    ``max_clock_gap``, ``max_rounded_clock_gap`` and ``max_loose_clock_gap`` allow. In two zones, or where one side alone names
    one, they are compatible too where a shift of zones may explain the gap. Where the half of the day is not told, 8:30 may
    be 20:30.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> texts = "The blast came at 8:42 a.m.", "The blast came at 9:20 a.m."
    >>> [(d.relation.value, d.note) for d in compare_clocks(*(read_statement(t, "en", Settings()) for t in texts), Settings())]
    [('conflicting', '08:42 | 09:20')]
    """
    one = _find_clock(left, settings)
    other = _find_clock(right, settings) if one is not None else None
    relation = None if one is None or other is None else _relate(one, other, settings)
    if one is None or other is None or relation is None:
        return ()
    return (
        Difference(
            facet=FacetName.DATE,
            relation=relation,
            left=_place(one, left),
            right=_place(other, right),
            note=f"{_write(one)} | {_write(other)}",
        ),
    )


def tells_clocks(difference: Difference) -> bool:
    """Whether a difference is one of two times of day, and not of dates or parts of the day."""
    return measure_clock_gap(difference) is not None


def measure_clock_gap(difference: Difference) -> int | None:
    """Minutes between the two times of day of a difference, on a dial of a day that is not gone round; None where it is one of dates or parts of the day."""
    found = _NOTE.fullmatch(difference.note) if difference.facet is FacetName.DATE else None
    if found is None:
        return None
    left_hour, left_minute, right_hour, right_minute = map(int, found.groups())
    return abs(60 * (left_hour - right_hour) + left_minute - right_minute)


def tell_of_two(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether one claim tells of the first, the second or another of several, and the other does not: two blasts have two times.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> texts = "The first bell rang at 8:42 a.m.", "The second bell rang at 9:20 a.m."
    >>> tell_of_two(*(read_statement(text, "en", Settings()) for text in texts), Settings())
    True
    """
    return _read_order(left, settings) != _read_order(right, settings)


def leave_out_figures_of_times(
    differences: tuple[Difference, ...], left: Claim, right: Claim, settings: Settings
) -> tuple[Difference, ...]:
    """The differences without those of figures that are a part of the one time of day which a claim tells: 8:42 is no eight."""
    clocks = [_find_clock(claim, settings) for claim in (left, right)]
    spans = [None if clock is None else _place(clock, claim) for clock, claim in zip(clocks, (left, right), strict=True)]
    return tuple(d for d in differences if d.facet is not FacetName.NUMBER or not _is_within(d, spans))


def _is_within(difference: Difference, spans: Sequence[Span | None]) -> bool:
    """Whether what a difference holds together lies in the spans of its sides."""
    sides = [(side, span) for side, span in zip((difference.left, difference.right), spans, strict=True) if side is not None]
    return all(span is not None and covers(span, side if isinstance(side, Span) else side.span) for side, span in sides)


def _find_clock(claim: Claim, settings: Settings) -> Clock | None:
    """The one time of day that a claim tells; of a time given in two zones the one of the place."""
    clocks = list(read_clocks(claim.text, language=claim.language, settings=settings))
    for at in range(len(clocks) - 1, 0, -1):
        if _is_given_twice(clocks[at - 1], clocks[at], claim.text):
            del clocks[at - 1 if _is_local(clocks[at]) and not _is_local(clocks[at - 1]) else at]
    times = {(clock.earliest, clock.latest) for clock in clocks}
    return clocks[0] if len(times) == 1 and not clocks[0].is_stretch else None


def _is_given_twice(first: Clock, second: Clock, text: str) -> bool:
    """Whether two times beside each other are one in two zones: «0530 (0430 بتوقيت غرينتش)»."""
    between = text[first.span.end : second.span.start]
    is_shifted = (first.earliest - second.earliest) % _ZONE_STEP == 0
    return first.zone != second.zone and is_shifted and set(between) <= _BETWEEN_ZONES and not (first.is_stretch or second.is_stretch)


def _is_local(clock: Clock) -> bool:
    return clock.zone in ("", "local")


def _read_order(claim: Claim, settings: Settings) -> frozenset[str]:
    """What a claim tells of several ("first", "another"), but for the words of its time."""
    order = load_clock_words(claim.language, settings.language_files).order
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    clock = _find_clock(claim, settings)
    own = None if clock is None else _place(clock, claim)
    told = [word.forms for word in words if word.token.is_word and (own is None or not covers(own, word.token.span))]
    return frozenset(name for name, pattern in order.items() for forms in told if any(map(pattern.fullmatch, forms)))


def _relate(left: Clock, right: Clock, settings: Settings) -> Relation | None:
    """How two times stand to each other; None where they are equal, but one is not exact."""
    period = DAY if left.is_half_known and right.is_half_known else NOON
    is_one_zone = left.zone == right.zone != "other"
    allowed = _allow_gap((left, right), settings)
    gap = _measure_gap(left, right, period)
    if gap <= allowed:
        is_exact = gap <= settings.max_clock_gap and period == DAY and is_one_zone and not (left.is_loose or right.is_loose)
        return Relation.SAME if is_exact else Relation.COMPATIBLE if gap else None
    is_shift = not is_one_zone and _measure_gap(left, right, _ZONE_STEP) <= allowed
    return Relation.COMPATIBLE if is_shift else Relation.CONFLICTING


def _allow_gap(clocks: tuple[Clock, Clock], settings: Settings) -> int:
    """Minutes that may lie between two times which are one."""
    if any(clock.is_loose for clock in clocks):
        return settings.max_loose_clock_gap
    is_rounded = any(clock.earliest % _QUARTER == 0 for clock in clocks)
    return settings.max_rounded_clock_gap if is_rounded else settings.max_clock_gap


def _measure_gap(left: Clock, right: Clock, period: int) -> int:
    """Minutes between two times on a dial that is gone round in ``period`` minutes."""
    gap = abs(left.earliest - right.earliest) % period
    return min(gap, period - gap)


def _place(clock: Clock, claim: Claim) -> Span:
    return Span(start=claim.span.start + clock.span.start, end=claim.span.start + clock.span.end)


def _write(clock: Clock) -> str:
    return f"{clock.earliest // 60:02}:{clock.earliest % 60:02}"
