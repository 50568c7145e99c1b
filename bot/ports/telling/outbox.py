"""What goes to others: the messages that wait, where they are kept, and who carries them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.domain.telling.delivery import DeliveryOutcome, DeliveryState, DeliveryStep
from bot.domain.telling.pace import Rate
from bot.messages import File, MessageKind
from bot.ports.telling.mail import Letter


@dataclass(frozen=True, slots=True)
class Content:
    """A message rendered in its reader's language, not yet drawn for a platform.

    `buttons` are rows of {label, code}, of a choice with {chosen}; `picture` describes a colour
    report as data, `alt` is the same in words; `kind` is what sort of message it turned out to be.
    `edits` names the message of that platform which it replaces in place, `deletes` the one that
    it takes away, or else empties: then the text is all that is left of it. `files` say what goes
    along, as transcripts keep it, and `made` is the same once it is drawn. A ping `opens` a path of
    the page, and is of use `until` an instant. None of these four is ever kept in the outbox.
    """

    text: str
    buttons: Sequence[Sequence[Mapping[str, Any]]] = ()
    picture: Mapping[str, Any] | None = None
    alt: str | None = None
    kind: str = ""
    edits: str = ""
    deletes: str = ""
    files: Sequence[Mapping[str, Any]] = ()
    made: Sequence[File] = ()
    opens: str = ""
    until: datetime | None = None
    letter: Letter | None = None
    """What goes by e-mail instead; it is never kept in the outbox either."""


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message to write; of one (person, kind, subject) there is never a second.

    The writer chooses `subject`. `track_id` says whom it is about: whoever lost sight of that
    track does not get it. Before `not_before` it waits, after `expires_at` it is dropped. What
    `asks` for something, about what `about_id` names, has no content yet.
    """

    organisation_id: int
    person_id: int
    platform: str
    address: str
    kind: MessageKind
    subject: str
    content: Content
    track_id: int | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
    asks: str = ""
    about_id: int | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """A message for somebody's best chat, composed when it is sent; else as a draft.

    `about_id` is what it asks about: a question, feedback; None where the name says it all.
    Without `not_before` (aware) nothing keeps it.
    """

    person_id: int
    kind: MessageKind
    subject: str
    asks: str
    track_id: int | None = None
    expires_at: datetime | None = None
    about_id: int | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A message that was claimed: `attempts` counts this one, and names it.

    Its kind may be one of another version of the program. One that `asks` for something is
    composed right before it is sent, from what `about_id` names where it names something; `day` is
    the person's day of which it is the one message that nobody asked for. `ref` is set where it was
    sent before: then it is edited.
    """

    id: int
    organisation_id: int
    person_id: int
    track_id: int | None
    platform: str
    address: str
    kind: str
    content: Content
    attempts: int
    expires_at: datetime | None
    made_at: datetime
    asks: str = ""
    about_id: int | None = None
    day: str | None = None
    ref: str = ""

    @property
    def key(self) -> str:
        """What names it beside updates, which have keys of their platform's."""
        return f"outbox:{self.id}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a worker asks for: at most so many, not of resting chats, leased until an instant.

    Of one chat alone where `only` names it. `resting` says until when each rests. With a `pace`, no
    more than all processes of the bot may send together, and of no chat that rests for another.
    """

    platform: str
    at: datetime
    until: datetime
    at_most: int
    resting: Mapping[str, datetime] = field(default_factory=dict)
    only: str = ""
    pace: Rate | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A message with what came of sending it, and when."""

    message: OutboxMessage
    outcome: DeliveryOutcome
    at: datetime


@dataclass(frozen=True, slots=True)
class Settlement:
    """What is stored of an attempt."""

    message: OutboxMessage
    step: DeliveryStep
    at: datetime
    ref: str = ""


@dataclass(frozen=True, slots=True)
class OutboxStanding:
    """How many messages of a platform are in a state, after what, and when the first was due."""

    platform: str
    state: DeliveryState
    error: str
    count: int
    oldest: datetime


class Messenger(Protocol):
    """One platform's way out; it never raises for what a platform answers."""

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        """Send a message to a chat, once.

        NotReached only where no connection was made, Later only where the platform said that it
        did not take the message; whatever else ends without an answer is Unknown.
        """


class Outbox(Protocol):
    """Messages that wait for others, in one transaction."""

    def write(self, drafts: Sequence[MessageDraft], at: datetime) -> int:
        """Keep messages in the transaction that causes them; gives how many were kept.

        One that is there already stays as it is, but an answer that still waits becomes the newer.
        """

    def post(self, posted: Posted, at: datetime) -> int | None:
        """Write a message to somebody's best chat; gives its id, None where nobody is in reach."""

    def say_anew(self, message_id: int, at: datetime) -> bool:
        """Let a message be composed and shown anew, in place; False where it never arrived."""

    def claim(self, claim: Claim) -> list[OutboxMessage]:
        """Take what is due, the oldest of each chat that has none under way.

        Where another one took of a chat at the same instant it fails, and the transaction is to
        be tried again.
        """

    def is_due(self, platform: str, at: datetime) -> bool:
        """Say whether anything that waits on a platform is due at an instant."""

    def read_next_due(self, platform: str, after: datetime) -> datetime | None:
        """Read when something that waits on a platform is due next, after an instant."""

    def pings(self, platform: str, address: str, until: datetime) -> bool:
        """Say whether a ping waits for an address that is of use until then."""

    def count_codes(self, mailbox: str, since: datetime) -> int:
        """Count the codes that were written to a mailbox after an instant, whoever asked."""

    def settle(self, settlements: Sequence[Settlement]) -> None:
        """Store what became of attempts; of one that is not the newest, nothing."""

    def readdress(self, person_id: int, platform: str, address: str) -> int:
        """Let what waits for somebody follow to another chat; gives the number of messages."""

    def follow(self, person_id: int, platform: str, address: str) -> int:
        """Let what waits for somebody, and is composed when it is sent, go to another chat.

        What is said of a chat, or changes what stands there, stays. Gives the number of messages.
        """

    def carry_over(self, person_id: int, away_from: str, platform: str, address: str) -> int:
        """Let what waits for somebody on a platform go to a chat on another one.

        Gives the number of messages.
        """

    def bring_along(self, person_id: int, platform: str, address: str) -> int:
        """Let what waits here for somebody without a chat go to the first one they have.

        Gives the number of messages.
        """

    def lapse(self, platform: str, at: datetime) -> int:
        """Call unknown what is under way with nobody left to say what became of it."""
