import numpy as np
import pytest

from benchmarks.training.pack_pair_model import MAX_BYTES, encode_change, fit_levels
from benchmarks.training.saved import average_weights
from claimcmp.errors import ModelError
from claimcmp.pairmodel.model import WEIGHTS_FILE
from claimcmp.pairmodel.weights import MAGIC, read_weights, sum_base


def test_what_is_written_is_read_again(stand_in):
    found = read_weights(stand_in.path)
    assert (found.labels, found.temperatures, found.side_tokens) == (("entailment", "neutral", "contradiction"), (2.0, 3.0), 80)
    assert (found.levels == stand_in.weights.levels).all()
    for kind in ("codes", "scales", "vectors"):
        written, read = getattr(stand_in.weights, kind), getattr(found, kind)
        assert written.keys() == read.keys()
        assert all((written[name] == read[name]).all() for name in written)


def test_only_what_training_changed_is_stored(stand_in):
    assert {name.partition(".")[0] for name in stand_in.weights.codes} == {"l10", "l11", "news"}
    assert (stand_in.weights.read_change("l0.q.w") == 0).all()


def test_a_change_comes_back_within_an_eighth_of_its_size(packed, stand_in):
    from claimcmp.models import name_in_bert

    for name in ("l10.q.w", "l11.fo.w"):
        change = stand_in.trained["encoder"][name_in_bert(name)].ravel() - packed.read_weight(name)
        error = change - stand_in.weights.read_change(name)
        assert np.linalg.norm(error) < 0.125 * np.linalg.norm(change)


def test_the_head_comes_back_in_half_precision(stand_in):
    assert np.allclose(stand_in.weights.read_head("head.0.w"), stand_in.trained["head"]["0.weight"].ravel(), rtol=1e-3, atol=1e-6)


def test_the_head_for_headlines_comes_back_from_its_change(stand_in):
    head, news = (stand_in.trained[part]["0.weight"].ravel() for part in ("head", "news_head"))
    error = stand_in.weights.read_head("news.0.w") - news
    assert np.linalg.norm(error) < 0.125 * np.linalg.norm(news - head)


def test_training_may_go_on_from_a_packed_model(stand_in):
    found = average_weights([stand_in.path, stand_in.path])
    for part, weights in stand_in.trained.items():
        assert weights.keys() <= found[part].keys()
        for name, values in weights.items():
            assert np.linalg.norm(found[part][name] - values) < 0.05 * np.linalg.norm(values) + 1e-6, (part, name)


def test_a_change_of_nothing_is_nothing():
    levels = fit_levels(np.random.default_rng(0).standard_normal(1000).astype(np.float32))
    _, scales = encode_change(np.zeros(256, np.float32), levels)
    assert np.abs(scales.astype(np.float32)).max() < 1e-6


@pytest.mark.parametrize("position", [12, 40, 5_000, -1])
def test_a_damaged_file_is_named(tmp_path, stand_in, position):
    data = bytearray(stand_in.path.read_bytes())
    data[position] ^= 0x40
    (tmp_path / "weights.bin").write_bytes(data)
    with pytest.raises(ModelError, match=r"weights\.bin is damaged.*reinstall claimcmp"):
        read_weights(tmp_path / "weights.bin")


@pytest.mark.parametrize("content", [b"", b"CCPA", b"PK\x03\x04" + bytes(100)])
def test_another_kind_of_file_is_named(tmp_path, content):
    (tmp_path / "weights.bin").write_bytes(content)
    with pytest.raises(ModelError, match=f"does not begin with {MAGIC!r}"):
        read_weights(tmp_path / "weights.bin")


def test_a_file_cut_short_is_damaged(tmp_path, stand_in):
    (tmp_path / "weights.bin").write_bytes(stand_in.path.read_bytes()[:-100])
    with pytest.raises(ModelError, match="is damaged"):
        read_weights(tmp_path / "weights.bin")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelError, match="could not be read"):
        read_weights(tmp_path / "weights.bin")


@pytest.mark.skipif(not WEIGHTS_FILE.exists(), reason="the trained weights are not packed yet")
def test_the_shipped_weights_fit_the_package_and_the_bundled_model(packed):
    assert WEIGHTS_FILE.stat().st_size <= MAX_BYTES
    assert read_weights(WEIGHTS_FILE).base == sum_base(packed)
    assert "CC BY-SA 4.0" in WEIGHTS_FILE.with_name("LICENSE").read_text(encoding="utf-8")
