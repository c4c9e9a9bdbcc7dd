"""Negations in eight languages: what is read, what only looks like one, and the text without it."""

from __future__ import annotations

import pytest

from claimcmp.facets.affirmation import read_negatives
from claimcmp.settings import Settings
from claimcmp.text.inner_negation import load_inner_negations
from tests.facets.reading import find_cues, read_claim

CUES = [
    ("не", "ru", "Мэр не подписал договор", ["не"]),
    ("two words, one negation", "ru", "Никто не подписал договор", ["не"]),
    ("two words, the verb first", "ru", "Совет не принял никакого решения", ["не"]),
    ("нет", "ru", "У города нет денег на мост", ["нет"]),
    ("not only", "ru", "Закон не только старый, но и вредный", []),
    ("no wonder", "ru", "В этом законе нет ничего странного", []),
    ("no fewer than", "ru", "Пострадали не менее десяти рабочих", []),
    ("could not but", "ru", "Совет не мог не согласиться", []),
    ("not yet", "ru", "Сделка пока не согласована", ["пока не"]),
    ("not yet, behind an aside", "ru", "Закон, отметил мэр, пока не подписан", ["пока не"]),
    ("not yet, before a question", "ru", "Пока не ясно, кто построит мост", ["Пока не"]),
    ("until", "ru", "Мост закрыт, пока не закончится ремонт", []),
    ("until, in front", "ru", "Пока не закончится ремонт, мост будет закрыт", []),
    ("ne … pas", "fr", "Le maire n'a pas signé le contrat", ["pas"]),
    ("ne … plus", "fr", "La mairie n'accepte plus de dossiers", ["plus"]),
    ("more", "fr", "Le maire a signé plus de contrats", []),
    ("a person", "fr", "Une personne a signé le contrat", []),
    ("nobody", "fr", "Personne n'a signé le contrat", ["Personne"]),
    ("only", "fr", "Le conseil n'a signé que deux contrats", []),
    ("a step", "fr", "Le conseil a fait un pas vers la paix", []),
    ("not only", "fr", "Il n'a pas seulement signé le contrat", []),
    ("no", "es", "El alcalde no firmó el contrato", ["no"]),
    ("whether he signed", "tr", "Başkanın sözleşmeyi imzalayıp imzalamadığını sordular", []),
    ("a verb behind another", "tr", "Başkan gelip sözleşmeyi imzalamadı", ["imzalamadı"]),
    ("two words, one negation", "es", "El alcalde no firmó ningún contrato", ["no"]),
    ("alone", "es", "Ningún alcalde firmó el contrato", ["Ningún"]),
    ("goes on doing", "es", "El río no deja de crecer", []),
    ("nicht", "de", "Der Rat hat den Vertrag nicht unterschrieben", ["nicht"]),
    ("nicht before its verb", "de", "Der Rat konnte den Vertrag nicht rechtzeitig unterschreiben", ["nicht"]),
    ("kein", "de", "Der Rat fand keinen Käufer", ["keinen"]),
    ("not only", "de", "Das Gesetz ist nicht nur alt", []),
    ("nicht behind all it denies", "de", "Der Rat bestätigte den Verkauf nicht", ["nicht"]),
    ("nicht before another clause", "de", "Der Bürgermeister weiß nicht, wer die Brücke gebaut hat", ["nicht"]),
    ("nichts at the end", "de", "Der Rat sagte zu den Kosten nichts", ["nichts"]),
    ("niemand at the end", "de", "Verletzt wurde niemand", ["niemand"]),
    ("нет behind a single word", "ru", "Пострадавших нет", ["нет"]),
    ("нет at the end", "ru", "Данных о жителях острова нет", ["нет"]),
    ("or not", "ru", "Мэр решит, откроют мост или нет", []),
    ("or not", "de", "Ob die Brücke fertig wird oder nicht, weiß der Rat bald", []),
    ("as not for years", "de", "Die Steuern sind so hoch wie seit Jahren nicht", []),
    ("why not", "de", "Warum nicht?", []),
    ("they don't", "en", "The council says the bridge and the road will open but the neighbours say they won't", ["won't"]),
    ("saw nothing", "en", "The guards at the gate saw nothing", ["nothing"]),
    ("or nothing", "en", "For the council it is the bridge or nothing", []),
    ("first person", "tr", "Bu sözleşmeyi imzalayamam", ["imzalayamam"]),
    ("past", "tr", "Belediye köprüyü açmadı", ["açmadı"]),
    ("continuous", "tr", "Belediye köprüyü açmıyor", ["açmıyor"]),
    ("future", "tr", "Belediye köprüyü açmayacak", ["açmayacak"]),
    ("aorist", "tr", "Belediye köprüyü açmaz", ["açmaz"]),
    ("participle", "tr", "Köprüyü açmayan belediye", ["açmayan"]),
    ("verbal noun", "tr", "Belediye köprünün açılmamasını istedi", ["açılmamasını"]),
    ("verbal noun without negation", "tr", "Belediye köprünün açılmasını istedi", []),
    ("değil", "tr", "Köprü açık değil", ["değil"]),
    ("hopes", "tr", "Belediye köprüyü açmayı umuyor", []),
    ("a name", "tr", "Belediyeye Bay Gomez geldi", []),
    ("past", "fa", "شهرداری پل را باز نکرد", ["نکرد"]),
    ("continuous", "fa", "شهرداری پل را باز نمی‌کند", ["نمی‌کند"]),
    ("perfect", "fa", "پل باز نشده است", ["نشده"]),
    ("two words, one negation", "fa", "هیچ پلی باز نشد", ["نشد"]),
    ("a name, a view, a note", "fa", "نام و نظر و نوشته شهردار منتشر شد", []),
    ("only", "ar", "لا يفتح الجسر إلا يوم الجمعة", ["لا"]),
    ("false", "en", "The rumour of a new toll is entirely false", ["false"]),
    ("false papers", "en", "The report was full of false papers", []),
    ("whether it is false", "en", "They asked whether the rumour of a new toll is false", []),
    ("not false", "en", "The rumour of a new toll is not false", ["not"]),
    (
        "strengthened far before the verb",
        "tr",
        "Hiçbir değirmenci çırakların kışın geceyi eski değirmenin içinde geçirmesine izin vermedi",
        ["vermedi"],
    ),
    ("at the end of its clause", "de", "Der Müller kam gestern nicht", ["nicht"]),
    ("before a separable part of the verb", "de", "Der Müller stand gestern früh nicht auf", ["nicht"]),
    ("nobody at the end", "de", "Ernsthaft verletzt wurde beim Brand niemand", ["niemand"]),
    ("or not", "ru", "Мельник решит, открыть ворота или нет", []),
    ("at least", "ar", "وصل ما لا يقل عن 38 قاربا", []),
    ("false", "ar", "شائعة إغلاق الجسر عارية عن الصحة", ["عارية عن الصحة"]),
    (
        "untrue behind its clause",
        "ru",
        "Слух о том, что мост закрыт, не соответствует действительности",
        ["не соответствует действительности"],
    ),
    ("false that", "fr", "Il est faux que le pont soit fermé", ["faux"]),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), CUES, ids=[f"{row[1]} {row[0]}" for row in CUES])
