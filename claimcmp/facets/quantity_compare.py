"""Two claims' quantities side by side."""

from __future__ import annotations

from claimcmp.records import Claim, Difference, Quantity
from claimcmp.settings import Settings


def compare_quantities(left: tuple[Quantity, ...], right: tuple[Quantity, ...], *, settings: Settings, claims: tuple[Claim, Claim] | None = None) -> tuple[Difference, ...]:
    """How two claims' quantities stand to each other; ``claims`` (left, right) lets the outcome counted be read around a number."""
    return ()
