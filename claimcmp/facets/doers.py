"""Who does it to whom, as far as word order, prepositions and endings tell without a parser.

Read is a claim that names two actors, one as who does it and one as whom it is
done to: "A accused B", "B was accused by A", "A's attack on B", «A напал на B»,
"A B'ye saldırdı". All else is left open: three names, names joined by "and",
a mark between the names, predicates that hold both ways ("met", "spoke with").
The order of subject and object is the prevailing one of each language (Dryer
2013, WALS 81A); where endings tell, a nominative is who does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import attrs

from claimcmp.facets.actor_names import load_actor_tables
from claimcmp.facets.doer_tables import DoerTables, load_doer_tables
from claimcmp.facets.foreign import load_foreign_sounds
from claimcmp.facets.naming import read_namings
from claimcmp.facets.naming_beside import read_namings_beside
from claimcmp.facets.nation import read_nations
from claimcmp.facets.parallel import widen_claim
from claimcmp.facets.phrases import Word, read_words
from claimcmp.facets.place import find_demonym
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.records import Actor, Claim, Place, Span
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase
from claimcmp.text.words import overlaps

_REACH = 3
"""Words before an adjective that may stand between it and the preposition of its noun."""

_MARKS = frozenset('.!?:;؟؛,،()«»“”"')

_PAUSES = frozenset(",،")


WORDS = "words"
"""Kind of a party that no list knows (:mod:`claimcmp.verdicts.swapped`)."""


@attrs.frozen
class Party:
    """One of two actors: how it is written, and by what it is known on the other side.

    ``key`` is a country code, or the parts of a person's name, or the key of a body.
    """

    name: str
    key: tuple[str, ...]
    kind: str
    span: Span


@attrs.frozen
class Deed:
    """Who does it, and to whom it is done."""

    doer: Party
    target: Party


def read_deed(claim: Claim, settings: Settings) -> Deed | None:
    """Who does it to whom in a claim; None where that cannot be told.

    Examples
    --------
    >>> text = "The Syrian army was attacked by Turkey."
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> deed = read_deed(claim, Settings())
    >>> deed.doer.name, deed.target.name
    ('Turkey', 'Syrian')
    """
    return read_deed_between(claim, _list_parties(claim, settings), settings)


def read_deed_beside(claim: Claim, settings: Settings) -> Deed | None:
    """Who accuses or asks whom, where a claim is what they are accused of or asked for; None where that cannot be told.

    Read is the claim's sentence without its other claims.

    Examples
    --------
    >>> from claimcmp.records import Passage
    >>> beside = (Passage(span=Span(start=0, end=15), text="Turkey accused "),)
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=15, end=32), text="Syria of shelling", beside=beside)
    >>> deed = read_deed_beside(claim, Settings())
    >>> deed.doer.name, deed.target.name
    ('Turkey', 'Syria')
    """
    if not claim.beside:
        return None
    words = widen_claim(claim, settings)
    people = [naming for naming in (*read_namings_beside(claim, settings), *read_namings(claim, settings)) if naming.is_sure]
    parties = [*(Party(n.name, n.parts, "person", n.span) for n in people), *_list_nations(words, settings)]
    return read_deed_between(words, sorted(parties, key=lambda party: party.span), settings)


def read_deed_between(claim: Claim, parties: Sequence[Party], settings: Settings) -> Deed | None:
    """Which of two parties does it to the other; None where that cannot be told."""
    tables = load_doer_tables(claim.language, settings.language_files)
    if tables is None or len(parties) != 2:
        return None
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    reader = _Reader(words, tables, claim.language, settings.language_files)
    first, second = (reader.find(party) for party in parties)
    if first is None or second is None or not reader.is_one_clause(first, second):
        return None
    roles = reader.read_role(parties[0], first), reader.read_role(parties[1], second)
    is_first = _is_first_doer(roles) if roles != (_BARE, _BARE) else reader.tell_by_order(parties, (first, second))
    if is_first is None:
        return None
    return Deed(*parties) if is_first else Deed(parties[1], parties[0])


def _is_first_doer(roles: tuple[str, str]) -> bool | None:
    """Whether the first of two names is who does it, by how each is marked."""
    if _OPEN in roles or roles[0] == roles[1]:
        return None
    return roles[0] == _DOER or roles[1] == _TARGET


_BARE, _DOER, _TARGET, _OPEN = "bare", "doer", "target", "open"


def _list_parties(claim: Claim, settings: Settings) -> list[Party]:
    """The actors that a claim names, in order, each country once; a city where it happened is none. Without capitals only sure people count."""
    has_capitals = not load_foreign_sounds(claim.language).weights
    places = [facet.span for facet in claim.facets if isinstance(facet, Place) and "/" in facet.key]
    found = [Party(n.name, n.parts, "person", n.span) for n in read_namings(claim, settings) if n.is_sure or has_capitals]
    found += [party for party in _list_nations(claim, settings) if not any(overlaps(party.span, place) for place in places)]
    spans = [party.span for party in found]
    bodies = (f for f in claim.facets if isinstance(f, Actor) and f.key.startswith("org:") and not f.inferred)
    found += [Party(f.name, (f.key,), "body", f.span) for f in bodies if not any(overlaps(f.span, span) for span in spans)]
    found.sort(key=lambda party: party.span)
    return [] if len({(party.kind, party.key) for party in found}) < len(found) else found


def _list_nations(claim: Claim, settings: Settings) -> list[Party]:
    return [Party(m.name, tuple(sorted(m.countries)), "nation", m.span) for m in read_nations(claim, settings) if m.keys]


@attrs.frozen
class _Reader:
    words: Sequence[Word]
    tables: DoerTables
    language: str
    extra: tuple[Path, ...]

    def find(self, party: Party) -> tuple[int, int] | None:
        """The first and the last word of a name."""
        at = [n for n, word in enumerate(self.words) if overlaps(word.token, party.span)]
        return (at[0], at[-1]) if at else None

    def is_one_clause(self, first: tuple[int, int], second: tuple[int, int]) -> bool:
        """Whether no mark stands between two names, and nothing near them is done by two together."""
        between = self.words[first[1] + 1 : second[0]]
        if self.tables.pause_after_first and first[0] == 0 and between and between[0].token.text in _PAUSES:
            between = between[1:]
        if any(word.token.text in _MARKS for word in between):
            return False
        both = [at for at, word in enumerate(self.words) if self.tables.both_ways and word.folded.startswith(self.tables.both_ways)]
        return all(self._is_complement(at, second[1]) for at in both)

    def _is_complement(self, at: int, last: int) -> bool:
        """Whether a word stands right behind a preposition after both names, and is not what they do: "accused Uganda of breaking the deal"."""
        near = self.words[max(last + 1, at - _REACH) : at] if at > last else ()
        return any(word.folded in self.tables.before_other | self.tables.before_target for word in near)

    def read_role(self, party: Party, place: tuple[int, int]) -> str:
        """How a name is marked: as who does it, as whom it is done to, as neither, or so that nothing can be told."""
        last = self.words[place[1]]
        if last.suffix:
            return _TARGET if last.suffix in self.tables.target_suffixes else _OPEN if self.tables.target_suffixes else _BARE
        after = self.words[place[1] + 1].folded if place[1] + 1 < len(self.words) else ""
        if after in self.tables.after_doer:
            return _DOER
        if after in self.tables.after_target:
            return _TARGET
        before = self._list_before(party, place[0])
        for listed, role in (
            (self._list_before_doer(), _DOER),
            (self.tables.before_target, _TARGET),
            (self.tables.before_other, _OPEN),
        ):
            if not listed.isdisjoint(before):
                return role
        return self._read_case(party, place) if self.tables.has_cases and party.kind != WORDS else _BARE

    def _list_before_doer(self) -> frozenset[str]:
        is_passive = not self.tables.passive_words.isdisjoint(word.folded for word in self.words)
        return self.tables.before_doer | self.tables.before_doer_passive if is_passive else self.tables.before_doer

    def _read_case(self, party: Party, place: tuple[int, int]) -> str:
        """The role that the endings of a name show; letters count as written, since folding makes cases alike."""
        if self._is_nominative(party, place):
            return _BARE
        written = [word.token.text.lower() for word in self.words[place[0] : place[1] + 1]]
        if any(word.endswith(self.tables.doer_endings) for word in (written if party.kind == "person" else written[-1:])):
            return _DOER
        is_target = party.kind == "person" or (party.kind == "nation" and written[-1].endswith(self.tables.target_endings))
        return _TARGET if is_target else _OPEN

    def _list_before(self, party: Party, at: int) -> list[str]:
        """What stands before a name, alone and with the word before it; articles, titles and descriptions of the name are passed over."""
        word = self.words[at]
        actors = load_actor_tables(self.language, self.extra)
        listed = self.tables.before_doer | self.tables.before_target | self.tables.before_other
        passed = (actors.particles | self.tables.passed) - listed
        joined = fold(word.token.text[: max(0, party.span.start - word.token.start)])
        if joined and joined not in passed:
            return [joined]
        reach = _REACH if self.tables.adjective_last and self._is_adjective(word) else 1
        found: list[str] = []
        while at > 0 and len(found) < 2 * reach:
            at -= 1
            one = self.words[at]
            if one.token.text in _MARKS:
                break
            if one.folded not in passed and actors.posts.match((one,), 0) is None:
                found += [one.folded, f"{self.words[at - 1].folded} {one.folded}" if at else ""]
        return found

    def _is_adjective(self, word: Word) -> bool:
        return find_demonym(word, load_gazetteer(self.language, self.extra)) is not None

    def tell_by_order(self, parties: Sequence[Party], places: Sequence[tuple[int, int]]) -> bool | None:
        """Whether of two bare names the first is who does it: where the language has that order, or names have no endings, and a verb can stand there."""
        has_word = places[1][0] > places[0][1] + 1 or places[0][0] > 0
        is_ordered = self.tables.subject_first or (self.tables.has_cases and all(self._has_no_ending(party) for party in parties))
        return True if has_word and is_ordered else None

    def _has_no_ending(self, party: Party) -> bool:
        """Whether a party that no list knows is a name in quotation marks, or ends in none of the letters in which endings of cases do."""
        is_quoted = len(party.name) < party.span.end - party.span.start
        return party.kind == WORDS and (is_quoted or not party.name.lower().endswith(self.tables.case_letters))

    def _is_nominative(self, party: Party, place: tuple[int, int]) -> bool:
        """Whether a name has the form in which it is listed; a person's, that it has no ending of another case."""
        written = " ".join(word.token.text for word in self.words[place[0] : place[1] + 1]).lower()
        if party.kind != "person":
            return fold_phrase(written) in load_gazetteer(self.language, self.extra).nominatives
        if len(party.key) > 1 and party.key[0] in load_actor_tables(self.language, self.extra).given:
            return party.key[0] in self.tables.given
        return not written.endswith(self.tables.oblique_endings)
