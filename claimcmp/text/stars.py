"""Listed words and phrases as they are looked up among the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcmp.text.tokens import tokenize


def plain_apostrophe(folded: str) -> str:
    """With one form of the apostrophe."""
    return folded.replace("’", "'") if "’" in folded else folded


def fold_phrase(phrase: str) -> str:
    """The folded words of a phrase, one space between them, as the tokenizer cuts them."""
    return " ".join(plain_apostrophe(token.folded) for token in tokenize(phrase))


def compile_stars(entries: Iterable[str]) -> re.Pattern[str]:
    r"""One pattern for folded words of which any is meant, or phrases, one space between their words; ``*`` stands for any letters, or none.

    Examples
    --------
    >>> compile_stars(["refus*", "stay* away"]).fullmatch("stayed away") is not None
    True
    """
    return re.compile("|".join(_spell_stars(entry) for entry in entries) or r"(?!)")


def _spell_stars(entry: str) -> str:
    return " ".join(r"\w*".join(re.escape(fold_phrase(part)) for part in word.split("*")) for word in entry.split())
