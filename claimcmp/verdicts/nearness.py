"""How much nearer a claim comes to one in another language when a negation is taken out, and what that tells.

A sentence is near to its negation, so that likeness tells nothing; the change
of likeness does. It is read four times, from the whole texts and from the words
around the negation, because in a short stretch a negation weighs more. Vectors
are taken less the mean of their language, which hides the language and bares
what is said. Beside the change stand how alike the rest is (a free translation
may have turned the negation into another word), whether the other side says no
in another way and, where a trained model is asked, how far
its contradiction goes with the negation. A logistic model weighs them;
``negation.toml`` holds its weights, once without a trained model and once with
it, and the means; ``python -m benchmarks.quality.negation_weights`` writes it.
"""

from __future__ import annotations

import base64
import math
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.bundled import BundledEncoder
from claimcmp.embed.encoders import clean_text
from claimcmp.errors import MissingExtraError
from claimcmp.verdicts.clauses import cut_clause, list_stretches

Vector = NDArray[np.float64]

REACH = 7
"""Words on either side of a negation that are read by themselves."""

_SHIFTS = (-0.15, 0.0, 0.15)
"""Where the stretch of the other side is sought, in shares of its length: translations move clauses about."""

_MORE_WORDS = 2
_FEWEST_WORDS = 6
"""A stretch of the other side is so many words longer than in proportion, and no shorter than this."""


@attrs.frozen(kw_only=True)
class Nearness:
    """What a removed negation does.

    Parameters
    ----------
    gain
        The mean change of the four cosines.
    likeness
        How near the sides are without the negation, the mean of the cosine of the whole and of the stretch.
    clause_gain
        The change of the cosine of its clause with the nearest clauses of the other side.
    clause
        That clause, the same without the negation, and those clauses of the other side.
    """

    gain: float
    likeness: float
    clause_gain: float
    clause: tuple[str, str, str]


@attrs.frozen(kw_only=True)
class NegationWeights:
    """The logistic model: its start, and the weight of each feature of :class:`NegationFeatures`, under its name."""

    start: float
    gain: float
    likeness: float
    clause_gain: float
    counterpart: float
    near: float
    left: float
    finite: float = 0.0
    lean: float = 0.0
    swing: float = 0.0
    swing_around: float = 0.0
    swing_clause: float = 0.0

    def score(self, features: NegationFeatures) -> float:
        """How surely a negation has no counterpart, in [0, 1]."""
        total = self.start + sum(getattr(self, name) * value for name, value in attrs.asdict(features).items())
        return round(1 / (1 + math.exp(-total)), 4)


@attrs.frozen(kw_only=True)
class NegationFeatures:
    """What tells whether a negation has a counterpart on the other side.

    Parameters
    ----------
    gain, likeness, clause_gain
        As in :class:`Nearness`.
    counterpart, near
        Whether the other side says no in another way in the same part of the claim, and in about the same place.
    left
        Whether something of the other side that says no in another way goes with nothing of the denying side.
    finite
        Whether the negation denies what its clause states (:mod:`claimcmp.facets.finite`).
    lean
        How much likelier a trained model finds contradiction than agreement between the sides, in log-odds. 0 where none is asked.
    swing, swing_around, swing_clause
        How much likelier a trained model finds contradiction, rather than agreement, with the negation than without it, in log-odds:
        between the sides, between the other side and the words around the negation, and between the clause of the negation and those
        of the other side that are nearest. 0 where no model is asked.
    """

    gain: float
    likeness: float
    clause_gain: float
    counterpart: bool
    near: bool
    left: bool
    finite: bool = True
    lean: float = 0.0
    swing: float = 0.0
    swing_around: float = 0.0
    swing_clause: float = 0.0


