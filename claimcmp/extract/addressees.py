"""The outlet that a source spoke to: "told Reuters", "in an interview with X"."""

from __future__ import annotations

from claimcmp.extract.cues import Cue
from claimcmp.extract.raw import Mention
from claimcmp.extract.view import Sentence


def find_addressed(sentence: Sentence, cue: Cue, last: int) -> tuple[Mention, ...]:
    """The outlet that was told ("told Reuters") or that asked ("in an interview with X")."""
    if "addressee" in cue.verb.takes:
        for at in (cue.after, cue.after + 1):
            length = sentence.match("outlets", at)
            if length and (at == cue.after or sentence.has("determiners", cue.after)):
                return (Mention(span=sentence.cover(cue.after, at + length)),)
            kind = sentence.match("outlet_nouns", at)
            if kind:
                return (Mention(span=sentence.cover(cue.after, _skip_name(sentence, at + kind, last))),)
    for at in range(cue.after, min(last, sentence.end) - 1):
        if sentence.has("interview_nouns", at) and any(sentence.has("addressing_words", i) for i in (at + 1, at + 2)):
            return _read_interviewer(sentence, at + 2, last)
    return ()


def _read_interviewer(sentence: Sentence, at: int, last: int) -> tuple[Mention, ...]:
    """The capitalised words after "interview with", a day between them skipped."""
    while at < last and (sentence.has("time_words", at) or sentence.has("addressing_words", at)):
        at += 1
    first = at
    at += sentence.has("determiners", at)
    end = _skip_name(sentence, at, last)
    return (Mention(span=sentence.cover(first, end)),) if end > at else ()


def _skip_name(sentence: Sentence, at: int, last: int) -> int:
    """The token after the capitalised words at ``at``, small words of a name between them included."""
    end = at
    while at < last and sentence.tokens[at].is_word and not sentence.has("time_words", at):
        is_capital = sentence.tokens[at].text[0].isupper()
        if not is_capital and (not sentence.has("name_parts", at)):
            break
        at += 1
        end = at if is_capital else end
    return end
