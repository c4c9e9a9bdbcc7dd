"""The words at offsets of an article, as far as a claim has them."""

from __future__ import annotations

from claimcmp.records import Claim, Span


def read_span(claim: Claim, span: Span) -> str:
    """The words at ``span`` in the claim, beside it in its sentence, or in a statement around it; empty where none holds them.

    Examples
    --------
    >>> from claimcmp.records import Passage
    >>> beside = (Passage(span=Span(start=0, end=18), text="Ali, 61, said that"),)
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=19, end=29), text="it was hot", beside=beside)
    >>> read_span(claim, Span(start=5, end=7)), read_span(claim, Span(start=26, end=29)), read_span(claim, Span(start=40, end=45))
    ('61', 'hot', '')
    """
    for place, text in ((claim.span, claim.text), *((passage.span, passage.text) for passage in (*claim.beside, *claim.around))):
        if place.start <= span.start < span.end <= place.end:
            return text[span.start - place.start : span.end - place.start]
    return ""
