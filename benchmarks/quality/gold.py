"""Hand-made gold: articles with claims, pairs with verdicts, pairs that must not exist."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any  # rows of TOML and JSON files are untyped until read below

import attrs

import claimcmp as cc

ROOT = Path(__file__).resolve().parents[2]
SEEDS_GOLD = ROOT / "tests" / "golden" / "seeds" / "gold.toml"
_SEED_DATES = ("2023-07-12", "2022-11-14")
"""Publication days of the two seed articles; the JSON gold does not state them."""


@attrs.frozen(kw_only=True)
class GoldClaim:
    """A claim as a careful reader marks it."""

    id: str
    article_id: str
    start: int
    end: int
    mode: str
    speaker: str | None = None
    via: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class GoldPair:
    """Two gold claims, the verdict they deserve and whether finding them is required."""

    left: str
    right: str
    verdict: str | None = None
    between: str | None = None
    weak: bool = False
    related: bool = False
    why: str = ""
    known_limit: str | None = None


@attrs.frozen(kw_only=True)
class Gold:
    """One case: the articles, their claims and the pairs among them."""

    articles: tuple[cc.Article, ...]
    claims: dict[str, GoldClaim]
    pairs: tuple[GoldPair, ...]
    never_paired: tuple[GoldPair, ...]

    @property
    def required(self) -> tuple[GoldPair, ...]:
        """The pairs that must be found: neither weak nor merely related."""
        return tuple(pair for pair in self.pairs if not (pair.weak or pair.related))


def load_gold(path: Path) -> Gold:
    """The gold of a ``.toml`` file of tests/golden, or of a ``.json`` file of the same content."""
    return _load_json(path) if path.suffix == ".json" else _load_toml(path)


def _load_toml(path: Path) -> Gold:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = tuple(_make_article(row, (path.parent / row["file"]).read_text(encoding="utf-8")) for row in data["articles"])
    claims = [_make_claim(row, article) for article, rows in zip(articles, data["articles"], strict=True) for row in rows["claims"]]
    return Gold(
        articles=articles,
        claims={claim.id: claim for claim in claims},
        pairs=tuple(GoldPair(**row) for row in data["pairs"]),
        never_paired=tuple(GoldPair(**row) for row in data["never_paired"]),
    )


def _make_article(row: dict[str, Any], text: str) -> cc.Article:
    published: date = row["published"]
    return cc.Article(id=row["id"], text=text, outlet=row.get("outlet"), published=published, language=row["language"])


def _make_claim(row: dict[str, Any], article: cc.Article) -> GoldClaim:
    start = row["start"] if "start" in row else article.text.index(row["text"])
    end = row["end"] if "end" in row else start + len(row["text"])
    return GoldClaim(
        id=row["id"],
        article_id=article.id,
        start=start,
        end=end,
        mode=row["mode"],
        speaker=row.get("speaker"),
        via=tuple(row.get("via", ())),
    )


def _load_json(path: Path) -> Gold:
    data = json.loads(path.read_text(encoding="utf-8"))
    articles, claims = [], {}
    for row, published in zip(data["articles"], _SEED_DATES, strict=True):
        text = (ROOT / row["file"]).read_text(encoding="utf-8")
        articles.append(cc.Article(id=row["article_id"], text=text, outlet=row["outlet"], published=published, language=row["lang"]))
        for claim in row["claims"]:
            claims[claim["id"]] = GoldClaim(
                id=claim["id"],
                article_id=row["article_id"],
                start=claim["start"],
                end=claim["end"],
                mode=claim["kind"],
                speaker=None if claim["kind"] == "narrated" else claim["speaker"],
                via=tuple(claim["chain"]),
            )
    return Gold(
        articles=tuple(articles),
        claims=claims,
        pairs=tuple(_read_pair(row) for row in data["pairs"]),
        never_paired=tuple(GoldPair(left=row["a"], right=row["b"], why=row["why"]) for row in data["hard_negatives"]),
    )


def _read_pair(row: dict[str, Any]) -> GoldPair:
    related = row["relation"] == "related"
    return GoldPair(
        left=row["a"],
        right=row["b"],
        verdict=None if related else "conflict" if row["relation"] == "conflict" else "agreement",
        between=row.get("between"),
        weak=not related and row["strength"] == "weak",
        related=related,
    )
