"""Reporting verbs with their auxiliaries, separable prefixes and negation."""

from __future__ import annotations

import attrs

from claimcmp.extract.cues import MIN_QUOTED_WORDS, Cue, CueKind
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import ReportingVerb

MAX_BRACKET_TOKENS = 16
"""Tokens between an auxiliary and its participle, or a verb and its separable prefix."""

MAX_VERB_WORDS = 3
"""Words of the longest verb ("mis en garde")."""

_NEAR_NEGATION = 2


@attrs.frozen(kw_only=True)
class Group:
    """A reporting verb from its first word to the token ``after`` its last.

    ``mid`` is the first token after the finite verb, where the finite verb is
    an auxiliary; ``particle`` the token of a separable prefix. ``quote_end`` is
    set for a verb inserted into the quotation that it reports.
    """

    cue: Cue
    first: int
    mid: int
    at: int
    after: int
    particle: int | None = None
    quote_end: int | None = None

    @property
    def verb(self) -> ReportingVerb:
        """The reporting verb."""
        return self.cue.verb


def find_groups(sentence: Sentence) -> tuple[Group, ...]:
    """The reporting verbs outside longer quotations, and those inserted into one, in order."""
    groups: list[Group] = []
    at = 0
    while at < sentence.end:
        reason = sentence.match("anonymity_reasons", at)
        if reason:
            at += reason
            continue
        group = _read_group(sentence, at)
        if group:
            groups.append(group)
        at = group.after if group else at + 1
    return tuple(groups)


def is_mark(sentence: Sentence, at: int) -> bool:
    """Whether the token is a comma, a semicolon or a dash of any length."""
    return sentence.is_comma(at) or (0 <= at < len(sentence.tokens) and sentence.tokens[at].text == "-")


def _read_group(sentence: Sentence, at: int) -> Group | None:
    found = _find_verb(sentence, at)
    if found is None or _is_noun(sentence, at, found.verb):
        return None
    verb, last = found.verb, at + found.length - 1
    first = _auxiliary_start(sentence, at)
    finite = _find_finite(sentence, at) if verb.is_compound else _find_inverted(sentence, first) or _find_apart(sentence, at)
    if finite is None or _is_passive(sentence, min(finite, first), at, last):
        return None
    first = min(first, finite)
    if _is_negated(sentence, first, at) != ("negated" in verb.takes):
        return None
    quote_end = _find_insertion(sentence, first)
    if quote_end is None and sentence.quote_at[at] >= 0 and sentence.quote_words(at) >= MIN_QUOTED_WORDS:
        return None
    mid = at if finite == at else finite + 1
    after = last + 2 if verb.is_compound and finite == at else last + 1
    cue = Cue(kind=found.kind, verb=verb, first=first, after=after, span=sentence.cover(at, last + 1))
    return Group(cue=cue, first=first, mid=mid, at=at, after=after, particle=found.particle, quote_end=quote_end)


@attrs.frozen
class _Found:
    """A verb of ``length`` words, and the token of its separable prefix."""

    verb: ReportingVerb
    kind: CueKind
    length: int
    particle: int | None = None


def _find_verb(sentence: Sentence, at: int) -> _Found | None:
    """The verb that begins at a token: several words, one with a separable prefix, or one."""
    lexicon = sentence.lexicon
    if not sentence.tokens[at].is_word:
        return None
    for length in range(min(MAX_VERB_WORDS, len(sentence.words) - at), 0, -1):
        words = " ".join(sentence.words[at : at + length])
        if length == 1 and words in lexicon.separable:
            found = _find_particle(sentence, at, lexicon.separable[words])
            if found is not None:
                return _Found(lexicon.verbs[f"{words} {sentence.words[found]}"], CueKind.VERB, 1, found)
        if words in lexicon.participles:
            return _Found(lexicon.participles[words], CueKind.PARTICIPLE, length)
        if words in lexicon.verbs and not (length == 2 and sentence.words[at] in lexicon.separable):
            return _Found(lexicon.verbs[words], CueKind.VERB, length)
    return None


