"""Activity lists from CSV: one line per activity, with headers in any of our languages."""

from pathlib import Path

from bot.domain.importing.activity_rows import ActivityRow
from bot.exchange.csv_files import aliases_of, read_table

_COLUMNS: dict[str, tuple[str, ...]] = {
    "workplace": (
        "company",
        "werkplek",
        "leerbedrijf",
        "bedrijf",
        "onderneming",
        "lieu_de_travail",
        "entreprise",
        "betrieb",
    ),
    "framework": (
        "programme",
        "program",
        "referentiekader",
        "kader",
        "beroepskwalificatie",
        "kwalificatie",
        "opleiding",
        "referentiel",
        "formation",
        "rahmenplan",
        "ausbildung",
    ),
    "activity": ("title", "activiteit", "titel", "activite", "titre", "tatigkeit", "taetigkeit"),
    "competences": ("competence", "competenties", "competentie", "kompetenzen", "kompetenz"),
    "contexts": ("context", "contexten", "contexte", "contextes", "kontext", "kontexte"),
    "recognised_until": (
        "recognized_until",
        "recognition_until",
        "recognition_ends",
        "erkend_tot",
        "erkenning_tot",
        "einde_erkenning",
        "reconnu_jusqu_au",
        "anerkannt_bis",
    ),
}

ALIASES = aliases_of(_COLUMNS)


def read_activities(path: Path) -> list[ActivityRow]:
    """Read a file's lines as they stand; which of them are good is for the import to say.

    Raises Refused for a file that cannot be read, or has no column for workplace or activity.
    """
    return [
        ActivityRow(
            line.number, **{column: line[column] for column in _COLUMNS}, surplus=line.surplus
        )
        for line in read_table(path, ALIASES, ("workplace", "activity"))
    ]
