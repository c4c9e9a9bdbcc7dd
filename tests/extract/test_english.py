"""Who says what in English: one case a line, in our own sentences."""

from __future__ import annotations

import pytest

from claimcmp import Article, extract_claims
from tests.extract.reading import Row, own, read_claims, read_rows

CASES = [
    (
        "The slide buried a barn in the valley, the oldest of the parish, said fire chief Anna Kerr.",
        [Row("The slide buried a barn in the valley, the oldest of the parish", "fire chief Anna Kerr")],
    ),
    ("On Monday the mayor, a former judge, said Leeds would pay.", [Row("Leeds would pay", "the mayor, a former judge")]),
    # --- several speakers
    (
        "The mayor, the governor and the police chief said the road was shut.",
        [Row("the road was shut", "The mayor, the governor and the police chief")],
    ),
    ("On Monday, the minister and the ambassador said talks would resume.", [Row("talks would resume", "the minister and the ambassador")]),
    (
        "After meeting the governor, the mayor and the police chief said the road was shut.",
        [Row("the road was shut", "the mayor and the police chief")],
    ),
    ("He met the governor and the mayor said the road was shut.", [own("He met the governor"), Row("the road was shut", "the mayor")]),
    # --- content after the verb
    ("The mayor said that the bridge would reopen.", [Row("the bridge would reopen", "The mayor")]),
    ("The mayor said the bridge would reopen.", [Row("the bridge would reopen", "The mayor")]),
    ("The mayor said on Monday that the bridge would reopen.", [Row("the bridge would reopen", "The mayor")]),
    ("The company said in a statement that it would pay.", [Row("it would pay", "The company")]),
    ("In a statement, the company said it would pay.", [Row("it would pay", "the company")]),
    ("Asked about the delay, Demir said: “We ran out of steel.”", [Row("“We ran out of steel.”", "Demir", mode="direct")]),
    ("Engineers have argued that the piers are too short.", [Row("the piers are too short", "Engineers")]),
    ("Several residents suggested the river was rising.", [Row("the river was rising", "Several residents")]),
    ("A review of the plans says they fall short.", [Row("they fall short", "A review of the plans")]),
    ("Aylin Demir, the mayor of Izmir, said the market was safe.", [Row("the market was safe", "Aylin Demir, the mayor of Izmir")]),
    ("Demir, who was elected in May, said the market was safe.", [Row("the market was safe", "Demir")]),
    ("Mr. Kaya, 61, of Konya, who owns two boats, said the pier was unsafe.", [Row("the pier was unsafe", "Mr. Kaya")]),
    ("The president said he “will not go” to Geneva.", [Row("he “will not go” to Geneva", "The president", mode="mixed")]),
    ("The man who lives by the bridge said it was loud.", [Row("it was loud", "The man who lives by the bridge")]),
    ("The state police, which said two men had died, closed the road.", [Row("two men had died", "The state police")]),
    ("Her wounds are slight and doctors said she could leave.", [own("Her wounds are slight"), Row("she could leave", "doctors")]),
    # --- a day between subject and verb; names that could be modals or months
    ("Police on Monday said the bridge was closed.", [Row("the bridge was closed", "Police")]),
    ("The mayor late on Thursday denied that the bridge had closed.", [Row("the bridge had closed", "The mayor", sense="denies")]),
    ("Aylin Demir on Wednesday, 3 June, said the bridge was closed.", [Row("the bridge was closed", "Aylin Demir")]),
    ("The Mail on Sunday said the bridge was closed.", [Row("the bridge was closed", "The Mail on Sunday")]),
    ("USA Today said the bridge was closed.", [Row("the bridge was closed", "USA Today")]),
    ("Will Smith said the bridge was closed.", [Row("the bridge was closed", "Will Smith")]),
    ("The owner, Will Rose, said the bridge was closed.", [Row("the bridge was closed", "The owner, Will Rose")]),
    ("May said the bridge was closed.", [Row("the bridge was closed", "May")]),
    # --- content before the verb
    ("The bridge will reopen, the mayor said.", [Row("The bridge will reopen", "the mayor")]),
    ("The bridge was closed, officials said on Monday.", [Row("The bridge was closed", "officials")]),
    ("“The bridge is open,” Demir said Monday.", [Row("“The bridge is open,”", "Demir", mode="direct")]),
    (
        "“The bridge is open,” said Aylin Demir, the mayor of Izmir.",
        [Row("“The bridge is open,”", "Aylin Demir, the mayor of Izmir", mode="direct")],
    ),
    ('"Is it open?" she asked.', [Row('"Is it open?"', "she", mode="direct", sense="asks")]),
    ("''The bridge is open,'' Demir said.", [Row("''The bridge is open,''", "Demir", mode="direct")]),
    ("``The bridge is open,'' Demir said.", [Row("``The bridge is open,''", "Demir", mode="direct")]),
    ("The bridge is open, said Demir, who has run the city since May.", [Row("The bridge is open", "Demir")]),
    ("“He never paid for a single ticket.” — Leyla Aksoy", [Row("“He never paid for a single ticket.”", "Leyla Aksoy", mode="direct")]),
    # --- content around the verb
    ("“The bridge,” Demir said, “is open.”", [Row("“The bridge,” Demir said, “is open.”", "Demir", mode="direct")]),
    (
        "“The bridge is open,” Demir said. “It will stay open.”",
        [Row("“The bridge is open,” Demir said. “It will stay open.”", "Demir", mode="direct")],
    ),
    ("The bridge, the mayor said, will stay open.", [Row("The bridge, the mayor said, will stay open", "the mayor")]),
    (
        "The bridge held, the ministry said, and nobody was hurt.",
        [Row("The bridge held, the ministry said, and nobody was hurt", "the ministry")],
    ),
    # --- relays
    ("Demir told Reuters the bridge was safe.", [Row("the bridge was safe", "Demir", ("Reuters",))]),
    ("Demir told Reuters on Friday that the bridge was safe.", [Row("the bridge was safe", "Demir", ("Reuters",))]),
    ("The bridge was safe, Demir told the Danube news agency.", [Row("The bridge was safe", "Demir")]),
    ("The bridge was safe, Demir told Reuters.", [Row("The bridge was safe", "Demir", ("Reuters",))]),
    ("Demir told reporters the bridge was safe.", [Row("the bridge was safe", "Demir")]),
    ("Demir told reporters Russia was safe.", [Row("Russia was safe", "Demir")]),
    ("Demir told a news conference Russia was safe.", [Row("Russia was safe", "Demir")]),
    (
        "A White House official told Reuters on condition of anonymity the bridge was safe.",
        [Row("the bridge was safe", "A White House official", ("Reuters",))],
    ),
    ("According to Reuters, which cited two officials, the bridge was safe.", [Row("the bridge was safe", "two officials", ("Reuters",))]),
    ("Demir said in an interview with CNN that the bridge was safe.", [Row("the bridge was safe", "Demir", ("CNN",))]),
    (
        "“We are safe,” Demir said in an interview with Harbour Radio on Monday.",
        [Row("“We are safe,”", "Demir", ("Harbour Radio",), mode="direct")],
    ),
    ("Tass reported, citing officials, that the bridge held.", [Row("the bridge held", "officials", ("Tass",))]),
    ("Tass quoted Demir as saying the bridge was safe.", [Row("the bridge was safe", "Demir", ("Tass",))]),
    ("Demir was quoted by Tass as saying that the bridge was safe.", [Row("the bridge was safe", "Demir", ("Tass",))]),
    ("Demir was quoted as saying that the bridge was safe.", [Row("the bridge was safe", "Demir")]),
    ('"It is over," the minister said, according to Tass.', [Row('"It is over,"', "the minister", ("Tass",), mode="direct")]),
    ("According to officials, the bridge held.", [Row("the bridge held", "officials")]),
    ("The bridge held, according to two officials who spoke on condition of anonymity.", [Row("The bridge held", "two officials")]),
    # --- reports within reports, several reports
    (
        "Demir said Kaya had told the council that the pier was unsafe.",
        [Row("Kaya had told the council that the pier was unsafe", "Demir"), Row("the pier was unsafe", "Kaya", ("Demir",))],
    ),
    (
        "Demir said the bridge was open and added that the pier was closed.",
        [Row("the bridge was open", "Demir"), Row("the pier was closed", "Demir")],
    ),
    (
        "Demir said the bridge was open, adding that the pier was closed.",
        [Row("the bridge was open", "Demir"), Row("the pier was closed", "Demir")],
    ),
    (
        "Demir said the bridge was open, while engineers said it was cracked.",
        [Row("the bridge was open", "Demir"), Row("it was cracked", "engineers")],
    ),
    (
        "The bridge broke overnight, the ministry said in a statement, adding that ten were hurt.",
        [Row("The bridge broke overnight", "the ministry"), Row("ten were hurt", "the ministry")],
    ),
    (
        "The army left the town, saying it was no longer needed.",
        [own("The army left the town"), Row("it was no longer needed", "The army")],
    ),
    ("The engineer, who said the bridge held, left early.", [Row("the bridge held", "The engineer")]),
    (
        "Divers said they found no wreck, the BBC reported.",
        [Row("Divers said they found no wreck", "the BBC"), Row("they found no wreck", "Divers", ("the BBC",))],
    ),
    (
        "State media said three people died; officials put the figure at five.",
        [Row("three people died", "State media"), own("officials put the figure at five")],
    ),
    (
        "Demir said the bridge was open, but the gates were still locked.",
        [Row("the bridge was open", "Demir"), own("the gates were still locked")],
    ),
    ("“We are ready,” the statement read.", [Row("“We are ready,”", "the statement", mode="direct")]),
    ("“It was a disaster,” recalls Ahmet, 30, a baker.", [Row("“It was a disaster,”", "Ahmet", mode="direct")]),
    (
        "“It is too much,” Lena Roth, head of the union said on Friday.",
        [Row("“It is too much,”", "Lena Roth, head of the union", mode="direct")],
    ),
    ("Kaya, quoted by a local agency, said the road was open.", [Row("the road was open", "Kaya")]),
    # --- senses
    ("Demir denied that the bridge was unsafe.", [Row("the bridge was unsafe", "Demir", sense="denies")]),
    ("Demir denied the report.", [Row("the report", "Demir", sense="denies")]),
    ("Demir warned of more floods.", [Row("more floods", "Demir", sense="warns")]),
    ("Demir called for calm.", [Row("calm", "Demir", sense="calls_for")]),
    ("Demir urged residents to leave.", [Row("residents to leave", "Demir", sense="calls_for")]),
    ("Demir accused the ministry of neglect.", [Row("the ministry of neglect", "Demir", sense="accuses")]),
    ("The ministry promised to rebuild the bridge.", [Row("to rebuild the bridge", "The ministry", sense="promises")]),
    ("Demir asked whether the bridge would hold.", [Row("whether the bridge would hold", "Demir", sense="asks")]),
    ("Demir called the bridge “a disgrace to the city”.", [Row("“a disgrace to the city”", "Demir", mode="direct")]),
    ("The bridge reportedly held.", [Row("The bridge reportedly held")]),
]

