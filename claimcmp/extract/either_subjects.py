"""The subject before its verb, in languages where it may also follow."""

from __future__ import annotations

from claimcmp.extract.either_sources import read_institution
from claimcmp.extract.noun_phrases import (
    HEADS,
    MAX_SUBJECT_TOKENS,
    can_begin,
    can_end,
    is_day_article,
    is_plausible,
    links,
    names_holder,
    names_post,
    skip_lead,
    trailing_name,
)
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import find_reason
from claimcmp.extract.told import MAX_NAME_TOKENS
from claimcmp.extract.verb_groups import Group, is_mark
from claimcmp.extract.view import Sentence

MAX_APPOSITION_TOKENS = 45
"""A name and its verb stand no further apart than this."""

MAX_REASON_TOKENS = 14
"""Tokens of a stated reason for anonymity between a source and its verb."""


def read_before(sentence: Sentence, group: Group, lower: int) -> tuple[Mention | None, int]:
    """The subject that ends before a verb, and the token where it or its clause begins."""
    verb = end = group.first
    while end > lower and (_is_adverb(sentence, end - 1) or sentence.has("time_words", end - 1) or is_day_article(sentence, end - 1)):
        end -= 1
    end = _skip_reason(sentence, end, lower)
    if end <= lower or sentence.has("coordinators", end - 1):
        return None, verb
    if sentence.has("relatives", end - 1) and end - 1 > lower and not sentence.has("pronoun_speakers", end - 1):
        return (None, verb) if _describes(sentence, end - 1, group) else _read_antecedent(sentence, end - 1, lower, verb)
    if is_mark(sentence, end - 1):
        return _read_apposed(sentence, end - 1, lower, verb)
    start = _walk_back(sentence, end, lower)
    institution = _read_place(sentence, group, start, end)
    if institution is not None:
        return institution, start
    head = skip_lead(sentence, start, end)
    if head is not None:
        return _read_noun(sentence, head, end, verb), start
    return _read_apposed(sentence, start - 1, lower, verb) if start - 1 > lower and is_mark(sentence, start - 1) else (None, start)


def _read_place(sentence: Sentence, group: Group, start: int, end: int) -> Mention | None:
    """«В пресс-службе МЧС уточнили»: a place that speaks, where nothing after it can be the subject."""
    head = skip_lead(sentence, start, end)
    is_owner = head is not None and start < head and all(sentence.has("not_names", i) for i in range(head, end))
    is_place = head is None or is_owner or (start < head and sentence.has("oblique_nouns", head - 1))
    return read_institution(sentence, group, start, end) if is_place else None


def _read_noun(sentence: Sentence, head: int, end: int, verb: int) -> Mention | None:
    """The noun phrase ``head:end`` as a subject, if it can be one."""
    if not is_plausible(sentence, head) or not can_end(sentence, end - 1):
        return None
    is_attribute = sentence.tokens[head].text[0].islower() and not any(sentence.has(key, head) for key in HEADS)
    if is_attribute and not sentence.lexicon.sets["determiners"]:
        head = trailing_name(sentence, head, end) or head
    last = _trim_tail(sentence, head, end)
    return Mention(span=sentence.cover(head, last), reason=find_reason(sentence, head, verb))


def _describes(sentence: Sentence, relative: int, group: Group) -> bool:
    """Whether a relative clause without comma tells who some people are («vecinos que piden agua»), and not what they say («vecinos que dicen que …»)."""
    is_open = is_mark(sentence, relative - 1) or not sentence.tokens[relative - 1].text[0].islower()
    return not is_open and not sentence.match("complementisers", group.after)


def _read_antecedent(sentence: Sentence, relative: int, lower: int, verb: int) -> tuple[Mention | None, int]:
    end = relative
    while end > lower and is_mark(sentence, end - 1):
        end -= 1
    if sentence.has("coordinators", end - 1):
        return None, verb
    start = _walk_back(sentence, end, lower)
    head = skip_lead(sentence, start, end)
    if head is None or head >= end:
        return None, verb
    articles = (
        i
        for i in range(end - 1, head, -1)
        if sentence.has("determiners", i) and not sentence.has("genitives", i) and not sentence.has("genitives", i - 1)
    )
    if sentence.lexicon.sets["determiners"]:
        head = next(articles, head)
    else:
        oblique = (i + 1 for i in range(end - 2, head - 1, -1) if sentence.has("adverbial_starts", i) or sentence.has("noun_links", i))
        head = next(oblique, max(head, end - MAX_NAME_TOKENS))
    return Mention(span=sentence.cover(head, end)), relative


