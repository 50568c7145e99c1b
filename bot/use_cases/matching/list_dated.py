"""What has a date of the intakes that somebody leads: for their desk."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork

ANSWERED_WITHIN = timedelta(days=7)
"""From when answers were sent until a candidate is to hear what comes of it (ours)."""


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List interviews until a day, and candidates who answered and wait for a word.

    They are about candidates, whatever `tracks` are; nothing for whoever leads no open intake.
    """
    return [
        dated
        for intake in uow.intake_reads.list_led(person.id)
        if intake.closed_at is None
        for dated in _of(uow, intake, person)
        if dated.due_on is None or dated.due_on <= until
    ]


def _of(uow: UnitOfWork, intake: Intake, person: Person) -> Iterator[Dated]:
    interviews = uow.intake_reads.list_interviews(person.id, intake.id)
    for own in uow.intake_reads.list_candidates(person.id, intake.id):
        if own.ended_at is not None:
            continue
        mine = [found for found in interviews if found.candidacy_id == own.id]
        planned = [
            found.planned_for for found in mine if found.is_open and found.planned_for is not None
        ]
        for moment in planned:
            day = day_of(moment, person.time_zone)
            yield Dated(Matter.INTERVIEW, day, own.id, student=own.name, moment=moment)
        heard = [found.decided_at for found in mine if found.decided_at is not None]
        if own.sent_at is not None and not planned:
            since = max([own.sent_at, *heard])
            day = day_of(since + ANSWERED_WITHIN, person.time_zone)
            yield Dated(Matter.CANDIDATE, day, own.id, student=own.name)
