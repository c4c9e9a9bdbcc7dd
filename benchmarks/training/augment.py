"""Rows made from rows: words exchanged for those of other languages, and negations put in or taken out.

A model trained on sets of single languages forgets what its languages share.
Mixing words of other languages into its rows keeps that (Qin et al. 2020,
CoSDA-ML, did so with dictionaries). The lexicon here comes from nothing but
the bundled encoder and the words of the training sets: two words stand for
each other where each is the other's nearest one.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs
import numpy as np
from numpy.typing import NDArray

from benchmarks.training.pair_data import Labelled
from claimcmp.embed.encoders import encode_texts, resolve_encoder

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
MOST_WORDS = 9000
MIN_COUNT = 2
NEAREST = 8
"""Neighbours whose mean nearness is taken off (CSLS, Conneau et al. 2018), so that words near to everything do not win."""

MIN_NEARNESS = 0.2
SHORTEST_WORD = 3
"""Letters; the nearest word to "to" or "is" is one of the same sound in another language, not of the same sense."""

WORD_SHARE = 0.6
"""Share of the words of the lexicon that are exchanged in a row."""

ONE_SIDED = 0.5
"""Share of the rows in which one side alone is mixed; the others have both sides mixed alike."""

Lexicon = Mapping[str, str]


def mine_lexicons(texts: Mapping[str, Iterable[str]]) -> dict[str, list[Lexicon]]:
    """For each language, a lexicon into each other one, of lower-case words.

    Parameters
    ----------
    texts
        Texts of each language.
    """
    words = {language: count_words(lines) for language, lines in texts.items()}
    vectors = {language: _encode_words(listed) for language, listed in words.items()}
    return {near: [_match(words[near], words[far], vectors[near] @ vectors[far].T) for far in words if far != near] for near in words}


def count_words(texts: Iterable[str]) -> list[str]:
    """The words of the texts in lower case, most frequent first, at most ``MOST_WORDS``."""
    counts = Counter(word.lower() for text in texts for word in WORD.findall(text))
    return [word for word, count in counts.most_common(MOST_WORDS) if count >= MIN_COUNT]


def _encode_words(words: list[str]) -> NDArray[np.float32]:
    vectors = encode_texts(resolve_encoder(None), words)
    vectors = vectors - vectors.mean(axis=0)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _match(near: list[str], far: list[str], cosines: NDArray[np.float32]) -> Lexicon:
    means = [np.sort(cosines, axis=axis).take(range(-NEAREST, 0), axis=axis).mean(axis=axis) for axis in (1, 0)]
    nearness = 2 * cosines - means[0][:, None] - means[1][None]
    best, back = nearness.argmax(axis=1), nearness.argmax(axis=0)
    return {
        word: far[best[i]]
        for i, word in enumerate(near)
        if back[best[i]] == i and nearness[i, best[i]] >= MIN_NEARNESS and far[best[i]] != word and len(word) >= SHORTEST_WORD
    }


def mix_words(row: Labelled, lexicon: Lexicon, rng: random.Random) -> Labelled:
    """The row with some words exchanged, each word alike on both sides; often one side stays as it is."""
    choices: dict[str, bool] = {}

    def exchange(found: re.Match[str]) -> str:
        word = found[0].lower()
        if word in lexicon and choices.setdefault(word, rng.random() < WORD_SHARE):
            return lexicon[word]
        return found[0]

    left, right = WORD.sub(exchange, row.left), WORD.sub(exchange, row.right)
    if rng.random() < ONE_SIDED:
        return attrs.evolve(row, left=left) if rng.random() < 0.5 else attrs.evolve(row, right=right)
    return attrs.evolve(row, left=left, right=right)


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
