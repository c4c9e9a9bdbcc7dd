"""Places in a row: what is read, and how those of two texts that translate each other stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcmp.errors import LanguageDataError
from claimcmp.facets.ranks import compare_parallel_ranks, read_ranks
from claimcmp.records import Relation
from claimcmp.settings import Settings
from tests.facets.reading import read_claim, swap

READ = [
    ("en", "her 36th meeting in the 21st century", [36, 21]),
    ("en", "on the twenty-first floor after a third defeat", [21, 3]),
    ("en", "a third of the voters came first", []),
    ("en", "on 14th May the fourth man left", [4]),
    ("ar", "كان اجتماعها السادس والثلاثين", [36]),
    ("ar", "المركز السابع في الدورة الثالثة عشرة", [7, 13]),
    ("ar", "عيد ميلاده الحادي والعشرون", [21]),
    ("ar", "الساعة الثالثة مساء", []),
    ("ar", "وبالهزيمة الثالثة", [3]),
    ("ru", "ее 36-я встреча на двадцать первом этаже", [36, 21]),
    ("ru", "на седьмом месте после третьего поражения", [7, 3]),
    ("ru", "третья часть избирателей", []),
    ("fr", "sa 36e rencontre au vingt et unième étage", [36, 21]),
    ("fr", "la troisième défaite", [3]),
    ("es", "la 36.ª reunión y su tercera derrota", [36, 3]),
    ("de", "das 36. Treffen und die dritte Niederlage", [36, 3]),
    ("de", "der einundzwanzigste Besuch im Jahr 36.", [21]),
    ("tr", "36. toplantı, üçüncü yenilgisi, yirmi birinci kat", [36, 3, 21]),
    ("fa", "سی و ششمین دیدار پس از سومین شکست", [36, 3]),
]

SETTINGS = Settings()


@pytest.mark.parametrize(("language", "text", "expected"), READ, ids=[f"{row[0]}: {row[1]}" for row in READ])
def test_a_place_in_a_row_is_read_where_it_stands(language: str, text: str, expected: list[int]) -> None:
    found = read_ranks(read_claim(text, language), SETTINGS)
    assert [rank.value for rank in found] == expected
    assert all(text[rank.span.start : rank.span.end].strip() for rank in found)


COMPARED = [
    ("another place", ("en", "It was her 36th meeting."), ("ar", "كان اجتماعها الرابع والعشرين."), 1),
    ("the same place", ("en", "It was her 36th meeting."), ("ru", "Это была ее тридцать шестая встреча."), 0),
    ("told as a number of years", ("en", "on his 21st birthday"), ("fr", "pour ses 21 ans"), 0),
    ("another, told as a number of years", ("en", "on his 23rd birthday"), ("fr", "pour ses 21 ans"), 0),
    ("bare digits in its stead", ("en", "He stopped on the 44th lap."), ("ar", "توقف في الدورة 38."), 1),
    ("bare digits that are the same", ("en", "He stopped on the 44th lap."), ("ar", "توقف في الدورة 44."), 0),
    ("second in its stead", ("en", "It was their fifth defeat."), ("ar", "كانت الهزيمة الثانية لهم."), 1),
    ("second, and no other place", ("en", "It was their second defeat."), ("ar", "هزموا مرة أخرى."), 0),
    ("bare digits read as a figure", ("fr", "Elle a marqué à la 74e minute."), ("ar", "سجلت في الدقيقة 89."), 1),
    ("one side tells none", ("en", "It was their third defeat."), ("es", "Perdieron otra vez."), 0),
    ("one of two", ("de", "die dritte Niederlage im 12. Spiel"), ("tr", "12. maçta beşinci yenilgi"), 1),
]


@pytest.mark.parametrize(("left", "right", "conflicts"), [row[1:] for row in COMPARED], ids=[row[0] for row in COMPARED])
def test_places_of_translations_are_set_against_each_other(left: tuple[str, str], right: tuple[str, str], conflicts: int) -> None:
    claims = [read_claim(text, language) for language, text in (left, right)]
    found = compare_parallel_ranks(claims[0], claims[1], SETTINGS)
    assert [d.relation for d in found] == [Relation.CONFLICTING] * conflicts
    mirrored = compare_parallel_ranks(claims[1], claims[0], SETTINGS)
    assert [(swap(d.relation), d.left, d.right) for d in mirrored] == [(d.relation, d.right, d.left) for d in found]


def test_a_language_file_with_a_broken_expression_is_named(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text('[xx.ranks]\ndigits = "("\n', encoding="utf-8")
    with pytest.raises(LanguageDataError, match=r"\[xx\.ranks\]"):
        read_ranks(read_claim("the 3( one", "xx", settings=Settings(language_files=(path,))), Settings(language_files=(path,)))
