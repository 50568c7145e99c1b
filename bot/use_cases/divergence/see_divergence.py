"""Where the perspectives on a competence stand now: what the rule looks at, read from storage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.alerts import carry_on, standing_since
from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import Divergence
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.severity import Ages, Severity, calmed
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.periods.period import Period, current
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.frameworks import Competence, Indicator, Programme
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert, AlertPlace, AtWork


@dataclass(frozen=True, slots=True)
class Course:
    """A programme as the rule needs it, with its periods, and the one that is open now."""

    programme: Programme
    thresholds: Thresholds
    periods: Sequence[Period]
    period: Period | None

    @property
    def period_id(self) -> int | None:
        """Name the period that is open now."""
        return self.period.id if self.period else None

    def find_period(self, period_id: int | None) -> Period | None:
        """Find a period that was not cancelled."""
        standing = (period for period in self.periods if period.standing)
        return next((period for period in standing if period.id == period_id), None)


@dataclass(frozen=True, slots=True)
class Seen:
    """An alert as its coach may see it; `found` is None where nothing is apart any more.

    `period` is the one in which it was compared last, `current` the one that is open now.
    """

    alert: Alert
    track: Track
    competence: Competence
    case: Case
    found: Divergence | None
    period: Period | None
    current: Period | None

    @property
    def is_carried(self) -> bool:
        """Say whether it stands from before this period, or its own has ended."""
        ended = self.period is not None and not self.period.is_open(self.case.now)
        return ended or (self.current is not None and self.period != self.current)

    @property
    def severity(self) -> Severity:
        """How bad it is now: time, and a photo that comes near, weigh without anybody scoring."""
        ages, thresholds = _ages(self.alert, self.case.now, self.current), self.case.thresholds
        if self.found is None:
            return self.alert.standing.severity_by_now(ages, thresholds)
        return calmed(self.found.severity, ages, thresholds)

    @property
    def is_calmed(self) -> bool:
        """Say whether it would be worse, had its views not stayed the same for so long."""
        return self.found is not None and self.severity < self.found.severity

    def indicator(self, indicator_id: int) -> Indicator:
        """Find an indicator that the rule names: one of the competence."""
        return next(own for own in self.competence.indicators if own.id == indicator_id)


def course_of(uow: UnitOfWork, programme_id: int, at: datetime) -> Course:
    """Read what a programme's settings say at an instant."""
    periods = uow.periods.list_of(programme_id)
    return Course(
        uow.tracks.read_programme(programme_id),
        uow.thresholds.read(programme_id),
        periods,
        current(periods, at),
    )


def place_of(found: Alert | AtWork) -> AlertPlace:
    """Name the competence of a track that an alert, or somebody at work, is on."""
    return AlertPlace(found.organisation_id, found.track_id, found.competence_id)


def case_of(
    uow: UnitOfWork, course: Course, competence: Competence, place: AlertPlace, at: datetime
) -> Case:
    """Put together what the rule looks at; the cost is that of one competence of one track."""
    stands = [alert.standing for alert in uow.alerts.list_at(place)]
    period = course.period
    return Case(
        indicators=tuple(indicator.id for indicator in competence.indicators),
        marks=uow.alerts.read_marks(place),
        now=at,
        cut_off=course.programme.cut_off,
        thresholds=course.thresholds,
        opened_at=period.opens_at if period else None,
        photo_at=period.photo_at if period else None,
        since=standing_since(stands),
    )


def see_alert(uow: UnitOfWork, coach_id: int, alert: Alert, at: datetime) -> Seen | None:
    """Show an alert to a coach of its track; None for anybody else."""
    for track in uow.tracks.list_of(coach_id):
        if track.id == alert.track_id and Role.COACH in track.roles:
            return _see_on(uow, track, course_of(uow, track.programme_id, at), alert, at)
    return None


def order_alerts(
    uow: UnitOfWork, tracks: Sequence[Track], alerts: Sequence[Alert], at: datetime
) -> list[Alert]:
    """Order alerts on these tracks by how bad each is now, what was put off at the end.

    That is known of all without reading a mark: what the views weigh is kept, and time is added.
    """
    programme_of = {track.id: track.programme_id for track in tracks}
    courses = {
        programme: course_of(uow, programme, at)
        for programme in {programme_of[alert.track_id] for alert in alerts}
    }

    def urgency(alert: Alert) -> tuple[bool, int, datetime, int]:
        course = courses[programme_of[alert.track_id]]
        ages = _ages(alert, at, course.period)
        severity = alert.standing.severity_by_now(ages, course.thresholds)
        return alert.is_snoozed(at), -severity, alert.standing.since, alert.id

    return sorted(alerts, key=urgency)


def _ages(alert: Alert, at: datetime, period: Period | None) -> Ages:
    photo_at = period.photo_at if period else None
    return Ages(
        stands_for=at - alert.standing.since,
        unchanged_for=at - alert.news_at,
        photo_in=photo_at - at if photo_at else None,
    )


def see_alerts(
    uow: UnitOfWork, tracks: Sequence[Track], alerts: Sequence[Alert], at: datetime
) -> list[Seen]:
    """Show alerts to the coach of their tracks, but those whose competence is no longer there."""
    by_id = {track.id: track for track in tracks}
    programmes = {by_id[alert.track_id].programme_id for alert in alerts}
    courses = {programme: course_of(uow, programme, at) for programme in programmes}
    found = []
    for alert in alerts:
        track = by_id[alert.track_id]
        found.append(_see_on(uow, track, courses[track.programme_id], alert, at))
    return [seen for seen in found if seen is not None]


def _see_on(
    uow: UnitOfWork, track: Track, course: Course, alert: Alert, at: datetime
) -> Seen | None:
    competence = course.programme.competence_by_id(alert.competence_id)
    if competence is None:
        return None
    uow.glimpses.count_in([track.id], OpenedKind.VIEWS)
    case, stood = case_of(uow, course, competence, place_of(alert), at), alert.standing
    every = (*divergences(case), *carry_on(case, [stood], course.period_id))
    found = next((divergence for divergence in every if divergence.kind is stood.kind), None)
    period = course.find_period(stood.period_id)
    return Seen(alert, track, competence, case, found, period, course.period)
