"""Where the perspectives on a competence stand now: what the rule looks at, read from storage."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.alerts import standing_since
from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import Divergence
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.severity import Severity
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.periods.period import Period, current
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert, AlertPlace


@dataclass(frozen=True, slots=True)
class Course:
    """A programme as the rule needs it: its competences, thresholds, and the period open now."""

    programme: Programme
    thresholds: Thresholds
    period: Period | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An alert as its coach may see it; `found` is None where nothing is apart any more."""

    alert: Alert
    track: Track
    competence: Competence
    case: Case
    found: Divergence | None
    period: Period | None

    @property
    def severity(self) -> Severity:
        """How bad it is now: time, and a photo that comes near, weigh without anybody scoring."""
        return self.found.severity if self.found else self.alert.standing.gist.severity


def course_of(uow: UnitOfWork, programme_id: int, at: datetime) -> Course:
    """Read what a programme's settings say at an instant."""
    return Course(
        uow.tracks.read_programme(programme_id),
        uow.thresholds.read(programme_id),
        current(uow.periods.list_of(programme_id), at),
    )


def case_of(
    uow: UnitOfWork, course: Course, competence: Competence, place: AlertPlace, at: datetime
) -> Case:
    """Put together what the rule looks at; the cost is that of one competence of one track."""
    stands = [one.standing for one in uow.alerts.list_at(place)]
    period = course.period
    return Case(
        indicators=tuple(one.id for one in competence.indicators),
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
    tracks = (one for one in uow.tracks.list_of(coach_id) if one.id == alert.track_id)
    track = next((one for one in tracks if Role.COACH in one.roles), None)
    return see_on(uow, track, course_of(uow, track.programme_id, at), alert, at) if track else None


def see_on(
    uow: UnitOfWork, track: Track, course: Course, alert: Alert, at: datetime
) -> Seen | None:
    """Show an alert to a coach whose track this is; None where its competence is no longer there.

    Several of a programme share its course.
    """
    competence = course.programme.competence_by_id(alert.competence_id)
    if competence is None:
        return None
    place = AlertPlace(alert.organisation_id, alert.track_id, alert.competence_id)
    case = case_of(uow, course, competence, place, at)
    found = next((one for one in divergences(case) if one.kind is alert.standing.kind), None)
    return Seen(alert, track, competence, case, found, course.period)
