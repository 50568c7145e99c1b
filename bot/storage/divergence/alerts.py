"""Divergences that stand, and the coaches' messages about them, on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import JSON, bindparam, select, text, update
from typing_extensions import override

from bot.domain.divergence.alerts import AlertStanding, AlertState
from bot.domain.divergence.comparison import Said
from bot.domain.divergence.kinds import Route
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery
from bot.domain.telling.errands import ErrandKind
from bot.ports.divergence import Alert, AlertPlace, Alerts, Authored
from bot.ports.worlds import EVERYBODY, Hearer, People, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.divergence.alert_coaches import (
    ALONG,
    COACHES,
    MESSAGES,
    TELL,
    TOLD,
    WEEK_TOLD,
    WITHOUT,
)
from bot.storage.divergence.alert_rows import COLUMNS, alert_of, kept_gist
from bot.storage.scoring.history import score_of
from bot.storage.scoring.system_reads import (
    authored,
    count_authored,
    marks_of_competence,
    marks_of_track,
    said_of_competence,
    told_by_two,
)
from bot.storage.tables import (
    alert,
    organisation_table,
    period,
)

_ALERTS = select(*COLUMNS).order_by(alert.c.severity.desc(), alert.c.since, alert.c.id)
_AT = _ALERTS.where(
    alert.c.track_id == bindparam("track"), alert.c.competence_id == bindparam("competence")
)
_ONE = _ALERTS.where(alert.c.id == bindparam("alert"))
_OF_TRACKS = _ALERTS.where(
    alert.c.track_id.in_(bindparam("tracks", expanding=True)),
    alert.c.state == AlertState.OPEN.value,
)
_TOLD_ON = (
    select(*COLUMNS)
    .where(
        alert.c.track_id.in_(bindparam("tracks", expanding=True)),
        alert.c.route == Route.ALERT.value,
    )
    .order_by(alert.c.since, alert.c.id)
)
AWAKE = _ALERTS.join(organisation_table, organisation_table.c.id == alert.c.organisation_id).where(
    IN_WORLD,
    alert.c.state == AlertState.OPEN.value,
    alert.c.snoozed_until <= bindparam("at", type_=Instant),
)
# What was touched since its period ended was carried on or closed then.
OUTLIVED = (
    _ALERTS.join(period, period.c.id == alert.c.period_id)
    .join(organisation_table, organisation_table.c.id == alert.c.organisation_id)
    .add_columns(period.c.programme_id)
    .where(
        IN_WORLD,
        alert.c.state == AlertState.OPEN.value,
        period.c.photo_at < bindparam("at", type_=Instant),
        alert.c.changed_at <= period.c.photo_at,
    )
    .limit(bindparam("at_most"))
)
# Raised anew it is seen by nobody yet; what only changed stays acknowledged and put off.
_PUT = text(
    "INSERT INTO alert (organisation_id, track_id, competence_id, kind, state, route, since, gist,"
    " severity, raised_at, changed_at, news_at, period_id, ended)"
    " VALUES (:organisation_id, :track_id, :competence_id, :kind, :state, :route, :since, :gist,"
    " :severity, :at, :at, :at, :period_id, :ended)"
    " ON CONFLICT (track_id, competence_id, kind) DO UPDATE SET"
    " raised_at = CASE WHEN alert.state = 'open' THEN alert.raised_at ELSE excluded.raised_at END,"
    " acknowledged_at = CASE WHEN alert.state = 'open' THEN alert.acknowledged_at END,"
    " snoozed_until = CASE WHEN alert.state = 'open' THEN alert.snoozed_until END,"
    " news_at = CASE WHEN alert.state = 'open' AND :same THEN alert.news_at"
    " ELSE excluded.news_at END,"
    " state = excluded.state, route = excluded.route, since = excluded.since,"
    " gist = excluded.gist, severity = excluded.severity, changed_at = excluded.changed_at,"
    " period_id = excluded.period_id, ended = excluded.ended"
).bindparams(
    bindparam("gist", type_=JSON),
    bindparam("since", type_=Instant),
    bindparam("at", type_=Instant),
)
_SET = update(alert).where(alert.c.id == bindparam("alert"))
_ACKNOWLEDGE = _SET.values(acknowledged_at=bindparam("at", type_=Instant))
_SNOOZE = _SET.values(snoozed_until=bindparam("until", type_=Instant))


def _of_kind(alert: Alert, standing: AlertStanding) -> bool:
    return alert.standing.kind is standing.kind


class StoredAlerts(Connected, Alerts):
    """Alerts on one connection."""

    @override
    def read_marks(self, place: AlertPlace) -> Mapping[Role, Mapping[int, Mark]]:
        found: dict[Role, dict[int, Mark]] = defaultdict(dict)
        for role, indicator, mark in marks_of_competence(
            self._connection, place.track_id, place.competence_id
        ):
            found[Role(role)][indicator] = mark
        return found

    @override
    def read_said(self, place: AlertPlace, since: datetime | None) -> Sequence[Said]:
        return [
            Said(Role(row.role), row.indicator_id, score_of(row))
            for row in said_of_competence(
                self._connection, place.track_id, place.competence_id, since
            )
        ]

    @override
    def read_marks_of_track(self, track_id: int) -> Mapping[int, Mapping[Role, Mapping[int, Mark]]]:
        found: dict[int, dict[Role, dict[int, Mark]]] = defaultdict(lambda: defaultdict(dict))
        for competence, role, indicator, mark in marks_of_track(self._connection, track_id):
            found[competence][Role(role)][indicator] = mark
        return found

    @override
    def list_authored(self, tracks: Collection[int]) -> Sequence[Authored]:
        return [
            Authored(
                row.track_id,
                row.competence_id,
                row.indicator_id,
                Role(row.role),
                row.author_id,
                Mastery(row.mastery),
            )
            for row in authored(self._connection, tracks)
        ]

    @override
    def count_authored(self, tracks: Collection[int]) -> Mapping[int, int]:
        return count_authored(self._connection, tracks)

    @override
    def list_told_by_two(self, tracks: Collection[int], since: datetime) -> Collection[int]:
        return told_by_two(self._connection, tracks, since)

    @override
    def list_at(self, place: AlertPlace) -> Sequence[Alert]:
        asked = {"track": place.track_id, "competence": place.competence_id}
        return [alert_of(row) for row in self._connection.execute(_AT, asked)]

    @override
    def find(self, alert_id: int) -> Alert | None:
        row = self._connection.execute(_ONE, {"alert": alert_id}).one_or_none()
        return alert_of(row) if row else None

    @override
    def list_open(self, tracks: Collection[int]) -> Sequence[Alert]:
        rows = self._connection.execute(_OF_TRACKS, {"tracks": list(tracks)})
        return [alert_of(row) for row in rows]

    @override
    def list_told(self, tracks: Collection[int]) -> Sequence[Alert]:
        rows = self._connection.execute(_TOLD_ON, {"tracks": list(tracks)})
        return [alert_of(row) for row in rows]

    @override
    def keep(self, place: AlertPlace, standing: AlertStanding, at: datetime) -> Alert:
        before = next((own for own in self.list_at(place) if _of_kind(own, standing)), None)
        values = {
            **asdict(place),
            "same": before is not None and before.standing.gist.says(standing.gist),
            "kind": standing.kind.value,
            "state": standing.state.value,
            "route": standing.route.value,
            "since": standing.since,
            "gist": kept_gist(standing.gist),
            "severity": int(standing.gist.severity),
            "period_id": standing.period_id,
            "ended": standing.ended.value if standing.ended else None,
            "at": at,
        }
        self._connection.execute(_PUT, values)
        return next(own for own in self.list_at(place) if _of_kind(own, standing))

    @override
    def acknowledge(self, alert_id: int, at: datetime) -> None:
        self._connection.execute(_ACKNOWLEDGE, {"alert": alert_id, "at": at})

    @override
    def snooze(self, alert_id: int, until: datetime | None) -> None:
        self._connection.execute(_SNOOZE, {"alert": alert_id, "until": until})

    @override
    def list_awake(self, world: World) -> Sequence[Alert]:
        asked = {"world": world.here, "at": world.at}
        return [alert_of(row) for row in self._connection.execute(AWAKE, asked)]

    @override
    def list_outlived(self, world: World, at_most: int) -> Sequence[tuple[int, Alert]]:
        asked = {"world": world.here, "at": world.at, "at_most": at_most}
        rows = self._connection.execute(OUTLIVED, asked)
        return [(row.programme_id, alert_of(row)) for row in rows]

    @override
    def list_coaches(self, track_id: int) -> Sequence[tuple[int, str]]:
        rows = self._connection.execute(COACHES, {"track": track_id})
        return [(row.id, row.zone) for row in rows]

    @override
    def list_coaches_without(
        self,
        world: World,
        zones: Collection[str],
        kind: ErrandKind,
        subject: str,
        people: People = EVERYBODY,
    ) -> Sequence[Hearer]:
        asked = {
            "world": world.here,
            "zones": list(zones),
            "kind": kind,
            "subject": subject,
            "at": world.at,
            "near": world.at + Thresholds().near,
            **asdict(people),
        }
        rows = self._connection.execute(WITHOUT, asked)
        return [Hearer(*row) for row in rows]

    @override
    def read_week_told(self, coach_id: int, but: Collection[int]) -> datetime | None:
        asked = {"coach": coach_id, "but": list(but)}
        told: datetime | None = self._connection.execute(WEEK_TOLD, asked).scalar()
        return told

    @override
    def read_messages_of(self, alert_id: int) -> Mapping[int, int]:
        rows = self._connection.execute(TOLD, {"alert": alert_id})
        return {row.coach_id: row.outbox_id for row in rows}

    @override
    def list_told_by(self, outbox_id: int) -> Sequence[int]:
        return list(self._connection.execute(ALONG, {"message": outbox_id}).scalars())

    @override
    def record_told(self, alert: Alert, coach_id: int, outbox_id: int) -> None:
        asked = {
            "alert": alert.id,
            "coach": coach_id,
            "organisation": alert.organisation_id,
            "message": outbox_id,
        }
        self._connection.execute(TELL, asked)

    @override
    def list_messages_since(self, coach_id: int, since: datetime) -> Sequence[int]:
        asked = {"coach": coach_id, "since": since}
        return list(self._connection.execute(MESSAGES, asked).scalars())
