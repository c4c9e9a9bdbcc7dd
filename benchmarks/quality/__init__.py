"""How good the results are, against hand-made gold: ``python -m benchmarks.quality``."""
