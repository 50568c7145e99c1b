"""docs/kept.md says what is kept, table by table, as the privacy table declares it.

Where that changes: KOMPAAN_PAGES=write .venv/bin/pytest tests/house/test_kept.py writes it anew.
"""

import os
from pathlib import Path

from bot.domain.rights.declared import DeclaredTable, Fate, Kind, Tie
from bot.storage.rights.declared import DECLARED

PAGE = Path(__file__).parents[2] / "docs" / "kept.md"

HEAD = """\
# What is kept

Every table in which something of people stands, as the program declares it, for
[privacy](privacy.md): of whom it is, whether it stands in their file of `/mydata`, and what becomes
of it when they are erased. A test holds this page against the declarations, and those against the
database.

| what | of whom | in their file | when they are erased |
|---|---|---|---|
"""

WHOSE = {
    "student_id": "the student",
    "author_id": "who said it",
    "person_id": "the person",
    "id": "the person",
}
BECOMES = {
    Fate.GOES: "it goes",
    Fate.NAMELESS: "it stays without the name",
    Fate.KEPT: "it stays as it is",
}


def said_of(tie: Tie) -> tuple[str, str, str]:
    last = tie.path.rpartition(".")[2]
    why = f": {tie.why}" if tie.why and tie.fate is not Fate.GOES else ""
    whose = WHOSE.get(last, last.removesuffix("_id").replace("_", " "))
    return whose, "yes" if tie.exported else "no", BECOMES[tie.fate] + why


def rows_of(table: DeclaredTable) -> str:
    parts = zip(*(said_of(tie) for tie in table.ties), strict=True)
    return f"| {table.about} | {' | '.join('; '.join(part) for part in parts)} |"


def written() -> str:
    about_people = [table for table in DECLARED.values() if table.is_about_people]
    others = sorted(table.about for table in DECLARED.values() if not table.is_about_people)
    words = sum(
        column.kind is Kind.WORDS for table in about_people for column in table.columns.values()
    )
    return (
        HEAD
        + "\n".join(map(rows_of, about_people))
        + f"\n\nIn {words} columns of these stand words that somebody typed, or names.\n\n"
        + f"Of nobody: {', '.join(others)}.\n"
    )


def test_the_page_says_what_is_declared():
    if os.environ.get("KOMPAAN_PAGES") == "write":
        PAGE.write_text(written())
    assert PAGE.read_text() == written()


def test_every_table_that_is_declared_stands_on_it():
    page = PAGE.read_text()
    assert [table.name for table in DECLARED.values() if table.about not in page] == []
