"""Trials of models trained only on texts whose licence allows it; docs/trials.md tells what came of them."""
