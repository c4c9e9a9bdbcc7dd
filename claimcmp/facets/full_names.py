"""Reading how far a person's name goes among the words of an article."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.facets.actor_scan import Scanner, is_behind_title
from claimcmp.facets.name_ends import ends_before, is_rather_joined
from claimcmp.facets.phrases import Word
from claimcmp.facets.place import find_demonym

_MIN_JOINED = 3
_MIN_PARTS = 2
_TANWIN = "\u064b"
_VOWEL_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650"


@attrs.frozen
class Name:
    """A person's name at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


def read_name(scanner: Scanner, at: int) -> Name | None:
    """The longest name that may start at word ``at``; whether it is one is for the caller."""
    units, end, starts = 0, at, [at]
    bound = False
    given = None if scanner.tables.given.isdisjoint(scanner.words[at].forms) else scanner.words[at]
    most = scanner.tables.max_name_words
    while end < len(scanner.words) and units < most + 1:
        word = scanner.words[end]
        if _ends_initial(scanner, at, end) and _may_be_name(scanner, scanner.words[end + 1], units, bound, given):
            end += 1
            continue
        if (word.starts_line and end > at) or not _may_be_name(scanner, word, units, bound, given):
            break
        if scanner.tables.articles and not bound and ends_before(scanner.words, at, end, (units, given), scanner.tables):
            break
        is_link = word.folded in scanner.tables.links
        joins = word.folded in scanner.tables.bound_parts or bound
        is_initial = len(word.token.text) == 1 and end > at and not scanner.tables.articles
        units += 0 if is_link or is_initial or (joins and units) else 1
        if units > most:
            end = _part_two_people(scanner, starts, end)
            break
        starts += [end] if units > len(starts) else []
        bound = is_link
        end += 1
        if word.is_possessive:
            break
    while end > at and scanner.words[end - 1].folded in scanner.tables.links:
        end -= 1
    if (
        end < len(scanner.words)
        and scanner.words[end].token.text[0].isupper()
        and not scanner.tables.body_words.isdisjoint(scanner.words[end].whole)
    ):
        return None
    if end == at and is_behind_title(scanner.words, at, scanner.tables):
        return Name(at, at + 1)
    return Name(at, end) if end > at else None


def _ends_initial(scanner: Scanner, first: int, at: int) -> bool:
    """Whether the dot of an initial within a name stands there ("George W. Bush")."""
    words = scanner.words
    if scanner.tables.articles or not first < at - 1 < at + 1 < len(words) or words[at].token.text != ".":
        return False
    before = words[at - 1].token
    is_initial = len(before.text) == 1 and before.text.isupper() and before.end == words[at].token.start
    return is_initial and not words[at + 1].starts_line


def _part_two_people(scanner: Scanner, starts: Sequence[int], end: int) -> int:
    """Where the first of two names side by side ends («… عبد اللطيف رشيد | علي الشكري»): the later part begins with a given name and ends with the article, where there are articles."""
    follows = scanner.words[end].folded.startswith(scanner.tables.articles) if scanner.tables.articles else False
    return starts[-1] if follows and len(starts) > _MIN_PARTS and scanner.tables.is_given(scanner.words[starts[-1]]) else end


def _may_be_name(scanner: Scanner, word: Word, units: int, bound: bool, given: Word | None) -> bool:
    text = word.token.text
    if not text[0].isalpha() or any(c.isdigit() for c in text):
        return False
    if word.folded in scanner.tables.links and not text[0].isupper():
        return units > 0 or bool(scanner.tables.articles)
    initial = text[0] if units and word.is_elided else word.initial
    if not initial.isupper() and initial.lower() != initial.upper():
        return False
    if _is_stop(scanner, word) or not scanner.tables.body_words.isdisjoint(word.whole) or word.folded in scanner.tables.verbs:
        return False
    if (find_demonym(word, scanner.gazetteer) is not None and not (units and scanner.tables.articles)) or (
        units == 0 and scanner.tables.posts.match((word,), 0) is not None
    ):
        return False
    if not scanner.tables.articles:
        return not (text.isupper() and len(text) > 1) and (
            units > 0 or scanner.gazetteer.names.match((word,), 0) is None or word.folded in scanner.tables.given
        )
    return _may_be_arabic_name(scanner, word, units, bound, given)


def _is_stop(scanner: Scanner, word: Word) -> bool:
    """Whether no name goes on here; «على» and «علي» fold to one form and are told apart as written."""
    forms = [form for form, prefix in zip(word.forms, word.prefixes, strict=True) if prefix in scanner.tables.joinable.conjunctions]
    forms += [word.folded.removeprefix(joined) for joined in scanner.tables.conjunctions]
    if not scanner.tables.given.isdisjoint(forms):
        return any(word.token.text.endswith(stop) for stop in scanner.tables.stops_as_written if len(stop) >= len(word.token.text) - 1)
    return not scanner.tables.stops.isdisjoint(forms)


def _may_be_arabic_name(scanner: Scanner, word: Word, units: int, bound: bool, given: Word | None) -> bool:
    """Scripts without capitals: what the word looks like and where it stands decide."""
    text = word.token.text.rstrip(_VOWEL_MARKS)
    if len(word.folded) < 2 or _TANWIN in word.token.text or word.folded in scanner.tables.complements:
        return False
    if bound or not scanner.tables.given.isdisjoint(word.forms if units == 0 else word.whole) or word.folded in scanner.tables.bound_parts:
        return bound or units > 0 or word.folded not in scanner.tables.bound_parts
    if word.folded.startswith(scanner.tables.articles):
        return _may_be_surname(scanner, word, units, given is not None)
    if (
        len(word.folded) > _MIN_JOINED
        and word.folded.startswith(scanner.tables.joined)
        and not (given and units == 1 and _is_unjoined(scanner, word))
    ):
        return False
    if units in (0, 2) and scanner.gazetteer.names.match((word,), 0) is not None:
        return False
    if _is_verb_or_noun(scanner, word, units) or (units == 2 and is_rather_joined(word, scanner.tables)):
        return False
    if given is not None and units == 1 and scanner.tables.has_possessive(word, given):
        return False
    return not (units == 2 or (units == 1 and given is None)) or not text.endswith(scanner.tables.noun_endings)


def _is_unjoined(scanner: Scanner, word: Word) -> bool:
    """Whether a word is a surname that only looks like two words written as one, the second no place and no post."""
    matches = scanner.gazetteer.names.match((word,), 0), scanner.tables.posts.match((word,), 0)
    return scanner.tables.is_unjoined(word) and not any(match is not None and match.prefix for match in matches)


def _is_verb_or_noun(scanner: Scanner, word: Word, units: int) -> bool:
    """Whether a word that sounds like no foreign name begins like a verb, where a name begins, or is a noun behind a preposition joined to it."""
    if scanner.tables.sounds.score(word.folded) > 0:
        return False
    if units == 0:
        return word.folded.startswith(scanner.tables.verb_starts)
    is_joined = not scanner.tables.joinable.prepositions.isdisjoint(filter(None, word.prefixes))
    return is_joined and word.token.text.rstrip(_VOWEL_MARKS).endswith(scanner.tables.noun_endings)


def _may_be_surname(scanner: Scanner, word: Word, units: int, starts_given: bool) -> bool:
    """Whether a word with the article ends a name: «بشار الأسد», «محمد السوداني», not «بوتين الاجتماع»."""
    if units == 1 and starts_given:
        return True
    return units > 0 and word.folded.endswith(scanner.tables.surname_endings)
