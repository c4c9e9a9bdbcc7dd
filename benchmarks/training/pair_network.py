"""The network of the pair model in torch: encoder, a head for each style, and weights as training saves and averages them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any  # what transformers gives is untyped

import torch
from torch import Tensor, nn

from claimcmp.models import bundled_sentence_transformer
from claimcmp.pairmodel.weights import PREFIXES
from claimcmp.verdicts.directions import LABELS

PARTS = ("encoder", "head", "news_head")
"""Of the trained model, as they are saved."""


class PairModel(nn.Module):
    """Encoder and a head for each style. Features are the state of the first token and the mean over all tokens."""

    mean: Tensor
    spread: Tensor

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.head, self.news_head = (nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, len(LABELS))) for _ in PREFIXES)
        self.register_buffer("mean", torch.zeros(2 * width))
        self.register_buffer("spread", torch.ones(2 * width))

    def forward(self, ids: Tensor, mask: Tensor, styles: Tensor) -> Tensor:
        """Logits (pairs, 3) in the order of ``LABELS``."""
        features = (self.pool(ids, mask) - self.mean) / self.spread
        return torch.where(styles.unsqueeze(1) == 0, self.head(features), self.news_head(features))

    def pool(self, ids: Tensor, mask: Tensor) -> Tensor:
        """What the heads read, before it is standardised: shape (pairs, 2 * width)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weights = mask.unsqueeze(-1).float()
        return torch.cat([states[:, 0], (states * weights).sum(1) / weights.sum(1)], dim=1)

    def standardise(self, inputs: Sequence[tuple[Tensor, Tensor]]) -> None:
        """Takes mean and spread of the features from some inputs.

        Vectors of this encoder share one large component (all cosines lie
        above 0.7), next to which a head starts almost blind.
        """
        with torch.no_grad():
            features = torch.cat([self.pool(ids, mask) for ids, mask in inputs])
        self.mean, self.spread = features.mean(dim=0), features.std(dim=0)


def fold_features(model: PairModel, weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a head that reads features as they are, for one that read them standardised."""
    first = weights["0.weight"] / model.spread
    return {**weights, "0.weight": first, "0.bias": weights["0.bias"] - first @ model.mean}


def unfold_features(model: PairModel, weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a head that reads features standardised, for one that read them as they are."""
    first = weights["0.weight"]
    return {**weights, "0.weight": first * model.spread, "0.bias": weights["0.bias"] + first @ model.mean}


def average_weights(paths: Sequence[Path]) -> dict[str, dict[str, Tensor]]:
    """Each of ``PARTS`` with the mean, over the files that ``train`` wrote, of its weights.

    Weights of which one run started from the other's lie in one valley of the
    loss; their mean reads unseen languages better than either (Wortsman et al.
    2022, "Model soups"). A file named twice counts twice.
    """
    saved: list[dict[str, Any]] = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    return {
        part: {name: torch.stack([each[part][name].float() for each in saved]).mean(dim=0) for name in saved[0][part]} for part in PARTS
    }


def take_weights(model: PairModel, weights: Mapping[str, Mapping[str, Tensor]]) -> None:
    """Puts weights as ``train`` writes them into the model."""
    model.encoder.load_state_dict(weights["encoder"], strict=False)
    for name in ("head", "news_head"):
        getattr(model, name).load_state_dict(weights[name])


def build_model() -> tuple[PairModel, Any]:
    """The pair model before training, and its tokenizer; the embeddings are frozen."""
    bundled = bundled_sentence_transformer()
    encoder: Any = bundled[0].auto_model
    encoder.config._attn_implementation = "eager"  # six times as fast as the fused one in bfloat16 on a CPU
    encoder.pooler = None
    encoder.embeddings.requires_grad_(False)
    for module in encoder.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0  # drawing the masks takes a sixth of the time; two rounds do not overfit
    return PairModel(encoder), bundled.tokenizer
