"""From pairs to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import attrs

from claimcmp.embed.hub import check_model
from claimcmp.errors import InputTypeError, ModelError
from claimcmp.pairmodel import find_pair_model
from claimcmp.records import Between, Difference, Finding, Pair, Relation, Verdict
from claimcmp.settings import Settings, check_settings
from claimcmp.typing import Judge
from claimcmp.verdicts.alike import write_alike
from claimcmp.verdicts.beside import is_beside_claim
from claimcmp.verdicts.calibration import score_confidence
from claimcmp.verdicts.entailment import Predictor, load_predictor, predict_texts, turn_answer
from claimcmp.verdicts.evidence import Evidence, gather_evidence
from claimcmp.verdicts.negation import LONE_NEGATION, UNMET_NEGATION, add_negation, ask_about_negations
from claimcmp.verdicts.reasons import build_reasons
from claimcmp.verdicts.rejected import ENTAILED_DENIAL, HALF_DENIED, INSTANCE, REPORTED_DENIAL, add_denial, add_half_denial, add_instance
from claimcmp.verdicts.remarks import build_remarks, count_sources, find_evidence_update
from claimcmp.verdicts.rules import Rule, apply_rules
from claimcmp.verdicts.statements import StatementPair, check_pairs, pair_statements

JudgeLike = Judge | Predictor | str | Path | None
Progress = Callable[[str, int, int], object]
"""Called with the stage, how many of its steps are done, and of how many."""

_ADDED: Mapping[str, Callable[[Evidence], tuple[Difference, ...]]] = {
    REPORTED_DENIAL: add_denial,
    ENTAILED_DENIAL: add_denial,
    INSTANCE: add_instance,
    HALF_DENIED: add_half_denial,
}
"""What gives the differences with the ground of a rule that no comparison of facets shows."""


def judge_pair(pair: Pair, *, judge: JudgeLike = None, settings: Settings | None = None) -> Finding:
    """The finding on one pair of claims.

    Parameters
    ----------
    pair
        Two claims that an alignment holds to speak of one point.
    judge
        None: the rule table, and the trained model that comes with claimcmp
        on the pairs that the rules leave open. ``"rules"``: the rule table alone. The id or path of a
        CrossEncoder trained on entailment, or one loaded (anything with
        ``predict``): its evidence enters the rule table. Any ``Judge``: its
        finding as it is.
    settings
        Thresholds; the defaults when None.

    Returns
    -------
    Finding
        Swapping left and right of the pair mirrors the finding and changes
        neither verdict nor confidence.

    Raises
    ------
    ModelError
        If the model cannot be loaded or gives something unusable.

    Examples
    --------
    >>> from claimcmp.records import Claim, Span
    >>> text = "The two ministers met in Ankara"
    >>> left, right = (
    ...     Claim(id=i, article_id=i, language="en", sentence=0, span=Span(start=0, end=len(text)), text=text) for i in "ab"
    ... )
    >>> finding = judge_pair(Pair(left=left, right=right, score=1.0))
    >>> str(finding.verdict), finding.rule
    ('agreement', 'verbatim')
    """
    return _judge_pairs((pair,), judge=judge, settings=check_settings(settings))[0]


def judge(left: str, right: str, *, judge: JudgeLike = None, settings: Settings | None = None) -> Finding:
    """The finding on two bare statements, in any languages; it may be ``unrelated``.

    Examples
    --------
    >>> str(judge("22 people were killed in the attack", "The attack killed 44 people").verdict)
    'conflict'
    """
    return judge_many([(left, right)], judge=judge, settings=settings)[0]


def judge_many(
    pairs: Iterable[Pair | StatementPair],
    *,
    judge: JudgeLike = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> tuple[Finding, ...]:
    """The findings on pairs of claims or of bare statements, in input order.

    All statements are embedded, and a model is asked, in one go. A statement
    without a word gives ``unclear`` (rule ``nothing_said``).

    Parameters
    ----------
    pairs
        ``Pair`` records, tuples of two strings, or both mixed; a list, a generator, ``zip(frame["a"], frame["b"])``.
    judge, settings
        As for :func:`judge_pair`.
    progress
        Called as ``progress(stage, done, total)``: ``"embed"`` with texts, ``"judge"`` with pairs.

    Raises
    ------
    InputTypeError
        If an item is neither a Pair nor two strings; tells which.

    Examples
    --------
    >>> findings = judge_many((f"{n} people were hurt", "7 people were hurt") for n in (7, 9))
    >>> [str(finding.verdict) for finding in findings]
    ['agreement', 'conflict']
    """
    settings = check_settings(settings)
    items = check_pairs(pairs)
    report = progress or _ignore
    statements = [item for item in items if not isinstance(item, Pair)]
    made = iter(pair_statements(statements, settings, progress=partial(report, "embed")))
    ready = tuple(item if isinstance(item, Pair) else next(made) for item in items)
    bare = frozenset(number for number, item in enumerate(items) if not isinstance(item, Pair))
    return _judge_pairs(ready, judge=judge, settings=settings, bare=bare, progress=report)


def _ignore(stage: str, done: int, total: int) -> None:
    """Progress that nobody asked for."""


def _judge_pairs(
    pairs: Sequence[Pair], *, judge: JudgeLike, settings: Settings, bare: frozenset[int] = frozenset(), progress: Progress = _ignore
) -> tuple[Finding, ...]:
    if isinstance(judge, Judge):
        return _ask_judge(judge, pairs)
    evidence = [gather_evidence(pair, settings, is_bare=number in bare) for number, pair in enumerate(pairs)]
    if judge is not None and not isinstance(judge, str | Path | Predictor):
        raise InputTypeError(
            f"judge={judge!r} is no judge; give None, 'rules', a CrossEncoder id, path or object, or an object with judge(pairs)"
        )
    if judge != "rules":
        evidence = _add_trained(evidence, judge, settings)
    findings = []
    for done, each in enumerate(evidence, start=1):
        findings.append(_decide(each, settings))
        progress("judge", done, len(evidence))
    return tuple(findings)


def _add_trained(evidence: Sequence[Evidence], judge: Predictor | str | Path | None, settings: Settings) -> list[Evidence]:
    """The evidence, with what the model says of the pairs that the rules alone leave open, and of negations without counterpart; it is loaded only if there are any."""
    rules = [apply_rules(each, settings) for each in evidence]
    is_open = [not rule.is_settled or rule.key == LONE_NEGATION for rule in rules]
    if not any(is_open):
        if isinstance(judge, str | Path):
            check_model(judge, option="judge")
        return list(evidence)
    model = find_pair_model() if judge is None else load_predictor(judge)
    if model is None:
        return list(evidence)
    weighed = _weigh_negations(evidence, is_open, model)
    is_open = [is_asked and not apply_rules(each, settings).is_settled for each, is_asked in zip(weighed, is_open, strict=True)]
    asked = [each for each, is_asked in zip(weighed, is_open, strict=True) if is_asked]
    answers = predict_texts(model, [each.turned or write_alike(each.pair, each.differences) for each in asked])
    read = iter(turn_answer(answer) if each.turned else answer for each, answer in zip(asked, answers, strict=True))
    return [attrs.evolve(each, entailment=next(read)) if is_asked else each for each, is_asked in zip(weighed, is_open, strict=True)]


def _weigh_negations(evidence: Sequence[Evidence], is_open: Sequence[bool], model: Predictor) -> list[Evidence]:
    """The evidence with the negations that only one side has weighed by the model too."""
    lone = {at: negation for at, each in enumerate(evidence) if is_open[at] and (negation := each.lone_negation) is not None}
    scored = dict(zip(lone, ask_about_negations(tuple(lone.values()), model), strict=True))
    return [attrs.evolve(each, lone_negation=scored[at]) if at in scored else each for at, each in enumerate(evidence)]


def _ask_judge(judge: Judge, pairs: Sequence[Pair]) -> tuple[Finding, ...]:
    findings = tuple(judge.judge(pairs))
    if len(findings) != len(pairs):
        raise ModelError(f"the judge gave {len(findings)} findings for {len(pairs)} pairs; it must give one a pair, in order")
    return findings


def _decide(evidence: Evidence, settings: Settings) -> Finding:
    return make_finding(evidence, apply_rules(evidence, settings), settings)


def make_finding(evidence: Evidence, rule: Rule, settings: Settings) -> Finding:
    """The finding that a rule gives on evidence."""
    if rule.key in {LONE_NEGATION, UNMET_NEGATION} and evidence.lone_negation is not None:
        evidence = attrs.evolve(evidence, differences=add_negation(evidence.differences, evidence.lone_negation))
    if rule.key in _ADDED:
        evidence = attrs.evolve(evidence, differences=_ADDED[rule.key](evidence))
    update = find_evidence_update(evidence, rule.verdict, settings)
    return Finding(
        pair=evidence.pair,
        verdict=rule.verdict,
        adds=evidence.adds,
        differences=_settle(evidence.differences, rule.verdict),
        confidence=score_confidence(rule, evidence, settings),
        between=_between(evidence, rule) if rule.verdict is Verdict.CONFLICT else None,
        shared_copy=evidence.is_shared_copy,
        independent_sources=count_sources(evidence),
        update=None if update is None else update.later,
        reasons=(*build_reasons(rule.reasons, evidence, rule.ground), *build_remarks(evidence, rule.verdict, update)),
        rule=rule.key,
        evidence=evidence.entailment,
    )


def _settle(differences: tuple[Difference, ...], verdict: Verdict) -> tuple[Difference, ...]:
    """On an agreement nothing conflicts: what seemed to is compatible."""
    if verdict is not Verdict.AGREEMENT:
        return differences
    return tuple(attrs.evolve(d, relation=Relation.COMPATIBLE) if d.relation is Relation.CONFLICTING else d for d in differences)


def _between(evidence: Evidence, rule: Rule) -> Between:
    """``speakers`` if each side reports a speaker of its own; the same or perhaps the same one, or none, or who it was, is the outlets' difference."""
    left, right = evidence.pair.left.attribution.speaker, evidence.pair.right.attribution.speaker
    is_two = left is not None and right is not None and not evidence.is_same_speaker and not evidence.is_maybe_same_speaker
    is_two = is_two and not any(d.facet is rule.ground and is_beside_claim(d, evidence.pair) for d in evidence.differences)
    return Between.SPEAKERS if is_two else Between.OUTLETS
