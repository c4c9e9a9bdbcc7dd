"""claimcmp: what each outlet says happened, on whose word, and where they differ.

Names are loaded on first use, so that ``import claimcmp`` stays light.
"""

from __future__ import annotations

from importlib import import_module

_EXPORTS = {
    "claimcmp.records": (
        "Actor", "Alignment", "Article", "Attribution", "Between", "Certainty", "Claim", "ClaimGroup", "Difference", "Event",
        "FacetName", "Finding", "Modality", "Mode", "Pair", "Place", "Polarity", "Precision", "Quantity", "Quotation", "Reason",
        "Relation", "Sense", "Side", "Skipped", "Source", "SourceKind", "Span", "Verdict", "When",
    ),
    "claimcmp.errors": (
        "ClaimcmpError", "ClaimcmpWarning", "FormatError", "InputTypeError", "InvalidRecordError", "InvalidSettingError",
        "LanguageDataError", "MissingExtraError", "ModelError", "ReadError",
    ),
    "claimcmp.settings": ("Settings",),
    "claimcmp.typing": ("Encoder", "Judge"),
    "claimcmp.claims": ("extract_claims",),
    "claimcmp.embed": ("EmbeddedClaims", "embed_claims"),
    "claimcmp.align": ("align_claims",),
    "claimcmp.verdicts": ("judge", "judge_many", "judge_pair"),
    "claimcmp.comparison": ("Comparison",),
    "claimcmp.exports": ("read_comparison",),
    "claimcmp.pipeline": ("compare",),
    "claimcmp.io": ("read_articles",),
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _EXPORTS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_MODULE_OF)
