"""Sessions on campus, and how they are planned, on one connection."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, insert, select, text, update
from typing_extensions import override

from bot.domain.planning.sessions import CampusSession, SessionState
from bot.domain.planning.settings import CampusSetting
from bot.domain.school.visibility import SEES_GROUPS
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours
from bot.ports.planning.campus import Campus, ClassHome, OwnGroup, SessionToAsk
from bot.ports.worlds import People, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.planning.campus_rows import made_groups, made_sessions
from bot.storage.tables import (
    campus_group,
    campus_need,
    campus_place,
    campus_session,
    campus_setting,
    errand,
    involvement,
    organisation_table,
    person,
    track,
)

_SETTING_OF = (
    campus_setting.c.class_group_id == bindparam("class_group_id"),
    campus_setting.c.programme_id == bindparam("programme_id"),
)
_SETTING = select(
    campus_setting.c.groups, campus_setting.c.group_size, campus_setting.c.class_size
).where(*_SETTING_OF)
_DROP_SETTING = delete(campus_setting).where(*_SETTING_OF)
_KEEP_SETTING = text(
    "INSERT INTO campus_setting (organisation_id, class_group_id, programme_id, teacher_id,"
    " groups, group_size, class_size) VALUES (:organisation_id, :class_group_id, :programme_id,"
    " :teacher_id, :groups, :group_size, :class_size)"
    " ON CONFLICT (class_group_id, programme_id) DO UPDATE SET teacher_id = :teacher_id,"
    " groups = :groups, group_size = :group_size, class_size = :class_size"
)
_NEED_OF = (
    campus_need.c.class_group_id == bindparam("class_group_id"),
    campus_need.c.programme_id == bindparam("programme_id"),
)
_NEEDS = select(campus_need.c.competence_id, campus_need.c.sessions).where(*_NEED_OF)
_DROP_NEED = delete(campus_need).where(
    *_NEED_OF, campus_need.c.competence_id == bindparam("competence_id")
)
_SESSION_COLUMNS = (
    campus_session.c.id,
    campus_session.c.organisation_id,
    campus_session.c.class_group_id,
    campus_session.c.programme_id,
    campus_session.c.teacher_id,
    campus_session.c.starts_at,
    campus_session.c.state,
    campus_session.c.locked,
    campus_session.c.entry_id,
)
_OF_CLASS = (
    select(*_SESSION_COLUMNS)
    .where(
        campus_session.c.class_group_id == bindparam("class_group_id"),
        campus_session.c.programme_id == bindparam("programme_id"),
    )
    .order_by(campus_session.c.starts_at, campus_session.c.id)
)
_ONE_SESSION = select(*_SESSION_COLUMNS).where(campus_session.c.id == bindparam("session"))
_GROUPS = (
    select(
        campus_group.c.campus_session_id,
        campus_group.c.id,
        campus_group.c.kind,
        campus_group.c.competence_id,
        campus_group.c.scenario_id,
        campus_place.c.track_id,
        campus_place.c.joins,
        campus_place.c.moved,
        campus_place.c.outcome,
    )
    .join(campus_place, campus_place.c.campus_group_id == campus_group.c.id)
    .where(campus_group.c.campus_session_id.in_(bindparam("sessions", expanding=True)))
    .order_by(campus_group.c.campus_session_id, campus_group.c.position, campus_place.c.track_id)
)
# Of others' students not even the place is read.
_SEEN_GROUPS = _GROUPS.where(
    exists().where(
        involvement.c.track_id == campus_place.c.track_id,
        involvement.c.person_id == bindparam("viewer"),
        involvement.c.role.in_([role.value for role in SEES_GROUPS]),
    )
)
_own = campus_place.alias("own")
_own_track = track.alias("own_track")
_OWN_GROUPS = (
    select(
        campus_session.c.starts_at,
        campus_group.c.id,
        campus_group.c.kind,
        campus_group.c.competence_id,
        campus_group.c.scenario_id,
        _own.c.track_id.label("own_track"),
        campus_place.c.track_id,
        person.c.name,
    )
    .select_from(_own)
    .join(campus_group, campus_group.c.id == _own.c.campus_group_id)
    .join(campus_session, campus_session.c.id == campus_group.c.campus_session_id)
    .join(campus_place, campus_place.c.campus_group_id == campus_group.c.id)
    # Who moved to another class group is in this one's lessons no longer.
    .join(
        track,
        and_(
            track.c.id == campus_place.c.track_id,
            track.c.class_group_id == campus_session.c.class_group_id,
        ),
    )
    .join(person, person.c.id == track.c.student_id)
    .where(
        _own.c.track_id.in_(
            select(_own_track.c.id).where(
                _own_track.c.student_id == bindparam("student"),
                _own_track.c.class_group_id == campus_session.c.class_group_id,
            )
        ),
        campus_session.c.state == SessionState.CONFIRMED.value,
        campus_session.c.starts_at >= bindparam("since", type_=Instant),
    )
    .order_by(campus_session.c.starts_at, campus_group.c.id, person.c.name)
)
_ADD = insert(campus_session).returning(campus_session.c.id)
_CHANGE = (
    update(campus_session)
    .where(campus_session.c.id == bindparam("session"))
    .values(
        state=bindparam("new_state"),
        locked=bindparam("new_locked"),
        entry_id=bindparam("new_entry"),
    )
)
_DROP_PLACES = delete(campus_place).where(
    campus_place.c.campus_group_id.in_(
        select(campus_group.c.id).where(
            campus_group.c.campus_session_id.in_(bindparam("sessions", expanding=True))
        )
    )
)
_DROP_GROUPS = delete(campus_group).where(
    campus_group.c.campus_session_id.in_(bindparam("sessions", expanding=True))
)
_DROP_SESSIONS = delete(campus_session).where(
    campus_session.c.id.in_(bindparam("sessions", expanding=True))
)
_ADD_GROUP = insert(campus_group).returning(campus_group.c.id)
_ADD_PLACES = insert(campus_place)
_ASKED = exists(
    select(errand.c.id).where(
        errand.c.person_id == campus_session.c.teacher_id,
        errand.c.kind == ErrandKind.GIVEN,
        errand.c.about_id == campus_session.c.id,
    )
)
TO_ASK = (
    select(
        *_SESSION_COLUMNS,
        func.coalesce(person.c.time_zone, organisation_table.c.time_zone).label("zone"),
        person.c.hours,
    )
    .join(person, person.c.id == campus_session.c.teacher_id)
    .join(organisation_table, organisation_table.c.id == campus_session.c.organisation_id)
    .where(
        IN_WORLD,
        campus_session.c.teacher_id.between(bindparam("first"), bindparam("last")),
        campus_session.c.state == SessionState.CONFIRMED.value,
        campus_session.c.starts_at > bindparam("since", type_=Instant),
        campus_session.c.starts_at <= bindparam("at", type_=Instant),
        ~_ASKED,
    )
    .order_by(campus_session.c.starts_at, campus_session.c.id)
)


class StoredCampus(Connected, Campus):
    """Sessions on campus on one connection."""

    @override
    def read_setting(self, home: ClassHome) -> CampusSetting | None:
        row = self._connection.execute(_SETTING, asdict(home)).first()
        return CampusSetting(**row._mapping) if row else None

    @override
    def keep_setting(self, home: ClassHome, teacher_id: int, setting: CampusSetting) -> None:
        values = {**asdict(home), "teacher_id": teacher_id, **asdict(setting)}
        self._connection.execute(_KEEP_SETTING, values)

    @override
    def drop_setting(self, home: ClassHome) -> None:
        self._connection.execute(_DROP_SETTING, asdict(home))

    @override
    def read_needs(self, home: ClassHome) -> Mapping[int, int]:
        rows = self._connection.execute(_NEEDS, asdict(home))
        return {row.competence_id: row.sessions for row in rows}

    @override
    def keep_need(self, home: ClassHome, competence_id: int, sessions: int | None) -> None:
        asked = {**asdict(home), "competence_id": competence_id}
        self._connection.execute(_DROP_NEED, asked)
        if sessions is not None:
            self._connection.execute(insert(campus_need), {**asked, "sessions": sessions})

    @override
    def list_sessions(self, viewer_id: int, home: ClassHome) -> Sequence[CampusSession]:
        return self._read(_OF_CLASS, asdict(home), viewer_id)

    @override
    def find_session(self, viewer_id: int, session_id: int) -> CampusSession | None:
        found = self._read(_ONE_SESSION, {"session": session_id}, viewer_id)
        return found[0] if found else None

    def _read(self, statement: Any, asked: dict[str, Any], viewer_id: int) -> list[CampusSession]:
        rows = self._connection.execute(statement, asked).all()
        if not rows:
            return []
        of = {"sessions": [row.id for row in rows], "viewer": viewer_id}
        return made_sessions(rows, self._connection.execute(_SEEN_GROUPS, of))

    @override
    def read_own_groups(self, student_id: int, since: datetime) -> Sequence[OwnGroup]:
        asked = {"student": student_id, "since": since}
        return made_groups(self._connection.execute(_OWN_GROUPS, asked))

    @override
    def keep(self, session: CampusSession) -> int:
        identity = session.id or self._add(session)
        if session.id:
            values = {
                "session": identity,
                "new_state": session.state.value,
                "new_locked": session.locked,
                "new_entry": session.entry_id,
            }
            self._connection.execute(_CHANGE, values)
            self._drop_groups([identity])
        for position, group in enumerate(session.groups):
            row = {
                "organisation_id": session.organisation_id,
                "campus_session_id": identity,
                "position": position,
                "kind": group.kind.value,
                "competence_id": group.competence_id,
                "scenario_id": group.scenario_id,
            }
            made = self._connection.execute(_ADD_GROUP, row).scalar_one()
            ours = {"organisation_id": session.organisation_id, "campus_group_id": made}
            self._connection.execute(_ADD_PLACES, [ours | asdict(own) for own in group.places])
        return identity

    def _add(self, session: CampusSession) -> int:
        values = {
            "organisation_id": session.organisation_id,
            "class_group_id": session.class_group_id,
            "programme_id": session.programme_id,
            "teacher_id": session.teacher_id,
            "starts_at": session.starts_at,
            "state": session.state.value,
            "locked": session.locked,
        }
        identity: int = self._connection.execute(_ADD, values).scalar_one()
        return identity

    @override
    def drop(self, sessions: Collection[int]) -> None:
        if sessions:
            self._drop_groups(sessions)
            self._connection.execute(_DROP_SESSIONS, {"sessions": list(sessions)})

    def _drop_groups(self, sessions: Collection[int]) -> None:
        for statement in (_DROP_PLACES, _DROP_GROUPS):
            self._connection.execute(statement, {"sessions": list(sessions)})

    @override
    def list_to_ask(self, world: World, people: People, since: datetime) -> Sequence[SessionToAsk]:
        asked = {"world": world.here, "at": world.at, "since": since, **asdict(people)}
        rows = self._connection.execute(TO_ASK, asked).all()
        return [
            SessionToAsk(session, row.zone, Hours(row.hours))
            for session, row in zip(made_sessions(rows, ()), rows, strict=True)
        ]
