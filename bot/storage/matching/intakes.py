"""Rounds of programmes, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, delete, insert, select, union_all, update
from typing_extensions import override

from bot.domain.folding import fold
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person
from bot.ports.matching.intakes import Intakes, NewIntake
from bot.storage.connected import Connected
from bot.storage.matching.leading import coaches_it, takes_part
from bot.storage.matching.shapes import INTAKES, read_intakes
from bot.storage.school.people import PEOPLE, person_of
from bot.storage.tables import (
    administrator,
    candidacy,
    former_involvement,
    intake,
    intake_criterion,
    intake_leader,
    involvement,
    offered_place,
    person,
    sector_person,
    starter,
    teachers_coach,
    track,
)

_THIS: BindParameter[int] = bindparam("intake")
_WHO: BindParameter[int] = bindparam("person")
_FIND = INTAKES.where(intake.c.id == _THIS)
_OF_PROGRAMME = INTAKES.where(intake.c.programme_id == bindparam("programme"))
_LIST = INTAKES.where(intake.c.organisation_id == bindparam("organisation")).order_by(
    intake.c.closed_at.is_not(None), intake.c.id.desc()
)
_LISTS = select(intake.c.candidate_list_id, intake.c.company_list_id).where(intake.c.id == _THIS)
_PEOPLE = PEOPLE.order_by(person.c.folded_name, person.c.id)
_LEADERS = _PEOPLE.join(intake_leader, intake_leader.c.person_id == person.c.id).where(
    intake_leader.c.intake_id == _THIS
)
_COACHES = _PEOPLE.join(intake, intake.c.id == _THIS).where(
    coaches_it(person.c.id, (person,)), ~takes_part(person.c.id, (person,))
)
_OF_LEADER = (intake_leader.c.intake_id == _THIS, intake_leader.c.person_id == _WHO)
_IS_NAMED = select(intake_leader.c.person_id).where(*_OF_LEADER)
_BROUGHT_IN = union_all(
    select(candidacy.c.person_id).where(candidacy.c.person_id == _WHO, candidacy.c.added),
    select(offered_place.c.contact_id).where(offered_place.c.contact_id == _WHO,
                                             offered_place.c.added),
)  # fmt: skip
_ELSE = union_all(
    *(
        select(column).where(column == _WHO)
        for column in (
            track.c.student_id,
            involvement.c.person_id,
            former_involvement.c.person_id,
            administrator.c.person_id,
            teachers_coach.c.person_id,
            starter.c.person_id,
            intake_leader.c.person_id,
            sector_person.c.person_id,
        )
    )
)
"""What somebody may be in a school beside a candidate or a company's contact."""


class StoredIntakes(Connected, Intakes):
    """Rounds on one connection."""

    @override
    def open(self, new: NewIntake, at: datetime) -> int:
        row = {
            "organisation_id": new.organisation_id,
            "programme_id": new.programme_id,
            "name": new.name,
            "procedure": new.procedure,
            "keep_days": new.keep_days,
            "candidate_list_id": new.candidate_list_id,
            "company_list_id": new.company_list_id,
            "made_at": at,
        }
        made = insert(intake).returning(intake.c.id)
        opened = int(self._connection.execute(made, row).scalar_one())
        criteria = [
            {
                "organisation_id": new.organisation_id,
                "intake_id": opened,
                "number": number,
                "text": text,
            }
            for number, text in enumerate(new.criteria, 1)
        ]
        self._connection.execute(insert(intake_criterion), criteria)
        return opened

    @override
    def drop(self, intake_id: int) -> None:
        # Of a place whose contact was erased nothing is left but that it was on offer.
        for table in (intake_criterion, intake_leader, offered_place):
            self._connection.execute(delete(table).where(table.c.intake_id == intake_id))
        self._connection.execute(delete(intake).where(intake.c.id == intake_id))

    @override
    def find(self, intake_id: int) -> Intake | None:
        return next(iter(read_intakes(self._connection, _FIND, intake=intake_id)), None)

    @override
    def find_named(self, programme_id: int, name: str) -> Intake | None:
        known = read_intakes(self._connection, _OF_PROGRAMME, programme=programme_id)
        return next((own for own in known if fold(own.name) == fold(name)), None)

    @override
    def list_of(self, organisation_id: int) -> Sequence[Intake]:
        return read_intakes(self._connection, _LIST, organisation=organisation_id)

    @override
    def read_lists(self, intake_id: int) -> tuple[int, int]:
        row = self._connection.execute(_LISTS, {"intake": intake_id}).one()
        return row.candidate_list_id, row.company_list_id

    @override
    def close(self, intake_id: int, at: datetime) -> None:
        this = update(intake).where(intake.c.id == intake_id)
        self._connection.execute(this.values(closed_at=at))

    @override
    def list_leaders(self, intake_id: int) -> Sequence[Person]:
        asked = {"intake": intake_id}
        rows = self._connection.execute(_LEADERS, asked).all()
        rows = rows or self._connection.execute(_COACHES, asked).all()
        return [person_of(row) for row in rows]

    @override
    def list_coaches(self, intake_id: int) -> Sequence[Person]:
        rows = self._connection.execute(_COACHES, {"intake": intake_id}).all()
        return [person_of(row) for row in rows]

    @override
    def is_named(self, intake_id: int, person_id: int) -> bool:
        asked = {"intake": intake_id, "person": person_id}
        return self._connection.execute(_IS_NAMED, asked).first() is not None

    @override
    def name_leader(self, intake_id: int, person: Person, at: datetime) -> None:
        row = {
            "organisation_id": person.organisation_id,
            "intake_id": intake_id,
            "person_id": person.id,
            "since": at,
        }
        self._connection.execute(insert(intake_leader), row)

    @override
    def end_leader(self, intake_id: int, person_id: int) -> None:
        asked = {"intake": intake_id, "person": person_id}
        self._connection.execute(delete(intake_leader).where(*_OF_LEADER), asked)

    @override
    def is_only_here(self, person_id: int) -> bool:
        brought = self._connection.execute(_BROUGHT_IN, {"person": person_id}).first()
        return brought is not None and not self.is_something_else(person_id)

    @override
    def is_something_else(self, person_id: int) -> bool:
        return self._connection.execute(_ELSE, {"person": person_id}).first() is not None
