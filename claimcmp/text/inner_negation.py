"""Negations written inside a word: «yapılmadı», «نشد», "didn't"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import attrs

from claimcmp.languages import Table, load_tables
from claimcmp.text.normal import fold


@attrs.frozen
class InnerNegations:
    """The patterns of one language: a folded word that fits one is negated, and the word without it.

    Parameters
    ----------
    patterns
        Pairs of an expression for the whole word and what it is replaced by.
    exceptions
        Folded words that only look like it.
    """

    patterns: tuple[tuple[re.Pattern[str], str], ...]
    exceptions: frozenset[str]

    def affirm(self, folded: str) -> str | None:
        """The word without its negation; None if it holds none."""
        if not self.patterns or folded in self.exceptions:
            return None
        return next((pattern.sub(rest, folded) for pattern, rest in self.patterns if pattern.fullmatch(folded)), None)


@cache
def load_inner_negations(language: str, extra: tuple[Path, ...] = ()) -> InnerNegations:
    """The patterns under ``inside`` in the table ``polarity`` of a language, and their ``inside_exceptions``.

    Examples
    --------
    >>> load_inner_negations("tr").affirm("acilmadi")
    'acildi'
    >>> load_inner_negations("tr").affirm("acildi") is None
    True
    """
    table: Table = load_tables(language, extra).get("polarity", {})
    patterns = tuple((re.compile(_fold_pattern(pattern)), _fold_pattern(rest)) for pattern, rest in table.get("inside", ()))
    return InnerNegations(patterns, frozenset(map(fold, table.get("inside_exceptions", ()))))


@lru_cache(maxsize=256)
def _fold_pattern(pattern: str) -> str:
    r"""A pattern over folded words; escapes such as ``\1`` keep their letters."""
    return fold(pattern)
