"""Agency copy in several outlets: found, counted once, and its changed figures still in conflict."""

from __future__ import annotations

import attrs
import pytest

import claimcmp as cc
from claimcmp.verdicts import judge_pair
from claimcmp.verdicts.shared_copy import measure_containment
from tests.verdicts.making import make_claim, make_pair

LEAD = "A fire on a ferry off the port of Salwa killed 12 people on Monday and forced 200 passengers into the water, the coast guard said"

# fmt: off
COPIES = [
    ("the same", LEAD, LEAD),
    ("one word changed", LEAD, LEAD.replace("forced", "drove")),
    ("a part left out", LEAD, LEAD.replace(" and forced 200 passengers into the water", "")),
    ("words put before it", LEAD, "Witnesses spoke of thick smoke over the harbour when a " + LEAD[2:]),
    ("Arabic", "أدى حريق على متن عبارة قبالة ميناء سلوى إلى مقتل 12 شخصا يوم الاثنين وإصابة العشرات بحسب خفر السواحل",
     "أدى حريق على متن عبارة قبالة ميناء سلوى إلى مقتل 12 شخصا يوم الاثنين وإصابة عشرات آخرين بحسب خفر السواحل"),
    ("Russian", "Пожар на пароме у порта Сальва унес в понедельник жизни 12 человек, сообщила береговая охрана страны",
     "Пожар на пароме недалеко от порта Сальва унес в понедельник жизни 12 человек, сообщила береговая охрана страны"),
]
OWN_WORDS = [
    ("the same in other words", LEAD, "Twelve people lost their lives when a ferry burned near Salwa on Monday; 200 had to jump overboard"),
    ("short sentences", "The bridge was closed on Monday", "The bridge was closed"),
    ("two languages", LEAD, "أدى حريق على متن عبارة قبالة ميناء سلوى إلى مقتل 12 شخصا يوم الاثنين"),
]
# fmt: on


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in COPIES], ids=[row[0] for row in COPIES])
def test_copy_is_found_with_small_edits_and_counts_once(left: str, right: str) -> None:
    finding = judge_pair(make_pair(left, right))
    assert (finding.shared_copy, finding.independent_sources) == (True, 1)


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in OWN_WORDS], ids=[row[0] for row in OWN_WORDS])
def test_own_words_are_no_copy(left: str, right: str) -> None:
    finding = judge_pair(make_pair(left, right))
    assert (finding.shared_copy, finding.independent_sources) == (False, 2)


def test_one_changed_figure_in_shared_copy_is_a_conflict() -> None:
    finding = judge_pair(make_pair(LEAD, LEAD.replace("12", "14")))
    assert (finding.verdict, finding.rule, finding.shared_copy) == ("conflict", "conflict_number", True)


def test_a_named_speakers_words_are_no_agencys_copy_but_one_source() -> None:
    words = "“We will not stop searching before every cabin of the ferry has been seen”"
    finding = judge_pair(make_pair(make_claim(words, speaker="Mona Said"), make_claim(words, outlet="Y", speaker="Mona Said")))
    assert (finding.shared_copy, finding.independent_sources) == (False, 1)


def test_a_credit_of_one_agency_on_both_sides_needs_less_in_common() -> None:
    left, right = (
        make_claim(LEAD),
        make_claim(
            "A fire killed 12 people on Monday and forced 200 passengers off the ferry before the coast guard said it came too late",
            outlet="Y",
        ),
    )
    share = measure_containment(left, right)
    assert 0.3 <= share < 0.45, share
    assert not judge_pair(make_pair(left, right)).shared_copy
    credited = [attrs.evolve(claim, agencies=("afp",)) for claim in (left, right)]
    assert judge_pair(make_pair(*credited)).shared_copy


# fmt: off
ONE_SOURCE = [
    ("a title before the name", ("chief executive Tom Askew", "person"), ("Tom Askew", "person")),
    ("two scripts", ("António Guterres", "person"), ("غوتيريش", "person")),
    ("Cyrillic", ("Sergei Naryshkin", "person"), ("Сергей Нарышкин", "person")),
    ("one agency in two scripts", ("AFP", "organisation"), ("فرانس برس", "organisation")),
    ("one office", ("the interior minister", "post"), ("The interior minister", "post")),
]
TWO_SOURCES = [
    ("two people", ("Mona Said", "person"), ("Omar Haddad", "person")),
    ("two unnamed", ("an official", "anonymous"), ("an official", "anonymous")),
    ("two offices", ("the interior minister", "post"), ("the finance minister", "post")),
    ("two given names", ("Hunter Marsh", "person"), ("Joe Marsh", "person")),
]
# fmt: on


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in ONE_SOURCE], ids=[row[0] for row in ONE_SOURCE])
def test_one_speaker_under_two_names_is_one_source(left: tuple[str, str], right: tuple[str, str]) -> None:
    texts = (
        "The port will be sold before winter",
        "سيباع الميناء قبل الشتاء" if "\u0600" <= right[0][0] <= "\u06ff" else "They will sell the port before winter",
    )
    claims = [make_claim(text, speaker=name, kind=kind) for text, (name, kind) in zip(texts, (left, right), strict=True)]
    assert judge_pair(make_pair(*claims)).independent_sources == 1


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in TWO_SOURCES], ids=[row[0] for row in TWO_SOURCES])
def test_two_speakers_are_two_sources(left: tuple[str, str], right: tuple[str, str]) -> None:
    texts = "The port will be sold before winter", "They will sell the port before winter"
    claims = [make_claim(text, speaker=name, kind=kind) for text, (name, kind) in zip(texts, (left, right), strict=True)]
    assert judge_pair(make_pair(*claims)).independent_sources == 2


def test_a_group_counts_one_agency_in_three_outlets_once() -> None:
    texts = {
        "Herald": f"SALWA (AFP) - {LEAD}.\nThe mayor visited the port.",
        "Courier": f"{LEAD}.\nShips were sent at once.\n(AFP)",
        "Mirror": f"{LEAD.replace('forced', 'drove')}.\nAFP",
        "Star": "Twelve people lost their lives when a ferry burned near Salwa on Monday, witnesses on the shore told the Star.",
    }
    result = cc.compare({name: text for name, text in texts.items() if name != "Star"})
    group = next(group for group in result.groups if len({claim.outlet for claim in group.claims}) == 3)
    assert group.independent_sources == 1
    wider = cc.compare(texts)
    assert max(group.independent_sources for group in wider.groups) <= 2
