"""Finding posts, names and bodies in the words of an article, before anything is resolved."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.facets.actor_names import ActorTables
from claimcmp.facets.name_ends import ends_before, is_rather_joined
from claimcmp.facets.phrases import Match, Word
from claimcmp.facets.place import find_demonym
from claimcmp.facets.place_names import Gazetteer

_CLOSERS = frozenset('”»")]“')
_OPENERS = frozenset('“«"([„')
_JOINTS = frozenset(",،")
_MAX_COMPLEMENT = 14
_MAX_QUOTED = 6
_LOOK_BACK = 5
_MIN_JOINED = 3
_MIN_PARTS = 2
_MIN_TITLED = 3
_MAX_ACRONYM = 5
_TANWIN = "\u064b"
_VOWEL_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650"


@attrs.frozen
class Post:
    """A post at words ``first`` to ``last`` (exclusive): what it is, and of which bodies or nations."""

    first: int
    last: int
    concept: str
    owners: tuple[str, ...]
    is_former: bool


@attrs.frozen
class Name:
    """A person's name at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


@attrs.frozen
class Scanner:
    """The words of a text and the tables to read them by."""

    words: Sequence[Word]
    tables: ActorTables
    gazetteer: Gazetteer

    def skip_dot(self, at: int) -> int:
        """The word after the dot of an abbreviation that ends before word ``at`` ("Mr. Adams"); ``at`` where there is none."""
        return at + 1 if at < len(self.words) and is_abbreviated(self.words, at, self.tables) else at

    def read_post(self, at: int) -> Post | None:
        """The post that starts at word ``at``, with its complement, wherever that stands."""
        match = self.tables.posts.match(self.words, at)
        if match is None or match.prefix not in self.tables.joinable.all:
            return None
        owners, last = self._read_complement(match)
        before, first = self._read_owners_before(match.first)
        first -= first > 0 and not self.tables.former.isdisjoint(self.words[first - 1].forms)
        reach = self.words[first : last + 1]
        is_former = any(not self.tables.former.isdisjoint(word.forms) for word in reach)
        return Post(first, last, match.value, (*owners, *(o for o in before if o not in owners)), is_former)

    def _read_complement(self, post: Match[str]) -> tuple[tuple[str, ...], int]:
        """Bodies and nations after a post, and where the complement ends."""
        owners: list[str] = []
        at = post.last
        if post.last - post.first > 1 and (body := self.tables.bodies.match(self.words, post.last - 1)) is not None:
            owners.append(body.value)
            at = body.last
        while at < min(len(self.words), post.last + _MAX_COMPLEMENT):
            if self.words[at].starts_line:
                break
            step, owner = self._read_owner(at, owners, bool(owners) or at > post.last)
            if not step:
                break
            owners += [owner] if owner and owner not in owners else []
            at += step
        while at > post.last and not self.words[at - 1].token.is_word and self.words[at - 1].token.text not in _CLOSERS:
            at -= 1
        return self._merge_owners(owners), at

    def _read_owner(self, at: int, owners: list[str], has_begun: bool) -> tuple[int, str | None]:
        """How many words the complement goes on at ``at``, and the body or nation they name."""
        word = self.words[at]
        if has_begun and word.token.text in _OPENERS:
            return self._read_quoted(at)
        if has_begun and word.token.text in _JOINTS and self.words[at - 1].token.text in _CLOSERS:
            return 1, None
        if not word.token.is_word:
            return 0, None
        body = self.tables.bodies.match(self.words, at)
        if body is not None and body.prefix in self.tables.joinable.prepositions:
            return body.last - at, body.value
        nation = find_demonym(word, self.gazetteer)
        if nation is not None and not word.token.text[0].isupper():
            return 1, self._read_second_owner(at, nation, owners) if word.folded.startswith(self.tables.conjunctions) else nation
        if self._is_complement(word):
            return 1, None
        place = self.gazetteer.names.match(self.words, at)
        if place is not None and place.value and self._is_owner_place(at, place):
            return place.last - at, place.value.split("/")[0]
        return int(_is_acronym(word)), None

    def _is_owner_place(self, at: int, place: Match[str]) -> bool:
        """Whether a country right after a post is whose post it is («رئيس أوكرانيا», "president of Ukraine")."""
        before = self.words[at - 1]
        return (
            place.prefix in self.tables.joinable.conjunctions
            and "/" not in place.value
            and not self.words[at].token.text.islower()
            and not self._is_name_only(before)
        )

    def _is_name_only(self, word: Word) -> bool:
        return word.token.text in _CLOSERS or word.token.text in _JOINTS

    def _read_second_owner(self, at: int, nation: str, owners: list[str]) -> str:
        """The body of a coordinated nation: «الاستخبارات الأمريكية والروسية»."""
        head = self.words[at - 2] if at >= 2 else None
        if owners and head is not None:
            adjective = next(
                (f for f, p in zip(self.words[at].forms, self.words[at].prefixes, strict=True) if p in self.tables.conjunctions), ""
            )
            twin = self.tables.bodies.match((head, Word(self.words[at].token, (adjective,), ("",))), 0)
            if twin is not None and twin.last == 2:
                return twin.value
        return nation

    def _read_quoted(self, at: int) -> tuple[int, str | None]:
        for end in range(at + 1, min(len(self.words), at + _MAX_QUOTED + 1)):
            if self.words[end].token.text in _CLOSERS:
                body = self.tables.bodies.match(self.words, at + 1)
                return end + 1 - at, body.value if body is not None else None
        return 0, None

    def _is_complement(self, word: Word) -> bool:
        if word.folded in self.tables.stops and word.folded not in self.tables.complements:
            return False
        if not self.tables.complements.isdisjoint(word.forms):
            return True
        return (
            any(
                form.startswith(self.tables.articles) and prefix in self.tables.joinable.prepositions
                for form, prefix in zip(word.forms, word.prefixes, strict=True)
            )
            if self.tables.articles
            else False
        )

    def _merge_owners(self, owners: list[str]) -> tuple[str, ...]:
        """A nation beside one of its own bodies says nothing new."""
        nations = {self.tables.nations.get(owner) for owner in owners}
        return tuple(owner for owner in owners if owner not in nations)

    def _read_owners_before(self, at: int) -> tuple[tuple[str, ...], int]:
        """Nations and bodies written before a post ("the US and Russian intelligence chiefs"), and where they begin."""
        if self.tables.articles:
            return (), at
        owners: list[str] = []
        first = start = at
        while start > max(0, at - _LOOK_BACK):
            start -= 1
            word = self.words[start]
            nation = find_demonym(word, self.gazetteer)
            body = self.tables.bodies.match(self.words, start) if word.initial.isupper() else None
            place = self.gazetteer.names.match(self.words, start) if word.initial.isupper() else None
            if body is not None and body.last >= first:
                owners.insert(0, body.value)
            elif nation is not None:
                owners.insert(0, self._find_national_body(start, at, nation))
            elif place is not None and place.last >= first and place.value and "/" not in place.value:
                owners.insert(0, place.value)
            elif word.folded in self.tables.before_posts:
                continue
            else:
                break
            first = start
        return self._merge_owners(list(dict.fromkeys(owners))), first

    def _find_national_body(self, start: int, post: int, nation: str) -> str:
        if post - 1 > start:
            twin = self.tables.bodies.match((self.words[start], self.words[post - 1]), 0)
            if twin is not None and twin.last == 2:
                return twin.value
        return nation

    def read_name(self, at: int) -> Name | None:
        """The longest name that may start at word ``at``; whether it is one is for the caller."""
        units, end, starts = 0, at, [at]
        bound = False
        given = None if self.tables.given.isdisjoint(self.words[at].forms) else self.words[at]
        most = self.tables.max_name_words
        while end < len(self.words) and units < most + 1:
            word = self.words[end]
            if (word.starts_line and end > at) or not self._may_be_name(word, units, bound, given):
                break
            if self.tables.articles and not bound and ends_before(self.words, at, end, (units, given), self.tables):
                break
            is_link = word.folded in self.tables.links
            joins = word.folded in self.tables.bound_parts or bound
            units += 0 if is_link or (joins and units) else 1
            if units > most:
                end = self._part_two_people(starts, end)
                break
            starts += [end] if units > len(starts) else []
            bound = is_link
            end += 1
            if word.is_possessive:
                break
        while end > at and self.words[end - 1].folded in self.tables.links:
            end -= 1
        if (
            end < len(self.words)
            and self.words[end].token.text[0].isupper()
            and not self.tables.body_words.isdisjoint(self.words[end].whole)
        ):
            return None
        if end == at and is_behind_title(self.words, at, self.tables):
            return Name(at, at + 1)
        return Name(at, end) if end > at else None

    def _part_two_people(self, starts: Sequence[int], end: int) -> int:
        """Where the first of two names side by side ends («… عبد اللطيف رشيد | علي الشكري»): the later part begins with a given name and ends with the article, where there are articles."""
        follows = self.words[end].folded.startswith(self.tables.articles) if self.tables.articles else False
        return starts[-1] if follows and len(starts) > _MIN_PARTS and self.tables.is_given(self.words[starts[-1]]) else end

    def _may_be_name(self, word: Word, units: int, bound: bool, given: Word | None) -> bool:
        text = word.token.text
        if not text[0].isalpha() or any(c.isdigit() for c in text):
            return False
        if word.folded in self.tables.links and not text[0].isupper():
            return units > 0 or bool(self.tables.articles)
        initial = text[0] if units and word.is_elided else word.initial
        if not initial.isupper() and initial.lower() != initial.upper():
            return False
        if self._is_stop(word) or not self.tables.body_words.isdisjoint(word.whole) or word.folded in self.tables.verbs:
            return False
        if (find_demonym(word, self.gazetteer) is not None and not (units and self.tables.articles)) or (
            units == 0 and self.tables.posts.match((word,), 0) is not None
        ):
            return False
        if not self.tables.articles:
            return not (text.isupper() and len(text) > 1) and (
                units > 0 or self.gazetteer.names.match((word,), 0) is None or word.folded in self.tables.given
            )
        return self._may_be_arabic_name(word, units, bound, given)

    def _is_stop(self, word: Word) -> bool:
        """Whether no name goes on here; «على» and «علي» fold to one form and are told apart as written."""
        forms = [form for form, prefix in zip(word.forms, word.prefixes, strict=True) if prefix in self.tables.joinable.conjunctions]
        forms += [word.folded.removeprefix(joined) for joined in self.tables.conjunctions]
        if not self.tables.given.isdisjoint(forms):
            return any(word.token.text.endswith(stop) for stop in self.tables.stops_as_written if len(stop) >= len(word.token.text) - 1)
        return not self.tables.stops.isdisjoint(forms)

    def _may_be_arabic_name(self, word: Word, units: int, bound: bool, given: Word | None) -> bool:
        """Scripts without capitals: what the word looks like and where it stands decide."""
        text = word.token.text.rstrip(_VOWEL_MARKS)
        if len(word.folded) < 2 or _TANWIN in word.token.text or word.folded in self.tables.complements:
            return False
        if bound or not self.tables.given.isdisjoint(word.forms if units == 0 else word.whole) or word.folded in self.tables.bound_parts:
            return bound or units > 0 or word.folded not in self.tables.bound_parts
        if word.folded.startswith(self.tables.articles):
            return self._may_be_surname(word, units, given is not None)
        if (
            len(word.folded) > _MIN_JOINED
            and word.folded.startswith(self.tables.joined)
            and not (given and units == 1 and self._is_unjoined(word))
        ):
            return False
        if units in (0, 2) and self.gazetteer.names.match((word,), 0) is not None:
            return False
        if self._is_verb_or_noun(word, units) or (units == 2 and is_rather_joined(word, self.tables)):
            return False
        if given is not None and units == 1 and self.tables.has_possessive(word, given):
            return False
        return not (units == 2 or (units == 1 and given is None)) or not text.endswith(self.tables.noun_endings)

    def _is_unjoined(self, word: Word) -> bool:
        """Whether a word is a surname that only looks like two words written as one, the second no place and no post."""
        matches = self.gazetteer.names.match((word,), 0), self.tables.posts.match((word,), 0)
        return self.tables.is_unjoined(word) and not any(match is not None and match.prefix for match in matches)

    def _is_verb_or_noun(self, word: Word, units: int) -> bool:
        """Whether a word that sounds like no foreign name begins like a verb, where a name begins, or is a noun behind a preposition joined to it."""
        if self.tables.sounds.score(word.folded) > 0:
            return False
        if units == 0:
            return word.folded.startswith(self.tables.verb_starts)
        is_joined = not self.tables.joinable.prepositions.isdisjoint(filter(None, word.prefixes))
        return is_joined and word.token.text.rstrip(_VOWEL_MARKS).endswith(self.tables.noun_endings)

    def _may_be_surname(self, word: Word, units: int, starts_given: bool) -> bool:
        """Whether a word with the article ends a name: «بشار الأسد», «محمد السوداني», not «بوتين الاجتماع»."""
        if units == 1 and starts_given:
            return True
        return units > 0 and word.folded.endswith(self.tables.surname_endings)


def _is_acronym(word: Word) -> bool:
    """Whether a word is a body's initials («наблюдатель ОБСЕ»)."""
    return 2 <= len(word.token.text) <= _MAX_ACRONYM and word.token.text.isupper() and word.token.text.isalpha()


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
