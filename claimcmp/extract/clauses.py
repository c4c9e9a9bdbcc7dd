"""One reporting word with its subject and content, where subjects stand before verbs."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.addressees import find_addressed
from claimcmp.extract.assembly import Tail
from claimcmp.extract.complements import find_complement, skip_addressee
from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.frames import Frame
from claimcmp.extract.raw import Mention
from claimcmp.extract.sources import find_reason, read_source
from claimcmp.extract.subjects import find_lead, find_subject, is_title_case
from claimcmp.extract.view import Sentence
from claimcmp.records import Span

MAX_TOLD_TOKENS = 7
"""Words that can name the outlet told at the end of a sentence."""

MAX_TRAILING_TOKENS = 16
"""An unquoted content before its cue has no more than this after the cue."""

MAX_RELAY_TOKENS = 18
"""Tokens between "quoted" and "as saying"."""

_MIN_LEAD_TOKENS = 3


def read_frame(sentence: Sentence, cue: Cue, later: Sequence[Cue], before: Sequence[Frame], tails: Sequence[Tail]) -> Frame | None:
    """The frame of a verb or participle, or None where it reports nothing.

    ``later`` are the cues after it, ``before`` the frames read already, ``tails``
    the according-to phrases of the sentence.
    """
    aside = next((t for t in tails if cue.after <= t.first <= cue.after + 2 and t.after < sentence.end), None)
    if aside is not None:
        cue = attrs.evolve(cue, after=aside.after)
    is_progressive = cue.first > 0 and _auxiliary_start(sentence, cue.first) < cue.first
    if cue.kind is CueKind.PARTICIPLE and not is_progressive:
        return _read_participle(sentence, cue, before)
    lower = _clause_start(cue, before)
    subject, start = find_subject(sentence, _auxiliary_start(sentence, cue.first) if is_progressive else cue.first, lower)
    if _is_noun(sentence, cue, start):
        return None
    if subject is None or _is_object(sentence, cue, start, lower):
        return _read_without_subject(sentence, cue, later, before)
    if not sentence.has("relatives", start) and _stands_after_content(sentence, start, cue, lower):
        return _read_backward(sentence, cue, subject, start, later=later, before=before)
    frame = _read_forward(sentence, cue, subject, start)
    if frame and aside and aside.is_citing and aside.speaker:
        return attrs.evolve(frame, speaker=aside.speaker, via=(subject, *frame.via))
    return frame


def _auxiliary_start(sentence: Sentence, at: int) -> int:
    """The first token of a verb phrase in the progressive ("is also demanding"), else ``at``."""
    if not sentence.ends_with("gerund_endings", at):
        return at
    first = at
    while first and sentence.has("auxiliaries", first - 1):
        first -= 1
    return first - 1 if first and sentence.has("passives", first - 1) else at


def _is_noun(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether a word that can be a noun or a name is one here ("the report that", "the United States that")."""
    at = cue.first
    if at and sentence.has("articles", at - 1):
        return True
    if "clause" not in cue.verb.takes and not sentence.has("ambiguous_cues", at):
        return False
    if not at:
        return True
    if sentence.tokens[at].text[0].isupper() and sentence.tokens[at - 1].text[0].isupper() and not is_title_case(sentence):
        return True
    if sentence.has("determiners", at - 1) or sentence.ends_with("genitives", at - 1):
        return True
    if start >= at:
        return not _is_quote_before(sentence, at)
    return sentence.has("noun_links", at - 1) and not sentence.has("auxiliaries", at - 1)


def _is_object(sentence: Sentence, cue: Cue, start: int, lower: int) -> bool:
    """Whether what seems to be a subject with its apposition closes the clause before the verb: "It blocked a road, the main one, said Anna Kerr."."""
    at = cue.first
    if not at or not sentence.is_comma(at - 1) or start <= lower + 1 or start >= at or not sentence.tokens[start].text[0].islower():
        return False
    if not sentence.tokens[start - 1].is_word or sentence.has("time_words", start - 1):
        return False
    end = next((i for i in range(cue.after, sentence.end) if sentence.is_comma(i)), sentence.end)
    rest = range(cue.after, end)
    return any(sentence.tokens[i].text[0].isupper() for i in rest) and not any(
        sentence.has(key, i) for i in rest for key in ("passives", "auxiliaries", "finite_words", "complementisers", "pronouns")
    )


def _clause_start(cue: Cue, before: Sequence[Frame]) -> int:
    opened = [f.first for f in before if f.is_open and f.first <= cue.first]
    closed = [f.last for f in before if not f.is_open and f.last <= cue.first]
    return max([0, *opened, *closed, *([before[-1].cue.after] if before else [])])


# --- cues without a subject of their own ------------------------------------------------------------


