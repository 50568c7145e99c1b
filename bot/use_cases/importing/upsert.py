"""Bringing stored rows to what is wanted, by key."""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from bot.domain.importing.changes import Changes, ImportChange
from bot.ports.importing import LinkShelf, Shelf

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Settled(Generic[Key, Row]):
    """The wanted rows as they stand stored now; which are new or changed; how many others stay."""

    rows: dict[Key, Row]
    new: frozenset[Key]
    changed: frozenset[Key]
    kept: int

    def count_in(self, changes: Changes, kind: str, also_changed: Collection[Key] = ()) -> None:
        """Count the rows as things of a kind; a thing may have changed beside its row."""
        changed = (self.changed | set(also_changed)) - self.new
        changes.count(ImportChange.NEW, kind, len(self.new))
        changes.count(ImportChange.CHANGED, kind, len(changed))
        changes.count(ImportChange.UNCHANGED, kind, len(self.rows) - len(self.new) - len(changed))


def settle(
    shelf: Shelf[Row],
    organisation_id: int,
    known: Iterable[Row],
    wanted: Iterable[Row],
    key: Callable[[Row], Key],
) -> Settled[Key, Row]:
    """Store wanted rows that are not known, and change known ones that differ."""
    stored = {key(row): row for row in known}
    rows = {key(row): _with_id(row, stored.get(key(row))) for row in wanted}
    fresh = [row for name, row in rows.items() if name not in stored]
    changed = [name for name, row in rows.items() if name in stored and row != stored[name]]
    shelf.change([rows[name] for name in changed])
    added = {key(row): row for row in shelf.add(organisation_id, fresh)}
    kept = len(stored.keys() - rows.keys())
    return Settled(rows | added, frozenset(added), frozenset(changed), kept)


def _with_id(row: Any, stored: Any) -> Any:
    return replace(row, id=stored.id) if hasattr(stored, "id") else row


def relink(
    shelf: LinkShelf[Row],
    organisation_id: int,
    known: Iterable[Row],
    wanted: Iterable[Row],
    key: Callable[[Row], Key],
) -> tuple[Settled[Key, Row], frozenset[Key]]:
    """Bring links to what is wanted, and end the known ones that are not.

    Returns the links as they stand, and the keys of those that ended.
    """
    stored = {key(row): row for row in known}
    settled = settle(shelf, organisation_id, stored.values(), wanted, key)
    ended = stored.keys() - settled.rows.keys()
    shelf.remove([stored[name] for name in sorted(ended)])  # type: ignore[type-var]
    return settled, frozenset(ended)
