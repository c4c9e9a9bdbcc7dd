import itertools
import math
import random
from typing import ClassVar

import numpy as np
import pytest

from claimcmp.align import align_claims, select_pairs
from claimcmp.align.candidates import find_blocks
from claimcmp.align.evidence import read_evidence
from claimcmp.align.linkage import link_average
from claimcmp.align.scores import BASE, WEIGHTS, score_contributions
from claimcmp.embed import BundledEncoder, EmbeddedClaims, embed_claims
from claimcmp.errors import InvalidSettingError
from claimcmp.facets import read_facets
from claimcmp.records import Article, Claim, Pair, Passage, Span
from claimcmp.settings import Settings
from tests.verdicts.making import swap


def read_report(outlet, published, language, *sentences, id=None):
    """Claims of a report with one claim a line."""
    article = Article(text="\n".join(sentences), outlet=outlet, published=published, language=language, id=id or outlet or published)
    claims, start = [], 0
    for number, text in enumerate(sentences):
        span = Span(start=start, end=start + len(text))
        claims.append(
            Claim(
                id=f"{article.id}{number}",
                article_id=article.id,
                outlet=outlet,
                language=language,
                sentence=number,
                span=span,
                text=text,
            )
        )
        start += len(text) + 1
    return read_facets(article, tuple(claims), Settings())


class Remembering:
    """The bundled model, which encodes each text once for all tests."""

    known: ClassVar[dict[str, np.ndarray]] = {}

    def encode(self, sentences):
        new = [sentence for sentence in sentences if sentence not in self.known]
        self.known.update(zip(new, BundledEncoder().encode(new), strict=True))
        return np.stack([self.known[sentence] for sentence in sentences])


def align(*reports, settings=None, within_outlet=False):
    return align_claims(embed_claims(itertools.chain(*reports), encoder=Remembering()), settings=settings, within_outlet=within_outlet)


def ids(pairs):
    return {(pair.left.id, pair.right.id) for pair in pairs}


HERALD = read_report(
    "H", "2024-03-06", "en",
    "The foreign ministers of Norway and Peru met in Lisbon on Monday to discuss fishing rights",
    "A storm cut the power in four villages near Braga",
    "The Norwegian minister said the two countries had not agreed on quotas",
    "Ticket prices for the Lisbon metro will rise by 5 percent in April",
)  # fmt: skip
WIRE = read_report(
    "W", "2024-03-05", "en",
    "Talks on fishing rights between the foreign ministers of Peru and Norway took place in Lisbon on Monday",
    "The Peruvian minister said the two countries had agreed on quotas",
    "An orchestra from Porto won the competition in Vienna",
)  # fmt: skip
MIZAN = read_report(
    "م", "2024-03-05", "ar",
    "اجتمع وزيرا خارجية النرويج وبيرو في لشبونة الاثنين لبحث حقوق الصيد",
    "انقطعت الكهرباء عن أربع قرى قرب براغا بسبب عاصفة",
    "افتتحت مكتبة عامة جديدة في وسط المدينة",
)  # fmt: skip

CALL = read_report(
    "C", "2024-07-10", "en",
    "The foreign ministers of Norway and Peru spoke by phone on 8 July 2024",
    "The two foreign ministers of Norway and Peru discussed fishing rights during the phone call",
)  # fmt: skip

SAME_POINT = [
    ("one meeting in other words", HERALD, WIRE, ("H0", "W0")),
    ("one says what the other denies", HERALD, WIRE, ("H2", "W1")),
    ("one meeting in two languages", HERALD, MIZAN, ("H0", "م0")),
    ("one storm in two languages", HERALD, MIZAN, ("H1", "م1")),
]

OTHER_POINT = [
    ("a phone call in July is no meeting in March", HERALD, CALL, ("H0", "C0")),
    ("another event by the same people", WIRE, CALL, ("W0", "C0")),
    ("nothing in common", HERALD, WIRE, ("H1", "W2")),
    ("nothing in common, in two languages", HERALD, MIZAN, ("H3", "م2")),
    ("one place, another thing", HERALD, WIRE, ("H3", "W0")),
]


@pytest.mark.parametrize(("description", "left", "right", "pair"), SAME_POINT, ids=[case[0] for case in SAME_POINT])
def test_claims_on_one_point_are_paired(description, left, right, pair):
    assert pair in ids(align(left, right).pairs)


@pytest.mark.parametrize(("description", "left", "right", "pair"), OTHER_POINT, ids=[case[0] for case in OTHER_POINT])
def test_claims_on_other_points_are_not_paired(description, left, right, pair):
    assert pair not in ids(align(left, right).pairs)


def test_the_contributions_explain_the_score():
    for pair in align(HERALD, WIRE).candidates:
        assert pair.contributions[BASE] == WEIGHTS[BASE]
        assert pair.score == pytest.approx(1 / (1 + math.exp(-sum(pair.contributions.values()))), abs=1e-4)
        assert set(pair.contributions) <= set(WEIGHTS)


