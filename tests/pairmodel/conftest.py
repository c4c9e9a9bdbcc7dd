"""A stand-in for the trained weights: the bundled ones with the last two layers shifted at random, and a random head."""

from pathlib import Path

import attrs
import numpy as np
import pytest

from benchmarks.training.pack_pair_model import pack_weights
from benchmarks.training.saved import Trained
from claimcmp.embed.packed import PackedModel, open_bundled
from claimcmp.models import name_in_bert
from claimcmp.pairmodel import PairModel
from claimcmp.pairmodel.weights import PairWeights, write_weights

PAIRS = [
    ("The bridge over the river was closed on Monday.", "The bridge is open to traffic."),
    ("قال الوزير إن الجسر أُغلق يوم الاثنين", "أكد الوزير أن الجسر لم يُغلق"),
    ("Мост закрыли в понедельник.", "The bridge was closed."),
    ("Köprü pazartesi günü kapatıldı.", "Le pont a été fermé lundi."),
    ("پل روز دوشنبه بسته شد.", "Die Brücke blieb offen."),
    ("El puente se cerró el lunes por la mañana, según el ministro, y seguirá cerrado hasta el viernes.", "Sí."),
    ("", ""),
]


@attrs.frozen
class StandIn:
    """Weights as training would save them, packed, and written to a file."""

    trained: Trained
    weights: PairWeights
    path: Path


@pytest.fixture(scope="session")
def packed() -> PackedModel:
    return open_bundled()


@pytest.fixture(scope="session")
def stand_in(packed, tmp_path_factory) -> StandIn:
    random = np.random.default_rng(3)
    encoder = {}
    for name in packed.names:
        if name.startswith("l"):
            values = packed.read_weight(name)
            if name.startswith(("l10.", "l11.")):
                values += 0.05 * values.std() * random.standard_normal(values.size, dtype=np.float32)
            encoder[name_in_bert(name)] = values
    sizes = {"0.weight": 384 * 768, "0.bias": 384, "2.weight": 3 * 384, "2.bias": 3}
    head = {name: 0.3 * random.standard_normal(size, dtype=np.float32) for name, size in sizes.items()}
    news_head = {name: values + np.float32(0.1) * random.standard_normal(values.size, dtype=np.float32) for name, values in head.items()}
    trained = {"encoder": encoder, "head": head, "news_head": news_head}
    weights = pack_weights(packed, trained, temperatures=(2.0, 3.0))
    path = tmp_path_factory.mktemp("pairmodel") / "weights.bin"
    write_weights(path, weights)
    return StandIn(trained, weights, path)


@pytest.fixture(scope="session")
def model(stand_in) -> PairModel:
    return PairModel(stand_in.path, threads=2)


@pytest.fixture(scope="session")
def pairs() -> list[tuple[str, str]]:
    return PAIRS
