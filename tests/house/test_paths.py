"""The files that a message passes are those that ARCHITECTURE.md tells of."""

import traceback
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

ROOT = Path(__file__).parents[2]
STORES = ["bot/use_cases/scoring/store_scores.py", "bot/storage/scoring/ledger.py"]


def passed(school: School, say) -> list[str]:
    """List the files of handlers, use cases and storage through which a score comes to be stored.

    The transaction around it is left out: it is the same for every message.
    """
    found: list[str] = []

    def look(_connection, _cursor, statement, *_more):
        if statement.startswith("INSERT INTO score "):
            paths = (Path(frame.filename) for frame in traceback.extract_stack())
            own = (str(path.relative_to(ROOT)) for path in paths if path.is_relative_to(ROOT))
            found.extend(
                path
                for path in dict.fromkeys(own)
                if path.startswith(("handlers", "bot/use_cases", "bot/storage/scoring"))
            )

    event.listen(school.engine, "before_cursor_execute", look)
    say()
    event.remove(school.engine, "before_cursor_execute", look)
    return found


@pytest.mark.parametrize(
    ("line", "handlers"),
    [
        ("jonas 10: 3v 4v", ["answering", "reading", "scoring/typing/line"]),
        ("✓ alone", ["answering", "scoring/tapping/saying"]),
    ],
)
def test_a_score_passes_as_few_files_as_is_told(own_school: School, line, handlers):
    own_school.likes_one_by_one("m1")
    own_school.say("m1", "/score jonas 8.1")
    act = own_school.tap if line.startswith("✓") else own_school.say
    told = [f"handlers/{name}.py" for name in handlers]
    assert passed(own_school, lambda: act("m1", line)) == [*told, *STORES]
    architecture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    five = architecture.partition("## Five messages")[2].partition("## Decisions")[0]
    assert all(path.removeprefix("bot/") in five for path in (*told, *STORES))
