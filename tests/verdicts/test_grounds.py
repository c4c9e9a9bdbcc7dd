"""What a conflict between two reports must rest on; between bare statements less is enough."""

from __future__ import annotations

import attrs
import numpy as np
import pytest

from claimcmp.detection import detect_language
from claimcmp.records import FacetName, Pair, Relation, Sense, Verdict
from claimcmp.verdicts.judging import judge_pair
from tests.facets.reading import read_claim
from tests.verdicts.making import retell
from tests.verdicts.test_entailment import FakeModel

REPORTS = [
    (
        "a negation in a sentence that says much else",
        "The council met in the old town hall and after a long debate offered the striking drivers of the tram company a meeting with its lawyers",
        "The drivers could not meet the mayor's lawyers",
    ),
    (
        "a negation that is named, not used",
        "The council vote on the harbour plan took place at noon",
        'The only "no" vote in the council was cast by its oldest member',
    ),
    (
        "the denying side affirms the same words beside it",
        "The harbour plan will bring work back to the town, the mayor said",
        '"Your speeches are not bringing work back to the town. The harbour plan will bring work back to the town," the mayor said',
    ),
    (
        "sums that each measure another thing",
        "The mayor wanted 40 million dollars for the new harbour",
        "The council called 15 million dollars for the harbour school a beginning",
    ),
    (
        "words of a headline taken for a name",
        "Mayor Signs Revised Harbour Act",
        "When Anna Keller, the mayor, spoke about the revised harbour act",
    ),
    ("two towns, each with its dead", "Shells killed 5 people in Homs on Monday", "Shells killed 9 people in Aleppo on Monday"),
    (
        "figures that add up",
        "The storm killed 15 people in the harbour town and 6 people were killed in a village on the island",
        "The storm killed 21 people in the harbour town and on the island",
    ),
]
BACKGROUND = [
    (
        "a month long before",
        ("en", "In March, 31 people were killed when a ferry hit the pier"),
        ("en", "The ferry hit the pier, killing 16 people"),
    ),
    (
        "the month before",
        ("ar", "في مارس الماضي لقي 12 شخصا حتفهم عندما غرقت عبارة في النهر"),
        ("ar", "لقي 16 شخصا حتفهم عندما غرقت عبارة في النهر"),
    ),
    (
        "an attack like it",
        ("en", "A similar attack by gunmen on the village killed 15 people"),
        ("en", "The attack by gunmen on the village killed 7 people"),
    ),
    (
        "elsewhere",
        ("en", "Gunmen killed 15 people in a raid on a market in a nearby village"),
        ("en", "Gunmen killed 7 people in a raid on a market"),
    ),
    (
        "this month as a whole",
        ("en", "Earlier this month gunmen killed 15 people in the village"),
        ("en", "Gunmen killed 7 people in the village"),
    ),
    (
        "between two languages",
        ("en", "In January an explosion in Lima killed 15 people"),
        ("es", "Una explosión en Lima mató a 7 personas"),
    ),
]
"""What a report recalls, or tells of a part, beside another's event; read on a Friday in May 2024."""
ACROSS = [
    (("en", "Three people were killed in an explosion in Lima on Monday"), ("es", "Una explosión en Lima mató el lunes a nueve personas")),
    (("en", "An explosion in Lima killed 3 people on Wednesday"), ("fr", "Une explosion à Lima a tué 9 personnes")),
]
REAL = [
    ("en", "9 killed in ferry blast: the coast guard said 9 people were killed on the ferry", "The blast on the ferry killed 18 people"),
    ("en", "The ferry was not a gift of the mayor", "The ferry was a gift of the mayor to the islanders"),
    ("en", "No one claimed the attack on the harbour", "The Falcon group claimed the attack on the harbour"),
    ("en", "The blast on the ferry killed 14 people, the coast guard said", "At the pier, 9 people were killed by the blast on the ferry"),
    ("en", "No armed group has claimed the attack on the harbour", "The Falcon movement claimed the attack on the harbour"),
    ("es", "Ningún grupo ha reivindicado el atentado del puerto", "El Frente del Halcón ha reivindicado el atentado del puerto"),
    ("de", "Keine Gruppe hat sich zu dem Anschlag im Hafen bekannt", "Die Nordfront hat sich zu dem Anschlag im Hafen bekannt"),
    ("ar", "لم تعلن أي جهة مسؤوليتها عن الهجوم على الميناء", "أعلنت جماعة الصقور مسؤوليتها عن الهجوم على الميناء"),
]


