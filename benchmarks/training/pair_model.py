"""Fine-tunes the bundled multilingual-e5-small as a pair model: entailment, neutral or contradiction.

``python -m benchmarks.training.pair_model --data DIR --out FILE``. About an hour on one core with bfloat16 matrix units;
docs/pair-model.md has the figures, pair_data.py the sets and their licences, pack_pair_model.py what is shipped.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any  # what transformers gives is untyped

import attrs
import torch
from torch import Tensor

from benchmarks.training.mixed_adam import Journal, MixedAdam
from benchmarks.training.pair_data import NOT_CONTRADICTED, NOT_ENTAILED, SIDE_TOKENS, Labelled
from benchmarks.training.pair_network import PairModel, build_model, fold_features, take_weights, unfold_features
from benchmarks.training.pair_rounds import Lexicons, make_rows, make_written
from benchmarks.training.saved import average_weights
from claimcmp.pairmodel.weights import PREFIXES
from claimcmp.verdicts.directions import LABELS

BATCH_TOKENS = 2048
POOL = 64
"""Batches among which pairs are sorted by length, so that little is padded."""

SAVED_EVERY = 100
"""Steps after which a run is saved, so that one that was broken off goes on from there."""

SAMPLED = 25
"""Batches from which mean and spread of the features are taken."""

TOLD = (*LABELS, NOT_ENTAILED, NOT_CONTRADICTED)
"""What a row can tell."""


@attrs.frozen
class Encoded:
    """Token ids of a pair, the number of its label among ``TOLD`` and that of its style."""

    ids: list[int]
    label: int
    style: int


def encode_pairs(pairs: Sequence[tuple[str, str]], tokenizer: Any, *, style: int) -> list[list[int]]:
    """Token ids of each pair: ``<s> prefix left </s> </s> right </s>``, each side cut to ``SIDE_TOKENS``."""
    prefix = list(PREFIXES.values())[style]
    sides = ([f"{prefix}{left}" for left, _ in pairs], [right for _, right in pairs])
    lefts, rights = (tokenizer(texts, add_special_tokens=False, verbose=False)["input_ids"] for texts in sides)
    start, end = tokenizer.bos_token_id, tokenizer.eos_token_id
    return [[start, *left[:SIDE_TOKENS], end, end, *right[:SIDE_TOKENS], end] for left, right in zip(lefts, rights, strict=True)]


def encode_rows(rows: Sequence[Labelled], tokenizer: Any, *, style: int) -> list[Encoded]:
    """Token ids and label number of each row."""
    ids = encode_pairs([(row.left, row.right) for row in rows], tokenizer, style=style)
    return [Encoded(line, TOLD.index(row.label), style) for line, row in zip(ids, rows, strict=True)]


def make_batches(rows: list[Encoded], rng: random.Random) -> list[list[Encoded]]:
    """Batches of about ``BATCH_TOKENS`` tokens, of similar length inside, in random order."""
    rng.shuffle(rows)
    size = POOL * 64
    batches: list[list[Encoded]] = []
    for start in range(0, len(rows), size):
        batch: list[Encoded] = []
        for row in sorted(rows[start : start + size], key=lambda row: len(row.ids)):
            if batch and len(row.ids) * (len(batch) + 1) > BATCH_TOKENS:
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
    """Mean negative log likelihood; "not entailed" is neutral or contradiction, "not contradicted" neutral or entailed."""
    logs = torch.log_softmax(logits, dim=1)
    either = [torch.logsumexp(part, dim=1, keepdim=True) for part in (logs[:, 1:], logs[:, :2])]
    return -torch.cat([logs, *either], dim=1).gather(1, labels.unsqueeze(1)).mean()


def collect_weights(model: PairModel, optimiser: MixedAdam, kept: Mapping[str, Tensor]) -> dict[str, dict[str, Tensor]]:
    """The weights of the encoder's layers, trained or kept as they were, and of both heads, in float32."""
    exact = {id(live): value for live, value in zip(optimiser.live, optimiser.exact, strict=True)}
    encoder = {**kept, **{name: exact[id(p)] for name, p in model.encoder.named_parameters() if id(p) in exact}}
    heads = {
        name: fold_features(model, {part: exact[id(p)] for part, p in head.named_parameters()})
        for name, head in (("head", model.head), ("news_head", model.news_head))
    }
    return {"encoder": encoder, **heads}


