"""Where a person's name ends in a script without capitals."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.facets.actor_names import ActorTables
from claimcmp.facets.phrases import Word


def ends_before(words: Sequence[Word], first: int, at: int, read: tuple[int, Word | None], tables: ActorTables) -> bool:
    """Whether a name that starts at word ``first`` is over before word ``at``.

    Behind a surname with the article (not «عبد القادر») no bare word goes on with it but a given
    name («صلاح السعدني فجر»), nor does a future verb anywhere, or a word that
    surely has a preposition joined to it («بأداء»).

    Parameters
    ----------
    read
        How many parts of the name stand before, and the given name that it began with.
    """
    word, before = words[at], words[at - 1]
    units, given = read
    if at == first or not tables.given.isdisjoint(word.whole) or word.folded in tables.bound_parts | tables.links:
        return False
    if word.token.text.startswith(tables.surely_joined) or tables.is_future(word, given, units) or tables.is_imperfect(word):
        return True
    if at - first > 1 and words[at - 2].folded in tables.links and at - 2 == first:
        return False  # «عبد اللطيف» is one part of a name
    is_surname = before.folded.startswith(tables.articles) and before.folded not in tables.bound_parts
    return is_surname and at - first > 1 and not word.folded.startswith(tables.articles)


def is_rather_joined(word: Word, tables: ActorTables) -> bool:
    """Whether a word sounds more foreign without a preposition that may be joined to it: «بدوري» is "in a league"."""
    options = zip(word.forms, word.prefixes, strict=True)
    cut = [form for form, prefix in options if prefix in tables.joinable.prepositions and prefix]
    return any(tables.sounds.score(form) > tables.sounds.score(word.folded) for form in cut)
