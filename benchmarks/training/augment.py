"""Rows made from rows: words exchanged for those of other languages, and negations put in or taken out.

A model trained on sets of single languages forgets what its languages share.
Mixing words of other languages into its rows keeps that (Qin et al. 2020,
CoSDA-ML, did so with dictionaries); lexicons.py tells where the words come
from.
"""

from __future__ import annotations

import random
import re
from collections.abc import Container, Iterator, Mapping

import attrs

from benchmarks.training.pair_data import Labelled

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
WORD_SHARES = (0.4, 1.0)
"""Share of the words of the lexicon that are exchanged in a row, drawn between these."""

ONE_SIDED = 0.5
"""Share of the rows in which one side alone is mixed; the others have both sides mixed alike."""

Lexicon = Mapping[str, str]


def mix_words(row: Labelled, lexicon: Lexicon, rng: random.Random) -> Labelled:
    """The row with some words exchanged, each word alike on both sides; often one side stays as it is."""
    share = rng.uniform(*WORD_SHARES)
    chosen = {word for word in list_words(f"{row.left} {row.right}") if rng.random() < share}
    left, right = (exchange_words(text, lexicon, chosen) for text in (row.left, row.right))
    if rng.random() < ONE_SIDED:
        return attrs.evolve(row, left=left) if rng.random() < 0.5 else attrs.evolve(row, right=right)
    return attrs.evolve(row, left=left, right=right)


def list_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, each once, in order."""
    return tuple(dict.fromkeys(word.lower() for word in WORD.findall(text)))


def exchange_words(text: str, lexicon: Lexicon, chosen: Container[str]) -> str:
    """The text with the chosen words that the lexicon has exchanged."""

    def exchange(found: re.Match[str]) -> str:
        word = found[0].lower()
        return lexicon[word] if word in chosen and word in lexicon else found[0]

    return WORD.sub(exchange, text)


RIGHT_DENIED = 0.75
"""How often the right text is denied, which in most sets is short."""

Edit = tuple[re.Pattern[str], str]


def _compile(*edits: tuple[str, str]) -> tuple[Edit, ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in edits)


TAKE_OUT: Mapping[str, tuple[Edit, ...]] = {
    "en": _compile(
        (r"(?i)\b(is|are|was|were|will|would|can|could|has|have|had|should|did|does|do) not ", r"\1 "),
        (r"(?i)\b(is|are|was|were|would|could|has|have|had|should)n't ", r"\1 "),
    ),
    "ru": _compile((r"\b[Нн]е ", "")),
    "fr": _compile((r"\bne (\w+) pas\b", r"\1"), (r"\bn'(\w+) pas\b", r"\1")),
    "ar": _compile((r"\b(?:لا|لن|لم) ", "")),
    "fa": _compile((r"\bنیست\b", "است"), (r"\bن(می)", r"\1"), (r"\bن(شد|کرد|بود|دارد|داد)\b", r"\1")),
    "id": _compile((r"\b(?:tidak|bukan) ", "")),
}
"""How a negation is taken out, language by language; the first that fits is done once."""

PUT_IN: Mapping[str, tuple[Edit, ...]] = {
    "en": _compile((r"(?i)\b(is|are|was|were|will|would|can|could|has|have|had|should|must) (?!not\b)", r"\1 not ")),
    "ru": _compile((r"\b(был\w?|будет|будут|может|могут|является|\w+(?:ал|ил|ала|ила|али|или|ается|ются))\b", r"не \1")),
    "fr": _compile((r"\b(est|sont|était|a|ont|sera|va|peut|doit)\b", r"ne \1 pas")),
    "ar": _compile((r"(?<!\S)(ي\w{3,})", r"لا \1")),
    "fa": _compile((r"\bاست\b", "نیست"), (r"\b(می)(?=\W)", r"ن\1"), (r"\b(شد|کرد|بود|دارد|داد)\b", r"ن\1")),
    "id": _compile((r"\b(akan|telah|sudah|dapat|bisa|adalah|merupakan) ", r"tidak \1 ")),
}
"""How a negation is put in."""


def negate(text: str, language: str) -> str | None:
    """The text with one negation taken out or put in, or None where no pattern fits."""
    for edits in (TAKE_OUT, PUT_IN):
        for pattern, replacement in edits[language]:
            changed, count = pattern.subn(replacement, text, count=1)
            if count:
                return changed
    return None


def make_denied(row: Labelled, language: str, rng: random.Random) -> Iterator[Labelled]:
    """One side of the row against its own negation, a contradiction, and against itself, which follows."""
    text = row.right if rng.random() < RIGHT_DENIED else row.left
    denied = negate(text, language)
    if denied:
        pair = (text, denied) if rng.random() < 0.5 else (denied, text)
        yield attrs.evolve(row, left=pair[0], right=pair[1], label="contradiction", symmetric=False)
        yield attrs.evolve(row, left=text, right=text, label="entailment", symmetric=False)
