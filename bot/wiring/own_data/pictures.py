"""The pictures that go into a student's file: report, film and cards, as the talk shows them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.school.endings import council_since
from bot.domain.school.tracks import Person, Role, Track
from bot.messages import Described, FilmPicture
from bot.ports import UnitOfWork
from bot.use_cases.reporting.see_film import see_film
from bot.use_cases.reporting.see_prior import see_prior
from bot.use_cases.reporting.see_report import Report, see_card, see_report
from handlers.reporting.film import describe_film
from handlers.reporting.pictured import describe_card, describe_report


def describe_own_pictures(uow: UnitOfWork, person: Person, at: datetime) -> list[Described]:
    """Describe the pictures of somebody's own tracks as they see them, at an instant (aware)."""
    tracks = uow.tracks.list_for_council(person.id, council_since(at))
    own = [track for track in tracks if Role.STUDENT in track.roles]
    return [picture for track in own for picture in _of_track(uow, person, track, at)]


def _of_track(uow: UnitOfWork, person: Person, track: Track, at: datetime) -> Iterator[Described]:
    prior = see_prior(uow, person.id, track)
    report = replace(see_report(uow, person.id, track), prior=prior)
    yield describe_report(report, at)
    film = see_film(uow, person.id, track, at)
    if film.stills:
        yield describe_film(FilmPicture, track, film, at)
    yield from _cards(uow, person, report, at)


def _cards(uow: UnitOfWork, person: Person, report: Report, at: datetime) -> Iterator[Described]:
    """Describe the card of each competence of which something was said."""
    for row in report.rows:
        if any(counts.scored or counts.not_here for counts in row.counts.values()):
            card = see_card(uow, person.id, report.track, row.competence)
            card = replace(card, prior=report.prior.get(row.competence.id))
            yield describe_card(report.track, card, report.programme, at)
