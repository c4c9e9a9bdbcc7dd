"""The subject that stands before a reporting verb."""

from __future__ import annotations

import attrs

from claimcmp.extract.lists import find_list
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import find_reason
from claimcmp.extract.view import Sentence

MAX_SUBJECT_TOKENS = 28
"""A longer stretch before a verb is a clause, not a subject."""

MAX_APPOSITION_TOKENS = 45
"""A name and its verb stand no further apart than this."""

_MAX_HEAD_TOKENS = 6
_MAX_NICKNAME_WORDS = 3
_TITLE_SHARE = 0.6


def find_subject(sentence: Sentence, verb: int, lower: int) -> tuple[Mention | None, int]:
    """The subject that ends before token ``verb`` and starts at or after ``lower``, and its first token."""
    end = verb
    while (
        end > lower
        and not is_name_like(sentence, end - 1)
        and (sentence.has("auxiliaries", end - 1) or (sentence.ends_with("adverb_endings", end - 1) and end - 1 > lower))
    ):
        end -= 1
    end = _skip_day(sentence, end, lower)
    if end <= lower or sentence.has("passives", end - 1) or (sentence.quote_at[end - 1] >= 0 and not _is_nickname(sentence, end - 1)):
        return None, verb
    if end < verb and sentence.has("infinitive_markers", end):
        return None, verb
    if sentence.has("relatives", end - 1):
        return _antecedent(sentence, end - 1, lower, verb)
    reason = next((i for i in range(max(lower + 1, end - MAX_SUBJECT_TOKENS), end) if sentence.match("anonymity_reasons", i)), None)
    if sentence.is_comma(end - 1):
        start, name_end = _find_apposed(sentence, end, lower)
    else:
        name_end = end if reason is None else reason
        start = _walk_back(sentence, name_end, lower)
        if _is_restrictive(sentence, start, lower):
            start = _walk_back(sentence, start - 1, lower)
        start = find_list(sentence, _find_name_before(sentence, start, lower), lower, _walk_back)
    start = _skip_lead(sentence, start, name_end)
    if sentence.has("noun_links", start):
        return None, verb
    if name_end <= start or not any(sentence.tokens[i].is_word for i in range(start, name_end)):
        return None, verb
    return Mention(span=sentence.cover(start, name_end), reason=find_reason(sentence, start, end)), start


def _skip_day(sentence: Sentence, end: int, lower: int) -> int:
    """Where a subject ends before a day that parts it from its verb ("Police on Monday said"); ``end`` if none does."""
    at = end
    while at - 1 > lower and _tells_time(sentence, at - 1, end):
        at -= 1
    commas = [i for i in range(lower, end) if sentence.is_comma(i)]
    is_aside = sentence.is_comma(end - 1) and (len(commas) == 1 or any(comma < at for comma in commas))
    is_led = at < end and not is_aside and (sentence.has("after_verb", at) or sentence.words[at].isdigit())
    has_day = any(sentence.has("time_words", i) for i in range(at, end))
    return at if is_led and has_day and not _is_in_outlet(sentence, at, lower) and sentence.tokens[at - 1].is_word else end


