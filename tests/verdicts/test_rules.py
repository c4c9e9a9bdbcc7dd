"""The rule table itself."""

from __future__ import annotations

import subprocess
import sys

from claimcmp.messages import load_messages
from claimcmp.records import Verdict
from claimcmp.verdicts.rules import RULES


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
