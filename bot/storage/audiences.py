"""To whom something of a period is told: one statement for all of them, however many there are."""

from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    true,
    union,
)

from bot.domain.reminders import Audience
from bot.domain.tracks import Role
from bot.ports.periods import Told
from bot.storage.columns import Instant
from bot.storage.tables import (
    errand,
    indicator,
    involvement,
    mark,
    organisation_table,
    person,
    programme_competence,
    track,
)

_PROGRAMME = bindparam("programme", type_=Integer)
_HERE = track.c.programme_id == _PROGRAMME
_SEATS = union(
    select(
        track.c.id.label("track_id"),
        literal(Role.STUDENT.value).label("role"),
        track.c.student_id.label("person_id"),
    ).where(_HERE),
    select(involvement.c.track_id, involvement.c.role, involvement.c.person_id)
    .join(track, track.c.id == involvement.c.track_id)
    .where(_HERE),
).subquery("seat")

# Answered is what was scored, or said not to apply, since the period opened; all others are open.
_ANSWERED = (
    select(mark.c.track_id, mark.c.role, func.count().label("answered"))
    .join(track, track.c.id == mark.c.track_id)
    .join(
        programme_competence,
        and_(
            programme_competence.c.competence_id == mark.c.competence_id,
            programme_competence.c.programme_id == _PROGRAMME,
        ),
    )
    .where(
        _HERE,
        mark.c.mastery_at >= bindparam("opened", type_=Instant),
        or_(mark.c.mastery.is_not(None), mark.c.not_here),
    )
    .group_by(mark.c.track_id, mark.c.role)
    .subquery("done")
)
_ASKED = (
    select(func.count())
    .select_from(indicator)
    .join(programme_competence, programme_competence.c.competence_id == indicator.c.competence_id)
    .where(programme_competence.c.programme_id == _PROGRAMME)
    .scalar_subquery()
)
_WHO: dict[Audience, Select[int]] = {
    Audience.EVERYBODY: select(_SEATS.c.person_id),
    Audience.STUDENTS: select(_SEATS.c.person_id).where(_SEATS.c.role == Role.STUDENT.value),
    Audience.COACHES: select(_SEATS.c.person_id).where(_SEATS.c.role == Role.COACH.value),
    Audience.OPEN: select(_SEATS.c.person_id)
    .outerjoin(
        _ANSWERED,
        and_(_ANSWERED.c.track_id == _SEATS.c.track_id, _ANSWERED.c.role == _SEATS.c.role),
    )
    .where(_SEATS.c.role != Role.COACH.value, func.coalesce(_ANSWERED.c.answered, 0) < _ASKED),
}

_UNTIL = bindparam("until", type_=Instant)
_KIND, _SUBJECT = bindparam("kind", type_=String), bindparam("subject", type_=String)


def _among(audience: Audience, *columns: Any) -> Select[Any]:
    """Choose those of an audience who live by a rhythm, with one of these profiles."""
    return (
        select(*columns)
        .select_from(person)
        .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
        .where(
            person.c.id.in_(_WHO[audience]),
            person.c.hours == bindparam("hours"),
            person.c.profile.in_(bindparam("profiles", expanding=True)),
            func.coalesce(person.c.time_zone, organisation_table.c.time_zone) == bindparam("zone"),
            person.c.muted.is_not(true()),
            or_(person.c.absent_until.is_(None), person.c.absent_until < _UNTIL),
        )
    )


_NOT_YET = ~exists(
    select(literal_column("1")).where(
        errand.c.person_id == person.c.id,
        errand.c.kind == _KIND,
        errand.c.subject == _SUBJECT,
    )
)
_COUNT = {one: _among(one, func.count()) for one in Audience}
_SEND = {
    one: insert(errand)
    .from_select(
        ["organisation_id", "person_id", "kind", "subject", "about_id", "due_at", "expires_at"],
        _among(
            one,
            person.c.organisation_id,
            person.c.id,
            _KIND,
            _SUBJECT,
            bindparam("about", type_=Integer),
            bindparam("due", type_=Instant),
            _UNTIL,
        ).where(_NOT_YET),
    )
    .execution_options(preserve_rowcount=True)
    for one in Audience
}


def send_to_audience(connection: Connection, told: Told) -> int:
    """Give an errand to everybody it is for; gives how many there are."""
    return connection.execute(_SEND[told.audience], _asked(told)).rowcount


def count_audience(connection: Connection, told: Told) -> int:
    """Count whom it is for."""
    return int(connection.execute(_COUNT[told.audience], _asked(told)).scalar_one())


def _asked(told: Told) -> dict[str, Any]:
    return {
        "programme": told.period.programme_id,
        "opened": told.period.opens_at,
        "hours": told.rhythm.hours,
        "zone": told.rhythm.zone,
        "profiles": list(told.profiles),
        "kind": told.due.telling.value,
        "subject": f"{told.period.id}:{told.due.key}",
        "about": told.period.id,
        "due": told.due.due_at,
        "until": told.due.until,
    }
