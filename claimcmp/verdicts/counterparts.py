"""Which negations of two sides go together, told by where they stand.

Words of two languages cannot be compared, but translations keep their order by
and large: what says no in about the same place is taken for one another, the
nearest first, and of equally near ones those of one kind. Negations that are left
over on both sides go together wherever they stand, and so do all such words where
verbs end the clause in one of the languages, what negates before what does not. What
is left over then may have no counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.facets.affirmation import Negatives, Removal
from claimcmp.settings import Settings

_OTHER_KIND = 0.15
"""By how much of a claim's length a negation seems further away from a word that says no in another way."""


@attrs.frozen(kw_only=True)
class Unmet:
    """A negation that goes with no negation of the other side.

    Parameters
    ----------
    removal
        The negation.
    distance
        How far away, in shares of a claim's length, the word stands that it goes with and that says no in another way, 0 where verbs
        end the clause in one of the languages; None where it goes with none.
    left
        Words of the other side that say no in another way and go with nothing.
    """

    removal: Removal
    distance: float | None
    left: int


@attrs.frozen
class _Said:
    """A place in a claim that says no: a negation, or in another way."""

    place: float
    removal: Removal | None


def find_unmet(own: Negatives, other: Negatives, settings: Settings) -> tuple[Unmet, ...]:
    """The negations of one side that go with no negation of the other side, in order."""
    sides = _list_said(own), _list_said(other)
    is_ordered = own.ends_clauses == other.ends_clauses
    reach, away, apart = (settings.max_negation_reach, _OTHER_KIND, 0.0) if is_ordered else (1.0, 1.0, 2.0)
    mates = _match(*sides, reach, (0.0, away, apart))
    left = [said for at, said in enumerate(sides[1]) if at not in mates.values()]
    found = []
    for at, said in enumerate(sides[0]):
        mate = sides[1][mates[at]] if at in mates else None
        if said.removal is not None and (mate is None or mate.removal is None):
            distance = None if mate is None else abs(mate.place - said.place) if is_ordered else 0.0
            found.append(Unmet(removal=said.removal, distance=distance, left=len(left)))
    return tuple(found)


def _list_said(negatives: Negatives) -> list[_Said]:
    said = [_Said(removal.place, removal) for removal in negatives.removals]
    places = {each.place for each in said}
    said += [_Said(place, None) for place in (*negatives.loose, *negatives.implicit) if place not in places]
    return sorted(said, key=lambda each: (each.place, each.removal is None))


def _match(own: Sequence[_Said], other: Sequence[_Said], reach: float, away: tuple[float, float, float]) -> dict[int, int]:
    """The places of one side with those of the other that they go with, the nearest first.

    ``away`` is how much further a pair stands of which none, one or both say no in another way.
    """
    rows = [
        (abs(one.place - two.place) + away[(one.removal is None) + (two.removal is None)], i, j)
        for i, one in enumerate(own)
        for j, two in enumerate(other)
    ]
    near = [row for row in rows if abs(own[row[1]].place - other[row[2]].place) <= reach]
    far = [row for row in rows if own[row[1]].removal is not None and other[row[2]].removal is not None]
    found: dict[int, int] = {}
    for _, i, j in (*sorted(near), *sorted(far)):
        if i not in found and j not in found.values():
            found[i] = j
    return found
