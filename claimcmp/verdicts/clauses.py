"""The clause of a claim in which a negation stands, and what of another claim may be its translation.

A trained model reads two short clauses better than two long claims that
differ in one of them.
"""

from __future__ import annotations

import re

from claimcmp.records import Span

_MARKS = re.compile(r'[,،;؛:—–()«»"“”]| - ')
"""What parts clauses in writing."""

_FEWEST_WORDS = 4
"""Fewer words go with the clause before them."""

_MOST_CLAUSES = 3
"""So many clauses in a row of the other claim may render one."""


def split_clauses(text: str) -> tuple[Span, ...]:
    """The stretches of a text between marks, short ones joined to the one before; the whole text where it has none.

    Examples
    --------
    >>> text = "After a night of rain, the bridge was closed to lorries, police said"
    >>> [text[span.start : span.end] for span in split_clauses(text)]
    ['After a night of rain', ' the bridge was closed to lorries, police said']
    """
    edges = [0, *(edge for mark in _MARKS.finditer(text) for edge in mark.span()), len(text)]
    found: list[Span] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if not text[start:end].strip():
            continue
        is_short = bool(found) and any(_count_words(text[a:b]) < _FEWEST_WORDS for a, b in ((start, end), (found[-1].start, found[-1].end)))
        found = [*found[:-1], Span(start=found[-1].start, end=end)] if is_short else [*found, Span(start=start, end=end)]
    return tuple(found)


def _count_words(text: str) -> int:
    return len(text.split())


def cut_clause(text: str, without: str) -> tuple[str, str]:
    """The clause in which two texts differ, as each has it; both whole where nothing of it would be left.

    Examples
    --------
    >>> cut_clause("The mayor left, but he did not sell his house", "The mayor left, but he did sell his house")
    ('The mayor left, but he did not sell his house', 'The mayor left, but he did sell his house')
    >>> cut_clause("The mayor left the town, but he did not sell his house", "The mayor left the town, but he did sell his house")
    ('but he did not sell his house', 'but he did sell his house')
    """
    at = next((i for i, (one, other) in enumerate(zip(text, without, strict=False)) if one != other), len(without))
    clause = next((span for span in split_clauses(text) if at < span.end), Span(start=0, end=len(text)))
    own, bare = text[clause.start : clause.end].strip(), without[clause.start : len(without) - (len(text) - clause.end)].strip()
    return (own, bare) if own and bare else (text, without)


def list_stretches(text: str) -> tuple[str, ...]:
    """Every clause of a text, and every two and three in a row."""
    clauses = split_clauses(text)
    rows = (
        (clauses[first].start, clauses[last].end)
        for first in range(len(clauses))
        for last in range(first, min(len(clauses), first + _MOST_CLAUSES))
    )
    return tuple(dict.fromkeys(text[start:end].strip() for start, end in rows)) or (text,)
