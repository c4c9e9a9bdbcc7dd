"""What a pair of claims gains or loses by the other pairs of the same two articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from claimcmp.align.order import are_translations, measure_order
from claimcmp.align.scores import REPORTS, STORY, WEIGHTS, name_signal, weigh_signals
from claimcmp.records import Claim, FrozenMapping, Pair

Matrix = NDArray[np.float64]

ORDER = "order"
"""Name of the contribution of the order of the sentences, of two texts that translate each other."""

ORDER_OF_REPORTS = "order_of_reports"
"""The same of two reports of one event, each written in its own words."""

_OPENING = 4
"""Claims at the start of a report within which news tells its event (the inverted pyramid, Pöttker 2003): headline and lead."""


_SURE = 1.0
"""Log-odds that a second pair must exceed for two reports to be of one event: that of look-alikes reached 0.3, that of reports of one event mostly 2 (23 pairs of articles)."""

_WEEK = 7
"""Days between the publications of two reports of one event: later ones share their background, as look-alikes do."""


def weigh_context(totals: Matrix, shares: NDArray[np.bool_], left: Sequence[Claim], right: Sequence[Claim]) -> dict[str, Matrix]:
    """Contributions to the log-odds that claims of two articles tell of one point, by name, each of shape ``(n_left, n_right)``.

    ``mutual``: each is the other's best. ``story``: the openings of both
    reports hold a pair that likely tells of one point, or, within one language and a week, two
    pairs of sentences anywhere surely do, so both report one
    event, and any two of their claims that share something, or that no words
    can tell apart, are likelier to meet. ``order``, between
    two languages only, where no words tell: see
    :func:`~claimcmp.align.order.measure_order`; where the texts are no
    translations it is called ``order_of_reports``, and ``reports_across`` makes up for
    their own words. Inside one article there is
    only ``mutual``.

    Parameters
    ----------
    totals
        Log-odds by the claims alone; ``-inf`` for claims not compared.
    shares
        Whether two claims share a word, a name or a thing counted, or stand out as near to each other.
    left, right
        The claims, in the order of the text.
    """
    is_one_article = left[0].article_id == right[0].article_id
    is_across = _read_language(left) != _read_language(right)
    signals = {"mutual": _find_mutual(totals, is_one_article=is_one_article).astype(np.float64)}
    if not is_one_article:
        opening = float(totals[:_OPENING, :_OPENING].max())
        elsewhere = -np.inf if is_across or not _are_near(left, right) else _find_second(totals, left, right) - _SURE
        story = min(1.0, max(0.0, opening, elsewhere))
        signals[STORY] = story * (shares | is_across).astype(np.float64)
    weighed = {name_signal(name, is_across=is_across): values for name, values in signals.items()}
    contributions = {name: weigh_signals({name: 1.0}).get(name, 0.0) * values for name, values in weighed.items()}
    if is_across:
        settled = totals + sum(contributions.values())
        sentences = [[claim.sentence for claim in side] for side in (left, right)]
        lengths = (measure_sentences(left), measure_sentences(right))
        name = ORDER if are_translations(settled, *sentences) else ORDER_OF_REPORTS
        if name == ORDER_OF_REPORTS:
            contributions[REPORTS] = np.full(totals.shape, WEIGHTS[REPORTS])
        contributions[name] = measure_order(settled, *sentences, lengths=lengths)
    return contributions


def _find_second(totals: Matrix, left: Sequence[Claim], right: Sequence[Claim]) -> float:
    """The log-odds of the best pair that stands in other sentences, on both sides, than the best of all; ``-inf`` where there is none."""
    rows, columns = (np.array([claim.sentence for claim in side]) for side in (left, right))
    best = {(rows[i], columns[j]) for i, j in np.argwhere(totals == totals.max())}
    second = -np.inf
    for row, column in sorted(best):
        second = max(second, float(np.max(totals[np.ix_(rows != row, columns != column)], initial=-np.inf)))
        if second == totals.max():
            break
    return second


def _are_near(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether two articles were published within a week, as far as that is known."""
    days = [claims[0].published for claims in (left, right)]
    known = [day.date() if isinstance(day, datetime) else day for day in days if day is not None]
    return len(known) < len(days) or abs((known[0] - known[1]).days) <= _WEEK


def measure_sentences(claims: Sequence[Claim]) -> list[int]:
    """The length of each claim's sentence in characters, as far as its claims and the words beside them reach."""
    ends: dict[int, tuple[int, int]] = {}
    for claim in claims:
        spans = (claim.span, *(passage.span for passage in claim.beside))
        start, end = ends.get(claim.sentence, (claim.span.start, claim.span.end))
        ends[claim.sentence] = min(start, *(span.start for span in spans)), max(end, *(span.end for span in spans))
    return [ends[claim.sentence][1] - ends[claim.sentence][0] for claim in claims]


def add_contributions(found: Mapping[str, float], context: Mapping[str, float]) -> FrozenMapping[str, float]:
    """Both together, those of the context to three decimals; zeros left out."""
    rounded = {name: round(value, 3) for name, value in context.items()}
    return FrozenMapping({**found, **{name: value for name, value in rounded.items() if value}})


def tells_of_one_event(pair: Pair) -> bool:
    """Whether more than this pair itself says that the two reports tell of one event: their openings meet, or they run in parallel.

    False for pairs made without an alignment, of which nothing is known.

    Examples
    --------
    >>> text = "The dam burst"
    >>> from claimcmp.records import Span
    >>> left, right = (Claim(id=i, article_id=i, language="en", sentence=0, span=Span(start=0, end=13), text=text) for i in "ab")
    >>> tells_of_one_event(Pair(left=left, right=right, score=0.9, contributions={"story": 1.5}))
    True
    """
    story = (name_signal(STORY, is_across=is_across) for is_across in (False, True))
    return any(pair.contributions.get(name, 0.0) > 0 for name in (*story, ORDER, ORDER_OF_REPORTS, "event"))


def runs_in_parallel(pair: Pair) -> bool:
    """Whether the pair's two texts are held to be translations, sentence by sentence (:func:`~claimcmp.align.order.are_translations`).

    Examples
    --------
    >>> text = "The dam burst"
    >>> from claimcmp.records import Span
    >>> left, right = (Claim(id=i, article_id=i, language="en", sentence=0, span=Span(start=0, end=13), text=text) for i in "ab")
    >>> runs_in_parallel(Pair(left=left, right=right, score=0.9, contributions={"order": 0.4}))
    True
    """
    return ORDER in pair.contributions


def _read_language(claims: Sequence[Claim]) -> str:
    return claims[0].language.split("-")[0].lower()


def _find_mutual(totals: Matrix, *, is_one_article: bool) -> NDArray[np.bool_]:
    """Which pairs are the best of both their claims."""
    both = np.maximum(totals, totals.T) if is_one_article else totals
    best: NDArray[np.bool_] = (totals >= both.max(axis=1, keepdims=True)) & (totals >= both.max(axis=0, keepdims=True))
    return best
