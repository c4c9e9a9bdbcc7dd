"""Which event, place or time a claim points back to: "the meeting", "there", "at the time"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from claimcmp.facets.phrases import Match, PhraseIndex, Word, find_cut
from claimcmp.facets.reference_words import Happening, Pointers
from claimcmp.records import Claim, Place, Span, When

F = TypeVar("F", When, Place)

_REACH = 12
"""Words between an event and its date or place."""
_NOUN_PHRASE = 3
"""Words between a determiner and its noun: "the long secret meeting"."""
_MOST = 4
"""Events that a claim may name for its dates and places to be told apart among them."""
_LONGEST = 366
"""Days of the longest time that is passed on: an era dates no event."""


@attrs.frozen(kw_only=True)
class _Mention:
    """An event named: words ``first`` to ``last``.

    ``points`` when it names the event told last, says no more of it, and is
    not what the claim happens after or since.
    """

    kind: str
    first: int
    last: int
    span: Span
    is_new: bool
    points: bool


@attrs.frozen
class _Told:
    """An event of one kind as told last."""

    when: When | None = None
    place: Place | None = None


@attrs.frozen
class _Text:
    """The words of an article and what points back in its language."""

    words: Sequence[Word]
    starts: Sequence[int]
    pointers: Pointers


@attrs.frozen
class _View:
    """One claim with those of its words and facets that no claim inside it has."""

    claim: Claim
    at: Sequence[int]
    whens: Sequence[When]
    places: Sequence[Place]


def find_events(claims: Sequence[Claim], words: Sequence[Word], pointers: Pointers) -> Iterator[tuple[int, When | Place]]:
    """The times and places pointed back to, each with the number of its claim, in the order of the text."""
    text = _Text(words, [word.token.start for word in words], pointers)
    told: dict[str, _Told] = {}
    last: _Last[When] = _Last()
    seat: _Last[Place] = _Last()
    for number, view in enumerate(_view_claims(claims, text.starts)):
        claim = view.claim
        mentions = [*_read_mentions(view, text)]
        found = [*_resolve(view, mentions, told), *_find_then(view, text, last), *_find_there(view, text, seat)]
        yield from ((number, facet) for facet in found)
        for mention in mentions:
            when = _attach(view.whens, view, mention, mentions, text)
            _remember(told, mention, when, _attach(view.places, view, mention, mentions, text))
        last = last.follow(claim.sentence, view.whens)
        seat = seat.follow(claim.sentence, view.places)


def _view_claims(claims: Sequence[Claim], starts: Sequence[int]) -> Iterator[_View]:
    ranges = [range(bisect_left(starts, claim.span.start), bisect_left(starts, claim.span.end)) for claim in claims]
    owner: dict[int, int] = {}
    for number, reach in enumerate(ranges):
        owner.update(dict.fromkeys(reach, number))
    for number, (claim, reach) in enumerate(zip(claims, ranges, strict=True)):
        own = [f for f in claim.facets if owner.get(bisect_left(starts, f.span.start), number) == number]
        yield _View(
            claim,
            [at for at in reach if owner[at] == number],
            [f for f in own if isinstance(f, When) and _days(f) is not None],
            [f for f in own if isinstance(f, Place)],
        )


def _days(when: When) -> int | None:
    """The length of a time that can date an event, else None."""
    if when.first is None or when.last is None:
        return None
    days = (when.last - when.first).days + 1
    return days if days <= _LONGEST else None


def _read_mentions(view: _View, text: _Text) -> Iterator[_Mention]:
    free = 0
    for at in view.at:
        match = text.pointers.events.match(text.words, at) if at >= free else None
        if match is not None:
            free = match.last
            yield _make_mention(match, text)


def _make_mention(match: Match[Happening], text: _Text) -> _Mention:
    words, pointers, event = text.words, text.pointers, match.value
    first, last = match.first, match.last
    start = words[first].token.start + find_cut(words[first], match.prefix)
    is_known, is_plain = event.is_definite, event.is_definite
    before = first
    while event.is_noun and not is_known and first - before <= _NOUN_PHRASE and before > 0 and words[before - 1].token.is_word:
        before -= 1
        if words[before].folded in pointers.determiners:
            is_known, is_plain = True, before == first - 1
            start = words[before].token.start
        elif words[before].folded in pointers.indefinite:
            break
    after = words[last].folded if last < len(words) else ""
    ahead = words[before - 1].folded if before > 0 else ""
    is_told = after in pointers.described_by or ahead in pointers.described_before
    is_background = any(word.folded in pointers.background for word in words[max(0, before - _NOUN_PHRASE) : before])
    return _Mention(
        kind=event.kind,
        first=first,
        last=last,
        span=Span(start=start, end=words[last - 1].end),
        is_new=event.is_noun and (not is_known or is_told),
        points=is_plain and not is_told and not is_background,
    )


def _resolve(view: _View, mentions: Sequence[_Mention], told: dict[str, _Told]) -> Iterator[When | Place]:
    """The time and place of the event that a claim's only event noun points back to, unless the claim tells its own."""
    mention = next((mention for mention in mentions if mention.points), None)
    known = told.get(mention.kind) if mention is not None else None
    if mention is None or known is None or len({mention.kind for mention in mentions}) != 1 or any(m.is_new for m in mentions):
        return
    whens = [f for f in view.claim.facets if isinstance(f, When)]
    places = [f for f in view.claim.facets if isinstance(f, Place)]
    if not all(_fit_whens(known.when, when) for when in whens) or not all(_fit_places(known.place, place) for place in places):
        return
    if known.when is not None and not whens:
        yield attrs.evolve(known.when, span=mention.span, inferred=True)
    if known.place is not None and not places:
        yield attrs.evolve(known.place, span=mention.span, inferred=True)


