"""A claim that meets none of the translation by itself goes with the pair whose counterpart tells of it."""

import attrs
import pytest

from claimcmp import Article, FacetName, Settings, Verdict, compare
from claimcmp.align.unmet import add_unmet
from claimcmp.records import Claim, Pair, Passage, Span

PARALLEL = {"order": 0.5}


def make_claim(name, sentence, start, text, around=()):
    span = Span(start=start, end=start + len(text))
    passages = tuple(Passage(span=Span(start=at, end=at + len(words)), text=words) for at, words in around)
    return Claim(id=name, article_id=name[0], language="en", sentence=sentence, span=span, text=text, around=passages)


HEAD, TAIL = "The ferry to the islands will sail again", "It leaves the pier on Friday"
WHOLE = "The ferry to the islands will sail again and leaves the pier on Friday"
LEFT = [make_claim("a0", 0, 0, HEAD, [(42, TAIL)]), make_claim("a1", 1, 42, TAIL, [(0, HEAD)])]


def score_all(lefts, rights, met, contributions=PARALLEL):
    return [Pair(left=a, right=b, score=0.9 if (a.id, b.id) in met else 0.1, contributions=contributions) for a in lefts for b in rights]


def show_unmet(pairs):
    found = add_unmet(pairs, Settings())
    return {(p.left.id, p.right.id): tuple(w.text for w in (*p.left_unmet, *p.right_unmet)) for p in found if p.left_unmet or p.right_unmet}


OTHERS = [
    [make_claim("a8", 8, 500, "Tickets cost as much as last year"), make_claim("a9", 9, 600, "The captain retires")],
    [make_claim("b8", 8, 500, "Tickets cost as much as last year"), make_claim("b9", 9, 600, "The captain retires")],
]
MET = {("a0", "b0"), ("a8", "b8"), ("a9", "b9")}


@pytest.mark.parametrize(
    ("description", "lefts", "whole", "contributions", "expected"),
    [
        ("the second half of a sentence that the other text has in one", LEFT, WHOLE, PARALLEL, {("a0", "b0"): (TAIL,)}),
        ("not where the counterpart is too short for both", LEFT, HEAD, PARALLEL, {}),
        ("not in another paragraph", [attrs.evolve(claim, around=()) for claim in LEFT], WHOLE, PARALLEL, {}),
        ("not between reports written apart", LEFT, WHOLE, {"story": 0.5}, {}),
        ("another claim of the same sentence", [LEFT[0], attrs.evolve(LEFT[1], sentence=0)], HEAD, PARALLEL, {("a0", "b0"): (TAIL,)}),
    ],
)
def test_a_claim_without_a_pair_goes_with(description, lefts, whole, contributions, expected):
    rights = [make_claim("b0", 0, 0, whole)]
    pairs = score_all([*lefts, *OTHERS[0]], [*rights, *OTHERS[1]], MET, contributions)
    assert show_unmet(pairs) == expected


def test_it_is_the_same_from_either_side():
    pairs = score_all([*LEFT, *OTHERS[0]], [make_claim("b0", 0, 0, WHOLE), *OTHERS[1]], MET)
    mirrored = [attrs.evolve(pair, left=pair.right, right=pair.left) for pair in pairs]
    assert show_unmet(mirrored) == {(right, left): words for (left, right), words in show_unmet(pairs).items()}


def test_a_claim_with_a_pair_of_its_own_goes_with_no_other():
    pairs = score_all([*LEFT, *OTHERS[0]], [make_claim("b0", 0, 0, WHOLE), *OTHERS[1]], MET | {("a1", "b0")})
    assert show_unmet(pairs) == {}


ENGLISH = """\
The harbour of Port Ellery will get a new lighthouse.
The keeper of the old tower found its lamp smashed after the storm, the Ellery Herald reported on Sunday.
Fishermen had complained that the entrance is hard to find in fog.
The mayor thanked them for their patience.
A company from the capital will supply the lamp.
The old tower is to become a museum of shipping.
Schoolchildren painted its door blue last summer.
Visitors must climb ninety steps to reach the top.
A ferry brings them to the island in the morning.
The island has no hotel and only one shop."""
RUSSIAN = """\
В гавани Порт-Эллери появится новый маяк.
Смотритель старой башни нашел после шторма лампу разбитой. Об этом сообщила газета «Эллери геральд» в {day}.
Рыбаки жаловались, что вход в гавань трудно найти в тумане.
Мэр поблагодарила их за терпение.
Лампу поставит компания из столицы.
Старая башня станет музеем судоходства.
Прошлым летом школьники покрасили ее дверь в синий цвет.
Чтобы попасть наверх, посетители должны подняться на девяносто ступеней.
Утром их доставляет на остров паром.
На острове нет гостиницы и только один магазин."""


@pytest.mark.parametrize(("day", "conflicts"), [("воскресенье", []), ("среду", [FacetName.DATE])], ids=["same", "another"])
def test_a_date_in_a_sentence_split_by_the_translator_is_compared(day, conflicts):
    texts = {"en": ENGLISH, "ru": RUSSIAN.format(day=day)}
    articles = [Article(id=key, text=text, outlet=key, language=key, published="2018-11-15") for key, text in texts.items()]
    found = [finding for finding in compare(articles, judge="rules").findings if finding.verdict is Verdict.CONFLICT]
    assert [finding.rule for finding in found] == [f"conflict_{facet.value}" for facet in conflicts]
