"""One claim that is a whole article, with its facets read."""

from __future__ import annotations

from typing import TypeVar

from claimcmp.facets import read_facets
from claimcmp.records import Actor, Article, Attribution, Claim, Place, Polarity, Relation, Sense, Span
from claimcmp.settings import Settings

F = TypeVar("F")


def read_claim(
    text: str, language: str, *, sense: Sense = Sense.ASSERTS, context: str = "", settings: Settings | None = None, name: str = "a"
) -> Claim:
    """The claim ``text`` of an article that goes on with ``context``."""
    article = Article(text=f"{text}\n{context}" if context else text, language=language, published="2024-05-10", id=name)
    claim = Claim(
        id=name, article_id=name, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text,
        attribution=Attribution(sense=sense, cue="denied" if sense is Sense.DENIES else None),
    )  # fmt: skip
    return read_facets(article, (claim,), settings or Settings())[0]


def find(claim: Claim, kind: type[F]) -> list[F]:
    return [facet for facet in claim.facets if isinstance(facet, kind)]


def find_places(text: str, language: str) -> list[str]:
    return [place.key for place in find(read_claim(text, language), Place)]


def find_actors(text: str, language: str) -> list[str]:
    return [actor.key for actor in find(read_claim(text, language), Actor)]


def find_cues(text: str, language: str) -> list[str | None]:
    return [facet.cue for facet in find(read_claim(text, language), Polarity)]


def swap(relation: Relation) -> Relation:
    swapped = {"left_only": "right_only", "right_only": "left_only"}
    swapped |= {"left_more_precise": "right_more_precise", "right_more_precise": "left_more_precise"}
    return Relation(swapped.get(relation.value, relation.value))
