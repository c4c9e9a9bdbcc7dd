"""How the actors of two claims stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

from claimcmp.facets.actor_names import GENERIC_POSTS, load_actor_tables
from claimcmp.facets.actor_scan import Scanner
from claimcmp.facets.phrases import read_words
from claimcmp.facets.place_names import load_gazetteer
from claimcmp.facets.posts import read_post
from claimcmp.records import Actor, Claim, Difference, FacetName, Relation
from claimcmp.settings import Settings
from claimcmp.text.names import name_similarity, same_name, split_name


def compare_actors(left: Claim, right: Claim, settings: Settings) -> tuple[Difference, ...]:
    """Every actor of either claim once: who is in both, who in one, and who cannot both hold a post.

    An unnamed holder of a post is less precise than the named one. Two people
    conflict only in one post that one person holds at a time, when neither is
    named on the other side.
    """
    actors = (_list_actors(left), _list_actors(right))
    posts = ({a.key: _read_posts(a, left, settings) for a in actors[0]}, {a.key: _read_posts(a, right, settings) for a in actors[1]})
    found: list[Difference] = []
    free = list(actors[1])
    for actor in actors[0]:
        relations = [(mate, _relate(actor, mate, (posts[0][actor.key], posts[1][mate.key]), settings)) for mate in free]
        best = min(((mate, relation) for mate, relation in relations if relation is not None), key=lambda row: _RANK[row[1]], default=None)
        if best is None:
            found.append(_differ(Relation.LEFT_ONLY, actor, None, f"only one side names {actor.name}"))
        else:
            found.append(_differ(best[1], actor, best[0], _describe(best[1], actor, best[0])))
            free.remove(best[0])
    found += [_differ(Relation.RIGHT_ONLY, None, actor, f"only one side names {actor.name}") for actor in free]
    return tuple(_set_against(found, posts, settings))


_RANK = {Relation.SAME: 0, Relation.LEFT_MORE_PRECISE: 1, Relation.RIGHT_MORE_PRECISE: 1, Relation.COMPATIBLE: 2}


def _list_actors(claim: Claim) -> tuple[Actor, ...]:
    """The actors of a claim, each key once."""
    return tuple({facet.key: facet for facet in reversed(claim.facets) if isinstance(facet, Actor)}.values())[::-1]


def _read_posts(actor: Actor, claim: Claim, settings: Settings) -> frozenset[str]:
    """The posts that an actor's key or written role states."""
    if actor.key.startswith("post:"):
        return frozenset({actor.key.removeprefix("post:")})
    if not actor.role:
        return frozenset()
    words = read_words(actor.role, claim.language, settings)
    scanner = Scanner(
        words, load_actor_tables(claim.language, settings.language_files), load_gazetteer(claim.language, settings.language_files)
    )
    for at in range(len(words)):
        post = read_post(scanner, at)
        if post is not None:
            return frozenset() if post.is_former else frozenset(f"{post.concept}/{owner}" for owner in post.owners)
    return frozenset()


def _relate(left: Actor, right: Actor, posts: tuple[frozenset[str], frozenset[str]], settings: Settings) -> Relation | None:
    if left.key == right.key or _is_same_person(left, right, settings):
        return Relation.SAME
    kinds = left.key.partition(":")[0], right.key.partition(":")[0]
    if kinds == ("person", "post") and not posts[0].isdisjoint(posts[1]):
        return Relation.LEFT_MORE_PRECISE
    if kinds == ("post", "person") and not posts[0].isdisjoint(posts[1]):
        return Relation.RIGHT_MORE_PRECISE
    return None


def _is_same_person(left: Actor, right: Actor, settings: Settings) -> bool:
    """Whether one key is the surname of the other, or the names as written may be one («آقطاش», "Aktas": keys hold one reading only)."""
    kinds = left.key.partition(":"), right.key.partition(":")
    if kinds[0][0] != "person" or kinds[1][0] != "person":
        return False
    short, long = sorted((kinds[0][2].split(" "), kinds[1][2].split(" ")), key=len)
    return (len(short) == 1 and short[-1] == long[-1]) or same_name(left.name, right.name, settings)


def _describe(relation: Relation, left: Actor, right: Actor) -> str:
    if relation is Relation.SAME:
        return f"{left.name} on both sides" if left.name == right.name else f"{left.name} is {right.name}"
    named, post = (left, right) if relation is Relation.LEFT_MORE_PRECISE else (right, left)
    return f"{named.name} may be the {post.name}"


def _set_against(
    found: Sequence[Difference], posts: tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]], settings: Settings
) -> list[Difference]:
    """Two people named alone, each in the same unique post, become one conflict."""
    kept = list(found)
    for one in found:
        for other in found:
            if one.relation is not Relation.LEFT_ONLY or other.relation is not Relation.RIGHT_ONLY:
                continue
            left, right = one.left, other.right
            if not isinstance(left, Actor) or not isinstance(right, Actor) or one not in kept or other not in kept:
                continue
            shared = {
                post
                for post in posts[0][left.key] & posts[1][right.key]
                if post.split("/")[0] not in GENERIC_POSTS and not post.endswith("/")
            }
            if shared and _are_others(left, right, settings):
                kept[kept.index(one)] = _differ(
                    Relation.CONFLICTING, left, right, f"{left.name} and {right.name} in one post ({min(shared)})"
                )
                kept.remove(other)
    return kept


def _are_others(left: Actor, right: Actor, settings: Settings) -> bool:
    if not (left.key.startswith("person:") and right.key.startswith("person:")):
        return False
    ours, theirs = (split_name(actor.name.removeprefix(actor.role or "").strip(" ،,")) for actor in (left, right))
    return max((name_similarity(one, other) for one in ours for other in theirs), default=0.0) < settings.max_other_name_similarity


def _differ(relation: Relation, left: Actor | None, right: Actor | None, note: str) -> Difference:
    return Difference(facet=FacetName.PERSON, relation=relation, left=left, right=right, note=note)
