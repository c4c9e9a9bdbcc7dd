"""Every threshold and constant that steers a result, validated and documented."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import attrs
from attrs import field

from claimcmp.errors import InvalidSettingError


def _in_unit_interval(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    if not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise InvalidSettingError(f"{attribute.name}={value!r} must be a number in [0, 1]")


def _is_count(instance: object, attribute: attrs.Attribute[int], value: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InvalidSettingError(f"{attribute.name}={value!r} must be a whole number of at least 1")


def _as_paths(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    return tuple(Path(path) for path in paths)


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
    min_related_score
        Verdicts: two bare statements below it, without an equal facet, are ``unrelated``.
    unrelated_cosine, same_cosine
        Verdicts: cosines of bare statements that count as score 0 and 1.
    min_point_score
        Verdicts: how surely two claims must state one point before an equal facet makes them agree.
    min_sure_score
        Verdicts: the same without an equal facet.
    min_containment
        Verdicts: share of one side's content words that the other must have to contain it.
    min_copy_score, min_copy_words
        Verdicts: similarity of the word sequences, and least number of content words, from which claims are shared copy.
    min_ground_topic
        Verdicts: share of the smaller side's untyped content words that must be common before differing figures conflict.
    min_same_overlap
        Verdicts: the same before differing dates, places or persons conflict; below it they may be two events.
    min_ground_score
        Verdicts: the score that stands in for both where words cannot be compared, as between languages.
    min_shared_concepts
        Verdicts: words under shared concepts that both sides need before two languages are compared word by word.
    max_denial_words, min_denial_cover
        Verdicts: content words in the scope of a negation, and the share of them that the other side must affirm to contradict it.
    min_quote_overlap
        Verdicts: share of the shorter quotation's content words that the other must have to be the same quotation.
    min_office_cover
        Verdicts: share of an unnamed speaker's words that a named one's name and role must have to be perhaps the same.
    min_name_score
        Verdicts: similarity of two names written in different scripts, in Latin consonants.
    min_added_words
        Verdicts: content words more by which one side says more than the other.
    min_entailment, min_contradiction
        Verdicts: probability of a trained model from which it decides; contradiction must hold in both directions.

    Raises
    ------
    InvalidSettingError
        If a value lies outside its range.
    """

    language_files: tuple[Path, ...] = field(default=(), converter=_as_paths)
    min_name_similarity: float = field(default=0.8, validator=_in_unit_interval)
    max_other_name_similarity: float = field(default=0.5, validator=_in_unit_interval)
    min_related_score: float = field(default=0.3, validator=_in_unit_interval)
    unrelated_cosine: float = field(default=0.78, validator=_in_unit_interval)
    same_cosine: float = field(default=0.95, validator=_in_unit_interval)
    min_point_score: float = field(default=0.4, validator=_in_unit_interval)
    min_sure_score: float = field(default=0.5, validator=_in_unit_interval)
    min_containment: float = field(default=0.75, validator=_in_unit_interval)
    min_copy_score: float = field(default=0.8, validator=_in_unit_interval)
    min_copy_words: int = field(default=5, validator=_is_count)
    min_ground_topic: float = field(default=0.5, validator=_in_unit_interval)
    min_same_overlap: float = field(default=0.75, validator=_in_unit_interval)
    min_ground_score: float = field(default=0.7, validator=_in_unit_interval)
    min_shared_concepts: int = field(default=2, validator=_is_count)
    max_denial_words: int = field(default=6, validator=_is_count)
    min_denial_cover: float = field(default=0.5, validator=_in_unit_interval)
    min_quote_overlap: float = field(default=0.6, validator=_in_unit_interval)
    min_office_cover: float = field(default=0.75, validator=_in_unit_interval)
    min_name_score: float = field(default=0.85, validator=_in_unit_interval)
    min_added_words: int = field(default=2, validator=_is_count)
    min_entailment: float = field(default=0.8, validator=_in_unit_interval)
    min_contradiction: float = field(default=0.9, validator=_in_unit_interval)
