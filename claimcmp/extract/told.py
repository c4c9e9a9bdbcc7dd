"""Outlets that a source spoke to: "to the agency X", «газете …», "der Zeitung …"."""

from __future__ import annotations

from claimcmp.extract.raw import Mention
from claimcmp.extract.view import Sentence

MAX_NAME_TOKENS = 5
"""A name, or a name in quotation marks, is no longer."""


def outlet_end(sentence: Sentence, at: int, last: int, *, has_subject: bool) -> int:
    """The token after "to the outlet X" at ``at``, or 0 where nothing is told to an outlet."""
    first = at
    if sentence.has("told_outlets", at):
        return _name_end(sentence, at + 1, last)
    if sentence.has("addressing_words", at):
        first = at + 1
        first += sentence.has("determiners", first)
        if sentence.has("audience", first):
            return 0
        is_outlet = (
            sentence.match("outlets", first)
            or sentence.match("outlet_nouns", first)
            or (sentence.is_open(first) and sentence.quote_words(first) <= MAX_NAME_TOKENS)
        )
        end = _name_end(sentence, first, last) if is_outlet and first < last else 0
        is_article = sentence.has("determiners", at) and not has_subject
        return end if not is_article or _has_noun(sentence, end, last) else 0
    length = sentence.match("outlets", at)
    if sentence.is_open(at) and sentence.match("outlets", at + 1):
        length = sentence.quote_end(at) - at
    is_told = length and (has_subject or _has_noun(sentence, at + length, last))
    return at + length if is_told and at + length <= last else 0


def _has_noun(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a further noun phrase, the subject, follows before the next mark."""
    if at >= last or not sentence.tokens[at].is_word or sentence.has("adverbial_starts", at) or sentence.match("citing", at):
        return False
    return not any(sentence.has(key, at) for key in ("time_words", "coordinators", "source_stops", "noun_links")) and not sentence.match(
        "according", at
    )


def _name_end(sentence: Sentence, at: int, last: int) -> int:
    """The end of an outlet's name: known, quoted, or capitalised after its noun."""
    first = at
    length = sentence.match("outlets", at) or sentence.match("outlet_nouns", at)
    at += length
    if at < last and sentence.is_open(at):
        return min(sentence.quote_end(at), last)
    known = sentence.match("outlets", at) if not sentence.match("outlets", first) else 0
    if known or sentence.match("outlets", first):
        return min(at + known, last)
    while at < last and sentence.tokens[at].is_word and sentence.tokens[at].text[0].isupper() and at - first < MAX_NAME_TOKENS:
        at += 1
    return max(first, at)


def find_told(sentence: Sentence, first: int, last: int) -> tuple[Mention, ...]:
    """The outlets told in tokens ``first:last``, where the subject is known already."""
    found: list[Mention] = []
    at = first
    while at < last:
        end = outlet_end(sentence, at, last, has_subject=True)
        if end:
            found.append(Mention(span=sentence.cover(at + sentence.has("addressing_words", at), end)))
        at = end or at + 1
    return tuple(found)
