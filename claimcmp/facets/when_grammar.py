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
_MONTH = "(?P<month>{month})(?:{dot}(?={figure_day}|{year}))?(?:{slash}{month}|{open}{month}{close})?"
_OF_YEAR = (
    f"(?:(?:{{joiner}}|{{comma}}|{{the}})*(?P<year_before>{_BEFORE}){{u_year}}|(?:{{joiner}}|{{comma}})*{{u_year}}(?P<year_after>{_AFTER})"
    f"|(?P<after>{_AFTER})|{{comma}}?{{joiner}}*{{year_mark}}?(?P<year>{{year}})(?!{{measure}}|{{scale}}|{{counted}}))?"
)
_DAY_NAME = "(?:{weekday}(?:{comma}|{open}|{joiner}|{the})*)?"
_NOT_YEAR_OF_THINGS = "(?!{measure}|{scale}|{counted}|{worded})"
_YEAR_CUE = "(?:{year_mark}{the}?|(?<={in})|(?<={since})|(?<={until})|(?<={by})|(?<={before})|(?<={after_cue})|(?<={from}))"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("numeric", _DAY_NAME + "(?P<date>{date})"),
    (
        "days",
        "(?P<opening>{between}|{from})?(?P<first>{day}|{dayword}){ordinal}?(?P<link>{and}|{to}|{dash})(?P<last>{day}|{dayword}){ordinal}?{joiner}*{month_mark}?"
        + _MONTH
        + _OF_YEAR,
    ),
    ("days", _MONTH + "(?P<first>{day}){ordinal}?(?P<link>{to}|{dash})(?P<last>{day}){ordinal}?" + _OF_YEAR),
    ("day", _DAY_NAME + "(?P<day>{day}|{dayword}){ordinal}?{joiner}*{month_mark}?" + _MONTH + _OF_YEAR),
    ("day", _DAY_NAME + _MONTH + "{the}?(?P<day>{figure_day}){ordinal}?" + _OF_YEAR),
    ("month", f"(?:{_PHASE})?(?P<before>{_BEFORE})?{{month_mark}}?" + _MONTH + _OF_YEAR),
    ("season", f"(?:{_PHASE})?(?P<before>{_BEFORE})?(?P<season>{{season}})" + _OF_YEAR),
    (
        "years",
        "(?:(?P<opening>{between}|{from}){year_mark}?|{year_mark})?(?P<first>{year})(?P<link>{and}|{to}|{dash}){year_mark}?(?P<last>{year})"
        + _NOT_YEAR_OF_THINGS,
    ),
    ("year", _PHASE + "{year_mark}?(?P<year>{year})" + _NOT_YEAR_OF_THINGS),
    ("year", _YEAR_CUE + "(?P<year>{year})" + _NOT_YEAR_OF_THINGS),
    ("ago", "{ago_before}{about}?(?P<count>{number}){about}?(?P<unit>{unit}|{units})(?!{joiner})"),
    ("ago", "{ago_before}{about}?(?P<unit>{dual}|{unit})(?!{joiner})"),
    ("ago", "(?P<count>{number})(?P<unit>{unit}|{units}){ago_after}"),
    ("ago", "(?P<unit>{unit}){ago_after}"),
    ("since_ago", "{since}{about}?(?P<count>{number})(?P<unit>{unit}|{units})"),
    ("since_ago", "{since}{about}?(?P<unit>{dual}|{unit})(?!" + _AFTER + ")"),
    ("stretch", "(?P<before>{past}|{next})(?P<count>{number}|{defnum})(?P<unit>{unit}|{units})"),
    ("stretch", "(?P<unit>{units})(?P<count>{number}|{defnum})(?P<after>{past_after}|{next_after})"),
    ("stretch", "(?P<count>{number})(?P<unit>{units})(?P<after>{past_after}|{next_after})"),
    ("stretch", "(?P<unit>{dual})(?P<after>{past_after}|{next_after})"),
    (
        "weekday",
        f"(?P<weekday>{{weekday}})(?:{{joiner}}|{{the}}|{{in}})*(?:(?P<week_before>{_BEFORE}){{u_week}}|{{u_week}}(?P<week_after>{_AFTER}))",
    ),
    ("weekday", f"(?:(?P<deictic>{{deictic}}){{comma}}?)?(?P<before>{_BEFORE})?(?P<weekday>{{weekday}})(?P<after>{_AFTER})?"),
    ("deictic", "(?P<deictic>{deictic})(?!{not_today})"),
    ("unit", f"(?:{_PHASE})?(?P<before>{_BEFORE})(?P<unit>{{u_week}}|{{u_weekend}}|{{u_month}}|{{u_year}})"),
    ("unit", f"(?:{_PHASE})?(?P<unit>{{u_week}}|{{u_weekend}}|{{u_month}}|{{u_year}})(?P<after>{_AFTER})"),
    ("unit", _PHASE + "(?P<unit>{u_week}|{u_month}|{u_year})(?!{joiner}|{not_today})"),
)
"""Kind of date and its pattern. Kinds are resolved in :mod:`claimcmp.facets.when_resolve`."""