def _tells_time(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the token belongs to a day before a verb: a day's noun, a date's figure or comma, "late", "on"."""
    token = sentence.tokens[at]
    if sentence.is_comma(at) or token.text.isdigit():
        near = at + 1 if at + 1 < end else at - 1
        return sentence.has("time_words", near) or sentence.words[near].isdigit() or sentence.has("time_words", at - 1)
    if token.text[0].isupper() and sentence.has("sentence_adverbs", at):
        return False
    return sentence.has("time_words", at) or (at + 1 < end and sentence.has("after_verb", at) and sentence.has("source_stops", at))


def _is_in_outlet(sentence: Sentence, at: int, lower: int) -> bool:
    """Whether a known outlet's name runs over the token ("USA Today", "The Mail on Sunday")."""
    return any(i + sentence.match("outlets", i) > at for i in range(max(lower, at - _MAX_HEAD_TOKENS), at))


def is_name_like(sentence: Sentence, at: int) -> bool:
    """Whether a capitalised word that could be a modal is a name here ("Will Rose", "Theresa May", "May said")."""
    if not sentence.tokens[at].text[0].isupper() or not sentence.has("finite_words", at) or is_title_case(sentence):
        return False
    follows = at > 0 and sentence.tokens[at - 1].is_word
    if sentence.has("time_words", at):
        is_apart = at + 1 < sentence.end and sentence.tokens[at + 1].is_word and not sentence.words[at + 1].isdigit()
        return _follows_name(sentence, at) if follows else is_apart
    is_question = sentence.tokens[-1].text in "?؟"
    return follows or sentence.is_comma(at - 1) or (not is_question and sentence.tokens[min(at + 1, sentence.end - 1)].text[0].isupper())


def _follows_name(sentence: Sentence, at: int) -> bool:
    previous = sentence.tokens[at - 1].text
    return previous[0].isupper() and not sentence.has("adverbial_starts", at - 1) and not sentence.has("after_verb", at - 1)


def is_title_case(sentence: Sentence) -> bool:
    """Whether most words of the sentence have a capital, as in a headline."""
    words = [token for token in sentence.tokens if token.is_word]
    return sum(token.text[0].isupper() for token in words) > _TITLE_SHARE * len(words)


def _find_name_before(sentence: Sentence, start: int, lower: int) -> int:
    """The first token of "“…,” Name, the post said", where no comma closes the apposition; else ``start``."""
    if not sentence.is_comma(start - 1) or sentence.quote_at[start - 1] >= 0:
        return start
    first = _walk_back(sentence, start - 1, lower)
    follows_quote = first > lower and sentence.quote_at[first - 1] >= 0
    return first if first < start - 1 and follows_quote and _is_plain_name(sentence, first, start - 1) else start


def _is_restrictive(sentence: Sentence, start: int, lower: int) -> bool:
    """Whether a relative clause without comma stands before the verb ("the man who lives there said")."""
    relative = start - 1
    if relative - 1 <= lower or not (sentence.has("relatives", relative) or sentence.has("complementisers", relative)):
        return False
    follows = sentence.tokens[relative - 1]
    is_subject = sentence.has("pronouns", start) or sentence.has("determiners", start) or sentence.tokens[start].text[0].isupper()
    return follows.is_word and follows.folded not in sentence.lexicon.verbs and not is_subject


def find_lead(sentence: Sentence, first: int, last: int) -> Mention | None:
    """The noun phrase that begins a clause, if it is plainly one: a pronoun, a name, or words that end in a known head."""
    while first < last and not sentence.tokens[first].is_word and not sentence.is_open(first):
        first += 1
    if first >= last or sentence.has("adverbial_starts", first):
        return None
    if sentence.has("pronouns", first):
        return Mention(span=sentence.cover(first, first + 1)) if sentence.has("pronoun_speakers", first) else None
    end = first
    while end < last and end - first < _MAX_HEAD_TOKENS and _is_name_word(sentence, end):
        end += 1
    heads = ("post_nouns", "link_heads", "organisation_nouns", "anonymous_nouns", "document_nouns", "outlet_nouns")
    if end - first <= 1 and sentence.has("determiners", first):
        near = range(first + 1, min(first + _MAX_HEAD_TOKENS, last))
        end = next((i + 1 for i in near if any(sentence.has(key, i) for key in heads)), first)
    return Mention(span=sentence.cover(first, end)) if end > first else None


def find_doer(sentence: Sentence) -> Mention | None:
    """The person or body that a sentence plainly begins with as its subject: a verb or a comma follows, no "and" or "of"."""
    lead = find_lead(sentence, 0, sentence.end)
    if lead is None or sentence.has("pronouns", 0) or sentence.quotes:
        return None
    end = next((i for i, t in enumerate(sentence.tokens) if t.start >= lead.span.end), sentence.end)
    while end < sentence.end and sentence.tokens[end].is_word and _is_name_word(sentence, end):
        end += 1
    if end >= sentence.end or sentence.ends_with("genitives", end - 1):
        return None
    follows = sentence.tokens[end].text
    bound = any(sentence.has(key, end) for key in ("noun_links", "name_joiners", "genitives", "determiners"))
    return None if bound or not (follows[0].islower() or follows == ",") else attrs.evolve(lead, span=sentence.cover(0, end))


def _is_name_word(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].text[0].isupper() and not sentence.has("time_words", at)


def _is_nickname(sentence: Sentence, at: int) -> bool:
    """Whether a short quotation stands inside a name; speech ends in a mark of its own."""
    quote = sentence.quotes[sentence.quote_at[at]]
    if sentence.quote_words(at) > _MAX_NICKNAME_WORDS or not quote.is_closed:
        return False
    return quote.inner.end > quote.inner.start and sentence.text[quote.inner.end - 1] not in ",.?!،؟…"


def _walk_back(sentence: Sentence, end: int, lower: int) -> int:
    """From token ``end`` back to where the noun phrase before it begins."""
    if sentence.has("pronouns", end - 1):
        return end - 1
    at = end
    while at > lower and end - at < MAX_SUBJECT_TOKENS and _belongs(sentence, at - 1, lower):
        at -= 1
        if sentence.has("determiners", at) and at < end - 1 and not sentence.has("noun_links", at - 1):
            break
    return at


def _find_apposed(sentence: Sentence, end: int, lower: int) -> tuple[int, int]:
    """Start and end of "Name, the post" where appositions between commas part the name from its verb."""
    floor = max(lower, end - MAX_APPOSITION_TOKENS)
    commas = [i for i in range(floor, end - 1) if sentence.is_comma(i) and sentence.quote_at[i] < 0]
    if not commas:
        return end, end
    chosen = len(commas) - 1
    start = _walk_back(sentence, commas[chosen], lower)
    while chosen and start - 1 == commas[chosen - 1] and not _is_plain_name(sentence, start, commas[chosen]):
        chosen -= 1
        start = _walk_back(sentence, commas[chosen], lower)
    opening = commas[chosen]
    if start >= opening or sentence.has("clause_breaks", opening + 1) or _is_clause(sentence, opening + 1, end - 1):
        return end, end
    if _is_aside(sentence, opening + 1):
        return start, opening
    return start, commas[chosen + 1] if chosen + 1 < len(commas) else end - 1


def _is_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words between commas have a verb of their own, so that they are no apposition."""
    inside = range(first, next((i for i in range(first, last) if sentence.is_comma(i)), last))
    is_finite = any((sentence.has("finite_words", i) and not is_name_like(sentence, i)) or sentence.has("passives", i) for i in inside)
    return is_finite and not any(sentence.has("relatives", i) or sentence.has("complementisers", i) for i in inside)


def _is_plain_name(sentence: Sentence, first: int, last: int) -> bool:
    return (
        all(sentence.tokens[i].text[0].isupper() or not sentence.tokens[i].is_word for i in range(first, last))
        and sentence.tokens[first].is_word
    )


def _is_aside(sentence: Sentence, first: int) -> bool:
    """Whether an insertion tells about the person ("who …", "speaking …") instead of naming the post."""
    if sentence.words[first].isdigit() or sentence.has("quoting_verbs", first):
        return True
    return sentence.has("relatives", first) or sentence.ends_with("gerund_endings", first) or sentence.has("adverbial_starts", first)


def _belongs(sentence: Sentence, at: int, lower: int) -> bool:
    """Whether the token can belong to the subject that follows it."""
    if sentence.quote_at[at] >= 0:
        return _is_nickname(sentence, at)
    if not sentence.tokens[at].is_word:
        return sentence.tokens[at].text in "'’-&.()/" and at > lower
    if sentence.has("name_joiners", at):
        return _joins_names(sentence, at, lower)
    if sentence.has("clause_breaks", at):
        return sentence.has("noun_links", at) and sentence.has("link_heads", at - 1)
    if is_name_like(sentence, at):
        return True
    if sentence.has("time_words", at):
        is_named = _follows_name(sentence, at) and not sentence.has("after_verb", at)
        return sentence.tokens[at + 1].text[0].isupper() or is_named or _is_in_outlet(sentence, at, lower)
    return not any(sentence.has(key, at) for key in ("passives", "finite_words", "pronouns", "whether", "relatives"))


def _joins_names(sentence: Sentence, at: int, lower: int) -> bool:
    if at - 1 < lower or at + 1 >= len(sentence.tokens):
        return False
    left, right = sentence.tokens[at - 1].text, sentence.tokens[at + 1].text
    return (left[0].isupper() and (right[0].isupper() or sentence.has("determiners", at + 1))) or sentence.has("post_nouns", at + 1)


def _skip_lead(sentence: Sentence, start: int, end: int) -> int:
    """Past connectives and a day before the subject; past a longer adverbial to the head noun that ends it."""
    while start < end and _is_connective(sentence, start):
        start += 1
    if start >= end or not sentence.has("adverbial_starts", start):
        return start
    at = start + 1
    while at < end and (sentence.has("time_words", at) or sentence.words[at].isdigit()):
        at += 1
    if start + 1 < at < end or sentence.has("sentence_adverbs", start):
        return at
    return _last_head(sentence, start, end)


def _is_connective(sentence: Sentence, at: int) -> bool:
    is_mark = not sentence.tokens[at].is_word and not sentence.is_open(at)
    return is_mark or sentence.has("clause_breaks", at)


def _last_head(sentence: Sentence, start: int, end: int) -> int:
    """The trailing name or head noun of a stretch that begins with a preposition; ``end`` if there is none."""
    at = end
    while at > start + 1 and sentence.tokens[at - 1].text[0].isupper():
        at -= 1
    if at < end and sentence.has("noun_links", at - 1):
        return end
    return at if at < end else end - 1 if sentence.has("link_heads", end - 1) and end - 1 > start + 1 else end


def _antecedent(sentence: Sentence, relative: int, lower: int, verb: int) -> tuple[Mention | None, int]:
    """The noun phrase before a relative ("Kirby, who said …"), and the relative's token."""
    end = relative
    while end > lower and sentence.is_comma(end - 1):
        end -= 1
    if end <= lower:
        return None, verb
    at = end
    while at > lower and sentence.tokens[at - 1].text[0].isupper():
        at -= 1
    if at == end:
        at = _skip_lead(sentence, _walk_back(sentence, end, lower), end)
    elif at > lower and sentence.has("determiners", at - 1):
        at -= 1
    return (Mention(span=sentence.cover(at, end)), relative) if end > at else (None, verb)
