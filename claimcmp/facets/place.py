"""Where what a claim tells of took place.

Only a name that a locative introduces ("in Ankara", «بأنقرة», «من مدينة
خيرسون») is a place of the event; "on Ukraine", "the war in Ukraine", an
embassy's seat or a capital that speaks for its government is not.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcmp.facets.phrases import Match, Word, find_cut, read_words
from claimcmp.facets.place_names import Gazetteer, load_gazetteer, may_be_namesake, may_overlap, names_country
from claimcmp.records import Actor, Claim, Difference, FacetName, Place, Relation, Span
from claimcmp.settings import Settings

_JOINTS = frozenset(",،")
_BREAKS = frozenset(".,،;؛:")
_TOPIC_REACH = 2
"""Words searched before a locative for the noun that it belongs to («تمرد فلان في»)."""

_BESIDE = 2
"""Words before a place among which one may tell that something lies beside it: "south of Oslo"."""

_LOOK_BACK = 7
"""Words searched for the verb or noun of motion that "to" or "from" belongs to."""


@attrs.frozen
class Mention:
    """A place name found, and whether it tells where."""

    match: Match[str]
    is_location: bool


def find_mentions(words: Sequence[Word], language: str, settings: Settings) -> tuple[Mention, ...]:
    """Every place name among ``words``, in order, told apart into locations and other uses."""
    gazetteer = load_gazetteer(language, settings.language_files)
    found: list[Mention] = []
    at = 0
    while at < len(words):
        match = gazetteer.names.match(words, at)
        if match is None or not _is_name(words[at], match.prefix):
            at += 1
            continue
        if match.value:
            found.append(Mention(match, not words[match.last - 1].is_possessive and _is_location(words, match, gazetteer)))
        at = _skip_container(words, match, gazetteer)
    return tuple(found)


def _skip_container(words: Sequence[Word], match: Match[str], gazetteer: Gazetteer) -> int:
    """Where reading goes on: behind the country too in "Geneva, Switzerland"."""
    if match.last + 1 < len(words) and words[match.last].token.text in _JOINTS:
        outer = gazetteer.names.match(words, match.last + 1)
        if outer is not None and not outer.prefix and outer.value in gazetteer.find_within(match.value):
            return outer.last
    return match.last


def _is_name(word: Word, prefix: str = "") -> bool:
    """Scripts with capitals write names with them, behind what is joined to the name ("l'Iran")."""
    return not word.token.text[len(prefix) if len(prefix) < len(word.token.text) else 0].islower()


def make_place(mention: Mention, words: Sequence[Word], text: str, language: str, settings: Settings) -> Place:
    """The facet of a location."""
    gazetteer = load_gazetteer(language, settings.language_files)
    first, last = words[mention.match.first].token, words[mention.match.last - 1]
    start = first.start + find_cut(words[mention.match.first], mention.match.prefix)
    key = mention.match.value
    return Place(name=text[start : last.end], key=key, within=gazetteer.find_within(key), span=Span(start=start, end=last.end))


def _is_location(words: Sequence[Word], match: Match[str], gazetteer: Gazetteer) -> bool:
    if match.prefix and match.prefix[-1] in gazetteer.locative_proclitics:
        return not _is_topic(words, match.first - 1, gazetteer)
    if words[match.last - 1].suffix:
        return words[match.last - 1].suffix in gazetteer.locative_suffixes
    before = match.first - 1
    has_kind = False
    while before >= max(0, match.first - _LOOK_BACK) and _belongs_to_name(words, before, gazetteer):
        has_kind = has_kind or not gazetteer.kinds.isdisjoint(words[before].forms)
        if any(
            form in gazetteer.kinds and prefix[-1:] in gazetteer.locative_proclitics
            for form, prefix in zip(words[before].forms, words[before].prefixes, strict=True)
        ):
            return not _is_topic(words, before - 1, gazetteer)
        before -= 1
    if before < 0:
        return False
    governor = words[before]
    if before == match.first - 1 and _owns_next(words, match, governor, gazetteer):
        return False
    if governor.folded in gazetteer.locatives:
        return not _is_topic(words, before - 1, gazetteer)
    if not gazetteer.movements.isdisjoint(governor.whole):
        return any(not gazetteer.movement_nouns.isdisjoint(word.forms) for word in words[max(0, before - _LOOK_BACK) : before])
    return not gazetteer.transitive_movements.isdisjoint(governor.whole)


def _owns_next(words: Sequence[Word], match: Match[str], governor: Word, gazetteer: Gazetteer) -> bool:
    """Whether a name in the genitive belongs to the noun behind it: "auf Nordkoreas Vorschläge", not "innerhalb Nordkoreas" or "in Nordkoreas Hauptstadt"."""
    if not gazetteer.genitive_locatives or governor.folded in gazetteer.genitive_locatives:
        return False
    if match.last < len(words) and not gazetteer.kinds.isdisjoint(words[match.last].forms):
        return False
    return " ".join(word.folded for word in words[match.first : match.last]) not in gazetteer.nominatives


def _belongs_to_name(words: Sequence[Word], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a word may stand between the locative and the name: "the Turkish capital,"."""
    word = words[at]
    if word.token.text in _JOINTS:
        return at > 0 and (
            not gazetteer.capital_words.isdisjoint(words[at - 1].forms) or find_demonym(words[at - 1], gazetteer) is not None
        )
    if word.is_possessive and gazetteer.names.match((word,), 0) is not None:
        return True
    return (not gazetteer.kinds.isdisjoint(word.forms) and word.folded not in gazetteer.locatives) or find_demonym(
        word, gazetteer
    ) is not None