def _read_without_subject(sentence: Sentence, cue: Cue, later: Sequence[Cue], before: Sequence[Frame]) -> Frame | None:
    """The frame of ``"C," said S`` and of ``… and added that C``."""
    at = cue.first
    is_bare = "bare" in cue.verb.takes and "addressee" not in cue.verb.takes
    is_unquoted = at > _MIN_LEAD_TOKENS and sentence.is_comma(at - 1) and is_bare and not later and not before
    if is_unquoted or _is_quote_before(sentence, at):
        return _read_inverted(sentence, cue, later, before)
    first = at
    while first and (sentence.has("auxiliaries", first - 1) or sentence.ends_with("adverb_endings", first - 1)):
        first -= 1
    if not first or not sentence.has("coordinators", first - 1):
        return None
    speaker = None if before else find_lead(sentence, 0, first - 1)
    return _read_forward(sentence, cue, speaker, first) if before or speaker else None


def _read_participle(sentence: Sentence, cue: Cue, before: Sequence[Frame]) -> Frame | None:
    """The frame of ``…, adding that C``, which hangs on a comma, and of ``quoted X as saying C``."""
    at = cue.first
    if at and sentence.has("role_words", at - 1):
        return _read_quoted_as(sentence, cue)
    if not at or not (sentence.is_comma(at - 1) or sentence.has("clause_breaks", at - 1)):
        return None
    return _read_forward(sentence, cue, None if before else find_lead(sentence, 0, at - 1), at)


def _read_quoted_as(sentence: Sentence, cue: Cue) -> Frame | None:
    """The frame of ``Tass quoted X as saying C`` and of ``X was quoted (by Tass) as saying C``."""
    near = range(cue.first - 2, max(-1, cue.first - MAX_RELAY_TOKENS), -1)
    quoted = next((i for i in near if sentence.has("quoting_verbs", i)), None)
    if quoted is None:
        return None
    is_passive = sentence.has("passives", quoted - 1)
    subject, start = find_subject(sentence, quoted - 1 if is_passive else quoted, 0)
    named = _name_between(sentence, quoted + 1, cue.first - 1)
    frame = _read_forward(sentence, cue, subject if is_passive else named, start)
    relay = named if is_passive else subject
    return attrs.evolve(frame, via=(relay, *frame.via)) if frame and relay else frame


def _name_between(sentence: Sentence, first: int, last: int) -> Mention | None:
    first += sentence.has("agent_words", first)
    return read_source(sentence, first, last).source if first < last else None


# --- content before the cue -----------------------------------------------------------------------


def _is_quote_before(sentence: Sentence, at: int) -> bool:
    while at and sentence.is_comma(at - 1) and sentence.quote_at[at - 1] < 0:
        at -= 1
    return at > 0 and sentence.quote_at[at - 1] >= 0


def _stands_after_content(sentence: Sentence, start: int, cue: Cue, lower: int) -> bool:
    """Whether "…, S said" closes a clause: a comma or a quotation before S, little after the verb."""
    quoted = _is_quote_before(sentence, start)
    if start <= lower or not (quoted or sentence.is_comma(start - 1)):
        return False
    after = cue.after
    if sentence.is_comma(after) and "bare" in cue.verb.takes and not sentence.is_open(after + 1):
        return not _is_occasion(sentence, lower, start)
    if start - lower < _MIN_LEAD_TOKENS:
        return False
    if "addressee" in cue.verb.takes and not quoted and after < sentence.end:
        told = skip_addressee(sentence, after)
        return told > after and (told >= sentence.end or _only_adverbial(sentence, told) or _names_told(sentence, after))
    if after >= sentence.end or sentence.is_open(after):
        return quoted or (after >= sentence.end and not cue.verb.takes & {"object", "names"}) or sentence.is_open(lower)
    if quoted and (sentence.is_open(_skip_lead(sentence, lower, start)) or not _begins_clause(sentence, after)):
        return not sentence.match("complementisers", after)
    if sentence.is_comma(after):
        return not sentence.has("adverbial_starts", lower) or _only_adverbial(sentence, after)
    return not cue.verb.takes & {"object", "names"} and _only_adverbial(sentence, after)


