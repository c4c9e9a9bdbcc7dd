"""Who a text names: people, posts, bodies and governments, each under one key.

Keys: ``person:`` and the consonants of given name and surname, ``org:`` and
the body's key, ``gov:`` and a country code, ``post:`` and post/owner for a
post whose holder the text does not name. There is no name model: titles, known given
names, the speakers found and names met again in full make a name a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from claimcmp.facets.actor_compare import compare_actors
from claimcmp.facets.actor_names import ActorTables, load_actor_tables
from claimcmp.facets.actor_scan import Scanner
from claimcmp.facets.full_names import Name, read_name
from claimcmp.facets.people import People, gather_people, make_key
from claimcmp.facets.phrases import Word, find_cut, read_words
from claimcmp.facets.place import find_demonym, find_mentions, make_place
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.facets.posts import Post, read_post
from claimcmp.facets.surnames import find_again
from claimcmp.records import Actor, Article, Claim, Place, SourceKind, Span
from claimcmp.settings import Settings
from claimcmp.text.names import split_name
from claimcmp.text.normal import fold

__all__ = ["compare_actors", "read_actors"]


_IN_NAMES = frozenset(" -.'’ʼ\u200c\u0640") | frozenset(map(chr, range(0x064B, 0x0653)))
"""What a person's name holds beside letters: joints, abbreviations, Arabic and Persian vowel marks."""


@attrs.frozen
class _Mention:
    """A name or post found; ``name`` is None for a post without its holder's name."""

    first: int
    last: int
    name: str | None
    posts: tuple[str, ...] = ()
    role: str | None = None


def read_actors(article: Article, claims: Sequence[Claim], words: Sequence[Word], settings: Settings) -> list[Actor | Place]:
    """The actors and the places of an article, in no order.

    They are read together because a capital is a place or stands for its
    government.

    Parameters
    ----------
    claims
        Their speakers are known people.
    words
        The words of ``article.text``.
    """
    scanner = Scanner(
        words, load_actor_tables(article.language, settings.language_files), load_gazetteer(article.language, settings.language_files)
    )
    mentions = _leave_out_surnames(_find_people(article.text, scanner))
    names = (row for row in _list_names(mentions, claims, scanner.tables) if not _is_place(row[0], article.language, settings))
    people = gather_people(names, settings)
    taken = {at for mention in mentions for at in range(mention.first, mention.last)}
    found: list[Actor | Place] = []
    for mention in mentions:
        found += _resolve(mention, people, article.text, words, settings)
    taken |= _find_outlets(scanner)
    found += find_again(people, article.text, scanner, taken)
    found += _find_bodies(article.text, scanner, taken)
    found += _find_places(article, words, scanner.tables, taken, settings)
    return found


def _find_people(text: str, scanner: Scanner) -> list[_Mention]:
    """Posts with and without names, and names that a given name marks."""
    found: list[_Mention] = []
    at = 0
    while at < len(scanner.words):
        post = read_post(scanner, at)
        if post is not None:
            mention = _read_holder(text, scanner, post, found)
            if mention is not None:
                found.append(mention)
                at = mention.last
                continue
            at = max(at + 1, post.last) if post.owners else at + 1
            continue
        name = read_name(scanner, at) if _starts_name(scanner, at) else None
        if name is not None:
            written = _text(text, scanner.words, name.first, name.last)[_find_given(scanner, at) :]
            if len(split_name(written)) >= 2:
                found.append(_Mention(name.first, name.last, written))
                at = name.last
                continue
        at += 1
    return found


def _leave_out_surnames(mentions: Sequence[_Mention]) -> list[_Mention]:
    """The mentions without names that begin with the surname of somebody named before: there what follows it is no surname («زار عثمان الجرحى»)."""
    kept: list[_Mention] = []
    surnames: set[str] = set()
    for mention in mentions:
        parts = split_name(mention.name or "")
        if mention.role is None and len(parts) > 1 and parts[0] in surnames:
            continue
        surnames.update(parts[1:][-1:])
        kept.append(mention)
    return kept


def _starts_name(scanner: Scanner, at: int) -> bool:
    """Whether a given name stands there, and no surname behind a link («بن عمار»)."""
    word = scanner.words[at]
    if at and scanner.tables.articles and scanner.words[at - 1].folded in scanner.tables.links:
        return False
    return scanner.tables.is_given(word, whole=False) and (word.initial.isupper() or bool(scanner.tables.articles))


def _find_given(scanner: Scanner, at: int) -> int:
    """How many letters are written before the given name in a word («وبول»)."""
    word = scanner.words[at]
    return next(len(prefix) for form, prefix in zip(word.forms, word.prefixes, strict=True) if form in scanner.tables.given)


def _read_holder(text: str, scanner: Scanner, post: Post, found: list[_Mention]) -> _Mention | None:
    """The post with its holder's name after it, or given to the name before it; None when it names nobody."""
    words = scanner.words
    role = _text(text, words, post.first, post.last)
    keys = () if post.is_former else tuple(f"{post.concept}/{owner}" for owner in post.owners) or (f"{post.concept}/",)
    behind = scanner.skip_dot(post.last)
    at = behind + 1 if behind < len(words) and words[behind].token.text in ",،" and post.owners else behind
    name = read_name(scanner, at) if at < len(words) and len(post.owners) < 2 and not words[at].starts_line else None
    if name is not None and at == behind and words[at - 1].folded in scanner.tables.particles:
        return None
    if name is not None and _may_hold(scanner, name) and (at == behind or _is_apposition(scanner, name)):
        return _Mention(post.first, name.last, _text(text, words, name.first, name.last), keys, role)
    if found and found[-1].name is not None and 0 < post.first - found[-1].last <= 4:
        between = words[found[-1].last : post.first]
        if between[0].token.text in ",،" and all(w.folded in scanner.tables.particles or not w.token.is_word for w in between):
            found[-1] = attrs.evolve(found[-1], posts=(*found[-1].posts, *keys), role=found[-1].role or role)
            return attrs.evolve(found.pop(), last=post.last)
    if post.owners and keys and post.concept != "title":
        return _Mention(post.first, post.last, None, keys, role)
    return None


