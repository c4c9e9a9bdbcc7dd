"""How what a model says in two directions is read as one."""

import pytest
from hypothesis import given, strategies as st

from claimcmp.records import Entailment, Probabilities
from claimcmp.verdicts.directions import LABELS, combine_directions, load_direction_weights


def make(entailment: float, neutral: float) -> Probabilities:
    return Probabilities(entailment=entailment, neutral=neutral, contradiction=1 - entailment - neutral)


SHARES = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(lambda pair: make(pair[0], (1 - pair[0]) * pair[1]))


@given(SHARES, SHARES, st.integers(0, 300), st.integers(0, 300), st.booleans())
def test_reading_does_not_depend_on_which_side_comes_first(
    there: Probabilities, back: Probabilities, left: int, right: int, is_headline: bool
) -> None:
    one = combine_directions(Entailment(forward=there, backward=back), is_headline=is_headline, lengths=(left, right))
    other = combine_directions(Entailment(forward=back, backward=there), is_headline=is_headline, lengths=(right, left))
    assert all(getattr(one, label) == pytest.approx(getattr(other, label), abs=1e-9) for label in LABELS)


def test_what_follows_from_the_longer_side_counts_for_more() -> None:
    follows, open_ = make(0.8, 0.1), make(0.2, 0.7)
    found = [
        combine_directions(Entailment(forward=follows, backward=open_), is_headline=False, lengths=lengths).entailment
        for lengths in ((200, 50), (100, 100), (50, 200))
    ]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[2]


def test_in_languages_that_were_hardly_trained_on_less_is_taken_for_neutral() -> None:
    unsure = Entailment(forward=make(0.4, 0.45), backward=make(0.4, 0.45))
    shares = [combine_directions(unsure, is_headline=False, languages=pair).neutral for pair in (("en", "en"), ("tr", "tr"), ("ar", "en"))]
    assert shares[0] > shares[1] == shares[2]


def test_weights_of_both_kinds_are_complete() -> None:
    assert {name: len(weights.start) for name, weights in load_direction_weights().items()} == {"headlines": 3, "statements": 3}
