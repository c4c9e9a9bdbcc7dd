"""Two ages of one person: "Keller, 36" and "Anna Keller, a 34-year-old mechanic"."""

from __future__ import annotations

from claimcmp.records import Actor, Claim, Difference, FacetName, Quantity, Relation, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.verdicts.evidence import Evidence

AGE = "age"
"""The unit of an age."""

_BETWEEN = 1
"""Words between a name and an age that belongs to it: "Keller, aged 36", "36-year-old Keller"."""

_STOPS = frozenset(".!?؟۔;؛:")


def has_other_age(evidence: Evidence, settings: Settings) -> bool:
    """Both give the age of one person, each right beside the name, and the ages differ."""
    people = evidence.of(FacetName.PERSON, Relation.SAME)
    return any(_are_of_one(ages, people, evidence) for ages in evidence.of(FacetName.NUMBER, Relation.CONFLICTING))


def _are_of_one(ages: Difference, people: tuple[Difference, ...], evidence: Evidence) -> bool:
    left, right = ages.left, ages.right
    if not isinstance(left, Quantity) or not isinstance(right, Quantity) or {left.unit, right.unit} != {AGE}:
        return False
    return any(
        isinstance(person.left, Actor)
        and isinstance(person.right, Actor)
        and _stands_beside(left.span, person.left, evidence.pair.left)
        and _stands_beside(right.span, person.right, evidence.pair.right)
        for person in people
    )


def _stands_beside(age: Span, person: Actor, claim: Claim) -> bool:
    """Whether an age follows a name or comes right before it, in one clause."""
    first, last = min(age.end, person.span.end), max(age.start, person.span.start)
    if person.inferred or not claim.span.start <= first <= last <= claim.span.end:
        return False
    between = tokenize(claim.text[first - claim.span.start : last - claim.span.start])
    return sum(token.is_word for token in between) <= _BETWEEN and not any(token.text in _STOPS for token in between)
