"""Frozen records of claimcmp: articles, claims, facets, pairs, findings.

Nothing but data: a record checks its own fields and computes nothing else.
Offsets are Python code points into ``Article.text``, half-open, everywhere.
Change a record with ``attrs.evolve``.
"""

from claimcmp.records.claims import (
    Actor,
    Article,
    Attribution,
    Claim,
    Facet,
    Modality,
    Passage,
    Place,
    Polarity,
    Quantity,
    Quotation,
    Source,
    Span,
    When,
)
from claimcmp.records.findings import Alignment, ClaimGroup, Difference, Entailment, Event, Finding, Pair, Probabilities, Reason, Skipped
from claimcmp.records.frozen import FrozenMapping
from claimcmp.records.kinds import Between, Certainty, FacetName, Mode, Precision, Relation, Sense, Side, SourceKind, Verdict

__all__ = [
    "Actor",
    "Alignment",
    "Article",
    "Attribution",
    "Between",
    "Certainty",
    "Claim",
    "ClaimGroup",
    "Difference",
    "Entailment",
    "Event",
    "Facet",
    "FacetName",
    "Finding",
    "FrozenMapping",
    "Modality",
    "Mode",
    "Pair",
    "Passage",
    "Place",
    "Polarity",
    "Precision",
    "Probabilities",
    "Quantity",
    "Quotation",
    "Reason",
    "Relation",
    "Sense",
    "Side",
    "Skipped",
    "Source",
    "SourceKind",
    "Span",
    "Verdict",
    "When",
]
