"""How far a claim is stated to be real: done, planned, possible, demanded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.phrases import PhraseIndex, Word, get_table, load_joinable
from claimcmp.records import Certainty, Claim, Difference, FacetName, Modality, Relation, Sense, Span
from claimcmp.settings import Settings
from claimcmp.text.future import FutureForms, load_future
from claimcmp.text.normal import fold
from claimcmp.text.stars import fold_phrase

_SENSES = {Sense.CALLS_FOR: Certainty.DEMANDED, Sense.PROMISES: Certainty.PLANNED}
"""What a claim is by the verb that reports it."""


_BY_PATTERN = (Certainty.POSSIBLE, Certainty.DEMANDED, Certainty.PLANNED)
"""In which order a word is held against the patterns of the language: "olabilecek" is possible before it is future."""

_REACH = 10
"""Words from an auxiliary to its verb, the subject between them."""

_CLAUSE_ENDS = frozenset('.,;:?!()–—«»“”"،؛؟')


@attrs.frozen
class _Moods:
    cues: PhraseIndex[Certainty]
    before_imperfective: frozenset[str]
    imperfective: tuple[str, ...]
    perfective_endings: tuple[str, ...]
    perfect_auxiliaries: frozenset[str]
    future: FutureForms
    prefixes: frozenset[str]
    patterns: tuple[tuple[re.Pattern[str], Certainty], ...]
    pattern_exceptions: frozenset[str]
    future_auxiliaries: frozenset[str]
    infinitive: re.Pattern[str]


@lru_cache(maxsize=32)
def _load(language: str, extra: tuple[Path, ...]) -> _Moods:
    table = get_table(language, "modality", extra)
    certainties = (Certainty.DONE, Certainty.DEMANDED, Certainty.POSSIBLE, Certainty.PLANNED)
    return _Moods(
        PhraseIndex((fold_phrase(cue), certainty) for certainty in certainties for cue in table.get(certainty.value, ())),
        frozenset(map(fold, table.get("possible_before_imperfective", ()))),
        tuple(map(fold, table.get("imperfective_prefixes", ()))),
        tuple(table.get("perfective_endings", ())),
        frozenset(map(fold, table.get("perfect_auxiliaries", ()))),
        load_future(language, extra),
        load_joinable(language, extra).all,
        tuple((re.compile(p), certainty) for certainty in _BY_PATTERN for p in table.get(f"{certainty.value}_patterns", ())),
        frozenset(table.get("pattern_exceptions", ())),
        frozenset(map(fold, table.get("future_auxiliaries", ()))),
        re.compile(table.get("infinitive", r"(?!)")),
    )


def read_modality(claim: Claim, words: Sequence[Word], settings: Settings) -> tuple[Modality, ...]:
    """The words of a claim that make it planned, possible or demanded, in order; none for what is done.

    A verb that calls for or promises the claim counts, with the claim's own span.

    Examples
    --------
    >>> from claimcmp.facets.phrases import read_words
    >>> text = "The leaders may meet in May"
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [facet.certainty.value for facet in read_modality(claim, read_words(text, "en", Settings()), Settings())]
    ['possible']
    """
    moods = _load(claim.language, settings.language_files)
    found: list[Modality] = []
    if claim.attribution.sense in _SENSES:
        found.append(Modality(certainty=_SENSES[claim.attribution.sense], cue=claim.attribution.cue, span=claim.span))
    at = 0
    while at < len(words):
        certainty, end = _read_at(words, at, moods)
        if certainty is not None and certainty is not Certainty.DONE:
            span = Span(start=words[at].token.start, end=words[end - 1].token.end)
            found.append(
                Modality(certainty=certainty, cue=claim.text[span.start - claim.span.start : span.end - claim.span.start], span=span)
            )
        at = end
    return tuple(found)


def _read_at(words: Sequence[Word], at: int, moods: _Moods) -> tuple[Certainty | None, int]:
    word = words[at]
    match = moods.cues.match(words, at)
    if match is not None and match.prefix in moods.prefixes and _is_lower(word, at):
        return match.value, match.last
    if word.folded in moods.before_imperfective and _is_imperfective(words, at + 1, moods):
        return Certainty.POSSIBLE, at + 2
    if moods.future.is_future(word.folded, word.token.text):
        return Certainty.PLANNED, at + 1
    if word.folded in moods.future_auxiliaries and _has_infinitive(words, at, moods):
        return Certainty.PLANNED, at + 1
    return _match_pattern(word, at, moods), at + 1


def _is_imperfective(words: Sequence[Word], at: int, moods: _Moods) -> bool:
    """Whether a verb tells what may be: not one that ends like a past one («قد تلقت»), nor behind "had" in its clause («كان فلان قد نفى»)."""
    if at >= len(words) or not words[at].folded.startswith(moods.imperfective) or words[at].token.text.endswith(moods.perfective_endings):
        return False
    first = next((i + 1 for i in range(at - 1, -1, -1) if words[i].token.text in _CLAUSE_ENDS), 0)
    return not any(word.folded in moods.perfect_auxiliaries for word in words[max(first, at - _REACH) : at])


def _match_pattern(word: Word, at: int, moods: _Moods) -> Certainty | None:
    """The certainty that the form of a verb tells; none of a name in the middle of a sentence."""
    written = word.token.text.replace("İ", "i").lower()
    if not moods.patterns or not _is_lower(word, at) or written in moods.pattern_exceptions:
        return None
    return next((certainty for pattern, certainty in moods.patterns if pattern.fullmatch(written)), None)


def _has_infinitive(words: Sequence[Word], at: int, moods: _Moods) -> bool:
    """Whether the clause of an auxiliary closes with an infinitive: the last word before the next mark."""
    end = next((i for i in range(at + 1, len(words)) if words[i].folded in _CLAUSE_ENDS), len(words))
    return end > at + 1 and moods.infinitive.fullmatch(words[end - 1].token.text.lower()) is not None and _is_lower(words[end - 1], end - 1)


def _is_lower(word: Word, at: int) -> bool:
    """Not a name: "May" and "Will" inside a sentence are."""
    return at == 0 or not word.token.text[0].isupper()


def find_certainty(claim: Claim) -> tuple[Certainty, Modality | None]:
    """How real a claim is as a whole: by its first modal word, done when it has none."""
    facets = [f for f in claim.facets if isinstance(f, Modality) and f.certainty is not Certainty.DONE]
    return (facets[0].certainty, facets[0]) if facets else (Certainty.DONE, None)


def compare_modality(left: Claim, right: Claim) -> tuple[Difference, ...]:
    """How the certainty of two claims compares; nothing when both are done.

    Unequal certainties are ``left_only`` or ``right_only`` when one side is
    done, else ``compatible``: an announced visit and one that took place tell
    of one event at two times. Whether that contradicts is for the verdict.
    """
    (certainty_left, facet_left), (certainty_right, facet_right) = find_certainty(left), find_certainty(right)
    if facet_left is None and facet_right is None:
        return ()
    if certainty_left is certainty_right:
        relation, note = Relation.SAME, f"both {certainty_left.value}"
    else:
        relation = Relation.LEFT_ONLY if facet_right is None else Relation.RIGHT_ONLY if facet_left is None else Relation.COMPATIBLE
        note = f"{certainty_left.value} on the left, {certainty_right.value} on the right"
    return (Difference(facet=FacetName.CERTAINTY, relation=relation, left=facet_left, right=facet_right, note=note),)
