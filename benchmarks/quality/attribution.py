"""Who said what: reported content, its source, its relays, in Arabic, English and others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any  # rows of foreign JSON files

import claimcmp as cc
from benchmarks.quality.data import read_document, read_rows
from benchmarks.quality.matching import Range, Score, count_shared, divide, is_same_name, match_best, measure_overlap
from benchmarks.quality.tables import Row
from claimcmp.languages import list_languages

MIN_SPEAKER_OVERLAP = 0.4
"""Intersection over union from which a speaker's mention counts as the gold's mention."""


def score_arabic(folder: Path | None) -> list[Row]:
    """Rows for single Arabic news sentences with content, source, mode and relays marked."""
    counts: Counter[str] = Counter()
    content = Score(0, 0, 0)
    for row in read_document(folder, "attribution/ar_news_dev.json")["sentences"]:
        gold = row["claims"]
        claims = drop_optional(read_reported(row["text"], language="ar"), row)
        matched = match_best(claims, gold, lambda c, g: measure_overlap(get_range(c), _gold_range(g)))
        content += Score(len(matched), len(claims), len(gold))
        counts["silent"] += not gold
        counts["false alarms"] += bool(claims and not gold)
        for claim, wanted in matched:
            counts.update(_compare_attribution(claim, wanted))
    return [
        *_content_rows(content, "", ">= 0.82"),
        Row("content exact (overlap > 0.95)", divide(counts["exact"], content.hits), ">= 0.70"),
        Row("mode right", divide(counts["mode"], content.hits), ">= 0.88"),
        Row("source right", divide(counts["source"], counts["sources"]), ">= 0.88"),
        Row("relay, recall", divide(counts["relay"], counts["relays"]), ">= 0.75"),
        Row("relay, precision", divide(counts["relay"], counts["relays given"])),
        Row("sentences without speech that give speech", divide(counts["false alarms"], counts["silent"]), "<= 0.10"),
    ]


def score_english(folder: Path | None, limit: int | None) -> list[Row]:
    """Rows for whole English articles with cue, source and content marked."""
    content = Score(0, 0, 0)
    sources = 0
    by_outlet: dict[str, Score] = {}
    for row in read_rows(folder, "attribution/polnear_en_dev.jsonl")[:limit]:
        gold = [a for a in row["attributions"] if a["content"] and a["source"]]
        claims = read_reported(row["text"], outlet=row["outlet"], published=row["date"])
        matched = match_best(claims, gold, lambda c, g: measure_overlap(get_range(c), get_hull(g["content"])))
        score = Score(len(matched), len(claims), len(gold))
        content += score
        by_outlet[row["outlet"]] = by_outlet.get(row["outlet"], Score(0, 0, 0)) + score
        sources += sum(is_source(claim, wanted["source"], row["text"]) for claim, wanted in matched)
    breakdown = [Row(f"content F1, {outlet}", score.f1) for outlet, score in sorted(by_outlet.items())]
    return [*_content_rows(content, ">= 0.72", ">= 0.62"), Row("source right", divide(sources, content.hits), ">= 0.85"), *breakdown]


def score_treebank(folder: Path | None) -> list[Row]:
    """Rows for sentences of eight languages with the head words of source and content marked."""
    total: Counter[str] = Counter()
    contents: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for row in read_rows(folder, "attribution/pud_silver.jsonl"):
        hits = [c for c in read_reported(row["text"], language=row["lang"]) if row["content_head"] in c.text]
        total[row["lang"]] += 1
        contents[row["lang"]] += bool(hits)
        sources[row["lang"]] += any(row["source_head"] in get_speaker_names(claim) for claim in hits)
    pooled = [language for language in total if language in list_languages()]
    count = sum(total[language] for language in pooled)
    return [
        Row(f"languages with attribution pooled: content found (of {count})", divide(sum(contents[x] for x in pooled), count), ">= 0.88"),
        Row("languages with attribution pooled: source right too", divide(sum(sources[x] for x in pooled), count), ">= 0.82"),
        *_language_rows(total, contents, sources),
    ]


def _language_rows(total: Counter[str], contents: Counter[str], sources: Counter[str]) -> list[Row]:
    return [
        row
        for language, count in sorted(total.items())
        for row in (
            Row(f"{language}: content found (of {count})", divide(contents[language], count)),
            Row(f"{language}: source right too", divide(sources[language], count)),
        )
    ]


def read_reported(text: str, **fields: Any) -> list[cc.Claim]:
    """The reported claims of a text."""
    claims = cc.extract_claims(cc.Article(text=text, **{"outlet": "outlet", **fields}))
    return [claim for claim in claims if claim.attribution.mode != cc.Mode.NARRATED]


def drop_optional(claims: list[cc.Claim], row: dict[str, Any]) -> list[cc.Claim]:
    """The claims without those that match only contents which are neither right nor wrong."""

    def touches(claim: cc.Claim, spans: list[dict[str, Any]]) -> bool:
        return any(measure_overlap(get_range(claim), _gold_range(span)) >= 0.5 for span in spans)

    return [c for c in claims if touches(c, row["claims"]) or not touches(c, row.get("optional_claims", []))]


def _compare_attribution(claim: cc.Claim, gold: dict[str, Any]) -> Counter[str]:
    counts: Counter[str] = Counter()
    counts["exact"] = measure_overlap(get_range(claim), _gold_range(gold)) > 0.95
    counts["mode"] = claim.attribution.mode == gold["mode"]
    if gold.get("speaker"):
        counts["sources"] = 1
        counts["source"] = is_same_name(get_speaker_names(claim), gold["speaker"]) or _is_mention(claim, gold)
    chain = [source.name for source in claim.attribution.via]
    counts["relays"] = bool(gold["via"])
    counts["relays given"] = bool(chain)
    counts["relay"] = bool(gold["via"]) and all(any(is_same_name(name, wanted) for name in chain) for wanted in gold["via"])
    return counts


def _is_mention(claim: cc.Claim, gold: dict[str, Any]) -> bool:
    speaker = claim.attribution.speaker
    if speaker is None or gold.get("speaker_start") is None:
        return False
    mention = (speaker.span.start, speaker.span.end)
    return measure_overlap(mention, (gold["speaker_start"], gold["speaker_end"])) >= MIN_SPEAKER_OVERLAP


def is_source(claim: cc.Claim, spans: list[list[int]], text: str) -> bool:
    """Whether the speaker is one of the source spans, by place or by half of its words."""
    speaker = claim.attribution.speaker
    if speaker is None:
        return False
    mention = (speaker.span.start, speaker.span.end)
    words = " ".join(text[start:end] for start, end in spans)
    return any(count_shared(mention, (start, end)) for start, end in spans) or is_same_name(get_speaker_names(claim), words)


def get_speaker_names(claim: cc.Claim) -> str:
    """Mention and resolved name of the speaker, or an empty text."""
    speaker = claim.attribution.speaker
    return "" if speaker is None else f"{speaker.name} {speaker.canonical}"


def get_range(claim: cc.Claim) -> Range:
    """Start and end of a claim."""
    return claim.span.start, claim.span.end


def _gold_range(gold: dict[str, Any]) -> Range:
    return gold["start"], gold["end"]


def get_hull(spans: list[list[int]]) -> Range:
    """Start of the first and end of the last of several spans."""
    return min(start for start, _ in spans), max(end for _, end in spans)


def _content_rows(score: Score, precision: str, f1: str) -> list[Row]:
    return [
        Row("contents in the gold", score.gold),
        Row("content, precision", score.precision, precision),
        Row("content, recall", score.recall),
        Row("content, F1", score.f1, f1),
    ]
