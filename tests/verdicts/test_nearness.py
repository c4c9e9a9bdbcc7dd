"""How much nearer a claim comes to another when a negation is taken out."""

from __future__ import annotations

import attrs
import numpy as np
import pytest

from claimcmp.verdicts.nearness import NegationFeatures, cut_stretches, load_mean, load_weights, measure_nearness

BRIDGE = "The city did not open the bridge to traffic", "The city did open the bridge to traffic"

SIDES = [
    ("affirmed", "Le pont a été ouvert à la circulation par la ville", True),
    ("denied", "La ville n'a pas ouvert le pont à la circulation", False),
]


@pytest.mark.parametrize(("why", "other", "is_nearer"), SIDES, ids=[row[0] for row in SIDES])
def test_a_negation_taken_out_brings_a_claim_nearer_to_what_affirms_it(why: str, other: str, is_nearer: bool) -> None:
    (found,) = measure_nearness(BRIDGE[0], BRIDGE[1:], other, ("en", "fr"))
    assert (found.gain > 0) is is_nearer


def test_every_removed_negation_is_measured_by_itself() -> None:
    text = "He did not come and she did not call"
    without = ("He did come and she did not call", "He did not come and she did call")
    both = measure_nearness(text, without, "Il est venu et elle n'a pas appelé", ("en", "fr"))
    assert both[0].gain > both[1].gain
    assert [measure_nearness(text, [each], "Il est venu et elle n'a pas appelé", ("en", "fr"))[0] for each in without] == both


CUTS = [
    ("short", "a b not c d", "a b c d", "a b not c d", "a b c d"),
    ("long", " ".join([*"abcdefghij", "not", *"klmnopqrst"]), " ".join("abcdefghijklmnopqrst"), "d e f g h i j not k l m n o p q", "d e f g h i j k l m n o p q"),
    ("two parts", "il ne vient pas ici", "il vient ici", "il ne vient pas ici", "il vient ici"),
    ("at the end", "he came not", "he came", "he came not", "he came"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "without", "around", "bare"), CUTS, ids=[row[0] for row in CUTS])
def test_the_words_around_a_negation_are_cut_out(why: str, text: str, without: str, around: str, bare: str) -> None:
    assert cut_stretches(text, without, "un deux trois quatre cinq six sept huit")[:2] == (around, bare)


def test_stretches_of_the_other_side_lie_in_about_the_same_place() -> None:
    other = " ".join(f"w{number}" for number in range(40))
    text = " ".join(["x"] * 19 + ["not"] + ["x"] * 20)
    stretches = cut_stretches(text, " ".join(["x"] * 39), other)[2]
    assert len(stretches) == 3
    assert all("w18" in stretch.split() or "w22" in stretch.split() for stretch in stretches)


def test_an_unknown_language_has_the_mean_of_all() -> None:
    assert np.allclose(load_mean("no"), load_mean("sv"))
    assert not np.allclose(load_mean("no"), load_mean("en"))
    assert np.array_equal(load_mean("en"), load_mean("en-GB"))


@pytest.mark.parametrize("is_trained", [False, True], ids=["untrained", "trained"])
def test_a_counterpart_makes_a_lone_negation_less_sure(is_trained: bool) -> None:
    weights = load_weights(is_trained=is_trained)
    (found,) = measure_nearness(BRIDGE[0], BRIDGE[1:], SIDES[0][1], ("en", "fr"))
    features = NegationFeatures(gain=found.gain, likeness=found.likeness, clause_gain=0.0, counterpart=False, near=False, left=False)
    elsewhere, nearby = attrs.evolve(features, counterpart=True), attrs.evolve(features, counterpart=True, near=True)
    scores = [weights.score(each) for each in (features, elsewhere, nearby)]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[2] < scores[0] <= 1


def test_a_contradiction_that_goes_with_a_negation_makes_it_surer_that_it_is_lone() -> None:
    features = NegationFeatures(gain=0.02, likeness=0.5, clause_gain=0.0, counterpart=False, near=False, left=False)
    swung = attrs.evolve(features, swing=1.5, swing_around=1.5, swing_clause=1.5)
    assert load_weights(is_trained=True).score(swung) > load_weights(is_trained=True).score(features)
    assert load_weights().score(swung) == load_weights().score(features)
