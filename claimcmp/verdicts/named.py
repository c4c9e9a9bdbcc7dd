"""Countries and people that one of two claims names where the other names others."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from claimcmp.align.evidence import GOVERNMENT
from claimcmp.facets.naming import Naming
from claimcmp.facets.naming_compare import contrast_namings
from claimcmp.facets.nation import read_nations
from claimcmp.facets.nation_compare import contrast_nations
from claimcmp.facets.people import make_key
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.records import Actor, Claim, Difference, FacetName, Place, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.words import covers
from claimcmp.verdicts.overlap import Overlap, cover_smaller

_ONE_SIDED = frozenset({Relation.LEFT_ONLY, Relation.RIGHT_ONLY})


def compare_named(left: Claim, right: Claim, known: tuple[Difference, ...], overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """The ``known`` differences, with a country or person named in another's stead as a conflicting one.

    Places do not conflict where one side names the other's in another part or form ("the North Korean envoy").

    Only where both sides say the same otherwise: within a language by their
    words (``min_same_overlap``); between two languages that is for the rule table to ask.
    """
    placed = tuple(_reconcile(difference, left, right, settings) for difference in known)
    return _add_people(left, right, _add_nations(left, right, placed, overlap, settings), overlap, settings)


def _reconcile(difference: Difference, left: Claim, right: Claim, settings: Settings) -> Difference:
    """A conflict of places as none where either is named, in whatever form, on the other side too."""
    one, other = difference.left, difference.right
    if difference.relation is not Relation.CONFLICTING or not isinstance(one, Place) or not isinstance(other, Place):
        return difference
    if not _names(right, one, settings) and not _names(left, other, settings):
        return difference
    note = f"{one.name} and {other.name} may be places of different things"
    return attrs.evolve(difference, relation=Relation.COMPATIBLE, note=note)


def _names(claim: Claim, place: Place, settings: Settings) -> bool:
    return any(mention.keys == (place.key,) for mention in read_nations(claim, settings))


def _add_nations(left: Claim, right: Claim, known: tuple[Difference, ...], overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    contrast = contrast_nations(left, right, settings)
    if (
        contrast is None
        or _conflicts(known, FacetName.PLACE)
        or not _says_the_same(overlap, (contrast[0].span, contrast[1].span), settings)
    ):
        return known
    places = []
    for mention, claim in zip(contrast, (left, right), strict=True):
        gazetteer = load_gazetteer(claim.language, settings.language_files)
        places.append(mention.make_place(gazetteer.find_within(mention.keys[0])))
    one, other = places
    note = f"{one.name} here, {other.name} there"
    conflict = Difference(facet=FacetName.PLACE, relation=Relation.CONFLICTING, left=one, right=other, note=note)
    return (*_leave_out(known, (one.span, other.span)), conflict)


def _add_people(left: Claim, right: Claim, known: tuple[Difference, ...], overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    if _conflicts(known, FacetName.PERSON):
        return known
    contrast = contrast_namings(left, right, settings)
    if contrast is None or not _says_the_same(overlap, (contrast[0].span, contrast[1].span), settings):
        return known
    one, other = (_find_actor(claim, naming) for claim, naming in zip((left, right), contrast, strict=True))
    note = f"{contrast[0].name} here, {contrast[1].name} there"
    conflict = Difference(facet=FacetName.PERSON, relation=Relation.CONFLICTING, left=one, right=other, note=note)
    return (*_leave_out(known, (one.span, other.span)), conflict)


def _find_actor(claim: Claim, naming: Naming) -> Actor:
    """The person read there, or else the name as one."""
    found = (f for f in claim.facets if isinstance(f, Actor) and not f.inferred and covers(f.span, naming.span))
    return next(found, Actor(name=naming.name, key=make_key(naming.name), span=naming.span))


def _says_the_same(overlap: Overlap, spans: tuple[Span, Span], settings: Settings) -> bool:
    """Whether all but the named is the same, where words can tell."""
    if not overlap.is_same_language:
        return True
    sides = zip((overlap.left_words, overlap.right_words), spans, strict=True)
    left, right = (tuple(word for word in words if not covers(span, word.span)) for words, span in sides)
    return cover_smaller(left, right) >= settings.min_same_overlap


def _conflicts(differences: Iterable[Difference], facet: FacetName) -> bool:
    return any(d.facet is facet and d.relation is Relation.CONFLICTING for d in differences)


def _leave_out(differences: Iterable[Difference], spans: tuple[Span, Span]) -> tuple[Difference, ...]:
    """The differences without those that say less of what now conflicts: that one side has it, or that governments differ."""
    return tuple(d for d in differences if not (d.relation in _ONE_SIDED or _is_of_governments(d)) or not _is_told(d, spans))


def _is_of_governments(difference: Difference) -> bool:
    facets = (difference.left, difference.right)
    return difference.relation is Relation.CONFLICTING and all(isinstance(f, Actor) and f.key.startswith(GOVERNMENT) for f in facets)


def _is_told(difference: Difference, spans: tuple[Span, Span]) -> bool:
    sides = zip((difference.left, difference.right), spans, strict=True)
    return any(isinstance(facet, Actor | Place) and (covers(span, facet.span) or covers(facet.span, span)) for facet, span in sides)
