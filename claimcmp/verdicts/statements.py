"""Bare statements as pairs of claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from claimcmp.detection import detect_languages
from claimcmp.embed import embed_claims
from claimcmp.errors import InputTypeError
from claimcmp.facets import read_facets
from claimcmp.languages import list_languages
from claimcmp.records import Article, Claim, FrozenMapping, Pair, Span
from claimcmp.settings import Settings

StatementPair = tuple[str, str]


def pair_statements(
    statements: Sequence[StatementPair], settings: Settings, *, progress: Callable[[int, int], object] | None = None
) -> tuple[Pair, ...]:
    """A pair of claims for each pair of statements, in order.

    Every statement counts as one narrated claim, with its facets; the languages of the two are told together. Dates
    relative to a day that is not told stay unresolved. All texts are embedded
    in one go. ``score``, to which the vectors alone contribute, maps the cosine from
    [``unrelated_cosine``, ``same_cosine``] to [0, 1].
    """
    if not statements:
        return ()
    known = frozenset(list_languages())
    read = [tuple(zip(pair, detect_languages(*pair, known=known), strict=True)) for pair in statements]
    claims = {side: read_statement(*side, settings) for sides in read for side in sides}
    embedded = embed_claims(tuple(claims.values()), progress=progress)
    row_of = {side: row for row, side in enumerate(claims)}
    pairs = []
    for left, right in read:
        cosine = float(np.dot(embedded.vectors[row_of[left]], embedded.vectors[row_of[right]]))
        pairs.append(_pair(claims[left], claims[right], cosine, settings))
    return tuple(pairs)


def read_statement(text: str, language: str | None, settings: Settings) -> Claim:
    """A bare statement as one claim that spans it, with its facets; its language is detected if None."""
    article = Article(text=text, language=language)
    span = Span(start=0, end=len(article.text))
    claim = Claim(id=f"{article.id}:0", article_id=article.id, language=article.language, sentence=0, span=span, text=article.text)
    return read_facets(article, (claim,), settings)[0]


def _pair(left: Claim, right: Claim, cosine: float, settings: Settings) -> Pair:
    scaled = (cosine - settings.unrelated_cosine) / max(1e-9, settings.same_cosine - settings.unrelated_cosine)
    score = round(min(1.0, max(0.0, scaled)), 4)
    return Pair(left=left, right=right, score=score, contributions=FrozenMapping({"vector": score}))


def check_pairs(pairs: object) -> list[Pair | StatementPair]:
    """The items of an iterable of pairs and of tuples of two strings, in order.

    Raises
    ------
    InputTypeError
        If it is no iterable, or an item is neither; tells which.
    """
    if isinstance(pairs, str | Pair) or not isinstance(pairs, Iterable):
        raise InputTypeError(f"judge_many() takes an iterable of pairs, such as [(left, right), …], not {type(pairs).__name__}")
    return [item if isinstance(item, Pair) else _check_statements(item, number) for number, item in enumerate(pairs)]


def _check_statements(pair: object, number: int) -> StatementPair:
    if isinstance(pair, tuple | list) and len(pair) == 2 and all(isinstance(text, str) for text in pair):
        return pair[0], pair[1]
    shown = f"{pair!r:.80}"
    raise InputTypeError(f"pairs[{number}] is {shown}, no pair to judge; give a Pair or a tuple of two strings")
