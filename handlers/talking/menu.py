"""The commands in a platform's menu, and for whom each is."""

from collections.abc import Iterable

from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import Button, Command, _
from handlers.talking.turn import Turn

_SCORERS = frozenset(PERSPECTIVES)
_ALL = frozenset(Role)

MENU: tuple[tuple[Command, frozenset[Role]], ...] = (
    (Command("score", _("score what you saw")), _SCORERS),
    (Command("today", _("tally what was done today")), frozenset({Role.STUDENT, Role.MENTOR})),
    (
        Command("reflect", _("look back on the day; read what was shared")),
        _ALL,
    ),
    (Command("report", _("see the colours")), _ALL),
    (Command("next", _("the next step, and why")), _SCORERS),
    (Command("photo", _("see a photo of a period")), _ALL),
    (Command("film", _("see the colours over time")), _ALL),
    (
        Command("route", _("what the workplace and the campus contributed")),
        frozenset({Role.MENTOR, Role.TEACHER, Role.COACH}),
    ),
    (Command("class", _("a class group by competence")), SEES_CLASS_GROUP),
    (Command("open", _("see what waits for you")), _SCORERS),
    (
        Command("focus", _("what matters in the coming weeks")),
        frozenset({Role.MENTOR, Role.TEACHER}),
    ),
    (Command("periods", _("the evaluation periods and their photos")), _ALL),
    (
        Command("choose", _("course components to be evaluated on")),
        frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
    ),
    (
        Command("lessons", _("when you teach, so that I tell you before")),
        frozenset({Role.TEACHER}),
    ),
    (Command("tips", _("a tip that fits where the student stands")), frozenset({Role.MENTOR})),
    (Command("alerts", _("where the three views differ")), frozenset({Role.COACH})),
    (
        Command("overview", _("a student's competences by period and by view")),
        frozenset({Role.COACH}),
    ),
    (
        Command("log", _("what was done about a student; with export, as a file")),
        frozenset({Role.COACH}),
    ),
    (Command("raters", _("how those who score lean")), frozenset({Role.COACH})),
    (Command("undo", _("take back what you stored last")), _SCORERS),
    (Command("settings", _("how I talk with you")), _ALL),
    (Command("language", _("choose your language")), _ALL),
    (Command("help", _("what you can do here")), _ALL),
    (Command("cancel", _("put away what I asked")), _ALL),
)


def menu_for(roles: Iterable[Role]) -> tuple[Command, ...]:
    """List the commands that fit somebody in these roles."""
    own = frozenset(roles)
    return tuple(command for command, whose in MENU if whose & own)


def whole_menu() -> tuple[Command, ...]:
    """List every command, for chats of which no roles are known."""
    return tuple(command for command, _whose in MENU)


def menu_button(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    """Offer the one first action that fits this person."""
    report = Button(_("report"), "go:report")
    if turn.scored_tracks:
        return ((Button(_("score"), "go:score"), report, Button(_("what is open"), "go:open")),)
    return ((report,),) if turn.tracks else ()
