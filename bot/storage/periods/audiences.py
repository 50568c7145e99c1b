"""To whom something of a period is told: one statement for a whole part of the people."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    bindparam,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    true,
)

from bot.domain.periods.reminders import Audience
from bot.domain.school.endings import heard_since
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_NOMINATED
from bot.ports.periods.reminders import PeriodReminder
from bot.storage.clock.afterwards import at_the_end
from bot.storage.columns import Instant
from bot.storage.tables import (
    errand,
    former_involvement,
    indicator,
    involvement,
    mark,
    organisation_table,
    person,
    programme_competence,
    track,
)

_PROGRAMME = bindparam("programme", type_=Integer)
_ONE: ColumnElement[int] = literal_column("1")
# From the last one on: people begin with the first, so that what is open is found at once.
_ASKED = (
    select(indicator.c.id)
    .join(programme_competence, programme_competence.c.competence_id == indicator.c.competence_id)
    .where(programme_competence.c.programme_id == _PROGRAMME)
    .order_by(programme_competence.c.number.desc(), indicator.c.number.desc())
    .cte("asked")
    .prefix_with("MATERIALIZED")
)


def _is_open(role: ColumnElement[str]) -> ColumnElement[bool]:
    """Say that something waits for this role on the track at hand, since the period opened.

    Answered is what was scored, or said not to apply, since then.
    """
    answered = (
        exists(_ONE)
        .where(
            mark.c.track_id == track.c.id,
            mark.c.indicator_id == _ASKED.c.id,
            mark.c.role == role,
            mark.c.mastery_at >= bindparam("opened", type_=Instant),
            or_(mark.c.mastery.is_not(None), mark.c.not_here),
        )
        .correlate_except(mark)
    )
    first = select(_ASKED.c.id).where(~answered).limit(1).correlate_except(_ASKED)
    return first.scalar_subquery().is_not(None)


# Who has nobody around is told nothing: the track has ended, or has not really begun.
_ACCOMPANIED = (
    exists(_ONE).where(involvement.c.track_id == track.c.id).correlate_except(involvement)
)
_OWN = (
    exists(_ONE)
    .select_from(track)
    .where(track.c.student_id == person.c.id, track.c.programme_id == _PROGRAMME, _ACCOMPANIED)
)
_AROUND = (
    exists(_ONE)
    .select_from(involvement.join(track, track.c.id == involvement.c.track_id))
    .where(involvement.c.person_id == person.c.id, track.c.programme_id == _PROGRAMME)
)
_left = at_the_end().add_columns(former_involvement.c.person_id).subquery("left")
_LEFT = (
    exists(_ONE)
    .select_from(_left.join(track, track.c.id == _left.c.track_id))
    .where(
        _left.c.person_id == person.c.id,
        track.c.programme_id == _PROGRAMME,
        _left.c.role.in_([role.value for role in sorted(SEES_NOMINATED)]),
    )
)
_student = person.alias("student")
# Of a student who is known to be away until then nobody else is asked anything.
_HERE = ~exists(_ONE).where(
    _student.c.id == track.c.student_id,
    _student.c.absence_told,
    _student.c.absent_until >= bindparam("until", type_=Instant),
)
_COACHES = involvement.c.role == Role.COACH.value
_TEACHERS = involvement.c.role == Role.TEACHER.value
_IS: dict[Audience, ColumnElement[bool]] = {
    Audience.EVERYBODY: or_(_OWN, _AROUND),
    Audience.STUDENTS: _OWN,
    Audience.COACHES: _AROUND.where(_COACHES),
    Audience.TEACHERS: _AROUND.where(_TEACHERS),
    Audience.WARNED: or_(_OWN, _AROUND, _LEFT),
    Audience.COUNCIL: or_(
        _AROUND.where(involvement.c.role.in_([role.value for role in sorted(SEES_NOMINATED)])),
        _LEFT,
    ),
    Audience.OPEN: or_(
        _OWN.where(_is_open(literal(Role.STUDENT.value))),
        _AROUND.where(~_COACHES, _HERE, _is_open(involvement.c.role)),
    ),
}

_UNTIL = bindparam("until", type_=Instant)
_KIND, _SUBJECT = bindparam("kind", type_=String), bindparam("subject", type_=String)


def _among(audience: Audience, *columns: Any) -> Select[Any]:
    """Choose those of an audience who live by a rhythm, with one of these profiles."""
    chosen = select(*columns)
    if audience is Audience.OPEN:
        # Within the SELECT: SQLite counts no rows of a statement that begins with WITH.
        chosen = chosen.add_cte(_ASKED, nest_here=True)
    return (
        chosen.select_from(person)
        .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
        .where(
            # The sum keeps SQLite from walking through the whole school for each part of it.
            person.c.organisation_id + 0 == bindparam("organisation"),
            person.c.id.between(bindparam("first"), bindparam("last")),
            _IS[audience],
            person.c.hours == bindparam("hours"),
            person.c.profile.in_(bindparam("profiles", expanding=True)),
            func.coalesce(person.c.time_zone, organisation_table.c.time_zone) == bindparam("zone"),
            person.c.muted.is_not(true()),
            or_(person.c.absent_until.is_(None), person.c.absent_until < _UNTIL),
        )
    )


_NOT_YET = ~exists(
    select(_ONE).where(
        errand.c.person_id == person.c.id,
        errand.c.kind == _KIND,
        errand.c.subject == _SUBJECT,
    )
)
_CHANGES = select(func.changes())
_COUNT = {audience: _among(audience, func.count()) for audience in Audience}
_SEND = {
    audience: insert(errand)
    .from_select(
        ["organisation_id", "person_id", "kind", "subject", "about_id", "due_at", "expires_at"],
        _among(
            audience,
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
    for audience in Audience
}


def send_to_audience(connection: Connection, told: PeriodReminder) -> int:
    """Plan an errand for everybody it is for, and count them."""
    given = connection.execute(_SEND[told.audience], _asked(told)).rowcount
    if connection.dialect.name == "sqlite":
        # Python's driver counts no rows of a statement that begins with WITH.
        given = int(connection.execute(_CHANGES).scalar_one())
    return given


def count_audience(connection: Connection, told: PeriodReminder) -> int:
    """Count whom it is for."""
    return int(connection.execute(_COUNT[told.audience], _asked(told)).scalar_one())


def _asked(told: PeriodReminder) -> dict[str, Any]:
    photo_at = told.period.photo_at
    return {
        "council_since": heard_since(photo_at) if photo_at else None,
        "organisation": told.period.organisation_id,
        "first": told.people.first,
        "last": told.people.last,
        "programme": told.period.programme_id,
        "opened": told.period.opens_at,
        "hours": told.rhythm.hours,
        "zone": told.rhythm.zone,
        "profiles": list(told.profiles),
        "kind": told.due.kind,
        "subject": f"{told.period.id}:{told.due.key}",
        "about": told.period.id,
        "due": told.due.due_at,
        "until": told.due.until,
    }
