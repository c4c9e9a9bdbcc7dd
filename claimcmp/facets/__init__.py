"""Facets: what a claim says when, how many, where, who, whether and how surely, and how two claims differ in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from claimcmp.facets.actor import compare_actors, read_actors
from claimcmp.facets.modality import compare_modality, read_modality
from claimcmp.facets.parallel import compare_in_parallel
from claimcmp.facets.phrases import Word, read_words
from claimcmp.facets.place import compare_places
from claimcmp.facets.polarity import compare_polarity, read_polarity
from claimcmp.facets.quantity import compare_quantities, read_quantities
from claimcmp.facets.quotation import read_quotations
from claimcmp.facets.references import add_references, sort_facets, weigh_references
from claimcmp.facets.speakers import name_speakers
from claimcmp.facets.when import compare_whens, read_whens
from claimcmp.facets.when_open import compare_open_dates
from claimcmp.records import Article, Claim, Difference, Facet, Quantity, Relation, When
from claimcmp.settings import Settings

__all__ = ["compare_facets", "read_facets"]


def read_facets(article: Article, claims: tuple[Claim, ...], settings: Settings) -> tuple[Claim, ...]:
    """The claims with the facets that lie inside their spans, by position.

    The article is read once; names are resolved within it, so that a surname
    has the key of the full name given elsewhere. What a pronoun, "the meeting"
    or "there" points back to is a facet too, marked ``inferred``.

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> article = Article(text="Ministers did not meet in Ankara.", language="en")
    >>> claim = Claim(id="c", article_id=article.id, language="en", sentence=0, span=Span(start=0, end=32), text=article.text[:32])
    >>> [type(facet).__name__ for facet in read_facets(article, (claim,), settings=Settings())[0].facets]
    ['Polarity', 'Place']
    """
    if not claims:
        return ()
    words = read_words(article.text, article.language, settings)
    whens = read_whens(article.text, language=article.language, published=article.published, settings=settings)
    found: list[Facet] = [*whens, *read_quantities(article.text, language=article.language, whens=whens, settings=settings)]
    found += read_actors(article, claims, words, settings)
    found.sort(key=lambda facet: (facet.span.start, facet.span.end))
    starts = [facet.span.start for facet in found]
    word_starts = [word.token.start for word in words]
    named = name_speakers(claims, found)
    given = [_give(claim, found, starts, _slice(words, word_starts, claim, settings), settings) for claim in named]
    return add_references(article, given, found, words, settings)


def _slice(words: Sequence[Word], starts: Sequence[int], claim: Claim, settings: Settings) -> Sequence[Word]:
    """The words of a claim; of one that begins inside a word («qu'aucun»), its part of that word first."""
    first, last = bisect_left(starts, claim.span.start), bisect_left(starts, claim.span.end)
    if not first or words[first - 1].token.end <= claim.span.start:
        return words[first:last]
    rest = claim.text[: words[first - 1].token.end - claim.span.start]
    return (*read_words(rest, claim.language, settings, claim.span.start), *words[first:last])


def _give(claim: Claim, found: Sequence[Facet], starts: Sequence[int], words: Sequence[Word], settings: Settings) -> Claim:
    first, last = bisect_left(starts, claim.span.start), bisect_left(starts, claim.span.end)
    inside = [facet for facet in found[first:last] if facet.span.end <= claim.span.end]
    inside += read_polarity(claim, words, settings)
    inside += read_modality(claim, words, settings)
    inside += read_quotations(claim, words, settings)
    return attrs.evolve(claim, facets=sort_facets(inside))


def compare_facets(left: Claim, right: Claim, settings: Settings, *, is_parallel: bool = False) -> tuple[Difference, ...]:
    """How two claims stand to each other in date, number, place, person, polarity and certainty.

    ``is_parallel`` tells that their texts translate each other sentence by
    sentence, so that each date and number has its counterpart. Swapping the claims swaps left and right of every difference and nothing
    else: claims are compared in one fixed order and mirrored back.
    """
    if _order(right) < _order(left):
        return tuple(map(_mirror, _compare_in_order(right, left, settings, is_parallel)))
    return _compare_in_order(left, right, settings, is_parallel)


def _order(claim: Claim) -> tuple[str, int, int, str, str]:
    return claim.article_id, claim.span.start, claim.span.end, claim.id, claim.text


def _compare_in_order(left: Claim, right: Claim, settings: Settings, is_parallel: bool) -> tuple[Difference, ...]:
    figures = compare_in_parallel if is_parallel else _compare_figures
    return weigh_references(
        (
            *figures(left, right, settings),
            *compare_places(left, right, settings),
            *compare_actors(left, right, settings),
            *compare_polarity(left, right, settings),
            *compare_modality(left, right),
        )
    )


def _compare_figures(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """How dates and numbers stand to each other."""
    claims = (left, right)
    whens = tuple(tuple(f for f in claim.facets if isinstance(f, When)) for claim in claims)
    quantities = tuple(tuple(f for f in claim.facets if isinstance(f, Quantity)) for claim in claims)
    return (
        *compare_whens(*whens, settings=settings, claims=claims),
        *compare_open_dates(left, right, settings),
        *compare_quantities(*quantities, settings=settings, claims=claims),
    )


_MIRRORED = {
    Relation.LEFT_ONLY: Relation.RIGHT_ONLY,
    Relation.RIGHT_ONLY: Relation.LEFT_ONLY,
    Relation.LEFT_MORE_PRECISE: Relation.RIGHT_MORE_PRECISE,
    Relation.RIGHT_MORE_PRECISE: Relation.LEFT_MORE_PRECISE,
}


def _mirror(difference: Difference) -> Difference:
    return attrs.evolve(
        difference, relation=_MIRRORED.get(difference.relation, difference.relation), left=difference.right, right=difference.left
    )
