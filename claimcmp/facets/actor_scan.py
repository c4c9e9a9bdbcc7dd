"""The words of an article with the tables to read posts, names and bodies by, and its abbreviated titles."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.facets.actor_names import ActorTables
from claimcmp.facets.phrases import Word
from claimcmp.facets.place_names import Gazetteer

_MIN_TITLED = 3


@attrs.frozen
class Scanner:
    """The words of a text and the tables to read them by."""

    words: Sequence[Word]
    tables: ActorTables
    gazetteer: Gazetteer

    def skip_dot(self, at: int) -> int:
        """The word after the dot of an abbreviation that ends before word ``at`` ("Mr. Adams"); ``at`` where there is none."""
        return at + 1 if at < len(self.words) and is_abbreviated(self.words, at, self.tables) else at


def is_abbreviated(words: Sequence[Word], at: int, tables: ActorTables) -> bool:
    """Whether word ``at`` is the dot of an abbreviation."""
    if at == 0 or words[at].token.text != ".":
        return False
    before = words[at - 1]
    return before.token.end == words[at].token.start and before.folded in tables.abbreviations


def is_behind_title(words: Sequence[Word], at: int, tables: ActorTables) -> bool:
    """Whether a capitalised word stands right behind an abbreviated title, and so is a name although it mostly means something else ("Mrs May")."""
    before = at - 2 if is_abbreviated(words, at - 1, tables) else at - 1
    text = words[at].token.text
    if before < 0 or words[before].folded not in tables.abbreviations or not text[0].isupper() or len(text) < _MIN_TITLED:
        return False
    if tables.stops.isdisjoint(words[at].whole) or tables.posts.match((words[at],), 0) is not None:
        return False
    title = tables.posts.match((words[before],), 0)
    return title is not None and title.value == "title"
