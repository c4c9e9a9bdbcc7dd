"""Words that stand for each other in two languages, for mixing rows.

``python -m benchmarks.training.lexicons --out FILE`` (JSON; some five minutes on one core with bfloat16 matrix units) serves
pair_model.py. The files in ``dictionary/`` were written for this purpose: what stands in other languages for the 2,300 words and
phrases that make four fifths of the English rows, and in English for 2,000 words of the Persian and Indonesian ones, which
reach the other languages through English. All else is mined from nothing but the bundled encoder and lists of frequent words:
a word stands for the one that is nearest to it. Of the frequent words nearly all pairs are right; of the rare ones some only
sound alike ("rib", ريب). What is mined covers a fifth of the words of an English row.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from wordfreq import top_n_list

from benchmarks.training.augment import WORD, Lexicon
from benchmarks.training.pair_data import GENERAL, NEWS
from benchmarks.training.pair_model import pad
from benchmarks.training.pair_network import build_model
from benchmarks.training.pair_rounds import MIXED_INTO
from claimcmp.pairmodel.weights import PREFIXES

DICTIONARY = Path(__file__).with_name("dictionary")
"""Tables of entries of one language, named by it, and columns of what stands for them in others; "-" where nothing does."""

WORDS_AT_ONCE = 512
LISTED = 20_000
MOST_WORDS = 14_000
"""Of the words listed for a language, most frequent first, those that are read."""

NEAREST = 8
"""Neighbours whose mean nearness is taken off (CSLS, Conneau et al. 2018), so that words near to everything do not win."""

MIN_NEARNESS = 0.2
SHORTEST_WORD = 3
"""Letters; the nearest word to "to" or "is" is one of the same sound in another language, not of the same sense."""

Floats = NDArray[np.float32]


def mine_lexicons(near: Iterable[str], far: Iterable[str], encode: Callable[[list[str]], Floats]) -> dict[str, dict[str, Lexicon]]:
    """For each near language, a lexicon into each far one, of lower-case words.

    Parameters
    ----------
    near, far
        Languages, as ISO 639-1 codes.
    encode
        Vectors of words, shape (words, dimension).
    """
    words = {language: list_frequent(language) for language in sorted({*near, *far})}
    vectors = {language: _centre(encode(listed)) for language, listed in words.items()}
    return {
        one: {other: match_words(words[one], words[other], vectors[one] @ vectors[other].T) for other in far if other != one}
        for one in sorted(near)
    }


def list_frequent(language: str) -> list[str]:
    """Frequent words of a language in lower case (wordfreq's lists, Speer 2022, CC BY-SA 4.0)."""
    return [word for word in top_n_list(language, LISTED) if WORD.fullmatch(word)][:MOST_WORDS]


def _centre(vectors: Floats) -> Floats:
    vectors = vectors - vectors.mean(axis=0)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def match_words(near: list[str], far: list[str], cosines: Floats) -> Lexicon:
    """The nearest far word of each near one that has a near enough one, from their cosines, shape (near, far).

    Words that both lists hold (names, English words in lists of other languages) stand for nothing.
    """
    to_far, to_near = (
        np.partition(each, -NEAREST, axis=1)[:, -NEAREST:].mean(axis=1) for each in (cosines, np.ascontiguousarray(cosines.T))
    )
    shared = set(near)
    to_near[[word in shared for word in far]] = np.inf
    best = (2 * cosines - to_near).argmax(axis=1)
    nearness = 2 * cosines[range(len(near)), best] - to_far - to_near[best]
    return {word: far[best[i]] for i, word in enumerate(near) if nearness[i] >= MIN_NEARNESS and len(word) >= SHORTEST_WORD}


def read_dictionary() -> dict[str, dict[str, Lexicon]]:
    """For each near language, a lexicon into each far one; what has an English column reaches the languages of English too."""
    found = {file.stem: _read_table(file) for file in sorted(DICTIONARY.glob("*.tsv"))}
    for near, lexicons in found.items():
        for far, entries in found["en"].items():
            if near not in ("en", far):
                lexicons[far] = {entry: entries[english] for entry, english in lexicons["en"].items() if english in entries}
    return found


def _read_table(file: Path) -> dict[str, Lexicon]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {far: {row[file.stem]: "" if row[far] == "-" else row[far] for row in rows} for far in rows[0] if far != file.stem}


def encode_words(words: list[str]) -> Floats:
    """Vectors of words by the encoder as it is: the mean over their tokens, shape (words, width)."""
    model, tokenizer = build_model()
    model.quicken()
    vectors = np.zeros((len(words), model.encoder.config.hidden_size), np.float32)
    lines = tokenizer([f"{PREFIXES['head']}{word}" for word in words], verbose=False)["input_ids"]
    order = sorted(range(len(words)), key=lambda i: len(lines[i]))
    with torch.no_grad():
        for start in range(0, len(order), WORDS_AT_ONCE):
            chosen = order[start : start + WORDS_AT_ONCE]
            features = model.pool(*pad([lines[i] for i in chosen], tokenizer.pad_token_id))
            vectors[chosen] = features[:, features.shape[1] // 2 :].numpy()
    return vectors


def main(arguments: Sequence[str] | None = None) -> None:
    """Mines and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True, help="where the lexicons are written")
    options = parser.parse_args(arguments)
    lexicons = mine_lexicons({source.language for source in (*GENERAL, *NEWS)}, MIXED_INTO, encode_words)
    for near, written in read_dictionary().items():
        for far, entries in written.items():
            lexicons[near][far] = {**lexicons[near][far], **entries}
    options.out.write_text(json.dumps(lexicons, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
