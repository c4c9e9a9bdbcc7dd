"""Records and results through JSON and back."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings as hypothesis_settings, strategies as st

from claimcmp import Comparison, FormatError, ReadError, read_comparison
from claimcmp.exports import decode_record, encode_record, load_json
from claimcmp.records import (
    Actor,
    Article,
    Attribution,
    Claim,
    Difference,
    Entailment,
    Event,
    Finding,
    Modality,
    Mode,
    Pair,
    Place,
    Polarity,
    Probabilities,
    Quantity,
    Quotation,
    Reason,
    Sense,
    Skipped,
    Source,
    SourceKind,
    Span,
    When,
)

# Any text whatever: lone surrogates, controls, bidi marks, two surrogates that would join.
anything = st.text(st.characters(codec=None, categories=None), max_size=8) | st.sampled_from(
    ["\ud83d\ude00", "\ufeff", "\u2028", "ناريشكين", "\0"]
)
maybe = st.none() | anything
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(start=min(ends), end=max(ends)))
numbers = st.none() | st.floats(allow_nan=False) | st.integers()
days = st.dates()
moments = st.datetimes() | st.datetimes(timezones=st.just(UTC))
sources = st.builds(Source, name=anything, span=spans, canonical=anything, kind=st.sampled_from(SourceKind), role=maybe, reason=maybe)
facets = st.one_of(
    st.builds(lambda first, span: When(first=first, last=None, precision="day", span=span), days, spans),
    st.builds(Quantity, low=numbers, high=numbers, unit=maybe, of=maybe, approximate=st.booleans(), span=spans),
    st.builds(Place, name=anything, key=anything, within=st.tuples(anything), span=spans),
    st.builds(Actor, name=anything, key=anything, role=maybe, span=spans),
    st.builds(Polarity, negated=st.booleans(), cue=maybe, span=spans),
    st.builds(lambda cue, span: Modality(certainty="possible", cue=cue, span=span), maybe, spans),
    st.builds(Quotation, text=anything, span=spans),
)
attributions = st.builds(
    Attribution,
    speaker=st.none() | sources,
    via=st.tuples(sources),
    mode=st.sampled_from(Mode),
    sense=st.sampled_from(Sense),
    cue=maybe,
    cue_span=st.none() | spans,
)
articles = st.builds(
    Article,
    text=anything,
    outlet=maybe,
    title=maybe,
    published=st.none() | days | moments,
    language=st.just("ar"),
    url=maybe,
    id=st.uuids().map(str),
)


probabilities = st.builds(Probabilities, entailment=st.floats(0, 1), neutral=st.floats(0, 1), contradiction=st.floats(0, 1))
evidence = st.builds(Entailment, forward=probabilities, backward=probabilities)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Comparisons of two articles with a claim each, a finding, and everything else filled."""
    left, right = draw(articles), draw(articles)
    claims = tuple(
        Claim(
            id=f"{article.id}-{draw(anything)}", article_id=article.id, outlet=article.outlet, language="ar", sentence=0, span=draw(spans),
            text=draw(anything), attribution=draw(attributions), facets=draw(st.lists(facets, max_size=2).map(tuple)), parts=(draw(spans),),
            published=article.published, agencies=draw(st.sampled_from([(), ("afp",)])),
        )
        for article in (left, right)
    )  # fmt: skip
    pair = Pair(
        left=claims[0], right=claims[1], score=draw(st.floats(0, 1)), contributions={draw(anything): draw(st.floats(allow_nan=False))}
    )
    difference = Difference(facet="date", relation="same", left=draw(facets | spans), right=draw(st.none() | facets), note=draw(anything))
    finding = Finding(
        pair=pair, verdict=draw(st.sampled_from(["agreement", "conflict", "unclear"])), differences=(difference,),
        confidence=draw(st.floats(0, 1)), reasons=(Reason(key="read_empty", parameters={draw(anything): draw(anything)}),), rule="some",
        evidence=draw(st.none() | evidence),
    )  # fmt: skip
    event = Event(id="e", label=draw(anything), who=(Actor(name="x", key="x", span=draw(spans)),), claim_ids=(claims[0].id,))
    result = Comparison(
        articles=(left, right), claims=claims, events=(event,), candidates=(pair,),
        skipped=(Skipped(name=draw(anything), reason=Reason(key="read_empty")),), provenance={"model": draw(anything)},
    )  # fmt: skip
    return result.with_findings([finding])


