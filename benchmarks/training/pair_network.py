"""The network of the pair model in torch: encoder, and a head for each style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any  # what transformers gives is untyped

import torch
from torch import Tensor, nn

from benchmarks.training.saved import Trained
from claimcmp.models import bundled_sentence_transformer
from claimcmp.pairmodel.weights import PREFIXES
from claimcmp.verdicts.directions import LABELS


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

    def quicken(self) -> None:
        """Turns the encoder to bfloat16 on processors that compute in it; on others that would be slower than float32."""
        if torch.cpu._is_avx512_bf16_supported():
            self.encoder.to(torch.bfloat16)

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


def take_weights(model: PairModel, trained: Trained) -> None:
    """Puts saved weights into the model."""
    for part, weights in trained.items():
        module = getattr(model, part)
        shapes = {name: held.shape for name, held in module.state_dict().items()}
        given = {name: torch.from_numpy(values).reshape(shapes[name]) for name, values in weights.items()}
        module.load_state_dict(given, strict=part != "encoder")


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
