import attrs
import numpy as np
import pytest

from claimcmp.align.context import measure_sentences, tells_of_one_event, weigh_context
from claimcmp.align.order import are_translations, measure_order
from claimcmp.align.scores import shares_something
from claimcmp.records import Claim, Pair, Passage, Span


def make_claims(article, language, count):
    return [
        Claim(
            id=f"{article}{n}",
            article_id=article,
            language=language,
            sentence=n,
            span=Span(start=10 * n, end=10 * n + 9),
            text="The dam burst"[:9],
        )
        for n in range(count)
    ]


def make_totals(pairs, shape, low=-4.0, high=3.0):
    totals = np.full(shape, low)
    for cell in pairs:
        totals[cell] = high
    return totals


IN_ORDER = [(n, n) for n in range(7) if n != 3]
SHUFFLED = [(0, 4), (1, 0), (2, 6), (4, 1), (5, 3), (6, 2)]


def add_order(totals):
    return measure_order(totals, range(totals.shape[0]), range(totals.shape[1]))


def test_in_parallel_texts_a_weak_pair_between_its_neighbours_gains_and_one_across_them_loses():
    added = add_order(make_totals(IN_ORDER, (7, 7)))
    assert added[3, 3] > 1
    assert added[3, 0] < -2


def test_texts_in_another_order_are_left_alone():
    assert not add_order(make_totals(SHUFFLED, (7, 7))).any()


TRANSLATIONS = [
    # description, sentences of both texts, pairs in order, whether they are translations
    ("whole", (5, 5), 5, True),
    ("three pairs of three", (3, 3), 3, False),
    ("a short text with a sentence to spare", (7, 7), 6, False),
    ("a long one with three", (18, 18), 15, True),
    ("many pairs, a third left out on both sides", (15, 20), 9, True),
    ("few pairs of many", (20, 20), 6, False),
]


@pytest.mark.parametrize(("description", "shape", "count", "wanted"), TRANSLATIONS)
def test_texts_are_translations_where_pairs_in_order_cover_them(description, shape, count, wanted):
    totals = make_totals([(n, n) for n in range(count)], shape)
    assert are_translations(totals, range(shape[0]), range(shape[1])) is wanted


def test_a_sure_pair_out_of_order_stays_surer_than_not():
    totals = make_totals(IN_ORDER[:5], (8, 8))
    totals[7, 3] = 6.0
    assert (totals + add_order(totals))[7, 3] > 2


def test_claims_of_one_sentence_gain_alike():
    added = measure_order(make_totals(IN_ORDER, (7, 7)), [0, 1, 2, 3, 3, 4, 5], range(7))
    assert (added[3] == added[4]).all()


def test_order_is_the_same_from_either_side():
    totals = make_totals([*IN_ORDER, (3, 1)], (7, 9))
    assert add_order(totals) == pytest.approx(add_order(totals.T).T, abs=1e-9)


def test_in_parallel_texts_a_sentence_much_longer_than_another_is_not_its_translation():
    totals = make_totals(IN_ORDER, (7, 7))
    lengths = [100] * 7
    alike = measure_order(totals, range(7), range(7), lengths=(lengths, lengths))[3, 3]
    unlike = measure_order(totals, range(7), range(7), lengths=(lengths, [*lengths[:3], 400, *lengths[4:]]))[3, 3]
    assert alike > add_order(totals)[3, 3] > unlike


def test_a_language_with_longer_words_changes_nothing():
    totals = make_totals(IN_ORDER, (7, 7))
    lengths = [90, 120, 60, 100, 80, 110, 70]
    added = [measure_order(totals, range(7), range(7), lengths=(lengths, [factor * n for n in lengths])) for factor in (1, 2)]
    assert added[0] == pytest.approx(added[1])


