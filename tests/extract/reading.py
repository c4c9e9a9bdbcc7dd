"""What the case tables of attribution are written in: one row a claim."""

from __future__ import annotations

import attrs

from claimcmp.extract import attribute_article
from claimcmp.records import Article, Claim
from claimcmp.settings import Settings


@attrs.frozen
class Row:
    """A claim as a case table gives it; ``speaker`` is the mention as written."""

    content: str
    speaker: str | None = None
    via: tuple[str, ...] = ()
    mode: str = "indirect"
    sense: str = "asserts"


def own(content: str) -> Row:
    """What the outlet says itself."""
    return Row(content, mode="narrated")


def read_claims(text: str, language: str) -> tuple[Claim, ...]:
    return attribute_article(Article(text=text, language=language, outlet="outlet", id="a"), Settings())


def read_rows(text: str, language: str) -> list[Row]:
    """The claims of a text as rows, in order of position."""
    return [
        Row(
            claim.text,
            claim.attribution.speaker and claim.attribution.speaker.name,
            tuple(source.name for source in claim.attribution.via),
            str(claim.attribution.mode),
            str(claim.attribution.sense),
        )
        for claim in read_claims(text, language)
    ]
