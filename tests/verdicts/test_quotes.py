"""The quote audit: the same words, other words, other boundaries, paraphrase, translation."""

from __future__ import annotations

import pytest

import claimcmp as cc
from claimcmp.records import Claim, Difference, FacetName, Quotation, Relation, Span
from claimcmp.verdicts import judge_pair
from claimcmp.verdicts.audit import audit_quotations
from claimcmp.verdicts.quotes import CHANGED_WORDS
from tests.verdicts.making import describe, make_claim, make_pair, swap


def read(claim: Claim, span: object) -> str | None:
    return claim.text[span.start - claim.span.start : span.end - claim.span.start] if isinstance(span, Span) else None


def audit(left: str, right: str) -> tuple[Difference, list[tuple[str | None, str | None]]]:
    """The difference of the quotations as wholes, and the words that differ."""
    pair = make_pair(make_claim(left, speaker="Mona Said"), make_claim(right, outlet="Y", speaker="Mona Said"), score=0.9)
    found = [d for d in judge_pair(pair).differences if d.facet is FacetName.QUOTATION]
    (whole,) = (d for d in found if d.note != CHANGED_WORDS)
    return whole, [(read(pair.left, d.left), read(pair.right, d.right)) for d in found if d.note == CHANGED_WORDS]


# fmt: off
CASES = [
    ("the same words", "“We will open the bridge before winter”", "“We will open the bridge before winter”", "same", "same words", []),
    ("other marks", "«Мы откроем мост до зимы»", "„Мы откроем мост до зимы“", "same", "same words", []),
    ("one word", "“We will open the bridge before winter”", "“We will open the bridge after winter”", "compatible", "other words", [("before", "after")]),
    ("two runs", "“We will never sell the old port to anyone”", "“We would never sell the port to anyone”", "compatible", "other words", [("will", "would"), ("old", None)]),
    ("Arabic", "«لن نبيع الميناء القديم أبدا لأحد»", "«لن نبيع الميناء الكبير أبدا لأحد»", "compatible", "other words", [("القديم", "الكبير")]),
    ("French", "« Nous ne vendrons jamais le vieux port »", "« Nous ne vendrons pas le vieux port »", "compatible", "other words", [("jamais", "pas")]),
    ("cut at the end", "“We will open the bridge before winter comes”", "“We will open the bridge before winter”", "compatible", "other boundaries", [("comes", None)]),
    ("cut inside a sentence", "She said they “will open the old bridge before winter”", "She said they will “open the old bridge” before winter", "compatible", "other boundaries", [("will", None), ("before winter", None)]),
    ("paraphrased", "“We will open the bridge before winter”", "they would open the bridge before winter", "left_only", "paraphrased", []),
    ("the other way round", "they would open the bridge before winter", "“We will open the bridge before winter”", "right_only", "paraphrased", []),
    ("translated", "“We will open the bridge before winter”", "«سنفتح الجسر قبل حلول الشتاء»", "compatible", "translated", []),
    ("paraphrased in another language", "“We will open the bridge before winter”", "سيفتحون الجسر قبل حلول الشتاء", "left_only", "paraphrased", []),
]
# fmt: on


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_quotations_are_told_apart(case: tuple) -> None:
    _, left, right, relation, note, changed = case
    whole, words = audit(left, right)
    assert (whole.relation, whole.note, words) == (Relation(relation), note, changed)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_swapping_sides_mirrors_the_audit(case: tuple) -> None:
    pair = make_pair(case[1], case[2], score=0.9)
    assert describe(judge_pair(swap(pair))) == describe(judge_pair(pair), mirrored=True)


def test_the_whole_difference_holds_the_quotations_themselves() -> None:
    whole, _ = audit("“We will open the bridge before winter”", "“We will open the bridge after winter”")
    assert [type(side) for side in (whole.left, whole.right)] == [Quotation, Quotation]
    assert (whole.left.text, whole.right.text) == ("We will open the bridge before winter", "We will open the bridge after winter")


def test_both_wordings_stand_in_the_reasons() -> None:
    finding = judge_pair(make_pair("“We will open the bridge before winter”", "“We will open the bridge soon before winter”"))
    english, arabic = " ".join(map(str, finding.reasons)), " ".join(reason.render("ar") for reason in finding.reasons)
    assert all(
        "“We will open the bridge before winter”" in text or "«We will open the bridge before winter»" in text for text in (english, arabic)
    )
    assert all("soon" in text for text in (english, arabic))


def test_quotations_with_nothing_in_common_are_not_compared() -> None:
    pair = make_pair("She said that “the bridge is very old”", "She said that “nobody was ever asked about it”")
    assert [d for d in judge_pair(pair).differences if d.facet is FacetName.QUOTATION] == []


HERALD = (
    "“We will open the bridge before winter,” Mayor Aylin Demir said on Monday. “Nobody asked the ferrymen about it,” Omar Haddad said."
)
COURIER = "“We will open the bridge after winter,” Mayor Aylin Demir told reporters on Monday."


def test_a_frame_has_one_row_a_pair_and_those_of_one_outlet_last() -> None:
    result = cc.compare({"Herald": HERALD, "Courier": COURIER})
    frame = result.quotes_frame()
    assert list(frame["relation"]) == ["other words", "only here"]
    first, last = frame.iloc[0], frame.iloc[1]
    assert (first["left_outlet"], first["right_outlet"], first["changes"]) == ("Herald", "Courier", "before / after")
    assert (first["left_speaker"], first["right_speaker"]) == ("Aylin Demir", "Aylin Demir")
    assert HERALD[first["left_start"] : first["left_end"]] == first["left_text"] == "We will open the bridge before winter,"
    assert COURIER[int(first["right_start"]) : int(first["right_end"])] == first["right_text"]
    assert (last["left_outlet"], last["left_text"]) == ("Herald", "Nobody asked the ferrymen about it,")


def test_the_frame_is_empty_but_has_its_columns_without_quotations() -> None:
    frame = cc.compare({"Herald": "The bridge was closed.", "Courier": "The bridge was closed."}).quotes_frame()
    assert (len(frame), list(frame.columns)[:3]) == (0, ["relation", "left_outlet", "right_outlet"])


def test_the_page_shows_quotations_side_by_side_with_the_changed_words_marked() -> None:
    result = cc.compare({"Herald": HERALD, "Courier": COURIER})
    for language, heading in (("en", "Quotations"), ("ar", "الاقتباسات")):
        section = result.to_html(language=language).split('<section id="quotes">')[1].split("</section>")[0]
        assert heading in section
        assert all(f">{word}</mark>" in section for word in ("before", "after"))


def test_an_audit_survives_json() -> None:
    result = cc.compare({"Herald": HERALD, "Courier": COURIER})
    again = cc.exports.load_json(cc.Comparison, result.to_json(), newest=result.format_version)
    assert audit_quotations(again.findings, again.claims) == audit_quotations(result.findings, result.claims)


def test_the_frame_of_findings_shows_the_differing_words() -> None:
    frame = cc.compare({"Herald": "Rebels hold the hills above Sarna.", "Courier": "Terrorists hold the hills above Sarna."}).to_frame()
    assert "wording compatible (Rebels / Terrorists)" in frame["differences"].iloc[0]
