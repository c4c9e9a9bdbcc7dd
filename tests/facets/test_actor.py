"""Actors: people, posts, bodies and governments, and how those of two claims compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcmp.claims import extract_claims
from claimcmp.facets import compare_facets
from claimcmp.records import Actor, Article, Claim, FacetName, Relation
from claimcmp.settings import Settings
from claimcmp.text.names import name_key
from tests.facets.reading import find, find_actors, read_claim, swap


def key(name: str) -> str:
    return f"person:{name_key(name)}"


ACTORS = [
    ("a future verb ends a name", "ar", "الرئيس محمود سالم سيزور الميناء", [key("محمود سالم")]),
    ("a present verb ends a name", "ar", "الرئيس محمود سالم يعين حارسا للميناء", [key("محمود سالم")]),
    ("a past verb ends a name", "ar", "عقد الوزير جلسة مع فؤاد حسين تناولت الميناء", [key("فؤاد حسين")]),
    ("a surname behind a name of two words", "ar", "التقى الرئيس عبد اللطيف سالم الوفد", [key("عبد اللطيف سالم")]),
    (
        "two names side by side",
        "ar",
        "كلف الرئيس عبد اللطيف سالم علي البحري بحراسة الميناء",
        [key("عبد اللطيف سالم"), key("علي البحري")],
    ),
    ("what a head of mission heads is no name", "ar", "وصلت رئيسة بعثة صندوق الصيادين", []),
    ("a noun behind a post is no name", "ar", "ألقى الأمين العام كلمة في الميناء", []),
    ("a foreign name is no future verb", "ar", "التقى الوزير جون سيمون في الميناء", [key("جون سيمون")]),
    ("a bare noun ends a name with the article", "ar", "طلب القاضي سالم البحري تأجيل الجلسة", [key("سالم البحري")]),
    ("a joined preposition ends a name", "ar", "أشاد المدرب مارسيل كولر بأداء اللاعبين", [key("مارسيل كولر")]),
    ("a number is no name", "ar", "صدر الحكم بحق اثنين من الصيادين", []),
    ("a statement is no name", "ar", "جاء في بيان صادر عن الميناء", []),
    ("title and name", "en", "President Emmanuel Macron spoke first", [key("Emmanuel Macron")]),
    ("nationality in the title", "en", "Polish Prime Minister Donald Tusk spoke", [key("Donald Tusk")]),
    ("post after the name", "en", "Donald Tusk, the Polish prime minister, spoke", [key("Donald Tusk")]),
    ("post with of, comma", "en", "The president of Finland, Alexander Stubb, agreed", [key("Alexander Stubb")]),
    ("post without a name", "en", "The Finnish president agreed", ["post:president/FI"]),
    ("two posts in one", "en", "The Finnish and Swedish presidents agreed", ["post:president/FI", "post:president/SE"]),
    ("given name alone marks", "en", "Yesterday Sarah Whitcombe won", [key("Sarah Whitcombe")]),
    ("body", "en", "The Central Intelligence Agency declined", ["org:cia"]),
    ("body by acronym", "en", "NATO and the U.N. agreed", ["org:nato", "org:un"]),
    ("capital for its government", "en", "Moscow warned that Warsaw would pay", ["gov:RU", "gov:PL"]),
    ("side", "en", "The proposal came from the Turkish side", ["gov:TR"]),
    ("no title, no known name", "en", "Golden Harvest opened its doors", []),
    ("city before a noun", "en", "She left the Lisbon market", []),
    ("body, not a person", "en", "John Lewis Foundation opened", []),
    ("month and day", "en", "On Monday May Day was marked", []),
    ("title and name", "ar", "تحدث الرئيس إيمانويل ماكرون أولا", [key("إيمانويل ماكرون")]),
    ("post, adjective, name", "ar", "قال رئيس الوزراء البولندي دونالد توسك إن الأمر انتهى", [key("دونالد توسك")]),
    ("post, body, name", "ar", "وصل مدير وكالة الاستخبارات المركزية جون راتكليف", [key("جون راتكليف")]),
    ("acronym between post and name", "ar", "وصل مدير وكالة الاستخبارات المركزية (سي آي إيه) جون راتكليف", [key("جون راتكليف")]),
    ("surname with article", "ar", "التقى الرئيس عبد الفتاح السيسي الوفد", [key("عبد الفتاح السيسي")]),
    ("object after the name", "ar", "وصف الوزير سامح شكري الاجتماع بالناجح", [key("سامح شكري")]),
    ("post without a name", "ar", "وافق الرئيس الفنلندي على الطلب", ["post:president/FI"]),
    ("two posts in one", "ar", "اتفق وزيرا الخارجية المصري والأردني", ["post:foreign-minister/EG", "post:foreign-minister/JO"]),
    ("former holder", "ar", "حضر الرئيس الأمريكي السابق باراك أوباما", [key("باراك أوباما")]),
    ("body", "ar", "أعلن الناتو دعمه", ["org:nato"]),
    ("body by another name", "ar", "أعلن حلف شمال الأطلسي دعمه", ["org:nato"]),
    ("capitals for governments", "ar", "حذرت واشنطن وموسكو من التصعيد", ["gov:US", "gov:RU"]),
    ("country acts", "ar", "الولايات المتحدة وروسيا تتشاوران", ["gov:US", "gov:RU"]),
    ("side", "ar", "بمبادرة من الجانب التركي", ["gov:TR"]),
    ("preposition like a name", "ar", "اتفقا على تأجيل الجلسة", []),
    ("a newspaper's name", "ar", "كتبت “واشنطن بوست” مقالا", []),
    (
        "name and body behind an elided word",
        "fr",
        "La lettre d’Alexander Stubb et l’accord de l’Otan",
        [key("Alexander Stubb"), "org:nato"],
    ),
    ("common nouns", "ar", "بدأ العمال إضرابا مفتوحا", []),
    ("noun behind a preposition", "ar", "خسر فريق آدم كييف بدوري النخبة", [key("آدم كييف")]),
]


@pytest.mark.parametrize(("why", "language", "text", "expected"), ACTORS, ids=[f"{row[1]} {row[0]}" for row in ACTORS])
def test_actors_are_read(why: str, language: str, text: str, expected: list[str]) -> None:
    assert find_actors(text, language) == expected


RESOLVED = [
    ("surname before the full name", "en", "Tusk did not answer", "Polish Prime Minister Donald Tusk spoke later.", key("Donald Tusk")),
    (
        "post of a named holder",
        "en",
        "The Polish prime minister left",
        "Polish Prime Minister Donald Tusk spoke later.",
        key("Donald Tusk"),
    ),
    ("surname", "ar", "لم يجب توسك", "تحدث رئيس الوزراء البولندي دونالد توسك لاحقا.", key("دونالد توسك")),
    ("surname with و", "ar", "وتوسك لم يجب", "تحدث رئيس الوزراء البولندي دونالد توسك لاحقا.", key("دونالد توسك")),
    ("surname with the article", "ar", "لم يجب الصفدي", "تحدث الناشط كريم الصفدي لاحقا.", key("كريم الصفدي")),
    ("surname with the article and و", "ar", "والصفدي لم يجب", "تحدث الناشط كريم الصفدي لاحقا.", key("كريم الصفدي")),
    ("surname in another case", "ru", "Берглунда не было", "Вчера министр Юхан Берглунд уехал.", key("Юхан Берглунд")),
    ("surname of a woman in another case", "ru", "Лодку купили Лундину", "Вчера министр Анна Лундина уехала.", key("Анна Лундина")),
    ("surname behind a link", "ar", "لم تجب بن عمار", "تحدثت الوزيرة سلمى بن عمار لاحقا.", key("سلمى بن عمار")),
    ("post of a named holder", "ar", "غادر رئيس الوزراء البولندي", "تحدث رئيس الوزراء البولندي دونالد توسك لاحقا.", key("دونالد توسك")),
]


@pytest.mark.parametrize(("why", "language", "text", "context", "expected"), RESOLVED, ids=[f"{r[1]} {r[0]}" for r in RESOLVED])
def test_a_mention_has_the_key_of_the_full_name_in_the_article(why: str, language: str, text: str, context: str, expected: str) -> None:
    assert [actor.key for actor in find(read_claim(text, language, context=context), Actor)] == [expected]


def test_a_noun_behind_a_surname_that_is_a_given_name_too_is_no_part_of_it() -> None:
    text = "أكد اللواء إدريس عثمان الهجوم. وزار عثمان الجرحى في المستشفى."
    claims = extract_claims(Article(text=text, language="ar", outlet="outlet", id="a"))
    names = [facet.name for claim in claims for facet in claim.facets if isinstance(facet, Actor)]
    assert "عثمان" in names
    assert "عثمان الجرحى" not in names


UNRESOLVED = [
    ("a nationality like a surname", "لم يجب الوفد المصري", "تحدث الناشط كريم المصري لاحقا."),
    ("a verb behind a given name", "يعرف الجميع الطريق", "تحدث المدرب توماس يعرف لاحقا."),
    ("a noun behind words like a name", "قررت الجمعية التأجيل", "تحدث رئيس سي بي الجمعية لاحقا."),
]


def test_a_region_behind_a_post_is_no_surname_met_again_in_another_case() -> None:
    claim = read_claim("Его родина – Аляска, и он туда вернётся", "ru", context="Вчера губернатор Аляски уехал.")
    assert not find(claim, Actor)


@pytest.mark.parametrize(("why", "text", "context"), UNRESOLVED, ids=[row[0] for row in UNRESOLVED])
def test_other_words_are_no_surname_met_again(why: str, text: str, context: str) -> None:
    assert not [actor for actor in find(read_claim(text, "ar", context=context), Actor) if actor.key.startswith("person:")]


def test_an_elided_word_is_no_part_of_a_name() -> None:
    text = "Les soldats de l’Otan ont vu la lettre d’Alexander Stubb."
    (claim,) = extract_claims(Article(text=text, language="fr", outlet="outlet", id="a"))
    assert {text[facet.span.start : facet.span.end] for facet in claim.facets if isinstance(facet, Actor)} == {"Otan", "Alexander Stubb"}


def test_a_surname_of_two_people_is_neither_of_them() -> None:
    claim = read_claim("Tanner did not answer", "en", context="Yesterday Paul Tanner spoke. His sister Sarah Tanner left.")
    assert [actor.key for actor in find(claim, Actor)] == [key("Tanner")]


def test_a_country_that_speaks_is_no_person() -> None:
    text = "Los Estados Unidos dijeron que la puerta sigue abierta.\nAhora Estados Unidos espera."
    claims = extract_claims(Article(id="a", text=text, language="es"))
    assert {facet.key for claim in claims for facet in claim.facets if isinstance(facet, Actor)} <= {"gov:US"}


def test_the_role_is_the_title_as_written() -> None:
    (actor,) = find(read_claim("قال رئيس الوزراء البولندي دونالد توسك إن الأمر انتهى", "ar"), Actor)
    assert (actor.name, actor.role) == ("دونالد توسك", "رئيس الوزراء البولندي")


def test_a_name_is_read_without_what_is_joined_to_it() -> None:
    text = "The Smith report and Sarah Whitcombe's answer"
    (actor,) = find(read_claim(text, "en"), Actor)
    assert actor.name == "Sarah Whitcombe" == text[actor.span.start : actor.span.end]


COMPARED = [
    ("capital and country", ("Washington refused", "en"), ("رفضت الولايات المتحدة", "ar"), Relation.SAME),
    ("names in two scripts", ("President Emmanuel Macron left", "en"), ("غادر الرئيس إيمانويل ماكرون", "ar"), Relation.SAME),
    ("surname and full name", ("Mr Macron left", "en"), ("President Emmanuel Macron left", "en"), Relation.SAME),
    (
        "post and its holder",
        ("The French president left", "en"),
        ("French President Emmanuel Macron left", "en"),
        Relation.RIGHT_MORE_PRECISE,
    ),
    (
        "post and its holder in two languages",
        ("French President Emmanuel Macron left", "en"),
        ("غادر الرئيس الفرنسي", "ar"),
        Relation.LEFT_MORE_PRECISE,
    ),
    (
        "two holders of one post",
        ("French President Emmanuel Macron left", "en"),
        ("French President Michel Durand left", "en"),
        Relation.CONFLICTING,
    ),
    (
        "two holders in two languages",
        ("French President Emmanuel Macron left", "en"),
        ("غادر الرئيس الفرنسي ميشال دوران", "ar"),
        Relation.CONFLICTING,
    ),
]


def compare(left: Claim, right: Claim) -> list[Relation]:
    return [d.relation for d in compare_facets(left, right, Settings()) if d.facet is FacetName.PERSON]


@pytest.mark.parametrize(("why", "left", "right", "expected"), COMPARED, ids=[row[0] for row in COMPARED])
def test_actors_compare_by_person_and_post(why: str, left: tuple[str, str], right: tuple[str, str], expected: Relation) -> None:
    claims = read_claim(*left, name="a"), read_claim(*right, name="b")
    assert compare(*claims) == [expected]
    assert compare(*reversed(claims)) == [swap(expected)]


NO_CONFLICT = [
    ("two spokesmen", "White House spokesman John Kirby said no", "White House spokesman Andrew Bates said no"),
    ("a former holder", "Former French President Nicolas Sarkozy left", "French President Emmanuel Macron left"),
    ("posts of two countries", "French President Emmanuel Macron left", "Finnish President Alexander Stubb left"),
    ("a slip in the name", "Syrian President Bashar Assads left", "Syrian President Bashar Assad left"),
    ("both named on one side", "French President Emmanuel Macron left", "Michel Durand met French President Emmanuel Macron"),
]


@pytest.mark.parametrize(("why", "left", "right"), NO_CONFLICT, ids=[row[0] for row in NO_CONFLICT])
def test_other_people_are_no_conflict(why: str, left: str, right: str) -> None:
    assert Relation.CONFLICTING not in compare(read_claim(left, "en", name="a"), read_claim(right, "en", name="b"))


def test_users_add_bodies(tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_text('[en.actors.bodies]\nbpc = ["Borchester Parish Council", "BPC"]\n', encoding="utf-8")
    settings = Settings(language_files=(extra,))
    claims = [read_claim(text, "en", settings=settings) for text in ("Borchester Parish Council met", "The BPC met")]
    assert [[actor.key for actor in find(claim, Actor)] for claim in claims] == [["org:bpc"], ["org:bpc"]]
