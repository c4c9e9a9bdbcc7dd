"""What a report shows, as plain records: no words of an interface language, no HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import attrs

from claimcmp.records import (
    Article,
    Between,
    Claim,
    Event,
    FacetName,
    Finding,
    Mode,
    Reason,
    Relation,
    Sense,
    Side,
    Skipped,
    Verdict,
)
from claimcmp.report.explanation import Explanation
from claimcmp.report.marks import Passage, Segment
from claimcmp.settings import Settings
from claimcmp.verdicts.quotes import QuoteRelation


class Result(Protocol):
    """What a report needs of a comparison."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles compared."""
        ...

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Their claims, by article and position."""
        ...

    @property
    def events(self) -> tuple[Event, ...]:
        """What the claims tell of."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One a judged pair."""
        ...

    @property
    def unmatched(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims only one outlet carries."""
        ...

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out, and why."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings of the run."""
        ...

    @property
    def provenance(self) -> Mapping[str, str]:
        """What made the result."""
        ...


@attrs.frozen(kw_only=True)
class SideView:
    """One claim as it is shown: whose word it is, and its text cut at the marks."""

    outlet: str
    published: str
    language: str
    speaker: str | None
    role: str | None
    reason: str | None
    via: tuple[str, ...]
    mode: Mode
    sense: Sense
    segments: tuple[Segment, ...]


@attrs.frozen(kw_only=True)
class DifferenceRow:
    """One facet compared: the words of each side and what they resolve to."""

    facet: FacetName
    relation: Relation
    left: str
    right: str
    left_value: str
    right_value: str
    note: str


@attrs.frozen(kw_only=True)
class Card:
    """One finding as it is shown."""

    verdict: Verdict
    between: Between | None
    adds: Side
    update: Side | None
    shared_copy: bool
    independent_sources: int
    confidence: float
    reasons: tuple[Reason, ...]
    left: SideView
    right: SideView
    rows: tuple[DifferenceRow, ...]
    explanation: Explanation | None = None


@attrs.frozen(kw_only=True)
class EventSection:
    """The cards of one event; ``label`` is None for points outside every event."""

    label: str | None
    when: str
    where: str
    cards: tuple[Card, ...]


@attrs.frozen(kw_only=True)
class OutletSection:
    """What only one outlet carries."""

    outlet: str
    claims: tuple[SideView, ...]


@attrs.frozen(kw_only=True)
class QuoteView:
    """A quotation as it is shown: what both sides give, the words that differ marked; ``right`` is None where no other side was found."""

    relation: QuoteRelation
    left: SideView
    right: SideView | None


@attrs.frozen(kw_only=True)
class ArticleView:
    """One article in full, cut at its claims."""

    outlet: str
    title: str | None
    published: str
    language: str
    url: str | None
    passages: tuple[Passage, ...]


@attrs.frozen(kw_only=True)
class Summary:
    """Everything a report shows, in the order in which it is shown."""

    conflicts: tuple[Card, ...]
    agreements: tuple[EventSection, ...]
    unclear: tuple[Card, ...]
    only: tuple[OutletSection, ...]
    quotes: tuple[QuoteView, ...]
    articles: tuple[ArticleView, ...]
    skipped: tuple[Skipped, ...]
    provenance: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    n_claims: int

    @property
    def n_agreements(self) -> int:
        """How many findings are agreements."""
        return sum(len(section.cards) for section in self.agreements)

    @property
    def n_only(self) -> int:
        """How many claims only one outlet carries."""
        return sum(len(section.claims) for section in self.only)
