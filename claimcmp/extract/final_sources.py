"""Sources where the verb comes last: the phrase that leads a clause, and nouns in a case that a cue governs."""

from __future__ import annotations

from claimcmp.extract.cases import cut_case, has_mark, in_case, is_finite, is_known_noun
from claimcmp.extract.final_leads import Lead, read_head_first, skip_adverbs
from claimcmp.extract.raw import Mention
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import NOUN_LISTS

MAX_LEAD_TOKENS = 24
"""A longer stretch before a comma or a quotation is a clause, not a subject."""

MAX_PLAIN_TOKENS = 12
"""A subject that no comma sets off is no longer than this."""

_MAX_PIECES = 4
_CASES = ("genitive", "dative", "ablative", "locative", "accusative")


def read_lead(sentence: Sentence, first: int, limit: int, *, is_bounded: bool) -> Lead:
    """The subject in tokens ``first:limit`` and where the content can begin.

    ``is_bounded``: a quotation or the cue itself begins at ``limit``, so that
    everything before it can belong to the subject.
    """
    if not sentence.lexicon.words.head_last:
        return read_head_first(sentence, first, limit, is_bounded=is_bounded)
    at = first
    via: tuple[Mention, ...] = ()
    for _ in range(_MAX_PIECES):
        at = skip_adverbs(sentence, at, limit)
        start, reason, told = _skip_modifiers(sentence, at, limit)
        via += told
        stop = _find_stop(sentence, start, limit)
        comma = _skippable(sentence, start, stop, limit)
        if comma is not None:
            via += find_told(sentence, at, comma)
            at = comma + 1
            continue
        start, stop = _trailing_phrase(sentence, start, stop, limit)
        is_set_off = sentence.is_comma(stop) and not _is_occasion(sentence, stop - 1)
        is_cut = stop < limit and (is_set_off or (stop > start and _told_at(sentence, stop) > 0))
        is_whole = (is_bounded and _can_end(sentence, stop - 1)) or is_cut
        end = stop if is_whole else plain_end(sentence, start, stop, limit)
        while end > start + 1 and sentence.has("determiners", end - 1):
            end -= 1
        if end <= start or not _can_speak(sentence, start, end, is_set_off=sentence.is_comma(end)):
            return Lead(speaker=None, via=via, after=at)
        end = _with_holder(sentence, start, end, limit)
        after, told = _skip_occasion(sentence, end, limit)
        return Lead(speaker=Mention(span=sentence.cover(start, end), reason=reason), via=via + told, after=after)
    return Lead(speaker=None, via=via, after=at)


def _skip_modifiers(sentence: Sentence, first: int, limit: int) -> tuple[int, str | None, tuple[Mention, ...]]:
    """Past a relative clause or a reason for not naming the source, both before their noun."""
    at, start, reason = first, first, None
    told: tuple[Mention, ...] = ()
    while at < min(limit, first + MAX_LEAD_TOKENS) and not (sentence.is_open(at) and sentence.quote_words(at) > 2):
        length = sentence.match("anonymity_reasons", at)
        if length:
            reason = sentence.text[sentence.tokens[at].start : sentence.tokens[at + length - 1].end]
        elif length := sentence.match("relatives", at):
            told += find_told(sentence, start, at)
        elif sentence.is_comma(at):
            break
        at += max(1, length)
        start = at if length else start
    return start, reason, told


def _find_stop(sentence: Sentence, start: int, limit: int) -> int:
    """The first token that cannot belong to a noun phrase in the nominative."""
    for at in range(start, min(limit, start + MAX_LEAD_TOKENS)):
        if sentence.is_comma(at) or sentence.tokens[at].text in sentence.lexicon.sets["colons"]:
            return at
        if sentence.is_open(at) and sentence.quote_words(at) > 2:
            return at
        if at > start and (sentence.has("time_words", at) or sentence.match("source_stops", at) or _told_at(sentence, at)):
            return at
    return min(limit, start + MAX_LEAD_TOKENS)


def _trailing_phrase(sentence: Sentence, start: int, stop: int, limit: int) -> tuple[int, int]:
    """The name before the first comma, where an adverbial or a relative clause leads up to it."""
    if not start < stop < limit or not sentence.match("source_stops", stop) or sentence.tokens[stop - 1].text[0].isupper():
        return start, stop
    comma = next((i for i in range(stop, min(limit, start + MAX_LEAD_TOKENS)) if sentence.is_comma(i) or sentence.is_open(i)), limit)
    if comma >= limit or not sentence.is_comma(comma) or not _is_head(sentence, comma - 1, is_first=False):
        return start, stop
    if sentence.match("sentence_adverbs", stop) and not is_known_noun(sentence, comma - 1):
        return start, stop
    first = comma - 1
    while first - 1 > stop and (
        sentence.tokens[first - 1].text[0].isupper() or is_known_noun(sentence, first - 1) or sentence.has("determiners", first - 1)
    ):
        first -= 1
    return first, comma


