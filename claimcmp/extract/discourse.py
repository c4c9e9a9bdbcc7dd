"""Speakers over a whole article: who a left-out subject, a surname or "the official" is."""

from __future__ import annotations

from collections import deque

import attrs

from claimcmp.extract.cues import CueKind
from claimcmp.extract.naming import Named, name_source, without_article
from claimcmp.extract.raw import Mention, Origin, RawClaim
from claimcmp.extract.spoken_to import find_told_outlet
from claimcmp.extract.subjects import find_doer
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import Lexicon
from claimcmp.records import Source, SourceKind, Span
from claimcmp.text.normal import fold

MEMORY = 300
"""Mentions that are remembered, so that time stays linear; a long report names fewer sources."""

PART_CONFIDENCE = 0.9
ANAPHOR_CONFIDENCE = 0.8
PRONOUN_CONFIDENCE = 0.7
"""How surely a surname, "the official" and a pronoun are resolved: our estimates, ordered as the mentions narrow the choice."""

_MAX_ANAPHOR_WORDS = 3

MAX_SILENCE = 3
"""Sentences that may pass before a left-out subject no longer finds its speaker."""


@attrs.frozen(kw_only=True)
class Spoken:
    """A resolved speaker with the relays and the place where it was last heard."""

    source: Source
    named: Named
    via: tuple[Source, ...]
    sentence: int
    paragraph: int


@attrs.frozen(kw_only=True)
class Resolved:
    """Who said a raw claim, through whom, and whether it was carried over."""

    speaker: Source | None
    via: tuple[Source, ...]
    inherited: bool


