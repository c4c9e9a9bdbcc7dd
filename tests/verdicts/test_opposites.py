"""A negation beside an opposite in another language: "could not walk", «عجز عن المشي»."""

from __future__ import annotations

import attrs
import pytest

from claimcmp import Settings
from claimcmp.facets.affirmation import read_negatives
from claimcmp.records import Pair, Passage, Span, Verdict
from claimcmp.text.tokens import tokenize
from claimcmp.verdicts.judging import judge
from claimcmp.verdicts.negation import find_lone_negation
from claimcmp.verdicts.opposites import compare_opposites, refuses_otherwise, says_otherwise
from tests.facets.reading import read_claim
from tests.verdicts.test_entailment import FakeModel

OTHERWISE = [
    ("not since, the last", "ar", "لم يتبادل البلدان السفراء منذ عام 1987", "fr", "Le dernier échange d'ambassadeurs remonte à 1987", True),
    ("not since, behind its own clause", "en", "The two towns have not exchanged teams since 1987", "fr", "Le dernier échange d'équipes entre les deux villes a eu lieu en 1987", True),
    ("not for years, years since the last", "fr", "La ville n'avait pas construit de pont depuis dix ans", "en", "It has been ten years since the town last built a bridge", True),
    ("not since, the last time", "es", "El equipo no ha ganado desde 2010", "en", "The team last won in 2010", True),
    ("could not, incapable", "ar", "لم يتمكن الحارس من المشي", "fr", "Le gardien a été incapable de marcher", True),
    ("an auxiliary before it", "en", "The team could not reach the village", "ru", "Спасателям было невозможно добраться до деревни", True),
    ("inside the verb", "tr", "Ekipler köye ulaşmayı başaramadı", "en", "The teams failed to reach the village", True),
    ("not accepted, refused", "fr", "Le maire n'a pas accepté le plan", "ar", "رفض رئيس البلدية الخطة", True),
    ("not known, unknown", "en", "The driver is not known to the police", "de", "Der Fahrer ist der Polizei unbekannt", True),
    ("not allowed, prevented", "es", "No se estaba permitiendo el viaje de los cooperantes", "de", "Helfer wurden an der Reise gehindert", True),
    ("not harmed, respected", "ar", "المجلس لن يمس استقلال الصحيفة", "fr", "Le conseil respecterait l'indépendance du journal", True),
    ("not excluded, possible", "en", "The guards did not rule out help from inside", "ru", "Охрана допускает помощь изнутри", True),
    ("not before, at the earliest", "en", "A second vote cannot be held for at least six months", "de", "Neu gewählt wird frühestens in sechs Monaten", True),
    ("not guilty, innocence", "en", "The miller had pleaded not guilty", "ar", "دفع الطحان ببراءته", True),
    ("not safe, dangerous", "es", "El puente no es seguro en invierno", "de", "Die Brücke ist im Winter gefährlich", True),
    ("the verb at the end", "de", "Der Rat werde sich nicht in die Arbeit des Gerichts einmischen", "es", "El consejo respetará al tribunal", True),
    ("the same word", "en", "The bank was not closed on Monday", "ar", "كان المصرف مغلقا يوم الاثنين", False),
    ("its opposite beside the word itself", "en", "The bank was not closed", "fr", "La banque a ouvert en mai, puis elle a fermé", False),
    ("a word too far behind", "en", "The mayor did not say in the long speech of Monday who closed the gate", "fr", "Le maire a ouvert la séance", False),
]  # fmt: skip


@pytest.mark.parametrize("row", OTHERWISE, ids=[row[0] for row in OTHERWISE])
def test_an_opposite_says_what_a_negation_does(row: tuple[str, str, str, str, str, bool]) -> None:
    _, language, text, other_language, other, expected = row
    denying, affirming = read_claim(text, language), read_claim(other, other_language)
    (removal,) = read_negatives(denying, Settings()).removals
    assert says_otherwise(denying, removal.cue, affirming, Settings()) == expected


