"""Pairs to findings: differences, the rule table, reasons."""

from claimcmp.verdicts.judging import judge, judge_many, judge_pair
from claimcmp.verdicts.parting import judge_in_parts
from claimcmp.verdicts.rules import RULES, Rule

__all__ = ["RULES", "Rule", "judge", "judge_in_parts", "judge_many", "judge_pair"]