class Discourse:
    """Resolves the speakers of one article, sentence by sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._heard: deque[Spoken] = deque(maxlen=MEMORY)
        self._named: deque[tuple[Source, Named]] = deque(maxlen=MEMORY)
        self._by_span: dict[Span, tuple[Source, Named]] = {}
        self._outlets: dict[str, Source] = {}
        self._last: Spoken | None = None
        self._seen: Spoken | None = None
        self._pronouns: dict[str, str] = {}

    def resolve(self, sentence: Sentence, claims: list[RawClaim]) -> list[Resolved]:
        """One resolution a raw claim, in order."""
        done: list[Resolved] = []
        for claim in claims:
            parent = done[claim.parent] if claim.parent is not None else None
            resolved = self._resolve_one(sentence, claim, parent)
            done.append(resolved)
            if claim.announced is not None:
                source, _ = self._name(sentence, claim.announced)
                self._remember(sentence, Resolved(speaker=source, via=(), inherited=False))
            elif claim.parent is None and resolved.speaker is not None:
                self._remember(sentence, resolved)
        if all(claim.is_narrated and not claim.is_open_speech for claim in claims):
            self._see(sentence)
        return done

    def _see(self, sentence: Sentence) -> None:
        """Keep the person or body that the outlet's own sentence plainly begins with: a pronoun right after it means them."""
        mention = find_doer(sentence)
        if mention is None:
            return
        source, named = name_source(self._text, mention, sentence.lexicon, dict(sentence.phrases))
        known = self._find_fuller(source, sentence.lexicon)
        is_titled = source.kind in (SourceKind.POST, SourceKind.ORGANISATION) or (source.kind is SourceKind.PERSON and source.role)
        if known is not None or is_titled:
            source = attrs.evolve(source, canonical=known.canonical, kind=known.kind, role=source.role or known.role) if known else source
            self._seen = Spoken(source=source, named=named, via=(), sentence=sentence.index, paragraph=sentence.paragraph)

    def _resolve_one(self, sentence: Sentence, claim: RawClaim, parent: Resolved | None) -> Resolved:
        told = find_told_outlet(sentence, claim.speaker) if claim.speaker is not None and not claim.via else None
        relays = tuple(self._name_relay(sentence, mention) for mention in ((told,) if told else claim.via))
        enclosing = (*parent.via, parent.speaker) if parent and parent.speaker else ()
        if claim.speaker is not None:
            is_oblique = claim.cue is not None and claim.cue.kind in (CueKind.ACCORDING, CueKind.CITING)
            source, antecedent = self._name(sentence, claim.speaker, is_oblique=is_oblique)
            carried = antecedent.via if antecedent and not relays else ()
            via = _join(enclosing, relays, tuple(v for v in carried if v.canonical != source.canonical))
            return Resolved(speaker=source, via=tuple(v for v in via if v.span != source.span), inherited=antecedent is not None)
        if claim.origin is Origin.INHERITED:
            if parent and parent.speaker:
                return Resolved(speaker=parent.speaker, via=parent.via, inherited=True)
            last = self._last
            if last and sentence.index - last.sentence <= MAX_SILENCE:
                return Resolved(speaker=last.source, via=_join(relays) or last.via, inherited=True)
        return Resolved(speaker=None, via=_join(enclosing, relays), inherited=False)

    def _remember(self, sentence: Sentence, resolved: Resolved) -> None:
        assert resolved.speaker is not None  # told by the caller
        known = self._by_span.get(resolved.speaker.span)
        if known is None:
            return
        self._last = Spoken(
            source=resolved.speaker, named=known[1], via=resolved.via, sentence=sentence.index, paragraph=sentence.paragraph
        )
        self._heard.append(self._last)

    def _name(self, sentence: Sentence, mention: Mention, *, is_oblique: bool = False) -> tuple[Source, Spoken | None]:
        """The source of a mention; for a definite anaphor also the one it points back to."""
        known = self._by_span.get(mention.span)
        if known is not None:
            return known[0], None
        source, named = name_source(self._text, mention, sentence.lexicon, dict(sentence.phrases))
        antecedent = None if named.is_same and mention.reason else self._find_antecedent(sentence, named)
        if antecedent is not None:
            before, spoken = antecedent
            source = attrs.evolve(
                source,
                canonical=before.canonical,
                kind=before.kind,
                role=before.role or source.role,
                reason=before.reason or source.reason,
                confidence=_confidence(named, sentence.lexicon) * (before.confidence or 1.0),
            )
            self._keep(source, named)
            return source, spoken
        fuller = self._find_fuller(source, sentence.lexicon)
        if fuller is None and is_oblique:
            fuller = self._find_declined(source, sentence.lexicon)
        if fuller is not None:
            source = attrs.evolve(
                source, canonical=fuller.canonical, kind=fuller.kind, role=source.role or fuller.role, confidence=PART_CONFIDENCE
            )
        elif _points_back(named, sentence.lexicon):
            source = attrs.evolve(source, confidence=0.0)
        self._keep(source, named)
        return source, None

    def _keep(self, source: Source, named: Named) -> None:
        """Remembers a source, by its place and, if it is the first outlet of its name, by that name."""
        self._named.append((source, named))
        self._by_span[source.span] = source, named
        if source.kind is SourceKind.OUTLET:
            self._outlets.setdefault(source.canonical, source)

    def _name_relay(self, sentence: Sentence, mention: Mention) -> Source:
        """The source of a relay; a bare «للصحيفة» is the outlet it points back to."""
        source, _ = self._name(sentence, mention)
        before = self._outlets.get(source.canonical, source)
        return before if before.canonical != source.name and len(source.name.split()) == 1 else source

    def _find_antecedent(self, sentence: Sentence, named: Named) -> tuple[Source, Spoken | None] | None:
        """What "the official" or «الصحيفة» points back to: the last source of that kind, if it spoke close by."""
        lexicon = sentence.lexicon
        if _is_pronoun(named, lexicon):
            return self._find_pronoun(named.words[0], sentence)
        head = _find_anaphor_head(named, lexicon)
        if head is None:
            return None
        for source, other in reversed(self._named):
            if other.words and not self._fits(head, source, other, sentence):
                continue
            if other.words == named.words and _find_anaphor_head(other, lexicon) is not None:
                continue
            spoken = next((s for s in reversed(self._heard) if s.source.canonical == source.canonical), None)
            close = spoken is not None and sentence.paragraph - spoken.paragraph <= 1
            return source, spoken if close else None
        return self._find_same(sentence) if named.is_same and lexicon.has("anonymous_nouns", head) else None

    def _find_same(self, sentence: Sentence) -> tuple[Source, Spoken] | None:
        """Who "the same source" is: the last one heard close by that is no outlet."""
        for spoken in reversed(self._heard):
            if sentence.index - spoken.sentence > MAX_SILENCE:
                return None
            if spoken.source.kind is not SourceKind.OUTLET:
                return spoken.source, spoken
        return None

    def _find_pronoun(self, pronoun: str, sentence: Sentence) -> tuple[Source, Spoken | None] | None:
        """What "he" points back to: the last person or unnamed individual that spoke, or that the sentence before began with; "it" a body."""
        lexicon = sentence.lexicon
        seen = self._seen
        is_near = seen is not None and sentence.index - seen.sentence <= 1
        if seen is not None and is_near and not (self._heard and self._heard[-1].sentence >= seen.sentence):
            self._heard.append(seen)
        is_thing = pronoun in lexicon.sets["thing_pronouns"]
        people = (SourceKind.PERSON, SourceKind.POST, SourceKind.ANONYMOUS)
        for spoken in reversed(self._heard):
            is_person = spoken.source.kind in people
            words = spoken.named.words
            is_pronoun = len(words) == 1 and (lexicon.has("pronouns", words[0]) or lexicon.has("pronoun_speakers", words[0]))
            is_other = self._pronouns.get(spoken.source.canonical, pronoun) != pronoun
            if is_person != is_thing and words and not is_pronoun and not is_other:
                self._pronouns[spoken.source.canonical] = pronoun
                return spoken.source, spoken
        return None

    def _fits(self, head: str, source: Source, other: Named, sentence: Sentence) -> bool:
        if source.kind is SourceKind.OUTLET:
            outlet_head = without_article(other.words[0], sentence.lexicon)
            generic = sentence.phrases["outlet_nouns"].match((head,), 0)
            return bool(generic) and (outlet_head == head or not sentence.phrases["outlet_nouns"].match((outlet_head,), 0))
        lexicon = sentence.lexicon
        forms = {head, *(head + ending for ending in lexicon.words.noun_endings)}
        words = other.words if lexicon.words.head_last else other.words[:_MAX_ANAPHOR_WORDS]
        return any(without_article(word, lexicon) in forms for word in words)

    def _find_fuller(self, source: Source, lexicon: Lexicon) -> Source | None:
        """An earlier mention whose name holds all words of this one («ناريشكين»); two people are not one of them."""
        if source.kind not in (SourceKind.PERSON, SourceKind.OUTLET, SourceKind.ORGANISATION):
            return None
        words = set(source.canonical.split())
        for other, named in self._named:
            is_pair = other.kind is SourceKind.PERSON and any(lexicon.has("name_joiners", word) for word in named.words)
            if words and words < set(other.canonical.split()) and other.kind in (SourceKind.PERSON, source.kind) and not is_pair:
                return other
        return None

    def _find_declined(self, source: Source, lexicon: Lexicon) -> Source | None:
        """An earlier person whose name, in the nominative, has all words of this one («по словам Зеленского»)."""
        words = source.canonical.split()
        if source.kind is not SourceKind.PERSON or not words:
            return None
        people = (other for other, _ in self._named if other.kind is SourceKind.PERSON)
        return next((p for p in people if all(any(_declines(word, part, lexicon) for part in p.canonical.split()) for word in words)), None)