def measure_nearness(text: str, without: Sequence[str], other: str, languages: tuple[str, str]) -> list[Nearness]:
    """For each text without a negation, how it comes nearer to ``other``; empty where the bundled model is not installed.

    Parameters
    ----------
    text, without
        The claim, and the claim with one negation taken out, for each of its negations.
    other
        The claim in the other language.
    languages
        Of the claim and of the other.
    """
    encoder = _load_encoder()
    if encoder is None:
        return []
    stretches, clauses = [cut_stretches(text, each, other) for each in without], [cut_clause(text, each) for each in without]
    rows = list_stretches(other)
    cut = [part for around, bare, parts in stretches for part in (around, bare, *parts)]
    texts = list(dict.fromkeys([text, other, *without, *cut, *rows, *(part for clause in clauses for part in clause)]))
    vectors = dict(zip(texts, encoder.encode([clean_text(each) for each in texts]).astype(np.float64), strict=True))
    own, foreign = (load_mean(language) for language in languages)

    def bare_vectors(parts: Sequence[str], mean: Vector) -> list[Vector]:
        return [vectors[part] - mean for part in parts]

    found = []
    for each, (around, bare, parts), clause in zip(without, stretches, clauses, strict=True):
        before, after = bare_vectors((text, around, clause[0]), own), bare_vectors((each, bare, clause[1]), own)
        near, row = (_find_nearest(before[at], after[at], bare_vectors(places, foreign)) for at, places in ((1, parts), (2, rows)))
        against = bare_vectors((other, parts[near], rows[row]), foreign)
        gains = [_cosine(after[i], side) - _cosine(before[i], side) for i in (0, 1) for side in against[:2]]
        likeness = (_cosine(after[0], against[0]) + _cosine(after[1], against[1])) / 2
        clause_gain = _cosine(after[2], against[2]) - _cosine(before[2], against[2])
        found.append(Nearness(gain=sum(gains) / len(gains), likeness=likeness, clause_gain=clause_gain, clause=(*clause, rows[row])))
    return found


def _find_nearest(before: Vector, after: Vector, places: Sequence[Vector]) -> int:
    return max(range(len(places)), key=lambda at: _cosine(after, places[at]) + _cosine(before, places[at]))


def cut_stretches(text: str, without: str, other: str) -> tuple[str, str, tuple[str, ...]]:
    """The words around a negation, the same without it, and stretches of the other side in about the same place.

    Examples
    --------
    >>> cut_stretches("the bridge was not open", "the bridge was open", "le pont a été ouvert au public")[:2]
    ('the bridge was not open', 'the bridge was open')
    """
    words, rest, others = text.split(), without.split(), other.split()
    same = next((i for i, (a, b) in enumerate(zip(words, rest, strict=False)) if a != b), min(len(words), len(rest)))
    most = min(len(words), len(rest)) - same
    tail = next((i for i in range(most) if words[-1 - i] != rest[-1 - i]), most)
    first, last, last_rest = max(0, same - REACH), min(len(words), len(words) - tail + REACH), min(len(rest), len(rest) - tail + REACH)
    length = max(_FEWEST_WORDS, min(len(others), round((last - first) / len(words) * len(others)) + _MORE_WORDS))
    middle = (first + last) / 2 / len(words)
    starts = (max(0, min(len(others) - length, int((middle + shift) * len(others)) - length // 2)) for shift in _SHIFTS)
    stretches = tuple(dict.fromkeys(" ".join(others[start : start + length]) for start in starts))
    return " ".join(words[first:last]), " ".join(rest[first:last_rest]), stretches


def _cosine(one: Vector, other: Vector) -> float:
    return float(one @ other / math.sqrt(float(one @ one) * float(other @ other)))


@cache
def load_weights(*, is_trained: bool = False) -> NegationWeights:
    """The weights of the logistic model, with what a trained model says or without."""
    return NegationWeights(**load_document()["weights"]["trained" if is_trained else "untrained"])


@cache
def load_mean(language: str) -> Vector:
    """The mean vector of a language; of a language without one, the mean over the languages."""
    means = load_document()["means"]
    held = means.get(language.split("-", maxsplit=1)[0])
    rows = [held] if held is not None else list(means.values())
    unpacked = [np.frombuffer(base64.b64decode(row["values"]), np.int8).astype(np.float64) * row["scale"] for row in rows]
    mean: Vector = np.mean(unpacked, axis=0)
    return mean


@cache
def load_document() -> dict[str, Any]:  # Any: numbers in one table, tables in the other
    """The tables ``weights`` and ``means`` of ``negation.toml``."""
    return tomllib.loads((resources.files(__package__) / "negation.toml").read_text(encoding="utf-8"))


@cache
def _load_encoder() -> BundledEncoder | None:
    """The bundled model; None where it is not installed."""
    try:
        return BundledEncoder()
    except MissingExtraError:
        return None