def _fit_whens(one: When | None, other: When | None) -> bool:
    """Whether two times share a day, as far as they are known."""
    if one is None or other is None:
        return True
    return (one.last is None or other.first is None or other.first <= one.last) and (
        other.last is None or one.first is None or one.first <= other.last
    )


def _fit_places(one: Place | None, other: Place | None) -> bool:
    """Whether one place is or contains the other, as far as they are known."""
    return one is None or other is None or one.key == other.key or one.key in other.within or other.key in one.within


def _remember(told: dict[str, _Told], mention: _Mention, when: When | None, place: Place | None) -> None:
    known = told.get(mention.kind)
    if mention.is_new or known is None or not _fit_whens(known.when, when) or not _fit_places(known.place, place):
        told[mention.kind] = _Told(when, place)
    elif when is not None or place is not None:
        told[mention.kind] = _Told(when or known.when, _narrower(known.place, place))


def _narrower(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    return one if other.key in one.within else other


def _attach(facets: Sequence[F], view: _View, mention: _Mention, mentions: Sequence[_Mention], text: _Text) -> F | None:
    """The facet nearest to an event that no other event stands nearer to and no break parts from it."""
    near: list[tuple[int, Span, F]] = []
    if len(mentions) > _MOST:
        return None
    for facet in facets:
        gap = _measure(facet.span, view, mention, text)
        others = (_measure(facet.span, view, other, text) for other in mentions if other is not mention)
        if gap is not None and all(other is None or other > gap for other in others):
            near.append((gap, facet.span, facet))
    return min(near, key=lambda row: row[:2])[2] if near else None


def _measure(span: Span, view: _View, mention: _Mention, text: _Text) -> int | None:
    """How many words lie between an event and a facet of the same part; None when too many or a break among them."""
    words = text.words
    if _find_part(view.claim, span.start) != _find_part(view.claim, words[mention.first].token.start):
        return None
    starts = range(max(0, mention.first - _REACH - 1), min(len(words), mention.last + _REACH + 1))
    if words[mention.first].token.start < span.start:
        between = [words[at] for at in starts if at >= mention.last and words[at].token.start < span.start]
        is_near = mention.last + len(between) >= len(words) or words[mention.last + len(between)].token.start >= span.start
    else:
        between = [words[at] for at in starts if at < mention.first and words[at].token.start >= span.end]
        is_near = mention.first - len(between) <= 0 or words[mention.first - len(between) - 1].token.start < span.end
    end = bisect_left(text.starts, span.end)
    owns = any(word.is_possessive for word in words[end - 1 : end + 1])  # "against Monday's debate": it dates the noun behind it
    if owns and (between or words[mention.first].token.start < span.start):
        return None
    if not is_near or len(between) > _REACH or any(word.folded in text.pointers.breaks for word in between):
        return None
    return len(between)


def _find_part(claim: Claim, offset: int) -> int:
    return next((number for number, part in enumerate(claim.parts) if part.start <= offset < part.end), -1)


@attrs.frozen
class _Last(Generic[F]):
    """What the last sentence with any such facet tells."""

    sentence: int = -2
    facets: tuple[F, ...] = ()

    def follow(self, sentence: int, facets: Sequence[F]) -> _Last[F]:
        """With the facets of the next claim."""
        if not facets:
            return self
        told: tuple[F, ...] = tuple(facets)
        return _Last(sentence, self.facets + told if sentence == self.sentence else told)

    def near(self, claim: Claim) -> tuple[F, ...]:
        """What the claim's own sentence tells before it, or the sentence before that."""
        return self.facets if claim.sentence - self.sentence in (0, 1) else ()


def _find_then(view: _View, text: _Text, last: _Last[When]) -> Iterator[When]:
    """The one time told shortly before, where a claim says "at the time" and no time of its own."""
    times = {(when.first, when.last): when for when in last.near(view.claim)}
    if len(times) != 1 or any(isinstance(f, When) for f in view.claim.facets):
        return
    span = next((span for span, _, _ in _find_phrases(text.pointers.then, view, text.words)), None)
    if span is not None:
        yield attrs.evolve(next(iter(times.values())), span=span, inferred=True)


def _find_there(view: _View, text: _Text, seat: _Last[Place]) -> Iterator[Place]:
    """The one place told shortly before, where a claim says "there" and no place of its own."""
    places = {place.key: place for place in seat.near(view.claim)}
    outer = {key for place in places.values() for key in place.within}
    inner = [place for key, place in places.items() if key not in outer]
    if len(inner) != 1 or any(isinstance(f, Place) for f in view.claim.facets):
        return
    pointers = text.pointers
    for span, before, after in _find_phrases(text.pointers.there, view, text.words):
        is_free = before and before not in pointers.not_there_before and after not in pointers.not_there_after
        if is_free and (not pointers.there_only_before or not after or after in pointers.there_only_before):
            yield attrs.evolve(inner[0], span=span, inferred=True)
            return


def _find_phrases(index: PhraseIndex[str], view: _View, words: Sequence[Word]) -> Iterator[tuple[Span, str, str]]:
    """Phrases of a claim, each with the folded words before and after it inside the claim, empty at its ends."""
    first, end = (view.at[0], view.at[-1] + 1) if view.at else (0, 0)
    for at in view.at:
        match = index.match(words, at)
        if match is not None and not words[match.last - 1].is_possessive and match.last <= end:
            span = Span(start=words[at].token.start + find_cut(words[at], match.prefix), end=words[match.last - 1].end)
            yield span, words[at - 1].folded if at > first else "", words[match.last].folded if match.last < end else ""
