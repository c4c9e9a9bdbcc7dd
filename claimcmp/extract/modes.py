"""Whether a content is quoted, partly quoted or paraphrased."""

from __future__ import annotations

from collections import Counter

from claimcmp.extract.opening import is_name_quote
from claimcmp.extract.view import Sentence
from claimcmp.records import Mode, Span


def find_mode(sentence: Sentence, content: Span, *, is_direct: bool, vocabulary: Counter[str]) -> Mode:
    """The mode of a reported content.

    ``vocabulary`` counts the folded words of the article: a single word in
    marks that also stands without them is a name or an echo, not speech.
    """
    inside = [i for i, t in enumerate(sentence.tokens) if content.start <= t.start < content.end]
    if not inside:
        return Mode.DIRECT if is_direct else Mode.INDIRECT
    quoted = [i for i in inside if sentence.quote_at[i] >= 0]
    free_words = [i for i in inside if sentence.quote_at[i] < 0 and sentence.tokens[i].is_word and len(sentence.words[i]) > 1]
    if quoted and not free_words:
        return Mode.DIRECT
    closes = sentence.quote_at[inside[-1]] >= 0 and not sentence.tokens[inside[-1]].is_word
    if is_direct and quoted and quoted[0] == inside[0] and closes:
        return Mode.DIRECT
    if is_direct and quoted and quoted[0] == inside[0] and quoted[-1] == inside[-1]:
        return Mode.DIRECT
    if any(_is_speech(sentence, i, vocabulary) for i in quoted if sentence.is_open(i)):
        return Mode.MIXED
    opened_before = quoted and not sentence.is_open(quoted[0]) and quoted[0] == inside[0]
    if opened_before:
        return Mode.MIXED
    return Mode.DIRECT if is_direct else Mode.INDIRECT


def _is_name_noun(sentence: Sentence, at: int) -> bool:
    """A noun that a name in marks follows, with or without a possessor («فيلمه الأخير "…"»)."""
    word = sentence.words[at]
    return sentence.has("name_nouns", at) or any(
        word.removesuffix(p) in sentence.lexicon.sets["name_nouns"] for p in sentence.lexicon.words.possessives
    )


def _is_speech(sentence: Sentence, at: int, vocabulary: Counter[str]) -> bool:
    size = sentence.quote_words(at)
    if size == 0 or is_name_quote(sentence, at, at):
        return False
    near = range(max(0, at - 3), at)
    if size <= 2 and any(_is_name_noun(sentence, i) for i in near):
        return False
    if size == 1:
        word = next(sentence.words[i] for i in range(at, sentence.quote_end(at)) if sentence.tokens[i].is_word)
        return vocabulary[word] <= 1
    return True
