"""How two claims word the same point: other terms, words that one side alone has, and what one side says more."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from rapidfuzz.distance import Indel

from claimcmp.languages import is_same_language
from claimcmp.records import Claim, Difference, FacetName, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import Stemmer, Word, covers, load_stemmer
from claimcmp.verdicts.framing import compare_terms
from claimcmp.verdicts.overlap import Overlap

_SAME_WORD = 0.6
"""Likeness from which two words that begin alike are forms of one: "met" and "meeting"."""


def compare_wording(left: Claim, right: Claim, overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """The ``wording`` differences: other terms for one thing, and words that differ in otherwise equal places.

    Terms that the language data lists as loaded are found in any two
    languages. Within one language the two word sequences are aligned as well:
    a word put in place of another is ``compatible``, words that one side alone
    has are ``left_only`` or ``right_only``; spelling, inflection and small
    words make no difference. Words inside typed facets are left to those
    facets. Never a conflict.
    """
    terms = compare_terms(left, right, settings)
    if not is_same_language(left.language, right.language):
        return terms
    sides = tuple(_word_forms(claim, words) for claim, words in ((left, overlap.left_words), (right, overlap.right_words)))
    stemmer = load_stemmer(left.language, settings.language_files)
    listed = [[span for d in terms if isinstance(span := getattr(d, side), Span)] for side in ("left", "right")]
    found = []
    for ours, theirs in _list_changes(sides, stemmer):
        blocks = _trim(sides[0][slice(*ours)], sides[1][slice(*theirs)])
        if any(blocks) and not _is_listed(blocks, listed) and not _are_forms(blocks, stemmer):
            found.append(_tell_apart(_hull(blocks[0]), _hull(blocks[1])))
    return (*terms, *(d for d in found if d is not None))


def list_changed_words(left: Claim, right: Claim, overlap: Overlap) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of all words, small ones too, in which two claims of one language differ: left, right."""
    ours, theirs = _word_forms(left, overlap.left_words), _word_forms(right, overlap.right_words)
    blocks = diff_blocks([form.key for form in ours], [form.key for form in theirs])
    return (
        tuple(form.span for block, _ in blocks for form in ours[slice(*block)]),
        tuple(form.span for _, block in blocks for form in theirs[slice(*block)]),
    )


def compare_content(overlap: Overlap, settings: Settings) -> tuple[Difference, ...]:
    """A ``predicate`` difference when one side says all the other says, and more."""
    if not overlap.is_comparable or overlap.containment < settings.min_containment:
        return ()
    extra_left = _untyped_extra(overlap.left_words, overlap.right_words)
    extra_right = _untyped_extra(overlap.right_words, overlap.left_words)
    if min(len(extra_left), len(extra_right)) > 1 or abs(len(extra_left) - len(extra_right)) < settings.min_added_words:
        return ()
    is_left = len(extra_left) > len(extra_right)
    span = _hull_words(extra_left if is_left else extra_right)
    relation = Relation.LEFT_ONLY if is_left else Relation.RIGHT_ONLY
    return (
        Difference(
            facet=FacetName.PREDICATE,
            relation=relation,
            left=span if is_left else None,
            right=None if is_left else span,
            note="one side says more",
        ),
    )


@attrs.frozen
class _Form:
    """A word in order: where it stands, how it is written, the key it is compared by, and whether it tells something by itself."""

    span: Span
    folded: str
    key: str
    is_typed: bool
    is_content: bool


_Range = tuple[int, int]
_Change = tuple[_Range, _Range]


def _word_forms(claim: Claim, words: tuple[Word, ...]) -> list[_Form]:
    known = {word.span: word for word in words}
    forms: list[_Form] = []
    for token in tokenize(claim.text, claim.span.start):
        word = known.get(token.span)
        if token.is_word:
            key = word.key if word is not None else token.folded
            forms.append(_Form(token.span, token.folded, key, word is not None and word.is_typed, word is not None))
    return forms


