"""The outlets that a source spoke to, told by a preposition («لوكالة X», «لـ"X"», «في حديث مع "X"»)."""

from __future__ import annotations

from claimcmp.extract.raw import Mention
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

MAX_OUTLET_TOKENS = 8
"""Tokens of an outlet's name."""

_STRETCH = "ـ"
"""The stroke that parts a joined preposition from a name in another script («لـRT»)."""

MAX_MARKED_WORDS = 5
"""Words in marks after the bare preposition that can name an outlet."""


def find_spoken_to(sentence: Sentence, first: int, last: int) -> tuple[Mention, ...]:
    """Outlets that the source spoke to, in tokens ``first:last``."""
    found: list[Mention] = []
    at = first
    while at < last:
        if sentence.match("anonymity_reasons", at):
            at = min(find_reason_end(sentence, at), last)
            continue
        start = _find_start(sentence, at, last)
        if start is None:
            at += 1
            continue
        end = _outlet_end(sentence, start, last)
        joined = 0 if start > at or sentence.words[at].startswith("لل") else _joined_length(sentence, at)
        begin = sentence.tokens[start].start + joined
        begin += sentence.text[begin] == _STRETCH
        span = Span(start=begin, end=sentence.tokens[end - 1].end)
        found.append(Mention(span=span, is_outlet=start > at))
        at = end
    return tuple(found)


def find_reason_end(sentence: Sentence, at: int) -> int:
    """The token after the reason for not naming a source, which an outlet's name may follow («طلب عدم نشر اسمه | لرويترز», but «غير مخول بالحديث لرويترز»)."""
    end = sentence.reason_end(at)
    return next((i for i in range(at + 1, end) if _is_told(sentence, i)), end)


def _is_told(sentence: Sentence, at: int) -> bool:
    """Whether the token is "to" joined to an outlet's own name or before one in marks, and belongs to no noun of talking before it."""
    prefixes = tuple(p for p in sentence.lexicon.words.proclitics if len(p) > 1)
    if not prefixes or sentence.words[at - 1].startswith(prefixes):
        return False
    length = _joined_length(sentence, at)
    return is_marked(sentence, at) or (length > 0 and bool(sentence.match("outlets", at, sentence.words[at][length:])))


def _find_start(sentence: Sentence, at: int, last: int) -> int | None:
    """The token where an outlet's name begins that the preposition at ``at`` addresses."""
    if is_marked(sentence, at) and at + 1 < last:
        return at + 1
    is_carried = sentence.has("carrying_verbs", at) and any(sentence.has("statement_nouns", i) for i in (at - 1, at - 2))
    follows = is_carried or sentence.has("addressing_words", at)
    if follows and at + 1 < last and (begins_outlet(sentence, at + 1) or _is_told_in_marks(sentence, at)):
        return at + 1
    return at if _joined_length(sentence, at) else None


def _is_told_in_marks(sentence: Sentence, at: int) -> bool:
    """Whether the preposition at ``at`` goes on with a noun of talking and a short name in marks follows («في اتصال مع "المرفأ"»)."""
    is_short = sentence.is_open(at + 1) and sentence.quote_words(at + 1) <= MAX_MARKED_WORDS
    return is_short and sentence.has("speech_nouns", at - 1) and not sentence.match("organisation_nouns", at + 2)


def is_addressed(sentence: Sentence, at: int) -> bool:
    """Whether the token is "to <outlet>" («لوكالة», «للصحيفة», «لـ"X"») or "to <audience>" («للصحفيين»)."""
    is_told = bool(sentence.lexicon.words.addressing) and sentence.has("audience", at)
    return is_told or is_marked(sentence, at) or bool(_joined_length(sentence, at))


def is_marked(sentence: Sentence, at: int) -> bool:
    """Whether the token is the bare preposition before an outlet's name in marks («لـ"X"», «لـ(X)»)."""
    if not 0 <= at < sentence.end - 1 or sentence.words[at] not in sentence.lexicon.sets["addressing"]:
        return False
    if not (sentence.is_open(at + 1) or sentence.tokens[at + 1].text in "(["):
        return False
    is_short = sentence.quote_words(at + 1) <= MAX_MARKED_WORDS
    return is_short and not sentence.match("organisation_nouns", at + 2)


def _joined_length(sentence: Sentence, at: int) -> int:
    """Code points of the preposition joined to an outlet's noun or name, or 0."""
    word = sentence.words[at]
    for preposition in sentence.lexicon.words.addressing:
        if word.startswith(preposition) and len(word) > len(preposition) + 1:
            rest = word[len(preposition) :]
            for candidate in (rest, sentence.lexicon.words.article + rest):
                if sentence.match("outlet_nouns", at, candidate) or sentence.match("outlets", at, candidate):
                    return len(preposition)
    return 0


def find_told_outlet(sentence: Sentence, mention: Mention) -> Mention | None:
    """The outlet to which an unnamed person talks and whose name follows the noun («источник ТАСС»)."""
    inside = [i for i, t in enumerate(sentence.tokens) if mention.span.start <= t.start < mention.span.end]
    found = next((i for i in inside[1:] if sentence.has("informants", i - 1) and sentence.match("outlets", i)), None)
    return None if found is None else Mention(span=sentence.cover(found, found + sentence.match("outlets", found)))


def names_outlet(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention begins with an outlet's name or a noun for one."""
    first = next((i for i, t in enumerate(sentence.tokens) if t.end > mention.span.start), None)
    return first is not None and begins_outlet(sentence, first)


def find_told(sentence: Sentence, start: int, last: int) -> int | None:
    """The token where the name of the outlet begins that an unnamed source told something («أفادت مصادر محلية | هسبريس»)."""
    if not sentence.lexicon.words.addressing or not sentence.match("anonymous_nouns", start):
        return None
    for at in range(start + 2, last):
        if not sentence.tokens[at - 1].is_word:
            return None
        described = not sentence.match("source_stops", at - 1) and sentence.ends_with("adjective_endings", at - 1)
        known = sentence.match("outlets", at + sentence.is_open(at))
        if described and known and at + sentence.is_open(at) + known + sentence.is_open(at) == last:
            return at
    return None


def read_outlet(sentence: Sentence, start: int, last: int) -> Mention:
    """The outlet whose name begins at ``start``."""
    return Mention(span=sentence.cover(start, _outlet_end(sentence, start, last)), is_outlet=True)


def begins_outlet(sentence: Sentence, at: int) -> bool:
    """Whether an outlet's name or a noun for one begins at ``at``, with or without marks."""
    if sentence.is_open(at):
        return bool(sentence.match("outlets", at + 1))
    return bool(sentence.match("outlet_nouns", at) or sentence.match("outlets", at))


def _outlet_end(sentence: Sentence, start: int, last: int) -> int:
    if sentence.tokens[start].text in "([":
        return next((i + 1 for i in range(start, min(start + MAX_OUTLET_TOKENS, last)) if sentence.tokens[i].text in ")]"), start + 1)
    at = start + (0 if sentence.is_open(start) else 1)
    while at < last and at - start < MAX_OUTLET_TOKENS:
        if sentence.is_open(at):
            return min(sentence.quote_end(at), last)
        if not sentence.tokens[at].is_word or sentence.match("source_stops", at):
            break
        if sentence.match("anonymity_reasons", at):
            break
        at += 1
    return max(start + 1, at)
