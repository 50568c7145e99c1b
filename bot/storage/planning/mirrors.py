"""What mentors were told could be practised at their workplace, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, exists, insert, select, update
from typing_extensions import override

from bot.domain.planning.mirror import MirrorAnswer, PastMirror, Practisable
from bot.domain.school.tracks import Person, Role
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours
from bot.ports.planning.mirrors import Mirrors, ToldMirror
from bot.ports.worlds import EVERYBODY, Hearer, People, World
from bot.storage.clock.hearing import HEARS_IN, MAY_HEAR, ask_for
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    activity_list,
    errand,
    involvement,
    mirror_told,
    organisation_table,
    person,
    placement,
    track,
)

_COLUMNS = (
    mirror_told.c.id,
    mirror_told.c.person_id,
    mirror_told.c.track_id,
    mirror_told.c.competence_id,
    mirror_told.c.told_at,
    mirror_told.c.answer,
)
_TOLD = (
    select(*_COLUMNS)
    .where(mirror_told.c.person_id == bindparam("person"))
    .order_by(mirror_told.c.told_at, mirror_told.c.id)
)
_ONE = select(*_COLUMNS).where(mirror_told.c.id == bindparam("told"))
_OF_ERRAND = select(*_COLUMNS).where(mirror_told.c.errand_id == bindparam("errand"))
_TELL = insert(mirror_told).returning(mirror_told.c.id)
_ANSWER = (
    update(mirror_told)
    .where(mirror_told.c.id == bindparam("told"))
    .values(answer=bindparam("said"))
)
_HAS_LIST = exists(
    select(activity_list.c.id)
    .join(placement, placement.c.workplace_id == activity_list.c.workplace_id)
    .join(track, track.c.id == placement.c.track_id)
    .join(involvement, involvement.c.placement_id == placement.c.id)
    .where(
        involvement.c.person_id == person.c.id,
        involvement.c.role == Role.MENTOR,
        activity_list.c.programme_id == track.c.programme_id,
    )
)
_TOLD_LATELY = exists(
    select(errand.c.id).where(
        errand.c.person_id == person.c.id,
        errand.c.kind == ErrandKind.MIRROR,
        errand.c.due_at > bindparam("since", type_=Instant),
    )
)
_MENTORS = (
    select(person.c.id, person.c.organisation_id, HEARS_IN)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(
        *MAY_HEAR,
        _HAS_LIST,
        ~_TOLD_LATELY,
    )
    .order_by(person.c.id)
)


class StoredMirrors(Connected, Mirrors):
    """What mentors were told, on one connection."""

    @override
    def list_told(self, person_id: int) -> Sequence[PastMirror]:
        rows = self._connection.execute(_TOLD, {"person": person_id})
        return [_told(row).told for row in rows]

    @override
    def find(self, told_id: int) -> ToldMirror | None:
        row = self._connection.execute(_ONE, {"told": told_id}).one_or_none()
        return _told(row) if row else None

    @override
    def find_of_errand(self, errand_id: int) -> ToldMirror | None:
        row = self._connection.execute(_OF_ERRAND, {"errand": errand_id}).one_or_none()
        return _told(row) if row else None

    @override
    def record_told(
        self, mentor: Person, practisable: Practisable, at: datetime, errand_id: int
    ) -> int:
        row = {
            "organisation_id": mentor.organisation_id,
            "person_id": mentor.id,
            "track_id": practisable.track_id,
            "competence_id": practisable.competence_id,
            "told_at": at,
            "errand_id": errand_id,
        }
        return int(self._connection.execute(_TELL, row).scalar_one())

    @override
    def answer(self, told_id: int, answer: MirrorAnswer | None) -> None:
        self._connection.execute(_ANSWER, {"told": told_id, "said": answer and answer.value})

    @override
    def list_mentors_without(
        self,
        world: World,
        rhythms: Collection[tuple[str, Hours]],
        since: datetime,
        people: People = EVERYBODY,
    ) -> Sequence[Hearer]:
        asked = ask_for(world, rhythms, people) | {"since": since}
        rows = self._connection.execute(_MENTORS, asked)
        return [Hearer(*row) for row in rows]


def _told(row: Row[*tuple[Any, ...]]) -> ToldMirror:
    told = PastMirror(row.track_id, row.competence_id, row.told_at)
    return ToldMirror(row.id, row.person_id, told, MirrorAnswer(row.answer) if row.answer else None)
