"""Whether two claims differ in more than names, dates, figures and places that are found to fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcmp.facets.lexer import lex
from claimcmp.facets.nation import NationMention, read_nations
from claimcmp.facets.place_names import Gazetteer, load_gazetteer, may_be_namesake
from claimcmp.facets.when_open import read_open_dates
from claimcmp.records import Claim, FacetName, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.passages import read_span
from claimcmp.text.words import Word, covers
from claimcmp.verdicts.evidence import CHECKABLE, Evidence

_FITTING = frozenset({Relation.SAME, Relation.COMPATIBLE, Relation.LEFT_MORE_PRECISE, Relation.RIGHT_MORE_PRECISE})


def differs_beyond_reconciled(evidence: Evidence, settings: Settings) -> bool:
    """The sides differ in a word outside names, dates, figures and places that fit ("Ankara", "Turkey"; "hit Tampa", "hit Florida"), or in their order, or in what one of them denies; between two languages words tell nothing of that."""
    overlap = evidence.overlap
    if not overlap.is_same_language:
        return True
    if any(d.facet is FacetName.POLARITY and d.relation is not Relation.SAME for d in evidence.differences):
        return True
    fitting = list(_list_fitting(evidence, settings))
    sides = (overlap.left_words, overlap.right_words), (overlap.right_words, overlap.left_words)
    lone = [(side, word) for side, (own, other) in enumerate(sides) for word in _list_lone(own, other)]
    return not lone or any(not any(covers(spans[side], word.span) for spans in fitting) for side, word in lone)


def _list_lone(own: tuple[Word, ...], other: tuple[Word, ...]) -> Iterator[Word]:
    keys = {word.key for word in other}
    return (word for word in own if word.key not in keys)


def _list_fitting(evidence: Evidence, settings: Settings) -> Iterator[tuple[Span, Span]]:
    """The spans on both sides of what fits: facets compared, places named in whatever role, and days told in two ways that nothing settles ("Monday", "14 November")."""
    for d in evidence.differences:
        spans = tuple(getattr(facet, "span", facet) for facet in (d.left, d.right))
        if d.facet in CHECKABLE and d.relation in _FITTING and isinstance(spans[0], Span) and isinstance(spans[1], Span):
            yield spans[0], spans[1]
    sides = evidence.pair.left, evidence.pair.right
    gazetteer = load_gazetteer(sides[0].language, settings.language_files)
    left, right = (read_nations(claim, settings) for claim in sides)
    yield from ((one.span, other.span) for one in left for other in right if _may_hold(one, other, gazetteer))
    yield from _list_unread(evidence, left, right)
    yield from ((span, other) for other, span in _list_unread(evidence, right, left, is_turned=True))
    days = [[(date.kind, _take_mark(date.span, claim, settings)) for date in read_open_dates(claim, settings)] for claim in sides]
    yield from ((span, other) for kind, span in days[0] for far_kind, other in days[1] if kind != far_kind)


def _list_unread(
    evidence: Evidence, mentions: Sequence[NationMention], others: Sequence[NationMention], *, is_turned: bool = False
) -> Iterator[tuple[Span, Span]]:
    """A place that only one side names, with each word of the other that may be the name of a place that is not known, and may lie in it: "off Libya", "off Zuwara"."""
    overlap, pair = evidence.overlap, evidence.pair
    own, far, claim = (overlap.left_words, overlap.right_words, pair.right)
    if is_turned:
        own, far, claim = (overlap.right_words, overlap.left_words, pair.left)
    lone = [word.span for word in _list_lone(own, far)]
    names = [
        word.span
        for word in _list_lone(far, own)
        if read_span(claim, word.span)[:1].isupper()
        and word.span.start > claim.span.start
        and not any(covers(other.span, word.span) for other in others)
    ]
    for mention in mentions:
        if any(covers(mention.span, span) for span in lone):
            yield from ((mention.span, name) for name in names)


def _take_mark(span: Span, claim: Claim, settings: Settings) -> Span:
    """The span of a date with the word "day" before it («يوم 14 نوفمبر»)."""
    before = [item for item in lex(claim.text, claim.language, settings.language_files).items if claim.span.start + item.end <= span.start]
    is_marked = bool(before) and "day_mark" in before[-1].meaning
    return Span(start=claim.span.start + before[-1].start, end=span.end) if is_marked else span


def _may_hold(one: NationMention, other: NationMention, gazetteer: Gazetteer) -> bool:
    """Whether one place named is the other, or may lie in it."""
    within = [{key for each in mention.keys for key in (each, *gazetteer.find_within(each))} for mention in (one, other)]
    return any(
        key in inner or may_be_namesake(key, inner) for mention, inner in ((one, within[1]), (other, within[0])) for key in mention.keys
    )
