"""Counts that give the whole: "17 people were arrested" leaves no room for 23 who were, whatever those did.

A report that says nothing more of those it counts than what befell them gives all of them; a larger figure of the same kind
of people contradicts it even where it tells only of some. A smaller one may count some of them.
"""

from __future__ import annotations

from claimcmp.facets.lexer import lex
from claimcmp.records import Claim, Difference, Quantity, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import Word, covers
from claimcmp.verdicts.evidence import Evidence
from claimcmp.verdicts.grounds import are_reports, list_rival_tolls

_COUNTING = frozenset({"outcome", "counted", "number", "vague"})
"""What words may mean that only say how many of whom there are, and what befell them."""


def exceeds_whole_count(evidence: Evidence, settings: Settings) -> bool:
    """Whether of two reports one gives nothing but a count of those whom one thing befell, and the other a higher one of the same kind of people."""
    found = list_rival_tolls(evidence, settings) if are_reports(evidence, settings) else ()
    return any(_is_lower_whole(difference, evidence, settings) for difference in found)


def _is_lower_whole(difference: Difference, evidence: Evidence, settings: Settings) -> bool:
    """Whether the claim with the lower figure says nothing else of those it counts."""
    left, right = difference.left, difference.right
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    is_left = (left.low or left.high or 0.0) < (right.low or right.high or 0.0)
    words = evidence.overlap.left_words if is_left else evidence.overlap.right_words
    return _only_counts(evidence.pair.left if is_left else evidence.pair.right, words, settings)


def _only_counts(claim: Claim, words: tuple[Word, ...], settings: Settings) -> bool:
    """Whether a claim has no content words but figures, nouns counted, what befell those, and when and where."""
    start = claim.span.start
    items = lex(claim.text, claim.language, settings.language_files).items
    held = [Span(start=start + i.start, end=start + i.end) for i in items if not _COUNTING.isdisjoint(i.meaning)]
    nouns = {t.folded for f in claim.facets if isinstance(f, Quantity) for t in tokenize(f.of or "")}
    named = [Span(start=t.start, end=t.end) for t in tokenize(claim.text, start) if t.folded in nouns]
    return all(word.is_typed or any(covers(span, word.span) for span in (*held, *named)) for word in words)