TOLLS = [
    # description, headline or lead of one report, of the other, whether they conflict
    (
        "two tolls in other words",
        "Days of rain brought down a narrow mine shaft and six people died",
        "Eight people perished underground when the whole valley shook at noon",
        True,
    ),
    (
        "of those hurt",
        "A blaze in the engine room of an old trawler left four sailors hurt",
        "Seven sailors suffered an injury when flames swept the deck off the cape",
        True,
    ),
    (
        "a part of the dead",
        "Gunmen opened fire at dusk near the old town wall and nine died",
        "Five children were killed in a playground by masked attackers",
        False,
    ),
    (
        "figures that fit",
        "Days of rain brought down a narrow mine shaft and at least six people died",
        "Eight people perished underground when the whole valley shook at noon",
        False,
    ),
    (
        "the killed and the hurt",
        "Days of rain brought down a narrow mine shaft and six people died",
        "Eight people were hurt underground when the whole valley shook at noon",
        False,
    ),
]


def chosen_across(left: tuple[str, str], right: tuple[str, str]) -> Pair:
    """The same of two statements with their languages."""
    claims = [read_claim(text, language, name=name) for (language, text), name in zip((left, right), "ab", strict=True)]
    dated = [attrs.evolve(claim, published="2024-05-10") for claim in claims]
    return Pair(left=dated[0], right=dated[1], score=0.8, contributions={"base": -3.0, "story": 1.4, "story_across": 0.5})


def chosen(left: str, right: str, language: str = "en") -> Pair:
    """Two statements that an alignment took from two reports of one event."""
    pair = Pair(left=read_claim(left, language, name="a"), right=read_claim(right, language, name="b"), score=0.8)
    return attrs.evolve(pair, contributions={"base": -3.0, "story": 1.4, "words": 3.0})


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in REPORTS], ids=[row[0] for row in REPORTS])
def test_reports_do_not_conflict_over_what_belongs_to_different_statements(left: str, right: str) -> None:
    for sides in ((left, right), (right, left)):
        assert judge_pair(chosen(*sides), judge="rules").verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(("language", "left", "right"), REAL, ids=[row[1] for row in REAL])
def test_reports_conflict_over_one_statement(language: str, left: str, right: str) -> None:
    for sides in ((left, right), (right, left)):
        assert judge_pair(chosen(*sides, language), judge="rules").verdict is Verdict.CONFLICT


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in BACKGROUND], ids=[case[0] for case in BACKGROUND])
def test_what_a_report_recalls_contradicts_nothing(left: tuple[str, str], right: tuple[str, str]) -> None:
    finding = judge_pair(chosen_across(left, right), judge="rules")
    assert finding.verdict is not Verdict.CONFLICT, finding.rule


@pytest.mark.parametrize(("left", "right"), ACROSS)
def test_reports_in_two_languages_conflict_over_one_toll_at_one_place(left: tuple[str, str], right: tuple[str, str]) -> None:
    assert judge_pair(chosen_across(left, right), judge="rules").rule == "conflict_number"


@pytest.mark.parametrize(("left", "right", "is_conflict"), [case[1:] for case in TOLLS], ids=[case[0] for case in TOLLS])
def test_two_tolls_in_two_leads_conflict_whatever_the_words(left: str, right: str, is_conflict: bool) -> None:
    pair = attrs.evolve(chosen(left, right), score=0.95)
    assert (judge_pair(pair, judge="rules").verdict is Verdict.CONFLICT) is is_conflict
    later = retell(attrs.evolve(pair, left=attrs.evolve(pair.left, sentence=5)))
    assert judge_pair(later, judge="rules").verdict is not Verdict.CONFLICT
    apart = attrs.evolve(pair, contributions={"base": -3.0, "words": 3.0})
    assert judge_pair(apart, judge="rules").verdict is not Verdict.CONFLICT


