"""A country changed: its name, its capital and its adjectives, wherever the sentence has them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

import attrs

from benchmarks.quality.changed import demonyms
from benchmarks.quality.changed.articles import fits, put_name
from benchmarks.quality.changed.cases import Case, Edit
from benchmarks.quality.changed.country_names import CODES, list_capitals, list_forms, list_names

NAME, CAPITAL, ADJECTIVE = "country", "capital", "adjective"

_ADJECTIVAL = ("US", "U.S.", "UK")
"""English abbreviations that stand for the adjective too, where no article is before them."""

_OTHER_BEFORE = re.compile(r"(?:Latin|Central|South|North|New|Team|латинск|центральн|северн|южн)\w* $", re.IGNORECASE)
_OTHER_BEHIND = re.compile(
    r"[ -](?:Post|Times|Morning|Examiner|Street|Sea|Ocean|Grand Prix|Fashion|D\.?C|latine|centrale|du [NS]|اللاتينية|الوسطى|الجنوبية|الشمالية|بوست)"
)
"""What makes a country's name a part of another name."""

_RUSSIAN_CASES = (
    (re.compile(r"(?<!\w)(?:в|во|на) $", re.IGNORECASE), ("prepositional", "accusative")),
    (re.compile(r"(?<!\w)(?:о|об|при) $", re.IGNORECASE), ("prepositional",)),
    (re.compile(r"(?<!\w)(?:к|ко|по|благодаря) $", re.IGNORECASE), ("dative",)),
    (re.compile(r"(?<!\w)(?:с|со|между|перед|над) $", re.IGNORECASE), ("instrumental", "genitive")),
    (re.compile(r"(?:^|[.!?«“\"(—–-] ?)$"), ("nominative",)),
)
"""Which case stands behind which words; the genitive elsewhere."""


@attrs.frozen
class Mention:
    """A country told of by its name, its capital or its adjective, and the places in the grammar that the form may have."""

    start: int
    end: int
    code: str
    kind: str
    places: tuple[str, ...]


def edit_country(case: Case, source: Random) -> Edit | None:
    """One country that both sides tell of replaced by another that neither does, in each of its mentions and in the same case."""
    mentions = find_mentions(case.text, case.language)
    options = sorted({mention.code for mention in mentions if _is_told(mention.code, case.other, case.other_language)})
    if not options:
        return None
    code = source.choice(options)
    ours = [mention for mention in mentions if mention.code == code]
    told = {mention.code for mention in mentions}
    free = [new for new in CODES if new not in told and not _is_told(new, case.other, case.other_language)]
    source.shuffle(free)
    for new in free:
        forms = [_choose_form(mention, new, case) for mention in ours]
        whole = [form for form in forms if form is not None]
        if len(whole) == len(forms):
            kind = "+".join(sorted({mention.kind for mention in ours}))
            return Edit(text=_replace(case, ours, whole), old=case.text[ours[0].start : ours[0].end], new=whole[0], kind=kind)
    return None


@cache
def find_mentions(text: str, language: str) -> tuple[Mention, ...]:
    """Every country told of in a text, in order."""
    found = []
    for match in _find_all(language).finditer(text):
        start, end = match.span("word")
        if _OTHER_BEFORE.search(text[:start]) or _OTHER_BEHIND.match(text, end):
            continue
        rows = _list_all_forms(language)[match.group("word")]
        if match.group("word") in _ADJECTIVAL and not text[:start].lower().endswith("the ") and text[end : end + 1] == " ":
            rows = ((rows[0][0], ADJECTIVE, ADJECTIVE),)
        code, kind, _ = rows[0]
        found.append(Mention(start, end, code, kind, tuple(place for c, k, place in rows if (c, k) == (code, kind))))
    return tuple(found)


@cache
def _list_all_forms(language: str) -> Mapping[str, Sequence[tuple[str, str, str]]]:
    """Code, kind and place of every form; names before capitals before adjectives."""
    forms: dict[str, list[tuple[str, str, str]]] = {}
    for kind in (NAME, CAPITAL, ADJECTIVE):
        for code in CODES:
            for form, place in _list_of_kind(kind, code, language):
                forms.setdefault(form, []).append((code, kind, place))
    return forms


def _list_of_kind(kind: str, code: str, language: str) -> Sequence[tuple[str, str]]:
    if kind == ADJECTIVE:
        return demonyms.list_forms(code, language)
    return list_forms(code, language) if kind == NAME else list_capitals(code, language)


@cache
def _find_all(language: str) -> re.Pattern[str]:
    before = r"(?<!\w)[وفبك]{0,2}" if language == "ar" else r"(?<![\w-])(?:[ldLD]['’])?" if language == "fr" else r"(?<![\w-])"
    forms = sorted(_list_all_forms(language), key=lambda form: (-len(form), form))
    return re.compile(rf"{before}(?P<word>{'|'.join(map(re.escape, forms))})(?![\w-])")


def _is_told(code: str, text: str, language: str) -> bool:
    """Whether a text tells of a country, in any case or as an adjective: by the beginning of its name too."""
    is_found = any(mention.code == code for mention in find_mentions(text, language))
    return is_found or any(_begins(name, text) for name in list_names(code, language))


def _begins(name: str, text: str) -> bool:
    stem = name if len(name) < 5 or " " in name else name[: max(4, len(name) - 3)]
    return re.search(rf"(?<!\w)(?:[وفبلك]{{0,2}}|[ldLD]['’]){re.escape(stem)}", text) is not None


def _choose_form(mention: Mention, new: str, case: Case) -> str | None:
    """Another country's form in the place of a mention; None where it has none that fits."""
    before, old = case.text[: mention.start], case.text[mention.start : mention.end]
    places = _order_cases(before, mention.places) if case.language == "ru" and mention.kind != ADJECTIVE else mention.places
    rows = _list_of_kind(mention.kind, new, case.language)
    if mention.kind == ADJECTIVE:
        forms = {form for form, place in rows if place in places}
        return forms.pop() if len({*forms}) == 1 and fits(before, old, min(forms)) else None
    return next((form for form, place in rows if place == places[0]), None)


def _order_cases(before: str, places: tuple[str, ...]) -> tuple[str, ...]:
    """The cases that a form may have, the likeliest first."""
    likely = next((cases for pattern, cases in _RUSSIAN_CASES if pattern.search(before)), ("genitive",))
    return (*(case for case in likely if case in places), *places)


def _replace(case: Case, mentions: Sequence[Mention], forms: Sequence[str]) -> str:
    text = case.text
    for mention, form in sorted(zip(mentions, forms, strict=True), key=lambda row: -row[0].start):
        before = text[: mention.start]
        text = (put_name(before, form, case.language) if mention.kind == NAME else before + form) + text[mention.end :]
    return text
