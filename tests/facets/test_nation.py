"""Which countries a text names, and when two texts name different ones."""

from __future__ import annotations

import attrs
import pytest

from claimcmp.facets.nation import read_nations
from claimcmp.facets.nation_compare import contrast_nations
from claimcmp.records import Claim, Passage, Span
from claimcmp.settings import Settings

SETTINGS = Settings()


def make_claim(language: str, text: str) -> Claim:
    return Claim(id=text, article_id=text, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)


READ = [
    ("en", "names and adjectives", "The Polish minister met his counterpart from South Korea.", ["PL", "KR"]),
    ("en", "a capital and a seat of power", "Moscow and the White House spoke.", ["RU/moscow", "US"]),
    ("en", "an abbreviation only in capitals", "Please tell us what the US wants.", ["US"]),
    ("en", "a verb written like a nationality", "They polish the boots and eat turkey.", []),
    ("en", "a compound", "The US-backed force withdrew.", ["US"]),
    ("en", "a person named like a city", "Jack London wrote novels.", []),
    ("ar", "a nationality behind the article and a conjunction", "التقى الوزير والرئيس والفرنسي.", ["FR"]),
    ("ar", "a name behind a preposition", "عقد الاجتماع ببولندا ولليابان رأي.", ["PL", "JP"]),
    ("ar", "the adjective of finance is not Mali", "أعلن البنك عن دعم مالي كبير.", []),
    ("ar", "two spellings of countries", "وصل وفدا بيلاروسيا وموزامبيق.", ["BY", "MZ"]),
    ("ar", "a country written with a long vowel", "انهار منجم شمال مالاوي.", ["MW"]),
    ("ru", "an older name of a country", "Делегация Туркмении уехала.", ["TM"]),
    ("es", "a country by two names", "La delegación de Kazajstán llegó.", ["KZ"]),
    ("ru", "cases of a name", "Делегация из Норвегии прибыла в Саудовскую Аравию.", ["NO", "SA"]),
    ("ru", "cases of a nationality", "Между турецкими и японским министрами не было встречи.", ["TR", "JP"]),
    ("ru", "the pronoun is not Togo", "Того министра никто не видел.", []),
    ("ru", "a capital in the instrumental", "Связь между Киевом и Варшавой прервана.", ["UA/kyiv", "PL/warsaw"]),
    ("fr", "behind an apostrophe", "Le ministre de l'Iran et celui d'Espagne ont parlé.", ["IR", "ES"]),
    ("fr", "a feminine adjective", "La délégation italienne et les troupes ukrainiennes sont parties.", ["IT", "UA"]),
    ("fr", "a meeting is not La Réunion", "Réunion de crise au ministère.", []),
    ("fr", "two first parts", "Le sommet franco-suisse a commencé.", []),
    ("es", "names of two words", "El presidente de Corea del Sur viajó a los Estados Unidos.", ["KR", "US"]),
    ("es", "adjectives", "Las tropas rusas y el ministro alemán.", ["RU", "DE"]),
    ("de", "genitive and adjective", "Die Regierung Polens kritisierte den französischen Minister.", ["PL", "FR"]),
    ("de", "a compound", "Der US-Präsident sprach.", ["US"]),
    ("tr", "suffixes behind the apostrophe", "Almanya'nın başkenti Berlin'de Fransız bakan konuştu.", ["DE", "DE/berlin", "FR"]),
    ("de", "cases of a name of two words", "Aus der Dominikanischen Republik kamen bolivianische Gäste.", ["DO", "BO"]),
    ("de", "an American island is not Iceland", "Er fuhr nach Rhode Island.", []),
    ("ru", "a name with its article", "Посол в Эль-Сальвадоре и гость из Сальвадора.", ["SV", "SV"]),
    ("tr", "nationalities", "Bolivyalı ve Şilili bakanlar konuştu.", ["BO", "CL"]),
    ("tr", "finance is not Mali", "Mali tablo açıklandı.", []),
    ("fa", "names and nationalities", "وزیر خارجه آلمان با همتای ژاپنی خود دیدار کرد.", ["DE", "JP"]),
    ("fa", "Monday is not Dushanbe", "این نشست روز دوشنبه برگزار شد.", []),
    ("fa", "Dushanbe as a city", "این نشست در شهر دوشنبه برگزار شد.", ["TJ/dushanbe"]),
]


