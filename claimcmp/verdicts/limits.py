"""A denial for the time up to a date or since one, beside an affirmation for just that date: "not before May", «frühestens im Mai».

What is not so before a date is so from then on, and what has not been so since a
date was so then: translators say the one for the other ("not until last month",
"only last month"; "not since 2014", "last in 2014", or "the worst since 2014").
"""

from __future__ import annotations

from datetime import timedelta

from claimcmp.facets.when_compare import is_same_limit
from claimcmp.records import Claim, When
from claimcmp.settings import Settings
from claimcmp.verdicts.opposites import has_superlative

_DAY = timedelta(days=1)


def is_said_of_limit(denying: Claim, affirming: Claim, settings: Settings) -> bool:
    """Whether one claim denies something up to a date, or since one, and the other dates its own to just then, or calls it the most since then.

    Examples
    --------
    >>> from claimcmp import Settings
    >>> from claimcmp.verdicts.statements import read_statement
    >>> texts = "No vote is due before October 2026", "Frühestens im Oktober 2026 wird gewählt"
    >>> is_said_of_limit(*(read_statement(text, None, Settings()) for text in texts), Settings())
    True
    """
    limits, others = ([f for f in claim.facets if isinstance(f, When)] for claim in (denying, affirming))
    is_most = has_superlative(affirming, settings)
    return any(_meets_limit(limit, other, is_most=is_most) for limit in limits for other in others)


def _meets_limit(limit: When, other: When, *, is_most: bool) -> bool:
    """Whether a date is where an open interval begins or ends; one open at the same end is so only if it takes in the limit itself ("until", not "before")."""
    if limit.last is None:
        return other.first == limit.first and (is_most or other.last is not None)
    if limit.first is not None or other.last is None:
        return False
    if other.first is None:
        return is_same_limit(limit, other)
    return other.first == limit.last + _DAY or other.first <= limit.last <= other.last
