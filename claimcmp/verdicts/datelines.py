"""Datelines within a claim: the day of publication written before the first sentence tells no day of what happened."""

from __future__ import annotations

from datetime import datetime

import attrs

from claimcmp.facets import compare_facets
from claimcmp.records import Claim, FacetName, Relation, When
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import load_stemmer

_MOST_WORDS_BEFORE = 3
"""Words before the day: "Published", "Date of publication", a place, a weekday (AP Stylebook, datelines)."""


def leave_out_datelines(left: Claim, right: Claim, settings: Settings) -> tuple[Claim, Claim]:
    """Both claims, without their datelines where one of these stands against a day of the other side."""
    lines = {(side, when.span) for side, claim in enumerate((left, right)) if (when := find_dateline(claim, settings)) is not None}
    if not lines:
        return left, right
    against = {
        (side, facet.span)
        for difference in compare_facets(left, right, settings)
        if difference.facet is FacetName.DATE and difference.relation in (Relation.CONFLICTING, Relation.COMPATIBLE)
        for side, facet in enumerate((difference.left, difference.right))
        if isinstance(facet, When)
    }
    one, other = (
        attrs.evolve(claim, facets=tuple(f for f in claim.facets if (side, f.span) not in lines & against or not isinstance(f, When)))
        for side, claim in enumerate((left, right))
    )
    return one, other


def find_dateline(claim: Claim, settings: Settings) -> When | None:
    """The day of publication, written in full before the first sentence of a claim, not within it: "21.02.2015 Four people were …".

    Examples
    --------
    >>> from claimcmp import Article, extract_claims
    >>> texts = "21.02.2015 Four people were hurt.", "On 21.02.2015 four people were hurt."
    >>> articles = [Article(text=text, published="2015-02-21", language="en") for text in texts]
    >>> [find_dateline(extract_claims(article)[0], Settings()) is None for article in articles]
    [False, True]
    """
    published = claim.published.date() if isinstance(claim.published, datetime) else claim.published
    first = next((facet for facet in claim.facets if isinstance(facet, When) and not facet.inferred), None)
    if published is None or first is None or not first.first == first.last == published:
        return None
    start, end = first.span.start - claim.span.start, first.span.end - claim.span.start
    if str(published.year) not in claim.text[start:end]:
        return None
    before, after = ([t.text for t in tokenize(part) if t.is_word] for part in (claim.text[:start], claim.text[end:]))
    if not after or after[0].islower() or (before and not after[0][:1].isupper()):
        return None
    inside = load_stemmer(claim.language, settings.language_files).function_words
    return first if len(before) <= _MOST_WORDS_BEFORE and not (before and fold(before[-1]) in inside) else None
