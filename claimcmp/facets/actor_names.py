"""The tables of actors: posts, bodies, and the words around names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

import attrs

from claimcmp.facets.foreign import ForeignSounds, load_foreign_sounds
from claimcmp.facets.phrases import SHORTEST_REST, Joinable, PhraseIndex, Word, get_table, index_names, load_joinable
from claimcmp.facets.place_names import decline, load_cases
from claimcmp.text.future import FutureForms, load_future
from claimcmp.text.layout_words import load_layout_words
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase

GENERIC_POSTS = frozenset(
    {"title", "general", "minister", "deputy", "head", "spokesperson", "leader", "commander", "ambassador", "envoy", "adviser"}
)
"""Posts that several people hold at a time, or titles: two holders are no contradiction."""

_MIN_SURNAME = -0.2
"""Score from which a word behind a given name sounds like a surname."""

_MAX_PREFIX = 3
"""Letters before the stem of a future verb: «وسيـ»."""

_MIN_BASE = 3
"""Letters of a name before the ending of a case."""

_MIN_STEM = 3
"""Letters before a joined pronoun."""


@attrs.frozen
class ActorTables:
    """What is known of actors in a language; see ``[actors]`` of the language files.

    ``arabic_given`` are the given names that are words of Arabic or Persian;
    ``final_letters`` gives, for given names that fold like another word, the letter that they end in as written;
    ``has_leading_bodies`` is for languages in which the noun of a body stands before its adjectives ("Comisión Judicial");
    ``abbreviations``, without their dot, are those that end no sentence ("Mr").
    ``unjoined`` are beginnings of foreign names that look like a joined word, ``surely_joined`` (as written) of words that no name is;
    ``imperfects`` are frequent verbs by which a name is followed in the future; behind ``possessive_links`` a pronoun at the
    end of a word is surely one.
    """

    posts: PhraseIndex[str]
    bodies: PhraseIndex[str]
    nations: dict[str, str]
    complements: frozenset[str]
    stops: frozenset[str]
    body_words: frozenset[str]
    links: frozenset[str]
    given: frozenset[str]
    arabic_given: frozenset[str]
    articles: tuple[str, ...]
    government_words: frozenset[str]
    before_posts: frozenset[str]
    bound_parts: frozenset[str]
    joined: tuple[str, ...]
    noun_endings: tuple[str, ...]
    verb_starts: tuple[str, ...]
    surname_endings: tuple[str, ...]
    former: frozenset[str]
    particles: frozenset[str]
    conjunctions: tuple[str, ...]
    joinable: Joinable
    verbs: frozenset[str]
    outlets: PhraseIndex[str]
    stops_as_written: frozenset[str]
    name_endings: tuple[str, ...]
    has_capital_nouns: bool
    has_leading_bodies: bool
    final_letters: dict[str, str]
    abbreviations: frozenset[str]
    sounds: ForeignSounds
    unjoined: tuple[str, ...]
    surely_joined: tuple[str, ...]
    future: FutureForms
    imperfects: frozenset[str]
    possessive_endings: tuple[str, ...]
    possessive_links: tuple[str, ...]
    max_name_words: int

    def is_given(self, word: Word, *, whole: bool = True) -> bool:
        """Whether a word, as written or also without what is joined to its front, is a given name."""
        forms = (form for form in (word.whole if whole else word.forms) if form in self.given)
        return any(word.token.text.endswith(self.final_letters.get(form, "")) for form in forms)

    def is_unjoined(self, word: Word) -> bool:
        """Whether a word behind a given name is a foreign surname, although it begins like two words written as one («وودز», «بالين»)."""
        if self.sounds.score(word.folded) < _MIN_SURNAME:
            return False
        rest = word.folded.removeprefix(max((joined for joined in self.joined if word.folded.startswith(joined)), key=len, default=""))
        if len(rest) < SHORTEST_REST:
            return True
        return word.token.text.startswith(self.unjoined) and not any(rest in listed for listed in (self.given, self.stops, self.verbs))

    def is_future(self, word: Word, given: Word | None, units: int) -> bool:
        """Whether a word behind a name is a future verb («محمود عباس سيزور»), not a foreign surname («جون سيمون»)."""
        if not units or not self.future.is_future(word.folded, word.token.text):
            return False
        is_known = any(word.folded.endswith(verb) and len(word.folded) - len(verb) <= _MAX_PREFIX for verb in self.imperfects)
        return is_known or units > 1 or (given is not None and not any(self.sounds.score(form) > 0 for form in given.forms))

    def is_imperfect(self, word: Word) -> bool:
        """Whether a word is a frequent verb in the present («يعين»)."""
        return any(word.folded.startswith(letter) and word.folded[len(letter) :] in self.imperfects for letter in self.future.imperfective)

    def has_possessive(self, word: Word, given: Word) -> bool:
        """Whether a word behind a given name is a noun with a pronoun joined to its end («هزيمته»), which no foreign person's surname is."""
        if self.sounds.score(word.folded) > 0:
            return False
        is_foreign = any(self.sounds.score(form) > 0 for form in given.forms)
        stems = [word.token.text.removesuffix(ending) for ending in self.possessive_endings if word.token.text.endswith(ending)]
        return any(len(stem) >= _MIN_STEM and (is_foreign or stem.endswith(self.possessive_links)) for stem in stems)


