"""Who said it: people and countries named beside one statement."""

from __future__ import annotations

import pytest

from claimcmp import Article, Between, FacetName, Finding, Pair, Relation, Verdict, extract_claims, judge_pair
from claimcmp.records import Claim

PARALLEL = {"order": 1.5, "mutual_across": 0.6}
"""What an alignment finds between sentences that translate each other, in texts that run in parallel."""


def read_claim(language: str, text: str) -> Claim:
    claims = extract_claims(Article(text=text, language=language, outlet=language + text[:9]))
    assert len(claims) == 1, [claim.text for claim in claims]
    return claims[0]


def judge(left: tuple[str, str], right: tuple[str, str], contributions: dict[str, float]) -> Finding:
    pair = Pair(left=read_claim(*left), right=read_claim(*right), score=0.98, contributions=contributions)
    return judge_pair(pair, judge="rules")


def list_conflicts(finding: Finding) -> list[FacetName]:
    return [d.facet for d in finding.differences if d.relation is Relation.CONFLICTING]


ENGLISH = ("en", "“The old bridge over the river will stay closed until the autumn,” said engineer Laura Bennett.")
TRANSLATED = [
    ("another person, Arabic", ("ar", "قال المهندس كارلوس ميندوزا: «سيبقى الجسر القديم فوق النهر مغلقا حتى الخريف»."), True),
    ("the same person, Arabic", ("ar", "قالت المهندسة لورا بينيت: «سيبقى الجسر القديم فوق النهر مغلقا حتى الخريف»."), False),
    ("another person between other words, Arabic", ("ar", "قال كارلوس ميندوزا بينما كان يغادر: «سيبقى الجسر القديم مغلقا حتى الخريف»."), True),
    ("another person, Russian", ("ru", "«Старый мост через реку останется закрытым до осени», — сказал инженер Петер Хансен."), True),
    ("the same person, Russian", ("ru", "«Старый мост через реку останется закрытым до осени», — сказала инженер Лора Беннетт."), False),
    ("another person, French", ("fr", "« Le vieux pont restera fermé jusqu’à l’automne », a déclaré l’ingénieur Samir Haddad."), True),
    ("no name, French", ("fr", "« Le vieux pont restera fermé jusqu’à l’automne », a déclaré l’ingénieur."), False),
]  # fmt: skip


@pytest.mark.parametrize(("description", "right", "expected"), TRANSLATED, ids=[row[0] for row in TRANSLATED])
def test_a_translated_statement_has_one_speaker(description: str, right: tuple[str, str], expected: bool) -> None:
    finding = judge(ENGLISH, right, PARALLEL)
    assert (list_conflicts(finding) == [FacetName.PERSON]) is expected
    assert (finding.verdict is Verdict.CONFLICT) is expected


def test_a_country_named_as_the_source_is_one_too() -> None:
    left = ("en", "China's government said the old bridge over the river would stay closed.")
    right = ("fr", "Le gouvernement australien a déclaré que le vieux pont resterait fermé.")
    finding = judge(left, right, PARALLEL)
    assert (finding.verdict, list_conflicts(finding)) == (Verdict.CONFLICT, [FacetName.PLACE])


def test_who_said_it_is_between_the_outlets_and_told_as_such() -> None:
    finding = judge(ENGLISH, TRANSLATED[0][1], PARALLEL)
    assert finding.between is Between.OUTLETS
    assert finding.reasons[0].key == "verdict_conflict_beside"


def test_reports_written_apart_may_each_quote_somebody() -> None:
    finding = judge(ENGLISH, TRANSLATED[0][1], {"mutual_across": 0.6, "story_across": 0.5})
    assert finding.verdict is not Verdict.CONFLICT


COPIED = [
    ("the same words", "“The old bridge over the river will stay closed until the autumn,” said engineer Samir Haddad.", True),
    ("like words", "The bridge on the river is to be shut for the whole summer, said engineer Samir Haddad.", False),
]


@pytest.mark.parametrize(("description", "text", "expected"), COPIED, ids=[row[0] for row in COPIED])
def test_within_a_language_only_copied_words_have_one_speaker(description: str, text: str, expected: bool) -> None:
    finding = judge(ENGLISH, ("en", text), {"mutual": 0.8, "story": 1.4})
    assert (finding.verdict is Verdict.CONFLICT) is expected


WHOLE = ("en", "The new port, which Norway has paid for, will open in the spring after years of delays.")
CUT = [
    ("another country", "Новый порт откроется весной после многолетних задержек. Строительство оплатила Мексика.", True),
    ("the same country", "Новый порт откроется весной после многолетних задержек. Строительство оплатила Норвегия.", False),
    (
        "another country in another paragraph",
        "Новый порт откроется весной после многолетних задержек.\nСтроительство оплатила Мексика.",
        False,
    ),
]


@pytest.mark.parametrize(("description", "text", "expected"), CUT, ids=[row[0] for row in CUT])
def test_a_translation_may_name_a_country_in_the_next_sentence(description: str, text: str, expected: bool) -> None:
    right = extract_claims(Article(text=text, language="ru", outlet="ru"))[0]
    finding = judge_pair(Pair(left=read_claim(*WHOLE), right=right, score=0.98, contributions=PARALLEL), judge="rules")
    assert (list_conflicts(finding) == [FacetName.PLACE]) is expected
    assert (finding.verdict is Verdict.CONFLICT) is expected
