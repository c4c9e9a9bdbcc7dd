"""Exceptions and warnings of claimcmp.

Every error also inherits the builtin a caller would expect, so that
``except ValueError`` keeps working where a value was wrong.
"""


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
