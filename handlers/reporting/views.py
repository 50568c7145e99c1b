"""The ways to look at one student, as buttons that lead from one to another."""

from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Text, _
from bot.use_cases.reporting.see_route import sees_route

REPORT, FILM, ROUTE, OVERVIEW = "rc", "fi", "rt", "ov"
"""The ways, by the code of their buttons."""

_LABELS: dict[str, Text] = {
    REPORT: _("report"),
    FILM: _("film"),
    ROUTE: _("route"),
    OVERVIEW: _("overview"),
}


def views(track: Track, *, but: str) -> tuple[Button, ...]:
    """Offer the other ways to look at a student, as far as they are this viewer's."""
    own = [REPORT, FILM]
    own += [ROUTE] if sees_route(track) else []
    own += [OVERVIEW] if Role.COACH in track.roles else []
    return tuple(Button(_LABELS[one], _code(one, track)) for one in own if one != but)


def _code(way: str, track: Track) -> str:
    return f"{way}:{track.id}:0" if way == REPORT else f"{way}:{track.id}"
