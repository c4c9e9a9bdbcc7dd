"""Where a content begins after its cue, and where it ends."""

from __future__ import annotations

import attrs

from claimcmp.extract.articled import find_phrase_end
from claimcmp.extract.cues import Cue
from claimcmp.extract.objects import (
    ObjectPlace,
    find_accused,
    find_asked,
    find_described,
    find_early_object,
    find_judged,
    find_object,
    find_rumour,
    find_urged,
    has_object_before,
)
from claimcmp.extract.spoken_to import is_marked
from claimcmp.extract.titles import is_complement
from claimcmp.extract.view import Sentence

MAX_GAP_TOKENS = 40
"""Tokens between a cue and its content: a long title, a name, a place and a day."""

MAX_SOURCE_TOKENS = 12
"""Tokens between a verb that mostly tells an act and the clause it reports."""

_MIN_BREAK_WORDS = 3
_MIN_JOINED = 3
_MIN_ACCUSED = 2
_NAME_WORDS = 5


@attrs.frozen(kw_only=True)
class Opening:
    """A content opens at code point ``start`` of token ``first``; the source region ends at ``region_end``.

    ``form`` is ``that``, ``quote``, ``colon``, ``phrase`` (after a governed
    preposition), ``object`` or ``bare``.
    """

    first: int
    start: int
    region_end: int
    form: str


def find_opening(sentence: Sentence, cue: Cue, last: int) -> Opening | None:
    """The first sign of a content in the tokens after ``cue`` and before ``last``."""
    opening = _find_first(sentence, cue, last)
    if opening is not None and "clause" in cue.verb.takes and not _follows_source(sentence, cue, opening):
        return None
    if opening is None or ("governed" in cue.verb.takes and not _is_governed(sentence, cue, opening)):
        return None
    described = find_described(sentence, cue, opening.region_end) if opening.form in ("that", "quote") else None
    if described is not None:
        return _open_object(sentence, described)
    rumour = find_rumour(sentence, cue, opening.region_end)
    return opening if rumour is None else attrs.evolve(opening, region_end=rumour.region_end)


def _is_governed(sentence: Sentence, cue: Cue, opening: Opening) -> bool:
    """Whether the preposition that the verb governs stands before the content («عبر الوزير | عن أسفه», «عبر عن "أسفه"»)."""
    word = sentence.words[opening.region_end]
    return any(word == p or (len(p) == 1 and word.startswith(p)) for p in cue.verb.prepositions)


def _follows_source(sentence: Sentence, cue: Cue, opening: Opening) -> bool:
    """Whether a complementiser stands right behind the source of a verb that mostly tells an act («سجل الوزير أن», not «سجل 20 إصابة»)."""
    end = opening.region_end
    commas = [i for i in range(cue.after, end) if sentence.is_comma(i)]
    source = range(cue.after, commas[0] if commas else end)
    if opening.form != "that" or end - cue.after > MAX_SOURCE_TOKENS or (commas and commas[-1] != end - 1):
        return False
    if any(sentence.words[i].isdigit() or _begins_adverbial(sentence, i) for i in source):
        return False
    return find_early_object(sentence, cue, end) is None


def _begins_adverbial(sentence: Sentence, at: int) -> bool:
    """Whether an adverbial begins here that tells neither when nor on what occasion something was said."""
    is_occasion = sentence.has("before_source", at) or sentence.has("speech_nouns", at + 1)
    return bool(sentence.match("source_stops", at)) and not is_occasion


def _find_first(sentence: Sentence, cue: Cue, last: int) -> Opening | None:
    phrase: Opening | None = None
    last = min(last, cue.after + MAX_GAP_TOKENS)
    if "bare" in cue.verb.takes and cue.after < last and sentence.match("direct_openers", cue.after):
        return Opening(first=cue.after, start=sentence.tokens[cue.after].start, region_end=cue.after, form="bare")
    at = cue.after
    while at < last:
        if sentence.is_open(at):
            if not _names_told(sentence, cue, at) and not is_name_quote(sentence, at, last):
                return phrase if phrase and at - phrase.first > 1 else _open_at(sentence, cue, at, at, "quote")
            at = sentence.quote_end(at)
            continue
        length = sentence.match("complementisers", at)
        if length and at + length < sentence.end and not (at > cue.after and _is_bound(sentence, cue, at)):
            urged = find_urged(sentence, cue, at)
            phrase = phrase or (_open_object(sentence, urged) if urged else None)
            far = phrase is not None and at - phrase.first > 0
            return phrase if far else _open_at(sentence, cue, at, at + length, "that")
        if sentence.tokens[at].text in sentence.lexicon.sets["colons"] and at + 1 < sentence.end and not _is_clock(sentence, at):
            return _open_at(sentence, cue, at, at + 1, "colon")
        phrase = phrase or _open_governed(sentence, cue, at)
        at += 1
    return phrase or _open_other(sentence, cue, last)


