"""The words that negate, with how far each reaches.

A particle reaches to the end of its clause, a negating noun ("without",
«غير») only over the word after it (the scopes of Morante & Daelemans 2012,
simplified). Where the verb comes last (``order = "before"``), what is denied
stands before the negation, and a negation inside the verb denies the verb too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.falsehood import Falsehood, Falsehoods, find_falsehoods, load_falsehoods
from claimcmp.facets.phrases import Match, PhraseIndex, Word, compile_stars, fold_phrase, get_table, load_joinable
from claimcmp.records import Span
from claimcmp.text.inner_negation import InnerNegations, load_inner_negations
from claimcmp.text.normal import fold

_CLAUSE_MARKS = frozenset(".،,;؛:?!؟()[]\n")
_PARTICLE, _PHRASE, _DENIAL, _EXCEPTION, _CLOSER, _WAITING = "particle", "phrase", "denial", "exception", "closer", "waiting"
_MAX_REACH = 40
"""Words after which no negation reaches; clauses of news are shorter, and reading stays linear."""

_PHRASE_REACH = 1
"""How many content words a negating noun denies."""

_PAIR_REACH = 6
"""Words within which the two parts of one negation stand (ne … plus), and a strengthening word and its negation."""


@attrs.frozen
class Negators:
    """The table ``polarity`` of a language, ready for reading."""

    cues: PhraseIndex[str]
    falsehoods: Falsehoods
    inner: InnerNegations
    openers: frozenset[str]
    opened_after: frozenset[str]
    concord: frozenset[str]
    restrictors: frozenset[str]
    spelled: Mapping[str, str]
    is_before: bool
    verbal_only: frozenset[str]
    verbal_starts: frozenset[str]
    boundaries: frozenset[str]
    coordinators: frozenset[str]
    whether_endings: frozenset[str]
    asides: frozenset[str]
    verbs: re.Pattern[str]
    conjunctions: tuple[str, ...]
    joinable: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    opposites: dict[str, frozenset[str]]


@attrs.frozen
class Negation:
    """Words ``first`` to ``last`` (exclusive) that negate, and words ``start`` to ``end`` that they deny.

    ``is_act`` says whether a predicate is denied, rather than a noun or
    adjective ("without") or by a verb of denying; ``opener`` is the first part of a negation in two parts.
    """

    first: int
    last: int
    start: int
    end: int
    is_act: bool
    opener: int | None = None

    def span(self, words: Sequence[Word]) -> Span:
        """The offsets of the words that negate."""
        return Span(start=words[self.first].token.start, end=words[self.last - 1].token.end)


@lru_cache(maxsize=32)
def load_negators(language: str, extra: tuple[Path, ...]) -> Negators:
    """The negators of a language; without any, nothing is read."""
    table = get_table(language, "polarity", extra)
    kinds = (
        ("exceptions", _EXCEPTION), ("negators", _PARTICLE), ("closers", _CLOSER), ("phrase_negators", _PHRASE), ("denials", _DENIAL), ("waiting", _WAITING),
    )  # fmt: skip
    opposites: dict[str, set[str]] = {}
    for left, right in table.get("antonyms", ()):
        opposites.setdefault(fold(left), set()).add(fold(right))
        opposites.setdefault(fold(right), set()).add(fold(left))
    names = (
        "openers",
        "opened_after",
        "verbal_only",
        "verbal_starts",
        "boundaries",
        "coordinators",
        "restrictors",
        "whether_endings",
        "asides",
    )
    joinable = load_joinable(language, extra)
    return Negators(
        cues=PhraseIndex((fold_phrase(cue), kind) for name, kind in kinds for cue in table.get(name, ())),
        falsehoods=load_falsehoods(language, extra),
        inner=load_inner_negations(language, extra),
        concord=frozenset(map(fold_phrase, table.get("concord", ()))),
        is_before=table.get("order") == "before",
        verbs=compile_stars(table.get("finite", {}).get("before", ())),
        **{name: frozenset(map(fold, table.get(name, ()))) for name in names},
        conjunctions=tuple(joinable.conjunctions - {""}),
        joinable=joinable.all,
        spelled={fold(word): word for word in table.get("spelled", ())},
        light=frozenset(map(fold, table.get("light_verbs", ()))),
        empty=frozenset(map(fold, table.get("empty_words", ()))),
        opposites={word: frozenset(others) for word, others in opposites.items()},
    )


def find_negations(words: Sequence[Word], negators: Negators) -> tuple[Negation, ...]:
    """The negations among the words, in order; of a negation and what only strengthens it ("никто не"), the first-named alone.

    A word that denies nothing, or is part of an idiom ("not only"), is none. What calls a report false negates what that is about.
    """
    found: list[Negation] = []
    false = {each.first: each for each in find_falsehoods(words, negators.falsehoods)}
    at = 0
    while at < len(words):
        if at in false:
            found.append(_read_falsehood(false[at]))
            at = false[at].last
            continue
        match = negators.cues.match(words, at)
        if match is not None and not _is_joined_right(match, negators):
            match = None
        negation = _read_inner(words, at, negators) if match is None else _read_cue(words, match, negators)
        if negation is not None:
            found.append(negation)
        at = max(at + 1, match.last if match is not None else at)
    return tuple(n for n in found if not _is_only_stronger(n, found, words, negators))


def _read_falsehood(falsehood: Falsehood) -> Negation:
    return Negation(falsehood.first, falsehood.last, falsehood.start, falsehood.end, is_act=False)


def _is_joined_right(match: Match[str], negators: Negators) -> bool:
    return match.prefix in (negators.joinable if match.value == _PHRASE else ("", *negators.conjunctions))


def _read_inner(words: Sequence[Word], at: int, negators: Negators) -> Negation | None:
    """A word that holds its negation inside; a name in the middle of a sentence never does."""
    word = words[at]
    is_name = word.token.text[:1].isupper() and at > 0 and words[at - 1].token.is_word
    if is_name or not word.token.is_word or negators.inner.affirm(word.folded) is None or _tells_whether(words, at, negators):
        return None
    if negators.is_before:
        return Negation(at, at + 1, _reach_back(words, at, negators), at + 1, is_act=True)
    end = _reach(words, Match(at, at + 1, "", _PARTICLE), negators)
    return Negation(at, at + 1, at + 1, end, is_act=True) if end > at + 1 else None


def _tells_whether(words: Sequence[Word], at: int, negators: Negators) -> bool:
    """Whether a verb and its negation side by side leave it open which of the two is so («gelip gelmediği»)."""
    before = words[at - 1].folded if at else ""
    stem = next((before.removesuffix(ending) for ending in negators.whether_endings if before.endswith(ending)), "")
    return len(stem) > 1 and words[at].folded.startswith(stem[:-1])


def _read_cue(words: Sequence[Word], match: Match[str], negators: Negators) -> Negation | None:
    written = negators.spelled.get(words[match.first].folded)
    if match.value == _EXCEPTION or (written is not None and written not in words[match.first].token.text):
        return None
    if match.value == _WAITING:
        if _depends(words, match, negators):
            return None
        match = attrs.evolve(match, value=_PARTICLE)
    opener = _find_opener(words, match, negators) if match.value == _CLOSER else None
    if match.value == _CLOSER and opener is None:
        return None
    if negators.is_before and match.value in (_PARTICLE, _DENIAL):
        start = _reach_back(words, match.first, negators)
        return Negation(match.first, match.last, start, match.first, is_act=match.value == _PARTICLE) if start < match.first else None
    end = _reach(words, match, negators)
    if end <= match.last and (opener is None or opener > match.last):
        return None
    is_act = match.value in (_PARTICLE, _CLOSER) and not _is_restricted(words, match, negators)
    return Negation(match.first, match.last, match.last, max(end, match.last), is_act=is_act, opener=opener)


def _depends(words: Sequence[Word], match: Match[str], negators: Negators) -> bool:
    """Whether "not yet" means "until": a main clause stands right before it, or follows where it opens the sentence («…, пока не …»)."""
    at = match.first
    if at > 1 and words[at - 1].folded in ",،":
        start = next((i + 1 for i in range(at - 2, -1, -1) if words[i].folded in _CLAUSE_MARKS), 0)
        is_first = start == 0 or words[start - 1].folded not in ",،"
        return at - 1 - start > 1 and _is_main(words[start : at - 1], negators, is_first=is_first)
    if at and words[at - 1].folded not in _CLAUSE_MARKS:
        return False
    comma = next((i for i in range(match.last, len(words)) if words[i].folded in _CLAUSE_MARKS), len(words))
    end = next((i for i in range(comma + 1, len(words)) if words[i].folded in _CLAUSE_MARKS), len(words))
    may_follow = comma + 2 < end and words[comma].folded in ",،" and words[comma + 1].folded not in negators.boundaries
    return may_follow and _is_main(words[comma + 1 : end], negators, is_first=False)


def _is_main(clause: Sequence[Word], negators: Negators, *, is_first: bool) -> bool:
    """Whether words make a main clause, not an aside ("as he said", "he added") or a dependent one; those behind a comma need their verb inside."""
    if clause[0].folded in negators.asides:
        return False
    verbs = [at for at, word in enumerate(clause) if negators.verbs.fullmatch(word.folded)]
    return is_first or bool(verbs and verbs[0])


def _is_restricted(words: Sequence[Word], match: Match[str], negators: Negators) -> bool:
    """Whether "except" follows in the sentence, so that the two say "only"."""
    for word in words[match.last : match.last + 2 * _PAIR_REACH] if negators.restrictors else ():
        if word.folded in ".;؛?؟!":
            return False
        if word.folded in negators.restrictors:
            return True
    return False


def _find_opener(words: Sequence[Word], match: Match[str], negators: Negators) -> int | None:
    """The nearest word before that opens the negation, within the sentence; for some, the one after («personne ne»)."""
    before = range(match.first - 1, max(-1, match.first - 1 - _PAIR_REACH), -1)
    after = range(match.last, min(len(words), match.last + _PAIR_REACH))
    for places in (before, after if words[match.first].folded in negators.opened_after else range(0)):
        for at in places:
            if words[at].folded in ".;?!":
                break
            if is_opener(words[at].folded, negators):
                return at
    return None


def is_opener(folded: str, negators: Negators) -> bool:
    """Whether a word is, or begins with, the first part of a negation («ne», «n'a»)."""
    return folded in negators.openers or any(o.endswith("'") and folded.startswith(o) for o in negators.openers)


def _is_only_stronger(negation: Negation, found: Sequence[Negation], words: Sequence[Word], negators: Negators) -> bool:
    """Whether a negation of the same clause is only strengthened by this one."""
    if negation.opener is not None:
        return any(other.opener == negation.opener and other.first < negation.first for other in found)
    if _key(negation, words) not in negators.concord:
        return False
    return any(
        other.is_act
        and (_key(other, words) not in negators.concord or other.first < negation.first)
        and abs(other.first - negation.first) <= _PAIR_REACH + 2
        and not any(w.folded in _CLAUSE_MARKS for w in words[min(other.first, negation.first) : max(other.first, negation.first)])
        for other in found
        if other is not negation
    )


def _key(negation: Negation, words: Sequence[Word]) -> str:
    return " ".join(word.folded for word in words[negation.first : negation.last])


def _reach_back(words: Sequence[Word], at: int, negators: Negators) -> int:
    """Where the denied words before a negation begin."""
    start = at
    for place in range(at - 1, max(-1, at - 1 - _MAX_REACH), -1):
        if words[place].folded in _CLAUSE_MARKS or words[place].folded in negators.boundaries:
            break
        if words[place].token.is_word:
            start = place
    return start


def _reach(words: Sequence[Word], match: Match[str], negators: Negators) -> int:
    """Where what is denied ends; the end of the cue when nothing is.

    What a verb of denying denies may stand behind a comma («отрицает, что …»). A further negation that is coordinated ("and not", «ولا») starts a reach of its own.
    """
    following = words[match.last : match.last + 1]
    needs_verb = match.value == _PARTICLE and words[match.first].folded in negators.verbal_only
    if needs_verb and (not following or following[0].folded not in negators.verbal_starts):
        return match.last
    first = match.last + (match.value == _DENIAL and bool(following) and following[0].folded in ",،")
    end, content, joint = match.last, 0, None
    for at in range(first, min(len(words), match.last + _MAX_REACH)):
        word = words[at]
        if word.folded in _CLAUSE_MARKS or (word.folded in negators.boundaries and content):
            break
        if word.folded in negators.coordinators:
            joint = end
        may_restart = content and (joint is not None or word.folded.startswith(negators.conjunctions))
        inner = negators.cues.match(words, at) if may_restart else None
        if inner is not None and inner.value == _PARTICLE:
            return end if joint is None else joint
        if word.token.is_word:
            end = at + 1
            content += word.folded not in negators.empty
            if match.value == _PHRASE and content >= _PHRASE_REACH:
                break
    return end if content else match.last
