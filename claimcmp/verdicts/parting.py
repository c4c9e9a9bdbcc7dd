"""A finding for each part of two claims: the figures that conflict, and what else both say.

"At least 16 people were killed in an air raid on the market" and "an air raid on the market killed 11 people" agree on the raid and
conflict over the dead. Verdicts are reached for such parts one by one; the parts are claims with a narrower span, under the id of the whole,
and the finding keeps the pair they were cut from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import TypeGuard

import attrs

from claimcmp.facets.items import Item
from claimcmp.facets.lexer import lex
from claimcmp.records import Claim, Facet, FacetName, Finding, Pair, Quantity, Relation, Span, Verdict
from claimcmp.settings import Settings
from claimcmp.text.passages import read_span
from claimcmp.text.words import covers
from claimcmp.typing import Judge
from claimcmp.verdicts.entailment import LazyPredictor
from claimcmp.verdicts.evidence import gather_evidence
from claimcmp.verdicts.judging import JudgeLike, judge_many, make_finding
from claimcmp.verdicts.met import drop_met
from claimcmp.verdicts.rules import find_rule

_REACH_BEFORE, _REACH_AFTER = 5, 8
"""Items before and behind a figure within which what befell those counted belongs to it."""

_ENDS = ("dot", "stop", "colon", "number", "vague")
_BREAKS = (*_ENDS, "and", "comma")
_JOINTS = 3
"""Items within which the noun counted begins behind its figure."""

_MIN_WORDS, _MIN_CONTENT = 3, 5
"""Words of a part, and content words of one that says something of its own without a figure: "the blast in the harbour" does not."""

_TYING = frozenset({FacetName.DATE, FacetName.PLACE})


_CONFLICT = find_rule("conflict_number")

_SURE = frozenset({"verbatim", "same_words", "contained", "entailed"})
"""Rules whose agreements need no facet."""


@attrs.frozen
class Parts:
    """The pairs of parts that hold the figures that conflict, and all pairs of the parts around them."""

    figures: tuple[Pair, ...] = ()
    around: tuple[Pair, ...] = ()


def judge_in_parts(pairs: Sequence[Pair], *, judge: JudgeLike, settings: Settings) -> tuple[Finding, ...]:
    """The findings on the pairs that an alignment chose, those that hold a conflict and an agreement parted (:func:`part_findings`); a model is loaded once."""
    if isinstance(judge, str | Path) and judge != "rules":
        judge = LazyPredictor(judge)
    return part_findings(judge_many(pairs, judge=judge, settings=settings), judge=judge, settings=settings)


def part_findings(findings: Sequence[Finding], *, judge: JudgeLike, settings: Settings) -> tuple[Finding, ...]:
    """The findings, of which each conflict over figures that leaves something both agree on is parted.

    In its place stand a conflict for each two figures and an agreement for each two parts beside them, which
    must share a figure, date or place and their topic (``min_ground_topic``). A figure that meets its like in a surer pair
    contradicts nothing (:func:`~claimcmp.verdicts.met.drop_met`). The rest stays as it is, as do the findings of a judge of the user's own.
    """
    if isinstance(judge, Judge):
        return tuple(findings)
    findings = drop_met(findings, settings)
    parts = [list_parts(finding, settings) for finding in findings]
    judged = iter(judge_many([pair for each in parts for pair in each.around], judge=judge, settings=settings))
    parted: list[Finding] = []
    for finding, each in zip(findings, parts, strict=True):
        agreed = _choose([next(judged) for _ in each.around], settings)
        conflicts = [_narrow_conflict(finding, pair, settings) for pair in each.figures] if agreed else []
        apart = [attrs.evolve(part, whole=finding.pair) for part in (*sorted(conflicts, key=_place), *agreed)]
        parted += apart if conflicts else [finding]
    return tuple(parted)


def list_parts(finding: Finding, settings: Settings) -> Parts:
    """The parts of a conflict over figures that an alignment found; none of any other finding, and where the figures make up a claim."""
    if finding.rule != _CONFLICT.key or not finding.pair.contributions:
        return Parts()
    sides = (finding.pair.left, finding.pair.right)
    figures = [
        tuple(_choose_mention(figure, claim) for figure, claim in zip((d.left, d.right), sides, strict=True) if _is_inside(figure, claim))
        for d in finding.differences
        if d.facet is FacetName.NUMBER and d.relation is Relation.CONFLICTING
    ]
    figures = [pair for pair in figures if len(pair) == len(sides)]
    told = [tuple(_find_core(claim, figure, settings) for claim, figure in zip(sides, pair, strict=True)) for pair in figures]
    cut = [
        [_find_core(claim, f, settings) for pair in figures for f in _list_mentions(pair[side], claim)] for side, claim in enumerate(sides)
    ]
    rest = [list(_list_around(claim, spans, settings)) for claim, spans in zip(sides, cut, strict=True)]
    return Parts(
        figures=tuple(_narrow_pair(finding.pair, *spans) for spans in told),
        around=tuple(_narrow_pair(finding.pair, *spans) for spans in product(*rest)),
    )


def _list_mentions(figure: Quantity, claim: Claim) -> list[Quantity]:
    """The figure wherever the claim gives it: "22 killed in blast: officials said 22 people died"."""
    value = (figure.low, figure.high, figure.unit)
    return [f for f in claim.facets if isinstance(f, Quantity) and (f.low, f.high, f.unit) == value and covers(claim.span, f.span)]


def _choose_mention(figure: Quantity, claim: Claim) -> Quantity:
    """The last mention of a figure that says what it counts: a headline gives it first, the report itself later."""
    return next((mention for mention in reversed(_list_mentions(figure, claim)) if mention.of), figure)


def _narrow_conflict(finding: Finding, pair: Pair, settings: Settings) -> Finding:
    """The conflict told of two parts only; what makes it an update, and how sure it is, was seen in the whole."""
    narrowed = make_finding(gather_evidence(pair, settings), _CONFLICT, settings)
    return attrs.evolve(narrowed, update=finding.update, confidence=finding.confidence, between=finding.between)


def _choose(findings: Sequence[Finding], settings: Settings) -> list[Finding]:
    """The agreements among findings on parts that rest on enough, each part in one at most, those first that share most."""
    ranked = []
    for finding in findings:
        evidence = gather_evidence(finding.pair, settings)
        ties = frozenset(evidence.list_tying_facets(settings))
        words = min(len(evidence.overlap.left_words), len(evidence.overlap.right_words))
        is_tied = FacetName.NUMBER in ties or (words >= _MIN_CONTENT and (finding.rule in _SURE or not _TYING.isdisjoint(ties)))
        if finding.verdict is Verdict.AGREEMENT and is_tied and evidence.overlap.topic >= settings.min_ground_topic:
            ranked.append((-evidence.overlap.topic, _place(finding), finding))
    chosen: list[Finding] = []
    for *_, finding in sorted(ranked, key=lambda entry: entry[:2]):
        if all(finding.pair.left != other.pair.left and finding.pair.right != other.pair.right for other in chosen):
            chosen.append(finding)
    return chosen


def _place(finding: Finding) -> list[tuple[str, int]]:
    """Where a finding stands, whichever side comes first."""
    return sorted((claim.article_id, claim.span.start) for claim in (finding.pair.left, finding.pair.right))


def _is_inside(figure: Facet | Span | None, claim: Claim) -> TypeGuard[Quantity]:
    return isinstance(figure, Quantity) and covers(claim.span, figure.span)


def _find_core(claim: Claim, figure: Quantity, settings: Settings) -> Span:
    """A figure with what it counts and what befell those counted: "killing 44 people", "16 people among them women were killed"."""
    items = lex(claim.text, claim.language, settings.language_files).items
    first, last = figure.span.start - claim.span.start, figure.span.end - claim.span.start
    before = [item for item in items if item.end <= first][::-1]
    after = [item for item in items if item.start >= last]
    last = _pass_counted(claim, figure, after, last)
    told = _find_told(before[:_REACH_BEFORE], _BREAKS) or _find_told([item for item in after if item.start >= last][:_REACH_AFTER], _ENDS)
    if told is not None:
        first, last = min(first, told.start), max(last, told.end)
    return Span(start=claim.span.start + first, end=claim.span.start + last)


def _pass_counted(claim: Claim, figure: Quantity, after: Sequence[Item], last: int) -> int:
    """The end of the noun counted that stands behind a figure; else the end of the figure."""
    counted = figure.of or ""
    return next((item.start + len(counted) for item in after[:_JOINTS] if counted and claim.text.startswith(counted, item.start)), last)


def _find_told(items: Sequence[Item], breaks: Sequence[str]) -> Item | None:
    """The first word that tells what befell somebody, unless something that parts it from the figure stands before it."""
    for item in items:
        if "outcome" in item.meaning:
            return item
        if any(tag in item.meaning for tag in breaks):
            return None
    return None


def _list_around(claim: Claim, cores: Sequence[Span], settings: Settings) -> Iterator[Span]:
    """The parts of a claim before, between and behind some spans, as far as they say something."""
    starts = [claim.span.start, *sorted(core.end for core in cores)]
    ends = [*sorted(core.start for core in cores), claim.span.end]
    items = lex(claim.text, claim.language, settings.language_files).items
    for start, end in zip(starts, ends, strict=True):
        inside = [item for item in items if start <= claim.span.start + item.start and claim.span.start + item.end <= end]
        words = [item for item in inside if item.form[-1:].isalnum() and not item.meaning.keys() & {"and", "comma"}]
        if len(words) >= _MIN_WORDS:
            yield Span(start=claim.span.start + words[0].start, end=claim.span.start + words[-1].end)


def _narrow_pair(pair: Pair, left: Span, right: Span) -> Pair:
    """The pair with both claims narrowed to a span of theirs."""
    return attrs.evolve(pair, left=narrow_claim(pair.left, left), right=narrow_claim(pair.right, right))


def narrow_claim(claim: Claim, span: Span) -> Claim:
    """A part of a claim under the id of the whole, with the facets that stand in it."""
    facets = tuple(facet for facet in claim.facets if covers(span, facet.span))
    return attrs.evolve(claim, span=span, text=read_span(claim, span), facets=facets, parts=())
