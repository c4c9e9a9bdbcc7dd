"""Two claims that name the same two actors in exchanged roles: "A accused B", "B accused A"."""

from __future__ import annotations

from claimcmp.facets.doers import WORDS, Deed, Party, read_deed, read_deed_beside, read_deed_between
from claimcmp.facets.naming_compare import may_be_one_name
from claimcmp.facets.people import make_key
from claimcmp.records import Actor, Claim, Difference, FacetName, Pair, Relation
from claimcmp.settings import Settings
from claimcmp.text.words import covers
from claimcmp.verdicts.overlap import Overlap, cover_smaller, leave_out
from claimcmp.verdicts.swapped import find_swapped

EXCHANGED = "roles exchanged"
"""How the note of such a difference begins."""


def compare_deeds(pair: Pair, known: tuple[Difference, ...], overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """The ``known`` differences, with one for roles that are exchanged.

    ``conflicting`` within a language where all else is said with the same
    words (``min_same_overlap``); ``compatible`` between two languages, where
    no words tell whether the deed is the same. What reports a claim counts
    too: who accuses or asks whom.
    """
    if any(d.relation is Relation.CONFLICTING and d.facet in (FacetName.PERSON, FacetName.PLACE) for d in known):
        return known
    left, right = _read_deeds(pair, settings)
    if left is None and right is None and overlap.is_same_language:
        left, right = _read_swapped(pair, settings)
    if left is None or right is None or not _are_exchanged(left, right, pair, settings):
        return known
    relation = Relation.COMPATIBLE
    if overlap.is_same_language:
        sides = (overlap.left_words, left), (overlap.right_words, right)
        words = [leave_out(words, (deed.doer.span, deed.target.span)) for words, deed in sides]
        is_known = left.doer.kind != WORDS
        if is_known and (not all(words) or cover_smaller(*words) < settings.min_same_overlap):
            return known
        relation = Relation.CONFLICTING
    note = f"{EXCHANGED}: {left.doer.name} to {left.target.name} here, {right.doer.name} to {right.target.name} there"
    doers = [_find_actor(claim, deed.doer) for claim, deed in ((pair.left, left), (pair.right, right))]
    return (*known, Difference(facet=FacetName.PERSON, relation=relation, left=doers[0], right=doers[1], note=note))


def _read_deeds(pair: Pair, settings: Settings) -> list[Deed | None]:
    """What each side tells of, else how it reports the claim; of two reports only where both accuse, or both ask."""
    claims = pair.left, pair.right
    inside = [read_deed(claim, settings) for claim in claims]
    if not any(inside) and pair.left.attribution.sense is not pair.right.attribution.sense:
        return inside
    return [deed or read_deed_beside(claim, settings) for deed, claim in zip(inside, claims, strict=True)]


def _read_swapped(pair: Pair, settings: Settings) -> tuple[Deed | None, Deed | None]:
    """What either side tells of two names that stand in each other's place in the same words."""
    swapped = find_swapped(pair.left, pair.right, settings)
    if swapped is None:
        return None, None
    return read_deed_between(pair.left, swapped[0], settings), read_deed_between(pair.right, swapped[1], settings)


def _are_exchanged(left: Deed, right: Deed, pair: Pair, settings: Settings) -> bool:
    languages = pair.left.language, pair.right.language
    return _is_one(left.doer, right.target, languages, settings) and _is_one(left.target, right.doer, languages, settings)


def _is_one(left: Party, right: Party, languages: tuple[str, str], settings: Settings) -> bool:
    if left.kind != right.kind:
        return False
    if left.kind == "person":
        return may_be_one_name(left.name, right.name, languages, settings)
    return not set(left.key).isdisjoint(right.key)


def _find_actor(claim: Claim, party: Party) -> Actor:
    """The actor read there, or else the name as one."""
    found = (f for f in claim.facets if isinstance(f, Actor) and not f.inferred and covers(f.span, party.span))
    return next(found, Actor(name=party.name, key=_make_key(party), span=party.span))


def _make_key(party: Party) -> str:
    """The key of an actor, as :mod:`claimcmp.facets.actor` makes it."""
    if party.kind in ("person", WORDS):
        return make_key(party.name)
    return f"gov:{party.key[0]}" if party.kind == "nation" else party.key[0]
