"""Any rosters at all: twice is once, roles stay apart, a dry run tells the truth."""

import csv
import io
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.exchange.roster_csv import OPTIONAL, REQUIRED, read_roster
from tests.use_cases.importing.imports import BAKER, JONAS, counts, in_memory, school

PEOPLE = st.sampled_from(["p1", "p2", "p3", "p4", "p5", "p6"])
CELL = st.lists(PEOPLE, max_size=2, unique=True).map("|".join)


def row(**cells: Any):
    """A row in which everybody is called after the id."""
    for role in ("student", "mentor", "teacher", "coach"):
        ids = cells[f"{role}_id"].split("|")
        cells[role] = "|".join(f"Name {school_id}" for school_id in ids if school_id)
    return replace(JONAS, **cells)


ROWS = st.lists(
    st.builds(
        row,
        student_id=PEOPLE,
        class_group=st.sampled_from(["6A", "6B"]),
        workplace=st.sampled_from(["Oven", "Mill"]),
        mentor_id=CELL,
        teacher_id=CELL,
        coach_id=CELL,
        language=st.sampled_from(["", "nl", "en", "xx"]),
        weekly_hours=st.sampled_from(["", "20", "99"]),
        lessons=st.sampled_from(["", "mon 8:30", "ma 8u30, do 13:00", "noon"]),
    ),
    max_size=6,
)


def numbered(rows):
    return [replace(row, line=line) for line, row in enumerate(rows, 2)]


@settings(max_examples=min(40, settings().max_examples))
@given(first=ROWS.map(numbered), second=ROWS.map(numbered))
def test_whatever_comes_a_second_time_changes_nothing_and_roles_stay_apart(first, second):
    with in_memory() as connection:
        oven = school(connection)
        oven.learn(BAKER)
        oven.enrol(*first)
        rehearsed = oven.enrol(*second, dry_run=True)
        report = oven.enrol(*second)
        assert rehearsed == report
        before = oven.everything()
        good = {row.line for row in second} - {left.line for left in report.rejected}
        again = oven.enrol(*(row for row in second if row.line in good))
        assert again.rejected == ()
        assert set(counts(again)) <= {"unchanged"}
        assert oven.everything() == before
        roles: dict[tuple[str, str], set[str]] = {}
        for student, one, role in oven.around():
            assert one != student
            roles.setdefault((student, one), set()).add(role)
        assert not any(both >= {"mentor", "teacher"} for both in roles.values())


@given(st.data())
def test_every_row_that_a_file_holds_is_accounted_for(tmp_path_factory, data):
    rows = data.draw(ROWS.map(numbered))
    file = io.StringIO()
    writer = csv.writer(file, delimiter=data.draw(st.sampled_from(";,\t")))
    writer.writerow(REQUIRED + OPTIONAL)
    writer.writerows([getattr(row, name) for name in REQUIRED + OPTIONAL] for row in rows)
    path = tmp_path_factory.getbasetemp() / "hypothesis.csv"
    path.write_bytes(file.getvalue().encode())
    if rows:
        assert read_roster(path) == rows
