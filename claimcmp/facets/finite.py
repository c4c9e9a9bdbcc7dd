"""Whether a negation denies what its clause states, or only an infinitive, a participle or something waited for.

"She was asked not to come" and "until they do not disarm" state no negated
fact, and translations render them without a negation more often than not.
Which words tell is data: the table ``polarity.finite`` of a language. Without
marks of what is finite every negation counts that is no infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.negators import Negation
from claimcmp.facets.phrases import PhraseIndex, Word, fold_phrase, get_table

_CLAUSE_MARKS = frozenset(".،,;؛:?!؟()[]\n")
_WAITING_REACH = 6
"""Words between "until" and the negation of its clause."""

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
    waiting
        What opens a clause of something waited for ("until").
    ended
        Words of a negation, or just after it, that make it tell an end ("no longer", «ne … plus»): other languages say that with "cease" or "change".
    """

    cues: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    infinitives: re.Pattern[str]
    waiting: PhraseIndex[str]
    ended: re.Pattern[str]
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
        waiting=PhraseIndex((fold_phrase(phrase), phrase) for phrase in table.get("waiting", ())),
        ended=compile_stars(table.get("ended", ())),
        is_listed=bool({"cues", "after", "before"} & table.keys()),
    )


def compile_stars(entries: Iterable[str]) -> re.Pattern[str]:
    r"""One pattern for folded words of which any is meant; ``*`` stands for any letters, or none.

    Examples
    --------
    >>> compile_stars(["refus*", "no"]).fullmatch("refused") is not None
    True
    """
    stars = (r"\w*".join(re.escape(fold_phrase(part)) if part else "" for part in entry.split("*")) for entry in entries)
    return re.compile("|".join(stars) or r"(?!)")


def is_finite(words: Sequence[Word], negation: Negation, marks: FiniteMarks, openers: Set[str]) -> bool:
    """Whether a negation denies what its clause states."""
    around = words[negation.first : negation.last + 1]
    if _is_waited_for(words, negation, marks) or any(marks.ended.fullmatch(word.folded) for word in around):
        return False
    if negation.opener is not None:
        opener = words[negation.opener].folded
        return (negation.opener + 1 != negation.first or opener not in openers) and marks.infinitives.fullmatch(opener) is None
    following = next((word.folded for word in words[negation.last : negation.last + 2] if word.token.is_word), "")
    if marks.infinitives.fullmatch(following) is not None:
        return False
    if not marks.is_listed or any(marks.cues.fullmatch(word.folded) for word in words[negation.first : negation.last]):
        return True
    return _follows_auxiliary(words, negation, marks) or marks.before.fullmatch(following) is not None


def _follows_auxiliary(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    for at in range(negation.first - 1, max(-1, negation.first - 2 - _BETWEEN), -1):
        if words[at].folded in _CLAUSE_MARKS:
            return False
        if marks.after.fullmatch(words[at].folded):
            return True
    return False


def _is_waited_for(words: Sequence[Word], negation: Negation, marks: FiniteMarks) -> bool:
    for at in range(negation.first - 1, max(-1, negation.first - 1 - _WAITING_REACH), -1):
        if words[at].folded in _CLAUSE_MARKS:
            return False
        if marks.waiting.match(words, at) is not None:
            return True
    return False
