"""Plan the coming lessons of a class group: what its teacher fixed stays, the rest follows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.planning.campus.model import (
    CampusSituation,
    GoingOn,
    GroupLimits,
    LessonGroup,
    PlannedSession,
    Student,
    going_on,
)
from bot.domain.planning.campus.reasons import GroupReason, explain
from bot.domain.planning.campus.rule import plan as plan_sessions
from bot.domain.planning.campus.standing import student_of
from bot.domain.planning.colleagues import ColleagueSession
from bot.domain.planning.coming import list_coming
from bot.domain.planning.scenarios import Scenario, scenario_for
from bot.domain.planning.sessions import (
    CampusGroup,
    CampusPlace,
    CampusSession,
    SessionState,
    keep_only,
)
from bot.domain.planning.settings import CampusSetting
from bot.domain.school.tracks import Track
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.planning.campus import ClassHome
from bot.ports.planning.lessons import Timetable
from bot.use_cases.planning.campus.see_standings import ClassStandings, see_standings


@dataclass(frozen=True, slots=True)
class TaughtClass:
    """A class group in one programme, its students as somebody sees them, and a teacher's times.

    `colleagues` are the times of those who teach it as well.
    """

    home: ClassHome
    name: str
    tracks: tuple[Track, ...]
    table: Timetable
    colleagues: tuple[Timetable, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionAhead:
    """A session to come, stored or proposed now, and why each of its groups is as it is."""

    session: CampusSession
    reasons: tuple[GroupReason, ...]


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """What is planned of a class group, and what it was planned from.

    `needed` are the sessions that each competence takes; `differing` a student and a competence of
    which mentor and teacher say otherwise; `past` the sessions before, the last one first;
    `beside` the sessions of colleagues that still are in their timetables; `away` until when
    (aware) who is away, by track, as far as others may know.
    """

    taught: TaughtClass
    stand: ClassStandings
    scenarios: tuple[Scenario, ...]
    setting: CampusSetting | None
    needed: Mapping[int, int]
    ahead: tuple[SessionAhead, ...]
    past: tuple[CampusSession, ...]
    skipped: tuple[datetime, ...]
    differing: tuple[tuple[int, int], ...]
    beside: tuple[ColleagueSession, ...]
    away: Mapping[int, datetime] = field(default_factory=dict)

    def list_away(self, session: CampusSession) -> tuple[int, ...]:
        """List who will be away in a session to come, by track."""
        return tuple(track for track, until in self.away.items() if until > session.starts_at)


@dataclass(frozen=True, slots=True)
class _Dates:
    """When the lessons to plan are, those that are skipped, and what stands stored of them."""

    starts: tuple[datetime, ...]
    skipped: tuple[datetime, ...]
    stored: Mapping[datetime, CampusSession]


def plan_ahead(
    uow: UnitOfWork, viewer_id: int, taught: TaughtClass, at: datetime, works: Works
) -> ClassPlan:
    """Plan the lessons after an instant (aware), for the teacher or coach of a class group."""
    home = taught.home
    sessions = uow.campus.list_sessions(viewer_id, home)
    past = tuple(session for session in reversed(sessions) if session.starts_at <= at)
    stand = see_standings(uow, viewer_id, taught.tracks, at, taught.table.zone)
    scenarios = tuple(uow.scenarios.list_of(home.programme_id))
    setting = uow.campus.read_setting(home)
    needed = _count_needed(stand, scenarios, uow.campus.read_needs(home))
    dates = _find_dates(taught, sessions, at, works)
    away = _list_away(uow, taught, at)
    limits = setting or CampusSetting()
    situation = CampusSituation(
        tuple(_students(stand, sessions)),
        needed,
        GroupLimits(limits.groups, limits.group_size),
        _going_on(past),
        {n: _as_rule(dates.stored[at]) for n, at in enumerate(dates.starts) if at in dates.stored},
        {n: _away_at(away, starts) for n, starts in enumerate(dates.starts)} if away else {},
        at_least=1,
    )
    plan = plan_sessions(situation)
    return ClassPlan(
        taught,
        stand,
        scenarios,
        setting,
        needed,
        tuple(_ahead(taught, dates, situation, plan.sessions, scenarios)),
        past,
        dates.skipped,
        plan.differing,
        tuple(_list_beside(taught, sessions, works)),
        away,
    )


def _ahead(
    taught: TaughtClass,
    dates: _Dates,
    situation: CampusSituation,
    planned: Sequence[PlannedSession],
    scenarios: Sequence[Scenario],
) -> Iterator[SessionAhead]:
    """Plan each lesson to come: as it stands stored, or as it is proposed, and why it is so."""
    explained = zip(dates.starts, planned, explain(situation, planned), strict=False)
    for starts, session, why in explained:
        stands = dates.stored.get(starts) or _propose(taught, starts, session, scenarios)
        yield SessionAhead(stands, tuple(why))


def _list_away(uow: UnitOfWork, taught: TaughtClass, at: datetime) -> Mapping[int, datetime]:
    """Say until when students are known to be away, by track."""
    known = uow.absences.list_known([track.student_id for track in taught.tracks], at)
    return {own.id: known[own.student_id] for own in taught.tracks if own.student_id in known}


def _away_at(away: Mapping[int, datetime], starts: datetime) -> frozenset[int]:
    return frozenset(track for track, until in away.items() if until > starts)


def _list_beside(
    taught: TaughtClass, sessions: Sequence[CampusSession], works: Works
) -> Iterator[ColleagueSession]:
    tables = {table.teacher_id: table for table in taught.colleagues}
    for session in sessions:
        table = tables.get(session.teacher_id)
        if table is not None and table.holds(session.starts_at, works):
            yield ColleagueSession(table.teacher, session)


def _find_dates(
    taught: TaughtClass, sessions: Sequence[CampusSession], at: datetime, works: Works
) -> _Dates:
    own = {
        session.starts_at: session
        for session in sessions
        if session.teacher_id == taught.table.teacher_id
    }
    tracks = {track.id for track in taught.tracks}
    coming = list_coming(taught.table.times, at, taught.table.zone, works)
    skipped = {start for start in own if own[start].state is SessionState.SKIPPED}
    return _Dates(
        tuple(start for start in coming if start not in skipped),
        tuple(start for start in coming if start in skipped),
        {start: keep_only(own[start], tracks) for start in own if start not in skipped},
    )


def _count_needed(
    stand: ClassStandings, scenarios: Sequence[Scenario], said: Mapping[int, int]
) -> Mapping[int, int]:
    """Count the sessions that each competence takes: as was said, or as its scenario does."""
    needed = {}
    for competence in stand.programme.competences:
        scenario = scenario_for(scenarios, competence.id)
        usual = scenario.sessions if scenario else 1
        needed[competence.id] = said.get(competence.id, usual)
    return needed


def _students(stand: ClassStandings, sessions: Sequence[CampusSession]) -> Iterator[Student]:
    had = Counter(learned for session in sessions for learned in session.learned())
    for track, standings in stand.standings.items():
        own = {
            competence: replace(standing, had=had[track, competence])
            for competence, standing in standings.items()
        }
        yield student_of(track, own)


def _going_on(past: Sequence[CampusSession]) -> tuple[GoingOn, ...]:
    """List the blocks that the last session that was given leaves."""
    given = next((session for session in past if session.state is SessionState.GIVEN), None)
    return going_on(_as_rule(given)) if given else ()


def _as_rule(session: CampusSession) -> PlannedSession:
    groups = tuple(
        LessonGroup(
            group.kind,
            group.competence_id,
            tuple(sorted(group.tracks)),
            frozenset(place.track_id for place in group.places if place.joins),
        )
        for group in session.groups
    )
    return PlannedSession(groups, locked=True)


def _propose(
    taught: TaughtClass, starts: datetime, planned: PlannedSession, scenarios: Sequence[Scenario]
) -> CampusSession:
    groups = tuple(
        CampusGroup(
            group.kind,
            tuple(CampusPlace(track, track in group.joining) for track in group.students),
            group.competence,
            choose_scenario(scenarios, group.competence),
        )
        for group in planned.groups
    )
    home = taught.home
    return CampusSession(
        home.organisation_id,
        home.class_group_id,
        home.programme_id,
        taught.table.teacher_id,
        starts,
        groups=groups,
    )


def choose_scenario(scenarios: Sequence[Scenario], competence_id: int | None) -> int | None:
    """Choose the scenario to take along for a competence, if there is one."""
    if competence_id is None:
        return None
    found = scenario_for(scenarios, competence_id)
    return found.id if found else None
