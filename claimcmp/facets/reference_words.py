"""The words by which a language points back: the ``[references]`` table of its data file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.phrases import PhraseIndex, get_table
from claimcmp.languages.structure import structure_table
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase


@attrs.frozen(kw_only=True)
class _Table:
    pronouns: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    complementisers: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    described_by: tuple[str, ...] = ()
    described_before: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    not_there_after: tuple[str, ...] = ()
    not_there_before: tuple[str, ...] = ()
    there_only_before: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    happenings: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    acts: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


@attrs.frozen
class Happening:
    """A kind of event, and whether a word names it as a noun and with the article."""

    kind: str
    is_noun: bool = False
    is_definite: bool = False


@attrs.frozen(kw_only=True)
class Pointers:
    """The words of one language, folded.

    Parameters
    ----------
    pronouns, first_person
        Subject pronouns of one person: "he", "I".
    complementisers
        Those that hold a subject pronoun: «إنه».
    infinitives
        What begins a content whose subject is left out: "to" after "promised".
    particles
        What may stand between a complementiser and its verb.
    impersonal
        What follows a pronoun that stands for nobody: «إنه يجب».
    determiners
        What makes an event noun definite.
    indefinite
        What makes an event noun another event in spite of a determiner: "the second meeting".
    described_by, described_before
        Words after or before a definite event noun that tell which event it is, so that it need not be the last one.
    background
        Words before an event that does not date what is told: "since the attack".
    breaks
        Words that separate an event from a date or place of something else.
    there, then
        What stands for a place and for a time told before.
    not_there_after, not_there_before
        Words around "there" that make it no place: "there is".
    there_only_before
        Where listed, the words and marks that must follow it.
    events
        Nouns and verbs of happenings.
    """

    pronouns: frozenset[str]
    first_person: frozenset[str]
    complementisers: frozenset[str]
    infinitives: frozenset[str]
    particles: frozenset[str]
    impersonal: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    described_by: frozenset[str]
    described_before: frozenset[str]
    background: frozenset[str]
    breaks: frozenset[str]
    not_there_after: frozenset[str]
    not_there_before: frozenset[str]
    there_only_before: frozenset[str]
    posts: frozenset[str]
    there: PhraseIndex[str]
    then: PhraseIndex[str]
    events: PhraseIndex[Happening]


@lru_cache(maxsize=32)
def load_pointers(language: str, extra: tuple[Path, ...] = ()) -> Pointers | None:
    """The words of a language; None when its data file has no ``[references]``.

    Examples
    --------
    >>> pointers = load_pointers("en")
    >>> "he" in pointers.pronouns, load_pointers("und") is None
    (True, True)
    """
    data = get_table(language, "references", extra)
    if not data:
        return None
    table = structure_table(_Table, data, "references", clean=fold_phrase)
    return Pointers(
        **{name: frozenset(getattr(table, name)) for name in _SETS},
        posts=frozenset(fold(noun) for noun in get_table(language, "attribution", extra).get("post_nouns", ())),
        there=PhraseIndex((phrase, "") for phrase in table.there),
        then=PhraseIndex((phrase, "") for phrase in table.then),
        events=PhraseIndex(_list_events(table, tuple(map(fold, get_table(language, "actors", extra).get("articles", ()))))),
    )


_SETS = (
    "pronouns",
    "first_person",
    "complementisers",
    "infinitives",
    "particles",
    "impersonal",
    "determiners",
    "indefinite",
    "described_by",
    "described_before",
    "background",
    "breaks",
    "not_there_after",
    "not_there_before",
    "there_only_before",
)


def _list_events(table: _Table, articles: tuple[str, ...]) -> Iterator[tuple[str, Happening]]:
    for kind, phrases in table.happenings.items():
        for phrase in phrases:
            yield phrase, Happening(kind, is_noun=True)
            yield from ((" ".join(article + word for word in phrase.split(" ")), Happening(kind, True, True)) for article in articles)
    for kind, phrases in table.acts.items():
        yield from ((phrase, Happening(kind)) for phrase in phrases)