def test_another_order_of_articles_swaps_left_and_right_and_nothing_else():
    forth, back = align(HERALD, WIRE, MIZAN), align(MIZAN, WIRE, HERALD)
    assert [swap(pair) for pair in forth.pairs] == list(back.pairs)
    assert {event.id for event in forth.events} == {event.id for event in back.events}
    assert {frozenset(claim.id for claim in group.claims) for group in forth.groups} == {
        frozenset(claim.id for claim in group.claims) for group in back.groups
    }


def test_left_is_the_article_given_earlier_whatever_its_id():
    assert {pair.left.outlet for pair in align(WIRE, HERALD).pairs} == {"W"}
    assert {pair.left.outlet for pair in align(HERALD, WIRE).pairs} == {"H"}


def test_the_order_of_the_claims_of_an_article_changes_nothing():
    assert ids(align(HERALD[::-1], WIRE[::-1]).pairs) == ids(align(HERALD, WIRE).pairs)


COUNTS = [
    # description, a claim of each report, whether they count those whom one thing befell, in figures of one size
    ("dead and killed", "divers brought up 17 bodies", "the sinking killed 24 fishermen", True),
    ("hurt and wounded, in two languages", "the storm hurt 12 sailors", "15 ont été blessés", True),
    ("killed and wounded", "the sinking killed 17", "the storm wounded 24", False),
    ("another size", "the sinking killed 17", "the war killed 24,000", False),
]


@pytest.mark.parametrize(("left", "right", "is_shared"), [case[1:] for case in COUNTS], ids=[case[0] for case in COUNTS])
def test_figures_of_those_whom_one_thing_befell_are_one_measure(left, right, is_shared):
    language = "fr" if "blessés" in right else "en"
    claims = [*read_report("A", "2024-05-06", "en", left), *read_report("B", "2024-05-06", language, right)]
    ours, theirs = read_evidence(claims, Settings())
    assert bool(ours.measures & theirs.measures) is is_shared


def test_claims_of_one_outlet_are_paired_only_when_asked():
    again = read_report("H", "2024-03-07", "en", *[claim.text for claim in HERALD], id="H-later")
    assert align(HERALD, again).pairs == ()
    assert {("H0", "H-later0"), ("H1", "H-later1")} <= ids(align(HERALD, again, within_outlet=True).pairs)


def test_claims_of_one_article_are_paired_only_when_asked():
    report = read_report("D", "2024-03-06", "en", "The dam at Kura burst on Sunday", "The school opened", "On Sunday the dam at Kura burst")
    assert align(report).pairs == ()
    assert ids(align(report, within_outlet=True).pairs) == {("D0", "D2")}


def test_articles_without_an_outlet_are_rivals():
    first = read_report(None, "2024-03-05", "en", *[claim.text for claim in HERALD], id="x")
    second = read_report(None, "2024-03-05", "en", *[claim.text for claim in HERALD], id="y")
    alignment = align(first, second)
    assert ("x0", "y0") in ids(alignment.pairs)
    assert set(alignment.unmatched) == {"x", "y"}


def test_unmatched_claims_stand_under_their_outlet():
    alignment = align(HERALD, WIRE)
    assert {claim.id for claim in alignment.unmatched["W"]} == {"W2"}
    assert {"H1", "H3"} <= {claim.id for claim in alignment.unmatched["H"]}
    assert align(HERALD).unmatched["H"] == HERALD


def test_candidates_are_selected_anew_without_embedding():
    alignment = align(HERALD, WIRE, MIZAN)
    assert select_pairs(alignment.candidates) == alignment.pairs
    strict = Settings(min_pair_score=0.9, max_pairs_per_claim=1)
    assert select_pairs(alignment.candidates, settings=strict) == align(HERALD, WIRE, MIZAN, settings=strict).pairs
    loose = select_pairs(alignment.candidates, settings=Settings(min_pair_score=0.0))
    assert loose == alignment.candidates
    assert all(pair.score >= Settings().min_candidate_score for pair in loose)


def test_a_claim_is_paired_with_at_most_so_many_claims_of_one_article():
    one = make_pair_claims("L", 1)
    many = make_pair_claims("R", 4)
    pairs = [Pair(left=one[0], right=claim, score=0.9 - number / 100) for number, claim in enumerate(many)]
    kept = select_pairs(reversed(pairs), settings=Settings(max_pairs_per_claim=2))
    assert [pair.right.id for pair in kept] == ["R0", "R1"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_pair_score", 1.5), ("min_candidate_score", -0.1), ("max_pairs_per_claim", 0), ("max_neighbours", 0),
        ("min_event_score", 2), ("time_decay", 1.1), ("max_exhaustive_pairs", 0),
    ],
)  # fmt: skip
def test_settings_outside_their_range_are_refused(name, value):
    with pytest.raises(InvalidSettingError, match=name):
        Settings(**{name: value})


