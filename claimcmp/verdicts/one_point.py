"""How likely two claims of two reports of one event, each written in its own words, state one point.

Any two claims of such reports share names and words, and what states one point may share none ("nobody was killed", "no
one lost their life"). Counted words tell the two apart hardly better than chance (area under the curve .59); the score of the
alignment, an equal date, figure or place, one speaker, and what a trained model says do (.8). The weights in ``one_point.toml``
are those of a logistic regression on labelled pairs: see ``benchmarks/quality/point_weights.py``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import attrs

from claimcmp.records import FacetName, Relation
from claimcmp.settings import Settings
from claimcmp.verdicts.evidence import Evidence

FILE = Path(__file__).with_name("one_point.toml")

_QUOTED = frozenset({Relation.SAME, Relation.COMPATIBLE})

_LEAST = 0.001
"""No probability of a trained model is taken to be nearer to 0 or 1."""


@attrs.frozen(kw_only=True)
class PointFeatures:
    """What is weighed: the score of the pair, in [0, 1]; the log-odds of entailment in the direction in which it is likelier, and of neutral in that in which it is not, 0 without a trained model; and, as 0 or 1, an equal figure that ties both claims, any equal facet that does, a word that one side denies and the other affirms, one speaker, and words that both quote; and the logarithm of the letters of the shorter side."""

    score: float
    entailed: float = 0.0
    neutral: float = 0.0
    figure: float = 0.0
    tied: float = 0.0
    half_denied: float = 0.0
    speaker: float = 0.0
    quoted: float = 0.0
    length: float = 0.0


def list_features(evidence: Evidence, settings: Settings) -> PointFeatures:
    """The features of a pair."""
    tying = evidence.list_tying_facets(settings)
    read = () if evidence.entailment is None else (evidence.entailment.forward, evidence.entailment.backward)
    return PointFeatures(
        score=evidence.pair.score,
        entailed=max((_find_odds(side.entailment) for side in read), default=0.0),
        neutral=min((_find_odds(side.neutral) for side in read), default=0.0),
        figure=float(FacetName.NUMBER in tying),
        tied=float(bool(tying)),
        half_denied=float(evidence.is_half_denied),
        speaker=float(evidence.is_same_speaker),
        quoted=float(any(d.facet is FacetName.QUOTATION and d.relation in _QUOTED for d in evidence.differences)),
        length=math.log(max(1, min(len(evidence.pair.left.text), len(evidence.pair.right.text)))),
    )


def state_one_point(evidence: Evidence, settings: Settings) -> float:
    """How likely both claims state one point, in [0, 1]; the same for the pair and the swapped pair."""
    place = "within" if evidence.overlap.is_same_language else "across"
    weights = _load_weights(f"{place}_{'untrained' if evidence.entailment is None else 'trained'}")
    features = attrs.asdict(list_features(evidence, settings))
    return 1 / (1 + math.exp(-weights["start"] - math.fsum(weights[name] * value for name, value in features.items())))


def _find_odds(probability: float) -> float:
    held = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(held / (1 - held))


@cache
def _load_weights(name: str) -> Mapping[str, float]:
    document = tomllib.loads(FILE.read_text(encoding="utf-8"))
    weights: Mapping[str, float] = document["weights"][name]
    return weights
