"""Negation: its cues, its reach, and two claims that deny each other."""

from __future__ import annotations

import pytest

from claimcmp.facets import compare_facets
from claimcmp.records import FacetName, Relation, Sense
from claimcmp.settings import Settings
from tests.facets.reading import find_cues, read_claim, swap

CUES = [
    ("not", "en", "The union did not sign the deal", ["not"]),
    ("contraction", "en", "The union didn't sign", ["didn't"]),
    ("curly apostrophe", "en", "The union didn’t sign", ["didn’t"]),
    ("no", "en", "No passengers were hurt", ["No"]),
    ("without", "en", "They left without a permit", ["without"]),
    ("double negation has two cues", "en", "The mayor did not deny the report", ["not", "deny"]),
    ("not only", "en", "The law is not only old but unfair", []),
    ("no doubt", "en", "There is no doubt about it", []),
    ("affirmed", "en", "The union signed the deal", []),
    ("north is no no", "en", "The north noted the notice", []),
    ("لا", "ar", "لا يملك الوفد تفويضا", ["لا"]),
    ("لم", "ar", "لم توقع النقابة الاتفاق", ["لم"]),
    ("لن with و", "ar", "ولن تعود الفرق غدا", ["ولن"]),
    ("ليس", "ar", "ليس للشركة ديون", ["ليس"]),
    ("غير", "ar", "كان القرار غير قانوني", ["غير"]),
    ("عدم", "ar", "أعلنت عدم مشاركتها في السباق", ["عدم"]),
    ("نفى", "ar", "نفى النادي رحيل المدرب", ["نفى"]),
    ("لا شيء", "ar", "لا شيء مما قيل أقنع اللجنة", ["لا"]),
    ("still", "ar", "لا يزال الطريق مغلقا", []),
    ("still with ما", "ar", "ما زالت الأسعار مرتفعة", []),
    ("especially", "ar", "ارتفعت الأسعار لا سيما الخبز", []),
    ("at most", "ar", "يعقد المجلس جلسته في موعد لا يتجاوز الجمعة", []),
    ("what", "ar", "ما قاله المدرب صحيح", []),
    ("affirmed", "ar", "وقعت النقابة الاتفاق", []),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), CUES, ids=[f"{row[1]} {row[0]}" for row in CUES])
def test_negations_are_read(why: str, language: str, text: str, expected: list[str]) -> None:
    assert find_cues(text, language) == expected


SAME, CONFLICTING = Relation.SAME, Relation.CONFLICTING
COMPARED = [
    ("denied and affirmed", "en", "The union did not sign the deal", "The union signed the deal", CONFLICTING),
    ("both deny", "en", "The union did not sign the deal", "The union never signed the deal", SAME),
    ("another thing is denied", "en", "The union did not strike", "The union signed the deal", Relation.LEFT_ONLY),
    ("opposites", "en", "The senate approved the budget", "The senate rejected the budget", CONFLICTING),
    ("double negation affirms", "en", "He did not leave without the papers", "He kept the papers", Relation.LEFT_ONLY),
    ("light verb", "en", "The firm is not conducting talks", "The firm held talks", CONFLICTING),
    ("denied and affirmed", "ar", "لم توقع النقابة الاتفاق", "وقعت النقابة الاتفاق", CONFLICTING),
    ("light verb", "ar", "الشركة لا تجري مفاوضات", "جرت مفاوضات مع الشركة أمس", CONFLICTING),
    ("another noun of the root", "ar", "الشركة لا تجري مفاوضات", "ستواصل النقابة التفاوض", Relation.LEFT_ONLY),
    ("both deny", "ar", "الشركة لا تجري مفاوضات", "لم تجر الشركة أي نوع من المفاوضات", SAME),
    ("opposites", "ar", "ارتفعت أسعار الخبز", "انخفضت أسعار الخبز", CONFLICTING),
]


def compare(left: str, right: str, language: str) -> list[Relation]:
    claims = read_claim(left, language, name="a"), read_claim(right, language, name="b")
    return [d.relation for d in compare_facets(*claims, Settings()) if d.facet is FacetName.POLARITY]


@pytest.mark.parametrize(("why", "language", "left", "right", "expected"), COMPARED, ids=[f"{r[1]} {r[0]}" for r in COMPARED])
def test_what_one_denies_the_other_may_affirm(why: str, language: str, left: str, right: str, expected: Relation) -> None:
    assert compare(left, right, language) == [expected]
    assert compare(right, left, language) == [swap(expected)]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "He did not sign and did not attend", "He never attended"),
        ("ar", "النادي لا يبيع اللاعب ولا يبحث العرض", "النادي لا يبحث العرض"),
    ],
)
def test_the_second_of_two_coordinated_negations_is_denied_too(language: str, left: str, right: str) -> None:
    assert sorted(compare(left, right, language)) == [Relation.LEFT_ONLY, SAME]


def test_a_denied_claim_conflicts_with_the_same_claim_asserted() -> None:
    denied = read_claim("the union signed the deal", "en", sense=Sense.DENIES, name="a")
    asserted = read_claim("the union signed the deal", "en", name="b")
    assert [d.relation for d in compare_facets(denied, asserted, Settings())] == [CONFLICTING]


def test_a_denied_negation_affirms() -> None:
    denied = read_claim("the union did not sign the deal", "en", sense=Sense.DENIES, name="a")
    asserted = read_claim("the union signed the deal", "en", name="b")
    assert CONFLICTING not in [d.relation for d in compare_facets(denied, asserted, Settings())]


def test_negations_of_two_languages_stand_side_by_side() -> None:
    claims = read_claim("The union did not sign", "en", name="a"), read_claim("لم توقع النقابة", "ar", name="b")
    assert [d.relation for d in compare_facets(*claims, Settings()) if d.facet is FacetName.POLARITY] == [Relation.COMPATIBLE]
