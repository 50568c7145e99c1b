"""Note that a step has been, and keep what the two wrote of it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain.days import day_of
from bot.domain.inducting.steps import (
    FURTHEST_BACK,
    LONGEST_WORDS,
    InductionSession,
    InductionStep,
    reads_words,
)
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.inducting.see_starters import StarterStanding


class WrongStepDay(Exception):
    """A step was not on a day to come, nor so long ago."""


class TooLongOfStep(Exception):
    """What was written does not stand in one message."""


def hold_step(
    uow: UnitOfWork,
    standing: StarterStanding,
    step: InductionStep,
    coach: Person,
    day: date,
    at: datetime,
) -> int:
    """Note on which day a step was, planned or not; gives its identity. Raises WrongStepDay."""
    today = day_of(at, coach.time_zone)
    if not today - timedelta(days=FURTHEST_BACK) <= day <= today:
        raise WrongStepDay
    session = uow.inductions.begin(standing.starter, step, at)
    uow.inductions.hold(session.id, coach.id, day)
    uow.acts.record(coach.id, Act.STARTER, at, standing.starter.name)
    return session.id


def hold_together(
    uow: UnitOfWork, standings: Sequence[StarterStanding], coach: Person, day: date, at: datetime
) -> None:
    """Note the same of the one instruction of these teachers. Raises WrongStepDay."""
    for standing in standings:
        hold_step(uow, standing, InductionStep.TOGETHER, coach, day, at)


def take_back_step(uow: UnitOfWork, session: InductionSession, by: Doer) -> None:
    """Take back that a step has been; what was written of it stays."""
    uow.inductions.reopen(session.id)
    uow.acts.record(by.person_id, Act.STARTER, by.at)


def keep_step_words(
    uow: UnitOfWork, session: InductionSession, author: Person, words: str, at: datetime
) -> None:
    """Keep what the teacher or the coach of a step wrote of it. Raises TooLongOfStep."""
    if len(words) > LONGEST_WORDS:
        raise TooLongOfStep
    uow.inductions.keep_words(session.id, author.id, words, at)
    uow.acts.record(author.id, Act.STARTER, at)


def read_step_words(
    uow: UnitOfWork, session: InductionSession, reader: Person
) -> Sequence[tuple[int, str]]:
    """Read what was written of a step as far as somebody may: who wrote it, and the words."""
    return [
        (author, words)
        for author, words in uow.inductions.read_words(session.id).items()
        if reads_words(reader.id, author, session)
    ]
