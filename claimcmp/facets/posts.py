"""Reading a post among the words of an article: what it is, and the bodies and nations whose it is."""

from __future__ import annotations

import attrs

from claimcmp.facets.actor_scan import Scanner
from claimcmp.facets.phrases import Match, Word
from claimcmp.facets.place import find_demonym

_CLOSERS = frozenset('”»")]“')
_OPENERS = frozenset('“«"([„')
_JOINTS = frozenset(",،")
_MAX_COMPLEMENT = 14
_MAX_QUOTED = 6
_LOOK_BACK = 5
_MIN_ACRONYM = 3
_MAX_ACRONYM = 5


@attrs.frozen
class Post:
    """A post at words ``first`` to ``last`` (exclusive): what it is, and of which bodies or nations."""

    first: int
    last: int
    concept: str
    owners: tuple[str, ...]
    is_former: bool


def read_post(scanner: Scanner, at: int) -> Post | None:
    """The post that starts at word ``at``, with its complement, wherever that stands."""
    match = scanner.tables.posts.match(scanner.words, at)
    if match is None or match.prefix not in scanner.tables.joinable.all:
        return None
    owners, last = _read_complement(scanner, match)
    before, first = _read_owners_before(scanner, match.first)
    first -= first > 0 and not scanner.tables.former.isdisjoint(scanner.words[first - 1].forms)
    reach = scanner.words[first : last + 1]
    is_former = any(not scanner.tables.former.isdisjoint(word.forms) for word in reach)
    return Post(first, last, match.value, (*owners, *(o for o in before if o not in owners)), is_former)


def _read_complement(scanner: Scanner, post: Match[str]) -> tuple[tuple[str, ...], int]:
    """Bodies and nations after a post, and where the complement ends."""
    owners: list[str] = []
    at = post.last
    if post.last - post.first > 1 and (body := scanner.tables.bodies.match(scanner.words, post.last - 1)) is not None:
        owners.append(body.value)
        at = body.last
    while at < min(len(scanner.words), post.last + _MAX_COMPLEMENT):
        if scanner.words[at].starts_line:
            break
        step, owner = _read_owner(scanner, at, owners, bool(owners) or at > post.last)
        if not step:
            break
        owners += [owner] if owner and owner not in owners else []
        at += step
    while at > post.last and not scanner.words[at - 1].token.is_word and scanner.words[at - 1].token.text not in _CLOSERS:
        at -= 1
    return _merge_owners(scanner, owners), at


def _read_owner(scanner: Scanner, at: int, owners: list[str], has_begun: bool) -> tuple[int, str | None]:
    """How many words the complement goes on at ``at``, and the body or nation they name."""
    word = scanner.words[at]
    if has_begun and word.token.text in _OPENERS:
        return _read_quoted(scanner, at)
    if has_begun and word.token.text in _JOINTS and scanner.words[at - 1].token.text in _CLOSERS:
        return 1, None
    if not word.token.is_word:
        return 0, None
    body = scanner.tables.bodies.match(scanner.words, at)
    if body is not None and body.prefix in scanner.tables.joinable.prepositions:
        return body.last - at, body.value
    nation = find_demonym(word, scanner.gazetteer)
    if nation is not None and not word.token.text[0].isupper():
        return 1, _read_second_owner(scanner, at, nation, owners) if word.folded.startswith(scanner.tables.conjunctions) else nation
    if _is_complement(scanner, word):
        return 1, None
    place = scanner.gazetteer.names.match(scanner.words, at)
    if place is not None and place.value and _is_owner_place(scanner, at, place):
        return place.last - at, place.value.split("/")[0]
    return int(_is_acronym(word)), None


def _is_owner_place(scanner: Scanner, at: int, place: Match[str]) -> bool:
    """Whether a country right after a post is whose post it is («رئيس أوكرانيا», "president of Ukraine")."""
    before = scanner.words[at - 1]
    return (
        place.prefix in scanner.tables.joinable.conjunctions
        and "/" not in place.value
        and not scanner.words[at].token.text.islower()
        and not _is_name_only(before)
    )


def _is_name_only(word: Word) -> bool:
    return word.token.text in _CLOSERS or word.token.text in _JOINTS


def _read_second_owner(scanner: Scanner, at: int, nation: str, owners: list[str]) -> str:
    """The body of a coordinated nation: «الاستخبارات الأمريكية والروسية»."""
    head = scanner.words[at - 2] if at >= 2 else None
    if owners and head is not None:
        adjective = next(
            (f for f, p in zip(scanner.words[at].forms, scanner.words[at].prefixes, strict=True) if p in scanner.tables.conjunctions), ""
        )
        twin = scanner.tables.bodies.match((head, Word(scanner.words[at].token, (adjective,), ("",))), 0)
        if twin is not None and twin.last == 2:
            return twin.value
    return nation


def _read_quoted(scanner: Scanner, at: int) -> tuple[int, str | None]:
    for end in range(at + 1, min(len(scanner.words), at + _MAX_QUOTED + 1)):
        if scanner.words[end].token.text in _CLOSERS:
            body = scanner.tables.bodies.match(scanner.words, at + 1)
            return end + 1 - at, body.value if body is not None else None
    return 0, None


def _is_complement(scanner: Scanner, word: Word) -> bool:
    if word.folded in scanner.tables.stops and word.folded not in scanner.tables.complements:
        return False
    if not scanner.tables.complements.isdisjoint(word.forms):
        return True
    return (
        any(
            form.startswith(scanner.tables.articles) and prefix in scanner.tables.joinable.prepositions
            for form, prefix in zip(word.forms, word.prefixes, strict=True)
        )
        if scanner.tables.articles
        else False
    )


def _merge_owners(scanner: Scanner, owners: list[str]) -> tuple[str, ...]:
    """A nation beside one of its own bodies says nothing new."""
    nations = {scanner.tables.nations.get(owner) for owner in owners}
    return tuple(owner for owner in owners if owner not in nations)


def _read_owners_before(scanner: Scanner, at: int) -> tuple[tuple[str, ...], int]:
    """Nations and bodies written before a post ("the US and Russian intelligence chiefs"), and where they begin."""
    if scanner.tables.articles:
        return (), at
    owners: list[str] = []
    first = start = at
    while start > max(0, at - _LOOK_BACK):
        start -= 1
        word = scanner.words[start]
        nation = find_demonym(word, scanner.gazetteer)
        body = scanner.tables.bodies.match(scanner.words, start) if word.initial.isupper() else None
        place = scanner.gazetteer.names.match(scanner.words, start) if word.initial.isupper() else None
        if body is not None and body.last >= first:
            owners.insert(0, body.value)
        elif nation is not None:
            owners.insert(0, _find_national_body(scanner, start, at, nation))
        elif place is not None and place.last >= first and place.value and "/" not in place.value:
            owners.insert(0, place.value)
        elif word.folded in scanner.tables.before_posts:
            continue
        else:
            break
        first = start
    return _merge_owners(scanner, list(dict.fromkeys(owners))), first


def _find_national_body(scanner: Scanner, start: int, post: int, nation: str) -> str:
    if post - 1 > start:
        twin = scanner.tables.bodies.match((scanner.words[start], scanner.words[post - 1]), 0)
        if twin is not None and twin.last == 2:
            return twin.value
    return nation


def _is_acronym(word: Word) -> bool:
    """Whether a word is a body's initials («наблюдатель ОБСЕ»)."""
    return _MIN_ACRONYM <= len(word.token.text) <= _MAX_ACRONYM and word.token.text.isupper() and word.token.text.isalpha()