BUYER = "Harbour Lines agreed a takeover of its old rival Delta Ferries in the spring for $3.2bn"
SELLER = "Delta Ferries, among the last family firms on the coast, faces a takeover by a rival for 2.9 billion"
PRICES = [
    # description, claim of one report, of the other, whether they conflict where both stand in a lead
    ("one price each", BUYER, f"{SELLER} dollars", True),
    ("several sums", f"{BUYER} and pay its debts of $1bn", f"{SELLER} dollars", False),
    ("two currencies", BUYER, f"{SELLER} euros", False),
]


@pytest.mark.parametrize(("left", "right", "is_conflict"), [case[1:] for case in PRICES], ids=[case[0] for case in PRICES])
def test_two_prices_in_two_leads_conflict(left: str, right: str, is_conflict: bool) -> None:
    pair = attrs.evolve(chosen(left, right), score=0.95)
    assert (judge_pair(pair, judge="rules").rule == "conflict_number") is is_conflict
    later = retell(attrs.evolve(pair, right=attrs.evolve(pair.right, sentence=6)))
    assert judge_pair(later, judge="rules").verdict is not Verdict.CONFLICT


COUNTS = [
    # description, claim of one report, of another of one event, whether they conflict
    (
        "the lower count is all",
        "Seventeen people were arrested",
        "Twenty-three marchers were rounded up for throwing paint at a tram",
        False,
    ),
    ("the same kind of people", "Seventeen people were arrested", "Twenty-three people were brought in for throwing paint at a tram", True),
    ("others on top", "Another five people were hurt", "Nine people were hurt when flares hit the tram", False),
    (
        "figures joined by a word",
        "Four officers and at least ten marchers were hurt",
        "Six policemen were hurt by flares near the tram",
        True,
    ),
    ("those aboard", "There were 38 people on board", "The ferry with 45 people aboard went down off the cape at dawn", True),
    (
        "two sizes of a quake",
        "A magnitude 6.4 earthquake shook the valley",
        "The 6.8-magnitude earthquake in the valley woke the whole town",
        True,
    ),
    ("a quake and its aftershock", "A magnitude 6.4 earthquake shook the valley", "An aftershock of magnitude 5.1 shook the valley", False),
    (
        "terms of one person",
        "A judge in the old town sentenced Paul Brandt to 12 years in prison for fraud",
        "The court sentenced Paul Brandt, 57, to 10 years in prison",
        True,
    ),
    (
        "a term that was sought",
        "The court sent Paul Brandt to prison for 12 years",
        "The state wants Paul Brandt to go to prison for 15 years",
        False,
    ),
    (
        "terms of two people",
        "A judge in the old town sentenced Paul Brandt to 12 years in prison for fraud",
        "The court sentenced Karl Lund, 57, to 10 years in prison",
        False,
    ),
]
SAID_AGAIN = [
    # description, claim of one report, of another of one event: figures that meet, though another counts people of the same name
    (
        "a verb behind the figure",
        "About 200 residents were moved to a school",
        "Nine residents were in hospital and about 200 spent the night in a sports hall",
    ),
    (
        "the same of a quake",
        "A magnitude 6.4 earthquake struck the valley, killing 12 people",
        "The 6.4 quake hit the valley and 12 people were killed",
    ),
]
AGES = [
    # description, claim of one report, of another of one event, whether they conflict
    ("behind the name", "Anna Keller, 58, showed no emotion", "Anna Keller, a 57-year-old who kept the books, was led out", True),
    (
        "before the name",
        "The court heard 58-year-old Anna Keller for two hours",
        "Anna Keller, 57, had kept the books of the ferry line",
        True,
    ),
    ("of another person", "Anna Keller, 58, showed no emotion", "Anna Keller was led out past a boy of 12", False),
    ("a relative's", "Anna Keller, 58, showed no emotion", "Anna Keller and her sister, 57, were led out", False),
    ("the same", "Anna Keller, 58, showed no emotion", "Anna Keller, a 58-year-old who kept the books, was led out", False),
]


