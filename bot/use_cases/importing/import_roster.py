"""Import a roster: who learns where, with whom around; upsert by the school's ids, never delete."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.importing.changes import Changes
from bot.domain.importing.drafts import RosterRow
from bot.messages import Text, _n
from bot.ports.importing import Catalogue, OrganisationRow
from bot.use_cases.importing.dry_run import Rehearsal
from bot.use_cases.importing.roster_gone import tell_gone
from bot.use_cases.importing.roster_known import Good
from bot.use_cases.importing.roster_rows import Rejected, judge
from bot.use_cases.importing.roster_stored import Stored, known_from, read_stored
from bot.use_cases.importing.roster_writing import KINDS, take_in


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a line that was taken in, or about the file (line 0), worth a look."""

    line: int
    text: Text


@dataclass(frozen=True, slots=True)
class RosterReport:
    """What an import did, or would do, what is worth a look, and the lines it left out.

    `lines` counts those that went in.
    """

    changes: Changes
    rejected: tuple[Rejected, ...]
    refused: bool = False
    notices: tuple[Notice, ...] = ()
    lines: int = 0

    @property
    def failed(self) -> bool:
        """Say whether there were lines, and none of them went in."""
        return self.refused or bool(self.rejected and not self.lines)

    def as_json(self, say: Callable[[Text], str]) -> dict[str, Any]:
        """Write it as plain data, the reasons rendered by `say`."""
        rejected = [{"line": left.line, "reason": say(left.reason)} for left in self.rejected]
        notices = [{"line": told.line, "notice": say(told.text)} for told in self.notices]
        told = {"notices": notices} if notices else {}
        return {**self.changes.as_json(), "rejected": rejected, **told}


def import_roster(
    catalogue: Catalogue,
    organisation: OrganisationRow,
    rows: Iterable[RosterRow],
    *,
    strict: bool = False,
    dry_run: bool = False,
    sender: str = "",
    **how: bool,
) -> RosterReport:
    """Take in the good lines of a roster and name the bad ones.

    With `strict` nothing is taken in where a line is bad; with `dry_run` nothing is written;
    with `rename` a known id may take a name that has nothing of the known one; with `coaches_back`
    coaches who handed students over come back where the file names them. Nobody gets a role
    by a file of their own: `sender` is the school's id of who sent it in a chat, or empty.
    """
    rows = list(rows)
    stored, good, rejected = _judged(catalogue, organisation, rows, sender, **how)
    if strict and rejected:
        return RosterReport(Changes(KINDS), tuple(rejected), refused=True)
    target: Catalogue = Rehearsal(catalogue) if dry_run else catalogue
    changes = take_in(target, organisation.id, stored, good)
    return _reported(stored, rows, good, rejected, changes)


def rehearse_roster(
    catalogue: Catalogue, organisation: OrganisationRow, rows: Iterable[RosterRow], sender: str = ""
) -> tuple[RosterReport, list[Good]]:
    """Say what would come of a roster, and give its good lines; nothing is written."""
    rows = list(rows)
    stored, good, rejected = _judged(catalogue, organisation, rows, sender)
    changes = take_in(Rehearsal(catalogue), organisation.id, stored, good)
    return _reported(stored, rows, good, rejected, changes), good


def _judged(
    catalogue: Catalogue,
    organisation: OrganisationRow,
    rows: Sequence[RosterRow],
    sender: str = "",
    **how: bool,
) -> tuple[Stored, list[Good], list[Rejected]]:
    stored = read_stored(catalogue, organisation.id)
    frameworks = catalogue.frameworks.list_all(organisation.id)
    return stored, *judge(rows, known_from(stored, frameworks, sender=sender, **how))


def _reported(
    stored: Stored,
    rows: Sequence[RosterRow],
    good: Sequence[Good],
    rejected: Sequence[Rejected],
    changes: Changes,
) -> RosterReport:
    notices = [Notice(line.line, text) for line in good for text in line.notices]
    gone = (Notice(0, text) for text in tell_gone(stored, rows, good))
    told = (*notices, *_going_on(good), *gone)
    return RosterReport(changes, tuple(rejected), notices=told, lines=len(good))


def _going_on(good: Iterable[Good]) -> Iterator[Notice]:
    """Tell how many go on in an older version than the newest."""
    begun = Counter((line.framework.code, line.newest) for line in good if line.newest)
    for (old, newest), count in sorted(begun.items()):
        yield Notice(
            0,
            _n(
                "{count} track goes on in {old}, where it began; new ones begin in {newest}",
                "{count} tracks go on in {old}, where they began; new ones begin in {newest}",
                count,
                old=old,
                newest=newest,
            ),
        )
