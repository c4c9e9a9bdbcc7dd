"""Texts that claimcmp shows to people, one TOML file per interface language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from claimcmp.errors import LanguageDataError


@cache
def load_messages(language: str) -> Mapping[str, str]:
    """Message templates of one interface language, by key.

    Raises
    ------
    LanguageDataError
        If no message file exists for ``language``.
    """
    file = resources.files(__name__) / f"{language}.toml"
    if not file.is_file():
        known = sorted(f.name.removesuffix(".toml") for f in resources.files(__name__).iterdir() if f.name.endswith(".toml"))
        raise LanguageDataError(f"no interface language {language!r}; available: {', '.join(known)}")
    return {str(k): str(v) for k, v in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def render_message(key: str, parameters: Mapping[str, str], language: str = "en") -> str:
    """The message ``key`` with its parameters filled in.

    Raises
    ------
    LanguageDataError
        If the language or the key is unknown, or a parameter is missing.
    """
    template = load_messages(language).get(key)
    if template is None:
        raise LanguageDataError(f"no message {key!r} in interface language {language!r}; add it to messages/{language}.toml")
    try:
        return template.format_map(dict(parameters))
    except (KeyError, IndexError) as error:
        raise LanguageDataError(f"message {key!r} needs the parameter {error}; given: {sorted(parameters)}") from error
