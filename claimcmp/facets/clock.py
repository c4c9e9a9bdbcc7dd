"""Times of day: "8:42 a.m.", «à 7H45», «в половине седьмого», «الساعة السادسة والنصف مساء».

A text becomes a row of units (:mod:`claimcmp.facets.clock_words`), each with the letter of its role, and two patterns
over these letters find times and stretches of time. A number is a time only where words beside it say so: scores,
verses, prices and durations are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.clock_words import Unit, load_clock_words, read_units
from claimcmp.records import Span
from claimcmp.settings import Settings

HOUR, NOON, DAY = 60, 720, 1440
"""Minutes."""

_LEAD = r"(?:(?P<early>H)[J,]{0,3})?(?P<lead>[BCLSUWJ]{0,5}(?:ZJ?B?)?)"
_CORE = (
    r"(?:(?P<shift>P)?(?P<hour>[NO])(?P<unit>[RKk])?(?:a?(?P<minutes>[NM])I|(?<=[RKk])(?P<bare_minutes>[NM])(?!X))?(?P<shifted>A)?(?![IMN])"
    r"|(?P<figures>[TDF])(?P<sign>[RKk])?(?!I)|(?P<one>R)(?=J?H)|(?P<shift_named>P)?(?P<named>[nm])(?P<shifted_named>A)?)"
)
_TAIL = r"q{0,2}(?P<tail>(?:[J(]{0,2}[HZEK]|[us])*)"
_TIME = re.compile(_LEAD + _CORE + _TAIL)
_STRETCH = re.compile(_LEAD + r"(?:[NOTDFnm]q{0,2}H?[alU]|(?:[NO][RKk]|[TDF][RKk]?)q{0,2}H?[alUC])[BLJ]{0,2}" + _CORE + _TAIL)
"""Two times with "to" or "and" between them."""

_BOUNDS_UNTIL, _BOUNDS_SINCE = "Uu", "SsW"
_TOLD_BY = frozenset("BCLSUW")
"""Words before a time that tell it for one where its figures look like one."""


@attrs.frozen(kw_only=True)
class Clock:
    """A time of day, or a stretch of the day, as a text tells it.

    Parameters
    ----------
    earliest, latest
        Minutes after midnight; the same but for a stretch ("from 6 to 8 p.m.", "before 8:30").
    is_half_known
        Whether it is told or plain from the figures which half of the day is meant.
    is_loose
        Whether it is told as about right ("shortly before 8:30"), or as an hour without minutes ("at 8 a.m.").
    zone
        The zone named beside it ("GMT"; "local" for that of the place, "other" for one that is not listed), or "".
    span
        Offsets into the text.
    """

    earliest: int
    latest: int
    is_half_known: bool
    is_loose: bool
    zone: str
    span: Span

    @property
    def is_stretch(self) -> bool:
        """Whether it is more than a moment."""
        return self.earliest != self.latest


def read_clocks(text: str, *, language: str, settings: Settings) -> tuple[Clock, ...]:
    """The times of day of a text in order; spans are offsets into ``text``.

    Examples
    --------
    >>> [(c.earliest, c.is_half_known) for c in read_clocks("A blast at 8:42 p.m.", language="en", settings=Settings())]
    [(1242, True)]
    """
    return _read_clocks(text, language, settings.language_files)


@lru_cache(maxsize=4096)
def _read_clocks(text: str, language: str, extra: tuple[Path, ...]) -> tuple[Clock, ...]:
    units = read_units(text, language, extra)
    roles = "".join([unit.role for unit in units])
    is_24_hours = bool(units) and load_clock_words(language, extra).is_24_hours
    found, at = [], 0
    while at < len(units):
        for pattern in (_STRETCH, _TIME):
            match = pattern.match(roles, at)
            if match is not None and _is_told(match, units):
                found.append(_make_clock(match, units, is_stretch=pattern is _STRETCH, is_24_hours=is_24_hours))
                at = match.end() - 1
                break
        at += 1
    return tuple(found)


def _is_told(match: re.Match[str], units: Sequence[Unit]) -> bool:
    """Whether the words beside what looks like a time tell that it is one."""
    if match["named"]:
        return True
    lead, tail = set(match["lead"]), set(match["tail"])
    if match["one"]:
        return bool(lead & _TOLD_BY)
    has_suffix = match.string[match.start("tail") - 1] == "q"
    if match["figures"]:
        is_cued = "B" in lead or match["sign"] == "K" or "Z" in lead | tail or bool(match["sign"] and lead & _TOLD_BY)
        if match["figures"] == "F":
            return is_cued
        is_cued |= "H" in tail or "K" in tail
        return is_cued or (match["figures"] == "T" and (bool(lead & _TOLD_BY or match["early"]) or has_suffix))
    return _is_hour_told(match, units, lead, has_suffix=has_suffix)


def _is_hour_told(match: re.Match[str], units: Sequence[Unit], lead: set[str], *, has_suffix: bool) -> bool:
    """The same of an hour without minutes in figures."""
    hour, behind = units[match.start("hour")], match.string[match.end() : match.end() + 1]
    told = [unit for unit in units[match.start("tail") : match.end("tail")] if unit.role == "H"]
    if hour.value == DAY // HOUR and match["unit"] == "R" and not (match["minutes"] or match["bare_minutes"]):
        return False  # «в 24 часа»
    is_part_told = any(unit.is_sure for unit in told) or (bool(told) and bool(lead & ({"B", "C"} if match["hour"] == "N" else _TOLD_BY)))
    if is_part_told or match["unit"] == "K" or "K" in match["tail"]:
        return True
    is_zoned = "Z" in match["tail"] and bool(match["unit"])
    if match["shift"] or match["unit"] == "k":
        is_sure = bool(match["shift"]) and units[match.start("shift")].is_sure
        return is_sure or is_zoned or (bool(lead & _TOLD_BY) and behind not in ("V", "W"))
    if match["unit"] == "R":
        return is_zoned or ((hour.is_hour or "B" in lead) and behind not in ("V", "W", "X"))
    if match["shifted"]:
        return "B" in lead or bool(match["early"])
    is_bare = not (match["minutes"] or match["tail"] or has_suffix)
    return ("B" in lead and not (is_bare and behind in ("V", "W", "X"))) or (bool(match["early"]) and has_suffix)


def _make_clock(match: re.Match[str], units: Sequence[Unit], *, is_stretch: bool, is_24_hours: bool) -> Clock:
    """The time that a match tells."""
    minutes, is_half_known = _read_time(match, units, is_24_hours=is_24_hours)
    beside = [unit for group in ("lead", "tail") for unit in units[match.start(group) : match.end(group)]]
    roles = {unit.role for unit in beside}
    earliest = 0 if is_stretch or roles & set(_BOUNDS_UNTIL) else minutes
    latest = DAY - 1 if is_stretch or roles & set(_BOUNDS_SINCE) else minutes or (DAY if roles & set(_BOUNDS_UNTIL) else 0)
    is_whole_hour = bool(
        match["one"] or (match["hour"] and not (match["minutes"] or match["bare_minutes"] or match["shift"] or match["shifted"]))
    )
    is_named_alone = bool(match["named"]) and not roles & _TOLD_BY
    first = next((at for at in range(match.start("lead"), match.end("lead")) if units[at].role in "BZ"), match.end("lead"))
    return Clock(
        earliest=earliest,
        latest=latest,
        is_half_known=is_half_known,
        is_loose=bool(roles & {"L", "E"}) or is_whole_hour or is_named_alone,
        zone=next((unit.name for unit in beside if unit.role == "Z"), ""),
        span=Span(start=units[first].start, end=units[match.end() - 1].end),
    )


def _read_time(match: re.Match[str], units: Sequence[Unit], *, is_24_hours: bool) -> tuple[int, bool]:
    """Minutes after midnight, and whether the half of the day is known."""
    groups = [name for name in ("shift", "shifted", "shift_named", "shifted_named", "minutes", "bare_minutes") if match[name]]
    added = sum(units[match.start(name)].value for name in groups)
    if match["named"]:
        return ((NOON if match["named"] == "n" else 0) + added) % DAY, True
    unit = units[match.start("figures" if match["figures"] else "one" if match["one"] else "hour")]
    told = unit.value if match["figures"] else HOUR * (1 if match["one"] else unit.value) + added
    if told >= NOON + HOUR or unit.has_zero or (is_24_hours and match["figures"]) or (is_24_hours and match["unit"] == "k" and groups):
        return told % DAY, True
    part = next((units[at].name for at in range(match.start("tail"), match.end("tail")) if units[at].role == "H"), "")
    part = part or (units[match.start("early")].name if match["early"] else "")
    return _settle_half(told % NOON, part) if part else (told % DAY, False)


def _settle_half(minutes: int, part: str) -> tuple[int, bool]:
    """Minutes since midnight or noon as minutes since midnight, by the part of the day; whether that tells the half."""
    hour = minutes // HOUR
    is_late = {"forenoon": False, "noonday": hour < 7, "afternoon": True, "night": hour >= 6}[part]
    is_known = part != "afternoon" or hour > 0
    return minutes + NOON * is_late, is_known
