"""Verdicts on pairs of claims."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from claimcmp.errors import InputTypeError
from claimcmp.records import Between, FacetName, Finding, Pair, Relation, Verdict
from claimcmp.verdicts import judge, judge_many, judge_pair
from tests.verdicts.cases import ARABIC, ENGLISH, MIXED
from tests.verdicts.making import describe, make_claim, make_pair, swap

CASES = [*ENGLISH, *ARABIC, *MIXED]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_pair_gets_its_verdict(case: tuple[str, ...]) -> None:
    _, left, right, verdict, ground, adds = case
    finding = judge_pair(make_pair(left, right))
    assert (finding.verdict, finding.rule if verdict == "conflict" else "") == (verdict, f"conflict_{ground}" if ground else ""), list(
        map(str, finding.reasons)
    )
    assert not adds or finding.adds == adds


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_swapping_sides_mirrors_the_finding(case: tuple[str, ...]) -> None:
    _, left, right, *_ = case
    pair = make_pair(left, right)
    assert describe(judge_pair(swap(pair))) == describe(judge_pair(pair), mirrored=True)


SENTENCES = [text for case in CASES for text in case[1:3]]
POOL = [make_claim(text, speaker=speaker) for text in SENTENCES[::3] for speaker in (None, "Mona Said")]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(POOL), st.floats(0, 1))
def test_any_two_claims_give_mirrored_findings(left: object, right: object, score: float) -> None:
    pair = Pair(left=left, right=right, score=score)
    assert describe(judge_pair(swap(pair))) == describe(judge_pair(pair), mirrored=True)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(POOL), st.floats(0, 1))
def test_every_finding_says_why_in_both_interface_languages(left: object, right: object, score: float) -> None:
    finding = judge_pair(Pair(left=left, right=right, score=score))
    assert finding.reasons
    assert all(str(reason) and reason.render("ar") != str(reason) for reason in finding.reasons)


def test_conflict_between_two_speakers_is_theirs() -> None:
    pair = make_pair(
        make_claim("The army did not attack the port", speaker="Mona Said"), make_claim("The army attacked the port", speaker="Omar Haddad")
    )
    assert judge_pair(pair).between is Between.SPEAKERS


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (None, None),
        ("Mona Said", "Mona Said"),
        (None, "Mona Said"),
    ],
    ids=["both narrate", "one speaker reported in two ways", "only one names a speaker"],
)
def test_other_conflicts_are_the_outlets(left: str | None, right: str | None) -> None:
    pair = make_pair(make_claim("The army did not attack the port", speaker=left), make_claim("The army attacked the port", speaker=right))
    finding = judge_pair(pair)
    assert (finding.verdict, finding.between) == (Verdict.CONFLICT, Between.OUTLETS)


def test_dates_reached_in_two_ways_are_reconciled_by_name() -> None:
    finding = judge_pair(make_pair("The minister of transport resigned on Monday", "The minister of transport resigned on 18 March 2024"))
    (date,) = [d for d in finding.differences if d.facet is FacetName.DATE]
    assert date.relation is Relation.SAME
    assert any("18 March 2024" in str(reason) and "18 مارس 2024" in reason.render("ar") for reason in finding.reasons)


def test_conflict_names_both_figures() -> None:
    finding = judge_pair(make_pair("22 people were killed in the bombing", "The bombing killed 44 people"))
    assert "22" in str(finding.reasons[0])
    assert "44" in str(finding.reasons[0])


@pytest.mark.parametrize(
    ("outlets", "english", "arabic"),
    [
        (("Herald", "Mizan"), "Herald says “22”, Mizan says “44”", "في Herald «22» وفي Mizan «44»"),
        (("Herald", "Herald"), "the first report says “22”, the second report says “44”", "في التقرير الأول «22» وفي التقرير الثاني «44»"),
        ((None, "Mizan"), "the first report says “22”, the second report says “44”", "في التقرير الأول «22» وفي التقرير الثاني «44»"),
    ],
    ids=["two outlets", "one outlet twice", "no name on one side"],
)
def test_reasons_name_the_outlets(outlets: tuple[str | None, str | None], english: str, arabic: str) -> None:
    texts = "22 people were killed in the bombing", "The bombing killed 44 people"
    left, right = (attrs.evolve(make_claim(text), outlet=outlet) for text, outlet in zip(texts, outlets, strict=True))
    reason = judge_pair(make_pair(left, right)).reasons[0]
    assert english in str(reason)
    assert arabic in reason.render("ar")


def test_copied_words_count_as_one_source() -> None:
    text = "Engineers closed the old bridge over the Salwa river after deep cracks were found"
    finding = judge_pair(make_pair(text, text.replace("after", "when")))
    assert (finding.shared_copy, finding.independent_sources) == (True, 1)


def test_words_of_their_own_count_as_two_sources() -> None:
    finding = judge_pair(
        make_pair("Engineers closed the old bridge over the river on Monday", "The old bridge was closed on Monday because of cracks")
    )
    assert (finding.shared_copy, finding.independent_sources) == (False, 2)


def test_one_agency_behind_both_counts_as_one_source() -> None:
    left = make_claim("Engineers closed the old bridge over the river", speaker="Mona Said", via=("Salwa Press",))
    right = make_claim("The old bridge was closed because of cracks", speaker="Omar Haddad", via=("Salwa Press",))
    assert judge_pair(make_pair(left, right)).independent_sources == 1


def test_judge_of_bare_statements_may_find_them_unrelated() -> None:
    assert judge("The two ministers met in Ankara on Monday", "Prices of olive oil rose again in the spring").verdict is Verdict.UNRELATED


def test_judge_of_bare_statements_finds_a_conflict_of_figures() -> None:
    assert judge("22 people were killed in the bombing", "The bombing killed 44 people").rule == "conflict_number"


def test_judge_many_keeps_the_order_of_its_input() -> None:
    pair = make_pair("The army did not attack the port", "The army attacked the port")
    statements = ("The bridge was closed on Monday", "The bridge was closed on Monday")
    first, second, third = judge_many([statements, pair, ("Tea is grown there", "The army attacked the port")])
    assert (first.pair.left.text, second.pair, third.pair.left.text) == (statements[0], pair, "Tea is grown there")


def test_judge_many_of_nothing_is_nothing() -> None:
    assert judge_many([]) == ()


@pytest.mark.parametrize("item", [("one",), "ab", (1, 2), None])
def test_judge_many_says_what_it_takes(item: object) -> None:
    with pytest.raises(InputTypeError, match="tuple of two strings"):
        judge_many([item])  # type: ignore[list-item]


def test_verdict_does_not_depend_on_claim_ids() -> None:
    pair = make_pair("22 people were killed in the bombing", "The bombing killed 44 people")
    renamed = attrs.evolve(pair, left=attrs.evolve(pair.left, id="zzz"))
    assert describe(judge_pair(renamed)) == describe(judge_pair(pair))


class _Echo:
    """A judge of one's own: everything is unclear."""

    def judge(self, pairs: tuple[Pair, ...]) -> tuple[Finding, ...]:
        return tuple(Finding(pair=pair, verdict="unclear", confidence=0.5, rule="echo") for pair in pairs)


