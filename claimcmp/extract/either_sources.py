"""Who speaks, where the subject may stand on either side of its verb."""

from __future__ import annotations

import attrs

from claimcmp.extract.raw import Mention
from claimcmp.extract.subjects import find_reason
from claimcmp.extract.verb_groups import Group, is_mark
from claimcmp.extract.view import Sentence

MAX_SUBJECT_TOKENS = 30
"""A longer stretch beside a verb is a clause, not a subject."""

MAX_APPOSITION_TOKENS = 45
"""A name and its verb stand no further apart than this."""

MAX_REASON_TOKENS = 14
"""Tokens of a stated reason for anonymity between a source and its verb."""

HEADS = ("post_nouns", "anonymous_nouns", "link_heads", "organisation_nouns", "outlets", "outlet_nouns", "document_nouns")
_MAX_NAME_TOKENS = 5


@attrs.frozen(kw_only=True)
class Reading:
    """What stands beside a verb: the source, the outlets told, and the token after them."""

    source: Mention | None
    via: tuple[Mention, ...]
    after: int


def read_group(sentence: Sentence, group: Group, last: int) -> Reading:
    """The source that stands after a finite verb: inside the verb phrase or after it."""
    inside = read_after(sentence, group.mid, group.at, skipped=group.particle)
    if inside.source is not None:
        return attrs.evolve(inside, via=(*inside.via, *find_told(sentence, group.after, last)))
    if is_mark(sentence, group.after):
        return Reading(source=None, via=(), after=group.after)
    reading = read_after(sentence, group.after, last, skipped=group.particle)
    return reading if reading.source else attrs.evolve(reading, source=read_institution(sentence, group, group.after, last))


def read_after(sentence: Sentence, first: int, last: int, *, skipped: int | None = None) -> Reading:
    """The source in tokens ``first:last``: past adverbials, those told, and the token ``skipped``."""
    at, after, source = first, first, None
    via: list[Mention] = []
    while at < last:
        end = _outlet_end(sentence, at, last, has_subject=source is not None)
        if end:
            start = at + sentence.has("addressing_words", at)
            via.append(Mention(span=sentence.cover(start, end)))
            after = end if at == after else after
            at = end
        elif at == skipped:
            at += 1
        elif _is_filler(sentence, at):
            at += 1
        elif source is not None and _is_pause(sentence, at, last):
            break
        elif is_mark(sentence, at) or (source is None and sentence.match("clause_breaks", at)):
            at += 1
        elif _starts_adverbial(sentence, at):
            at = _skip_adverbial(sentence, at, last) if source is None else at + 1
        elif source is None and (sentence.tokens[at].is_word or sentence.is_open(at)):
            end = _noun_end(sentence, at, last)
            source = Mention(span=sentence.cover(at, end))
            at = after = end
        else:
            at += 1
    if source is not None:
        source = attrs.evolve(source, reason=find_reason(sentence, first, min(len(sentence.tokens), last)))
    return Reading(source=source, via=tuple(via), after=after)


def read_institution(sentence: Sentence, group: Group, first: int, last: int) -> Mention | None:
    """«В Кремле заявили», «сообщили в полиции»: the place speaks when the verb is plural."""
    while first < last and _is_connective(sentence, first):
        first += 1
    is_plural = sentence.ends_with("plural_endings", group.after - 1)
    if not is_plural or first + 1 >= last or not sentence.has("institution_prepositions", first) or sentence.has("time_words", first + 1):
        return None
    stops = (i for i in range(first + 2, last) if sentence.has("time_words", i) or is_mark(sentence, i) or sentence.has("adverbial_starts", i))
    return None if sentence.has("speech_nouns", first + 1) else Mention(span=sentence.cover(first + 1, next(stops, last)))


