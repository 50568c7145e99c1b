"""Note that a person told the student of a decision: the bot never does."""

from datetime import date, datetime

from bot.domain.days import day_of
from bot.domain.evaluating.decisions import MOST_LETTERS
from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.evaluating.decisions import Decision, Told


class NotToldThen(Exception):
    """The day is before the decision, or to come."""


def note_told(
    uow: UnitOfWork, author: Person, track: Track, decision: Decision, told: Told, at: datetime
) -> bool:
    """Note who told the student, and on which day.

    False where that was noted before, or the decision was corrected since: then it is the other one
    that the student is told.

    From then on the student sees the decision. Only a coach of the track notes it, `at` an instant
    (aware). Raises NotToldThen, and PermissionError for whoever is no coach of it.
    """
    if Role.COACH not in track.roles or decision.made.head.track_id != track.id:
        raise PermissionError
    zone = uow.periods.read_home(track.programme_id).zone
    if not is_in_time(decision, told.on, day_of(at, zone)):
        raise NotToldThen
    by = Told(told.by.strip()[: MOST_LETTERS // 10], told.on)
    if not uow.decisions.tell(decision.id, by, author.id, at):
        return False
    uow.acts.record(author.id, Act.DECISION, at, track.student)
    return True


def is_in_time(decision: Decision, day: date, today: date) -> bool:
    """Say whether a student can have been told on a day: not before it was decided, nor later."""
    return decision.made.ruling.decided_on <= day <= today
