"""Where the content of a verb that follows its subject begins: "S said (to A) (on D) (that) C"."""

from __future__ import annotations

import attrs

from claimcmp.extract.cues import Cue
from claimcmp.extract.view import Sentence
from claimcmp.records import Sense

MAX_AFTER_TOKENS = 16
"""Tokens between a verb and its content: addressee, place and day."""

MAX_TITLE_WORDS = 5
"""Words in the quoted name of a broadcast or a paper."""

MIN_CONTENT_WORDS = 2
"""Fewer words after a verb are no clause."""


@attrs.frozen(kw_only=True)
class Complement:
    """A content that begins at token ``first``; the words about the saying end at ``region_end``."""

    first: int
    region_end: int
    is_marked: bool = True
    is_colon: bool = False
    sense: Sense | None = None


def find_complement(sentence: Sentence, cue: Cue) -> Complement | None:
    """The content after a reporting verb, or None where nothing there is one."""
    found = _find_marked(sentence, cue) or _find_governed(sentence, cue) or _find_bare(sentence, cue)
    return found if found and found.first < sentence.end and any(t.is_word for t in sentence.tokens[found.first : sentence.end]) else None


def _find_marked(sentence: Sentence, cue: Cue) -> Complement | None:
    """A content after "that", a colon or an opening quotation mark."""
    limit = min(sentence.end, cue.after + MAX_AFTER_TOKENS)
    if cue.after < limit and sentence.words[cue.after] in cue.verb.prepositions:
        return None
    for at in range(cue.after, limit):
        length = sentence.match("complementisers", at)
        if length and _is_near(sentence, cue, at) and not (at == cue.after and "names" in cue.verb.takes):
            return Complement(first=_skip_commas(sentence, at + length), region_end=at)
        if sentence.is_open(at) and (sentence.quote_words(at) > 1 or at == cue.after) and _is_near(sentence, cue, at):
            if _is_title(sentence, cue, at):
                continue
            return Complement(first=at, region_end=at, sense=Sense.ASSERTS if "names" in cue.verb.takes else None)
        if sentence.tokens[at].text in sentence.lexicon.sets["colons"] and _is_near(sentence, cue, at):
            return Complement(first=at + 1, region_end=at, is_colon=True)
        if sentence.is_comma(at) and at > cue.after and not sentence.is_open(at + 1):
            break
    return None


def _is_title(sentence: Sentence, cue: Cue, at: int) -> bool:
    """A short quotation before the complementiser is the name of who was told ("told CNN's “X” that")."""
    close = sentence.quote_end(at)
    return "addressee" in cue.verb.takes and sentence.quote_words(at) <= MAX_TITLE_WORDS and bool(sentence.match("complementisers", close))


def _skip_commas(sentence: Sentence, at: int) -> int:
    while at < sentence.end and sentence.is_comma(at):
        at += 1
    return at


