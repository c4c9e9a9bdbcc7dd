"""How fast claimcmp is: whole processes (``python -m benchmarks.speed``) and single stages (pytest-benchmark)."""
