"""Opposites: one side says "rose", the other "fell" or «انخفض»; "could not" says what «فشل» does.

Who wins makes another lose: "Ajax beat Feyenoord" and "Feyenoord lost to Ajax" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from claimcmp.facets.doer_tables import load_doer_tables
from claimcmp.facets.negator_words import load_negators
from claimcmp.facets.negators import Negation, find_negations
from claimcmp.facets.phrases import Word, get_table, read_words
from claimcmp.languages import is_same_language
from claimcmp.records import Claim, Difference, FacetName, Passage, Polarity, Quantity, Relation, Span, When
from claimcmp.settings import Settings
from claimcmp.text.stars import compile_stars
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import overlaps, read_words as read_content_words

_OF_DEEDS = (
    ("rise", "fall"), ("accept", "reject"), ("support", "oppose"), ("release", "detain"), ("confirm", "deny"),
    ("appoint", "dismiss"), ("open", "close"), ("allow", "forbid"), ("convict", "acquit"), ("survive", "die"), ("present", "absent"),
)  # fmt: skip
"""Names in the tables ``polarity.opposites``: of these pairs the one, denied, mostly says what the other does."""

PAIRS = (
    *_OF_DEEDS, ("uphold", "overturn"), ("impose", "lift"), ("sign", "veto"), ("join", "quit"),
    ("profit", "deficiency"), ("surplus", "deficit"), ("tighten", "ease"), ("deploy", "withdraw"), ("resume", "pause"),
    ("praise", "condemn"), ("hire", "layoff"), ("succeed", "fail"), ("majority", "minority"),
)  # fmt: skip
"""Pairs of which the one contradicts the other, in whatever languages they are said."""

OF_FACETS: Mapping[tuple[str, str], FacetName] = {
    ("north", "south"): FacetName.PLACE,
    ("east", "west"): FacetName.PLACE,
    ("morning", "evening"): FacetName.DATE,
    ("man", "woman"): FacetName.PERSON,
    ("boy", "girl"): FacetName.PERSON,
    ("son", "daughter"): FacetName.PERSON,
    ("brother", "sister"): FacetName.PERSON,
}
"""Opposites that tell where, when or who rather than what was done, with the facet that is theirs.

