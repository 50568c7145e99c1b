"""Rosters from CSV: one line per placement, with headers in any of our languages."""

import re
from pathlib import Path

from bot.domain.importing.drafts import RosterRow, tidy
from bot.exchange.csv_files import Aliases, CsvLine, aliases_of, parse_table
from bot.exchange.reading.files import read_text

REQUIRED = (
    "framework", "class_group", "student_id", "student", "workplace",
    "mentor_id", "mentor", "teacher_id", "teacher", "coach_id", "coach",
)  # fmt: skip
EMAILS = ("mentor_email", "teacher_email", "coach_email")
OPTIONAL = (
    "language",
    "email",
    *EMAILS,
    "training_plan",
    "weekly_hours",
    "lessons",
    "starts",
    "ends",
    "guardian",
    "region",
)

_PARTED = frozenset(REQUIRED + EMAILS) - {"framework", "workplace"}
_APART = re.compile("[\\s]*(?:[\r\n\v\f\u0085\u2028\u2029]+|;)\\s*")

_THINGS: dict[str, tuple[str, ...]] = {
    "framework": (
        "referentiekader", "kader", "beroepskwalificatie", "kwalificatie", "opleiding",
        "referentiel", "formation", "rahmenplan", "ausbildung",
    ),
    "class_group": ("class", "group", "klasgroep", "klas", "groep", "classe", "groupe", "klasse"),
    "workplace": (
        "company", "werkplek", "leerbedrijf", "bedrijf", "onderneming",
        "lieu_de_travail", "entreprise", "betrieb", "ausbildungsbetrieb",
    ),
    "language": ("taal", "voertaal", "langue", "sprache"),
    "email": ("e_mail", "mail", "email_address", "e_mailadres", "emailadres", "mailadres"),
    "training_plan": ("opleidingsplan", "trainingsplan", "plan_de_formation", "ausbildungsplan"),
    "lessons": (
        "lesson_times", "lessen", "lesuren", "lestijden", "cours", "heures_de_cours", "unterricht",
    ),
    "starts": (
        "starts_on", "start", "start_date", "begin", "begins", "from", "startdatum", "begindatum",
        "vanaf", "begint", "debut", "date_de_debut", "a_partir_du", "beginn", "beginnt",
        "anfang", "ab",
    ),
    "ends": (
        "ends_on", "end", "end_date", "until", "einde", "eindigt", "einddatum", "tot", "stopt",
        "fin", "date_de_fin", "jusqu_au", "ende", "endet", "enddatum", "bis",
    ),
    "guardian": (
        "guardian_needed", "needs_guardian", "ouder", "voogd", "ouder_nodig", "toestemming",
        "tuteur_legal", "accord_parental", "sorgeberechtigte", "einwilligung",
    ),
    "region": ("regio", "streek", "gebied", "gebiet", "bezirk"),
    "weekly_hours": (
        "hours", "hours_per_week", "uren", "uren_per_week", "weekuren", "urenperweek",
        "heures", "heures_par_semaine", "stunden", "wochenstunden", "stunden_pro_woche",
    ),
}  # fmt: skip
_PEOPLE: dict[str, tuple[str, ...]] = {
    "student": (
        "lerende", "leerling", "cursist", "eleve", "apprenti", "stagiaire", "apprenant",
        "etudiant", "azubi", "lehrling", "schuler", "schueler",
    ),
    "mentor": (
        "praktijkopleider", "mentoren", "tuteur", "maitre_de_stage", "ausbilder", "betreuer",
    ),
    "teacher": (
        "docent", "leraar", "leerkracht", "lesgever", "teachers", "docenten",
        "enseignant", "professeur", "formateur", "lehrkraft", "lehrer", "lehrperson",
    ),
    "coach": ("competentiecoach", "trajectbegeleider", "accompagnateur", "lernbegleiter"),
}  # fmt: skip
_IDS = (
    "{0}_id",
    "id_{0}",
    "{0}id",
    "{0}_nummer",
    "{0}_nr",
    "{0}nummer",
    "{0}_number",
    "numero_{0}",
)
_MAIL = ("email", "e_mail", "mail", "email_address", "e_mailadres", "emailadres", "mailadres")
_EMAILS = tuple(form.format("{0}", mail) for mail in _MAIL for form in ("{0}_{1}", "{1}_{0}"))
_NAMES = ("{0}", "{0}_name", "{0}_naam", "naam_{0}", "name_{0}", "nom_{0}")


def _aliases() -> Aliases:
    found = dict(aliases_of(_THINGS))
    for column, others in _PEOPLE.items():
        for word in (column, *others):
            found |= dict.fromkeys((form.format(word) for form in _IDS), f"{column}_id")
            found |= dict.fromkeys((form.format(word) for form in _NAMES), column)
            email = "email" if column == "student" else f"{column}_email"
            found |= dict.fromkeys((form.format(word) for form in _EMAILS), email)
    # A student's number, as the administration of a Flemish school calls it.
    return found | {"stamnummer": "student_id", "stamboeknummer": "student_id"}


ALIASES = _aliases()


def read_roster(path: Path) -> list[RosterRow]:
    """Read a roster's lines as they stand; which of them are good is for the import to say.

    Raises Refused for a file that cannot be read, or lacks a column of REQUIRED.
    """
    lines = parse_table(read_text(path), path.name, ALIASES, REQUIRED, _cell)
    return [_row(line) for line in lines]


def _cell(column: str, cell: str) -> str:
    """Read a cell; a line break or a semicolon parts several, as '|' does."""
    return tidy(_APART.sub("|", cell.strip())) if column in _PARTED else tidy(cell)


def _row(line: CsvLine) -> RosterRow:
    cells = {column: line[column] for column in REQUIRED + OPTIONAL}
    return RosterRow(line.number, **cells, surplus=line.surplus)
