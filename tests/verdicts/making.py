"""Claims and pairs for the tests of verdicts, made from bare sentences."""

from __future__ import annotations

from datetime import date

import attrs

from claimcmp.facets import read_facets
from claimcmp.records import Article, Attribution, Claim, Difference, Finding, Pair, Relation, Side, Source, SourceKind, Span
from claimcmp.settings import Settings

PUBLISHED = date(2024, 3, 20)
"""A Wednesday."""


def make_claim(
    text: str,
    *,
    outlet: str = "X",
    speaker: str | None = None,
    kind: str = "person",
    via: tuple[str, ...] = (),
    published: date = PUBLISHED,
) -> Claim:
    """A claim that spans ``text``, with its facets; the names of its sources stand after it in the article."""
    names = [*((speaker,) if speaker else ()), *via]
    full = "\n".join([text, *names])
    spans = [Span(start=full.rindex(name), end=full.rindex(name) + len(name)) for name in names]
    kinds = [*((kind,) if speaker else ()), *("organisation" for _ in via)]
    sources = [Source(name=n, span=s, canonical=n, kind=SourceKind(k)) for n, s, k in zip(names, spans, kinds, strict=True)]
    article = Article(text=full, outlet=outlet, published=published)
    attribution = Attribution(
        speaker=sources[0] if speaker else None, via=tuple(sources[1:] if speaker else sources), mode="indirect" if speaker else "narrated"
    )
    claim = Claim(
        id=f"{article.id}:0",
        article_id=article.id,
        outlet=outlet,
        language=Article(text=text).language,
        sentence=0,
        span=Span(start=0, end=len(text)),
        text=text,
        attribution=attribution,
    )
    return read_facets(article, (claim,), Settings())[0]


def make_pair(left: str | Claim, right: str | Claim, *, score: float = 0.8) -> Pair:
    """A pair as an alignment would give it."""
    claims = [make_claim(side, outlet=outlet) if isinstance(side, str) else side for side, outlet in ((left, "X"), (right, "Y"))]
    return Pair(left=claims[0], right=claims[1], score=score)


_MIRRORED = {
    Relation.LEFT_ONLY: Relation.RIGHT_ONLY,
    Relation.RIGHT_ONLY: Relation.LEFT_ONLY,
    Relation.LEFT_MORE_PRECISE: Relation.RIGHT_MORE_PRECISE,
    Relation.RIGHT_MORE_PRECISE: Relation.LEFT_MORE_PRECISE,
    Side.LEFT: Side.RIGHT,
    Side.RIGHT: Side.LEFT,
}


def swap(pair: Pair) -> Pair:
    """The pair with its sides exchanged."""
    return attrs.evolve(
        pair,
        left=pair.right,
        right=pair.left,
        left_unmet=pair.right_unmet,
        right_unmet=pair.left_unmet,
        left_retold=pair.right_retold,
        right_retold=pair.left_retold,
    )


def retell(pair: Pair) -> Pair:
    """The pair as if the other article gave each figure and date of the left side too."""
    return attrs.evolve(pair, left_retold=tuple(facet.span for facet in pair.left.facets))


def describe(finding: Finding, *, mirrored: bool = False) -> tuple[object, ...]:
    """What the symmetry law compares: everything but free text, with left and right exchanged if asked."""
    adds = _MIRRORED.get(finding.adds, finding.adds) if mirrored else finding.adds
    differences = sorted(repr(_mirror(d) if mirrored else (d.facet, d.relation, d.left, d.right)) for d in finding.differences)
    reasons = [
        (_mirror_key(r.key), sorted(_mirror_parameters(dict(r.parameters)).items())) if mirrored else (r.key, sorted(r.parameters.items()))
        for r in finding.reasons
    ]
    figures = (finding.confidence, finding.between, finding.shared_copy, finding.independent_sources, finding.rule)
    held = finding.evidence and attrs.astuple(finding.evidence)
    return (finding.verdict, adds, differences, sorted(reasons), *figures, held[::-1] if held and mirrored else held)


def _mirror(difference: Difference) -> tuple[object, ...]:
    return difference.facet, _MIRRORED.get(difference.relation, difference.relation), difference.right, difference.left


def _mirror_key(key: str) -> str:
    swapped = {"left": "right", "right": "left"}
    return "_".join(swapped.get(part, part) for part in key.split("_"))


def _mirror_parameters(parameters: dict[str, str]) -> dict[str, str]:
    return {_mirror_key(key): value for key, value in parameters.items()}
