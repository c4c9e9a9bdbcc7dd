"""Who does it to whom, in eight languages, without a parser."""

from __future__ import annotations

import pytest

from claimcmp.facets import read_facets
from claimcmp.facets.doers import read_deed
from claimcmp.records import Article, Claim, Span
from claimcmp.settings import Settings

SETTINGS = Settings()


def read_claim(language: str, text: str) -> Claim:
    article = Article(id=text, text=text, language=language)
    claim = Claim(id=text, article_id=text, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)
    return read_facets(article, (claim,), settings=SETTINGS)[0]


DEEDS = [
    ("en", "active", "Norway sued Denmark over the fishing rights.", "Norway", "Denmark"),
    ("en", "passive", "Denmark was sued by Norway over the fishing rights.", "Norway", "Denmark"),
    ("en", "a noun", "Norway's complaint against Denmark was heard on Monday.", "Norway", "Denmark"),
    ("en", "adjectives", "Norwegian boats rammed the Danish ferry.", "Norwegian", "Danish"),
    ("en", "people", "Laura Bennett accused Peter Hansen of lying.", "Laura Bennett", "Peter Hansen"),
    ("fr", "active", "La Norvège a accusé le Danemark de fraude.", "Norvège", "Danemark"),
    ("fr", "passive", "Le Danemark a été accusé par la Norvège.", "Norvège", "Danemark"),
    ("fr", "passive with adjectives", "Les bateaux danois ont été arrêtés par les bateaux norvégiens.", "norvégiens", "danois"),
    ("es", "active", "Chile acusó a Bolivia de fraude.", "Chile", "Bolivia"),
    ("es", "passive", "Bolivia fue acusada por Chile.", "Chile", "Bolivia"),
    ("de", "active", "Norwegen hat Dänemark verklagt.", "Norwegen", "Dänemark"),
    ("de", "a noun", "Die Klage Norwegens gegen Dänemark wurde abgewiesen.", "Norwegens", "Dänemark"),
    ("ru", "active", "Норвегия обвинила Данию в обмане.", "Норвегия", "Данию"),
    ("ru", "the object first", "Данию обвинила Норвегия.", "Норвегия", "Данию"),
    ("ru", "the instrumental", "Дания была обвинена Норвегией.", "Норвегией", "Дания"),
    ("ru", "a preposition", "На Данию подала жалобу Норвегия.", "Норвегия", "Данию"),
    ("ru", "people", "Ангелу Меркель раскритиковал Борис Джонсон.", "Борис Джонсон", "Ангелу Меркель"),
    ("de", "passive", "Dänemark wurde von Norwegen verklagt.", "Norwegen", "Dänemark"),
    ("en", "a city where it happened", "Norway beat Denmark 2-1 in Oslo.", "Norway", "Denmark"),
    ("tr", "a comma behind the subject", "Norveç, Danimarka’yı mahkemeye verdi.", "Norveç", "Danimarka"),
    ("fa", "by whom", "دانمارک از سوی نروژ متهم شد.", "نروژ", "دانمارک"),
    ("tr", "active", "Norveç Danimarka'ya saldırdı.", "Norveç", "Danimarka"),
    ("tr", "passive", "Danimarka Norveç tarafından suçlandı.", "Norveç", "Danimarka"),
    ("fa", "a preposition", "نروژ به دانمارک حمله کرد.", "نروژ", "دانمارک"),
    ("fa", "an object", "ایران عراق را محکوم کرد.", "ایران", "عراق"),
    ("ar", "active", "اتهمت النرويج الدنمارك بالتزوير.", "النرويج", "الدنمارك"),
    ("ar", "a preposition", "أعلنت النرويج الحرب على الدنمارك.", "النرويج", "الدنمارك"),
    ("ar", "by whom", "تعرضت الدنمارك لهجوم من قبل النرويج.", "النرويج", "الدنمارك"),
]


@pytest.mark.parametrize(("language", "description", "text", "doer", "target"), DEEDS, ids=[f"{row[0]}: {row[1]}" for row in DEEDS])
def test_who_does_it_to_whom(language: str, description: str, text: str, doer: str, target: str) -> None:
    deed = read_deed(read_claim(language, text), SETTINGS)
    assert deed is not None
    assert (deed.doer.name, deed.target.name) == (doer, target)


OPEN = [
    ("en", "a predicate that holds both ways", "Norway met Denmark in the final."),
    ("en", "together", "Norway and Denmark sued the company."),
    ("en", "three names", "Norway accused Denmark of helping Sweden."),
    ("en", "a mark between them", "Norway, which Denmark had sued, withdrew."),
    ("en", "one owns the other", "The king of Norway thanked Denmark."),
    ("de", "a preposition of two meanings", "Dänemark wurde von Norwegen getrennt."),
    ("de", "the same without a passive", "Dänemark kaufte von Norwegen Strom."),
    ("en", "a game", "Norway played Denmark in the final."),
    ("ru", "two genitives", "Правительство Норвегии ждет решения Дании."),
    ("ru", "two nominatives", "США обвинили Перу в обмане."),
    ("fa", "two bare names", "ایران عراق تلاش کرد."),
    ("ar", "with", "تحدثت النرويج مع الدنمارك."),
]


@pytest.mark.parametrize(("language", "description", "text"), OPEN, ids=[f"{row[0]}: {row[1]}" for row in OPEN])
def test_what_cannot_be_told_stays_open(language: str, description: str, text: str) -> None:
    assert read_deed(read_claim(language, text), SETTINGS) is None
