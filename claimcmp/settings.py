"""Every threshold and constant that steers a result, validated and documented."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import attrs
from attrs import field

from claimcmp.errors import InvalidSettingError


def _in_unit_interval(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    if not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise InvalidSettingError(f"{attribute.name}={value!r} must be a number in [0, 1]")


def _as_paths(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    return tuple(Path(path) for path in paths)


@attrs.frozen(kw_only=True)
class Settings:
    """Settings of a run.

    Parameters
    ----------
    language_files
        Further TOML files whose ``[<language>.<table>]`` tables extend the language data.

    Raises
    ------
    InvalidSettingError
        If a value lies outside its range.
    """

    language_files: tuple[Path, ...] = field(default=(), converter=_as_paths)
