"""Writes claimcmp/languages/foreign.tsv: how letters follow one another in foreign names and in common words.

Run by hand when the sources change; nothing of it runs in the library:

    python benchmarks/gazetteer/build_sounds.py --data DIR

For languages whose script has no capitals. A name that is written by its sound
has its vowels written and few of the language's prefixes and endings; sums of
log ratios of letter pairs and triples (naive Bayes, Lewis 1998) tell it from a common word.

Sources
-------
- Foreign names: names of cities outside the language's own lands, from places.tsv, and the given names of the language file.
- Common words: the words of Arabic news headlines (ANS, Apache-2.0) and of Persian sentences (FarsTail, Apache-2.0),
  training parts, as a list of words without their sentences. Words that look like names in a first pass are left out of the second.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcmp.languages import load_tables
from claimcmp.text.normal import fold

LANGUAGES = Path(__file__).parents[2] / "claimcmp" / "languages"
TEXTS = {"ar": "relation/ans_ar_train.jsonl", "fa": "relation/farstail_fa_train.jsonl"}
OWN_LANDS = frozenset(
    [
        "AE",
        "SA",
        "QA",
        "KW",
        "BH",
        "OM",
        "YE",
        "IQ",
        "SY",
        "LB",
        "JO",
        "PS",
        "EG",
        "SD",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SO",
        "DJ",
        "KM",
        "EH",
        "IL",
        "IR",
        "AF",
        "PK",
        "TJ",
        "TR",
        "AZ",
    ]
)
"""Countries whose cities have names like those of Arabic or Persian words."""

MIN_LETTERS, MIN_COUNT, SMOOTHING = 3, 3, 0.5
NAME_SCORE = 0.4
"""Score from which a word of the texts is taken for a name after the first pass."""


def main() -> int:
    """Writes the table; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the training texts")
    folder = parser.parse_args().data
    lines = ["# Letter pairs and triples: log ratio of foreign names to common words. Written by benchmarks/gazetteer/build_sounds.py."]
    for language, path in TEXTS.items():
        names = set(_list_names(language))
        words = {word for word in _list_words(folder / path) if word not in names}
        weights = _weigh(names, words)
        words = {word for word in words if score(word, weights) < NAME_SCORE}
        weights = _weigh(names, words)
        lines += [f"{language}\t{gram}\t{weight:.2f}" for gram, weight in sorted(weights.items())]
        sys.stderr.write(f"{language}: {len(names)} names, {len(words)} words, {len(weights)} weights\n")
    (LANGUAGES / "foreign.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _list_names(language: str) -> Iterator[str]:
    header, *rows = (line.split("\t") for line in (LANGUAGES / "places.tsv").read_text(encoding="utf-8").split("\n")[1:] if line)
    column = header.index(language)
    for row in rows:
        if row[1] in ("city", "capital") and row[2] not in OWN_LANDS:
            yield from (word for name in row[column].split("|") for word in name.split() if _may_be_name(word))
    yield from filter(_may_be_name, map(fold, load_tables(language)["actors"]["given"]["names"]))


def _may_be_name(word: str) -> bool:
    return len(word) >= MIN_LETTERS and not word.startswith("ال")


def _list_words(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        for text in json.loads(line).values() if line else ():
            if isinstance(text, str):
                yield from (fold(word) for word in re.findall(r"[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]{3,}", text))


def _weigh(names: Iterable[str], words: Iterable[str]) -> dict[str, float]:
    foreign, common = (Counter(gram for word in sorted(side) for gram in list_grams(word)) for side in (names, words))
    sizes = foreign.total() + SMOOTHING * len(foreign), common.total() + SMOOTHING * len(common)
    grams = [gram for gram in foreign | common if foreign[gram] + common[gram] >= MIN_COUNT]
    return {gram: math.log((foreign[gram] + SMOOTHING) / sizes[0]) - math.log((common[gram] + SMOOTHING) / sizes[1]) for gram in grams}


def list_grams(word: str) -> list[str]:
    """The pairs and triples of letters of a word between marks of its beginning and end."""
    marked = f"^{word}$"
    return [marked[at : at + size] for size in (2, 3) for at in range(len(marked) - size + 1)]


def score(word: str, weights: dict[str, float]) -> float:
    """The mean weight of a word's grams; above 0 it is rather a foreign name."""
    grams = list_grams(word)
    return sum(weights.get(gram, 0.0) for gram in grams) / len(grams)


if __name__ == "__main__":
    sys.exit(main())
