"""Contents where the verb comes last: before the cue, or after it behind a complementiser or a colon."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.extract.cases import cut_case, has_mark, in_case
from claimcmp.extract.cues import Cue, CueKind
from claimcmp.extract.final_sources import find_told, read_lead
from claimcmp.extract.raw import Mention
from claimcmp.extract.view import Sentence

MAX_GAP_TOKENS = 6
"""Between a nominal clause and its cue there is room for an adverb and somebody told, not for another clause."""

_MIN_BARE_WORDS = 3
_MAX_FOLLOWER_TOKENS = 8
_MAX_NAME_TOKENS = 6


@attrs.frozen(kw_only=True)
class Content:
    """Tokens ``first:last``; ``first`` is None where the content begins right after the subject.

    ``limit``: the subject ends before this token; ``is_bounded``: all that
    stands before it can belong to the subject. ``told``: outlets named between
    content and cue; ``follower``: a speaker named after the cue.
    """

    first: int | None
    last: int
    limit: int
    is_after: bool = False
    is_direct: bool = False
    is_bounded: bool = True
    told: tuple[Mention, ...] = ()
    follower: Mention | None = None
    subject_from: int | None = None


def find_content(sentence: Sentence, cue: Cue, lower: int, later: Sequence[Cue]) -> Content | None:
    """The content of a cue whose clause begins at token ``lower``, or None where it reports nothing.

    A verb that also names («به X … گفته می‌شود») does so where somebody is addressed.
    """
    if "names" in cue.verb.takes and any(sentence.has("addressing_words", i) for i in range(lower, cue.first)):
        return None
    marked = _find_marked(sentence, cue)
    quoted = _find_quoted(sentence, cue, lower, later)
    if quoted and quoted.first is None:
        return quoted
    if quoted and quoted.first is not None and (marked is None or sentence.quote_words(quoted.first) > 2):
        return quoted
    if marked:
        return marked
    found = _find_complement(sentence, cue, lower)
    if found or cue.kind is CueKind.NOUN:
        return found
    return _find_governed(sentence, cue, lower) or _find_object(sentence, cue, lower) or _find_plain(sentence, cue, lower, later)


def _find_marked(sentence: Sentence, cue: Cue) -> Content | None:
    """After the cue, behind a colon, a complementiser or an opening quotation mark."""
    at = cue.after
    if at >= sentence.end:
        return None
    if sentence.tokens[at].text in sentence.lexicon.sets["colons"]:
        return _after(sentence, cue, at + 1, is_direct=True)
    length = sentence.match("complementisers", at + sentence.is_comma(at))
    is_relative = sentence.has("object_markers", cue.first - 1) and not sentence.has("determiners", cue.first - 2)
    if length and not is_relative:
        return _after(sentence, cue, at + sentence.is_comma(at) + length)
    if sentence.is_open(at) and sentence.quote_words(at) > 2 and "clause" in cue.verb.takes:
        return _after(sentence, cue, at, is_direct=True)
    return None


def _after(sentence: Sentence, cue: Cue, first: int, *, is_direct: bool = False) -> Content | None:
    while first < sentence.end and sentence.tokens[first].text in sentence.lexicon.sets["colons"]:
        first, is_direct = first + 1, True
    if first >= sentence.end:
        return None
    return Content(first=first, last=sentence.end, limit=cue.first, is_after=True, is_direct=is_direct)


def _find_quoted(sentence: Sentence, cue: Cue, lower: int, later: Sequence[Cue]) -> Content | None:
    """The quotation that ends right before the cue, with those it goes on from."""
    if cue.kind is CueKind.NOUN:
        return None
    last = cue.first
    while last > lower and (
        (sentence.is_comma(last - 1) and sentence.quote_at[last - 1] < 0) or sentence.match("sentence_adverbs", last - 1) == 1
    ):
        last -= 1
    if last <= lower or sentence.quote_at[last - 1] < 0:
        return None
    inner = max((i for i in range(lower, last) if sentence.tokens[i].is_word), default=lower)
    if _ends_clause(sentence, inner, cue) and sentence.quote_at[inner] >= 0:
        return Content(first=None, last=last, limit=last, is_bounded=False)
    first = _quote_start(sentence, last - 1)
    if "passive" in cue.verb.takes and sentence.quote_words(first) < _MIN_BARE_WORDS:
        return None
    while (
        first - 2 >= lower and not sentence.tokens[first - 1].is_word and sentence.quote_at[first - 2] >= 0 and sentence.is_comma(first - 1)
    ):
        first = _quote_start(sentence, first - 2)
    if first < lower:
        return None
    return Content(first=first, last=last, limit=first, is_direct=True, follower=_find_follower(sentence, cue, later))


def _quote_start(sentence: Sentence, at: int) -> int:
    quote = sentence.quote_at[at]
    while at and sentence.quote_at[at - 1] == quote:
        at -= 1
    return at


def _find_follower(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> Mention | None:
    """«“…” dedi Fidan»: the name that ends the sentence after the verb."""
    at, end = cue.after, sentence.end
    if later or not at < end <= at + _MAX_FOLLOWER_TOKENS or not sentence.tokens[at].is_word or sentence.has("coordinators", at):
        return None
    return read_lead(sentence, at, end, is_bounded=True).speaker


def _find_complement(sentence: Sentence, cue: Cue, lower: int) -> Content | None:
    """A nominal clause before the cue, known by its ending («-diğini», «-acağını», «-mesini»)."""
    for at in range(cue.first - 1, max(lower, cue.first - 1 - MAX_GAP_TOKENS), -1):
        if sentence.is_comma(at) or (sentence.quote_at[at] >= 0 and sentence.quote_words(at) > 2):
            return None
        if _ends_clause(sentence, at, cue):
            told = find_told(sentence, at + 1, cue.first)
            return Content(first=None, last=at + 1, limit=at + 1, is_bounded=False, told=told)
    return None


def _ends_clause(sentence: Sentence, at: int, cue: Cue) -> bool:
    word = sentence.words[at]
    endings = sentence.lexicon.sets["complement_endings"]
    if any(word.endswith(e) and len(word) > len(e) for e in endings) or word in endings:
        return True
    is_linked = sentence.has("complement_links", at + 1) or "passive" in cue.verb.takes or cue.after - cue.first > 1
    return is_linked and at >= cue.first - 2 and sentence.ends_with("bare_complement_endings", at)


def _find_governed(sentence: Sentence, cue: Cue, lower: int) -> Content | None:
    """A noun phrase behind a preposition of the verb («از … خبر داد», «بر … تأکید کرد»)."""
    for at in range(lower, cue.first - 1):
        if sentence.quote_at[at] >= 0 or sentence.has("link_heads", at - 1):
            continue
        for phrase in cue.verb.prepositions:
            size = len(phrase.split())
            if sentence.words[at : at + size] == tuple(phrase.split()) and at + size < cue.first:
                return Content(first=at + size, last=cue.first, limit=at)
    return None


def _find_object(sentence: Sentence, cue: Cue, lower: int) -> Content | None:
    """A noun phrase as content: before the verb with its case or marker, or between a predicate noun and its auxiliary."""
    if "object" not in cue.verb.takes:
        return None
    if "clause" in cue.verb.takes:
        end = next((i for i in range(cue.after + 1, sentence.end) if sentence.has("auxiliaries", i)), None)
        return Content(first=cue.after, last=end, limit=cue.first) if end else None
    last = cue.first
    marker = last > lower and sentence.has("object_markers", last - 1)
    if marker or (last > lower and in_case(sentence, last - 1, "accusative")):
        return Content(first=None, last=last - marker, limit=last - marker, is_bounded=False)
    return None


def _find_plain(sentence: Sentence, cue: Cue, lower: int, later: Sequence[Cue]) -> Content | None:
    """Speech without marks: «X, geliyoruz dedi», «گفت ایران آماده است»."""
    leading = _find_leading(sentence, cue, lower)
    if leading:
        return leading
    if "clause" in cue.verb.takes:
        end = next((c.first for c in later), sentence.end)
        words = sum(token.is_word for token in sentence.tokens[cue.after : end])
        is_cut = sentence.is_comma(cue.after) or sentence.has("coordinators", cue.after) or sentence.match("complementisers", cue.after)
        starts = cue.after < sentence.end and not is_cut
        return _after(sentence, cue, cue.after) if starts and words >= _MIN_BARE_WORDS else None
    commas = [i for i in range(lower, cue.first) if sentence.is_comma(i) and sentence.quote_at[i] < 0]
    if "bare" in cue.verb.takes and commas and commas[0] + 1 < cue.first:
        return Content(first=None, last=cue.first, limit=cue.first, is_direct=True, is_bounded=False)
    return None


def _find_leading(sentence: Sentence, cue: Cue, lower: int) -> Content | None:
    """A quotation at the head of the clause, with the subject and the verb behind it («“…”، وزیر گفت»)."""
    if cue.after < sentence.end or not sentence.is_open(lower) or sentence.quote_words(lower) < _MIN_BARE_WORDS:
        return None
    end = sentence.quote_end(lower)
    if end >= cue.first or not (sentence.is_comma(end) or sentence.match("sentence_adverbs", end)):
        return None
    return Content(first=lower, last=end, limit=cue.first, is_direct=True, subject_from=end)


def find_subject_of_noun(sentence: Sentence, first: int, last: int) -> tuple[Mention, int] | None:
    """The name in the genitive that leads tokens ``first:last``, and the token after it."""
    for at in range(first, min(first + _MAX_NAME_TOKENS, last)):
        if sentence.is_comma(at) or sentence.quote_at[at] >= 0:
            return None
        if in_case(sentence, at, "genitive") and has_mark(sentence, at):
            return Mention(span=cut_case(sentence, first, at + 1, "genitive")), at + 1
    return None
