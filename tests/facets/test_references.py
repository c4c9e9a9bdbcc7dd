"""What pronouns, event nouns, "there" and "at the time" point back to."""

from __future__ import annotations

import re
import time
from datetime import date
from typing import Any  # fields of records of several kinds

import attrs
import pytest

from claimcmp.exports.codecs import decode_record, encode_record
from claimcmp.facets import compare_facets, read_facets
from claimcmp.facets.references import is_inferred
from claimcmp.records import Actor, Article, Attribution, Claim, Mode, Place, Relation, Sense, Source, SourceKind, Span, When
from claimcmp.settings import Settings

Said = tuple[str, ...]
"""A content; for reported ones also the speaker's mention, canonical name and cue."""


def make_claims(text: str, language: str, contents: list[Said], **said: Any) -> tuple[Claim, ...]:
    article = Article(text=text, language=language, published="2024-05-10", id="a")
    claims = [_make_claim(article, content, dict(said)) for content in contents]
    return read_facets(article, tuple(sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))), Settings())


def _make_claim(article: Article, said: Said, options: dict[str, Any]) -> Claim:
    start = article.text.index(said[0])
    span = Span(start=start, end=start + len(said[0]))
    attribution = Attribution()
    if len(said) > 1:
        _, mention, canonical, cue = said
        at, cue_at = article.text.index(mention), article.text.index(cue)
        kind = options.get("kind", SourceKind.PERSON)
        attribution = Attribution(
            speaker=Source(
                name=mention, span=Span(start=at, end=at + len(mention)), canonical=canonical, kind=kind,
                confidence=options.get("confidence", 1.0),
            ),
            mode=options.get("mode", Mode.INDIRECT), sense=options.get("sense", Sense.ASSERTS),
            cue=cue, cue_span=Span(start=cue_at, end=cue_at + len(cue)),
        )  # fmt: skip
    sentence = len(re.findall(r"[.!؟]\s|\n", article.text[:start]))
    return Claim(
        id=f"c{start}", article_id="a", language=article.language, sentence=sentence, span=span, text=said[0], attribution=attribution
    )


