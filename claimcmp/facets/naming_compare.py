"""Whether two statements of one thing name different people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimcmp.facets.actor_names import list_bases, load_actor_tables
from claimcmp.facets.actor_scan import Scanner
from claimcmp.facets.foreign import load_foreign_sounds
from claimcmp.facets.naming import Naming, read_namings
from claimcmp.facets.naming_beside import read_namings_around, read_namings_beside
from claimcmp.facets.naming_words import NamedWord, list_named_words
from claimcmp.facets.phrases import read_words
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.facets.posts import read_post
from claimcmp.records import Claim
from claimcmp.settings import Settings
from claimcmp.text.names import count_consonants, name_similarity, sound_likeness, split_name

Contrast = tuple[Naming, Naming]
"""The name of the left claim and that of the right one in its stead."""

_MIN_HEARD = 0.78
"""Likeness of consonants from which a word on the other side is taken for the name: on translated news (NTREX, ar en fr ru)
it meets 92 to 98 of 100 names in their translation."""

_MIN_NEARER = 0.1
"""How much likelier another name of its side must be for a word to be taken for that other name."""

_MAX_OTHER = 0.6
"""Likeness of consonants below which two names are not spellings of one."""

_MAX_OTHER_SURNAME = 0.7
"""The same for the surnames of two full names, which must be unlike on the whole too."""

_MAX_NEAR_SURNAME = 0.8
"""The same where the whole is no more like than :data:`_MAX_FAR` ("Angela Merkel", "Evo Morales")."""

_MAX_FAR = 0.5

_MAX_FAR_GIVEN, _MAX_FAR_SPELLING = 0.4, 0.55
"""Likeness of consonants of two given names and of the letters of two surnames up to which the sound of the surnames does not count: "Collins" and "Jaynes" have like consonants."""

_MAX_GAP = 0.4
"""How far apart in their claims, as a share of their length, a person and what only may be one may stand."""

_MAX_LONE = 2
"""Names left over on one side up to which they are set against the other's."""

_MAX_NAMES = 5
"""Names on one side up to which what only may be a person is set against one: in long lists of names one is easily missed."""

_MIN_PARTS = 2
_MIN_FOREIGN_PART, _MIN_FOREIGN_NAME = 0.6, 0.8
"""Scores from which each part of a name, and its parts on average, sound foreign enough to be believed without a given name that is known."""

_SHORT = 2
"""Consonants up to which a part must match with its vowels too."""


def contrast_namings(left: Claim, right: Claim, settings: Settings) -> Contrast | None:
    """The person whom one claim names where the other names another; None where they can be one.

    A name that sounds like any word of the other side is matched, across
    scripts and cases. Only where one name is left on each side, at least one
    of them surely a person's (or, of several parts, one written with capitals and the other in a
    script without them), and the two sound unlike, are they set against each other.

    Both claims must be known to say the same thing otherwise.
    """
    sides = read_namings(left, settings), read_namings(right, settings)
    if not sides[0] or not sides[1]:
        return None
    words = list_named_words(left, settings), list_named_words(right, settings)
    lone = _leave_out_like(*(_find_lone(sides[at], words[at], words[1 - at], sides[1 - at]) for at in (0, 1)))
    if not lone[0] or not lone[1] or max(map(len, lone)) > _MAX_LONE:
        return None
    pairs = [(one, other) for one in lone[0] for other in lone[1]]
    meant = [pair for pair in pairs if all(naming.is_sure for naming in pair)]
    is_list = max(map(len, sides)) > _MAX_NAMES
    may_be = [] if is_list else [pair for pair in pairs if any(naming.is_sure for naming in pair)]
    if len(pairs) == 1 and not is_list and _are_heard_as_names(left, right, pairs[0]):
        may_be = pairs
    near = [pair for pair in may_be if _measure_gap(left, right, pair) <= _MAX_GAP]
    return min([*meant, *near], key=lambda pair: _measure_gap(left, right, pair), default=None)


def _are_heard_as_names(left: Claim, right: Claim, pair: Contrast) -> bool:
    """Whether two names of several parts each are told by the capitals of the one and by the foreign sound of the other: two such signs seldom err together."""
    sounds = [load_foreign_sounds(claim.language) for claim in (left, right)]
    if bool(sounds[0].weights) is bool(sounds[1].weights) or any(len(naming.parts) < _MIN_PARTS for naming in pair):
        return False
    heard = [sound.score(part) for sound, naming in zip(sounds, pair, strict=True) if sound.weights for part in naming.parts]
    return min(heard) >= _MIN_FOREIGN_PART and sum(heard) >= _MIN_FOREIGN_NAME * len(heard)


def contrast_namings_beside(left: Claim, right: Claim, settings: Settings) -> Contrast | None:
    """The person named beside one claim, as its speaker mostly, where the other side names another; None where they can be one.

    Both sentences must be known to translate or copy each other.
    """
    beside = [read_namings_beside(claim, settings) for claim in (left, right)]
    sides = [(*names, *read_namings(claim, settings)) for names, claim in zip(beside, (left, right), strict=True)]
    return _contrast_lone(sides, [list_named_words(claim, settings) for claim in (left, right)], beside)