def _is_near(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether only an addressee, a place, a day or an occasion stands between the verb and token ``at``."""
    first, takes = cue.after, cue.verb.takes
    if "addressee" in takes:
        is_led = not sentence.is_open(at) or sentence.is_comma(at - 1)
        return is_led or at <= _skip_adverbials(sentence, skip_addressee(sentence, first))
    if sentence.is_open(at) and at > first and sentence.has("pronouns", first):
        return "names" in takes
    if at - first <= 1 or sentence.is_comma(first):
        return True
    if ("object" in takes or "names" in takes) and sentence.is_open(at):
        return "names" in takes
    return sentence.has("after_verb", first) or sentence.has("time_words", first)


def _find_governed(sentence: Sentence, cue: Cue) -> Complement | None:
    """A noun phrase or infinitive that the verb governs ("warned of", "denied X", "promised to")."""
    at, takes = cue.after, cue.verb.takes
    if at >= sentence.end:
        return None
    if sentence.words[at] in cue.verb.prepositions:
        return Complement(first=at if sentence.has("infinitive_markers", at) else at + 1, region_end=at)
    if "object" in takes:
        is_linked = sentence.has("infinitive_markers", at) or sentence.has("role_words", at)
        is_adverbial = sentence.has("after_verb", at) and not is_linked
        return None if is_adverbial or sentence.is_comma(at) else Complement(first=at, region_end=at)
    if "whether" in takes:
        limit = min(sentence.end, at + MAX_AFTER_TOKENS)
        found = next((i for i in range(at, limit) if sentence.match("whether", i)), None)
        return None if found is None else Complement(first=found, region_end=found)
    return None


def _find_bare(sentence: Sentence, cue: Cue) -> Complement | None:
    """An unmarked clause: after "say" and "tell" any, after other verbs one that begins like a clause."""
    takes = cue.verb.takes
    if takes & {"names", "object", "whether"}:
        return None
    at = skip_addressee(sentence, cue.after) if "addressee" in takes else cue.after
    first = _skip_adverbials(sentence, at)
    words = sentence.end - first
    if sentence.has("temporal_breaks", first):
        return None
    if "bare" in takes:
        is_whole = not _only_noun(sentence, first)
        return Complement(first=first, region_end=first, is_marked=False) if words >= MIN_CONTENT_WORDS and is_whole else None
    if words < 4 or first != cue.after or cue.verb.prepositions:
        return None
    begins = sentence.has("clause_openers", first) or (sentence.tokens[first].text[0].isupper() and "clause" not in takes)
    if sentence.has("doing_verbs", cue.first) and not _has_finite(sentence, first):
        return None
    return Complement(first=first, region_end=first, is_marked=False) if begins else None


def _has_finite(sentence: Sentence, first: int) -> bool:
    """Whether a verb that can only be finite follows before the next comma: "found the dam was", not "found the bodies"."""
    end = next((i for i in range(first, sentence.end) if sentence.is_comma(i)), sentence.end)
    return any(sentence.has("finite_words", i) or sentence.has("passives", i) for i in range(first + 1, end))


def _only_noun(sentence: Sentence, first: int) -> bool:
    """Whether too little for a clause is left ("told the truth", "said nothing")."""
    return sentence.end - first <= 2 and not sentence.has("pronouns", first) and not sentence.is_open(first)


def skip_addressee(sentence: Sentence, at: int) -> int:
    """Past "reporters", "the Associated Press", "his aides"."""
    known = next(
        (n for n in (sentence.match("outlets", at), sentence.match("outlets", at + 1) + 1) if n > 1 or sentence.match("outlets", at)), 0
    )
    if known and (sentence.match("outlets", at) or sentence.has("determiners", at)):
        return at + known
    if sentence.has("pronouns", at):
        return at + 1
    first = at
    heard = at + sentence.has("determiners", at)
    heard += max(sentence.has("audience", heard), heard > at and sentence.match("speech_nouns", heard))
    if heard > at + sentence.has("determiners", at) and heard < sentence.end and sentence.tokens[heard].text[0].isupper():
        return heard
    while at < sentence.end and sentence.tokens[at].is_word and not sentence.has("after_verb", at):
        is_name = sentence.tokens[at].text[0].isupper() or sentence.has("name_joiners", at)
        if at > first and (sentence.has("pronouns", at) or sentence.has("determiners", at)):
            break
        if at > first and not is_name and not sentence.has("determiners", at - 1):
            break
        at += 1
    return at


def _skip_adverbials(sentence: Sentence, at: int) -> int:
    """Past a day, an occasion or a reason for anonymity that stands between verb and content."""
    if sentence.match("anonymity_reasons", at):
        at += sentence.match("anonymity_reasons", at)
    while at < sentence.end and (sentence.has("time_words", at) or (sentence.has("after_verb", at) and _is_occasion(sentence, at))):
        at += 1
        while at < sentence.end and (
            any(sentence.has(key, at) for key in ("time_words", "speech_nouns"))
            or (sentence.has("determiners", at) and _is_occasion(sentence, at))
            or sentence.words[at].isdigit()
        ):
            at += 1
    return _skip_commas(sentence, at)


def _is_occasion(sentence: Sentence, at: int) -> bool:
    near = range(at + 1, min(at + 4, sentence.end))
    return any(sentence.has("time_words", i) or sentence.has("speech_nouns", i) for i in near)