def _names_told(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether the marks that open here hold the outlet spoken to («لـ"X"»), not what the verb governs."""
    return is_marked(sentence, at - 1) and sentence.words[at - 1] not in cue.verb.prepositions


def _is_bound(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether the complementiser belongs to the word before it («قبل أن»), which the verb does not govern."""
    return sentence.has("not_complementiser_after", at - 1) and sentence.words[at - 1] not in cue.verb.prepositions


def _is_clock(sentence: Sentence, at: int) -> bool:
    return sentence.words[at - 1].isdigit() and at + 1 < len(sentence.words) and sentence.words[at + 1].isdigit()


def _open_at(sentence: Sentence, cue: Cue, region_end: int, first: int, form: str) -> Opening:
    """Skip an opening that has several signs (preposition, complementiser, colon, mark)."""
    while (
        first < sentence.end - 1
        and form != "quote"
        and (sentence.is_comma(first) or sentence.tokens[first].text in sentence.lexicon.sets["colons"])
    ):
        first += 1
    governed = region_end - 1
    if governed >= cue.after and sentence.words[governed] in cue.verb.prepositions:
        region_end = governed
    return Opening(first=first, start=sentence.tokens[first].start, region_end=region_end, form=form)


def _open_governed(sentence: Sentence, cue: Cue, at: int) -> Opening | None:
    """The phrase that the verb governs at ``at``, or the verbal noun before it («أكد الوزير | توقيع الاتفاق على …»)."""
    phrase = _open_phrase(sentence, cue, at)
    found = find_early_object(sentence, cue, at) if phrase and "object" in cue.verb.takes else None
    return _open_object(sentence, found) if found else phrase


def _open_object(sentence: Sentence, found: ObjectPlace) -> Opening:
    form = "phrase" if sentence.match("complementisers", found.first - 1) else "object"
    return Opening(first=found.first, start=sentence.tokens[found.first].start, region_end=found.region_end, form=form)


def _open_phrase(sentence: Sentence, cue: Cue, at: int) -> Opening | None:
    """A noun phrase after the preposition that the verb governs, free («إلى») or joined («بـ»)."""
    word = sentence.words[at]
    if sentence.has("not_governed", at) or ("strict" in cue.verb.takes and has_object_before(sentence, cue, at)):
        return None
    if at > cue.after and (sentence.has("reply_nouns", at - 1) or _belongs_to_title(sentence, cue, at)):
        return None
    for preposition in cue.verb.prepositions:
        if word == preposition and at + 1 < sentence.end and not sentence.match("complementisers", at + 1):
            return Opening(first=at + 1, start=sentence.tokens[at + 1].start, region_end=at, form="phrase")
        if len(preposition) == 1 and word.startswith(preposition) and _is_joined(sentence, preposition, at, cue):
            cut = 0 if word.startswith("لل") else 1
            return Opening(first=at, start=sentence.tokens[at].start + cut, region_end=at, form="phrase")
    return None


def _is_act(sentence: Sentence, at: int, word: str) -> bool:
    """Whether ``word`` of token ``at`` is a verbal noun, with or without the article, and no plural that looks like one («بالأعلام»)."""
    lexicon = sentence.lexicon
    bare = word.removeprefix(lexicon.words.article)
    start = sentence.tokens[at].text[: 1 - len(bare)]
    if lexicon.words.plural_start and start.endswith(lexicon.words.plural_start):
        return False
    return lexicon.is_verbal_noun(bare) or bare in lexicon.sets["object_nouns"]


def _belongs_to_title(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether the word says what the title behind the verb is the title of («دعا الأمين العام | للاتحاد»)."""
    if not sentence.has("post_nouns", cue.after) or not is_complement(sentence.tokens[at], sentence.words[at], sentence.lexicon):
        return False
    return at < find_phrase_end(sentence, cue.after, sentence.end)


def _is_joined(sentence: Sentence, preposition: str, at: int, cue: Cue) -> bool:
    """A joined preposition before the article or a verbal noun, not the first letter of a name."""
    rest = sentence.words[at][len(preposition) :]
    if "act" in cue.verb.takes:
        return _is_act(sentence, at, rest)
    if sentence.match("complementisers", at) or len(sentence.words[at]) <= _MIN_JOINED:
        return False
    if rest.startswith(sentence.lexicon.words.article or "\0"):
        return True
    is_noun = (
        sentence.lexicon.is_verbal_noun(rest)
        or rest in sentence.lexicon.sets["object_nouns"]
        or preposition in sentence.lexicon.sets["loose_prepositions"]
    )
    lexicon, word = sentence.lexicon, sentence.words[at]
    is_name = word in lexicon.places or word in lexicon.capitals or word in lexicon.given_names
    follows = at > cue.after or (preposition not in lexicon.sets["loose_prepositions"] and not is_name)
    return follows and len(rest) > 2 and is_noun and not sentence.match("outlet_nouns", at, rest)


def _open_other(sentence: Sentence, cue: Cue, last: int) -> Opening | None:
    takes = cue.verb.takes
    if "whether" in takes:
        for at in range(cue.after, last):
            length = sentence.match("whether", at)
            if length and at + length < sentence.end:
                return Opening(first=at + length, start=sentence.tokens[at + length].start, region_end=at, form="that")
    if "bare" in takes:
        for at in range(cue.after, min(last, cue.after + 6)):
            if sentence.match("direct_openers", at):
                return Opening(first=at, start=sentence.tokens[at].start, region_end=at, form="bare")
    found = _find_thing(sentence, cue, last)
    return None if found is None else _open_object(sentence, found)


def _find_thing(sentence: Sentence, cue: Cue, last: int) -> ObjectPlace | None:
    """The object that is the content: what is said, asked for or judged, or whom the verb accuses."""
    takes, found = cue.verb.takes, None
    if "object" in takes:
        found = find_asked(sentence, cue, last) or find_object(sentence, cue, last)
    if found is None and "judge" in takes:
        found = find_judged(sentence, cue, last)
    if found is None and "accuse" in takes and last - cue.after >= _MIN_ACCUSED:
        found = find_accused(sentence, cue, last)
        return None if "blame" in takes and found.first == cue.after else found
    return found


def is_name_quote(sentence: Sentence, at: int, last: int) -> bool:
    """Whether the quotation that opens at ``at`` marks a name, not speech."""
    size = sentence.quote_words(at)
    end = sentence.quote_end(at)
    if size > _NAME_WORDS:
        return False
    if at and (sentence.has("name_nouns", at - 1) or _addresses_named(sentence, at - 1)):
        return True
    if sentence.match("outlets", at + 1):
        return True
    words = [sentence.words[i] for i in range(at, end) if sentence.tokens[i].is_word]
    if words and all(word in sentence.lexicon.sets["letter_names"] for word in words):
        return True
    return any(sentence.match("complementisers", i) for i in range(end, min(last, end + 8)))


def _addresses_named(sentence: Sentence, at: int) -> bool:
    """«لقناة "…"»: the noun that a name in marks follows, with the preposition of addressing joined to it."""
    word = sentence.words[at]
    return any(word.removeprefix(p) in sentence.lexicon.sets["name_nouns"] for p in sentence.lexicon.words.addressing if word.startswith(p))


def find_end(sentence: Sentence, opening: Opening, limit: int) -> int:
    """The token after the content that opens at ``opening`` and may run to ``limit``."""
    limit = max(opening.first + 1, min(limit, sentence.end))
    if sentence.is_open(opening.first):
        close = sentence.quote_end(opening.first)
        if close >= limit:
            return min(close, max(limit, close))
        if sentence.is_comma(close) or (opening.form == "quote" and not _continues(sentence, close)):
            return close
    at = opening.first + _MIN_BREAK_WORDS
    while at < limit:
        if sentence.is_comma(at) and sentence.quote_at[at] < 0 and sentence.match("content_breaks", at + 1):
            return at
        at += 1
    while limit > opening.first + 1 and sentence.is_comma(limit - 1):
        limit -= 1
    return limit


def _continues(sentence: Sentence, close: int) -> bool:
    """Whether the content goes on after a closed quotation («و"…"», a further word)."""
    return close < sentence.end and sentence.tokens[close].is_word
