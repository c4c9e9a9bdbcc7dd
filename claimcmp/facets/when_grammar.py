"""How dates are written, as patterns over tags: one grammar for every language.

``{tag}`` is one item with that tag (see :mod:`claimcmp.facets.lexer`); word
order is free where languages differ, and which words carry a tag is language
data. Patterns are tried in order; what an earlier one has taken is not read
again.
"""

from __future__ import annotations

_BEFORE = "{past}|{current}|{next}"
_AFTER = "{past_after}|{current_after}|{next_after}"
_PHASE = "(?P<phase>{early}|{mid}|{late}){dash}?(?:{joiner}|{the}|{in})*"
_PHASE_AFTER = "(?P<phase>{early_after}|{mid_after}|{late_after})"
_ORDINAL = "(?:{dash}?{ordinal}|{ordinal_dot})?"
_SUFFIX = "(?:{quote}{year_suffix})"
_MONTH = (
    "(?P<month>{month})(?:{dot}(?={figure_day}|{year}))?(?:{slash}{month}|{open}{month}{close}|{second_month})?(?:{month_noun}|"
    + _SUFFIX
    + ")?"
)
_NOT_YEAR_OF_THINGS = "(?!(?!{year_noun})(?:{measure}|{scale}|{counted}|{worded}))"
_YEAR = f"(?P<year>{{year}}){_NOT_YEAR_OF_THINGS}(?:{{year_noun}}|{_SUFFIX})?"
_OF_YEAR = (
    f"(?:(?:{{joiner}}|{{comma}}|{{the}})*(?P<year_before>{_BEFORE}){{u_year}}|(?:{{joiner}}|{{comma}})*{{u_year}}(?P<year_after>{_AFTER})"
    f"|(?P<after>{_AFTER})|{{comma}}?{{joiner}}*{{year_mark}}?{_YEAR})?"
)
_ERA = "(?:{comma}?{joiner}*{year_mark}?(?P<year>{era_year}){era_mark}?)"
_DAY_NAME = "(?:{weekday}(?:{comma}|{open}|{joiner}|{the})*)?"
_YEAR_CUE = (
    "(?:{year_mark}{the}?|(?<={in})|(?<={year_owner})|(?<={since})|(?<={until})|(?<={by})|(?<={before})|(?<={after_cue})|(?<={from}))"
)
_NIGHT = "(?:(?:{comma}|{joiner}|{the}|{in})*(?P<night>{night}))?"
_NIGHT_BEFORE = "(?:(?:(?P<night_to>{night_to})|(?P<night_of>{night_of})){the}*)?"

