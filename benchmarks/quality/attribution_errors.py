"""Errors of attribution to read, worst first: what was missed, what was made up, what has the wrong source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any  # rows of foreign JSON files

import attrs

import claimcmp as cc
from benchmarks.quality.attribution import drop_optional, get_hull, get_range, get_speaker_names, is_source, read_reported
from benchmarks.quality.data import read_document, read_rows
from benchmarks.quality.matching import match_best, measure_overlap

_WIDTH = 160


@attrs.frozen(kw_only=True)
class AttributionError:
    """One error: ``kind`` is missed, made up, wrong source or not in a claim; longer texts are worse."""

    language: str
    kind: str
    cue: str
    source: str
    text: str

    def __str__(self) -> str:
        text = " ".join(self.text.split())
        return f"{self.language} | {self.kind} | cue: {self.cue or '-'} | source: {self.source or '-'} | {text[:_WIDTH]}"


def list_errors(folder: Path | None, limit: int) -> list[AttributionError]:
    """At most ``limit`` errors for each language and kind, the longest texts first.

    Raises
    ------
    DataAbsentError
        If the folder of labelled data is not given or lacks a file.
    """
    errors = [*_find_arabic(folder), *_find_english(folder), *_find_treebank(folder)]
    errors.sort(key=lambda error: (error.language, error.kind, -len(error.text), error.text))
    kept: list[AttributionError] = []
    for error in errors:
        if sum((k.language, k.kind) == (error.language, error.kind) for k in kept) < limit:
            kept.append(error)
    return kept


def _find_arabic(folder: Path | None) -> Iterator[AttributionError]:
    for row in read_document(folder, "attribution/ar_news_dev.json")["sentences"]:
        claims = drop_optional(read_reported(row["text"], language="ar"), row)
        gold = [
            {
                "content": [(g["start"], g["end"])],
                "source": [(g["speaker_start"], g["speaker_end"])] if g.get("speaker") else [],
                "cue": g["cue"],
            }
            for g in row["claims"]
        ]
        yield from _compare(row["text"], "ar", claims, gold)


def _find_english(folder: Path | None) -> Iterator[AttributionError]:
    for row in read_rows(folder, "attribution/polnear_en_dev.jsonl"):
        claims = read_reported(row["text"], outlet=row["outlet"], published=row["date"])
        gold = [
            {"content": a["content"], "source": a["source"], "cue": _read_spans(row["text"], a["cue"])}
            for a in row["attributions"]
            if a["content"] and a["source"]
        ]
        yield from _compare(row["text"], "en", claims, gold)


def _compare(text: str, language: str, claims: list[cc.Claim], gold: list[dict[str, Any]]) -> Iterator[AttributionError]:
    matched = match_best(claims, gold, lambda c, g: measure_overlap(get_range(c), get_hull(g["content"])))
    found = {id(claim) for claim, _ in matched}
    hit = {id(wanted) for _, wanted in matched}
    for claim in claims:
        if id(claim) not in found:
            yield _describe(claim, language, "made up")
    for wanted in gold:
        if id(wanted) not in hit:
            start, end = get_hull(wanted["content"])
            yield AttributionError(
                language=language, kind="missed", cue=wanted["cue"], source=_read_spans(text, wanted["source"]), text=text[start:end]
            )
    for claim, wanted in matched:
        if wanted["source"] and not is_source(claim, wanted["source"], text):
            yield attrs.evolve(_describe(claim, language, "wrong source"), text=f"[{_read_spans(text, wanted['source'])}] {claim.text}")


def _find_treebank(folder: Path | None) -> Iterator[AttributionError]:
    for row in read_rows(folder, "attribution/pud_silver.jsonl"):
        claims = read_reported(row["text"], language=row["lang"])
        hits = [claim for claim in claims if row["content_head"] in claim.text]
        if not hits:
            yield AttributionError(language=row["lang"], kind="not in a claim", cue=row["cue"], source=row["source_head"], text=row["text"])
        elif not any(row["source_head"] in get_speaker_names(claim) for claim in hits):
            yield attrs.evolve(_describe(hits[0], row["lang"], "wrong source"), text=f"[{row['source_head']}] {row['text']}")


def _describe(claim: cc.Claim, language: str, kind: str) -> AttributionError:
    return AttributionError(language=language, kind=kind, cue=claim.attribution.cue or "", source=get_speaker_names(claim), text=claim.text)


def _read_spans(text: str, spans: list[Any]) -> str:
    return " … ".join(text[start:end] for start, end in spans)
