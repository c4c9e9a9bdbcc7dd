"""What the words of a claim point back to: "he", "the meeting", "there", "at the time".

The text stays as it is: a claim gains facets that are marked ``inferred`` and
whose span is the word that points. Only what the article leaves no choice in
is resolved; the rest stays open. A pronoun that opens reported speech is the
speaker by default (centering: Grosz, Joshi and Weinstein 1995), a definite
event noun the event of that kind told last (Hawkins 1978; Vieira and Poesio
2000 on anaphoric definites in news).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from claimcmp.facets.phrases import Word
from claimcmp.facets.reference_events import find_events
from claimcmp.facets.reference_people import find_people
from claimcmp.facets.reference_words import load_pointers
from claimcmp.records import Actor, Article, Claim, Difference, Facet, Place, Relation, When
from claimcmp.settings import Settings

_LONE = (Relation.LEFT_ONLY, Relation.RIGHT_ONLY)


def add_references(
    article: Article, claims: Sequence[Claim], facets: Sequence[Facet], words: Sequence[Word], settings: Settings
) -> tuple[Claim, ...]:
    """The claims with what their pronouns, event nouns and adverbs point back to.

    Parameters
    ----------
    claims
        With their own facets, in order of position.
    facets
        The facets of the whole article, by position.
    words
        The words of ``article.text``.
    """
    pointers = load_pointers(article.language, settings.language_files)
    if pointers is None:
        return tuple(claims)
    added: list[list[Facet]] = [[] for _ in claims]
    for number, facet in (*find_people(article.text, claims, facets, words, pointers), *find_events(claims, words, pointers)):
        added[number].append(facet)
    return tuple(_join(claim, new) if new else claim for claim, new in zip(claims, added, strict=True))


def _join(claim: Claim, added: Sequence[Facet]) -> Claim:
    return attrs.evolve(claim, facets=sort_facets((*claim.facets, *added)))


def sort_facets(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """Facets by position, of one beginning the shorter first."""
    return tuple(sorted(facets, key=lambda facet: (facet.span.start, facet.span.end, type(facet).__name__)))


def is_inferred(value: object) -> bool:
    """Whether a facet is pointed back to rather than written."""
    return isinstance(value, When | Place | Actor) and value.inferred


def weigh_references(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences without those that rest on an inferred facet alone.

    An inferred facet may tie two claims, but it is no detail that a claim
    states, and what it seems to contradict stays compatible.
    """
    kept = []
    for difference in differences:
        if is_inferred(difference.left) or is_inferred(difference.right):
            if difference.relation not in _LONE:
                is_conflict = difference.relation is Relation.CONFLICTING
                kept.append(attrs.evolve(difference, relation=Relation.COMPATIBLE) if is_conflict else difference)
        else:
            kept.append(difference)
    return tuple(kept)
