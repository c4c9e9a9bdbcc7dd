"""A run of the training that was broken off."""

import pytest
import torch

from benchmarks.training.mixed_adam import Journal, MixedAdam

STEPS = 6


class Toy(torch.nn.Module):
    """An encoder in bfloat16 and a head, as far as the optimiser looks at them; it drops units at random."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(1)
        self.encoder = torch.nn.Linear(4, 8, dtype=torch.bfloat16)
        self.head = torch.nn.Linear(8, 1)
        self.drop = torch.nn.Dropout(0.5)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        return self.head(self.drop(self.encoder(rows.bfloat16())).float())


def run(journal: Journal, *, until: int = STEPS) -> tuple[list[torch.Tensor], int]:
    """Weights after ``until`` steps, and the number of steps that had been done before."""
    model = Toy()
    optimiser = MixedAdam(model, STEPS)
    batches = torch.randn(STEPS, 16, 4, generator=torch.Generator().manual_seed(2))
    done = journal.read(optimiser)
    for batch in batches[done:until]:
        model(batch).square().mean().backward()
        optimiser.step()
    journal.write(optimiser, until)
    return optimiser.exact, done


def test_a_run_that_is_gone_on_with_ends_where_it_would_have_ended(tmp_path):
    whole, _ = run(Journal(tmp_path / "whole.part", "a course"))
    broken, _ = run(Journal(tmp_path / "broken.part", "a course"), until=2)
    mended, done = run(Journal(tmp_path / "broken.part", "a course"))
    assert done == 2
    assert any(not torch.equal(a, b) for a, b in zip(broken, whole, strict=True))
    assert all(torch.equal(a, b) for a, b in zip(mended, whole, strict=True))


def test_the_state_of_another_course_is_refused(tmp_path):
    run(Journal(tmp_path / "run.part", "a course"))
    with pytest.raises(ValueError, match=r"run\.part is of another course"):
        run(Journal(tmp_path / "run.part", "another course"))
