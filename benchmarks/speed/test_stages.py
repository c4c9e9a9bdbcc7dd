"""Each stage by itself, on the seed articles and on longer articles made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast  # the benchmark fixture has no type information

import attrs
import pytest

import claimcmp as cc
from benchmarks.quality.gold import SEEDS_GOLD, load_gold

SIZES = (1, 4)


def make_articles(size: int) -> tuple[cc.Article, ...]:
    """The seed articles, each repeated ``size`` times."""
    return tuple(attrs.evolve(article, text="\n\n".join([article.text] * size)) for article in load_gold(SEEDS_GOLD).articles)


def make_claims(size: int) -> tuple[cc.Claim, ...]:
    """The claims of those articles."""
    return tuple(claim for article in make_articles(size) for claim in cc.extract_claims(article))


@pytest.mark.parametrize("size", SIZES)
def test_extract(benchmark: Callable[..., Any], size: int) -> None:
    articles = make_articles(size)
    assert benchmark(lambda: [cc.extract_claims(article) for article in articles])


def test_embed(benchmark: Any) -> None:
    claims = make_claims(1)
    embedded = benchmark.pedantic(lambda: cc.embed_claims(claims), rounds=2, warmup_rounds=1)
    assert len(cast(cc.EmbeddedClaims, embedded).vectors) == len(claims)


@pytest.mark.parametrize("size", SIZES)
def test_align(benchmark: Callable[..., Any], size: int) -> None:
    embedded = cc.embed_claims(make_claims(size))
    assert benchmark(lambda: cc.align_claims(embedded)).pairs


def test_judge(benchmark: Callable[..., Any]) -> None:
    pairs = cc.align_claims(cc.embed_claims(make_claims(1))).pairs
    assert len(benchmark(lambda: cc.judge_many(pairs))) == len(pairs)


def test_page(benchmark: Callable[..., Any]) -> None:
    result = cc.compare(make_articles(1))
    assert "<html" in benchmark(result.to_html)