_DECADE = "(?P<decade>{year}|{number})(?:{dash}|{quote})?(?P<mark>{decade_mark})"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("numeric", _DAY_NAME + "(?P<date>{date})"),
    ("solar", f"{_DAY_NAME}(?P<day>{{day}}|{{dayword}}){{joiner}}*{{month_mark}}?(?P<month>{{solar_month}}){{month_noun}}?{_ERA}?"),
    ("solar", "(?P<month>{solar_month}){month_noun}?" + _ERA),
    ("solar", "(?P<month>{solar_month}){month_noun}"),
    ("hijri", f"{_DAY_NAME}(?P<day>{{day}}|{{dayword}}){{joiner}}*{{month_mark}}?(?P<month>{{hijri_month}}){_ERA}?"),
    ("hijri", "(?P<month>{hijri_month})" + _ERA),
    ("solar_year", "{year_mark}(?P<year>{era_year})(?!{era_mark})" + _NOT_YEAR_OF_THINGS),
    (
        "days",
        f"(?P<opening>{{between}}|{{from}})?{{the}}?(?P<first>{{day}}|{{dayword}}){_ORDINAL}(?P<link>{{and}}|{{to}}|{{dash}}){{the}}?(?P<last>{{day}}|{{dayword}}){_ORDINAL}{{joiner}}*{{month_mark}}?"
        + _MONTH
        + _OF_YEAR,
    ),
    ("days", _MONTH + f"(?P<first>{{day}}){_ORDINAL}(?P<link>{{to}}|{{dash}})(?P<last>{{day}}){_ORDINAL}" + _OF_YEAR),
    ("day", _DAY_NAME + f"(?P<day>{{day}}|{{dayword}}){_ORDINAL}{{joiner}}*{{month_mark}}?" + _MONTH + _OF_YEAR),
    ("day", _DAY_NAME + _MONTH + f"{{the}}?(?P<day>{{figure_day}}){_ORDINAL}" + _OF_YEAR),
    ("month", "(?P<before>" + _BEFORE + ")?{month_mark}?" + _MONTH + _OF_YEAR + _PHASE_AFTER),
    ("month", f"(?:{_PHASE})?(?P<before>{_BEFORE})?{{month_mark}}?" + _MONTH + _OF_YEAR),
    ("season", f"(?:{_PHASE})?(?P<before>{_BEFORE})?(?P<season>{{season}})" + _OF_YEAR),
    ("decade", f"(?:{_PHASE})?{{decades_word}}{{the}}?(?P<decade>{{decade}}|{{year}}|{{number}})"),
    ("decade", _DECADE + "{year_noun}?" + _PHASE_AFTER),
    ("decade", f"(?:{_PHASE})?{_DECADE}{{year_noun}}?"),
    ("decade", f"(?:{_PHASE})?(?P<decade>{{decade_name}}){{year_noun}}?"),
    (
        "years",
        "(?:(?P<opening>{between}|{from}){year_mark}?|{year_mark})?(?P<first>{year})(?P<link>{and}|{to}|{dash}){year_mark}?(?P<last>{year})"
        + _NOT_YEAR_OF_THINGS,
    ),
    ("short_years", "(?P<first>{year}){dash}(?P<last>{number})" + _NOT_YEAR_OF_THINGS),
    ("year", _PHASE + "{year_mark}?" + _YEAR),
    ("year", _YEAR + _PHASE_AFTER),
    ("year", f"(?P<year>{{year}})(?:{{year_noun}}{_PHASE_AFTER}?|{_SUFFIX})"),
    ("year", _YEAR_CUE + _YEAR),
    ("year", "(?<={open})(?P<year>{year})(?={close})"),
    ("ago", "{ago_before}{about}?(?P<count>{number}){about}?(?P<unit>{unit}|{units})(?!{joiner})"),
    ("ago", "{ago_before}{about}?(?P<unit>{dual}|{unit})(?!{joiner})"),
    ("ago", "(?P<count>{number})(?P<unit>{unit}|{units}){ago_after}"),
    ("ago", "(?P<unit>{unit}){ago_after}"),
    ("since_ago", "{since}{about}?(?P<count>{number})(?P<unit>{unit}|{units})"),
    ("since_ago", "{since}{about}?(?P<unit>{dual}|{unit})(?!" + _AFTER + ")"),
    ("stretch", "(?P<before>{past}|{next})(?P<count>{number}|{defnum})(?P<unit>{unit}|{units})"),
    ("stretch", "(?P<unit>{units})(?P<count>{number}|{defnum})(?P<after>{past_after}|{next_after})"),
    ("stretch", "(?P<count>{number})(?P<unit>{units})(?P<after>{past_after}|{next_after})"),
    ("stretch", "(?P<count>{number})(?P<after>{past_after}|{next_after})(?P<unit>{unit}|{units})"),
    ("stretch", "(?P<unit>{dual})(?P<after>{past_after}|{next_after})"),
    ("weekday", "(?P<night_range>{night_range}){the}?(?P<weekday>{weekday}){to}{the}?{weekday}"),
    (
        "weekday",
        f"{_NIGHT_BEFORE}(?P<weekday>{{weekday}}){_NIGHT}(?:{{joiner}}|{{the}}|{{in}})*(?:(?P<week_before>{_BEFORE}){{u_week}}|{{u_week}}(?P<week_after>{_AFTER}))",
    ),
    (
        "weekday",
        f"(?:(?P<deictic>{{deictic}}){{comma}}?)?{_NIGHT_BEFORE}(?P<before>{_BEFORE})?(?P<weekday>{{weekday}})(?P<after>{_AFTER})?{{day_noun}}?{_NIGHT}",
    ),
    ("deictic", "(?<!{that})(?P<deictic>{deictic})(?!{not_today})"),
    ("bare_year", "(?P<year>{year})" + _NOT_YEAR_OF_THINGS),
    ("unit", f"(?:{_PHASE})?(?P<before>{_BEFORE})(?P<unit>{{u_week}}|{{u_weekend}}|{{u_month}}|{{u_year}})"),
    ("unit", f"(?:{_PHASE})?(?P<unit>{{u_week}}|{{u_weekend}}|{{u_month}}|{{u_year}})(?P<after>{_AFTER})"),
    ("unit", _PHASE + "(?P<unit>{u_week}|{u_month}|{u_year})(?!{joiner}|{not_today})"),
)
"""Kind of date and its pattern. Kinds are resolved in :mod:`claimcmp.facets.when_resolve`."""
