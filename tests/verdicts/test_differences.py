"""Differences of source, quotation, wording and content."""

from __future__ import annotations

import pytest

from claimcmp.records import Claim, Difference, FacetName, Relation
from claimcmp.settings import Settings
from claimcmp.verdicts import judge_pair
from tests.verdicts.making import make_claim, make_pair

TEXT = "The old bridge over the river was closed"


def find(left: str | Claim, right: str | Claim, facet: FacetName) -> list[Difference]:
    return [d for d in judge_pair(make_pair(left, right)).differences if d.facet is facet]


def words(claim: Claim, difference: Difference, side: str) -> str | None:
    span = getattr(difference, side)
    return None if span is None else claim.text[span.start - claim.span.start : span.end - claim.span.start]


SOURCES = [
    ("one name", ("Mona Said", "person"), ("Mona Said", "person"), Relation.SAME, "one speaker"),
    ("name and surname", ("Mona Said", "person"), ("Said", "person"), Relation.SAME, "one speaker"),
    ("two names", ("Mona Said", "person"), ("Omar Haddad", "person"), Relation.COMPATIBLE, "two speakers"),
    ("two unnamed officials", ("an official", "anonymous"), ("an official", "anonymous"), Relation.COMPATIBLE, "two speakers"),
    ("named and unnamed of one body", ("Water Authority spokesman Adam Nasr", "person"), ("a spokesman for the Water Authority", "post"), Relation.COMPATIBLE, "named and unnamed, perhaps one speaker"),
    ("named and unnamed of two bodies", ("Water Authority spokesman Adam Nasr", "person"), ("a spokesman for the Red Crescent", "post"), Relation.COMPATIBLE, "two speakers"),
    ("only left names one", ("Mona Said", "person"), None, Relation.LEFT_ONLY, "one side names no source"),
    ("only right names one", None, ("Mona Said", "person"), Relation.RIGHT_ONLY, "one side names no source"),
    ("الاسم نفسه", ("منى سعيد", "person"), ("منى سعيد", "person"), Relation.SAME, "one speaker"),
    ("مسمى وغير مسمى", ("المتحدث باسم هيئة المياه آدم نصر", "person"), ("متحدث باسم هيئة المياه", "post"), Relation.COMPATIBLE, "named and unnamed, perhaps one speaker"),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "left", "right", "relation", "note"), SOURCES, ids=[row[0] for row in SOURCES])
def test_speakers_are_compared(
    shows: str, left: tuple[str, str] | None, right: tuple[str, str] | None, relation: Relation, note: str
) -> None:
    claims = [make_claim(TEXT, speaker=source and source[0], kind=source[1] if source else "person") for source in (left, right)]
    (difference,) = find(*claims, FacetName.SOURCE)
    assert (difference.relation, difference.note) == (relation, note)


def test_two_outlets_narrating_have_no_source_difference() -> None:
    assert find(TEXT, TEXT, FacetName.SOURCE) == []


@pytest.mark.parametrize(
    ("left", "right", "relation", "note"),
    [
        (("Salwa Press",), ("Salwa Press",), Relation.SAME, "one relay"),
        (("Salwa Press",), ("Harbour Wire",), Relation.COMPATIBLE, "two relays"),
        (("Salwa Press",), (), Relation.LEFT_ONLY, "one side names a relay"),
        ((), ("Salwa Press",), Relation.RIGHT_ONLY, "one side names a relay"),
    ],
)
def test_relays_are_compared(left: tuple[str, ...], right: tuple[str, ...], relation: Relation, note: str) -> None:
    claims = [make_claim(TEXT, speaker="Mona Said", via=via) for via in (left, right)]
    difference = find(*claims, FacetName.SOURCE)[1]
    assert (difference.relation, difference.note) == (relation, note)


def test_speakers_in_two_scripts_are_one() -> None:
    left, right = make_claim(TEXT, speaker="Salim Barakat"), make_claim("أغلق الجسر القديم فوق النهر", speaker="سليم بركات")
    assert find(left, right, FacetName.SOURCE)[0].relation is Relation.SAME


def test_difference_of_speakers_alone_is_no_conflict() -> None:
    claims = [make_claim(TEXT, speaker=name) for name in ("Mona Said", "Omar Haddad")]
    assert judge_pair(make_pair(*claims)).verdict == "agreement"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("“We will open the old bridge before winter”", "“We will open the old bridge before winter”", Relation.SAME),
        ("“We will open the old bridge” and do so “before the winter rains”", "“We will open the old bridge before the winter rains”", Relation.COMPATIBLE),
        ("“We will open the old bridge before winter”", "they will open the old bridge before winter", Relation.LEFT_ONLY),
        ("they will open the old bridge before winter", "“We will open the old bridge before winter”", Relation.RIGHT_ONLY),
        ("«سنفتح الجسر القديم قبل الشتاء المقبل»", "سنفتح الجسر القديم قبل الشتاء المقبل", Relation.LEFT_ONLY),
    ],
    ids=["the same words", "cut in two", "quoted on the left", "quoted on the right", "بين علامتين وبدونهما"],
)  # fmt: skip
def test_quotations_are_compared(left: str, right: str, relation: Relation) -> None:
    (difference,) = find(left, right, FacetName.QUOTATION)
    assert difference.relation is relation


def test_other_word_is_shown_on_both_sides() -> None:
    left, right = make_claim("Residents fled the district at dawn"), make_claim("Residents left the district at dawn")
    (difference,) = find(left, right, FacetName.WORDING)
    assert (words(left, difference, "left"), words(right, difference, "right")) == ("fled", "left")


def test_word_that_one_side_lacks_is_shown_there_only() -> None:
    left, right = make_claim("انتهت الحرب على المدينة القديمة"), make_claim("انتهت الحرب في وسط المدينة القديمة")
    (difference,) = find(left, right, FacetName.WORDING)
    assert (words(left, difference, "left"), words(right, difference, "right")) == ("على", "في وسط")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("اجتمع المسؤولون الأميركيون في القاعة", "اجتمع المسؤولون الأمريكيّون في القاعه"),
        ("عقدوا اجتماعاً نادراً في القاعة", "عقدوا اجتماعا نادرا في القاعة"),
        ("The Ministers met in the hall", "the ministers met in the hall"),
    ],
)
def test_spelling_is_no_difference_of_wording(left: str, right: str) -> None:
    assert find(left, right, FacetName.WORDING) == []


def test_wording_of_two_languages_is_not_compared() -> None:
    assert find("Residents fled the district", "فر السكان من الحي", FacetName.WORDING) == []


def test_side_that_says_more_is_marked() -> None:
    (difference,) = find("The bridge was closed", "The bridge was closed after engineers found cracks in two pillars", FacetName.PREDICATE)
    assert difference.relation is Relation.RIGHT_ONLY


@pytest.mark.parametrize(
    ("field", "value"), [("min_point_score", 1.5), ("min_copy_words", 0), ("max_figure_ratio", 0), ("min_denial_cover", "much")]
)
def test_wrong_settings_are_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        Settings(**{field: value})