def contrast_namings_around(left: Claim, right: Claim, settings: Settings) -> Contrast | None:
    """The one person whom one side names, in its claim or the statements around it, where the other names another; None where they can be one.

    See :func:`~claimcmp.facets.nation_compare.contrast_nations_around`.
    """
    sides = left, right
    near = [(*read_namings_beside(claim, settings), *read_namings(claim, settings)) for claim in sides]
    wide = [(*own, *read_namings_around(claim, settings)) for own, claim in zip(near, sides, strict=True)]
    words = [list_named_words(claim, settings, is_wide=True) for claim in sides]
    return _contrast_lone(wide, words, near)


def _contrast_lone(
    sides: Sequence[Sequence[Naming]], words: Sequence[Sequence[NamedWord]], near: Sequence[Sequence[Naming]]
) -> Contrast | None:
    """The one person of each side whom the other does not name, unlike, one surely a person, and one of them among those ``near`` a claim.

    Of several, the one near the claim on both sides.
    """
    lone = [_find_lone(sides[at], words[at], words[1 - at], sides[1 - at]) for at in (0, 1)]
    if max(map(len, lone)) > 1:
        lone = [[naming for naming in side if naming in own] for side, own in zip(lone, near, strict=True)]
    if len(lone[0]) != 1 or len(lone[1]) != 1:
        return None
    one, other = lone[0][0], lone[1][0]
    is_near = one in near[0] or other in near[1]
    return (one, other) if is_near and _are_people(one, other) and _are_unlike(one, other) else None


def _are_people(one: Naming, other: Naming) -> bool:
    """Whether both are surely people, or both the speakers of their claims and one surely a person."""
    if one.is_speaker and other.is_speaker:
        return one.is_sure or other.is_sure
    return one.is_sure and other.is_sure


def _leave_out_like(ours: Sequence[Naming], theirs: Sequence[Naming]) -> tuple[list[Naming], list[Naming]]:
    """The names of two sides without those that may be spellings of a name of the other."""
    return (
        [one for one in ours if all(_are_unlike(one, other) for other in theirs)],
        [other for other in theirs if all(_are_unlike(one, other) for one in ours)],
    )


def _measure_gap(left: Claim, right: Claim, pair: Contrast) -> float:
    return abs(_place(left, pair[0]) - _place(right, pair[1]))


def _place(claim: Claim, naming: Naming) -> float:
    """Where in its claim a name stands, in [0, 1]."""
    return (naming.span.start - claim.span.start) / max(1, len(claim.text))


def _find_lone(namings: Sequence[Naming], own: Sequence[NamedWord], words: Sequence[NamedWord], others: Sequence[Naming]) -> list[Naming]:
    """The names without a match among the words of the other side, which names ``others``; sure ones alone where there are any.

    A word that the names or words of the ``own`` side besides a name are clearly more like than it is no match for it.
    """
    found: list[Naming] = []
    named = [part for other in namings for part in other.parts]
    written = [form for word in own if word.may_be_name for form in word.forms[:1]]
    for naming in sorted(namings, key=lambda naming: (-len(naming.parts), naming.span)):
        rivals = tuple(dict.fromkeys(part for part in (*named, *written) if part not in naming.parts))
        if _can_tell(naming) and not _is_heard(naming, words, rivals, others) and all(_are_unlike(naming, other) for other in found):
            found.append(naming)
    found.sort(key=lambda naming: naming.span)
    return [naming for naming in found if naming.is_sure] or found


def _can_tell(naming: Naming) -> bool:
    """Whether a name has enough consonants to be missed on the other side, or a title that makes it a name ("Mrs May")."""
    return naming.has_title or any(count_consonants(part) >= _SHORT for part in naming.parts)


def _is_heard(naming: Naming, words: Sequence[NamedWord], rivals: Sequence[str], others: Sequence[Naming]) -> bool:
    """Whether the other side has the surname, the parts that can be heard, or the given name without a surname ("Ariana").

    A word that one of the ``rivals``, parts of the other names, is clearly more like is theirs. A given name in front
    of a surname is no surname, unless it is spelled like it; nor is the surname of another full name, unlike in both parts
    ("Robert Collins", "Bill Jaynes").
    """
    given, surname, is_full = naming.parts[0], naming.parts[-1], len(naming.parts) > 1
    may_be_given = [word for word in words if word.given_forms]
    telling = [part for part in naming.parts if count_consonants(part) >= _SHORT] or list(naming.parts)
    heard = {
        part: word
        for part in telling
        if (word := _hear(part, may_be_given if is_full and part == given else words, rivals, is_last=part == surname)) is not None
    }
    if len(set(heard.values())) >= min(2, len(telling)) and (surname in heard or surname not in telling):
        return True
    if not is_full:
        return False
    alone = [word for word in words if not word.is_before_surname]
    if any(_measure_likeness(given, word.given_forms, by_sound=False) >= _MIN_HEARD for word in alone):
        return True
    unlike = {other.parts[-1] for other in others if len(other.parts) > 1 and _are_unlike(naming, other)}
    alone = [word for word in alone if unlike.isdisjoint(word.forms)]
    return surname in telling and _hear(surname, alone, rivals, is_last=True) is not None


