"""What somebody gets who is not known yet: who the bot is, and the way in with a code."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.folding import fold
from bot.domain.joining.invitations import WARNED_AT, as_code
from bot.domain.languages import spoken
from bot.domain.school.tracks import Person
from bot.messages import Incoming, Reply, Sayable, Text, _, _n, lines
from bot.ports import UnitOfWork
from bot.use_cases.joining.come_to_page import CameIn, Door, come_to_page
from bot.use_cases.joining.redeem_invitation import Chat, Redeemed, Result, redeem_invitation
from handlers.joining.start import START, greet
from handlers.routes import TABLE
from handlers.talking.turn import Replies, Turn

MOVED = _(
    "You talk with me in another chat from now on, so I no longer answer in this one. "
    "Was that not you? Then tell your school at once."
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be told in a chat that somebody no longer uses, on the platform of the knock."""

    person: Person
    address: str
    text: Text


@dataclass(frozen=True, slots=True)
class Knocked:
    """The answer to a knock: whose chat it is now, the replies, and how to render them."""

    person_id: int | None
    replies: Replies
    language: str
    notices: tuple[Notice, ...] = ()
    time_zone: str = "UTC"
    came: CameIn | None = None
    manner: str = ""


def knock(
    uow: UnitOfWork,
    platform: str,
    address: str,
    typed: str,
    said_at: datetime,
    language: str,
    *,
    again: bool = False,
) -> Knocked:
    """Answer a private chat in which nobody is known, or a known one that opens an invitation.

    `typed` is a code, `/start` with or without one, or anything else that was said; `language` is
    what the platform says of the reader, such as "nl" or "nl-BE"; `again` is a repeat of an update.
    """
    code = code_in(typed)
    if not code:
        return Knocked(
            None, [Reply(_who_i_am())], spoken(language), manner=uow.people.read_manner()
        )
    came = redeem_invitation(uow, Chat(platform, address), code, said_at, again=again)
    if came.person is not None:
        return _welcomed(uow, came.person, came, said_at)
    here = uow.accounts.find_person(platform, address)
    known = uow.people.find_and_hold(here) if here else None
    said = [Reply(_SAID[came.result](came, said_at))]
    if known is None:
        return Knocked(here, said, spoken(language), manner=uow.people.read_manner())
    return Knocked(here, said, known.language, manner=known.manner)


def knock_at_page(uow: UnitOfWork, door: Door, at: datetime, language: str) -> Knocked:
    """Answer at the door of the page; whoever comes in for the first time is greeted."""
    came = come_to_page(uow, door, at)
    person = came.redeemed.person
    if person is not None:
        return replace(_welcomed(uow, person, came.redeemed, at), came=came)
    said = _full if came.redeemed.result is Result.TAKEN else _SAID[came.redeemed.result]
    return Knocked(None, [Reply(said(came.redeemed, at))], spoken(language))


def code_in(typed: str) -> str:
    """Find what was meant as a code: anything behind `/start`, or a code by itself."""
    first, _space, rest = typed.strip().partition(" ")
    rest = rest.strip()
    if fold(first.removeprefix("/").partition("@")[0]) in START.known():
        return rest if first.startswith("/") or as_code(rest) else ""
    return first if not rest and as_code(first) else ""


def _welcomed(uow: UnitOfWork, person: Person, came: Redeemed, at: datetime) -> Knocked:
    turn = Turn(Incoming("", person.id, at), person, uow, uow.dialogues.read(person.id), TABLE)
    notices = (Notice(person, came.replaced.address, MOVED),) if came.replaced else ()
    greeting = greet(turn, "")
    return Knocked(
        person.id, greeting, person.language, notices, person.time_zone, manner=person.manner
    )


def _who_i_am() -> Sayable:
    return lines(
        _("Hello, I am Kompaan, a companion for dual learning."),
        _(
            "I talk with students, mentors, teachers and coaches whom their school has invited. "
            "The school sends an invitation: open its link, or type its code here."
        ),
        _("Without one I store nothing of what you write."),
    )


def _unknown(came: Redeemed, _at: datetime) -> Sayable:
    left = came.tries.left
    return lines(
        _(
            "I do not know this code. It has ten letters and digits; look whether it is whole. "
            "The school can send you a new one."
        ),
        _n("You can try {count} more time.", "You can try {count} more times.", left)
        if left <= WARNED_AT
        else None,
    )


def _locked(came: Redeemed, at: datetime) -> Sayable:
    until = came.tries.locked_until or at
    # In minutes: of a stranger we do not know the time zone.
    minutes = max(1, -((at - until) // timedelta(minutes=1)))
    return _n(
        "Those were too many wrong codes. You can try again in {count} minute; until then I do "
        "not look at any code from this chat.",
        "Those were too many wrong codes. You can try again in {count} minutes; until then I do "
        "not look at any code from this chat.",
        minutes,
    )


_SAID: dict[Result, Callable[[Redeemed, datetime], Sayable]] = {
    Result.UNKNOWN: _unknown,
    Result.LOCKED: _locked,
    Result.USED: lambda _came, _at: _(
        "This invitation was used before; each works once. The school can send you a new one."
    ),
    Result.EXPIRED: lambda _came, _at: _(
        "This invitation no longer works. The school can send you a new one."
    ),
    Result.TAKEN: lambda _came, _at: _(
        "This chat is already in use by somebody else, so the code was not used. "
        "Open the invitation in your own chat."
    ),
}


def _full(_came: Redeemed, _at: datetime) -> Sayable:
    return _("Too many chats are open on this device. Open one of them, and close it in /settings.")
