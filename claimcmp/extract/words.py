"""The ``[attribution]`` table of a language, compiled for matching."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import attrs

from claimcmp.errors import LanguageDataError
from claimcmp.extract.attribution_words import AttributionWords
from claimcmp.languages import load_tables
from claimcmp.languages.structure import structure_table
from claimcmp.records import Sense
from claimcmp.text.normal import fold

_TAKES = frozenset(
    {
        "object",
        "owned",
        "act",
        "governed",
        "bare",
        "whether",
        "accuse",
        "describe",
        "addressee",
        "clause",
        "names",
        "negated",
        "infinitive",
        "passive",
        "blame",
        "judge",
        "negatable",
        "strict",
        "told",
    }
)


@attrs.frozen(kw_only=True)
class ReportingVerb:
    """One reporting verb: its sense, the words it governs, and what it takes besides a clause.

    ``takes`` holds ``"object"`` (a noun phrase as content), ``"bare"``
    (unquoted direct speech), ``"whether"`` (an indirect question),
    ``"accuse"`` (person and charge together), ``"describe"`` (a thing and
    what it is called), ``"owned"`` (its object has a possessor: «أبدى استعداده»), ``"act"`` (a verbal noun after its
    preposition: «لوح بالانسحاب»), ``"governed"`` (reports only with its preposition: «عبر عن أسفه»),
    ``"blame"`` (needs a word of ``charge_words``), ``"judge"`` (an object and what it is held to be: «اعتبر القرار خطأ»), ``"negatable"`` (reports under a negation too: «لم يستبعد أن»),
    ``"told"`` (whom it is told stands as an object before the preposition: «حذر السكان من»), ``"strict"`` (does not report with an object before its preposition: «شدد الحصار على»), ``"infinitive"`` ("promised to
    come"), ``"negated"`` (reports only under a negation: "did not rule out
    that"), ``"clause"`` (reports with "that" only). ``particles`` are the separable prefixes one of which must end the
    verb's clause. ``"renewed"`` (a light verb with a speech noun) stands in no table. ``is_compound``: the form reports only after an auxiliary.
    """

    sense: Sense
    prepositions: tuple[str, ...] = ()
    takes: frozenset[str] = frozenset()
    particles: tuple[str, ...] = ()
    is_compound: bool = False


NOUN_LISTS = ("post_nouns", "organisation_nouns", "anonymous_nouns", "document_nouns", "outlet_nouns")
"""The lists whose nouns take the endings in ``noun_endings``."""


_FUNCTION_LISTS = ("direct_openers", "negators", "auxiliaries", "source_stops", "adverbial_starts", "pronoun_speakers", "complementisers")
"""Lists of small words, which a conjunction is joined to more often than a verb looks like them."""


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """Compiled attribution words: sets for single words, and verbs by form."""

    words: AttributionWords
    verbs: Mapping[str, ReportingVerb]
    participles: Mapping[str, ReportingVerb]
    nouns: Mapping[str, ReportingVerb]
    sets: Mapping[str, frozenset[str]]

    verbal_noun: re.Pattern[str]
    adjective: re.Pattern[str] = re.compile(r"(?!)")
    separable: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    given_names: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()

    def is_verbal_noun(self, word: str) -> bool:
        """Whether the folded word has the shape of a verbal noun without article."""
        return not (self.words.article and word.startswith(self.words.article)) and self.verbal_noun.fullmatch(word) is not None

    def is_adjective(self, word: str) -> bool:
        """Whether the folded word without article has the shape of an adjective."""
        return self.adjective.fullmatch(word) is not None

    def fold(self, text: str) -> str:
        """``text`` as the word lists have it: without accents, or only without case where accents tell words apart."""
        return fold_case(text) if self.words.accents else fold(text)

    def bare(self, word: str) -> str:
        """The folded word without the endings that a mark parts from a name ("Ankara'da")."""
        for mark in self.words.suffix_marks:
            word = word.split(mark, 1)[0] or word
        return word

    def has(self, key: str, word: str) -> bool:
        """Whether the folded ``word`` stands in the list ``key``."""
        return word in self.sets[key]


def fold_case(text: str) -> str:
    """``text`` in lower case, accents kept, with one form of the apostrophe."""
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'")


@cache
def load_lexicon(language: str, extra: tuple[Path, ...] = ()) -> Lexicon | None:
    """The attribution words of a language, or None where it has none.

    Raises
    ------
    LanguageDataError
        If the table has an unknown key, sense or paradigm.
    """
    tables = load_tables(language, extra)
    table = tables.get("attribution")
    if not table:
        return None
    clean = fold_case if table.get("accents") else fold
    words = structure_table(AttributionWords, table, f"{language}.attribution", clean=clean)
    forms: dict[str, dict[str, ReportingVerb]] = {"verb": {}, "participle": {}, "noun": {}}
    separable: dict[str, list[str]] = {}
    compounds: set[str] = set()
    for entry in table.get("verbs", []):
        verb = _read_verb(entry, language, clean)
        for key, stem in entry.items():
            if key in ("sense", "takes", "prep", "particles"):
                continue
            target = "noun" if key.startswith("noun") else "participle" if key.startswith("participle") else "verb"
            inflected = attrs.evolve(verb, is_compound=key.startswith("compound"))
            for stem_form in stem if isinstance(stem, list) else [stem]:
                for form in _inflect(stem_form, key, words.paradigms, language):
                    compounds |= {clean(form)} if inflected.is_compound else set()
                    for whole in (f"{form} {particle}" for particle in verb.particles) if verb.particles else (form,):
                        forms[target].setdefault(clean(whole), inflected)
                    separable.setdefault(clean(form), []).extend(verb.particles)
    lists = {field.name: getattr(words, field.name) for field in attrs.fields(AttributionWords)}
    sets = {name: frozenset(value) for name, value in lists.items() if isinstance(value, tuple) and all(isinstance(v, str) for v in value)}
    sets |= {key: _with_endings(sets[key], words.noun_endings) for key in NOUN_LISTS}
    given = frozenset(map(clean, tables.get("actors", {}).get("given", {}).get("names", ())))
    sets["joined_verbs"] = _join_suffixes(words)
    unjoined = sets["joined_verbs"] | {name for name in given if name.startswith(words.conjunctions)}
    sets["conjunction_like"] |= {word for word in unjoined if not _is_joined(word, words.conjunctions, sets, forms["verb"])}
    verbal_noun, adjective = (re.compile("|".join(table.get(key, ())) or r"(?!)") for key in ("verbal_nouns", "adjective_shapes"))
    return Lexicon(
        words=words, verbs=forms["verb"], participles=forms["participle"], nouns=forms["noun"], sets=sets, verbal_noun=verbal_noun, adjective=adjective,
        compounds=frozenset(compounds), separable={form: tuple(particles) for form, particles in separable.items() if particles},
        given_names=given,
    )  # fmt: skip


def _join_suffixes(words: AttributionWords) -> frozenset[str]:
    """The forms of the verbs that begin with the letter of a conjunction, alone and with an object pronoun."""
    patterns = words.paradigms.get("joined", ("|",))
    forms = ("{}{}{}".format(*_split_pattern(pattern, stem)) for stem in words.joined_stems for pattern in patterns)
    return frozenset(form + ending for form in forms for ending in ("", *words.object_suffixes))


def _is_joined(word: str, conjunctions: tuple[str, ...], sets: Mapping[str, frozenset[str]], verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether the word is more often a conjunction and a word of the lists («ودعت», «وأين»)."""
    rests = [word.removeprefix(conjunction) for conjunction in conjunctions if word.startswith(conjunction)]
    return any(rest in verbs or any(rest in sets[key] for key in _FUNCTION_LISTS) for rest in rests)


def _with_endings(nouns: frozenset[str], endings: tuple[str, ...]) -> frozenset[str]:
    """The nouns and their inflected forms."""
    return nouns | frozenset(noun + ending for noun in nouns for ending in endings)


def _read_verb(entry: Mapping[str, object], language: str, clean: Callable[[str], str]) -> ReportingVerb:
    takes = frozenset(map(str, entry.get("takes", ())))  # type: ignore[call-overload]  # TOML lists
    if takes - _TAKES:
        raise LanguageDataError(
            f"language table [{language}.attribution.verbs]: takes={sorted(takes - _TAKES)} unknown; known: {sorted(_TAKES)}"
        )
    prepositions = tuple(clean(str(p)) for p in entry.get("prep", ()))  # type: ignore[attr-defined]  # TOML lists
    particles = tuple(map(str, entry.get("particles", ())))  # type: ignore[call-overload]  # TOML lists
    try:
        return ReportingVerb(sense=Sense(str(entry["sense"])), prepositions=prepositions, takes=takes, particles=particles)
    except (KeyError, ValueError) as error:
        raise LanguageDataError(
            f"language table [{language}.attribution.verbs]: {entry} needs a sense among {[s.value for s in Sense]}"
        ) from error


def _inflect(stem: str, paradigm: str, paradigms: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """Forms of one stem: each pattern of the paradigm is "prefix|suffix"."""
    if paradigm in ("forms", "noun", "noun_forms", "participle_forms", "compound_forms"):
        return (stem,)
    if paradigm not in paradigms:
        raise LanguageDataError(f"language table [{language}.attribution.verbs] uses the paradigm {paradigm!r}; known: {sorted(paradigms)}")
    return tuple("{}{}{}".format(*_split_pattern(pattern, stem)) for pattern in paradigms[paradigm])


def _split_pattern(pattern: str, stem: str) -> tuple[str, str, str]:
    prefix, _, suffix = pattern.partition("|")
    return prefix, stem, suffix
