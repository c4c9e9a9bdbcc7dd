"""Which negations deny what their clause states."""

from __future__ import annotations

import pytest

from claimcmp import Settings
from claimcmp.facets.affirmation import read_negatives
from claimcmp.text.stars import compile_stars
from tests.facets.reading import read_claim

FINITE = [
    ("auxiliary", "en", "The mayor will not sign", [True]),
    ("written together", "en", "The mayor didn't sign", [True]),
    ("an adverb between", "en", "The mayor is clearly not ready", [True]),
    ("infinitive", "en", "The mayor was asked not to sign", [False]),
    ("a noun", "en", "The mayor signed with no delay", [False]),
    ("waited for", "en", "The road stays closed until they have not paid", [False]),
    ("two parts around the verb", "fr", "Le maire ne signe pas", [True]),
    ("first part written with the verb", "fr", "Le maire n'est pas venu", [True]),
    ("an end", "en", "The mayor is no longer ready", [False]),
    ("an end", "fr", "Le maire ne signe plus", [False]),
    ("infinitive", "fr", "Le maire a promis de ne pas signer", [False]),
    ("auxiliary as infinitive", "fr", "Le maire regrette de n'avoir pas signé", [False]),
    ("finite verb", "ru", "Мэр не подписал договор", [True]),
    ("participle", "ru", "Мэр, не имеющий охраны, ушел", [False]),
    ("gerund", "ru", "Мэр ушел, не подписав договор", [False]),
    ("infinitive", "ru", "Мэра просили не подписывать договор", [False]),
    ("waited for", "ru", "Дорога закрыта, пока они не заплатят", [False]),
    ("past", "ar", "لم يوقع العمدة الاتفاق", [True]),
    ("present", "ar", "لا يوقع العمدة الاتفاق", [True]),
    ("the noun clause", "ar", "ليس العمدة في المدينة", [True]),
    ("infinitive", "de", "Der Bürgermeister wurde gebeten, nicht zu unterschreiben", [False]),
    ("infinitive that closes the clause", "de", "Der Rat bat den Bürgermeister, nicht die alte Brücke zu verkaufen", [False]),
    ("infinitive that closes the clause, in one word", "de", "Der Rat bat, nicht in den Streit einzugreifen", [False]),
    ("not only, far before", "tr", "Yalnızca bugün için yeni bir köprü değil, kalıcı bir yol da istiyoruz", [False]),
    ("finite verb", "de", "Der Bürgermeister hat den Vertrag nicht unterschrieben", [True]),
    ("waited for", "de", "Die Straße bleibt gesperrt, solange sie nicht zahlen", [False]),
    ("of a part", "tr", "Yalnızca belediyeden değil", [False]),
    ("finite verb", "es", "El alcalde no firmó el contrato", [True]),
    ("infinitive", "es", "El alcalde prometió no firmar el contrato", [False]),
    ("participle of a noun", "es", "El alcalde firmó una deuda no garantizada", [False]),
    ("compound past", "es", "El alcalde no ha firmado el contrato", [True]),
    ("inside the verb", "tr", "Belediye başkanı sözleşmeyi imzalamadı", [True]),
    ("participle", "tr", "Sözleşmeyi imzalamayan başkan ayrıldı", [False]),
    ("not the only one", "en", "The mayor was not the only guest", [False]),
    ("not always", "en", "The mayor did not always sign", [False]),
    ("only, in another clause", "en", "The mayor did not sign, only his deputy did", [True]),
    ("not yet", "en", "The mayor has not signed the contract yet", [False]),
    ("not until", "en", "The bridge was not opened until May", [False]),
    ("supposed", "en", "The road stays closed if they have not paid", [False]),
    ("supposed", "ru", "Дорога закрыта, если они не заплатят", [False]),
    ("a command", "en", "Do not open the bridge", [False]),
    ("behind words set off by commas", "fr", "Le maire, dit-on, n'ouvre pas le pont", [True]),
    ("a command in quotation marks", "fr", "« N'ouvrez pas le pont », dit-il", [False]),
    ("statement that begins with a negation", "ru", "Не открылся и мост", [True]),
    ("undone by its verb", "fr", "Les terrasses ne désemplissent habituellement pas en mai", [False]),
    ("undone by its verb", "en", "The rain did not relent in May", [False]),
    ("undone by its verb", "ru", "Дождь не прекращался до мая", [False]),
    ("not yet", "fr", "Le pont n'est pas encore ouvert", [False]),
    ("as long as not", "fr", "Le pont ne sera pas ouvert tant que dure la crue", [False]),
    ("never so high", "fr", "Les prix n'ont pas été si hauts en mai", [False]),
    ("not yet", "ru", "Мост еще не открыт", [False]),
    ("not the only one", "ru", "Мэр не был единственным гостем", [False]),
    ("so far not", "ar", "لم يفتح الجسر حتى الآن", [False]),
    ("not the only one", "ar", "ليس العمدة الوحيد", [False]),
    ("a word that is no verb", "ar", "قال لم شيء جديد", [False]),
    ("not yet", "de", "Die Brücke ist noch nicht offen", [False]),
    ("not yet", "es", "El puente aún no está abierto", [False]),
    ("not yet", "ru", "Сделка пока не согласована", [False]),
    ("not yet", "tr", "Köprü henüz açılmadı", [False]),
    ("not yet", "fa", "پل هنوز باز نشد", [False]),
    ("no data", "fa", "شهردار قرارداد را امضا نکرد", [True]),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), FINITE, ids=[f"{row[1]} {row[0]}" for row in FINITE])
def test_a_negation_is_finite_where_it_denies_what_the_clause_states(why: str, language: str, text: str, expected: list[bool]) -> None:
    assert [removal.is_finite for removal in read_negatives(read_claim(text, language), Settings()).removals] == expected


LOOSE = [
    ("without", "en", "The mayor signed without delay", 1),
    ("not to", "en", "The mayor was asked not to sign", 1),
    ("of an adjective", "ar", "القرار غير قانوني", 1),
    ("participle", "ru", "Мэр, не имеющий охраны, ушел", 1),
    ("finite", "fr", "Le maire n'a pas signé", 0),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), LOOSE, ids=[f"{row[1]} {row[0]}" for row in LOOSE])
def test_what_negates_no_predicate_of_a_clause_is_loose(why: str, language: str, text: str, expected: int) -> None:
    assert len(read_negatives(read_claim(text, language), Settings()).loose) == expected


def test_a_star_stands_for_any_letters_before_or_after() -> None:
    pattern = compile_stars(["refus*", "*n't", "no"])
    assert [word for word in ("refused", "didn't", "no", "not", "nor") if pattern.fullmatch(word)] == ["refused", "didn't", "no"]


def test_an_empty_list_matches_nothing() -> None:
    assert compile_stars([]).fullmatch("") is None
