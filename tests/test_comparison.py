"""Comparison: views, narrowing, judging again, saving."""

from __future__ import annotations

import attrs
import pytest

import claimcmp as cc
from tests.making import make_comparison, make_finding

RESULT = make_comparison()


def test_findings_are_seen_by_verdict():
    assert [f.rule for f in (*RESULT.agreements, *RESULT.conflicts, *RESULT.unclear)] == ["made_by_hand"] * 3
    assert [str(f.verdict) for f in (*RESULT.agreements, *RESULT.conflicts, *RESULT.unclear)] == ["agreement", "conflict", "unclear"]


def test_a_claim_with_only_unclear_findings_is_unmatched():
    assert {outlet: [c.text for c in claims] for outlet, claims in RESULT.unmatched.items()} == {
        "Herald": ["Schools stay shut"],
        "الميزان": ["وصلت فرق من أنقرة"],
    }


def test_every_outlet_has_an_entry_in_unmatched():
    findings = [make_finding(f.pair.left, f.pair.right) for f in RESULT.findings]
    assert RESULT.with_findings(findings).unmatched == {"Herald": (), "الميزان": ()}


def test_articles_without_an_outlet_count_apart_under_their_ids():
    articles = tuple(attrs.evolve(article, outlet=None) for article in RESULT.articles)
    claims = tuple(attrs.evolve(claim, outlet=None) for claim in RESULT.claims)
    assert set(attrs.evolve(RESULT, articles=articles, claims=claims).with_findings(()).unmatched) == {"h", "m"}


def test_repr_counts():
    expected = "<Comparison: 2 articles, 6 claims, 1 agreement, 1 conflict, 1 unclear, 2 said by one only, 0 skipped>"
    assert repr(RESULT) == expected


@pytest.mark.parametrize("name", ["Aylin Demir", "أيلين دمير", "mayor aylin demir", "DEMIR", "رئيسة البلدية"])
def test_by_speaker_finds_a_name_in_any_spelling_and_the_findings_it_stands_in(name):
    narrowed = RESULT.by_speaker(name)
    assert narrowed.claims
    assert all(claim.attribution.speaker is not None for claim in narrowed.claims)
    assert [str(f.verdict) for f in narrowed.findings] == ["conflict"]
    assert {c.id for c in narrowed.claims} >= {c.id for group in narrowed.groups for c in group.claims if c in narrowed.claims}


@pytest.mark.parametrize("name", ["Anka", "Hakan Yildiz", "", "  "])
def test_by_speaker_of_a_relay_or_a_stranger_is_empty(name):
    narrowed = RESULT.by_speaker(name)
    assert (narrowed.claims, narrowed.findings, narrowed.groups, narrowed.articles) == ((), (), (), ())
    assert narrowed.to_html()


@pytest.mark.parametrize("event", ["e0", "fire", "IZMIR", RESULT.events[0]], ids=str)
def test_by_event_takes_an_id_words_or_an_event(event):
    narrowed = RESULT.by_event(event)
    assert narrowed.events == RESULT.events
    assert [str(f.verdict) for f in narrowed.findings] == ["agreement", "conflict"]
    assert narrowed.unmatched == {}


@pytest.mark.parametrize("event", ["flood", "", "e1"])
def test_by_event_of_an_unknown_event_is_empty(event):
    assert RESULT.by_event(event).claims == ()


def test_matrix_shows_who_says_what_on_each_point():
    frame = RESULT.matrix()
    assert list(frame.columns) == ["Herald", "الميزان"]
    assert list(frame.index) == [(1, "conflict", "A"), (1, "conflict", "B"), (2, "agreement", "A")]
    assert frame.loc[(1, "conflict", "A"), "الميزان"] == ""
    assert frame.loc[(2, "agreement", "A")].tolist() == ["The market burned", "احترق السوق القديم كله"]


def test_matrix_by_outlet_counts_findings_symmetrically():
    frame = RESULT.matrix(by="outlet")
    for verdict in ("agreement", "conflict", "unclear"):
        assert frame.loc[verdict].to_numpy().tolist() == [[0, 1], [1, 0]]


def test_matrix_by_anything_else_is_refused():
    with pytest.raises(ValueError, match="'point' or 'outlet'"):
        RESULT.matrix(by="speaker")


class _AgreesAlways:
    def judge(self, pairs):
        return [make_finding(pair.left, pair.right) for pair in pairs]


class _SeesNoRelation:
    def judge(self, pairs):
        return [make_finding(pair.left, pair.right, "unrelated") for pair in pairs]


def test_rejudge_gives_a_new_comparison_from_the_kept_pairs():
    settings = cc.Settings(min_name_similarity=0.7)
    again = RESULT.rejudge(settings, judge=_AgreesAlways())
    assert (len(again.agreements), len(again.conflicts)) == (3, 0)
    assert [len(group.positions) for group in again.groups] == [1, 1, 1]
    assert again.settings is settings
    assert again.provenance["judge"].endswith("_AgreesAlways")
    assert len(RESULT.conflicts) == 1


def test_pairs_judged_unrelated_stay_candidates_only():
    empty = RESULT.rejudge(judge=_SeesNoRelation())
    assert empty.findings == ()
    assert len(empty.rejudge(judge=_AgreesAlways()).findings) == 3


def test_json_is_read_back_equal(tmp_path):
    for result in (RESULT, RESULT.by_speaker("Demir"), RESULT.by_event("nothing")):
        text = result.to_json(tmp_path / "result.json")
        assert (tmp_path / "result.json").read_text(encoding="utf-8") == text
        assert cc.read_comparison(tmp_path / "result.json") == result


def test_html_is_returned_and_written(tmp_path):
    page = RESULT.to_html(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == page
    assert RESULT._repr_html_().startswith('<div class="claimcmp"')


def test_rejudge_with_something_else_than_settings_is_refused():
    with pytest.raises(cc.InputTypeError, match=r"must be a Settings or None, not dict; give claimcmp\.Settings\(min_point_score=…\)"):
        RESULT.rejudge({"min_point_score": 0.5})
    with pytest.raises(cc.InputTypeError, match="is no judge"):
        RESULT.rejudge(judge=3)