def list_inferred(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    """The words that point and what they point to, of all claims in order."""
    found = []
    for claim in claims:
        for facet in claim.facets:
            if isinstance(facet, When | Place | Actor) and facet.inferred:
                written = claim.text[facet.span.start - claim.span.start : facet.span.end - claim.span.start]
                found.append((written, str(facet.first) if isinstance(facet, When) else facet.key))
    return found


DAVIS = "President Emma Davis"
SPEAKERS = [
    ("he after said", "en", "President Adam Davis said he will visit the plant.", ("he will visit the plant", "President Adam Davis", "Adam Davis", "said"), [("he", "person:dm dfs")]),
    ("she after that", "en", f"{DAVIS} said that she had signed it.", ("she had signed it", DAVIS, "Emma Davis", "said"), [("she", "person:m dfs")]),
    ("reporters are not he", "en", "President Adam Davis told reporters he will resign.", ("he will resign", "President Adam Davis", "Adam Davis", "told"), [("he", "person:dm dfs")]),
    ("they stays open", "en", "President Adam Davis said they will resign.", ("they will resign", "President Adam Davis", "Adam Davis", "said"), []),
    ("it stays open", "en", "President Adam Davis said it will rain.", ("it will rain", "President Adam Davis", "Adam Davis", "said"), []),
    ("the one told may be meant", "en", "President Adam Davis told President Paul Keller that he will resign.", ("he will resign", "President Adam Davis", "Adam Davis", "told"), []),
    ("the minister told may be meant", "en", "President Adam Davis told the minister that he will resign.", ("he will resign", "President Adam Davis", "Adam Davis", "told"), []),
    ("content before its speaker", "en", "He will resign, President Adam Davis said.", ("He will resign", "President Adam Davis", "Adam Davis", "said"), []),
    ("no pronoun at the start", "en", "President Adam Davis said the plant will close.", ("the plant will close", "President Adam Davis", "Adam Davis", "said"), []),
    ("complementiser's pronoun", "ar", "قال الرئيس سالم حمدان إنه أجرى اتصالا هاتفيا.", ("أجرى اتصالا هاتفيا", "الرئيس سالم حمدان", "سالم حمدان", "قال"), [("أجرى", "person:slm hmdn")]),
    ("negated verb", "ar", "أكد الرئيس سالم حمدان أنه لن يستقيل.", ("لن يستقيل", "الرئيس سالم حمدان", "سالم حمدان", "أكد"), [("لن", "person:slm hmdn")]),
    ("impersonal verb", "ar", "قال الرئيس سالم حمدان إنه يجب وقف القتال.", ("يجب وقف القتال", "الرئيس سالم حمدان", "سالم حمدان", "قال"), []),
    ("impersonal after a negation", "ar", "قال الرئيس سالم حمدان إنه لا يمكن وقف القتال.", ("لا يمكن وقف القتال", "الرئيس سالم حمدان", "سالم حمدان", "قال"), []),
    ("nobody did it", "ar", "قال الرئيس سالم حمدان إنه تم إبلاغ الحلفاء.", ("تم إبلاغ الحلفاء", "الرئيس سالم حمدان", "سالم حمدان", "قال"), []),
    ("a verb with a subject of its own", "ar", "قال الرئيس سالم حمدان إنه وقعت حوادث كثيرة.", ("وقعت حوادث كثيرة", "الرئيس سالم حمدان", "سالم حمدان", "قال"), []),
    ("complementiser without pronoun", "ar", "قال الرئيس سالم حمدان إن القتال توقف.", ("القتال توقف", "الرئيس سالم حمدان", "سالم حمدان", "قال"), []),
    ("the one told may be meant", "ar", "أبلغ الرئيس سالم حمدان الوزير بأنه سيستقيل.", ("سيستقيل", "الرئيس سالم حمدان", "سالم حمدان", "أبلغ"), []),
]  # fmt: skip


@pytest.mark.parametrize(("description", "language", "text", "said", "expected"), SPEAKERS)
def test_a_subject_that_opens_reported_speech_is_the_speaker(
    description: str, language: str, text: str, said: Said, expected: list[tuple[str, str]]
) -> None:
    assert list_inferred(make_claims(text, language, [said])) == expected


def test_a_pronoun_keeps_its_words_and_a_subject_left_out_takes_the_speakers_name() -> None:
    (english,) = make_claims("President Adam Davis said he left.", "en", [("he left", "President Adam Davis", "Adam Davis", "said")])
    (arabic,) = make_claims("قال الرئيس سالم حمدان إنه غادر.", "ar", [("غادر", "الرئيس سالم حمدان", "سالم حمدان", "قال")])
    names = [facet.name for claim in (english, arabic) for facet in claim.facets if isinstance(facet, Actor) and facet.inferred]
    assert names == ["he", "سالم حمدان"]
    assert (english.text, arabic.text) == ("he left", "غادر")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"kind": SourceKind.ORGANISATION}, []),
        ({"kind": SourceKind.ANONYMOUS}, []),
        ({"confidence": 0.0}, []),
        ({"mode": Mode.DIRECT}, []),
        ({"confidence": 0.7}, [("he", "person:dm dfs")]),
    ],
)
def test_only_a_person_surely_known_is_meant_by_he(options: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    said = ("he will resign", "President Adam Davis", "Adam Davis", "said")
    assert list_inferred(make_claims("President Adam Davis said he will resign.", "en", [said], **options)) == expected


@pytest.mark.parametrize(("sense", "expected"), [(Sense.PROMISES, [("to", "person:dm dfs")]), (Sense.ASKS, []), (Sense.CALLS_FOR, [])])
def test_what_a_speaker_promises_to_do_is_the_speakers_act(sense: Sense, expected: list[tuple[str, str]]) -> None:
    said = ("to send aid", "President Adam Davis", "Adam Davis", "promised")
    assert list_inferred(make_claims("President Adam Davis promised to send aid.", "en", [said], sense=sense)) == expected


def test_i_in_quotation_marks_is_the_speaker() -> None:
    said = ("“I will resign”", "President Adam Davis", "Adam Davis", "said")
    claims = make_claims("President Adam Davis said: “I will resign”.", "en", [said], mode=Mode.DIRECT)
    assert list_inferred(claims) == [("I", "person:dm dfs")]


NARRATED = [
    ("the only person before", "en", ["President Adam Davis arrived late.", "He left at once."], [("He", "person:dm dfs")]),
    ("two people before", "en", ["President Adam Davis met President Paul Keller.", "He left at once."], []),
    ("another paragraph", "en", ["President Adam Davis arrived late.\n", "He left at once."], []),
    ("nobody before", "en", ["The guards arrived late.", "He left at once."], []),
    ("the only person before", "ar", ["وصل الرئيس سالم حمدان متأخرا.", "هو غادر فورا."], [("هو", "person:slm hmdn")]),
    ("a copula", "ar", ["وصل الرئيس سالم حمدان متأخرا.", "هي أول زيارة للبلاد."], []),
]

EVENTS = [
    ("date and place", "en", ["The ministers met in Ankara on 3 May 2024.", "The meeting lasted two hours."], [("The meeting", "2024-05-03"), ("The meeting", "TR/ankara")]),
    ("through a synonym", "en", ["Envoys held talks in Oslo on 3 May 2024.", "The meeting lasted long."], [("The meeting", "2024-05-03"), ("The meeting", "NO/oslo")]),
    ("a call is no meeting", "en", ["They spoke by phone on 3 May 2024.", "The meeting lasted two hours."], []),
    ("the nearer of two kinds", "en", ["They met on 3 May 2024.", "They spoke by phone on 6 May 2024.", "The call was short."], [("The call", "2024-05-06")]),
    ("the last of one kind", "en", ["A blast hit Oslo on 3 May 2024.", "A blast hit the port on 6 May 2024.", "The blast woke everybody."], [("The blast", "2024-05-06")]),
    ("a newer event without date", "en", ["They met on 3 May 2024.", "They want another meeting.", "The meeting is in doubt."], []),
    ("its own date", "en", ["They met on 3 May 2024.", "The meeting began on 3 May 2024."], []),
    ("its own other date", "en", ["They met in Oslo on 3 May 2024.", "The meeting of 7 May 2024 was short."], []),
    ("another place", "en", ["An attack in Oslo on 3 May 2024 failed.", "The attack was condemned in Lima."], []),
    ("before anything was told", "en", ["The meeting was short.", "They met in Oslo on 3 May 2024."], []),
    ("an event that is described", "en", ["They met in Oslo on 3 May 2024.", "The meeting with the king was short."], []),
    ("a second one", "en", ["They met in Oslo on 3 May 2024.", "The second meeting was short."], []),
    ("what happens since", "en", ["They met in Oslo on 3 May 2024.", "Nobody has spoken since the meeting."], []),
    ("a date of something else", "en", ["They met after the vote of 3 May 2024.", "The meeting was short."], []),
    ("a date that belongs to another noun", "en", ["They stage a protest against Monday night's debate.", "The protest was calm."], []),
    ("a date that belongs to it", "en", ["They came to Monday's protest.", "The protest was calm."], [("The protest", "2024-05-06")]),
    ("an era dates no event", "en", ["Both met between 2001 and 2019.", "The meeting was short."], []),
    ("two kinds in one claim", "en", ["They met in Oslo on 3 May 2024.", "The meeting followed the call."], []),
    ("date and place", "ar", ["عقد الوزيران اجتماعا في أنقرة في 3 مايو 2024.", "الاجتماع استمر ساعتين."], [("الاجتماع", "2024-05-03"), ("الاجتماع", "TR/ankara")]),
    ("through a verb", "ar", ["التقى الوزيران في أنقرة في 3 مايو 2024.", "تناول اللقاء ملف الحدود."], [("اللقاء", "2024-05-03"), ("اللقاء", "TR/ankara")]),
    ("after a joined preposition", "ar", ["عقد الوزيران اجتماعا في 3 مايو 2024.", "رحبت الصحف بالاجتماع."], [("الاجتماع", "2024-05-03")]),
    ("a call is no meeting", "ar", ["أجرى الوزيران مكالمة هاتفية في 3 مايو 2024.", "الاجتماع استمر ساعتين."], []),
    ("a visit", "ar", ["زار الوزير أنقرة في 3 مايو 2024.", "الزيارة استمرت يومين."], [("الزيارة", "2024-05-03")]),
    ("a newer event without date", "ar", ["عقد الوزيران اجتماعا في 3 مايو 2024.", "يريد الوزيران عقد لقاء جديد.", "اللقاء غير مؤكد."], []),
    ("an event that is described", "ar", ["عقد الوزيران اجتماعا في 3 مايو 2024.", "الاجتماع المقبل غير مؤكد."], []),
    ("what happens since", "ar", ["وقع هجوم في 3 مايو 2024.", "توقفت الرحلات منذ الهجوم."], []),
    ("a date of something else", "ar", ["عقد الوزيران اجتماعا بعد الانتخابات في 3 مايو 2024.", "الاجتماع استمر ساعتين."], []),
]  # fmt: skip

ADVERBS = [
    ("there", "en", ["The envoy landed in Oslo.", "He stayed there for a week."], [("there", "NO/oslo")]),
    ("there is", "en", ["The envoy landed in Oslo.", "There is no plan."], []),
    ("there were, inside", "en", ["The envoy landed in Oslo.", "Police said there were no arrests."], []),
    ("two places", "en", ["The envoy spoke in Oslo and in Lima.", "Many people live there now."], []),
    ("its own place", "en", ["The envoy landed in Oslo.", "Nobody there had been in Lima."], []),
    ("too far back", "en", ["The envoy landed in Oslo.", "Rain fell.", "Many people live there now."], []),
    ("at the time", "en", ["The bank closed on 3 May 2024.", "Nobody knew at the time."], [("at the time", "2024-05-03")]),
    ("that day, of two", "en", ["It closed on 3 May 2024 and opened on 6 May 2024.", "Rain fell that day."], []),
    ("that day, with its own date", "en", ["The bank closed on 3 May 2024.", "That day was like 9 May 2023."], []),
    ("there, at the end", "ar", ["وصل المبعوث إلى أوسلو أمس.", "بقي المبعوث هناك."], [("هناك", "NO/oslo")]),
    ("there, after a locative", "ar", ["هبط المبعوث في أوسلو.", "بقي المبعوث هناك."], [("هناك", "NO/oslo")]),
    ("there is", "ar", ["هبط المبعوث في أوسلو.", "هناك من يرفض الخطة."], []),
    ("there is, inside", "ar", ["هبط المبعوث في أوسلو.", "يرى المبعوث أن هناك خطة."], []),
    ("then", "ar", ["أغلق المصرف في 3 مايو 2024.", "لم يعلم أحد حينها بالأمر."], [("حينها", "2024-05-03")]),
    ("then, with its own date", "ar", ["أغلق المصرف في 3 مايو 2024.", "كان آنذاك كما في 9 مايو 2023."], []),
]  # fmt: skip


@pytest.mark.parametrize(("description", "language", "sentences", "expected"), [*NARRATED, *EVENTS, *ADVERBS])
def test_what_the_outlets_own_words_point_back_to(
    description: str, language: str, sentences: list[str], expected: list[tuple[str, str]]
) -> None:
    claims = make_claims(" ".join(sentences), language, [(sentence.strip().rstrip("."),) for sentence in sentences])
    assert sorted(list_inferred(claims)) == sorted(expected)


def test_a_language_without_the_table_stays_silent() -> None:
    assert (
        list_inferred(
            make_claims("He met in Oslo on 2024-05-03. The meeting", "und", [("He met in Oslo on 2024-05-03",), ("The meeting",)])
        )
        == []
    )


def make_pair(left: When | Place | Actor, right: When | Place | Actor) -> tuple[Claim, Claim]:
    claim = Claim(id="l", article_id="l", language="en", sentence=0, span=Span(start=0, end=9), text="The thing", facets=(left,))
    return claim, attrs.evolve(claim, id="r", article_id="r", facets=(right,))


SPAN = Span(start=0, end=3)
CLASHES: list[tuple[When | Place | Actor, When | Place | Actor]] = [
    (When(first=date(2024, 5, 3), last=date(2024, 5, 3), precision="day", span=SPAN), When(first=date(2024, 5, 9), last=date(2024, 5, 9), precision="day", span=SPAN)),
    (Place(name="Oslo", key="NO/oslo", within=("NO",), span=SPAN), Place(name="Lima", key="PE/lima", within=("PE",), span=SPAN)),
    (Actor(name="Adam Davis", key="person:dm dfs", role="US president", span=SPAN), Actor(name="Paul Keller", key="person:pl klr", role="US president", span=SPAN)),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), CLASHES)
