"""Denials and opposites, within one language and between two, and how far a claim is given as done."""

from __future__ import annotations

import attrs
import pytest

import claimcmp as cc
from claimcmp.facets.affirmation import read_negatives
from claimcmp.records import Article, Claim, FacetName, Pair, Passage, Relation, Span, Verdict
from claimcmp.verdicts.judging import judge_pair
from claimcmp.verdicts.negation import ask_about_negations, find_lone_negation
from claimcmp.verdicts.opposites import compare_opposites
from tests.facets.reading import read_claim

CONFLICT, AGREEMENT = Verdict.CONFLICT, Verdict.AGREEMENT


def pair(left: str, left_language: str, right: str, right_language: str) -> Pair:
    """Two statements that an alignment holds to be one point."""
    return Pair(left=read_claim(left, left_language, name="a"), right=read_claim(right, right_language, name="b"), score=0.9)


WITHIN = [
    ("ru", "Мэр не подписал договор в среду", "Мэр подписал договор в среду"),
    ("fr", "Le maire n'a pas signé le contrat mercredi", "Le maire a signé le contrat mercredi"),
    ("es", "El alcalde no firmó ningún contrato", "El alcalde firmó el contrato"),
    ("de", "Der Rat hat den Vertrag nicht unterschrieben", "Der Rat hat den Vertrag unterschrieben"),
    ("tr", "Belediye köprüyü trafiğe açmadı", "Belediye köprüyü trafiğe açtı"),
    ("fa", "شهرداری پل تازه را باز نکرد", "شهرداری پل تازه را باز کرد"),
    ("en", "The mayor didn't sign the contract", "The mayor signed the contract"),
    ("ar", "لم توقع البلدية العقد", "وقعت البلدية العقد"),
    ("ar", "لا نستهدف سعرا محددا للعبور", "البلدية تستهدف سعرا محددا للعبور"),
]


@pytest.mark.parametrize(("language", "denied", "affirmed"), WITHIN, ids=[row[0] for row in WITHIN])
def test_what_one_side_denies_and_the_other_affirms_is_a_conflict(language: str, denied: str, affirmed: str) -> None:
    finding = judge_pair(pair(denied, language, affirmed, language))
    assert finding.verdict is CONFLICT
    assert any(d.facet is FacetName.POLARITY and d.relation is Relation.CONFLICTING for d in finding.differences)


def test_a_plan_beside_what_is_affirmed_makes_it_no_plan() -> None:
    denied, text = "البلدية لم تتلق دعوة رسمية للاجتماع", "البلدية تلقت دعوة رسمية للاجتماع وإنها سترسل مهندسا"
    pairs = pair(denied, "ar", text, "ar")
    told = attrs.evolve(pairs.right, parts=(Span(start=0, end=text.index(" وإنها")), Span(start=text.index("سترسل"), end=len(text))))
    assert judge_pair(attrs.evolve(pairs, right=told)).verdict is CONFLICT
    assert judge_pair(pair(denied, "ar", "البلدية ستتلقى دعوة رسمية للاجتماع", "ar")).verdict is not CONFLICT


FALSE = [
    ("en", "Rumours of a new bridge toll are false", "The bridge has no new toll"),
    ("fr", "Il est faux que le pont ait été fermé", "Le pont n'a pas été fermé"),
    ("ar", "شائعة إغلاق الجسر عارية عن الصحة", "لم يتم إغلاق الجسر"),
    ("ar", "كذبت البلدية ما ورد في الصحيفة عن إغلاق الجسر", "نفت البلدية إغلاق الجسر"),
    ("de", "Das Gerücht über die Sperrung der Brücke ist falsch", "Die Stadt dementierte die Sperrung der Brücke"),
    ("tr", "Köprünün kapatıldığı iddiası asılsız", "Köprünün kapatıldığı doğru değil"),
]


@pytest.mark.parametrize(("language", "left", "right"), FALSE, ids=[f"{row[0]} {row[1]}" for row in FALSE])
def test_a_report_called_false_denies_what_the_other_side_denies(language: str, left: str, right: str) -> None:
    assert judge_pair(pair(left, language, right, language)).verdict is not CONFLICT


