"""Whether a word of a script without capitals looks like a foreign name.

The weights come from ``benchmarks/gazetteer/build_sounds.py``. On Arabic news
sentences (NTREX), words that sound like a capitalised word of the English
side are told from the others with an area under the curve of 0.93.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

import attrs

_SIZES = (2, 3)
_SHORTEST = 3


@attrs.frozen(eq=False)
class ForeignSounds:
    """Weights of letter pairs and triples: above 0 they are more frequent in foreign names than in common words."""

    weights: Mapping[str, float]

    def score(self, folded: str) -> float:
        """The mean weight of a folded word's letter pairs and triples; above 0 it is rather a foreign name.

        Examples
        --------
        >>> sounds = load_foreign_sounds("ar")
        >>> sounds.score("كليفلاند") > 0 > sounds.score("المحكمه")
        True
        """
        if len(folded) < _SHORTEST:
            return -1.0
        marked = f"^{folded}$"
        grams = [marked[at : at + size] for size in _SIZES for at in range(len(marked) - size + 1)]
        return sum(self.weights.get(gram, 0.0) for gram in grams) / len(grams)


@lru_cache(maxsize=16)
def load_foreign_sounds(language: str) -> ForeignSounds:
    """The weights of a language; without any where its script has capitals."""
    return ForeignSounds(_read_weights().get(language.split("-", maxsplit=1)[0].lower(), {}))


@cache
def _read_weights() -> dict[str, dict[str, float]]:
    text = (resources.files("claimcmp.languages") / "foreign.tsv").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = {}
    for line in text.split("\n")[1:]:
        if line:
            language, gram, weight = line.split("\t")
            weights.setdefault(language, {})[gram] = float(weight)
    return weights
