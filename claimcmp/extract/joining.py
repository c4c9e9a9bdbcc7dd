"""Speech that goes on over sentences: "A," said S. "B." is one claim."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.raw import RawClaim
from claimcmp.extract.view import Sentence
from claimcmp.records import Claim, Mode, Span

_MAX_CLAIMS = 20
"""More claims than a sentence holds."""


def find_joined(claims: Sequence[Claim], raws: Sequence[RawClaim], sentence: Sentence, before: Sentence | None) -> int | None:
    """Index of the claim that a sentence of nothing but quotation goes on with, or None.

    It must stand in the sentence before, in the same paragraph, and be quoted
    at its end or interrupted by its own attribution.
    """
    if before is None or before.paragraph != sentence.paragraph or len(raws) != 1 or not raws[0].is_open_speech:
        return None
    near = range(max(0, len(claims) - _MAX_CLAIMS), len(claims))
    spoken = [i for i in near if claims[i].span.end > before.span.start and claims[i].attribution.mode is not Mode.NARRATED]
    if not spoken:
        return None
    last = max(spoken, key=lambda i: (claims[i].span.end, -claims[i].span.start))
    ends_quoted = any(quote.start < claims[last].span.end <= quote.end for quote in before.quotes)
    is_quoted = claims[last].attribution.mode in (Mode.DIRECT, Mode.MIXED)
    cue = claims[last].attribution.cue_span
    stands_before = cue is not None and claims[last].span.start < cue.start
    return last if is_quoted and (ends_quoted or stands_before) else None


def join_claim(claim: Claim, following: Claim, text: str) -> Claim:
    """``claim`` with its span stretched over ``following``; what each of them said are its parts."""
    span = Span(start=claim.span.start, end=following.span.end)
    parts = (*(claim.parts or (claim.span,)), *(following.parts or (following.span,)))
    return attrs.evolve(claim, id=f"{claim.article_id}:{span.start}-{span.end}", span=span, text=text[span.start : span.end], parts=parts)
