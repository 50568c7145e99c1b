"""Making the file with what is kept of somebody: read first, drawn and packed later."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from bot.domain.coaching.repertoire import Prompt
from bot.domain.rights.having import OwnData, TakeAway
from bot.domain.school.tracks import Person
from bot.exchange.own_data.taken import Taken
from bot.exchange.own_data.zipped import zipped
from bot.i18n import Voice, voice_of
from bot.messages import Described, File
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.having.make_own_data import (
    begin_own_data,
    fail_own_data,
    keep_own_data,
    read_own_data,
)
from bot.use_cases.rights.having.see_own_data import see_own_data
from bot.wiring.own_data.pictures import describe_own_pictures
from handlers.rights.having.noted import say_notes

log = logging.getLogger(__name__)

Transaction = Callable[[], AbstractContextManager[StoredUnitOfWork]]
Draw = Callable[[Described, Voice], Sequence[File]]
"""Draws a picture, in several parts where it is long; it never raises."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read of somebody at an instant (aware), before anything is drawn."""

    person: Person
    data: OwnData
    pictures: Sequence[Described]
    notes: Sequence[str]
    voice: Voice
    at: datetime
    prompts: Mapping[str, Prompt]


def gather(uow: StoredUnitOfWork, person: Person, at: datetime) -> Gathered:
    """Read everything that somebody may have, in one transaction that only reads."""
    voice = voice_of(person, at)
    said = say_notes(see_own_data(uow, person, at), person.time_zone)
    return Gathered(
        person,
        read_own_data(uow, person),
        describe_own_pictures(uow, person, at),
        [line for line in voice.say(said).split("\n") if line],
        voice,
        at,
        uow.repertoire.prompts,
    )


def packed(gathered: Gathered, draw: Draw) -> bytes:
    """Draw the pictures and write the file; nothing of the database is held meanwhile."""
    pictures = [file for shown in gathered.pictures for file in draw(shown, gathered.voice)]
    return zipped(
        Taken(
            gathered.person,
            gathered.data,
            pictures,
            gathered.voice,
            gathered.at,
            gathered.notes,
            gathered.prompts,
        )
    )


def make_next(transaction: Transaction, reading: Transaction, draw: Draw, at: datetime) -> bool:
    """Make the next file that is wanted and due at an instant (aware); False where none is."""
    with transaction() as uow:
        begun = begin_own_data(uow, at)
    if begun is None:
        return False
    try:
        data = _made(reading, draw, begun, at)
    except Exception as error:
        # Only its kind: what people wrote stays out of the log.
        log.warning("a file with somebody's data was not made: %s", type(error).__name__)
        data = None
    with transaction() as uow:
        if data is None:
            fail_own_data(uow, begun, at)
        else:
            keep_own_data(uow, begun, data, at)
    return True


def _made(reading: Transaction, draw: Draw, begun: TakeAway, at: datetime) -> bytes | None:
    with reading() as uow:
        person = uow.people.find(begun.person_id)
        gathered = gather(uow, person, at) if person is not None else None
    return packed(gathered, draw) if gathered is not None else None
