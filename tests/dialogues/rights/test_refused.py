"""A look outside one's own tracks is impossible: nothing is read, so no row says that it was."""

import inspect
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SIGHT, Level
from bot.ports.evaluating.workplace import WorkplaceReads
from bot.ports.periods.photos import FilmReads
from bot.ports.reflecting.answers import AnswerReads
from bot.ports.scoring import ClassReads, Reads
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.databases import SchoolOn, connected
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.test_no_look_is_forgotten import Asking, asking, spoken, walked
from tests.dialogues.school import School

__all__ = ["own_school"]

ROLES = {"s1": Role.STUDENT, "m1": Role.MENTOR, "t1": Role.TEACHER, "c1": Role.COACH}
STRANGERS = ("s2", "s3", "m2")

PORTS: dict[str, type] = {
    "reads": Reads,
    "class_reads": ClassReads,
    "film_reads": FilmReads,
    "answer_reads": AnswerReads,
    "workplace_reads": WorkplaceReads,
}
READS = [
    (part, name)
    for part, port in PORTS.items()
    for name, method in vars(port).items()
    if not name.startswith("_") and inspect.isfunction(method)
]
PAST = datetime(2026, 1, 1, tzinfo=UTC)
LATER = datetime(2027, 6, 1, tzinfo=UTC)

ASKED: dict[str, Any] = {
    "track_id": 1,
    "tracks": [1],
    "track_ids": [1],
    "competence_id": 2,
    "role": Role.MENTOR,
    "photo_id": 2,
    "period_id": 2,
    "answer_id": 1,
    "at_most": 10,
    "since": PAST,
    "council_since": PAST,
    "until": LATER,
    "at": LATER,
    "photos": [],
}
"""What each read is asked for, by the name of the value: all of it is Jonas'."""

NOTHING = {"list_pursued", "list_entered", "read_not_here"}
"""The reads for which nothing is there in this school; all others look at something."""


def read(uow: StoredUnitOfWork, part: str, name: str, viewer_id: int) -> Any:
    method = getattr(uow, part), getattr(getattr(uow, part), name)
    wanted = inspect.signature(getattr(PORTS[part], name)).parameters
    assert next(iter([*wanted][1:])) == "viewer_id", "every read for a person begins with whose"
    values = {
        value: ASKED[value]
        for value, parameter in wanted.items()
        if value in ASKED and (parameter.default is parameter.empty or value == "council_since")
    }
    return method[1](viewer_id, **values)


def test_every_read_for_a_person_gives_a_stranger_nothing(own_school: School):
    school = spoken(own_school)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        given = {
            (part, name): {
                who: bool(read(uow, part, name, school.people[who].person_id))
                for who in (*ROLES, *STRANGERS)
            }
            for part, name in READS
        }
    for where, found in given.items():
        assert not any(found[who] for who in STRANGERS), where
    assert {name for (_part, name), found in given.items() if not any(found.values())} == NOTHING


@pytest.mark.parametrize("who", ROLES)
def test_a_read_gives_what_the_visibility_table_grants_and_counts_it_in(
    own_school: School, who: str
):
    school = spoken(own_school)
    level = SIGHT[ROLES[who], Role.MENTOR].level
    with school.engine.begin() as connection:
        for part, name in READS:
            uow = StoredUnitOfWork(connection)
            found = read(uow, part, name, school.people[who].person_id)
            counted = bool(uow.glimpses.read_all())
            assert counted <= bool(found), (part, name)
        uow = StoredUnitOfWork(connection)
        marks = read(uow, "reads", "read_perspective", school.people[who].person_id)
        assert bool(marks) == (level >= Level.INDICATORS) == bool(uow.glimpses.read_all())


@pytest.mark.slow
def test_no_command_and_no_button_lets_a_stranger_look(school_on: SchoolOn):
    with connected(school_on("sqlite", "en")) as engine:
        school = spoken(School(engine).found())
        with asking(engine, school, "c1") as coach:
            said = sorted({path[-1] for path, _heard in walked(coach)})
        for who in STRANGERS:
            with asking(engine, school, who) as stranger:
                opened = {word: opened_by(stranger, word) for word in said}
            assert [word for word, tracks in opened.items() if 1 in tracks] == []


def opened_by(asking: Asking, word: str) -> set[int]:
    """Say or tap something; gives of which tracks anything was opened by it."""
    with asking.asked(word) as heard:
        return {track for track, _what in heard.opened}
