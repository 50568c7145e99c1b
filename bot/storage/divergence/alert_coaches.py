"""The coaches of alerts: whom an alert goes to, in which message, and when a week was told last."""

from sqlalchemy import bindparam, exists, func, or_, select, text

from bot.domain.divergence.alerts import AlertState
from bot.domain.school.tracks import Role
from bot.domain.telling.delivery import LIVING
from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.tables import (
    alert,
    alert_message,
    errand,
    involvement,
    organisation_table,
    outbox,
    period,
    person,
    track,
)

_ZONE = func.coalesce(person.c.time_zone, organisation_table.c.time_zone)
COACHES = (
    select(person.c.id, _ZONE.label("zone"))
    .join(involvement, involvement.c.person_id == person.c.id)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(involvement.c.track_id == bindparam("track"), involvement.c.role == Role.COACH.value)
    .distinct()
    .order_by(person.c.id)
)
WITHOUT = (
    select(person.c.id, person.c.organisation_id, _ZONE)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(
        person.c.id.in_(
            select(involvement.c.person_id)
            .join(track, track.c.id == involvement.c.track_id)
            .where(
                involvement.c.role == Role.COACH.value,
                or_(
                    involvement.c.track_id.in_(
                        select(alert.c.track_id).where(alert.c.state == AlertState.OPEN.value)
                    ),
                    track.c.programme_id.in_(
                        select(period.c.programme_id).where(
                            period.c.cancelled.is_(False),
                            period.c.photo_at > bindparam("at", type_=Instant),
                            period.c.photo_at <= bindparam("near", type_=Instant),
                        )
                    ),
                ),
            )
        ),
        IN_WORLD,
        _ZONE.in_(bindparam("zones", expanding=True)),
        person.c.id.between(bindparam("first"), bindparam("last")),
        ~exists(
            select(errand.c.id).where(
                errand.c.person_id == person.c.id,
                errand.c.kind == bindparam("kind"),
                errand.c.subject == bindparam("subject"),
            )
        ),
    )
    .order_by(person.c.id)
)
TOLD = select(alert_message.c.coach_id, alert_message.c.outbox_id).where(
    alert_message.c.alert_id == bindparam("alert")
)
ALONG = (
    select(alert_message.c.alert_id)
    .where(alert_message.c.outbox_id == bindparam("message"))
    .order_by(alert_message.c.alert_id)
)
TELL = text(
    "INSERT INTO alert_message (alert_id, coach_id, organisation_id, outbox_id)"
    " VALUES (:alert, :coach, :organisation, :message)"
    " ON CONFLICT (alert_id, coach_id) DO UPDATE SET outbox_id = excluded.outbox_id"
)
MESSAGES = (
    select(outbox.c.id)
    .where(
        outbox.c.person_id == bindparam("coach"),
        outbox.c.kind == MessageKind.ALERT.value,
        outbox.c.made_at >= bindparam("since", type_=Instant),
        outbox.c.state.in_(sorted(LIVING)),
    )
    .order_by(outbox.c.id)
)
WEEK_TOLD = select(func.max(errand.c.settled_at)).where(
    errand.c.person_id == bindparam("coach"),
    errand.c.kind == ErrandKind.DIGEST.value,
    errand.c.outbox_id.is_not(None),
    errand.c.id.not_in(bindparam("but", expanding=True)),
)
