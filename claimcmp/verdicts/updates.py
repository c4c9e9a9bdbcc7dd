"""Running counts: which of two figures for one toll is the later one, and what was not so yet.

A toll only rises while bodies are found, so a later figure that is higher does
not call the earlier one wrong. News style gives both ("raising an earlier toll
of 31"; Reuters Handbook of Journalism, tolls and updates).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

import attrs

from claimcmp.facets.phrases import PhraseIndex, Word, read_words
from claimcmp.facets.quantity_counted import STANDING, Counted, describe_counted, same_counted
from claimcmp.languages import load_tables
from claimcmp.languages.structure import structure_table
from claimcmp.records import Claim, Difference, Facet, FacetName, Polarity, Quantity, Relation, Side, Span
from claimcmp.settings import Settings
from claimcmp.text.stars import fold_phrase

RUNNING_CONCEPTS = frozenset({"case", "refugee", "prisoner"})
"""What is counted on and on even where nothing is told to have befallen it."""

_REACH_BEFORE, _REACH_AFTER, _REACH_START = 6, 3, 3
"""Words between a figure and the word that calls it the earlier one."""


@attrs.frozen(kw_only=True)
class UpdateWords:
    """The ``[updates]`` table of a language.

    Parameters
    ----------
    rising
        Words of a claim that gives a newer figure: "rose to", "raising".
    earlier, earlier_after
        Words before and after an older figure: "an earlier toll of", "previously".
    starting, starting_suffixes
        Words right before, and endings of, an older figure that stands beside a newer one: "from 31 to 38".
    pending
        Words by which a denial holds for the moment only: "yet", "immediately".
    """

    rising: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    earlier_after: tuple[str, ...] = ()
    starting: tuple[str, ...] = ()
    starting_suffixes: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Count:
    """One figure of a claim: its value, what it counts, and whether the claim calls it the earlier one."""

    quantity: Quantity
    value: float
    counted: Counted
    is_earlier: bool


@attrs.frozen
class CountedClaim:
    """The plain counts of a claim, and whether it says that one of them is new."""

    counts: tuple[Count, ...]
    is_rising: bool


@attrs.frozen(kw_only=True)
class Update:
    """The side with the later figure, and the two figures; or, where one side denies for the moment only, that which affirms, and both words."""

    later: Side
    left: Facet | Span | None
    right: Facet | Span | None
    is_figure: bool = True


def find_update(
    left: Claim, right: Claim, differences: Iterable[Difference], settings: Settings, *, is_one_source: bool, is_conflict: bool
) -> Update | None:
    """The later figure of a running count of which two claims give two figures; None where that cannot be told.

    In this order: the higher figure where its side gives the older one too, or
    says that the count rose; the later publication, if its figure is the
    higher one; a figure that is not called the earlier one; and, of one source
    (``is_one_source``) on one day, or where either side says that the count
    rose, the higher figure. Figures that fit each
    other ("at least 8", 12) and come from two sources may be of two events:
    there the day of publication alone tells nothing.
    """
    numbers = [d for d in differences if d.facet is FacetName.NUMBER]
    if not numbers:
        return None
    sides = read_counts(left, settings), read_counts(right, settings)
    order = _compare_days(left.published, right.published) if is_one_source or is_conflict else 0
    for ours, theirs in _list_rivals(sides, numbers):
        higher = Side.LEFT if ours.value > theirs.value else Side.RIGHT
        if _is_later(higher, (ours, theirs), sides, order, is_one_source=is_one_source):
            return Update(later=higher, left=ours.quantity, right=theirs.quantity)
    return None


def find_pending(left: Claim, right: Claim, differences: Iterable[Difference], settings: Settings) -> Update | None:
    """The affirming side where the other denies the same for the moment only: "no one has claimed it yet", "the group claimed it"."""
    for difference in differences:
        spans = (difference.left, difference.right)
        if difference.facet is not FacetName.POLARITY or difference.relation is not Relation.CONFLICTING:
            continue
        denying = [
            isinstance(span, Span) and _denies_for_now(claim, span, settings) for claim, span in zip((left, right), spans, strict=True)
        ]
        if denying[0] != denying[1]:
            later = Side.RIGHT if denying[0] else Side.LEFT
            return Update(later=later, left=difference.left, right=difference.right, is_figure=False)
    return None


def _denies_for_now(claim: Claim, denial: Span, settings: Settings) -> bool:
    """Whether a span holds a negation, and in it or right beside it stands a word such as "yet"."""
    if not any(isinstance(f, Polarity) and f.negated and denial.start <= f.span.start < denial.end for f in claim.facets):
        return False
    cues = _load_cues(claim.language, settings.language_files)
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    inside = [at for at, word in enumerate(words) if denial.start <= word.token.start < denial.end]
    near = range(max(0, inside[0] - _REACH_AFTER), min(len(words), inside[-1] + 1 + _REACH_AFTER))
    return any((match := cues.index.match(words, at)) is not None and "pending" in match.value.split(" ") for at in near)


def read_counts(claim: Claim, settings: Settings) -> CountedClaim:
    """The exact counts of a claim (no measures, no "dozens"), and what it says of their age."""
    quantities = [f for f in claim.facets if isinstance(f, Quantity) and f.unit is None and not f.approximate]
    if not quantities:
        return CountedClaim((), is_rising=False)
    cues = _load_cues(claim.language, settings.language_files)
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    found = [(match.value, match.first, match.last) for at in range(len(words)) if (match := cues.index.match(words, at)) is not None]
    counts = tuple(
        Count(q, _value(q), describe_counted(q, claim, settings), _is_called_earlier(q, quantities, words, found, cues)) for q in quantities
    )
    return CountedClaim(counts, is_rising=any("rising" in kind.split(" ") for kind, _, _ in found))


_Found = tuple[str, int, int]
"""What a cue says, and its first and last word."""


@attrs.frozen
class _Cues:
    index: PhraseIndex[str]
    suffixes: tuple[str, ...]


@cache
def _load_cues(language: str, extra: tuple[Path, ...]) -> _Cues:
    words = structure_table(UpdateWords, load_tables(language, extra).get("updates", {}), f"{language}.updates", clean=fold_phrase)
    kinds = ("rising", "earlier", "earlier_after", "starting", "pending")
    entries: dict[str, set[str]] = {}
    for kind in kinds:
        for phrase in getattr(words, kind):
            entries.setdefault(phrase, set()).add(kind)
    return _Cues(PhraseIndex((phrase, " ".join(sorted(found))) for phrase, found in entries.items()), words.starting_suffixes)


def _is_called_earlier(quantity: Quantity, all_: Sequence[Quantity], words: Sequence[Word], found: Sequence[_Found], cues: _Cues) -> bool:
    """Whether the words next to a figure, with no other figure between, call it the older one."""
    first = next((i for i, word in enumerate(words) if word.token.end > quantity.span.start), len(words))
    last = next((i for i, word in enumerate(words) if word.token.start >= quantity.span.end), len(words))
    others = [i for i, word in enumerate(words) for q in all_ if q is not quantity and q.span.start <= word.token.start < q.span.end]
    low = max((i + 1 for i in others if i < first), default=0)
    high = min((i for i in others if i >= last), default=len(words))
    if len(all_) > 1 and first < len(words) and words[first].folded.replace("'", "").endswith(cues.suffixes or ("\0",)):
        return True
    for kinds, start, end in found:
        kind = kinds.split(" ")
        if "earlier" in kind and low <= start and end <= first and first - end < _REACH_BEFORE:
            return True
        if "earlier_after" in kind and last <= start and end <= high and start - last < _REACH_AFTER:
            return True
        if "starting" in kind and len(all_) > 1 and low <= start and end <= first and first - end < _REACH_START:
            return True
    return False


def _list_rivals(sides: tuple[CountedClaim, CountedClaim], numbers: Iterable[Difference]) -> list[tuple[Count, Count]]:
    """Figures for one running count that differ: those held together already, or the present ones of a side that tells their age."""
    held = {(d.left, d.right) for d in numbers if d.relation is not Relation.SAME}
    current = [_list_current(side) for side in sides]
    tells = any(side.is_rising or len(now) < len(side.counts) for side, now in zip(sides, current, strict=True))
    rivals = []
    for ours in current[0]:
        for theirs in current[1]:
            is_held = (ours.quantity, theirs.quantity) in held
            same = same_counted(ours.counted, theirs.counted)
            is_one = is_held or (tells and same is not False)
            if is_one and ours.value != theirs.value and (_is_running(ours.counted, theirs.counted) or any(s.is_rising for s in sides)):
                rank = (not is_held, -max(ours.value, theirs.value), -min(ours.value, theirs.value))
                rivals.append((rank, ours, theirs))
    return [(ours, theirs) for _, ours, theirs in sorted(rivals, key=lambda rival: rival[0])]


def _list_current(side: CountedClaim) -> tuple[Count, ...]:
    """The figures that are not called earlier ones; where all are, all."""
    return tuple(count for count in side.counts if not count.is_earlier) or side.counts


def _is_running(left: Counted, right: Counted) -> bool:
    """Whether both figures count those whom one thing befell, or what is counted on and on."""
    return bool((left.outcomes & right.outcomes) - STANDING) or bool(left.concepts & right.concepts & RUNNING_CONCEPTS)


def _is_later(
    higher: Side, rivals: tuple[Count, Count], sides: tuple[CountedClaim, CountedClaim], order: int, *, is_one_source: bool
) -> bool:
    """Whether the higher of two figures is the later one; ``order`` is below 0 where left was published first."""
    place = 0 if higher is Side.LEFT else 1
    gives_both = any(count.is_earlier for count in sides[place].counts) and not rivals[place].is_earlier
    if sides[place].is_rising or gives_both:
        return True
    if order:
        return (order > 0) == (higher is Side.LEFT)
    return rivals[1 - place].is_earlier or is_one_source or any(side.is_rising for side in sides)


def _compare_days(left: date | datetime | None, right: date | datetime | None) -> int:
    """Below 0 where left is earlier, above where it is later, 0 where that is not known; by the minute where both tell it."""
    if left is None or right is None:
        return 0
    if isinstance(left, datetime) and isinstance(right, datetime) and (left.tzinfo is None) == (right.tzinfo is None):
        return (left > right) - (left < right)
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in (left, right)]
    return (days[0] > days[1]) - (days[0] < days[1])


def _value(quantity: Quantity) -> float:
    return next(end for end in (quantity.low, quantity.high, 0.0) if end is not None)
