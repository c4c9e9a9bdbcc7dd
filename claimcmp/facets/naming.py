"""Whom a claim names, surely and perhaps, so that two claims can be held together by their people.

Sure are the people that :mod:`claimcmp.facets.actor` reads. Perhaps a name is,
where the script has capitals, a run of capitalised words that is no place, no
body and no beginning of a sentence; elsewhere words that sound foreign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.actor_names import list_bases, load_actor_tables
from claimcmp.facets.actor_scan import is_abbreviated, is_behind_title
from claimcmp.facets.foreign import load_foreign_sounds
from claimcmp.facets.given import is_spelled_given, load_given_sounds
from claimcmp.facets.nation import find_nations
from claimcmp.facets.phrases import Word, find_cut, get_table, read_words
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.records import Actor, Claim, Span, When
from claimcmp.settings import Settings
from claimcmp.text.names import name_key, name_similarity, split_name
from claimcmp.text.normal import fold
from claimcmp.text.words import load_stemmer, overlaps

_MAX_RUN = 3
"""A person's name has no more capitalised words without a link between them."""

_MIN_FOREIGN = 0.3
"""Score from which a word of a script without capitals sounds foreign: keeps 4 of 5 names, lets 1 of 10 other words pass."""

_MIN_TITLED = -0.2
"""The same behind a title, where a name is likelier than any other word."""

_MIN_GIVEN = 0.9
"""Likeness of a word to a given name with the same consonants, vowels included, from which it may be one."""

_LONG_KIND = 4
"""Letters of a word for a kind of place that explains a name behind a comma («Вифезда, штат …»); shorter ones are articles."""

_SHORTEST = 3
"""Letters of a word that may be a name alone or in a run."""

_MIN_TITLE = 4
"""Longer words, all with capitals, from which a text is a headline in which capitals tell nothing."""

_OPENERS = frozenset(".!?:;«“„\"'(—–-…؟")


@attrs.frozen
class Naming:
    """A name in a claim.

    Parameters
    ----------
    parts
        Its folded parts.
    is_sure
        Whether it surely is a person's.
    has_title
        Whether a title or post stands beside it.
    is_speaker
        Whether it is the whole mention of a claim's speaker.
    """

    name: str
    parts: tuple[str, ...]
    span: Span
    is_sure: bool
    has_title: bool = False
    is_speaker: bool = False


def read_namings(claim: Claim, settings: Settings) -> tuple[Naming, ...]:
    """The people and possible people that a claim names, in order; a word of one of its dates is none.

    Examples
    --------
    >>> text = "On Monday Theresa May spoke with Flanagan in Dublin."
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [(naming.name, naming.is_sure) for naming in read_namings(claim, Settings())]
    [('Theresa May', True), ('Flanagan', False)]
    """
    people = tuple(f for f in claim.facets if isinstance(f, Actor) and not f.inferred and f.key.startswith("person:"))
    found = find_namings(claim.text, claim.span.start, claim.language, people, settings.language_files)
    dates = [facet.span for facet in claim.facets if isinstance(facet, When)]
    return tuple(naming for naming in found if naming.is_sure or not any(overlaps(naming.span, date) for date in dates))


@lru_cache(maxsize=4096)
def find_namings(text: str, offset: int, language: str, people: tuple[Actor, ...], extra: tuple[Path, ...]) -> tuple[Naming, ...]:
    """:func:`read_namings` of a text that starts at ``offset`` and names ``people`` for sure."""
    reader = NameReader(text, offset, language, extra)
    named = ((person, reader.name_actor(person)) for person in people)
    sure = [naming for person, naming in named if naming is not None and (_is_met_again(person, naming) or reader.may_be_person(naming))]
    taken = {at for at, word in enumerate(reader.words) if any(overlaps(word.token, naming.span) for naming in sure)}
    taken |= {at for mention in find_nations(text, offset, language, extra) for at in range(mention.first, mention.last)}
    return tuple(sorted((*sure, *reader.read(taken)), key=lambda naming: naming.span))


def _is_met_again(person: Actor, naming: Naming) -> bool:
    """Whether a surname stands for somebody whose full name the article gives elsewhere."""
    return len(naming.parts) == 1 < len(person.key.removeprefix("person:").split(" "))


