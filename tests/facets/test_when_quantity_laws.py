"""Laws of reading dates and quantities: spans in bounds and in order, no text raises, time grows linearly."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import example, given, settings, strategies as st

from claimcmp.errors import LanguageDataError
from claimcmp.facets.quantity import read_quantities
from claimcmp.facets.when import read_whens
from claimcmp.settings import Settings

VOCABULARY = (
    "14 3-5 2022 May مايو شباط/فبراير الماضي الاثنين Monday between بين and و3 منذ since three ثلاثة وعشرون ألف مليون million dozen $ % ٪ بالمئة km "
    "2022-11-14 14/11/2022 31/02/2022 1.234,5 1,2,3 ١٬٢٣٤ at least أكثر من late أواخر العام year week ago قبل يومين - – . , ( ) F-16 \ud800 \0 \u202e 0 999999999999999 "
    "half نصف last next صيف summer the of to until حتى بعد after first الأول غدا yesterday aged old عاما"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join))
LANGUAGES = st.sampled_from(["ar", "en", "ru", "und", "", "ar-EG"])


@given(TEXTS, LANGUAGES, st.one_of(st.none(), st.dates()))
@example("0%0", "ar", None)
@example("مذ 0 العام", "ar", date(2000, 1, 1))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_in_order_and_apart(text, language, published):
    whens = read_whens(text, language=language, published=published)
    quantities = read_quantities(text, language=language, whens=whens)
    for facets in (whens, quantities):
        ends = [0, *(facet.span.end for facet in facets)]
        assert all(end <= facet.span.start < facet.span.end <= len(text) for end, facet in zip(ends, facets, strict=False))
    for quantity in quantities:
        is_dated = any(when.span.start < quantity.span.end and quantity.span.start < when.span.end for when in whens)
        assert not is_dated or quantity.unit is not None  # "18 years ago" is a date and 18 years
        assert quantity.of is None or quantity.of in text
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@pytest.mark.parametrize("published", [date.min, date.max, date(9998, 12, 31), date(2, 1, 1)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_dates_at_the_ends_of_the_calendar_do_not_raise(published, language):
    text = (
        "الاثنين المقبل، الأسبوع الماضي، 14 نوفمبر الماضي، قبل 50000 سنة، منذ 40 عاما، الصيف الماضي، غدا، نهاية الأسبوع المقبل، 29 فبراير. "
    )
    text += "last summer, next summer, this winter, next year, tomorrow, early next week, after tomorrow, before yesterday, 99999 years ago"
    for when in read_whens(text, language=language, published=published):
        assert when.first is None or when.last is None or when.first <= when.last


@pytest.mark.parametrize("unit", ["a", "ا", "1", "1 ", "May ", "14 نوفمبر ", "1-", "million ", "و", "«"])
def test_time_grows_linearly_with_the_text(unit):
    def measure(length):
        text = unit * (length // len(unit))
        start = time.process_time()
        read_quantities(text, language="ar", whens=read_whens(text, language="ar", published=date(2023, 7, 12)))
        return time.process_time() - start

    measure(1000)
    assert measure(40_000) < 25 * (measure(5_000) + 0.02)


def test_a_user_extends_the_tables_by_a_file(tmp_path):
    path = tmp_path / "more.toml"
    path.write_text('[en.dates.tags]\ndate_name_after = ["summit"]\n[en.numbers.units]\nfurlong = ["furlongs"]\n', encoding="utf-8")
    extended = Settings(language_files=(path,))
    text = "After the May 3 summit they walked 5 furlongs."
    assert read_whens(text, language="en", published=date(2023, 7, 12), settings=extended) == ()
    assert [quantity.unit for quantity in read_quantities(text, language="en", settings=extended)][-1] == "furlong"


def test_a_wrong_table_is_named(tmp_path):
    path = tmp_path / "wrong.toml"
    path.write_text('[en.dates.months]\nspring = ["x"]\n', encoding="utf-8")
    with pytest.raises(LanguageDataError, match="dates"):
        read_whens("May", language="en", settings=Settings(language_files=(path,)))