@pytest.mark.parametrize(("left", "right", "is_conflict"), [case[1:] for case in COUNTS], ids=[case[0] for case in COUNTS])
def test_a_count_that_gives_the_whole_leaves_no_room_for_a_higher_one(left: str, right: str, is_conflict: bool) -> None:
    for sides in ((left, right), (right, left)):
        pair = chosen(*sides)
        pair = attrs.evolve(pair, left=attrs.evolve(pair.left, sentence=5), score=0.95)
        assert (judge_pair(pair, judge="rules").rule == "conflict_number") is is_conflict
        apart = attrs.evolve(pair, contributions={"base": -3.0, "words": 3.0})
        assert judge_pair(apart, judge="rules").verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in SAID_AGAIN], ids=[case[0] for case in SAID_AGAIN])
def test_a_verb_behind_a_figure_is_not_what_it_counts(left: str, right: str) -> None:
    found = judge_pair(chosen(left, right), judge="rules").differences
    assert not any(d.facet is FacetName.NUMBER and d.relation is Relation.CONFLICTING for d in found)


@pytest.mark.parametrize(("left", "right", "is_conflict"), [case[1:] for case in AGES], ids=[case[0] for case in AGES])
def test_two_ages_of_one_person_conflict(left: str, right: str, is_conflict: bool) -> None:
    for sides in ((left, right), (right, left)):
        assert (judge_pair(chosen(*sides), judge="rules").rule == "conflict_age") is is_conflict


DENIED = [
    # description, what one report tells, what another reports as denied, the rule
    (
        "the same words",
        "three miners died when a shaft collapsed in the valley",
        "three miners died when a shaft collapsed",
        "conflict_reported_denial",
    ),
    ("a denial of more", "a shaft collapsed", "three miners died when a shaft collapsed and the owner fled the valley", "reported_denial"),
    ("a denial of a denial", "three miners died in the shaft", "no miners died in the shaft", None),
]


@pytest.mark.parametrize(("said", "denied", "rule"), [case[1:] for case in DENIED], ids=[case[0] for case in DENIED])
def test_what_one_report_gives_as_denied_is_no_agreement(said: str, denied: str, rule: str | None) -> None:
    claim = read_claim(denied, "en", sense=Sense.DENIES, name="b")
    finding = judge_pair(attrs.evolve(chosen(said, denied), right=claim), judge="rules")
    if rule is None:
        assert "reported_denial" not in finding.rule
    else:
        assert finding.rule == rule


LIKELY = [
    # description, two reports, the rule where a model finds contradiction likely, and the rule without it
    (
        "nobody and somebody",
        "two divers had been detained at the lighthouse after the sinking",
        "nobody had been detained over the sinking and the inquiry went on",
        "conflict_instance",
    ),
    (
        "opposites",
        "the harbour and two schools were closed with nets and sandbags",
        "the harbour was opened to fishing boats with flags and music",
        "conflict_likely_opposites",
    ),
    (
        "a service that ran and did not",
        "the ferries to both islands ran normally all night",
        "the harbour office suspended ferries for two hours, leaving lorries in a queue on the quay",
        "conflict_likely_opposites",
    ),
    (
        "by accident and on purpose",
        "the fire in the harbour office was an accident, a leak of gas by the stove",
        "somebody set fire to the harbour office deliberately with petrol and rags",
        "conflict_likely_opposites",
    ),
    (
        "figures of a measure",
        "the storm reached the bay in the night with winds of 180 km/h",
        "the gale came ashore in the bay with winds of 210 km/h, tearing up moorings",
        "conflict_likely_number",
    ),
    (
        "a word denied",
        "the owner would appeal",
        "she had accepted the fine in full and would not appeal",
        "conflict_likely_denial",
    ),
]


