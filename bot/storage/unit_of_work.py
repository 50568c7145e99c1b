"""One transaction, and everything it can reach."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.domain.coaching.repertoire import Repertoire
from bot.storage.school.people import StoredPeople
from bot.storage.school.programmes import Cache
from bot.storage.school.tracks import StoredTracks
from bot.storage.scoring.ledger import StoredLedger
from bot.storage.scoring.visible import VisibleReads
from bot.storage.talking.dialogues import StoredDialogues
from bot.storage.talking.transcripts import StoredTranscripts

if TYPE_CHECKING:
    from bot.storage.coaching import StoredTips
    from bot.storage.divergence.alerts import StoredAlerts
    from bot.storage.divergence.interventions import StoredInterventions
    from bot.storage.divergence.sittings import StoredSittings
    from bot.storage.divergence.thresholds import StoredThresholds
    from bot.storage.importing.catalogue import StoredCatalogue
    from bot.storage.joining import StoredAccounts
    from bot.storage.periods.choices import StoredChoices
    from bot.storage.periods.looks import StoredLooks
    from bot.storage.periods.period import StoredPeriods
    from bot.storage.periods.photos import StoredPhotos
    from bot.storage.periods.reminders import StoredReminders
    from bot.storage.periods.visible_film import VisibleFilm
    from bot.storage.planning import StoredLessons
    from bot.storage.reflecting.answers import StoredAnswers
    from bot.storage.reflecting.prompts import StoredPrompts
    from bot.storage.reflecting.visible_answers import VisibleAnswers
    from bot.storage.telling.errands import StoredErrands
    from bot.storage.telling.outbox import StoredOutbox
    from bot.storage.worlds import StoredWorlds


@dataclass
class StoredUnitOfWork:
    """The storage as use cases and handlers see it, on one connection's transaction.

    What there is to ask and to advise comes from files; without them there is nothing.
    """

    connection: Connection
    cache: Cache = field(default_factory=dict)
    reads_repertoire: Callable[[], Repertoire] = Repertoire

    @cached_property
    def repertoire(self) -> Repertoire:
        """Questions and tips."""
        return self.reads_repertoire()

    @cached_property
    def people(self) -> StoredPeople:
        """Who is known."""
        return StoredPeople(self.connection)

    @cached_property
    def accounts(self) -> "StoredAccounts":
        """Who is reached where, and who is invited."""
        from bot.storage.joining import StoredAccounts  # our own platforms do without

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
        from bot.storage.importing.catalogue import (
            StoredCatalogue,  # only imports pay for loading it
        )

        return StoredCatalogue(self.connection)

    @cached_property
    def outbox(self) -> "StoredOutbox":
        """What goes to others."""
        from bot.storage.telling.outbox import StoredOutbox  # most updates write to nobody else

        return StoredOutbox(self.connection)

    @cached_property
    def periods(self) -> "StoredPeriods":
        """Evaluation periods."""
        from bot.storage.periods.period import StoredPeriods  # as below: only who asks pays

        return StoredPeriods(self.connection)

    @cached_property
    def reminders(self) -> "StoredReminders":
        """What is told of periods."""
        from bot.storage.periods.reminders import StoredReminders

        return StoredReminders(self.connection)

    @cached_property
    def worlds(self) -> "StoredWorlds":
        """Which organisations live by which clock."""
        from bot.storage.worlds import StoredWorlds

        return StoredWorlds(self.connection)

    @cached_property
    def photos(self) -> "StoredPhotos":
        """Photos of periods."""
        from bot.storage.periods.photos import StoredPhotos

        return StoredPhotos(self.connection)

    @cached_property
    def film_reads(self) -> "VisibleFilm":
        """What a person may see of photos."""
        from bot.storage.periods.visible_film import VisibleFilm

        return VisibleFilm(self.connection)

    @cached_property
    def errands(self) -> "StoredErrands":
        """What people are to be told unasked."""
        from bot.storage.telling.errands import StoredErrands

        return StoredErrands(self.connection)

    @cached_property
    def sittings(self) -> "StoredSittings":
        """Who is at work on what."""
        from bot.storage.divergence.sittings import StoredSittings

        return StoredSittings(self.connection)

    @cached_property
    def alerts(self) -> "StoredAlerts":
        """Divergences that stand."""
        from bot.storage.divergence.alerts import StoredAlerts

        return StoredAlerts(self.connection)

    @cached_property
    def thresholds(self) -> "StoredThresholds":
        """From where on programmes hear of a difference."""
        from bot.storage.divergence.thresholds import StoredThresholds

        return StoredThresholds(self.connection)

    @cached_property
    def interventions(self) -> "StoredInterventions":
        """What coaches ask and do."""
        from bot.storage.divergence.interventions import StoredInterventions

        return StoredInterventions(self.connection)

    @cached_property
    def choices(self) -> "StoredChoices":
        """What students choose to be evaluated on."""
        from bot.storage.periods.choices import StoredChoices

        return StoredChoices(self.connection)

    @cached_property
    def lessons(self) -> "StoredLessons":
        """When class groups have lessons."""
        from bot.storage.planning import StoredLessons

        return StoredLessons(self.connection)

    @cached_property
    def looks(self) -> "StoredLooks":
        """When platforms were last looked at."""
        from bot.storage.periods.looks import StoredLooks

        return StoredLooks(self.connection)

    @cached_property
    def prompts(self) -> "StoredPrompts":
        """Questions for students."""
        from bot.storage.reflecting.prompts import StoredPrompts

        return StoredPrompts(self.connection)

    @cached_property
    def answers(self) -> "StoredAnswers":
        """Answers, to write."""
        from bot.storage.reflecting.answers import StoredAnswers

        return StoredAnswers(self.connection)

    @cached_property
    def answer_reads(self) -> "VisibleAnswers":
        """What a person may read of answers."""
        from bot.storage.reflecting.visible_answers import VisibleAnswers

        return VisibleAnswers(self.connection)

    @cached_property
    def tips(self) -> "StoredTips":
        """Tips told to mentors."""
        from bot.storage.coaching import StoredTips

        return StoredTips(self.connection)
