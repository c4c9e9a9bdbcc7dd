"""Figures and dates that the article of the other side gives as well are marked on a pair."""

import pytest

from claimcmp import Article, Settings, align_claims, embed_claims, extract_claims
from claimcmp.align.retold import mark_retold
from tests.verdicts.making import make_pair

LEFT = "Ferry sinks off the cape, 19 dead\n\nNineteen people drowned on 4 May. The company paid 30,000 dollars to each family."
RIGHT = "Twenty-one drown off the cape\n\nThe owners paid 30,000 dollars a family. Forty were saved."


def read_pairs(left: str, right: str):
    articles = [Article(text=left, outlet="Herald", published="2024-05-06"), Article(text=right, outlet="Courier", published="2024-05-06")]
    claims = [claim for article in articles for claim in extract_claims(article)]
    texts = {article.id: article.text for article in articles}
    return texts, align_claims(embed_claims(claims), settings=Settings(min_pair_score=0.0, min_candidate_score=0.0)).pairs


def list_retold(left: str, right: str) -> set[str]:
    texts, pairs = read_pairs(left, right)
    sides = [(pair.left, pair.left_retold) for pair in pairs] + [(pair.right, pair.right_retold) for pair in pairs]
    return {texts[claim.article_id][span.start : span.end] for claim, spans in sides for span in spans}


def test_only_what_both_articles_give_is_retold() -> None:
    assert list_retold(LEFT, RIGHT) == {"30,000 dollars"}


def test_a_figure_is_retold_in_other_words_and_in_another_language() -> None:
    assert {"19", "تسعة عشر"} & list_retold(LEFT, "غرق تسعة عشر شخصا قبالة الرأس") == {"19", "تسعة عشر"}


@pytest.mark.parametrize(
    ("right", "retold"),
    [
        ("Three buses stood on the quay. Rescuers came late.", set()),
        ("Three people were hurt, one of them badly.", {"Three"}),
        ("Three sailors were wounded on the quay.", {"Three"}),
    ],
    ids=["other things", "the same things", "other nouns, the same fate"],
)
def test_a_small_count_is_retold_only_where_it_may_count_the_same(right: str, retold: set[str]) -> None:
    assert list_retold("Three people were injured on the quay.", right) == retold


@pytest.mark.parametrize(("left", "right"), [(LEFT, RIGHT), (RIGHT, LEFT)])
def test_every_retold_span_is_that_of_a_facet_of_its_side(left: str, right: str) -> None:
    for pair in read_pairs(left, right)[1]:
        for claim, spans in ((pair.left, pair.left_retold), (pair.right, pair.right_retold)):
            assert set(spans) <= {facet.span for facet in claim.facets}


def test_nothing_is_looked_for_where_the_claims_are_not_given() -> None:
    pair = make_pair("Nineteen people drowned", "Nineteen people drowned off the cape")
    assert mark_retold([pair], [], Settings()) == (pair,)
