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
    r"""One pattern for folded words of which any is meant; ``*`` stands for any letters, or none.

    Examples
    --------
    >>> compile_stars(["refus*", "no"]).fullmatch("refused") is not None
    True
    """
    stars = (r"\w*".join(re.escape(fold_phrase(part)) if part else "" for part in entry.split("*")) for entry in entries)
    return re.compile("|".join(stars) or r"(?!)")