def _has_inner_capital(text: str) -> bool:
    """Whether a word is an abbreviation or a brand's name: capitals behind small letters, or no small letters ("McCain" and "O'Neil" are neither)."""
    parts = [part for part in re.split(r"[-’'.]|(?<=^Mc)|(?<=^Mac)", text) if part]
    return any(any(c.isupper() for c in part[1:]) for part in parts)


@lru_cache(maxsize=16)
def _load_opposites(language: str, extra: tuple[Path, ...]) -> frozenset[str]:
    """Verbs and nouns under ``polarity.opposites``, without those that stand for several forms."""
    table = get_table(language, "polarity", extra).get("opposites", {})
    return frozenset(fold(form) for forms in table.values() for form in forms.split() if "*" not in form)


class NameReader:
    """Looks for names among the words of a text."""

    def __init__(self, text: str, offset: int, language: str, extra: tuple[Path, ...]) -> None:
        self.words = read_words(text, language, Settings(language_files=extra), offset)
        self.tables = load_actor_tables(language, extra)
        self._text, self._offset = text, offset
        gazetteer = load_gazetteer(language, extra)
        self._places, self._kinds, self._where = (
            gazetteer.names,
            gazetteer.kinds,
            (gazetteer.locatives - self.tables.particles, gazetteer.locative_suffixes),
        )
        self._long_kinds = frozenset(kind for kind in gazetteer.kinds if len(kind) >= _LONG_KIND)
        self._sounds = load_foreign_sounds(language)
        self._given_sounds = load_given_sounds(extra, has_arabic=False) if self._sounds.weights else {}
        self._extra, self._language = extra, language
        self._common = load_stemmer(language, extra).function_words | self.tables.stops | self.tables.verbs
        if self._sounds.weights:
            self._common |= _load_opposites(language, extra)
        self._taken: set[int] = set()
        long = [word.token.text for word in self.words if len(word.token.text) > _SHORTEST and word.token.text[0].isalpha()]
        self._is_title = len(long) >= _MIN_TITLE and all(text[0].isupper() for text in long)

    def name_actor(self, actor: Actor) -> Naming | None:
        """The name of a person read, without the title beside it; None where a title alone stands for the person."""
        bare = actor.name.removeprefix(actor.role or "")
        name = self._cut_behind((actor.name if bare[:1].isalpha() else bare).strip(" ،,."))
        if not name:
            return None
        written = self._text[actor.span.start - self._offset : actor.span.end - self._offset]
        start = actor.span.start + max(0, written.rfind(name))
        return Naming(
            name, split_name(name), Span(start=start, end=min(start + len(name), actor.span.end)), is_sure=True, has_title=bool(actor.role)
        )

    def _cut_behind(self, name: str) -> str:
        """A name without a third word that sounds like none, where the two before it do and no capitals tell."""
        parts = name.split(" ")
        is_cut = bool(self._sounds.weights) and len(parts) == _MAX_RUN and not self.looks_like_name((fold(parts[-1]),))
        return " ".join(parts[:-1]) if is_cut and self._sounds.score(fold(parts[1])) > 0 else name

    def may_be_person(self, naming: Naming) -> bool:
        """Whether what was read as a person may be one: without capitals, by a given name, a title or two parts that look like names."""
        first = naming.parts[:2]
        if not self._sounds.weights:
            return True
        is_given = first[0] in self.tables.given or fold(naming.name.split()[0]) in self.tables.given
        rest = first[is_given:]
        if any(not self._common.isdisjoint((part, *self._cut_joined(part))) for part in rest if part not in self.tables.given):
            return False
        if self._is_cut_wrongly(naming):
            return False
        if naming.has_title and len(first) == 1:
            is_noun = first[0] not in self.tables.given and naming.name.endswith(self.tables.noun_endings)
            return self._sounds.score(first[0]) >= (_MIN_FOREIGN if is_noun else _MIN_TITLED)
        return (len(first) > 1 and is_given) or all(self.looks_like_name((part,)) for part in first)

    def _is_cut_wrongly(self, naming: Naming) -> bool:
        """Whether a given name is rather the end of another name («الين» in «بالين»): the whole word sounds more foreign, and what follows is no name."""
        word = next((word for word in self.words if word.token.start < naming.span.start < word.token.end), None)
        if word is None or self.looks_like_name(naming.parts[1:2]):
            return False
        return self._sounds.score(word.folded) > self._sounds.score(naming.parts[0])

    def _cut_joined(self, part: str) -> Iterator[str]:
        """A part without what may be joined to its front."""
        joinable = self.tables.joinable.all
        return (part.removeprefix(joined) for joined in joinable if joined and part.startswith(joined))

    def looks_like_name(self, forms: Sequence[str]) -> bool:
        """Whether a word may be a foreign name; any capitalised one may."""
        is_given = not self.tables.given.isdisjoint(forms)
        return not self._sounds.weights or is_given or any(self._sounds.score(form) > 0 for form in forms)

    def read(self, taken: set[int]) -> Iterator[Naming]:
        """Runs of words outside those taken that may be names, each as one."""
        self._taken = taken
        at = 0
        while at < len(self.words):
            end = at
            while end < len(self.words) and self._goes_on(at, end) and not (end > at and self.words[end - 1].is_possessive):
                end += 1
            while end > at and self.words[end - 1].folded in self.tables.links:
                end -= 1
            at += end - at > 1 and self._opens(at) and not self._is_given(at) and self._is_given(at + 1)
            if at < end <= at + _MAX_RUN + 1 and self._is_name(at, end):
                yield self._make(at, end)
            at = max(end, at + 1)

    def _goes_on(self, first: int, at: int) -> bool:
        word = self.words[at]
        if at in self._taken or not word.token.is_word or (at > first and word.starts_line):
            return False
        if at > first and word.folded in self.tables.links:
            return True
        if not self._sounds.weights:
            return self._is_capitalised(at)
        return self._sounds_foreign(at, first) and not (at > first and self._joins_given(word))

    def _joins_given(self, word: Word) -> bool:
        """Whether a word is a given name behind a conjunction joined to it, so that another name begins («وكارلوس»)."""
        options = zip(word.forms, word.prefixes, strict=True)
        joins = any(prefix in self.tables.conjunctions and form in self.tables.given for form, prefix in options)
        return joins and word.folded not in self.tables.given

    def find_bodies(self) -> frozenset[int]:
        """The words of bodies' names of several words ("White House"), none of which is a person's name."""
        matches = (self.tables.bodies.match(self.words, at) for at in range(len(self.words)))
        return frozenset(
            at for match in matches if match is not None and match.last - match.first > 1 for at in range(match.first, match.last)
        )

    def is_before_surname(self, at: int) -> bool:
        """Whether a word is a given name and the next one looks like a name."""
        if at + 1 == len(self.words) or not self._is_given(at):
            return False
        return self._sounds_foreign(at + 1, at) if self._sounds.weights else self._is_capitalised(at + 1)

    def may_be_name(self, at: int) -> bool:
        """Whether a word looks like a name, or stands behind a given name."""
        return self.looks_like_name(self.words[at].forms) or (at > 0 and self._is_given(at - 1))

    def may_be_given(self, at: int) -> bool:
        """Whether a word may be a given name: listed, or else no title and, with capitals, not at the opening of a sentence."""
        word = self.words[at]
        if self._is_given(at):
            return True
        is_opener = not self._sounds.weights and self._opens(at)
        return not is_opener and self.looks_like_name(word.forms) and self.tables.posts.match((word,), 0) is None

    def may_be_surname(self, at: int) -> bool:
        """Whether a word that speaks is no common word, post, body, nationality or place."""
        if not self.words[at].initial.isupper() and not self._sounds.weights:
            return False
        if self.is_stop(at) or self.tables.posts.match((self.words[at],), 0) is not None:
            return False
        is_body = not self.tables.body_words.isdisjoint(self.words[at].whole) or self.tables.bodies.match(self.words, at) is not None
        return not is_body and not find_nations(self.words[at].token.text, 0, self._language, self._extra)

    def is_stop(self, at: int) -> bool:
        """Whether a word is no name: a capitalised one ("Friday"), unless behind a given name ("Theresa May"); without capitals, one that is listed as common."""
        if self._sounds.weights:
            return self._is_common(self.words[at]) and not self._is_given(at)
        if self.tables.stops.isdisjoint(self.words[at].whole):
            return False
        return not self._leads_name(at) and not (at > 0 and self._is_given(at - 1)) and not is_behind_title(self.words, at, self.tables)

    def _is_common(self, word: Word) -> bool:
        """Whether a word is listed as common, also behind a conjunction joined to it where the whole sounds like no name («ولكنه», not «فليس»)."""
        cut = (form for form, prefix in zip(word.forms, word.prefixes, strict=True) if prefix in self.tables.conjunctions)
        return not self._common.isdisjoint(word.whole) or (self._sounds.score(word.folded) <= 0 and not self._common.isdisjoint(cut))

    def _leads_name(self, at: int) -> bool:
        """Whether a word is a given name in front of a capital, and so nothing else ("Bill", "Vladimir")."""
        return at + 1 < len(self.words) and self.words[at + 1].token.text[0].isupper() and self._is_given(at)

    def _is_capitalised(self, at: int) -> bool:
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

    def _is_given(self, at: int) -> bool:
        word = self.words[at]
        bases = list_bases(word.folded, self.tables)
        if self.tables.is_given(word, whole=False) or not self.tables.given.isdisjoint(bases):
            return True
        return self.looks_like_name(word.whole) and any(is_spelled_given(form, self._extra) for form in (*word.whole, *bases))

    def _sounds_foreign(self, at: int, first: int) -> bool:
        word = self.words[at]
        if not self._common.isdisjoint(word.forms) or word.token.text.startswith(self.tables.articles):
            return False
        if self._places.match(self.words, at) is not None or (at == first and self._is_behind_kind(at)):
            return False
        forms = word.forms if at == first else word.whole
        if any(self._sounds.score(form) >= _MIN_FOREIGN or form in self.tables.given for form in forms):
            return True
        return at == first and self._leads_foreign(at)

    def _is_behind_kind(self, at: int) -> bool:
        """Whether a word is a place's name: behind what kind of place it is («إقليم ألتاي»)."""
        return at > 0 and not self._kinds.isdisjoint(self.words[at - 1].forms) and not self._is_given(at)

    def _leads_foreign(self, at: int) -> bool:
        """Whether a word sounds like a foreign given name in front of one that sounds foreign."""
        if at + 1 == len(self.words) or self.words[at + 1].starts_line:
            return False
        forms = self.words[at].forms
        if all(name_similarity(form, name) < _MIN_GIVEN for form in forms for name in self._given_sounds.get(name_key(form), ())):
            return False
        return any(self._sounds.score(form) >= _MIN_FOREIGN for form in self.words[at + 1].whole)

    def _is_name(self, first: int, end: int) -> bool:
        """Whether a run may be a person's name: one word alone only within a sentence, and only with capitals; in a headline in capitals only with a given name."""
        if self._is_title and not self._is_given(first):
            return False
        if self.tables.has_capital_nouns:
            return self._is_given(first) and end - first > 1
        if end - first == 1 and (self._opens(first) or self._sounds.weights or self._is_where(first)):
            return False
        if self.tables.has_leading_bodies and first > 0 and not self.tables.body_words.isdisjoint(self.words[first - 1].whole):
            return False
        following = self.words[end] if end < len(self.words) else None
        return following is None or self.tables.body_words.isdisjoint(following.whole)

    def _is_where(self, at: int) -> bool:
        """Whether a word tells where: right behind a preposition of places («в Вифезде»), with an ending of them, or before «, штат …»."""
        word, before, behind = self.words[at], self.words[at - 1], self.words[at + 1 : at + 3]
        is_explained = len(behind) > 1 and behind[0].token.text in ",،" and behind[1].folded in self._long_kinds
        return word.suffix in self._where[1] or (at > 0 and before.folded in self._where[0]) or is_explained

    def _opens(self, at: int) -> bool:
        """Whether a word opens a sentence, so that its capital tells nothing."""
        if at == 0 or self.words[at].starts_line:
            return True
        return self.words[at - 1].token.text in _OPENERS and not is_abbreviated(self.words, at - 1, self.tables)

    def _make(self, first: int, end: int) -> Naming:
        start = self.words[first].token.start + self._find_cut(self.words[first])
        span = Span(start=start, end=self.words[end - 1].end)
        name = self._text[span.start - self._offset : span.end - self._offset]
        return Naming(name, split_name(name), span, is_sure=end - first > 1 and self._is_given(first))

    def _find_cut(self, word: Word) -> int:
        """How many letters of a word are joined to the name: what makes the rest a given name, or sound more foreign."""
        if not self._sounds.weights or word.folded in self.tables.given:
            return 0
        options = zip(word.forms, word.prefixes, strict=True)
        best = max(options, key=lambda option: (option[0] in self.tables.given, self._sounds.score(option[0])))
        return find_cut(word, best[1])
