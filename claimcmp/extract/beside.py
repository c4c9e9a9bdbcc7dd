"""The words of a sentence that belong to no claim: who said it, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimcmp.extract.view import Sentence
from claimcmp.records import Claim, Passage, Span


def add_beside(claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    """The claims of one sentence, each with the words that stand beside all of them."""
    beside = tuple(_find_beside(claims, sentence))
    return [attrs.evolve(claim, beside=beside) for claim in claims] if beside else list(claims)


def _find_beside(claims: Sequence[Claim], sentence: Sentence) -> Iterator[Passage]:
    start = sentence.span.start
    for span in [*sorted(claim.span for claim in claims), Span(start=sentence.span.end, end=sentence.span.end)]:
        text = sentence.text[start : max(start, span.start)]
        if any(character.isalnum() for character in text):
            yield Passage(span=Span(start=start, end=start + len(text)), text=text)
        start = max(start, span.end)