def _is_occasion(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a lead tells where it was said ("In a statement, …")."""
    return sentence.has("adverbial_starts", first) and any(sentence.has("speech_nouns", i) for i in range(first, last))


def _begins_clause(sentence: Sentence, at: int) -> bool:
    return sentence.has("clause_openers", at) or bool(sentence.match("complementisers", at))


def _names_told(sentence: Sentence, first: int) -> bool:
    """Whether only a noun phrase is left: who was told ("told the Volna news agency")."""
    rest = range(first, sentence.end)
    keys = ("passives", "auxiliaries", "pronouns", "complementisers")
    is_short = sentence.has("determiners", first) and len(rest) <= MAX_TOLD_TOKENS
    return is_short and not any(sentence.has(key, i) for key in keys for i in rest) and any(sentence.has("outlet_nouns", i) for i in rest)


def _only_adverbial(sentence: Sentence, at: int) -> bool:
    """Whether the rest is a day, a place or an occasion ("on Monday", "in a statement")."""
    if not (sentence.has("after_verb", at) or sentence.has("time_words", at) or sentence.is_comma(at)):
        return False
    added = (i for i in range(at + 1, sentence.end) if sentence.is_comma(i - 1) and sentence.words[i] in sentence.lexicon.participles)
    end = next(added, sentence.end)
    return end - at <= MAX_TRAILING_TOKENS and not any(sentence.match("complementisers", i) or sentence.is_open(i) for i in range(at, end))


def _read_inverted(sentence: Sentence, cue: Cue, later: Sequence[Cue], before: Sequence[Frame]) -> Frame | None:
    """The frame of ``"C," said S.`` and of ``"C," said S, "C".``"""
    resumed = _find_resumed(sentence, cue, later)
    reading = read_source(sentence, cue.after, resumed or sentence.end)
    if reading.source is None or not any(c.isalnum() for c in sentence.text[reading.source.span.start : reading.source.span.end]):
        return None
    first, last = _content_before(sentence, max([0, *(f.last for f in before if not f.is_open)]), cue.first)
    speaker = _with_apposition(sentence, reading.source)
    return Frame(
        cue=cue, first=first, last=sentence.end if resumed else last, start=first, speaker=speaker, via=reading.via, is_direct=bool(resumed)
    )


def _with_apposition(sentence: Sentence, source: Mention) -> Mention:
    """The source with the post that follows its name between commas."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.start >= source.span.end), sentence.end)
    if not sentence.is_comma(at) or not (sentence.has("determiners", at + 1) or sentence.has("post_nouns", at + 1)):
        return source
    end = at + 1
    while end < sentence.end and sentence.tokens[end].is_word and not sentence.has("relatives", end):
        end += 1
    has_post = any(sentence.has("post_nouns", i) for i in range(at + 1, end))
    return attrs.evolve(source, span=Span(start=source.span.start, end=sentence.tokens[end - 1].end)) if has_post else source


def _read_backward(sentence: Sentence, cue: Cue, subject: Mention, start: int, *, later: Sequence[Cue], before: Sequence[Frame]) -> Frame:
    """The frame of ``C, S said.``, of ``"C," S said, "C".`` and of ``C, S said, C.``"""
    quoted = _is_quote_before(sentence, start)
    first, last = _content_before(sentence, max([0, *(f.last for f in before if not f.is_open)]), start)
    resumed = _find_resumed(sentence, cue, later) if quoted else None
    if not quoted and sentence.is_comma(cue.after) and not later:
        resumed = cue.after + 1
    via = read_source(sentence, cue.after, resumed or sentence.end).via or find_addressed(sentence, cue, resumed or sentence.end)
    return Frame(
        cue=cue,
        first=first,
        last=sentence.end if resumed else last,
        start=first,
        speaker=_with_reason(sentence, subject, cue.after, resumed or sentence.end),
        via=via,
        is_direct=quoted and bool(resumed),
    )


def _find_resumed(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> int | None:
    """Where a quotation goes on after its attribution: a mark that no phrase of the attribution leads to."""
    limit = min([sentence.end, cue.after + MAX_TRAILING_TOKENS, *(c.first for c in later)])
    marks = (i for i in range(cue.after, limit) if sentence.is_open(i) and sentence.quote_words(i) > 1)
    return next((i for i in marks if not sentence.tokens[i - 1].is_word), None)


def _content_before(sentence: Sentence, lower: int, start: int) -> tuple[int, int]:
    first = _skip_lead(sentence, lower, start)
    last = start
    while last > first + 1 and sentence.is_comma(last - 1) and sentence.quote_at[last - 1] < 0:
        last -= 1
    return first, last


def _skip_lead(sentence: Sentence, first: int, last: int) -> int:
    def is_link(at: int) -> bool:
        return sentence.is_comma(at) or sentence.has("coordinators", at) or sentence.has("complementisers", at)

    while first < last - 1 and is_link(first):
        first += 1
    return first


# --- content after the cue --------------------------------------------------------------------------


def _read_forward(sentence: Sentence, cue: Cue, subject: Mention | None, start: int) -> Frame | None:
    """The frame of ``S said (to A) (on D) (that) C.``"""
    found = find_complement(sentence, cue)
    if found is None:
        return None
    via = read_source(sentence, cue.after, found.region_end).via if found.region_end > cue.after else ()
    subject = _with_reason(sentence, subject, cue.after, found.region_end)
    via = via or find_addressed(sentence, cue, found.region_end)
    return Frame(
        cue=cue, first=found.first, last=sentence.end, start=start, speaker=subject, via=via,
        sense=found.sense or cue.verb.sense, is_direct=found.is_colon, is_open=True,
    )  # fmt: skip


def _with_reason(sentence: Sentence, source: Mention | None, first: int, last: int) -> Mention | None:
    """The source with the reason for not naming it that stands after the verb."""
    if source is None or source.reason is not None:
        return source
    return attrs.evolve(source, reason=find_reason(sentence, first, min(last, sentence.end)))
