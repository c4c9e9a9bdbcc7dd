"""Adjectives of nationality that may stand for one another, form by form; written for the benchmark, apart from the package's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

_ENGLISH = """
US American|GB British|FR French|DE German|IT Italian|ES Spanish|RU Russian|CN Chinese|JP Japanese|IN Indian|BR Brazilian|MX Mexican
CA Canadian|AU Australian|TR Turkish|IR Iranian|IQ Iraqi|SY Syrian|EG Egyptian|IL Israeli|SA Saudi|PK Pakistani|UA Ukrainian|PL Polish
SE Swedish|NO Norwegian|GR Greek|NG Nigerian|KE Kenyan|LB Lebanese
"""
_FRENCH = """
US américain américaine américains américaines|GB britannique britannique britanniques britanniques|FR français française français françaises
DE allemand allemande allemands allemandes|IT italien italienne italiens italiennes|ES espagnol espagnole espagnols espagnoles
RU russe russe russes russes|CN chinois chinoise chinois chinoises|JP japonais japonaise japonais japonaises|IN indien indienne indiens indiennes
BR brésilien brésilienne brésiliens brésiliennes|MX mexicain mexicaine mexicains mexicaines|CA canadien canadienne canadiens canadiennes
AU australien australienne australiens australiennes|IR iranien iranienne iraniens iraniennes|IQ irakien irakienne irakiens irakiennes
SY syrien syrienne syriens syriennes|EG égyptien égyptienne égyptiens égyptiennes|PK pakistanais pakistanaise pakistanais pakistanaises
UA ukrainien ukrainienne ukrainiens ukrainiennes|PL polonais polonaise polonais polonaises|SE suédois suédoise suédois suédoises
BE belge belge belges belges|CH suisse suisse suisses suisses|NG nigérian nigériane nigérians nigérianes|LB libanais libanaise libanais libanaises
"""
_RUSSIAN = """
US американск|GB британск|FR французск|DE немецк|IT итальянск|ES испанск|RU российск|CN китайск|JP японск|IN индийск|BR бразильск|MX мексиканск
CA канадск|AU австралийск|TR турецк|IR иранск|IQ иракск|SY сирийск|EG египетск|IL израильск|PK пакистанск|UA украинск|PL польск|SE шведск
NO норвежск|GR греческ|NG нигерийск|KE кенийск|LB ливанск
"""
_ARABIC = """
US أمريك|GB بريطان|FR فرنس|DE ألمان|IT إيطال|ES إسبان|RU روس|CN صين|JP يابان|IN هند|BR برازيل|MX مكسيك|CA كند|AU أسترال|TR ترك|IR إيران|IQ عراق
SY سور|EG مصر|IL إسرائيل|PK باكستان|UA أوكران|PL بولند|SE سويد|NO نرويج|GR يونان|NG نيجير|KE كين|LB لبنان
"""
_ENDINGS = {"ru": "ий ого ому им ом ая ой ую ое ие их ими", "ar": "ي ية يين يون"}


def _read(rows: str) -> dict[str, tuple[str, ...]]:
    found = (cell.split(" ") for row in rows.strip().split("\n") for cell in row.split("|"))
    return {code: tuple(forms) for code, *forms in found}


_FORMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": _read(_ENGLISH), "fr": _read(_FRENCH), "ru": _read(_RUSSIAN), "ar": _read(_ARABIC),
}  # fmt: skip


@cache
def list_forms(code: str, language: str) -> tuple[tuple[str, str], ...]:
    """The forms of a country's adjective, each with its place in the grammar."""
    stems = _FORMS.get(language, {}).get(code, ())
    if language in _ENDINGS:
        return tuple((stem + ending, ending) for stem in stems for ending in _ENDINGS[language].split(" "))
    return tuple((form, str(place)) for place, form in enumerate(stems))


def swap(text: str, code: str, others: Iterator[str], language: str) -> tuple[str, str, str] | None:
    """The text with every adjective of one country turned into another's, the old and the new word; None where none fits."""
    found = {match.group("word") for form, _ in list_forms(code, language) for match in _find(form, language).finditer(text)}
    for other in others if found else ():
        new = {old: _turn(old, code, other, language) for old in found}
        if all(word is not None for word in new.values()):
            for old, word in new.items():
                for match in reversed([*_find(old, language).finditer(text)]):
                    text = text[: match.start("word")] + str(word) + text[match.end() :]
            first = min(found)
            return text, first, str(new[first])
    return None


def _turn(form: str, code: str, other: str, language: str) -> str | None:
    """Another country's form in every place in the grammar that a form may have; None where they differ."""
    places = [place for known, place in list_forms(code, language) if known == form]
    forms = {known for known, place in list_forms(other, language) if place in places}
    return forms.pop() if len(forms) == 1 else None


def is_named(code: str, text: str, language: str) -> bool:
    """Whether a text has a country's adjective."""
    return any(_find(form, language).search(text) for form, _ in list_forms(code, language))


@cache
def _find(form: str, language: str) -> re.Pattern[str]:
    before = r"(?<!\w)[وفبك]{0,2}(?:ال|لل)?" if language == "ar" else r"(?<![\w-])"
    return re.compile(rf"{before}(?P<word>{re.escape(form)})(?![\w-])")
