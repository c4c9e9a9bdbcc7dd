"""What claims come to together: events and groups, pairs, differences, findings."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from attrs import field

from claimcmp.messages import render_message
from claimcmp.records.checks import check_unit_interval, freeze_numbers, freeze_texts
from claimcmp.records.claims import Actor, Claim, Facet, Passage, Place, Span, When
from claimcmp.records.frozen import FrozenMapping
from claimcmp.records.kinds import Between, FacetName, Relation, Side, Verdict


def freeze_claims(items: Mapping[str, tuple[Claim, ...]]) -> FrozenMapping[str, tuple[Claim, ...]]:
    """The mapping of claims, read-only."""
    return FrozenMapping(items)


@attrs.frozen(kw_only=True)
class Event:
    """What several claims tell of."""

    id: str
    label: str
    when: When | None = None
    where: Place | None = None
    who: tuple[Actor, ...] = ()
    claim_ids: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ClaimGroup:
    """Claims of two or more outlets on one point.

    ``positions`` holds claim ids: each position agrees inside and conflicts
    with the others; one position means that all agree. ``independent_sources``
    counts who stands behind all of it: outlets with one agency's copy, or with
    one speaker's word, are one; 0 before verdicts exist.
    """

    claims: tuple[Claim, ...]
    positions: tuple[tuple[str, ...], ...] = ()
    independent_sources: int = 0


@attrs.frozen(kw_only=True)
class Pair:
    """Two claims about the same point; ``left`` comes from the article given earlier.

    Parameters
    ----------
    score
        How surely both speak of the same point, in [0, 1].
    contributions
        What each signal added to the score, by signal name.
    left_unmet, right_unmet
        In texts that run in parallel, as translations do: claims next to it that meet none of the other text by themselves.
        What they say may stand in the counterpart, so that dates and numbers are compared with them.
    left_retold, right_retold
        Figures and dates of its own that the other article gives too, in whatever claim: those are no other account of what
        stands beside them here. Not looked for in texts that run in parallel.
    """

    left: Claim
    right: Claim
    score: float = field(validator=check_unit_interval)
    contributions: FrozenMapping[str, float] = field(factory=FrozenMapping, converter=freeze_numbers)
    left_unmet: tuple[Passage, ...] = ()
    right_unmet: tuple[Passage, ...] = ()
    left_retold: tuple[Span, ...] = ()
    right_retold: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class Difference:
    """How two claims stand to each other in one facet.

    ``left`` and ``right`` are the facets compared, or the spans where no typed
    facet exists; None on the side that has none.
    """

    facet: FacetName = field(converter=FacetName)
    relation: Relation = field(converter=Relation)
    left: Facet | Span | None = None
    right: Facet | Span | None = None
    note: str = ""


@attrs.frozen(kw_only=True)
class Reason:
    """One sentence that says why; ``str()`` gives it in English."""

    key: str
    parameters: FrozenMapping[str, str] = field(factory=FrozenMapping, converter=freeze_texts)

    def render(self, language: str = "en") -> str:
        """The reason in an interface language (``"en"``, ``"ar"``).

        Where outlets have no names that tell the sides apart, they are "the
        first report" and "the second report".

        Raises
        ------
        LanguageDataError
            If there is no such interface language.
        """
        sides = {f"{side}_outlet": render_message(f"side_{side}", {}, language) for side in (Side.LEFT, Side.RIGHT)}
        return render_message(self.key, {**sides, **self.parameters}, language)

    def __str__(self) -> str:
        return self.render("en")


@attrs.frozen(kw_only=True)
class Probabilities:
    """What a trained model holds of "the first text is true, so the second is ...": three numbers in [0, 1] that sum to 1."""

    entailment: float = field(validator=check_unit_interval)
    neutral: float = field(validator=check_unit_interval)
    contradiction: float = field(validator=check_unit_interval)


@attrs.frozen(kw_only=True)
class Entailment:
    """Trained evidence in both directions: ``forward`` from left to right, ``backward`` from right to left."""

    forward: Probabilities
    backward: Probabilities

    @property
    def entailment(self) -> float:
        """The stronger of the two entailments: one statement that follows from the other is enough."""
        return max(self.forward.entailment, self.backward.entailment)

    @property
    def contradiction(self) -> float:
        """The weaker of the two contradictions: a true one holds in both directions."""
        return min(self.forward.contradiction, self.backward.contradiction)


@attrs.frozen(kw_only=True)
class Finding:
    """A pair, its differences and the verdict.

    Parameters
    ----------
    pair
        What the verdict is on: two claims, or, of a finding on parts, a part of each with its own span, text and facets.
    adds
        Which side adds detail.
    confidence
        In [0, 1].
    between
        Who contradicts whom; None unless the verdict is ``conflict``.
    shared_copy
        Both sides carry the same agency's words.
    independent_sources
        How many independent sources carry the point; shared copy counts once.
    update
        Which side is the later figure of a running count, or reports what the other denies for the moment only ("not yet").
    rule
        Key of the rule that decided.
    evidence
        What a trained model holds of the two texts; None if none was asked.
    whole
        Of a finding on parts, the pair that was parted; None where ``pair`` is that pair.
    """

    pair: Pair
    verdict: Verdict = field(converter=Verdict)
    adds: Side = field(default=Side.NONE, converter=Side)
    differences: tuple[Difference, ...] = ()
    confidence: float = field(validator=check_unit_interval)
    between: Between | None = field(default=None, converter=attrs.converters.optional(Between))
    shared_copy: bool = False
    independent_sources: int = 2
    update: Side | None = field(default=None, converter=attrs.converters.optional(Side))
    reasons: tuple[Reason, ...] = ()
    rule: str
    evidence: Entailment | None = None
    whole: Pair | None = None

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The two claims of the result that it is on, left and right: those of the pair, or those of which the pair holds parts."""
        pair = self.whole or self.pair
        return pair.left, pair.right


@attrs.frozen(kw_only=True)
class Skipped:
    """An input or a part of one that could not be used, and why."""

    name: str
    reason: Reason


@attrs.frozen(kw_only=True)
class Alignment:
    """Which claims speak of the same point, before any verdict.

    Parameters
    ----------
    claims
        All claims, in the order given.
    pairs
        Best first; one claim may stand in several.
    groups
        Claims connected by pairs; ``positions`` is empty until verdicts exist.
    unmatched
        Claims without a pair, by outlet (or article id where there is none).
    candidates
        Pairs scored at least ``Settings.min_candidate_score``, best first; ``pairs`` are those selected among them.
    """

    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    events: tuple[Event, ...] = ()
    groups: tuple[ClaimGroup, ...] = ()
    unmatched: FrozenMapping[str, tuple[Claim, ...]] = field(factory=FrozenMapping, converter=freeze_claims)
    candidates: tuple[Pair, ...] = ()
