"""Adjectives of nationality that may stand for one another, form by form; written for the benchmark, apart from the package's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

_ENGLISH = """
US American|GB British|FR French|DE German|IT Italian|ES Spanish|RU Russian|CN Chinese|JP Japanese|IN Indian|ID Indonesian|BR Brazilian
MX Mexican|CA Canadian|AU Australian|TR Turkish|IR Iranian|IQ Iraqi|SY Syrian|EG Egyptian|IL Israeli|SA Saudi|AF Afghan|PK Pakistani
UA Ukrainian|PL Polish|SE Swedish|NO Norwegian|GR Greek|KP North_Korean|KR South_Korean|CL Chilean|BO Bolivian|AR Argentine|CO Colombian
VE Venezuelan|CU Cuban|NG Nigerian|KE Kenyan|LB Lebanese|LY Libyan|MA Moroccan|DZ Algerian|TN Tunisian|YE Yemeni|IE Irish|NL Dutch|BE Belgian
CH Swiss|AT Austrian|PT Portuguese|HU Hungarian|RO Romanian|FI Finnish|DK Danish|VN Vietnamese|TH Thai|CZ Czech|RS Serbian|ET Ethiopian
"""
_FRENCH = """
US américain|GB britannique|FR français|DE allemand|IT italien|ES espagnol|RU russe|CN chinois|JP japonais|IN indien|ID indonésien|BR brésilien
MX mexicain|CA canadien|AU australien|IR iranien|IQ irakien|SY syrien|EG égyptien|IL israélien|SA saoudien|AF afghan|PK pakistanais|UA ukrainien
PL polonais|SE suédois|NO norvégien|KP nord-coréen|KR sud-coréen|CL chilien|BO bolivien|AR argentin|CO colombien|VE vénézuélien|CU cubain
NG nigérian|KE kényan|LB libanais|LY libyen|MA marocain|DZ algérien|TN tunisien|YE yéménite|IE irlandais|NL néerlandais|BE belge|CH suisse
AT autrichien|PT portugais|HU hongrois|RO roumain|FI finlandais|DK danois|VN vietnamien|TH thaïlandais|CZ tchèque|RS serbe|ET éthiopien
"""
_RUSSIAN = """
US американск американц|GB британск британц|FR французск|DE немецк немц|IT итальянск итальянц|ES испанск испанц|RU российск|CN китайск китайц
JP японск японц|IN индийск индийц|ID индонезийск индонезийц|BR бразильск бразильц|MX мексиканск мексиканц|CA канадск канадц
AU австралийск австралийц|TR турецк|IR иранск иранц|IQ иракск|SY сирийск сирийц|EG египетск|IL израильск|SA саудовск|AF афганск афганц
PK пакистанск пакистанц|UA украинск украинц|PL польск|SE шведск|NO норвежск норвежц|GR греческ|KP северокорейск северокорейц
KR южнокорейск южнокорейц|CL чилийск чилийц|BO боливийск боливийц|AR аргентинск аргентинц|CO колумбийск колумбийц|VE венесуэльск
CU кубинск кубинц|NG нигерийск нигерийц|KE кенийск кенийц|LB ливанск ливанц|LY ливийск ливийц|MA марокканск марокканц|DZ алжирск алжирц
TN тунисск тунисц|YE йеменск йеменц|IE ирландск ирландц|NL нидерландск|BE бельгийск бельгийц|CH швейцарск швейцарц|AT австрийск австрийц
PT португальск португальц|HU венгерск|RO румынск|FI финск|DK датск|VN вьетнамск вьетнамц|TH тайск тайц|CZ чешск|RS сербск|ET эфиопск
"""
_ARABIC = """
US أمريك|GB بريطان|FR فرنس|DE ألمان|IT إيطال|ES إسبان|RU روس|CN صين|JP يابان|IN هند|ID إندونيس|BR برازيل|MX مكسيك|CA كند|AU أسترال|TR ترك
IR إيران|IQ عراق|SY سور|EG مصر|IL إسرائيل|SA سعود|AF أفغان|PK باكستان|UA أوكران|PL بولند|SE سويد|NO نرويج|GR يونان|CL تشيل|BO بوليف
AR أرجنتين|CO كولومب|VE فنزويل|CU كوب|NG نيجير|KE كين|LB لبنان|LY ليب|MA مغرب|DZ جزائر|TN تونس|YE يمن|IE أيرلند|NL هولند|BE بلجيك
CH سويسر|AT نمساو|PT برتغال|HU مجر|RO رومان|FI فنلند|DK دنمارك|VN فيتنام|TH تايلاند|CZ تشيك|RS صرب|ET إثيوب
"""
_ADJECTIVE = "ий ого ому им ом ая ой ую ое ие их ими"
_PEOPLE = "ы ев ам ами ах"


def _read(rows: str) -> dict[str, tuple[str, ...]]:
    found = (cell.split(" ") for row in rows.strip().split("\n") for cell in row.split("|"))
    return {code: tuple(form.replace("_", " ") for form in forms) for code, *forms in found}


_STEMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": _read(_ENGLISH), "fr": _read(_FRENCH), "ru": _read(_RUSSIAN), "ar": _read(_ARABIC),
}  # fmt: skip


@cache
def list_forms(code: str, language: str) -> tuple[tuple[str, str], ...]:
    """The forms of a country's adjective, each with its place in the grammar: only the like may replace it.

    Examples
    --------
    >>> list_forms("CN", "fr")[-1], list_forms("RU", "en")
    (('Chinoises', 'N fp'), (('Russian', 'adjective'), ('Russians', 'people')))
    """
    return tuple(_inflect(_STEMS.get(language, {}).get(code, ()), language))


def _inflect(stems: tuple[str, ...], language: str) -> Iterator[tuple[str, str]]:
    for number, stem in enumerate(stems):
        if language == "en":
            yield stem, "adjective"
            if stem.endswith(("n", "i", "k", "ch")) and not stem.endswith("French"):
                yield f"{stem}s", "people"
        elif language == "fr":
            yield from _inflect_french(stem)
            yield from ((form[0].upper() + form[1:], f"N {place}") for form, place in _inflect_french(stem))
        elif language == "ru":
            yield from ((stem + ending, f"{number} {ending}") for ending in (_PEOPLE if number else _ADJECTIVE).split(" "))
        else:
            joined = ((before, ending) for before in ("", "ال", "لل") for ending in ["ي", "ية", "يين", "يون"])
            yield from ((before + stem + ending, before + ending) for before, ending in joined)


def _inflect_french(stem: str) -> Iterator[tuple[str, str]]:
    feminine = stem if stem.endswith("e") else f"{stem}ne" if stem.endswith(("ien", "éen")) else f"{stem}e"
    yield stem, "ms"
    yield feminine, "fs"
    yield stem if stem.endswith("s") else f"{stem}s", "mp"
    yield f"{feminine}s", "fp"