def test_judge_object_is_used_as_it_is() -> None:
    pair = make_pair("The army did not attack the port", "The army attacked the port")
    assert judge_pair(pair, judge=_Echo()).rule == "echo"


def test_rules_can_be_asked_for_by_name() -> None:
    pair = make_pair("The army did not attack the port", "The army attacked the port")
    assert judge_pair(pair, judge="rules") == judge_pair(pair)


@pytest.mark.parametrize(("left", "right"), [("", "The bridge is shut"), ("The bridge is shut", " \n"), ("", ""), ("?!", "…")])
def test_a_statement_without_a_word_is_unclear(left: str, right: str) -> None:
    finding = judge(left, right)
    assert (finding.verdict, finding.rule) == (Verdict.UNCLEAR, "nothing_said")
    assert "no word" in str(finding.reasons[0])


def test_the_same_words_agree_however_short() -> None:
    finding = judge("The bridge is shut", "The bridge is shut.")
    assert (finding.verdict, finding.rule) == (Verdict.AGREEMENT, "verbatim")
    assert finding.confidence > 0.9


def test_judge_many_takes_a_generator_and_tells_progress() -> None:
    told: list[tuple[str, int, int]] = []
    texts = ("The bridge is shut", "The bridge is open", "Tea is grown there")
    findings = judge_many(((text, texts[0]) for text in texts), progress=lambda *step: told.append(step))
    assert [finding.pair.left.text for finding in findings] == list(texts)
    assert told == [("embed", 3, 3), ("judge", 1, 3), ("judge", 2, 3), ("judge", 3, 3)]


