"""English dates read as intervals of days. Published on Wednesday 12 July 2023 unless a case says otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.facets.when import read_whens

PUBLISHED = date(2023, 7, 12)

CASES = [
    # absolute dates
    ("day month year", "They met on 14 November 2022 in Ankara.", ["2022-11-14 day"]),
    ("month day, year", "They met on November 14, 2022, in Ankara.", ["2022-11-14 day"]),
    ("ordinal day", "They met on the 14th of November 2022.", ["2022-11-14 day"]),
    ("abbreviated month", "They met on Nov. 14, 2022.", ["2022-11-14 day"]),
    ("Sept.", "They met on 3 Sept. 2021.", ["2021-09-03 day"]),
    ("day in words", "It began on the first of May 2020.", ["2020-05-01 day"]),
    ("month year", "It began in March 2021.", ["2021-03-01..2021-03-31 month"]),
    ("month of year", "It began in March of 2021.", ["2021-03-01..2021-03-31 month"]),
    ("ISO", "Signed 2022-11-14.", ["2022-11-14 day"]),
    ("ISO with a time", "Logged 2022-11-14T10:00:00Z.", ["2022-11-14 day"]),
    ("unambiguous digits", "Signed 14/11/2022.", ["2022-11-14 day"]),
    ("unambiguous digits, month first", "Signed 11/14/2022.", ["2022-11-14 day"]),
    ("weekday before a date", "They met on Monday, 14 November 2022.", ["2022-11-14 day"]),
    ("weekday before month day", "They met on Monday, November 14, 2022.", ["2022-11-14 day"]),
    # relative to the publication
    ("last month by name", "They met last November.", ["2022-11-01..2022-11-30 month"]),
    ("day of the past", "They met on 24 June.", ["2023-06-24 day"]),
    ("day of last year", "They met on November 14.", ["2022-11-14 day"]),
    ("day of last year, said", "They met on 14 November last year.", ["2022-11-14 day"]),
    ("day soon to come", "The talks open on 20 July.", ["2023-07-20 day"]),
    ("day to come with a future verb", "The talks will open on 20 October.", ["2023-10-20 day"]),
    ("bare month", "They met in April.", ["2023-04-01..2023-04-30 month"]),
    ("bare month to come", "They will meet in October.", ["2023-10-01..2023-10-31 month"]),
    ("next month by name", "The court sits next March.", ["2024-03-01..2024-03-31 month"]),
    ("late", "They met in late June.", ["2023-06-21..2023-06-30 range"]),
    ("mid with hyphen", "They met in mid-June.", ["2023-06-11..2023-06-20 range"]),
    ("early with year", "They met in early May 2020.", ["2020-05-01..2020-05-10 range"]),
    ("end of a month", "They met at the end of June.", ["2023-06-21..2023-06-30 range"]),
    ("early last week", "They met early last week.", ["2023-07-03..2023-07-04 range"]),
    ("yesterday", "They met yesterday.", ["2023-07-11 day"]),
    ("today's", "Today’s vote was close.", ["2023-07-12 day"]),
    ("tomorrow", "They meet tomorrow.", ["2023-07-13 day"]),
    ("the day before yesterday", "They met the day before yesterday.", ["2023-07-10 day"]),
    ("last night", "They met last night.", ["2023-07-11 day"]),
    ("last week", "They met last week.", ["2023-07-03..2023-07-09 week"]),
    ("next month", "They meet next month.", ["2023-08-01..2023-08-31 month"]),
    ("last year's", "Last year's budget was cut.", ["2022-01-01..2022-12-31 year"]),
    ("this year", "The plant opened this year.", ["2023-01-01..2023-12-31 year"]),
    ("last weekend", "They met last weekend.", ["2023-07-08..2023-07-09 range"]),
    ("three days ago", "They met three days ago.", ["2023-07-09 day"]),
    ("10 days ago", "They met 10 days ago.", ["2023-07-02 day"]),
    ("years and a half ago", "They met three and a half years ago.", ["2019-07-13..2020-07-13 year"]),
    ("a week ago", "They met a week ago.", ["2023-07-02..2023-07-08 week"]),
    ("the past three weeks", "It rained over the past three weeks.", ["2023-06-21..2023-07-12 range"]),
    ("the next two days", "It will rain over the next two days.", ["2023-07-12..2023-07-14 range"]),
    ("last summer", "They met last summer.", ["2022-06-01..2022-08-31 season"]),
    ("summer of a year", "They met in the summer of 2019.", ["2019-06-01..2019-08-31 season"]),
    # weekdays
    ("weekday", "They met on Monday.", ["2023-07-10 day"]),
    ("weekday of the publication", "The minister said Wednesday.", ["2023-07-12 day"]),
    ("last weekday", "They met last Wednesday.", ["2023-07-05 day"]),
    ("next weekday", "They meet next Wednesday.", ["2023-07-19 day"]),
    ("future verb before", "The panel will meet on Monday.", ["2023-07-17 day"]),
    ("weekday of the speech, future after it", "He said on Monday that the panel will meet on Friday.", ["2023-07-10 day", "2023-07-14 day"]),
    ("future, then the weekday of the speech", "The panel will meet soon, he said on Monday.", ["2023-07-10 day"]),
    ("head of the sentence, future", "On Monday the panel will meet.", ["2023-07-17 day"]),
    ("weekday of last week", "They met on Tuesday of last week.", ["2023-07-04 day"]),
    # years, ranges, bounds
    ("year after in", "The pact dates from 1962, or in 1963.", ["1962-01-01..1962-12-31 year", "1963-01-01..1963-12-31 year"]),
    ("year range", "It lasted from 2014 to 2018.", ["2014-01-01..2018-12-31 range"]),
    ("year range with a dash", "The 2014–2018 talks failed.", ["2014-01-01..2018-12-31 range"]),
    ("days of one month", "It rained between 3 and 5 May.", ["2023-05-03..2023-05-05 range"]),
    ("days of one month, dash", "It rained on 3-5 May 2021.", ["2021-05-03..2021-05-05 range"]),
    ("month first", "It rained on May 3-5, 2021.", ["2021-05-03..2021-05-05 range"]),
    ("weekdays", "It rained from Monday to Tuesday.", ["2023-07-10..2023-07-11 range"]),
    ("months of a year", "It rained between March 2021 and May 2021.", ["2021-03-01..2021-05-31 range"]),
    ("since", "It has rained since 2014.", ["2014-01-01.. range"]),
    ("until", "It rained until 3 May 2021.", ["..2021-05-03 range"]),
    ("by the end of the year", "The bridge will open by the end of the year.", ["..2023-12-31 range"]),
    ("before", "It was built before 2020.", ["..2019-12-31 range"]),
    ("after", "It was built after 3 May 2021.", ["2021-05-04.. range"]),
    # no dates
    ("the verb may", "The two may meet.", []),
    ("the verb may before a number", "It may 5 times fail.", []),
    ("the verb march", "They march in silence.", []),
    ("ambiguous digits", "Signed 11/12/2022.", []),
    ("Black Friday", "Black Friday sales fell.", []),
    ("event known by its date", "After the September 11 attacks security grew.", []),
    ("a newspaper", "He told the Sunday Times.", []),
    ("four digits that count", "They heard 2000 stories.", []),
    ("early in a decade", "In the early 2000s it closed.", ["2000-01-01..2003-05-01 range"]),
    ("a year before a name", "The 2022 World Cup.", ["2022-01-01..2022-12-31 year"]),
    ("that day", "That day nobody spoke.", []),
    ("impossible day", "On 31 February 2022.", []),
    ("fall as a verb", "Prices fall and spring back.", []),
    ("second", "The second meeting took a second.", []),
    ("a number after a month", "In early October four men fled.", ["2022-10-01..2022-10-10 range"]),
]  # fmt: skip


def show(when):
    first, last = (day.isoformat() if day else "" for day in (when.first, when.last))
    return f"{first if first == last else f'{first}..{last}'} {when.precision.value}"


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_an_english_date_is_the_interval_it_names(text, expected):
    assert [show(when) for when in read_whens(text, language="en", published=PUBLISHED)] == expected


SPANS = [
    ("They met in late June, twice.", "late June"),
    ("They met on November 14, 2022, in Ankara.", "November 14, 2022"),
    ("It has rained since 2014 here.", "since 2014"),
    ("They met on Monday.", "Monday"),
    ("They met in October. Then they left.", "October"),
    ("They met on Oct. 3, 2021.", "Oct. 3, 2021"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_the_span_holds_the_date_without_its_preposition(text, expected):
    (when,) = read_whens(text, language="en", published=PUBLISHED)
    assert text[when.span.start : when.span.end] == expected


@pytest.mark.parametrize("text", ["yesterday", "on Monday", "last November", "on 14 November", "three days ago", "last year"])
def test_nothing_relative_is_guessed_without_a_publication_date(text):
    assert read_whens(text, language="en") == ()


@pytest.mark.parametrize("language", ["ru", "fa", "und", ""])
def test_a_language_without_tables_still_gives_dates_in_digits(language):
    assert [show(when) for when in read_whens("2022-11-14, 25/12/2021", language=language)] == ["2022-11-14 day", "2021-12-25 day"]