REFUSALS = [
    (
        "nothing in the treaty, it lacks",
        "ru",
        "Секретных условий в договоре не будет",
        "es",
        "El tratado carece de cláusulas secretas",
        True,
    ),
    ("no tax, ruled out", "tr", "Bahardan önce yeni bir vergi getirilmeyecek", "en", "She ruled out any new tax before the spring", True),
    ("did not use, did without", "en", "The judge did not use the film", "de", "Der Richter verzichtete auf den Film", True),
    ("did not play, missed", "fr", "Blessé au genou, le gardien n'a pas joué", "ru", "Вратарь пропустил матч из-за травмы колена", True),
    ("refused on both sides", "en", "The mayor refused to leave and did not pay", "fr", "Le maire a refusé de partir et a payé", False),
    ("no verb of the kind", "en", "The mayor did not pay", "fr", "Le maire a payé", False),
    (
        "in another part of a long claim",
        "en",
        "The mayor did not pay for the bridge that the town had built across the river in the spring of that year",
        "fr",
        "Le maire a payé le pont que la ville avait construit sur la rivière au printemps de cette année, mais il a refusé la fête",
        False,
    ),
]


@pytest.mark.parametrize("row", REFUSALS, ids=[row[0] for row in REFUSALS])
def test_a_verb_may_refuse_what_a_negation_denies(row: tuple[str, str, str, str, str, bool]) -> None:
    _, language, text, other_language, other, expected = row
    denying, affirming = read_claim(text, language), read_claim(other, other_language)
    cue = read_negatives(denying, Settings()).removals[-1].cue
    assert refuses_otherwise(denying, cue, affirming, Settings()) == expected


def test_opposites_do_not_conflict_where_a_negation_stands_behind_its_verb() -> None:
    closed, open_ = read_claim("The mill will stay closed until May", "en"), read_claim("Le moulin ne rouvrira pas avant mai", "fr")
    assert compare_opposites(closed, open_, Settings()) == compare_opposites(open_, closed, Settings()) == ()


def test_a_negation_in_the_rest_of_the_sentence_on_the_other_side_is_none_of_its_own() -> None:
    left = read_claim("The boy was pulled from the mud; his life is not in danger", "en", name="a")
    right, rest = read_claim("Un garçon a été retiré de la boue et conduit ailleurs", "fr", name="b"), "ses jours ne sont pas en danger"
    beside = Passage(span=Span(start=60, end=60 + len(rest)), text=rest)
    assert find_lone_negation(Pair(left=left, right=right, score=1.0), Settings()) is not None
    assert find_lone_negation(Pair(left=left, right=attrs.evolve(right, around=(beside,)), score=1.0), Settings()) is None


def test_a_negation_may_stand_in_a_sentence_of_its_own_on_the_other_side() -> None:
    left = read_claim("The hats are large, but they are not made to keep you warm", "en", name="a")
    right, rest = read_claim("Les chapeaux sont grands", "fr", name="b"), "Mais ils ne sont pas faits pour tenir chaud"
    settings, pair = Settings(min_negation_share=0.0), Pair(left=left, right=right, score=1.0)
    beside = Passage(span=Span(start=30, end=30 + len(rest)), text=rest)
    assert find_lone_negation(pair, settings) is not None
    assert find_lone_negation(attrs.evolve(pair, right_unmet=(beside,)), settings) is None
    assert find_lone_negation(attrs.evolve(pair, left_unmet=(beside,)), settings) is not None


