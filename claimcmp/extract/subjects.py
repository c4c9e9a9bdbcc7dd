"""The subject that stands before a reporting verb."""

from __future__ import annotations

from claimcmp.extract.raw import Mention
from claimcmp.extract.view import Sentence

MAX_SUBJECT_TOKENS = 28
"""A longer stretch before a verb is a clause, not a subject."""


def find_subject(sentence: Sentence, verb: int, lower: int) -> tuple[Mention | None, int]:
    """The subject that ends before token ``verb`` and starts at or after ``lower``, and its first token."""
    end = verb
    while end > lower and (sentence.has("auxiliaries", end - 1) or (sentence.ends_with("adverb_endings", end - 1) and end - 1 > lower)):
        end -= 1
    if end <= lower or sentence.has("passives", end - 1) or sentence.quote_at[end - 1] >= 0:
        return None, verb
    if sentence.has("relatives", end - 1):
        return _antecedent(sentence, end - 1, lower, verb)
    start, name_end = _walk_back(sentence, end, lower)
    start = _skip_connectives(sentence, start, name_end)
    if name_end <= start or not any(sentence.tokens[i].is_word for i in range(start, name_end)):
        return None, verb
    if sentence.has("clause_breaks", start) or _is_adverbial(sentence, start):
        return None, verb
    return Mention(span=sentence.cover(start, name_end), reason=_reason(sentence, start, end)), start


def is_pronoun(sentence: Sentence, at: int) -> bool:
    """Whether the token is a pronoun that can speak."""
    return sentence.has("pronoun_speakers", at)


def _reason(sentence: Sentence, start: int, end: int) -> str | None:
    for at in range(start, end):
        if sentence.match("anonymity_reasons", at):
            return sentence.text[sentence.tokens[at].start : sentence.tokens[min(end, sentence.reason_end(at)) - 1].end].rstrip(" ,")
    return None


def _walk_back(sentence: Sentence, end: int, lower: int) -> tuple[int, int]:
    """From the verb back to where its subject begins; a bracketing pair of commas is an apposition."""
    name_end = end
    at = end
    if sentence.is_comma(end - 1):
        opening = next((i for i in range(end - 2, max(lower, end - 26) - 1, -1) if sentence.is_comma(i) and sentence.quote_at[i] < 0), None)
        if opening is None or opening <= lower:
            return end, end
        name_end = opening if _is_aside(sentence, opening + 1) else end - 1
        at = opening
    while at > lower and end - at < MAX_SUBJECT_TOKENS and _continues(sentence, at - 1, lower):
        at -= 1
    return at, name_end


def _is_aside(sentence: Sentence, first: int) -> bool:
    """Whether an apposition tells about the person ("who …", "speaking …") instead of naming the post."""
    return sentence.has("relatives", first) or sentence.ends_with("gerund_endings", first)


def _continues(sentence: Sentence, at: int, lower: int) -> bool:
    """Whether the token can belong to the subject."""
    text = sentence.tokens[at].text
    if sentence.quote_at[at] >= 0:
        return sentence.quote_words(at) <= 3
    if not sentence.tokens[at].is_word:
        return text in "'’-&.()/" and at > lower
    if sentence.has("name_joiners", at):
        return _joins_names(sentence, at, lower)
    return not (sentence.has("clause_breaks", at) and not _inside_name(sentence, at)) and not sentence.has("passives", at)


def _inside_name(sentence: Sentence, at: int) -> bool:
    """"with" and "where" inside a noun phrase ("a source with knowledge of")."""
    return sentence.has("source_links", at) and sentence.has("link_heads", at - 1)


def _joins_names(sentence: Sentence, at: int, lower: int) -> bool:
    if at - 1 < lower or at + 1 >= len(sentence.tokens):
        return False
    left, right = sentence.tokens[at - 1].text, sentence.tokens[at + 1].text
    return left[0].isupper() and (right[0].isupper() or sentence.has("determiners", at + 1)) or sentence.has("post_nouns", at + 1)


def _skip_connectives(sentence: Sentence, start: int, end: int) -> int:
    while start < end and (not sentence.tokens[start].is_word and not sentence.is_open(start) or sentence.has("clause_breaks", start)):
        start += 1
    return start


def _is_adverbial(sentence: Sentence, start: int) -> bool:
    return sentence.has("adverbial_starts", start)


def _antecedent(sentence: Sentence, relative: int, lower: int, verb: int) -> tuple[Mention | None, int]:
    """"Kirby, who said …": the noun phrase before the relative."""
    end = relative
    while end > lower and sentence.is_comma(end - 1):
        end -= 1
    at = end
    while at > lower and end - at < 10 and _continues(sentence, at - 1, lower) and not sentence.has("source_stops", at - 1):
        at -= 1
    return (Mention(span=sentence.cover(at, end)), relative) if end > at else (None, verb)
