"""The buttons that stand for commands."""

from collections.abc import Mapping
from typing import Literal

from bot.domain.school.offices import Office
from bot.messages import Button, Sayable, _
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
    return _offer_of_office(turn, desk)


FIRST_OF_OFFICE: Mapping[Office, tuple[Sayable, Tap]] = {
    Office.ADMINISTRATION: (_("administration"), OpenAdmin()),
    Office.INDUCTION: (_("teachers who are new"), RunCommand("starters")),
    Office.INTAKE: (_("the intake"), RunCommand("intake")),
    Office.SECTOR: (_("your sector"), RunCommand("sector")),
}
"""With what somebody begins who is around no student; the first that fits comes first."""


def _offer_of_office(turn: Turn, desk: Button) -> tuple[tuple[Button, ...], ...]:
    office = next((own for own in FIRST_OF_OFFICE if own in turn.offices), None)
    if office is None:
        return ()
    first = button(*FIRST_OF_OFFICE[office])
    coaches = office is Office.INDUCTION and turn.uow.teachers_coaches.is_one(turn.person.id)
    return ((first, desk) if coaches else (first,),)
