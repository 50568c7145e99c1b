"""The buttons that stand for commands."""

from typing import Literal

from bot.messages import Button, _
from handlers.talking.routing.answered import Reread
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Turn


class RunCommand(Tap, code="go"):
    """Do as if this command had been typed."""

    name: Literal[
        "score",
        "report",
        "open",
        "alerts",
        "reflect",
        "film",
        "class",
        "tips",
        "choose",
        "starters",
        "desk",
    ]


def tapped_command(_turn: Turn, tap: RunCommand) -> Reread:
    """Do as if the command of a button had been typed."""
    return Reread(f"/{tap.name}")


def menu_button(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    """Offer the one first action that fits this person."""
    report = button(_("report"), RunCommand("report"))
    if turn.scored_tracks:
        return (
            (
                button(_("score"), RunCommand("score")),
                report,
                button(_("what is open"), RunCommand("open")),
            ),
        )
    if turn.tracks:
        return ((report,),)
    if turn.uow.administrators.is_one(turn.person.id):
        return ((button(_("administration"), OpenAdmin()),),)
    if turn.uow.teachers_coaches.has_part(turn.person.id):
        return ((button(_("teachers who are new"), RunCommand("starters")),),)
    return ()
