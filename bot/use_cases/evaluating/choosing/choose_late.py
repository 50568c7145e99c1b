"""Choose what a period evaluates after the window, for a student: a teacher does, and says why."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.evaluating.choosing import LONGEST_REASON, Chosen, LateChoice, is_late
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Person, Track
from bot.domain.school.visibility import CHOOSES_LATE
from bot.domain.telling.errands import ErrandKind
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.errands import NewErrand
from bot.use_cases.evaluating.choosing.choose_component import ChoiceOver, hold_choice
from bot.use_cases.scoring.undo_entry import LostSight

TOLD_FOR = timedelta(days=60)
"""How long a student is told of it, who could not be reached before."""

UNDONE = "undone"
"""What the subject of an errand ends with that tells of one that was taken back."""


class NotTheTeacher(Exception):
    """Only a teacher of this student chooses after the window."""


class NoReason(Exception):
    """What is chosen late needs a reason, of no more than LONGEST_REASON characters."""


def choose_late(
    uow: UnitOfWork,
    teacher: Person,
    track: Track,
    late: tuple[Period, int, bool],
    reason: str,
    at: datetime,
) -> LateChoice | None:
    """Let a course component count, or no longer count, for a student of this teacher's.

    `late` is the period, the component and whether it is to count. The student is told. None where
    it is so already, or the component is not of the programme. Raises NotTheTeacher, NoReason, and
    ChoiceOver before the end of the window, after the photo's instant and once it was begun.
    """
    period, component_id, chosen = late
    if not track.roles & CHOOSES_LATE or period.programme_id != track.programme_id:
        raise NotTheTeacher
    reason = " ".join(reason.split())
    if not 0 < len(reason) <= LONGEST_REASON:
        raise NoReason
    hold_choice(uow, period)
    if uow.periods.find(period.id) != period or not is_late(period, at):
        raise ChoiceOver
    component = uow.tracks.read_programme(track.programme_id).component_by_id(component_id)
    stands = uow.choices.find(period, track, component_id)
    if component is None or chosen is (stands is not None):
        return None
    said = LateChoice(
        0, period.id, track.id, component_id, chosen, teacher.id, teacher.name, reason, at
    )
    identity = uow.choices.add_late(said, period.organisation_id)
    if chosen:
        uow.choices.put(period, track, Chosen(component_id, teacher.id, at, reason))
    else:
        uow.choices.drop(period, track, component_id)
    before = {"of": identity, "was": _written(stands)}
    title = f"{component.title} · {track.student}"
    uow.acts.record(teacher.id, Act.LATE_CHOICE, at, title, before)
    uow.errands.give([_errand(period, track, identity, at)])
    return uow.choices.find_late(identity)


def put_late_choice_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Take a late choice back: what counted before counts again, and the student is told.

    False where the photo was begun, or somebody changed it since. Raises LostSight.
    """
    late = uow.choices.find_late(entry.before["of"])
    period = uow.periods.find(late.period_id) if late else None
    if late is None or period is None or late.undone_at is not None:
        return False
    tracks = {own.id: own for own in uow.tracks.list_of(entry.author_id)}
    track = tracks.get(late.track_id)
    if track is None or not track.roles & CHOOSES_LATE:
        raise LostSight
    try:
        hold_choice(uow, period)
    except ChoiceOver:
        return False
    if not is_late(period, at) or not _stands(uow, period, track, late):
        return False
    uow.choices.drop(period, track, late.component_id)
    if was := _read(late.component_id, entry.before["was"]):
        uow.choices.put(period, track, was)
    uow.choices.undo_late(late.id, at)
    uow.errands.give([_errand(period, track, late.id, at, UNDONE)])
    return True


def _stands(uow: UnitOfWork, period: Period, track: Track, late: LateChoice) -> bool:
    """Say whether what was said late is what counts: nobody chose otherwise since."""
    counts = uow.choices.find(period, track, late.component_id)
    by = (counts.author_id, counts.chosen_at) if counts else None
    said = (late.author_id, late.said_at) if late.chosen else None
    return by == said and _newest(uow, period, late) == late


def _newest(uow: UnitOfWork, period: Period, late: LateChoice) -> LateChoice | None:
    """Find what was said last, late, of the same component of the same student."""
    said = uow.choices.list_late(period, [late.track_id])
    return next((own for own in reversed(said) if own.component_id == late.component_id), None)


def _errand(period: Period, track: Track, late_id: int, at: datetime, more: str = "") -> NewErrand:
    return NewErrand(
        organisation_id=period.organisation_id,
        person_id=track.student_id,
        kind=ErrandKind.LATE_CHOICE,
        subject=f"{late_id}:{more}" if more else str(late_id),
        due_at=at,
        expires_at=at + TOLD_FOR,
        about_id=late_id,
    )


def _written(chosen: Chosen | None) -> list[Any] | None:
    if chosen is None:
        return None
    when = chosen.chosen_at.isoformat() if chosen.chosen_at else None
    return [chosen.author_id, when, chosen.reason]


def _read(component_id: int, was: list[Any] | None) -> Chosen | None:
    if was is None:
        return None
    author_id, when, reason = was
    chosen_at = datetime.fromisoformat(when) if when else None
    return Chosen(component_id, author_id, chosen_at, reason)
