"""Who speaks after a verb, in languages where the subject stands on either side of it."""

from __future__ import annotations

import attrs

from claimcmp.extract.noun_phrases import (
    HEADS,
    MAX_SUBJECT_TOKENS,
    is_connective,
    is_day_article,
    links,
    names_holder,
    names_post,
    starts_noun,
)
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import find_reason
from claimcmp.extract.spoken_to import names_outlet
from claimcmp.extract.told import MAX_NAME_TOKENS, find_told, outlet_end
from claimcmp.extract.verb_groups import Group, is_mark
from claimcmp.extract.view import Sentence


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
    if reading.source is not None and names_outlet(sentence, reading.source):
        place = read_institution(sentence, group, reading.after, last)
        end = next((i for i, t in enumerate(sentence.tokens) if place and t.start >= place.span.end), last)
        return Reading(source=place, via=(reading.source, *reading.via), after=end) if place else reading
    return reading if reading.source else attrs.evolve(reading, source=read_institution(sentence, group, group.after, last))


def read_after(sentence: Sentence, first: int, last: int, *, skipped: int | None = None, is_governed: bool = False) -> Reading:
    """The source in tokens ``first:last``: past adverbials, those told, and the token ``skipped``.

    ``is_governed``: a phrase before governs the source, so nobody is told before it.
    """
    at, after, source = first, first, None
    via: list[Mention] = []
    while at < last:
        end = 0 if is_governed and source is None else outlet_end(sentence, at, last, has_subject=source is not None)
        if end:
            start = at + sentence.has("addressing_words", at)
            via.append(Mention(span=sentence.cover(start, end)))
            after = end if at == after else after
            at = end
        elif at == skipped or _is_filler(sentence, at):
            at += 1
        elif source is not None and _is_pause(sentence, at, last):
            break
        elif is_mark(sentence, at) or (source is None and sentence.match("clause_breaks", at)):
            at += 1
        elif _starts_adverbial(sentence, at):
            at = _skip_adverbial(sentence, at, last) if source is None else at + 1
        elif source is None and (sentence.tokens[at].is_word or sentence.is_open(at)) and not _is_small(sentence, at):
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
    while first < last and is_connective(sentence, first):
        first += 1
    is_plural = sentence.ends_with("plural_endings", group.after - 1)
    if not is_plural or first + 1 >= last or not sentence.has("institution_prepositions", first) or sentence.has("time_words", first + 1):
        return None
    stops = (
        i for i in range(first + 2, last) if sentence.has("time_words", i) or is_mark(sentence, i) or sentence.has("adverbial_starts", i)
    )
    return None if sentence.has("speech_nouns", first + 1) else Mention(span=sentence.cover(first + 1, next(stops, last)))


def _is_filler(sentence: Sentence, at: int) -> bool:
    if sentence.has("determiners", at):
        return is_day_article(sentence, at)
    return any(sentence.has(key, at) for key in ("before_source", "time_words", "auxiliaries")) or sentence.words[at].isdigit()


def _is_pause(sentence: Sentence, at: int, last: int) -> bool:
    return is_mark(sentence, at) or sentence.tokens[at].text in ":()" or sentence.is_open(at)


def _is_small(sentence: Sentence, at: int) -> bool:
    """Whether a small word can begin no noun phrase (where nouns have capitals): no article, no adjective before a noun."""
    if not sentence.lexicon.words.capital_nouns or not sentence.tokens[at].text[0].islower():
        return False
    keys = ("determiners", "pronoun_speakers", *HEADS)
    following = sentence.tokens[at + 1].text[0] if at + 1 < len(sentence.tokens) else " "
    return not any(sentence.has(key, at) for key in keys) and not following.isupper()


def _starts_adverbial(sentence: Sentence, at: int) -> bool:
    keys = ("adverbial_starts", "addressing_words", "audience")
    return any(sentence.has(key, at) for key in keys) and not sentence.has("determiners", at)


def _skip_adverbial(sentence: Sentence, first: int, last: int) -> int:
    """The token where a subject can begin after the adverbial at ``first``, or ``last``."""
    at = first + 1
    while at < last:
        if is_mark(sentence, at) or starts_noun(sentence, first, at) or outlet_end(sentence, at, last, has_subject=False):
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
    is_owner = sentence.has("possessive_pronouns", start) and start + 1 < last and _is_owned(sentence, start + 1)
    if sentence.has("pronoun_speakers", start) and not sentence.has("determiners", start) and not is_owner:
        return start + 1
    at = start
    while at < last and at - start < MAX_SUBJECT_TOKENS:
        if sentence.is_open(at):
            if sentence.quote_words(at) > MAX_NAME_TOKENS:
                break
            at = sentence.quote_end(at)
            continue
        if sentence.tokens[at].text in "():" or (
            sentence.tokens[at].text == "." and at > start + 1 and not sentence.tokens[at - 1].text[0].isupper()
        ):
            break
        if is_mark(sentence, at):
            return _apposition_end(sentence, start, at, last)
        if at > start and (_ends_noun(sentence, start, at) or sentence.has("pronouns", at)):
            break
        at += 1
    return max(start + 1, at)


def _is_owned(sentence: Sentence, at: int) -> bool:
    """Whether the word after a possessive is what it owns («по словам его коллеги»), no verb or adverbial."""
    keys = ("finite_words", "adverbial_starts", "time_words", "auxiliaries", "audience", "told_outlets", "noun_links", "coordinators")
    return (
        sentence.tokens[at].is_word and not any(sentence.has(key, at) for key in keys) and sentence.words[at] not in sentence.lexicon.verbs
    )


def _ends_noun(sentence: Sentence, start: int, at: int) -> bool:
    if sentence.lexicon.words.capital_nouns and _leaves_noun(sentence, at):
        return True
    if any(sentence.has(key, at) for key in ("time_words", "finite_words", "audience", "told_outlets")):
        return True
    if sentence.has("auxiliaries", at) and not sentence.has("determiners", at) and not sentence.has("determiners", at - 1):
        return True
    if (
        sentence.match("anonymity_reasons", at)
        or sentence.match("citing", at)
        or sentence.match("according", at)
        or sentence.match("clause_breaks", at)
    ):
        return True
    if sentence.has("addressing_words", at) and outlet_end(sentence, at, len(sentence.tokens), has_subject=True):
        return True
    return bool(sentence.match("source_stops", at)) and not links(sentence, start, at)


def _leaves_noun(sentence: Sentence, at: int) -> bool:
    """Whether a small word after a capitalised noun is no part of its phrase (where nouns are capitalised)."""
    keys = ("determiners", "genitives", "noun_links", "name_joiners", "name_parts")
    is_small = sentence.tokens[at].is_word and sentence.tokens[at].text[0].islower()
    return (
        is_small
        and sentence.tokens[at - 1].text[0].isupper()
        and not any(sentence.has(key, at) for key in keys)
        and not sentence.has("determiners", at - 1)
    )


def _apposition_end(sentence: Sentence, start: int, comma: int, last: int) -> int:
    """A name may be followed by its post, a post by its holder, between commas."""
    end = comma + 1
    while (
        end < last
        and not (is_mark(sentence, end) and sentence.quote_at[end] < 0)
        and not _ends_noun(sentence, comma + 1, end)
        and not sentence.is_open(end)
    ):
        end += 1
    if (
        end <= comma + 1
        or not sentence.is_comma(comma)
        or sentence.tokens[comma].text != ","
        or sentence.match("complementisers", comma + 1)
    ):
        return comma
    return end if names_post(sentence, comma + 1, end) or names_holder(sentence, start, comma, end) else comma