def _hear(part: str, words: Sequence[NamedWord], rivals: Sequence[str], *, is_last: bool) -> NamedWord | None:
    """The first of the words that is like a part of a name, and not clearly more like one of its rivals."""
    for word in words:
        by_sound = word.may_be_name and not (is_last and word.is_before_surname)
        likeness = _measure_likeness(part, word.forms, by_sound=by_sound)
        if likeness < _MIN_HEARD:
            continue
        if all(_measure_likeness(rival, word.forms, by_sound=by_sound) < likeness + _MIN_NEARER for rival in rivals):
            return word
    return None


def _are_unlike(one: Naming, other: Naming) -> bool:
    """Whether two names share no part and sound unlike: full names in given name and surname, a single part unlike the surname and no spelling of the others.

    Two full names may share the given name where neither surname is like any part of the other ("Laura Bennett", "Laura Keller").
    """
    shorter, longer = sorted((one.parts, other.parts), key=len)
    if len(shorter) == 1:
        if any(name_similarity(shorter[0], mate) >= _MIN_HEARD for mate in longer):
            return False
        by_sound = [sound_likeness(shorter[0], mate) for mate in longer]
        return by_sound[-1] < _MAX_OTHER and max(by_sound) < _MIN_HEARD
    surnames = [(shorter[-1], mate) for mate in longer] + [(longer[-1], mate) for mate in shorter]
    if any(name_similarity(part, mate) >= _MIN_HEARD for part, mate in surnames):
        return False
    if any(name_similarity(part, mate) >= _MIN_HEARD for part in shorter for mate in longer):
        return all(sound_likeness(part, mate) < _MAX_OTHER for part, mate in surnames)
    likeness = sound_likeness(shorter[-1], longer[-1])
    whole = (likeness + sound_likeness(shorter[0], longer[0])) / 2
    if likeness < _MAX_OTHER_SURNAME and whole < _MAX_OTHER:
        return True
    is_far = sound_likeness(shorter[0], longer[0]) <= _MAX_FAR_GIVEN and name_similarity(shorter[-1], longer[-1]) <= _MAX_FAR_SPELLING
    return is_far or (likeness < _MAX_NEAR_SURNAME and whole <= _MAX_FAR)


def may_be_one_name(left: str, right: str, languages: tuple[str, str], settings: Settings) -> bool:
    """Whether two mentions may name one person: without titles and endings of case, across scripts and spellings.

    Wider than :func:`claimcmp.text.names.same_name`: meant for counting
    sources, where two spellings of one person must not count twice.

    Examples
    --------
    >>> may_be_one_name("chief executive Laura Bennett", "لورا بينيت", ("en", "ar"), Settings())
    True
    >>> may_be_one_name("Laura Bennett", "Peter Bennett", ("en", "en"), Settings())
    False
    """
    ours, theirs = (split_name(strip_title(name, language, settings)) for name, language in zip((left, right), languages, strict=True))
    if not ours or not theirs:
        return False
    tables = [load_actor_tables(language, settings.language_files) for language in languages]
    short, long = sorted(((ours, tables[0]), (theirs, tables[1])), key=lambda row: len(row[0]))
    mates = zip(short[0], (*long[0][: len(short[0]) - 1], long[0][-1]), strict=True)
    return all(_sound_alike((one, *list_bases(one, short[1])), (other, *list_bases(other, long[1]))) for one, other in mates)


def _sound_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether any two forms are alike: with their vowels, or in enough consonants."""
    return any(_measure_likeness(one, theirs, by_sound=True) >= _MIN_HEARD for one in ours)


@lru_cache(maxsize=50_000)
def _measure_likeness(part: str, forms: tuple[str, ...], *, by_sound: bool) -> float:
    """How like a part of a name is to the likest of some forms, in [0, 1]: with their vowels, or ``by_sound`` in enough consonants."""
    best = 0.0
    for form in forms:
        is_telling = by_sound and min(count_consonants(part), count_consonants(form)) > _SHORT
        best = max(best, name_similarity(part, form), sound_likeness(part, form) if is_telling else 0.0)
    return best


def strip_title(name: str, language: str, settings: Settings) -> str:
    """A mention of a person without the posts and titles before the name; as it is where nothing else is written.

    Examples
    --------
    >>> strip_title("Prime Minister Laura Bennett", "en", Settings())
    'Laura Bennett'
    """
    words = read_words(name, language, settings)
    tables = load_actor_tables(language, settings.language_files)
    scanner = Scanner(words, tables, load_gazetteer(language, settings.language_files))
    ends = [post.last for at in range(len(words)) if (post := read_post(scanner, at)) is not None and post.last < len(words)]
    rest = words[max(ends, default=0) :]
    first = next((word for word in rest if word.token.is_word and word.folded not in tables.particles), None)
    return name[first.token.start :] if first is not None else name