def _list_changes(sides: tuple[list[_Form], ...], stemmer: Stemmer) -> list[_Change]:
    """The ranges of words that differ: unequal keys, and other words under one key that synonyms share."""
    left, right = sides
    changes: list[_Change] = []
    at = (0, 0)
    blocks = diff_blocks([form.key for form in left], [form.key for form in right])
    for ours, theirs in (*blocks, ((len(left), len(left)), (len(right), len(right)))):
        equal = zip(range(at[0], ours[0]), range(at[1], theirs[0]), strict=True)
        changes += [((i, i + 1), (j, j + 1)) for i, j in equal if _are_synonyms(left[i], right[j], stemmer)]
        changes += [(ours, theirs)] if ours[0] < ours[1] or theirs[0] < theirs[1] else []
        at = ours[1], theirs[1]
    return changes


def _are_synonyms(one: _Form, other: _Form, stemmer: Stemmer) -> bool:
    return one.key.startswith("=") and not _are_forms(([one], [other]), stemmer)


def _trim(ours: Sequence[_Form], theirs: Sequence[_Form]) -> tuple[Sequence[_Form], Sequence[_Form]]:
    """Both runs from the first to the last word that tells something; whole where one has none, empty where neither has."""
    telling = [[place for place, form in enumerate(forms) if form.is_content and not form.is_typed] for forms in (ours, theirs)]
    if all(telling):
        return ours[telling[0][0] : telling[0][-1] + 1], theirs[telling[1][0] : telling[1][-1] + 1]
    if not any(telling):
        return (), ()
    return _leave_out_typed(ours), _leave_out_typed(theirs)


def _leave_out_typed(forms: Sequence[_Form]) -> Sequence[_Form]:
    return [form for form in forms if not form.is_typed]


def _is_listed(blocks: Sequence[Sequence[_Form]], listed: Sequence[Sequence[Span]]) -> bool:
    """Whether a change holds the two terms of a difference that the language data has told already."""
    return any(
        any(covers(ours, form.span) or covers(form.span, ours) for form in blocks[0])
        and any(covers(theirs, form.span) or covers(form.span, theirs) for form in blocks[1])
        for ours, theirs in zip(*listed, strict=True)
    )


def _are_forms(blocks: Sequence[Sequence[_Form]], stemmer: Stemmer) -> bool:
    """Whether both sides are one word each, and that one word in another form."""
    if len(blocks[0]) != 1 or len(blocks[1]) != 1:
        return False
    one, other = blocks[0][0].folded, blocks[1][0].folded
    if one == other or stemmer.stems(one)[-1] == stemmer.stems(other)[-1]:
        return True
    return one[:2] == other[:2] and Indel.normalized_similarity(one, other) >= _SAME_WORD


def _tell_apart(left: Span | None, right: Span | None) -> Difference:
    relation = Relation.LEFT_ONLY if right is None else Relation.RIGHT_ONLY if left is None else Relation.COMPATIBLE
    return Difference(facet=FacetName.WORDING, relation=relation, left=left, right=right, note="other words")


def diff_blocks(left: list[str], right: list[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Runs that differ, as index ranges of either side; the same whichever side comes first."""
    if (len(left), left) > (len(right), right):
        return [(ours, theirs) for theirs, ours in diff_blocks(right, left)]
    blocks = []
    start = (0, 0)
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            blocks.append(((start[0], step.src_start), (start[1], step.dest_start)))
            start = step.src_end, step.dest_end
    blocks.append(((start[0], len(left)), (start[1], len(right))))
    return [(ours, theirs) for ours, theirs in blocks if ours[0] < ours[1] or theirs[0] < theirs[1]]


def _hull(forms: Sequence[_Form]) -> Span | None:
    spans = [form.span for form in forms]
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans)) if spans else None


def _hull_words(words: Sequence[Word]) -> Span:
    return Span(start=min(w.span.start for w in words), end=max(w.span.end for w in words))


def _untyped_extra(words: tuple[Word, ...], others: tuple[Word, ...]) -> list[Word]:
    there = {word.key for word in others}
    return [word for word in words if word.key not in there and not word.is_typed]
