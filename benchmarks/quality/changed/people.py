"""A person changed: a full name that both sides give, replaced by another person's in the same script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.quality.changed.cases import Case, Edit, replace_span
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
"""
LANGUAGES = ("en", "fr", "ru", "ar")
PEOPLE = tuple(dict(zip(LANGUAGES, row.split("|"), strict=True)) for row in _ROWS.strip().split("\n"))
"""Well-known people and made-up ones, as each language writes them in the nominative."""

GIVEN = frozenset(
    [
        "James",
        "John",
        "Robert",
        "Michael",
        "William",
        "David",
        "Richard",
        "Joseph",
        "Thomas",
        "Charles",
        "Christopher",
        "Daniel",
        "Matthew",
        "Anthony",
        "Mark",
        "Donald",
        "Steven",
        "Paul",
        "Andrew",
        "Kenneth",
        "Kevin",
        "Brian",
        "George",
        "Edward",
        "Jason",
        "Jeff",
        "Jeffrey",
        "Ryan",
        "Gary",
        "Nicholas",
        "Eric",
        "Stephen",
        "Justin",
        "Scott",
        "Brandon",
        "Benjamin",
        "Samuel",
        "Frank",
        "Patrick",
        "Jack",
        "Peter",
        "Chris",
        "Christine",
        "Mary",
        "Jennifer",
        "Linda",
        "Elizabeth",
        "Susan",
        "Jessica",
        "Sarah",
        "Karen",
        "Lisa",
        "Nancy",
        "Emily",
        "Michelle",
        "Amanda",
        "Rebecca",
        "Laura",
        "Anna",
        "Emma",
        "Rachel",
        "Maria",
        "Julie",
        "Kelly",
        "Theresa",
        "Boris",
        "Angela",
        "Emmanuel",
        "Vladimir",
        "Sergei",
        "Mohammed",
        "Ahmed",
        "Ali",
        "Hassan",
        "Brett",
        "Lindsey",
        "Ben",
        "Tom",
        "Joe",
        "Tim",
        "Jim",
        "Steve",
        "Bill",
        "Simon",
        "Martin",
        "Philip",
        "Ian",
        "Harry",
        "Leo",
        "Max",
        "Luke",
        "Marcus",
        "Jordan",
        "Tony",
        "Alex",
        "Sam",
        "Nick",
        "Lee",
        "Adam",
        "Aaron",
        "Amy",
        "Kate",
        "Claire",
        "Sophie",
        "Victoria",
        "Carlos",
        "Luis",
        "Juan",
        "Pedro",
        "Jose",
        "Antonio",
        "Marco",
        "Mario",
        "Paolo",
        "Giuseppe",
        "Pierre",
        "Jean",
        "Michel",
        "Jacques",
        "François",
        "Karl",
        "Hans",
        "Klaus",
        "Jürgen",
    ]
)
"""First names by which a pair of capitalised words is taken for a person's name."""

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
    ]
)

_FULL = re.compile(r"(?<![\w-])([A-ZÀ-Ý][\w’'-]+) ((?:(?:[A-Z]\.|[A-ZÀ-Ý][\w’'-]+) )?)([A-ZÀ-Ý][\w’-]{2,})(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MIN_LIKENESS = 0.7
"""Name likeness from which two neighbouring words are taken for the other script's spelling of a name."""


def edit_person(case: Case, source: Random) -> Edit | None:
    """One full name replaced; None where the two sides do not both give one in full."""
    if case.language not in LANGUAGES:
        return None
    options = list(_list_options(case))
    if not options:
        return None
    start, end = source.choice(options)
    old = case.text[start:end]
    free = [person[case.language] for person in PEOPLE if not _shares_part(person["en"], case)]
    return replace_span(case.text, start, end, source.choice(free), "full name") if free and old not in free else None


def _list_options(case: Case) -> Iterator[tuple[int, int]]:
    """Where the edited side gives a name that the other side gives too."""
    latin, other = (case.text, case.other) if case.language in ("en", "fr") else (case.other, case.text)
    if latin is case.other and case.other_language not in ("en", "fr"):
        return
    for match in _FULL.finditer(latin):
        met = _find_like(match.group(), other) if match.group(1) in GIVEN and match.group(3) not in _NO_SURNAMES else None
        if met is not None:
            yield match.span() if latin is case.text else met


def _find_like(name: str, text: str) -> tuple[int, int] | None:
    """The two or three neighbouring words of a text that sound like a name."""
    words = list(_WORD.finditer(text))
    parts = [part for part in split_name(name) if len(part) > 1]
    given, surname = parts[0], parts[-1]
    for at, word in enumerate(words):
        for before in words[max(0, at - 2) : at]:
            if min(_likeness(given, before.group()), _likeness(surname, word.group())) >= _MIN_LIKENESS:
                return before.start(), word.end()
    return None


def _likeness(part: str, word: str) -> float:
    """Likeness to a word, also without a particle before it or a Russian ending."""
    forms = {word, word[:-1], word[:-2]} if re.match("[а-яё]", word, re.IGNORECASE) and len(word) > 4 else {word}
    forms |= {word[1:]} if word[0] in "وبلف" and len(word) > 4 else set()
    return max(name_similarity(part, form) for form in forms)


def _shares_part(name: str, case: Case) -> bool:
    text = f"{case.text} {case.other}"
    return any(
        name_similarity(part, word) >= _MIN_LIKENESS
        for part in name.split()
        for word in _WORD.findall(text)
        if word[0].isupper() or not word.isascii()
    )
