"""Several speakers of one statement before their verb ("The mayor, the governor and the police chief said")."""

from __future__ import annotations

from collections.abc import Callable

from claimcmp.extract.noun_phrases import HEADS
from claimcmp.extract.view import Sentence

MAX_LISTED = 5
"""More noun phrases in a row are no speakers."""


def find_list(sentence: Sentence, start: int, lower: int, walk_back: Callable[[Sentence, int, int], int]) -> int:
    """The first token of a list of speakers whose last one begins at ``start``; ``start`` where there is no list.

    ``walk_back`` gives the first token of the noun phrase that ends before a
    token. A list begins its clause: "He met the governor and the mayor said" has none.
    """
    if start - 1 <= lower or not sentence.has("name_joiners", start - 1):
        return start
    at, chosen = start - 1, start
    if sentence.is_comma(at - 1):
        at -= 1
    for _ in range(MAX_LISTED):
        first = walk_back(sentence, at, lower)
        if first >= at or not _is_speaker(sentence, first, at):
            break
        if first == lower or sentence.is_comma(first - 1):
            chosen = first
        at = first - 1
        if at <= lower or not sentence.is_comma(at):
            break
    return chosen


def _is_speaker(sentence: Sentence, first: int, end: int) -> bool:
    """Whether the tokens are a person or body: their last word is a noun for one, behind an article or without."""
    begins = sentence.has("determiners", first) or sentence.tokens[first].text[0].isupper()
    return begins and any(sentence.has(key, end - 1) for key in HEADS)
