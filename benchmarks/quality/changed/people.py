"""A person changed: a name that both sides give, replaced by another person's full name in the same script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import attrs

from benchmarks.quality.changed.cases import Case, Edit
from benchmarks.quality.changed.given import GIVEN, TITLES
from claimcmp.text.names import name_similarity, split_name

_ROWS = """
Theresa May|Theresa May|Тереза Мэй|تيريزا ماي
Angela Merkel|Angela Merkel|Ангела Меркель|أنجيلا ميركل
Emmanuel Macron|Emmanuel Macron|Эммануэль Макрон|إيمانويل ماكرون
Vladimir Putin|Vladimir Poutine|Владимир Путин|فلاديمير بوتين
Barack Obama|Barack Obama|Барак Обама|باراك أوباما
Hillary Clinton|Hillary Clinton|Хиллари Клинтон|هيلاري كلينتون
Justin Trudeau|Justin Trudeau|Джастин Трюдо|جاستن ترودو
Narendra Modi|Narendra Modi|Нарендра Моди|ناريندرا مودي
Jeremy Corbyn|Jeremy Corbyn|Джереми Корбин|جيريمي كوربين
Peter Hansen|Peter Hansen|Петер Хансен|بيتر هانسن
Laura Bennett|Laura Bennett|Лора Беннетт|لورا بينيت
Samir Haddad|Samir Haddad|Самир Хаддад|سمير حداد
Olga Petrova|Olga Petrova|Ольга Петрова|أولغا بيتروفا
Carlos Mendoza|Carlos Mendoza|Карлос Мендоса|كارلوس ميندوزا
Richard Coleman|Richard Coleman|Ричард Коулман|ريتشارد كولمان
Fatima Mansour|Fatima Mansour|Фатима Мансур|فاطمة منصور
John Smith|John Smith|Джон Смит|جون سميث
Sergei Ivanov|Sergueï Ivanov|Сергей Иванов|سيرغي إيفانوف
Ahmed Hassan|Ahmed Hassan|Ахмед Хасан|أحمد حسن
Marie Dupont|Marie Dupont|Мари Дюпон|ماري دوبون
Khaled Najjar|Khaled Najjar|Халед Наджар|خالد النجار
Anna Kowalska|Anna Kowalska|Анна Ковальска|آنا كوفالسكا
Hans Becker|Hans Becker|Ганс Беккер|هانز بيكر
Kenji Tanaka|Kenji Tanaka|Кэндзи Танака|كينجي تاناكا
"""
LANGUAGES = ("en", "fr", "ru", "ar")
PEOPLE = tuple(dict(zip(LANGUAGES, row.split("|"), strict=True)) for row in _ROWS.strip().split("\n"))
"""Well-known people and made-up ones, as each language writes them in the nominative."""

_NO_SURNAMES = frozenset(
    [
        "Street",
        "Arena",
        "Park",
        "Avenue",
        "Road",
        "Hospital",
        "University",
        "College",
        "School",
        "Stadium",
        "Center",
        "Centre",
        "House",
        "Hall",
        "Club",
        "Island",
        "County",
    ]
)

_FULL = re.compile(
    r"(?<![\w-])([A-ZÀ-Ý][\w-]+) ((?:(?:[A-Z]\.|[A-ZÀ-Ý][\w-]+) )?)([A-ZÀ-Ý](?:[’']?[\w-]+){2,}?)(?=['’]s?(?!\w)|(?![\w’'-]))"
)
_TITLED = re.compile(rf"(?<![\w-])(?:{TITLES}) ([A-ZÀ-Ý][\w-]{{2,}})(?![\w-])(?! [A-Z])")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MIN_LIKENESS = 0.7
"""Name likeness from which two neighbouring words are taken for the other script's spelling of a name."""

_MIN_ALONE = 0.9
"""The same for a surname alone."""


@attrs.frozen
class _Name:
    """A name in English, and where it stands on the edited side: the given name's first letter to the surname's last."""

    parts: tuple[str, ...]
    start: int
    end: int


