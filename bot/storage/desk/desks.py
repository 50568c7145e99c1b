"""Desks of coaches, on one connection: whose is to be looked through, and their own notes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Row,
    String,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    tuple_,
    update,
)
from typing_extensions import override

from bot.domain.dated import Head
from bot.domain.desk.notes import DeskNote
from bot.domain.school.tracks import Person, Role
from bot.ports.desk.desks import Desks
from bot.ports.worlds import Hearer, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.connected import Connected
from bot.storage.tables import (
    desk_look,
    desk_note,
    involvement,
    organisation_table,
    person,
    teachers_coach,
)

_ZONE = func.coalesce(person.c.time_zone, organisation_table.c.time_zone)
_COACHES = (
    select(person.c.id, person.c.organisation_id, _ZONE)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(desk_look, desk_look.c.person_id == person.c.id)
    .where(
        IN_WORLD,
        or_(
            exists().where(
                involvement.c.person_id == person.c.id, involvement.c.role == Role.COACH.value
            ),
            exists().where(teachers_coach.c.person_id == person.c.id),
        ),
    )
    .order_by(person.c.id)
)
_LOOKED_ON = func.coalesce(desk_look.c.looked_on, "")
UNLOOKED = _COACHES.where(bindparam("last_day", type_=String) > _LOOKED_ON).limit(
    bindparam("at_most")
)
"""Whose desk was not looked through on the day that it is where it is latest."""

# A day is compared in each zone by itself: they are few.
_TO_LOOK = _COACHES.where(
    _ZONE.in_(bindparam("zones", expanding=True)),
    tuple_(_ZONE, _LOOKED_ON).not_in(bindparam("looked", expanding=True)),
).limit(bindparam("at_most"))
_LOOK = text(
    "INSERT INTO desk_look (organisation_id, person_id, looked_on)"
    " VALUES (:organisation, :person, :day)"
    " ON CONFLICT (person_id) DO UPDATE SET looked_on = excluded.looked_on"
)
_NOTES = select(
    desk_note.c.id,
    desk_note.c.person_id,
    desk_note.c.head,
    desk_note.c.words,
    desk_note.c.due_on,
    desk_note.c.done_at,
).where(desk_note.c.person_id == bindparam("person"))
_OPEN = _NOTES.where(desk_note.c.done_at.is_(None)).order_by(desk_note.c.due_on, desk_note.c.id)
_THIS = desk_note.c.id == bindparam("note")
_FIND = _NOTES.where(_THIS)
_ADD = insert(desk_note).returning(desk_note.c.id)


class StoredDesks(Connected, Desks):
    """Desks on one connection."""

    @override
    def list_to_look(
        self, world: World, days: Mapping[str, date], at_most: int
    ) -> Sequence[Hearer]:
        looked = [(zone, day.isoformat()) for zone, day in days.items()]
        asked = {"world": world.here, "zones": list(days), "looked": looked, "at_most": at_most}
        return [Hearer(*row) for row in self._connection.execute(_TO_LOOK, asked)]

    @override
    def note_look(self, hearer: Hearer, day: date) -> None:
        noted = {
            "organisation": hearer.organisation_id,
            "person": hearer.person_id,
            "day": day.isoformat(),
        }
        self._connection.execute(_LOOK, noted)

    @override
    def add_note(self, person: Person, head: Head, words: str, due_on: date, at: datetime) -> int:
        kept = {
            "organisation_id": person.organisation_id,
            "person_id": person.id,
            "head": head.value,
            "words": words,
            "due_on": due_on.isoformat(),
            "made_at": at,
        }
        return int(self._connection.execute(_ADD, kept).scalar_one())

    @override
    def find_note(self, note_id: int, person_id: int) -> DeskNote | None:
        asked = {"note": note_id, "person": person_id}
        row = self._connection.execute(_FIND, asked).one_or_none()
        return _note(row) if row else None

    @override
    def list_notes(self, person_id: int) -> Sequence[DeskNote]:
        return [_note(row) for row in self._connection.execute(_OPEN, {"person": person_id})]

    @override
    def change_note(self, note: DeskNote) -> None:
        now = {
            "head": note.head.value,
            "words": note.words,
            "due_on": note.due_on.isoformat(),
            "done_at": note.done_at,
        }
        changed = update(desk_note).where(_THIS).values(**now)
        self._connection.execute(changed, {"note": note.id})

    @override
    def drop_note(self, note_id: int) -> None:
        self._connection.execute(delete(desk_note).where(_THIS), {"note": note_id})


def _note(row: Row[*tuple[Any, ...]]) -> DeskNote:
    due_on = date.fromisoformat(row.due_on)
    return DeskNote(row.id, row.person_id, Head(row.head), row.words, due_on, row.done_at)
