"""A translation that gives another date keeps its pair: between texts that run in parallel other times take little."""

import pytest

from claimcmp import Article, FacetName, Relation, compare

ENGLISH = [
    "The harbour of Port Ellery will get a new lighthouse.",
    "The council approved the plan in {month}.",
    "The old tower was damaged by a storm and has stood empty since then.",
    "Fishermen had complained that the entrance is hard to find in fog.",
    "The mayor, Ruth Calder, thanked them for their patience.",
    "A company from the capital will supply the lamp.",
]
RUSSIAN = [
    "В гавани Порт-Эллери появится новый маяк.",
    "Совет одобрил этот план в {month}.",
    "Старая башня пострадала от шторма и с тех пор пустует.",
    "Рыбаки жаловались, что вход в гавань трудно найти в тумане.",
    "Мэр Рут Колдер поблагодарила их за терпение.",
    "Лампу поставит компания из столицы.",
]


def make_articles(english_month, russian_month):
    texts = "\n".join(ENGLISH).format(month=english_month), "\n".join(RUSSIAN).format(month=russian_month)
    return [
        Article(id=language, text=text, outlet=language, language=language, published="2018-11-15")
        for language, text in zip(("en", "ru"), texts, strict=True)
    ]


@pytest.mark.parametrize(
    ("english", "russian", "relation"), [("June", "июне", Relation.SAME), ("June", "марте", Relation.CONFLICTING)], ids=["same", "another"]
)
def test_a_sentence_with_another_month_in_the_place_of_its_translation_is_paired_with_it(english, russian, relation):
    findings = compare(make_articles(english, russian), judge="rules").findings
    [finding] = [finding for finding in findings if "council" in finding.pair.left.text]
    assert "Совет" in finding.pair.right.text
    assert [difference.relation for difference in finding.differences if difference.facet is FacetName.DATE] == [relation]
