"""Quantities in the other languages: number, unit, and whether a bound or an approximation was read."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.facets import compare_facets
from claimcmp.facets.quantity import read_quantities
from claimcmp.facets.when import read_whens
from claimcmp.records import FacetName, Quantity
from claimcmp.settings import Settings
from tests.facets.reading import read_claim

CASES = [
    # Results of matches and votes
    ("ru", "выиграл со счетом 5-3", ["3-5 score"]),
    # Ages in an aside, behind a noun for people, said of somebody; terms are none
    ("en", "Dana Wolfe, who is 27, rowed home", ["27 age"]),
    ("en", "She is 34 and lives by the pier", ["34 age"]),
    ("en", "She was one of the rowers", []),
    ("fr", "Luc Merlin, 27 ans, a nagé jusqu'au quai", ["27 age"]),
    ("fr", "un homme de 38 ans dormait dans la barque", ["38 age"]),
    ("fr", "une peine de 12 ans est requise", ["12 year"]),
    ("ru", "Сам Лодкин, 52 лет, молчал", ["52 age"]),
    ("de", "Jan Ruder, 29 Jahre, schwamm an Land", ["29 age"]),
    ("es", "Ana Remos, de 45 años, remó hasta el muelle", ["45 age"]),
    ("ar", "مجدي (58 عاما) جدف إلى المرفأ", ["58 age"]),
    # A plus behind a number is a bound, between two it is none
    ("en", "20+ boats sank", [">=20"]),
    # One unit of time that something lasts
    ("ru", "закроют завод в течение месяца", ["1 month"]),
    ("fr", "fermer l'usine pendant un mois", ["1 month"]),
    ("es", "cerrar la planta durante un mes", ["1 month"]),
    ("de", "das Werk für einen Monat schließen", ["1 month"]),
    ("tr", "fabrika bir ay boyunca kapalı", ["1 month"]),
    ("fa", "کارخانه به مدت یک ماه بسته است", ["1 month"]),
    # A bound inside a number, a round number and a half
    ("ru", "двадцать с лишним тысяч рублей", [">=20000 RUB"]),
    ("es", "un millar y medio de vecinos", ["~1500"]),
    ("fr", "un millier et demi de foyers", ["~1500"]),
    # Fractions of a scale, spoken decimals
    ("ru", "два с половиной миллиона рублей", ["2500000 RUB"]),
    ("tr", "2 buçuk milyon lira", ["2500000 TRY"]),
    ("fa", "دو و نیم میلیون تومان", ["2500000 IRT"]),
    ("es", "dos millones y medio de euros", ["2500000 EUR"]),
    ("fr", "sept virgule deux pour cent", ["7.2 percent"]),
    # A range closed by a word
    ("tr", "20 ile 30 arasında tekne battı", ["20-30"]),
    # A share named by two words is no number of its own
    ("en", "three quarters of a point", []),
    ("fr", "deux tiers des votants", []),
    ("ru", "три четверти пункта", []),
    ("es", "tres cuartos de punto", []),
    # A word for a round number behind a bound
    ("en", "more than a hundred people", [">=100"]),
    ("en", "over a dozen people", [">=12"]),
    ("en", "over a 10-year period", ["10 year"]),
    ("de", "mehr als ein halbes Dutzend Tote", [">=6"]),
    ("ru", "более сотни человек", ["~>=100"]),
    ("ru", "сотни человек вышли", ["~>=200"]),
    ("ru", "не менее двух десятков домов", ["~>=20"]),
    # Figures behind figures with a scale, and scales with case endings
    ("tr", "2 bin 400 kişi", ["2400"]),
    ("tr", "1 milyon 200 bin 350 kişi", ["1200350"]),
    ("tr", "2 binden 3 bine yükseldi", ["2000", "3000"]),
    ("tr", "ölü sayısı 53 bini aştı", [">=53000"]),
    ("ru", "1 млн 200 тыс. человек", ["1200000"]),
    ("ru", "заработал 5 миллионов 10 лет назад", ["5000000", "10 year"]),
    ("es", "53 mil 537 votos", ["53537"]),
    ("fr", "1 million 200 000 habitants", ["1200000"]),
    ("fa", "۲ هزار ۴۰۰ نفر", ["2400"]),
    # Lines end numbers
    ("en", "Crash kills twenty\nFive people were hurt", ["20", "5"]),
    # The number that a change arrives at
    ("ru", "Банк повысил ставку до 18 процентов", ["18 percent"]),
    ("ru", "инфляция ускорилась до 8,7%", ["8.7 percent"]),
    ("ru", "скидка до 30%", ["<=30 percent"]),
    ("es", "la cifra aumentó hasta 38 muertos", ["38"]),
    ("es", "caben hasta 300 personas", ["<=300"]),
    # Russian
    ("ru", "двадцать пять человек", ["25"]),
    ("ru", "10 тысяч человек", ["10000"]),
    ("ru", "2,8 млрд фунтов стерлингов", ["2800000000 GBP"]),
    ("ru", "полтора миллиона рублей", ["1500000 RUB"]),
    ("ru", "42-летний механик", ["42 age"]),
    ("ru", "скорость 137 км/ч", ["137 kmh"]),
    ("ru", "более чем на 40% территории", ["40 percent"]),
    ("ru", "не менее 40 человек", [">=40"]),
    ("ru", "от 20 до 30 домов", ["20-30"]),
    ("ru", "на 125-й улице", []),
    ("ru", "в 2 часа дня", []),
    ("ru", "300-килограммовый камень", ["300 kg"]),
    ("de", "nach dem 4:1-Sieg und einem 1:0", ["1-4 score", "0-1 score"]),
    # Endings written against numbers, units and scales
    ("tr", "20 milyondan fazla izleyici", [">=20000000"]),
    ("tr", "1,05 milyonu buldu", ["1050000"]),
    ("tr", "üç aydan fazla sürdü", [">=3 month"]),
    ("tr", "yedi yıldan uzun süren kuraklık", [">=7 year"]),
    ("tr", "17 yaşındayken ayrıldı", ["17 age"]),
    ("tr", "130 mil kadar uzanıyor", ["~209.21472 km"]),
    ("tr", "3 ila 6 inç yağmur", ["7.62e-05-0.0001524 km"]),
    ("tr", "ön rapor bugün çıktı", []),
    ("tr", "onu ölü buldular", []),
    ("tr", "2 yeni üye", ["2"]),
    # Places in a row
    ("en", "in the twenty-first century", []),
    ("en", "on his forty-fifth birthday", []),
    ("en", "18- to 29-year-olds voted", ["18-29 year"]),
    ("ru", "на сорок пятой минуте", []),
    ("ru", "на 14-процентном росте", ["14 percent"]),
    ("ru", "нашу семью", []),
    ("de", "bei ihrem 36. Treffen", []),
    ("de", "im 19. Jahrhundert", []),
    ("de", "liegt die Mannschaft acht Punkte zurück", ["8"]),
    ("de", "Es waren 12. Die Stadt schwieg.", ["12"]),
    ("es", "en la 5.ª planta", []),
    ("es", "más del 40 % del valle", [">=40 percent"]),
    ("fr", "la vingt-cinquième fois", []),
    # Scores and clocks
    ("fr", "ils menaient 1 à 0 à la pause", []),
    ("fr", "de 5 à 10 cm de neige", ["5e-05-0.0001 km"]),
    ("fr", "à 17 h 30 précises", []),
    ("ar", "30،000 شجرة", ["30000"]),
    ("ar", "أحد القادة التسعة", ["9"]),
    ("ar", "السيارات الثلاث", ["3"]),
    ("ar", "مجموعة السبع في الساعة الثالثة", []),
    ("es", "a las 5.30 de la tarde", []),
    ("es", "a las 3 horas y 24 minutos", []),
    ("fr", "Le train est parti à 15 heures 30.", []),
    ("fr", "peu avant 6 heures du matin", []),
    ("fr", "À 18 heures 30 manifestants étaient là", ["30"]),
    ("ru", "к 18 часам пожар потушили", []),
    ("ru", "в 18 часов 30 минут", []),
    ("ru", "с 8 до 18 часов", []),
    ("ru", "длились около 6 часов", ["~6 hour"]),
    ("ru", "приговорили к 200 часам работ", ["200 hour"]),
    ("fa", "ساعت ۶ و ۳۰ دقیقه", []),
    ("en", "between 6 and 8 pm", []),
    # French
    ("fr", "quatre-vingt-douze personnes", ["92"]),
    ("fr", "vingt et un soldats", ["21"]),
    ("fr", "deux cent mille euros", ["200000 EUR"]),
    ("fr", "2,8 milliards de livres sterling", ["2800000000 GBP"]),
    ("fr", "3 000 articles", ["3000"]),
    ("fr", "une vingtaine de blessés", ["~20"]),
    ("fr", "plus de 200 pays", [">=200"]),
    ("fr", "d’environ 30 mètres", ["~0.03 km"]),
    ("fr", "Il est parti à 14 heures", []),
    ("fr", "une maison", []),
    ("fr", "trois autres millions de litres", ["3", "~>=2000000 liter"]),
    # Spanish
    ("es", "treinta y cinco soldados", ["35"]),
    ("es", "10.000 personas", ["10000"]),
    ("es", "2.800 millones de libras esterlinas", ["2800000000 GBP"]),
    ("es", "al menos 40 muertos", [">=40"]),
    ("es", "A las dos de la tarde", []),
    ("es", "un gol en el minuto 25", []),
    # German
    ("de", "fünfundzwanzig Soldaten", ["25"]),
    ("de", "zweitausendfünfhundert Euro", ["2500 EUR"]),
    ("de", "ein 32-jähriger Mann", ["32 age"]),
    ("de", "2,8 Milliarden Pfund", ["2800000000 GBP"]),
    ("de", "mindestens 40 Tote", [">=40"]),
    ("de", "in der 25. Minute", []),
    ("de", "eine Frau und zwei Kinder", ["2"]),
    # Turkish
    ("tr", "yirmibeş asker", ["25"]),
    ("tr", "on dört kişi", ["14"]),
    ("tr", "beşer gol attılar", ["5"]),
    ("tr", "her ikisinin de payı var", []),
    ("tr", "hava 80 dereceydi", ["80 degree"]),
    ("tr", "iki yüz bin dolar", ["200000 USD"]),
    ("tr", "yüzde 40", ["40 percent"]),
    ("tr", "%40", ["40 percent"]),
    ("tr", "200'den fazla kişi", [">=200"]),
    ("tr", "saatte 80 kilometre", ["80 kmh"]),
    ("tr", "32 yaşındaki adam", ["32 age"]),
    ("tr", "bir kadın", []),
    # Persian
    ("fa", "بیست و پنج نفر", ["25"]),
    ("fa", "۲/۸ میلیارد دلار", ["2800000000 USD"]),
    ("fa", "دست‌کم ۴۰ کشته", [">=40"]),
    ("fa", "مرد ۳۲ ساله", ["32 age"]),
    ("fa", "۱۵ درصد", ["15 percent"]),
    ("fa", "نه تنها دیر رسید", []),
    # A number and its unit in one word, or tied by a hyphen
    ("ru", "В городе открылся трёхдневный форум", ["72 hour"]),
    ("ru", "двадцатипятилетний водитель", ["25 age"]),
    ("ru", "50-процентный рост", ["50 percent"]),
    ("ru", "десять дневных смен", ["10"]),
    ("ru", "в дневное время", []),
    ("de", "ein zweistündiges Gespräch", ["2 hour"]),
    ("de", "ein 3-tägiger Streik", ["72 hour"]),
    ("de", "die zwanzigjährige Fahrerin", ["20 age"]),
    ("de", "ein alljährliches Fest mit ganztägigem Unterricht", []),
    ("fa", "نشست سه‌روزه", ["72 hour"]),
    ("fa", "راننده سی‌ساله", ["30 age"]),
    ("fa", "رشد پنج درصدی", ["5 percent"]),
    # Arabic duals and English feet
    ("ar", "مدينتان تضررتا", ["2"]),
    ("ar", "مليوني دولار", ["2000000 USD"]),
    ("ar", "بست دقائق", ["0.1 hour"]),
    ("ar", "تملك الهيئة عشرة خبراء", ["10"]),
    ("ar", "في المرة الثامنة عشر", []),
    ("en", "68°F", ["20 celsius"]),
    ("en", "the 6-foot-6 forward", ["0.0019812 km"]),
]

DATED = [
    ("a number of years is a date and a number", "fr", "il y a 18 ans", ["18 year"]),
    ("the day of a month is none", "de", "am 15. Juni", []),
    ("nor without a publication date", "ru", "14 июня", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_a_quantity_is_the_number_it_writes(language: str, text: str, expected: list[str]) -> None:
    assert [_show(quantity) for quantity in read_quantities(text, language=language)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), [case[1:] for case in DATED], ids=[case[0] for case in DATED])
def test_numbers_of_dates(language: str, text: str, expected: list[str]) -> None:
    for published in (date(2018, 11, 15), None):
        whens = read_whens(text, language=language, published=published)
        assert [_show(quantity) for quantity in read_quantities(text, language=language, whens=whens)] == expected


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("en", "Landslide in Nepal kills 21\nKATHMANDU, Feb 16 - Rain", None),
        ("ar", "مقتل 16\nسقطت حافلة في الوادي", None),
        ("de", "Zahl der Toten steigt auf 21\nBerlin - Bei einem Brand", None),
        ("en", "They rescued 21\npeople from the boat", "people"),
    ],
)
def test_the_noun_counted_stands_on_the_line_of_its_number(language: str, text: str, counted: str | None) -> None:
    assert read_quantities(text, language=language)[0].of == counted


def test_the_one_number_left_over_in_two_languages_conflicts() -> None:
    left = read_claim("12 men, 4 mills and 9 carts were counted", "en", name="left")
    right = read_claim("12 رجلا و4 مطاحن و11 عربة", "ar", name="right")
    found = [d.relation for d in compare_facets(left, right, Settings()) if d.facet is FacetName.NUMBER]
    assert found == ["same", "same", "conflicting"]


def _show(quantity: Quantity) -> str:
    low, high = (None if end is None else f"{end:.10g}" for end in (quantity.low, quantity.high))
    number = f">={low}" if high is None else f"<={high}" if low is None else low if low == high else f"{low}-{high}"
    return f"{'~' if quantity.approximate else ''}{number} {quantity.unit or ''}".strip()
