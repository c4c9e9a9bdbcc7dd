"""compare(): every stage meets here, and one bad article never stops a run."""

from __future__ import annotations

import logging

import attrs
import numpy as np
import pytest

import claimcmp as cc
from claimcmp import pipeline
from claimcmp.align import select_pairs

HERALD = "The bridge at Karsu was closed on 3 May 2021, Mayor Deniz Aydin said. Two trucks fell into the river."
COURIER = "Mayor Deniz Aydin said the bridge at Karsu was closed on 3 May 2021. A ferry takes the cars."


class _LetterEncoder:
    """Vectors of letter counts: deterministic, and alike for texts that share words."""

    def encode(self, sentences):
        letters = "abcdefghijklmnopqrstuvwxyz0123456789 "
        return np.array([[1.0 + sentence.lower().count(letter) for letter in letters] for sentence in sentences], dtype=np.float32)


def compare(articles, **options):
    return cc.compare(articles, encoder=_LetterEncoder(), **options)


def list_skipped(result):
    return [(item.name, item.reason.key) for item in result.skipped]


def test_two_reports_give_claims_findings_and_what_only_one_carries():
    result = compare({"Herald": HERALD, "Courier": COURIER})
    assert result.outlets == ("Herald", "Courier")
    assert {c.outlet for c in result.claims} == {"Herald", "Courier"}
    (found,) = (f for f in result.agreements if "closed" in f.pair.left.text and "closed" in f.pair.right.text)
    assert (found.pair.left.outlet, found.pair.right.outlet) == ("Herald", "Courier")
    assert any("ferry" in claim.text for claim in result.unmatched["Courier"])
    assert result.skipped == ()
    assert select_pairs(result.candidates) == tuple(finding.pair for finding in result.findings)


def test_rejudge_selects_among_the_candidates_under_other_thresholds():
    result = compare({"Herald": HERALD, "Courier": COURIER})
    strict, loose = (attrs.evolve(result.settings, min_pair_score=least) for least in (1.0, 0.2))
    for settings in (strict, loose, result.settings):
        again = result.rejudge(settings)
        assert again.findings == compare({"Herald": HERALD, "Courier": COURIER}, settings=settings).findings
    assert len(result.rejudge(strict).findings) < len(result.rejudge(loose).findings)


@pytest.mark.parametrize("given", [[], {}, {"Herald": HERALD}, [cc.Article(text=HERALD)]], ids=["none", "no outlet", "one outlet", "one"])
def test_fewer_than_two_articles_are_an_error_that_says_what_to_do(given):
    with pytest.raises(cc.TooFewArticlesError, match=r"needs at least two, such as compare\(\{"):
        compare(given)


def test_an_unreadable_file_beside_one_article_is_named_in_the_error(tmp_path):
    (tmp_path / "a.txt").write_text(HERALD, encoding="utf-8")
    with pytest.raises(cc.TooFewArticlesError, match=r"(?s)1 article given.*b\.txt"):
        compare([tmp_path / "a.txt", tmp_path / "b.txt"])


def test_an_empty_article_is_skipped_by_name_and_the_rest_go_on():
    result = compare({"Herald": HERALD, "Courier": COURIER, "Blank": " \n"})
    assert list_skipped(result) == [("Blank", "read_empty")]
    assert len(result.articles) == 2


def test_blank_texts_alone_give_an_empty_comparison():
    result = compare({"Herald": "", "Courier": "\n"})
    assert (result.articles, result.claims, len(result.skipped)) == ((), (), 2)
    assert result.to_html()


def test_the_same_article_twice_is_used_once_and_said_so():
    article = cc.Article(text=HERALD, outlet="Herald")
    result = compare([article, article, cc.Article(text=COURIER, outlet="Courier")])
    assert len(result.articles) == 2
    assert [key for _, key in list_skipped(result)] == ["read_duplicate"]


def test_two_articles_with_one_id_are_not_mixed_up():
    result = compare([cc.Article(text=text, outlet=text[:4], id="x") for text in (HERALD, COURIER)])
    assert [article.text for article in result.articles] == [HERALD]
    assert [key for _, key in list_skipped(result)] == ["read_id_taken"]


def test_an_article_that_breaks_extraction_is_named_and_logged_and_the_rest_go_on(monkeypatch, caplog):
    def extract(article, *, settings):
        if article.outlet == "Broken":
            raise RuntimeError("no parse")
        return cc.extract_claims(article, settings=settings)

    monkeypatch.setattr(pipeline, "extract_claims", extract)
    with caplog.at_level(logging.ERROR, "claimcmp"):
        result = compare({"Herald": HERALD, "Broken": "Nothing here.", "Courier": COURIER})
    assert list_skipped(result) == [("Broken", "skipped_failed")]
    assert "RuntimeError: no parse" in str(result.skipped[0].reason)
    assert "extraction failed" in caplog.text
    assert result.agreements


def test_a_language_without_data_is_compared_and_noted():
    result = compare([cc.Article(text="Most zamknięto 3 maja.", outlet="Gazeta", language="pl"), cc.Article(text=HERALD, outlet="Herald")])
    assert list_skipped(result) == [("Gazeta", "skipped_language")]
    assert [str(c.attribution.mode) for c in result.claims if c.outlet == "Gazeta"] == ["narrated"]


def test_an_outlet_is_compared_with_itself_only_on_request():
    versions = [cc.Article(text=text, outlet="Herald") for text in (HERALD, COURIER)]
    assert compare(versions).findings == ()
    assert compare(versions, within_outlet=True).agreements


def test_progress_goes_to_the_callable_stage_by_stage():
    seen = []
    compare({"Herald": HERALD, "Courier": COURIER}, progress=lambda *step: seen.append(step))
    n_texts = seen[2][1]
    assert seen == [("extract", 1, 2), ("extract", 2, 2), ("embed", n_texts, n_texts), ("align", 1, 1), ("judge", 1, 1)]


def test_embedding_many_claims_is_reported_as_it_goes(monkeypatch):
    monkeypatch.setattr("claimcmp.embed.claims.BLOCK", 2)
    seen = []
    reported = compare({"Herald": HERALD, "Courier": COURIER}, progress=lambda *step: seen.append(step))
    embedding = [done for stage, done, _ in seen if stage == "embed"]
    assert len(embedding) > 1
    assert embedding == sorted(embedding)
    monkeypatch.undo()
    assert reported == compare({"Herald": HERALD, "Courier": COURIER})


def test_a_bar_on_a_terminal_names_the_stages(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    compare({"Herald": HERALD, "Courier": COURIER}, progress=True)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "judge" in shown.err


@pytest.mark.parametrize("progress", [True, False, None])
def test_no_bar_is_drawn_where_nobody_watches(progress, capsys):
    compare({"Herald": HERALD, "Courier": COURIER}, progress=progress)
    assert capsys.readouterr() == ("", "")


def test_provenance_says_what_made_the_result_and_equal_runs_are_equal():
    first, second = (compare({"Herald": HERALD, "Courier": COURIER}) for _ in range(2))
    assert first == second
    assert {"claimcmp", "python", "model", "engine", "language data", "judge"} == set(first.provenance)
    assert (first.provenance["judge"], first.provenance["language data"]) == ("rules", "en")