def test_negations_of_eight_languages_are_read(why: str, language: str, text: str, expected: list[str]) -> None:
    assert find_cues(text, language) == expected


WITHOUT = [
    ("en", "The mayor did not sign", "The mayor did sign"),
    ("en", "The mayor won't sign", "The mayor will sign"),
    ("fr", "Le maire n'a pas signé", "Le maire a signé"),
    ("fr", "Le maire ne veut plus signer", "Le maire veut signer"),
    ("ru", "Мэр не подписал договор", "Мэр подписал договор"),
    ("tr", "Belediye köprüyü açmayacak", "Belediye köprüyü açacak"),
    ("fa", "پل باز نشد", "پل باز شد"),
    ("de", "Der Rat kommt nicht", "Der Rat kommt"),
]


@pytest.mark.parametrize(("language", "text", "expected"), WITHOUT, ids=[row[1] for row in WITHOUT])
def test_a_negation_can_be_taken_out(language: str, text: str, expected: str) -> None:
    assert [removal.text for removal in read_negatives(read_claim(text, language), Settings()).removals] == [expected]


IMPLICIT = [
    ("en", "The mayor refused to sign", 1),
    ("en", "The mayor signed the deal", 0),
    ("ar", "رفض العمدة التوقيع", 1),
    ("ar", "القرار غير قانوني", 1),
    ("ru", "Мэр отказался от подписи", 1),
    ("fr", "Le maire a refusé de signer", 1),
    ("es", "El alcalde firmó sin leer", 1),
    ("de", "Der Rat unterschrieb ohne Streit", 1),
    ("tr", "Belediye sözleşmeyi reddetti", 1),
    ("tr", "Belediye kimseyi çağırmadı", 0),
    ("tr", "Belediye sözleşmeyi hiç imzalamadı", 0),
    ("fa", "شهردار بدون امضا رفت", 1),
]


@pytest.mark.parametrize(("language", "text", "expected"), IMPLICIT, ids=[row[1] for row in IMPLICIT])
def test_words_that_say_no_without_negating_are_counted(language: str, text: str, expected: int) -> None:
    found = read_negatives(read_claim(text, language), Settings())
    assert len(found.loose) + len(found.implicit) == expected


def test_only_is_no_negation_of_its_act() -> None:
    assert read_negatives(read_claim("لا يفتح الجسر إلا يوم الجمعة", "ar"), Settings()).removals == ()


AFFIRMED = [("onaylamadi", "onayladi"), ("bulunmadi", "bulundu"), ("yapmiyor", "yapiyor"), ("temaz", None), ("umuyor", None)]


@pytest.mark.parametrize(("folded", "expected"), AFFIRMED)
def test_a_turkish_verb_without_its_negation(folded: str, expected: str | None) -> None:
    assert load_inner_negations("tr").affirm(folded) == expected
