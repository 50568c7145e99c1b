"""What a late line of a whole class costs does not grow with what was said before it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.ports.importing import OrganisationRow
from bot.storage.budget import Meter
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.school import School, roster
from tests.storage.scoring.test_history import metered

CLASS = 12
LINES = ("9L 10 all l s", "9L 10 all l", "9L 10 all r", "9L 10 all x n")
STEPS = 1_000
"""So many of SQLite's own steps are one tick of its work."""

# All that was ever said, said as often again: a minute apart, before what was said last.
AGAIN = text("""
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :times)
INSERT INTO score (organisation_id, entry_id, track_id, competence_id, indicator_id, role,
    author_id, placement_id, mastery, coverage, tally, not_here, said_at)
SELECT organisation_id, entry_id, track_id, competence_id, indicator_id, role,
    author_id, placement_id, mastery, coverage, tally, not_here, said_at
FROM score, n
""")


@pytest.fixture
def taught(own_school: School) -> School:
    """The school, with a class whose teacher has a colleague in it."""
    with own_school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        here = OrganisationRow("School", "en", "Europe/Brussels", id=1)
        row = replace(roster()[2], class_group="9L")
        many = [
            replace(row, line=number + 2, student_id=f"x{number}", student=f"Voor{number} Achter")
            for number in range(CLASS)
        ]
        also = [
            replace(row, workplace="Elders bv", teacher_id="t2", teacher="Tom Claes")
            for row in many
        ]
        assert not import_roster(catalogue, here, [*many, *also]).rejected
    return own_school.found()


def test_a_late_line_of_a_class_costs_the_same_after_fifty(taught: School):
    school = taught
    school.say("t1", "9L 10 all v r")
    school.tap("t1", "store for 9L")
    school.later(days=-3)
    first = {line: cost(school, line) for line in LINES}
    with school.engine.begin() as connection:
        connection.execute(AGAIN, {"times": 20})
    for line, (statements, rows, steps) in first.items():
        later = cost(school, line)
        assert later[0] == statements, line
        assert 0 < later[1] <= rows + 10, line
        assert later[2] < steps * 1.2, line


def cost(school: School, line: str) -> tuple[int, int, int]:
    """Say a line and store it; tells statements, rows, and on SQLite its own steps."""
    with metered() as meter, school.statements() as asked, stepping() as steps:
        school.say("t1", line)
        for label in school.buttons("t1"):
            if label.startswith("store"):
                assert f"Stored for {CLASS} students" in school.tapped("t1", label)
                break
        else:
            raise AssertionError("nothing to tap")
    return len(asked), meter.rows, len(steps)


@contextmanager
def stepping() -> Iterator[list[int]]:
    """Count how often it is asked whether an update was too much.

    That is with each statement, and on SQLite after so many of its own steps.
    """
    asked: list[int] = []
    spent: Callable[[Meter], bool] = vars(Meter)["is_spent"].fget

    def counted(self: Meter) -> bool:
        asked.append(self.statements)
        return spent(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.storage.budget._STEPS", STEPS)
        patch.setattr(Meter, "is_spent", property(counted))
        yield asked
