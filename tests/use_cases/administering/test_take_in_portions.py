"""By portions or in one go: what is stored is the same, whatever the lines build on each other."""

from dataclasses import replace

import pytest

from bot.storage.columns import metadata
from bot.use_cases.administering.files.take_in_portions import (
    part_in_portions,
    settle_lessons,
    take_in_portion,
)
from bot.use_cases.importing.import_roster import rehearse_roster
from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, in_memory, school

ROWS = [
    replace(JONAS, lessons="mon 8:30"),
    replace(NOOR, lessons="thu 9:00"),
    replace(JONAS, line=4, workplace="The Mill", mentor_id="m2", mentor="An Maes"),
    replace(NOOR, line=5, student_id="s3", student="Amir Nys", class_group="6B", mentor=""),
    # A third workplace of the first line's student, far below it.
    replace(
        JONAS, line=6, workplace="The Shop", mentor_id="m3", mentor="Ria Bos", lessons="fri 10:00"
    ),
    replace(NOOR, line=7, student_id="s4", student="Bo Smet", framework="NONE"),
    replace(NOOR, line=8, student_id="s5", student="Lotte De Wit", email="lotte@example.org"),
]

SAME = {
    "person": "SELECT school_id, name, email, called, guardian FROM person ORDER BY school_id",
    "group": (
        "SELECT school_id, class_group.name FROM track JOIN person ON person.id = student_id"
        " JOIN class_group ON class_group.id = class_group_id ORDER BY school_id"
    ),
    "placement": (
        "SELECT school_id, workplace.name, training_plan, weekly_hours, ended_at FROM placement"
        " JOIN track ON track.id = track_id JOIN person ON person.id = student_id"
        " JOIN workplace ON workplace.id = workplace_id ORDER BY school_id, workplace.name"
    ),
    "lesson": "SELECT weekday, starts FROM lesson_time ORDER BY weekday, starts",
}


def enrolled(own):
    return {**{name: own.rows(asked) for name, asked in SAME.items()}, "around": own.around()}


@pytest.mark.parametrize("at_most", [1, 2, 3, 100])
def test_portions_store_what_one_go_stores(at_most):
    with in_memory() as connection, in_memory() as another:
        whole, parted = school(connection), school(another)
        whole.learn(BAKER)
        parted.learn(BAKER)
        told = whole.enrol(*ROWS)
        report, good = rehearse_roster(parted.catalogue, parted.organisation, ROWS)
        assert report == told
        for portion in part_in_portions(good, at_most):
            take_in_portion(parted.catalogue, parted.organisation.id, portion)
        settle_lessons(parted.catalogue, parted.organisation.id, good)
        assert enrolled(parted) == enrolled(whole)
        assert enrolled(whole)["lesson"] == [(0, "08:30"), (3, "09:00"), (4, "10:00")]


def test_a_portion_that_is_written_twice_changes_nothing():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        _report, good = rehearse_roster(own.catalogue, own.organisation, ROWS)
        for portion in part_in_portions(good, 2):
            take_in_portion(own.catalogue, own.organisation.id, portion)
        before = own.everything()
        for portion in part_in_portions(good, 2):
            take_in_portion(own.catalogue, own.organisation.id, portion)
        assert own.everything() == before
        assert before.keys() == metadata.tables.keys()


def test_lines_of_one_student_stay_together_and_none_is_lost():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        _report, good = rehearse_roster(own.catalogue, own.organisation, ROWS)
    portions = list(part_in_portions(good, 2))
    assert sorted(line.line for portion in portions for line in portion) == [2, 3, 4, 5, 6, 8]
    held = [{line.student for line in portion} for portion in portions]
    assert sum(map(len, held)) == len({student for students in held for student in students})
