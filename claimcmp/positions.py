"""Groups of claims on one point, and the positions taken on it, formed from verdicts.

Verdicts are given pair by pair and need not be consistent: with three claims,
two pairs may agree while the third conflicts. Positions are therefore formed
from the surest agreement down, and two positions are never merged across a
conflict (correlation clustering, Bansal, Blum and Chawla 2004, done greedily).
A contested point is then a set of positions of which each conflicts with each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

import attrs

from claimcmp.records import Claim, ClaimGroup, Finding, Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts.sources import is_one_source

_Edge = tuple[str, str]


def form_groups(claims: Sequence[Claim], findings: Sequence[Finding], *, settings: Settings | None = None) -> tuple[ClaimGroup, ...]:
    """Groups with their positions, ordered by the first claim of each.

    Parameters
    ----------
    claims
        In the order in which groups, positions and claims are to stand.
    findings
        On pairs of these claims; ``unclear`` and ``unrelated`` ones join nothing.
    settings
        Thresholds by which two sources are one; the defaults when None.

    Returns
    -------
    tuple of ClaimGroup
        Inside a position no two claims conflict and agreements connect all;
        any two positions of a group conflict. A claim may stand in several
        groups when it conflicts with claims that do not conflict among themselves.
    """
    order = {claim.id: number for number, claim in enumerate(claims)}
    conflicts = _edges(findings, Verdict.CONFLICT)
    position_of = _merge_agreeing(order, _edges(findings, Verdict.AGREEMENT), set(conflicts))
    contested = _cliques([_edge(position_of[a], position_of[b]) for a, b in conflicts])
    in_conflict = {position for clique in contested for position in clique}
    members: dict[str, list[str]] = {}
    for claim_id in order:
        members.setdefault(position_of[claim_id], []).append(claim_id)
    agreed = [(position,) for position, ids in members.items() if len(ids) > 1 and position not in in_conflict]
    groups = [_group(claims, [tuple(members[position]) for position in positions], order) for positions in (*contested, *agreed)]
    one_source = {_edge(f.pair.left.id, f.pair.right.id) for f in findings if f.independent_sources == 1}
    groups = [attrs.evolve(group, independent_sources=count_sources(group.claims, one_source, settings or Settings())) for group in groups]
    return tuple(sorted(groups, key=lambda group: [order[claim.id] for claim in group.claims]))


def count_sources(claims: Sequence[Claim], one_source: Collection[tuple[str, str]], settings: Settings) -> int:
    """How many independent sources stand behind claims: those of one speaker, relay, agency or outlet's own voice count once.

    ``one_source`` holds pairs of claim ids, in order, that a finding has found to be of one source, as shared copy is.
    """
    sets: list[set[str]] = []
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        joined = [
            known for known in sets if any(_edge(claim.id, i) in one_source or _is_one_voice(claim, by_id[i], settings) for i in known)
        ]
        sets = [known for known in sets if known not in joined] + [{claim.id}.union(*joined)]
    return len(sets)


def _is_one_voice(one: Claim, other: Claim, settings: Settings) -> bool:
    """Whether two claims come from one outlet's own voice, or down to one source."""
    is_own = one.attribution.speaker is None and other.attribution.speaker is None and not one.attribution.via and not other.attribution.via
    is_one_outlet = (one.outlet or one.article_id) == (other.outlet or other.article_id)
    return (is_own and is_one_outlet) or is_one_source(one, other, settings)


def _edge(a: str, b: str) -> _Edge:
    return (a, b) if a < b else (b, a)


def _edges(findings: Iterable[Finding], verdict: Verdict) -> list[_Edge]:
    """Pairs of claim ids with this verdict, surest first; ties by id, so that the order of articles does not matter."""
    found = [(-f.confidence, _edge(f.pair.left.id, f.pair.right.id)) for f in findings if f.verdict is verdict]
    return list(dict.fromkeys(edge for _, edge in sorted(found)))


def _merge_agreeing(ids: Iterable[str], agreements: Iterable[_Edge], conflicts: set[_Edge]) -> Mapping[str, str]:
    """The name of the position of every claim: the least id in it."""
    members = {claim_id: {claim_id} for claim_id in ids}
    opponents: dict[str, set[str]] = {claim_id: set() for claim_id in members}
    for a, b in conflicts:
        opponents[a].add(b)
        opponents[b].add(a)
    for a, b in agreements:
        left, right = members[a], members[b]
        if left is right or any(opponents[claim_id] & right for claim_id in left):
            continue
        large, small = (left, right) if len(left) >= len(right) else (right, left)
        large |= small
        for claim_id in small:
            members[claim_id] = large
    return {claim_id: min(together) for claim_id, together in members.items()}


def _cliques(edges: Sequence[_Edge]) -> list[tuple[str, ...]]:
    """Sets of positions that all conflict with each other; every conflict lies in at least one."""
    conflicting: dict[str, set[str]] = {}
    for a, b in edges:
        conflicting.setdefault(a, set()).add(b)
        conflicting.setdefault(b, set()).add(a)
    cliques: list[tuple[str, ...]] = []
    covered: set[_Edge] = set()
    for a, b in edges:
        if _edge(a, b) in covered:
            continue
        clique = {a, b}
        for candidate in sorted(conflicting[a] & conflicting[b]):
            if clique <= conflicting[candidate]:
                clique.add(candidate)
        cliques.append(tuple(sorted(clique)))
        covered.update(combinations(cliques[-1], 2))
    return cliques


def _group(claims: Sequence[Claim], positions: Iterable[tuple[str, ...]], order: Mapping[str, int]) -> ClaimGroup:
    inside = sorted(positions, key=lambda ids: order[ids[0]])
    return ClaimGroup(claims=tuple(claims[number] for number in sorted(order[i] for ids in inside for i in ids)), positions=tuple(inside))