@pytest.mark.parametrize(("left", "right", "rule"), [case[1:] for case in LIKELY], ids=[case[0] for case in LIKELY])
def test_a_ground_that_alone_would_not_do_counts_where_a_model_finds_contradiction_likely(left: str, right: str, rule: str) -> None:
    pair = retell(attrs.evolve(chosen(left, right), score=0.95))
    contradicted = FakeModel({"contradiction": 0.8, "entailment": 0.1, "neutral": 0.1})
    finding = judge_pair(pair, judge=contradicted)
    assert finding.rule == rule
    assert any(d.relation is Relation.CONFLICTING for d in finding.differences)
    assert judge_pair(pair, judge="rules").verdict is not Verdict.CONFLICT
    open_model = FakeModel({"contradiction": 0.5, "entailment": 0.1, "neutral": 0.4})
    assert judge_pair(pair, judge=open_model).verdict is not Verdict.CONFLICT
    apart = attrs.evolve(pair, contributions={"base": -3.0, "words": 3.0})
    assert judge_pair(apart, judge=contradicted).verdict is not Verdict.CONFLICT


def test_what_holds_on_a_condition_denies_nothing_by_one_word_however_likely() -> None:
    model = FakeModel({"contradiction": 0.8, "entailment": 0.1, "neutral": 0.1})
    told, open_ = (
        "pilots are told by the port how to use their judgement",
        "if somebody tells you how to use judgement, you do not have judgement",
    )
    assert judge_pair(attrs.evolve(chosen(told, open_), score=0.95), judge=model).verdict is not Verdict.CONFLICT


def test_a_topic_in_common_is_no_agreement_where_a_model_finds_contradiction_likely() -> None:
    pair = attrs.evolve(chosen("The pilot of the launch survived with a broken arm", "The pilot, 52, was among the victims"), score=0.95)
    assert judge_pair(pair, judge=FakeModel({"contradiction": 0.4, "entailment": 0.2, "neutral": 0.4})).verdict is Verdict.AGREEMENT
    assert judge_pair(pair, judge=FakeModel({"contradiction": 0.8, "entailment": 0.1, "neutral": 0.1})).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("left", "right", "conflicts"),
    [
        ("سيقدم المهندس تقريره قبل نهاية مارس 2025", "سيقدم المهندس تقريره مطلع مايو 2025", True),
        ("سيقدم المهندس تقريره قبل نهاية مارس 2025", "سيقدم المهندس تقريره منتصف مارس 2025", False),
        ("قدم المهندس تقريره قبل نهاية مارس 2025", "سيقدم المهندس تقريره مطلع مايو 2025", False),
    ],
)
def test_a_plan_behind_the_others_deadline_is_of_another_date(left: str, right: str, conflicts: bool) -> None:
    finding = judge_pair(chosen(left, right, "ar"), judge="rules")
    assert conflicts == any(d.facet is FacetName.DATE and d.relation is Relation.CONFLICTING for d in finding.differences)


def test_where_one_report_has_a_place_and_the_other_a_nationality_nothing_conflicts() -> None:
    placed = chosen_across(("ar", "يعقد منتدى الاستثمار في مصر"), ("ru", "Инвестиционный форум пройдёт в Марокко"))
    assert judge_pair(placed, judge="rules").rule == "conflict_place"
    named = chosen_across(("ar", "يشارك وفد روسي في منتدى الاستثمار"), ("ru", "Инвестиционный форум пройдёт в Марокко"))
    assert judge_pair(named, judge="rules").verdict is not Verdict.CONFLICT


def test_a_model_may_keep_three_words_from_agreeing() -> None:
    pair = attrs.evolve(chosen("عاد الوفد كاملا", "الوفد عاد ناقصا", "ar"), score=0.95)
    assert judge_pair(pair, judge=FakeModel({"contradiction": 0.4, "entailment": 0.3, "neutral": 0.3})).verdict is Verdict.AGREEMENT
    assert judge_pair(pair, judge=FakeModel({"contradiction": 0.9, "entailment": 0.05, "neutral": 0.05})).verdict is Verdict.UNCLEAR


