"""Who says what in German: one case a line, in our own sentences."""

from __future__ import annotations

import pytest

from tests.extract.reading import Row, own, read_claims, read_rows

CASES = [
    ("Die Ministerin hat am Montag erklärt, die Brücke sei offen.", [Row("die Brücke sei offen", "Die Ministerin")]),
    ("Der Bürgermeister sagte, dass die Brücke am Freitag öffnet.", [Row("die Brücke am Freitag öffnet", "Der Bürgermeister")]),
    ("Der Bürgermeister sagte, die Brücke sei offen.", [Row("die Brücke sei offen", "Der Bürgermeister")]),
    (
        "„Die Brücke ist offen“, sagte Bürgermeisterin Anna Lohmann am Montag.",
        [Row("„Die Brücke ist offen“", "Bürgermeisterin Anna Lohmann", mode="direct")],
    ),
    ("„Die Brücke“, sagte Lohmann, „ist offen.“", [Row("„Die Brücke“, sagte Lohmann, „ist offen.“", "Lohmann", mode="direct")]),
    ("Die Brücke sei offen, sagte Lohmann.", [Row("Die Brücke sei offen", "Lohmann")]),
    ("Die Brücke ist offen, teilte die Polizei mit.", [Row("Die Brücke ist offen", "die Polizei")]),
    ("Die Polizei teilte am Montag mit, dass die Brücke gesperrt sei.", [Row("die Brücke gesperrt sei", "Die Polizei")]),
    ("Das Ministerium gab bekannt, dass die Brücke gesperrt wird.", [Row("die Brücke gesperrt wird", "Das Ministerium")]),
    ("Lohmann fügte hinzu, die Arbeiten seien beendet.", [Row("die Arbeiten seien beendet", "Lohmann")]),
    ("Laut Polizei wurden zwei Menschen verletzt.", [Row("wurden zwei Menschen verletzt", "Polizei")]),
    ("Nach Angaben der Polizei wurden zwei Menschen verletzt.", [Row("wurden zwei Menschen verletzt", "der Polizei")]),
    ("Medienberichten zufolge ist die Brücke gesperrt.", [Row("ist die Brücke gesperrt", "Medienberichten")]),
    ("Dem Ministerium zufolge wurden zwei Menschen verletzt.", [Row("wurden zwei Menschen verletzt", "Dem Ministerium")]),
    ("Die Brücke ist gesperrt, wie die Polizei am Montag mitteilte.", [Row("Die Brücke ist gesperrt", "die Polizei")]),
    ("Wie das Ministerium mitteilte, ist die Brücke gesperrt.", [Row("ist die Brücke gesperrt", "das Ministerium")]),
    (
        "Lohmann sagte der Nachrichtenagentur dpa, die Brücke sei sicher.",
        [Row("die Brücke sei sicher", "Lohmann", ("Nachrichtenagentur dpa",))],
    ),
    ("Lohmann sagte der „Rheinischen Post“, die Brücke sei sicher.", [Row("die Brücke sei sicher", "Lohmann", ("„Rheinischen Post“",))]),
    (
        "Die Brücke ist gesperrt, berichtet der Sender Flussfunk unter Berufung auf Polizeikreise.",
        [Row("Die Brücke ist gesperrt", "Polizeikreise", ("der Sender Flussfunk",))],
    ),
    ("Lohmann hat gesagt, dass die Brücke sicher sei.", [Row("die Brücke sicher sei", "Lohmann")]),
    ("Am Montag sagte der Minister, er habe nichts gewusst.", [Row("er habe nichts gewusst", "der Minister")]),
    (
        "Lohmann sagte, die Brücke sei sicher, und fügte hinzu, dass die Arbeiten beendet seien.",
        [Row("die Brücke sei sicher", "Lohmann"), Row("die Arbeiten beendet seien", "Lohmann")],
    ),
    ("Lohmann bestritt, dass die Brücke gefährlich sei.", [Row("die Brücke gefährlich sei", "Lohmann", sense="denies")]),
    ("Lohmann dementierte die Berichte.", [Row("die Berichte", "Lohmann", sense="denies")]),
    ("Lohmann wies die Vorwürfe zurück.", [Row("die Vorwürfe", "Lohmann", sense="denies")]),
    ("Die Stadt warnte vor neuen Fluten.", [Row("neuen Fluten", "Die Stadt", sense="warns")]),
    (
        "Der Minister rief die Anwohner auf, die Häuser zu verlassen.",
        [Row("die Anwohner auf, die Häuser zu verlassen", "Der Minister", sense="calls_for")],
    ),
    ("Der Minister forderte mehr Geld.", [Row("mehr Geld", "Der Minister", sense="calls_for")]),
    ("Lohmann warf der Firma Fahrlässigkeit vor.", [Row("der Firma Fahrlässigkeit", "Lohmann", sense="accuses")]),
    ("Die Stadt versprach, die Brücke neu zu bauen.", [Row("die Brücke neu zu bauen", "Die Stadt", sense="promises")]),
    ("Ein Reporter fragte, ob die Brücke halte.", [Row("ob die Brücke halte", "Ein Reporter", sense="asks")]),
    ("Lohmann: „Die Brücke hält“", [Row("„Die Brücke hält“", "Lohmann", mode="direct")]),
    ("Die Bürgermeisterin, die seit 2014 regiert, sagte, die Brücke halte.", [Row("die Brücke halte", "Die Bürgermeisterin")]),
    (
        "In einer Erklärung teilte das Ministerium mit, zwei Menschen seien verletzt.",
        [Row("zwei Menschen seien verletzt", "das Ministerium")],
    ),
    (
        "Ein Sprecher, der namentlich nicht genannt werden wollte, sagte, die Brücke sei gesperrt.",
        [Row("die Brücke sei gesperrt", "Ein Sprecher")],
    ),
    ("Lohmann nannte die Entscheidung „skandalös“.", [Row("„skandalös“", "Lohmann", mode="direct")]),
    ("Die Brücke ist angeblich eingestürzt.", [Row("Die Brücke ist angeblich eingestürzt")]),
    (
        "Der Beamte sagte, Lohmann habe angekündigt, dass die Brücke gesperrt werde.",
        [
            Row("Lohmann habe angekündigt, dass die Brücke gesperrt werde", "Der Beamte"),
            Row("die Brücke gesperrt werde", "Lohmann", ("Der Beamte",)),
        ],
    ),
    ("„Das ist ein Fehler“, so der Ingenieur Paul Gerner.", [Row("„Das ist ein Fehler“", "der Ingenieur Paul Gerner", mode="direct")]),
    ("Die Brücke sei sicher, so Lohmann.", [Row("Die Brücke sei sicher", "Lohmann")]),
    ("Eine Studie zeigt, dass der Fluss steigt.", [Row("der Fluss steigt", "Eine Studie")]),
    ("Der Minister betonte in Berlin, man müsse handeln.", [Row("man müsse handeln", "Der Minister")]),
    (
        "„Wir sind bereit“, sagte ein Sprecher der Feuerwehr der Deutschen Presse-Agentur.",
        [Row("„Wir sind bereit“", "ein Sprecher der Feuerwehr", ("Deutschen Presse-Agentur",), mode="direct")],
    ),
    ("Der ukrainische Präsident sagte am Dienstag in Kiew, man sei bereit.", [Row("man sei bereit", "Der ukrainische Präsident")]),
    ("Wie die Zeitung „Flussbote“ berichtet, ist die Brücke gesperrt.", [Row("ist die Brücke gesperrt", "die Zeitung „Flussbote“")]),
    ("„Das“, so Lohmann, „war ein Fehler.“", [Row("„Das“, so Lohmann, „war ein Fehler.“", "Lohmann", mode="direct")]),
    (
        "Der Sprecher des Verkehrsministeriums Jan Petersen sagte, die Strecke bleibe gesperrt.",
        [Row("die Strecke bleibe gesperrt", "Der Sprecher des Verkehrsministeriums Jan Petersen")],
    ),
    (
        "Außenministerin Klara Weber forderte am Montag ein Ende der Gewalt.",
        [Row("ein Ende der Gewalt", "Außenministerin Klara Weber", sense="calls_for")],
    ),
    ("Die Ministerin wies darauf hin, dass die Kosten steigen.", [Row("die Kosten steigen", "Die Ministerin")]),
    ("Aus dem Ministerium hieß es, die Brücke sei sicher.", [Row("die Brücke sei sicher", "dem Ministerium")]),
    ("Zuvor hatte Lohmann erklärt, sie trete zurück.", [Row("sie trete zurück", "Lohmann")]),
    ("Auf die Frage, ob sie zurücktrete, sagte Lohmann, sie bleibe.", [Row("sie bleibe", "Lohmann")]),
    ("Der Experte erklärte der Presse, warum die Brücke brach.", [Row("warum die Brücke brach", "Der Experte")]),
    (
        "Der Kanzler dankte den Ärzten und kündigte an, dass die Klinik Geld erhält.",
        [own("Der Kanzler dankte den Ärzten"), Row("die Klinik Geld erhält", "Der Kanzler")],
    ),
    ("Nach Informationen der Zeitung ist der Verkauf geplatzt.", [Row("ist der Verkauf geplatzt", "der Zeitung")]),
    ("Aus Regierungskreisen hieß es, der Verkauf sei geplatzt.", [Row("der Verkauf sei geplatzt", "Regierungskreisen")]),
    (
        "„Es wird keine höheren Steuern geben“, betonte Finanzministerin Lena Brandt am Dienstag im ZDF.",
        [Row("„Es wird keine höheren Steuern geben“", "Finanzministerin Lena Brandt", ("ZDF",), mode="direct")],
    ),
    ("Nach Ansicht des Ökonomen Jan Vogt ist die Schuld tragbar.", [Row("ist die Schuld tragbar", "des Ökonomen Jan Vogt")]),
    ("Experten befürchten, dass die Preise steigen.", [Row("die Preise steigen", "Experten")]),
    (
        "Der türkische Außenminister ließ wissen, dass die Gespräche in Ankara stattfinden.",
        [Row("die Gespräche in Ankara stattfinden", "Der türkische Außenminister")],
    ),
    ("Das Kanzleramt dementierte ein Treffen.", [Row("ein Treffen", "Das Kanzleramt", sense="denies")]),
    ("Das Land sei bereit, sagte der Präsident bei einer Pressekonferenz.", [Row("Das Land sei bereit", "der Präsident")]),
    ("Das Land ist bereit, wie der Präsident bei einer Pressekonferenz sagte.", [Row("Das Land ist bereit", "der Präsident")]),
    ("Auf Anfrage von Reuters bestätigte der Landrat, dass die Straße gesperrt ist.", [Row("die Straße gesperrt ist", "der Landrat")]),
    (
        "„Wir haben Angst“, sagt eine Anwohnerin dem „Tagesspiegel“.",
        [Row("„Wir haben Angst“", "eine Anwohnerin", ("„Tagesspiegel“",), mode="direct")],
    ),
    ("„Die Lage ist ernst“, warnt die Organisation.", [Row("„Die Lage ist ernst“", "die Organisation", mode="direct", sense="warns")]),
    ("Die Armee teilte mit, sie habe drei Drohnen abgeschossen.", [Row("sie habe drei Drohnen abgeschossen", "Die Armee")]),
    ("Die EU-Kommission schlägt vor, die Zölle zu senken.", [Row("die Zölle zu senken", "Die EU-Kommission", sense="calls_for")]),
    (
        "Israels Ministerpräsident warf dem Iran vor, Waffen zu liefern.",
        [Row("dem Iran vor, Waffen zu liefern", "Israels Ministerpräsident", sense="accuses")],
    ),
    ("Polizei: Keine Verletzten bei Brand", [Row("Keine Verletzten bei Brand", "Polizei", mode="direct")]),
    ("Minister warnt vor Engpässen", [Row("Engpässen", "Minister", sense="warns")]),
]

