"""Loaded words: terms for one thing that say what the writer thinks of it.

Which words are such terms is language data (``[framing]``): for each thing,
the views that may be taken of it, under names that all languages share. So
"militants" and «مقاومون» are found to be two views of one thing, although
nothing else of the two languages is compared. Choosing a word is framing in
the sense of Entman (1993); it is never a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import attrs

from claimcmp.errors import LanguageDataError
from claimcmp.languages import load_tables
from claimcmp.records import Claim, Difference, FacetName, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import Token, tokenize
from claimcmp.text.words import load_stemmer

_ELIDED = re.compile(r"[^\W\d_]{1,2}['’](?=\w)")
"""An article or preposition before its noun, as in "l'attaque"."""

FRAMING_NOTE = "other terms for one thing"
"""Note of a difference between two listed terms."""


@attrs.frozen
class Term:
    """A loaded word: what it is a term for, the views it may take, and where it stands in its text."""

    concept: str
    views: frozenset[str]
    start: int
    end: int


def compare_terms(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """The ``wording`` differences between terms for one thing, in any two languages; always ``compatible``.

    Only where the two sides have no view of the thing in common: one that
    calls people "rebels" here and "fighters" there does not differ from one
    that writes "fighters" alone.
    """
    sides = [find_terms(claim.text, claim.language, settings.language_files) for claim in (left, right)]
    found: dict[tuple[Span, Span], Difference] = {}
    for concept in dict.fromkeys(term.concept for term in sides[0]):
        ours, theirs = ([term for term in terms if term.concept == concept] for terms in sides)
        views = [frozenset[str]().union(*(term.views for term in terms)) for terms in (ours, theirs)]
        if not theirs or not views[0].isdisjoint(views[1]):
            continue
        spans = _place(ours[0], left), _place(theirs[0], right)
        found.setdefault(
            spans, Difference(facet=FacetName.WORDING, relation=Relation.COMPATIBLE, left=spans[0], right=spans[1], note=FRAMING_NOTE)
        )
    return tuple(sorted(found.values(), key=lambda d: (str(d.left), str(d.right))))


@lru_cache(maxsize=4096)
def find_terms(text: str, language: str, extra: tuple[Path, ...] = ()) -> tuple[Term, ...]:
    """The loaded words of a text, by position; of overlapping ones for one thing the longest.

    Examples
    --------
    >>> [(term.concept, *term.views) for term in find_terms("The insurgents fled.", "en")][:1]
    [('armed', 'insurgent')]
    """
    lexicon = _load_terms(language, extra)
    if not lexicon.by_first:
        return ()
    stemmer = load_stemmer(language, extra)
    words = [(token, _list_forms(token, stemmer.stems(token.folded))) for token in _split(text)]
    forms = [found for _, found in words]
    terms: list[Term] = []
    for at, (token, _) in enumerate(words):
        best: dict[str, list[tuple[int, _Entry]]] = {}
        for entry, rank in _match(lexicon, forms, at):
            best.setdefault(entry.concept, []).append((rank, entry))
        for concept, entries in best.items():
            most = max(rank for rank, _ in entries)
            chosen = [entry for rank, entry in entries if rank == most]
            end = max(words[at + len(entry.words) - 1][0].end for entry in chosen)
            if not any(term.concept == concept and term.end > token.start for term in terms):
                terms.append(Term(concept, frozenset(entry.view for entry in chosen), token.start, end))
    return tuple(terms)


@attrs.frozen
class _Entry:
    """One form of a term: its words, each with whether its ending may vary."""

    words: tuple[tuple[str, bool], ...]
    concept: str
    view: str


@attrs.frozen(eq=False)
class _Terms:
    """The forms of a language by the first word of each; ``lengths`` are those of the beginnings that may go on."""

    by_first: Mapping[tuple[str, bool], tuple[_Entry, ...]]
    lengths: tuple[int, ...]


@cache
def _load_terms(language: str, extra: tuple[Path, ...]) -> _Terms:
    by_first: dict[tuple[str, bool], list[_Entry]] = {}
    for concept, views in load_tables(language, extra).get("framing", {}).items():
        if not isinstance(views, Mapping) or not all(isinstance(forms, list) for forms in views.values()):
            raise LanguageDataError(f"language table [framing.{concept}] of {language!r} must hold lists of words, one for each view")
        for view, forms in views.items():
            for form in forms:
                words = tuple(_read_pattern(word) for word in str(form).split(" "))
                by_first.setdefault(words[0], []).append(_Entry(words, concept, view))
    lengths = sorted({len(stem) for stem, is_open in by_first if is_open})
    return _Terms({first: tuple(entries) for first, entries in by_first.items()}, tuple(lengths))


def _read_pattern(word: str) -> tuple[str, bool]:
    tokens = tokenize(word.rstrip("*"))
    return "".join(token.folded for token in tokens), word.endswith("*")


def _split(text: str) -> list[Token]:
    """The words of a text without elided articles; those with hyphens in parts, so that "rebel-held" has "rebel"."""
    tokens: list[Token] = []
    for token in tokenize(text):
        if not token.is_word:
            continue
        start = token.start
        for part in token.text.split("-"):
            elided = _ELIDED.match(part)
            cut = elided.end() if elided else 0
            tokens += [found for found in tokenize(part[cut:], start + cut) if found.is_word]
            start += len(part) + 1
    return tokens


def _list_forms(token: Token, stems: Sequence[str]) -> frozenset[str]:
    """The forms a word may be listed under: as written, without a possessive or an ending after an apostrophe, without proclitics."""
    plain = token.folded.replace("’", "'")
    return frozenset((plain, plain.partition("'")[0], *stems[1:2]))


def _match(lexicon: _Terms, forms: Sequence[frozenset[str]], at: int) -> Iterator[tuple[_Entry, int]]:
    """The entries that begin at a word, each with its rank: more letters listed are better."""
    firsts = {(form, False) for form in forms[at]}
    firsts |= {(form[:length], True) for form in forms[at] for length in lexicon.lengths if length <= len(form)}
    for first in sorted(firsts & lexicon.by_first.keys()):
        for entry in lexicon.by_first[first]:
            rest = forms[at + 1 : at + len(entry.words)]
            if len(rest) == len(entry.words) - 1 and all(map(_fits, rest, entry.words[1:])):
                yield entry, sum(len(word) for word, _ in entry.words)


def _fits(forms: frozenset[str], pattern: tuple[str, bool]) -> bool:
    word, is_open = pattern
    return any(form.startswith(word) for form in forms) if is_open else word in forms


def _place(term: Term, claim: Claim) -> Span:
    return Span(start=claim.span.start + term.start, end=claim.span.start + term.end)
