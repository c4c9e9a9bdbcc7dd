"""Groups of claims on one point, and the events that claims tell of."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date

from claimcmp.align.linkage import link_average
from claimcmp.facets.place_names import names_country
from claimcmp.records import Actor, Claim, ClaimGroup, Event, Pair, Place, When
from claimcmp.settings import Settings

_MAX_ACTORS = 4
_MAX_LABEL = 80


def form_groups(claims: Sequence[Claim], pairs: Sequence[Pair], settings: Settings) -> tuple[ClaimGroup, ...]:
    """Claims of two or more outlets on one point, in the order of their first claim; ``positions`` is left empty."""
    by_id = {claim.id: claim for claim in claims}
    clusters = _cluster(claims, pairs, settings.min_group_score)
    return tuple(ClaimGroup(claims=tuple(by_id[claim_id] for claim_id in cluster)) for cluster in clusters)


def form_events(claims: Sequence[Claim], candidates: Sequence[Pair], settings: Settings) -> tuple[Event, ...]:
    """What the claims tell of: clusters looser than groups, each with its time, place and people."""
    by_id = {claim.id: claim for claim in claims}
    clusters = _cluster(claims, candidates, settings.min_event_score)
    return tuple(_describe([by_id[claim_id] for claim_id in cluster], candidates) for cluster in clusters)


def _cluster(claims: Sequence[Claim], pairs: Sequence[Pair], min_score: float) -> list[tuple[str, ...]]:
    """Clusters of two or more claim ids, in the order of the claims; claims that were not compared count as wholly apart."""
    order = {claim.id: number for number, claim in enumerate(claims)}
    found = link_average(
        ((pair.left.id, pair.right.id, pair.score) for pair in pairs), min_score, {claim.id: claim.article_id for claim in claims}
    )
    return sorted((tuple(sorted(ids, key=order.__getitem__)) for ids in found), key=lambda ids: [order[i] for i in ids])


def _describe(claims: Sequence[Claim], candidates: Sequence[Pair]) -> Event:
    ids = {claim.id for claim in claims}
    weight: Counter[str] = Counter()
    for pair in candidates:
        if pair.left.id in ids and pair.right.id in ids:
            weight.update({pair.left.id: pair.score, pair.right.id: pair.score})
    central = min(claims, key=lambda claim: (-round(weight[claim.id], 6), claim.id))
    facets = [facet for claim in sorted(claims, key=lambda claim: (-round(weight[claim.id], 6), claim.id)) for facet in claim.facets]
    facets = [facet for facet in facets if not (isinstance(facet, When | Place | Actor) and facet.inferred)]
    places = [facet for facet in facets if isinstance(facet, Place)]
    actors = {facet.key: facet for facet in reversed(facets) if isinstance(facet, Actor)}
    counts = Counter(facet.key for facet in facets if isinstance(facet, Place | Actor))
    return Event(
        id=hashlib.blake2b("\0".join(sorted(ids)).encode("utf-8", "replace"), digest_size=6).hexdigest(),
        label=_shorten(central.text),
        when=_choose_when([facet for facet in facets if isinstance(facet, When)]),
        where=min(places, key=lambda place: (-counts[place.key], -_count_holders(place), place.key), default=None),
        who=tuple(sorted(actors.values(), key=lambda actor: (-counts[actor.key], actor.key))[:_MAX_ACTORS]),
        claim_ids=tuple(claim.id for claim in claims),
    )


def _count_holders(place: Place) -> int:
    """In how many places of one country a place lies: none for a country, which regions of several hold, most for a city."""
    return sum(map(names_country, place.within))


def _choose_when(whens: Sequence[When]) -> When | None:
    """The time told most often, the shortest first among equals; a longer period that holds it counts for it."""
    closed = [(when.first, when.last, when) for when in whens if when.first is not None and when.last is not None]

    def rank(item: tuple[date, date, When]) -> tuple[int, int, date]:
        first, last, _ = item
        holding = sum(start <= first and last <= end for start, end, _ in closed)
        return (-holding, (last - first).days, first)

    return min(closed, key=rank)[2] if closed else None


def _shorten(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MAX_LABEL else flat[: _MAX_LABEL - 1].rsplit(" ", 1)[0] + "…"