def _can_end(sentence: Sentence, last: int) -> bool:
    return not (sentence.ends_with("gerund_endings", last) or _is_complement(sentence, last) or has_mark(sentence, last))


def _skippable(sentence: Sentence, start: int, stop: int, limit: int) -> int | None:
    """The comma that ends an adverbial at the head of a clause, if there is one."""
    window = range(start, min(limit, start + MAX_LEAD_TOKENS))
    comma = next((i for i in window if sentence.is_comma(i) or (sentence.is_open(i) and sentence.quote_words(i) > 2)), None)
    if comma is None or not sentence.is_comma(comma) or not _is_adverbial(sentence, start, comma):
        return None
    if _opens_with_name(sentence, start, comma):
        return None
    return comma if stop == comma or plain_end(sentence, start, stop, stop) == start else None


def _opens_with_name(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a stretch that ends in the occasion of a speech begins with who made it («Bakan Su dün bir açıklamasında, …»)."""
    if not _is_occasion(sentence, stop - 1):
        return False
    end = plain_end(sentence, start, stop, stop)
    is_name = end - start > 1 or (end > start and is_known_noun(sentence, start))
    return is_name and end < stop - 1 and not has_mark(sentence, end)


def _is_adverbial(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a stretch set off by a comma tells time, place or occasion."""
    last = stop - 1
    if last < start or any(sentence.match("adverbial_starts", i) for i in (start, last)) or sentence.has("time_words", last):
        return True
    if _is_occasion(sentence, last) or sentence.ends_with("gerund_endings", last) or _is_complement(sentence, last):
        return True
    is_common = stop - start > 1 and not sentence.tokens[last].text[0].isupper()
    return in_case(sentence, last, "locative") or (
        (is_common or has_mark(sentence, last)) and in_case(sentence, last, "ablative", "dative")
    )


def _can_speak(sentence: Sentence, start: int, end: int, *, is_set_off: bool) -> bool:
    last = end - 1
    if not any(sentence.tokens[i].is_word for i in range(start, end)) or (is_finite(sentence, last) and not is_set_off):
        return False
    if sentence.tokens[last].text == ")":
        return True
    if is_known_noun(sentence, last) or sentence.quote_at[last] >= 0:
        return True
    if start == last and in_case(sentence, last, "plural"):
        return False
    if has_mark(sentence, last) or _is_complement(sentence, last):
        return False
    is_name = _is_capital(sentence, last)
    barred = _CASES[:-1] if is_set_off else _CASES
    return is_name or not in_case(sentence, last, *barred)


def plain_end(sentence: Sentence, start: int, stop: int, limit: int) -> int:
    """Where a subject ends that no comma sets off: after its last head; ``start`` if there is none."""
    end = start
    for at in range(start, min(stop, start + MAX_PLAIN_TOKENS)):
        is_first = at == start
        if sentence.has("pronoun_speakers", at) and is_first:
            return at + 1
        if _is_complement(sentence, at) or sentence.has("noun_links", at):
            end = max(start, end - 1) if sentence.has("noun_links", at) else end
            break
        if end > start and sentence.tokens[at].text == "(":
            return next((i + 1 for i in range(at, min(at + 6, stop)) if sentence.tokens[i].text == ")"), end)
        if end > start and at + 1 == limit == stop and _is_denied(sentence, at):
            break
        is_last = at + 2 == limit == stop and is_known_noun(sentence, at) and _is_denied(sentence, at + 1)
        if (is_last or _is_head(sentence, at, is_first=is_first)) and (at + 1 >= stop or not has_mark(sentence, at)):
            end = at + 1
        elif not _is_linked(sentence, at) and (end > start or _is_object(sentence, at)):
            break
    return _first_word(sentence, start, limit) if end == start else end


def _is_denied(sentence: Sentence, at: int) -> bool:
    """Whether a report or paper right before the verb is its object («Bakanlık haberi yalanladı»)."""
    is_text = sentence.has("document_nouns", at) or sentence.has("outlet_nouns", at)
    return is_text and in_case(sentence, at, "accusative")


def _first_word(sentence: Sentence, start: int, limit: int) -> int:
    """A first word unknown to the lists is the subject when the clause has another one, in the genitive."""
    if start >= limit or not sentence.tokens[start].text[0].isupper() or sentence.has("determiners", start):
        return start
    if sentence.match("sentence_adverbs", start + 1):
        return start + 1
    cases = [case for case in _CASES if case != "dative"]
    if in_case(sentence, start, *cases) or has_mark(sentence, start) or in_case(sentence, start + 1, "compound"):
        return start
    other = any(in_case(sentence, i, "genitive") for i in range(start + 1, limit))
    return start + 1 if other and not sentence.has("noun_links", start + 1) else start


def _is_head(sentence: Sentence, at: int, *, is_first: bool) -> bool:
    if has_mark(sentence, at) or not sentence.tokens[at].is_word or sentence.has("time_words", at):
        return False
    if is_known_noun(sentence, at):
        return not (at + 1 < len(sentence.tokens) and is_known_noun(sentence, at + 1))
    return not is_first and _is_capital(sentence, at) and not in_case(sentence, at, "locative")


def _is_capital(sentence: Sentence, at: int) -> bool:
    """Whether a part of the word is capitalised ("al-Rami")."""
    return any(part[:1].isupper() for part in sentence.tokens[at].text.split("-"))


def _is_linked(sentence: Sentence, at: int) -> bool:
    """Whether a word can stand inside a noun phrase before its head: a possessor or a determiner."""
    following = at + 1 < len(sentence.tokens) and (is_known_noun(sentence, at + 1) or sentence.tokens[at + 1].text[0].isupper())
    return following and (in_case(sentence, at, "genitive", "ablative") or sentence.has("determiners", at))


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether the word stands in a case that no subject has; «Dışişleri» before «Bakanı» only seems to."""
    is_compound = sentence.tokens[at].text[0].isupper() and at + 1 < len(sentence.tokens) and is_known_noun(sentence, at + 1)
    is_plain = sentence.has("determiners", at) or is_compound or any(sentence.match(key, at) > 1 for key in NOUN_LISTS)
    return in_case(sentence, at, "locative", "ablative", "accusative") and not is_plain


def _with_holder(sentence: Sentence, start: int, comma: int, limit: int) -> int:
    """A post may be followed by its holder between commas, and a name by its post."""
    if not sentence.is_comma(comma) or comma >= limit:
        return comma
    close = next((i for i in range(comma + 1, min(comma + 8, limit)) if sentence.is_comma(i)), None)
    if close is None or close == comma + 1 or _is_adverbial(sentence, comma + 1, close):
        return comma
    names = all(sentence.tokens[i].text[0].isupper() for i in range(comma + 1, close))
    titled = sentence.has("post_nouns", comma - 1) and names
    return close if titled or (sentence.has("post_nouns", close - 1) and not sentence.has("post_nouns", comma - 1)) else comma


def _skip_occasion(sentence: Sentence, first: int, limit: int) -> tuple[int, tuple[Mention, ...]]:
    """Past the occasion of the speech («yaptığı açıklamada») and those it was made to."""
    at = skip_adverbs(sentence, first, limit)
    for place in range(at, min(limit, at + MAX_LEAD_TOKENS)):
        if sentence.quote_at[place] >= 0 and sentence.quote_words(place) > 2:
            break
        if length := sentence.match("speech_nouns", place):
            return skip_adverbs(sentence, place + length, limit), find_told(sentence, at, place + length)
    told: list[Mention] = []
    while at < limit and (length := _told_at(sentence, at)):
        told += find_told(sentence, at, at + length)
        at = skip_adverbs(sentence, at + length, limit)
    return at, tuple(told)


def find_told(sentence: Sentence, first: int, last: int) -> tuple[Mention, ...]:
    """The outlets in tokens ``first:last`` that were spoken to, each with what belongs to its name."""
    found: list[Mention] = []
    at = first
    while at < last:
        length = sentence.match("outlets", at)
        end = at + length if length else 0
        while end and end < last and sentence.has("outlet_nouns", end):
            end += 1
        if end:
            found.append(Mention(span=cut_case(sentence, at, end, "dative")))
        at = max(at + 1, end)
    return tuple(found)


def _told_at(sentence: Sentence, at: int) -> int:
    """Number of tokens that name somebody told, in the dative: an outlet or an audience."""
    if sentence.has("audience", at):
        return 1
    length = sentence.match("outlets", at)
    while length and at + length < len(sentence.tokens) and sentence.has("outlet_nouns", at + length):
        length += 1
    return length if length and in_case(sentence, at + length - 1, "dative") else 0


def _is_complement(sentence: Sentence, at: int) -> bool:
    return sentence.ends_with("complement_endings", at) and len(sentence.words[at]) > len("digini")


def _is_occasion(sentence: Sentence, at: int) -> bool:
    return bool(sentence.match("speech_nouns", at))