def _declines(word: str, nominative: str, lexicon: Lexicon) -> bool:
    """Whether a word of a name is another case of ``nominative``."""
    cases = [(fold(ending), fold(case)) for ending, forms in lexicon.words.name_cases.items() for case in forms]
    word, whole = fold(word), fold(nominative)
    return any(whole.endswith(ending) and word == whole[: len(whole) - len(ending)] + case for ending, case in cases)


def _without_preposition(word: str, lexicon: Lexicon) -> str:
    """«للصحيفة» is the preposition fused with «الصحيفة»."""
    article = fold(lexicon.words.article)
    fused = [p for p in lexicon.words.addressing if len(p) > 1 and word.startswith(p)]
    return article + word[len(fused[0]) :] if fused and article else word


def _find_anaphor_head(named: Named, lexicon: Lexicon) -> str | None:
    """The noun of a bare definite mention («المسؤول», "the official"), without its article."""
    anaphors = lexicon.sets["definite_anaphors"]
    if not 1 <= len(named.words) <= _MAX_ANAPHOR_WORDS:
        return None
    if len(named.words) > 1 and " ".join(named.words) in anaphors:
        return named.words[-1]
    fused = tuple(p for p in lexicon.words.addressing if len(p) > 1)
    if fused and any(word.startswith(fused) for word in named.words[1:]):
        return None  # «الوكالة الوطنية للإعلام» is a name
    first = _without_preposition(named.words[0], lexicon)
    if first not in anaphors or (named.kind is SourceKind.PERSON and len(named.words) > 1):
        return None
    return without_article(first, lexicon)


def _is_pronoun(named: Named, lexicon: Lexicon) -> bool:
    return len(named.words) == 1 and named.words[0] in lexicon.sets["pronoun_speakers"]


def _points_back(named: Named, lexicon: Lexicon) -> bool:
    """Whether the mention is nothing without an antecedent: a pronoun or a bare definite noun."""
    return _is_pronoun(named, lexicon) or " ".join(named.words) in lexicon.sets["definite_anaphors"]


def _confidence(named: Named, lexicon: Lexicon) -> float:
    return PRONOUN_CONFIDENCE if _is_pronoun(named, lexicon) else ANAPHOR_CONFIDENCE


def _join(*chains: tuple[Source, ...]) -> tuple[Source, ...]:
    """The relays of several chains, each source once."""
    joined: list[Source] = []
    for source in (s for chain in chains for s in chain):
        if all(source.canonical != other.canonical for other in joined):
            joined.append(source)
    return tuple(joined)
