"""One article to claims: layout, sentences, attribution, resolution."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path

import attrs

from claimcmp.extract.attribution_words import AttributionWords
from claimcmp.extract.beside import add_around, add_beside
from claimcmp.extract.coverage import complete_claims
from claimcmp.extract.discourse import Discourse, Resolved
from claimcmp.extract.either_side import read_either_side
from claimcmp.extract.joining import find_joined, join_claim
from claimcmp.extract.modes import find_mode
from claimcmp.extract.parts import find_parts
from claimcmp.extract.raw import RawClaim
from claimcmp.extract.spelling import find_names, read_tokens
from claimcmp.extract.subject_first import read_subject_first
from claimcmp.extract.topics import join_topic, load_capitals, load_topics
from claimcmp.extract.verb_final import read_verb_final
from claimcmp.extract.verb_first import read_verb_first
from claimcmp.extract.view import Sentence, build_phrases
from claimcmp.extract.words import Lexicon, load_lexicon
from claimcmp.records import Article, Attribution, Claim, Mode, Span
from claimcmp.settings import Settings
from claimcmp.text.credits import find_agencies
from claimcmp.text.layout import LineKind, read_layout
from claimcmp.text.layout_words import load_layout_words
from claimcmp.text.quotes import Quote, cut_unclosed, find_quotes, goes_on
from claimcmp.text.sentences import split_sentences
from claimcmp.text.tokens import Token

MAX_SENTENCE_TOKENS = 600
"""A longer run without an end mark is cut, so that time stays linear; the longest PolNeAR sentence has under 200."""

_CLAIM_LINES = (LineKind.HEADLINE, LineKind.BODY)
_READERS = {
    "verb_first": read_verb_first,
    "subject_first": read_subject_first,
    "verb_final": read_verb_final,
    "either_side": read_either_side,
}
_NO_WORDS = Lexicon(words=AttributionWords(), verbs={}, participles={}, nouns={}, sets={}, verbal_noun=re.compile("(?!)"))


def attribute_article(article: Article, settings: Settings) -> tuple[Claim, ...]:
    """The claims of an article in order, without facets.

    Every declarative sentence and the headline give at least one claim. A
    language without attribution data gives narrated claims, one a sentence.
    """
    lexicon = _load_lexicon(article.language, settings.language_files)
    sentences = split_article(article, lexicon or _empty_lexicon(), settings)
    vocabulary = Counter(word for sentence in sentences for i, word in enumerate(sentence.words) if sentence.quote_at[i] < 0)
    discourse = Discourse(article.text)
    claims: list[Claim] = []
    before: Sentence | None = None
    for sentence in sentences:
        raws = complete_claims(sentence, _READERS[lexicon.words.order](sentence) if lexicon else ())
        joined = find_joined(claims, raws, sentence, before)
        made = [
            _make_claim(article, sentence, raw, found, vocabulary)
            for raw, found in zip(raws, discourse.resolve(sentence, raws), strict=True)
        ]
        if joined is None:
            claims.extend(add_beside(made, sentence))
        else:
            claims[joined] = join_claim(claims[joined], made[0], article.text)
        before = sentence
    agencies = find_agencies(article.text, load_layout_words(article.language, settings.language_files))
    numbered = add_around(_number(claims), sentences)
    return tuple(attrs.evolve(claim, agencies=agencies) for claim in numbered) if agencies else numbered


@cache
def _load_lexicon(language: str, extra: tuple[Path, ...]) -> Lexicon | None:
    """The attribution words of a language with the names of places that headlines begin with, and of capitals."""
    lexicon = load_lexicon(language, extra)
    return None if lexicon is None else attrs.evolve(lexicon, places=load_topics(language, extra), capitals=load_capitals(language, extra))


def split_article(article: Article, lexicon: Lexicon, settings: Settings) -> list[Sentence]:
    """The sentences of an article's headline and body."""
    words = load_layout_words(article.language, settings.language_files)
    phrases = build_phrases(lexicon)
    abbreviations = frozenset(words.abbreviations)
    names = find_names(article.text, lexicon)
    sentences: list[Sentence] = []
    lines = read_layout(article.text, words)
    for paragraph, (line, following) in enumerate(zip_longest(lines, lines[1:])):
        if line.kind not in _CLAIM_LINES:
            continue
        quotes = find_quotes(article.text, line.content.start, line.content.end)
        spans = split_sentences(article.text, line.content, language=article.language, quotes=quotes, abbreviations=abbreviations)
        spans = join_topic(article.text, spans, lexicon.places) if line.kind is LineKind.HEADLINE else spans
        if following is None or not goes_on(article.text, following.content.start):
            quotes = cut_unclosed(quotes, spans)
        for span in spans:
            for tokens in _cut(read_tokens(article.text[span.start : span.end], span.start, lexicon, names)):
                piece = Span(start=tokens[0].start, end=tokens[-1].end)
                inside = _overlapping(quotes, piece)
                sentences.append(
                    Sentence(
                        text=article.text, span=piece, index=len(sentences), paragraph=paragraph, tokens=tokens,
                        words=tuple(t.folded for t in tokens), quotes=inside, lexicon=lexicon, phrases=phrases,
                    )
                )  # fmt: skip
    return sentences


def _cut(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The tokens in pieces that can be sentences; a piece without a word is dropped."""
    for first in range(0, len(tokens), MAX_SENTENCE_TOKENS):
        piece = tokens[first : first + MAX_SENTENCE_TOKENS]
        if any(token.is_word for token in piece):
            yield piece


def _overlapping(quotes: tuple[Quote, ...], span: Span) -> tuple[Quote, ...]:
    """The quotations, ordered and disjoint, that share a code point with the span."""
    first = bisect_right(quotes, span.start, key=lambda quote: quote.end)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.start)
    return quotes[first:last]


def _empty_lexicon() -> Lexicon:
    empty = {field.name: frozenset[str]() for field in attrs.fields(AttributionWords)}
    return attrs.evolve(_NO_WORDS, sets=empty)


def _make_claim(article: Article, sentence: Sentence, raw: RawClaim, resolved: Resolved, vocabulary: Counter[str]) -> Claim:
    span = raw.content
    mode = Mode.NARRATED if raw.is_narrated else find_mode(sentence, span, is_direct=raw.is_direct, vocabulary=vocabulary)
    attribution = Attribution(
        speaker=resolved.speaker,
        via=resolved.via,
        mode=mode,
        sense=raw.sense,
        cue=article.text[raw.cue.span.start : raw.cue.span.end] if raw.cue else None,
        cue_span=raw.cue.span if raw.cue else None,
        inherited=resolved.inherited,
    )
    return Claim(
        id=f"{article.id}:{span.start}-{span.end}", article_id=article.id, outlet=article.outlet, language=article.language,
        sentence=sentence.index, span=span, text=article.text[span.start : span.end], attribution=attribution, parts=find_parts(sentence, span),
        published=article.published,
    )  # fmt: skip


def _number(claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims in order of position; ids of equal spans are told apart by a counter."""
    seen: Counter[str] = Counter()
    numbered = []
    for claim in sorted(claims, key=lambda c: (c.span.start, -c.span.end)):
        seen[claim.id] += 1
        numbered.append(claim if seen[claim.id] == 1 else attrs.evolve(claim, id=f"{claim.id}#{seen[claim.id]}"))
    return tuple(numbered)
