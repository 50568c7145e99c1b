"""Once everybody at work on a track has finished, what they said is compared, and kept.

A settled track is claimed by taking its sittings away in the same transaction that stores what
was found and writes to the coaches: after a crash all of it is done again, or none.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from bot.domain.divergence.alerts import (
    AlertChange,
    AlertStanding,
    carry_on,
    changes,
    in_film,
    outlived,
    standing_since,
)
from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import Divergence, DivergenceKind, Route
from bot.domain.divergence.raters import Form
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.settling import all_settle_at
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert, AlertPlace, AtWork
from bot.ports.worlds import World
from bot.use_cases.divergence.see_divergence import Course, case_of, course_of, place_of
from bot.use_cases.divergence.see_leniency import leniencies_beside, read_forms
from bot.use_cases.divergence.tell_coaches import show_anew, tell_coaches

Forms = Callable[[], Mapping[int, Form]]
"""What reads, once and only where it is needed, what is said of each competence of a track."""

AT_MOST = 4
"""Tracks settled, or alerts carried on, in one transaction: few enough that nobody waits for it."""


def list_settled(uow: UnitOfWork, world: World) -> list[int]:
    """List the tracks whose scorers have all finished; nothing is written."""
    return [track for track, _at_work, _course in _settled(uow, world, ())]


def settle_divergences(uow: UnitOfWork, world: World, tracks: Collection[int]) -> None:
    """Compare what was said on those of some tracks whose scorers have finished, and still have."""
    for track, at_work, course in _settled(uow, world, tracks):
        if uow.sittings.finish(track, max(scorer.sitting.said_at for scorer in at_work)):
            places = {place_of(scorer) for scorer in at_work}
            forms = cache(partial(read_forms, uow, course, track, world.at))
            for place in sorted(places, key=lambda place: place.competence_id):
                compare(uow, course, place, world, forms)


def _settled(
    uow: UnitOfWork, world: World, tracks: Collection[int]
) -> Iterator[tuple[int, list[AtWork], Course]]:
    courses: dict[int, Course] = {}
    for track, at_work in _by_track(uow.sittings.list_open(world, tracks)).items():
        programme = at_work[0].programme_id
        if programme not in courses:
            courses[programme] = course_of(uow, programme, world.at)
        ready = all_settle_at([scorer.sitting for scorer in at_work], courses[programme].thresholds)
        if ready is not None and ready <= world.at:
            yield track, at_work, courses[programme]


def compare(uow: UnitOfWork, course: Course, place: AlertPlace, world: World, forms: Forms) -> None:
    """Compare the views on one competence, store what stands now, and write to the coaches."""
    competence = course.programme.competence_by_id(place.competence_id)
    if competence is None:
        return
    case = case_of(uow, course, competence, place, world.at)
    standing = [alert.standing for alert in uow.alerts.list_at(place)]
    earlier = [stood for stood in standing if stood.period_id != course.period_id]
    found = _find(uow, place, case, earlier, forms)
    carried = carry_on(case, standing, course.period_id)
    for change in changes(found, standing, course.period_id, carried):
        alert = uow.alerts.keep(place, change.standing, world.at)
        _tell(uow, alert, change, world)


def _find(
    uow: UnitOfWork, place: AlertPlace, case: Case, earlier: Iterable[AlertStanding], forms: Forms
) -> tuple[Divergence, ...]:
    """Find what is apart, since when by what was said; what stands from earlier keeps its own.

    Where verdicts are opposed, it counts how those who said so lean on the other competences.
    """
    found = divergences(case)
    if not found:
        return ()
    case = replace(
        case,
        said=uow.alerts.read_said(place, case.opened_at),
        since=standing_since(earlier),
    )
    if any(divergence.kind is DivergenceKind.VERDICT for divergence in found):
        case = replace(case, leniencies=leniencies_beside(place.competence_id, forms()))
    return divergences(case)


def _tell(uow: UnitOfWork, alert: Alert, change: AlertChange, world: World) -> None:
    if change.tells:
        tell_coaches(uow, alert, world.at)
    elif alert.standing.route is Route.ALERT:
        show_anew(uow, alert.id, world.at)


def is_outlived(uow: UnitOfWork, world: World) -> bool:
    """Say whether something stands of a period that has ended; nothing is written."""
    return bool(uow.alerts.list_outlived(world, 1))


def carry_alerts(uow: UnitOfWork, world: World) -> bool:
    """Carry on or close what stands of periods that have ended; True where more may be due."""
    courses: dict[int, Course] = {}
    ended = uow.alerts.list_outlived(world, AT_MOST)
    for programme, alert in ended:
        if programme not in courses:
            courses[programme] = course_of(uow, programme, world.at)
        _carry(uow, courses[programme], alert, world)
    return len(ended) == AT_MOST


def _carry(uow: UnitOfWork, course: Course, alert: Alert, world: World) -> None:
    competence = course.programme.competence_by_id(alert.competence_id)
    place, stood = place_of(alert), alert.standing
    found: Iterable[Divergence] = ()
    if competence is not None:
        found = in_film(case_of(uow, course, competence, place, world.at), [stood])
    uow.alerts.keep(place, outlived(found, stood), world.at)
    if stood.route is Route.ALERT:
        show_anew(uow, alert.id, world.at)


def is_awake(uow: UnitOfWork, world: World) -> bool:
    """Say whether the snooze of an alert has ended; nothing is written."""
    return bool(uow.alerts.list_awake(world))


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