def read_before(sentence: Sentence, group: Group, lower: int) -> tuple[Mention | None, int]:
    """The subject that ends before a verb, and the token where it or its clause begins."""
    verb = end = group.first
    while end > lower and (_is_adverb(sentence, end - 1) or sentence.has("time_words", end - 1) or _is_day_article(sentence, end - 1)):
        end -= 1
    end = _skip_reason(sentence, end, lower)
    if end <= lower or sentence.has("coordinators", end - 1):
        return None, verb
    if sentence.has("relatives", end - 1) and end - 1 > lower and not sentence.has("pronoun_speakers", end - 1):
        return _read_antecedent(sentence, end - 1, lower, verb)
    if is_mark(sentence, end - 1):
        return _read_apposed(sentence, end - 1, lower, verb)
    start = _walk_back(sentence, end, lower)
    head = skip_lead(sentence, start, end)
    if head is None and start - 1 > lower and is_mark(sentence, start - 1):
        found = _read_apposed(sentence, start - 1, lower, verb)
        if found[0] is not None:
            return found
    if head is None:
        return read_institution(sentence, group, start, end), start
    if not _is_plausible(sentence, head):
        return None, start
    if not sentence.lexicon.sets["determiners"] and sentence.tokens[head].text[0].islower() and not any(sentence.has(key, head) for key in HEADS):
        head = _trailing_name(sentence, head, end) or head
    end = _trim_tail(sentence, head, end)
    return Mention(span=sentence.cover(head, end), reason=find_reason(sentence, head, verb)), start


