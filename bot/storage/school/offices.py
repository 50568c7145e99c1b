"""Who has which office of a school, on one connection: this is where each is found."""

from sqlalchemy import BindParameter, and_, bindparam, exists, or_, select
from typing_extensions import override

from bot.domain.school.offices import Office
from bot.ports.school.offices import Offices
from bot.storage.columns import Identity
from bot.storage.connected import Connected
from bot.storage.tables import (
    administrator,
    candidacy,
    former_involvement,
    intake_leader,
    involvement,
    offered_place,
    sector_person,
    starter,
    teachers_coach,
    track,
)

WHO: BindParameter[int] = bindparam("person", type_=Identity)
"""About whom the conditions below are asked."""

IS_AROUND = or_(
    exists().where(track.c.student_id == WHO),
    exists().where(involvement.c.person_id == WHO),
    exists().where(former_involvement.c.person_id == WHO),
)
"""Somebody is a student, or is, or was, around one."""

_WAS_NEW = exists().where(starter.c.person_id == WHO)
_INSIDE = {
    Office.ADMINISTRATION: exists().where(administrator.c.person_id == WHO),
    Office.INDUCTION: or_(
        exists().where(teachers_coach.c.person_id == WHO),
        exists().where(starter.c.person_id == WHO, starter.c.ended_at.is_(None)),
    ),
    Office.INTAKE: or_(
        exists().where(intake_leader.c.person_id == WHO),
        exists().where(candidacy.c.person_id == WHO),
        exists().where(offered_place.c.contact_id == WHO),
    ),
}
IS_INSIDE = or_(IS_AROUND, _WAS_NEW, *_INSIDE.values())
"""Somebody is, or was, around a student, or has a part in the school from the inside."""

_HAS = {
    **_INSIDE,
    Office.SECTOR: and_(exists().where(sector_person.c.person_id == WHO), ~IS_INSIDE),
}
_LIST = select(*(_HAS[office].label(office.value) for office in Office))


class StoredOffices(Connected, Offices):
    """Offices on one connection."""

    @override
    def list_of(self, person_id: int) -> frozenset[Office]:
        has = self._connection.execute(_LIST, {"person": person_id}).one()
        return frozenset(office for office, held in zip(Office, has, strict=True) if held)
