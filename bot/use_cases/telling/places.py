"""The one place where unasked messages go: which somebody has, which it is, and the next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.telling.asks import Asks
from bot.domain.telling.places import IN_ORDER, LOST, PINGS, Place
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted


def list_places(uow: UnitOfWork, person_id: int, at: datetime) -> Sequence[Place]:
    """List the places that somebody has at an instant, what rings before what waits."""
    chats = {Place(chat.platform) for chat in uow.accounts.list_of(person_id) if chat.reachable}
    if Place.PAGE in chats:
        if uow.subscriptions.list_of(person_id, at):
            chats.add(Place.PUSH)
        if gets_mail(uow, person_id):
            chats.add(Place.MAIL)
    return [place for place in IN_ORDER if place in chats]


def gets_mail(uow: UnitOfWork, person_id: int) -> bool:
    """Say whether mail to somebody would be sent, and is not known to come back."""
    address = uow.mail_addresses.find(person_id) if uow.sends_mail else None
    return address is not None and address.refused_at is None


def find_place(uow: UnitOfWork, person_id: int, at: datetime) -> Place | None:
    """Find where somebody's unasked messages go; None where they have no place yet."""
    places = list_places(uow, person_id, at)
    chosen = uow.people.read_preferences(person_id).told_on
    if chosen in places:
        return chosen
    platform, _address = uow.accounts.read_chat(person_id)
    if platform == Place.PAGE:
        return next((place for place in (*PINGS, Place.PAGE) if place in places), None)
    return next((place for place in places if place == platform), None)


def follow_place(uow: UnitOfWork, person_id: int) -> int:
    """Let what waits for somebody go along to where they are told now; gives how many messages."""
    return uow.outbox.follow(person_id, *uow.accounts.read_chat(person_id))


def lose_place(uow: UnitOfWork, person_id: int, lost: Place, at: datetime) -> None:
    """Go on at the next place where one that somebody used takes nothing any more, and say so.

    Called once the place is lost. Of a chat that nobody chose nothing is said: another one is used
    then as ever.
    """
    wish = uow.people.read_preferences(person_id)
    others = [place for place in list_places(uow, person_id, at) if place is not lost]
    if wish.told_on is lost:
        following = next(iter(others), None)
        uow.people.set_preferences(person_id, replace(wish, told_on=following))
        follow_place(uow, person_id)
    elif wish.told_on is not None or lost is not Place.MAIL or Place.PUSH in others:
        return
    if others:
        notice = Posted(
            person_id,
            MessageKind.NOTICE,
            f"{Asks.PLACE_LOST}:{lost}:{at.isoformat()}",
            Asks.PLACE_LOST,
            about_id=LOST.index(lost),
        )
        uow.outbox.post(notice, at)
