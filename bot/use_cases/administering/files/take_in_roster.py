"""Take a roster in for a school, and note in the log of acts that it was."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.importing.changes import ImportChange
from bot.domain.importing.drafts import RosterRow
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.importing import OrganisationRow
from bot.use_cases.administering.seats.note_seats import note_seats, seats_of
from bot.use_cases.importing.import_roster import RosterReport, import_roster


def take_in_roster(
    uow: UnitOfWork,
    organisation: OrganisationRow,
    rows: Iterable[RosterRow],
    at: datetime,
    by: Person | None = None,
    **how: bool,
) -> RosterReport:
    """Import a roster as `import_roster` does, as `by` wishes in a chat; `at` is aware.

    Noted is how many people are new and how many roles began and ended, and who gained or lost
    one around a student of before; nothing where nothing changed.
    """
    catalogue, who = uow.catalogue, by.id if by else None
    tracks = catalogue.tracks.list_all(organisation.id)
    before = seats_of(catalogue.involvements.list_all(organisation.id))
    sender = by.school_id if by else ""
    report = import_roster(catalogue, organisation, rows, sender=sender, **how)
    changes = report.changes
    if changes.anything and not how.get("dry_run"):
        uow.rights_acts.note(
            organisation.id,
            RightsActKind.ROSTER_IMPORTED,
            at,
            who,
            people=changes.of(ImportChange.NEW, "people"),
            began=changes.of(ImportChange.NEW, "involvements"),
            ended=changes.of(ImportChange.ENDED, "involvements"),
        )
        note_seats(uow, organisation.id, tracks, before, at, who)
    return report