def test_a_report_called_false_contradicts_who_affirms_it() -> None:
    finding = judge_pair(pair("Reports of a fire on the bridge were false", "en", "A fire on the bridge was seen", "en"))
    assert (finding.verdict, finding.rule) == (CONFLICT, "conflict_polarity")


def test_words_that_a_source_denies_are_not_weighed_as_if_it_had_said_them() -> None:
    texts = {"A": "نفت البلدية غرق 3 زوارق قرب الجسر.", "B": "أكدت البلدية عدم غرق أي زورق قرب الجسر."}
    found = cc.compare([cc.Article(text=text, outlet=name, id=name, language="ar") for name, text in texts.items()])
    assert not found.conflicts


BETWEEN = [
    ("en-ru", "The city did not open the bridge to traffic", "Город открыл мост для движения"),
    ("fr-en", "La ville n'a pas ouvert le pont à la circulation", "The city opened the bridge to traffic"),
    ("ar-en", "لم تفتح المدينة الجسر أمام حركة المرور", "The city opened the bridge to traffic"),
    ("ru-ar", "Город не открыл мост для движения", "فتحت المدينة الجسر أمام حركة المرور"),
    ("de-es", "Der Bürgermeister hat den Vertrag nicht unterschrieben", "El alcalde firmó el contrato"),
    ("tr-en", "Şehir köprüyü trafiğe açmadı", "The city opened the bridge to traffic"),
]


@pytest.mark.parametrize(("languages", "denied", "affirmed"), BETWEEN, ids=[row[0] for row in BETWEEN])
def test_a_negation_without_counterpart_in_another_language_is_a_conflict(languages: str, denied: str, affirmed: str) -> None:
    one, other = languages.split("-")
    finding = judge_pair(pair(denied, one, affirmed, other))
    assert finding.verdict is CONFLICT
    assert finding.rule in ("conflict_negation", "conflict_polarity")
    mirrored = judge_pair(pair(affirmed, other, denied, one))
    assert (mirrored.verdict, mirrored.confidence) == (finding.verdict, finding.confidence)


STANDS_IN = [
    ("negation for negation", "en-ru", "The city did not open the bridge", "Город не открыл мост"),
    ("two negators, one negation", "en-ru", "The city opened no bridge", "Город не открыл ни одного моста"),
    ("refuse", "en-fr", "The mayor would not sign the contract", "Le maire a refusé de signer le contrat"),
    ("without", "fr-de", "Le maire a signé sans que le conseil ne vote", "Der Bürgermeister unterschrieb, ohne dass der Rat abstimmte"),
    ("غير", "en-ar", "The bridge is not safe", "الجسر غير آمن"),
    ("inside the verb", "ru-tr", "Город не открыл мост", "Şehir köprüyü açmadı"),
    ("inside the verb", "en-fa", "The city did not open the bridge", "شهر پل را باز نکرد"),
    ("not only", "ru-en", "Город открыл не только мост, но и дорогу", "The city opened the road as well as the bridge"),
    ("only", "fr-en", "La ville n'a ouvert que le pont", "The city opened the bridge only"),
]


@pytest.mark.parametrize(("why", "languages", "left", "right"), STANDS_IN, ids=[f"{row[1]} {row[0]}" for row in STANDS_IN])
def test_what_renders_a_negation_in_another_language_is_no_conflict(why: str, languages: str, left: str, right: str) -> None:
    one, other = languages.split("-")
    assert judge_pair(pair(left, one, right, other)).verdict is not CONFLICT


def test_a_side_too_short_to_speak_of_what_is_denied_contradicts_nothing() -> None:
    text = "The city did not open the bridge to traffic, as the mayor had promised the people of the old town in the spring"
    assert find_lone_negation(pair(text, "en", "Мэр обещал мост", "ru"), cc.Settings()) is None
    assert find_lone_negation(pair(text, "en", "Мэр обещал мост", "ru"), cc.Settings(min_negation_share=0.0)) is not None


