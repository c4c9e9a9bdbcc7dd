"""Where the content of a reporting verb stands, in languages that mark it by a conjunction or a comma."""

from __future__ import annotations

import attrs

from claimcmp.extract.opening import is_name_quote
from claimcmp.extract.verb_groups import Group, is_mark
from claimcmp.extract.view import Sentence

MAX_GAP_TOKENS = 34
"""Tokens between a verb and its content: a long title, a name, a place and a day."""

MAX_COMMAS = 3
"""Commas that an apposition or an aside may put between a verb and its content."""

MAX_TOLD_TOKENS = 4
"""Tokens between a verb and a question word: whom it was told."""

MAX_GOVERNED_TOKENS = 9
"""Tokens between a verb and the preposition that it governs ("warnte die Anwohner am Montag vor")."""

MIN_BARE_WORDS = 3
"""Fewer words after "er sagte," are no clause."""

_SUBJUNCTIVE_REACH = 20
_MIN_LEAD_WORDS = 2


@attrs.frozen(kw_only=True)
class Opening:
    """A content begins at token ``first``; the words about the saying end at ``region_end``.

    ``form`` is ``that``, ``whether``, ``colon``, ``quote``, ``bare``, ``object`` or ``infinitive``.
    """

    first: int
    region_end: int
    form: str


def find_opening(sentence: Sentence, group: Group, limit: int) -> Opening | None:
    """The content after a reporting verb, before token ``limit``."""
    limit = min(limit, sentence.end, group.after + MAX_GAP_TOKENS)
    found = _find_infinitive(sentence, group) or _find_marked(sentence, group, limit) or _find_governed(sentence, group, limit)
    return found if found and any(t.is_word for t in sentence.tokens[found.first : sentence.end]) else None


def _find_marked(sentence: Sentence, group: Group, limit: int) -> Opening | None:
    commas = 0
    at = group.after
    while at < limit:
        opening = _open_at(sentence, group, at)
        if opening:
            return opening
        if sentence.is_open(at):
            at = sentence.quote_end(at)
            continue
        if is_mark(sentence, at):
            bare = _open_bare(sentence, group, at)
            commas += 1
            if bare or commas > MAX_COMMAS or sentence.tokens[at].text == ";":
                return bare
        elif at > group.after and sentence.match("clause_breaks", at) and not sentence.match("complementisers", at + 1):
            return None
        at += 1
    return None


def _open_at(sentence: Sentence, group: Group, at: int) -> Opening | None:
    """A complementiser, a question word, a colon or an opening mark at token ``at``."""
    if "names" in group.verb.takes:
        is_named = sentence.is_open(at) and not is_name_quote(sentence, at, at)
        return Opening(first=at, region_end=at, form="quote") if is_named else None
    length = sentence.match("complementisers", at)
    takes_clause = not group.verb.takes & {"object", "infinitive"} or "clause" in group.verb.takes
    if (
        length
        and at + length < sentence.end
        and takes_clause
        and not _is_bound(sentence, group, at)
        and not _is_relative(sentence, group, at)
    ):
        first = at + length
        while first < sentence.end - 1 and (sentence.is_comma(first) or sentence.tokens[first].text == ":"):
            first += 1
        return Opening(first=first, region_end=at, form="that")
    is_edge = at - group.after <= MAX_TOLD_TOKENS or is_mark(sentence, at - 1) or "whether" in group.verb.takes
    if is_edge and takes_clause and sentence.match("whether", at) and at + 1 < sentence.end:
        return Opening(first=at, region_end=at, form="whether")
    if group.verb.takes == {"clause"}:
        return None
    if sentence.tokens[at].text in sentence.lexicon.sets["colons"] and at + 1 < sentence.end:
        is_clock = sentence.words[at - 1].isdigit() and sentence.words[at + 1].isdigit()
        return None if is_clock else Opening(first=at + 1, region_end=at, form="colon")
    if sentence.is_open(at) and _is_speech(sentence, group, at):
        return Opening(first=at, region_end=at, form="quote")
    return None