NEGATIVES = [
    "Rescuers found the bodies under the bridge.",
    "The army attacked the bridge at dawn.",
    "The city added a second lane to the bridge.",
    "The museum maintains a collection of old boats.",
    "The bridge was closed on Monday.",
    "The court ruled on Tuesday.",
    "The claims were rejected by the council.",
    "The mayor's claim that the bridge held was false.",
    "The so-called “Green Line” was closed and the ferry “Aurora” left port.",
    "He was born in Ankara in 1950 and studied law.",
    "There was, however, no sign of a deal.",
    "The reports about the bridge filled three shelves.",
    "He pressed the button and left the room.",
    "The flood claimed the lives of 12 people.",
    "A lorry slammed into the gate of the mill on Monday.",
    "The White House declined to comment.",
    "The school band played “Summer Rain” in the square.",
    "Two cautions and a warning were handed out on Sunday.",
]


@pytest.mark.parametrize(("text", "rows"), CASES)
def test_each_claim_has_its_content_speaker_relays_mode_and_sense(text: str, rows: list[Row]) -> None:
    assert read_rows(text, "en") == rows


@pytest.mark.parametrize("text", NEGATIVES)
def test_a_sentence_without_speech_is_the_outlets_own(text: str) -> None:
    assert {row.mode for row in read_rows(text, "en")} == {"narrated"}


