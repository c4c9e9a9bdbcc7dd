"""Everything the rule table may look at for one pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import attrs

from claimcmp.align.context import runs_in_parallel
from claimcmp.align.evidence import GOVERNMENT, TELLING, read_main_happening
from claimcmp.pairmodel import is_headline_style
from claimcmp.records import Actor, Claim, Difference, Entailment, Facet, FacetName, Pair, Probabilities, Relation, Side, Span
from claimcmp.settings import Settings
from claimcmp.text.words import Word
from claimcmp.verdicts.beside import compare_beside
from claimcmp.verdicts.differences import compare_claims, replace_polarity
from claimcmp.verdicts.directions import combine_directions
from claimcmp.verdicts.exchanged import compare_deeds
from claimcmp.verdicts.figures import is_near_bound
from claimcmp.verdicts.negation import LoneNegation, find_lone_negation
from claimcmp.verdicts.opposites import CONVERSE
from claimcmp.verdicts.overlap import Overlap, cover_smaller, leave_out, measure_overlap
from claimcmp.verdicts.shared_copy import is_shared_copy
from claimcmp.verdicts.sources import is_same_speaker, may_be_same_speaker, share_relay
from claimcmp.verdicts.stated import find_denied_report, write_turned
from claimcmp.verdicts.tolls import contrast_tolls

CHECKABLE = (FacetName.DATE, FacetName.NUMBER, FacetName.PLACE, FacetName.PERSON)
"""Facets that can be checked against the world: an equal one ties two claims to one point."""

HAPPENINGS = frozenset({"=call", "=meeting", "=earthquake", "=flood"})
"""Concepts of happenings of which one is never the other: a phone call is no meeting."""

_TIED = frozenset({Relation.SAME, Relation.LEFT_MORE_PRECISE, Relation.RIGHT_MORE_PRECISE})
_ADDS_LEFT = frozenset({Relation.LEFT_ONLY, Relation.LEFT_MORE_PRECISE})
_ADDS_RIGHT = frozenset({Relation.RIGHT_ONLY, Relation.RIGHT_MORE_PRECISE})


@attrs.frozen(kw_only=True)
class Evidence:
    """A pair, how its claims differ, and how surely they state one point.

    Parameters
    ----------
    point
        How surely both sides state the same point, in [0, 1].
    is_bare
        Whether the pair is two bare statements, not yet known to belong together.
    is_report_denied
        Whether of two bare statements one reports as denied what the other says.
    turned
        Texts to put to a model in the place of two bare statements, of which it then says the contrary (:func:`claimcmp.verdicts.stated.write_turned`).
    """

    pair: Pair
    differences: tuple[Difference, ...]
    overlap: Overlap
    point: float
    is_same_speaker: bool = False
    is_maybe_same_speaker: bool = False
    is_denied: bool = False
    half_denial: Difference | None = None
    instance: Difference | None = None
    has_lone_denial: bool = False
    is_denial_apart: bool = False
    is_shared_copy: bool = False
    is_same_carrier: bool = False
    is_bare: bool = False
    is_report_denied: bool = False
    turned: tuple[str, str] | None = None
    entailment: Entailment | None = None
    lone_negation: LoneNegation | None = None

    @property
    def open_conflicts(self) -> tuple[Difference, ...]:
        """What conflicts, but for two names, each of which may have had a part; a man on one side and a woman on the other are no names."""
        found = (d for d in self.differences if d.relation is Relation.CONFLICTING)
        return tuple(d for d in found if d.facet is not FacetName.PERSON or isinstance(d.left, Span))

    def of(self, facet: FacetName, relation: Relation) -> tuple[Difference, ...]:
        """The differences of one facet with one relation."""
        return tuple(d for d in self.differences if d.facet is facet and d.relation is relation)

    @property
    def is_half_denied(self) -> bool:
        """Whether a word that one side denies stands un-negated on the other, but not the whole predicate."""
        return self.half_denial is not None

    @property
    def equal_facets(self) -> tuple[FacetName, ...]:
        """The checkable facets on which both sides are equal or compatible with one more precise."""
        return tuple(name for name in CHECKABLE if any(d.facet is name and d.relation in _TIED for d in self.differences))

    def list_tying_facets(self, settings: Settings) -> tuple[FacetName, ...]:
        """The equal facets that tie both sides to one point.

        A date, place or number (near its bound, ``max_bound_ratio``) that at
        least one side states itself, rather than points back to; or a person, where both mainly say the same. A
        country as an actor ties nothing: any two reports of one affair name it.
        """
        equal = {
            d.facet
            for d in self.differences
            if d.relation in _TIED and d.facet in CHECKABLE and _is_stated(d) and is_near_bound(d, settings)
        }
        persons = [d for d in self.differences if d.facet is FacetName.PERSON and d.relation in _TIED and not _is_government(d)]
        if not persons or not self.overlap.core:
            equal.discard(FacetName.PERSON)
        return tuple(name for name in CHECKABLE if name in equal)

    @property
    def is_told_of(self) -> bool:
        """Whether one side mainly says that somebody was told or warned, and the other does not speak of that."""
        words = self.overlap.left_words, self.overlap.right_words
        told = [read_main_happening(side) for side in words]
        return any(
            concept in TELLING and not any(w.key == f"={concept}" for w in other)
            for concept, other in zip(told, reversed(words), strict=True)
        )

    @property
    def are_other_happenings(self) -> bool:
        """Whether both sides name kinds of happenings, and none in common."""
        left, right = ({w.key for w in words} & HAPPENINGS for words in (self.overlap.left_words, self.overlap.right_words))
        return bool(left and right) and not left & right

    @property
    def rest(self) -> float:
        """Share of the shorter side's words that the other has too, leaving out what conflicts."""
        conflicts = [d for d in self.differences if d.relation is Relation.CONFLICTING]
        left = _leave_out(self.overlap.left_compared, [d.left for d in conflicts])
        right = _leave_out(self.overlap.right_compared, [d.right for d in conflicts])
        return cover_smaller(left, right)

    @property
    def shared_rest(self) -> float:
        """What both have in common of all words that neither conflict nor are opposites, in [0, 1]: 1 where nothing else differs."""
        conflicts = [d for d in self.differences if d.relation is Relation.CONFLICTING or d.note.startswith(CONVERSE)]
        left = Counter(w.key for w in _leave_out(self.overlap.left_compared, [d.left for d in conflicts]))
        right = Counter(w.key for w in _leave_out(self.overlap.right_compared, [d.right for d in conflicts]))
        return 2 * (left & right).total() / max(1, left.total() + right.total())

    @cached_property
    def trained(self) -> Probabilities | None:
        """What a trained model holds of the pair, both directions weighed; None where none was asked."""
        if self.entailment is None:
            return None
        sides = self.pair.left, self.pair.right
        return combine_directions(
            self.entailment,
            is_headline=is_headline_style(*(claim.text for claim in sides)),
            lengths=(len(sides[0].text), len(sides[1].text)),
            languages=[claim.language for claim in sides],
        )

    @property
    def adds(self) -> Side:
        """Which side adds detail."""
        detail = [d for d in self.differences if d.facet in (*CHECKABLE, FacetName.PREDICATE)]
        left, right = (any(d.relation in relations for d in detail) for relations in (_ADDS_LEFT, _ADDS_RIGHT))
        return Side.BOTH if left and right else Side.LEFT if left else Side.RIGHT if right else Side.NONE


