"""Rows made from rows: words exchanged for those of other languages, and negations put in or taken out.

A model trained on sets of single languages forgets what its languages share.
Mixing words of other languages into its rows keeps that (Qin et al. 2020,
CoSDA-ML, did so with dictionaries); lexicons.py tells where the words come
from.
"""

from __future__ import annotations

import random
import re
from collections.abc import Container, Iterator, Mapping, Sequence

import attrs

from benchmarks.training.pair_data import Labelled

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
WORD_SHARES = (0.4, 1.0)
"""Share of the words of the lexicon that are exchanged in a row, drawn between these."""

ONE_SIDED = 0.5
"""Share of the rows in which one side alone is mixed; the others have both sides mixed alike."""

LONGEST_ENTRY = 3
"""Words of the longest entry of a lexicon."""

Lexicon = Mapping[str, str]
"""What stands for words and phrases, in lower case; nothing (""), or what is written together with the next word ("ال-")."""


def mix_words(row: Labelled, lexicon: Lexicon, rng: random.Random) -> Labelled:
    """The row with some words exchanged, each word alike on both sides; often one side stays as it is."""
    share = rng.uniform(*WORD_SHARES)
    entries = dict.fromkeys(entry for text in (row.left, row.right) for _, _, entry in find_entries(text, lexicon))
    chosen = {entry for entry in entries if rng.random() < share}
    left, right = (exchange_words(text, lexicon, chosen) for text in (row.left, row.right))
    if rng.random() < ONE_SIDED:
        return attrs.evolve(row, left=left) if rng.random() < 0.5 else attrs.evolve(row, right=right)
    return attrs.evolve(row, left=left, right=right)


def find_entries(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Start, end and entry of each phrase or word of the text that the lexicon has, the longest first, none over another."""
    words = list(WORD.finditer(text))
    at = 0
    while at < len(words):
        length, entry = _match_entry(words[at : at + LONGEST_ENTRY], text, lexicon)
        if entry is not None:
            yield words[at].start(), words[at + length - 1].end(), entry
        at += length


def _match_entry(words: Sequence[re.Match[str]], text: str, lexicon: Lexicon) -> tuple[int, str | None]:
    for length in range(len(words), 0, -1):
        entry = text[words[0].start() : words[length - 1].end()].lower().replace("’", "'")
        if entry in lexicon:
            return length, entry
    return 1, None


def exchange_words(text: str, lexicon: Lexicon, chosen: Container[str]) -> str:
    """The text with the chosen entries exchanged.

    >>> exchange_words("and the man left", {"and": "و-", "the": "ال-", "man": "رجل"}, {"and", "the", "man"})
    'والرجل left'
    """
    made, at, waiting = "", 0, ""
    for start, end, entry in find_entries(text, lexicon):
        if entry not in chosen:
            continue
        between, word = text[at:start], lexicon[entry]
        if waiting and between != " ":
            made, waiting = made + waiting, ""
        made += "" if waiting else between
        made += "" if len(waiting) > 1 and word.startswith(waiting) else waiting
        waiting = word.removesuffix("-") if word.endswith("-") else ""
        made += "" if waiting else word
        at = end
    return re.sub(" {2,}", " ", made + waiting + text[at:]).strip()


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
