"""Words in quotation marks that are somebody's speech, not a name or a scare quote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from claimcmp.facets.actor_names import load_actor_tables
from claimcmp.facets.phrases import Word, get_table
from claimcmp.records import Claim, Quotation, Span
from claimcmp.settings import Settings
from claimcmp.text.normal import fold

_QUOTED = re.compile(r"“([^“”]*)”|«([^«»]*)»|„([^„“”]*)[“”]|\"([^\"]*)\"|‹([^‹›]*)›|(?<!\w)‘([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)")
"""A quotation of every mark; an unbalanced mark opens nothing."""

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=32)
def _find_name_nouns(language: str, extra: tuple[Path, ...]) -> frozenset[str]:
    return frozenset(map(fold, get_table(language, "attribution", extra).get("name_nouns", ())))


def read_quotations(claim: Claim, words: Sequence[Word], settings: Settings) -> tuple[Quotation, ...]:
    """The speech inside a claim, marks not included.

    Quotation marks after a noun of naming (newspaper, group, party) hold a
    name; so do marks around fewer than ``Settings.min_quotation_words`` words,
    unless the claim is quoted as a whole.

    Examples
    --------
    >>> text = 'the daily “Morning Star” wrote that he “will not sign any such paper”'
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [facet.text for facet in read_quotations(claim, (), Settings())]
    ['will not sign any such paper']
    """
    nouns = _find_name_nouns(claim.language, settings.language_files)
    bodies = load_actor_tables(claim.language, settings.language_files).bodies
    starts = [word.token.start for word in words]
    found = []
    for match in _QUOTED.finditer(claim.text):
        group = next(i for i in range(1, 7) if match.group(i) is not None)
        text = match.group(group)
        before = words[max(0, bisect_left(starts, claim.span.start + match.start()) - 1) :][:1] if words else ()
        before = [w for w in before if w.token.end <= claim.span.start + match.start()]
        is_whole = match.end() - match.start() >= len(claim.text.strip()) - 1
        is_name = bool(before) and not nouns.isdisjoint(before[0].forms)
        start = claim.span.start + match.start(group)
        inside = words[bisect_left(starts, start) : bisect_left(starts, start + len(text))]
        body = bodies.match(inside, 0) if inside else None
        is_name = is_name or (body is not None and body.last == len(inside))
        if text and (is_whole or (len(_WORD.findall(text)) >= settings.min_quotation_words and not is_name)):
            found.append(Quotation(text=text, span=Span(start=start, end=start + len(text))))
    return tuple(found)
