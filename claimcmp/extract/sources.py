"""Reading a source and the outlets it spoke to from the words around a cue."""

from __future__ import annotations

import attrs

from claimcmp.extract.raw import Mention
from claimcmp.extract.spoken_to import find_reason_end, find_spoken_to, find_told, is_addressed, read_outlet
from claimcmp.extract.titles import is_definite, leads_to_holder
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

MAX_NAME_TOKENS = 4
"""Capitalised words of a name in apposition."""

MAX_TITLE_TOKENS = 12
"""Tokens of a title, marks counted, before the comma behind which its holder is named."""

MAX_ASIDE_TOKENS = 20
"""Words between two commas that can belong to a source."""

MAX_SOURCE_TOKENS = 24
"""A noun phrase longer than this is no source."""


@attrs.frozen(kw_only=True)
class SourceReading:
    """The source found in a stretch of tokens, and the outlets named in it."""

    source: Mention | None
    via: tuple[Mention, ...]


def read_source(sentence: Sentence, first: int, last: int, *, is_governed: bool = False) -> SourceReading:
    """The source and the outlets spoken to in tokens ``first:last``, in any order.

    With ``is_governed`` a preposition joined to the first word belongs to the
    phrase before («وفقا لجريدة …») and does not make it an outlet spoken to.
    """
    start = _skip_lead(sentence, first, last)
    told = find_told(sentence, start, last)
    via = find_spoken_to(sentence, start + is_governed, last) if told is None else (read_outlet(sentence, told, last),)
    end = _find_end(sentence, start, last if told is None else told, is_governed)
    reason = find_reason(sentence, first, last)
    if end <= start:
        return SourceReading(source=None, via=via)
    return SourceReading(source=Mention(span=_trim(sentence, start, end), reason=reason), via=via)


def _skip_lead(sentence: Sentence, first: int, last: int) -> int:
    """Past punctuation and adverbials that stand before the source («، الأربعاء، مدير…»)."""
    at = first
    skipped = ("before_source", "object_pronouns")
    while at < last and (sentence.is_comma(at) or sentence.tokens[at].text in "-–—:" or any(sentence.has(key, at) for key in skipped)):
        at += 1
    return at


def _find_end(sentence: Sentence, start: int, last: int, is_governed: bool = False) -> int:
    at = min(start + is_governed, last)
    while at < last and at - start < MAX_SOURCE_TOKENS:
        text = sentence.tokens[at].text
        if sentence.is_open(at):
            at = sentence.quote_end(at)
            continue
        if text in "([" and at > start:
            return _after_brackets(sentence, at, last)
        if sentence.is_comma(at) and at + 1 < last and _joins_speaker(sentence, at + 1):
            at += 1
            continue
        if sentence.is_comma(at) or text in "-:)]":
            return _after_apposition(sentence, start, at, last)
        if is_addressed(sentence, at) or (_stops(sentence, start, at) and not leads_to_holder(sentence, start, at, last)):
            return at
        at += 1
    return min(at, last)


def _joins_speaker(sentence: Sentence, at: int) -> bool:
    """Whether a joined "and" goes on with a list of speakers («الوزير، والمحافظ، وقائد الشرطة»)."""
    bare, cut = sentence.without_conjunction(at)
    known = any(sentence.match(key, at, bare) for key in ("post_nouns", "organisation_nouns", "anonymous_nouns"))
    return bool(cut) and (known or bare in sentence.lexicon.given_names)


def _after_brackets(sentence: Sentence, at: int, last: int) -> int:
    """A bracketed short name, not an age, belongs to the source when it ends it («هيئة البث (مكان)»)."""
    close = next((i for i in range(at + 1, min(at + 6, last)) if sentence.tokens[i].text in ")]"), None)
    has_age = any(sentence.words[i].isdigit() for i in range(at + 1, close or at))
    return close + 1 if close is not None and close + 1 >= last and not has_age else at


