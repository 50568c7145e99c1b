"""Lesson scenarios from CSV: one line per scenario, with headers in any of our languages."""

from pathlib import Path

from bot.exchange.csv_files import aliases_of, read_table
from bot.exchange.planning.columns import PROGRAMME_COLUMN
from bot.use_cases.planning.scenarios.import_scenarios import ScenarioRow

_COLUMNS: dict[str, tuple[str, ...]] = {
    "title": (
        "scenario",
        "titel",
        "lesscenario",
        "naam",
        "name",
        "titre",
        "nom",
        "szenario",
        "unterrichtsszenario",
    ),
    "serves": (
        "competences",
        "competence",
        "competenties",
        "competentie",
        "indicators",
        "indicatoren",
        "for",
        "voor",
        "serves_indicators",
        "pour",
        "fur",
        "dient",
    ),
    "place": (
        "link",
        "url",
        "where",
        "where_it_lies",
        "waar",
        "plaats",
        "vindplaats",
        "location",
        "lien",
        "lieu",
        "ou",
        "ort",
        "fundort",
    ),
    "sessions": (
        "sessions_needed",
        "sessies",
        "lessen",
        "aantal_sessies",
        "aantal_lessen",
        "seances",
        "cours",
        "termine",
    ),
    "programme": PROGRAMME_COLUMN,
}

ALIASES = aliases_of(_COLUMNS)


def read_scenarios(path: Path) -> list[ScenarioRow]:
    """Read a file's lines as they stand; which of them are good is for the import to say.

    Raises Refused for a file that cannot be read, or has no column for title or what it serves.
    """
    return [
        ScenarioRow(
            line.number,
            line["serves"],
            line["title"],
            line["place"],
            line["sessions"],
            line["programme"],
        )
        for line in read_table(path, ALIASES, ("title", "serves"))
    ]
