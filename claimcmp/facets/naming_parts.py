"""Which words of a text may be parts of a person's name: by capitals, by given names, or, where there are no capitals, by their sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from claimcmp.facets.actor_names import list_bases, load_actor_tables
from claimcmp.facets.actor_scan import is_abbreviated, is_behind_title
from claimcmp.facets.foreign import load_foreign_sounds
from claimcmp.facets.given import is_spelled_given, load_given_sounds
from claimcmp.facets.nation import find_nations
from claimcmp.facets.phrases import Word, read_words
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.settings import Settings
from claimcmp.text.names import name_key, name_similarity
from claimcmp.text.words import load_stemmer

MIN_FOREIGN = 0.3
"""Score from which a word of a script without capitals sounds foreign: keeps 4 of 5 names, lets 1 of 10 other words pass."""

_MIN_GIVEN = 0.9
"""Likeness of a word to a given name with the same consonants, vowels included, from which it may be one."""

_SHORTEST = 3
"""Letters of a word that may be a name alone or in a run."""

_LONG_KIND = 4
"""Letters of a word for a kind of place that explains a name behind a comma («Вифезда, штат …»); shorter ones are articles."""

_MIN_TITLE = 4
"""Longer words, all with capitals, from which a text is a headline in which capitals tell nothing."""

_OPENERS = frozenset(".!?:;«“„\"'(—–-…؟")


class NameParts:
    """The words of a text, each asked whether it may be part of a name.

    ``sounds`` has weights in a script without capitals only; ``common`` are words
    that are no names there; ``is_title`` tells of a headline whose capitals tell nothing.
    """

    def __init__(self, text: str, offset: int, language: str, extra: tuple[Path, ...]) -> None:
        self.words = read_words(text, language, Settings(language_files=extra), offset)
        self.tables = load_actor_tables(language, extra)
        gazetteer = load_gazetteer(language, extra)
        self._places, self._kinds = gazetteer.names, gazetteer.kinds
        self._long_kinds = frozenset(kind for kind in gazetteer.kinds if len(kind) >= _LONG_KIND)
        self._where = gazetteer.locatives - self.tables.particles, gazetteer.locative_suffixes
        self.sounds = load_foreign_sounds(language)
        self._given_sounds = load_given_sounds(extra, has_arabic=False) if self.sounds.weights else {}
        self._extra, self._language = extra, language
        self.common = load_stemmer(language, extra).function_words | self.tables.stops | self.tables.verbs
        long = [word.token.text for word in self.words if len(word.token.text) > _SHORTEST and word.token.text[0].isalpha()]
        self.is_title = len(long) >= _MIN_TITLE and all(text[0].isupper() for text in long)

    def looks_like_name(self, forms: Sequence[str]) -> bool:
        """Whether a word may be a foreign name; any capitalised one may."""
        is_given = not self.tables.given.isdisjoint(forms)
        return not self.sounds.weights or is_given or any(self.sounds.score(form) > 0 for form in forms)

    def find_bodies(self) -> frozenset[int]:
        """The words of bodies' names of several words ("White House"), none of which is a person's name."""
        matches = (self.tables.bodies.match(self.words, at) for at in range(len(self.words)))
        return frozenset(
            at for match in matches if match is not None and match.last - match.first > 1 for at in range(match.first, match.last)
        )

    def is_before_surname(self, at: int) -> bool:
        """Whether a word is a given name and the next one looks like a name."""
        if at + 1 == len(self.words) or not self.is_given(at):
            return False
        return self.sounds_foreign(at + 1, at) if self.sounds.weights else self.is_capitalised(at + 1)

    def may_be_name(self, at: int) -> bool:
        """Whether a word looks like a name, or stands behind a given name."""
        return self.looks_like_name(self.words[at].forms) or (at > 0 and self.is_given(at - 1))

    def may_be_given(self, at: int) -> bool:
        """Whether a word may be a given name: listed, or else no title and, with capitals, not at the opening of a sentence."""
        word = self.words[at]
        if self.is_given(at):
            return True
        is_opener = not self.sounds.weights and self.opens(at)
        return not is_opener and self.looks_like_name(word.forms) and self.tables.posts.match((word,), 0) is None

    def may_be_surname(self, at: int) -> bool:
        """Whether a word that speaks is no common word, post, body, nationality or place."""
        if not self.words[at].initial.isupper() and not self.sounds.weights:
            return False
        if self.is_stop(at) or self.tables.posts.match((self.words[at],), 0) is not None:
            return False
        is_body = not self.tables.body_words.isdisjoint(self.words[at].whole) or self.tables.bodies.match(self.words, at) is not None
        return not is_body and not find_nations(self.words[at].token.text, 0, self._language, self._extra)

    def is_stop(self, at: int) -> bool:
        """Whether a word is no name: a capitalised one ("Friday"), unless behind a given name ("Theresa May"); without capitals, one that is listed as common."""
        if self.sounds.weights:
            return self._is_common(self.words[at]) and not self.is_given(at)
        if self.tables.stops.isdisjoint(self.words[at].whole):
            return False
        return not self._leads_name(at) and not (at > 0 and self.is_given(at - 1)) and not is_behind_title(self.words, at, self.tables)

    def _is_common(self, word: Word) -> bool:
        """Whether a word is listed as common, also behind a conjunction joined to it where the whole sounds like no name («ولكنه», not «فليس»)."""
        cut = (form for form, prefix in zip(word.forms, word.prefixes, strict=True) if prefix in self.tables.conjunctions)
        return not self.common.isdisjoint(word.whole) or (self.sounds.score(word.folded) <= 0 and not self.common.isdisjoint(cut))

    def _leads_name(self, at: int) -> bool:
        """Whether a word is a given name in front of a capital, and so nothing else ("Bill", "Vladimir")."""
        return at + 1 < len(self.words) and self.words[at + 1].token.text[0].isupper() and self.is_given(at)

    def is_capitalised(self, at: int) -> bool:
        """Whether a word has the capital of a name and is no body, post, place or common word."""
        word = self.words[at]
        text = word.token.text
        initial = text[0] if word.is_elided else word.initial
        if not initial.isupper() or len(text) < _SHORTEST or any(c.isdigit() for c in text) or _has_inner_capital(text):
            return False
        if self._leads_name(at):
            return True
        if not self.tables.body_words.isdisjoint(word.whole) or self.is_stop(at):
            return False
        is_post = self.tables.posts.match((word,), 0) is not None
        return not is_post and self.tables.bodies.match(self.words, at) is None and self._places.match(self.words, at) is None

    def is_given(self, at: int) -> bool:
        """Whether a word is a given name, listed or spelled like one, also with an ending."""
        word = self.words[at]
        bases = list_bases(word.folded, self.tables)
        if self.tables.is_given(word, whole=False) or not self.tables.given.isdisjoint(bases):
            return True
        return self.looks_like_name(word.whole) and any(is_spelled_given(form, self._extra) for form in (*word.whole, *bases))

    def sounds_foreign(self, at: int, first: int) -> bool:
        """Whether a word may go on with the name that begins at ``first``: no common word and no place, and it sounds foreign."""
        word = self.words[at]
        if not self.common.isdisjoint(word.forms) or word.token.text.startswith(self.tables.articles):
            return False
        if self._places.match(self.words, at) is not None or (at == first and self._is_behind_kind(at)):
            return False
        forms = word.forms if at == first else word.whole
        if any(self.sounds.score(form) >= MIN_FOREIGN or form in self.tables.given for form in forms):
            return True
        return at == first and self._leads_foreign(at)

    def _is_behind_kind(self, at: int) -> bool:
        """Whether a word is a place's name: behind what kind of place it is («إقليم ألتاي»)."""
        return at > 0 and not self._kinds.isdisjoint(self.words[at - 1].forms) and not self.is_given(at)

    def _leads_foreign(self, at: int) -> bool:
        """Whether a word sounds like a foreign given name in front of one that sounds foreign."""
        if at + 1 == len(self.words) or self.words[at + 1].starts_line:
            return False
        forms = self.words[at].forms
        if all(name_similarity(form, name) < _MIN_GIVEN for form in forms for name in self._given_sounds.get(name_key(form), ())):
            return False
        return any(self.sounds.score(form) >= MIN_FOREIGN for form in self.words[at + 1].whole)

    def is_where(self, at: int) -> bool:
        """Whether a word tells where: right behind a preposition of places («в Вифезде»), with an ending of them, or before «, штат …»."""
        word, before, behind = self.words[at], self.words[at - 1], self.words[at + 1 : at + 3]
        is_explained = len(behind) > 1 and behind[0].token.text in ",،" and behind[1].folded in self._long_kinds
        return word.suffix in self._where[1] or (at > 0 and before.folded in self._where[0]) or is_explained

    def opens(self, at: int) -> bool:
        """Whether a word opens a sentence, so that its capital tells nothing."""
        if at == 0 or self.words[at].starts_line:
            return True
        return self.words[at - 1].token.text in _OPENERS and not is_abbreviated(self.words, at - 1, self.tables)


def _has_inner_capital(text: str) -> bool:
    """Whether a word is an abbreviation or a brand's name: capitals behind small letters, or no small letters ("McCain" and "O'Neil" are neither)."""
    parts = [part for part in re.split(r"[-’'.]|(?<=^Mc)|(?<=^Mac)", text) if part]
    return any(any(c.isupper() for c in part[1:]) for part in parts)
