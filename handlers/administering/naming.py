"""What people are called in chats that are not the school's: a choice, and what it means."""

from bot.domain.school.naming import Naming
from bot.messages import Reply, Sayable, Text, _, lines, words
from bot.refusal import Refused
from bot.showing.words.naming import NAMING_WORD
from bot.use_cases.administering.change_naming import change_naming
from bot.use_cases.administering.files.keep_file import find_school
from handlers.administering.people import BACK
from handlers.administering.taps import NamingCode, SetNaming, ShowNaming
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import ticked
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

CALLED: dict[Naming, Text] = {
    Naming.FULL: _("full names"),
    Naming.FIRST_NAMES: _("first names"),
    Naming.DISCREET: _("code words"),
}

BY_CODE: dict[NamingCode, Naming] = {
    "full": Naming.FULL,
    "first": Naming.FIRST_NAMES,
    "discreet": Naming.DISCREET,
}

MEANS: dict[Naming, Text] = {
    Naming.FULL: _("nobody has to ask who is meant; Telegram and Slack keep every name."),
    Naming.FIRST_NAMES: _(
        "two with the same first name get an initial; no family name leaves the school."
    ),
    Naming.DISCREET: _(
        "no name leaves the school. What people wrote, and what needs names, opens on the school's "
        "own page: one tap more."
    ),
}
"""What each choice means for those who read and those who keep the messages."""


def tapped_naming(turn: Turn, _tap: ShowNaming) -> Replies:
    """Show what holds, and what each choice means."""
    return [_draw(turn)]


def tapped_set_naming(turn: Turn, tap: SetNaming) -> Replies:
    """Choose what people are called from the next message on."""
    naming = BY_CODE[tap.naming]
    try:
        entry = change_naming(turn.uow, turn.person, naming, turn.at)
    except Refused as refused:
        return [_draw(turn, refused.text)]
    if entry is None:
        return [_draw(turn)]
    text = lines(
        _("From the next message on: {names}.", names=NAMING_WORD[naming]),
        _("What was sent before stays as it was sent."),
    )
    rows = ((button(_("↩ Undo"), UndoEntry(entry)),), (button(BACK, OpenAdmin()),))
    return [Reply(text, rows, edit=True)]


def _draw(turn: Turn, said: Sayable | None = None) -> Reply:
    holds = find_school(turn.uow, turn.person).naming
    text = lines(
        said,
        _("What people are called on Telegram and Slack, in push messages and mail:"),
        *(words("• ", CALLED[own], ": ", MEANS[own], by="") for own in Naming),
        _("Now: {names}.", names=CALLED[holds]),
    )
    rows = [
        (button(ticked(CALLED[own], chosen=own is holds), SetNaming(code)),)
        for code, own in BY_CODE.items()
    ]
    return Reply(text, (*rows, (button(BACK, OpenAdmin()),)), edit=True)
