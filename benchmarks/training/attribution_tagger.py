"""Trial: a tagger of source, cue and content on word vectors of the bundled model, alone and joined with the rules.

``python -m benchmarks.training.attribution_tagger --data DIR``; docs/trials.md has the figures. Trained on the tests'
own cases and on what the rules write on texts that may be trained on; measured on texts that may only be measured on.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any  # rows of foreign JSON files

import numpy as np
import torch

import claimcmp as cc
from benchmarks.quality.attribution import drop_optional, get_hull, get_range, get_speaker_names, is_source
from benchmarks.quality.data import read_document, read_rows
from benchmarks.quality.gold import ROOT
from benchmarks.quality.matching import Score, count_shared, divide, match_best, measure_overlap
from benchmarks.training.words import CONTENT, CUE, SOURCE, Floats, Ints, Tagger, decode_labels, load_encoder, tag_words, train_tagger
from claimcmp.embed import BundledEncoder, embed_claims
from claimcmp.extract import attribute_article
from claimcmp.extract.article import split_article
from claimcmp.extract.view import Sentence
from claimcmp.extract.words import load_lexicon
from claimcmp.settings import Settings

GOLDEN_REPEATS = 5
MAX_GAP = 12
"""Words of source and cue that may stand inside one content."""

JOINS = {
    "rules alone": (0.0, 2.0),
    "tagger alone": (2.0, 0.0),
    **{f"rules' contents rated from {least}": (least, 2.0) for least in (0.1, 0.2, 0.4)},
    **{f"rules, and tagger's from {least}": (0.0, least) for least in (0.6, 0.7, 0.8, 0.9)},
    "rules' from 0.1, and tagger's from 0.8": (0.1, 0.8),
}
"""Least certainty of a rules' claim that is kept, and of a tagger's that is added."""

Rated = tuple[cc.Claim, float]
Case = tuple[cc.Article, dict[str, Any]]


def read_sentences(article: cc.Article) -> list[Sentence]:
    """The sentences of an article, as the rules see them."""
    lexicon = load_lexicon(article.language)
    return split_article(article, lexicon, Settings()) if lexicon else []


def read_reported(article: cc.Article) -> list[cc.Claim]:
    """The claims that the rules attribute to a speaker."""
    return _drop_narrated(attribute_article(article, Settings()))


def _drop_narrated(claims: Sequence[cc.Claim]) -> list[cc.Claim]:
    return [claim for claim in claims if claim.attribution.mode != cc.Mode.NARRATED]


def label_words(sentence: Sentence, claims: Sequence[cc.Claim]) -> Ints:
    """Labels of a sentence's words by the outermost claims in it: contents first, then sources and cues over them."""
    labels = np.zeros(len(sentence.tokens), np.int64)
    outer = [c for c in claims if not any(o is not c and o.span.start <= c.span.start and c.span.end <= o.span.end for o in claims)]
    painted = [(CONTENT, c.span) for c in outer]
    painted += [(SOURCE, c.attribution.speaker.span) for c in outer if c.attribution.speaker]
    painted += [(CUE, c.attribution.cue_span) for c in outer if c.attribution.cue_span]
    for label, span in painted:
        inside = [i for i, token in enumerate(sentence.tokens) if span.start <= token.start < span.end]
        labels[inside] = label + 1
        labels[inside[:1]] = label
    return labels


