"""Claims of several outlets to pairs on one point, groups and events."""

from claimcmp.align.alignment import align_claims
from claimcmp.align.selection import select_pairs

__all__ = ["align_claims", "select_pairs"]
