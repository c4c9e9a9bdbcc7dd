"""Dates and numbers of two texts that translate each other: each has its counterpart."""

from __future__ import annotations

import pytest

from claimcmp import extract_claims
from claimcmp.facets import compare_facets
from claimcmp.facets.parallel import widen_claim
from claimcmp.records import Article, Claim, Difference, FacetName, Quantity, When
from claimcmp.settings import Settings
from tests.facets.reading import swap

CHANGED = [
    ("a day of saying", "The minister said on Tuesday that the port was closed.", ("ru", "Министр заявил в четверг, что порт закрыт."), "date"),
    ("an age of a speaker", "Lena Brandt, 61, said that the port was closed.", ("fr", "Lena Brandt, 48 ans, a déclaré que le port était fermé."), "number"),
    ("a lower bound", "More than 300 people came.", ("ar", "حضر أكثر من 200 شخص."), "number"),
    ("a deadline", "The bridge will be ready by 2030.", ("fr", "Le pont sera prêt d'ici 2026."), "date"),
    ("before another year", "The owner knew nothing of the leak until 2019.", ("ar", "لم يكن المالك يعلم بالتسرب قبل عام 2017."), "date"),
    ("a beginning", "The mill has been closed since 2012.", ("ru", "Мельница закрыта с 2016 года."), "date"),
    ("an end of a range", "Between 20 and 30 boats sank.", ("fr", "Entre 20 et 45 bateaux ont coulé."), "number"),
    ("one of two figures of a unit", "Sales rose 3% in July and 9% in August.", ("ru", "Продажи выросли на 3% в июле и на 5% в августе."), "number"),
    ("one of two days", "They met on Monday and on Friday.", ("ar", "التقيا يوم الاثنين ويوم السبت."), "date"),
    ("years written short", "The 1950-53 war ended.", ("fr", "La guerre de 1947 à 1953 a pris fin."), "date"),
    ("a month after which", "Weeks after the December fair the mill burnt.", ("fr", "Des semaines après la foire de juin, le moulin a brûlé."), "date"),
    ("a result", "They won 5-3 on Friday.", ("ru", "В пятницу они выиграли 6-2."), "number"),
    ("what one month lasts", "The plant is shut for a month.", ("ar", "أغلق المصنع لمدة ثلاثة أشهر."), "number"),
    ("an hour, and several", "The dog was found an hour later.", ("ar", "عثر على الكلب بعد سبع ساعات."), "number"),
    ("several miles, and one", "The barn stood six miles away.", ("ar", "كانت الحظيرة على بعد ميل."), "number"),
    ("a month, and a year", "The mill burnt last month.", ("ar", "احترقت الطاحونة العام الماضي."), "date"),
    ("weeks, and months", "The plant is shut for six weeks.", ("ar", "أغلق المصنع لمدة ستة أشهر."), "number"),
    ("days, and years", "They waited four days.", ("ru", "Они ждали четыре года."), "number"),
    ("a month among days", "On Friday they spoke of the vote in May.", ("fr", "Vendredi, ils ont parlé du vote de juillet."), "date"),
]  # fmt: skip

EQUAL = [
    ("a day of saying", "The minister said on Tuesday that the port was closed.", ("ru", "Министр заявил во вторник, что порт закрыт.")),
    ("a bound and the number", "More than 300 people came.", ("ar", "حضر 300 شخص.")),
    ("since and after one day", "The mill has been closed since 3 May 2021.", ("ru", "Мельница закрыта после 3 мая 2021 года.")),
    ("a result beside a number", "They won 1-0.", ("fr", "Ils ont gagné par 1 but.")),
    ("a unit left out", "They gave 500 dollars and 250 dollars.", ("ru", "Они дали 500 долларов и 250.")),
    ("miles as rounded kilometres", "The island lies 200 miles away.", ("fr", "L'île est à 300 km.")),
    ("an age in another form", "It is 36 years old.", ("ar", "مر 36 عاما.")),
    ("a day told twice", "It comes on Monday afternoon or evening.", ("fr", "Elle arrive lundi après-midi ou lundi soir.")),
    (
        "a month after which, and in which",
        "Weeks after the December fair the mill burnt.",
        ("ar", "احترقت الطاحونة بعد أسابيع من معرض ديسمبر."),
    ),
    ("a day and its month", "They met on 3 May.", ("fr", "Ils se sont réunis en mai.")),
    ("until and before a year", "The owner knew nothing of the leak until 2019.", ("ar", "لم يكن المالك يعلم بالتسرب قبل عام 2019.")),
    ("since and after a year", "Has the line been checked since 2021?", ("ru", "Проверяли ли линию после 2021 года?")),
    ("until and before a day", "The mill stays closed until 5 November.", ("fr", "Le moulin ne rouvrira pas avant le 5 novembre.")),
    ("by and before the middle", "They hope to meet by mid-September.", ("es", "Esperan reunirse antes de mediados de septiembre.")),
    ("an hour in two ways", "The dog was found an hour later.", ("ru", "Собаку нашли через час.")),
    ("a month, and its days", "The plant is shut for 30 days.", ("fr", "L'usine est fermée pour un mois.")),
    ("a year, and its weeks", "They waited 52 weeks.", ("ru", "Они ждали один год.")),
    ("an hour behind a speed", "The gale blew at 85 miles an hour.", ("ar", "هبت العاصفة بسرعة 85 ميلا في الساعة.")),
    ("a score of thousands", "About 12,400 people came.", ("ru", "Пришли около 12 тысяч человек.")),
]