def _is_bound(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether the conjunction belongs to the word before it ("antes de que", «потому что»)."""
    before = at - 2 if is_mark(sentence, at - 1) else at - 1
    return before >= group.after and sentence.has("not_complementiser_after", before)


def _is_relative(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether "que" belongs to an object noun ("anunció una medida que …"): a plain noun between verb and conjunction."""
    if not sentence.has("relatives", at) or at == group.after or is_mark(sentence, at - 1):
        return False
    first = group.after
    while first < at and _is_filler(sentence, first):
        first += 1
    first = skip_day(sentence, first)
    if first >= at or not sentence.has("determiners", first):
        return False
    heads = ("post_nouns", "anonymous_nouns", "link_heads", "organisation_nouns", "outlet_nouns", "document_nouns")
    is_named = any(sentence.tokens[i].text[0].isupper() or any(sentence.has(key, i) for key in heads) for i in range(first, at))
    return not is_named or _has_subject(sentence, group)


def _has_subject(sentence: Sentence, group: Group) -> bool:
    """Whether a noun phrase stands before the verb in its clause."""
    start = group.first
    while start and not is_mark(sentence, start - 1) and not sentence.has("coordinators", start - 1):
        start -= 1
    return start < group.first and not sentence.has("adverbial_starts", start) and not sentence.has("time_words", start + 1)


def _is_speech(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a quotation after a verb is what was said and no name."""
    if is_name_quote(sentence, at, sentence.end):
        return False
    if sentence.quote_words(at) == 1 and at > group.after:
        return False
    if "object" in group.verb.takes:
        return sentence.quote_words(at) > MAX_TOLD_TOKENS
    return True


def _open_bare(sentence: Sentence, group: Group, comma: int) -> Opening | None:
    """A clause after a comma, where the language needs no conjunction ("…, er habe …")."""
    first = comma + 1
    if not sentence.lexicon.words.bare_clauses or "bare" not in group.verb.takes or sentence.tokens[comma].text != ",":
        return None
    if first + 1 >= sentence.end or sentence.match("complementisers", first) or sentence.is_open(first) or sentence.has("as_words", first):
        return None
    near = range(first, min(first + _SUBJUNCTIVE_REACH, sentence.end))
    end = next((i for i in near if i > first and is_mark(sentence, i)), near.stop)
    is_reported = any(sentence.has("subjunctives", i) for i in near)
    is_purpose = sentence.has("adverbial_starts", first) and _has_infinitive(sentence, first)
    if (is_purpose or sentence.match("clause_breaks", first)) and not is_reported:
        return None
    is_free = comma in (group.after, (group.particle or -2) + 1) or sentence.has("pronoun_speakers", comma - 1)
    if not is_free and sentence.has("relatives", first) and not any(sentence.has("subjunctives", i) for i in range(first, end)):
        return None
    is_clause = (
        is_reported
        or _has_infinitive(sentence, first)
        or any(sentence.has("finite_words", i) or sentence.has("perfect_words", i) for i in range(first, end))
    )
    is_clause = is_clause or (is_free and sentence.end - first >= MIN_BARE_WORDS)
    return Opening(first=first, region_end=comma, form="bare") if is_clause or sentence.has("pronouns", first) else None


def _find_governed(sentence: Sentence, group: Group, limit: int) -> Opening | None:
    """A noun phrase or infinitive that the verb governs ("called for", "denied X", "promised to")."""
    verb = group.verb
    prepositional = _find_preposition(sentence, group, limit) if verb.prepositions else None
    if prepositional is not None or "object" not in verb.takes or group.after >= sentence.end:
        return prepositional
    first = group.after
    while first < limit and (
        first == group.particle
        or _is_filler(sentence, first)
        or (sentence.has("adverbial_starts", first) and sentence.has("time_words", first + 1))
    ):
        first += 1
    if sentence.lexicon.words.bare_clauses and is_mark(sentence, first) and _has_infinitive(sentence, first + 1):
        return Opening(first=first + 1, region_end=first, form="object")
    is_adverbial = sentence.has("adverbial_starts", first) and not sentence.has("addressing_words", first)
    is_blocked = (
        first >= sentence.end or first == group.particle or is_mark(sentence, first) or (is_adverbial and "accuse" not in verb.takes)
    )
    is_blocked = is_blocked or sentence.has("infinitive_markers", first)
    return None if is_blocked or sentence.match("clause_breaks", first) else Opening(first=first, region_end=first, form="object")


def _find_infinitive(sentence: Sentence, group: Group) -> Opening | None:
    """An infinitive right after a verb of saying ("dijo estar dispuesto", "a dit ne pas vouloir")."""
    at = first = skip_day(sentence, group.after)
    while at < sentence.end and sentence.has("negators", at):
        at += 1
    barred = ("adverbial_starts", "determiners", "time_words", "noun_links", "before_source", "outlets", "auxiliaries")
    is_verb = sentence.ends_with("infinitive_endings", at) and sentence.tokens[at].text.islower() if at < sentence.end else False
    if not is_verb or "bare" not in group.verb.takes or any(sentence.has(key, at) for key in barred):
        return None
    return Opening(first=first, region_end=first, form="infinitive")


def skip_day(sentence: Sentence, first: int) -> int:
    """Past a day or a date ("jeudi", "el lunes", "el 3 de marzo", "por la tarde"); ``first`` where none stands."""
    at = first
    while at < sentence.end and sentence.tokens[at].is_word:
        is_small = any(sentence.has(key, at) for key in ("determiners", "noun_links", "adverbial_starts"))
        near = at + 1 + any(sentence.has(key, at + 1) for key in ("determiners", "noun_links"))
        is_figure = sentence.words[min(at + 1, sentence.end - 1)].isdigit() and sentence.has("determiners", at)
        leads = (is_small or sentence.words[at].isdigit()) and sentence.has("time_words", near)
        if not (sentence.has("time_words", at) or leads or (is_figure and skip_day(sentence, at + 1) > at + 1)):
            break
        at += 1
    return at


def _find_preposition(sentence: Sentence, group: Group, limit: int) -> Opening | None:
    """What follows the preposition that the verb governs; an object may stand between them unless it can be the content."""
    for at in range(group.after, min(limit, group.after + MAX_GOVERNED_TOKENS)):
        if is_mark(sentence, at) or sentence.match("clause_breaks", at):
            return None
        if sentence.words[at] in group.verb.prepositions and at + 1 < sentence.end and not sentence.has("time_words", at + 1):
            return Opening(first=at + 1, region_end=at, form="object")
        if "object" in group.verb.takes and not _is_filler(sentence, at):
            return None
    return None


def _is_filler(sentence: Sentence, at: int) -> bool:
    """An adverb or a day between a verb and what it governs."""
    keys = ("auxiliaries", "time_words", "before_source")
    return any(sentence.has(key, at) for key in keys) and not sentence.has("determiners", at)


def _has_infinitive(sentence: Sentence, first: int) -> bool:
    """Whether a clause with an infinitive begins here ("…, die Brücke zu sperren")."""
    near = range(first, min(first + _SUBJUNCTIVE_REACH, sentence.end))
    end = next((i for i in near if i > first and is_mark(sentence, i)), near.stop)
    return any(sentence.has("infinitive_markers", i) for i in range(first, end))


def is_quote_before(sentence: Sentence, at: int) -> bool:
    """Whether a quotation ends right before token ``at``, with or without a comma or dash; a name in marks is none."""
    verb = at
    while at and is_mark(sentence, at - 1) and sentence.quote_at[at - 1] < 0:
        at -= 1
    if not at or sentence.quote_at[at - 1] < 0 or sentence.quote_end(at - 1) != at:
        return False
    opened = next(i for i in range(at - 1, -1, -1) if sentence.is_open(i))
    is_name = at == verb and opened > 0 and sentence.tokens[opened - 1].is_word and sentence.quote_words(opened) <= MAX_TOLD_TOKENS
    return not is_name


def content_before(sentence: Sentence, lower: int, start: int) -> tuple[int, int]:
    """The tokens of the content between ``lower`` and the attribution that starts at ``start``."""
    last = start
    while last > lower + 1 and is_mark(sentence, last - 1) and sentence.quote_at[last - 1] < 0:
        last -= 1
    colon = next((i for i in range(last - 1, lower, -1) if sentence.tokens[i].text == ":" and sentence.is_open(i + 1)), None)
    first = lower if colon is None else colon + 1
    while first < last - 1 and (
        is_mark(sentence, first) or (first > 0 and sentence.has("coordinators", first) and is_mark(sentence, first - 1))
    ):
        first += 1
    return first, last


def has_lead(sentence: Sentence, lower: int, start: int) -> bool:
    """Whether enough words for a clause stand between ``lower`` and ``start``."""
    return sum(t.is_word for t in sentence.tokens[lower:start]) >= _MIN_LEAD_WORDS
