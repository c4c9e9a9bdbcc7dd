"""Whether a model that is named by id or path can be had: asked once and briefly, before a library tries for minutes."""

from __future__ import annotations

import os
import urllib.error
import urllib.request
from pathlib import Path

from claimcmp.errors import ModelError

TIMEOUT = 4.0
"""Seconds that the hub has to answer; libraries that load from it try five times with growing pauses instead."""

_ENDPOINT = "https://huggingface.co"
_PUBLISHER = "sentence-transformers"
"""Publisher of models that are named without one."""


def check_model(name: str | Path, *, option: str) -> bool:
    """Whether the model must be loaded from local files alone: the hub does not answer, but its files are in the cache.

    Parameters
    ----------
    name
        Path of a folder, or id on the Hugging Face hub.
    option
        What the caller's argument is called, for the message.

    Raises
    ------
    ModelError
        If it is neither a folder nor in the cache, and the hub does not answer.
    """
    if Path(name).expanduser().exists():
        return False
    if _is_path(name):
        raise ModelError(f"{option}={str(name)!r}: there is no such folder; give the folder of a model, the id of one, or None")
    if not _is_offline() and _answers():
        return False
    if any((_find_cache() / f"models--{known.replace('/', '--')}" / "snapshots").is_dir() for known in _spell_ids(str(name))):
        return True
    raise ModelError(
        f"{option}={str(name)!r} is no folder, is not among the models downloaded before ({_find_cache()}), and the hub does not answer: "
        "this machine is offline; give None for the bundled one, a folder that holds a model, or a model downloaded before"
    )


def _is_path(name: str | Path) -> bool:
    return isinstance(name, Path) or name.startswith((".", "/", "~")) or "\\" in name or name.count("/") > 1


def _is_offline() -> bool:
    return any(os.environ.get(key, "").upper() in ("1", "TRUE", "YES", "ON") for key in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"))


def _answers() -> bool:
    """Whether the hub gives any answer, a refusal included."""
    request = urllib.request.Request(os.environ.get("HF_ENDPOINT", _ENDPOINT), method="HEAD")
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return True
    except urllib.error.HTTPError:
        return True
    except (OSError, ValueError):
        return False


def _spell_ids(name: str) -> tuple[str, ...]:
    return (name,) if "/" in name else (name, f"{_PUBLISHER}/{name}")


def _find_cache() -> Path:
    """Where the hub's library keeps models, by its environment variables."""
    for key in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if given := os.environ.get(key):
            return Path(given)
    home = os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "huggingface"
    return Path(home) / "hub"
