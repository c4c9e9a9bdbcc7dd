"""Verbs whose form alone tells of the future: «سيزور», with one letter before the imperfect."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import attrs

from claimcmp.languages import Table, load_tables
from claimcmp.text.normal import fold
from claimcmp.text.stars import compile_stars

_SHORTEST_VERB = 3
"""Letters of an imperfect verb, its first included."""


@attrs.frozen
class FutureForms:
    """How one language writes the future into a verb; empty where it does not.

    Parameters
    ----------
    prefixes, imperfective
        Folded letters before an imperfect verb, and those that it begins with.
    exceptions
        An expression for folded words, without a joined conjunction, that only look so.
    endings
        As written: endings that no such verb has.
    """

    prefixes: tuple[str, ...]
    imperfective: tuple[str, ...]
    exceptions: re.Pattern[str]
    endings: tuple[str, ...]

    def is_future(self, folded: str, written: str = "") -> bool:
        """Whether a folded word is such a verb; ``written`` is the word before folding, if known.

        Examples
        --------
        >>> forms = load_future("ar")
        >>> forms.is_future("سيزور"), forms.is_future("وسيطر"), forms.is_future("ستعلن")
        (True, False, True)
        """
        for prefix in self.prefixes:
            verb = folded.removeprefix(prefix)
            if verb == folded or len(verb) < _SHORTEST_VERB or not verb.startswith(self.imperfective):
                continue
            is_known = any(self.exceptions.fullmatch(word) for word in (folded, folded.removeprefix(prefix[:-1])))
            return not is_known and not written.endswith(self.endings or ("\0",))
        return False


@cache
def load_future(language: str, extra: tuple[Path, ...] = ()) -> FutureForms:
    """The keys ``future_prefixes``, ``imperfective_prefixes``, ``not_future`` ("*": any letters) and ``not_future_endings`` of the table ``modality``; given names are no verbs either."""
    tables = load_tables(language, extra)
    table: Table = tables.get("modality", {})
    known = (*table.get("not_future", ()), *tables.get("actors", {}).get("given", {}).get("names", ()))
    return FutureForms(
        prefixes=tuple(map(fold, table.get("future_prefixes", ()))),
        imperfective=tuple(map(fold, table.get("imperfective_prefixes", ()))),
        exceptions=compile_stars(known),
        endings=tuple(table.get("not_future_endings", ())),
    )
