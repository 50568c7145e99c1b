"""What people are to be told unasked, until one message of a day takes it along."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours
from bot.ports.worlds import EVERYBODY, People, World


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to tell one person: of which kind, about what, and until when it is of use.

    Its kind may be one of another version of the program. What `about_id` names goes by the kind:
    a period, a person, a class group. `since` is from when on it tells what happened, if it does.
    """

    id: int
    kind: str
    subject: str
    about_id: int | None
    due_at: datetime
    expires_at: datetime
    since: datetime | None


@dataclass(frozen=True, slots=True)
class NewErrand:
    """An errand to give; of one (person, kind, subject) there is never a second.

    The subject says nothing else: what an errand is about stands in the other fields.
    """

    organisation_id: int
    person_id: int
    kind: ErrandKind
    subject: str
    due_at: datetime
    expires_at: datetime
    about_id: int | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """Who gets a message now: the people of a world in one zone, with these hours.

    `day` is their day, `tomorrow` the instant at which it ends there. Who has no chat is left out,
    unless they are `looking` here themselves: then it is for them alone.
    """

    world: World
    zone: str
    hours: Collection[Hours]
    day: str
    tomorrow: datetime
    people: People = EVERYBODY
    looking: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """From when, and until when, something is to be told in one zone to people with these hours."""

    zone: str
    hours: Hours
    due_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ZoneWaiting:
    """What waits for the people of a zone: something is due, or something came too late.

    It is `asking` where it is somebody's own hour for a question.
    """

    due: bool
    asking: bool
    late: bool


class Errands(Protocol):
    """Errands, in one transaction."""

    def give(self, errands: Sequence[NewErrand]) -> int:
        """Store errands; gives how many were not there yet."""

    def list_due_people(self, gathering: Gathering) -> Sequence[int]:
        """List those for whom something is due, in the order of their identities."""

    def write_day_messages(self, gathering: Gathering) -> int:
        """Write one message to everybody with something due; gives how many messages.

        Who already got one today has to wait until tomorrow.
        """

    def take_day(self, message_id: int, day: str) -> bool:
        """Let a message be the one of its person's day; False where there is one already."""

    def read_zones(self, world: World) -> Mapping[str, ZoneWaiting]:
        """Read in which zones something is due by now, or came too late."""

    def asks_now(self, person_id: int, at: datetime) -> bool:
        """Say whether it is this person's own hour for a question."""

    def was_told_alone(self, errand_id: int) -> bool:
        """Say whether the message that told of it told of nothing else."""

    def list_of_message(
        self, person_id: int, message_id: int, until: datetime, at: datetime
    ) -> Sequence[Errand]:
        """List what a message takes along: its own, and what is due before an instant."""

    def close(self, errands: Collection[int], at: datetime, message_id: int | None = None) -> None:
        """Close errands: told by a message, or no longer of use."""

    def reopen(self, messages: Collection[int]) -> None:
        """Let errands wait again that these messages took along and did not deliver."""

    def list_waiting(self, world: World) -> Sequence[Waiting]:
        """List when what was given and not told yet is due, each instant once."""

    def close_expired(self, world: World, at_most: int = 500) -> int:
        """Close some of what came too late; gives how many, 0 where there is none any more."""
