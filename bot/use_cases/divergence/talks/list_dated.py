"""List the talks about alerts that are planned."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.divergence.talks.see_talk import moment_logged


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List the talks by a day, and those that are over while their alert stands.

    A talk that is to come takes place, also where its alert has ended by itself.
    """
    students = {track.id: track.student for track in tracks}
    found = []
    for alert_id, talk in uow.interventions.list_talks_planned(students).items():
        moment = moment_logged(talk.moment, person.time_zone)
        day = day_of(moment, person.time_zone)
        if day <= until and (talk.stands or day >= today):
            student = students[talk.track_id]
            found.append(Dated(Matter.TALK, day, alert_id, talk.track_id, student, moment=moment))
    return found
