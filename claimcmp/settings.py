"""Every threshold and constant that steers a result, validated and documented."""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from pathlib import Path
from typing import TypeVar

import attrs
from attrs import field

from claimcmp.errors import InputTypeError, InvalidSettingError, suggest_name


def _in_unit_interval(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    if not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise InvalidSettingError(f"{attribute.name}={value!r} must be a number in [0, 1]")


def _is_count(instance: object, attribute: attrs.Attribute[int], value: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InvalidSettingError(f"{attribute.name}={value!r} must be a whole number of at least 1")


def _is_positive(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    if not isinstance(value, int | float) or not value > 0:
        raise InvalidSettingError(f"{attribute.name}={value!r} must be a number above 0")


def _as_paths(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    return tuple(Path(path) for path in paths)


_T = TypeVar("_T")


def _naming_near_matches(cls: type[_T]) -> type[_T]:
    """The class, whose constructor tells of a misspelt name which one was probably meant."""
    build = cls.__init__

    @wraps(build)
    def check_names(self: _T, *arguments: object, **values: object) -> None:
        known = [field.name for field in attrs.fields(cls)]  # type: ignore[arg-type]  # attrs classes only
        for name in values:
            if name not in known:
                raise InvalidSettingError(f"there is no setting {name!r}; {suggest_name(name, known) or 'see help(claimcmp.Settings)'}")
        build(self, *arguments, **values)

    cls.__init__ = check_names  # type: ignore[assignment]  # the same signature, kept by wraps
    return cls


@_naming_near_matches
@attrs.frozen(kw_only=True)
class Settings:
    """Settings of a run.

    Parameters
    ----------
    language_files
        Further TOML files whose ``[<language>.<table>]`` tables extend the language data.
    min_name_similarity
        From here on two names may belong to one person, in [0, 1].
    max_other_name_similarity
        Below this two holders of one post are different people, in [0, 1]; between the two nothing is concluded.
    min_quotation_words
        Fewer words in quotation marks are a name or a scare quote, not speech, unless the whole claim is quoted.
    min_related_score
        Verdicts: two bare statements below it, without an equal facet, are ``unrelated``.
    unrelated_cosine, same_cosine
        Verdicts: cosines of bare statements that count as score 0 and 1.
    min_point_score
        Verdicts: how surely two claims must state one point before an equal facet makes them agree.
    min_sure_score
        Verdicts: the same without an equal facet.
    min_shared_topic
        Verdicts: share of the smaller side's untyped content words that must be common for an agreement.
    min_containment
        Verdicts: share of one side's content words that the other must have to contain it.
    min_copy_score, min_copy_words
        Verdicts: similarity of the word sequences, and least number of content words, from which claims are shared copy.
    min_copy_containment, min_credited_containment
        Verdicts: the same for the share of the shorter side's runs of four words that the longer one has; the second where
        both articles credit one agency.
    min_ground_topic
        Verdicts: share of the smaller side's untyped content words that must be common before differing figures conflict.
    min_tied_topic, min_tied_score
        Verdicts: the same where an equal date ties both sides, and the score that it takes.
    min_same_overlap
        Verdicts: the same before differing dates, places or persons conflict; below it they may be two events.
    min_extent
        Verdicts: share of the longer side's length that the shorter one needs, between two languages, before a place, a person or a negation conflicts.
    min_ground_score
        Verdicts: the score that stands in for both where words cannot be compared, as between languages.
    min_parallel_score
        Verdicts: score from which two sentences of texts that run in parallel, as translations do, are one statement, so that another speaker contradicts.
    min_across_score
        Verdicts: the score from which two claims of two languages state one point, so that a figure of each, alone of its kind, counts one thing.
    max_figure_ratio
        Verdicts: two figures further apart than this factor count different things.
    max_loose_ratio
        Verdicts: the same of two claims in one language that share little else and score below ``min_tied_score``: one toll
        is seldom told with figures that far apart, two incidents often are.
    max_bound_ratio
        Verdicts: a figure and a bound that it meets are of one point only below this factor.
    max_vague_ratio
        Verdicts: the same for a figure and a number in a word ("dozens"), which ends where the next ("hundreds") begins.
    max_date_gap
        Verdicts: days between two dates up to which one event may be told with either; further apart only copied words conflict.
    max_clock_gap, max_rounded_clock_gap, max_loose_clock_gap
        Verdicts: minutes up to which two times of day may be one: both told to the minute; one of them a quarter, half or full
        hour; one of them told as about right ("around 14:00") or as an hour alone ("at 8 a.m.").
    max_near_ratio, max_near_days, max_near_minutes
        Verdicts: how far apart two figures (as a factor), days or times of day may lie that neither report gives the other's of: up to
        there two accounts of one thing differ, above it mostly two things.
    max_common_count
        Verdicts: count up to which a report gives another of the same figure anyway ("three lines", "three pickets"): it is of the same
        thing only where it may count the same.
    max_event_age
        Verdicts: days before its publication up to which a statement without a date may tell of an event; one dated earlier in
        another report is of another event, whose figures and persons contradict nothing.
    min_shared_concepts
        Verdicts: words under shared concepts that both sides need before two languages are compared word by word.
    max_denial_words, min_denial_cover
        Verdicts: content words in the scope of a negation, and the share of them that the other side must affirm to contradict it.
    min_denied_cover, min_denial_share
        Verdicts: between two reports of one language, the share of the words denied that the other side must affirm, and their
        share in the sentences of both, before a denial contradicts.
    max_other_time
        Verdicts: what another time may take from the log-odds of a pair whose two reports open with one event, before the pair
        agrees only over an equal date or figure; a sure gap of one day takes 0.19.
    max_negation_reach, max_negation_shift, min_negation_share, min_negation_score
        Verdicts: between two languages, within which share of a claim's length two negations may go together, and a word such as "refuse" stands in for a negation of the other side; how long in characters the other side must be, beside 1 for the clause of the negation, to speak of what it denies; and how surely a negation must have no counterpart to contradict the other side.
    min_quote_overlap
        Verdicts: share of the shorter quotation's content words that the other must have to be the same quotation.
    min_paraphrase_overlap
        Verdicts: share of a quotation's content words that the side without marks must have to paraphrase it.
    min_office_cover
        Verdicts: share of an unnamed speaker's words that a named one's name and role must have to be perhaps the same.
    min_name_score
        Verdicts: similarity of two names written in different scripts, in Latin consonants.
    min_added_words
        Verdicts: content words more by which one side says more than the other.
    min_entailment, min_contradiction
        Verdicts: probability of a trained model, both directions weighed, from which it decides on aligned claims.
    min_contradiction_across
        Verdicts: the same for a contradiction of bare statements in two languages that share no date, figure, place or name; of plain translations one in thirteen reaches 0.5 between Arabic and English, and one in forty this.
    min_likely_contradiction
        Verdicts: the same where the words of two reports of one event give a ground of their own, which alone would not do: a word that one
        side denies, opposites; from here on neither do two reports agree over a topic alone.
    min_one_point, min_one_point_across, min_sure_one_point, min_near_point, min_maybe_one_point
        Verdicts: how likely two reports, each in its own words, must state one point before they agree over it, in one
        language and between two; before a figure in one unit that each gives conflicts; before two days or times of day near
        each other do; and before an equal facet, or what follows from what, makes them agree.
    max_neutral, max_tied_neutral
        Verdicts: the probability that neither side follows from the other or rules it out from which two reports do not agree
        over a topic; the second where a date, figure or place is equal.
    min_denied_contradiction
        Verdicts: the probability that a trained model must leave a contradiction of bare statements of which one denies the other's words.
    min_opposite_contradiction
        Verdicts: the same where the sides affirm two opposites of what was done, such as imposed and lifted.
    max_days_ahead
        Dates: a day or month named without a year is the coming one when it begins within so many days, else the last one.
    max_phase_gap
        Dates: days by which "early", "mid" and "late" may miss a date and still fit it.
    max_approximate_error
        Numbers: relative error that "about" and round numbers allow, in [0, 1].
    max_rounding_error
        Numbers: relative error up to which a number and its rounding are one, in [0, 1].
    max_conversion_error
        Numbers: the same of two lengths, weights, areas or speeds in a text and its translation, where one may be converted and rounded.

    min_pair_score
        Alignment: score from which two claims are paired.
    min_candidate_score
        Alignment: score from which a pair is kept among ``Alignment.candidates``, to be selected again under other settings.
    max_pairs_per_claim
        Alignment: how many claims of one other article a claim may be paired with, best first.
    min_group_score
        Alignment: mean score inside a group of claims (average linkage); higher gives smaller, surer groups.
    min_event_score
        Alignment: the same for claims of one event.
    max_exhaustive_pairs
        Alignment: number of possible pairs up to which every pair is scored; past it claims must share rare terms or be neighbours.
    max_neighbours
        Alignment: past that number, how many nearest claims of other outlets each claim is compared with.
    max_term_claims
        Alignment: past that number, how many claims may share a name, place or word for it to bring claims together.
    time_inheritance
        Alignment: how surely a claim without a date tells of the time of the dated claim before it, in the same sentence; 0 turns it off.
    time_decay
        Alignment: factor on that sureness for every sentence between them.

    Raises
    ------
    InvalidSettingError
        If a value lies outside its range.
    """

    language_files: tuple[Path, ...] = field(default=(), converter=_as_paths)
    min_name_similarity: float = field(default=0.8, validator=_in_unit_interval)
    max_other_name_similarity: float = field(default=0.5, validator=_in_unit_interval)
    min_quotation_words: int = field(default=3, validator=_is_count)
    min_related_score: float = field(default=0.3, validator=_in_unit_interval)
    unrelated_cosine: float = field(default=0.78, validator=_in_unit_interval)
    same_cosine: float = field(default=0.95, validator=_in_unit_interval)
    min_point_score: float = field(default=0.3, validator=_in_unit_interval)
    min_sure_score: float = field(default=0.4, validator=_in_unit_interval)
    min_shared_topic: float = field(default=0.2, validator=_in_unit_interval)
    min_containment: float = field(default=0.75, validator=_in_unit_interval)
    min_copy_score: float = field(default=0.8, validator=_in_unit_interval)
    min_copy_words: int = field(default=5, validator=_is_count)
    min_copy_containment: float = field(default=0.45, validator=_in_unit_interval)
    min_credited_containment: float = field(default=0.3, validator=_in_unit_interval)
    min_ground_topic: float = field(default=0.4, validator=_in_unit_interval)
    min_tied_topic: float = field(default=0.3, validator=_in_unit_interval)
    min_tied_score: float = field(default=0.9, validator=_in_unit_interval)
    min_same_overlap: float = field(default=0.75, validator=_in_unit_interval)
    min_extent: float = field(default=0.35, validator=_in_unit_interval)
    min_ground_score: float = field(default=0.5, validator=_in_unit_interval)
    min_parallel_score: float = field(default=0.9, validator=_in_unit_interval)
    min_across_score: float = field(default=0.75, validator=_in_unit_interval)
    max_figure_ratio: float = field(default=20.0, validator=_is_positive)
    max_loose_ratio: float = field(default=3.0, validator=_is_positive)
    max_bound_ratio: float = field(default=2.0, validator=_is_positive)
    max_vague_ratio: float = field(default=10.0, validator=_is_positive)
    max_date_gap: int = field(default=31, validator=_is_count)
    max_clock_gap: int = field(default=5, validator=_is_count)
    max_rounded_clock_gap: int = field(default=15, validator=_is_count)
    max_loose_clock_gap: int = field(default=45, validator=_is_count)
    max_near_ratio: float = field(default=1.5, validator=_is_positive)
    max_near_days: int = field(default=2, validator=_is_count)
    max_near_minutes: int = field(default=120, validator=_is_count)
    max_common_count: int = field(default=12, validator=_is_count)
    max_event_age: int = field(default=4, validator=_is_count)
    min_shared_concepts: int = field(default=2, validator=_is_count)
    max_denial_words: int = field(default=6, validator=_is_count)
    min_denial_cover: float = field(default=0.5, validator=_in_unit_interval)
    min_denied_cover: float = field(default=0.65, validator=_in_unit_interval)
    min_denial_share: float = field(default=0.2, validator=_in_unit_interval)
    max_negation_reach: float = field(default=0.3, validator=_in_unit_interval)
    max_other_time: float = field(default=0.2, validator=_is_positive)
    max_negation_shift: float = field(default=0.15, validator=_in_unit_interval)
    min_negation_share: float = field(default=0.5, validator=_in_unit_interval)
    min_negation_score: float = field(default=0.65, validator=_in_unit_interval)
    min_quote_overlap: float = field(default=0.6, validator=_in_unit_interval)
    min_paraphrase_overlap: float = field(default=0.3, validator=_in_unit_interval)
    min_office_cover: float = field(default=0.75, validator=_in_unit_interval)
    min_name_score: float = field(default=0.85, validator=_in_unit_interval)
    min_added_words: int = field(default=2, validator=_is_count)
    min_entailment: float = field(default=0.5, validator=_in_unit_interval)
    min_contradiction: float = field(default=0.95, validator=_in_unit_interval)
    min_contradiction_across: float = field(default=0.6, validator=_in_unit_interval)
    min_likely_contradiction: float = field(default=0.7, validator=_in_unit_interval)
    min_one_point: float = field(default=0.25, validator=_in_unit_interval)
    min_one_point_across: float = field(default=0.5, validator=_in_unit_interval)
    min_sure_one_point: float = field(default=0.5, validator=_in_unit_interval)
    min_near_point: float = field(default=0.35, validator=_in_unit_interval)
    min_maybe_one_point: float = field(default=0.15, validator=_in_unit_interval)
    max_neutral: float = field(default=0.65, validator=_in_unit_interval)
    max_tied_neutral: float = field(default=0.9, validator=_in_unit_interval)
    min_denied_contradiction: float = field(default=0.4, validator=_in_unit_interval)
    min_opposite_contradiction: float = field(default=0.15, validator=_in_unit_interval)
    max_days_ahead: int = field(default=60, validator=_is_count)
    max_phase_gap: int = field(default=5, validator=_is_count)
    max_approximate_error: float = field(default=0.2, validator=_in_unit_interval)
    max_rounding_error: float = field(default=0.05, validator=_in_unit_interval)
    max_conversion_error: float = field(default=0.1, validator=_in_unit_interval)
    min_pair_score: float = field(default=0.5, validator=_in_unit_interval)
    min_candidate_score: float = field(default=0.2, validator=_in_unit_interval)
    max_pairs_per_claim: int = field(default=8, validator=_is_count)
    min_group_score: float = field(default=0.5, validator=_in_unit_interval)
    min_event_score: float = field(default=0.25, validator=_in_unit_interval)
    max_exhaustive_pairs: int = field(default=50_000, validator=_is_count)
    max_neighbours: int = field(default=20, validator=_is_count)
    max_term_claims: int = field(default=50, validator=_is_count)
    time_inheritance: float = field(default=0.8, validator=_in_unit_interval)
    time_decay: float = field(default=0.9, validator=_in_unit_interval)


def check_settings(settings: object) -> Settings:
    """The settings given, or the defaults for None.

    Raises
    ------
    InputTypeError
        If they are something else, such as a dict.

    Examples
    --------
    >>> check_settings(None) == Settings()
    True
    """
    if settings is None:
        return Settings()
    if not isinstance(settings, Settings):
        remedy = f"claimcmp.Settings({', '.join(f'{key}=…' for key in settings)})" if isinstance(settings, dict) else "claimcmp.Settings(…)"
        raise InputTypeError(f"settings={settings!r} must be a Settings or None, not {type(settings).__name__}; give {remedy}")
    return settings
