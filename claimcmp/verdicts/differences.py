"""All differences of two claims, and what either side denies."""

from __future__ import annotations

import attrs

from claimcmp.facets import compare_facets
from claimcmp.facets.affirmation import read_negatives
from claimcmp.languages import is_same_language
from claimcmp.records import Claim, Difference, FacetName, Polarity, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.words import covers
from claimcmp.verdicts.clocks import compare_clocks, leave_out_figures_of_times
from claimcmp.verdicts.copied import compare_copied_figures, compare_copied_names
from claimcmp.verdicts.datelines import leave_out_datelines
from claimcmp.verdicts.lone_denials import find_lone_denials, stands_apart
from claimcmp.verdicts.named import compare_named
from claimcmp.verdicts.opposites import compare_opposites, is_refused, refuses_otherwise
from claimcmp.verdicts.overlap import Overlap
from claimcmp.verdicts.polarity import compare_denials, deny_alike, find_half_denial, find_instance
from claimcmp.verdicts.quotes import compare_quotations
from claimcmp.verdicts.sources import compare_sources
from claimcmp.verdicts.wording import compare_content, compare_wording, list_changed_words

_FACET_ORDER = {name: number for number, name in enumerate(FacetName)}


@attrs.frozen(kw_only=True)
class Compared:
    """The differences of two claims by facet, and four states of denial that no single difference shows.

    Parameters
    ----------
    is_denied
        One side affirms the very predicate that the other denies.
    half_denial
        A word that one side denies stands affirmed on the other, but not the whole predicate.
    instance
        What nobody did on one side, and somebody did on the other.
    has_lone_denial
        One side denies an act that the other does not speak of.
    is_denial_apart
        And that in a clause of its own, in which nothing stands that both say.
    """

    differences: tuple[Difference, ...]
    is_denied: bool
    half_denial: Difference | None
    instance: Difference | None
    has_lone_denial: bool
    is_denial_apart: bool


def compare_claims(left: Claim, right: Claim, overlap: Overlap, settings: Settings, *, is_parallel: bool = False) -> Compared:
    """All differences of two claims; swapping the claims swaps left and right and nothing else.

    ``is_parallel`` tells that the claims stand in texts that translate each other sentence by sentence.
    """
    words = overlap.left_words, overlap.right_words
    wording = compare_wording(left, right, overlap, settings)
    compared = compare_facets(*leave_out_datelines(left, right, settings), settings, is_parallel=is_parallel)
    denial = None if _deny_equally(left, right, settings) else compare_denials(left, right, words, settings)
    if denial is not None and _is_refused_too(denial, left, right, settings):
        denial = None
    if denial is None and overlap.copy >= settings.min_copy_score and not deny_alike(left, right, words, settings):
        changed = list_changed_words(left, right, overlap)
        denial = next((d for d in compared if d.relation is Relation.CONFLICTING and _is_added_negation(d, changed)), None)
    facets = _settle_polarity(compared, denial)
    if overlap.copy >= settings.min_copy_score:
        facets = compare_copied_names(left, right, facets, settings)
        facets += compare_copied_figures(left, right, facets)
    facets = leave_out_figures_of_times(facets, left, right, settings)
    facets = compare_named(left, right, facets, overlap, settings)
    has_polarity = any(d.facet is FacetName.POLARITY and d.relation is Relation.CONFLICTING for d in facets)
    opposites = () if has_polarity else compare_opposites(left, right, settings)
    facets += _join_times(_list_clocks(left, right, facets, settings), opposites)
    rest = (
        *compare_sources(left, right, settings),
        *compare_quotations(left, right, overlap, settings),
        *compare_content(overlap, settings),
    )
    lone = find_lone_denials(facets, (left, right), words, settings)
    return Compared(
        differences=tuple(sorted((*facets, *rest, *wording), key=lambda d: _FACET_ORDER[d.facet])),
        is_denied=denial is not None,
        half_denial=find_half_denial(left, right, words, settings) if denial is None else None,
        instance=find_instance(left, right, words, settings),
        has_lone_denial=bool(lone),
        is_denial_apart=all(stands_apart(denial, (left, right)[side], (words[side], words[1 - side]), settings) for side, denial in lone),
    )


def _list_clocks(left: Claim, right: Claim, facets: tuple[Difference, ...], settings: Settings) -> tuple[Difference, ...]:
    """How the times of day of both claims differ; nothing where they are of two days."""
    is_of_two_days = any(d.facet is FacetName.DATE and d.relation is Relation.CONFLICTING for d in facets)
    return () if is_of_two_days else compare_clocks(left, right, settings)


def _join_times(clocks: tuple[Difference, ...], opposites: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Times of day and opposites; morning and evening are left out where two times are equal or conflict, which says as much and more."""
    if all(d.relation is Relation.COMPATIBLE for d in clocks):
        return (*clocks, *opposites)
    return (*clocks, *(d for d in opposites if d.facet is not FacetName.DATE))


def replace_polarity(differences: tuple[Difference, ...], denial: Difference) -> tuple[Difference, ...]:
    """The differences with one denial in the place of all that was said of negations."""
    kept = [d for d in differences if d.facet is not FacetName.POLARITY]
    return tuple(sorted((*kept, denial), key=lambda d: _FACET_ORDER[d.facet]))


def _deny_equally(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether two claims of two languages negate equally often, or one refuses where the other negates: what words they share then tells nothing of the rest."""
    if is_same_language(left.language, right.language):
        return False
    cues = [[removal.cue for removal in read_negatives(claim, settings).removals] for claim in (left, right)]
    if len(cues[0]) == len(cues[1]):
        return bool(cues[0])
    denying, affirming = (left, right) if len(cues[0]) > len(cues[1]) else (right, left)
    return any(refuses_otherwise(denying, cue, affirming, settings) for cue in max(cues, key=len))


def _is_refused_too(denial: Difference, left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether the side that seems to affirm what the other denies rules it out by a verb: "may not hold office", "is barred from holding office"."""
    sides = ((denial.left, left), (denial.right, right))
    return sum(isinstance(said, Span) and is_refused(claim, said, settings) for said, claim in sides) == 1


def _settle_polarity(differences: tuple[Difference, ...], denial: Difference | None) -> tuple[Difference, ...]:
    """The facet differences with polarity decided by what is denied, not by the mere presence of a negation.

    Opposites ("rose", "fell"), which hold two spans and no negation, stay.
    """
    if denial is not None:
        return (*(d for d in differences if not _is_negation(d)), denial)
    return tuple(
        attrs.evolve(d, relation=Relation.COMPATIBLE) if _is_negation(d) and d.relation is Relation.CONFLICTING else d for d in differences
    )


def _is_added_negation(difference: Difference, changed: tuple[tuple[Span, ...], tuple[Span, ...]]) -> bool:
    """Whether a negation stands among the words in which two otherwise equal texts differ."""
    sides = zip((difference.left, difference.right), changed, strict=True)
    return any(isinstance(facet, Polarity) and any(covers(span, facet.span) for span in spans) for facet, spans in sides)


def _is_negation(difference: Difference) -> bool:
    return difference.facet is FacetName.POLARITY and (isinstance(difference.left, Polarity) or isinstance(difference.right, Polarity))
