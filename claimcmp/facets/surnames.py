"""People of an article met again by surname: with its article, in another case, behind what is joined to it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from claimcmp.facets.actor_names import ActorTables, list_bases
from claimcmp.facets.actor_scan import Scanner
from claimcmp.facets.people import People, Person, make_key
from claimcmp.facets.phrases import Word
from claimcmp.facets.place import find_demonym
from claimcmp.records import Actor, Span
from claimcmp.text.names import split_name
from claimcmp.text.normal import fold


def find_again(people: People, text: str, scanner: Scanner, taken: set[int]) -> list[Actor]:
    """Known people met again by surname or full name; the words read are added to those ``taken``."""
    surnames = _gather(people, scanner)
    found = []
    for at, word in enumerate(scanner.words):
        if at in taken or not word.initial.isalpha() or word.initial.islower():
            continue
        met = surnames.find(word, scanner)
        if met is None:
            continue
        first = at
        parts = split_name(met.person.name)[:-1] if met.person else ()
        while first - 1 not in taken and first > 0 and any(f in parts for f in scanner.words[first - 1].forms):
            first -= 1
        taken.update(range(first, at + 1))
        start = scanner.words[first].token.start + (_prefix_length(word, met.form) if first == at else 0)
        key = met.person.key if met.person else make_key(met.form)
        role = met.person.role if met.person else None
        found.append(Actor(name=text[start : word.end], key=key, role=role, span=Span(start=start, end=word.end)))
    return found


@attrs.frozen
class _Met:
    """The form of a word under which it is a surname, and whose; None where several have it."""

    form: str
    person: Person | None


@attrs.frozen
class _Surnames:
    """People by surname as written, and those with a full name by surname without the endings of its cases."""

    known: Mapping[str, Person | None]
    bases: Mapping[str, Person]

    def find(self, word: Word, scanner: Scanner) -> _Met | None:
        """Whose surname a word is."""
        form = next((form for form in word.forms if form in self.known), None)
        if form is not None:
            return None if _is_other_word(word, scanner) else _Met(form, self.known[form])
        base = next((base for base in list_bases(word.folded, scanner.tables) if base in self.bases), None)
        return None if base is None or _may_be_place(word, scanner) else _Met(word.folded, self.bases[base])


def _gather(people: People, scanner: Scanner) -> _Surnames:
    known = {form: person for form, person in people.list_surnames().items() if person is None or _is_telling(person.name, scanner.tables)}
    full = {form: person for form, person in known.items() if person is not None and len(split_name(person.name)) > 1}
    return _Surnames(known, {base: person for form, person in full.items() for base in (*list_bases(form, scanner.tables), form)})


def _is_telling(name: str, tables: ActorTables) -> bool:
    """Whether a surname may be looked for: without capitals, behind a known given name, if it sounds foreign or has the article of surnames («الصفدي»)."""
    if not tables.sounds.weights:
        return True
    first, last = fold(name).split()[0], fold(name).split()[-1]
    is_surname = last.startswith(tables.articles or " ") and last.endswith(tables.surname_endings)
    is_known = is_surname or last in tables.given or tables.sounds.score(last) > 0
    return is_known and (first in tables.given or tables.sounds.score(first) > 0)


def _is_other_word(word: Word, scanner: Scanner) -> bool:
    """Whether a word with the article, which may be a surname, is a nationality or a post («المصري», «الشيخ»)."""
    if not scanner.tables.articles or not word.folded.startswith(scanner.tables.articles):
        return False
    return find_demonym(word, scanner.gazetteer) is not None or scanner.tables.posts.match((word,), 0) is not None


def _may_be_place(word: Word, scanner: Scanner) -> bool:
    """Whether a word that is like a surname in another case is a place («Иваново») or no name at all."""
    return scanner.gazetteer.names.match((word,), 0) is not None or not scanner.tables.stops.isdisjoint(word.whole)


def _prefix_length(word: Word, form: str) -> int:
    """How many letters are written before a form that is cut off the end of a word."""
    return len(word.prefixes[word.forms.index(form)])