def test_what_a_source_denies_agrees_with_no_report_of_the_like() -> None:
    said, denied = "طائرة مجهولة قصفت الميناء القديم", "تكون طائرات الجيش قد قصفت أي ميناء"
    pair = attrs.evolve(chosen(denied, said, "ar"), score=0.95)
    assert judge_pair(pair, judge="rules").verdict is Verdict.AGREEMENT
    pair = attrs.evolve(pair, left=read_claim(denied, "ar", sense=Sense.DENIES, name="a"))
    assert judge_pair(pair, judge="rules").verdict is not Verdict.AGREEMENT


NEUTRAL = {"contradiction": 0.05, "entailment": 0.1, "neutral": 0.85}
SURELY_NEUTRAL = {"contradiction": 0.03, "entailment": 0.02, "neutral": 0.95}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("شهدت الجلسة مشادة كلامية بين نائبين حول الموازنة", "صوت النواب ضد الموازنة في جلسة طويلة"),
        ("عاد الوزير إلى الميناء مساء الأحد", "اجتمع عمال الميناء بالمحافظ نهار الأحد"),
    ],
    ids=["a topic in common", "a date in common"],
)
def test_what_a_model_finds_to_be_of_two_points_is_no_agreement_of_reports(left: str, right: str) -> None:
    pair = attrs.evolve(chosen(left, right, "ar"), score=0.7)
    likely = {"contradiction": 0.2, "entailment": 0.5, "neutral": 0.3}
    assert judge_pair(pair, judge=FakeModel(likely)).verdict is Verdict.AGREEMENT
    assert judge_pair(pair, judge=FakeModel(SURELY_NEUTRAL)).verdict is Verdict.UNCLEAR
    assert judge_pair(attrs.evolve(pair, score=0.95), judge=FakeModel(NEUTRAL)).verdict is Verdict.AGREEMENT


def test_of_phrases_a_model_is_not_believed() -> None:
    pair = attrs.evolve(chosen("early elections for parliament", "snap elections"), score=0.95)
    assert judge_pair(pair, judge=FakeModel({"contradiction": 0.8, "entailment": 0.1, "neutral": 0.1})).verdict is Verdict.AGREEMENT


def test_look_alikes_of_other_days_deny_nothing_of_each_other() -> None:
    pair = chosen("No one claimed the attack on the harbour", "The Falcon group claimed the attack on the harbour")
    later = attrs.evolve(pair, contributions={**pair.contributions, "other_time": -0.4})
    assert judge_pair(pair, judge="rules").verdict is Verdict.CONFLICT
    assert judge_pair(later, judge="rules").verdict is not Verdict.CONFLICT


def test_what_one_report_denies_in_other_words_conflicts_where_a_model_finds_it_entailed() -> None:
    said, denied = "the strike had been planned and paid for from abroad", "the protest was financed by foreigners"
    pair = chosen(said, denied)
    pair = attrs.evolve(pair, right=attrs.evolve(read_claim(denied, "en", sense=Sense.DENIES, name="b")), score=0.95)
    entailed = FakeModel({"contradiction": 0.05, "entailment": 0.85, "neutral": 0.1})
    assert judge_pair(pair, judge=entailed).rule == "conflict_entailed_denial"
    assert judge_pair(pair, judge=OneWay(denied, entailed)).rule == "conflict_entailed_denial"
    assert judge_pair(pair, judge=OneWay(said, entailed)).rule == "reported_denial"
    assert judge_pair(pair, judge="rules").rule == "reported_denial"


class OneWay:
    """Gives the answers of a model where a text stands on the right, and finds that neither follows where it stands on the left."""

    def __init__(self, text: str, model: FakeModel) -> None:
        self.config, self.text, self.model = model.config, text, model

    def predict(self, sentences: list[tuple[str, str]]) -> np.ndarray:
        nothing = FakeModel({"contradiction": 0.05, "entailment": 0.4, "neutral": 0.55}).predict(sentences)
        found = self.model.predict(sentences)
        return np.stack([found[row] if right == self.text else nothing[row] for row, (_, right) in enumerate(sentences)])


