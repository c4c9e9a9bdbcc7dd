"""The words near a claim: those of its sentence that belong to no claim (who said it, and when), and those of its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimcmp.extract.view import Sentence
from claimcmp.records import Claim, Passage, Span

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
    siblings: dict[int, list[Claim]] = {}
    for claim in claims:
        siblings.setdefault(claim.sentence, []).append(claim)
    found = []
    for claim in claims:
        own = sentences[claim.sentence]
        near = range(max(0, own.index - _REACH), min(len(sentences), own.index + _REACH + 1))
        around = [passages[at] for at in near if at != own.index and sentences[at].paragraph == own.paragraph]
        around += [Passage(span=other.span, text=other.text) for other in siblings[claim.sentence]]
        apart = sorted({p.span: p for p in around if p.span.end <= claim.span.start or claim.span.end <= p.span.start}.items())
        found.append(attrs.evolve(claim, around=tuple(passage for _, passage in apart)) if apart else claim)
    return tuple(found)
