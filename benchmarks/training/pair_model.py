"""Fine-tunes the bundled multilingual-e5-small as a pair model: entailment, neutral or contradiction.

``python -m benchmarks.training.pair_model --data DIR --out FILE``. About an hour on one core with bfloat16 matrix units;
docs/pair-model.md has the figures, pair_data.py the sets and their licences, pack_pair_model.py what is shipped.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any  # what transformers gives is untyped

import torch
from torch import Tensor, nn

from benchmarks.training.pair_data import GENERAL, NOT_ENTAILED, Labelled, make_news_round, make_round, split_rows
from claimcmp.models import bundled_sentence_transformer
from claimcmp.verdicts.directions import LABELS

MAX_SIDE = 80
"""Tokens of either side; the prefix of the left one included."""

BATCH_TOKENS = 3072
POOL = 64
"""Batches among which pairs are sorted by length, so that little is padded."""

RATE = 1.5e-4
WARM_UP = 0.06
DECAY = 0.01
FROZEN_LAYERS = 3
"""Layers next to the embeddings that stay as they are: less to compute and to ship, and what languages share is kept."""

NEWS_LAYERS = 3
"""Last layers that are trained once more, with a head of their own, for headlines."""

NEWS_RATE = 1e-4

Encoded = tuple[list[int], int]
"""Token ids of a pair, and its label: 0 to 2, or 3 for "not entailed"."""


class PairModel(nn.Module):
    """Encoder and head. Features are the state of the first token and the mean over all tokens."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.head = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, len(LABELS)))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Logits (pairs, 3) in the order of ``LABELS``."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weights = mask.unsqueeze(-1).float()
        mean = (states * weights).sum(1) / weights.sum(1)
        logits: Tensor = self.head(torch.cat([states[:, 0], mean], dim=1))
        return logits


def build_model() -> tuple[PairModel, Any]:
    """The pair model before training, and its tokenizer; embeddings and the first layers are frozen."""
    bundled = bundled_sentence_transformer()
    encoder: Any = bundled[0].auto_model
    encoder.config._attn_implementation = "eager"  # six times as fast as the fused one in bfloat16 on a CPU
    encoder.pooler = None
    for part in (encoder.embeddings, *encoder.encoder.layer[:FROZEN_LAYERS]):
        part.requires_grad_(False)
    for module in encoder.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0  # drawing the masks takes a sixth of the time; two rounds do not overfit
    return PairModel(encoder), bundled.tokenizer


def encode_pairs(pairs: Sequence[tuple[str, str]], tokenizer: Any) -> list[list[int]]:
    """Token ids of each pair: ``<s> query: left </s> </s> right </s>``, each side cut to ``MAX_SIDE``."""
    sides = [tokenizer(list(texts), add_special_tokens=False, verbose=False)["input_ids"] for texts in _split_sides(pairs)]
    start, end = tokenizer.bos_token_id, tokenizer.eos_token_id
    return [[start, *left[:MAX_SIDE], end, end, *right[:MAX_SIDE], end] for left, right in zip(*sides, strict=True)]


def _split_sides(pairs: Sequence[tuple[str, str]]) -> tuple[list[str], list[str]]:
    return [f"query: {left}" for left, _ in pairs], [right for _, right in pairs]


def encode_rows(rows: Sequence[Labelled], tokenizer: Any) -> list[Encoded]:
    """Token ids and label number of each row."""
    names = (*LABELS, NOT_ENTAILED)
    ids = encode_pairs([(row.left, row.right) for row in rows], tokenizer)
    return [(line, names.index(row.label)) for line, row in zip(ids, rows, strict=True)]


def make_batches(rows: list[Encoded], rng: random.Random) -> list[list[Encoded]]:
    """Batches of about ``BATCH_TOKENS`` tokens, of similar length inside, in random order."""
    rng.shuffle(rows)
    size = POOL * 64
    batches: list[list[Encoded]] = []
    for start in range(0, len(rows), size):
        batch: list[Encoded] = []
        for row in sorted(rows[start : start + size], key=lambda row: len(row[0])):
            if batch and len(row[0]) * (len(batch) + 1) > BATCH_TOKENS:
                batches.append(batch)
                batch = []
            batch.append(row)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def pad(lines: Sequence[list[int]], fill: int) -> tuple[Tensor, Tensor]:
    """Ids and mask, both (pairs, longest)."""
    longest = max(map(len, lines))
    ids = torch.tensor([line + [fill] * (longest - len(line)) for line in lines])
    return ids, (ids != fill).long()


