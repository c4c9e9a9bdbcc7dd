"""Which claims of different outlets tell of the same point."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcmp.align.candidates import Block, find_blocks
from claimcmp.align.clusters import form_events, form_groups
from claimcmp.align.context import ORDER, add_contributions, weigh_context
from claimcmp.align.evidence import Evidence, read_evidence, weigh_terms
from claimcmp.align.retold import mark_retold
from claimcmp.align.scores import BASE, arrange_signals, score_contributions, shares_something, soften_contributions, weigh_signals
from claimcmp.align.selection import rank_key, select_pairs
from claimcmp.align.signals import Matrix, measure_evidence, measure_vectors
from claimcmp.align.unmet import add_unmet
from claimcmp.embed import EmbeddedClaims
from claimcmp.records import Alignment, Claim, FrozenMapping, Pair
from claimcmp.settings import Settings


def align_claims(embedded: EmbeddedClaims, *, settings: Settings | None = None, within_outlet: bool = False) -> Alignment:
    """The pairs of claims that tell of one point, with the groups and events they form.

    The score of a pair is the logistic function of its summed
    ``contributions``: what vectors, words, names, places, numbers, times and
    the other pairs of the two articles add for or against. A claim may stand in several pairs.

    Parameters
    ----------
    embedded
        Claims with vectors, as :func:`claimcmp.embed_claims` gives them. Left
        in a pair is the claim whose article comes first among them.
    settings
        Thresholds.
    within_outlet
        Whether claims of one outlet, and of one article, are paired too.
        Articles without an outlet count as outlets of their own.

    Examples
    --------
    >>> from claimcmp.embed import embed_claims
    >>> align_claims(embed_claims([])).pairs
    ()
    """
    settings = settings or Settings()
    claims = embedded.claims
    evidence = read_evidence(claims, settings)
    order = {article: number for number, article in enumerate(dict.fromkeys(claim.article_id for claim in claims))}
    weights = weigh_terms(evidence)
    blocks = find_blocks(claims, embedded.vectors, evidence, settings, within_outlet=within_outlet)
    found = [
        pair
        for block in blocks
        for pair in add_unmet(list(_score_block(embedded, evidence, weights, block, order)), settings)
        if pair.score >= settings.min_candidate_score
    ]
    candidates = mark_retold(sorted(found, key=rank_key), claims, settings)
    pairs = select_pairs(candidates, settings=settings)
    return Alignment(
        claims=claims,
        pairs=pairs,
        events=form_events(claims, candidates, settings),
        groups=form_groups(claims, pairs, settings),
        unmatched=_find_unmatched(claims, pairs),
        candidates=candidates,
    )


def _score_block(
    embedded: EmbeddedClaims, evidence: Sequence[Evidence], weights: Mapping[str, float], block: Block, order: Mapping[str, int]
) -> Iterator[Pair]:
    rows, columns, mask = block
    is_across = evidence[rows[0]].language != evidence[columns[0]].language
    signals = _measure_block(embedded, rows, columns, is_across=is_across)
    totals = np.full(mask.shape, -np.inf)
    found: dict[tuple[int, int], FrozenMapping[str, float]] = {}
    for i, j in np.argwhere(mask).tolist():
        left, right = evidence[rows[i]], evidence[columns[j]]
        measured = {name: float(values[i, j]) for name, values in signals.items()}
        arranged = arrange_signals(measured | measure_evidence(left, right, weights), left, right)
        found[i, j] = weigh_signals({BASE: 1.0, **arranged})
        totals[i, j] = math.fsum(found[i, j].values())
    shares = np.zeros(mask.shape, dtype=np.bool_)
    for cell, contributions in found.items():
        shares[cell] = shares_something(contributions)
    sides = [embedded.claims[row] for row in rows], [embedded.claims[column] for column in columns]
    context = weigh_context(totals, shares, *sides)
    if ORDER in context:  # of translations another date is a mistake
        found = {cell: soften_contributions(contributions) for cell, contributions in found.items()}
        for cell, contributions in found.items():
            totals[cell] = math.fsum(contributions.values())
        context = weigh_context(totals, shares, *sides)
    for (i, j), contributions in found.items():
        final = add_contributions(contributions, {name: float(values[i, j]) for name, values in context.items()})
        ends = (embedded.claims[rows[i]], embedded.claims[columns[j]])
        left_claim, right_claim = sorted(ends, key=lambda claim: (order[claim.article_id], claim.span, claim.id))
        yield Pair(left=left_claim, right=right_claim, score=score_contributions(final), contributions=final)


def _measure_block(embedded: EmbeddedClaims, rows: NDArray[np.intp], columns: NDArray[np.intp], *, is_across: bool) -> dict[str, Matrix]:
    """The signals of the vectors: between two languages those of the statements.

    Where words stand beside both claims, the claims alone may be the more alike:
    a speaker is named in one report and only pointed to in the other.
    """
    alone = measure_vectors(embedded.vectors[rows], embedded.vectors[columns], embedded.background)
    if not is_across or embedded.statements is None:
        return alone
    whole = measure_vectors(embedded.statements[rows], embedded.statements[columns], embedded.background)
    beside = [np.array([bool(embedded.claims[number].beside) for number in numbers]) for numbers in (rows, columns)]
    are_reported = beside[0][:, None] & beside[1][None, :]
    return {name: np.where(are_reported, np.maximum(alone[name], whole[name]), whole[name]) for name in alone}


def _find_unmatched(claims: Sequence[Claim], pairs: Sequence[Pair]) -> FrozenMapping[str, tuple[Claim, ...]]:
    """Claims without a pair, by outlet or article id; every outlet has an entry."""
    paired = {claim.id for pair in pairs for claim in (pair.left, pair.right)}
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.outlet if claim.outlet is not None else claim.article_id] += [] if claim.id in paired else [claim]
    return FrozenMapping({outlet: tuple(left_over) for outlet, left_over in found.items()})
