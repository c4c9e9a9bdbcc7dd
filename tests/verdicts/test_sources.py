"""Whether two claims stand on the word of one source."""

from __future__ import annotations

import attrs
import pytest

from claimcmp import Settings
from claimcmp.records import Claim
from claimcmp.verdicts.sources import is_same_speaker
from tests.verdicts.making import make_claim

BODIES = [
    ("a body known everywhere", "en", "the Red Cross", "ru", "Красный Крест", True),
    ("a union of states", "ar", "الاتحاد الأوروبي", "ru", "Евросоюз", True),
    ("a ministry", "en", "the interior ministry", "ar", "وزارة الداخلية", True),
    ("a ministry in short", "ru", "МВД", "fr", "le ministère de l'Intérieur", True),
    ("a ministry in one word", "de", "das Innenministerium", "tr", "İçişleri Bakanlığı", True),
    ("a ministry and its country, named once", "es", "el Ministerio de Defensa", "ru", "Минобороны России", True),
    ("the ministries of two countries", "en", "Russia's defence ministry", "ar", "وزارة الدفاع الأوكرانية", False),
    ("two ministries", "en", "the interior ministry", "ar", "وزارة الدفاع", False),
    ("the police", "fa", "پلیس", "de", "die Polizei", True),
    ("bodies of no list", "en", "the Water Board", "fr", "la Régie des ports", False),
]  # fmt: skip


def speak(name: str, language: str) -> Claim:
    """A claim of a body, in a language."""
    return attrs.evolve(make_claim("12", speaker=name, kind="organisation"), language=language)


@pytest.mark.parametrize("row", BODIES, ids=[row[0] for row in BODIES])
def test_a_body_is_known_again_in_another_language(row: tuple[str, str, str, str, str, bool]) -> None:
    _, language, name, other_language, other, expected = row
    left, right = speak(name, language), speak(other, other_language)
    assert is_same_speaker(left, right, Settings()) is is_same_speaker(right, left, Settings()) is expected
