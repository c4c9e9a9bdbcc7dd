"""Dates that neither of two texts lets resolve, side by side."""

from __future__ import annotations

import attrs
import pytest

from claimcmp.facets import compare_facets, read_facets
from claimcmp.records import Article, Claim, FacetName, Relation, Span
from claimcmp.settings import Settings
from tests.facets.reading import swap

CASES = [
    ("two months", ("en", "They met in November."), ("en", "They met in June."), ["conflicting"]),
    ("one month in two languages", ("ru", "Совет собрался в июне."), ("fr", "Le conseil s'est réuni en juin."), ["same"]),
    ("two weekdays in two languages", ("en", "They met on Tuesday."), ("ar", "التقيا يوم الخميس"), ["conflicting"]),
    ("a day of that month", ("en", "They met in June."), ("de", "Sie trafen sich am 15. Juni."), ["right_more_precise"]),
    ("another day of that month", ("en", "They met on 14 June."), ("de", "Sie trafen sich am 15. Juni."), ["conflicting"]),
    ("a weekday and a month", ("en", "They met on Tuesday."), ("en", "They met in June."), []),
    ("yesterday and today", ("en", "They met yesterday."), ("en", "They met today."), ["conflicting"]),
    ("one of two months", ("en", "They met in May and in June."), ("en", "They met in May and in July."), ["same", "conflicting"]),
    ("last month and last year", ("en", "They met last month."), ("ar", "التقيا العام الماضي"), ["conflicting"]),
    ("this month and last month", ("en", "They met earlier this month."), ("fr", "Ils se sont vus le mois dernier."), ["conflicting"]),
    (
        "last week in two languages",
        ("ru", "Совет собрался на прошлой неделе."),
        ("fr", "Le conseil s'est réuni la semaine dernière."),
        ["same"],
    ),
    ("two units for about the same", ("en", "They met last month."), ("en", "They met three weeks ago."), ["compatible"]),
    ("a month and one with a year", ("en", "They met in June."), ("en", "They met in July 2020."), ["right_only"]),
]


@pytest.mark.parametrize(("left", "right", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_open_dates_stand_to_each_other_as_their_names_do(left: tuple[str, str], right: tuple[str, str], expected: list[str]) -> None:
    claims = _read("left", *left), _read("right", *right)
    assert _relate(*claims) == expected
    assert _relate(*reversed(claims)) == [swap(Relation(relation)) for relation in expected]


def test_a_publication_date_on_one_side_leaves_them_uncompared() -> None:
    left, right = _read("left", "en", "They met in November."), _read("right", "en", "They met in June.")
    assert _relate(attrs.evolve(left, published="2020-01-01"), right) == []


def _read(name: str, language: str, text: str) -> Claim:
    article = Article(id=name, text=text, language=language)
    claim = Claim(id=name, article_id=name, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)
    return read_facets(article, (claim,), Settings())[0]


def _relate(left: Claim, right: Claim) -> list[str]:
    found = compare_facets(left, right, Settings())
    relations = [difference.relation for difference in found if difference.facet is FacetName.DATE]
    return sorted(relations, key=["same", "conflicting"].index) if len(relations) > 1 else list(relations)
