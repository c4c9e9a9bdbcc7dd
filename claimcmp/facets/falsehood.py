"""What a claim calls false: "the report of a sale is untrue", «خبر البيع عار عن الصحة».

Such a predicate denies what the report is about, which stands between the
word for the report and the predicate, or, where that word ends its phrase
(«satış iddiası asılsız»), before both; behind "it is not true that" it
stands after them. Called false without a word for a report or a "that"
nothing is denied: a false passport was shown all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.phrases import Match, PhraseIndex, Word, get_table, load_joinable
from claimcmp.records import Span
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase

_SENTENCE_MARKS = frozenset(".;؛?؟!\n")
_CLAUSE_MARKS = _SENTENCE_MARKS | frozenset("،,:")
_MAX_REACH = 40
_MAX_DESCRIBED = 4
"""Words that may describe a report before it is said what it is about: "the widely shared reports of …"."""
_MAX_BEFORE = 2
"""Words between a negator and a predicate of falseness that it denies: "are not at all false"."""


@attrs.frozen
class Falsehoods:
    """The words of a language by which a report is called false; those that ``needs_copula`` holds only beside a copula."""

    predicates: PhraseIndex[bool]
    copulas: frozenset[str]
    hearsay: PhraseIndex[str]
    links: frozenset[str]
    that: frozenset[str]
    conditionals: frozenset[str]
    negators: frozenset[str]
    joinable: frozenset[str]
    is_hearsay_last: bool


@attrs.frozen
class Falsehood:
    """Words ``first`` to ``last`` (exclusive) that call something false, and words ``start`` to ``end`` that say what; ``report`` is where the word for a report stands."""

    first: int
    last: int
    start: int
    end: int
    report: int | None = None

    def read_spans(self, words: Sequence[Word]) -> tuple[Span, Span, Span]:
        """The offsets of what calls something false, of what is called false, and of both with the word for a report."""
        at = [self.first, self.last - 1, self.start, self.end - 1]
        hull = [*at, *([] if self.report is None else [self.report])]
        rows = ((at[0], at[1]), (at[2], at[3]), (min(hull), max(hull)))
        cue, scope, whole = (Span(start=words[first].token.start, end=words[last].token.end) for first, last in rows)
        return cue, scope, whole


@lru_cache(maxsize=32)
def load_falsehoods(language: str, extra: tuple[Path, ...]) -> Falsehoods:
    """The table ``polarity.falsehood`` of a language; without one nothing is read."""
    polarity = get_table(language, "polarity", extra)
    table = polarity.get("falsehood", {})
    names = ("copulas", "links", "that", "conditionals")
    entries = [(fold_phrase(text), False) for text in table.get("predicates", ())]
    entries += [(fold_phrase(text), True) for text in table.get("adjectives", ())]
    return Falsehoods(
        predicates=PhraseIndex(entries),
        hearsay=PhraseIndex((fold_phrase(text), text) for text in table.get("hearsay", ())),
        negators=frozenset(map(fold, polarity.get("negators", ()))),
        joinable=load_joinable(language, extra).all,
        is_hearsay_last=bool(table.get("hearsay_last")),
        **{name: frozenset(map(fold, table.get(name, ()))) for name in names},
    )


def find_falsehoods(words: Sequence[Word], known: Falsehoods) -> tuple[Falsehood, ...]:
    """What the words call false, in order."""
    found: list[Falsehood | None] = []
    for at in range(len(words)):
        match = known.predicates.match(words, at)
        if match is None or match.prefix not in known.joinable or (match.value and not _has_copula(words, match, known)):
            continue
        if any(word.folded in known.negators for word in words[max(0, at - _MAX_BEFORE) : at]) or _is_open(words, at, known):
            continue
        found.append(_find_report(words, match, known) or _find_clause(words, match, known))
    return tuple(each for each in found if each is not None)


def _is_open(words: Sequence[Word], at: int, known: Falsehoods) -> bool:
    """Whether "if" or "whether" stands before the predicate in its sentence, and leaves open if anything is false."""
    start = next((place for place in range(at - 1, -1, -1) if words[place].folded in _SENTENCE_MARKS), -1)
    return any(word.folded in known.conditionals for word in words[max(start + 1, at - _MAX_REACH) : at])


def _has_copula(words: Sequence[Word], match: Match[bool], known: Falsehoods) -> bool:
    """Whether a copula stands right before, with one word between at most ("is completely false"), or right after."""
    near = (*words[max(0, match.first - 2) : match.first], *words[match.last : match.last + 1])
    return any(word.folded in known.copulas for word in near)


def _find_report(words: Sequence[Word], match: Match[bool], known: Falsehoods) -> Falsehood | None:
    """What the report that is called false is about; a clause behind "that" may end in a comma."""
    end = match.first
    while end and words[end - 1].folded in known.copulas:
        end -= 1
    is_closed = end > 0 and words[end - 1].folded in "،,"
    for at in range(end - 1, max(-1, match.first - _MAX_REACH), -1):
        if words[at].folded in (_SENTENCE_MARKS if is_closed else _CLAUSE_MARKS):
            return None
        report = known.hearsay.match(words, at)
        if report is not None and report.prefix in known.joinable:
            start = _skip_link(words, report.last, end, known)
            scope = (start, end)
            if known.is_hearsay_last and not _has_words(words, start, end):
                scope = _find_start(words, at), at
            return Falsehood(match.first, match.last, *scope, report=at) if _has_words(words, *scope) else None
    return None


def _find_start(words: Sequence[Word], at: int) -> int:
    """Where the clause begins in which a word stands."""
    return next((place + 1 for place in range(at - 1, -1, -1) if words[place].folded in _CLAUSE_MARKS), 0)


def _find_clause(words: Sequence[Word], match: Match[bool], known: Falsehoods) -> Falsehood | None:
    """The clause behind "that", right after the predicate."""
    start = match.last
    while start < len(words) and words[start].folded in "،,":
        start += 1
    if start >= len(words) or known.that.isdisjoint(words[start].forms):
        return None
    end = next((at for at in range(start + 1, len(words)) if words[at].folded in _CLAUSE_MARKS), len(words))
    return Falsehood(match.first, match.last, start + 1, end) if _has_words(words, start + 1, end) else None


def _skip_link(words: Sequence[Word], start: int, end: int, known: Falsehoods) -> int:
    """The word after "about", where it follows the report soon enough."""
    links = [at for at in range(start, min(end, start + _MAX_DESCRIBED)) if words[at].folded in known.links]
    return links[0] + 1 if links else start


def _has_words(words: Sequence[Word], start: int, end: int) -> bool:
    return any(word.token.is_word for word in words[start:end])
