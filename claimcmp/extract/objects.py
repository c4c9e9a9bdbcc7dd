"""Contents that are the object of a verb of saying: what is denied, confirmed, announced, or whom it accuses (Arabic)."""

from __future__ import annotations

import attrs

from claimcmp.extract.articled import find_phrase_end
from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.titles import ends_chain, is_definite
from claimcmp.extract.verb_first_subjects import skip_adverbial
from claimcmp.extract.view import Sentence
from claimcmp.records import Sense

_RUMOUR_TOKENS = 12
"""Tokens within which a rumour tells what it is about."""


@attrs.frozen(kw_only=True)
class ObjectPlace:
    """The content begins at token ``first``; the words about the source end before ``region_end``."""

    first: int
    region_end: int


def find_object(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace | None:
    """The noun phrase that is the object: a rumour denied, a verbal noun, a report noun, or what follows a complete subject."""
    for at in range(cue.after, last):
        rumour = _read_rumour(sentence, cue, at)
        if rumour is not None:
            return rumour
        if _is_object(sentence, cue, at):
            return ObjectPlace(first=at, region_end=at)
    after = _after_name(sentence, cue, last)
    return None if after is None else ObjectPlace(first=after, region_end=after)


def find_asked(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace | None:
    """What the one addressed by a participle is asked for («مناشدا المنظمات | التدخل»)."""
    if cue.kind is not CueKind.PARTICIPLE or "addressee" not in cue.verb.takes:
        return None
    end = find_phrase_end(sentence, cue.after, last)
    asks = cue.after < end < last and sentence.tokens[end].is_word and not sentence.match("source_stops", end)
    return ObjectPlace(first=end, region_end=cue.after) if asks else None


def find_early_object(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace | None:
    """A verbal noun right after the subject, before a preposition that only seems the verb's own («ضرورة الحفاظ على …»)."""
    at = cue.after
    while at < last:
        if sentence.match("source_stops", at) and not sentence.has("before_source", at):
            at = next((i for i in range(at, last) if sentence.is_comma(i)), last)
        elif _is_object(sentence, cue, at) and ends_chain(sentence, cue.after, at):
            return ObjectPlace(first=at, region_end=at)
        at += 1
    return None


def find_urged(sentence: Sentence, cue: Cue, complementiser: int) -> ObjectPlace | None:
    """The noun that the complementiser explains («أكد الوزير | ضرورة أن …»): it is part of the content."""
    at = complementiser - 1
    is_object = "object" in cue.verb.takes and at >= cue.after and sentence.has("object_nouns", at) and ends_chain(sentence, cue.after, at)
    return ObjectPlace(first=at, region_end=at) if is_object and not sentence.has("source_stops", at - 1) else None


def find_rumour(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace | None:
    """The rumour («ما تردد», «الأنباء») before token ``last`` that a verb of denial has as its object."""
    return next((found for at in range(cue.after, last) if (found := _read_rumour(sentence, cue, at))), None)


def _read_rumour(sentence: Sentence, cue: Cue, at: int) -> ObjectPlace | None:
    """The rumour at ``at``: the content is what it is about, where that is told («ما تردد حول …»)."""
    if cue.verb.sense is not Sense.DENIES or not (sentence.has("what", at) or sentence.has("rumour_nouns", at)):
        return None
    return ObjectPlace(first=_find_topic(sentence, at), region_end=at)


def _find_topic(sentence: Sentence, rumour: int) -> int:
    for at in range(rumour + 1, min(rumour + _RUMOUR_TOKENS, sentence.end - 1)):
        if sentence.is_comma(at) or sentence.quote_at[at] >= 0:
            break
        if sentence.has("about_words", at):
            return at + 1 + sentence.match("complementisers", at + 1)
        if length := sentence.match("complementisers", at):
            return at + length
    return rumour


def find_accused(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace:
    """The accused: the second noun phrase after the verb, or the first where the subject stands before it."""
    end = find_phrase_end(sentence, cue.after, last)
    charge = next((i for key in (_is_sure_charge, _is_charge) for i in range(cue.after, last) if key(sentence, i)), last)
    first = _skip_occasion(sentence, end, charge) if end < charge else last
    if first == last or _has_subject_before(sentence, cue):
        return ObjectPlace(first=cue.after, region_end=cue.after)
    return ObjectPlace(first=first, region_end=end)


def find_described(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace | None:
    """What is called or accused of something before token ``last`` («وصف الوزير | القرار بأنه …»); None where only a pronoun stands for it."""
    if not {"accuse", "describe"} & cue.verb.takes:
        return None
    end = find_phrase_end(sentence, cue.after, last)
    if cue.has_object or end >= last or end == cue.after:
        return None
    first = _skip_occasion(sentence, end, last)
    return ObjectPlace(first=first, region_end=end) if first < last and not sentence.match("source_stops", first) else None


def has_object_before(sentence: Sentence, cue: Cue, last: int) -> bool:
    """Whether an object stands between the subject and the preposition at ``last`` («شدد الجيش | الحصار على …»)."""
    at = find_phrase_end(sentence, cue.after, last)
    while at < last and (sentence.has("not_governed", at) or sentence.has("before_source", at)):
        at += 1
    if at >= last or not sentence.tokens[at].is_word or sentence.match("source_stops", at):
        return False
    is_object = is_definite(sentence.tokens[at], sentence.lexicon.words.article or "\0")
    return at > cue.after and (is_object or sentence.ends_with("accusative_endings", at))


def find_judged(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace | None:
    """The object that a predicate in the accusative follows («اعتبرت الوزارة | القرار انتهاكا …»)."""
    end = find_phrase_end(sentence, cue.after, last)
    if cue.has_object or not cue.after < end < last or sentence.match("source_stops", end):
        return None
    after = find_phrase_end(sentence, end, last)
    judged = end < after < last and sentence.tokens[after].is_word and sentence.ends_with("accusative_endings", after)
    return ObjectPlace(first=end, region_end=end) if judged else None


def _skip_occasion(sentence: Sentence, at: int, last: int) -> int:
    """Past what tells when and on what occasion something was said («أمس», «في بيان», «خلال جلسة البرلمان»)."""
    while at < last:
        if sentence.is_comma(at) or sentence.has("before_source", at):
            at += 1
        elif sentence.match("source_stops", at) and sentence.match("speech_nouns", at + 1):
            at = _speech_end(sentence, at + 1, last)
        elif sentence.has("source_links", at):
            at = find_phrase_end(sentence, at + 1, last)
        else:
            return at
    return at


def _speech_end(sentence: Sentence, at: int, last: int) -> int:
    """The token after a noun for a speech and its indefinite adjectives («بيان رسمي»)."""
    at += 1
    while at < last and sentence.tokens[at].is_word and sentence.ends_with("adjective_endings", at):
        if is_definite(sentence.tokens[at], sentence.lexicon.words.article or "\0"):
            break
        at += 1
    return at


def _is_sure_charge(sentence: Sentence, at: int) -> bool:
    """Whether a clause, a listed word, or a definite or verbal noun behind a joined preposition tells the charge («بالإهمال», «بقصف»)."""
    if sentence.match("complementisers", at) or sentence.has("charge_words", at):
        return True
    lexicon, word = sentence.lexicon, sentence.words[at]
    rests = [word[len(p) :] for p in lexicon.words.charge_prepositions if word.startswith(p)]
    is_act = any(r.startswith(lexicon.words.article) or lexicon.is_verbal_noun(r) or r in lexicon.sets["object_nouns"] for r in rests)
    return is_act and _is_charge(sentence, at)


def _is_charge(sentence: Sentence, at: int) -> bool:
    """Whether the word can begin with a preposition before the charge: it is no name («باريس»)."""
    word, lexicon = sentence.words[at], sentence.lexicon
    is_name = word in lexicon.places or word in lexicon.capitals or word in lexicon.given_names
    return not is_name and any(word.startswith(p) for p in lexicon.words.charge_prepositions) and len(word) > 3


def _has_subject_before(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb follows its subject and an aside («حركة الراية، إحدى الجماعات، اتهمت …»), no mere adverbial."""
    if cue.first == 0 or cue.has_conjunction or not sentence.is_comma(cue.first - 1):
        return False
    return skip_adverbial(sentence, 0, cue.first) is not None


def _is_object(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether a verbal noun or a report noun stands here that is no part of the subject."""
    if "owned" in cue.verb.takes and not sentence.tokens[at].text.endswith(sentence.lexicon.words.possessives):
        return False
    if sentence.has("object_nouns", at):
        return True
    article = sentence.lexicon.words.article
    word = sentence.words[at]
    follows = at > cue.after and (sentence.is_comma(at - 1) or is_definite(sentence.tokens[at - 1], article))
    if article and word.startswith(article) and follows:
        return word.removeprefix(article) in sentence.lexicon.sets["object_nouns"]
    return sentence.lexicon.is_verbal_noun(word) and not _in_subject(sentence, cue, at)


def _in_subject(sentence: Sentence, cue: Cue, at: int) -> bool:
    """A verbal noun right after a body's or a post's noun belongs to the subject («وزارة الإعلام»), unless that has the article."""
    previous = at - 1
    if previous < cue.after or is_definite(sentence.tokens[previous], sentence.lexicon.words.article or "\0"):
        return False
    return any(sentence.has(key, previous) for key in ("organisation_nouns", "post_nouns", "source_links"))


def _after_name(sentence: Sentence, cue: Cue, last: int) -> int | None:
    """After a title and its holder's name (words without article) an articled word begins the object."""
    article = sentence.lexicon.words.article
    if not article or not sentence.has("post_nouns", cue.after):
        return None
    plain = 0
    for at in range(cue.after + 1, last):
        if not sentence.tokens[at].is_word:
            return None
        definite = sentence.tokens[at].text.startswith(article) and not sentence.has("name_parts", at)
        if definite and plain >= 2:
            return at
        plain = 0 if definite or sentence.words[at].startswith(("ب", "ل")) else plain + 1
    return None
