"""Whether a negation denies what its clause states, or only an infinitive, a participle or something waited for.

"She was asked not to come" and "until they do not disarm" state no negated
fact, and translations render them without a negation more often than not; so
do they what is denied of a part or for a while only ("not the only one", "not
yet", "not until"), what is compared ("never so high") and commands. (Horn
1989, A Natural History of Negation, on such denials.)
Which words tell is data: the table ``polarity.finite`` of a language. Without
marks of what is finite every negation counts that is no infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import attrs

from claimcmp.facets.negators import Negation
from claimcmp.facets.phrases import PhraseIndex, Word, get_table, read_words
from claimcmp.records import Claim
from claimcmp.settings import Settings
from claimcmp.text.stars import compile_stars, fold_phrase

_CLAUSE_MARKS = frozenset(".،,;؛:?!؟()[]\n")
_WAITING_REACH = 6
"""Words between "until" and the negation of its clause."""

_TURNING_REACH = 2
"""Words after a negation of which one may make it deny a part ("was not the only")."""

_DELAY_REACH = 3, 8
"""Words before and after a negation within which a phrase tells that it holds for a while only; turned round where it stands behind what it denies."""

_UNDOING_REACH = 2
"""Words from a negation, or from its second part, to the verb that it denies."""

_OPENING_MARKS = frozenset('«“„"—–-:.\n')

_BETWEEN = 2
"""Words that may stand between an auxiliary and its negation ("is clearly not")."""


@attrs.frozen
class FiniteMarks:
    """How finite negations are known in a language.

    Parameters
    ----------
    cues
        Negations that are always finite.
    after
        Words of which one stands shortly before a finite negation: auxiliaries.
    before
        Words that follow a finite negation: finite verbs, by their endings or beginnings.
    infinitives
        What marks a negated infinitive: a word after the negation ("to", «venir»), or the first part of one in two parts («n'avoir»).
    infinitive_leads, closing_infinitives
        The word before an infinitive that closes its clause («zu fordern»), and such infinitives that hold that word («einzugreifen»).
    waiting
        What opens a clause of something waited for or supposed ("until", "if").
    ended
        Words of a negation, or just after it, that make it tell an end ("no longer", «ne … plus»): other languages say that with "cease" or "change".
    turned
        Words shortly after a negation that make it deny a part or a degree only ("only", "always", "so"): others say "one of", "seldom", "the highest".
    undoing
        Words near a negation that undo something themselves, so that the two affirm («ne désemplit pas», "did not relent").
    delays
        Phrases in the clause of a negation that make it hold for a while only ("yet", "until"), or, in Turkish, of a part only ("yalnızca"): others say "still to", "first".
    already
        What tells that something has happened: over against it, what has "not yet" is denied after all.
    commands
        Words, or what stands before their apostrophe, that at the beginning of a sentence or quotation make a negation a command ("don't", «ne», «n'»).
    """

    cues: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    infinitives: re.Pattern[str]
    infinitive_leads: frozenset[str]
    closing_infinitives: re.Pattern[str]
    waiting: PhraseIndex[str]
    ended: re.Pattern[str]
    turned: re.Pattern[str]
    undoing: re.Pattern[str]
    delays: PhraseIndex[str]
    already: PhraseIndex[str]
    commands: re.Pattern[str]
    is_listed: bool


@lru_cache(maxsize=32)
def load_finite_marks(language: str, extra: tuple[Path, ...]) -> FiniteMarks:
    """The marks of finite negations of a language."""
    table = get_table(language, "polarity", extra).get("finite", {})
    return FiniteMarks(
        cues=compile_stars(table.get("cues", ())),
        after=compile_stars(table.get("after", ())),
        before=compile_stars(table.get("before", ())),
        infinitives=compile_stars(table.get("infinitives", ())),
        infinitive_leads=frozenset(map(fold_phrase, table.get("infinitive_leads", ()))),
        closing_infinitives=compile_stars(table.get("closing_infinitives", ())),
        waiting=PhraseIndex((fold_phrase(phrase), phrase) for phrase in table.get("waiting", ())),
        ended=compile_stars(table.get("ended", ())),
        turned=compile_stars(table.get("turned", ())),
        undoing=compile_stars(table.get("undoing", ())),
        delays=PhraseIndex((fold_phrase(phrase), phrase) for phrase in table.get("delays", ())),
        already=PhraseIndex((fold_phrase(phrase), phrase) for phrase in table.get("already", ())),
        commands=compile_stars(table.get("commands", ())),
        is_listed=bool({"cues", "after", "before"} & table.keys()),
    )


def is_finite(words: Sequence[Word], negation: Negation, marks: FiniteMarks, openers: Set[str]) -> bool:
    """Whether a negation denies what its clause states."""
    around = words[negation.first : negation.last + 1]
    if _is_waited_for(words, negation, marks) or any(marks.ended.fullmatch(word.folded) for word in around):
        return False
    if (
        _is_undone(words, negation, marks)
        or _is_turned(words, negation, marks)
        or _is_delayed(words, negation, marks)
        or _is_command(words, negation, marks)
    ):
        return False
    if negation.opener is not None:
        opener = words[negation.opener].folded
        return (negation.opener + 1 != negation.first or opener not in openers) and marks.infinitives.fullmatch(opener) is None
    following = next((word.folded for word in words[negation.last : negation.last + 2] if word.token.is_word), "")
    if marks.infinitives.fullmatch(following) is not None or _ends_in_infinitive(words, negation, marks):
        return False
    if not marks.is_listed or any(marks.cues.fullmatch(word.folded) for word in words[negation.first : negation.last]):
        return True
    return _follows_auxiliary(words, negation, marks) or marks.before.fullmatch(following) is not None


def tells_already(claim: Claim, settings: Settings) -> bool:
    """Whether a claim says that something has happened already.

    Examples
    --------
    >>> from claimcmp.records import Span
    >>> text = "The bridge is already open"
    >>> tells_already(Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text), Settings())
    True
    """
    words = read_words(claim.text, claim.language, settings)
    marks = load_finite_marks(claim.language, settings.language_files)
    return any(marks.already.match(words, at) is not None for at in range(len(words)))


def _ends_in_infinitive(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    """Whether the clause ends in an infinitive («nicht in den Streit einzugreifen»)."""
    clause = [words[at].folded for at in _list_clause(words, range(negation.last, len(words))) if words[at].token.is_word]
    return bool(clause) and (
        marks.closing_infinitives.fullmatch(clause[-1]) is not None or " ".join(clause[-2:-1]) in marks.infinitive_leads
    )


def _follows_auxiliary(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    return any(marks.after.fullmatch(words[at].folded) for at in _look_back(words, negation, _BETWEEN + 1))


def _is_waited_for(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    return any(marks.waiting.match(words, at) is not None for at in _look_back(words, negation, _WAITING_REACH))


def _is_turned(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    return any(marks.turned.fullmatch(words[at].folded) for at in _look_ahead(words, negation.last, _TURNING_REACH))


def _is_undone(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    back = _look_back(words, negation, _UNDOING_REACH) if negation.opener is not None else []
    return any(marks.undoing.fullmatch(words[at].folded) for at in (*back, *_look_ahead(words, negation.last, _UNDOING_REACH)))


def _is_delayed(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    before, after = _DELAY_REACH if negation.start >= negation.first else _DELAY_REACH[::-1]
    ahead = _look_ahead(words, negation.first, negation.last - negation.first + after)
    return any(marks.delays.match(words, at) is not None for at in (*_look_back(words, negation, before), *ahead))


def _look_back(words: Sequence[Word], negation: Negation, reach: int) -> list[int]:
    """The places of the same clause before a negation, the nearest first."""
    return _list_clause(words, range(negation.first - 1, max(-1, negation.first - 1 - reach), -1))


def _look_ahead(words: Sequence[Word], first: int, reach: int) -> list[int]:
    """The places of one clause from the first on."""
    return _list_clause(words, range(first, min(len(words), first + reach)))


def _list_clause(words: Sequence[Word], places: Iterable[int]) -> list[int]:
    """The places up to the next mark that ends a clause."""
    return list(takewhile(lambda at: words[at].folded not in _CLAUSE_MARKS, places))


def _is_command(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    first = negation.first if negation.opener is None else min(negation.first, negation.opener)
    at = first - 1 if first > 0 and marks.commands.fullmatch(words[first - 1].folded) else first
    is_first = at == 0 or words[at - 1].token.text in _OPENING_MARKS
    return is_first and any(marks.commands.fullmatch(form) for form in (words[at].folded, words[at].folded.partition("'")[0]))
