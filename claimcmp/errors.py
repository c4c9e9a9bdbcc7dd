"""Exceptions and warnings of claimcmp.

Every error also inherits the builtin a caller would expect, so that
``except ValueError`` keeps working where a value was wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

_SHORT_NAME = 5
"""Letters up to which a name is short: two of them wrong make it another one."""


class ClaimcmpError(Exception):
    """Base of every error raised by claimcmp."""


class InvalidRecordError(ClaimcmpError, ValueError):
    """A record was given a value it does not allow."""


class InvalidSettingError(ClaimcmpError, ValueError):
    """A setting lies outside its documented range."""


class LanguageDataError(ClaimcmpError, ValueError):
    """A language data file is missing a table or holds a wrong value."""


class TooFewArticlesError(ClaimcmpError, ValueError):
    """A comparison was asked for of fewer than two articles."""


class ReadError(ClaimcmpError, OSError):
    """An input could not be read or decoded."""


class InputTypeError(ClaimcmpError, TypeError):
    """An input is of a kind that claimcmp cannot turn into articles."""


class ModelError(ClaimcmpError, RuntimeError):
    """A model could not be loaded or returned something unusable."""


class FormatError(ClaimcmpError, ValueError):
    """A saved comparison is damaged or of an unknown format version."""


class MissingExtraError(ClaimcmpError, ImportError):
    """An optional dependency is needed for what was asked."""


class ClaimcmpWarning(UserWarning):
    """Base of every warning issued by claimcmp."""


def suggest_name(given: str, known: Iterable[str]) -> str:
    """A question for an error message about a misspelt name; empty if no known name is near.

    Near is at most one letter wrong, missing, doubled or exchanged in a short
    name, and two or a quarter of all in a longer one (optimal string alignment).

    Examples
    --------
    >>> suggest_name("publised", ["published", "outlet"])
    "did you mean 'published'?"
    >>> suggest_name("author", ["published", "outlet"])
    ''
    """
    from rapidfuzz.distance import OSA

    distances = {name: OSA.distance(given.casefold(), name.casefold()) for name in known}
    near = min(distances, key=lambda name: (distances[name], name), default="")
    limit = 1 if len(given) <= _SHORT_NAME else max(2, len(given) // 4)
    return f"did you mean {near!r}?" if near and distances[near] <= limit else ""
