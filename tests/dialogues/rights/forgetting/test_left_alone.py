"""Whom somebody who is forgotten leaves to nobody is said before, and the doctor names it."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from bot.domain.school.tracks import Role
from bot.ports.rights.alone import LeftAlone
from bot.ports.worlds import World
from bot.settings import Settings
from bot.storage.tables import involvement, placement
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import House
from bot.wiring.sealed.erasing import examined_forgetting
from tests.dialogues.clock import hear
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


def problems(school: School, tmp_path: Path) -> list[str]:
    url = school.engine.url.render_as_string(hide_password=False)
    house = House(Settings(database_url=url, signing_key_file=str(tmp_path / "kompaan.key")))
    with house.engine.begin():
        found = [own for own in examined_forgetting(house, school.at) if not own.good]
        said = [house.say(own.text) for own in found]
    house.engine.dispose()
    return said


def make_administrator(school: School, who: str) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people[who].person_id)
        assert person is not None
        uow.administrators.make(person, school.at)


def count_after(school: School, who: str) -> LeftAlone:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return uow.alone.count_after(school.people[who].person_id)


def test_the_only_coach_and_administrator_hears_what_is_left_to_nobody(own_school: School):
    school = own_school
    school.say("m1", "/incident jonas fell")
    school.tap("m1", "send it now")
    make_administrator(school, "c1")
    left = count_after(school, "c1")
    assert (left.incidents, left.administers) == (1, True)
    assert left.students > 1
    said = school.text("c1", "/forget")
    assert f"{left.students} students have no other coach: name another one first." in said
    assert "1 report of an incident was seen by nobody yet" in said
    assert "Nobody else is an administrator" in said
    for who in ("s1", "m1", "t1"):
        assert count_after(school, who) == LeftAlone()
        assert "no other coach" not in school.text(who, "/forget")


def test_who_decides_hears_it_too(own_school: School):
    school = own_school
    make_administrator(school, "t1")
    school.say("c1", "/forget")
    school.tap("c1", "I want to be forgotten")
    school.later(hours=26)
    school.say("c1", "/forget yes")
    hear(school)
    assert "no other coach" in school.text("t1", "/forget")
    assert "no other coach" in school.tapped("t1", "erase now")


def test_a_second_coach_leaves_nobody_alone(own_school: School):
    with own_school.engine.begin() as connection:
        coach = own_school.people["c1"].person_id
        connection.execute(
            update(involvement)
            .where(involvement.c.role == Role.TEACHER.value)
            .values(role=Role.COACH.value)
        )
        assert coach
    assert count_after(own_school, "c1").students == 0


@pytest.mark.parametrize(("days", "named"), [(364, False), (366, True)])
def test_a_track_without_a_workplace_for_a_year_is_named(
    own_school: School, days: int, named: bool
):
    with own_school.engine.begin() as connection:
        stopped = update(placement).where(placement.c.track_id == 1)
        connection.execute(stopped.values(left_at=own_school.at))
        uow = StoredUnitOfWork(connection)
        since = own_school.at + timedelta(days=days - 365)
        found = uow.alone.list_without_workplace(World(False, own_school.at), since)
    assert list(found) == (["s1"] if named else [])


def test_the_doctor_names_tracks_that_nobody_minds(own_school: School, tmp_path: Path):
    assert not any("no coach" in said for said in problems(own_school, tmp_path))
    with own_school.engine.begin() as connection:
        coached = (involvement.c.track_id == 1) & (involvement.c.role == Role.COACH.value)
        connection.execute(delete(involvement).where(coached))
        stopped = update(placement).where(placement.c.track_id == 1)
        connection.execute(stopped.values(left_at=own_school.at - timedelta(days=400)))
    said = "\n".join(problems(own_school, tmp_path))
    assert "has no coach" in said
    assert "has had no workplace for a year" in said
