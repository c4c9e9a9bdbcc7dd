"""Dates and numbers of two texts that say the same thing sentence by sentence, as translations do.

There each figure of one sentence has its counterpart in the other. So what
stands beside the claims counts too ("the minister, 61, said on Friday"), bounds
are held against bounds, and what is left over on either side goes together.
Between reports written apart none of this holds.
"""

from __future__ import annotations

import attrs

from claimcmp.facets.quantity import read_quantities
from claimcmp.facets.quantity_parallel import compare_parallel_quantities
from claimcmp.facets.ranks import compare_parallel_ranks
from claimcmp.facets.when import read_whens
from claimcmp.facets.when_open import compare_open_dates
from claimcmp.facets.when_parallel import compare_parallel_whens
from claimcmp.records import Claim, Difference, Quantity, Span, When
from claimcmp.settings import Settings

_GAP = "; "
"""What stands in the widened text for the words of other claims: it ends every expression."""


def compare_in_parallel(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """How dates and numbers of two claims, and of the words beside them, stand to each other in texts that run in parallel."""
    claims = widen_claim(left, settings), widen_claim(right, settings)
    return (
        *compare_parallel_whens(*claims, settings=settings),
        *compare_open_dates(*claims, settings, is_parallel=True),
        *compare_parallel_quantities(*claims, settings=settings),
        *compare_parallel_ranks(*claims, settings),
    )


def widen_claim(claim: Claim, settings: Settings) -> Claim:
    """The claim with the words of its sentence that belong to no claim, and with the dates and numbers in them.

    Its text is that of the sentence with the words of all other claims blanked out.

    Examples
    --------
    >>> from claimcmp.records import Passage
    >>> beside = (Passage(span=Span(start=0, end=18), text="Ali, 61, said that"),)
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=19, end=29), text="it was hot", beside=beside)
    >>> wide = widen_claim(claim, Settings())
    >>> wide.text, [facet.low for facet in wide.facets]
    ('Ali, 61, said that it was hot', [61.0])
    """
    if not claim.beside:
        return claim
    pieces = sorted([(claim.span, claim.text), *((passage.span, passage.text) for passage in claim.beside)])
    start, text = pieces[0][0].start, ""
    for span, words in pieces:
        missing = span.start - start - len(text)
        text += _GAP[:missing].ljust(missing) if missing > 1 else " " * missing
        text += words
    beside = [passage.span for passage in claim.beside]
    found = [facet for facet in _read_facets(claim, text, start, settings) if any(s.start <= facet.span.start < s.end for s in beside)]
    facets = sorted((*claim.facets, *found), key=lambda facet: facet.span)
    return attrs.evolve(claim, span=Span(start=start, end=start + len(text)), text=text, facets=tuple(facets))


def _read_facets(claim: Claim, text: str, start: int, settings: Settings) -> list[When | Quantity]:
    whens = read_whens(text, language=claim.language, published=claim.published, settings=settings)
    read: list[When | Quantity] = [*whens, *read_quantities(text, language=claim.language, whens=whens, settings=settings)]
    return [attrs.evolve(facet, span=Span(start=facet.span.start + start, end=facet.span.end + start)) for facet in read]
