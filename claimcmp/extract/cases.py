"""Words in the cases of a language that has them, and the verb forms that end a clause, by their endings."""

from __future__ import annotations

import re

from claimcmp.extract.view import Sentence
from claimcmp.extract.words import NOUN_LISTS
from claimcmp.records import Span


def in_case(sentence: Sentence, at: int, *cases: str) -> bool:
    """Whether the token can stand in one of the cases, by its ending."""
    patterns = sentence.lexicon.words.case_patterns
    return any(case in patterns and re.search(patterns[case], sentence.tokens[at].text) for case in cases)


def cut_case(sentence: Sentence, first: int, last: int, case: str) -> Span:
    """Offsets of tokens ``first:last`` without the ending of the governed case."""
    token = sentence.tokens[last - 1]
    end = token.end
    marks = [token.text.find(mark) for mark in sentence.lexicon.words.suffix_marks]
    at = min((mark for mark in marks if mark > 0), default=0)
    pattern = sentence.lexicon.words.case_patterns.get(case)
    found = re.search(pattern, token.text) if pattern and not at else None
    if at or (found and found.start() > 1):
        end = token.start + (at or found.start())  # type: ignore[union-attr]  # found where at is 0
    return Span(start=sentence.tokens[first].start, end=end)


def is_finite(sentence: Sentence, at: int) -> bool:
    """Whether the word can be the verb that ends a clause."""
    if at < 0 or sentence.quote_at[at] >= 0 or not sentence.tokens[at].is_word or len(sentence.words[at]) < 3:
        return False
    if sentence.has("not_complementiser_after", at) or sentence.tokens[at].text[0].isupper() or is_known_noun(sentence, at):
        return False
    starts = sentence.lexicon.sets["finite_starts"]
    return (
        sentence.has("finite_words", at)
        or sentence.ends_with("finite_endings", at)
        or any(sentence.words[at].startswith(s) for s in starts)
    )


def is_known_noun(sentence: Sentence, at: int) -> bool:
    """Whether the word names a post, an organisation, a document, an outlet or an unnamed person."""
    return any(sentence.has(key, at) for key in NOUN_LISTS)


def has_mark(sentence: Sentence, at: int) -> bool:
    """Whether a mark parts endings from the word, as names have it."""
    return any(mark in sentence.tokens[at].text for mark in sentence.lexicon.words.suffix_marks)
