"""The words near a claim: those of its sentence that belong to no claim (who said it, and when), and those of its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimcmp.extract.view import Sentence
from claimcmp.records import Claim, Passage, Span
from claimcmp.text.words import overlaps

_REACH = 2
"""Sentences before and behind a claim's own: translators cut one into up to three, and join as many."""


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


def add_around(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """The claims of an article, each with the other claims of its sentence and the sentences around it in its paragraph."""
    passages = [Passage(span=s.span, text=s.text[s.span.start : s.span.end]) for s in sentences]
    told: dict[int, dict[Span, Passage]] = {}
    for claim in claims:
        told.setdefault(claim.sentence, {})[claim.span] = Passage(span=claim.span, text=claim.text)
    near = {at: tuple(_list_near(sentences[at], sentences, passages, told[at])) for at in told}
    around = (tuple(passage for passage in near[claim.sentence] if not overlaps(passage.span, claim.span)) for claim in claims)
    return tuple(attrs.evolve(claim, around=found) if found else claim for claim, found in zip(claims, around, strict=True))


def _list_near(
    own: Sentence, sentences: Sequence[Sentence], passages: Sequence[Passage], told: Mapping[Span, Passage]
) -> Iterator[Passage]:
    """The sentences around one in its paragraph, with its claims in its place, in order."""
    for at in range(max(0, own.index - _REACH), min(len(sentences), own.index + _REACH + 1)):
        if at == own.index:
            yield from (passage for _, passage in sorted(told.items()))
        elif sentences[at].paragraph == own.paragraph:
            yield passages[at]
