"""An e-mail address is typed, and confirmed by the code that goes there."""

from bot.domain.telling.mail_addresses import as_mail_address, shown
from bot.messages import Reply, Sayable, _, _n, lines
from bot.use_cases.telling.mail.ask_address import Given, ask_address
from bot.use_cases.telling.mail.confirm_address import confirm_address
from handlers.talking.places.asked import AddressAwaited, CodeAwaited
from handlers.talking.places.shown import draw_places
from handlers.talking.places.taps import GiveAddress
from handlers.talking.turn import Replies, Turn

NO_ADDRESS = _("That is no e-mail address that I can write to, such as name@school.example.")
TOO_MANY_THERE = _(
    "Many codes went to that address today, from you or from others. Give another address, or this "
    "one tomorrow."
)
NO_SERVER = _("There is no e-mail here.")


def tapped_give(turn: Turn, _tap: GiveAddress) -> Replies:
    """Ask for an address."""
    if not turn.uow.sends_mail:
        return [Reply(NO_SERVER)]
    asked = AddressAwaited()
    turn.ask(asked)
    return [ask_for_address(turn, asked)]


def ask_for_address(_turn: Turn, _asked: AddressAwaited) -> Reply:
    """Ask for an address."""
    return Reply(
        lines(
            _("Type your e-mail address. I send a code there, and nothing else until you type it."),
            _("An e-mail says only that something waits in your chat: no names, no scores."),
        )
    )


def is_address(text: str) -> bool:
    """Say whether words are an address, or meant as one."""
    return "@" in text


def take_address(turn: Turn, asked: AddressAwaited, text: str) -> Replies:
    """Let a code go to an address."""
    given = ask_address(turn.uow, turn.person.id, text, turn.at)
    if given is Given.NO_ADDRESS:
        turn.keep(asked)
        return [Reply(NO_ADDRESS)]
    if given is Given.TOO_OFTEN:
        turn.close()
        return [Reply(_("Those were many addresses for one day. Give another one tomorrow."))]
    if given is Given.TOO_MANY_THERE:
        turn.keep(asked)
        return [Reply(TOO_MANY_THERE)]
    waits = CodeAwaited()
    turn.ask(waits)
    return [ask_for_code(turn, waits, shown(as_mail_address(text) or ""))]


def stand_code(turn: Turn, asked: CodeAwaited) -> Reply | None:
    """Ask for the code again, while one is waited for."""
    waits = turn.uow.mail_addresses.find_asked(turn.person.id)
    if waits is None or not waits.address:
        return None
    return ask_for_code(turn, asked, shown(waits.address))


def ask_for_code(_turn: Turn, _asked: CodeAwaited, address: str) -> Reply:
    """Ask for the code that went to an address."""
    return Reply(
        _(
            "A code of six digits is on its way to {address}: type it here. It works for a day. If "
            "it is not there in a few minutes, look between the unwanted mails.",
            address=address,
        )
    )


def take_code(turn: Turn, asked: CodeAwaited, text: str) -> Replies:
    """Take a code, and show where messages go once it was right."""
    came = confirm_address(turn.uow, turn.person.id, text, turn.at)
    if came.address:
        turn.close()
        done = _("Done: {address} is yours.", address=shown(came.address))
        places = draw_places(turn, edit=False)
        return [Reply(lines(done, places.text), places.buttons)]
    if came.left:
        turn.keep(asked)
        return [Reply(_not_that_code(came.left))]
    turn.close()
    return [Reply(_("That code no longer works. Give the address once more in /settings."))]


def _not_that_code(left: int) -> Sayable:
    return _n(
        "That is not the code. You can try {count} more time.",
        "That is not the code. You can try {count} more times.",
        left,
    )
