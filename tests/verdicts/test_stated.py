"""Bare statements that report something as said or denied."""

from __future__ import annotations

import pytest

from claimcmp import Verdict, judge, judge_many
from claimcmp.records import Sense
from claimcmp.settings import Settings
from claimcmp.verdicts.stated import read_stated
from claimcmp.verdicts.statements import read_statement

DENIED = [
    ("ar, verb first", "أعلنت البلدية إغلاق الجسر القديم", "نفت البلدية إغلاق الجسر القديم"),
    ("ar, subject first", "الشركة تبيع أسطول الحافلات", "الشركة تنفي بيع أسطول الحافلات"),
    ("en", "The museum confirmed the theft of the crown", "The museum denied the theft of the crown"),
    ("en, the act itself", "Harbour police arrested two divers", "Harbour police deny they arrested two divers"),
    ("ru", "Музей подтвердил кражу короны", "Музей опроверг кражу короны"),
    ("ru, neuter", "Министерство подтвердило закрытие порта", "Министерство опровергло закрытие порта"),
    ("ru, behind a comma", "Тренер признался, что подкупил судью", "Тренер отрицает, что подкупил судью"),
    ("fr", "Le musée a confirmé le vol de la couronne", "Le musée a démenti le vol de la couronne"),
    ("es", "El museo confirmó el robo de la corona", "El museo desmintió el robo de la corona"),
    ("de", "Das Museum bestätigte den Diebstahl der Krone", "Das Museum dementierte den Diebstahl der Krone"),
    ("tr", "Müze tacın çalındığını doğruladı", "Müze tacın çalındığını yalanladı"),
    ("fa", "موزه از دزدیده شدن تاج خبر داد", "موزه دزدیده شدن تاج را تکذیب کرد"),
]


@pytest.mark.parametrize(("description", "left", "right"), DENIED, ids=[row[0] for row in DENIED])
def test_what_one_statement_reports_as_denied_and_the_other_says_is_a_conflict(description: str, left: str, right: str) -> None:
    finding, mirrored = judge_many([(left, right), (right, left)], judge="rules")
    assert (finding.verdict, finding.rule) == (Verdict.CONFLICT, "conflict_denied_report")
    assert (mirrored.verdict, mirrored.confidence) == (finding.verdict, finding.confidence)


KEPT = [
    ("only the source is shared", "نفت وزارة الدفاع مقتل القائد", "وزارة الدفاع تعلن تدريبات جديدة"),
    ("only half is said", "The museum denied the theft of the crown", "The museum shows the crown of a king"),
    ("both deny", "The museum denied the theft of the crown", "The museum again denied the theft of the crown on Friday"),
    ("it is asked for", "The ministry denied the closure of the school", "The parents demand the closure of the school"),
]


@pytest.mark.parametrize(("description", "left", "right"), KEPT, ids=[row[0] for row in KEPT])
def test_a_denial_of_something_else_is_no_conflict(description: str, left: str, right: str) -> None:
    assert judge(left, right, judge="rules").verdict is not Verdict.CONFLICT


ALIKE = [
    ("ar", "نفى المدير تلقي هدايا", "المدير يقول إنه لم يتلق أي هدايا"),
    ("en", "The coach denies paying the referee", "The coach said he never paid the referee"),
    ("ru", "Тренер отрицает, что платил судье", "Тренер заявил, что никогда не платил судье"),
    ("fr", "L'entraîneur nie avoir payé l'arbitre", "L'entraîneur affirme n'avoir jamais payé l'arbitre"),
    ("es", "El entrenador niega haber pagado al árbitro", "El entrenador asegura que nunca pagó al árbitro"),
    ("de", "Der Trainer bestreitet, den Schiedsrichter bezahlt zu haben", "Der Trainer sagte, er habe den Schiedsrichter nie bezahlt"),
    ("tr", "Antrenör hakeme para verdiğini yalanladı", "Antrenör hakeme hiç para vermediğini söyledi"),
    ("fr and en", "Le club dément avoir vendu le stade", "The club says it did not sell the stadium"),
]


@pytest.mark.parametrize(("language", "left", "right"), ALIKE, ids=[row[0] for row in ALIKE])
def test_a_denial_and_a_negation_of_the_same_are_no_conflict(language: str, left: str, right: str) -> None:
    assert judge(left, right).verdict is Verdict.AGREEMENT


def test_a_statement_that_reports_two_things_is_not_read_as_one() -> None:
    statement = read_statement("The mayor denied the theft and the judge said the case was closed", None, Settings())
    assert read_stated(statement, Settings()) is None


def test_a_denial_whose_source_is_not_told_apart_is_read_with_it() -> None:
    stated = read_stated(read_statement("نفى المدير تلقي هدايا", None, Settings()), Settings())
    assert stated is not None
    assert (stated.sense, stated.has_source) == (Sense.DENIES, True)
