"""People and countries named beside one statement that two texts give (who said it, mostly), and around it."""

from __future__ import annotations

from claimcmp.align.context import runs_in_parallel
from claimcmp.align.scores import name_signal
from claimcmp.facets.naming_compare import contrast_namings_around, contrast_namings_beside
from claimcmp.facets.nation_compare import contrast_nations_around, contrast_nations_beside
from claimcmp.facets.people import make_key
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.records import Actor, Claim, Difference, FacetName, Pair, Place, Relation
from claimcmp.settings import Settings
from claimcmp.verdicts.overlap import Overlap

_MUTUAL = name_signal("mutual", is_across=True)


def compare_beside(pair: Pair, known: tuple[Difference, ...], overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """The ``known`` differences, with a person or country named beside one side's claim in another's stead as a conflicting one.

    Two people may well say the same thing, so that another speaker alone is no
    conflict. Only where both sentences translate each other, in texts that run
    in parallel (``min_parallel_score``), or are copied word for word
    (``min_copy_score``), do the reports contradict each other on who said it.
    """
    if not _is_one_statement(pair, overlap, settings) or _has_conflict(known):
        return known
    left, right = pair.left, pair.right
    is_parallel = not overlap.is_same_language
    people = contrast_namings_beside(left, right, settings)
    if people is None and is_parallel:
        people = contrast_namings_around(left, right, settings)
    if people is not None:
        actors = [
            Actor(name=naming.name, key=make_key(naming.name), role=_find_role(claim, naming.name), span=naming.span)
            for naming, claim in zip(people, (left, right), strict=True)
        ]
        return (*known, _contrast(FacetName.PERSON, actors[0], actors[1]))
    nations = contrast_nations_beside(left, right, settings)
    if nations is None and is_parallel:
        nations = contrast_nations_around(left, right, settings)
    if nations is not None:
        places = [
            mention.make_place(load_gazetteer(claim.language, settings.language_files).find_within(mention.keys[0]))
            for mention, claim in zip(nations, (left, right), strict=True)
        ]
        return (*known, _contrast(FacetName.PLACE, places[0], places[1]))
    return known


def is_beside_claim(difference: Difference, pair: Pair) -> bool:
    """Whether a conflict rests on words beside one side's claim."""
    if difference.relation is not Relation.CONFLICTING:
        return False
    sides = zip((difference.left, difference.right), (pair.left, pair.right), strict=True)
    return any(
        isinstance(facet, Actor | Place) and not claim.span.start <= facet.span.start < facet.span.end <= claim.span.end
        for facet, claim in sides
    )


def measure_extent(claim: Claim, *, is_wide: bool) -> int:
    """The length of a claim in code points; ``is_wide``: with the words beside it and the statements around it."""
    return len(claim.text) + sum(len(passage.text) for passage in (*claim.beside, *claim.around) if is_wide)


def _is_one_statement(pair: Pair, overlap: Overlap, settings: Settings) -> bool:
    if overlap.is_same_language:
        is_long = min(len(overlap.left_words), len(overlap.right_words)) >= settings.min_copy_words
        return is_long and overlap.copy >= settings.min_copy_score
    is_mutual = pair.contributions.get(_MUTUAL, 0.0) > 0
    return is_mutual and runs_in_parallel(pair) and pair.score >= settings.min_parallel_score


def _has_conflict(known: tuple[Difference, ...]) -> bool:
    return any(d.relation is Relation.CONFLICTING and d.facet in (FacetName.PERSON, FacetName.PLACE) for d in known)


def _contrast(facet: FacetName, one: Actor | Place, other: Actor | Place) -> Difference:
    return Difference(facet=facet, relation=Relation.CONFLICTING, left=one, right=other, note=f"{one.name} here, {other.name} there")


def _find_role(claim: Claim, name: str) -> str | None:
    speaker = claim.attribution.speaker
    return speaker.role if speaker is not None and name in speaker.name else None