NEGATIVES = [
    "Lohmann sagte nicht, dass die Brücke gesperrt sei.",
    "Die Brücke wurde 1950 gebaut.",
    "Die Erklärung überraschte die Anwohner.",
    "Die Stadt fördert den Bau der Brücke.",
    "Das Projekt gab vielen Menschen Arbeit.",
    "Er teilte das Brot mit den Kindern.",
    "Es wurde beschlossen, dass die Sitzung verschoben wird.",
    "Der Rat nahm den Haushalt an.",
    "Das Theater „Die Welle“ schließt wegen Umbaus.",
    "Sie wurde in Kiel geboren und studierte Jura.",
    "Laut Gesetz unterschreibt der Bürgermeister den Vertrag.",
    "Die Anwohner gingen auf die Straße.",
    "Die Forderung der Stadt ist hoch.",
    "Der Zug fuhr um acht Uhr ab.",
]

KNOWN_ERRORS = [
    pytest.param(
        "Die Brücke soll eingestürzt sein.",
        [Row("Die Brücke soll eingestürzt sein")],
        marks=pytest.mark.xfail(strict=True, reason="sollen also orders and plans"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_gives_its_claims(text: str, expected: list[Row]) -> None:
    assert read_rows(text, "de") == expected


@pytest.mark.parametrize("text", NEGATIVES)
def test_what_nobody_is_said_to_have_said_is_the_outlets(text: str) -> None:
    assert [(row.mode, row.speaker) for row in read_rows(text, "de")] == [("narrated", None)]


@pytest.mark.parametrize(("text", "expected"), KNOWN_ERRORS)
def test_a_known_error_stays_known(text: str, expected: list[Row]) -> None:
    assert read_rows(text, "de") == expected


def test_a_pronoun_is_the_last_speaker() -> None:
    claims = read_claims("Lohmann sagte, die Brücke sei gesperrt. „Sie öffnet im Mai“, fügte sie hinzu.", "de")
    assert [claim.attribution.speaker and claim.attribution.speaker.canonical for claim in claims] == ["Lohmann"] * 2


def test_a_paper_by_its_kind_is_the_one_named_before() -> None:
    claims = read_claims("Die Zeitung „Flussbote“ berichtet, die Brücke sei gesperrt. Das Blatt schreibt, ein Pfeiler sei gebrochen.", "de")
    assert [claim.attribution.speaker and claim.attribution.speaker.canonical for claim in claims] == ["Die Zeitung Flussbote"] * 2


def test_an_unnamed_source_keeps_the_stated_reason() -> None:
    (claim,) = read_claims("Ein Sprecher, der anonym bleiben wollte, sagte, die Lage sei ernst.", "de")
    assert claim.attribution.speaker is not None
    assert (claim.attribution.speaker.kind, claim.attribution.speaker.reason) == ("anonymous", "der anonym bleiben wollte")


@pytest.mark.parametrize(
    ("text", "is_report"), [("Die Stadt fordert den Bau der Brücke.", True), ("Die Stadt fördert den Bau der Brücke.", False)]
)
def test_an_umlaut_tells_two_verbs_apart(text: str, is_report: bool) -> None:
    (row,) = read_rows(text, "de")
    assert (row.mode != "narrated") == is_report


def test_a_relative_clause_after_a_comma_is_no_content() -> None:
    (row,) = read_rows("Am Montag kam der Minister, der die Brücke gebaut hat.", "de")
    assert row.mode == "narrated"


def test_lines_that_are_no_text_give_no_claims() -> None:
    text = "Brücke wird gesperrt\nFoto: dpa\nDie Brücke ist seit Montag gesperrt, teilte die Stadt mit.\nLesen Sie auch: Wie die Brücke entstand"
    assert [row.content for row in read_rows(text, "de")] == ["Brücke wird gesperrt", "Die Brücke ist seit Montag gesperrt"]
