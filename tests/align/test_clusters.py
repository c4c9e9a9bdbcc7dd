"""Events: where they are said to have been."""

from __future__ import annotations

import attrs
import pytest

from claimcmp.align.clusters import form_events
from claimcmp.records import Pair
from claimcmp.settings import Settings
from claimcmp.verdicts.statements import read_statement


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Turkey and then in Dallas.", "US/dallas"),
        ("They met in Texas and then in Turkey.", "US/texas"),
        ("They met in the Middle East and then in Norway.", "NO"),
    ],
)
def test_an_event_is_where_its_most_precise_place_is(text: str, expected: str) -> None:
    left = read_statement(text, "en", Settings())
    right = attrs.evolve(left, id="other:0", article_id="other", outlet="Other")
    (event,) = form_events([left, right], [Pair(left=left, right=right, score=0.9)], Settings())
    assert event.where is not None
    assert event.where.key == expected
