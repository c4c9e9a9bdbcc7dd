"""A country changed: its name, or its adjective, wherever the sentence has it. Names come from Unicode CLDR, not from the package under test."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random

from babel import Locale

from benchmarks.quality.changed import demonyms
from benchmarks.quality.changed.cases import Case, Edit

CODES: tuple[str, ...] = (
    "US", "GB", "FR", "DE", "IT", "ES", "RU", "CN", "JP", "IN", "ID", "BR", "MX", "CA", "AU", "TR", "IR", "IQ", "SY", "EG", "IL", "SA", "AF", "PK",
    "UA", "PL", "SE", "NO", "GR", "KR", "KP", "CL", "BO", "AR", "CO", "VE", "CU", "NG", "KE", "ZA", "SD", "LY", "MA", "DZ", "TN", "LB", "YE", "QA",
    "KW", "NZ", "IE", "NL", "BE", "CH", "AT", "PT", "HU", "RO", "FI", "DK", "VN", "TH", "MY", "SG", "PH", "CZ", "RS", "ET", "SO",
)  # fmt: skip
"""Countries that news tell of, by ISO 3166-1 code."""

_SHORTER: Mapping[str, Mapping[str, str]] = {
    "en": {"US": "America", "GB": "Britain", "TR": "Turkey"},
    "fr": {},
    "ru": {"US": "США", "GB": "Британия", "KP": "Северная Корея", "KR": "Южная Корея", "ZA": "ЮАР"},
    "ar": {"GB": "بريطانيا", "US": "أمريكا", "SA": "السعودية"},
    "de": {"GB": "Großbritannien", "US": "USA"},
    "es": {"US": "EE. UU.", "SA": "Arabia Saudita"},
    "tr": {"US": "ABD", "GB": "İngiltere"},
    "fa": {"US": "آمریکا", "GB": "بریتانیا"},
}
"""Names that news use besides those of CLDR."""

_RUSSIAN_CLASSES: Mapping[str, tuple[str, ...]] = {
    "ия": ("ия", "ии", "ию", "ией"),
    "ан": ("ан", "ана", "ану", "аном", "ане"),
    "ай": ("ай", "ая", "аю", "аем", "ае"),
    "ция": ("ция", "ции", "цию", "цией"),
    "ея": ("ея", "еи", "ее", "ею", "еей"),
    "а": ("а", "ы", "е", "у", "ой"),
    "ша": ("ша", "ши", "ше", "шу", "шей"),
    "к": ("к", "ка", "ку", "ком", "ке"),
    "т": ("т", "та", "ту", "том", "те"),
    "р": ("р", "ра", "ру", "ром", "ре"),
    "ль": ("ль", "ля", "лю", "лем", "ле"),
}
"""Endings of names that change alike, so that one may stand for another in the same case."""


def edit_country(case: Case, source: Random) -> Edit | None:
    """One country replaced by another that neither side names, in every place and in the same case; else one adjective of nationality."""
    return _edit_name(case, source) or _edit_adjective(case, source)


def _edit_adjective(case: Case, source: Random) -> Edit | None:
    sides = ((case.text, case.language), (case.other, case.other_language))
    codes = [code for code in CODES if demonyms.is_named(code, case.text, case.language)]
    options = [code for code in codes if _is_told(code, *sides[1]) and not _has_name(code, *sides[0])]
    if not options:
        return None
    code = source.choice(options)
    free = [other for other in CODES if other != code and not any(_is_told(other, *side) for side in sides)]
    source.shuffle(free)
    swapped = demonyms.swap(case.text, code, iter(free), case.language)
    return None if swapped is None else Edit(text=swapped[0], old=swapped[1], new=swapped[2], kind="adjective")


def _has_name(code: str, text: str, language: str) -> bool:
    return any(_find(form, language).search(text) for form, _ in _list_forms(code, language))


def _is_told(code: str, text: str, language: str) -> bool:
    """Whether a text names a country or has its adjective."""
    return _is_named(code, text, language) or demonyms.is_named(code, text, language)


def _edit_name(case: Case, source: Random) -> Edit | None:
    options = []
    for code in CODES:
        forms = list(_list_forms(code, case.language))
        found = [(form, new) for form, new in forms if _find(form, case.language).search(case.text)]
        if found and _is_named(code, case.other, case.other_language):
            options.append((code, found))
    if not options:
        return None
    code, found = source.choice(options)
    free = [other for other in CODES if other != code and not _is_named(other, case.text, case.language)]
    free = [other for other in free if not _is_named(other, case.other, case.other_language)]
    source.shuffle(free)
    for other in free:
        names = dict(_list_forms(other, case.language))
        by_place = {place: form for form, place in names.items()}
        if all(place in by_place for _, place in found) and _is_alike(found[0][0], by_place[found[0][1]], case.language):
            text = case.text
            for form, place in found:
                text = _replace(form, by_place[place], text, case.language)
            return Edit(text=text, old=found[0][0], new=by_place[found[0][1]], kind="country")
    return None


def _replace(form: str, new: str, text: str, language: str) -> str:
    """The text with one name for another; what is joined before the word stays."""
    return _find(form, language).sub(lambda match: match.group()[: match.start("word") - match.start()] + new, text)


def _is_alike(old: str, new: str, language: str) -> bool:
    """Whether what stands before the name fits both: an article joined to it, or the article's gender."""
    if language == "ar":
        return old.startswith("ال") == new.startswith("ال")
    if language == "fr":
        return (
            (old[0] in "AEÉIOUÎ") == (new[0] in "AEÉIOUÎ")
            and old.endswith("e") == new.endswith("e")
            and (old[-1] == "s") == (new[-1] == "s")
        )
    return True


def _list_forms(code: str, language: str) -> Iterator[tuple[str, str]]:
    """Forms of a country's name, and what place in the grammar each has: only the like may replace it."""
    for name in _list_names(code, language):
        if language != "ru":
            yield name, "name"
            continue
        ending = next((ending for ending in _RUSSIAN_CLASSES if name.endswith(ending)), None)
        if ending is not None and " " not in name:
            yield from ((name.removesuffix(ending) + form, f"{ending} {form}") for form in _RUSSIAN_CLASSES[ending])


@cache
def _list_names(code: str, language: str) -> tuple[str, ...]:
    names = (_SHORTER.get(language, {}).get(code, ""), Locale(language).territories[code])
    return tuple(dict.fromkeys(name for name in names if name))


def _is_named(code: str, text: str, language: str) -> bool:
    """Whether a text names a country, in any case or as an adjective: by the beginning of its name."""
    return any(_begins(name, text) for name in _list_names(code, language))


def _begins(name: str, text: str) -> bool:
    stem = name if len(name) < 5 or " " in name else name[: max(4, len(name) - 3)]
    return re.search(rf"(?<!\w)(?:[وفبلك]{{0,2}}|[ldLD]['’]){re.escape(stem)}", text) is not None


@cache
def _find(form: str, language: str) -> re.Pattern[str]:
    before = r"(?<!\w)[وفبلك]{0,2}" if language == "ar" else r"(?<![\w-])(?:[ldLD]['’])?"
    return re.compile(rf"{before}(?P<word>{re.escape(form)})(?![\w-])")
