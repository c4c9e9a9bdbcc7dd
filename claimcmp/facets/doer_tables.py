"""What shows in a language who does it and to whom it is done."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.phrases import get_table
from claimcmp.languages import Table
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase


@attrs.frozen
class DoerTables:
    """What shows a role; see ``[actors.doers]`` of the language files. Words are folded.

    Parameters
    ----------
    before_doer, after_doer
        Words that make the name beside them who does it ("by"; Turkish "tarafından").
    before_doer_passive, passive_words
        Words that do so only where one of the passive's auxiliaries stands in the claim (German "von" with "wurde").
    before_target, after_target, target_suffixes
        Words and endings that make the name whom it is done to ("on", "against"; Persian "را").
    before_other
        Words that leave the role of the name behind them open ("with", "from", "of").
    both_ways
        Beginnings of words for what two do together ("met", "agreed").
    subject_first
        Whether of two bare names the first is who does it.
    pause_after_first
        Whether a comma may part the first name, the subject, from the rest (Turkish).
    adjective_last
        Whether adjectives of nationality follow their noun, so that a preposition stands further before.
    has_cases
        Whether endings of names tell, where they are known.
    doer_endings, target_endings
        Endings, as written, of names that are no nominative: who does it (the Russian instrumental), whom it is done to.
    oblique_endings
        Endings of people's names that are no nominative.
    case_letters
        Last letters of names that have endings; a name that ends in another has one form for subject and object.
    passed
        Words between a preposition and its name, besides those of ``[actors]``.
    given
        Given names in the nominative.
    """

    before_doer: frozenset[str] = frozenset()
    before_doer_passive: frozenset[str] = frozenset()
    passive_words: frozenset[str] = frozenset()
    after_doer: frozenset[str] = frozenset()
    before_target: frozenset[str] = frozenset()
    after_target: frozenset[str] = frozenset()
    target_suffixes: frozenset[str] = frozenset()
    before_other: frozenset[str] = frozenset()
    both_ways: tuple[str, ...] = ()
    subject_first: bool = False
    pause_after_first: bool = False
    adjective_last: bool = False
    has_cases: bool = False
    doer_endings: tuple[str, ...] = ()
    target_endings: tuple[str, ...] = ()
    oblique_endings: tuple[str, ...] = ()
    case_letters: tuple[str, ...] = ()
    passed: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()


@lru_cache(maxsize=32)
def load_doer_tables(language: str, extra: tuple[Path, ...] = ()) -> DoerTables | None:
    """The tables of a language; None where it has none."""
    actors = get_table(language, "actors", extra)
    table = actors.get("doers")
    if table is None:
        return None
    return DoerTables(
        before_doer=_fold_all(table, "before_doer"),
        before_doer_passive=_fold_all(table, "before_doer_passive"),
        passive_words=_fold_all(table, "passive_words"),
        after_doer=_fold_all(table, "after_doer"),
        before_target=_fold_all(table, "before_target"),
        after_target=_fold_all(table, "after_target"),
        target_suffixes=_fold_all(table, "target_suffixes"),
        before_other=_fold_all(table, "before_other"),
        both_ways=tuple(map(fold, table.get("both_ways", ()))),
        subject_first=bool(table.get("subject_first", False)),
        pause_after_first=bool(table.get("pause_after_first", False)),
        adjective_last=bool(table.get("adjective_last", False)),
        has_cases=bool(table.get("has_cases", False)),
        doer_endings=tuple(table.get("doer_endings", ())),
        target_endings=tuple(table.get("target_endings", ())),
        oblique_endings=tuple(table.get("oblique_endings", ())),
        case_letters=tuple(table.get("case_letters", ())),
        passed=_fold_all(table, "passed"),
        given=_fold_all(actors.get("given", {}), "names"),
    )


def _fold_all(table: Table, name: str) -> frozenset[str]:
    return frozenset(map(fold_phrase, table.get(name, ())))