def measure_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean negative log likelihood; "not entailed" is neutral or contradiction."""
    logs = torch.log_softmax(logits, dim=1)
    not_entailed = torch.logsumexp(logs[:, 1:], dim=1, keepdim=True)
    return -torch.cat([logs, not_entailed], dim=1).gather(1, labels.unsqueeze(1)).mean()


class MixedAdam:
    """AdamW on float32 copies of the weights of a bfloat16 encoder; the rate warms up and falls to zero as a cosine."""

    def __init__(self, model: PairModel, steps: int, rate: float) -> None:
        self.live = [p for p in model.parameters() if p.requires_grad]
        self.exact = [p.detach().float().clone() for p in self.live]
        groups = [
            {"params": [e for e in self.exact if e.ndim > 1], "weight_decay": DECAY},
            {"params": [e for e in self.exact if e.ndim == 1], "weight_decay": 0.0},
        ]
        self.adam = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), fused=True)
        warm = max(1, int(WARM_UP * steps))
        self.plan = torch.optim.lr_scheduler.LambdaLR(
            self.adam, lambda step: min((step + 1) / warm, 0.5 + 0.5 * math.cos(math.pi * max(0, step - warm) / max(1, steps - warm)))
        )

    def step(self) -> None:
        """One step from the gradients of the live weights, clipped to norm 1."""
        for live, exact in zip(self.live, self.exact, strict=True):
            exact.grad = live.grad.float() if live.grad is not None else None
            live.grad = None
        torch.nn.utils.clip_grad_norm_(self.exact, 1.0)
        self.adam.step()
        self.plan.step()
        for live, exact in zip(self.live, self.exact, strict=True):
            live.data.copy_(exact)


def collect_weights(model: PairModel, optimiser: MixedAdam) -> dict[str, dict[str, Tensor]]:
    """The trained weights of ``encoder`` and ``head`` in float32; those that were frozen are left out."""
    exact = {id(live): value for live, value in zip(optimiser.live, optimiser.exact, strict=True)}
    state = {name: exact[id(p)].clone() for name, p in model.named_parameters() if id(p) in exact}
    return {
        part: {name.removeprefix(f"{part}."): value for name, value in state.items() if name.startswith(f"{part}.")}
        for part in ("encoder", "head")
    }


def run_steps(model: PairModel, batches: Sequence[Sequence[Encoded]], *, fill: int, rate: float) -> dict[str, dict[str, Tensor]]:
    """The weights after one step a batch."""
    optimiser = MixedAdam(model, len(batches), rate)
    model.train()
    began, mean, seen = time.monotonic(), 0.0, 0
    for number, batch in enumerate(batches, 1):
        ids, mask = pad([line for line, _ in batch], fill)
        loss = measure_loss(model(ids, mask), torch.tensor([label for _, label in batch]))
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        mean, seen = 0.98 * mean + 0.02 * loss.item(), seen + len(batch)
        if number % 20 == 0 or number == len(batches):
            shown = mean / (1 - 0.98**number)
            print(f"{number}/{len(batches)} loss {shown:.3f} pairs/s {seen / (time.monotonic() - began):.1f}", flush=True)
    return collect_weights(model, optimiser)


def train_general(data: Path | None, out: Path, *, rounds: int, seed: int) -> None:
    """Trains on statements of all kinds and writes ``encoder``, ``head`` and ``config``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model, tokenizer = build_model()
    model.encoder.to(torch.bfloat16)
    sets = [(source, split_rows(data, source)[0]) for source in GENERAL]
    batches = [batch for _ in range(rounds) for batch in make_batches(encode_rows(list(make_round(sets, rng)), tokenizer), rng)]
    weights = run_steps(model, batches, fill=tokenizer.pad_token_id, rate=RATE)
    torch.save({"config": {"labels": LABELS, "max_side": MAX_SIDE, "prefix": "query: "}, **weights}, out)


def train_news(data: Path | None, out: Path, *, rounds: int, seed: int) -> None:
    """Trains the last layers of the general model once more on headlines and adds ``news_encoder`` and ``news_head`` to its file."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model, tokenizer = build_model()
    kept = torch.load(out)
    load_weights(model, kept["encoder"], kept["head"])
    model.encoder.to(torch.bfloat16)
    for layer in model.encoder.encoder.layer[:-NEWS_LAYERS]:
        layer.requires_grad_(False)
    batches = [b for _ in range(rounds) for b in make_batches(encode_rows(list(make_news_round(rng, data)), tokenizer), rng)]
    weights = run_steps(model, batches, fill=tokenizer.pad_token_id, rate=NEWS_RATE)
    torch.save({**kept, "news_encoder": weights["encoder"], "news_head": weights["head"]}, out)


def load_weights(model: PairModel, encoder: dict[str, Tensor], head: dict[str, Tensor]) -> None:
    """Puts saved weights into a model; those that were frozen are the bundled ones."""
    model.encoder.load_state_dict(encoder, strict=False)
    model.head.load_state_dict(head)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of the labelled data")
    parser.add_argument("--out", type=Path, required=True, help="where the weights are written (torch file)")
    parser.add_argument("--stages", nargs="+", default=["general", "news"], choices=["general", "news"])
    parser.add_argument("--rounds", type=int, default=1, help="over the general sets")
    parser.add_argument("--news-rounds", type=int, default=5, help="over the headlines")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    if "general" in options.stages:
        train_general(options.data, options.out, rounds=options.rounds, seed=options.seed)
    if "news" in options.stages:
        train_news(options.data, options.out, rounds=options.news_rounds, seed=options.seed)


if __name__ == "__main__":
    main()
