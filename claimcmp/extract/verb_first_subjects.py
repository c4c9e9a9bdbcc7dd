"""Where a verb-first clause begins and who its subject is when none follows the verb."""

from __future__ import annotations

from claimcmp.extract.articled import find_phrase_end
from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import SourceReading, read_source
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

MAX_SUBJECT_TOKENS = 16
"""Tokens looked at before a verb for its subject."""

_MAX_APPOSED = 4
"""Words of a name between two commas behind a title."""

_PLURAL = "ون"
_ARTICLES = ("ال", "لل", "وال", "بال", "فال")

_ADVERBIAL_TOKENS = 12
_ANTECEDENT_TOKENS = 14


def find_boundary(sentence: Sentence, cue: Cue) -> int | None:
    """Where the clause of this cue begins, so that an earlier content ends there; None when nested."""
    at = cue.first
    while at and (sentence.has("auxiliaries", at - 1) or sentence.has("relatives", at - 1)):
        at -= 1
    breaks = at and (sentence.match("clause_breaks", at - 1) or sentence.match("clause_breaks", max(0, at - 2)) == 2)
    if breaks:
        at -= 1 if sentence.match("clause_breaks", at - 1) else 2
    after_comma = sentence.is_comma(at - 1)
    if cue.kind is CueKind.PARTICIPLE:
        return at - 1 if after_comma else at
    if cue.has_conjunction or breaks or (after_comma and at < cue.first):
        return at - 1 if after_comma else at
    return None


def find_subject(sentence: Sentence, cue: Cue, opened: int | None) -> tuple[Mention | None, int]:
    """The subject before the verb: of a relative clause, of a nominal sentence, or of the clause a participle leans on."""
    start = cue.first
    while start and sentence.has("auxiliaries", start - 1):
        start -= 1
    if sentence.has("relatives", start - 1):
        mention = _antecedent(sentence, start - 1)
        return mention, start - 1
    if cue.kind is CueKind.PARTICIPLE or cue.kind is CueKind.NOUN or cue.has_conjunction:
        return None if opened is not None else _find_leaned_on(sentence, cue, start), cue.first
    return _find_nominal(sentence, cue, opened or 0, start)


def find_statement(sentence: Sentence, cue: Cue) -> SourceReading | None:
    """«نشرت وكالة … تصريحا لفلان قال فيه إن …»: whose statement it is speaks, the outlet that carries it relays."""
    if not sentence.has("inside_words", cue.after):
        return None
    for at in range(cue.first - 2, max(0, cue.first - MAX_SUBJECT_TOKENS), -1):
        word = sentence.words[at + 1]
        joined = next((p for p in reversed(sentence.lexicon.words.addressing) if word.startswith(p)), "")
        if sentence.is_comma(at):
            return None
        if sentence.has("statement_nouns", at) and joined:
            cut = 0 if word.startswith("لل") else len(joined)
            span = sentence.cover(at + 1, cue.first)
            outlet = next((i for i in range(at) if sentence.match("outlet_nouns", i) or sentence.match("outlets", i)), None)
            relay = read_source(sentence, outlet, at).source if outlet is not None else None
            return SourceReading(source=Mention(span=Span(start=span.start + cut, end=span.end)), via=(relay,) if relay else ())
    return None


def _find_leaned_on(sentence: Sentence, cue: Cue, last: int) -> Mention | None:
    """Who a participle, a noun or a joined verb without subject speaks for: the topic of the clause before it."""
    topic = _find_topic(sentence, 0, last)
    return topic or (_after_first_verb(sentence, last) if cue.kind in (CueKind.PARTICIPLE, CueKind.NOUN) else None)


def _find_nominal(sentence: Sentence, cue: Cue, clause: int, start: int) -> tuple[Mention | None, int]:
    """The noun phrase before the verb in its own clause («أنقرة استضافت», «وثيقة تفيد بأن»)."""
    first = skip_adverbial(sentence, _own_clause(sentence, cue, clause, start), start)
    if first is None or start <= first or _describes(sentence, cue, start):
        return None, cue.first
    head = _last_clause(sentence, max(first, start - MAX_SUBJECT_TOKENS), start)
    sender = _sender(sentence, first, head)
    if sender is not None:
        return sender, head
    end, begin = start, head
    while end > head and sentence.is_comma(end - 1):
        end -= 1
    while begin < end and {sentence.words[begin], sentence.without_conjunction(begin)[0]} & sentence.lexicon.sets["auxiliaries"]:
        begin += 1
    return (Mention(span=sentence.cover(begin, end)), head) if end > begin else (None, cue.first)


