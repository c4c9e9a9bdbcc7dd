"""The optimiser of the pair model, and the state that lets a run of the training be broken off and gone on with."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any  # what an optimiser of torch holds is untyped

import attrs
import torch

from benchmarks.training.pair_network import PairModel

RATE = 1e-4
HEAD_RATE = 5e-4
WARM_UP = 0.06
DECAY = 0.01


class MixedAdam:
    """AdamW on float32 copies of the weights of an encoder that may be in bfloat16; the rates warm up and fall to zero as a cosine."""

    def __init__(self, model: PairModel, steps: int) -> None:
        self.live = [p for p in model.parameters() if p.requires_grad]
        self.exact = [p.detach().float().clone() for p in self.live]
        inner = {id(p) for p in model.encoder.parameters()}
        groups = [
            {
                "params": [e for p, e in zip(self.live, self.exact, strict=True) if (e.ndim > 1, id(p) in inner) == (is_matrix, is_inner)],
                "weight_decay": DECAY if is_matrix else 0.0,
                "lr": RATE if is_inner else HEAD_RATE,
            }
            for is_matrix in (True, False)
            for is_inner in (True, False)
        ]
        self.adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        warm = max(1, int(WARM_UP * steps))
        self.plan = torch.optim.lr_scheduler.LambdaLR(
            self.adam, lambda step: min((step + 1) / warm, 0.5 + 0.5 * math.cos(math.pi * max(0, step - warm) / max(1, steps - warm)))
        )

    def state_dict(self) -> dict[str, Any]:
        """The weights, what AdamW knows of each, and how far the rates are."""
        return {"exact": self.exact, "adam": self.adam.state_dict(), "plan": self.plan.state_dict()}

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Goes on from what ``state_dict`` gave."""
        for exact, saved in zip(self.exact, state["exact"], strict=True):
            exact.copy_(saved)
        self._copy_to_live()
        self.adam.load_state_dict(state["adam"])
        self.plan.load_state_dict(state["plan"])

    def step(self) -> None:
        """One step from the gradients of the live weights, clipped to norm 1."""
        for live, exact in zip(self.live, self.exact, strict=True):
            exact.grad = live.grad.float() if live.grad is not None else None
            live.grad = None
        torch.nn.utils.clip_grad_norm_(self.exact, 1.0)
        self.adam.step()
        self.plan.step()
        self._copy_to_live()

    def _copy_to_live(self) -> None:
        for live, exact in zip(self.live, self.exact, strict=True):
            live.data.copy_(exact)


@attrs.frozen
class Journal:
    """Where a run keeps its state, so that it can be broken off: a file, and what the run is.

    A run that is gone on with ends with the weights it would have had: the state of the random numbers is kept too.
    """

    path: Path
    course: str

    def read(self, optimiser: MixedAdam) -> int:
        """Steps done by a run that was broken off, and its state in ``optimiser``; 0 if there was none.

        Raises
        ------
        ValueError
            The file is of another course.
        """
        if not self.path.exists():
            return 0
        held = torch.load(self.path, weights_only=True)
        if held["course"] != self.course:
            raise ValueError(f"{self.path} is of another course than the one asked for; remove it or name another --out")
        optimiser.load_state_dict(held["optimiser"])
        torch.set_rng_state(held["random"])
        return int(held["steps"])

    def write(self, optimiser: MixedAdam, steps: int) -> None:
        """Keeps the state after so many steps in place of an earlier one."""
        fresh = self.path.with_name(f"{self.path.name}.new")
        held = {"course": self.course, "optimiser": optimiser.state_dict(), "random": torch.get_rng_state(), "steps": steps}
        torch.save(held, fresh)
        fresh.replace(self.path)
