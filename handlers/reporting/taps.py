"""The buttons of reporting; those that lead here from elsewhere are in talking/routing/doors.py."""

from typing import Annotated

from bot.domain.school.tracks import Role
from handlers.talking.phrases import ROLE_LETTER
from handlers.talking.routing.tap import Shape, Tap

_ROLES = {letter: role for role, letter in ROLE_LETTER.items()}

Perspective = Annotated[Role, Shape("[smt]", ".1", _ROLES.__getitem__)]
"""A perspective, written as its first letter."""


class ShowCard(Tap, code="rc"):
    """Show the card of a competence, or the whole report where it is 0."""

    track: int
    competence: int


class ShowNotes(Tap, code="ne"):
    """Show a page of the notes on a competence, counted from 0."""

    track: int
    competence: int
    page: int


class ShowSayings(Tap, code="wi"):
    """Show who said what of a competence, and when: 0 below its card, else a page from 1 on."""

    track: int
    competence: int
    page: int


class ComparePhotos(Tap, code="pc"):
    """Show what changed between two photos of a track."""

    track: int
    earlier: int
    later: int


class ShowFilm(Tap, code="fi"):
    """Show the film of a track."""

    track: int


class ShowWeeks(Tap, code="wk"):
    """Show the film of a track as one picture that stands still."""

    track: int


class ShowRoute(Tap, code="rt"):
    """Show the route of a track."""

    track: int


class ShowClassMap(Tap, code="cl"):
    """Show the class group of a track in a perspective."""

    track: int
    perspective: Perspective


class BringSpreadsheet(Tap, code="cs"):
    """Bring the map of a track's class group, in a perspective, as a spreadsheet."""

    track: int
    perspective: Perspective
