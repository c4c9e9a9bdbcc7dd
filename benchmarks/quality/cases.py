"""Scoring of one comparison against its gold: claims, pairs, verdicts."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

import claimcmp as cc
from benchmarks.quality.gold import Gold, GoldClaim, GoldPair
from benchmarks.quality.matching import MIN_OVERLAP, Score, divide, is_same_name, match_best, measure_overlap


@attrs.frozen(kw_only=True)
class CaseScore:
    """Every figure of one case; shares lie in [0, 1]."""

    claims: Score
    mode: float
    speaker: float
    relay: float
    relay_precision: float
    pairs_found: float
    verdict_right: float
    required: int
    findings: int
    findings_in_gold: float
    conflicts: int
    conflicts_in_gold: int
    never_paired: int


def score_case(comparison: cc.Comparison, gold: Gold) -> CaseScore:
    """The figures of a comparison of ``gold.articles``.

    A claim is right at an intersection over union of 0.5, matched one to one.
    Mode is judged on matched claims, speaker and relay on the matched claims
    whose gold has one. A pair is found when any finding joins its two claims,
    its verdict is right when any of these findings has it.
    """
    matched = match_claims(comparison.claims, gold)
    spoken = [(c, g) for c, g in matched if g.speaker is not None]
    relayed = [(c, g) for c, g in matched if g.via]
    relay_hits = sum(has_relay(c, g) for c, g in relayed)
    findings = comparison.findings
    conflicts = [f for f in findings if f.verdict == cc.Verdict.CONFLICT]
    return CaseScore(
        claims=Score(len(matched), len(comparison.claims), len(gold.claims)),
        mode=divide(sum(c.attribution.mode == g.mode for c, g in matched), len(matched)),
        speaker=divide(sum(has_speaker(c, g) for c, g in spoken), len(spoken)),
        relay=divide(relay_hits, len(relayed)),
        relay_precision=divide(relay_hits, sum(bool(c.attribution.via) for c, _ in matched)),
        pairs_found=divide(sum(bool(find_findings(findings, p, gold)) for p in gold.required), len(gold.required)),
        verdict_right=divide(sum(is_verdict_right(findings, p, gold) for p in gold.required), len(gold.required)),
        required=len(gold.required),
        findings=len(findings),
        findings_in_gold=divide(sum(is_any_pair(f, gold.pairs, gold) for f in findings), len(findings)),
        conflicts=len(conflicts),
        conflicts_in_gold=sum(is_any_pair(f, [p for p in gold.pairs if p.verdict == "conflict"], gold) for f in conflicts),
        never_paired=sum(bool(find_findings(findings, p, gold)) for p in gold.never_paired),
    )


def match_claims(claims: Iterable[cc.Claim], gold: Gold) -> list[tuple[cc.Claim, GoldClaim]]:
    """Claims and the gold claims they hit, one to one within each article."""
    claims = tuple(claims)
    matched: list[tuple[cc.Claim, GoldClaim]] = []
    for article in gold.articles:
        own = [claim for claim in claims if claim.article_id == article.id]
        matched += match_best(own, [g for g in gold.claims.values() if g.article_id == article.id], _overlap)
    return matched


def has_speaker(claim: cc.Claim, gold: GoldClaim) -> bool:
    """Whether the claim's speaker, by mention or resolved name, is the gold's."""
    speaker = claim.attribution.speaker
    return speaker is not None and is_same_name(f"{speaker.name} {speaker.canonical}", gold.speaker or "")


def has_relay(claim: cc.Claim, gold: GoldClaim) -> bool:
    """Whether every relay of the gold stands in the claim's chain."""
    chain = [f"{source.name} {source.canonical}" for source in claim.attribution.via]
    return all(any(is_same_name(name, wanted) for name in chain) for wanted in gold.via)


def find_findings(findings: Iterable[cc.Finding], pair: GoldPair, gold: Gold) -> list[cc.Finding]:
    """The findings that join the two claims of a gold pair, whichever side each stands on."""
    wanted = (gold.claims[pair.left], gold.claims[pair.right])
    return [f for f in findings if _joins(f.pair.left, f.pair.right, wanted) or _joins(f.pair.right, f.pair.left, wanted)]


def is_verdict_right(findings: Iterable[cc.Finding], pair: GoldPair, gold: Gold) -> bool:
    """Whether any finding on the pair has the gold's verdict."""
    return any(f.verdict == pair.verdict for f in find_findings(findings, pair, gold))


def is_any_pair(finding: cc.Finding, pairs: Iterable[GoldPair], gold: Gold) -> bool:
    """Whether a finding joins the claims of any of the gold pairs."""
    return any(find_findings([finding], pair, gold) for pair in pairs)


def _joins(left: cc.Claim, right: cc.Claim, wanted: tuple[GoldClaim, GoldClaim]) -> bool:
    return _overlap(left, wanted[0]) >= MIN_OVERLAP and _overlap(right, wanted[1]) >= MIN_OVERLAP


def _overlap(claim: cc.Claim, gold: GoldClaim) -> float:
    if claim.article_id != gold.article_id:
        return 0.0
    return measure_overlap((claim.span.start, claim.span.end), (gold.start, gold.end))
