"""What an editor is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import attrs

from claimcmp import FacetName


@attrs.frozen(kw_only=True)
class Case:
    """A sentence in the language that is edited, and its translation on the other side, which stays as it is.

    ``reference`` is the sentence in English, by which names of people are found in both; empty where there is none.
    """

    text: str
    language: str
    other: str
    other_language: str
    reference: str = ""


@attrs.frozen(kw_only=True)
class Edit:
    """The edited sentence; what stood there, what stands there now, and a word for the kind ("weekday", "digits")."""

    text: str
    old: str
    new: str
    kind: str


Editor = Callable[[Case, Random], Edit | None]
"""Edits one fact that both sides of the case state, or gives None. Equal cases and seeds give equal edits."""


@attrs.frozen(kw_only=True)
class ChangedFact:
    """A kind of fact that is changed.

    Parameters
    ----------
    name
        As given to ``--facets``.
    edit
        Changes one fact of that kind.
    named
        A conflict names the right facet when one of these conflicts.
    wanted
        Recall asked for.
    every
        Of the sentences that can be edited every so many-th one is, so that the articles stay mostly the same.
    """

    name: str
    edit: Editor
    named: frozenset[FacetName]
    wanted: float
    every: int = 1


def replace_span(text: str, start: int, end: int, new: str, kind: str) -> Edit:
    """The edit that puts ``new`` in the place of ``text[start:end]``."""
    return Edit(text=text[:start] + new + text[end:], old=text[start:end], new=new, kind=kind)
