"""The ``[layout]`` table of a language: words that tell what a line is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import attrs

from claimcmp.languages import load_tables
from claimcmp.languages.structure import structure_table
from claimcmp.text.normal import fold


@attrs.frozen(kw_only=True)
class LayoutWords:
    """Words that tell captions, provenance lines, "read also" lines and headline teasers.

    All lists are folded when loaded (see ``text.normal.fold``).

    Parameters
    ----------
    credits
        Agencies and words that stand in brackets at a caption's end.
    captions, provenance, related
        How such lines begin.
    bylines
        What stands before an agency's name in a line of credit: "by", "with".
    outlets
        Names of outlets, from the table ``attribution``.
    teasers
        How the part of a headline begins that promises instead of telling.
    abbreviations
        Words that end in a dot without ending a sentence, with the dot.
    """

    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    provenance: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@cache
def load_layout_words(language: str, extra: tuple[Path, ...] = ()) -> LayoutWords:
    """The layout words of a language; empty lists where it has no data file."""
    tables = load_tables(language, extra)
    outlets = tables.get("attribution", {}).get("outlets", ())
    words = structure_table(LayoutWords, tables.get("layout", {}), f"{language}.layout", clean=fold)
    return attrs.evolve(words, outlets=(*words.outlets, *map(fold, outlets)))
