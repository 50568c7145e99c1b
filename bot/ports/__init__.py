"""Protocols of the inside: what use cases and handlers may ask of the storage."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.domain.colours import Counts
from bot.domain.film import Mark, Score
from bot.domain.frameworks import Programme
from bot.domain.repertoire import Repertoire
from bot.domain.tracks import Person, Role, Track
from bot.ports.accounts import Accounts
from bot.ports.alerts import Alerts, Interventions, Sittings
from bot.ports.answers import AnswerReads, Answers
from bot.ports.choices import Choices
from bot.ports.errands import Errands
from bot.ports.lessons import Lessons
from bot.ports.messenger import Outbox
from bot.ports.periods import Periods
from bot.ports.photos import FilmReads, Looks, Photos
from bot.ports.prompts import Prompts
from bot.ports.tips import Tips


@dataclass(frozen=True, slots=True)
class Seat:
    """From where somebody scores: who, on which track, in which role, at which placement."""

    organisation_id: int
    author_id: int
    track_id: int
    role: Role
    placement_id: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What one message or one dialogue recorded; it can be undone as a whole."""

    id: int
    author_id: int
    said_at: datetime
    undone_at: datetime | None
    title: str


@dataclass(frozen=True, slots=True)
class SeenColour:
    """A competence's counts in one perspective, as a viewer may see them."""

    competence_id: int
    role: Role
    counts: Counts


@dataclass(frozen=True, slots=True)
class SeenMark:
    """An indicator's mark in one perspective, as a viewer may see it, with its author."""

    indicator_id: int
    role: Role
    mark: Mark
    author: str
    workplace: str


@dataclass(frozen=True, slots=True)
class SeenNote:
    """A note that a viewer may read; without an indicator it is about the whole competence."""

    competence_id: int
    indicator_id: int | None
    role: Role
    author: str
    text: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where one person's conversation stands; it survives restarts and changes of device.

    `serial` numbers the live menu: a tap that carries another number is on a closed one.
    """

    about_track: int | None = None
    about_at: datetime | None = None
    asking: str = ""
    asked_at: datetime | None = None
    serial: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preferences:
    """When and how much somebody wants to be asked, in that person's own time zone."""

    profile: str = "standard"
    hours: str = "day"
    muted: bool = False
    absent_until: datetime | None = None


class People(Protocol):
    """Who is known, and what each prefers."""

    def one(self, person_id: int) -> Person | None:
        """Find a person by identity, locking the row where several processes serve people."""

    def glance(self, person_id: int) -> Person | None:
        """Find a person without locking: for what writes nothing about them."""

    def set_language(self, person_id: int, language: str) -> None:
        """Change the language in which somebody is addressed."""

    def preferences(self, person_id: int) -> Preferences:
        """Read somebody's preferences."""

    def set_preferences(self, person_id: int, preferences: Preferences) -> None:
        """Replace somebody's preferences."""


class Tracks(Protocol):
    """Tracks as one person meets them, and the programmes they follow."""

    def of(self, person_id: int) -> Sequence[Track]:
        """List the tracks in which somebody has a role today, by student's name."""

    def coaches_around(self, person_id: int) -> Sequence[int]:
        """List the coaches of every track around which somebody is."""

    def programme(self, programme_id: int) -> Programme:
        """Read a programme with its competences, contexts and course components."""

    def focus(self, track_id: int, at: datetime) -> frozenset[int]:
        """Give the indicators in focus at that instant."""

    def set_focus(
        self, seat: Seat, indicators: Collection[int], said_at: datetime, until: datetime
    ) -> None:
        """Replace the focus that this author set on a track."""


class Ledger(Protocol):
    """The append-only record of everything said, with the marks and colours it gives."""

    def open_entry(
        self, organisation_id: int, author_id: int, said_at: datetime, title: str, source: str
    ) -> Entry:
        """Begin an entry; source is the message it comes from."""

    def entry(self, entry_id: int) -> Entry | None:
        """Find an entry."""

    def latest_entry(self, author_id: int) -> Entry | None:
        """Find somebody's newest entry that still stands."""

    def entry_of_source(self, author_id: int, source: str) -> Entry | None:
        """Find the standing entry that a message of this author made."""

    def marks(self, seat: Seat, indicators: Collection[int]) -> Mapping[int, Mark]:
        """Hold the track for this transaction and read its perspective's marks, to build on."""

    def append(
        self,
        entry: Entry,
        seat: Seat,
        competence_id: int,
        scores: Mapping[int, Score],
        before: Mapping[int, Mark] | None = None,
    ) -> Mapping[int, Mark]:
        """Add scores by indicator and bring marks and colours up to date; give the marks.

        `before` are these indicators' marks as `marks` gave them, if it was asked.
        """

    def add_note(
        self,
        entry: Entry,
        seat: Seat,
        competence_id: int,
        indicator_id: int | None,
        text: str,
    ) -> None:
        """Keep a note beside what was said."""

    def undo(self, entry: Entry, at: datetime) -> int:
        """Take an entry out of the film from that instant on; give the number of marks touched."""

    def restore(self, entry: Entry) -> None:
        """Put an entry back that was undone in this same transaction."""

    def seats_of(self, entry: Entry) -> Sequence[tuple[int, int]]:
        """List the (track, competence) pairs an entry touched."""