def list_training_texts(folder: Path, silver: int) -> Iterator[tuple[cc.Article, int]]:
    """Texts and their repeats: our own cases, then ``silver`` headlines (ar) and sentences (en), half of them with speech.

    In our own cases the rules' labels are the right ones: the tests hold them to it.
    """
    for name, language in (("arabic", "ar"), ("english", "en")):
        module = import_module(f"tests.extract.test_{name}")
        for text in [*(case[0] for case in module.CASES), *module.NEGATIVES]:
            yield cc.Article(text=text, language=language), GOLDEN_REPEATS
    for path in sorted((ROOT / "tests" / "golden").glob("*/*.txt")):
        yield cc.Article(text=path.read_text(encoding="utf-8")), GOLDEN_REPEATS
    for name, language in (("ans_ar_train", "ar"), ("mnli_en_dev", "en")):
        texts = dict.fromkeys(row[side] for row in read_rows(folder, f"relation/{name}.jsonl") for side in "ab")
        room = {True: silver // 2, False: silver // 2}
        for article in (cc.Article(text=text, language=language) for text in texts):
            if any(left > 0 for left in room.values()):
                speaks = bool(read_reported(article))
                room[speaks] -= 1
                if room[speaks] >= 0:
                    yield article, 1


def train_on(folder: Path, silver: int, depth: int) -> Tagger:
    """A tagger on ``depth`` layers, trained on the texts of ``list_training_texts``."""
    sentences, labels, repeats = [], [], []
    for article, times in list_training_texts(folder, silver):
        claims = read_reported(article)
        for sentence in read_sentences(article):
            sentences.append(sentence)
            labels.append(label_words(sentence, claims))
            repeats.append(times)
    return train_tagger(load_encoder(depth), sentences, labels, repeats)


def read_tags(article: cc.Article, sentence: Sentence, scores: Floats, labels: Ints) -> Iterator[Rated]:
    """Contents with the nearest source of the sentence; one that goes on after source and cue is one content."""
    sources, contents = list(_list_runs(labels, SOURCE)), list[tuple[int, int]]()
    for run in _list_runs(labels, CONTENT):
        gap = labels[contents[-1][1] : run[0]] if contents else labels[:0]
        goes_on = SOURCE in gap and CUE in gap and len(gap) <= MAX_GAP
        contents.append((contents.pop()[0], run[1]) if goes_on else run)
    for first, last in contents if sources else []:
        span = sentence.cover(first, last)
        said = sentence.cover(*min(sources, key=lambda s: max(first - s[1], s[0] - last)))
        name = article.text[said.start : said.end]
        speaker = cc.Source(name=name, span=said, canonical=name, kind=cc.SourceKind.PERSON)
        claim = cc.Claim(
            id="", article_id=article.id, language=article.language, sentence=sentence.index, span=span,
            text=article.text[span.start : span.end], attribution=cc.Attribution(speaker=speaker, mode=cc.Mode.INDIRECT),
        )  # fmt: skip
        yield claim, _rate(scores[first:last])


def _list_runs(labels: Ints, kind: int) -> Iterator[tuple[int, int]]:
    inside = np.concatenate([[False], (labels == kind) | (labels == kind + 1), [False]])
    edges = np.flatnonzero(np.diff(inside.astype(np.int8)))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _rate(scores: Floats) -> float:
    """Mean probability of "content" over some words, in [0, 1]."""
    return float(np.exp(scores[:, CONTENT:]).sum(1).mean()) if len(scores) else 0.0


def rate_claim(claim: cc.Claim, sentences: Sequence[Sentence], scores: Sequence[Floats]) -> Rated:
    """A claim of the rules with the tagger's certainty that it is a content."""
    words = [
        (row, [i for i, token in enumerate(sentence.tokens) if claim.span.start <= token.start < claim.span.end])
        for sentence, row in zip(sentences, scores, strict=True)
        if sentence.span.start < claim.span.end and claim.span.start < sentence.span.end
    ]
    return claim, _rate(np.concatenate([row[inside] for row, inside in words]))


def join_claims(rules: Sequence[Rated], tagged: Sequence[Rated], min_kept: float, min_added: float) -> list[cc.Claim]:
    """The rules' claims rated ``min_kept`` or more, and the tagger's of ``min_added`` or more that touch none of them."""
    kept = [claim for claim, rate in rules if rate >= min_kept]
    taken = [get_range(claim) for claim in kept]
    return kept + [claim for claim, rate in tagged if rate >= min_added and not any(count_shared(get_range(claim), t) for t in taken)]


def list_cases(folder: Path, articles: int) -> dict[str, list[Case]]:
    """Texts to measure on with their gold: Arabic sentences, English articles, treebank sentences of both languages."""
    cases: dict[str, list[Case]] = {}
    for row in read_document(folder, "attribution/ar_news_dev.json")["sentences"]:
        speakers = [[[c["speaker_start"], c["speaker_end"]]] if c.get("speaker") else [] for c in row["claims"]]
        row["gold"] = [([[c["start"], c["end"]]], speaker) for c, speaker in zip(row["claims"], speakers, strict=True)]
        cases.setdefault("Arabic sentences", []).append((cc.Article(text=row["text"], language="ar"), row))
    for number, row in enumerate(read_rows(folder, "attribution/polnear_en_dev.jsonl")):
        row["gold"] = [(a["content"], a["source"]) for a in row["attributions"] if a["content"] and a["source"]]
        name = f"English articles, {'the first' if number < articles else 'those after'} {articles}"
        cases.setdefault(name, []).append((cc.Article(text=row["text"], language="en", published=row["date"]), row))
    for row in read_rows(folder, "attribution/pud_silver.jsonl"):
        if row["lang"] in ("ar", "en"):
            cases.setdefault(f"treebank, {row['lang']}", []).append((cc.Article(text=row["text"], language=row["lang"]), row))
    return cases


def score_cases(cases: Sequence[Case], found: Sequence[list[cc.Claim]]) -> dict[str, float]:
    """Precision, recall, F1 of contents and sources right among them; for a treebank the shares of heads found."""
    total, sourced, right, heads, speakers = Score(0, 0, 0), 0, 0, 0, 0
    for (article, row), claims in zip(cases, found, strict=True):
        if "content_head" in row:
            hits = [claim for claim in claims if row["content_head"] in claim.text]
            heads += bool(hits)
            speakers += any(row["source_head"] in get_speaker_names(claim) for claim in hits)
            continue
        judged = drop_optional(claims, row) if "claims" in row else claims
        matched = match_best(judged, row["gold"], lambda c, g: measure_overlap(get_range(c), get_hull(g[0])))
        total += Score(len(matched), len(judged), len(row["gold"]))
        sourced += sum(bool(source) for _, (_, source) in matched)
        right += sum(is_source(claim, source, article.text) for claim, (_, source) in matched if source)
    if not total.gold:
        return {"content": heads / len(cases), "source": speakers / len(cases)}
    return {"P": total.precision, "R": total.recall, "F1": total.f1, "source": divide(right, sourced)}


def measure_cases(cases: Sequence[Case], tagger: Tagger, *, timed: bool) -> None:
    """Prints the figures of each way to join, and processor seconds; with ``timed`` those of encoding the claims, too."""
    clock = [time.process_time()]
    everything = [attribute_article(article, Settings()) for article, _ in cases]
    clock.append(time.process_time())
    texts = [read_sentences(article) for article, _ in cases]
    scores = tag_words(tagger, [sentence for text in texts for sentence in text])
    labels = [decode_labels(row, tagger.moves) for row in scores]
    clock.append(time.process_time())
    if timed:
        embed_claims([claim for some in everything for claim in some], encoder=BundledEncoder())
        clock.append(time.process_time())
    rules, tagged, at = [], [], 0
    for (article, _), some, text in zip(cases, map(_drop_narrated, everything), texts, strict=True):
        rows, at = slice(at, at + len(text)), at + len(text)
        rules.append([rate_claim(claim, text, scores[rows]) for claim in some])
        read = zip(text, scores[rows], labels[rows], strict=True)
        tagged.append([rated for sentence, row, tags in read for rated in read_tags(article, sentence, row, tags)])
    for name, (kept, added) in JOINS.items():
        figures = score_cases(cases, [join_claims(r, t, kept, added) for r, t in zip(rules, tagged, strict=True)])
        print(f"{name:40}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    stages = zip(("rules", "tagger", "encoding of the claims"), np.diff(clock), strict=False)
    print("processor seconds:", ", ".join(f"{stage} {spent:.2f}" for stage, spent in stages), flush=True)


def main() -> None:
    """Prints the figures of the rules, of the tagger, and of both joined."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.training.attribution_tagger", description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMCMP_DATA"), help="folder of labelled data")
    parser.add_argument("--depth", type=int, default=12, help="layers of the bundled model that read the words, 0 to 12")
    parser.add_argument("--silver", type=int, default=5000, help="texts a language labelled by the rules")
    parser.add_argument("--articles", type=int, default=30, help="English articles that count apart from the others")
    parser.add_argument("--timed", action="store_true", help="also encode the claims, to compare the time")
    options = parser.parse_args()
    torch.set_num_threads(1)
    tagger = train_on(Path(options.data), options.silver, options.depth)
    for name, cases in list_cases(Path(options.data), options.articles).items():
        print(f"\n{name}")
        measure_cases(cases, tagger, timed=options.timed)


if __name__ == "__main__":
    main()