def test_a_headline_with_a_colon_names_its_speaker() -> None:
    rows = read_rows("Demir: Bridge to reopen in May\nThe bridge was closed in March. It will reopen.", "en")
    assert rows[0] == Row("Bridge to reopen in May", "Demir", mode="direct")


def test_a_headline_may_end_in_its_speaker() -> None:
    rows = read_rows("Bridge to reopen in May, Demir says\nThe bridge was closed in March. It will reopen.", "en")
    assert rows[0] == Row("Bridge to reopen in May", "Demir")


def test_a_country_before_a_colon_is_the_topic() -> None:
    claims = read_claims("Nigeria: villagers abducted\nGunmen abducted villagers in the north.", "en")
    assert (claims[0].text, claims[0].attribution.speaker) == ("Nigeria: villagers abducted", None)


def test_a_country_before_a_colon_speaks_where_its_words_are_quoted() -> None:
    claims = read_claims('Iran: "We will answer any attack"\nThe minister spoke in the capital.', "en")
    assert claims[0].attribution.speaker is not None


@pytest.mark.parametrize("label", ["Correction", "Update", "The Latest", "Analysis"])
def test_a_label_before_a_colon_is_no_speaker(label: str) -> None:
    rows = read_rows(f"{label}: Bridge to reopen in May\nThe bridge was closed in March. It will reopen.", "en")
    assert rows[0].speaker is None