@pytest.mark.parametrize("inferred", [(True, False), (False, True), (True, True)])
def test_no_conflict_rests_on_an_inferred_facet(
    left: When | Place | Actor, right: When | Place | Actor, inferred: tuple[bool, bool]
) -> None:
    written = compare_facets(*make_pair(left, right), Settings())
    assert [difference.relation for difference in written] == [Relation.CONFLICTING]
    pair = make_pair(attrs.evolve(left, inferred=inferred[0]), attrs.evolve(right, inferred=inferred[1]))
    assert Relation.CONFLICTING not in [difference.relation for difference in compare_facets(*pair, Settings())]


def test_an_inferred_facet_is_no_detail_that_a_claim_adds_but_may_tie_it_to_another() -> None:
    place = CLASHES[1][0]
    inferred = attrs.evolve(place, inferred=True)
    left, right = make_pair(inferred, place)
    assert [difference.relation for difference in compare_facets(left, right, Settings())] == [Relation.SAME]
    assert compare_facets(left, attrs.evolve(right, facets=()), Settings()) == ()


@pytest.mark.parametrize("facet", [facet for pair in CLASHES for facet in pair])
def test_the_mark_survives_json_and_older_files_are_read_without_it(facet: When | Place | Actor) -> None:
    marked = attrs.evolve(facet, inferred=True)
    value = encode_record(marked)
    assert decode_record(type(facet), value) == marked
    del value["inferred"]
    assert decode_record(type(facet), value) == facet


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pointing_back_takes_time_that_grows_with_the_text_and_not_faster(language: str) -> None:
    unit = {
        "en": "He met them in Oslo on 3 May 2024. The meeting was held there at the time. ",
        "ar": "هو التقى الوزير في أوسلو في 3 مايو 2024. بقي الوزير في الاجتماع هناك حينها. ",
    }[language]
    seconds = []
    for size in (50, 400):
        text = unit * size
        article = Article(text=text, language=language, published="2024-05-10", id="a")
        ends = [match.end() for match in re.finditer(r"\. ", text)]
        claims = tuple(
            Claim(id=str(n), article_id="a", language=language, sentence=n, span=Span(start=start, end=end), text=text[start:end])
            for n, (start, end) in enumerate(zip([0, *ends], ends, strict=False))
        )
        began = time.process_time()
        found = read_facets(article, claims, Settings())
        seconds.append(time.process_time() - began)
        assert sum(any(map(is_inferred, claim.facets)) for claim in found) >= size
    assert seconds[1] < 30 * max(seconds[0], 0.01)
