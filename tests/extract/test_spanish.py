"""Who says what in Spanish: one case a line, in our own sentences."""

from __future__ import annotations

import pytest

from tests.extract.reading import Row, own, read_claims, read_rows

CASES = [
    (
        "La prensa citó a una barquera que dijo que el puente cede.",
        [own("La prensa citó a una barquera"), Row("el puente cede", "una barquera")],
    ),
    (
        "Dos personas cayeron al agua en una pelea con barqueros que rechazan el peaje.",
        [own("Dos personas cayeron al agua en una pelea con barqueros que rechazan el peaje")],
    ),
    ("La alcaldesa aseguró el lunes que el puente abrirá.", [Row("el puente abrirá", "La alcaldesa")]),
    ("La alcaldesa ha dicho este martes que España abrirá el puente.", [Row("España abrirá el puente", "La alcaldesa")]),
    ("La policía informó el 3 de marzo de que el puente abrirá.", [Row("el puente abrirá", "La policía")]),
    (
        "La alcaldesa anunció el lunes una medida que divide la ciudad.",
        [own("La alcaldesa anunció el lunes una medida que divide la ciudad")],
    ),
    ("El alcalde dijo que el puente abrirá el viernes.", [Row("el puente abrirá el viernes", "El alcalde")]),
    (
        "«El puente está abierto», dijo este lunes el alcalde de Riosol, Juan Peña.",
        [Row("«El puente está abierto»", "el alcalde de Riosol, Juan Peña", mode="direct")],
    ),
    (
        '"El puente está abierto", afirmó Peña, "y seguirá así".',
        [Row('"El puente está abierto", afirmó Peña, "y seguirá así"', "Peña", mode="direct")],
    ),
    ("El puente está abierto, según la policía.", [Row("El puente está abierto", "la policía")]),
    ("Según el Ministerio de Transportes, el puente está abierto.", [Row("el puente está abierto", "el Ministerio de Transportes")]),
    (
        "De acuerdo con un funcionario que pidió no ser identificado, el puente está cerrado.",
        [Row("el puente está cerrado", "un funcionario")],
    ),
    ("El puente está cerrado, anunció el martes el ministerio.", [Row("El puente está cerrado", "el ministerio")]),
    ("El puente está cerrado, informó EFE citando fuentes policiales.", [Row("El puente está cerrado", "fuentes policiales", ("EFE",))]),
    ("Como indicó la alcaldía, el puente está cerrado.", [Row("el puente está cerrado", "la alcaldía")]),
    ("Según informó la alcaldía, el puente está cerrado.", [Row("el puente está cerrado", "la alcaldía")]),
    ("Peña dijo a Reuters que el puente estaba cerrado.", [Row("el puente estaba cerrado", "Peña", ("Reuters",))]),
    ("Peña declaró al diario El País que dimitía.", [Row("dimitía", "Peña", ("diario El País",))]),
    (
        "Peña aseguró que el puente es seguro y añadió que las obras han terminado.",
        [Row("el puente es seguro", "Peña"), Row("las obras han terminado", "Peña")],
    ),
    (
        "Peña aseguró que el puente es seguro, añadiendo que las obras han terminado.",
        [Row("el puente es seguro", "Peña"), Row("las obras han terminado", "Peña")],
    ),
    ("Dijo que el puente estaba cerrado.", [Row("el puente estaba cerrado")]),
    ("Peña negó que el puente sea peligroso.", [Row("el puente sea peligroso", "Peña", sense="denies")]),
    ("Peña rechazó las acusaciones.", [Row("las acusaciones", "Peña", sense="denies")]),
    ("El ministro pidió calma.", [Row("calma", "El ministro", sense="calls_for")]),
    ("El ministro instó a los vecinos a abandonar la zona.", [Row("a los vecinos a abandonar la zona", "El ministro", sense="calls_for")]),
    ("El ayuntamiento advirtió de nuevas crecidas.", [Row("nuevas crecidas", "El ayuntamiento", sense="warns")]),
    ("Peña acusó a la empresa de negligencia.", [Row("a la empresa de negligencia", "Peña", sense="accuses")]),
    ("La alcaldía prometió reconstruir el puente.", [Row("reconstruir el puente", "La alcaldía", sense="promises")]),
    ("Un periodista preguntó si el puente aguantaría.", [Row("si el puente aguantaría", "Un periodista", sense="asks")]),
    ("Peña no descartó que el puente cierre.", [Row("el puente cierre", "Peña")]),
    ("Juan Peña: «El puente aguantará»", [Row("«El puente aguantará»", "Juan Peña", mode="direct")]),
    ("La alcaldesa, que dirige la ciudad desde 2014, dijo que el puente aguantaría.", [Row("el puente aguantaría", "La alcaldesa")]),
    ("En un comunicado, el ministerio indicó que había dos heridos.", [Row("había dos heridos", "el ministerio")]),
    ("En rueda de prensa, el ministro ha dicho que hay dos heridos.", [Row("hay dos heridos", "el ministro")]),
    ("Este lunes dijo el ministro que el puente está cerrado.", [Row("el puente está cerrado", "el ministro")]),
    ("Peña calificó la decisión de «escandalosa».", [Row("«escandalosa»", "Peña", mode="direct")]),
    ("El puente presuntamente se hundió.", [Row("El puente presuntamente se hundió")]),
    ("El puente, dijo el alcalde, seguirá abierto.", [Row("El puente, dijo el alcalde, seguirá abierto", "el alcalde")]),
    (
        "Mientras Peña afirma que el puente es seguro, los ingenieros dicen que está agrietado.",
        [Row("el puente es seguro", "Peña"), Row("está agrietado", "los ingenieros")],
    ),
    (
        "El funcionario dijo que Peña había anunciado que el puente estaba cerrado.",
        [
            Row("Peña había anunciado que el puente estaba cerrado", "El funcionario"),
            Row("el puente estaba cerrado", "Peña", ("El funcionario",)),
        ],
    ),
    (
        "El portavoz del Gobierno, Luis Rey, confirmó que el puente está cerrado.",
        [Row("el puente está cerrado", "El portavoz del Gobierno, Luis Rey")],
    ),
    ("«Es un error», opina Paula Garro, ingeniera.", [Row("«Es un error»", "Paula Garro", mode="direct")]),
    ("Un estudio muestra que el río sube.", [Row("el río sube", "Un estudio")]),
    ("El ministro, en declaraciones a la cadena SER, aseguró que no dimitirá.", [Row("no dimitirá", "El ministro")]),
    ("Preguntado por el puente, respondió: «Aguantará».", [Row("«Aguantará»", mode="direct")]),
    ("Fuentes del ministerio señalaron que el puente está cerrado.", [Row("el puente está cerrado", "Fuentes del ministerio")]),
    ("El alcalde dijo estar dispuesto a negociar.", [Row("estar dispuesto a negociar", "El alcalde")]),
    (
        "El secretario general de la ONU, Marcos Vidal, advirtió que la ayuda no llega.",
        [Row("la ayuda no llega", "El secretario general de la ONU, Marcos Vidal", sense="warns")],
    ),
    ("También señaló que la situación mejora.", [Row("la situación mejora")]),
    ("«Nos quedaremos», repitió.", [Row("«Nos quedaremos»", mode="direct")]),
    ('"No hay agua", denunció la vecina Rosa Marín.', [Row('"No hay agua"', "la vecina Rosa Marín", mode="direct", sense="accuses")]),
    ("El puente cerrará, según dijo a EFE el alcalde.", [Row("El puente cerrará", "el alcalde", ("EFE",))]),
    ("La directora explicó a la prensa por qué cerró el museo.", [Row("por qué cerró el museo", "La directora")]),
    (
        "El presidente de la empresa ha asegurado que «no habrá despidos».",
        [Row("«no habrá despidos»", "El presidente de la empresa", mode="direct")],
    ),
    (
        "El presidente agradeció a los médicos su trabajo y anunció que el hospital recibirá fondos.",
        [own("El presidente agradeció a los médicos su trabajo"), Row("el hospital recibirá fondos", "El presidente")],
    ),
    ("Según fuentes cercanas al caso, la venta se ha cancelado.", [Row("la venta se ha cancelado", "fuentes cercanas al caso")]),
    (
        "«No subirán los impuestos», recalcó este martes en la Cadena SER la ministra de Hacienda, Elena Ruiz.",
        [Row("«No subirán los impuestos»", "la ministra de Hacienda, Elena Ruiz", ("Cadena SER",), mode="direct")],
    ),
    ("A juicio del economista Juan Valle, la deuda es sostenible.", [Row("la deuda es sostenible", "economista Juan Valle")]),
    ("Los expertos temen que suban los precios.", [Row("suban los precios", "Los expertos")]),
    ("La oposición denunció un «golpe de mano».", [Row("un «golpe de mano»", "La oposición", mode="mixed", sense="accuses")]),
    (
        "El canciller turco hizo saber que las negociaciones serán en Ankara.",
        [Row("las negociaciones serán en Ankara", "El canciller turco")],
    ),
    ("La Casa Rosada desmintió cualquier reunión.", [Row("cualquier reunión", "La Casa Rosada", sense="denies")]),
    ("El presidente consideró, en rueda de prensa, que el país está listo.", [Row("el país está listo", "El presidente")]),
    ("El país está listo, consideró el presidente durante una rueda de prensa.", [Row("El país está listo", "el presidente")]),
    ("Consultado por Reuters, el gobernador confirmó que la ruta está cortada.", [Row("la ruta está cortada", "el gobernador")]),
    (
        "«Tenemos miedo», cuenta a este diario una vecina del barrio.",
        [Row("«Tenemos miedo»", "una vecina del barrio", ("este diario",), mode="direct")],
    ),
    ("«La situación es grave», advierte la ONG.", [Row("«La situación es grave»", "la ONG", mode="direct", sense="warns")]),
    ("El Ejército dice haber derribado tres drones.", [Row("haber derribado tres drones", "El Ejército")]),
    (
        'El ministro explicó que "no hay plazos" y que la obra seguirá.',
        [Row('"no hay plazos" y que la obra seguirá', "El ministro", mode="mixed")],
    ),
    ("Las autoridades informaron que el incendio está controlado.", [Row("el incendio está controlado", "Las autoridades")]),
]

