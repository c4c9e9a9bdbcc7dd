"""Which countries a text names, in whatever form: name, adjective, city, capital, seat of power.

Beside :mod:`claimcmp.facets.place`, which reads where something took place,
this reads every mention, so that two claims can be held together by the
countries they speak of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.actor_names import ActorTables, load_actor_tables
from claimcmp.facets.phrases import Match, Word, find_cut, read_words
from claimcmp.facets.place_names import Gazetteer, load_gazetteer, names_country
from claimcmp.records import Claim, Place, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import Token

_UNION = "EU"
"""The adjective "European": a continent's as much as a union's."""

LANDS = frozenset({"GB/england", "GB/scotland", "GB/wales", "GB/northern-ireland"})
"""Countries within a state: each is part of it, and none is another."""

_LANGUAGE_OF_MANY = "GB/england"
"""Whose adjective mostly names a language ("by its initials in English")."""

_SHORTEST_NAME = 3
"""Abbreviations up to this length are names only in capitals ("US", not "us")."""


@attrs.frozen
class NationMention:
    """A country named at words ``first`` to ``last`` (exclusive).

    Parameters
    ----------
    keys
        The place meant: several where the name has several bearers ("Georgia").
    is_country
        Whether the country itself is named, or its adjective, rather than a place in it.
    is_seat
        Whether it is a capital or a seat of power ("the Kremlin"), which may stand for the country.
    """

    keys: tuple[str, ...]
    first: int
    last: int
    span: Span
    name: str
    is_country: bool
    is_seat: bool = False

    @property
    def countries(self) -> frozenset[str]:
        """Codes of the countries that may be meant."""
        return frozenset(key.partition("/")[0] for key in self.keys)

    @property
    def lands(self) -> frozenset[str]:
        """Those of the places meant that are countries within a state (:data:`LANDS`)."""
        return LANDS.intersection(self.keys)

    def make_place(self, within: tuple[str, ...]) -> Place:
        """The mention as a facet."""
        return Place(name=self.name, key=self.keys[0], within=within, span=self.span)


@lru_cache(maxsize=4096)
def find_nations(text: str, offset: int, language: str, extra: tuple[Path, ...]) -> tuple[NationMention, ...]:
    """:func:`read_nations` of a text that starts at ``offset``."""
    settings = Settings(language_files=extra)
    words = read_words(text, language, settings, offset)
    reader = _Reader(words, load_gazetteer(language, extra), load_actor_tables(language, extra))
    found: list[NationMention] = []
    at = 0
    while at < len(words):
        mention = reader.read(at)
        if mention is None:
            at += 1
            continue
        name = text[mention.span.start - offset : mention.span.end - offset]
        found += [attrs.evolve(mention, name=name)] if mention.keys else []
        at = mention.last
    return tuple(found)


def read_nations(claim: Claim, settings: Settings) -> tuple[NationMention, ...]:
    """Every mention of a country, or of a place in one, among the words of a claim, in order.

    Continents and bodies of several countries are no countries.

    Examples
    --------
    >>> text = "Moscow accused the Ukrainian army."
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [mention.keys for mention in read_nations(claim, Settings())]
    [('RU/moscow',), ('UA',)]
    """
    return find_nations(claim.text, claim.span.start, claim.language, settings.language_files)


@attrs.frozen
class _Reader:
    words: Sequence[Word]
    gazetteer: Gazetteer
    tables: ActorTables

    def read(self, at: int) -> NationMention | None:
        """The mention that starts at word ``at``; one without keys is a name that is none."""
        word = self.words[at]
        if not word.token.is_word:
            return None
        matches = [
            match for match in (self.gazetteer.alternatives.match(self.words, at), self.gazetteer.names.match(self.words, at)) if match
        ]
        best = max(matches, key=lambda match: match.last, default=None)
        body = self.tables.bodies.match(self.words, at)
        if body is not None and _is_written_as_name(word, body.prefix) and (best is None or body.last >= best.last):
            return self._make(body, self.tables.nations.get(body.value, ""), is_seat=True)
        if best is not None and _is_written_as_name(word, best.prefix):
            return None if self._is_of_person(at, best) else self._make(best, best.value)
        return self._read_adjective(at)

    def _make(self, match: Match[str], value: str, *, is_seat: bool = False) -> NationMention:
        keys = tuple(key for key in value.split("|") if names_country(key) and key != _UNION)
        start = self.words[match.first].token.start + find_cut(self.words[match.first], match.prefix)
        return NationMention(
            keys=keys,
            first=match.first,
            last=match.last,
            span=Span(start=start, end=self.words[match.last - 1].end),
            name="",
            is_country=any("/" not in key or key in LANDS for key in keys) and not is_seat,
            is_seat=is_seat or any(key == self.gazetteer.capitals.get(key.partition("/")[0]) for key in keys),
        )

    def _is_of_person(self, at: int, match: Match[str]) -> bool:
        """Whether a place's name is part of a person's ("Jack London", "Jordan Henderson")."""
        if match.last - match.first > 1:
            return False
        if at and self.tables.is_given(self.words[at - 1]):
            return True
        is_given = not self.words[at].is_possessive and self.tables.is_given(self.words[at])
        return is_given and at + 1 < len(self.words) and self._may_be_surname(at + 1)

    def _may_be_surname(self, at: int) -> bool:
        """Whether a word with a capital is no place, post or body itself."""
        tables = (self.gazetteer.names, self.gazetteer.alternatives, self.tables.bodies, self.tables.posts)
        is_listed = any(table.match(self.words, at) is not None for table in tables)
        is_stop = not (self.tables.stops | self.tables.body_words).isdisjoint(self.words[at].whole)
        return self.words[at].token.text[0].isupper() and not is_listed and not is_stop

    def _read_adjective(self, at: int) -> NationMention | None:
        """A nationality, alone or as part of a compound ("US-backed", "russo-turque"); "English" stands for no country."""
        found = self._find_adjective(at)
        return attrs.evolve(found, is_country=False) if found is not None and found.keys == (_LANGUAGE_OF_MANY,) else found

    def _find_adjective(self, at: int) -> NationMention | None:
        word = self.words[at]
        pair = self.gazetteer.demonyms
        if at + 1 < len(self.words) and f"{word.folded} {self.words[at + 1].folded}" in pair:
            key = pair[f"{word.folded} {self.words[at + 1].folded}"]
            return self._make(Match(at, at + 2, "", key), key)
        is_given = self.tables.is_given(word)
        for form, prefix in zip(word.forms, word.prefixes, strict=True):
            if form in pair and self._is_spelled(word.token, form, prefix) and not (prefix and is_given):
                return self._make(Match(at, at + 1, prefix, pair[form]), pair[form])
        if "-" in word.folded:
            keys = dict.fromkeys(found for part in word.folded.split("-") if (found := self._read_part(part)))
            whole = self.gazetteer.names.match((word,), 0)
            if keys and whole is None and len(keys) == 1:
                return self._make(Match(at, at + 1, "", next(iter(keys))), next(iter(keys)))
        return None

    def _is_spelled(self, token: Token, form: str, prefix: str) -> bool:
        if len(form) <= _SHORTEST_NAME and form.isascii():
            return token.text[: len(form)].isupper()
        return not self.gazetteer.has_capital_adjectives or not token.text[len(prefix) : len(prefix) + 1].islower()

    def _read_part(self, part: str) -> str | None:
        return self.gazetteer.parts.get(part) or self.gazetteer.demonyms.get(part)


def _is_written_as_name(word: Word, prefix: str) -> bool:
    text = word.token.text
    start = len(prefix) if len(prefix) < len(text) else 0
    letters = [c for c in text[start : start + len(word.forms[0])] if c.isalpha()]
    if not letters or not (letters[0].isupper() or letters[0].lower() == letters[0].upper()):
        return False
    folded = word.whole[-1] if word.suffix else word.folded
    if len(folded.replace(".", "")) <= _SHORTEST_NAME - 1 and folded.isascii():
        return text[: len(folded)].isupper()
    return True