def _after_apposition(sentence: Sentence, start: int, comma: int, last: int) -> int:
    """A title may be followed by its holder after a comma («نقيب الصحافيين، فلان الفلاني»)."""
    is_title = (
        sentence.has("post_nouns", start) and comma - start <= MAX_TITLE_TOKENS and not sentence.match("anonymity_reasons", comma + 1)
    )
    if not is_title or sentence.tokens[comma].text not in "،," or sentence.match("content_breaks", comma + 1):
        return comma
    end = comma + 1
    while end < last and sentence.tokens[end].is_word and not _stops(sentence, comma + 1, end) and not is_addressed(sentence, end):
        end += 1
    closed = end >= last or sentence.is_comma(end) or end > comma + 1
    return end if closed and 1 <= end - comma - 1 <= 4 else comma


def _takes_complement(sentence: Sentence, at: int) -> bool:
    """Whether the word is a post that the noun behind it can belong to: it has no article where articles are joined."""
    article = sentence.lexicon.words.article
    return sentence.has("post_nouns", at) and not (article and is_definite(sentence.tokens[at], article))


def _stops(sentence: Sentence, start: int, at: int) -> bool:
    if at > start and sentence.match("anonymity_reasons", at):
        return True
    if (
        at > start
        and sentence.has("speech_nouns", at)
        and not sentence.has("source_links", at - 1)
        and not _takes_complement(sentence, at - 1)
        and not sentence.has("name_parts", at - 1)
    ):
        return True
    if not sentence.match("source_stops", at) or (sentence.has("link_heads", at) and sentence.has("anonymous_nouns", at - 1)):
        return False
    if at == start:
        return True
    if sentence.has("source_links", at) and sentence.has("platforms", at + 1):
        return True
    if sentence.has("source_links", at):
        following = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
        links = any(sentence.has("link_heads", i) for i in range(start, at))
        return not links or following in sentence.lexicon.sets["speech_nouns"] or bool(sentence.match("source_stops", at + 1))
    return True


def find_reason(sentence: Sentence, first: int, last: int) -> str | None:
    """The words that say why the source is unnamed, up to the next mark."""
    for at in range(first, last):
        if sentence.match("anonymity_reasons", at):
            return sentence.text[sentence.tokens[at].start : sentence.tokens[min(find_reason_end(sentence, at), last) - 1].end]
    return None


def _trim(sentence: Sentence, start: int, end: int) -> Span:
    """The span of the source without a joined preposition or trailing reason."""
    while (
        end > start + 1
        and not sentence.tokens[end - 1].is_word
        and sentence.quote_at[end - 1] < 0
        and sentence.tokens[end - 1].text not in ")]"
    ):
        end -= 1
    return sentence.cover(start, end)


def extend_source(sentence: Sentence, source: Mention, comma: int) -> tuple[Mention, int]:
    """The source of an according-to phrase with what stands between commas after it, and the token after that.

    A reason for not naming it ("an official, who spoke on condition of
    anonymity, …"), a name ("the operator, Ribeira Lines") or a post ("John
    Kirby, the White House spokesman, …") belongs to the source.
    """
    last = next((i for i in range(comma + 1, min(comma + MAX_ASIDE_TOKENS, sentence.end)) if _closes_aside(sentence, i)), sentence.end)
    if not sentence.is_comma(comma) or last <= comma + 1 or last - comma > MAX_ASIDE_TOKENS:
        return source, comma
    reason = find_reason(sentence, comma + 1, last)
    if reason is not None:
        return attrs.evolve(source, reason=reason), last
    first = next(i for i, t in enumerate(sentence.tokens) if t.end > source.span.start)
    if _is_name(sentence, comma + 1, last) or (_is_name(sentence, first, comma) and _names_post(sentence, comma + 1, last)):
        return attrs.evolve(source, span=Span(start=source.span.start, end=sentence.tokens[last - 1].end)), last
    return source, comma


def _closes_aside(sentence: Sentence, at: int) -> bool:
    return sentence.is_comma(at) and sentence.quote_at[at] < 0


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    """A few capitalised words and nothing else."""
    return last - first <= MAX_NAME_TOKENS and all(
        sentence.tokens[i].is_word and sentence.tokens[i].text[0].isupper() for i in range(first, last)
    )


def _names_post(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.has("post_nouns", i) for i in range(first, last))