NEGATIVES = [
    "Peña no dijo que el puente estuviera cerrado.",
    "El puente se construyó en 1950.",
    "El anuncio sorprendió a los vecinos.",
    "El hombre que compró la casa la vendió ayer.",
    "El ministro anunció una medida que divide al partido.",
    "Se decidió que la reunión se aplazara.",
    "El consejo aprobó el presupuesto.",
    "El teatro «La Ola» cierra por obras.",
    "Nació en Sevilla y estudió derecho.",
    "Según la ley, el alcalde firma el contrato.",
    "Los vecinos salieron a la calle.",
    "La denuncia llegó tarde al juzgado.",
    "La cuenta asciende a cien euros.",
]

KNOWN_ERRORS = [
    pytest.param(
        "La policía informó de dos heridos.",
        [Row("dos heridos", "La policía")],
        marks=pytest.mark.xfail(strict=True, reason="informar also governs persons with the same preposition"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_gives_its_claims(text: str, expected: list[Row]) -> None:
    assert read_rows(text, "es") == expected


@pytest.mark.parametrize("text", NEGATIVES)
def test_what_nobody_is_said_to_have_said_is_the_outlets(text: str) -> None:
    assert [(row.mode, row.speaker) for row in read_rows(text, "es")] == [("narrated", None)]


@pytest.mark.parametrize(("text", "expected"), KNOWN_ERRORS)
def test_a_known_error_stays_known(text: str, expected: list[Row]) -> None:
    assert read_rows(text, "es") == expected


def test_a_left_out_subject_is_the_last_speaker() -> None:
    claims = read_claims("Peña dijo que el puente está cerrado. Añadió que abrirá en mayo.", "es")
    assert [claim.attribution.speaker and claim.attribution.speaker.canonical for claim in claims] == ["Peña"] * 2
    assert [claim.attribution.inherited for claim in claims] == [False, True]


def test_a_title_alone_is_its_holder() -> None:
    claims = read_claims("El ministro de Sanidad dijo que faltan camas. El ministro añadió que llegarán en mayo.", "es")
    assert [claim.attribution.speaker and claim.attribution.speaker.canonical for claim in claims] == ["El ministro de Sanidad"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Un funcionario que pidió no ser identificado dijo que faltan camas.",
        "Un funcionario, que pidió no ser identificado, dijo que faltan camas.",
    ],
)
def test_an_unnamed_source_keeps_the_stated_reason(text: str) -> None:
    (claim,) = read_claims(text, "es")
    assert claim.attribution.speaker is not None
    assert (claim.attribution.speaker.kind, claim.attribution.speaker.reason) == ("anonymous", "que pidió no ser identificado")


def test_an_accent_tells_a_verb_from_a_noun() -> None:
    (told,) = read_rows("El alcalde anunció que el puente abrirá.", "es")
    assert (told.content, told.speaker) == ("el puente abrirá", "El alcalde")
    (named,) = read_rows("El anuncio que hizo el alcalde sorprendió.", "es")
    assert named.mode == "narrated"


def test_lines_that_are_no_text_give_no_claims() -> None:
    text = "El puente cierra por obras\nFoto: EFE\nEl puente fue cerrado el lunes, anunció la alcaldía.\nLea también: cómo se construyó el puente"
    assert [row.content for row in read_rows(text, "es")] == ["El puente cierra por obras", "El puente fue cerrado el lunes"]
