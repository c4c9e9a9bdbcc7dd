import struct

import numpy as np
import pytest

from claimcmp.embed.packed import expand_blocks, open_bundled, open_packed
from claimcmp.errors import ModelError


@pytest.fixture(scope="module")
def packed():
    return open_bundled()


def test_a_block_is_a_scale_and_32_weights_of_four_bits():
    block = np.frombuffer(b"\x00\x38" + bytes(range(16)), np.uint8)  # the scale 0.5
    assert expand_blocks(block)[:16].tolist() == [(value - 8) / 2 for value in range(16)]
    assert expand_blocks(block)[16:].tolist() == [-4.0] * 16


def test_sizes_and_pieces_are_those_of_the_model(packed):
    assert (packed.layers, packed.width, packed.heads, packed.feed_forward) == (12, 384, 12, 1536)
    pieces, scores = packed.read_pieces()
    assert len(pieces) == len(scores) == packed.piece_count
    assert [pieces[i] for i in (packed.beginning, packed.end, packed.padding, packed.unknown)] == [b"<s>", b"</s>", b"<pad>", b"<unk>"]


def test_rows_are_read_as_in_the_whole_matrix(packed):
    whole = packed.read_weight("l3.fi.w").reshape(-1, packed.width)
    assert (packed.read_rows("l3.fi.w", np.array([7, 0, 1535])) == whole[[7, 0, 1535]]).all()


def test_every_weight_has_its_size(packed):
    assert packed.read_weight("l0.q.w").size == packed.width**2
    assert packed.read_weight("emb.pos").size == packed.positions * packed.width
    assert len(packed.names) == 5 + 16 * packed.layers


def test_a_file_of_another_format_is_named(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelError, match=r"model\.bin does not begin with"):
        open_packed(tmp_path / "model.bin")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"model\.bin could not be read"):
        open_packed(tmp_path / "model.bin")


@pytest.mark.parametrize("size", [5, 40, 80])
def test_a_file_cut_short_is_damaged(tmp_path, size):
    start = b"E5S1" + struct.pack("<8if2i", 1, 384, 12, 12, 1536, 100, 512, 2, 1e-12, 32, 1)
    (tmp_path / "model.bin").write_bytes((start + bytes(100))[:size])
    with pytest.raises(ModelError, match="is damaged"):
        open_packed(tmp_path / "model.bin")
