"""Claims of a translation that meet none of the original by themselves, and the pair whose translation they belong to.

A translator splits a sentence in two, or joins two; and a sentence may be cut
into claims in one language and not in the other. Then one claim is left over,
and what it says stands in the counterpart of its neighbour.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

import attrs

from claimcmp.align.context import measure_sentences, runs_in_parallel
from claimcmp.records import Claim, Pair, Passage
from claimcmp.settings import Settings
from claimcmp.text.words import overlaps

_MOST_EXCESS = 0.45
"""By how much, as a log ratio, two sentences may exceed the usual length of their counterpart in one: one and a half standard deviations
of lengths in translation (see :mod:`claimcmp.align.order`). Of 16 halves of sentences in translated news without three in ten sentences,
all stay below it, and of their 464 neighbours of which one is no translation a fifth, nearly all of these in other paragraphs."""


@attrs.frozen
class _Meeting:
    """A pair seen from one of its articles."""

    own: Claim
    other: Claim
    pair: Pair


def add_unmet(pairs: Sequence[Pair], settings: Settings) -> list[Pair]:
    """The scored pairs of two articles; in texts that run in parallel, those to be judged with the claims near them that meet none.

    A claim that no pair of at least ``min_pair_score`` holds goes with one of
    the pairs of its sentence. Where its whole sentence meets none, it goes with
    a pair of the sentence before or behind it, in the same paragraph, if the
    counterpart is long enough for both (two-to-one beads of Gale and Church
    1993). Of several pairs, the one whose counterpart it scores highest with is taken.
    """
    if not any(runs_in_parallel(pair) for pair in pairs):
        return list(pairs)
    left = _assign([_Meeting(pair.left, pair.right, pair) for pair in pairs], settings)
    right = _assign([_Meeting(pair.right, pair.left, pair) for pair in pairs], settings)
    found = []
    for pair in pairs:
        key = pair.left.id, pair.right.id
        unmet = left.get(key, ()), right.get(key[::-1], ())
        found.append(attrs.evolve(pair, left_unmet=unmet[0], right_unmet=unmet[1]) if any(unmet) else pair)
    return found


def _assign(meetings: Sequence[_Meeting], settings: Settings) -> dict[tuple[str, str], tuple[Passage, ...]]:
    """The words of the unmet claims of one article, by the ids of the pair that each goes with."""
    met = [meeting for meeting in meetings if meeting.pair.score >= settings.min_pair_score and runs_in_parallel(meeting.pair)]
    scores = {(meeting.own.id, meeting.other.id): meeting.pair.score for meeting in meetings}
    claims = {meeting.own.id: meeting.own for meeting in meetings}
    taken = {meeting.own.id: meeting.own for meeting in met}
    lengths = _measure_lengths(claims.values()), _measure_lengths(meeting.other for meeting in meetings)
    usual = median(math.log(lengths[0][meeting.own.sentence] / lengths[1][meeting.other.sentence]) for meeting in met) if met else 0.0
    gathered: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for claim in sorted(claims.values(), key=lambda claim: (claim.span, claim.id)):
        if claim.id in taken:
            continue
        hosts = [meeting for meeting in met if meeting.own.sentence == claim.sentence] or _find_hosts(claim, met, lengths, usual)
        hosts = [host for host in hosts if not overlaps(host.own.span, claim.span)]
        if hosts:
            host = min(hosts, key=lambda host: (-scores.get((claim.id, host.other.id), 0.0), -host.pair.score, host.own.id, host.other.id))
            gathered[host.own.id, host.other.id] += _list_words(claim, taken.values(), host.own)
    return {key: tuple(dict.fromkeys(passages)) for key, passages in gathered.items() if passages}


def _find_hosts(claim: Claim, met: Sequence[_Meeting], lengths: Sequence[Mapping[int, int]], usual: float) -> list[_Meeting]:
    """The pairs of the one neighbouring sentence whose counterpart is long enough for both sentences; none where it is not.

    ``usual`` is the log ratio of the lengths of a sentence and its counterpart.
    """
    near = [meeting for meeting in met if abs(meeting.own.sentence - claim.sentence) == 1 and _are_in_one_paragraph(meeting.own, claim)]
    if not near:
        return []
    excess: dict[int, float] = {}
    for meeting in near:
        together = {claim.sentence, *(found.own.sentence for found in met if found.other.sentence == meeting.other.sentence)}
        length = sum(lengths[0][number] for number in together)
        ratio = math.log(length / lengths[1][meeting.other.sentence]) - usual
        excess[meeting.own.sentence] = min(ratio, excess.get(meeting.own.sentence, math.inf))
    best = min(excess, key=lambda number: (abs(excess[number]), number))
    return [meeting for meeting in near if meeting.own.sentence == best] if excess[best] <= _MOST_EXCESS else []


def _measure_lengths(claims: Iterable[Claim]) -> dict[int, int]:
    listed = list({claim.id: claim for claim in claims}.values())
    return {claim.sentence: length for claim, length in zip(listed, measure_sentences(listed), strict=True)}


def _are_in_one_paragraph(one: Claim, other: Claim) -> bool:
    return any(passage.span.start <= other.span.start < passage.span.end for passage in one.around)


def _list_words(claim: Claim, taken: Iterable[Claim], host: Claim) -> list[Passage]:
    """The words of a claim and beside it, as far as neither a claim that meets another nor the host has them."""
    spans = [*(other.span for other in taken), *(passage.span for passage in host.beside)]
    passages = [Passage(span=claim.span, text=claim.text), *claim.beside]
    return [passage for passage in passages if not any(overlaps(passage.span, span) for span in spans)]