def test_a_sentence_may_announce_the_speaker_of_the_next_paragraph() -> None:
    rows = read_rows("The council met on Monday.\nDemir continued:\n“The bridge held. It will hold.”", "en")
    assert rows[-1] == Row("“The bridge held. It will hold.”", "Demir", mode="direct")


def test_speech_that_goes_on_in_the_paragraph_keeps_its_pieces_as_parts() -> None:
    text = "“The bridge is open,” Demir said. “It will stay open.”"
    (claim,) = read_claims(text, "en")
    assert [text[part.start : part.end] for part in claim.parts] == ["“The bridge is open,”", "“It will stay open.”"]


def test_a_quotation_that_is_never_closed_takes_no_other_speaker() -> None:
    text = 'The mayor spoke on Friday. "The bridge is safe. A farmer said that the road was flooded. The school stayed open.'
    claims = extract_claims(Article(text=text, language="en"))
    assert [claim.text for claim in claims][-2:] == ["the road was flooded", "The school stayed open"]
    assert claims[-2].attribution.speaker is not None
    assert claims[-2].attribution.speaker.name == "A farmer"
    assert claims[-1].attribution.speaker is None


def test_a_quotation_in_the_next_paragraph_is_a_claim_of_its_own() -> None:
    rows = read_rows("“The bridge is open,” Demir said.\n“It will stay open for years.”", "en")
    assert [(row.content, row.speaker) for row in rows] == [("“The bridge is open,”", "Demir"), ("“It will stay open for years.”", "Demir")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks go on, an official who spoke on condition of anonymity said.",
        "A senior official, speaking on condition of anonymity, said the talks go on.",
        "“Talks go on,” an official said on condition of anonymity because she was not authorised to speak.",
        "An official told Reuters on condition of anonymity that talks go on.",
        "Talks go on, according to an official who asked not to be named.",
    ],
)
def test_an_unnamed_source_keeps_the_stated_reason(text: str) -> None:
    (claim,) = read_claims(text, "en")
    speaker = claim.attribution.speaker
    assert speaker is not None
    assert speaker.kind == "anonymous"
    assert "official" in speaker.name
    assert speaker.reason in text
    assert any(word in speaker.reason for word in ("anonymity", "not to be named"))


def test_a_title_before_and_a_post_after_a_name_are_its_role() -> None:
    for text in ("Mayor Aylin Demir said the market was safe.", "Aylin Demir, the mayor of Izmir, said the market was safe."):
        (claim,) = read_claims(text, "en")
        speaker = claim.attribution.speaker
        assert speaker is not None
        assert (speaker.canonical, speaker.kind) == ("Aylin Demir", "person")
        assert "mayor" in (speaker.role or "").lower()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khalid al-Mansur, minister of state at the foreign ministry, said the bridge was safe.", "Khalid al-Mansur"),
        ("Foreign Minister Khalid al-Mansur said the bridge was safe.", "Khalid al-Mansur"),
        ("Brigadier Salem el-Hajri, the police chief, said the bridge was safe.", "Salem el-Hajri"),
        ("Ministry spokesman Saif al-Din el-Hajri said the bridge was safe.", "Saif al-Din el-Hajri"),
    ],
)
def test_a_name_with_a_joined_article_is_told_from_the_title(text: str, name: str) -> None:
    (claim,) = read_claims(text, "en")
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.canonical == name


def test_a_quotation_that_is_signed_inside_brackets_breaks_no_sentence() -> None:
    text = 'They debate the use of "deep water" in his book, his jacket ("a coat thick with pride," The Harbour Herald said) and his hat.'
    claims = extract_claims(Article(text=text, language="en"))
    assert claims
    assert all(text[claim.span.start : claim.span.end] == claim.text for claim in claims)
