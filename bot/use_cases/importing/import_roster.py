"""Import a roster: who learns where, with whom around; upsert by the school's ids, never delete."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.domain.importing.changes import Changes
from bot.domain.importing.drafts import RosterRow
from bot.messages import Text
from bot.ports.importing import Catalogue, OrganisationRow
from bot.use_cases.importing.dry_run import Rehearsal
from bot.use_cases.importing.roster_rows import Known, Rejected, judge
from bot.use_cases.importing.roster_writing import KINDS, around, read_stored, take_in


@dataclass(frozen=True, slots=True)
class RosterReport:
    """What an import did, or would do, and the lines it left out."""

    changes: Changes
    rejected: tuple[Rejected, ...]
    refused: bool = False

    def as_json(self, say: Callable[[Text], str]) -> dict[str, Any]:
        """Write it as plain data, the reasons rendered by `say`."""
        rejected = [{"line": left.line, "reason": say(left.reason)} for left in self.rejected]
        return {**self.changes.as_json(), "rejected": rejected}


def import_roster(
    catalogue: Catalogue,
    organisation: OrganisationRow,
    rows: Iterable[RosterRow],
    *,
    strict: bool = False,
    dry_run: bool = False,
) -> RosterReport:
    """Take in the good lines of a roster and name the bad ones.

    With `strict` nothing is taken in where a line is bad; with `dry_run` nothing is written.
    """
    stored = read_stored(catalogue, organisation.id)
    frameworks = tuple(catalogue.frameworks.list_all(organisation.id))
    names = {person.school_id: person.name for person in stored.people}
    good, rejected = judge(rows, Known(frameworks, names, around(stored)))
    if strict and rejected:
        return RosterReport(Changes(KINDS), tuple(rejected), refused=True)
    target: Catalogue = Rehearsal(catalogue) if dry_run else catalogue
    changes = take_in(target, organisation.id, stored, good)
    return RosterReport(changes, tuple(rejected))