A word that may be either, such as "Frau" or "mañana", stands in both tables and so keeps its sentence from any conflict of the pair.
"""

_OF_ONE_LANGUAGE = (
    ("win", "lose"), ("begin", "end"), ("normal", "suspend"), ("accident", "intent"), ("peace", "violence"), ("intact", "damage"),
)  # fmt: skip

WITHIN = (*PAIRS, *_OF_ONE_LANGUAGE, ("true", "false"), ("steady", "rise"), ("steady", "fall"))
"""The same within one language. Between two, no words tell who it is that wins, and what it is that begins."""

CONVERSE = "converse"
"""How the note of a difference begins that tells of one deed from either side."""

_SINCE = "since"

SAYS_OTHERWISE = (
    *_OF_DEEDS, *_OF_ONE_LANGUAGE,
    ("allow", "prevent"), ("able", "unable"), ("know", "unknown"), ("continue", "stop"), ("keep", "breach"), ("exclude", "possible"),
    ("safe", "dangerous"),
    (_SINCE, "last"),
)  # fmt: skip
"""Of these pairs the one, denied, may say what the other says; "not since 1962" is "the last time in 1962"."""
_TURNED = (*SAYS_OTHERWISE, *(pair[::-1] for pair in SAYS_OTHERWISE), ("before", "earliest"), ("before", "only"))

_REFUSING = {"reject", "deny", "excluded", "unable", "lack", "withhold"}
"""Of these the one says alone what a negation and some other word do: "ruled out a tax", "there will be no tax"."""

_RULING_OUT = _REFUSING | {"forbid"}

_MAX_LINK = 12
"""Letters from a word that rules out to what it rules out: "barred from holding", «حظر عليه تولي»."""

_SHORT = 100
"""Letters up to which a claim is of one clause, in which a verb and a negation may stand at either end."""

_TIMES = {_SINCE, "before"}
"""They count anywhere in the clause of a negation."""

_CONFIRMED = {"confirm", "deny"}
_MUTUAL = {"win", "lose"}

_MAX_DENIED_REACH = 3
"""Words that a negation reaches among which stands what it denies."""
_MAX_AUXILIARY_SHIFT = 2
"""How far before a negation its auxiliary stands: "could not", «ne peut pas»."""


@lru_cache(maxsize=32)
def _load_opposites(language: str, extra: tuple[Path, ...]) -> Mapping[str, re.Pattern[str]]:
    table = get_table(language, "polarity", extra).get("opposites", {})
    return {name: compile_stars(forms.split()) for name, forms in table.items()}


def compare_opposites(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """Differences where each side affirms one of two opposites; none where a side has both, in its claim or around it.

    They are of ``polarity``, but for those in ``OF_FACETS``, which are of ``place``, ``date`` or ``person``.

    They conflict, but for who wins and who loses where the two have changed places: those are ``compatible``.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> texts = "Bread prices rose in March", "انخفضت أسعار الخبز في مارس"
    >>> [d.note for d in compare_opposites(*(read_statement(text, None, Settings()) for text in texts), Settings())]
    ['rise on the left, fall on the right']
    """
    sides = _read_affirmed(left, settings), _read_affirmed(right, settings)
    near = [_read_around(claim, settings) if side else frozenset() for claim, side in zip((left, right), sides, strict=True)]
    found = []
    pairs = (*OF_FACETS, *(WITHIN if is_same_language(left.language, right.language) else PAIRS))
    for one, other in (pair for first, second in pairs for pair in ((first, second), (second, first))):
        if one in sides[0] and other in sides[1] and not (other in sides[0] or other in near[0] or one in sides[1] or one in near[1]):
            if {one, other} == _CONFIRMED and any(isinstance(f, Polarity) for f in (left if one == "confirm" else right).facets):
                continue  # "confirmed that no …"
            is_converse = {one, other} == _MUTUAL and have_changed_places(left, right, settings)
            found.append(
                Difference(
                    facet=OF_FACETS.get((one, other)) or OF_FACETS.get((other, one)) or FacetName.POLARITY,
                    relation=Relation.COMPATIBLE if is_converse else Relation.CONFLICTING,
                    left=sides[0][one],
                    right=sides[1][other],
                    note=f"{CONVERSE}: {one} on the left, {other} on the right"
                    if is_converse
                    else f"{one} on the left, {other} on the right",
                )
            )
    return tuple(found)


def have_changed_places(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether two claims of one language have all words in common but for a verb and prepositions, and what each begins with stands in the other's place.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> texts = "Ajax won against Feyenoord", "Feyenoord lost to Ajax"
    >>> have_changed_places(*(read_statement(text, "en", Settings()) for text in texts), Settings())
    True
    """
    places = [_list_places(claim, settings) for claim in (left, right)]
    first, second = (next(iter(own), "") for own in places)
    if places[0].keys() != places[1].keys() or first == second:
        return False
    return places[0][first] < places[0][second] and places[1][second] < places[1][first]