@pytest.mark.parametrize(("language", "description", "text", "expected"), READ, ids=[f"{row[0]}: {row[1]}" for row in READ])
def test_countries_are_read_in_every_form(language: str, description: str, text: str, expected: list[str]) -> None:
    assert [mention.keys[0] for mention in read_nations(make_claim(language, text), SETTINGS)] == expected


@pytest.mark.parametrize("language", ["en", "ar", "ru", "fr", "es", "de", "tr", "fa"])
def test_mentions_are_verbatim(language: str) -> None:
    for row in READ:
        if row[0] == language:
            for mention in read_nations(make_claim(language, row[2]), SETTINGS):
                assert mention.name == row[2][mention.span.start : mention.span.end]


OTHERS = [
    ("another country across scripts", ("en", "Norway opened its embassy in Cairo."), ("ar", "افتتحت السويد سفارتها في القاهرة."), True),
    ("a name and its adjective", ("en", "The government of Norway fell."), ("ru", "Норвежское правительство пало."), False),
    ("a capital stands for its country", ("en", "Ankara rejected the offer."), ("fr", "La Turquie a rejeté l'offre."), False),
    ("a city lies in the country", ("de", "In Mailand wurde gestreikt."), ("en", "There was a strike in Italy."), False),
    ("one side names none", ("en", "The Spanish minister resigned."), ("fr", "La ministre a démissionné."), False),
    ("one of two is another", ("ru", "Польша и Чехия подписали договор."), ("fr", "La Pologne et la Grèce ont signé un traité."), True),
    ("both Koreas fit the name of both", ("en", "The Korean summit ended."), ("ru", "Саммит в Южной Корее завершился."), False),
    ("the state and the country of one name", ("en", "The vote in Georgia was close."), ("ru", "Выборы в Грузии прошли."), False),
    (
        "one of two mentions changed",
        ("en", "Egypt said the Egyptian army stayed."),
        ("fr", "L'Égypte a dit que l'armée kényane restait."),
        True,
    ),
    ("a name that no list has", ("fr", "La Zubrovie et le Kenya ont signé."), ("en", "Zubrovia signed, and the envoy left."), False),
    ("parts of one country", ("en", "Scotland voted."), ("es", "El Reino Unido votó."), False),
    ("two lands of one state", ("en", "Scotland voted."), ("ar", "صوتت ويلز."), True),
    ("a language", ("es", "Galés es su título (por sus siglas en inglés)."), ("ar", "لقبهم ويلزي."), False),
    ("a language beside a land", ("es", "El título (por sus siglas en inglés) cambia."), ("ar", "يتغير لقب أعضاء برلمان ويلز."), False),
    ("two lands, and a body of their state", ("en", "She wrote to the NHS in Scotland."), ("ru", "Она написала врачам в Уэльсе."), True),
    ("one of two countries of a name, and a third", ("ar", "قالت الشركة الكورية ذلك."), ("fr", "Le constructeur japonais l'a dit."), True),
    ("a city that both name", ("ar", "فاز الكندي في أتلانتا."), ("en", "The American won in Atlanta."), True),
    ("two seats of power", ("tr", "Kremlin açıklama yaptı."), ("en", "The White House made a statement."), True),
]


@pytest.mark.parametrize(("description", "left", "right", "expected"), OTHERS, ids=[row[0] for row in OTHERS])
def test_countries_in_each_others_stead(description: str, left: tuple[str, str], right: tuple[str, str], expected: bool) -> None:
    one, other = make_claim(*left), make_claim(*right)
    assert (contrast_nations(one, other, SETTINGS) is not None) is expected
    assert (contrast_nations(other, one, SETTINGS) is not None) is expected


def test_countries_of_other_parts_of_a_split_sentence_do_not_conflict() -> None:
    one = make_claim("en", "Kenya praised the plan of Norway.")
    other = make_claim("fr", "L'envoyé est arrivé de Suède.")
    assert contrast_nations(one, other, SETTINGS) is not None
    said = Passage(span=Span(start=50, end=80), text="le Kenya a salué le plan de la Norvège")
    come = Passage(span=Span(start=50, end=80), text="the envoy came from Sweden")
    split = attrs.evolve(one, around=(come,)), attrs.evolve(other, around=(said,))
    assert contrast_nations(*split, SETTINGS) is None
    assert contrast_nations(*reversed(split), SETTINGS) is None