def test_groups_hold_claims_of_several_outlets_and_events_say_when_where_and_who():
    alignment = align(HERALD, WIRE, MIZAN)
    meeting = next(group for group in alignment.groups if any(claim.id == "H0" for claim in group.claims))
    assert {claim.id for claim in meeting.claims} >= {"H0", "W0", "م0"}
    event = next(event for event in alignment.events if "H0" in event.claim_ids)
    assert event.when.first.isoformat() == "2024-03-04"
    assert event.where.key.startswith("PT")
    assert event.who
    assert event.label


def test_past_the_limit_blocking_finds_the_same_pairs():
    exact = align(HERALD, WIRE, MIZAN)
    blocked = align(HERALD, WIRE, MIZAN, settings=Settings(max_exhaustive_pairs=1, max_neighbours=3))
    assert ids(blocked.pairs) == ids(exact.pairs)


def test_claims_without_words_or_vectors_are_no_trouble():
    odd = [read_report(outlet, None, "und", "…", "", "\ud800", id=outlet) for outlet in ("p", "q")]
    claims = tuple(itertools.chain(*odd))
    vectors = np.zeros((len(claims), 4), dtype=np.float32)
    alignment = align_claims(EmbeddedClaims(claims=claims, vectors=vectors, model="none", engine="none"))
    assert alignment.pairs == ()
    assert align_claims(embed_claims([])).pairs == ()


def make_pair_claims(article, count):
    return [
        Claim(id=f"{article}{n}", article_id=article, language="en", sentence=n, span=Span(start=n, end=n + 1), text="x")
        for n in range(count)
    ]


def test_score_of_contributions_stays_in_bounds():
    assert score_contributions({"words": 1e6}) == 1.0
    assert score_contributions({"words": -1e6}) == 0.0


@pytest.mark.parametrize("seed", range(8))
def test_sparse_average_linkage_is_that_of_scipy(seed):
    from scipy.cluster.hierarchy import fcluster, linkage

    generator = random.Random(seed)
    names = [f"n{number:02}" for number in range(14)]
    scores = {pair: round(generator.random(), 4) for pair in itertools.combinations(names, 2) if generator.random() < 0.4}
    distances = [1 - scores.get(pair, 0.0) for pair in itertools.combinations(names, 2)]
    labels = fcluster(linkage(distances, method="average"), 1 - 0.3 + 1e-12, criterion="distance")
    clusters = {}
    for name, label in zip(names, labels.tolist(), strict=True):
        clusters.setdefault(label, []).append(name)
    expected = sorted(sorted(members) for members in clusters.values() if len(members) > 1)
    edges = [(a, b, score) for (a, b), score in scores.items()]
    generator.shuffle(edges)
    assert link_average(edges, 0.3, {name: name for name in names}) == expected


def test_a_chain_of_claims_is_not_one_group():
    names = [f"n{number:02}" for number in range(30)]
    edges = [(a, b, 0.9) for a, b in itertools.pairwise(names)]
    assert max(map(len, link_average(edges, 0.5, {name: name for name in names}))) <= 3


def test_past_the_limit_the_number_of_comparisons_grows_with_the_number_of_claims():
    generator = np.random.default_rng(0)
    claims = [claim for number in range(60) for claim in make_pair_claims(f"a{number:03}", 10)]
    vectors = generator.normal(size=(len(claims), 32)).astype(np.float32)
    limits = Settings(max_exhaustive_pairs=1000, max_neighbours=5, max_term_claims=50)
    blocks = find_blocks(claims, vectors, read_evidence(claims, limits), limits, within_outlet=False)
    assert 0 < sum(int(mask.sum()) for _, _, mask in blocks) <= len(claims) * limits.max_neighbours


def make_sides(beside, *, is_across):
    """Two claims of unlike text and like statements, with or without words beside them."""
    passage = (Passage(span=Span(start=0, end=4), text="She:"),) if beside else ()
    return tuple(
        Claim(id=i, article_id=i, outlet=i, language=language, sentence=0, span=Span(start=5, end=9), text="rose", beside=passage)
        for i, language in (("a", "en"), ("b", "ru" if is_across else "en"))
    )


SIDES = [
    ("two languages, words beside neither", False, True, "statements"),
    ("two languages, words beside both, claims more alike", True, True, "vectors"),
    ("one language", True, False, "vectors"),
]


@pytest.mark.parametrize(("description", "beside", "is_across", "wanted"), SIDES, ids=[case[0] for case in SIDES])
def test_claims_of_two_languages_are_compared_by_their_statements(description, beside, is_across, wanted):
    alike, unlike = np.array([[1, 0], [1, 0]], np.float32), np.array([[1, 0], [0, 1]], np.float32)
    given = {"statements": (unlike, alike), "vectors": (alike, unlike)}[wanted]
    embedded = EmbeddedClaims(
        claims=make_sides(beside, is_across=is_across), vectors=given[0], statements=given[1], model="none", engine="none"
    )
    (pair,) = align_claims(embedded, settings=Settings(min_candidate_score=0.0)).candidates
    assert pair.contributions["similarity_across" if is_across else "similarity"] > 0
