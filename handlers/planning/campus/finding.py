"""Which class groups somebody plans on campus, and which lesson a button is about."""

from collections.abc import Sequence
from datetime import date

from bot.domain.planning.sessions import CampusSession
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.telling.hours import Works
from bot.ports.planning.campus import ClassHome
from bot.ports.planning.lessons import Timetable
from bot.use_cases.planning.campus.plan_ahead import (
    ClassPlan,
    SessionAhead,
    TaughtClass,
    plan_ahead,
)
from bot.use_cases.telling.school_days import school_days
from handlers.planning.campus.taps import instant_of
from handlers.talking.turn import Turn

SATURDAY = 5


def works_of(turn: Turn) -> Works:
    """Say which days are working days: here the week's, without the school's own holidays."""
    return school_days(turn.uow, _in_the_week)(turn.person.organisation_id)


def _in_the_week(day: date) -> bool:
    return day.weekday() < SATURDAY


def seen_tracks(turn: Turn) -> list[Track]:
    """List the tracks that go on of class groups that this person sees as a whole."""
    return [own for own in turn.tracks if own.roles & SEES_CLASS_GROUP and own.ended_at is None]


def is_taught(turn: Turn, taught: TaughtClass) -> bool:
    """Say whether it is this person's own plan, to change."""
    return taught.table.teacher_id == turn.person.id


def find_taught(turn: Turn, track_id: int, teacher_id: int | None = None) -> TaughtClass | None:
    """Find the class group that a button names by one of its tracks: authorised here again.

    A coach looks at the plan of the teacher who is named, or at that of the first one.
    """
    taught = list_taught(turn, track_id)
    named = (own for own in taught if own.table.teacher_id == teacher_id)
    return next(named, next(iter(taught), None))


def list_taught(turn: Turn, track_id: int) -> list[TaughtClass]:
    """List a class group with each teacher whose plan this person sees: a teacher the own alone."""
    about = next((own for own in seen_tracks(turn) if own.id == track_id), None)
    return _taught(turn, about) if about else []


def list_classes(turn: Turn) -> list[Track]:
    """List the class groups that this person sees, each programme by its first track."""
    found: dict[tuple[int, int], Track] = {}
    for track in seen_tracks(turn):
        found.setdefault((track.class_group_id, track.programme_id), track)
    return list(found.values())


def _taught(turn: Turn, about: Track) -> list[TaughtClass]:
    tracks = tuple(
        own
        for own in seen_tracks(turn)
        if (own.class_group_id, own.programme_id) == (about.class_group_id, about.programme_id)
    )
    tables = turn.uow.lessons.list_taught(about.class_group_id, about.programme_id)
    teaches = any(Role.TEACHER in track.roles for track in tracks)
    home = ClassHome(turn.person.organisation_id, about.class_group_id, about.programme_id)
    return [
        TaughtClass(home, about.class_group, tracks, table, _but(tables, table))
        for table in tables
        if not teaches or table.teacher_id == turn.person.id
    ]


def _but(tables: Sequence[Timetable], table: Timetable) -> tuple[Timetable, ...]:
    return tuple(other for other in tables if other is not table)


def see_plan(turn: Turn, taught: TaughtClass) -> ClassPlan:
    """Plan the coming lessons of a class group as things stand now."""
    return plan_ahead(turn.uow, turn.person.id, taught, turn.at, works_of(turn))


def find_ahead(plan: ClassPlan, lesson: int) -> SessionAhead | None:
    """Find a session to come by the minute at which it begins; the next one where that is 0."""
    if not lesson:
        return next(iter(plan.ahead), None)
    starts = instant_of(lesson)
    return next((own for own in plan.ahead if own.session.starts_at == starts), None)


def looked_at(turn: Turn, taught: TaughtClass) -> int | None:
    """Name the teacher whose plan a coach looks at, by which buttons stay with it."""
    return None if is_taught(turn, taught) else taught.table.teacher_id


def track_of(taught: TaughtClass) -> int:
    """Name the track by which buttons name a class group."""
    return taught.tracks[0].id


def named(taught: TaughtClass, session: CampusSession) -> dict[int, Track]:
    """List the students of a session whom this person sees, by track."""
    placed = {track for group in session.groups for track in group.tracks}
    return {track.id: track for track in taught.tracks if track.id in placed}
