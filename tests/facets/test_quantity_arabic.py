"""Arabic quantities: value, unit and what is counted."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.facets.quantity import read_quantities
from claimcmp.facets.when import read_whens

CASES = [
    ("parts that all have an article", "نجا الركاب الخمسة والأربعون", ["45 of الركاب"]),
    ("hundreds with an article", "عاد الأسرى الثلاثمئة والثمانية والثلاثون", ["338 of الأسرى"]),
    ("thousands behind such parts", "وصلت الجرعات المئة والعشرون ألفا أمس", ["120000"]),
    ("a decade of life", "سقط رجل في الأربعينيات من عمره", ["40..49 age"]),
    ("tens alone are an ordinal", "في القرن العشرين", []),
    ("one unit that something lasts", "أغلق المصنع لمدة شهر", ["1 month"]),
    ("hours and a half", "دامت الجلسة أربع ساعات ونصف الساعة", ["4.5 hour"]),
    ("hours and a half, the unit not again", "دامت الجلسة ثلاث ساعات ونصفا أمام الحضور", ["3.5 hour"]),
    ("an hour and a half", "تحدثا لمدة ساعة ونصف", ["1.5 hour"]),
    ("two years and a half", "سجن الحارس سنتين ونصف السنة", ["2.5 year"]),
    ("a half of other things", "بقي عشرة أعوام ونصف الحراس غائبون", ["10 year"]),
    ("a day of the same month", "غرق المركب في 18 من الشهر نفسه", []),
    ("dual and a half of its scale", "كلف السد مليارين ونصف المليار دولار", ["2500000000 USD"]),
    ("dual and a quarter of its scale", "كلف السد مليونين وربع المليون دولار", ["2250000 USD"]),
    ("thousands of billions", "كلف السد مئة وعشرين ألف مليار دولار", ["1.2e+14 USD"]),
    ("a thousand two hundred million", "كلف السد ألفا ومئتي مليون دولار", ["1200000000 USD"]),
    ("a plural that looks dual", "استقبل الميناء سائقين من الجزيرة", []),
    ("spoken decimal", "ارتفع المد 4 فاصل 7 بالمائة", ["4.7 percent"]),
    ("spoken decimal in words", "ارتفع المد اثني عشر فاصلة خمسة وعشرين بالمئة", ["12.25 percent"]),
    ("eleven with the article is no Sunday", "رفض الملاك العروض الأحد عشر", ["11"]),
    ("plural after four", "عاد أربعة قياديين إلى الميناء", ["4 of قياديين"]),
    ("dual without a number", "عاد قياديان إلى الميناء", ["2 of قياديان"]),
    ("counted behind a numbered thing", "أيد القرار 120 بحارا", ["120 of بحارا"]),
    ("numbered thing and its year", "صدر القرار رقم 1888 عام 2015", []),
    # figures
    ("plain figure", "قتل 12 شخصا", ["12 of شخصا"]),
    ("Arabic-Indic digits", "وصل ٣٥ لاجئا", ["35 of لاجئا"]),
    ("Arabic thousands separator", "وصل ١٬٢٣٤ لاجئا", ["1234 of لاجئا"]),
    ("comma groups thousands", "وصل 12,500 لاجئ", ["12500 of لاجئ"]),
    ("point groups thousands", "وصل 12.500 لاجئ", ["12500 of لاجئ"]),
    ("space groups thousands", "وصل 23 000 جندي", ["23000 of جندي"]),
    ("both separators", "بقيمة 1,234.5 دولار", ["1234.5 USD"]),
    ("decimal", "2.5 مليون دولار", ["2500000 USD"]),
    ("figure and scale", "نزح 40 ألف مدني", ["40000 of مدني"]),
    ("glued conjunction", "35 قتيلا و120 جريحا", ["35 of قتيلا", "120 of جريحا"]),
    # words
    ("units", "أربعة جنود", ["4 of جنود"]),
    ("teens", "مقتل ثلاثة عشر شخصا", ["13 of شخصا"]),
    ("eleven", "أصيب أحد عشر شخصا", ["11 of شخصا"]),
    ("twelve, oblique", "إصابة اثني عشر طفلا", ["12 of طفلا"]),
    ("units before tens", "خمسة وعشرون جنديا", ["25 of جنديا"]),
    ("hundreds", "ثلاثمئة وخمسون لاجئا", ["350 of لاجئا"]),
    ("two hundred in construct", "مئتا جندي", ["200 of جندي"]),
    ("dead is not two hundred", "عثر عليه ميتا مع ابنه", []),
    ("hundred and more", "مئة وخمسة وعشرون صاروخا", ["125 of صاروخا"]),
    ("thousands in words", "خمسة وعشرين ألفاً من الجنود", ["25000 of الجنود"]),
    ("thousands and hundreds", "ثلاثة آلاف وخمسمئة جندي", ["3500 of جندي"]),
    ("two thousand, nominative", "وصل ألفان وخمسمئة جندي", ["2500 of جندي"]),
    ("two million", "مليوني لاجئ", ["2000000 of لاجئ"]),
    ("half a million", "نصف مليون لاجئ", ["500000 of لاجئ"]),
    ("one after a unit", "خلال يوم واحد لم ينم", ["24 hour"]),
    ("one between two nouns", "قتل شخص واحد قربها", ["1 of شخص"]),
    ("million and a half", "مليون ونصف", ["1500000"]),
    ("million and a half of the million", "مليون ونصف المليون لاجئ", ["1500000 of لاجئ"]),
    ("no noun before the part", "اعتقال 9 بينهم 4 نساء", ["9", "4 of نساء"]),
    ("one after its noun", "قتل شخص واحد", ["1 of شخص"]),
    # duals
    ("dual, nominative", "أصيب شخصان", ["2 of شخصان"]),
    ("dual, oblique, of a broken plural", "إصابة شخصين", ["2 of شخصين"]),
    ("dual of a feminine noun", "إسقاط طائرتين", ["2 of طائرتين"]),
    ("dual and another count", "قتيلان وثلاثة جرحى", ["2 of قتيلان", "3 of جرحى"]),
    ("dual of a measure of time", "استمر يومين", ["48 hour"]),
    ("plural that looks dual", "وصول مواطنين ومسؤولين", []),
    ("dual as a predicate", "قال إنهما محتجزان هناك", []),
    ("definite dual", "التقى المديران", []),
    # bounds and approximations
    ("at least, before", "مقتل ما لا يقل عن 12 شخصا", ["≥12 of شخصا"]),
    ("at least, after", "مقتل 12 شخصا على الأقل", ["≥12 of شخصا"]),
    ("more than", "أكثر من ألف شخص", ["≥1000 of شخص"]),
    ("not exceeding", "لم يتجاوز 49 شخصا", ["≤49 of شخصا"]),
    ("under a mark", "النفط دون 74 دولارا", ["≤74 USD"]),
    ("over a mark with the article", "النفط يتخطى حاجز الـ80 دولارا", ["≥80 USD"]),
    ("less than", "أقل من 40 شخصا", ["≤40 of شخصا"]),
    ("about", "نحو 30 شخصا", ["~30 of شخصا"]),
    ("dozens", "عشرات القتلى", ["~≥20 of القتلى"]),
    ("hundreds of thousands", "مئات الآلاف من النازحين", ["~≥200000 of النازحين"]),
    ("thousands alone", "آلاف النازحين", ["~≥2000 of النازحين"]),
    ("range with between", "بين 10 و12 صاروخا", ["10..12 of صاروخا"]),
    ("range with from and to", "من 10 إلى 12 صاروخا", ["10..12 of صاروخا"]),
    # units
    ("percent in words", "بنسبة 15 بالمئة", ["15 percent"]),
    ("percent, two words", "بنسبة 15 في المائة", ["15 percent"]),
    ("percent sign", "15% من الناخبين", ["15 percent of الناخبين"]),
    ("Arabic percent sign", "١٥٪", ["15 percent"]),
    ("currency with adjective", "3 ملايين دولار أميركي", ["3000000 USD"]),
    ("euro", "خمسة مليارات يورو", ["5000000000 EUR"]),
    ("kilometres", "على بعد 30 كيلومترا", ["30 km"]),
    ("metres become kilometres", "على عمق 500 متر", ["0.5 km"]),
    ("miles become kilometres", "5 أميال", ["8.04672 km"]),
    ("tonnes become kilograms", "20 طنا", ["20000 kg"]),
    ("hours", "بعد 48 ساعة", ["48 hour"]),
    ("degrees", "38 درجة مئوية", ["38 celsius"]),
    ("age", "البالغ من العمر 35 عاما", ["35 age"]),
    ("age with a verb", "يبلغ 20 عاما", ["20 age"]),
    ("years that are no age", "حكم عليه بالسجن 20 عاما", ["20 year"]),
    # no quantities
    ("disease", "لقاح كوفيد-19", []),
    ("aircraft type", "مقاتلات سو-35", []),
    ("resolution", "القرار 1701", []),
    ("article of a law", "المادة 15 من الدستور", []),
    ("year in a name", "ميزانية 2022", []),
    ("time", "الساعة 10 صباحا", []),
    ("minute of a match", "في الدقيقة 89", []),
    ("ordinal", "للمرة الأولى في الجولة الثالثة", []),
    ("ordinal in the teens", "في سن الثامنة عشر", []),
    ("one of", "أحد المسؤولين", []),
    ("between the two", "بين الاثنين", []),
    ("group of states", "مجموعة الـ20", []),
    ("date", "في 14 نوفمبر 2022", []),
    ("amounts", "كميات كبيرة", []),
]  # fmt: skip


def show(quantity):
    low, high = (None if end is None else f"{end:.10g}" for end in (quantity.low, quantity.high))
    number = f"≥{low}" if high is None else f"≤{high}" if low is None else low if low == high else f"{low}..{high}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{'~' if quantity.approximate else ''}{number}{unit}{f' of {quantity.of}' if quantity.of else ''}"


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_an_arabic_quantity_is_the_number_it_writes(text, expected):
    whens = read_whens(text, language="ar", published=date(2023, 7, 12))
    assert [show(quantity) for quantity in read_quantities(text, language="ar", whens=whens)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ما لا يقل عن 12 شخصا", "ما لا يقل عن 12"), ("و30 كيلومترا", "30 كيلومترا"), ("خمسة وعشرين ألفاً من", "خمسة وعشرين ألفاً")],
)
def test_the_span_holds_bound_number_and_unit(text, expected):
    (quantity,) = read_quantities(text, language="ar")
    assert text[quantity.span.start : quantity.span.end] == expected
