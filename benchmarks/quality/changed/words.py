"""Words that the editors of numbers and dates need. Month names come from Unicode CLDR, not from the package under test."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

ALTERNATING: Mapping[str, tuple[str, ...]] = {
    "en": ("two three four five six seven eight nine ten eleven twelve", "twenty thirty forty fifty sixty seventy eighty ninety"),
    "fr": ("deux trois quatre cinq six sept huit neuf dix onze douze", "vingt trente quarante cinquante soixante"),
    "de": ("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", "zwanzig dreißig vierzig fünfzig sechzig"),
    "es": ("dos tres cuatro cinco seis siete ocho nueve diez once doce", "veinte treinta cuarenta cincuenta sesenta"),
    "tr": ("iki üç dört beş altı yedi sekiz dokuz", "yirmi otuz kırk elli altmış"),
    "ru": ("три четыре", "трех четырех", "пять шесть семь восемь девять десять", "пяти шести семи восьми девяти десяти", "двадцать тридцать"),
    "ar": ("ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة", "ثلاث أربع خمس ست سبع تسع عشر", "عشرين ثلاثين أربعين خمسين ستين سبعين"),
}  # fmt: skip
"""Rows of number words of which one may stand for another with no change around it."""


def _count_from_two(words: str) -> Mapping[int, str]:
    return dict(enumerate(words.split(), 2))


VALUES: Mapping[str, Mapping[int, str]] = {
    "en": _count_from_two("two three four five six seven eight nine ten eleven twelve"),
    "fr": _count_from_two("deux trois quatre cinq six sept huit neuf dix onze douze"),
    "de": _count_from_two("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
    "es": _count_from_two("dos tres cuatro cinco seis siete ocho nueve diez once doce"),
    "tr": _count_from_two("iki üç dört beş altı yedi sekiz dokuz on"),
    "ru": _count_from_two("дв(?:а|е|ух|ум|умя|ое) тр(?:и|ех|ёх|ем|ое) четыр(?:е|ех|ёх|ем) пят(?:ь|и) шест(?:ь|и) сем(?:ь|и) вос(?:емь|ьми) девят(?:ь|и) десят(?:ь|и)"),
    "ar": _count_from_two("اثن(?:ان|ين|تان|تين) ثلاث(?:ة)? أربع(?:ة)? خمس(?:ة)? ست(?:ة)? سبع(?:ة)? ثمان(?:ية|ي)? تسع(?:ة)? عشر(?:ة)?"),
}  # fmt: skip
"""Small numbers in words, as patterns."""

TENS: Mapping[str, Mapping[int, str]] = {
    "en": dict(zip(range(20, 100, 10), ALTERNATING["en"][1].split(), strict=True)),
    "fr": dict(zip(range(20, 70, 10), ALTERNATING["fr"][1].split(), strict=True)),
    "de": dict(zip(range(20, 70, 10), ALTERNATING["de"][1].split(), strict=True)),
    "es": dict(zip(range(20, 70, 10), ALTERNATING["es"][1].split(), strict=True)),
    "tr": dict(zip(range(20, 70, 10), ALTERNATING["tr"][1].split(), strict=True)),
    "ru": {20: "двадцат(?:ь|и)", 30: "тридцат(?:ь|и)"},
    "ar": {20: "عشر(?:ين|ون)", 30: "ثلاث(?:ين|ون)", 40: "أربع(?:ين|ون)", 50: "خمس(?:ين|ون)", 60: "ست(?:ين|ون)", 70: "سبع(?:ين|ون)"},
}  # fmt: skip

LOOSE = re.compile(
    r"more than|over|at least|up to|less than|under|fewer|about|around|some|nearly|almost|roughly|approximat|as many as|between|only"
    r"|plus d|au moins|jusqu|moins d|environ|près d|quelque|presque|entre|dépass"
    r"|более|больше|свыше|не менее|до|менее|меньше|около|примерно|почти|порядка|приблизительно|между"
    r"|أكثر|ما لا يقل|يصل|أقل|حوالي|نحو|قرابة|زهاء|تقريب|يقارب|يتجاوز|تجاوز|بين|يزيد|حتى|يقرب"
    r"|mehr als|mindestens|bis zu|weniger|unter|über|rund|etwa|ungefähr|fast|knapp|zwischen"
    r"|más de|al menos|hasta|menos de|unos|unas|cerca de|casi|alrededor|aproximad|entre"
    r"|fazla|en az|kadar|az|yaklaşık|civarı|neredeyse|aşkın|arası|üzeri",
    re.IGNORECASE,
)
"""Bounds and approximations: a number beside one is left alone."""

WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "en": ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday",),
    "fr": ("lundi mardi mercredi jeudi vendredi samedi dimanche",),
    "de": ("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", "Montag Dienstag Mittwoch Donnerstag Freitag Sonnabend Sonntag"),
    "es": ("lunes martes miércoles jueves viernes sábado domingo",),
    "tr": ("Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",),
    "ru": (
        "понедельник вторник среду четверг пятницу субботу воскресенье",
        "понедельника вторника среды четверга пятницы субботы воскресенья",
        "понедельник вторник среда четверг пятница суббота воскресенье",
    ),
    "ar": ("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد", "الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
}
"""Rows of the names of the days from Monday, one row a form."""

_STYLES = (("format", "wide"), ("stand-alone", "wide"))
_MORE_MONTHS: Mapping[str, tuple[str, ...]] = {
    "ru": ("январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",),
    "ar": ("كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",),
}


@cache
def list_months(language: str) -> tuple[tuple[str, ...], ...]:
    """Rows of the names of the twelve months, one row a form (nominative, genitive …)."""
    months = Locale(language).months
    rows = [tuple(months[context][width][n] for n in range(1, 13)) for context, width in _STYLES]
    rows += [tuple(name.replace("_", " ") for name in row.split()) for row in _MORE_MONTHS.get(language, ())]
    return tuple(dict.fromkeys(rows))


@cache
def find_word(word: str, language: str) -> re.Pattern[str]:
    """The pattern of a whole word, in Arabic with the particles written together with it."""
    before = r"(?<!\w)[وفبل]{0,2}" if language == "ar" else r"(?<!\w)"
    return re.compile(rf"{before}(?P<word>{word})(?!\w)", 0 if language in ("en", "de", "tr") else re.IGNORECASE)
