"""A text as a row of tagged items, so that dates and quantities are read by short patterns.

Every word, numeral and mark becomes one :class:`Item` with the tags that the
language data gives it ("month", "past", "unit" …). Each distinct set of tags
is one character of :attr:`Lexed.codes`; a grammar is then an ordinary regular
expression over tags, the same for every language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.items import Item, Meaning
from claimcmp.facets.lexicon import Lexicon, load_lexicon
from claimcmp.facets.numerals import merge_numbers, parse_date, parse_numeral
from claimcmp.text.normal import fold_with_map

_MAX_DIGITS = 15
"""A longer run of digits is no quantity a report gives; it is an identifier."""

_MIN_HOST = 3
"""A proclitic is split off only a word of at least so many letters."""

_MIN_VERB = 5
"""A word needs so many letters before its affixes are taken for tense."""

_PIECE = re.compile(
    r"(?P<date>(?<![\d/.\-])(?:\d{4}-\d{1,2}-\d{1,2}(?=t\d|\b)|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}(?P<s>[/.\-])\d{1,2}(?P=s)\d{4})(?![\d/\-]))"
    r"|(?P<clock>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<number>\d{1,3}(?: \d{3})+(?![\d.,])|\d+(?:[.,'\u066b\u066c]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)"
)

_MARKS: Mapping[str, str] = {
    ",": "comma", "،": "comma", "/": "slash", "(": "open", ")": "close", "-": "dash", "–": "dash", "—": "dash", "−": "dash", "‐": "dash", "‑": "dash",
    ".": "dot", "!": "stop", "?": "stop", "؟": "stop", ";": "stop", "؛": "stop", ":": "colon", "+": "plus",
    "\"": "quote", "“": "quote", "”": "quote", "«": "quote", "»": "quote", "'": "quote", "’": "quote",
}  # fmt: skip


@attrs.frozen
class Lexed:
    """A text's items, and one character per item that stands for its set of tags."""

    items: tuple[Item, ...]
    codes: str
    lexicon: Lexicon


@lru_cache(maxsize=4)
def lex(text: str, language: str, extra: tuple[Path, ...] = ()) -> Lexed:
    """The tagged items of ``text``; spans are offsets into ``text``."""
    lexicon = load_lexicon(language, extra)
    folded = fold_with_map(text)
    pieces: list[Item] = []
    for match in _PIECE.finditer(folded.text):
        if match.group() in lexicon.spelled and not _is_spelled(match, folded.starts, text, lexicon):
            pieces.append(Item(match.group(), match.start(), match.end(), {}))
        else:
            pieces.extend(_read_piece(match, lexicon))
    merged = merge_numbers(_join_phrases(pieces, lexicon), lexicon)
    starts = folded.starts
    items = tuple(_place(item, starts, text) for item in merged)
    return Lexed(items, "".join(map(lexicon.alphabet.encode, (item.meaning for item in items))), lexicon)


def _place(item: Item, starts: tuple[int, ...], text: str) -> Item:
    start, end = starts[item.start], starts[item.end - 1] + 1
    while end < starts[item.end] and (text[end].isalpha() or unicodedata.combining(text[end])):
        end += 1
    return item._replace(start=start, end=end, case="U" if text[start].isupper() else "l" if text[start].islower() else "")


def _is_spelled(match: re.Match[str], starts: Sequence[int], text: str, lexicon: Lexicon) -> bool:
    """Whether a word that folding makes equal to a number word is spelled as one."""
    written = text[starts[match.start()] : starts[match.end() - 1] + 1]
    return "".join(c for c in written if not unicodedata.combining(c)) in lexicon.spelled[match.group()]


def _read_piece(match: re.Match[str], lexicon: Lexicon) -> Iterable[Item]:
    kind, form = match.lastgroup, match.group()
    start, end = match.span()
    glued = start > 0 and not match.string[start - 1].isspace()
    if kind == "word" and form not in lexicon.first_words:
        return _split_clitic(form, start, end, lexicon, glued)
    return (Item(form, start, end, _mean(kind, form, lexicon), glued=glued),)


def _mean(kind: str | None, form: str, lexicon: Lexicon) -> Meaning:
    if kind == "word":
        return lexicon.meanings.get(form, {})
    if kind == "date":
        return parse_date(form, lexicon.numeric_order)
    if kind == "clock":
        return {"clock": None}
    if kind == "number":
        return parse_numeral(form, lexicon.grouping) if len(form) <= _MAX_DIGITS else {"identifier": None}
    known = lexicon.meanings.get(form, {})
    return {**known, _MARKS[form]: None} if form in _MARKS else known or {"mark": None}


def _split_clitic(form: str, start: int, end: int, lexicon: Lexicon, glued: bool) -> Iterable[Item]:
    for clitic, restored in lexicon.clitics:
        host = restored + form[len(clitic) :]
        if not form.startswith(clitic) or len(host) < _MIN_HOST or host not in lexicon.first_words:
            continue
        if restored:
            return (Item(host, start, end, lexicon.meanings.get(host, {}), glued=glued),)
        cut = start + len(clitic)
        return (
            Item(clitic, start, cut, lexicon.meanings.get(clitic, {}), glued=glued),
            Item(host, cut, end, lexicon.meanings.get(host, {}), glued=True),
        )
    return (Item(form, start, end, _guess_tense(form, lexicon), glued=glued),)


def _guess_tense(form: str, lexicon: Lexicon) -> Meaning:
    """``future`` or ``said`` (a past verb) by the affixes that the language data lists, for words not in it."""
    if len(form) < _MIN_VERB:
        return {}
    options = lexicon.affixes
    if form.startswith(options.future_prefixes) and not form.startswith(options.future_exceptions):
        return {"future": None}
    if form.endswith(options.past_suffixes) and form not in options.past_exceptions:
        return {"said": None}
    return {}


def _join_phrases(pieces: list[Item], lexicon: Lexicon) -> list[Item]:
    joined: list[Item] = []
    position = 0
    while position < len(pieces):
        phrase, length = _find_phrase(pieces, position, lexicon)
        joined.append(pieces[position] if phrase is None else phrase)
        position += length
    return joined


def _find_phrase(pieces: list[Item], position: int, lexicon: Lexicon) -> tuple[Item | None, int]:
    first = pieces[position]
    for words in lexicon.phrases.get(first.form, ()):
        run = pieces[position : position + len(words)]
        if len(run) == len(words) and all(item.form == word for item, word in zip(run, words, strict=True)):
            form = " ".join(words)
            return Item(form, first.start, run[-1].end, lexicon.meanings[form], glued=first.glued), len(words)
    return None, 1
