"""A sign that something waits on the page: written with the message, kept to what still holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import (
    DeliveryError,
    DeliveryOutcome,
    Permanent,
    RefusalReason,
)
from bot.domain.telling.places import LASTS, WAITS, Place, is_ping, pings_for
from bot.domain.telling.subscriptions import EndedWhy
from bot.messages import MessageKind
from bot.ports import Shown, UnitOfWork
from bot.ports.telling.outbox import Content, MessageDraft, OutboxMessage
from bot.use_cases.telling.mail.refuse_address import refuse_address
from bot.use_cases.telling.places import gets_mail, list_places, lose_place


@dataclass(frozen=True, slots=True)
class Way:
    """How one place is pinged: somebody's addresses there, and what ends one.

    `opens` says which path of the page leads to a message, for whoever follows a ping there.
    """

    list_of: Callable[[UnitOfWork, int, datetime], Sequence[str]]
    opens: Callable[[UnitOfWork, str, int, datetime], str]
    lose: Callable[[UnitOfWork, OutboxMessage, RefusalReason, datetime], None]


def _devices(uow: UnitOfWork, person_id: int, at: datetime) -> Sequence[str]:
    return [str(device.id) for device in uow.subscriptions.list_of(person_id, at)]


def _opens_seat(uow: UnitOfWork, address: str, shown_id: int, at: datetime) -> str:
    found = uow.subscriptions.find(int(address), at)
    return f"/me/{found.seat}/#message-{shown_id}" if found else f"/me?message={shown_id}"


def _lose_device(
    uow: UnitOfWork, message: OutboxMessage, reason: RefusalReason, at: datetime
) -> None:
    if reason is RefusalReason.REFUSED:
        return
    uow.subscriptions.end(int(message.address), at, EndedWhy.GONE)
    if Place.PUSH not in list_places(uow, message.person_id, at):
        lose_place(uow, message.person_id, Place.PUSH, at)


def _letterbox(uow: UnitOfWork, person_id: int, _at: datetime) -> Sequence[str]:
    """Name the person for their address, which others may share; whoever is mute has none."""
    muted = uow.people.read_preferences(person_id).muted
    return [str(person_id)] if not muted and gets_mail(uow, person_id) else []


def _opens_message(_uow: UnitOfWork, _address: str, number: int, _at: datetime) -> str:
    return f"/me?message={number}"


def _lose_letterbox(
    uow: UnitOfWork, message: OutboxMessage, reason: RefusalReason, at: datetime
) -> None:
    address = uow.mail_addresses.find(message.person_id)
    person = uow.people.find(message.person_id)
    if reason is not RefusalReason.REFUSED and address is not None and person is not None:
        refuse_address(uow, person, address.address, at)


WAYS: Mapping[Place, Way] = {
    Place.PUSH: Way(_devices, _opens_seat, _lose_device),
    Place.MAIL: Way(_letterbox, _opens_message, _lose_letterbox),
}
"""The places that bring a sign of what waits, each with how."""


def ping(uow: UnitOfWork, message: OutboxMessage, shown: Shown, at: datetime) -> None:
    """Write a ping of what was just put on the page for somebody, to the place they have for it.

    Of what was there already and only changed there is none, as no chat would ring for it.
    """
    if not message.ref:
        until = message.expires_at or at + LASTS
        sign = replace(message, about_id=shown.id, expires_at=until)
        _write(uow, sign, _places(uow, message.person_id), at)


def is_seen(uow: UnitOfWork, message: OutboxMessage, _at: datetime) -> bool:
    """Say whether somebody has seen by now all that a ping is a sign of."""
    return _unseen(uow, message) is None


def is_left(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> bool:
    """Say whether a ping's address is its person's no longer, or not where they want to be told."""
    place = Place(message.platform)
    if place not in WAYS or place not in _places(uow, message.person_id):
        return True
    return message.address not in WAYS[place].list_of(uow, message.person_id, at)


def follow_ping(
    uow: UnitOfWork, message: OutboxMessage, error: DeliveryError | str, at: datetime
) -> None:
    """Let what a ping is a sign of ring where its person is pinged now, if its own place was left.

    A device that was logged out or subscribed anew, or another choice of place, loses no sign. Who
    has the page on no device any more can open nothing by it.
    """
    is_left_one = message.asks == Asks.PING and error == DeliveryError.MOVED
    if is_left_one and Place.PAGE in list_places(uow, message.person_id, at):
        _write(uow, message, _places(uow, message.person_id), at)


def find_pinged(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> Content:
    """Find what a ping is a sign of now: of which sort, and what it opens; it has no words yet."""
    shown = _unseen(uow, message)
    number = shown.id if shown else message.about_id or 0
    opens = WAYS[Place(message.platform)].opens(uow, message.address, number, at)
    kind = shown.kind if shown else message.kind
    return Content("", kind=kind, opens=opens, until=message.expires_at)


def ping_elsewhere(
    uow: UnitOfWork, message: OutboxMessage, outcome: DeliveryOutcome, at: datetime
) -> None:
    """End an address that takes no pings any more, and use the next place where it was the last.

    What is refused though the address lives goes to the next place, too: better twice than never.
    """
    if not isinstance(outcome, Permanent) or not is_ping(message.platform):
        return
    place = Place(message.platform)
    following = _places(uow, message.person_id)
    following = following[following.index(place) + 1 :] if place in following else ()
    WAYS[place].lose(uow, message, outcome.reason, at)
    others = WAYS[place].list_of(uow, message.person_id, at)
    if outcome.reason is RefusalReason.REFUSED or not others:
        _write(uow, message, following, at)


def _places(uow: UnitOfWork, person_id: int) -> Sequence[Place]:
    return pings_for(uow.people.read_preferences(person_id).told_on)


def _write(uow: UnitOfWork, sign: OutboxMessage, places: Sequence[Place], at: datetime) -> None:
    """Write a ping to the first place that somebody has, to all its addresses."""
    for place in places:
        addresses = WAYS[place].list_of(uow, sign.person_id, at) if place in WAYS else ()
        until = sign.expires_at or at + LASTS
        # One that waits tells of this, too: it is composed when it is sent.
        drafts = [
            _draft(sign, place, address, at)
            for address in addresses
            if not uow.outbox.pings(place, address, until)
        ]
        uow.outbox.write(drafts, at)
        if addresses:
            return


def _draft(sign: OutboxMessage, place: Place, address: str, at: datetime) -> MessageDraft:
    return MessageDraft(
        organisation_id=sign.organisation_id,
        person_id=sign.person_id,
        platform=place,
        address=address,
        # Another version of the program may know other sorts.
        kind=MessageKind(sign.kind if sign.kind in set(MessageKind) else MessageKind.NOTICE),
        subject=f"{Asks.PING}:{place}:{address}:{sign.about_id}",
        content=Content(""),
        # It may stand for several messages, of several tracks, and says nothing of any.
        track_id=None,
        not_before=at + WAITS[place],
        expires_at=sign.expires_at,
        asks=Asks.PING,
        about_id=sign.about_id,
    )


def _unseen(uow: UnitOfWork, message: OutboxMessage) -> Shown | None:
    return uow.transcripts.find_unseen(message.person_id, message.about_id or 0)
