"""Whether two claims differ in more than names, dates, figures and places that are found to fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimcmp.facets.lexer import lex
from claimcmp.facets.nation import NationMention, read_nations
from claimcmp.facets.pairing import MATCH_RANK
from claimcmp.facets.place_names import load_gazetteer, may_be_namesake
from claimcmp.facets.when_open import read_open_dates
from claimcmp.records import Claim, FacetName, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.passages import read_span
from claimcmp.text.words import Word, covers
from claimcmp.verdicts.evidence import CHECKABLE, Evidence


@attrs.frozen
class _Side:
    """A claim, its content words that the other lacks, and the places that it names with what holds each."""

    claim: Claim
    lone: tuple[Word, ...]
    places: tuple[tuple[NationMention, frozenset[str]], ...]


def differs_beyond_reconciled(evidence: Evidence, settings: Settings) -> bool:
    """The sides differ in a word outside names, dates, figures and places that fit ("Ankara", "Turkey"; "hit Tampa", "hit Florida"), or in their order, or in what one of them denies; between two languages words tell nothing of that."""
    overlap, pair = evidence.overlap, evidence.pair
    if not overlap.is_same_language:
        return True
    if any(d.facet is FacetName.POLARITY and d.relation is not Relation.SAME for d in evidence.differences):
        return True
    left = _read_side(pair.left, overlap.left_words, overlap.right_words, settings)
    right = _read_side(pair.right, overlap.right_words, overlap.left_words, settings)
    if not left.lone and not right.lone:
        return True
    compared = [
        [facet if isinstance(facet, Span) else facet.span for facet in (d.left, d.right) if facet is not None]
        for d in evidence.differences
        if d.facet in CHECKABLE and d.relation in MATCH_RANK
    ]
    met = [spans for spans in compared if len(spans) == len((left, right))]
    is_left_met = _is_reconciled(left, right, [spans[0] for spans in met], settings)
    return not is_left_met or not _is_reconciled(right, left, [spans[1] for spans in met], settings)


def _is_reconciled(own: _Side, far: _Side, compared: Sequence[Span], settings: Settings) -> bool:
    """Whether every word that the other side lacks stands in what fits it."""
    fitting = [*compared, *_list_fitting(own, far, settings)]
    return all(any(covers(span, word.span) for span in fitting) for word in own.lone)


def _read_side(claim: Claim, words: Sequence[Word], others: Sequence[Word], settings: Settings) -> _Side:
    gazetteer = load_gazetteer(claim.language, settings.language_files)
    keys = {word.key for word in others}
    return _Side(
        claim,
        tuple(word for word in words if word.key not in keys),
        tuple(
            (mention, frozenset(key for each in mention.keys for key in (each, *gazetteer.find_within(each))))
            for mention in read_nations(claim, settings)
        ),
    )


def _list_fitting(own: _Side, far: _Side, settings: Settings) -> Iterator[Span]:
    """What of a side fits the other besides compared facets: places in whatever role, names that may be of places not known, and days told in two ways that nothing settles ("Monday", "14 November")."""
    unread = _list_unread(far)
    for mention, within in own.places:
        may_hold_unread = bool(unread) and any(covers(mention.span, word.span) for word in own.lone)
        if may_hold_unread or any(_may_hold((mention, within), other) for other in far.places):
            yield mention.span
    if any(covers(mention.span, word.span) for mention, _ in far.places for word in far.lone):
        yield from _list_unread(own)
    kinds = {date.kind for date in read_open_dates(far.claim, settings)}
    for date in read_open_dates(own.claim, settings):
        if kinds - {date.kind}:
            yield _take_mark(date.span, own.claim, settings)


def _list_unread(side: _Side) -> list[Span]:
    """The words that may be names of places that are not known, and may lie in one that is: "off Zuwara", "off Libya"."""
    return [
        word.span
        for word in side.lone
        if read_span(side.claim, word.span)[:1].isupper()
        and word.span.start > side.claim.span.start
        and not any(covers(mention.span, word.span) for mention, _ in side.places)
    ]


def _take_mark(span: Span, claim: Claim, settings: Settings) -> Span:
    """The span of a date with the word "day" before it («يوم 14 نوفمبر»)."""
    before = [item for item in lex(claim.text, claim.language, settings.language_files).items if claim.span.start + item.end <= span.start]
    is_marked = bool(before) and "day_mark" in before[-1].meaning
    return Span(start=claim.span.start + before[-1].start, end=span.end) if is_marked else span


def _may_hold(one: tuple[NationMention, frozenset[str]], other: tuple[NationMention, frozenset[str]]) -> bool:
    """Whether one place named is the other, or may lie in it."""
    pairs = ((one[0].keys, other[1]), (other[0].keys, one[1]))
    return any(key in within or may_be_namesake(key, within) for keys, within in pairs for key in keys)