def _read_apposed(sentence: Sentence, comma: int, lower: int, verb: int) -> tuple[Mention | None, int]:
    """ "Name, the post, said": the name with its post; an aside is left out."""
    floor = max(lower, comma - MAX_APPOSITION_TOKENS)
    for opening in range(comma - 1, floor, -1):
        if not is_mark(sentence, opening) or sentence.quote_at[opening] >= 0:
            continue
        start = _walk_back(sentence, opening, lower)
        head = skip_lead(sentence, start, opening)
        if head is None or head >= opening or not is_plausible(sentence, head) or not can_end(sentence, opening - 1):
            continue
        if head == opening - 1 and sentence.has("time_words", head):
            continue
        is_post = names_post(sentence, opening + 1, comma) or names_holder(sentence, head, opening, comma)
        end = comma if is_post else opening
        return Mention(span=sentence.cover(head, end), reason=find_reason(sentence, opening, comma)), start
    return None, verb


def _walk_back(sentence: Sentence, end: int, lower: int) -> int:
    """From token ``end`` back to where the clause before it begins."""
    at = end
    while at > lower and end - at < MAX_SUBJECT_TOKENS and _belongs(sentence, at - 1, lower):
        at -= 1
    return at


def _belongs(sentence: Sentence, at: int, lower: int) -> bool:
    if sentence.quote_at[at] >= 0:
        return sentence.quote_words(at) <= MAX_NAME_TOKENS
    if not sentence.tokens[at].is_word:
        return sentence.tokens[at].text in "'’&.()/№%" and at > lower
    if sentence.has("name_joiners", at) and at > lower:
        return _joins(sentence, at)
    if sentence.match("complementisers", at) or sentence.match("clause_breaks", at):
        return False
    if sentence.has("relatives", at) and not (sentence.has("determiners", at) and not is_mark(sentence, at - 1)):
        return False
    return not any(sentence.has(key, at) for key in ("passives", "finite_words", "coordinators", "perfect_words"))


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether "and" joins two names or nouns of one subject, not two clauses."""
    left, right = sentence.tokens[at - 1], sentence.tokens[min(at + 1, len(sentence.tokens) - 1)]
    if left.text[0].isupper() and right.text[0].isupper():
        return True
    if sentence.lexicon.sets["determiners"] and not can_begin(sentence, at + 1):
        return True
    is_noun = sentence.has("determiners", at + 1) or any(sentence.has(key, at + 1) for key in HEADS)
    return is_noun and (left.text[0].isupper() or any(sentence.has(key, at - 1) for key in HEADS))


def _skip_reason(sentence: Sentence, end: int, lower: int) -> int:
    """The token before a stated reason for anonymity that ends at ``end`` without a comma."""
    near = range(end - 1, max(lower, end - MAX_REASON_TOKENS), -1)
    start = next((i for i in near if sentence.match("anonymity_reasons", i)), None)
    return end if start is None or any(is_mark(sentence, i) for i in range(start, end)) else start


def _is_adverb(sentence: Sentence, at: int) -> bool:
    return sentence.has("auxiliaries", at) or (sentence.ends_with("adverb_endings", at) and sentence.tokens[at].text[0].islower())


def _trim_tail(sentence: Sentence, head: int, end: int) -> int:
    """The end of a subject without the adverbial between it and its verb ("the minister on Monday said")."""
    for at in range(head + 1, end):
        stops = sentence.match("source_stops", at) and not links(sentence, head, at) and not sentence.has("determiners", at - 1)
        if stops or (sentence.has("time_words", at) and sentence.quote_at[at] < 0):
            return at
    return end