def test_judge_many_names_the_item_that_is_no_pair() -> None:
    with pytest.raises(InputTypeError, match=r"pairs\[1\] is \('The bridge is shut', nan\), no pair"):
        judge_many([("a", "b"), ("The bridge is shut", float("nan"))])  # type: ignore[list-item]


@pytest.mark.parametrize("pairs", ["ab", 5, None])
def test_judge_many_of_no_iterable_is_refused(pairs: object) -> None:
    with pytest.raises(InputTypeError, match="takes an iterable of pairs"):
        judge_many(pairs)  # type: ignore[arg-type]


def test_settings_of_another_type_are_refused_with_the_remedy() -> None:
    with pytest.raises(InputTypeError, match=r"give claimcmp\.Settings\(min_point_score=…\)"):
        judge("a", "b", settings={"min_point_score": 0.5})  # type: ignore[arg-type]


def test_dates_that_stay_open_are_told_as_written() -> None:
    finding = judge("The bridge was closed on Monday", "The bridge was closed on Monday")
    assert all(str(reason) and reason.render("ar") for reason in finding.reasons)
    assert any("Monday" in str(reason) for reason in finding.reasons)


PARTS = [
    ("a short part names another country", "The delegation of Peru", 0.9, None),
    (
        "the whole names another country",
        "The delegation of Peru presented its plan for the harbour to the council on Monday",
        0.9,
        "conflict_place",
    ),
]


@pytest.mark.parametrize(("description", "other", "score", "rule"), PARTS, ids=[row[0] for row in PARTS])
def test_between_two_languages_a_small_part_of_a_statement_names_nothing_in_its_stead(description, other, score, rule) -> None:
    pair = make_pair("Делегация Греции представила совету в понедельник свой план строительства новой гавани", other, score=score)
    found = judge_pair(pair, judge="rules")
    assert (found.rule if found.rule == "conflict_place" else None) == rule


def test_a_country_named_by_its_adjective_on_the_other_side_is_no_other_place() -> None:
    pair = make_pair(
        "В Перу пострадали десять человек, сообщил греческий министр",
        "In Greece, the Peruvian minister said, ten people were hurt",
        score=0.9,
    )
    assert judge_pair(pair, judge="rules").rule != "conflict_place"


def test_a_denied_bare_statement_conflicts_unless_a_model_rules_it_out() -> None:
    pair = ("The army did not attack the port", "The army attacked the port")
    labels = ("contradiction", "entailment", "neutral")

    class Model:
        def __init__(self, contradiction: float) -> None:
            self.row = dict(zip(labels, (contradiction, 1 - contradiction, 0.0), strict=True))

        def predict(self, sentences: list[tuple[str, str]]) -> list[list[float]]:
            return [[self.row[label] for label in labels] for _ in sentences]

    assert [judge(*pair, judge=judged).rule for judged in ("rules", Model(0.9))] == ["conflict_denied_statement"] * 2
    assert judge(*pair, judge=Model(0.05)).verdict is Verdict.AGREEMENT
