"""Whom a claim names, surely and perhaps, so that two claims can be held together by their people.

Sure are the people that :mod:`claimcmp.facets.actor` reads. Perhaps a name is,
where the script has capitals, a run of capitalised words that is no place, no
body and no beginning of a sentence; elsewhere words that sound foreign.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.naming_parts import MIN_FOREIGN, NameParts
from claimcmp.facets.nation import find_nations
from claimcmp.facets.phrases import Word, find_cut
from claimcmp.records import Actor, Claim, Span, When
from claimcmp.settings import Settings
from claimcmp.text.names import split_name
from claimcmp.text.normal import fold
from claimcmp.text.words import overlaps

_MAX_RUN = 3
"""A person's name has no more capitalised words without a link between them."""

_MIN_TITLED = -0.2
"""Score from which a word behind a title sounds foreign enough in a script without capitals: there a name is likelier than any other word."""


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
    reader = _NameReader(text, offset, language, extra)
    named = ((person, reader.name_actor(person)) for person in people)
    sure = [naming for person, naming in named if naming is not None and (_is_met_again(person, naming) or reader.may_be_person(naming))]
    taken = {at for at, word in enumerate(reader.words) if any(overlaps(word.token, naming.span) for naming in sure)}
    taken |= {at for mention in find_nations(text, offset, language, extra) for at in range(mention.first, mention.last)}
    return tuple(sorted((*sure, *reader.read(taken)), key=lambda naming: naming.span))


def _is_met_again(person: Actor, naming: Naming) -> bool:
    """Whether a surname stands for somebody whose full name the article gives elsewhere."""
    return len(naming.parts) == 1 < len(person.key.removeprefix("person:").split(" "))


class _NameReader:
    """Looks for names among the words of a text."""

    def __init__(self, text: str, offset: int, language: str, extra: tuple[Path, ...]) -> None:
        self._parts = NameParts(text, offset, language, extra)
        self.words, self._tables, self._sounds = self._parts.words, self._parts.tables, self._parts.sounds
        self._text, self._offset = text, offset
        self._taken: set[int] = set()

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
        is_cut = bool(self._sounds.weights) and len(parts) == _MAX_RUN and not self._parts.looks_like_name((fold(parts[-1]),))
        return " ".join(parts[:-1]) if is_cut and self._sounds.score(fold(parts[1])) > 0 else name

    def may_be_person(self, naming: Naming) -> bool:
        """Whether what was read as a person may be one: without capitals, by a given name, a title or two parts that look like names."""
        first = naming.parts[:2]
        if not self._sounds.weights:
            return True
        is_given = first[0] in self._tables.given or fold(naming.name.split()[0]) in self._tables.given
        rest = first[is_given:]
        if any(not self._parts.common.isdisjoint((part, *self._cut_joined(part))) for part in rest if part not in self._tables.given):
            return False
        if self._is_cut_wrongly(naming):
            return False
        if naming.has_title and len(first) == 1:
            is_noun = first[0] not in self._tables.given and naming.name.endswith(self._tables.noun_endings)
            return self._sounds.score(first[0]) >= (MIN_FOREIGN if is_noun else _MIN_TITLED)
        return (len(first) > 1 and is_given) or all(self._parts.looks_like_name((part,)) for part in first)

    def _is_cut_wrongly(self, naming: Naming) -> bool:
        """Whether a given name is rather the end of another name («الين» in «بالين»): the whole word sounds more foreign, and what follows is no name."""
        word = next((word for word in self.words if word.token.start < naming.span.start < word.token.end), None)
        if word is None or self._parts.looks_like_name(naming.parts[1:2]):
            return False
        return self._sounds.score(word.folded) > self._sounds.score(naming.parts[0])

    def _cut_joined(self, part: str) -> Iterator[str]:
        """A part without what may be joined to its front."""
        joinable = self._tables.joinable.all
        return (part.removeprefix(joined) for joined in joinable if joined and part.startswith(joined))

    def read(self, taken: set[int]) -> Iterator[Naming]:
        """Runs of words that may be names, each as one; outside those taken and those of bodies' names."""
        self._taken = taken | self._parts.find_bodies()
        at = 0
        while at < len(self.words):
            end = at
            while end < len(self.words) and self._goes_on(at, end) and not (end > at and self.words[end - 1].is_possessive):
                end += 1
            while end > at and self.words[end - 1].folded in self._tables.links:
                end -= 1
            at += end - at > 1 and self._parts.opens(at) and not self._parts.is_given(at) and self._parts.is_given(at + 1)
            if at < end <= at + _MAX_RUN + 1 and self._is_name(at, end):
                yield self._make(at, end)
            at = max(end, at + 1)

    def _goes_on(self, first: int, at: int) -> bool:
        word = self.words[at]
        if at in self._taken or not word.token.is_word or (at > first and word.starts_line):
            return False
        if at > first and word.folded in self._tables.links:
            return True
        if not self._sounds.weights:
            return self._parts.is_capitalised(at)
        return self._parts.sounds_foreign(at, first) and not (at > first and self._joins_given(word))

    def _joins_given(self, word: Word) -> bool:
        """Whether a word is a given name behind a conjunction joined to it, so that another name begins («وكارلوس»)."""
        options = zip(word.forms, word.prefixes, strict=True)
        joins = any(prefix in self._tables.conjunctions and form in self._tables.given for form, prefix in options)
        return joins and word.folded not in self._tables.given

    def _is_name(self, first: int, end: int) -> bool:
        """Whether a run may be a person's name: one word alone only within a sentence, and only with capitals; in a headline in capitals only with a given name."""
        if self._parts.is_title and not self._parts.is_given(first):
            return False
        if self._tables.has_capital_nouns:
            return self._parts.is_given(first) and end - first > 1
        if end - first == 1 and (self._parts.opens(first) or self._sounds.weights or self._parts.is_where(first)):
            return False
        if self._tables.has_leading_bodies and first > 0 and not self._tables.body_words.isdisjoint(self.words[first - 1].whole):
            return False
        following = self.words[end] if end < len(self.words) else None
        return following is None or self._tables.body_words.isdisjoint(following.whole)

    def _make(self, first: int, end: int) -> Naming:
        start = self.words[first].token.start + self._find_cut(self.words[first])
        span = Span(start=start, end=self.words[end - 1].end)
        name = self._text[span.start - self._offset : span.end - self._offset]
        return Naming(name, split_name(name), span, is_sure=end - first > 1 and self._parts.is_given(first))

    def _find_cut(self, word: Word) -> int:
        """How many letters of a word are joined to the name: what makes the rest a given name, or sound more foreign."""
        if not self._sounds.weights or word.folded in self._tables.given:
            return 0
        options = zip(word.forms, word.prefixes, strict=True)
        best = max(options, key=lambda option: (option[0] in self._tables.given, self._sounds.score(option[0])))
        return find_cut(word, best[1])
