"""The rule table as Markdown, made from the code whenever the documents are built (see conf.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from claimcmp.messages import load_messages
from claimcmp.records import Verdict
from claimcmp.settings import Settings
from claimcmp.verdicts import RULES, Rule
from claimcmp.verdicts.conditions import Condition

_PARAMETER = re.compile(r"{\w+}")

MARK = "<!-- rule table -->"
UNCLEAR_MARK = "<!-- what makes unclear -->"


def insert_rules(text: str) -> str:
    """A page with the rule table, and the list of what makes ``unclear``, in the place of their marks."""
    return text.replace(MARK, render_rules()).replace(UNCLEAR_MARK, render_unclear())


def render_rules() -> str:
    """An overview of all rows in order, then each row with its conditions."""
    head = "| | Key | Verdict | Ground | Believed at first | Reasons told |\n|---|---|---|---|---|---|"
    rows = [
        f"| {number} | [`{rule.key}`](#{_anchor(rule)}) | {rule.verdict} | {rule.ground or ''} | {rule.confidence:.2f} | {', '.join(rule.reasons)} |"
        for number, rule in enumerate(RULES, 1)
    ]
    return "\n".join([head, *rows, "", *(line for rule in RULES for line in _describe(rule))])


def render_unclear() -> str:
    """For each rule that gives ``unclear``: its key, when it holds, and what it tells the reader."""
    lines = []
    for rule in RULES:
        if rule.verdict is Verdict.UNCLEAR:
            lines.append(f"- `{rule.key}`: {_join(rule)}.")
            told = [load_messages("en").get(f"verdict_{name}", "") for name in rule.reasons]
            lines += [f"  It says: *{_PARAMETER.sub('…', message)}*" for message in told if message]
    return "\n".join(lines)


def describe_condition(condition: Condition) -> str:
    """The meaning of a condition from its docstring, with the defaults of the settings it names."""
    defaults = attrs.asdict(Settings(), recurse=False)
    told = " ".join((condition.__doc__ or "").split())
    return re.sub(r"``(\w+)``", lambda match: f"`{match[1]}` = {defaults[match[1]]}" if match[1] in defaults else f"`{match[1]}`", told)


def _describe(rule: Rule) -> Iterator[str]:
    ground = f", on the ground of {rule.ground}" if rule.ground else ""
    yield f"({_anchor(rule)})=\n**`{rule.key}`** → {rule.verdict}{ground}\n"
    yield from (f"- {describe_condition(condition)}" for condition in rule.when)
    yield "" if rule.when else "- Nothing above holds.\n"


def _join(rule: Rule) -> str:
    told = [describe_condition(condition).rstrip(".") for condition in rule.when]
    return "; and ".join(told) if told else "Nothing else holds"


def _anchor(rule: Rule) -> str:
    return f"rule-{rule.key.replace('_', '-')}"
