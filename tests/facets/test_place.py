"""Places: what counts as one, and how two compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcmp.facets import compare_facets
from claimcmp.facets.place_names import load_gazetteer, names_country
from claimcmp.records import FacetName, Place, Relation
from claimcmp.settings import Settings
from claimcmp.text.normal import fold
from tests.facets.reading import find, find_places, read_claim, swap

PLACES = [
    ("in", "en", "The envoys met in Oslo on Sunday", ["NO/oslo"]),
    ("country", "en", "Three men were arrested in France", ["FR"]),
    ("capital in apposition", "en", "They spoke in the Kenyan capital, Nairobi", ["KE/nairobi"]),
    ("city and its country", "en", "The fair opens in Geneva, Switzerland", ["CH/geneva"]),
    ("direction between", "en", "Flooding hit homes in northern Italy", ["IT"]),
    ("visit", "en", "The king visited Jakarta", ["ID/jakarta"]),
    ("travel", "en", "She flew to Tokyo from Lima", ["JP/tokyo", "PE/lima"]),
    ("a war in a country is a topic", "en", "They discussed the war in Yemen in Vienna", ["AT/vienna"]),
    ("embassy", "en", "The embassy in Cairo issued a notice", []),
    ("on a country", "en", "The report on Nigeria was late", []),
    ("possessive", "en", "The ruling was in Bolivia's favour", []),
    ("possessive before the place", "en", "Shells fell in Ukraine's Kherson", ["UA/kherson"]),
    ("government", "en", "Ankara rejected the plan", []),
    ("lower case", "en", "They ate turkey in march", []),
    ("ambiguous", "en", "She lives in Georgia", []),
    ("newspaper", "en", "In New York Times columns he disagreed", []),
    ("في", "ar", "عقد المؤتمر في الرباط", ["MA/rabat"]),
    ("ب joined", "ar", "اندلع حريق بتونس", ["TN"]),
    ("kind of place", "ar", "انفجرت عبوة في مدينة الموصل", ["IQ/mosul"]),
    ("capital with adjective", "ar", "التقى الوفدان في العاصمة الكينية نيروبي", ["KE/nairobi"]),
    ("visit", "ar", "بدأ الملك زيارة إلى اليابان", ["JP"]),
    ("withdrawal from", "ar", "أعلن الجيش انسحابه بعد انسحاب الوحدات من بنغازي", ["LY/benghazi"]),
    ("a war is a topic", "ar", "بحث الوزيران الحرب في اليمن", []),
    ("to a country, no movement", "ar", "قدمت الدولة قرضا إلى مصر", []),
    ("government", "ar", "رفضت أنقرة المقترح", []),
    ("adjective is no place", "ar", "قال الوزير الفرنسي إن الاتفاق قريب", []),
    ("common word like a city", "ar", "تسببت الأمطار في سيول جارفة", []),
    ("birthplace idiom", "ar", "كُرّم اللاعب في مسقط رأسه", []),
    ("Gulf capital", "ar", "وصل الفريق إلى مسقط", ["OM/muscat"]),
    ("a genitive owns what follows", "de", "Die Antwort auf Norwegens neue Vorschläge blieb aus", []),
    ("a genitive behind its preposition", "de", "Innerhalb Norwegens stiegen die Preise", ["NO"]),
    ("a part of a country", "de", "Im Norden Syriens und in Norwegens Hauptstadt fiel der Strom aus", ["SY", "NO"]),
    ("the nominative ends alike", "de", "In Paris und in Honduras wurde gefeiert", ["FR/paris", "HN"]),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), PLACES, ids=[f"{row[1]} {row[0]}" for row in PLACES])
def test_only_names_after_a_locative_are_places(why: str, language: str, text: str, expected: list[str]) -> None:
    assert find_places(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "name"), [("اندلع حريق بِتونس", "ar", "تونس"), ("Rain fell in Oslo's suburbs and in Lima", "en", "Lima")]
)
def test_the_span_holds_the_name_without_what_is_joined_to_it(text: str, language: str, name: str) -> None:
    places = find(read_claim(text, language), Place)
    assert [text[place.span.start : place.span.end] for place in places] == [name] == [place.name for place in places]


COMPARED = [
    ("same in two languages", ("They met in Turkey", "en"), ("التقيا في تركيا", "ar"), Relation.SAME),
    ("city in country", ("They met in Turkey", "en"), ("التقيا في أنقرة", "ar"), Relation.RIGHT_MORE_PRECISE),
    ("country in continent", ("They met in France", "en"), ("They met in Europe", "en"), Relation.LEFT_MORE_PRECISE),
    ("two cities", ("They met in Paris", "en"), ("They met in Lyon", "en"), Relation.CONFLICTING),
    ("a name of two places is none", ("التقيا في قطر", "ar"), ("التقيا في عمّان", "ar"), Relation.LEFT_ONLY),
    ("two countries", ("التقيا في قطر", "ar"), ("التقيا في مصر", "ar"), Relation.CONFLICTING),
    ("topic is no place", ("They met in Turkey", "en"), ("They met over the war in Ukraine", "en"), Relation.LEFT_ONLY),
    (
        "host is named as an actor",
        ("They met in Ankara", "en"),
        ("Turkey hosted the talks after a round in Doha", "en"),
        Relation.COMPATIBLE,
    ),
    ("city in a state", ("They met in Dallas", "en"), ("They met in Texas", "en"), Relation.LEFT_MORE_PRECISE),
    ("city in a state, two languages", ("التقيا في لوس أنجلوس", "ar"), ("They met in California", "en"), Relation.LEFT_MORE_PRECISE),
    ("city in another state", ("They met in Munich", "en"), ("Sie trafen sich in Sachsen", "de"), Relation.CONFLICTING),
    ("division in two languages", ("Они встретились в Баварии", "ru"), ("Sie trafen sich in Bayern", "de"), Relation.SAME),
    ("town in a territory", ("التقيا في جنين", "ar"), ("They met in the West Bank", "en"), Relation.LEFT_MORE_PRECISE),
    ("a strip named as its city", ("They met in Gaza", "en"), ("They met in Rafah", "en"), Relation.COMPATIBLE),
    ("a village near a city", ("They met near Goma", "en"), ("Ils se sont réunis à Bukavu", "fr"), Relation.COMPATIBLE),
    ("near a country", ("Shells fell near Ukraine", "en"), ("Снаряды упали в Польше", "ru"), Relation.COMPATIBLE),
    ("near a country afar", ("Shells fell near Ukraine", "en"), ("They met in Japan", "en"), Relation.CONFLICTING),
    ("near a city of another country", ("They met near Goma", "en"), ("They met in Oslo", "en"), Relation.CONFLICTING),
    ("claimed by two countries", ("They met in Crimea", "en"), ("Они встретились в России", "ru"), Relation.LEFT_MORE_PRECISE),
    ("a suburb of a capital", ("وقع انفجار في الضاحية الجنوبية", "ar"), ("A blast hit people in Beirut", "en"), Relation.COMPATIBLE),
    ("two towns of a strip", ("They met in Khan Yunis", "en"), ("They met in Rafah", "en"), Relation.CONFLICTING),
    ("a division named as its seat", ("Они встретились в Мариуполе", "ru"), ("They met in Donetsk", "en"), Relation.COMPATIBLE),
    ("a seat of another division", ("They met in Kharkiv", "en"), ("They met in Mariupol", "en"), Relation.CONFLICTING),
    ("city in a region of two divisions", ("They met in Mariupol", "en"), ("They met in Donbas", "en"), Relation.LEFT_MORE_PRECISE),
    ("city of a country in a region", ("They met in the Middle East", "en"), ("التقيا في دمشق", "ar"), Relation.RIGHT_MORE_PRECISE),
    ("a country outside a region", ("They met in the Middle East", "en"), ("They met in Norway", "en"), Relation.CONFLICTING),
    ("regions that may overlap", ("They met in the Middle East", "en"), ("They met in North Africa", "en"), Relation.COMPATIBLE),
    ("two continents", ("They met in Africa", "en"), ("They met in Asia", "en"), Relation.CONFLICTING),
    ("several places", ("They met in Paris", "en"), ("They met in Rome and then in Madrid", "en"), Relation.COMPATIBLE),
]


@pytest.mark.parametrize(("why", "left", "right", "expected"), COMPARED, ids=[row[0] for row in COMPARED])
def test_places_conflict_only_when_neither_can_hold_the_other(
    why: str, left: tuple[str, str], right: tuple[str, str], expected: Relation
) -> None:
    claims = read_claim(*left, name="a"), read_claim(*right, name="b")
    relations = [d.relation for d in compare_facets(*claims, Settings()) if d.facet is FacetName.PLACE]
    assert relations == [expected]
    mirrored = [d.relation for d in compare_facets(*reversed(claims), Settings()) if d.facet is FacetName.PLACE]
    assert mirrored == [swap(expected)]


def test_users_add_places(tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_text('[en.places.names]\n"GB/ambridge" = ["Ambridge"]\n', encoding="utf-8")
    claim = read_claim("A barn burned down in Ambridge", "en", settings=Settings(language_files=(extra,)))
    assert [(place.key, place.within) for place in find(claim, Place)] == [("GB/ambridge", ("GB", "150", "western-europe"))]


def test_users_add_regions(tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    lines = ("[en.places.names]", '"GB/midlands" = ["Midlands"]', "[en.places.regions]", '"GB/midlands" = ["GB/birmingham"]')
    extra.write_text("\n".join(lines), encoding="utf-8")
    settings = Settings(language_files=(extra,))
    claims = [read_claim(f"A barn burned down in {place}", "en", name=place, settings=settings) for place in ("Birmingham", "the Midlands")]
    assert [d.relation for d in compare_facets(*claims, settings) if d.facet is FacetName.PLACE] == [Relation.LEFT_MORE_PRECISE]


def test_what_regions_hold_has_names_and_nothing_holds_itself() -> None:
    gazetteer = load_gazetteer("en")
    known = set(gazetteer.outer) | {outer for found in gazetteer.outer.values() for outer in found}
    assert [key for key in known if key in gazetteer.find_within(key)] == []
    held = {key for key, found in gazetteer.outer.items() if any(not names_country(outer) for outer in found) and "/" in key}
    assert held == set()  # regions of several countries hold countries; what lies in those follows


def test_a_language_without_tables_still_has_country_codes() -> None:
    assert load_gazetteer("sw").capitals["TZ"].startswith("TZ/")


def test_the_names_in_the_table_are_folded() -> None:
    lines = (Path(__file__).parents[2] / "claimcmp" / "languages" / "places.tsv").read_text(encoding="utf-8").split("\n")[2:]
    names = [name for line in lines for column in line.split("\t")[3:] for name in column.split("|")]
    assert [name for name in names if fold(name) != name] == []