def _describes(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether the verb only tells what some people do («مع سكان يطالبون بالماء»): plural, and behind a noun without article that a preposition governs, where a relative clause needs no word of its own."""
    is_governed = start > 1 and sentence.has("adverbial_starts", start - 2)
    return is_governed and sentence.words[cue.first].endswith(_PLURAL) and not sentence.words[start - 1].startswith(_ARTICLES)


def _own_clause(sentence: Sentence, cue: Cue, clause: int, start: int) -> int:
    """Where the clause of the cue begins, past the comma and the connective that open it."""
    boundary = find_boundary(sentence, cue)
    if boundary is None:
        return clause
    first = max(clause, boundary)
    while first < start and (sentence.is_comma(first) or sentence.match("clause_breaks", first)):
        first += max(1, sentence.match("clause_breaks", first))
    return first


def _last_clause(sentence: Sentence, first: int, end: int) -> int:
    """A noun phrase that follows a verb of another clause begins after it; here: after the last message noun."""
    for at in range(end - 1, first - 1, -1):
        if sentence.has("message_nouns", at) or sentence.has("document_nouns", at):
            return at
    return first


def _sender(sentence: Sentence, first: int, message: int) -> Mention | None:
    """«نقل فلان رسالة تحذر من …»: the message speaks for the one who conveys it."""
    if not sentence.has("message_nouns", message):
        return None
    for at in range(first, message):
        bare, _ = sentence.without_conjunction(at)
        if sentence.has("conveying_verbs", at) or bare in sentence.lexicon.sets["conveying_verbs"]:
            return read_source(sentence, at + 1, message).source
    return None


def _antecedent(sentence: Sentence, relative: int) -> Mention | None:
    end = relative
    while end and (sentence.is_comma(end - 1) or sentence.tokens[end - 1].text in "()"):
        end -= 1
    first = end
    while first and end - first < _ANTECEDENT_TOKENS and (sentence.tokens[first - 1].is_word or sentence.quote_at[first - 1] >= 0):
        if (
            sentence.match("source_stops", first - 1)
            or sentence.words[first - 1] in sentence.lexicon.verbs
            or sentence.match("according", first - 1)
        ):
            break
        first -= 1
    if first + 1 < end and sentence.has("relatives", first - 1):
        first += 1  # «التي أيد | مضيفوها الذين …»: the verb of a relative clause stands before its subject
    speech = next((i for i in range(first, end) if sentence.has("speech_nouns", i)), None)
    first = speech + 1 if speech is not None and speech + 1 < end else first
    return Mention(span=sentence.cover(first, end)) if end > first else None


def skip_adverbial(sentence: Sentence, first: int, last: int) -> int | None:
    """Past an opening adverbial («في غضون ذلك،»); None when nothing but an adverbial stands there."""
    if first >= last:
        return None
    bare, cut = sentence.without_conjunction(first)
    opens = sentence.match("adverbial_starts", first) or (cut and sentence.match("adverbial_starts", first, bare))
    if not opens:
        return first
    comma = next((i for i in range(first, min(last, first + _ADVERBIAL_TOKENS)) if sentence.is_comma(i)), None)
    return None if comma is None or comma + 1 >= last else skip_adverbial(sentence, comma + 1, last)


def _after_first_verb(sentence: Sentence, last: int) -> Mention | None:
    """In a verb-first clause the subject follows its first word."""
    start = skip_adverbial(sentence, 0, last)
    if start is None or start + 1 >= last:
        return None
    return read_source(sentence, start + 1, find_phrase_end(sentence, start + 1, last)).source


def _find_topic(sentence: Sentence, first: int, last: int) -> Mention | None:
    """Who the clause before a cue tells of: the first office, body or group named in it."""
    for at in range(first, last):
        if any(sentence.match(key, at) for key in ("post_nouns", "organisation_nouns", "anonymous_nouns")) and not sentence.has(
            "source_links", at - 1
        ):
            end = find_phrase_end(sentence, at, _topic_end(sentence, at, last))
            return read_source(sentence, at, _apposition_end(sentence, at, end, last)).source
    return None


def _apposition_end(sentence: Sentence, first: int, comma: int, last: int) -> int:
    """The comma behind the name that follows a title between two commas («مدرب الفريق، الألماني كلاوس بريم، …»); ``comma`` where none does."""
    if not sentence.has("post_nouns", first) or not sentence.is_comma(comma):
        return comma
    near = range(comma + 2, min(comma + _MAX_APPOSED + 2, last))
    close = next((i for i in near if sentence.is_comma(i)), None)
    is_name = close is not None and all(
        sentence.tokens[i].is_word
        and not sentence.match("source_stops", i)
        and not sentence.match("content_breaks", i)
        and sentence.words[i] not in sentence.lexicon.verbs
        for i in range(comma + 1, close)
    )
    return close if close is not None and is_name else comma


def _topic_end(sentence: Sentence, first: int, last: int) -> int:
    """The topic ends at an auxiliary («كان الرئيس … قد أثار»)."""
    return next((i for i in range(first, last) if sentence.has("auxiliaries", i)), last)
