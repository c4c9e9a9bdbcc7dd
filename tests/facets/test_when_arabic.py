"""Arabic dates read as intervals of days. Published on Wednesday 12 July 2023 unless a case says otherwise."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from claimcmp.facets.when import read_whens

PUBLISHED = date(2023, 7, 12)

CASES = [
    # absolute dates
    ("day, month, year", "عقد المؤتمر في 14 نوفمبر 2022", ["2022-11-14 day"]),
    ("Levantine month", "عقد المؤتمر في 14 تشرين الثاني 2022", ["2022-11-14 day"]),
    ("slash pair, Levantine first", "عقد المؤتمر في 3 كانون الثاني/يناير 2021", ["2021-01-03 day"]),
    ("slash pair, Levantine second", "عقد المؤتمر في 3 يناير/كانون الثاني 2021", ["2021-01-03 day"]),
    ("slash pair with spaces", "في 9 أيلول / سبتمبر 2020", ["2020-09-09 day"]),
    ("pair in parentheses", "في 9 أيلول (سبتمبر) 2020", ["2020-09-09 day"]),
    ("Algerian month", "صدر القانون في 5 جويلية 2019", ["2019-07-05 day"]),
    ("Moroccan month", "صدر القانون في 20 غشت 2018", ["2018-08-20 day"]),
    ("Moroccan month, second", "صدر القانون في 2 دجنبر 2018", ["2018-12-02 day"]),
    ("joined by من", "في 24 من أبريل 2023", ["2023-04-24 day"]),
    ("year with its word", "في 24 أبريل من عام 2015", ["2015-04-24 day"]),
    ("month and year", "بدأت الحملة في مارس 2021", ["2021-03-01..2021-03-31 month"]),
    ("month word", "بدأت الحملة في شهر مايو 2021", ["2021-05-01..2021-05-31 month"]),
    ("day in words", "في السابع من أكتوبر 2022", ["2022-10-07 day"]),
    ("compound day in words", "في الخامس والعشرين من يناير 2011", ["2011-01-25 day"]),
    ("digits with slashes", "وقع العقد بتاريخ 14/11/2022", ["2022-11-14 day"]),
    ("Arabic-Indic digits with slashes", "وقع العقد بتاريخ ١٤/١١/٢٠٢٢", ["2022-11-14 day"]),
    ("Arabic-Indic day", "في ١٤ نوفمبر ٢٠٢٢", ["2022-11-14 day"]),
    ("dots", "بتاريخ 14.11.2022", ["2022-11-14 day"]),
    ("ISO", "2022-11-14 أنقرة", ["2022-11-14 day"]),
    ("weekday before a date", "عقد الاجتماع الاثنين 14 نوفمبر 2022", ["2022-11-14 day"]),
    # relative to the publication
    ("past month", "التقيا في نوفمبر الماضي", ["2022-11-01..2022-11-30 month"]),
    ("past month of this year", "التقيا في مايو الماضي", ["2023-05-01..2023-05-31 month"]),
    ("past day", "التقيا في 14 نوفمبر الماضي", ["2022-11-14 day"]),
    ("past day of this year", "التقيا في 24 يونيو الماضي", ["2023-06-24 day"]),
    ("past slash pair", "منذ أيام الحرب في فبراير/شباط الماضي", ["2023-02-01..2023-02-28 month"]),
    ("current month", "في 5 يوليو الجاري", ["2023-07-05 day"]),
    ("coming month", "تبدأ الدورة في سبتمبر المقبل", ["2023-09-01..2023-09-30 month"]),
    ("coming month of next year", "تبدأ الدورة في مارس القادم", ["2024-03-01..2024-03-31 month"]),
    ("month of last year", "في نوفمبر من العام الماضي", ["2022-11-01..2022-11-30 month"]),
    ("bare month", "زار المدينة في أبريل", ["2023-04-01..2023-04-30 month"]),
    ("bare month, future verb", "سيزور المدينة في أكتوبر", ["2023-10-01..2023-10-31 month"]),
    ("both names of a month side by side", "هدم الجسر في 18 فبراير شباط", ["2023-02-18 day"]),
    ("both names of a past month", "هدم الجسر في السابع من نوفمبر تشرين الثاني الماضي", ["2022-11-07 day"]),
    # what lies ahead, and what does not
    ("a sitting set for a day", "قال القاضي إن الجلسة مقررة في 3 مارس", ["2024-03-03 day"]),
    ("an expected fair", "ينتظر أن يفتتح السوق في فبراير", ["2024-02-01..2024-02-29 month"]),
    ("a planned holding", "من المقرر عقد الجلسة في 3 مارس", ["2024-03-03 day"]),
    ("a present verb of beginning", "تبدأ المحاكمة في مارس", ["2024-03-01..2024-03-31 month"]),
    ("what a scheduled meeting's verb tells", "ويجتمع المجلس في الأول من ديسمبر", ["2023-12-01 day"]),
    ("put off until", "أرجأت البلدية فتح الجسر إلى 10 مارس", ["2024-03-10 day"]),
    ("extended until", "مدد المجلس المهلة حتى 30 مايو", ["..2024-05-30 range"]),
    ("a short verb in the future", "قال الحارس الاثنين إن المركب سيصل الخميس", ["2023-07-10 day", "2023-07-13 day"]),
    ("what was planned once lies on either side", "كان مقررا أن تعقد الجلسة في مايو", ["2023-05-01..2023-05-31 month"]),
    ("what was planned once and is near", "ألغت البلدية السوق التي كانت مقررة في 20 يوليو", ["2023-07-20 day"]),
    ("a past verb behind one in the future", "ستفتح البلدية الجسر الذي هدم بعد أن انهار في مارس", ["2023-03-01..2023-03-31 month"]),
    ("a past verb, not far ahead", "سجلت البلدة أمطارا غزيرة في 20 يوليو", ["2022-07-20 day"]),
    ("until a day ahead", "وافق المجلس على تمديد المهلة حتى 20 يوليو", ["..2023-07-20 range"]),
    ("not begun", "لم تبدأ المحاكمة في مارس", ["2023-03-01..2023-03-31 month"]),
    ("late", "في أواخر يونيو الماضي", ["2023-06-21..2023-06-30 range"]),
    ("mid", "في منتصف أبريل الماضي", ["2023-04-11..2023-04-20 range"]),
    ("early", "في مطلع مايو 2020", ["2020-05-01..2020-05-10 range"]),
    ("early year", "مطلع العام الجاري", ["2023-01-01..2023-05-01 range"]),
    ("end of the year", "نهاية العام", ["2023-09-01..2023-12-31 range"]),
    ("yesterday", "وصل الوفد أمس", ["2023-07-11 day"]),
    ("the day before yesterday", "وصل الوفد أول أمس", ["2023-07-10 day"]),
    ("today", "يصل الوفد اليوم", ["2023-07-12 day"]),
    ("tomorrow with tanwin", "يصل الوفد غداً", ["2023-07-13 day"]),
    ("last week", "وصل الوفد الأسبوع الماضي", ["2023-07-03..2023-07-09 week"]),
    ("next month", "يصل الوفد الشهر المقبل", ["2023-08-01..2023-08-31 month"]),
    ("last year", "وصل الوفد العام الماضي", ["2022-01-01..2022-12-31 year"]),
    ("this year, demonstrative", "وصل الوفد هذا العام", ["2023-01-01..2023-12-31 year"]),
    ("days ago", "وصل الوفد قبل ثلاثة أيام", ["2023-07-09 day"]),
    ("days ago in digits", "وصل الوفد قبل 10 أيام", ["2023-07-02 day"]),
    ("dual days ago", "وصل الوفد قبل يومين", ["2023-07-10 day"]),
    ("week ago", "وصل الوفد قبل أسبوع", ["2023-07-02..2023-07-08 week"]),
    ("the last three days", "خلال الأيام الثلاثة الماضية", ["2023-07-09..2023-07-12 range"]),
    ("last summer", "في الصيف الماضي", ["2022-06-01..2022-08-31 season"]),
    ("season of a year", "في صيف 2019", ["2019-06-01..2019-08-31 season"]),
    # weekdays
    ("weekday", "قال الوزير الاثنين", ["2023-07-10 day"]),
    ("weekday of the publication", "قال الوزير الأربعاء", ["2023-07-12 day"]),
    ("weekday with clitics", "والخميس بالجمعة", ["2023-07-06 day", "2023-07-07 day"]),
    ("weekday with li-", "تأجل اللقاء للسبت", ["2023-07-08 day"]),
    ("coming weekday", "يعقد اللقاء الأحد المقبل", ["2023-07-16 day"]),
    ("past weekday", "عقد اللقاء الأربعاء الماضي", ["2023-07-05 day"]),
    ("future verb before", "ستعقد الوزارة اجتماعا الاثنين", ["2023-07-17 day"]),
    ("weekday of the speech, future after it", "قال الوزير الاثنين إن اللجنة ستجتمع الخميس", ["2023-07-10 day", "2023-07-13 day"]),
    ("yesterday and its weekday", "مساء أمس الثلاثاء", ["2023-07-11 day"]),
    ("today and its weekday", "اليوم الأربعاء", ["2023-07-12 day"]),
    # years, ranges, bounds
    ("year with its word", "عام 1962", ["1962-01-01..1962-12-31 year"]),
    ("year after a preposition", "في 1962", ["1962-01-01..1962-12-31 year"]),
    ("year range", "من 2014 إلى 2018", ["2014-01-01..2018-12-31 range"]),
    ("year range with a dash", "خلال 2014-2018", ["2014-01-01..2018-12-31 range"]),
    ("days of one month", "بين 3 و5 مايو", ["2023-05-03..2023-05-05 range"]),
    ("between weekdays", "بين الاثنين والأربعاء", ["2023-07-10..2023-07-12 range"]),
    ("since a year", "منذ عام 2014", ["2014-01-01.. range"]),
    ("since a month", "منذ مارس 2011", ["2011-03-01.. range"]),
    ("by the end of the year", "بحلول نهاية العام", ["..2023-12-31 range"]),
    ("before a year", "قبل 2020", ["..2019-12-31 range"]),
    ("after a date", "بعد 3 مايو 2022", ["2022-05-04.. range"]),
    ("until a month", "حتى أغسطس 2022", ["..2022-08-31 range"]),
    # no dates
    ("between the two", "آخر لقاء علني معروف بين الاثنين", []),
    ("someone", "لم يصب أحد بأذى", []),
    ("two persons", "اعتقل اثنين من المشتبه بهم", []),
    ("secretary-general", "الأمين العام الحالي للمنظمة", []),
    ("the following day", "في اليوم التالي", []),
    ("event known by its date", "بعد هجمات 11 سبتمبر", []),
    ("revolution known by its date", "شباب ثورة 25 يناير", []),
    ("four digits that count", "وصل 2000 جندي", []),
    ("that day", "وقال حينها إنه لن يعود", []),
    ("impossible day", "في 31 فبراير 2022", []),
    ("past days without number", "في الأيام الماضية", []),
    ("quantities", "قدم كميات من السلاح", []),
]  # fmt: skip


def show(when):
    first, last = (day.isoformat() if day else "" for day in (when.first, when.last))
    return f"{first if first == last else f'{first}..{last}'} {when.precision.value}"


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_an_arabic_date_is_the_interval_it_names(text, expected):
    assert [show(when) for when in read_whens(text, language="ar", published=PUBLISHED)] == expected


SPANS = [
    ("في أواخر يونيو الماضي في تركيا", "أواخر يونيو الماضي"),
    ("في 14 نوفمبر الماضي، في تركيا", "14 نوفمبر الماضي"),
    ("والأربعاء وصل", "الأربعاء"),
    ("غداً يصل", "غداً"),
    ("استمر منذ عام 2014 وما زال", "منذ عام 2014"),
    ("في ١٤ نوفمبرَ ٢٠٢٢.", "١٤ نوفمبرَ ٢٠٢٢"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_the_span_holds_the_date_without_preposition_and_conjunction(text, expected):
    (when,) = read_whens(text, language="ar", published=PUBLISHED)
    assert text[when.span.start : when.span.end] == expected


def test_a_weekday_in_an_article_of_that_weekday_is_the_day_of_publication():
    (when,) = read_whens("التقى المديران في أنقرة الاثنين", language="ar", published=date(2022, 11, 14))
    assert (when.first, when.last) == (date(2022, 11, 14), date(2022, 11, 14))


def test_the_time_of_publication_does_not_matter():
    assert read_whens("أمس", language="ar", published=datetime(2022, 11, 14, 23, 59)) == read_whens(
        "أمس", language="ar", published=date(2022, 11, 14)
    )


@pytest.mark.parametrize(
    "text", ["أمس", "الاثنين", "في نوفمبر الماضي", "في 14 نوفمبر", "قبل ثلاثة أيام", "العام الماضي", "نهاية العام", "الصيف الماضي"]
)
def test_nothing_relative_is_guessed_without_a_publication_date(text):
    assert read_whens(text, language="ar") == ()


@pytest.mark.parametrize("text", ["في 14 نوفمبر 2022", "عام 1962", "2022-11-14", "في صيف 2019"])
def test_absolute_dates_need_no_publication_date(text):
    assert len(read_whens(text, language="ar")) == 1
