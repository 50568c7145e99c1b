"""Ask again later what is still open in periods, for whoever puts a reminder off."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.days import day_ends
from bot.domain.periods.period import Period, current
from bot.domain.school.tracks import Person, Track
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.errands import NewErrand
from bot.ports.telling.outbox import Content, MessageDraft

LATER = timedelta(hours=2)
LATER_LASTS = timedelta(days=4)
TOMORROW_LASTS = timedelta(days=5)
"""How long what was put off makes sense: over a long weekend, to the next hours of the person."""


def list_open_periods(uow: UnitOfWork, tracks: Sequence[Track], at: datetime) -> list[Period]:
    """List the period that is open at an instant in each programme of these tracks, if any."""
    programmes = sorted({track.programme_id for track in tracks})
    found = (current(uow.periods.list_of(programme), at) for programme in programmes)
    return [period for period in found if period is not None]


def ask_in_two_hours(uow: UnitOfWork, person: Person, at: datetime) -> None:
    """Post a message of its own that asks two hours after `at`, within the person's hours.

    It is not left to the one message of a day: whoever asks for it is not spoken to unasked.
    """
    platform, address = uow.accounts.read_chat(person.id)
    due_at = at + LATER
    draft = MessageDraft(
        organisation_id=person.organisation_id,
        person_id=person.id,
        platform=platform,
        address=address,
        kind=MessageKind.REMINDER,
        subject=f"again:{due_at.isoformat(timespec='minutes')}",
        content=Content(""),
        not_before=due_at,
        expires_at=due_at + LATER_LASTS,
        asks=Asks.AGAIN,
    )
    uow.outbox.write([draft], at)
    uow.acts.record(person.id, Act.PUT_OFF, at)


def ask_tomorrow(uow: UnitOfWork, person: Person, tracks: Sequence[Track], at: datetime) -> None:
    """Ask on the person's next day, in their own zone, about each period that is open at `at`.

    A period whose photo is taken before then needs none.
    """
    tomorrow = day_ends(at, person.time_zone)
    last = tomorrow + TOMORROW_LASTS
    uow.errands.give(
        [
            NewErrand(
                organisation_id=person.organisation_id,
                person_id=person.id,
                kind=ErrandKind.REMINDER,
                subject=f"again:{period.id}:{tomorrow.isoformat()}",
                due_at=tomorrow,
                expires_at=min(period.photo_at or last, last),
                about_id=period.id,
            )
            for period in list_open_periods(uow, tracks, at)
            if period.photo_at is None or period.photo_at > tomorrow
        ]
    )
    uow.acts.record(person.id, Act.PUT_OFF, at)
