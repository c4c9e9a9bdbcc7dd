"""Two claims' dates side by side."""

from __future__ import annotations

from claimcmp.records import Claim, Difference, When
from claimcmp.settings import Settings


def compare_whens(left: tuple[When, ...], right: tuple[When, ...], *, settings: Settings, claims: tuple[Claim, Claim] | None = None) -> tuple[Difference, ...]:
    """How two claims' dates stand to each other; ``claims`` (left, right) lets background dates be told by their cue."""
    return ()
