"""Ask for everything that is kept of oneself as one file.

Those who decide about a person hear of it first: their messages are written with the wish, and the
file is begun a minute later. They are told, and not asked: the right hangs on nobody's leave.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.domain.rights.having import TAKE_AWAY_LASTS, TRIES, TakeAway
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted


class AskedOwnData(StrEnum):
    """What came of asking."""

    BEGUN = "begun"
    """It will be made; those who decide are told."""
    UNDER_WAY = "under way"
    """It was asked for before, and is being made."""
    THERE = "there"
    """It was made within the hour, and is brought once more."""


def ask_own_data(uow: UnitOfWork, person: Person, at: datetime) -> AskedOwnData:
    """Ask for the file at an instant (aware): at most one is made for a person at a time."""
    uow.people.find_and_hold(person.id)
    newest = uow.take_aways.find_newest(person.id)
    if newest is not None and newest.is_there(at) and newest.is_fresh(at):
        bring_own_data(uow, newest, at)
        return AskedOwnData.THERE
    if newest is not None and is_under_way(newest, at):
        return AskedOwnData.UNDER_WAY
    uow.take_aways.ask(person, secrets.token_urlsafe(24), at)
    tell_deciders(uow, person, at)
    return AskedOwnData.BEGUN


def is_under_way(take_away: TakeAway, at: datetime) -> bool:
    """Say whether a file is wanted, and may still come about."""
    return take_away.made_at is None and at < take_away.expires_at and take_away.tries < TRIES


def bring_own_data(uow: UnitOfWork, take_away: TakeAway, at: datetime) -> None:
    """Let the file, or the way to it, go to its person where their messages go."""
    told = Posted(
        take_away.person_id,
        MessageKind.NOTICE,
        f"{Asks.OWN_DATA}:{take_away.id}:{_anew()}",
        Asks.OWN_DATA,
        expires_at=take_away.expires_at,
        about_id=take_away.id,
    )
    uow.outbox.post(told, at)


def _anew() -> str:
    """Tell one message from those of before: whoever asks twice is told twice."""
    return secrets.token_hex(6)


def tell_deciders(uow: UnitOfWork, person: Person, at: datetime) -> Sequence[Person]:
    """Tell those who decide about somebody that they asked for their data; gives whom."""
    deciders = uow.administrators.list_deciders(person.id)
    for decider in deciders:
        told = Posted(
            decider.id,
            MessageKind.NOTICE,
            f"{Asks.OWN_DATA_ASKED}:{person.id}:{_anew()}",
            Asks.OWN_DATA_ASKED,
            expires_at=at + 14 * TAKE_AWAY_LASTS,
            about_id=person.id,
        )
        uow.outbox.post(told, at)
    return deciders
