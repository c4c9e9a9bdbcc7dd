"""The rule table itself."""

from __future__ import annotations

import subprocess
import sys

import attrs
import pytest

from claimcmp.messages import load_messages
from claimcmp.records import Span, Verdict
from claimcmp.verdicts import judge_pair
from claimcmp.verdicts.rules import RULES
from tests.verdicts.making import make_claim, make_pair


def test_every_rule_has_its_own_key() -> None:
    assert len({rule.key for rule in RULES}) == len(RULES)


def test_every_condition_says_what_it_means() -> None:
    assert all(condition.__doc__ for rule in RULES for condition in rule.when)


def test_last_rule_fits_everything() -> None:
    assert RULES[-1].when == ()
    assert all(rule.when for rule in RULES[:-1])


def test_conflicts_name_their_ground_and_nothing_else_does() -> None:
    assert all((rule.ground is not None) == (rule.verdict is Verdict.CONFLICT) for rule in RULES)


def test_messages_of_verdicts_are_in_both_interface_languages() -> None:
    keys = [{key for key in load_messages(language) if key.startswith(("verdict_", "month_"))} for language in ("en", "ar")]
    assert keys[0] == keys[1]


def test_importing_verdicts_loads_no_framework() -> None:
    code = (
        "import sys, claimcmp.verdicts; print(*{'torch', 'pandas', 'transformers', 'sentence_transformers', 'sklearn'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


@pytest.mark.parametrize(("has_parts", "expected"), [(True, "agreement"), (False, "unclear")])
def test_what_one_conjunct_shares_is_shared(has_parts: bool, expected: str) -> None:
    first, second = (
        "farmers of the upper valley met the governor about wells, cheap seed, a boarding school and a bus line",
        "houses near the dam were damaged on Monday",
    )
    told = make_claim(f"{first} and {second}")
    parts = (Span(start=0, end=len(first)), Span(start=len(told.text) - len(second), end=len(told.text)))
    other = make_claim(
        "footage of Monday shows damaged houses, a broken crane, a fallen mast, a red lorry, torn nets and mud all over a long quay",
        outlet="Y",
    )
    pair = make_pair(attrs.evolve(told, parts=parts) if has_parts else told, other)
    assert judge_pair(pair, judge="rules").verdict == expected