def skip_lead(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the noun phrase begins in tokens ``start:end``: past connectives, days and adverbials; None if there is none."""
    while start < end and _is_connective(sentence, start):
        start += 1
    if start >= end:
        return None
    if not sentence.has("adverbial_starts", start):
        return start
    at = start + 1
    while at < end:
        told = _outlet_end(sentence, at, end, has_subject=False)
        if told and told < end and sentence.tokens[told].is_word and not sentence.match("source_stops", told):
            return told
        if _starts_noun(sentence, start, at):
            return at
        at = max(told, at + 1)
    return _trailing_name(sentence, start, end)


def is_adverbial(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens are nothing but an adverbial ("after the meeting")."""
    while start < end and not sentence.tokens[start].is_word:
        start += 1
    return start >= end or sentence.has("adverbial_starts", start) or sentence.has("sentence_adverbs", start)


def find_told(sentence: Sentence, first: int, last: int) -> tuple[Mention, ...]:
    """The outlets told in tokens ``first:last``, where the subject is known already."""
    found: list[Mention] = []
    at = first
    while at < last:
        end = _outlet_end(sentence, at, last, has_subject=True)
        if end:
            found.append(Mention(span=sentence.cover(at + sentence.has("addressing_words", at), end)))
        at = end or at + 1
    return tuple(found)


# --- before the verb --------------------------------------------------------------------------------


def _read_antecedent(sentence: Sentence, relative: int, lower: int, verb: int) -> tuple[Mention | None, int]:
    end = relative
    while end > lower and is_mark(sentence, end - 1):
        end -= 1
    if sentence.has("coordinators", end - 1):
        return None, verb
    start = _walk_back(sentence, end, lower)
    head = skip_lead(sentence, start, end)
    if head is None or head >= end:
        return None, verb
    articles = (i for i in range(end - 1, head, -1) if sentence.has("determiners", i) and not sentence.has("genitives", i) and not sentence.has("genitives", i - 1))
    head = next(articles, head if sentence.lexicon.sets["determiners"] else max(head, end - _MAX_NAME_TOKENS))
    return Mention(span=sentence.cover(head, end)), relative


def _read_apposed(sentence: Sentence, comma: int, lower: int, verb: int) -> tuple[Mention | None, int]:
    """ "Name, the post, said": the name with its post; an aside is left out."""
    floor = max(lower, comma - MAX_APPOSITION_TOKENS)
    for opening in range(comma - 1, floor, -1):
        if not is_mark(sentence, opening) or sentence.quote_at[opening] >= 0:
            continue
        start = _walk_back(sentence, opening, lower)
        head = skip_lead(sentence, start, opening)
        if head is None or head >= opening or not _is_plausible(sentence, head):
            continue
        if head == opening - 1 and sentence.has("time_words", head):
            continue
        is_post = _names_post(sentence, opening + 1, comma) or _names_holder(sentence, head, opening, comma)
        end = comma if is_post else opening
        return Mention(span=sentence.cover(head, end), reason=find_reason(sentence, opening, comma)), start
    return None, verb


def _names_post(sentence: Sentence, first: int, last: int) -> bool:
    if any(sentence.has(key, first) for key in ("relatives", "adverbial_starts", "as_words")):
        return False
    inside = range(first, last)
    return any(sentence.has("post_nouns", i) for i in inside) and not any(sentence.has("finite_words", i) or sentence.has("relatives", i) for i in inside)


def _names_holder(sentence: Sentence, start: int, comma: int, end: int) -> bool:
    """Whether a title is followed by its holder's name between commas."""
    is_name = all(not t.is_word or t.text[0].isupper() for t in sentence.tokens[comma + 1 : end]) and end - comma <= _MAX_NAME_TOKENS
    return is_name and any(sentence.has("post_nouns", i) for i in range(start, comma))


def _skip_reason(sentence: Sentence, end: int, lower: int) -> int:
    """The token before a stated reason for anonymity that ends at ``end`` without a comma."""
    near = range(end - 1, max(lower, end - MAX_REASON_TOKENS), -1)
    start = next((i for i in near if sentence.match("anonymity_reasons", i)), None)
    return end if start is None or any(is_mark(sentence, i) for i in range(start, end)) else start


def _is_adverb(sentence: Sentence, at: int) -> bool:
    return sentence.has("auxiliaries", at) or (sentence.ends_with("adverb_endings", at) and sentence.tokens[at].text[0].islower())


def _is_day_article(sentence: Sentence, at: int) -> bool:
    """Whether the word is the article or demonstrative of a day ("este lunes")."""
    return sentence.has("determiners", at) and sentence.has("time_words", at + 1)


def _walk_back(sentence: Sentence, end: int, lower: int) -> int:
    """From token ``end`` back to where the clause before it begins."""
    at = end
    while at > lower and end - at < MAX_SUBJECT_TOKENS and _belongs(sentence, at - 1, lower):
        at -= 1
    return at


def _belongs(sentence: Sentence, at: int, lower: int) -> bool:
    if sentence.quote_at[at] >= 0:
        return sentence.quote_words(at) <= _MAX_NAME_TOKENS
    if not sentence.tokens[at].is_word:
        return sentence.tokens[at].text in "'’&.()/№%" and at > lower
    if sentence.has("name_joiners", at) and at > lower:
        return _joins(sentence, at)
    if sentence.match("complementisers", at) or sentence.match("clause_breaks", at):
        return False
    if sentence.has("relatives", at) and not (sentence.has("determiners", at) and not is_mark(sentence, at - 1)):
        return False
    return not any(sentence.has(key, at) for key in ("passives", "finite_words", "coordinators", "perfect_words"))


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether "and" joins two names or nouns of one subject, not two clauses."""
    left, right = sentence.tokens[at - 1], sentence.tokens[min(at + 1, len(sentence.tokens) - 1)]
    if left.text[0].isupper() and right.text[0].isupper():
        return True
    if sentence.lexicon.sets["determiners"] and not _can_begin(sentence, at + 1):
        return True
    is_noun = sentence.has("determiners", at + 1) or any(sentence.has(key, at + 1) for key in HEADS)
    return is_noun and (left.text[0].isupper() or any(sentence.has(key, at - 1) for key in HEADS))


def _can_begin(sentence: Sentence, at: int) -> bool:
    """Whether a subject can begin here, in a language where a noun needs an article."""
    keys = ("determiners", "pronoun_speakers", "pronouns", "auxiliaries", *HEADS)
    return sentence.tokens[at].text[0].isupper() or any(sentence.has(key, at) for key in keys)


def _is_plausible(sentence: Sentence, head: int) -> bool:
    """Whether a subject can begin here: where nouns need articles, a plain word inside a sentence is rather a verb."""
    if not sentence.lexicon.sets["determiners"] or not any(t.is_word for t in sentence.tokens[:head]) or not sentence.tokens[head].is_word:
        return True
    following = sentence.tokens[head + 1].text[0] if head + 1 < len(sentence.tokens) else " "
    return _can_begin(sentence, head) or (sentence.lexicon.words.capital_nouns and following.isupper())


def _is_connective(sentence: Sentence, at: int) -> bool:
    if not sentence.tokens[at].is_word:
        return not sentence.is_open(at)
    if sentence.words[at].isdigit():
        return sentence.has("time_words", at + 1)
    keys = ("coordinators", "sentence_adverbs", "time_words", "auxiliaries", "before_source")
    is_adverb = any(sentence.has(key, at) for key in keys) and not sentence.has("determiners", at)
    return is_adverb or _is_day_article(sentence, at)


def _starts_noun(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a subject begins here, after an adverbial that began at ``start``."""
    bound = any(sentence.has(key, at - 1) for key in ("adverbial_starts", "noun_links", "determiners"))
    if sentence.has("pronoun_speakers", at) and not sentence.has("determiners", at):
        return not bound
    if bound or at - 1 == start:
        return False
    if sentence.has("told_outlets", at):
        return False
    return sentence.has("determiners", at) or any(sentence.has(key, at) for key in HEADS if not sentence.lexicon.sets["determiners"])


def _trailing_name(sentence: Sentence, start: int, end: int) -> int | None:
    """The capitalised words that end an adverbial's stretch and are not part of it."""
    at = end
    while at > start + 1 and sentence.tokens[at - 1].text[0].isupper() and sentence.quote_at[at - 1] < 0:
        at -= 1
    if at >= end:
        return None
    if sentence.has("adverbial_starts", at - 1) or sentence.has("noun_links", at - 1) or sentence.has("determiners", at - 1):
        return at + 1 if end - at >= 2 and not sentence.lexicon.sets["determiners"] else None
    return at


def _trim_tail(sentence: Sentence, head: int, end: int) -> int:
    """The end of a subject without the adverbial between it and its verb ("the minister on Monday said")."""
    for at in range(head + 1, end):
        stops = sentence.match("source_stops", at) and not _links(sentence, head, at)
        if stops or (sentence.has("time_words", at) and sentence.quote_at[at] < 0):
            return at
    return end


# --- after the verb ---------------------------------------------------------------------------------


def _is_filler(sentence: Sentence, at: int) -> bool:
    if sentence.has("determiners", at):
        return _is_day_article(sentence, at)
    return any(sentence.has(key, at) for key in ("before_source", "time_words", "auxiliaries")) or sentence.words[at].isdigit()


def _is_pause(sentence: Sentence, at: int, last: int) -> bool:
    return is_mark(sentence, at) or sentence.tokens[at].text in ":(" or sentence.is_open(at)


def _starts_adverbial(sentence: Sentence, at: int) -> bool:
    keys = ("adverbial_starts", "addressing_words", "audience")
    return any(sentence.has(key, at) for key in keys) and not sentence.has("determiners", at)


def _skip_adverbial(sentence: Sentence, first: int, last: int) -> int:
    """The token where a subject can begin after the adverbial at ``first``, or ``last``."""
    at = first + 1
    while at < last:
        if is_mark(sentence, at) or _starts_noun(sentence, first, at) or _outlet_end(sentence, at, last, has_subject=False):
            return at
        if at > first + 1 and sentence.tokens[at].text[0].isupper() and not _is_bound(sentence, at):
            return at
        at += 1
    return last


def _is_bound(sentence: Sentence, at: int) -> bool:
    """Whether a capitalised word goes with the word before it: a preposition, an article, a name, a body's noun."""
    before = at - 1
    if sentence.quote_at[before] >= 0:
        return False
    keys = ("adverbial_starts", "noun_links", "determiners", "addressing_words", "outlet_nouns", "told_outlets")
    return any(sentence.has(key, before) for key in keys) or sentence.tokens[before].text[0].isupper()


def _noun_end(sentence: Sentence, start: int, last: int) -> int:
    if sentence.has("pronoun_speakers", start) and not sentence.has("determiners", start):
        return start + 1
    at = start
    while at < last and at - start < MAX_SUBJECT_TOKENS:
        if sentence.is_open(at):
            if sentence.quote_words(at) > _MAX_NAME_TOKENS:
                break
            at = sentence.quote_end(at)
            continue
        if sentence.tokens[at].text in "(:" or sentence.tokens[at].text == "." and at > start + 1 and not sentence.tokens[at - 1].text[0].isupper():
            break
        if is_mark(sentence, at):
            return _apposition_end(sentence, start, at, last)
        if at > start and (_ends_noun(sentence, start, at) or sentence.has("pronouns", at)):
            break
        at += 1
    return max(start + 1, at)


def _ends_noun(sentence: Sentence, start: int, at: int) -> bool:
    if sentence.lexicon.words.capital_nouns and _leaves_noun(sentence, at):
        return True
    if any(sentence.has(key, at) for key in ("time_words", "finite_words", "audience", "told_outlets", "auxiliaries")):
        return True
    if sentence.match("anonymity_reasons", at) or sentence.match("citing", at) or sentence.match("according", at) or sentence.match("clause_breaks", at):
        return True
    if sentence.has("addressing_words", at) and _outlet_end(sentence, at, len(sentence.tokens), has_subject=True):
        return True
    return bool(sentence.match("source_stops", at)) and not _links(sentence, start, at)


def _leaves_noun(sentence: Sentence, at: int) -> bool:
    """Whether a small word after a capitalised noun is no part of its phrase (where nouns are capitalised)."""
    keys = ("determiners", "genitives", "noun_links", "name_joiners", "name_parts")
    is_small = sentence.tokens[at].is_word and sentence.tokens[at].text[0].islower()
    return is_small and sentence.tokens[at - 1].text[0].isupper() and not any(sentence.has(key, at) for key in keys) and not sentence.has("determiners", at - 1)


def _links(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a preposition belongs to the subject («представитель России в ООН»)."""
    if not sentence.has("source_links", at) or any(sentence.has(key, at + 1) for key in ("speech_nouns", "time_words")):
        return False
    has_occasion = any(sentence.has("speech_nouns", i) for i in range(at + 1, min(at + 4, len(sentence.words))))
    return any(sentence.has("link_heads", i) for i in range(start, at)) and not has_occasion


def _apposition_end(sentence: Sentence, start: int, comma: int, last: int) -> int:
    """A name may be followed by its post, a post by its holder, between commas."""
    end = comma + 1
    while end < last and not (is_mark(sentence, end) and sentence.quote_at[end] < 0) and not _ends_noun(sentence, comma + 1, end) and not sentence.is_open(end):
        end += 1
    if end <= comma + 1 or not sentence.is_comma(comma) or sentence.tokens[comma].text != "," or sentence.match("complementisers", comma + 1):
        return comma
    return end if _names_post(sentence, comma + 1, end) or _names_holder(sentence, start, comma, end) else comma


def _outlet_end(sentence: Sentence, at: int, last: int, *, has_subject: bool) -> int:
    """The token after "to the outlet X" at ``at``, or 0 where nothing is told to an outlet."""
    first = at
    if sentence.has("told_outlets", at):
        return _name_end(sentence, at + 1, last)
    if sentence.has("addressing_words", at):
        first = at + 1
        first += sentence.has("determiners", first)
        if sentence.has("audience", first):
            return 0
        is_outlet = sentence.match("outlets", first) or sentence.match("outlet_nouns", first) or (sentence.is_open(first) and sentence.quote_words(first) <= _MAX_NAME_TOKENS)
        end = _name_end(sentence, first, last) if is_outlet and first < last else 0
        is_article = sentence.has("determiners", at) and not has_subject
        return end if not is_article or _has_noun(sentence, end, last) else 0
    length = sentence.match("outlets", at)
    if sentence.is_open(at) and sentence.match("outlets", at + 1):
        length = sentence.quote_end(at) - at
    is_told = length and (has_subject or _has_noun(sentence, at + length, last))
    return at + length if is_told and at + length <= last else 0


def _has_noun(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a further noun phrase, the subject, follows before the next mark."""
    if at >= last or not sentence.tokens[at].is_word or sentence.has("adverbial_starts", at) or sentence.match("citing", at):
        return False
    return not any(sentence.has(key, at) for key in ("time_words", "coordinators", "source_stops", "noun_links")) and not sentence.match("according", at)


def _name_end(sentence: Sentence, at: int, last: int) -> int:
    """The end of an outlet's name: known, quoted, or capitalised after its noun."""
    first = at
    length = sentence.match("outlets", at) or sentence.match("outlet_nouns", at)
    at += length
    if at < last and sentence.is_open(at):
        return min(sentence.quote_end(at), last)
    known = sentence.match("outlets", at) if not sentence.match("outlets", first) else 0
    if known or sentence.match("outlets", first):
        return min(at + known, last)
    while at < last and sentence.tokens[at].is_word and sentence.tokens[at].text[0].isupper() and at - first < _MAX_NAME_TOKENS:
        at += 1
    return max(first, at)