def _may_hold(scanner: Scanner, name: Name) -> bool:
    """Whether words behind a post may be its holder: where neither capitals nor articles tell, only behind a known given name."""
    word = scanner.words[name.first]
    is_marked = word.initial.isupper() or bool(scanner.tables.articles)
    return is_marked or not scanner.tables.given.isdisjoint(word.forms)


def _is_apposition(scanner: Scanner, name: Name) -> bool:
    """Whether a name after a comma ends at a comma or begins like a name."""
    after = scanner.words[name.last].token.text if name.last < len(scanner.words) else "."
    return after in ",،.)" or not scanner.tables.given.isdisjoint(scanner.words[name.first].forms)


def _text(text: str, words: Sequence[Word], first: int, last: int) -> str:
    return text[words[first].token.start : words[last - 1].end]


def _list_names(mentions: Iterable[_Mention], claims: Sequence[Claim], tables: ActorTables) -> Iterator[tuple[str, dict[str, str]]]:
    """Every name with the posts given with it: those read, and those of the speakers found."""
    for mention in mentions:
        if mention.name:
            yield mention.name, dict.fromkeys(mention.posts, mention.role or "")
    for claim in claims:
        for source in (claim.attribution.speaker, *claim.attribution.via):
            if source is not None and source.kind is SourceKind.PERSON and _is_full_name(source.canonical, tables):
                yield source.canonical, {}


def _is_full_name(name: str, tables: ActorTables) -> bool:
    """Whether a speaker's mention is a name of two or three parts, with a known given name where all nouns have capitals («Die Fluggesellschaft»)."""
    if len(split_name(name)) not in (2, 3) or not all(letter.isalpha() or letter in _IN_NAMES for letter in name):
        return False
    return not tables.has_capital_nouns or any(fold(word) in tables.given for word in name.split())


def _is_place(name: str, language: str, settings: Settings) -> bool:
    """Whether a name, perhaps behind an article, is a place's: a country that speaks ("the United States") is no person."""
    words = read_words(name, language, settings)
    names = load_gazetteer(language, settings.language_files).names
    matches = (names.match(words, at) for at in range(min(2, len(words))))
    return any(match is not None and match.value and match.last == len(words) for match in matches)


def _resolve(mention: _Mention, people: People, text: str, words: Sequence[Word], settings: Settings) -> list[Actor]:
    span = Span(start=words[mention.first].token.start, end=words[mention.last - 1].end)
    if mention.name is not None:
        if mention.role is None:
            span = Span(start=span.end - len(mention.name), end=span.end)
        person = people.find(mention.name, settings)
        return [
            Actor(
                name=mention.name,
                key=make_key(person.name if person else mention.name),
                role=mention.role or (person.role if person else None),
                span=span,
            )
        ]
    found = []
    for post in mention.posts:
        holders = people.by_post.get(post, ())
        key = holders[0].key if len(holders) == 1 else f"post:{post}"
        found.append(Actor(name=text[span.start : span.end], key=key, role=mention.role, span=span))
    return found


def _find_outlets(scanner: Scanner) -> set[int]:
    """Words of news outlets' names, which hold names of places («واشنطن بوست»)."""
    matches = (scanner.tables.outlets.match(scanner.words, at) for at in range(len(scanner.words)))
    return {at for match in matches if match is not None for at in range(match.first, match.last)}


def _find_bodies(text: str, scanner: Scanner, taken: set[int]) -> list[Actor]:
    found = []
    for at in range(len(scanner.words)):
        if at in taken or scanner.words[at].initial.islower():
            continue
        match = scanner.tables.bodies.match(scanner.words, at)
        if match is not None:
            taken.update(range(at, match.last))
            start = scanner.words[at].token.start + find_cut(scanner.words[at], match.prefix)
            span = Span(start=start, end=scanner.words[match.last - 1].end)
            found.append(Actor(name=text[span.start : span.end], key=f"org:{match.value}", span=span))
    return found


def _find_places(article: Article, words: Sequence[Word], tables: ActorTables, taken: set[int], settings: Settings) -> list[Actor | Place]:
    """Locations as places; other mentions of countries and capitals as their governments."""
    gazetteer = load_gazetteer(article.language, settings.language_files)
    capitals = set(gazetteer.capitals.values())
    found: list[Actor | Place] = []
    for mention in find_mentions(words, article.language, settings):
        if not taken.isdisjoint(range(mention.match.first, mention.match.last)):
            continue
        place = make_place(mention, words, article.text, article.language, settings)
        first = mention.match.first
        if mention.is_location:
            found.append(place)
        elif "/" in place.key and first > 0 and words[first - 1].folded in tables.particles:
            continue
        elif ("/" not in place.key and not place.key.isdigit()) or place.key in capitals:
            found.append(Actor(name=place.name, key=f"gov:{place.key.split('/')[0]}", span=place.span))
        taken.update(range(mention.match.first, mention.match.last))
    for at, word in enumerate(words[:-1]):
        pair = (word, words[at + 1]) if tables.articles else (words[at + 1], word)
        nation = find_demonym(pair[1], gazetteer)
        if nation is not None and at not in taken and not tables.government_words.isdisjoint(pair[0].forms):
            span = Span(start=word.token.start, end=words[at + 1].token.end)
            found.append(Actor(name=article.text[span.start : span.end], key=f"gov:{nation}", span=span))
    return found
