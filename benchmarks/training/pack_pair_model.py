"""Packs a trained pair model into the package: ``python -m benchmarks.training.pack_pair_model pair.pt [more.pt] [--temperatures 1.3 1.2]``.

The file that training saved holds ``encoder`` (names of a BERT model), ``head``
for statements and ``news_head`` for headlines. What differs from the bundled weights is stored in 4 bits a weight.
With ``--pairs`` (JSON lines with the texts ``a`` and ``b``) the scores of the
packed model are held against those of the trained one in torch.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from benchmarks.training.pair_data import SIDE_TOKENS
from benchmarks.training.saved import Trained, average_weights, name_in_head
from claimcmp.embed.packed import PackedModel, open_bundled
from claimcmp.models import name_in_bert
from claimcmp.pairmodel import PairModel
from claimcmp.pairmodel.model import WEIGHTS_FILE, is_headline_style
from claimcmp.pairmodel.weights import BLOCK, HEAD_NAMES, LEVELS, PairWeights, name_matrices, sum_base, write_weights
from claimcmp.verdicts.directions import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 12_000_000
_SAMPLE = 400_000
_ROUNDS = 40


def pack_weights(packed: PackedModel, trained: Trained, *, temperatures: tuple[float, float] = (1.0, 1.0)) -> PairWeights:
    """What differs from the bundled weights, in 4 bits; the head for statements as it is, in float16; that for headlines as its change from it."""
    changes = {name: value - packed.read_weight(name) for name, value in _name_layers(packed, trained)}
    heads = dict(_name_heads(trained))
    for name, value in heads.items():
        if name.startswith("news."):
            changes[name] = value - heads[name.replace("news", "head", 1)].astype(np.float16)
    changes = {name: change for name, change in changes.items() if change.any()}
    matrices = [name for name in (*name_matrices(packed), "news.0.w") if name in changes]
    levels = fit_levels(np.concatenate([_normalise(changes[name])[0].ravel()[:: len(matrices)] for name in matrices]))
    codes, scales = {}, {}
    for name in matrices:
        codes[name], scales[name] = encode_change(changes[name], levels)
    vectors = {name: change.astype(np.float16) for name, change in changes.items() if name not in codes}
    vectors |= {name: value.astype(np.float16) for name, value in heads.items() if name.startswith("head.")}
    return PairWeights(
        labels=LABELS,
        temperatures=temperatures,
        side_tokens=SIDE_TOKENS,
        base=sum_base(packed),
        levels=levels,
        codes=codes,
        scales=scales,
        vectors=vectors,
    )


def _name_layers(packed: PackedModel, trained: Trained) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Weights of layers with their names in the file."""
    for name in packed.names:
        if name.startswith("l") and name_in_bert(name) in trained["encoder"]:
            yield name, trained["encoder"][name_in_bert(name)]


def _name_heads(trained: Trained) -> Iterator[tuple[str, NDArray[np.float32]]]:
    for name in HEAD_NAMES:
        part, weight = name_in_head(name)
        yield name, trained[part][weight]


def fit_levels(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The 16 levels that lie nearest to the values, least squares (Lloyd 1982); ascending."""
    sample = np.sort(np.random.default_rng(0).choice(values, min(_SAMPLE, values.size), replace=False))
    sums = np.concatenate([[0.0], np.cumsum(sample, dtype=np.float64)])
    levels = np.quantile(sample, (np.arange(LEVELS) + 0.5) / LEVELS)
    for _ in range(_ROUNDS):
        edges = np.concatenate([[0], np.searchsorted(sample, (levels[1:] + levels[:-1]) / 2), [sample.size]])
        counts = np.diff(edges)
        levels = np.where(counts > 0, np.diff(sums[edges]) / np.maximum(counts, 1), levels)
    return np.asarray(np.round(levels, 6), np.float32)


def encode_change(change: NDArray[np.float32], levels: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """The nearest level of each value, two to a byte, and each block's scale, fitted to the levels chosen."""
    normal, scales = _normalise(change)
    chosen = np.searchsorted((levels[1:] + levels[:-1]) / 2, normal).astype(np.uint8)
    held = levels[chosen]
    power = (held * held).sum(axis=1)
    scales = np.where(power > 0, (normal * held).sum(axis=1) / np.maximum(power, 1e-12), 1) * scales
    flat = chosen.reshape(-1, 2)
    return np.asarray(flat[:, 0] | (flat[:, 1] << 4), np.uint8), scales.astype(np.float16)


def _normalise(change: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Blocks divided by their root mean square, shape (n_blocks, BLOCK), and that of each."""
    blocks = change.reshape(-1, BLOCK)
    scales = np.maximum(np.sqrt((blocks * blocks).mean(axis=1)), np.float32(1e-7))
    return blocks / scales[:, None], scales


def compare_scores(trained: Trained, model: PairModel, pairs: list[tuple[str, str]]) -> dict[str, float]:
    """How far the packed model's scores lie from those of the trained one in torch, in float32."""
    exact = score_in_torch(trained, model, pairs)
    found = model.score_pairs(pairs)
    error = np.abs(found - exact)
    return {
        "largest error": float(error.max()),
        "mean error": float(error.mean()),
        "spread of the scores": float(exact.std(axis=0).mean()),
        "same label": float((found.argmax(axis=1) == exact.argmax(axis=1)).mean()),
    }


def score_in_torch(trained: Trained, model: PairModel, pairs: list[tuple[str, str]]) -> NDArray[np.float32]:
    """Scores of the trained model in torch, shape ``(n_pairs, 3)``."""
    import torch

    from benchmarks.training.pair_network import build_model, take_weights

    network, _ = build_model()
    take_weights(network, trained)
    network.eval()
    scores = []
    with torch.no_grad():
        for left, right in pairs:
            ids = torch.tensor([model.encode_pair(left, right)])
            style = torch.tensor([int(is_headline_style(left, right))])
            scores.append(network(ids, torch.ones_like(ids), style)[0].numpy())
    return np.stack(scores)


def main() -> None:
    """Packs, checks the size, and reports the errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, nargs="+", help="files that training saved; of several the mean is packed")
    parser.add_argument("--temperatures", type=float, nargs=2, default=(1.0, 1.0), help="for statements, for headlines")
    parser.add_argument("--pairs", type=Path, help="JSON lines with a and b: report how the packed scores differ")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE)
    options = parser.parse_args()
    packed = open_bundled()
    trained = average_weights(options.trained)
    write_weights(options.out, pack_weights(packed, trained, temperatures=tuple(options.temperatures)))
    size = options.out.stat().st_size
    print(f"{options.out}: {size:,} bytes")
    if size > MAX_BYTES:
        raise SystemExit(f"larger than {MAX_BYTES:,} bytes: the package may not carry it")
    if options.pairs:
        rows = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
        report = compare_scores(trained, PairModel(options.out), [(row["a"], row["b"]) for row in rows])
        print(*(f"{name}: {value:.4f}" for name, value in report.items()), sep="\n")


if __name__ == "__main__":
    main()
