"""One transaction, and everything it can reach."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.storage.dialogues import StoredDialogues
from bot.storage.ledger import StoredLedger
from bot.storage.people import StoredPeople
from bot.storage.programmes import Cache
from bot.storage.tracks import StoredTracks
from bot.storage.transcripts import StoredTranscripts
from bot.storage.visible import VisibleReads

if TYPE_CHECKING:
    from bot.storage.accounts import StoredAccounts
    from bot.storage.catalogue import StoredCatalogue


@dataclass
class StoredUnitOfWork:
    """The storage as use cases and handlers see it, on one connection's transaction."""

    connection: Connection
    cache: Cache = field(default_factory=dict)

    @cached_property
    def people(self) -> StoredPeople:
        """Who is known."""
        return StoredPeople(self.connection)

    @cached_property
    def accounts(self) -> "StoredAccounts":
        """Who is reached where, and who is invited."""
        from bot.storage.accounts import StoredAccounts  # our own platforms do without

        return StoredAccounts(self.connection)

    @cached_property
    def tracks(self) -> StoredTracks:
        """Tracks and programmes."""
        return StoredTracks(self.connection, self.cache)

    @cached_property
    def ledger(self) -> StoredLedger:
        """The ledger, with marks and colours."""
        return StoredLedger(self.connection)

    @cached_property
    def reads(self) -> VisibleReads:
        """What a person may see."""
        return VisibleReads(self.connection)

    @cached_property
    def dialogues(self) -> StoredDialogues:
        """Where conversations stand."""
        return StoredDialogues(self.connection)

    @cached_property
    def transcripts(self) -> StoredTranscripts:
        """Our own platforms' messages."""
        return StoredTranscripts(self.connection)

    @cached_property
    def catalogue(self) -> "StoredCatalogue":
        """Frameworks, programmes and people, for imports."""
        from bot.storage.catalogue import StoredCatalogue  # only imports pay for loading it

        return StoredCatalogue(self.connection)
