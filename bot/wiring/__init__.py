"""What wires: settings, storage, conversation and platforms meet here and nowhere else."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from bot.domain.days import Showing
from bot.i18n import Voice
from bot.lanes import Lanes
from bot.messages import Sayable, Text, _, lines
from bot.ports import Job, JobOutcome
from bot.ports.administering.handed_files import FileReader
from bot.refusal import Refused
from bot.settings import Settings, read_settings
from bot.storage.batch import Unavailable, handle
from bot.storage.engine import connect
from bot.storage.school.programmes import Cache
from bot.storage.sqlite import READING
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring.installing.version import migrate_database, prepare_database
from handlers.talking.meaning.dates import explain_clock

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bot.domain.coaching.repertoire import Repertoire
    from bot.domain.joining.ways_in import WaysIn
    from bot.domain.jumps import Beat
    from bot.platforms.sample_page.chat import OwnClass
    from bot.ports.administering.handed_files import FileDraft
    from bot.ports.importing import OrganisationRow
    from bot.storage.health import Finding

__all__ = ["House", "Unavailable", "open_house"]


@dataclass
class House:
    """An installation: its settings and its database, with what stands on them."""

    settings: Settings
    keeps_open: bool = False
    """Whether connections stay open until the lanes end: a command needs few, and opens each."""
    cache: Cache = field(default_factory=dict)
    ticking: Lock = field(default_factory=Lock)
    """Held by a tick: whoever moves the sample's clock must see all that it tells."""
    loading: Lock = field(default_factory=Lock)
    """Held by whoever loads a sample that is looked at for the first time."""
    ticked_at: datetime = field(default_factory=partial(datetime.now, UTC))
    """When this process last ticked; before it did, when it began."""
    clock_problem: str | None = None
    """Why the clock is not believed, if it is not: photos and messages are held meanwhile."""
    clock_seen_at: datetime | None = None
    """What the clock showed when that was last asked."""
    clock_believed: "Beat | None" = None
    """What it showed when this process last believed it."""
    photos_problem: str | None = None
    """What the last tick found wrong with photos that were taken."""
    erasures_problem: str | None = None
    """Why the list of erasures could not be used by the last tick, if it could not."""
    erasures_held: object = None
    """What the list of erasures and the database were like when they were last held together."""
    pushes_anywhere: bool = False
    """Whether a push service may stand on this machine: only a test's own does."""
    now: datetime | None = None
    """The instant of a command that has one: days of another year are shown with it."""

    @cached_property
    def engine(self) -> Engine:
        """The engine; nothing connects until it is used. Raises Refused for a bad URL."""
        try:
            return connect(self.settings.database_url, keeps_open=self.keeps_open)
        except (ArgumentError, NoSuchModuleError, ImportError, ValueError, TypeError):
            raise Refused(
                _("KOMPAAN_DATABASE_URL is not a database address that I can read.")
            ) from None

    def say(self, what: Sayable) -> str:
        """Render a text for the command line."""
        return Voice(self.settings.language, self.zone, self.now, self.manner).say(what)

    @property
    def zone(self) -> str:
        """The school's time zone: that of the settings where none is stored, or can be read."""
        return self._founded[0]

    @property
    def manner(self) -> str:
        """How the school speaks where nobody is known yet, as it was when this process began."""
        return self._founded[1]

    @cached_property
    def _founded(self) -> tuple[str, str]:
        """The school's time zone, and how it speaks, as this command began."""
        stored = self.stored_organisation()
        return (stored.time_zone, stored.manner) if stored else (self.settings.time_zone, "")

    @property
    def list_separator(self) -> str:
        """What separates columns in the spreadsheets of where the school is."""
        from bot.exchange.csv_out import separator_of  # only who writes a table pays for it

        school = self.stored_organisation()
        language = school.language if school else self.settings.organisation_language
        return separator_of(language, self.zone)

    def stored_organisation(self) -> "OrganisationRow | None":
        """Read the school's organisation; None where there is none, or no database to read."""
        try:
            with self.reading() as uow:
                return self._real(uow)
        except (SQLAlchemyError, Refused):
            return None

    def _real(self, uow: StoredUnitOfWork) -> "OrganisationRow | None":
        rows = uow.catalogue.list_organisations()
        return next((row for row in rows if not row.sample), None)

    @cached_property
    def repertoire(self) -> "Repertoire":
        """Read the questions and tips: ours, and the school's own. Raises Refused."""
        from bot.wiring.own_texts import own_repertoire  # most commands ask nothing

        return own_repertoire(self.settings.repertoire_file)

    def unit(self, connection: Connection, cache: Cache | None = None) -> StoredUnitOfWork:
        """Open a unit of work on a connection, with the programmes known so far, or in a cache."""
        known, mails = self.cache if cache is None else cache, bool(self.settings.mail_server)
        return StoredUnitOfWork(
            connection,
            known,
            lambda: self.repertoire,
            self.settings.public_url,
            sends_mail=mails,
            ways_in=self.ways_in,
            reads_files=FileReader(read_file),
        )

    @cached_property
    def ways_in(self) -> "WaysIn":
        """By what people come in, as the settings say."""
        from bot.wiring.pages.address import ways_in_of  # as above

        return ways_in_of(self.settings)

    @contextmanager
    def transaction(self) -> Iterator[StoredUnitOfWork]:
        """Open a transaction: committed on leaving, rolled back on an exception."""
        with self.engine.begin() as connection:
            # A cache of its own: a revision that is rolled back must not be remembered.
            yield self.unit(connection, {})

    @contextmanager
    def reading(self) -> Iterator[StoredUnitOfWork]:
        """Open a transaction that only reads: on SQLite it waits for nobody who writes.

        It is committed: at a rollback psycopg forgets all that its connection has prepared.
        """
        with self.engine.connect().execution_options(**READING) as connection, connection.begin():
            yield self.unit(connection)

    @property
    def handle(self) -> Callable[[Sequence[Job]], list[JobOutcome | Unavailable]]:
        """Handle jobs together, with one commit; on SQLite on a connection opened for them."""
        return partial(handle, self.engine, self.unit)

    @property
    def chats(self) -> list[tuple[str, bool]]:
        """Name the platforms that are configured, each with whether its taps carry no time."""
        slack, telegram = self.settings.slack_bot_token, self.settings.telegram_token
        found = (("telegram", True, telegram), ("slack", False, slack))
        return [(name, untimed) for name, untimed, token in found if token]

    def lanes(self) -> Lanes:
        """Make the lanes of the running process: one on SQLite, several on PostgreSQL.

        They have connections of their own. As they end, all that stayed open is closed.
        """
        engine = connect(self.settings.database_url, keeps_open=True)
        count = 1 if engine.dialect.name == "sqlite" else self.settings.lanes

        def ended() -> None:
            engine.dispose()
            self.engine.dispose()  # SQLite takes its log in as the last one leaves

        return Lanes(partial(handle, engine, self.unit), count, ended)

    def organisation(self, uow: StoredUnitOfWork) -> "OrganisationRow":
        """Find the school's organisation, made from the settings where there is none yet."""
        if (known := self._real(uow)) is not None:
            return known
        from bot.wiring.installing.founding import found_school  # only imports pay for loading it

        return found_school(self.settings, uow)

    def instant(self, written: datetime | None, now: datetime) -> datetime:
        """Read the instant that a command acts at, by the school's clock where it has no zone.

        Raises Refused for a time that no clock there shows.
        """
        self.now = now if written is None else self.by_the_clock(written)
        return self.now

    def by_the_clock(self, written: datetime) -> datetime:
        """Read a time by the school's clock where it has no zone. Raises Refused as above."""
        if written.tzinfo is not None:
            return written
        found, said = explain_clock(written, self.zone)
        if found is Showing.NEVER and said is not None:
            raise Refused(said)
        return written.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def sample_time(self, now: datetime, language: str) -> datetime:
        """Tell what time it is in a sample at an instant; the same where there is no sample."""
        with self.reading() as uow:
            clock = uow.worlds.read_sample_clock(now, language)
        return clock.at if clock else now

    def time_of(self, organisation_id: int, now: datetime) -> datetime:
        """Tell what time it is in an organisation: a sample has a clock of its own."""
        with self.reading() as uow:
            rows = uow.catalogue.list_organisations()
        row = next(row for row in rows if row.id == organisation_id)
        return self.sample_time(now, row.language) if row.sample else now

    def prepare(self) -> None:
        """Create an empty database; raises Refused for one that is unreachable or behind.

        So it does for a bad file of the school's own.
        """
        if self.settings.repertoire_file:
            self.repertoire  # noqa: B018 -- read now, rather than at the first question
        prepare_database(self.engine)

    def migrate(self) -> list[str]:
        """Bring the database to this version; returns the steps taken. Raises Refused."""
        return migrate_database(self.engine)

    def examined(self, at: datetime) -> "Iterator[Finding]":
        """Look at the installation as of an instant, for the doctor."""
        from bot.wiring.examining import examined  # only the doctor pays for loading it

        return examined(self, at)

    def described(self) -> str:
        """Say where it runs and on what, for the first lines of a log."""
        from bot.wiring.pages.address import listens  # as above

        parts = listens(self.settings)
        if self.engine.dialect.name == "sqlite":
            from bot.storage.health import journal_note  # as above

            parts.append(journal_note())
        return self.say(lines(*parts))

    def web(self, lanes: Lanes, own_class: "OwnClass | None" = None) -> "Starlette":
        """Make the web application, of an own class if given; the lanes live as long as it."""
        from bot.wiring.pages.web import web  # loads Starlette, which `say` never needs

        return web(self, lanes, own_class)


def read_file(name: str, data: bytes, zone: str) -> "FileDraft":
    """Read a file that an administrator sent in a chat. Raises Refused."""
    from bot.exchange.handed import read_handed  # only who sends one pays for loading it

    return read_handed(name, data, zone)


def spoken_language() -> str:
    """Say in which language the command line speaks: English where no settings can be read."""
    try:
        return read_settings().language
    except Refused:
        return "en"


def in_words(text: Text) -> str:
    """Say a refusal on the command line, in English where the settings cannot be read."""
    try:
        settings = read_settings()
    except Refused:
        return Voice("en", "UTC").say(text)
    return Voice(settings.language, settings.time_zone).say(text)


def open_house(*, ready: bool = True, keeps_open: bool = False) -> House:
    """Read the settings and open the installation; raises Refused with a sentence."""
    house = House(read_settings(), keeps_open)
    if ready:
        house.prepare()
    return house