class Reads(Protocol):
    """What a person may see of scores; every method goes through `visible_to`."""

    def colours(self, viewer_id: int, track_id: int) -> Sequence[SeenColour]:
        """Read a track's colours in every perspective that this viewer may see."""

    def marks(self, viewer_id: int, track_id: int, competence_id: int) -> Sequence[SeenMark]:
        """Read a competence's marks in every perspective that this viewer may see."""

    def perspective(
        self, viewer_id: int, track_id: int, role: Role, competence_id: int | None = None
    ) -> Mapping[int, Mark]:
        """Read one perspective's marks by indicator, of a track or of one competence of it."""

    def notes(self, viewer_id: int, track_id: int, competence_id: int) -> Sequence[SeenNote]:
        """Read the notes on a competence that this viewer may read, oldest first."""


class Dialogues(Protocol):
    """Where each person's conversation stands."""

    def of(self, person_id: int) -> Dialogue:
        """Read somebody's dialogue, a fresh one if there is none."""

    def put(self, person_id: int, dialogue: Dialogue) -> None:
        """Keep somebody's dialogue."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as one of our own platforms shows it, rendered in the reader's language.

    A file has an id, a name, a kind, an alt text, and what it is made of when it is asked for.
    """

    id: int
    kind: str
    text: str
    edited: bool
    buttons: list[list[dict[str, str]]]
    form: dict[str, Any] | None
    picture: dict[str, Any] | None
    alt: str | None
    mine: bool
    said_at: datetime
    files: Sequence[Mapping[str, Any]] = ()


class Transcripts(Protocol):
    """The messages of the platforms that we run ourselves: web chat and terminal."""

    def add(
        self, person_id: int, organisation_id: int, shown: Shown, key: str, *, read: bool = True
    ) -> Shown:
        """Keep a new message; gives it its id. One that nobody read yet waits to be shown."""

    def replace(self, person_id: int, organisation_id: int, shown: Shown, key: str) -> Shown:
        """Change one of our messages to this person in place; where there is none, add one."""

    def one(self, person_id: int, message_id: int) -> Shown | None:
        """Find one of somebody's messages."""

    def answers_to(self, person_id: int, key: str) -> Sequence[Shown]:
        """List the messages that a given update was answered with."""

    def recent(self, person_id: int, limit: int) -> Sequence[Shown]:
        """List somebody's newest messages, oldest first."""

    def unread(self, person_id: int) -> Sequence[Shown]:
        """List what arrived and was not yet shown, and mark it shown."""


class UnitOfWork(Protocol):
    """Everything one transaction can reach."""

    @property
    def people(self) -> People: ...  # noqa: D102
    @property
    def accounts(self) -> Accounts: ...  # noqa: D102
    @property
    def tracks(self) -> Tracks: ...  # noqa: D102
    @property
    def ledger(self) -> Ledger: ...  # noqa: D102
    @property
    def reads(self) -> Reads: ...  # noqa: D102
    @property
    def dialogues(self) -> Dialogues: ...  # noqa: D102
    @property
    def transcripts(self) -> Transcripts: ...  # noqa: D102
    @property
    def outbox(self) -> Outbox: ...  # noqa: D102
    @property
    def periods(self) -> Periods: ...  # noqa: D102
    @property
    def photos(self) -> Photos: ...  # noqa: D102
    @property
    def film_reads(self) -> FilmReads: ...  # noqa: D102
    @property
    def errands(self) -> Errands: ...  # noqa: D102
    @property
    def sittings(self) -> Sittings: ...  # noqa: D102
    @property
    def alerts(self) -> Alerts: ...  # noqa: D102
    @property
    def interventions(self) -> Interventions: ...  # noqa: D102
    @property
    def choices(self) -> Choices: ...  # noqa: D102
    @property
    def lessons(self) -> Lessons: ...  # noqa: D102
    @property
    def looks(self) -> Looks: ...  # noqa: D102
    @property
    def repertoire(self) -> Repertoire: ...  # noqa: D102
    @property
    def tips(self) -> Tips: ...  # noqa: D102
    @property
    def prompts(self) -> Prompts: ...  # noqa: D102
    @property
    def answers(self) -> Answers: ...  # noqa: D102
    @property
    def answer_reads(self) -> AnswerReads: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Job:
    """One update for a lane: what it does, and what a repeat of it gives instead.

    `update` is kept in quarantine if the work raises; it is never logged. Jobs of one `lane`
    (the person, unless another number is given) stay in order.
    """

    key: str
    person_id: int | None
    at: datetime
    work: Callable[[Any], Any]
    again: Callable[[Any], Any]
    update: Mapping[str, Any] = field(default_factory=dict)
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a lane made of a job: its value once committed, or that it was set aside."""

    value: Any = None
    quarantined: bool = False
