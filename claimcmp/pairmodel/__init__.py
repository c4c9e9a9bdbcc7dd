"""Trained evidence on text pairs, run without a deep-learning framework."""

from claimcmp.pairmodel.model import (
    PAIR_MODEL_NAME as PAIR_MODEL_NAME,
    PairModel as PairModel,
    find_pair_model as find_pair_model,
    is_headline_style as is_headline_style,
    load_pair_model as load_pair_model,
)
