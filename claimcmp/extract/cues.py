"""Finding the words that report: verbs, participles, nouns, according-to phrases."""

from __future__ import annotations

from enum import StrEnum

import attrs

from claimcmp.extract.view import Sentence
from claimcmp.extract.words import ReportingVerb
from claimcmp.records import Sense, Span

MIN_QUOTED_WORDS = 3
"""Inside a quotation of at least this many words nothing is a cue of the outlet's."""

MAX_CITED_TOKENS = 14
"""Tokens after a citing verb within which its preposition stands («نقلت وكالة … عن»)."""

MAX_LEARNED_TOKENS = 8
"""The same for a verb of learning («علمت الجريدة … من»)."""

MAX_GOVERNED_TOKENS = 12
"""Tokens between a verb that reports only with its preposition, and that."""

MAX_LIGHT_TOKENS = 8
"""Tokens between a light verb and its speech noun."""

_ASSERTS = ReportingVerb(sense=Sense.ASSERTS)


class CueKind(StrEnum):
    """What kind of word reports."""

    VERB = "verb"
    PARTICIPLE = "participle"
    NOUN = "noun"
    ACCORDING = "according"
    CITING = "citing"
    CITING_VERB = "citing_verb"
    LIGHT = "light"
    TOPIC = "topic"
    RUMOUR = "rumour"


@attrs.frozen(kw_only=True)
class Cue:
    """A reporting word at tokens ``first:after``; ``span`` leaves a joined conjunction out."""

    kind: CueKind
    verb: ReportingVerb
    first: int
    after: int
    span: Span
    has_conjunction: bool = False
    has_object: bool = False
    has_possessive: bool = False


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """All reporting words outside longer quotations, in order."""
    cues: list[Cue] = []
    at = sentence.lead
    while at < sentence.end:
        quoted = sentence.quote_at[at] >= 0 and sentence.quote_words(at) >= MIN_QUOTED_WORDS
        if sentence.match("anonymity_reasons", at):
            at = sentence.reason_end(at)
            continue
        cue = None if quoted or not sentence.tokens[at].is_word else _read_cue(sentence, at)
        if cue:
            cues.append(cue)
        at = cue.after if cue else sentence.quote_end(at) if quoted else at + 1
    return tuple(cues)


@attrs.frozen
class _Spot:
    """A token looked at as ``word``, of which a joined conjunction of ``cut`` characters was taken off."""

    sentence: Sentence
    at: int
    word: str
    cut: int

    def make(
        self, kind: CueKind, verb: ReportingVerb = _ASSERTS, *, length: int = 1, has_object: bool = False, has_possessive: bool = False
    ) -> Cue:
        """A cue of ``length`` tokens here."""
        tokens = self.sentence.tokens
        return Cue(
            kind=kind, verb=verb, first=self.at, after=self.at + length,
            span=Span(start=tokens[self.at].start + self.cut, end=tokens[self.at + length - 1].end),
            has_conjunction=bool(self.cut), has_object=has_object, has_possessive=has_possessive,
        )  # fmt: skip


def _read_cue(sentence: Sentence, at: int) -> Cue | None:
    found = _match_word(_Spot(sentence, at, sentence.words[at], 0))
    if found:
        return found
    bare, cut = sentence.without_conjunction(at)
    return _match_word(_Spot(sentence, at, bare, cut)) if cut else None


def _match_word(spot: _Spot) -> Cue | None:
    lexicon, word = spot.sentence.lexicon, spot.word
    is_noun = _stands_as_noun(spot)
    found = None if is_noun else _match_phrase(spot)
    if found:
        return found
    if word in lexicon.participles and _has_accused(spot) and _has_governed(spot, lexicon.participles[word]):
        return spot.make(CueKind.PARTICIPLE, lexicon.participles[word])
    if word in lexicon.verbs and not is_noun and _has_governed(spot, lexicon.verbs[word]) and not _is_negated(spot, lexicon.verbs[word]):
        return spot.make(CueKind.VERB, lexicon.verbs[word])
    return _match_suffixed(spot, is_noun=is_noun)


def _stands_as_noun(spot: _Spot) -> bool:
    """Whether what is written like a verb can only be a noun: behind a preposition («في رده»), or as an adverb («ردا على»)."""
    return spot.sentence.lexicon.has("not_cues", spot.word) or (not spot.cut and spot.sentence.has("noun_leads", spot.at - 1))


