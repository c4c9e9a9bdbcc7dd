"""Hand-made claims, findings and comparisons for tests of what comes after the verdicts."""

from __future__ import annotations

from claimcmp.comparison import Comparison
from claimcmp.records import (
    Article,
    Attribution,
    Claim,
    Difference,
    Event,
    Finding,
    Pair,
    Place,
    Quantity,
    Reason,
    Source,
    Span,
    Verdict,
)


def make_claim(article: Article, text: str, *, speaker: str | None = None, via: str | None = None, facets: tuple = ()) -> Claim:
    """A claim of ``text``, which must stand in the article; so must the names."""
    start = article.text.index(text)
    sources = [
        None if name is None else Source(name=name, canonical=name, kind="person", span=find_span(article, name)) for name in (speaker, via)
    ]
    attribution = Attribution(
        speaker=sources[0], via=() if sources[1] is None else (sources[1],), mode="narrated" if speaker is None else "indirect"
    )
    return Claim(
        id=f"{article.id}:{start}", article_id=article.id, outlet=article.outlet, language=article.language, sentence=start,
        span=Span(start=start, end=start + len(text)), text=text, attribution=attribution, facets=facets,
    )  # fmt: skip


def find_span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start=start, end=start + len(words))


def make_finding(left: Claim, right: Claim, verdict: str = "agreement", *, confidence: float = 0.9, **fields: object) -> Finding:
    fields = {"between": "outlets" if verdict == Verdict.CONFLICT else None, "rule": "made_by_hand", **fields}
    return Finding(pair=Pair(left=left, right=right, score=0.8), verdict=verdict, confidence=confidence, **fields)


def make_comparison() -> Comparison:
    """Two reports of a fire: one conflict of numbers, one agreement with added detail, one claim on each side alone."""
    herald = Article(
        text="Twelve people died in the fire in Izmir, Mayor Aylin Demir told Anka.\nThe market burned. Schools stay shut.",
        outlet="Herald", published="2024-05-02", id="h", language="en",
    )  # fmt: skip
    mizan = Article(
        text="قالت رئيسة البلدية أيلين دمير إن 15 شخصا لقوا حتفهم في الحريق. واحترق السوق القديم كله. وصلت فرق من أنقرة.",
        outlet="الميزان", published="2024-05-03", id="m", language="ar",
    )  # fmt: skip
    twelve = Quantity(low=12, high=12, of="people", span=find_span(herald, "Twelve people"))
    izmir = Place(name="Izmir", key="izmir", span=find_span(herald, "Izmir"))
    fifteen = Quantity(low=15, high=15, of="شخصا", span=find_span(mizan, "15 شخصا"))
    died = make_claim(herald, "Twelve people died in the fire in Izmir", speaker="Mayor Aylin Demir", via="Anka", facets=(twelve, izmir))
    burned = make_claim(herald, "The market burned")
    shut = make_claim(herald, "Schools stay shut")
    killed = make_claim(mizan, "15 شخصا لقوا حتفهم في الحريق", speaker="رئيسة البلدية أيلين دمير", facets=(fifteen,))
    market = make_claim(mizan, "احترق السوق القديم كله")
    crews = make_claim(mizan, "وصلت فرق من أنقرة")
    differ = Difference(facet="number", relation="conflicting", left=twelve, right=fifteen, note="12 is not 15")
    placed = Difference(facet="place", relation="left_only", left=izmir)
    old = Difference(facet="wording", relation="right_only", right=find_span(mizan, "القديم"))
    reason = Reason(key="skipped_language", parameters={"language": "xx"})
    findings = (
        make_finding(burned, market, adds="right", differences=(old,), confidence=0.7),
        make_finding(died, killed, "conflict", differences=(differ, placed), reasons=(reason,), between="speakers"),
        make_finding(shut, crews, "unclear", confidence=0.4),
    )
    fire = Event(id="e0", label="fire in Izmir", where=izmir, claim_ids=(died.id, killed.id, burned.id, market.id))
    return Comparison(
        articles=(herald, mizan),
        claims=(died, burned, shut, killed, market, crews),
        events=(fire,),
        candidates=tuple(finding.pair for finding in findings),
        provenance={"model": "none", "engine": "by hand"},
    ).with_findings(findings)
