"""Weights as training saves them and as the package holds them, and their mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcmp.embed.packed import open_bundled
from claimcmp.models import name_in_bert
from claimcmp.pairmodel.model import WEIGHTS_FILE
from claimcmp.pairmodel.weights import HEAD_NAMES, read_weights

PARTS = ("encoder", "head", "news_head")
"""Of the trained model, as they are saved: the encoder, the head for statements, the one for headlines."""

Trained = dict[str, dict[str, NDArray[np.float32]]]
"""Each of ``PARTS`` with its weights under torch's names, the values of each in one row."""


def average_weights(paths: Sequence[Path]) -> Trained:
    """The mean over files that training saved (``.pt``) or that a package holds (``.bin``).

    Weights of which one run started from the other's lie in one valley of the
    loss; their mean reads unseen languages better than either (Wortsman et al.
    2022, "Model soups"). A file named twice counts twice.
    """
    saved = [_read_packed(path) if path.suffix == WEIGHTS_FILE.suffix else _read_saved(path) for path in paths]
    return {part: {name: np.mean([each[part][name] for each in saved], axis=0) for name in saved[0][part]} for part in PARTS}


def _read_saved(path: Path) -> Trained:
    import torch

    held = torch.load(path, map_location="cpu", weights_only=True)
    return {part: {name: values.float().numpy().ravel() for name, values in held[part].items()} for part in PARTS}


def _read_packed(path: Path) -> Trained:
    base, changed = open_bundled(), read_weights(path)
    layers = (name for name in base.names if not name.startswith("emb."))
    read: Trained = {part: {} for part in PARTS}
    read["encoder"] = {name_in_bert(name): base.read_weight(name) + changed.read_change(name) for name in layers}
    for name in HEAD_NAMES:
        part, weight = name_in_head(name)
        read[part][weight] = changed.read_head(name)
    return read


def name_in_head(name: str) -> tuple[str, str]:
    """Part and weight of a head as torch names them: ``news.0.w`` is ``0.weight`` of ``news_head``."""
    head, number, kind = name.split(".")
    return "head" if head == "head" else "news_head", f"{number}.{'weight' if kind == 'w' else 'bias'}"