def _is_noun(sentence: Sentence, at: int, verb: ReportingVerb) -> bool:
    """Whether the word follows an article or a preposition, or an infinitive's marker ("zu sagen")."""
    if not at or verb.is_compound:
        return False
    if sentence.lexicon.words.capital_nouns and sentence.tokens[at].text[0].isupper() and sentence.tokens[at - 1].is_word:
        return True
    is_articled = (
        sentence.has("determiners", at - 1) and not sentence.has("pronoun_speakers", at - 1) and not sentence.has("relatives", at - 1)
    )
    return (
        is_articled
        or sentence.has("infinitive_markers", at - 1)
        or (sentence.has("noun_links", at - 1) and not sentence.has("auxiliaries", at - 1) and not sentence.has("relatives", at - 1))
    )


def _auxiliary_start(sentence: Sentence, at: int) -> int:
    """The first of the adverbs, clitics and auxiliaries right before a verb."""
    first = at
    keys = ("auxiliaries", "perfect_words")
    while first and (any(sentence.has(key, first - 1) for key in keys) or sentence.ends_with("adverb_endings", first - 1)):
        first -= 1
    return first


def _find_finite(sentence: Sentence, at: int) -> int | None:
    """The auxiliary of a participle: before it in the same clause, or right after it at a clause's end."""
    for position in range(at - 1, max(-1, at - MAX_BRACKET_TOKENS), -1):
        if sentence.has("perfect_words", position):
            return position
        if (
            is_mark(sentence, position)
            or sentence.quote_at[position] != sentence.quote_at[at]
            or sentence.match("complementisers", position)
        ):
            break
    return at if sentence.has("perfect_words", at + 1) else None


def _find_apart(sentence: Sentence, at: int) -> int:
    """The auxiliary apart from a form that is participle and finite verb alike ("hat am Montag erklärt"), else the token itself."""
    found = _find_finite(sentence, at) if sentence.words[at] in sentence.lexicon.compounds else None
    return at if found is None or found > at else found


def _find_inverted(sentence: Sentence, first: int) -> int | None:
    """The auxiliary before a joined pronoun, where participle and finite verb look the same ("a-t-il dit")."""
    is_inverted = first >= 2 and sentence.has("pronoun_speakers", first - 1) and sentence.has("perfect_words", first - 2)
    return first - 2 if is_inverted else None


def _is_passive(sentence: Sentence, first: int, at: int, last: int) -> bool:
    return any(sentence.has("passives", i) for i in range(max(0, first), at)) or sentence.has("passives", last + 1)


def _is_negated(sentence: Sentence, first: int, at: int) -> bool:
    if any(sentence.has("negators", i) for i in range(max(0, first - 1), at)):
        return True
    after = range(at + 1, min(at + 1 + _NEAR_NEGATION, sentence.end))
    if any(sentence.ends_with("infinitive_endings", i + 1) for i in after):
        return False
    return any(
        sentence.has("negators", i) and not any(is_mark(sentence, j) or sentence.match("complementisers", j) for j in range(at + 1, i + 1))
        for i in after
    )


def _find_particle(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """The separable prefix: the last word before a comma, a colon, a quotation or the end."""
    for position in range(at + 1, min(at + 2 * MAX_BRACKET_TOKENS, sentence.end)):
        if sentence.words[position] in particles and _closes_clause(sentence, position + 1):
            return position
    return None


def _closes_clause(sentence: Sentence, at: int) -> bool:
    if at >= sentence.end or is_mark(sentence, at) or sentence.is_open(at) or not sentence.tokens[at].is_word:
        return True
    return sentence.has("coordinators", at) or bool(sentence.match("complementisers", at))


def _find_insertion(sentence: Sentence, first: int) -> int | None:
    """The end of the quotation into which ", said he," is inserted between marks."""
    if not first or sentence.quote_at[first] < 0 or sentence.is_open(first - 1) or not is_mark(sentence, first - 1):
        return None
    last = sentence.quote_end(first)
    for at in range(first + 1, min(first + MAX_BRACKET_TOKENS, last)):
        if is_mark(sentence, at) or sentence.tokens[at].text == ".":
            is_named = any(sentence.has("pronoun_speakers", i) or sentence.tokens[i].text[0].isupper() for i in range(first + 1, at))
            return last if is_named and at - first <= 10 else None
    return None