def _has_accused(spot: _Spot) -> bool:
    """Whether a participle that accuses has an object, and is no noun itself («20 متهما», «متهما واحدا»), where nouns have articles joined."""
    sentence, at, article = spot.sentence, spot.at + 1, spot.sentence.lexicon.words.article
    if not article or "accuse" not in sentence.lexicon.participles[spot.word].takes:
        return True
    if at >= sentence.end or not sentence.tokens[at].is_word or sentence.match("source_stops", at):
        return False
    is_plural = sentence.ends_with("sound_plurals", spot.at)
    if spot.at and (sentence.words[spot.at - 1].isdigit() or (is_plural and not sentence.is_comma(spot.at - 1))):
        return False
    known = any(sentence.has(key, at) for key in ("post_nouns", "organisation_nouns", "anonymous_nouns", "outlets", "object_pronouns"))
    is_named = known or sentence.words[at] in sentence.lexicon.given_names
    return sentence.is_comma(spot.at - 1) or sentence.tokens[at].text.startswith(article) or is_named


def _match_phrase(spot: _Spot) -> Cue | None:
    """Cues that are more than one word, or a word with another soon after it."""
    sentence, at, word = spot.sentence, spot.at, spot.word
    lexicon = sentence.lexicon
    for key, kind in (("according", CueKind.ACCORDING), ("citing", CueKind.CITING), ("rumour", CueKind.RUMOUR)):
        length = sentence.match(key, at, word)
        if length:
            return spot.make(kind, length=length)
    has_next = at + 1 < sentence.end
    if (
        at
        and has_next
        and spot.cut == 0
        and lexicon.has("as_words", word)
        and (_is_verb(sentence, at + 1) or _tells_inside(sentence, at + 1))
    ):
        return spot.make(CueKind.ACCORDING)
    if (lexicon.has("citing_verbs", word) or lexicon.has("learning_verbs", word)) and _has_cited(sentence, at, word):
        return spot.make(CueKind.CITING_VERB)
    if _tells_inside(sentence, at, word):
        return spot.make(CueKind.VERB, length=2)
    if lexicon.has("light_verbs", word):
        return _match_light(spot)
    if has_next and lexicon.has("topic_verbs", word) and sentence.has("topic_nouns", at + 1):
        return spot.make(CueKind.TOPIC)
    return None


def _match_light(spot: _Spot) -> Cue | None:
    """A light verb with its speech noun: «جدد الوزير تحذيره …», «جدد الوزير التأكيد على …»."""
    if sense := _find_light_noun(spot.sentence, spot.at):
        return spot.make(CueKind.LIGHT, ReportingVerb(sense=sense))
    lexicon = spot.sentence.lexicon
    found = find_renewed(spot.sentence, spot.at + 1) if lexicon.has("renewing_verbs", spot.word) else None
    if found is None:
        return None
    takes = frozenset({"renewed"})
    return spot.make(CueKind.VERB, ReportingVerb(sense=found[1], prepositions=lexicon.words.light_prepositions, takes=takes))


def find_renewed(sentence: Sentence, first: int) -> tuple[int, Sense] | None:
    """The speech noun with the article behind a light verb, and its sense («جدد الوزير | التأكيد على …»)."""
    words = sentence.lexicon.words
    senses = {words.article + noun: Sense(sense) for sense, nouns in words.light_nouns.items() for noun in nouns}
    for at in range(first, min(first + MAX_LIGHT_TOKENS, sentence.end)):
        if sentence.is_comma(at):
            return None
        if sentence.words[at] in senses:
            return at, senses[sentence.words[at]]
    return None


def _has_governed(spot: _Spot, verb: ReportingVerb) -> bool:
    """Whether a verb that reports only with its preposition has it («عبر الوزير عن …»), and is no preposition itself («عبر حسابه»)."""
    sentence, at = spot.sentence, spot.at
    if "blame" in verb.takes:
        return any(sentence.has("charge_words", i) for i in range(at + 2, min(at + MAX_GOVERNED_TOKENS, sentence.end)))
    if "governed" not in verb.takes:
        return True
    begins = at == 0 or spot.cut or sentence.is_comma(at - 1) or sentence.has("auxiliaries", at - 1)
    if not begins and sentence.has("source_stops", at):
        return False
    near = range(at + 1, min(at + MAX_GOVERNED_TOKENS, sentence.end))
    verbs = sentence.lexicon.verbs
    end = next((i for i in near if sentence.words[i] in verbs or sentence.without_conjunction(i)[0] in verbs), sentence.end)
    return any(sentence.words[i] in verb.prepositions for i in near if i < end)


