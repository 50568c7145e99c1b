"""The ways to look at one student, as buttons that lead from one to another."""

from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Text, _
from bot.use_cases.reporting.see_route import sees_route
from handlers.reporting.taps import ShowCard, ShowFilm, ShowRoute
from handlers.talking.routing.doors import ShowOverview
from handlers.talking.routing.tap import Tap, button


def offer_views(track: Track, *, but: type[Tap]) -> tuple[Button, ...]:
    """Offer the ways to look at a student, as far as they are this viewer's, but one of them."""
    ways: list[tuple[Text, Tap]] = [
        (_("report"), ShowCard(track.id, 0)),
        (_("film"), ShowFilm(track.id)),
    ]
    if sees_route(track):
        ways.append((_("route"), ShowRoute(track.id)))
    if Role.COACH in track.roles:
        ways.append((_("overview"), ShowOverview(track.id)))
    return tuple(button(label, way) for label, way in ways if type(way) is not but)
