"""Where a noun phrase that can be a source begins, and what belongs to it."""

from __future__ import annotations

from claimcmp.extract.told import MAX_NAME_TOKENS, outlet_end
from claimcmp.extract.view import Sentence

MAX_SUBJECT_TOKENS = 30
"""A longer stretch beside a verb is a clause, not a subject."""

HEADS = ("post_nouns", "anonymous_nouns", "link_heads", "organisation_nouns", "outlets", "outlet_nouns", "document_nouns")
"""Lists of nouns that can be the head of a source."""


def skip_lead(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the noun phrase begins in tokens ``start:end``: past connectives, days and adverbials; None if there is none."""
    while start < end and is_connective(sentence, start):
        start += 1
    if start >= end:
        return None
    if not sentence.has("adverbial_starts", start):
        return start
    at = start + 1
    while at < end:
        told = outlet_end(sentence, at, end, has_subject=False)
        if told and told < end and sentence.tokens[told].is_word and not sentence.match("source_stops", told):
            return told
        if starts_noun(sentence, start, at):
            return at
        at = max(told, at + 1)
    return trailing_name(sentence, start, end)


def is_adverbial(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens are nothing but an adverbial ("after the meeting")."""
    while start < end and not sentence.tokens[start].is_word:
        start += 1
    return start >= end or sentence.has("adverbial_starts", start) or sentence.has("sentence_adverbs", start)


def starts_noun(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a subject begins here, after an adverbial that began at ``start``."""
    bound = any(sentence.has(key, at - 1) for key in ("adverbial_starts", "noun_links", "determiners"))
    if sentence.has("pronoun_speakers", at) and not sentence.has("determiners", at):
        return not bound
    if bound or at - 1 == start:
        return False
    if sentence.has("told_outlets", at) or sentence.has("oblique_nouns", at):
        return False
    return sentence.has("determiners", at) or any(sentence.has(key, at) for key in HEADS if not sentence.lexicon.sets["determiners"])


def trailing_name(sentence: Sentence, start: int, end: int) -> int | None:
    """The capitalised words that end an adverbial's stretch and are not part of it."""
    at = end
    while at > start + 1 and sentence.tokens[at - 1].text[0].isupper() and sentence.quote_at[at - 1] < 0:
        at -= 1
    if at >= end:
        return None
    if sentence.has("adverbial_starts", at - 1) or sentence.has("noun_links", at - 1) or sentence.has("determiners", at - 1):
        return at + 1 if end - at >= 2 and not sentence.lexicon.sets["determiners"] else None
    return at


def can_begin(sentence: Sentence, at: int) -> bool:
    """Whether a subject can begin here, in a language where a noun needs an article."""
    keys = ("determiners", "pronoun_speakers", "pronouns", "auxiliaries", *HEADS)
    return sentence.tokens[at].text[0].isupper() or any(sentence.has(key, at) for key in keys)


def is_plausible(sentence: Sentence, head: int) -> bool:
    """Whether a subject can begin here: where nouns need articles, a plain word inside a sentence is rather a verb."""
    if sentence.has("as_words", head):
        return False
    if not sentence.lexicon.sets["determiners"] or not any(t.is_word for t in sentence.tokens[:head]) or not sentence.tokens[head].is_word:
        return True
    following = sentence.tokens[head + 1].text[0] if head + 1 < len(sentence.tokens) else " "
    return can_begin(sentence, head) or (sentence.lexicon.words.capital_nouns and following.isupper())


def can_end(sentence: Sentence, last: int) -> bool:
    """Whether a subject can end with the token: where nouns have capitals, a small word that is no pronoun cannot."""
    if not sentence.lexicon.words.capital_nouns or not sentence.tokens[last].text[0].islower():
        return True
    return any(sentence.has(key, last) for key in ("pronoun_speakers", "pronouns", "anonymous_nouns", "outlets"))


def is_connective(sentence: Sentence, at: int) -> bool:
    """Whether the token only leads to a noun phrase: a mark, an adverb, a day."""
    if not sentence.tokens[at].is_word:
        return not sentence.is_open(at)
    if sentence.words[at].isdigit():
        return sentence.has("time_words", at + 1)
    keys = ("coordinators", "sentence_adverbs", "time_words", "auxiliaries", "before_source")
    is_adverb = any(sentence.has(key, at) for key in keys) and not sentence.has("determiners", at)
    return is_adverb or is_day_article(sentence, at)


def is_day_article(sentence: Sentence, at: int) -> bool:
    """Whether the word is the article or demonstrative of a day ("este lunes")."""
    return sentence.has("determiners", at) and sentence.has("time_words", at + 1)


def names_post(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an apposition names a post and tells nothing else."""
    if any(sentence.has(key, first) for key in ("relatives", "adverbial_starts", "as_words")):
        return False
    inside = range(first, last)
    return any(sentence.has("post_nouns", i) for i in inside) and not any(
        sentence.has("finite_words", i) or sentence.has("relatives", i) for i in inside
    )


def names_holder(sentence: Sentence, start: int, comma: int, end: int) -> bool:
    """Whether a title is followed by its holder's name between commas."""
    is_name = all(not t.is_word or t.text[0].isupper() for t in sentence.tokens[comma + 1 : end]) and end - comma <= MAX_NAME_TOKENS
    return is_name and any(sentence.has("post_nouns", i) for i in range(start, comma))


def links(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a preposition belongs to the subject («представитель России в ООН»)."""
    if sentence.has("body_links", at) and any(
        sentence.has("organisation_nouns", i) and sentence.tokens[i].text[0].isupper() for i in range(start, at)
    ):
        return sentence.has("determiners", at + 1) or sentence.tokens[min(at + 1, sentence.end - 1)].text[0].isupper()
    if not sentence.has("source_links", at) or any(sentence.has(key, at + 1) for key in ("speech_nouns", "time_words")):
        return False
    has_occasion = any(sentence.has("speech_nouns", i) for i in range(at + 1, min(at + 4, len(sentence.words))))
    return any(sentence.has("link_heads", i) for i in range(start, at)) and not has_occasion
