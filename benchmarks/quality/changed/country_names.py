"""Names of countries and their capitals in the forms of each language. Names come from Unicode CLDR, not from the package under test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale

CODES: tuple[str, ...] = (
    "US", "GB", "FR", "DE", "IT", "ES", "RU", "CN", "JP", "IN", "ID", "BR", "MX", "CA", "AU", "TR", "IR", "IQ", "SY", "EG", "IL", "SA", "AF", "PK",
    "UA", "PL", "SE", "NO", "GR", "KR", "KP", "CL", "BO", "AR", "CO", "VE", "CU", "NG", "KE", "ZA", "SD", "LY", "MA", "DZ", "TN", "LB", "YE", "QA",
    "KW", "NZ", "IE", "NL", "BE", "CH", "AT", "PT", "HU", "RO", "FI", "DK", "VN", "TH", "MY", "SG", "PH", "CZ", "RS", "ET", "SO",
)  # fmt: skip
"""Countries that news tell of, by ISO 3166-1 code."""

_OTHER_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {"US": ("America", "USA", "U.S.", "US"), "GB": ("Britain", "UK"), "TR": ("Turkey",)},
    "fr": {"GB": ("Grande-Bretagne",), "US": ("Amérique",)},
    "ru": {"US": ("США", "Америка", "Соединенные Штаты"), "GB": ("Британия",), "KP": ("Северная Корея",), "KR": ("Южная Корея",), "ZA": ("ЮАР",)},
    "ar": {"GB": ("بريطانيا",), "US": ("أمريكا", "الولايات المتحدة الأمريكية"), "SA": ("السعودية",)},
    "de": {"GB": ("Großbritannien",), "US": ("USA",)},
    "es": {"US": ("EE. UU.",), "SA": ("Arabia Saudita",)},
    "tr": {"US": ("ABD",), "GB": ("İngiltere",)},
    "fa": {"US": ("آمریکا",), "GB": ("بریتانیا",)},
}  # fmt: skip
"""Names that news use besides those of CLDR."""

_CAPITALS = """
US Washington|Washington|Вашингтон|واشنطن
GB London|Londres|Лондон|لندن
FR Paris|Paris|Париж|باريس
DE Berlin|Berlin|Берлин|برلين
IT Rome|Rome|Рим|روما
ES Madrid|Madrid|Мадрид|مدريد
RU Moscow|Moscou|Москва|موسكو
CN Beijing|Pékin|Пекин|بكين
JP Tokyo|Tokyo|Токио|طوكيو
TR Ankara|Ankara|Анкара|أنقرة
IR Tehran|Téhéran|Тегеран|طهران
IQ Baghdad|Bagdad|Багдад|بغداد
SY Damascus|Damas|Дамаск|دمشق
EG Cairo|Le Caire|Каир|القاهرة
SA Riyadh|Riyad|Эр-Рияд|الرياض
UA Kiev|Kiev|Киев|كييف
PL Warsaw|Varsovie|Варшава|وارسو
KR Seoul|Séoul|Сеул|سيول
KP Pyongyang|Pyongyang|Пхеньян|بيونغ يانغ
ID Jakarta|Jakarta|Джакарта|جاكرتا
BO La Paz|La Paz|Ла-Пас|لاباز
CL Santiago|Santiago|Сантьяго|سانتياغو
GR Athens|Athènes|Афины|أثينا
NL The Hague|La Haye|Гаага|لاهاي
"""
LANGUAGES = ("en", "fr", "ru", "ar")
CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ая", ("ая", "ой", "ой", "ую", "ой", "ой")),
    ("ия", ("ия", "ии", "ии", "ию", "ией", "ии")),
    ("ея", ("ея", "еи", "ее", "ею", "еей", "ее")),
    ("ша", ("ша", "ши", "ше", "шу", "шей", "ше")),
    ("ка", ("ка", "ки", "ке", "ку", "кой", "ке")),
    ("га", ("га", "ги", "ге", "гу", "гой", "ге")),
    ("а", ("а", "ы", "е", "у", "ой", "е")),
    ("ные", ("ные", "ных", "ным", "ные", "ными", "ных")),
    ("ы", ("ы", "ов", "ам", "ы", "ами", "ах")),
    ("ай", ("ай", "ая", "аю", "ай", "аем", "ае")),
    ("ль", ("ль", "ля", "лю", "ль", "лем", "ле")),
    ("пет", ("пет", "пта", "пту", "пет", "птом", "пте")),
    ("ж", ("ж", "жа", "жу", "ж", "жем", "же")),
    *((last, (last, f"{last}а", f"{last}у", last, f"{last}ом", f"{last}е")) for last in "нкмтрдвлс"),
)
"""Cases of names of places by their ending."""


@cache
def list_names(code: str, language: str) -> tuple[str, ...]:
    """What a country is called: by CLDR, then otherwise."""
    return tuple(dict.fromkeys((Locale(language).territories[code], *_OTHER_NAMES.get(language, {}).get(code, ()))))


@cache
def list_forms(code: str, language: str) -> tuple[tuple[str, str], ...]:
    """The forms of a country's name, each with its place in the grammar, the usual name first.

    Examples
    --------
    >>> [form for form, _ in list_forms("KP", "ru")][6:9]
    ['Северная Корея', 'Северной Кореи', 'Северной Корее']
    """
    return tuple(row for name in list_names(code, language) for row in _inflect(name, language))


@cache
def list_capitals(code: str, language: str) -> tuple[tuple[str, str], ...]:
    """The forms of the capital's name, as of the country's; none where the tables have none."""
    names = _read_capitals().get(code)
    return tuple(_inflect(names[LANGUAGES.index(language)], language)) if names and language in LANGUAGES else ()


@cache
def _read_capitals() -> dict[str, tuple[str, ...]]:
    rows = (row.partition(" ") for row in _CAPITALS.strip().split("\n"))
    return {code: tuple(names.split("|")) for code, _, names in rows}


def _inflect(name: str, language: str) -> Iterator[tuple[str, str]]:
    """A name in all cases; one that has none has the same form in each."""
    if language == "ar":
        yield name, "name"
        yield f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}", "to"
        return
    if language != "ru":
        yield name, "name"
        return
    words = [_decline(word) for word in name.split(" ")]
    yield from ((" ".join(word[case] for word in words), CASES[case]) for case in range(len(CASES)))


def _decline(word: str) -> tuple[str, ...]:
    row = next((row for row in _ENDINGS if word.endswith(row[0])), None)
    if row is None or word.isupper():
        return (word,) * len(CASES)
    return tuple(word.removesuffix(row[0]) + form for form in row[1])
