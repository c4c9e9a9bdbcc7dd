"""Negation: which words of a claim are denied, and whether two claims deny each other.

Two negations over one word cancel out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

import attrs

from claimcmp.facets.negator_words import Negators, load_negators
from claimcmp.facets.negators import Negation, find_negations
from claimcmp.facets.phrases import Word, get_table, read_words
from claimcmp.records import Claim, Difference, FacetName, Polarity, Relation, Sense
from claimcmp.settings import Settings
from claimcmp.text.inner_negation import load_inner_negations
from claimcmp.text.normal import fold

_MIN_STEM = 3


def read_polarity(claim: Claim, words: Sequence[Word], settings: Settings) -> tuple[Polarity, ...]:
    """The negations of a claim, each with its cue; ``words`` are the claim's own.

    A claim whose attribution denies it is negated as a whole.

    Examples
    --------
    >>> from claimcmp.records import Claim, Span
    >>> text = "The ministry did not approve the sale"
    >>> claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    >>> [facet.cue for facet in read_polarity(claim, read_words(text, "en", Settings()), Settings())]
    ['not']
    """
    found = [Polarity(negated=True, cue=claim.attribution.cue, span=claim.span)] if claim.attribution.sense is Sense.DENIES else []
    for negation in find_negations(words, load_negators(claim.language, settings.language_files)):
        span = negation.span(words)
        found.append(Polarity(negated=True, cue=claim.text[span.start - claim.span.start : span.end - claim.span.start], span=span))
    return tuple(found)


def compare_polarity(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """How the negations of two claims stand to each other.

    ``conflicting``: a word that one denies is affirmed by the other (or each
    affirms one of two opposites). ``left_only``/``right_only``: one denies
    something the other does not speak of. ``same``: both deny one word.
    Whether the sentences are otherwise about one thing is not judged here.
    """
    sides = (_read_side(left, settings), _read_side(right, settings))
    if left.language.partition("-")[0] != right.language.partition("-")[0]:
        return _pair_off(*sides)
    found = [met for facet, heads in sides[0].heads if (met := _meet(facet, heads, sides[1])) is not None]
    mirrored = [met for facet, heads in sides[1].heads if (met := _meet(facet, heads, sides[0])) is not None]
    pairs = {(d.left, d.right) for d in found}
    found += [attrs.evolve(d, left=d.right, right=d.left) for d in mirrored if (d.right, d.left) not in pairs]
    met_left, met_right = {d.left for d in found}, {d.right for d in found}
    alone = [(Relation.LEFT_ONLY, facet) for facet, _ in sides[0].heads if facet not in met_left]
    alone += [(Relation.RIGHT_ONLY, facet) for facet, _ in sides[1].heads if facet not in met_right]
    return (*found, *_find_opposites(*sides), *(_stand_alone(relation, facet) for relation, facet in alone))


def _stand_alone(relation: Relation, facet: Polarity) -> Difference:
    """A negation of something that the other side does not speak of."""
    left, right = (facet, None) if relation is Relation.LEFT_ONLY else (None, facet)
    return Difference(facet=FacetName.POLARITY, relation=relation, left=left, right=right, note=_note_only(facet))


def _pair_off(left: _Side, right: _Side) -> tuple[Difference, ...]:
    """The negations of two languages, whose words cannot be compared: side by side, in order."""
    found = []
    for one, other in zip_longest((scope.facet for scope in left.scopes), (scope.facet for scope in right.scopes)):
        if one is not None and other is not None:
            relation, note = Relation.COMPATIBLE, f"both deny something (“{one.cue}”, “{other.cue}”)"
        else:
            relation, note = (Relation.RIGHT_ONLY, _note_only(other)) if one is None else (Relation.LEFT_ONLY, _note_only(one))
        found.append(Difference(facet=FacetName.POLARITY, relation=relation, left=one, right=other, note=note))
    return tuple(found)


@attrs.frozen
class _Scope:
    """A negation and the offsets it reaches over; ``start`` is where its cue ends, or, where the verb comes last, what it denies begins."""

    facet: Polarity
    start: int
    end: int

    def covers(self, word: Word) -> bool:
        """Whether a word is denied by this negation."""
        return self.start <= word.token.start < self.end


@attrs.frozen
class _Side:
    """What a claim denies, and every content word with whether it is denied."""

    heads: tuple[tuple[Polarity, tuple[frozenset[str], ...]], ...]
    words: dict[str, tuple[Word, bool]]
    scopes: tuple[_Scope, ...]
    negators: Negators


def _read_side(claim: Claim, settings: Settings) -> _Side:
    negators = load_negators(claim.language, settings.language_files)
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    negations = find_negations(words, negators)
    scopes = tuple(_find_scope(f, claim, words, negations) for f in claim.facets if isinstance(f, Polarity) and f.negated)
    stem = _get_stemmer(claim.language, settings.language_files)
    content = [
        w for w in words if w.token.is_word and not w.folded.isdigit() and w.folded not in negators.empty and w.folded not in negators.light
    ]
    known: dict[str, tuple[Word, bool]] = {}
    for word in content:
        for form in stem(word):
            known.setdefault(form, (word, sum(scope.covers(word) for scope in scopes) % 2 == 1))
    heads = []
    for scope in scopes:
        denied = [word for word in content if scope.covers(word)]
        chosen = _choose_heads(scope, claim, denied, negators) if scope.facet.span != claim.span or len(scopes) == 1 else []
        forms = tuple(frozenset(stem(word)) for word in chosen if sum(other.covers(word) for other in scopes) % 2 == 1)
        if forms or not denied:
            heads.append((scope.facet, forms))
    return _Side(tuple(heads), known, scopes, negators)


def _choose_heads(scope: _Scope, claim: Claim, denied: Sequence[Word], negators: Negators) -> Sequence[Word]:
    """Of the words that a negation denies those that the other side must have: the verb, or all, where it may be any of them."""
    if scope.facet.span == claim.span:
        return denied
    if negators.is_before:
        return denied[-1:]
    return denied[::-1] if scope.start < scope.facet.span.start else denied[:1]


def _find_scope(facet: Polarity, claim: Claim, words: Sequence[Word], negations: Sequence[Negation]) -> _Scope:
    """What a negation denies, by offsets; the whole claim for one that is denied as a whole."""
    negation = next((n for n in negations if words[n.first].token.start == facet.span.start), None)
    if facet.span == claim.span or negation is None:
        return _Scope(facet, claim.span.start if facet.span == claim.span else facet.span.end, claim.span.end)
    start = words[negation.start].token.start if negation.start < negation.first else facet.span.end
    return _Scope(facet, start, words[negation.end - 1].token.end)


def _meet(facet: Polarity, heads: tuple[frozenset[str], ...], other: _Side) -> Difference | None:
    """The denied word that the other side has too; a claim denied as a whole needs half of its words there."""
    met = [other.words[min(shared)] for head in heads if (shared := head & other.words.keys())]
    if not met or 2 * len(met) < len(heads):
        return None
    word, is_denied = met[0]
    if is_denied:
        mate = next(scope.facet for scope in other.scopes if scope.covers(word))
        return Difference(facet=FacetName.POLARITY, relation=Relation.SAME, left=facet, right=mate, note=f"both deny “{word.token.text}”")
    note = f"“{word.token.text}” is affirmed on one side and denied (“{facet.cue}”) on the other"
    return Difference(facet=FacetName.POLARITY, relation=Relation.CONFLICTING, left=facet, right=word.token.span, note=note)


def _note_only(facet: Polarity | None) -> str:
    return f"“{facet.cue if facet else None}” denies what the other side does not speak of"


def _find_opposites(left: _Side, right: _Side) -> list[Difference]:
    """Pairs of opposite words of which each side affirms one, and neither both."""
    found = []
    said = [{form for w, denied in side.words.values() if not denied for form in w.forms} for side in (left, right)]
    for word, denied in sorted({id(w): (w, d) for w, d in left.words.values()}.values(), key=lambda row: row[0].token.start):
        for opposite in sorted(left.negators.opposites.get(word.folded, frozenset()) - said[0]):
            if word.folded in said[1]:
                continue
            mate = next(((w, d) for w, d in right.words.values() if w.folded == opposite), None)
            if mate is not None and not denied and not mate[1] and not _deny_both((left, word), (right, mate[0])):
                note = f"“{word.token.text}” and “{mate[0].token.text}” are opposites"
                found.append(
                    Difference(
                        facet=FacetName.POLARITY, relation=Relation.CONFLICTING, left=word.token.span, right=mate[0].token.span, note=note
                    )
                )
    return found


def _deny_both(*sides: tuple[_Side, Word]) -> bool:
    """Whether one of two opposites is itself what denies, and the other side denies as well: "denied", "confirmed that no"."""
    for (own, word), (other, _) in (sides, sides[::-1]):
        is_cue = any(scope.facet.span.start <= word.token.start < scope.facet.span.end for scope in own.scopes)
        if is_cue and other.scopes:
            return True
    return False


_Stemmer = Callable[[Word], tuple[str, ...]]


@lru_cache(maxsize=32)
def _get_stemmer(language: str, extra: tuple[Path, ...]) -> _Stemmer:
    """What makes the forms under which one word in two inflections is found equal."""
    matching = get_table(language, "matching", extra)
    articles = tuple(map(fold, get_table(language, "actors", extra).get("articles", ())))
    personal = tuple(map(fold, get_table(language, "modality", extra).get("imperfective_prefixes", ())))
    suffixes = tuple(sorted((fold(s) for s in matching.get("suffixes", ())), key=lambda s: (-len(s), s)))

    @lru_cache(maxsize=10_000)
    def stem(folded: str, forms: tuple[str, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        affirmed = load_inner_negations(language, extra).affirm(folded)
        for form in forms if affirmed is None else (affirmed,):
            bare = next((form.removeprefix(a) for a in articles if form.startswith(a) and len(form) > len(a) + 2), form)
            bare = next((bare.removesuffix(s) for s in suffixes if bare.endswith(s) and len(bare) - len(s) >= _MIN_STEM), bare)
            found[bare] = None
            for prefix in personal:
                if bare.startswith(prefix) and len(bare) - len(prefix) >= _MIN_STEM:
                    found[bare.removeprefix(prefix)] = None
        return tuple(found)

    return lambda word: stem(word.folded, word.forms)