def _is_topic(words: Sequence[Word], at: int, gazetteer: Gazetteer) -> bool:
    """Whether what stands before the locative is a subject matter («الحرب في», "the embassy in")."""
    seen = 0
    while at >= 0 and seen < _TOPIC_REACH and words[at].token.text not in _BREAKS:
        if not gazetteer.topics.isdisjoint(words[at].forms):
            return True
        seen += words[at].token.is_word and find_demonym(words[at], gazetteer) is None
        at -= 1
    return False


def find_demonym(word: Word, gazetteer: Gazetteer) -> str | None:
    """The country whose adjective of nationality a word is, in any inflection; None for one of two countries ("Korean")."""
    found = next((gazetteer.demonyms[form] for form in word.forms if form in gazetteer.demonyms), None)
    return None if found is None or "|" in found else found


def compare_places(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """How the places of two claims stand to each other.

    ``conflicting`` only when each side tells one place, neither contains the
    other or may lie beside it ("near Damascus"), and neither side names the
    other's country in another part.
    """
    ours, theirs = _find_places(left), _find_places(right)
    if not ours or not theirs:
        return (
            *(_differ(Relation.LEFT_ONLY, place, None, f"only one side names {place.name}") for place in ours),
            *(_differ(Relation.RIGHT_ONLY, None, place, f"only one side names {place.name}") for place in theirs),
        )
    met = [found for one in ours for other in theirs if (found := _relate(one, other)) is not None]
    if met:
        return tuple(met)
    one, other = ours[0], theirs[0]
    if len(ours) != 1 or len(theirs) != 1 or _speaks_of(left, other) or _speaks_of(right, one):
        return (_differ(Relation.COMPATIBLE, one, other, f"{one.name} and {other.name} may be places of different things"),)
    if _may_lie_beside(one, other, left, settings) or _may_lie_beside(other, one, right, settings):
        return (_differ(Relation.COMPATIBLE, one, other, f"{one.name} may lie near {other.name}"),)
    return (_differ(Relation.CONFLICTING, one, other, f"{one.name} is not {other.name}, and neither lies in the other"),)


def _may_lie_beside(place: Place, other: Place, claim: Claim, settings: Settings) -> bool:
    """Whether a claim tells what is near a place, which may be the other: one of the same country, or, near a country, one of the same part of the world."""
    shared = {other.key, *other.within}.intersection(place.within)
    is_near = any(names_country(key) for key in shared) or (bool(shared) and "/" not in place.key)
    return is_near and _is_beside(place, claim, settings)


def _is_beside(place: Place, claim: Claim, settings: Settings) -> bool:
    """Whether a word beside a place lets something lie outside it: "near Oslo", "5 km south of Oslo"."""
    nearby = load_gazetteer(claim.language, settings.language_files).nearby
    words = read_words(claim.text, claim.language, settings, claim.span.start)
    before = [word for word in words if word.token.end <= place.span.start][-_BESIDE:]
    behind = [word for word in words if word.token.start >= place.span.end][:1]
    return any(not nearby.isdisjoint(word.forms) for word in (*before, *behind))


def _differ(relation: Relation, left: Place | None, right: Place | None, note: str) -> Difference:
    return Difference(facet=FacetName.PLACE, relation=relation, left=left, right=right, note=note)


def _find_places(claim: Claim) -> tuple[Place, ...]:
    """The places of a claim by key, the most precise first kept."""
    places = {facet.key: facet for facet in claim.facets if isinstance(facet, Place)}
    containers = {key for place in places.values() for key in place.within}
    return tuple(place for key, place in places.items() if key not in containers)


def _relate(left: Place, right: Place) -> Difference | None:
    if left.key == right.key:
        relation, note = Relation.SAME, f"both in {left.name}"
    elif right.key in left.within:
        relation, note = Relation.LEFT_MORE_PRECISE, f"{left.name} lies in {right.name}"
    elif left.key in right.within:
        relation, note = Relation.RIGHT_MORE_PRECISE, f"{right.name} lies in {left.name}"
    elif may_be_namesake(left.key, right.within):
        relation, note = Relation.COMPATIBLE, f"{left.name} may be the region, in which {right.name} lies"
    elif may_be_namesake(right.key, left.within):
        relation, note = Relation.COMPATIBLE, f"{right.name} may be the region, in which {left.name} lies"
    elif may_overlap(left.key, right.key):
        relation, note = Relation.COMPATIBLE, f"{left.name} and {right.name} may share countries"
    else:
        return None
    return _differ(relation, left, right, note)


def _speaks_of(claim: Claim, place: Place) -> bool:
    """Whether a claim mentions the country of a place as an actor («استضافت أنقرة»)."""
    country = place.key.partition("/")[0]
    return any(isinstance(f, Actor) and f.key == f"gov:{country}" for f in claim.facets)