def test_a_denial_told_by_the_reporting_verb_stands_for_a_negation() -> None:
    text = "The mayor did not close the bridge to traffic"
    other = read_claim("Мэр закрыл мост для движения", "ru")
    assert find_lone_negation(Pair(left=read_claim(text, "en"), right=other, score=1.0), cc.Settings()) is not None
    denied = attrs.evolve(other, attribution=attrs.evolve(other.attribution, sense=cc.Sense.DENIES))
    assert find_lone_negation(Pair(left=read_claim(text, "en"), right=denied, score=1.0), cc.Settings()) is None


IDIOMS = [
    ("ru", "Писателя не стало в мае"),
    ("fr", "Si vous voyez le voleur, n'hésitez pas à appeler la mairie"),
    ("en", "If you see the thief, don't hesitate to call the town hall"),
    ("ar", "إذا رأيتم اللص فلا تترددوا في الاتصال بالبلدية"),
]


@pytest.mark.parametrize(("language", "text"), IDIOMS, ids=[row[0] for row in IDIOMS])
def test_a_phrase_that_says_no_in_form_only_negates_nothing(language: str, text: str) -> None:
    assert read_negatives(read_claim(text, language), cc.Settings()).removals == ()


NO_CLAUSE = [
    ("infinitive", "en-ru", "The court asked the mayor not to open the bridge", "Суд просил мэра подождать с открытием моста"),
    ("participle", "ru-en", "Город, не имеющий моста, открыл паром", "The city with its missing bridge opened a ferry"),
    ("waited for", "fr-en", "Le pont reste fermé tant que le maire ne signe pas", "The bridge stays shut until the mayor signs"),
]


@pytest.mark.parametrize(("why", "languages", "left", "right"), NO_CLAUSE, ids=[f"{row[1]} {row[0]}" for row in NO_CLAUSE])
def test_what_negates_no_statement_contradicts_nothing(why: str, languages: str, left: str, right: str) -> None:
    one, other = languages.split("-")
    found = find_lone_negation(pair(left, one, right, other), cc.Settings())
    assert found is None or found.score < cc.Settings().min_negation_score


def test_a_lone_negation_is_sought_between_two_languages_only() -> None:
    text = "Мэр не подписал договор"
    assert find_lone_negation(pair(text, "ru", "Мэр подписал договор", "ru"), cc.Settings()) is None


class Reader:
    """A model that finds a contradiction wherever a text holds a word, and agreement elsewhere."""

    def __init__(self, word: str) -> None:
        self.word = word

    def predict(self, sentences: list[tuple[str, str]]) -> list[list[float]]:
        """Probabilities of contradiction, entailment and neutral."""
        return [[0.9, 0.05, 0.05] if any(self.word in text for text in pair) else [0.05, 0.9, 0.05] for pair in sentences]


def test_a_model_that_sees_a_contradiction_in_the_negation_alone_makes_it_surer() -> None:
    found = find_lone_negation(pair("The city did not open the bridge", "en", "La ville a ouvert le pont", "fr"), cc.Settings())
    assert found is not None
    scores = [ask_about_negations([found], Reader(word))[0].score for word in ("not", "bridge")]
    assert scores[0] > scores[1]


def test_of_no_negation_a_model_is_asked_nothing() -> None:
    assert ask_about_negations([], Reader("not")) == ()


@pytest.mark.parametrize(
    ("left", "right"), [("حكم على الوزير حضوريا", "حكم على الوزير غيابيا"), ("نجا الحارس من الحريق", "توفي الحارس في الحريق")]
)
def test_opposites_of_one_language_are_told(left: str, right: str) -> None:
    differences = compare_opposites(*(read_claim(text, "ar", name=name) for text, name in ((left, "a"), (right, "b"))), cc.Settings())
    assert [d.relation for d in differences] == [Relation.CONFLICTING]


OPPOSITES = [
    ("en-ar", "Bread prices rose in March", "انخفضت أسعار الخبز في مارس"),
    ("en-ru", "The court released the journalist", "Суд арестовал журналиста"),
    ("ar-en", "نجا السائق من حادث الجسر", "The driver died in the crash on the bridge"),
    ("fr-en", "Le conseil a rejeté le plan du maire", "The council approved the plan of the mayor"),
]


