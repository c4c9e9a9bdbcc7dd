"""Every kind of fact that the benchmark changes. A further one: write its editor in a module of its own, add a row."""

from __future__ import annotations

from benchmarks.quality.changed.cases import ChangedFact
from benchmarks.quality.changed.countries import edit_country
from benchmarks.quality.changed.dates import edit_date
from benchmarks.quality.changed.negation import edit_negation
from benchmarks.quality.changed.numbers import edit_number
from benchmarks.quality.changed.people import edit_person
from claimcmp import FacetName

FACTS: tuple[ChangedFact, ...] = (
    ChangedFact(name="number", edit=edit_number, named=frozenset({FacetName.NUMBER}), wanted=0.9),
    ChangedFact(name="date", edit=edit_date, named=frozenset({FacetName.DATE}), wanted=0.9),
    ChangedFact(name="country", edit=edit_country, named=frozenset({FacetName.PLACE}), wanted=0.75),
    ChangedFact(name="person", edit=edit_person, named=frozenset({FacetName.PERSON}), wanted=0.75),
    ChangedFact(name="negation", edit=edit_negation, named=frozenset({FacetName.POLARITY}), wanted=0.75, every=3),
)
"""In the order of the report."""