def _list_places(claim: Claim, settings: Settings) -> Mapping[str, int]:
    """The content words of a claim, each with where it first stands.

    Dates, figures, who wins and who loses, prepositions, and what follows "in" or "with" at the front are left out.
    """
    doers = load_doer_tables(claim.language, settings.language_files)
    tokens = {token.end: token.folded for token in tokenize(claim.text, claim.span.start)}
    others = frozenset() if doers is None else doers.before_other
    prepositions = others if doers is None else others | doers.before_doer | doers.before_target
    concepts = {name: form for name, form in _load_opposites(claim.language, settings.language_files).items() if name in _MUTUAL}
    left_out = {
        word.token.start for word in read_words(claim.text, claim.language, settings, claim.span.start) if _name_word(word, concepts)
    }
    typed = [f.span for f in claim.facets if isinstance(f, When | Quantity)]
    places: dict[str, int] = {}
    for word in read_content_words(claim, settings):
        before = max((end for end in tokens if end <= word.span.start), default=None)
        is_behind = not places and before is not None and tokens[before] in others
        is_left_out = word.span.start in left_out or tokens.get(word.span.end) in prepositions
        if not is_behind and not is_left_out and not any(overlaps(span, word.span) for span in typed):
            places.setdefault(word.key, word.span.start)
    return places


def refuses_otherwise(denying: Claim, cue: Span, affirming: Claim, settings: Settings) -> bool:
    """Whether the other side says no by a verb, and the denying side by fewer of these: «налогов не будет», "ruled out any tax".

    In a longer claim the verb stands in about the same part as the negation, or beside the claim.

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> texts = "Секретных условий в договоре не будет", "El contrato carece de cláusulas secretas"
    >>> denying, affirming = (read_statement(text, None, Settings()) for text in texts)
    >>> refuses_otherwise(denying, denying.span, affirming, Settings())
    True
    """
    if _count_refusing(affirming, settings) <= _count_refusing(denying, settings):
        return False
    verbs = [span for name, span in _read_affirmed(affirming, settings).items() if name in _REFUSING]
    if not verbs or max(len(denying.text), len(affirming.text)) <= _SHORT:
        return True
    place = (cue.start - denying.span.start) / len(denying.text)
    places = [(span.start - affirming.span.start) / len(affirming.text) for span in verbs]
    return any(abs(each - place) <= settings.max_negation_reach for each in places)


def is_refused(claim: Claim, said: Span, settings: Settings) -> bool:
    """Whether what a claim says at a span is what a word just before it rules out: "barred from holding office".

    Examples
    --------
    >>> from claimcmp.verdicts.statements import read_statement
    >>> claim = read_statement("He was barred from holding office", None, Settings())
    >>> is_refused(claim, Span(start=19, end=33), Settings())
    True
    """
    ends = [span.end for name, span in _read_affirmed(claim, settings).items() if name in _RULING_OUT]
    return any(0 <= said.start - end <= _MAX_LINK for end in ends)


def _count_refusing(claim: Claim, settings: Settings) -> int:
    """How many ways of refusing a claim names, and each of the passages around it."""
    passages = {passage.span: passage for passage in (Passage(span=claim.span, text=claim.text), *claim.beside, *claim.around)}
    return sum(len(_REFUSING & _read_opposites(each, claim.language, settings.language_files).keys()) for each in passages.values())


def denies_refusal(claim: Claim, cue: Span, settings: Settings) -> bool:
    """Whether a negation takes back a refusal, and so says yes: "did not refuse to sell".

    Examples
    --------
    >>> from claimcmp.facets.affirmation import read_negatives
    >>> from claimcmp.verdicts.statements import read_statement
    >>> claim = read_statement("لم ترفض الشركة البيع", None, Settings())
    >>> denies_refusal(claim, read_negatives(claim, Settings()).removals[0].cue, Settings())
    True
    """
    return "reject" in _read_denied(claim, settings).get(cue, frozenset())


def has_superlative(claim: Claim, settings: Settings) -> bool:
    """Whether a claim says of something that it is the most, the first or a record."""
    return "most" in _read_affirmed(claim, settings)


def _read_affirmed(claim: Claim, settings: Settings) -> Mapping[str, Span]:
    """The opposites a claim names, each with its first place; a denied one is named as neither of its pair."""
    return _read_opposites(Passage(span=claim.span, text=claim.text), claim.language, settings.language_files)