WORDS = [
    ("imposed, lifted", "en", "The EU imposed a ban on the firm", "fr", "L'UE a levé l'interdiction", "polarity"),
    ("upheld, overturned", "en", "The court upheld the fine", "ar", "محكمة تلغي الغرامة", "polarity"),
    ("a gain, a loss", "de", "Die Werft meldete einen Gewinn", "es", "El astillero tuvo pérdidas", "polarity"),
    ("sent, taken back", "fr", "Le pays a déployé des soldats", "ru", "Страна вывела солдат", "polarity"),
    ("praised, criticised", "tr", "Bakan kararı övdü", "ar", "انتقد الوزير القرار", "polarity"),
    ("resumed, suspended", "fa", "ازسرگیری پروازها", "ru", "Полеты приостановлены", "polarity"),
    ("tougher, softer", "es", "El consejo endureció las reglas", "de", "Der Rat hat die Regeln gelockert", "polarity"),
    ("north, south", "tr", "Kuzeydeki köyde yangın çıktı", "en", "A fire broke out in the southern village", "place"),
    ("east, west", "ru", "Взрыв на западе города", "ar", "انفجار شرقي المدينة", "place"),
    ("both quarters, one of them", "en", "A blast in the north-west of the northern town", "fr", "Une explosion dans le nord", None),
    ("morning, evening", "en", "The bus fell on Sunday evening", "ar", "سقطت الحافلة صباح الأحد", "date"),
    ("tomorrow or in the morning", "es", "El juicio sigue mañana", "en", "The trial goes on in the evening", None),
    ("a man, a woman", "ru", "Полиция задержала мужчину", "fr", "La police a arrêté une femme", "person"),
    ("a wife may be either side of her marriage", "de", "Der Fahrer und seine Frau starben", "es", "Murió un hombre", None),
    ("a boy, a girl", "ar", "فتاة تعبر النهر", "en", "A boy crosses the river", "person"),
    ("a break and what comes behind it", "de", "Seit der Unterbrechung führt der Gast", "es", "Gana el visitante desde que se reanudó el juego", None),
    ("steady between two languages: of what, no word tells", "en", "Traffic rose while fares stayed unchanged", "ru", "Проезд стабильно недорог, машин стало больше", None),
]  # fmt: skip


@pytest.mark.parametrize("row", WORDS, ids=[row[0] for row in WORDS])
def test_opposites_are_of_the_facet_that_they_tell_of(row: tuple[str, str, str, str, str, str | None]) -> None:
    _, language, text, other_language, other, facet = row
    left, right = read_claim(text, language), read_claim(other, other_language)
    found = compare_opposites(left, right, Settings())
    assert [d.facet.value for d in found] == ([facet] if facet else [])
    assert [d.facet for d in compare_opposites(right, left, Settings())] == [d.facet for d in found]
    words = [{token.span for token in tokenize(claim.text)} for claim in (left, right)]
    assert all(d.left in words[0] and d.right in words[1] for d in found)


FIRES = "A fire broke out in the northern village", "اندلع حريق في القرية الجنوبية"
FOUND = "Rescuers found a boy on Sunday", "Les sauveteurs ont trouvé une fillette dimanche"
TIMES = "The bus fell on Sunday evening", "سقطت الحافلة صباح الأحد"
BANS = "The council imposed a ban on cars", "Le conseil a levé l'interdiction des voitures"

JUDGED = [
    ("a model that leaves a contradiction some room", *BANS, 0.3, "conflict_opposites"),
    ("a model that leaves it none: not said to agree either", *BANS, 0.01, "other_event"),
    ("north and south, whatever a model says", *FIRES, 0.01, "conflict_opposite_places"),
    ("a boy and a girl, whatever a model says", *FOUND, 0.01, "conflict_opposite_persons"),
    ("morning and evening, whatever a model says", *TIMES, 0.01, "conflict_opposite_times"),
]  # fmt: skip


@pytest.mark.parametrize("row", JUDGED, ids=[row[0] for row in JUDGED])
def test_opposites_are_no_agreement_whatever_a_model_says(row: tuple[str, str, str, float, str]) -> None:
    _, left, right, contradiction, rule = row
    model = FakeModel({"contradiction": contradiction, "entailment": 1 - contradiction, "neutral": 0.0})
    finding = judge(left, right, judge=model)
    assert finding.rule == rule
    assert finding.verdict is (Verdict.UNCLEAR if rule == "other_event" else Verdict.CONFLICT)
    assert finding.reasons
