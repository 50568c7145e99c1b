"""Contexts from CSV: one line per context, with headers in any of our languages."""

from pathlib import Path

from bot.exchange.csv_files import aliases_of, read_table
from bot.exchange.planning.columns import PROGRAMME_COLUMN
from bot.use_cases.planning.contexts.import_contexts import ContextLine

_COLUMNS: dict[str, tuple[str, ...]] = {
    "title": (
        "context",
        "titel",
        "naam",
        "name",
        "werk",
        "omschrijving",
        "contexte",
        "titre",
        "nom",
        "kontext",
    ),
    "number": ("no", "nr", "nummer", "context_number", "contextnummer", "numero"),
    "starts": ("start", "starten", "begint", "begint_met", "start_met", "commence", "beginnt"),
    "develops": (
        "ontwikkelt",
        "ontwikkelt_verder",
        "groeit_verder",
        "verder",
        "develop",
        "developpe",
        "continue",
        "entwickelt",
        "wachst_weiter",
    ),
    "programme": PROGRAMME_COLUMN,
}

ALIASES = aliases_of(_COLUMNS)


def read_contexts(path: Path) -> list[ContextLine]:
    """Read a file's lines as they stand; which of them are good is for the import to say.

    Raises Refused for a file that cannot be read, or has no column for the title.
    """
    return [
        ContextLine(line.number, **{column: line[column] for column in _COLUMNS})
        for line in read_table(path, ALIASES, ("title",))
    ]
