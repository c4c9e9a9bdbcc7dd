"""claimcmp: what each outlet says happened, on whose word, and where they differ.

Names are loaded on first use, so that ``import claimcmp`` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # type checkers see what __getattr__ loads; a test keeps the two lists equal
    from claimcmp.align import align_claims as align_claims
    from claimcmp.claims import extract_claims as extract_claims
    from claimcmp.comparison import Comparison as Comparison, read_comparison as read_comparison
    from claimcmp.embed import EmbeddedClaims as EmbeddedClaims, embed_claims as embed_claims
    from claimcmp.errors import (
        ClaimcmpError as ClaimcmpError,
        ClaimcmpWarning as ClaimcmpWarning,
        FormatError as FormatError,
        InputTypeError as InputTypeError,
        InvalidRecordError as InvalidRecordError,
        InvalidSettingError as InvalidSettingError,
        LanguageDataError as LanguageDataError,
        MissingExtraError as MissingExtraError,
        ModelError as ModelError,
        ReadError as ReadError,
        TooFewArticlesError as TooFewArticlesError,
    )
    from claimcmp.io import read_articles as read_articles
    from claimcmp.pipeline import compare as compare
    from claimcmp.records import (
        Actor as Actor,
        Alignment as Alignment,
        Article as Article,
        Attribution as Attribution,
        Between as Between,
        Certainty as Certainty,
        Claim as Claim,
        ClaimGroup as ClaimGroup,
        Difference as Difference,
        Entailment as Entailment,
        Event as Event,
        FacetName as FacetName,
        Finding as Finding,
        Modality as Modality,
        Mode as Mode,
        Pair as Pair,
        Passage as Passage,
        Place as Place,
        Polarity as Polarity,
        Precision as Precision,
        Probabilities as Probabilities,
        Quantity as Quantity,
        Quotation as Quotation,
        Reason as Reason,
        Relation as Relation,
        Sense as Sense,
        Side as Side,
        Skipped as Skipped,
        Source as Source,
        SourceKind as SourceKind,
        Span as Span,
        Verdict as Verdict,
        When as When,
    )
    from claimcmp.report import Explanation as Explanation, explain as explain
    from claimcmp.settings import Settings as Settings
    from claimcmp.typing import Encoder as Encoder, Judge as Judge
    from claimcmp.verdicts import judge as judge, judge_many as judge_many, judge_pair as judge_pair

_EXPORTS = {
    "claimcmp.records": (
        "Actor", "Alignment", "Article", "Attribution", "Between", "Certainty", "Claim", "ClaimGroup", "Difference", "Entailment", "Event",
        "FacetName", "Finding", "Modality", "Mode", "Pair", "Passage", "Place", "Polarity", "Precision", "Probabilities", "Quantity", "Quotation", "Reason",
        "Relation", "Sense", "Side", "Skipped", "Source", "SourceKind", "Span", "Verdict", "When",
    ),
    "claimcmp.errors": (
        "ClaimcmpError", "ClaimcmpWarning", "FormatError", "InputTypeError", "InvalidRecordError", "InvalidSettingError",
        "LanguageDataError", "MissingExtraError", "ModelError", "ReadError", "TooFewArticlesError",
    ),
    "claimcmp.settings": ("Settings",),
    "claimcmp.typing": ("Encoder", "Judge"),
    "claimcmp.claims": ("extract_claims",),
    "claimcmp.embed": ("EmbeddedClaims", "embed_claims"),
    "claimcmp.align": ("align_claims",),
    "claimcmp.verdicts": ("judge", "judge_many", "judge_pair"),
    "claimcmp.report": ("Explanation", "explain"),
    "claimcmp.comparison": ("Comparison", "read_comparison"),
    "claimcmp.pipeline": ("compare",),
    "claimcmp.io": ("read_articles",),
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _EXPORTS.items() for name in names}
_SUBMODULES = frozenset({"models"})
"""Modules reached as attributes: ``claimcmp.models.bundled_sentence_transformer()``."""

__all__ = sorted(_MODULE_OF)  # noqa: PLE0605


def __getattr__(name: str) -> object:
    if name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*_MODULE_OF, *_SUBMODULES})
