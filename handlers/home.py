"""The start page of somebody: what is open, the colours in short, and where to go from here."""

from collections.abc import Iterator

from bot.domain.divergence.kinds import Route
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import Button, Reply, Sayable, _, _n, lines
from handlers.periods.tell_periods import sum_up
from handlers.reporting.report import draw_report
from handlers.scoring.open import few_lines
from handlers.talking.menu import RunCommand, menu_button
from handlers.talking.routing.route import CommandRoute, Routes, Words
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

STUDENTS = 10
"""Students of whom it says how they stand."""


def show_home(turn: Turn, _words: str) -> Replies:
    """Answer `/home`, which is what Slack's home tab shows."""
    parts = [lines(*part) for part in (_open(turn), _alerts(turn), _colours(turn)) if part]
    if not parts:
        nothing = _("There is nothing to see here yet; /help shows what you can do.")
        return [Reply(nothing, menu_button(turn))]
    rows = (*menu_button(turn), _more(turn))
    buttons = tuple(row for row in rows if row)
    return [*map(Reply, parts[:-1]), Reply(parts[-1], buttons)]


def _open(turn: Turn) -> list[Sayable]:
    return few_lines(turn) if turn.scored_tracks else []


def _alerts(turn: Turn) -> list[Sayable]:
    tracks = turn.coached_tracks
    if not tracks:
        return []
    alerts = turn.uow.alerts.list_open([track.id for track in tracks])
    loud = sum(alert.standing.route is Route.ALERT for alert in alerts)
    if not loud:
        return [_("No alert stands open.")]
    return [_n("{count} alert stands open.", "{count} alerts stand open.", loud)]


def _colours(turn: Turn) -> list[Sayable]:
    """Show a student the own report, and everybody else the colours of each student in short."""
    return [*_own(turn), *_of_others(turn)]


def _own(turn: Turn) -> Iterator[Sayable]:
    for track in turn.tracks:
        if Role.STUDENT in track.roles:
            yield draw_report(turn, track).text


def _of_others(turn: Turn) -> list[Sayable]:
    others = [track for track in turn.tracks if Role.STUDENT not in track.roles]
    return list(sum_up(turn, others, STUDENTS))


def _more(turn: Turn) -> tuple[Button, ...]:
    roles = {role for track in turn.tracks for role in track.roles}
    offered = (
        (_("film"), RunCommand("film"), True),
        (_("class group"), RunCommand("class"), bool(roles & SEES_CLASS_GROUP)),
        (_("alerts"), RunCommand("alerts"), Role.COACH in roles),
    )
    return tuple(button(label, command) for label, command, fits in offered if fits)


ROUTES = Routes(
    commands=(CommandRoute("home", Words("thuis", "accueil", "startseite"), show_home),)
)
