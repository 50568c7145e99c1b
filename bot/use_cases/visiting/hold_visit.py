"""Note that a coach was at a workplace, and keep the minutes of it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.visiting.promises import LONGEST_PROMISE, MOST_PROMISES
from bot.domain.visiting.visits import FURTHEST_BACK, LONGEST_MINUTE, MinutePart, Visit
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.visiting.see_visits import VisitStanding, list_minuted


class WrongVisitDay(Exception):
    """A visit was not on a day to come, nor so long ago."""


class TooLongWords(Exception):
    """What was written does not stand in one message."""


class TooManyPromises(Exception):
    """More was promised than people remember."""


def hold_visit(
    uow: UnitOfWork, standing: VisitStanding, coach: Person, day: date, at: datetime
) -> int:
    """Note on which day a coach was there, and gives the visit's identity.

    That is the visit that was planned or asked for, or a new one. Raises WrongVisitDay.
    """
    today = day_of(at, coach.time_zone)
    if not today - timedelta(days=FURTHEST_BACK) <= day <= today:
        raise WrongVisitDay
    visit = standing.to_come.id if standing.to_come else uow.visits.add(standing.placed, at)
    uow.visits.hold(visit, coach.id, day)
    uow.acts.record(coach.id, Act.VISIT_HELD, at, standing.placed.workplace, {"of": visit})
    return visit


def take_back_visit(uow: UnitOfWork, visit: Visit, by: Doer) -> None:
    """Take back that a visit was held: it is still to come, and what was written of it stays."""
    uow.visits.reopen(visit.id)
    uow.acts.settle(by.person_id, Act.VISIT_HELD, visit.id, by.at)


def find_held(uow: UnitOfWork, tracks: Sequence[Track], visit_id: int) -> Visit | None:
    """Find a visit on these tracks that was held, for whoever sees its minutes."""
    visit = uow.visits.find(visit_id, list_minuted(tracks))
    return visit if visit and visit.held_on else None


def keep_minute(uow: UnitOfWork, visit: Visit, part: MinutePart, words: str, by: Doer) -> None:
    """Keep the answer to a question of the minutes. Raises TooLongWords, and keeps nothing then."""
    if len(words) > LONGEST_MINUTE:
        raise TooLongWords
    uow.visits.keep_minute(visit.id, part, words, by.at)
    _note(uow, visit, by)


def keep_promise(
    uow: UnitOfWork, visit: Visit, owed_by: Role, said: tuple[str, date | None], by: Doer
) -> int:
    """Keep what somebody promised, by a day or none. Raises TooLongWords and TooManyPromises."""
    words, due_on = said
    if len(words) > LONGEST_PROMISE:
        raise TooLongWords
    standing = uow.visits.list_promises([visit.placed.track_id])
    if sum(own.visit_id == visit.id for own in standing) >= MOST_PROMISES:
        raise TooManyPromises
    _note(uow, visit, by)
    return uow.visits.add_promise(visit.id, owed_by, words, due_on)


def _note(uow: UnitOfWork, visit: Visit, by: Doer) -> None:
    uow.acts.record(by.person_id, Act.VISIT, by.at, visit.placed.workplace, {"of": visit.id})
