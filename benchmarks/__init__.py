"""Measurements of claimcmp: quality and speed."""
