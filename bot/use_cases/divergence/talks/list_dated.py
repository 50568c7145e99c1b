"""List the talks about alerts that are planned."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.divergence.talks.see_talk import moment_logged


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, _today: date
) -> list[Dated]:
    """List the talks by a day, and those that are over while their alert stands open."""
    students = {track.id: track.student for track in tracks}
    found = []
    for alert_id, (track_id, text) in uow.interventions.list_open_talks(students).items():
        moment = moment_logged(text, person.time_zone)
        day = day_of(moment, person.time_zone)
        if day <= until:
            student = students[track_id]
            found.append(Dated(Matter.TALK, day, alert_id, track_id, student, moment=moment))
    return found