def gather_evidence(pair: Pair, settings: Settings, *, entailment: Entailment | None = None, is_bare: bool = False) -> Evidence:
    """The evidence on a pair: facets compared, sources, quotations, wording, what one side denies, and how far both say one thing.

    Swapping the pair swaps left and right and changes nothing else.
    """
    left, right = pair.left, pair.right
    overlap = measure_overlap(left, right, settings)
    compared = compare_claims(*_include_unmet(pair), overlap, settings, is_parallel=runs_in_parallel(pair))
    known = contrast_tolls(pair, compared.differences, settings) if overlap.is_same_language and not is_bare else compared.differences
    differences = compare_deeds(pair, compare_beside(pair, known, overlap, settings), overlap, settings)
    denied = find_denied_report(pair, overlap, settings) if is_bare else None
    turned = write_turned(pair, settings) if is_bare else None
    return Evidence(
        pair=pair,
        differences=differences if denied is None else replace_polarity(differences, denied),
        overlap=overlap,
        point=_score_point(pair, overlap, settings),
        is_same_speaker=is_same_speaker(left, right, settings),
        is_maybe_same_speaker=may_be_same_speaker(left, right, settings),
        is_denied=compared.is_denied,
        half_denial=compared.half_denial,
        instance=compared.instance,
        has_lone_denial=compared.has_lone_denial,
        is_denial_apart=compared.is_denial_apart,
        is_shared_copy=is_shared_copy(left, right, overlap, settings),
        is_same_carrier=share_relay(left, right, settings),
        is_bare=is_bare,
        is_report_denied=denied is not None,
        turned=turned,
        entailment=entailment,
        lone_negation=find_lone_negation(pair, settings) if turned is None else None,
    )


def _include_unmet(pair: Pair) -> tuple[Claim, Claim]:
    """Both claims, with those that go with them counted to the words beside them."""
    sides = ((pair.left, pair.left_unmet), (pair.right, pair.right_unmet))
    left, right = (attrs.evolve(claim, beside=(*claim.beside, *unmet)) if unmet else claim for claim, unmet in sides)
    return left, right


def _is_stated(difference: Difference) -> bool:
    return not (getattr(difference.left, "inferred", False) and getattr(difference.right, "inferred", False))


def _is_government(difference: Difference) -> bool:
    return any(isinstance(facet, Actor) and facet.key.startswith(GOVERNMENT) for facet in (difference.left, difference.right))


def _leave_out(words: tuple[Word, ...], facets: Sequence[Facet | Span | None]) -> tuple[Word, ...]:
    return leave_out(words, [facet if isinstance(facet, Span) else facet.span for facet in facets if facet is not None])


def _score_point(pair: Pair, overlap: Overlap, settings: Settings) -> float:
    """The pair's score and the word overlap, averaged where words can be compared."""
    if not overlap.is_comparable:
        return pair.score
    lexical = (overlap.containment + overlap.dice) / 2
    return min(1.0, max(lexical, (pair.score + lexical) / 2))
