"""Rosters: the columns of the order, in each language, whatever the spreadsheet."""

import csv
import io
from dataclasses import asdict
from typing import Any

import pytest

from bot.domain.importing.drafts import RosterRow
from bot.exchange.roster_csv import ALIASES, OPTIONAL, REQUIRED, read_roster
from bot.refusal import Refused
from tests.exchange.english import english

ENGLISH = {name: name for name in REQUIRED + OPTIONAL}
DUTCH = {
    "framework": "Referentiekader",
    "class_group": "Klasgroep",
    "student_id": "Lerende-ID",
    "student": "Lerende",
    "workplace": "Werkplek",
    "mentor_id": "Praktijkopleider ID",
    "mentor": "Praktijkopleider",
    "teacher_id": "Leerkrachtnummer",
    "teacher": "Naam leerkracht",
    "coach_id": "Competentiecoach_id",
    "coach": "Competentiecoach",
    "language": "Taal",
    "email": "E-mail",
    "mentor_email": "E-mailadres praktijkopleider",
    "teacher_email": "E-mail leerkracht",
    "coach_email": "Competentiecoach e-mail",
    "training_plan": "Opleidingsplan",
    "weekly_hours": "Uren per week",
    "lessons": "Lessen",
    "starts": "Startdatum",
    "ends": "Einddatum",
    "region": "Streek",
}
FRENCH = {
    "framework": "Référentiel",
    "class_group": "Classe",
    "student_id": "Numéro élève",
    "student": "Nom élève",
    "workplace": "Lieu de travail",
    "mentor_id": "Tuteur ID",
    "mentor": "Tuteur",
    "teacher_id": "ID enseignant",
    "teacher": "Enseignant",
    "coach_id": "Coach ID",
    "coach": "Coach",
    "language": "Langue",
    "email": "E-mail",
    "mentor_email": "E-mail tuteur",
    "teacher_email": "E-mail enseignant",
    "coach_email": "E-mail coach",
    "training_plan": "Plan de formation",
    "weekly_hours": "Heures par semaine",
    "lessons": "Heures de cours",
    "starts": "Date de début",
    "ends": "Date de fin",
}
GERMAN = {
    "framework": "Rahmenplan",
    "class_group": "Klasse",
    "student_id": "Azubi-Nummer",
    "student": "Azubi",
    "workplace": "Betrieb",
    "mentor_id": "Ausbilder ID",
    "mentor": "Ausbilder",
    "teacher_id": "Lehrkraft ID",
    "teacher": "Lehrkraft",
    "coach_id": "Lernbegleiter ID",
    "coach": "Lernbegleiter",
    "language": "Sprache",
    "email": "E-Mail",
    "mentor_email": "E-Mail Ausbilder",
    "teacher_email": "E-Mail Lehrkraft",
    "coach_email": "E-Mail Lernbegleiter",
    "training_plan": "Ausbildungsplan",
    "weekly_hours": "Stunden pro Woche",
    "lessons": "Unterricht",
    "starts": "Beginn",
    "ends": "Ende",
}
JONAS: dict[str, Any] = {
    "framework": "BK-0138-3",
    "class_group": "6EA",
    "student_id": "s1",
    "student": "Jonas Devrière",
    "workplace": "Käfer & Zn; de “Witte” – bv",
    "mentor_id": "m1|m2",
    "mentor": "Karim|Piet",
    "teacher_id": "t1",
    "teacher": "Els",
    "coach_id": "c1",
    "coach": "Lien",
    "language": "nl",
    "email": "jonas@school.example",
    "mentor_email": "karim@oven.example|",
    "teacher_email": "els@school.example",
    "coach_email": "",
    "training_plan": "Woningbouw",
    "weekly_hours": "20",
    "lessons": "ma 8:30, do 13:00",
    "starts": "1/9/2026",
    "ends": "30/6/2027",
}


def write(folder, headers, encoding, delimiter):
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerow([headers[name] for name in JONAS if name in headers])
    writer.writerow([value for name, value in JONAS.items() if name in headers])
    path = folder / "roster.csv"
    path.write_bytes(file.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize(
    "headers", [ENGLISH, DUTCH, FRENCH, GERMAN], ids=["english", "dutch", "french", "german"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_roster_comes_back_as_it_was_written(tmp_path, headers, encoding, delimiter):
    path = write(tmp_path, headers, encoding, delimiter)
    assert read_roster(path) == [RosterRow(2, **JONAS)]


def test_optional_columns_may_be_absent(tmp_path):
    headers = {name: name for name in REQUIRED}
    (row,) = read_roster(write(tmp_path, headers, "utf-8", ";"))
    assert row == RosterRow(2, **{name: JONAS[name] for name in REQUIRED})


@pytest.mark.parametrize("left_out", REQUIRED)
def test_each_required_column_is_missed(tmp_path, left_out):
    headers = {name: name for name in REQUIRED if name != left_out}
    path = write(tmp_path, headers, "utf-8", ",")
    with pytest.raises(Refused) as caught:
        read_roster(path)
    assert english(caught.value.text) == (
        f"roster.csv: its first line lacks these columns: {left_out}."
    )


def test_every_header_stands_for_a_column_of_a_row():
    assert set(ALIASES.values()) == set(REQUIRED + OPTIONAL)
    assert set(asdict(RosterRow(1))) == {"line", "surplus", *REQUIRED, *OPTIONAL}


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("leerling_id", "student_id"),
        ("cursistnummer", "student_id"),
        ("naam_student", "student"),
        ("mentorid", "mentor_id"),
        ("docent", "teacher"),
        ("id_lesgever", "teacher_id"),
        ("leerbedrijf", "workplace"),
        ("klas", "class_group"),
        ("opleiding", "framework"),
        ("uren", "weekly_hours"),
        ("e_mailadres", "email"),
        ("leerling_e_mail", "email"),
        ("mail_mentor", "mentor_email"),
    ],
)
def test_some_headers_that_schools_use(header, column):
    assert ALIASES[header] == column


def test_a_line_with_too_many_cells_is_marked(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(",".join(REQUIRED) + "\n" + ",".join("abcdefghijkl") + "\n")
    (row,) = read_roster(path)
    assert row.surplus