def _is_negated(spot: _Spot, verb: ReportingVerb) -> bool:
    """Whether a verb of saying is denied to have been said («لم يؤكد الجيش …»); what is not denied is reported («لم ينف …»).

    Some verbs report only so: «لم يستبعد».
    """
    is_negated = not spot.cut and spot.sentence.has("verb_negators", spot.at - 1)
    if "negated" in verb.takes:
        return not is_negated
    return is_negated and verb.sense is not Sense.DENIES and "negatable" not in verb.takes


def _tells_inside(sentence: Sentence, at: int, word: str | None = None) -> bool:
    """Whether a verb and a document follow in which something stands («ورد في التقرير أن …»); ``word`` replaces the verb's token."""
    verb = sentence.words[at] if word is None else word
    if at + 2 >= sentence.end or not sentence.lexicon.has("document_verbs", verb):
        return False
    bare = sentence.words[at + 2].removeprefix(sentence.lexicon.words.article)
    is_document = any(sentence.has(key, at + 2) or sentence.lexicon.has(key, bare) for key in ("document_nouns", "speech_nouns"))
    return is_document and sentence.words[at + 1] == sentence.lexicon.words.inside_preposition


def _match_suffixed(spot: _Spot, *, is_noun: bool) -> Cue | None:
    """Verbs with an object pronoun («ذكرته»), nouns with a possessor («قوله»), and what one comes to say («إلى القول إن»)."""
    lexicon, word = spot.sentence.lexicon, spot.word
    for suffix in lexicon.words.object_suffixes:
        stem = word[: -len(suffix)] if word.endswith(suffix) else ""
        if stem in lexicon.verbs and not is_noun:
            return spot.make(CueKind.VERB, lexicon.verbs[stem], has_object=True)
    article, at = lexicon.words.article, spot.at
    if article and spot.sentence.has("noun_leads", at - 1) and spot.sentence.match("complementisers", at + 1):
        said = lexicon.nouns.get(word.removeprefix(article))
        if said is not None and word.startswith(article):
            return spot.make(CueKind.NOUN, said)
    for stem, possessed in _noun_stems(spot.sentence, word):
        if stem in lexicon.nouns:
            return spot.make(CueKind.NOUN, lexicon.nouns[stem], has_possessive=possessed)
    return None


def _noun_stems(sentence: Sentence, word: str) -> list[tuple[str, bool]]:
    """The word without article, proclitic preposition and possessive."""
    words = sentence.lexicon.words
    bodies = [word] + [word[len(p) :] for p in words.proclitics if word.startswith(p)]
    stems = [(body, False) for body in bodies[1:]]
    for body in bodies:
        stems += [(body[: -len(s)], True) for s in words.possessives if body.endswith(s)]
    return stems


def _is_verb(sentence: Sentence, at: int) -> bool:
    lexicon = sentence.lexicon
    word = sentence.words[at]
    return (
        word in lexicon.verbs
        or word in lexicon.sets["citing_verbs"]
        or any(word.removesuffix(s) in lexicon.verbs for s in lexicon.words.object_suffixes)
    )


def _has_cited(sentence: Sentence, at: int, verb: str) -> bool:
    """Whether the preposition of citing follows soon («نقلت الوكالة عن …»)."""
    return find_cited(sentence, at + 1, verb) is not None


def find_cited(sentence: Sentence, first: int, verb: str) -> int | None:
    """The token soon behind ``first`` that is the preposition of citing, alone or with a pronoun («عنه»), or of learning («علمت … من»)."""
    words = sentence.lexicon.words
    if sentence.lexicon.has("learning_verbs", verb):
        near = range(first, min(first + MAX_LEARNED_TOKENS, sentence.end))
        return next((i for i in near if sentence.words[i] in words.learning_prepositions), None)
    forms = (
        {words.citing_preposition, *(words.citing_preposition + pronoun for pronoun in words.possessives)}
        if words.citing_preposition
        else ()
    )
    return next((i for i in range(first, min(first + MAX_CITED_TOKENS, sentence.end)) if sentence.words[i] in forms), None)


def _find_light_noun(sentence: Sentence, at: int) -> Sense | None:
    """The sense of a speech noun with possessor soon after a light verb («جدد … تحذيره»)."""
    words = sentence.lexicon.words
    for position in range(at + 1, min(at + 8, sentence.end)):
        for sense, nouns in words.light_nouns.items():
            for noun in nouns:
                if any(sentence.words[position] in _possessed(noun, possessive) for possessive in words.possessives):
                    return Sense(sense)
    return None


def _possessed(noun: str, possessive: str) -> tuple[str, str]:
    """A noun with its possessor; a final ta marbuta (folded to ha) opens to ta."""
    return noun + possessive, (noun[:-1] + "ت" if noun.endswith("ه") else noun) + possessive
