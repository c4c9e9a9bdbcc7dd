"""The words that negate, with how far each reaches.

A particle reaches to the end of its clause, a negating noun ("without",
«غير») only over the word after it (the scopes of Morante & Daelemans 2012,
simplified). Where the verb comes last (``order = "before"``), what is denied
stands before the negation, and a negation inside the verb denies the verb too.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import attrs

from claimcmp.facets.falsehood import Falsehood, find_falsehoods
from claimcmp.facets.negator_words import CLOSER, DENIAL, EXCEPTION, PARTICLE, PHRASE, WAITING, Negators, is_opener
from claimcmp.facets.phrases import Match, Word
from claimcmp.records import Span

_CLAUSE_MARKS = frozenset(".،,;؛:?!؟()[]\n")
_MAX_REACH = 40
"""Words after which no negation reaches; clauses of news are shorter, and reading stays linear."""

_PHRASE_REACH = 1
"""How many content words a negating noun denies."""

_FEWEST_CLOSED = 2
"""Words that a negation behind them denies at least; one, where the language's file says so («пострадавших нет»)."""

_PAIR_REACH = 6
"""Words within which the two parts of one negation stand (ne … plus), and a strengthening word and its negation."""


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
    return match.prefix in (negators.joinable if match.value == PHRASE else ("", *negators.conjunctions))


def _read_inner(words: Sequence[Word], at: int, negators: Negators) -> Negation | None:
    """A word that holds its negation inside; a name in the middle of a sentence never does."""
    word = words[at]
    is_name = word.token.text[:1].isupper() and at > 0 and words[at - 1].token.is_word
    if is_name or not word.token.is_word or negators.inner.affirm(word.folded) is None or _tells_whether(words, at, negators):
        return None
    if negators.is_before:
        return Negation(at, at + 1, _reach_back(words, at, negators.boundaries), at + 1, is_act=True)
    end = _reach(words, Match(at, at + 1, "", PARTICLE), negators)
    return Negation(at, at + 1, at + 1, end, is_act=True) if end > at + 1 else None


def _tells_whether(words: Sequence[Word], at: int, negators: Negators) -> bool:
    """Whether a verb and its negation side by side leave it open which of the two is so («gelip gelmediği»)."""
    before = words[at - 1].folded if at else ""
    stem = next((before.removesuffix(ending) for ending in negators.whether_endings if before.endswith(ending)), "")
    return len(stem) > 1 and words[at].folded.startswith(stem[:-1])


def _read_cue(words: Sequence[Word], match: Match[str], negators: Negators) -> Negation | None:
    written = negators.spelled.get(words[match.first].folded)
    if match.value == EXCEPTION or (written is not None and written not in words[match.first].token.text):
        return None
    if match.value == WAITING:
        if _depends(words, match, negators):
            return None
        match = attrs.evolve(match, value=PARTICLE)
    opener = _find_opener(words, match, negators) if match.value == CLOSER else None
    if match.value == CLOSER and opener is None:
        return None
    if negators.is_before and match.value in (PARTICLE, DENIAL):
        start = _reach_back(words, match.first, negators.boundaries)
        return Negation(match.first, match.last, start, match.first, is_act=match.value == PARTICLE) if start < match.first else None
    end = _reach(words, match, negators)
    if end <= match.last and words[match.last - 1].folded in negators.closing:
        return _read_closing(words, match, negators)
    if end <= match.last and (opener is None or opener > match.last):
        return None
    is_act = match.value in (PARTICLE, CLOSER) and not _is_restricted(words, match, negators)
    return Negation(match.first, match.last, match.last, max(end, match.last), is_act=is_act, opener=opener)


def _read_closing(words: Sequence[Word], match: Match[str], negators: Negators) -> Negation | None:
    """A negation behind all that it denies («er kommt nicht»).

    None behind a conjunction ("or not"), a single word ("why not") or in a comparison («wie seit Jahren nicht»).
    """
    start = _reach_back(words, match.first, negators.coordinators)
    denied = [word.folded for word in words[start : match.first] if word.token.is_word]
    least = 1 if words[match.first].folded in negators.closing_one else _FEWEST_CLOSED
    if len(denied) < least or not negators.comparing.isdisjoint(denied):
        return None
    return Negation(match.first, match.last, start, match.first, is_act=True)


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


def _is_only_stronger(negation: Negation, found: Sequence[Negation], words: Sequence[Word], negators: Negators) -> bool:
    """Whether a negation of the same clause is only strengthened by this one."""
    if negation.opener is not None:
        return any(other.opener == negation.opener and other.first < negation.first for other in found)
    if _key(negation, words) not in negators.concord:
        return False
    return any(
        other.is_act
        and (_key(other, words) not in negators.concord or other.first < negation.first)
        and (is_beside(words, negation.first, other) or (negators.is_before and other.start <= negation.first < other.first))
        for other in found
        if other is not negation
    )


def is_beside(words: Sequence[Word], at: int, negation: Negation) -> bool:
    """Whether a word stands in the clause of a negation, near enough to strengthen it."""
    first, last = sorted((at, negation.first))
    return last - first <= _PAIR_REACH + 2 and not any(word.folded in _CLAUSE_MARKS for word in words[first:last])


def _key(negation: Negation, words: Sequence[Word]) -> str:
    return " ".join(word.folded for word in words[negation.first : negation.last])


def _reach_back(words: Sequence[Word], at: int, stops: Set[str]) -> int:
    """Where the denied words before a negation begin, behind the last of the words that part clauses."""
    start = at
    for place in range(at - 1, max(-1, at - 1 - _MAX_REACH), -1):
        if words[place].folded in _CLAUSE_MARKS or words[place].folded in stops:
            break
        if words[place].token.is_word:
            start = place
    return start


def _reach(words: Sequence[Word], match: Match[str], negators: Negators) -> int:
    """Where what is denied ends; the end of the cue when nothing is.

    What a verb of denying denies may stand behind a comma («отрицает, что …»). A further negation that is coordinated ("and not", «ولا») starts a reach of its own.
    """
    following = words[match.last : match.last + 1]
    needs_verb = match.value == PARTICLE and words[match.first].folded in negators.verbal_only
    if needs_verb and (not following or following[0].folded not in negators.verbal_starts):
        return match.last
    first = match.last + (match.value == DENIAL and bool(following) and following[0].folded in ",،")
    end, content, joint = match.last, 0, None
    for at in range(first, min(len(words), match.last + _MAX_REACH)):
        word = words[at]
        if word.folded in _CLAUSE_MARKS or (word.folded in negators.boundaries and content):
            break
        if word.folded in negators.coordinators:
            joint = end
        may_restart = content and (joint is not None or word.folded.startswith(negators.conjunctions))
        inner = negators.cues.match(words, at) if may_restart else None
        if inner is not None and inner.value == PARTICLE:
            return end if joint is None else joint
        if word.token.is_word:
            end = at + 1
            content += word.folded not in negators.empty
            if match.value == PHRASE and content >= _PHRASE_REACH:
                break
    return end if content else match.last
