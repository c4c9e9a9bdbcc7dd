"""The words of a claim that a name of the other side may meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.actor_names import ActorTables, list_bases
from claimcmp.facets.naming_parts import NameParts
from claimcmp.facets.phrases import Word
from claimcmp.records import Claim
from claimcmp.settings import Settings
from claimcmp.text.names import split_name


@attrs.frozen
class NamedWord:
    """A word that a name of the other side may meet.

    Parameters
    ----------
    forms
        The forms under which it is compared.
    may_be_name
        Whether it looks like a name, or stands behind a given name.
    given_forms
        Those that may be somebody's given name standing alone: no title, and no common word that opens a sentence; without
        capitals those that look like a name.
    is_before_surname
        Whether it is a given name in front of what looks like a name, and so no surname.
    """

    forms: tuple[str, ...]
    may_be_name: bool
    given_forms: tuple[str, ...]
    is_before_surname: bool


def list_named_words(claim: Claim, settings: Settings, *, is_wide: bool = False) -> tuple[NamedWord, ...]:
    """The words that a name of the other side may meet: capitalised ones, or all where there are no capitals, of the claim and its sources.

    ``is_wide`` adds those of the statements around it.
    """
    texts = (claim.text, *list_source_texts(claim), *((passage.text for passage in claim.around) if is_wide else ()))
    return tuple(word for text in texts for word in _list_named_words(text, claim.language, settings.language_files))


def list_source_texts(claim: Claim) -> tuple[str, ...]:
    """What a claim's speaker and relays are called, and what else its sentence says beside its claims, each once.

    One side may name in its claim whom the other names as its source.
    """
    speaker = claim.attribution.speaker
    sources = (*((speaker,) if speaker is not None else ()), *claim.attribution.via)
    called = (text for source in sources for text in (source.name, source.canonical, source.role) if text)
    return tuple(dict.fromkeys((*called, *(passage.text for passage in claim.beside))))


@lru_cache(maxsize=4096)
def _list_named_words(text: str, language: str, extra: tuple[Path, ...]) -> tuple[NamedWord, ...]:
    parts = NameParts(text, 0, language, extra)
    bodies = parts.find_bodies()
    return tuple(
        NamedWord(
            forms=tuple(dict.fromkeys(_list_forms(word, parts.tables))),
            may_be_name=parts.may_be_name(at),
            given_forms=tuple(dict.fromkeys(_list_given_forms(at, parts))),
            is_before_surname=parts.is_before_surname(at),
        )
        for at, word in enumerate(parts.words)
        if at not in bodies and word.token.is_word and _may_be_capital(word) and not parts.is_stop(at)
    )


def _list_given_forms(at: int, parts: NameParts) -> Iterator[str]:
    if parts.may_be_given(at):
        word = parts.words[at]
        for form, prefix in zip(word.forms, word.prefixes, strict=True):
            if not prefix or parts.looks_like_name((form,)):
                yield from split_name(form)
                yield from list_bases(form, parts.tables)


def _list_forms(word: Word, tables: ActorTables) -> Iterator[str]:
    for form in word.forms:
        yield from split_name(form)
        yield from list_bases(form, tables)


def _may_be_capital(word: Word) -> bool:
    text = word.token.text
    return any(c.isupper() for c in text) or text[0].lower() == text[0].upper()
