"""A text as a row of tagged items, so that dates and quantities are read by short patterns.

Every word, numeral and mark becomes one :class:`Item` with the tags that the
language data gives it ("month", "past", "unit" …). Each distinct set of tags
is one character of :attr:`Lexed.codes`; a grammar is then an ordinary regular
expression over tags, the same for every language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import attrs

from claimcmp.facets.items import Item, Meaning
from claimcmp.facets.lexicon import Lexicon, load_lexicon
from claimcmp.facets.numerals import merge_numbers, parse_date, parse_numeral
from claimcmp.text.normal import Folded, fold_with_map

_MAX_DIGITS = 15
"""A longer run of digits is no quantity a report gives; it is an identifier."""

_NO_MEANING: Meaning = {}
_THOUSAND = 1000
_PARTS = 2
"""A number and the word that joins a fraction to it; a fraction and its scale."""
_FUTURE: Meaning = {"future": None}

_MIN_HOST = 3
"""A proclitic is split off only a word of at least so many letters."""

_MIN_VERB = 5
"""A word needs so many letters before its affixes are taken for tense."""

_MIN_STEM = 3
"""An ending is cut off no word that leaves fewer letters."""

_INFLECTED = frozenset({"number", "numword", "scale", "vague", "measure", "unit", "units", "counted"})
"""What a word keeps meaning with an ending behind it."""

_NEVER_INFLECTED = frozenset({"weak_number", "soft_number"})
"""Number words that mean other things too: with an ending they mostly do."""

_PIECE = re.compile(
    r"(?P<date>(?<![\d/.\-])(?:\d{4}-\d{1,2}-\d{1,2}(?=t\d|\b)|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}(?P<s>[/.\-])\d{1,2}(?P=s)\d{4})(?![\d/\-]))"
    r"|(?P<clock>(?<!\d)\d{1,2}:\d{1,2}(?::\d{2})?(?!\d))"
    r"|(?P<number>\d{1,3}(?: \d{3})+(?![\d.,])|\d{1,3}(?:\u060c\d{3})+(?!\d)|\d+(?:[.,'\u066b\u066c]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)"
)

_MARKS: Mapping[str, str] = {
    "⁄": "slash",
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
    items = tuple(merge_numbers(split_items(text, lexicon), lexicon))
    encode = lexicon.alphabet.encode
    return Lexed(items, "".join([encode(item.meaning) for item in items]), lexicon)


def split_items(text: str, lexicon: Lexicon) -> list[Item]:
    """The tagged items of ``text`` before number words that stand together become one number."""
    folded = fold_with_map(text)
    pieces: list[Item] = []
    for match in _PIECE.finditer(folded.text):
        pieces.extend(_read_piece(match, folded, text, lexicon))
    if lexicon.options.get("decimal_slash"):
        pieces = _join_decimals(pieces)
    if lexicon.joined:
        pieces = _read_joined(pieces)
    return _join_phrases(pieces, lexicon)


def _read_piece(match: re.Match[str], folded: Folded, text: str, lexicon: Lexicon) -> Iterator[Item]:
    kind, form, first = match.lastgroup, match.group(), match.start()
    glued = first > 0 and not folded.text[first - 1].isspace()
    if kind == "word":
        parts = _read_word(form, lexicon)
        if form in lexicon.spelled and not _is_spelled(match, folded, text, lexicon):
            parts = ((len(form), form, _NO_MEANING),)
    else:
        form = "'" if form == "’" else form
        parts = ((len(form), form, _mean(kind, form, lexicon)),)
    for length, part, meaning in parts:
        start, end = folded.starts[first], folded.starts[first + length - 1] + 1
        following = folded.starts[first + length]
        while end < following and (text[end].isalpha() or unicodedata.combining(text[end])):
            end += 1
        character = text[start]
        case = "U" if character.isupper() else "l" if character.islower() else ""
        may_be_verb = not meaning and kind == "word" and lexicon.future_forms and case == "l"
        tags = _FUTURE if may_be_verb and _is_future(text[start:end].lower(), lexicon) else meaning
        yield Item(part, start, end, tags, glued, case, case != "l" and not glued and _follows_line_end(folded.text, first))
        first, glued = first + length, True


@lru_cache(maxsize=1 << 15)
def _is_future(written: str, lexicon: Lexicon) -> bool:
    """Whether a word has the form of a verb in the future, as written in small letters."""
    return written not in lexicon.not_future_forms and any(form.fullmatch(written) for form in lexicon.future_forms)


def _follows_line_end(text: str, at: int) -> bool:
    """Whether a line ends in the white space before ``at``."""
    while at and text[at - 1].isspace():
        at -= 1
        if text[at] == "\n":
            return True
    return False


def _is_spelled(match: re.Match[str], folded: Folded, text: str, lexicon: Lexicon) -> bool:
    """Whether a word that folding makes equal to a number word is spelled as one."""
    written = text[folded.starts[match.start()] : folded.starts[match.end() - 1] + 1]
    return "".join(c for c in written if not unicodedata.combining(c)) in lexicon.spelled[match.group()]


_RESULT = re.compile(r"\d{1,2}:\d")
"""A time of day has its minutes in two digits."""


def _mean(kind: str | None, form: str, lexicon: Lexicon) -> Meaning:
    if kind == "date":
        return parse_date(form, lexicon.numeric_order)
    if kind == "clock":
        return {"result": tuple(map(int, form.split(":")))} if _RESULT.fullmatch(form) else {"clock": None}
    if kind == "number":
        return parse_numeral(form, lexicon.grouping) if len(form) <= _MAX_DIGITS else {"identifier": None}
    known = lexicon.meanings.get(form, _NO_MEANING)
    return {**known, _MARKS[form]: None} if form in _MARKS else known or {"mark": None}


@lru_cache(maxsize=1 << 16)
def _read_word(form: str, lexicon: Lexicon) -> tuple[tuple[int, str, Meaning], ...]:
    """A word, or its proclitic and the rest: length, form and meaning of each."""
    if form in lexicon.first_words:
        return ((len(form), form, lexicon.meanings.get(form, _NO_MEANING)),)
    for clitic, restored in lexicon.clitics:
        host = restored + form[len(clitic) :]
        if not form.startswith(clitic) or host not in lexicon.first_words:
            continue
        meaning = lexicon.meanings.get(host, _NO_MEANING)
        if len(host) < (_MIN_HOST - 1 if "numword" in meaning else _MIN_HOST):
            continue
        if restored:
            return ((len(form), host, meaning),)
        return ((len(clitic), clitic, lexicon.meanings.get(clitic, _NO_MEANING)), (len(host), host, meaning))
    split = _split_compound(form, lexicon) or _split_joined(form, lexicon)
    return split or ((len(form), form, _read_stem(form, lexicon) or _guess_tense(form, lexicon)),)


def _read_stem(form: str, lexicon: Lexicon) -> Meaning:
    """What a number word, scale or unit means with an ending that the language writes against it («milyondan», «dakikadan»)."""
    if form in lexicon.affixes.word_ending_exceptions:
        return _NO_MEANING
    for ending in lexicon.affixes.word_endings:
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < _MIN_STEM:
            continue
        meaning = lexicon.meanings.get(stem, _NO_MEANING)
        if meaning.keys() & _INFLECTED and not meaning.keys() & _NEVER_INFLECTED:
            return {tag: value for tag, value in meaning.items() if tag in _INFLECTED}
    return _NO_MEANING


def _split_compound(form: str, lexicon: Lexicon) -> tuple[tuple[int, str, Meaning], ...]:
    """The number words written together in one word («fünfundzwanzig», «yirmibeş»), where the language does so; else nothing."""
    if not lexicon.options.get("compounds"):
        return ()
    if not form:
        return ()
    for length in range(len(form), 1, -1):
        head, rest = form[:length], form[length:]
        meaning = lexicon.meanings.get(head, _NO_MEANING)
        if not ("numword" in meaning or "scale" in meaning or ("and" in meaning and rest)):
            continue
        if not rest:
            return ((length, head, meaning),)
        following = _split_compound(rest, lexicon)
        if following:
            return ((length, head, meaning), *following)
    return ()


def _split_joined(form: str, lexicon: Lexicon) -> tuple[tuple[int, str, Meaning], ...]:
    """A number and the unit written together with it («zweistündig», «трёхдневный», «سه‌روزه»); else nothing."""
    if not form.endswith(lexicon.joined):
        return ()
    for length in range(len(form) - 1, 1, -1):
        head, unit = form[:length], form[length:]
        meaning = lexicon.meanings.get(unit, _NO_MEANING)
        if "joined" in meaning:
            number = lexicon.meanings.get(head, _NO_MEANING)
            before = ((length, head, number),) if "numword" in number else _split_compound(head, lexicon)
            if before:
                return (*before, (len(unit), unit, meaning))
    return ()


def _guess_tense(form: str, lexicon: Lexicon) -> Meaning:
    """``future`` or ``said`` (a past verb) by the affixes that the language data lists, for words not in it."""
    if lexicon.future.is_future(form):
        return {"future": None}
    if len(form) < _MIN_VERB:
        return _NO_MEANING
    options = lexicon.affixes
    if options.future_suffixes and form.endswith(options.future_suffixes):
        return {"future": None}
    if form.endswith(options.past_suffixes) and form not in options.past_exceptions:
        return {"said": None}
    return _NO_MEANING


def _join_decimals(pieces: list[Item]) -> list[Item]:
    """The pieces with "2/8" made one number, where a language writes the decimal point so."""
    joined: list[Item] = []
    for piece in pieces:
        tied = len(joined) > 1 and piece.glued and joined[-1].glued and "slash" in joined[-1].meaning
        if tied and "number" in piece.meaning and "number" in joined[-2].meaning:
            joined.pop()
            whole = joined.pop()
            value = float(f"{whole.meaning['number']:.0f}.{piece.form}")
            joined.append(whole._replace(end=piece.end, meaning={"number": value, "decimal": None}, form=f"{whole.form}.{piece.form}"))
        else:
            joined.append(piece)
    return joined


def _read_joined(pieces: list[Item]) -> list[Item]:
    """The pieces with units that are only units behind a number written together with them («трёхдневный», «3-tägig») read as such."""
    read: list[Item] = []
    for piece in pieces:
        is_tied = "joined" in piece.meaning and piece.glued and _ends_in_number(read)
        read.append(piece._replace(meaning=_mean_joined(piece.meaning["joined"])) if is_tied else piece)
    return read


def _ends_in_number(pieces: list[Item]) -> bool:
    """Whether the last piece is a number, or a hyphen behind one."""
    before = pieces[-2:-1] if pieces and "dash" in pieces[-1].meaning and pieces[-1].glued else pieces[-1:]
    return any(piece.meaning.keys() & {"numword", "number", "scale"} for piece in before)


def _mean_joined(unit: str) -> Meaning:
    return {"age_word": None} if unit == "age" else {"measure": unit}


def _join_phrases(pieces: list[Item], lexicon: Lexicon) -> list[Item]:
    joined: list[Item] = []
    position = 0
    while position < len(pieces):
        if pieces[position].form not in lexicon.phrases:
            joined.append(pieces[position])
            position += 1
            continue
        phrase, length = _find_phrase(pieces, position, lexicon)
        if phrase is not None and _is_part_of_scale(phrase, joined):
            phrase, length = None, 1
        joined.append(pieces[position] if phrase is None else phrase)
        position += length
    return joined


def _is_part_of_scale(phrase: Item, before: list[Item]) -> bool:
    """Whether "half a million" goes on with a number below a thousand, and so is half of one of those («دو و نیم میلیون»)."""
    if len(before) < _PARTS or float(phrase.meaning.get("numword", 0)) < _THOUSAND or "and" not in before[-1].meaning:
        return False
    if len(phrase.form.split(" ")) != _PARTS:
        return False  # "5 and half a million"
    count = before[-2].meaning.get("numword", before[-2].meaning.get("number"))
    return count is not None and float(count) < _THOUSAND


def _find_phrase(pieces: list[Item], position: int, lexicon: Lexicon) -> tuple[Item | None, int]:
    first = pieces[position]
    for words in lexicon.phrases.get(first.form, ()):
        run = pieces[position : position + len(words)]
        if tuple(item.form for item in run) == words and not any(item.opens_line for item in run[1:]):
            form = " ".join(words)
            return first._replace(form=form, end=run[-1].end, meaning=lexicon.meanings[form]), len(words)
    return None, 1