def test_a_sentence_is_as_long_as_its_claims_and_the_words_beside_them():
    one, two, three = make_claims("a", "en", 3)
    beside = (Passage(span=Span(start=9, end=16), text="he said"),)
    claims = [attrs.evolve(one, beside=beside), attrs.evolve(two, sentence=0), three]
    assert measure_sentences(claims) == [19, 19, 9]


def test_claims_that_were_not_compared_do_no_harm():
    totals = make_totals(IN_ORDER, (7, 7), low=-np.inf)
    assert np.isfinite(add_order(totals)).all()


STORIES = [
    ("openings that meet", [(1, 2)], "en", "story", True),
    ("only late claims meet", [(5, 5)], "en", "story", False),
    ("two pairs of later sentences meet", [(4, 5), (5, 4)], "en", "story", True),
    ("one later sentence meets two", [(4, 5), (4, 4)], "en", "story", False),
    ("openings that meet, in two languages", [(1, 2)], "ru", "story_across", True),
    ("two pairs of later sentences meet, in two languages", [(4, 5), (5, 4)], "ru", "story_across", False),
]


@pytest.mark.parametrize(("description", "pairs", "language", "name", "wanted"), STORIES, ids=[case[0] for case in STORIES])
def test_two_reports_tell_of_one_event_if_their_openings_meet(description, pairs, language, name, wanted):
    totals = make_totals(pairs, (6, 6))
    found = weigh_context(totals, np.ones((6, 6), dtype=bool), make_claims("a", "en", 6), make_claims("b", language, 6))
    assert bool(found[name].any()) is wanted


@pytest.mark.parametrize(("day", "wanted"), [("2024-05-09", True), ("2024-06-20", False), (None, True)])
def test_later_sentences_that_meet_are_background_if_the_reports_lie_weeks_apart(day, wanted):
    sides = [
        [attrs.evolve(claim, published=when) for claim in make_claims(name, "en", 6)] for name, when in (("a", "2024-05-06"), ("b", day))
    ]
    found = weigh_context(make_totals([(4, 5), (5, 4)], (6, 6)), np.ones((6, 6), dtype=bool), *sides)
    assert bool(found["story"].any()) is wanted


def test_claims_that_share_nothing_gain_nothing_from_a_common_story():
    shares = np.zeros((6, 6), dtype=bool)
    shares[4, 4] = True
    found = weigh_context(make_totals([(0, 0)], (6, 6)), shares, make_claims("a", "en", 6), make_claims("b", "en", 6))
    assert found["story"][4, 4] > 0 == found["story"][4, 5]


def test_inside_one_article_only_the_best_of_both_counts():
    claims = make_claims("a", "en", 5)
    assert set(weigh_context(make_totals([(0, 1)], (5, 5)), np.ones((5, 5), dtype=bool), claims, claims)) == {"mutual"}


@pytest.mark.parametrize(
    ("contributions", "wanted"), [({"story_across": 0.5}, True), ({"order": -2.0}, False), ({"words": 1.0}, False), ({}, False)]
)
def test_an_event_is_one_if_more_than_the_pair_says_so(contributions, wanted):
    left, right = make_claims("a", "en", 1)[0], make_claims("b", "ar", 1)[0]
    assert tells_of_one_event(Pair(left=left, right=right, score=0.5, contributions=contributions)) is wanted


# fmt: off
SHARING = [
    ("a word", {"base": -3.1, "words": 0.4}, True),
    ("nearest by far, in other words", {"base": -3.1, "standing": 0.69}, True),
    ("somewhat near", {"base": -3.1, "standing": 0.3}, False),
    ("a day only", {"base": -3.1, "same_time": 0.7}, False),
]
# fmt: on


@pytest.mark.parametrize(("contributions", "is_shared"), [row[1:] for row in SHARING], ids=[row[0] for row in SHARING])
def test_claims_of_one_story_meet_where_they_share_something_or_stand_out(contributions: dict[str, float], is_shared: bool) -> None:
    assert shares_something(contributions) is is_shared
