"""The models that come with claimcmp as lines of text: what each does, where it is from, whether it works here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import metadata

from claimcmp.cli.lines import DIM, TITLE, Line
from claimcmp.errors import MissingExtraError, ModelError
from claimcmp.messages import render_message


def render_models(language: str) -> Iterator[Line]:
    """Each model under its purpose; it is loaded to see whether it works."""
    for purpose, describe in (("cli_model_encoder", _describe_encoder), ("cli_model_judge", _describe_pair_model)):
        yield Line(render_message(purpose, {}, language), TITLE)
        yield from _render_model(describe, language)


def _render_model(describe: Callable[[], tuple[str, str]], language: str) -> Iterator[Line]:
    try:
        name, origin = describe()
    except (MissingExtraError, ModelError) as error:
        yield Line(render_message("cli_model_absent", {"reason": str(error)}, language), indent=2)
        return
    yield Line(name, indent=2)
    yield Line(origin, DIM, indent=2)


def _describe_encoder() -> tuple[str, str]:
    from claimcmp.embed import BundledEncoder

    encoder = BundledEncoder()
    return encoder.name, f"{encoder.engine}, MIT"


def _describe_pair_model() -> tuple[str, str]:
    from claimcmp.pairmodel import load_pair_model

    return load_pair_model().name, f"onnxruntime {metadata.version('onnxruntime')}, MIT; CC BY-SA 4.0"