def _read_around(claim: Claim, settings: Settings) -> frozenset[str]:
    """The opposites that the words beside a claim and the statements around it name: a translator may have split the sentence."""
    passages = (*claim.beside, *claim.around)
    return frozenset(name for passage in passages for name in _read_opposites(passage, claim.language, settings.language_files))


def says_otherwise(denying: Claim, cue: Span, affirming: Claim, settings: Settings) -> bool:
    """Whether what a negation denies is said on the other side by its opposite: "was not able to", «عجز عن».

    Examples
    --------
    >>> from claimcmp.facets.affirmation import read_negatives
    >>> from claimcmp.verdicts.statements import read_statement
    >>> left, right = (read_statement(text, None, Settings()) for text in ("She could not walk", "كانت عاجزة عن المشي"))
    >>> says_otherwise(left, read_negatives(left, Settings()).removals[0].cue, right, Settings())
    True
    """
    denied = _read_denied(denying, settings).get(cue, frozenset())
    said = _read_affirmed(affirming, settings)
    return any(other in said and (one not in said or one == _SINCE) for one, other in _TURNED if one in denied)


@lru_cache(maxsize=4096)
def _read_denied(claim: Claim, settings: Settings) -> Mapping[Span, frozenset[str]]:
    """The opposites just beside each negation of a claim, by the offsets of the negation; «منذ» anywhere in its clause."""
    concepts = _load_opposites(claim.language, settings.language_files)
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    found: dict[Span, frozenset[str]] = {}
    for negation in find_negations(words, load_negators(claim.language, settings.language_files)):
        cue = Span(start=words[negation.first].token.start, end=words[negation.last - 1].token.end)
        first, last = min(negation.start, negation.first), max(negation.end, negation.last)
        before = min(max(first, negation.first - _MAX_DENIED_REACH), max(0, negation.first - _MAX_AUXILIARY_SHIFT))
        near = (*range(before, min(last, negation.last + _MAX_DENIED_REACH)), *_list_clause(words, first, last)[-1:])
        names = {name for at in near for name in _name_word(words[at], concepts)}
        names |= {name for at in _list_clause(words, first, last) for name in _TIMES.intersection(_name_word(words[at], concepts))}
        found[cue] = frozenset(names)
    return found


def _list_clause(words: Sequence[Word], first: int, last: int) -> range:
    """The words from the first to the mark that ends the clause of what is denied."""
    return range(first, next((at for at in range(last, len(words)) if not words[at].token.is_word), len(words)))


def _name_word(word: Word, concepts: Mapping[str, re.Pattern[str]]) -> list[str]:
    """The opposites that a word names."""
    return [name for name, pattern in concepts.items() if word.token.is_word and any(map(pattern.fullmatch, word.forms))]


@lru_cache(maxsize=4096)
def _read_opposites(passage: Passage, language: str, extra: tuple[Path, ...]) -> Mapping[str, Span]:
    concepts = _load_opposites(language, extra)
    words = read_words(passage.text, language, Settings(language_files=extra), passage.span.start)
    negators = load_negators(language, extra)
    negations = find_negations(words, negators)
    denied = {at for negation in negations for at in _list_denied(words, negation)}
    found: dict[str, Span] = {}
    for at, word in enumerate(words):
        is_other = negators.spelled.get(word.folded, "") not in word.token.text
        for name in _name_word(word, concepts) if not is_other else ():
            for meant in (name,) if at not in denied else _list_pair(name):
                found.setdefault(meant, word.token.span)
    return found


def _list_denied(words: Sequence[Word], negation: Negation) -> Iterator[int]:
    """What a negation may deny: what it reaches, and in its clause the verb shortly before it («ne rouvrira pas», «öffnet nicht»)."""
    for at in range(negation.first - 1, max(-1, negation.first - 1 - _MAX_DENIED_REACH), -1):
        if not words[at].token.is_word:
            break
        yield at
    yield from range(negation.start, negation.end)


def _list_pair(name: str) -> tuple[str, ...]:
    return next((pair for pair in WITHIN if name in pair), (name,))