@pytest.mark.parametrize("published", ["2024-05-10", None])
@pytest.mark.parametrize(("text", "other", "facet"), [case[1:] for case in CHANGED], ids=[case[0] for case in CHANGED])
def test_a_figure_without_its_counterpart_conflicts(text: str, other: tuple[str, str], facet: str, published: str | None) -> None:
    claims = _read("left", "en", text, published), _read("right", *other, published)
    assert [difference.facet for difference in _find_conflicts(*claims)] == [facet]
    mirrored = [swap(d.relation) for d in compare_facets(*reversed(claims), Settings(), is_parallel=True)]
    assert sorted(mirrored) == sorted(d.relation for d in compare_facets(*claims, Settings(), is_parallel=True))


@pytest.mark.parametrize("published", ["2024-05-10", None])
@pytest.mark.parametrize(("text", "other"), [case[1:] for case in EQUAL], ids=[case[0] for case in EQUAL])
def test_figures_that_can_be_one_do_not_conflict(text: str, other: tuple[str, str], published: str | None) -> None:
    assert _find_conflicts(_read("left", "en", text, published), _read("right", *other, published)) == []


@pytest.mark.parametrize(
    ("text", "conflicts"), [("She will speak today.", 1), ("She will speak on Tuesday.", 0), ("She will speak on Sunday.", 0)]
)
def test_next_week_is_not_a_day_of_this_one(text: str, conflicts: int) -> None:
    claims = _read("left", "en", text, "2024-05-10"), _read("right", "fr", "Elle parlera la semaine prochaine.", "2024-05-10")
    assert len(_find_conflicts(*claims)) == len(_find_conflicts(*reversed(claims))) == conflicts


def test_reports_written_apart_are_not_held_to_what_stands_beside_the_claims() -> None:
    claims = _read("left", "en", CHANGED[0][1], "2024-05-10"), _read("right", *CHANGED[0][2], "2024-05-10")
    assert [d for d in compare_facets(*claims, Settings()) if d.relation == "conflicting"] == []


def test_a_widened_claim_holds_its_sentence_and_the_figures_beside_it() -> None:
    article = Article(
        id="a", text="It rained. Lena Brandt, 61, said on Tuesday that 12 ports were closed.", language="en", published="2024-05-10"
    )
    claim = extract_claims(article)[-1]
    wide = widen_claim(claim, Settings())
    assert [facet.low for facet in wide.facets if isinstance(facet, Quantity)] == [61, 12]
    assert [str(facet.first) for facet in wide.facets if isinstance(facet, When)] == ["2024-05-07"]
    assert all(article.text[p.span.start : p.span.end] == p.text for p in claim.beside)


def _read(name: str, language: str, text: str, published: str | None) -> Claim:
    claims = extract_claims(Article(id=name, text=text, language=language, published=published))
    assert len(claims) == 1
    return claims[0]


def _find_conflicts(left: Claim, right: Claim) -> list[Difference]:
    found = compare_facets(left, right, Settings(), is_parallel=True)
    return [d for d in found if d.relation == "conflicting" and d.facet in (FacetName.DATE, FacetName.NUMBER)]