def edit_person(case: Case, source: Random) -> Edit | None:
    """One person that both sides name replaced by another, by full name; where the sentence has the surname again, that too.

    Names are found in the English sentence, by a given name or a title, and
    then in both others by their sound.
    """
    if case.language not in LANGUAGES:
        return None
    options = list(_list_options(case))
    if not options:
        return None
    name = source.choice(options)
    old = case.text[name.start : name.end]
    free = [person[case.language] for person in PEOPLE if not _shares_part(person["en"], case)]
    if not free or old in free:
        return None
    new = source.choice(free)
    text = _replace_surname(case.text[: name.start], name.parts[-1], new) + new
    text += _replace_surname(case.text[name.end :], name.parts[-1], new)
    return Edit(text=text, old=old, new=new, kind="full name" if len(name.parts) > 1 else "surname")


def _list_options(case: Case) -> Iterator[_Name]:
    """The people whom both sides name, where the edited side does."""
    text, other = list(_WORD.finditer(case.text)), list(_WORD.finditer(case.other))
    for parts in dict.fromkeys(_list_names(case.reference or case.text)):
        place = _find_like(parts, text)
        if place is not None and _find_like(parts[-1:], other) is not None:
            yield _Name(parts, *place)


def _list_names(text: str) -> Iterator[tuple[str, ...]]:
    """The names of people in an English sentence, by their parts."""
    for match in _FULL.finditer(text):
        if match.group(1) in GIVEN and match.group(3) not in _NO_SURNAMES:
            yield tuple(part for part in split_name(match.group()) if len(part) > 1)
    for match in _TITLED.finditer(text):
        if match.group(1) not in GIVEN and match.group(1) not in _NO_SURNAMES and match.group(1)[1:].islower():
            yield split_name(match.group(1))


def _find_like(parts: tuple[str, ...], words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Where two or three neighbouring words, or one, sound like a name."""
    for at, word in enumerate(words):
        if len(parts) == 1:
            if _may_be_name(word.group()) and _likeness(parts[0], word.group()) >= _MIN_ALONE:
                return _cut_joined(word, parts[0]), word.end()
            continue
        for before in words[max(0, at - 2) : at]:
            if min(_likeness(parts[0], before.group()), _likeness(parts[-1], word.group())) >= _MIN_LIKENESS:
                return _cut_joined(before, parts[0]), word.end()
    return None


def _cut_joined(word: re.Match[str], part: str) -> int:
    """Where a name begins, behind what Arabic joins to it."""
    text = word.group()
    if text[:3].lower() in ("qu’", "qu'"):
        return word.start() + 3
    is_joined = text[0] in "وبلفك" and len(text) > 2 and name_similarity(part, text[1:]) >= max(_MIN_LIKENESS, name_similarity(part, text))
    return word.start() + is_joined


def _replace_surname(text: str, surname: str, new: str) -> str:
    """The text with a surname turned into the new one wherever it stands."""
    for word in reversed(list(_WORD.finditer(text))):
        is_given = text[word.end() + 1 : word.end() + 2].isupper()
        if _may_be_name(word.group()) and not is_given and _likeness(surname, word.group()) >= _MIN_ALONE:
            text = text[: _cut_joined(word, surname)] + new.rsplit(" ", maxsplit=1)[-1] + text[word.end() :]
    return text


def _may_be_name(word: str) -> bool:
    return len(word) > 2 and (word[0].isupper() or word[0].lower() == word[0].upper())


def _likeness(part: str, word: str) -> float:
    """Likeness to a word, also without a particle before it or a Russian ending."""
    forms = {word, word[:-1], word[:-2]} if re.match("[а-яё]", word, re.IGNORECASE) and len(word) > 4 else {word}
    forms |= {word[1:]} if word[0] in "وبلفك" and len(word) > 3 else set()
    return max(name_similarity(part, form) for form in forms)


def _shares_part(name: str, case: Case) -> bool:
    text = f"{case.text} {case.other}"
    return any(
        name_similarity(part, word) >= _MIN_LIKENESS
        for part in name.split()
        for word in _WORD.findall(text)
        if word[0].isupper() or not word.isascii()
    )