def run_steps(
    model: PairModel, batches: Sequence[Sequence[Encoded]], journal: Journal, *, fill: int, is_trained: bool
) -> dict[str, dict[str, Tensor]]:
    """The weights after one step a batch; a model that was trained before has heads that know what they read."""
    model.standardise([pad([row.ids for row in batch], fill) for batch in batches[:SAMPLED]])
    if is_trained:
        for head in (model.head, model.news_head):
            head.load_state_dict(unfold_features(model, head.state_dict()))
    kept = {name: p.clone() for name, p in model.encoder.encoder.layer.named_parameters(prefix="encoder.layer") if not p.requires_grad}
    optimiser = MixedAdam(model, len(batches))
    model.quicken()
    model.train()
    done = journal.read(optimiser)
    began, mean, seen = time.monotonic(), 0.0, 0
    for number, batch in enumerate(batches[done:], done + 1):
        ids, mask = pad([row.ids for row in batch], fill)
        logits = model(ids, mask, torch.tensor([row.style for row in batch]))
        loss = measure_loss(logits, torch.tensor([row.label for row in batch]))
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        mean, seen = 0.98 * mean + 0.02 * loss.item(), seen + len(batch)
        if number % 20 == 0 or number == len(batches):
            shown = mean / (1 - 0.98 ** (number - done))
            print(f"{number}/{len(batches)} loss {shown:.3f} pairs/s {seen / (time.monotonic() - began):.1f}", flush=True)
        if number % SAVED_EVERY == 0:
            journal.write(optimiser, number)
    return collect_weights(model, optimiser, kept)


@attrs.frozen(kw_only=True)
class Course:
    """What one run of the training is.

    Parameters
    ----------
    lexicons
        Words to mix into the rows.
    starts
        Weights whose mean is gone on from; none: the bundled encoder.
    share
        Share of the rows of the sets that is shown.
    frozen
        Layers, counted from the lowest, that stay as they are; a course that goes on from another takes a fifth less time with four.
    written
        Names of the files of rows written for the training that are shown (a pattern).
    """

    lexicons: Lexicons
    starts: Sequence[Path] = ()
    seed: int = 1
    share: float = 1.0
    frozen: int = 0
    written: str = "*"

    def tell(self, rows: Sequence[Encoded]) -> str:
        """What tells this course from another: checksums of the files it starts from and of the rows it shows."""
        shown = zlib.crc32(repr([(row.ids, row.label, row.style) for row in rows]).encode())
        return f"starts {[f'{zlib.crc32(path.read_bytes()):08x}' for path in self.starts]}, seed {self.seed}, frozen {self.frozen}, rows {len(rows)} ({shown:08x})"


def train(data: Path | None, out: Path, course: Course) -> None:
    """Trains on statements of all kinds and on headlines, mixed, and writes ``encoder``, ``head`` and ``news_head``."""
    torch.manual_seed(course.seed)
    rng = random.Random(course.seed)
    model, tokenizer = build_model()
    if course.starts:
        take_weights(model, average_weights(course.starts))
    model.encoder.encoder.layer[: course.frozen].requires_grad_(False)
    written = make_written(course.written, course.lexicons, rng)
    rows: list[Encoded] = []
    for style, part in enumerate(make_rows(data, course.lexicons, rng, written=written, share=course.share)):
        rows.extend(encode_rows(part, tokenizer, style=style))
    journal = Journal(out.with_suffix(".part"), course.tell(rows))
    weights = run_steps(model, make_batches(rows, rng), journal, fill=tokenizer.pad_token_id, is_trained=bool(course.starts))
    torch.save({"config": {"labels": LABELS, "max_side": SIDE_TOKENS, "prefixes": list(PREFIXES.values())}, **weights}, out)
    journal.path.unlink(missing_ok=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of the labelled data")
    parser.add_argument("--out", type=Path, required=True, help="where the weights are written (torch file)")
    parser.add_argument("--lexicons", type=Path, required=True, help="what benchmarks.training.lexicons has written")
    parser.add_argument("--start", type=Path, nargs="*", default=[], help="weights whose mean is gone on from (files of earlier runs)")
    parser.add_argument("--share", type=float, default=1.0, help="share of the rows of the sets that is shown beside the written ones")
    parser.add_argument("--frozen", type=int, default=0, help="so many of the lowest layers stay as they are")
    parser.add_argument("--written", default="*", help="names of the files of written rows that are shown (a pattern; empty: none)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    lexicons = json.loads(options.lexicons.read_text(encoding="utf-8"))
    course = Course(
        lexicons=lexicons,
        starts=options.start,
        seed=options.seed,
        share=options.share,
        frozen=options.frozen,
        written=options.written,
    )
    train(options.data, options.out, course)


if __name__ == "__main__":
    main()
