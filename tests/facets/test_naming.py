"""Whom a text names, across scripts and cases, and when two texts name different people."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from claimcmp.facets import read_facets
from claimcmp.facets.naming import read_namings
from claimcmp.facets.naming_compare import contrast_namings, may_be_one_name
from claimcmp.facets.nation import read_nations
from claimcmp.records import Actor, Article, Attribution, Claim, Source, SourceKind, Span
from claimcmp.settings import Settings

SETTINGS = Settings()


def read_claim(language: str, text: str) -> Claim:
    article = Article(id=text, text=text, language=language)
    claim = Claim(id=text, article_id=text, language=language, sentence=0, span=Span(start=0, end=len(text)), text=text)
    return read_facets(article, (claim,), settings=SETTINGS)[0]


READ = [
    ("en", "a title", "Mayor Rebecca Thornton resigned on Friday.", ["Rebecca Thornton"]),
    ("ru", "in the instrumental", "Вчера беседа с Ириной Соколовой прошла спокойно.", ["Ириной Соколовой"]),
    ("ru", "a title and a name", "По словам президента Марка Хольма, дорога закрыта.", ["Марка Хольма"]),
    ("fr", "a title and a name", "La ministre Claire Fontanel a répondu.", ["Claire Fontanel"]),
    ("es", "a title and a name", "El alcalde Andrés Villalba contestó.", ["Andrés Villalba"]),
    ("de", "only with a known given name", "Gestern hat Sabine Kortmann die Schule eröffnet.", ["Sabine Kortmann"]),
    ("tr", "with a suffix", "Açıklama Bakan Mehmet Yalçıner'den geldi.", ["Mehmet Yalçıner"]),
    ("ar", "a foreign name", "التقى الوزير مارتن هوفمان في القصر.", ["مارتن هوفمان"]),
    ("ru", "a title in another case", "Комиссия выслушала показания доктора Ирины Соколовой.", ["Ирины Соколовой"]),
    ("en", "a given name that is a word too", "The guard Bill Hartwell saw nothing.", ["Bill Hartwell"]),
    ("en", "a given name that is a place too", "The singer Vladimir Hollmann saw nothing.", ["Vladimir Hollmann"]),
    ("ar", "what looks joined to the name", "عملت نادية مع لورا هوفمان في المكتب.", ["لورا هوفمان"]),
    ("en", "an abbreviated title", "The guard told Sen. Hartwell nothing.", ["Hartwell"]),
    ("fr", "a title of one letter", "La garde a vu M. Merlande dans la cour.", ["Merlande"]),
    ("ar", "a title before what begins like a verb", "فتح الرئيس ترينكلر تحقيقا في القضية.", ["ترينكلر"]),
    ("ru", "a given name listed in English alone", "Вчера выступил Фредерик Холдем из Лидса.", ["Фредерик Холдем"]),
    ("ar", "a given name that begins like the article", "سجل الهدف ألفريدو مورينو في الشوط الثاني.", ["ألفريدو مورينو"]),
    ("ar", "a given name that holds a nationality", "بعد محاولة بروس كولمان الأخيرة.", ["بروس كولمان"]),
    ("fa", "a title and a name", "وزیر خارجه رابرت هالدن امروز رسید.", ["رابرت هالدن"]),
    ("ar", "a surname that begins like «and»", "قالت مارغريت وودلي إن الجسر مغلق.", ["مارغريت وودلي"]),
    ("ar", "a surname of many people that begins like a verb behind «and»", "قال هنري ويلسون إن الجسر مغلق.", ["هنري ويلسون"]),
    ("ar", "a surname that begins like «like the»", "وصل هنري كالين إلى القصر.", ["هنري كالين"]),
    ("ar", "a given name that begins like the article, and such a surname", "قالت إليزابيث وارنر إن الجسر مغلق.", ["إليزابيث وارنر"]),
    ("en", "a month behind a title", "Yesterday Mrs March opened the bridge.", ["March"]),
    ("en", "an article joined to a surname", "Yesterday they met Razzaq al-Hadidi in Basra.", ["Razzaq al-Hadidi"]),
    ("ru", "an article joined to a surname, as it sounds", "Вчера выступил Набиль аз-Зубейди из Басры.", ["Набиль аз-Зубейди"]),
    ("ru", "initials between a post and its holder", "Вчера наблюдатель ОБСЕ Сверре Лундмарк уехал.", ["Сверре Лундмарк"]),
    ("ar", "a given name of two words before a surname", "استقبله نظيره عبد القادر أورال أوغلو في المطار.", ["عبد القادر أورال أوغلو"]),
    ("ar", "a prosecutor", "أمر المدعي العام منير الحديدي بإغلاق المطعم.", ["منير الحديدي"]),
    ("ar", "behind the name of a region", "غادر حاكم إقليم ألتاي سيرغي كوزلوف القصر.", ["سيرغي كوزلوف"]),
    ("en", "an initial within the name", "Yesterday they met Laura K. Bennett in Leeds.", ["Laura K. Bennett"]),
    ("ru", "an initial within the name, in another case", "Вчера они встретили Марка Т. Хольма в Осло.", ["Марка Т. Хольма"]),
    ("en", "a letter at the end of a sentence", "The plan was told to Laura K. The bridge was closed.", ["Laura K"]),
    ("ar", "a priest", "وضع الأب هاريسون الخطط كلها.", ["هاريسون"]),
    ("de", "a given name behind a compound", "Gestern kam Bundesverkehrsministerin Helga Brandner.", ["Helga Brandner"]),
]


@pytest.mark.parametrize(("language", "description", "text", "expected"), READ, ids=[f"{row[0]}: {row[1]}" for row in READ])
def test_people_are_read(language: str, description: str, text: str, expected: list[str]) -> None:
    sure = [naming.name for naming in read_namings(read_claim(language, text), SETTINGS) if naming.is_sure]
    assert [name for name in expected if any(name in found for found in sure)] == expected


UNREAD = [
    ("ar", "the end of another name", "قال والد بالين بتهمة الإهمال إنه بريء.", "الين"),
    ("ar", "a verb written like a name", "مما أدى مصرع بعض المارة.", "أدى"),
    ("ar", "a verb behind a title", "أمس الرئيس تحدث مع الوزير.", "تحدث"),
    ("ar", "a noun behind a name", "بعد إنقاذ كيلي لتسديدة من بعيد.", "لتسديدة"),
    ("tr", "a body in another case", "Rapor dün Sağlık Komitesinin önüne geldi.", "Sağlık"),
    ("tr", "a month in another case", "Köprünün Haziranda açılması bekleniyor.", "Haziranda"),
    ("tr", "a feast", "Dün Noel Günü sakin geçti.", "Noel"),
    ("ar", "a word that folds like a given name", "هو الآن رجل متزوج.", "الآن"),
    ("es", "an adjective of a body", "Ayer habló ante la Comisión Judicial del país.", "Judicial"),
    ("en", "capitals of a headline", "Rescue Crews Reach Flooded Mountain Village", "Rescue"),
    ("ar", "a noun with its owner joined, behind a given name", "يواصل فيليب حملته في الشمال.", "فيليب"),
    ("ar", "such a noun without a feminine ending", "يقود فيليب فريقه نحو اللقب.", "فيليب"),
    ("ar", "a post behind «and»", "رحب فيليب ووزير المالية بالقرار.", "فيليب"),
    ("ar", "a noun behind «with the»", "كتب فيليب بالدم رسالة طويلة.", "فيليب"),
    ("ar", "a verb behind a post and its adjective", "إنها مديرة باردة كنت أخشاها.", "كنت"),
    ("en", "a month without a title", "They said that May was cold.", "May"),
    ("en", "a post behind a title", "They thanked Mr President for it.", "President"),
    ("ru", "a city in another case", "Вчера его видели в Вифезде и больше нигде.", "Вифезде"),
    ("en", "a city that is not listed", "Yesterday they met in Hartwell again.", "Hartwell"),
    ("tr", "a city with its ending", "Dün onu Vifezda'da gördüler.", "Vifezda'da"),
    ("ar", "the name of a region", "غادر حاكم إقليم ألتاي سيرغي كوزلوف القصر.", "ألتاي"),
    ("ar", "a verb that sounds like an Arabic given name", "أمس رافق فورسبرغ زميله إلى القصر.", "رافق"),
    ("ar", "a pronoun behind «with», written like a given name", "اليوم لدينا الكثير من الوقت.", "دينا"),
    ("ar", "a verb behind a relative, which sounds like a given name", "القناة التي أيد مضيفوها تعيين القاضي تصدرت الشبكات.", "أيد"),
    ("ru", "a town before its state", "По словам врача, который живёт недалеко, Ламберта, штат Огайо, готовит больницы.", "Ламберта"),
    ("ar", "a verb written like a given name", "أمس رفعت الدنمارك دعوى جديدة.", "رفعت"),
]


@pytest.mark.parametrize(("language", "description", "text", "unexpected"), UNREAD, ids=[f"{row[0]}: {row[1]}" for row in UNREAD])
def test_other_words_are_not_read_as_people(language: str, description: str, text: str, unexpected: str) -> None:
    assert not [naming for naming in read_namings(read_claim(language, text), SETTINGS) if unexpected in naming.name.split()[:1]]


def test_a_given_name_behind_and_begins_another_name() -> None:
    found = read_namings(read_claim("ar", "التقى يوم الجمعة هنري وكارلوس في القصر."), SETTINGS)
    assert all("هنري وكارلوس" not in naming.name for naming in found)


def test_a_noun_behind_a_full_name_is_no_part_of_it() -> None:
    found = read_namings(read_claim("ar", "سدد الكرة على ماثيو ميركل حارس المرمى."), SETTINGS)
    assert [naming.name for naming in found if naming.is_sure] == ["ماثيو ميركل"]


OTHERS = [
    ("surnames of like consonants", ("fr", "Ils ont remercié Robert Collins."), ("en", "They thanked Bill Jaynes."), True),
    ("surnames of like consonants across scripts", ("ar", "شكروا جانيت موريس."), ("en", "They thanked Kelly Humphreys."), True),
    ("a full name in two scripts", ("ar", "شكروا كيلي همفريز."), ("en", "They thanked Kelly Humphreys."), False),
    ("a weekday sounds like the name", ("en", "On Friday the jury heard Omar Haddad."), ("ru", "Суд выслушал Кристину Форд."), True),
    ("a given name sounds like the surname", ("en", "They thanked Olga Petrova."), ("fr", "Ils ont remercié Peter Marlow."), True),
    ("a title sounds like the given name", ("en", "Mr. Hartwell thanked the crew."), ("ar", "شكرت السيدة ماري دوبون الطاقم."), True),
    (
        "a common word that opens the sentence sounds like the given name",
        ("en", "Others, Mr. Hartwell among them, were safe."),
        ("ar", "كان آخرون بأمان، منهم السيدة تيريزا ماي."),
        True,
    ),
    (
        "the word that sounds like it is another name's",
        ("en", "Craig Macpherson fell, then Emmanuel Macron won."),
        ("ru", "Крейг Макферсон упал, затем победил Виктор Хольт."),
        True,
    ),
    (
        "a given name in front of a surname sounds like the surname",
        ("en", "The prize went to Victor Morales."),
        ("ar", "ذهبت الجائزة إلى كارلوس ميندوزا."),
        True,
    ),
    ("another surname", ("en", "They praised Laura Bennett."), ("ru", "Они хвалили Лору Горчакову."), True),
    ("another last surname", ("en", "They praised Laura Keller Bennett."), ("ru", "Они хвалили Лору Келлер Горчакову."), True),
    ("the last surname left out", ("en", "They praised Laura Keller Bennett."), ("ru", "Они хвалили Лору Келлер."), False),
    ("surnames alike, given names far apart", ("en", "They praised Theo Morales."), ("ru", "Они хвалили Ангелу Меркель."), True),
    ("another across scripts", ("en", "The prize went to Martin Hoffman."), ("ar", "ذهبت الجائزة إلى كارلوس ميندوزا."), True),
    ("one across scripts", ("en", "The prize went to Martin Hoffman."), ("ar", "ذهبت الجائزة إلى مارتن هوفمان."), False),
    ("one in another case", ("fr", "Le rapport de Irina Sokolova est clair."), ("ru", "Отчет составлен Ириной Соколовой."), False),
    ("another in another case", ("fr", "Le rapport de Laura Bennett est clair."), ("ru", "Отчет составлен Ириной Соколовой."), True),
    ("a surname for the full name", ("en", "They praised Andrew Keller."), ("ru", "Они хвалили Келлера."), False),
    (
        "a given name for the full name",
        ("en", "They praised Laura Bennett."),
        ("ru", "Они хвалили певицу Лауру, которая вернулась."),
        False,
    ),
    (
        "another of one consonant behind a title",
        ("en", "On Friday Mrs May thanked the crew."),
        ("ar", "شكرت السيدة لورا بينيت الطاقم يوم الجمعة."),
        True,
    ),
    (
        "one of one consonant behind a title",
        ("en", "On Friday Mrs May thanked Laura Bennett."),
        ("ar", "شكرت السيدة ماي الطاقم يوم الجمعة."),
        False,
    ),
    (
        "a lone surname a little like the given name",
        ("en", "On Friday Mr. Trenkler thanked the crew."),
        ("fr", "Vendredi, Tracy Holm a remercié l’équipage."),
        True,
    ),
    (
        "a word of a body's name sounds like the surname",
        ("fr", "Olga Petrova a quitté la Maison Blanche."),
        ("ar", "غادر السيد بولتون البيت الأبيض."),
        True,
    ),
    (
        "a common word behind «and» sounds like the given name",
        ("fr", "Kenji Tanaka a perdu, mais il est content."),
        ("ar", "خسر السيد بولتون ولكنه سعيد."),
        True,
    ),
    (
        "a surname behind a given name sounds like a common word",
        ("en", "They sang the song of Heather Small and Peter Hansen."),
        ("ar", "غنوا أغنية هيذر صمول وكارلوس ميندوزا."),
        True,
    ),
    (
        "the word that sounds like the surname is another word of its own side",
        ("en", "Mathew Holm stood in the goal of Brighton."),
        ("ar", "وقف ديفيد باتون في مرمى برايتون."),
        True,
    ),
    ("an initial within one of two spellings", ("en", "They praised Laura K. Bennett."), ("ru", "Они хвалили Лору Беннетт."), False),
    (
        "neither given name is known, one has capitals and the other sounds foreign",
        ("en", "Late in the match Zubin Okwell scored for the home side."),
        ("ar", "في آخر المباراة سجل النجم ميشي باتشواي هدفا لأصحاب الأرض."),
        True,
    ),
    ("one side names nobody", ("en", "They praised Andrew Keller."), ("ru", "Они хвалили его."), False),
    (
        "another with one person on both sides",
        ("en", "Peter Hansen met Julia Marlow."),
        ("fr", "Peter Hansen a rencontré Nadia Rachidi."),
        True,
    ),
    ("gh that is heard as f", ("en", "They thanked Mr Bough."), ("ru", "Они поблагодарили господина Бафа."), False),
    (
        "spellings of one name",
        ("de", "Sergej Morosow hat mit Jurij Orlow gesprochen."),
        ("en", "Sergei Morozov spoke with Yuri Orlov."),
        False,
    ),
]


@pytest.mark.parametrize(("description", "left", "right", "expected"), OTHERS, ids=[row[0] for row in OTHERS])
def test_people_in_each_others_stead(description: str, left: tuple[str, str], right: tuple[str, str], expected: bool) -> None:
    one, other = read_claim(*left), read_claim(*right)
    assert (contrast_namings(one, other, SETTINGS) is not None) is expected
    assert (contrast_namings(other, one, SETTINGS) is not None) is expected


BODIES = [
    ("ru", "Представители МИД и Кремля молчат.", "org:kremlin"),
    ("fr", "La Maison-Blanche a répondu.", "org:white-house"),
    ("es", "La OTAN aprobó el plan.", "org:nato"),
    ("de", "Der Sicherheitsrat tagte.", "org:unsc"),
    ("tr", "Beyaz Saray'dan yanıt geldi.", "org:white-house"),
    ("fa", "کاخ سفید پاسخ داد.", "org:white-house"),
]


@pytest.mark.parametrize(("language", "text", "key"), BODIES, ids=[row[0] for row in BODIES])
def test_bodies_have_one_key_in_every_language(language: str, text: str, key: str) -> None:
    assert key in {facet.key for facet in read_claim(language, text).facets if isinstance(facet, Actor)}


POSTS = [
    ("ru", "Президент Франции прибыл.", "post:president/FR"),
    ("fr", "Le président de la Turquie est arrivé.", "post:president/TR"),
    ("es", "El presidente de Francia llegó.", "post:president/FR"),
    ("de", "Der Präsident von Polen kam.", "post:president/PL"),
    ("tr", "Fransa Cumhurbaşkanı geldi.", "post:president/FR"),
    ("fa", "رئیس جمهور فرانسه وارد شد.", "post:president/FR"),
]


@pytest.mark.parametrize(("language", "text", "key"), POSTS, ids=[row[0] for row in POSTS])
def test_posts_have_one_key_in_every_language(language: str, text: str, key: str) -> None:
    assert key in {facet.key for facet in read_claim(language, text).facets if isinstance(facet, Actor)}


def test_whom_one_side_names_as_its_source_the_other_may_name_in_its_claim() -> None:
    told, said = read_claim("en", "Andrew Keller praised Olga Petrova."), read_claim("fr", "Laura Bennett a salué Olga Petrova.")
    assert contrast_namings(told, said, SETTINGS) is not None
    speaker = Source(name="Andrew Keller", span=Span(start=0, end=5), canonical="Andrew Keller", kind=SourceKind.PERSON)
    sourced = attrs.evolve(said, attribution=Attribution(speaker=speaker))
    assert contrast_namings(told, sourced, SETTINGS) is None


SAME = [
    ("a title", ("en", "chief executive Laura Bennett"), ("en", "Laura Bennett"), True),
    ("two scripts", ("de", "Jürgen Scholten"), ("ar", "يورغن شولتن"), True),
    ("a case", ("ru", "Ириной Соколовой"), ("en", "Irina Sokolova"), True),
    ("a body's title and a surname", ("en", "UN Secretary-General Antonio Guterres"), ("ar", "غوتيريش"), True),
    ("another given name", ("en", "Laura Bennett"), ("fr", "Marc Bennett"), False),
    ("names of few letters", ("en", "Hassan"), ("en", "Hussein"), False),
]


@pytest.mark.parametrize(("description", "left", "right", "expected"), SAME, ids=[row[0] for row in SAME])
def test_one_person_under_two_mentions(description: str, left: tuple[str, str], right: tuple[str, str], expected: bool) -> None:
    assert may_be_one_name(left[1], right[1], (left[0], right[0]), SETTINGS) is expected
    assert may_be_one_name(right[1], left[1], (right[0], left[0]), SETTINGS) is expected


def test_users_add_people_places_and_bodies_without_a_fork(tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text(
        """
        [en.places.names]
        "FR/larzac" = ["Larzac Plateau"]
        [en.places.alternatives]
        "FR|US/paris" = ["Springtown"]
        [ru.places.demonyms]
        "FR/larzac" = ["ларзакск"]
        [ru.actors.given]
        names = ["Зелимир"]
        """,
        encoding="utf-8",
    )
    settings = Settings(language_files=(words,))
    text = "Farmers of the Larzac Plateau met."
    claim = Claim(id="a", article_id="a", language="en", sentence=0, span=Span(start=0, end=len(text)), text=text)
    assert [mention.keys for mention in read_nations(claim, settings)] == [("FR/larzac",)]
    russian = "Вчера ларзакские фермеры и Зелимир Борель ушли."
    claim = Claim(id="b", article_id="b", language="ru", sentence=0, span=Span(start=0, end=len(russian)), text=russian)
    assert [mention.keys for mention in read_nations(claim, settings)] == [("FR/larzac",)]
    assert [naming.is_sure for naming in read_namings(claim, settings)] == [True]
    assert [naming.is_sure for naming in read_namings(claim, SETTINGS)] == [False]
