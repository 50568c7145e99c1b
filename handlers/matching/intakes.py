"""`/intake`: how it stands with what somebody takes part in, leads, or sets out."""

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.messages import Button, Reply, Sayable, _, colon, lines, words
from handlers.matching.leading import show_intake
from handlers.matching.naming import show_setting_out
from handlers.matching.own import show_own
from handlers.matching.phrases import FOR_WHOM
from handlers.matching.taps import (
    IntakeSide,
    ListIntakes,
    SetOutIntake,
    ShowIntake,
    ShowOwnIntake,
)
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SHOWN = 12
"""Rounds with a button at once: those that are open come first."""


def show_intakes(turn: Turn, _said: str) -> Replies:
    """Answer `/intake`; where there is one thing alone it is shown at once."""
    return [_shown(turn)]


def tapped_intakes(turn: Turn, _tap: ListIntakes) -> Replies:
    """Show the same."""
    return [_shown(turn, alone=False)]


def _shown(turn: Turn, *, alone: bool = True) -> Reply:
    viewer = turn.person.id
    own: list[Candidacy | OfferedPlace] = [
        *turn.uow.intake_reads.list_own(viewer),
        *turn.uow.intake_reads.list_own_places(viewer),
    ]
    led = turn.uow.intake_reads.list_led(viewer)
    sets_out = (
        turn.uow.intakes.list_of(turn.person.organisation_id)
        if turn.uow.administrators.is_one(viewer)
        else ()
    )
    if alone and len(own) == 1 and not led and not sets_out:
        return show_own(turn, own[0])
    if alone and len(led) == 1 and not own and not sets_out:
        return show_intake(turn, led[0])
    if alone and len(sets_out) == 1 and not own and not led:
        return show_setting_out(turn, sets_out[0])
    rows = [
        *(_own_row(turn, found) for found in own),
        *((button(short(found.title), ShowIntake(found.id, 0)),) for found in led),
        *((_set_out(found.title, found.id),) for found in sets_out),
    ]
    if not rows:
        return Reply(_none(turn))
    text = lines(
        _("Intakes:"),
        *(words("•", colon(found.title), _("you lead it")) for found in led),
        *(words("•", found.title) for found in sets_out if found not in led),
    )
    return offer(turn, Reply(text, tuple(rows[:SHOWN])))


def _none(turn: Turn) -> Sayable:
    if turn.uow.administrators.is_one(turn.person.id):
        return _(
            "No intake is there yet. Send me its file here, as the documents show it: I first "
            "show what it asks, and nothing is read in without your tap."
        )
    return FOR_WHOM


def _set_out(title: str, intake_id: int) -> Button:
    return button(_("who leads {intake}", intake=short(title, 28)), SetOutIntake(intake_id))


def _own_row(turn: Turn, own: Candidacy | OfferedPlace) -> tuple[Button, ...]:
    if isinstance(own, OfferedPlace):
        return (button(short(own.workplace), ShowOwnIntake(IntakeSide.COMPANY, own.id)),)
    intake = turn.uow.intakes.find(own.intake_id)
    title = intake.title if intake else "—"
    return (button(short(title), ShowOwnIntake(IntakeSide.CANDIDATE, own.id)),)