def test_figures_of_unlike_things_do_not_make_an_agreement() -> None:
    pair = chosen("Fourteen people were injured in the landslide", "34 people were killed when a landslide buried the village")
    assert judge_pair(attrs.evolve(pair, score=0.95), judge="rules").verdict is not Verdict.AGREEMENT


def test_other_figures_of_the_same_outcome_do_not_make_an_agreement() -> None:
    pair = chosen("A landslide in the gorge killed 6 policemen near the dam", "Two drivers were killed by the landslide in the gorge")
    assert judge_pair(attrs.evolve(pair, score=0.95), judge="rules").verdict is not Verdict.AGREEMENT


def test_reports_of_look_alikes_on_other_days_do_not_agree() -> None:
    pair = chosen("Shells hit a market in the north of the harbour town", "Shells fell on a school in the north of the harbour town")
    later = attrs.evolve(pair, contributions={**pair.contributions, "other_time": -0.4})
    assert judge_pair(pair, judge="rules").verdict is Verdict.AGREEMENT
    assert judge_pair(later, judge="rules").verdict is Verdict.UNCLEAR


def test_a_day_that_a_report_gives_twice_stands_against_one_day() -> None:
    left = "25 August 2016: Shells killed 12 people at the market of the harbour town on 25 August 2016, the mayor said"
    right = "On 28 August 2016 shells killed 15 people at the market of the harbour town"
    finding = judge_pair(chosen(left, right), judge="rules")
    assert next((d.relation.value, d.note) for d in finding.differences if d.facet is FacetName.DATE) == (
        "conflicting",
        "2016-08-25 | 2016-08-28",
    )


def test_foreign_names_in_a_headline_do_not_decide_the_language_of_a_report() -> None:
    headline = "Wojciech Szczepaniak, Krzysztof Wiśniewski, Grzegorz Brzęczyszczykiewicz, Zbigniew Dąbrowski. "
    report = (
        "The four men were heard by the court on Monday and are to be heard again next week, as their lawyers have asked for more time. "
    )
    assert detect_language(headline + 4 * report) == "en"


COUNTS = [
    ("one count of each, of one thing", "Auf der Liste stehen 17 Personen und sechs Firmen", "ru", "В список попали 26 человек и шесть фирм", 0.9, True),
    ("a score that leaves another point possible", "Auf der Liste stehen 17 Personen und sechs Firmen", "ru", "В список попали 26 человек и шесть фирм", 0.7, False),
    ("a second figure that may be meant", "Die Brücke war 6 Stunden gesperrt, 3 Stunden länger als sonst", "en", "The bridge was shut for 2 hours", 0.9, False),
    ("a sum and what is added up", "An Bord waren 64 Gäste und 6 Matrosen", "en", "There were 70 people on board", 0.9, False),
]  # fmt: skip


@pytest.mark.parametrize("row", COUNTS, ids=[row[0] for row in COUNTS])
def test_of_two_reports_in_two_languages_the_score_tells_whether_figures_count_one_thing(
    row: tuple[str, str, str, str, float, bool],
) -> None:
    _, german, language, text, score, expected = row
    pair = attrs.evolve(chosen_across(("de", german), (language, text)), score=score)
    for sides in (pair, attrs.evolve(pair, left=pair.right, right=pair.left)):
        assert (judge_pair(sides, judge="rules").rule == "conflict_number") is expected


def test_of_two_reports_in_two_languages_one_that_negates_agrees_with_none_that_does_not() -> None:
    pair = attrs.evolve(chosen_across(("de", "Der Rat entschied einstimmig"), ("ru", "Решение принято не единогласно")), score=0.95)
    entailed, contradicted = ({"contradiction": c, "entailment": 0.9 - c, "neutral": 0.1} for c in (0.1, 0.8))
    assert judge_pair(pair, judge=FakeModel(entailed)).verdict is Verdict.UNCLEAR
    assert judge_pair(pair, judge=FakeModel(contradicted)).rule == "conflict_likely_negation"
