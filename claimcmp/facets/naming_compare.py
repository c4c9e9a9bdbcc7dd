"""Whether two statements of one thing name different people."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.facets.naming import NamedWord, Naming, list_named_words, read_namings
from claimcmp.records import Claim
from claimcmp.settings import Settings
from claimcmp.text.names import count_consonants, name_similarity, sound_likeness

Contrast = tuple[Naming, Naming]
"""The name of the left claim and that of the right one in its stead."""

_MIN_HEARD = 0.78
"""Likeness of consonants from which a word on the other side is taken for the name: on translated news (NTREX, ar en fr ru)
it meets 92 to 98 of 100 names in their translation."""

_MAX_OTHER = 0.6
"""Likeness of consonants below which two names are not spellings of one."""

_MAX_OTHER_SURNAME = 0.7
"""The same for the surnames of two full names, which must be unlike on the whole too."""

_MAX_GAP = 0.35
"""How far apart in their claims, as a share of their length, a person and what only may be one may stand."""

_MAX_LONE = 2
"""Names left over on one side up to which they are set against the other's."""

_SHORT = 2
"""Consonants up to which a part must match with its vowels too."""


def contrast_namings(left: Claim, right: Claim, settings: Settings) -> Contrast | None:
    """The person whom one claim names where the other names another; None where they can be one.

    A name that sounds like any word of the other side is matched, across
    scripts and cases. Only where one name is left on each side, at least one
    of them surely a person's, and the two sound unlike, are they set against each other.

    Both claims must be known to say the same thing otherwise.
    """
    sides = read_namings(left, settings), read_namings(right, settings)
    if not sides[0] or not sides[1]:
        return None
    words = list_named_words(left, settings), list_named_words(right, settings)
    lone = _find_lone(sides[0], words[1]), _find_lone(sides[1], words[0])
    if not lone[0] or not lone[1] or max(map(len, lone)) > _MAX_LONE:
        return None
    pairs = [(one, other) for one in lone[0] for other in lone[1]]
    if not all(_are_unlike(one, other) for one, other in pairs):
        return None
    meant = [pair for pair in pairs if all(naming.is_sure for naming in pair)]
    near = [pair for pair in pairs if any(naming.is_sure for naming in pair) and _measure_gap(left, right, pair) <= _MAX_GAP]
    return min([*meant, *near], key=lambda pair: _measure_gap(left, right, pair), default=None)


def _measure_gap(left: Claim, right: Claim, pair: Contrast) -> float:
    return abs(_place(left, pair[0]) - _place(right, pair[1]))


def _place(claim: Claim, naming: Naming) -> float:
    """Where in its claim a name stands, in [0, 1]."""
    return (naming.span.start - claim.span.start) / max(1, len(claim.text))


def _find_lone(namings: Sequence[Naming], words: Sequence[NamedWord]) -> list[Naming]:
    """The names without a match; sure ones alone where there are any."""
    found: list[Naming] = []
    for naming in sorted(namings, key=lambda naming: (-len(naming.parts), naming.span)):
        if _can_tell(naming) and not _is_heard(naming, words) and all(_are_unlike(naming, other) for other in found):
            found.append(naming)
    found.sort(key=lambda naming: naming.span)
    return [naming for naming in found if naming.is_sure] or found


def _can_tell(naming: Naming) -> bool:
    return any(count_consonants(part) >= _SHORT for part in naming.parts)


def _is_heard(naming: Naming, words: Sequence[NamedWord]) -> bool:
    """Whether the other side has the surname, or two parts of the name, or the one part that can be heard."""
    telling = [part for part in naming.parts if count_consonants(part) >= _SHORT]
    heard = [part for part in telling if _is_part_heard(part, words)]
    return len(heard) >= min(2, len(telling)) or naming.parts[-1] in heard


def _is_part_heard(part: str, words: Sequence[NamedWord]) -> bool:
    is_short = count_consonants(part) <= _SHORT
    for word in words:
        by_sound = word.may_be_name and not is_short
        for form in word.forms:
            if (by_sound and sound_likeness(part, form) >= _MIN_HEARD) or name_similarity(part, form) >= _MIN_HEARD:
                return True
    return False


def _are_unlike(one: Naming, other: Naming) -> bool:
    """Whether the surnames sound unlike, and on the whole the parts too."""
    shorter, longer = sorted((one.parts, other.parts), key=len)
    best = [max(sound_likeness(part, mate) for mate in longer) for part in shorter]
    if len(shorter) == 1:
        return best[0] < _MAX_OTHER
    return sound_likeness(one.parts[-1], other.parts[-1]) < _MAX_OTHER_SURNAME and sum(best) / len(best) < _MAX_OTHER
