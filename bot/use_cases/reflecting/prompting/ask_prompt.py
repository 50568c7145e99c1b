"""Ask a student the next question: chosen by what was done this week, and kept as asked."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain

from bot.domain.days import day_of
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.divergence.rule import divergences
from bot.domain.reflecting.pace import next_day
from bot.domain.reflecting.prompting import Chosen, Doing, Situation, choose
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.scoring.film import Mark
from bot.ports import UnitOfWork
from bot.ports.divergence import AlertPlace
from bot.ports.reflecting.prompts import AskedPrompt
from bot.use_cases.divergence.see_divergence import case_of, course_of

WEEK = timedelta(days=7)
"""How far back it counts what was tallied and scored."""

REMEMBERED = timedelta(weeks=13)
"""How far back it matters what was asked."""

MOST = 20
"""Of how many indicators at most something is asked: after a whole photo, hundreds were scored."""


def ask_prompt(
    uow: UnitOfWork,
    student: Person,
    tracks: Sequence[Track],
    at: datetime,
    errand_id: int | None = None,
) -> AskedPrompt | None:
    """Choose the next question on a student's tracks and keep it as asked; None where none is left.

    `errand_id` names the errand by which it comes unasked.
    """
    if not tracks:
        return None
    by_track = {track.id: list(doings_on(uow, track, at)) for track in tracks}
    chosen = choose(
        uow.repertoire.prompts.values(),
        Situation(
            student.id,
            at,
            sorted(chain.from_iterable(by_track.values()), key=_rank)[:MOST],
            uow.prompts.list_goals(student.id),
            uow.prompts.list_asked(student.id, at - REMEMBERED),
            at_work=is_at_work(uow, student, at),
        ),
    )
    if chosen is None:
        return None
    track = _track_of(uow, chosen, tracks)
    question = uow.prompts.record_asked(student.organisation_id, track.id, chosen, at, errand_id)
    if errand_id is not None:
        _wait(uow, student, at)
    return uow.prompts.find(student.id, question)


def is_at_work(uow: UnitOfWork, student: Person, at: datetime) -> bool:
    """Say whether it is a workplace day of this student's, outside the school holidays."""
    day, wishes = day_of(at, student.time_zone), uow.prompts.read_wishes(student.id)
    holidays = uow.holidays.list_of(student.organisation_id)
    return day.weekday() in wishes.work_days and not any(holiday.holds(day) for holiday in holidays)


def _wait(uow: UnitOfWork, student: Person, at: datetime) -> None:
    """Keep when a question may come again, should the one of now stay unanswered as well."""
    unanswered = uow.paces.list_unanswered(student.id, at - REMEMBERED)
    next_on = next_day([day_of(asked_at, student.time_zone) for asked_at in unanswered])
    if next_on is not None:
        uow.paces.wait_until(student.organisation_id, student.id, next_on)


def doings_on(uow: UnitOfWork, track: Track, at: datetime) -> Iterator[Doing]:
    """List what a student did on a track this week, as the student says, and what is disputed."""
    since = at - WEEK
    changed = uow.film_reads.read_changed(track.student_id, track.id, since)
    own = {indicator: both for (role, indicator), both in changed.items() if role is Role.STUDENT}
    disputed = _disputed(uow, track, at)
    for indicator, (before, after) in own.items():
        yield Doing(
            indicator,
            after.mastery,
            times=max(after.tally - before.tally, 0),
            scored=after.mastery_at is not None and after.mastery_at > since,
            disputed=indicator in disputed,
        )
    rest = disputed - own.keys()
    marks = uow.reads.read_perspective(track.student_id, track.id, Role.STUDENT) if rest else {}
    for indicator in sorted(rest):
        yield Doing(indicator, marks.get(indicator, Mark()).mastery, disputed=True)


def _rank(doing: Doing) -> tuple[int, ...]:
    return (-doing.times, not doing.disputed, not doing.scored, doing.indicator or 0)


def _disputed(uow: UnitOfWork, track: Track, at: datetime) -> set[int]:
    """List the indicators of which the views on a track stand apart now."""
    found: set[int] = set()
    standing = uow.alerts.list_open([track.id])
    course = course_of(uow, track.programme_id, at) if standing else None
    for alert in standing:
        competence = course.programme.competence_by_id(alert.competence_id) if course else None
        if (
            course
            and competence
            and alert.standing.kind in (DivergenceKind.VERDICT, DivergenceKind.INDICATOR)
        ):
            place = AlertPlace(alert.organisation_id, track.id, competence.id)
            case = case_of(uow, course, competence, place, at)
            found |= {
                disputed.indicator
                for divergence in divergences(case)
                if divergence.kind is alert.standing.kind
                for disputed in divergence.disputed
            }
    return found


def _track_of(uow: UnitOfWork, chosen: Chosen, tracks: Sequence[Track]) -> Track:
    """Find the track whose programme has what the question is about; else the first."""
    wanted = chosen.doing.indicator
    for track in tracks:
        for competence in uow.tracks.read_programme(track.programme_id).competences:
            if any(indicator.id == wanted for indicator in competence.indicators):
                return track
    return tracks[0]