@given(comparisons())
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_comparison_is_read_back_equal_and_gives_the_same_bytes(result: Comparison) -> None:
    document = result.to_json()
    document.encode("utf-8")
    again = _load(document)
    assert again == result
    assert again.to_json() == document


def _load(document: str) -> Comparison:
    return load_json(Comparison, document, newest=1)


@given(facets | spans | sources | attributions | articles)
def test_any_record_is_read_back_equal(record: Any) -> None:
    value = json.loads(json.dumps(encode_record(record)))
    assert decode_record(type(record), value) == record


def make_comparison() -> Comparison:
    span = Span(start=0, end=3)
    left = Article(text="الجسر مغلق", outlet="الميناء", published="2024-03-02", language="ar")
    right = Article(text="The bridge is shut \ud800", published=datetime(2024, 3, 3, 9, tzinfo=UTC), language="en")
    minister = Source(name="الوزير", span=span, canonical="سالم", kind="person")
    when = When(first=date(2024, 1, 1), last=None, precision="day", span=span)
    said = Attribution(speaker=minister, mode="indirect")
    claims = (
        Claim(
            id="c1",
            article_id=left.id,
            outlet="الميناء",
            language="ar",
            sentence=0,
            span=span,
            text="الجسر مغلق",
            attribution=said,
            facets=(when,),
        ),
        Claim(id="c2", article_id=right.id, language="en", sentence=0, span=span, text="The bridge is shut \ud800"),
    )
    pair = Pair(left=claims[0], right=claims[1], score=0.5)
    finding = Finding(pair=pair, verdict="agreement", confidence=0.75, rule="same")
    return Comparison(articles=(left, right), claims=claims, candidates=(pair,)).with_findings([finding])


def test_a_file_is_utf8_json_that_writes_each_claim_once(tmp_path: Path) -> None:
    result = make_comparison()
    result.to_json(tmp_path / "result.json")
    data = (tmp_path / "result.json").read_bytes()
    value = json.loads(data)
    assert (value["format"], value["format_version"]) == ("claimcmp-comparison", 1)
    assert "الجسر مغلق".encode() in data
    assert data.count(b"The bridge is shut") == 2  # the article and its claim; findings, pairs and groups name the id
    assert value["findings"][0]["pair"]["left"] == "c1"
    assert read_comparison(tmp_path / "result.json") == result


def test_a_narrowed_comparison_keeps_the_other_side_of_its_findings() -> None:
    narrowed = make_comparison().by_speaker("سالم")
    assert [claim.id for claim in narrowed.claims] == ["c1"]
    document = narrowed.to_json()
    assert [claim["id"] for claim in json.loads(document)["other_claims"]] == ["c2"]
    assert _load(document) == narrowed


def test_two_claims_under_one_id_stay_two() -> None:
    result = make_comparison()
    twin = attrs.evolve(result.claims[1], id="c1")
    doubled = attrs.evolve(result, claims=(*result.claims, twin))
    assert _load(doubled.to_json()).claims[2] == twin


def test_numbers_json_has_no_words_for_survive() -> None:
    span = Span(start=0, end=1)
    value = json.loads(json.dumps(encode_record(Quantity(low=-math.inf, high=np.float32(0.5), span=span))))
    assert (value["low"], value["high"]) == ("-Infinity", 0.5)
    assert decode_record(Quantity, value).low == -math.inf
    assert math.isnan(decode_record(Quantity, {**value, "low": "NaN"}).low or 0)


