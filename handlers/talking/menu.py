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
        "intake",
        "forget",
        "sector",
    ]


def tapped_command(_turn: Turn, tap: RunCommand) -> Reread:
    """Do as if the command of a button had been typed."""
    return Reread(f"/{tap.name}")


def menu_button(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    """Offer the one first action that fits this person: to a coach the desk, too."""
    report = button(_("report"), RunCommand("report"))
    desk = button(_("my desk"), RunCommand("desk"))
    if turn.scored_tracks:
        open_ones = button(_("what is open"), RunCommand("open"))
        scores = (button(_("score"), RunCommand("score")), report, open_ones)
        return (scores, (desk,)) if turn.coached_tracks else (scores,)
    if turn.coached_tracks:
        return ((desk, report),)
    if turn.tracks:
        return ((report,),)
    if turn.uow.administrators.is_one(turn.person.id):
        return ((button(_("administration"), OpenAdmin()),),)
    if turn.uow.teachers_coaches.has_part(turn.person.id):
        new = button(_("teachers who are new"), RunCommand("starters"))
        coaches = turn.uow.teachers_coaches.is_one(turn.person.id)
        return ((new, desk) if coaches else (new,),)
    if turn.uow.intakes.has_part(turn.person.id):
        return ((button(_("the intake"), RunCommand("intake")),),)
    if turn.uow.sectors.find_spoken_for(turn.person.id):
        return ((button(_("your sector"), RunCommand("sector")),),)
    return ()
