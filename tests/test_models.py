from pathlib import Path

import pytest

import claimcmp as cc
from claimcmp.embed import BundledEncoder, embed_claims
from claimcmp.models import bundled_sentence_transformer
from claimcmp.records import Claim, Span

SENTENCES = (
    "قال الوزير إن الجسر أُغلق يوم الاثنين بعد انهيار جزء منه، “ولن يُفتح قريباً”",
    "The minister said 3,500 people had left the valley by 14 May 2021 — “all of them alive”.",
    "Министр заявил, что мост закрыли в понедельник.",
)


@pytest.fixture(scope="module")
def model():
    return bundled_sentence_transformer()


@pytest.mark.slow
def test_vectors_are_those_of_the_engine(model):
    vectors = model.encode(list(SENTENCES), prompt_name="query")
    assert ((vectors * BundledEncoder().encode(list(SENTENCES))).sum(axis=1) > 0.9995).all()


@pytest.mark.slow
def test_the_seeds_come_to_the_same_findings_through_it(model):
    articles = cc.read_articles(Path(__file__).parents[1] / "seeds")
    own, framework = cc.compare(articles), cc.compare(articles, encoder=model)

    def list_verdicts(result: cc.Comparison) -> dict[tuple[str, str], str]:
        return {(f.pair.left.id, f.pair.right.id): f.verdict.value for f in result.findings}

    assert list_verdicts(own) == list_verdicts(framework)
    assert "conflict" in list_verdicts(own).values()


@pytest.mark.slow
def test_it_serves_as_an_encoder_with_its_query_prompt(model):
    text = SENTENCES[1]
    claims = [Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)]
    own, framework = embed_claims(claims), embed_claims(claims, encoder=model)
    assert own.vectors[0] @ framework.vectors[0] > 0.9995
    assert framework.engine.startswith("sentence_transformers") or "sentence" in framework.engine
    assert framework.background == pytest.approx(own.background, abs=0.01)