def list_bases(folded: str, tables: ActorTables) -> tuple[str, ...]:
    """A folded name without the endings of its cases, each that may be one."""
    return tuple(
        folded.removesuffix(ending) for ending in tables.name_endings if folded.endswith(ending) and len(folded) - len(ending) >= _MIN_BASE
    )


def _list_verbs(language: str, extra: tuple[Path, ...]) -> Iterator[str]:
    """Past forms of the reporting verbs: what may follow a name and is no part of it."""
    for verb in get_table(language, "attribution", extra).get("verbs", ()):
        past = fold(verb.get("past", "")) if isinstance(verb, dict) else ""
        yield from (past, past + "ت", past + "وا") if past else ()


def _list_number_words(language: str, extra: tuple[Path, ...]) -> frozenset[str]:
    """Number words where a script has no capitals: there they are no part of a name («بحق اثنين»)."""
    numbers = get_table(language, "numbers", extra)
    if not get_table(language, "actors", extra).get("articles"):
        return frozenset()
    listed = (form for name in ("words", "scales", "fractions") for forms in numbers.get(name, {}).values() for form in forms)
    return frozenset(fold_phrase(form) for form in listed if " " not in form)


def _decline_all(names: frozenset[str], language: str, extra: tuple[Path, ...]) -> frozenset[str]:
    """The names in every case that the language has."""
    cases = load_cases(language, extra)
    return frozenset(form for name in names for form in decline(name, cases)) if cases else names


@cache
def _load_nations() -> dict[str, str]:
    """The country of each body, by key."""
    text = (resources.files("claimcmp.languages") / "nations.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["nations"])


@lru_cache(maxsize=32)
def load_actor_tables(language: str, extra: tuple[Path, ...] = ()) -> ActorTables:
    """The actor tables of a language; empty where it has none.

    Examples
    --------
    >>> load_actor_tables("en").nations["cia"]
    'US'
    """
    table = get_table(language, "actors", extra)

    def fold_words(name: str, key: str) -> frozenset[str]:
        return frozenset(fold_phrase(word) for word in table.get(name, {}).get(key, ()))

    return ActorTables(
        posts=index_names(table.get("posts", {})),
        bodies=index_names(table.get("bodies", {})),
        nations={**_load_nations(), **table.get("nations", {})},
        complements=fold_words("complements", "words"),
        stops=fold_words("stops", "words") | _list_number_words(language, extra),
        body_words=frozenset(
            word + fold(ending)
            for word in fold_words("stops", "body_words")
            for ending in ("", *table.get("stops", {}).get("body_endings", ()))
        ),
        links=frozenset(map(fold, table.get("name_links", ()))),
        given=_decline_all(fold_words("given", "names") | fold_words("given", "arabic"), language, extra).union(
            *(load_actor_tables(other, extra).given for other in table.get("given_from", ()))
        ),
        arabic_given=fold_words("given", "arabic"),
        articles=tuple(map(fold, table.get("articles", ()))),
        government_words=frozenset(map(fold, table.get("government_words", ()))),
        before_posts=frozenset(map(fold, table.get("before_posts", ()))),
        bound_parts=frozenset(map(fold, table.get("bound_parts", ()))),
        joined=tuple(map(fold, table.get("joined", ()))),
        noun_endings=tuple(table.get("noun_endings", ())),
        verb_starts=tuple(map(fold, table.get("verb_starts", ()))),
        surname_endings=tuple(map(fold, table.get("surname_endings", ()))),
        particles=frozenset(map(fold, table.get("particles", ()))),
        conjunctions=tuple(map(fold, table.get("conjunctions", ()))),
        joinable=load_joinable(language, extra),
        former=frozenset(map(fold, table.get("former", ()))),
        outlets=PhraseIndex((fold_phrase(name), name) for name in get_table(language, "attribution", extra).get("outlets", ())),
        stops_as_written=frozenset(table.get("stops", {}).get("words", ())),
        verbs=frozenset(_list_verbs(language, extra)),
        name_endings=tuple(sorted({fold(ending) for ending in table.get("name_endings", ())}, key=lambda e: (-len(e), e))),
        max_name_words=int(table.get("max_name_words", 3)),
        final_letters={
            fold_phrase(name): letter
            for name in table.get("given", {}).get("names", ())
            for letter in table.get("final_letters", ())
            if name.endswith(letter)
        },
        sounds=load_foreign_sounds(language),
        unjoined=tuple(table.get("unjoined", ())),
        surely_joined=tuple(table.get("surely_joined", ())),
        future=load_future(language, extra),
        imperfects=frozenset(map(fold, table.get("imperfects", ()))),
        possessive_endings=tuple(table.get("possessive_endings", ())),
        possessive_links=tuple(table.get("possessive_links", ())),
        has_capital_nouns=bool(table.get("has_capital_nouns", False)),
        has_leading_bodies=bool(table.get("has_leading_bodies", False)),
        abbreviations=frozenset(
            fold(word).removesuffix(".") for word in load_layout_words(language, extra).abbreviations if word.count(".") == 1
        ),
    )