@pytest.mark.parametrize(("languages", "left", "right"), OPPOSITES, ids=[row[0] for row in OPPOSITES])
def test_opposites_of_two_languages_are_a_conflict(languages: str, left: str, right: str) -> None:
    one, other = languages.split("-")
    finding = judge_pair(pair(left, one, right, other))
    assert (finding.verdict, finding.rule) == (CONFLICT, "conflict_opposites")


def test_a_denied_opposite_is_no_conflict() -> None:
    finding = judge_pair(pair("Le conseil n'a pas rejeté le plan du maire", "fr", "The council approved the plan of the mayor", "en"))
    assert finding.rule != "conflict_opposites"


NO_OPPOSITES = [
    (
        "before is not accepted",
        "ar-es",
        "بنيت المدرسة قبل أن تصبح القرية مدينة",
        "La escuela se construyó antes de que el músico negro llegara",
    ),
    ("under is not lower", "ar-es", "زاد عدد الأطفال في الرعاية", "Son más los niños bajo custodia"),
    ("April opens nothing", "ru-es", "Магазин закрыли весной", "La tienda dejó de vender en abril"),
    ("who speaks opposes nothing", "en-ru", "The union supports the plan", "Профсоюз выступил с планом"),
]


@pytest.mark.parametrize(("why", "languages", "left", "right"), NO_OPPOSITES, ids=[row[0] for row in NO_OPPOSITES])
def test_words_that_only_look_like_opposites_are_none(why: str, languages: str, left: str, right: str) -> None:
    one, other = languages.split("-")
    assert compare_opposites(read_claim(left, one, name="a"), read_claim(right, other, name="b"), cc.Settings()) == ()


def test_an_opposite_that_stands_in_another_part_of_the_sentence_is_no_conflict() -> None:
    left = read_claim("While prices fell, wages rose in the valley", "en", name="a")
    right = read_claim("Die Preise fielen im Tal", "de", name="b")
    one, other = read_claim("wages rose", "en", name="a"), right
    assert compare_opposites(one, other, cc.Settings())
    rest = Passage(span=Span(start=30, end=60), text="während die Löhne stiegen")
    assert compare_opposites(one, attrs.evolve(other, around=(rest,)), cc.Settings()) == ()
    assert compare_opposites(left, right, cc.Settings()) == ()


UNREAL = [
    ("en", "The minister resigned on Monday", "The minister will resign on Monday"),
    ("ar", "استقال الوزير يوم الاثنين", "سيستقيل الوزير يوم الاثنين"),
    ("ru", "Министр подал в отставку", "Министр может подать в отставку"),
    ("fr", "Le ministre a démissionné", "Le ministre aurait démissionné"),
]


@pytest.mark.parametrize(("language", "done", "unreal"), UNREAL, ids=[row[0] for row in UNREAL])
def test_done_against_planned_or_possible_is_told(language: str, done: str, unreal: str) -> None:
    finding = judge_pair(pair(done, language, unreal, language))
    assert any(d.facet is FacetName.CERTAINTY and d.relation is Relation.RIGHT_ONLY for d in finding.differences)
    assert any(reason.key == "verdict_certainty_right_unreal" for reason in finding.reasons) or finding.verdict is not AGREEMENT


def test_without_data_on_negation_nothing_is_weighed() -> None:
    text = "Byen åpnet ikke broen"
    claim = Claim(id="n", article_id="n", language="no", sentence=0, span=Span(start=0, end=len(text)), text=text)
    assert Article(text=text, language="no").language == "no"
    assert find_lone_negation(Pair(left=claim, right=read_claim("Die Stadt öffnete die Brücke", "de"), score=0.9), cc.Settings()) is None


