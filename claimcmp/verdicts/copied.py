"""What was changed in copied words: figures and names in the same place of the same sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from rapidfuzz.fuzz import token_set_ratio

from claimcmp.records import Actor, Claim, Difference, Facet, FacetName, Place, Quantity, Relation, Span, When
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from claimcmp.text.tokens import Token, tokenize
from claimcmp.text.words import covers
from claimcmp.verdicts.wording import diff_blocks

_Blocks = tuple[list[Token], list[Token]]


def compare_copied_figures(left: Claim, right: Claim, known: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Conflicting ``number`` differences for figures that stand in the same place of the same words.

    For two claims with nearly the same words (``min_copy_score``): there the
    place tells what is counted. Figures and dates that ``known`` differences
    already hold together are left to these.
    """
    settled = [_compared_spans(facets) for facets in zip(*((d.left, d.right) for d in known if d.left and d.right), strict=True)] or [
        [],
        [],
    ]
    found = []
    for blocks in _changed_blocks(left, right):
        if all(len(block) == 1 and _is_free_figure(block[0], spans) for block, spans in zip(blocks, settled, strict=True)):
            note = "another figure in the same words"
            found.append(
                Difference(
                    facet=FacetName.NUMBER, relation=Relation.CONFLICTING, left=blocks[0][0].span, right=blocks[1][0].span, note=note
                )
            )
    return tuple(found)


def compare_copied_names(left: Claim, right: Claim, known: tuple[Difference, ...], settings: Settings) -> tuple[Difference, ...]:
    """The ``known`` differences, with two names in the same place of the same words made one conflicting difference.

    Only names that differ by more than spelling (``min_name_score``), that
    stand alone in their place, and that the other side has nowhere else.
    """
    differences = list(known)
    for blocks in _changed_blocks(left, right):
        for facet in (FacetName.PERSON, FacetName.PLACE):
            lone = [_find_lone(differences, facet, relation, block) for relation, block in zip(_LONE, blocks, strict=True)]
            if lone[0] is None or lone[1] is None or _is_like(lone[0].left, lone[1].right, settings):
                continue
            merged = attrs.evolve(lone[0], relation=Relation.CONFLICTING, right=lone[1].right, note="another name in the same words")
            differences = [merged if d is lone[0] else d for d in differences if d is not lone[1]]
    return tuple(differences)


_LONE = (Relation.LEFT_ONLY, Relation.RIGHT_ONLY)


def _changed_blocks(left: Claim, right: Claim) -> Iterator[_Blocks]:
    tokens = [[t for t in tokenize(claim.text, claim.span.start) if t.is_word] for claim in (left, right)]
    for ours, theirs in diff_blocks([t.folded for t in tokens[0]], [t.folded for t in tokens[1]]):
        yield tokens[0][slice(*ours)], tokens[1][slice(*theirs)]


def _find_lone(differences: list[Difference], facet: FacetName, relation: Relation, block: list[Token]) -> Difference | None:
    """The name that only one side has and that makes up the block, or None."""
    for difference in differences:
        named = difference.left or difference.right
        is_lone = difference.facet is facet and difference.relation is relation and isinstance(named, Actor | Place)
        if is_lone and block and all(covers(_span_of(named), token.span) for token in block):
            return difference
    return None


def _span_of(facet: Facet | Span | None) -> Span:
    return facet.span if isinstance(facet, Actor | Place) else Span(start=0, end=0)


def _is_like(one: Facet | Span | None, other: Facet | Span | None, settings: Settings) -> bool:
    names = [fold(getattr(facet, "name", "")) for facet in (one, other)]
    return token_set_ratio(*names) >= 100 * settings.min_name_score


def _compared_spans(facets: Iterable[Facet | Span | None]) -> list[Span]:
    return [facet.span for facet in facets if isinstance(facet, Quantity | When)]


def _is_free_figure(token: Token, settled: list[Span]) -> bool:
    return token.folded[:1].isdigit() and not any(covers(span, token.span) for span in settled)
