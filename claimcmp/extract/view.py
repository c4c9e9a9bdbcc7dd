"""One sentence as the attribution rules see it: tokens, quotations, phrases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

import attrs

from claimcmp.extract.words import Lexicon
from claimcmp.records import Span
from claimcmp.text.quotes import Quote
from claimcmp.text.tokens import Token

FINAL_MARKS = ".!?؟…،؛,;:·"
"""Marks that never belong to the end of a content span."""


@attrs.frozen
class PhraseSet:
    """Phrases that can be matched at a token."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def build(cls, phrases: Iterable[str]) -> PhraseSet:
        """A set of phrases; each phrase is folded words with single spaces."""
        table: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            if words:
                table.setdefault(words[0], []).append(words)
        return cls({first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in table.items()})

    def match(self, words: Sequence[str], at: int, first: str | None = None) -> int:
        """Number of words of the longest phrase that starts at ``at``, or 0.

        ``first`` replaces the word at ``at`` (its form without a clitic).
        """
        if at >= len(words):
            return 0
        head = words[at] if first is None else first
        for phrase in self.by_first.get(head, ()):
            if tuple(words[at + 1 : at + len(phrase)]) == phrase[1:]:
                return len(phrase)
        return 0


@attrs.frozen
class Sentence:
    """A sentence: tokens, their folded words, and the quotations that cover them."""

    text: str
    span: Span
    index: int
    paragraph: int
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    quotes: tuple[Quote, ...]
    lexicon: Lexicon
    phrases: Mapping[str, PhraseSet]

    @cached_property
    def quote_at(self) -> tuple[int, ...]:
        """For each token the index of the quotation whose marks enclose it, or -1."""
        starts = [quote.start for quote in self.quotes]
        found = []
        for token in self.tokens:
            around = bisect_right(starts, token.start) - 1
            inside = around >= 0 and token.start < self.quotes[around].end
            found.append(around if inside else -1)
        return tuple(found)

    @cached_property
    def end(self) -> int:
        """Number of tokens without the final punctuation."""
        last = len(self.tokens)
        while last and self.tokens[last - 1].text in FINAL_MARKS and self.quote_at[last - 1] < 0:
            last -= 1
        return last

    @cached_property
    def lead(self) -> int:
        """Number of opening words that only introduce the outlet's own words («سبق أن», «يذكر أن»)."""
        if not self.tokens:
            return 0
        bare, _ = self.without_conjunction(0)
        return self.match("narrated_leads", 0) or self.match("narrated_leads", 0, bare)

    def has(self, key: str, at: int) -> bool:
        """Whether the word at ``at`` stands in the lexicon's list ``key``."""
        return 0 <= at < len(self.words) and self.lexicon.has(key, self.words[at])

    def ends_with(self, key: str, at: int) -> bool:
        """Whether the word at ``at`` has one of the endings in the lexicon's list ``key``."""
        return 0 <= at < len(self.words) and any(self.words[at].endswith(ending) for ending in self.lexicon.sets[key])

    def match(self, key: str, at: int, first: str | None = None) -> int:
        """Number of words of the phrase of list ``key`` at ``at``, or 0."""
        return self.phrases[key].match(self.words, at, first) if at < len(self.words) else 0

    def is_comma(self, at: int) -> bool:
        """Whether the token is a comma, semicolon or free dash."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text in ",،;؛–—" and not self._is_in_number(at)

    def _is_in_number(self, at: int) -> bool:
        """Whether the mark stands between two digits ("20,4", "1,000")."""
        start, end = self.tokens[at].start, self.tokens[at].end
        return start > 0 and end < len(self.text) and self.text[start - 1].isdigit() and self.text[end].isdigit()

    def is_open(self, at: int) -> bool:
        """Whether the token opens a quotation."""
        quote = self.quote_at[at] if at < len(self.tokens) else -1
        return quote >= 0 and self.tokens[at].start == self.quotes[quote].start

    def quote_end(self, at: int) -> int:
        """Index of the token after the quotation that covers the token ``at``."""
        return self._quote_sizes[self.quote_at[at]][0] if self.quote_at[at] >= 0 else at + 1

    def quote_words(self, at: int) -> int:
        """Number of words in the quotation that covers the token ``at``."""
        return self._quote_sizes[self.quote_at[at]][1] if self.quote_at[at] >= 0 else 0

    @cached_property
    def _quote_sizes(self) -> dict[int, tuple[int, int]]:
        """For each quotation the index of the token after it, and its number of words."""
        sizes: dict[int, tuple[int, int]] = {}
        for at, quote in enumerate(self.quote_at):
            if quote >= 0:
                sizes[quote] = (at + 1, sizes.get(quote, (0, 0))[1] + self.tokens[at].is_word)
        return sizes

    def reason_end(self, at: int) -> int:
        """Index of the token after the words that say why a source is unnamed."""
        end = at + self.match("anonymity_reasons", at)
        if self.lexicon.words.order == "verb_final":
            return end
        while end < len(self.tokens) and self.tokens[end].is_word and self.quote_at[end] < 0:
            if self.match("complementisers", end) or self._is_main_verb(end):
                break
            end += 1
        return end

    def _is_main_verb(self, at: int) -> bool:
        """Whether the token is a verb of saying that is no infinitive."""
        verb = self.lexicon.verbs.get(self.words[at])
        return verb is not None and "bare" in verb.takes and not self.has("infinitive_markers", at - 1)

    def cover(self, first: int, last: int) -> Span:
        """Offsets of the tokens ``first:last``."""
        return Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)

    def without_conjunction(self, at: int) -> tuple[str, int]:
        """The word without a proclitic conjunction, and the length of what was removed."""
        word = self.words[at]
        if word in self.lexicon.sets["conjunction_like"]:
            return word, 0
        for conjunction in self.lexicon.words.conjunctions:
            if word.startswith(conjunction) and len(word) > len(conjunction) + 1:
                return word[len(conjunction) :], len(conjunction)
        return word, 0


PHRASE_KEYS = (
    "according", "citing", "clause_breaks", "content_breaks", "anonymity_reasons", "outlets", "outlet_nouns", "rumour",
    "complementisers", "conjoined_complementisers", "organisation_nouns", "whether", "document_nouns", "source_stops", "not_sources",
    "narrated_breaks", "narrated_leads", "adverbial_starts", "anonymous_nouns", "post_nouns", "citing_verbs", "direct_openers",
    "relative_according", "postpositions", "closing_according", "informants", "learned", "learned_from",
    "according_after", "reports_after", "citing_after", "relatives", "speech_nouns", "sentence_adverbs",
)  # fmt: skip


@lru_cache(maxsize=16)
def build_phrases(lexicon: Lexicon) -> Mapping[str, PhraseSet]:
    """The phrase sets of a lexicon, by list name, with those of its verbs, participles and nouns."""
    forms = {"verb_forms": lexicon.verbs, "participle_forms": lexicon.participles, "noun_forms": lexicon.nouns}
    lists = {key: sorted(lexicon.sets[key]) for key in PHRASE_KEYS} | {key: sorted(table) for key, table in forms.items()}
    return {key: PhraseSet.build(phrases) for key, phrases in lists.items()}