MINIMAL = [
    ("ar", "ارتفعت أسعار القمح في أبريل", "انخفضت أسعار القمح في أبريل"),
    ("ar, pace", "تسارع التضخم السنوي في أبريل", "تباطأ التضخم السنوي في أبريل"),
    ("en", "Wheat exports rose sharply in April", "Wheat exports fell in April"),
    ("en, another order", "Jury finds former governor guilty", "Former governor cleared by jury"),
    ("ru", "Экспорт зерна в апреле ускорился", "Экспорт зерна в апреле снизился"),
    ("fr", "Les exportations ont accéléré en avril", "Les exportations ont reculé en avril"),
    ("es", "El precio del trigo subió en abril", "El precio del trigo bajó en abril"),
    ("de", "Der Weizenpreis ist im April gestiegen", "Der Weizenpreis ist im April gesunken"),
    ("tr", "Buğday fiyatı nisanda yükseldi", "Buğday fiyatı nisanda düştü"),
    ("fa", "بهای گندم در آوریل افزایش یافت", "بهای گندم در آوریل کاهش یافت"),
]


@pytest.mark.parametrize(("language", "left", "right"), MINIMAL, ids=[row[0] for row in MINIMAL])
def test_statements_that_differ_in_opposites_alone_are_a_conflict(language: str, left: str, right: str) -> None:
    finding = cc.judge(left, right, judge="rules")
    assert (finding.verdict, finding.rule) == (CONFLICT, "conflict_minimal_pair")


BOTH_SAID = [
    ("Oil rose and gas fell", "Gas fell and oil rose"),
    ("The minister accepted the offer and rejected the loan", "The minister rejected the loan and accepted the offer"),
    ("ارتفعت أسعار النفط وانخفضت أسعار الغاز", "انخفضت أسعار الغاز وارتفعت أسعار النفط"),
]


@pytest.mark.parametrize(("left", "right"), BOTH_SAID)
def test_opposites_that_both_sides_affirm_are_no_conflict(left: str, right: str) -> None:
    assert cc.judge(left, right, judge="rules").verdict is not CONFLICT


CONVERSE = [
    ("ar", "فاز الوداد على الرجاء", "خسر الرجاء أمام الوداد"),
    ("en", "Ajax beat Utrecht in the final", "Utrecht lost to Ajax in the final"),
    ("es", "Chile ganó a Bolivia en la final", "Bolivia perdió ante Chile en la final"),
    ("de", "Bochum besiegt Mainz im Pokal", "Mainz verliert gegen Bochum im Pokal"),
]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali lost 2-1 to Ben", "Ben won 2-1 against Carl, says Ali"),
        ("Egypt lost to Morocco in Cairo", "Morocco won in Cairo, Egypt drew"),
        ("Smith lost to Jones in Ohio", "Jones won in Texas, Smith in Ohio"),
    ],
)
def test_who_wins_against_another_does_not_agree(left: str, right: str) -> None:
    assert cc.judge(left, right, judge="rules").rule != "converse"


@pytest.mark.parametrize(("language", "left", "right"), CONVERSE, ids=[row[0] for row in CONVERSE])
def test_who_wins_and_who_loses_to_it_agree(language: str, left: str, right: str) -> None:
    finding = cc.judge(left, right, judge="rules")
    assert (finding.verdict, finding.rule) == (cc.Verdict.AGREEMENT, "converse")


def test_who_wins_and_loses_the_same_is_a_conflict() -> None:
    assert cc.judge("Ajax won the final in Utrecht", "Ajax lost the final in Utrecht", judge="rules").verdict is CONFLICT


OCCASIONS = [
    ("days", "Shares in the bank rose on Monday", "Shares in the bank fell on Wednesday"),
    ("days, denied", "The bridge was opened on Monday", "The bridge was not opened on Friday"),
    ("places", "Bread prices rose in Norway", "Bread prices fell in Denmark"),
    ("days in Arabic", "ارتفع سعر الذهب يوم الاثنين", "تراجع سعر الذهب يوم الأربعاء"),
    ("days in Russian", "В понедельник рубль укрепился", "В среду рубль ослаб"),
]


@pytest.mark.parametrize(("description", "left", "right"), OCCASIONS, ids=[row[0] for row in OCCASIONS])
def test_opposites_on_different_days_or_places_are_of_two_events(description: str, left: str, right: str) -> None:
    finding = cc.judge(left, right)
    assert (finding.verdict, finding.rule) == (cc.Verdict.UNCLEAR, "other_occasion")
