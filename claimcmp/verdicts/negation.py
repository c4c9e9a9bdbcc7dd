"""A negation on one side that the other side, in another language, has no counterpart of.

Words of two languages cannot be compared, so that a negation is weighed: one
that goes with no negation of the other side
(:mod:`claimcmp.verdicts.counterparts`) counts as lone where taking it out
brings the two sides nearer and the other side has little that could stand for
it (:mod:`claimcmp.verdicts.nearness`). A trained model, where one is asked,
reads the pair, and the clause of the negation, with the negation and without it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import attrs

from claimcmp.facets.affirmation import Negatives, Removal, read_negatives
from claimcmp.facets.finite import tells_already
from claimcmp.languages import is_same_language
from claimcmp.pairmodel.model import STOPS
from claimcmp.records import Claim, Difference, Entailment, FacetName, Pair, Passage, Polarity, Probabilities, Sense, Span
from claimcmp.settings import Settings
from claimcmp.verdicts.clauses import cut_clause
from claimcmp.verdicts.counterparts import Unmet, find_unmet
from claimcmp.verdicts.directions import LEAST_LOG
from claimcmp.verdicts.entailment import Predictor, predict_one_way, predict_texts
from claimcmp.verdicts.limits import is_said_of_limit
from claimcmp.verdicts.nearness import Nearness, NegationFeatures, cut_stretches, load_weights, measure_nearness
from claimcmp.verdicts.opposites import denies_refusal, refuses_otherwise, says_otherwise
from claimcmp.verdicts.polarity import tell_denial

LONE_NEGATION = "conflict_negation"
"""Key of the rule that such a negation is a conflict."""

UNMET_NEGATION = "conflict_likely_negation"
"""Key of the rule that it is one where a model finds contradiction likely."""

_MAX_REMOVALS = 3
"""Negations of one claim that are tried."""

_TURNED = 0.95
"""How surely a negation that takes back a refusal has no counterpart in a plain one."""

_OPEN_ENDS = " ,.;:،"
"""What a stretch cut out of a claim may end in."""


@attrs.frozen(kw_only=True)
class Weighed:
    """A negation of one side that goes with none of the other, its clause (:class:`Nearness`), and what tells whether it has a counterpart.

    ``is_turned`` tells that it takes back a refusal where the other side plainly negates: that is no question of likeness.
    """

    denying: Claim
    affirming: Claim
    removal: Removal
    clause: tuple[str, str, str]
    features: NegationFeatures
    is_turned: bool = False


@attrs.frozen(kw_only=True)
class LoneNegation:
    """A negation without counterpart, and how surely it has none, in [0, 1]."""

    difference: Difference
    score: float
    weighed: Weighed


def find_lone_negation(pair: Pair, settings: Settings) -> LoneNegation | None:
    """The negation of one side that the other, in another language, shares least; None where there is none.

    Swapping the pair swaps the sides of the difference. Without the bundled
    model (it has no Windows build) nothing is weighed, and nothing found.
    """
    if is_same_language(pair.left.language, pair.right.language) or pair.score < settings.min_point_score:
        return None
    found = weigh_removals(pair, settings)
    if found is None:
        return None
    return LoneNegation(difference=_difference(found, is_left=found.denying is pair.left), score=_score(found), weighed=found)


def _score(found: Weighed, *, is_trained: bool = False) -> float:
    """How surely a negation has no counterpart, in [0, 1]."""
    return _TURNED if found.is_turned else load_weights(is_trained=is_trained).score(found.features)


def ask_about_negations(negations: Sequence[LoneNegation], model: Predictor) -> tuple[LoneNegation, ...]:
    """The negations scored anew, in order, with what a trained model says of each pair with the negation and without it."""
    asked = ask_swings([each.weighed for each in negations], model)
    return tuple(
        attrs.evolve(each, weighed=weighed, score=_score(weighed, is_trained=True)) for each, weighed in zip(negations, asked, strict=True)
    )


def ask_swings(found: Sequence[Weighed], model: Predictor) -> list[Weighed]:
    """What was weighed, in order, with what a trained model makes of each negation (``lean`` and the swings)."""
    texts = [(each.denying.text, each.removal.text, each.affirming.text) for each in found]
    read = _ask_twice(model, [*texts, *(each.clause for each in found)])
    cut = [cut_stretches(each.denying.text, each.removal.text, each.affirming.text)[:2] for each in found]
    around = predict_one_way(
        model, [(close_text(each.affirming.text), close_text(text)) for each, texts in zip(found, cut, strict=True) for text in texts]
    )
    swings_around = [_lean(denied) - _lean(affirmed) for denied, affirmed in zip(around[::2], around[1::2], strict=True)]
    rows = zip(found, read[: len(found)], swings_around, read[len(found) :], strict=True)
    return [
        attrs.evolve(
            each,
            features=attrs.evolve(
                each.features,
                lean=measure_lean(sides[0]),
                swing=measure_swing(*sides),
                swing_around=swing_around,
                swing_clause=measure_swing(*clauses),
            ),
        )
        for each, sides, swing_around, clauses in rows
    ]


def _ask_twice(model: Predictor, texts: Sequence[tuple[str, str, str]]) -> list[tuple[Entailment, Entailment]]:
    """What a trained model makes of each text with its negation, and of the same without it, beside a third.

    A clause may be the whole claim: equal pairs are read once.
    """
    pairs = [(close_text(text), close_text(other)) for *both, other in texts for text in both]
    asked = list(dict.fromkeys(pairs))
    held = dict(zip(asked, predict_texts(model, asked), strict=True))
    return [(held[denied], held[affirmed]) for denied, affirmed in zip(pairs[::2], pairs[1::2], strict=True)]


def measure_swing(denied: Entailment, affirmed: Entailment) -> float:
    """How much the log-odds of contradiction against agreement rise with a negation: ``denied`` is read with it, ``affirmed`` without.

    The mean of both directions.

    Examples
    --------
    >>> agrees, contradicts = (Probabilities(entailment=e, neutral=0.1, contradiction=0.9 - e) for e in (0.8, 0.1))
    >>> round(measure_swing(Entailment(forward=contradicts, backward=agrees), Entailment(forward=agrees, backward=agrees)), 2)
    2.08
    """
    return measure_lean(denied) - measure_lean(affirmed)


def measure_lean(read: Entailment) -> float:
    """The log-odds of contradiction against agreement, the mean of both directions."""
    return (_lean(read.forward) + _lean(read.backward)) / 2


def _lean(side: Probabilities) -> float:
    least = math.exp(LEAST_LOG)
    return math.log(max(side.contradiction, least)) - math.log(max(side.entailment, least))


def close_text(text: str) -> str:
    """The text with a final stop, so that it is read as a statement, not as a headline.

    Examples
    --------
    >>> close_text("The bridge was not open,")
    'The bridge was not open.'
    """
    return text if text.endswith(STOPS) else f"{text.rstrip(_OPEN_ENDS)}."


def weigh_removals(pair: Pair, settings: Settings) -> Weighed | None:
    """The negation of either side that goes with none of the other and whose removal brings both sides nearest.

    None where there is none, where the other side says the same by an opposite
    ("could not", "failed to"), by a verb that refuses, by a date ("not before May", "in May";
    :mod:`claimcmp.verdicts.limits`) or in a claim beside it that meets nothing
    (:mod:`claimcmp.align.unmet`), is too short to speak of all that the clause of
    the negation says (``min_negation_share``) or is itself reported as denied, or
    without the bundled model.
    """
    sides = (pair.left, pair.right, pair.right_unmet), (pair.right, pair.left, pair.left_unmet)
    weighed = [
        each
        for denying, affirming, beside in sides
        if not any(_read_passage(passage, affirming, settings).removals for passage in beside)
        for each in _weigh_side(denying, affirming, settings)
    ]
    return max(weighed, key=lambda each: (each.features.gain, each.denying.text, -each.removal.cue.start), default=None)


def _read_passage(passage: Passage, claim: Claim, settings: Settings) -> Negatives:
    """What a passage from the article of a claim negates."""
    return read_negatives(attrs.evolve(claim, text=passage.text, span=passage.span, facets=()), settings)


def _weigh_side(denying: Claim, affirming: Claim, settings: Settings) -> list[Weighed]:
    """The negations of one side that go with none of the other, each with what tells whether it has a counterpart."""
    if affirming.attribution.sense is Sense.DENIES:
        return []
    turned = _find_turned(denying, affirming, settings)
    unmet = turned or find_unmet(read_negatives(denying, settings), read_negatives(affirming, settings), settings)
    if not unmet or is_said_of_limit(denying, affirming, settings):
        return []
    if len(unmet) <= _count_beyond(affirming, settings) - _count_beyond(denying, settings):
        return []
    unmet = tuple(each for each in unmet if not _is_answered(denying, each.removal.cue, affirming, settings))[:_MAX_REMOVALS]
    clauses = [cut_clause(denying.text, each.removal.text)[0] for each in unmet]
    longest = len(affirming.text)
    unmet = tuple(each for each, clause in zip(unmet, clauses, strict=True) if settings.min_negation_share * len(clause) <= longest)
    without = tuple(each.removal.text for each in unmet)
    measured = _measure(denying.text, without, affirming.text, (denying.language, affirming.language)) if unmet else ()
    return [
        Weighed(
            denying=denying,
            affirming=affirming,
            removal=each.removal,
            clause=nearness.clause,
            features=_list_features(each, nearness, affirming, settings),
            is_turned=bool(turned),
        )
        for each, nearness in zip(unmet, measured, strict=False)
    ]


def _find_turned(denying: Claim, affirming: Claim, settings: Settings) -> tuple[Unmet, ...]:
    """The only negation of one side where it takes back a refusal, and the other side has one too, and no word that refuses: "did not refuse to sell", "did not sell"."""
    own, other = (read_negatives(claim, settings) for claim in (denying, affirming))
    is_plain = len(own.removals) == len(other.removals) == 1 and not (other.implicit or other.loose)
    is_turned = is_plain and denies_refusal(denying, own.removals[0].cue, settings)
    return (Unmet(removal=own.removals[0], distance=None, left=0),) if is_turned else ()


def _is_answered(denying: Claim, cue: Span, affirming: Claim, settings: Settings) -> bool:
    """Whether the other side says by a verb what a negation does."""
    return says_otherwise(denying, cue, affirming, settings) or refuses_otherwise(denying, cue, affirming, settings)


def _count_beyond(claim: Claim, settings: Settings) -> int:
    """How many negations of predicates stand beside a claim and in the statements around it: the other side may have them in one claim."""
    passages = {passage.span: passage for passage in (*claim.beside, *claim.around)}
    return sum(len(_read_passage(passage, claim, settings).removals) for passage in passages.values())


def _list_features(unmet: Unmet, nearness: Nearness, affirming: Claim, settings: Settings) -> NegationFeatures:
    return NegationFeatures(
        gain=nearness.gain,
        likeness=nearness.likeness,
        clause_gain=nearness.clause_gain,
        counterpart=unmet.distance is not None,
        near=unmet.distance is not None and unmet.distance <= settings.max_negation_shift,
        left=unmet.left > 0,
        finite=unmet.removal.is_finite or tells_already(affirming, settings),
    )


@lru_cache(maxsize=1024)
def _measure(text: str, without: tuple[str, ...], other: str, languages: tuple[str, str]) -> tuple[Nearness, ...]:
    return tuple(measure_nearness(text, without, other, languages))


def _difference(found: Weighed, *, is_left: bool) -> Difference:
    facet = next((f for f in found.denying.facets if isinstance(f, Polarity) and f.span == found.removal.cue), None)
    denied, affirmed = facet or found.removal.cue, found.affirming.span
    return tell_denial(denied, affirmed, is_left=is_left)


def add_negation(differences: tuple[Difference, ...], negation: LoneNegation) -> tuple[Difference, ...]:
    """The differences with the lone negation as a conflict, in the place of what was said of that negation before."""
    added = negation.difference
    facets = {id(facet) for facet in (added.left, added.right)}
    kept = [d for d in differences if d.facet is not FacetName.POLARITY or facets.isdisjoint({id(d.left), id(d.right)} - {id(None)})]
    at = next((i for i, d in enumerate(kept) if list(FacetName).index(d.facet) > list(FacetName).index(FacetName.POLARITY)), len(kept))
    return (*kept[:at], added, *kept[at:])
