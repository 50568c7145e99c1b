"""Desks as they are stored: whose is to be looked through in which zone, and whose a note is."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine, update

from bot.domain.dated import Head
from bot.ports.worlds import World
from bot.storage.tables import person
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
TODAY = date(2026, 10, 14)
BRUSSELS, AUCKLAND = "Europe/Brussels", "Pacific/Auckland"


def looked_at(engine: Engine, days: dict[str, date]) -> list[int]:
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return [who.person_id for who in uow.desks.list_to_look(World(False, AT), days, 10)]


def test_a_desk_is_looked_through_once_a_day_of_its_coach(own_school: School):
    coach = own_school.people["c1"].person_id
    here = {BRUSSELS: TODAY, AUCKLAND: TODAY}
    assert looked_at(own_school.engine, here) == [coach]
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (hearer,) = uow.desks.list_to_look(World(False, AT), here, 10)
        uow.desks.note_look(hearer, TODAY)
    assert looked_at(own_school.engine, here) == []
    assert looked_at(own_school.engine, here | {AUCKLAND: date(2026, 10, 15)}) == []
    assert looked_at(own_school.engine, here | {BRUSSELS: date(2026, 10, 15)}) == [coach]
    with own_school.engine.begin() as connection:
        moves = update(person).where(person.c.id == coach).values(time_zone=AUCKLAND)
        connection.execute(moves)
    assert looked_at(own_school.engine, here | {AUCKLAND: date(2026, 10, 15)}) == [coach]
    assert looked_at(own_school.engine, {BRUSSELS: TODAY}) == []


def test_a_note_is_of_who_wrote_it_and_of_nobody_else(own_school: School):
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        people = uow.people.list_all()
        coach = next(own for own in people if own.school_id == "c1")
        new = uow.desks.add_note(coach, Head.CONTRACTS, "private", TODAY, AT)
        finds = {own.id for own in people if uow.desks.find_note(new, own.id)}
        lists = {own.id for own in people if uow.desks.list_notes(own.id)}
        assert finds == lists == {coach.id}
        uow.desks.drop_note(new)
        assert not uow.desks.list_notes(coach.id)
