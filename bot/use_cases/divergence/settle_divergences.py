"""Once everybody at work on a track has finished, what they said is compared, and kept.

A settled track is claimed by taking its sittings away in the same transaction that stores what
was found and writes to the coaches: after a crash all of it is done again, or none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.domain.divergence.alerts import AlertChange, AlertState, AlertStep, changes
from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import Route
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.settling import all_settle_at
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert, AlertPlace, AtWork
from bot.ports.worlds import World
from bot.use_cases.divergence.see_divergence import Course, case_of, course_of, place_of
from bot.use_cases.divergence.tell_coaches import show_anew, tell_coaches

AT_MOST = 20
"""Tracks settled in one transaction: few enough that nobody who scores waits for it."""


def settle_divergences(uow: UnitOfWork, world: World) -> bool:
    """Compare what was said on tracks whose scorers have finished; True where more may be due."""
    courses: dict[int, Course] = {}
    settled = 0
    for track, at_work in _by_track(uow.sittings.list_open(world)).items():
        programme = at_work[0].programme_id
        if programme not in courses:
            courses[programme] = course_of(uow, programme, world.at)
        ready = all_settle_at([scorer.sitting for scorer in at_work], courses[programme].thresholds)
        if ready is None or ready > world.at:
            continue
        if uow.sittings.finish(track, max(scorer.sitting.said_at for scorer in at_work)):
            places = {place_of(scorer) for scorer in at_work}
            for place in sorted(places, key=lambda place: place.competence_id):
                compare(uow, courses[programme], place, world)
            settled += 1
        if settled == AT_MOST:
            return True
    return False


def compare(uow: UnitOfWork, course: Course, place: AlertPlace, world: World) -> None:
    """Compare the views on one competence, store what stands now, and write to the coaches."""
    competence = course.programme.competence_by_id(place.competence_id)
    if competence is None:
        return
    case = case_of(uow, course, competence, place, world.at)
    stored = {alert.standing.kind: alert for alert in uow.alerts.list_at(place)}
    for change in changes(divergences(case), [alert.standing for alert in stored.values()]):
        before = stored.get(change.standing.kind)
        if change.step is AlertStep.CLOSE and before and _waits(before, case):
            continue
        alert = uow.alerts.keep(place, change.standing, world.at)
        _tell(uow, alert, change, world)


def _tell(uow: UnitOfWork, alert: Alert, change: AlertChange, world: World) -> None:
    if change.tells:
        tell_coaches(uow, alert, world.at)
    elif alert.standing.route is Route.ALERT:
        show_anew(uow, alert.id, world.at)


def _waits(alert: Alert, case: Case) -> bool:
    """Say whether it is from before this period and its sides have not answered in this one.

    What nobody has said anew is not agreed on: it goes on standing until they have.
    """
    if alert.standing.state is not AlertState.OPEN or case.opened_at is None:
        return False
    sides = [role for side in alert.standing.gist.sides for role in side]
    answered = all(case.enough(case.answered(role)) for role in sides)
    return alert.raised_at < case.opened_at and not answered


def wake_alerts(uow: UnitOfWork, world: World) -> None:
    """Tell again of alerts whose snooze has ended and that still stand."""
    for alert in uow.alerts.list_awake(world):
        uow.alerts.snooze(alert.id, None)
        tell_coaches(uow, alert, world.at)


def _by_track(at_work: Iterable[AtWork]) -> Mapping[int, list[AtWork]]:
    found: dict[int, list[AtWork]] = defaultdict(list)
    for scorer in at_work:
        found[scorer.track_id].append(scorer)
    return found
