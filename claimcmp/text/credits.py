"""Which news agencies' copy an article says it carries: at a dateline, in a byline or in a credit at its end."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from claimcmp.text.layout_words import LayoutWords
from claimcmp.text.normal import fold

_DATELINE = re.compile(r"^[^\n.؟!()\[\]]{0,60}[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\s*[-–—:]")
"""The agency in brackets before the dash or colon that opens agency copy (AP Stylebook, datelines)."""

_FINAL_BRACKET = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\W*$")
_SEPARATORS = re.compile(r"\s*(?:[,،;؛/|+&©–—:-]|\band\b|\bund\b|\bet\b|\by\b|\bve\b|\bи\b|(?<=\s)و(?=\s))\s*|\s+و(?=\w)")
_OPENING_LINES, _CLOSING_LINES = 4, 3
"""Lines at either end of an article that may credit an agency; between them a name is a source or a photographer."""

_MAX_CREDIT_WORDS = 8
"""A longer line tells something."""

_MARGIN = " .:-–—()[]©"


def find_agencies(text: str, words: LayoutWords) -> tuple[str, ...]:
    """The keys of the agencies that a text credits, sorted; those it only quotes are not among them.

    Examples
    --------
    >>> find_agencies("SALWA (AFP) - The bridge was shut on Monday.", LayoutWords())
    ('afp',)
    >>> find_agencies("AFP quoted the mayor as saying that the bridge was shut.", LayoutWords())
    ()
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: set[str] = set()
    for line in lines[:_OPENING_LINES]:
        dateline = _DATELINE.match(line)
        found.update(_read_names(dateline["names"]) if dateline else ())
    if len(lines) > 1:
        for line in (*lines[1:_OPENING_LINES], *lines[-_CLOSING_LINES:]):
            found.update(_read_credit(line, words))
    if lines and (closing := _FINAL_BRACKET.search(lines[-1])):
        found.update(_read_names(closing["names"]))
    return tuple(sorted(found))


def name_agency(name: str) -> str | None:
    """The key of the agency of that name, in any script; None where it is no agency.

    Examples
    --------
    >>> name_agency("وكالة فرانس برس") == name_agency("AFP")
    True
    """
    return _load_agencies().get(fold(name).strip(_MARGIN))


def _read_credit(line: str, words: LayoutWords) -> tuple[str, ...]:
    """The agencies of a line that holds nothing but a credit: "AFP", "Source: Reuters", "The Herald with dpa and AP"."""
    if len(line.split()) > _MAX_CREDIT_WORDS:
        return ()
    folded = fold(line).strip(_MARGIN)
    openings = sorted((*words.provenance, *words.bylines), key=len, reverse=True)
    rests = [folded.removeprefix(opening).strip(_MARGIN) for opening in openings if folded.startswith(opening)]
    rests += [folded.partition(f" {byline} ")[2] for byline in words.bylines]
    return next((found for rest in (folded, *rests) if (found := _read_names(rest))), ())


def _read_names(names: str) -> tuple[str, ...]:
    """The keys of a list of agencies; none where it names anything else as well, such as a photographer."""
    known = _load_agencies()
    whole = fold(names).strip(_MARGIN)
    keys = [known.get(part.strip(_MARGIN)) for part in ((whole,) if whole in known else _SEPARATORS.split(whole))]
    return tuple(key for key in keys if key is not None) if None not in keys else ()


@cache
def _load_agencies() -> Mapping[str, str]:
    """Key of an agency by each folded name."""
    table = tomllib.loads((resources.files("claimcmp.languages") / "agencies.toml").read_text(encoding="utf-8"))
    return {fold(name): key for key, names in table.items() for name in names}