def test_a_field_that_is_absent_takes_its_default() -> None:
    value = json.loads(make_comparison().to_json())
    del value["settings"], value["skipped"], value["articles"][0]["url"]
    assert _load(json.dumps(value)) == make_comparison()


def _without(*keys: str) -> Any:
    def change(value: Any) -> None:
        for key in keys[:-1]:
            value = value[int(key)] if isinstance(value, list) else value[key]
        del value[keys[-1]]

    return change


def _with(new: Any, *keys: str) -> Any:
    def change(value: Any) -> None:
        for key in keys[:-1]:
            value = value[int(key)] if isinstance(value, list) else value[key]
        value[keys[-1]] = new

    return change


DAMAGED = [
    (_with(2, "format_version"), r"it has format_version 2, and this claimcmp reads up to 1; .* pip install --upgrade claimcmp$"),
    (_with(0, "format_version"), r"there is no format_version 0"),
    (_with("1", "format_version"), "it is JSON, but no comparison saved with to_json"),
    (_with("other", "format"), "it is JSON, but no comparison saved with to_json"),
    (_without("format_version"), "it is JSON, but no comparison saved with to_json"),
    (_without("claims"), "the list 'claims' is missing"),
    (_without("articles"), "comparison: the field 'articles' is missing"),
    (_with(1, "colour"), "comparison: unknown field 'colour'; known are articles, claims"),
    (_without("articles", "0", "text"), r"comparison\.articles\[0\]: the field 'text' is missing"),
    (_with("2.3.2024", "articles", "0", "published"), r"comparison\.articles\[0\]\.published: expected an ISO-8601 date, not '2\.3\.2024'"),
    (
        _with("loud", "claims", "0", "attribution", "mode"),
        r"claims\[0\]\.attribution\.mode: expected one of direct, indirect, mixed, narrated, not 'loud'",
    ),
    (_with(9, "claims", "0", "span", "start"), r"claims\[0\]\.span: Span\(start=9, end=3\) must satisfy"),
    (_with(True, "claims", "0", "sentence"), r"claims\[0\]\.sentence: expected a whole number, not True"),
    (_with([{"type": "Where"}], "claims", "0", "facets"), r'claims\[0\]\.facets\[0\]: expected an object whose "type" is one of When, '),
    (_with("c9", "findings", "0", "pair", "left"), r"comparison\.findings\[0\]\.pair\.left: there is no claim with the id 'c9'"),
    (_with("high", "findings", "0", "confidence"), r"comparison\.findings\[0\]\.confidence: expected a number, not 'high'"),
    (_with(7, "findings", "0", "confidence"), r"comparison\.findings\[0\]: confidence=7 must lie in \[0, 1\]"),
    (_with("yes", "findings", "0", "shared_copy"), r"shared_copy: expected true or false, not 'yes'"),
    (_with({"a": 1}, "unmatched"), r"comparison\.unmatched\['a'\]: expected a list, not 1"),
    (_with(2.0, "settings", "min_pair_score"), r"comparison\.settings: .*min_pair_score"),
]


@pytest.mark.parametrize(("change", "message"), DAMAGED)
def test_a_damaged_or_newer_document_is_refused_by_file_and_place(change: Any, message: str, tmp_path: Path) -> None:
    value = json.loads(make_comparison().to_json())
    change(value)
    path = tmp_path / "result.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(FormatError, match=rf"result\.json: {message}" if not message.startswith(("claims", "shared")) else message):
        read_comparison(path)


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"<html>"])
def test_what_is_no_json_is_refused_with_a_remedy(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(content)
    with pytest.raises(FormatError, match=r"result\.json is damaged or no saved comparison: .*save it again with to_json"):
        read_comparison(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.json: No such file or directory; give the file that to_json wrote"):
        read_comparison(tmp_path / "gone.json")
