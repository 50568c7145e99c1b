"""Dry runs: a catalogue on which a use case runs to its end while nothing is written."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar

from typing_extensions import override

from bot.ports.importing import Catalogue, HandedRow, LinkShelf, OrganisationRow, Shelf

Row = TypeVar("Row")


class RehearsedShelf(LinkShelf[Row]):
    """A shelf that reads what is stored, takes everything, and stores nothing."""

    def __init__(self, shelf: Shelf[Row], ids: "count[int]") -> None:
        """Read from a shelf, and give new rows ids that no stored row has."""
        self._shelf = shelf
        self._ids = ids

    @override
    def list_all(self, organisation_id: int) -> Sequence[Row]:
        """Read an organisation's rows, as they are stored."""
        return self._shelf.list_all(organisation_id)

    @override
    def add(self, organisation_id: int, rows: Sequence[Row]) -> Sequence[Row]:
        """Return rows as they would be stored, with invented ids."""
        return [self._invented(row) for row in rows]

    def _invented(self, row: Any) -> Any:
        return replace(row, id=next(self._ids)) if hasattr(row, "id") else row

    @override
    def change(self, rows: Sequence[Row]) -> None:
        """Change nothing."""

    @override
    def remove(self, rows: Sequence[Row]) -> None:
        """End nothing."""


class Rehearsal(Catalogue):
    """A catalogue for dry runs: a use case runs on it to the end, and nothing is written.

    It reads back what is stored only, so a use case reads each shelf once, before it writes.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Rehearse on a catalogue."""
        ids = count(-1, -1)
        self._ids = ids
        self._catalogue = catalogue
        self.frameworks = RehearsedShelf(catalogue.frameworks, ids)
        self.competences = RehearsedShelf(catalogue.competences, ids)
        self.indicators = RehearsedShelf(catalogue.indicators, ids)
        self.programmes = RehearsedShelf(catalogue.programmes, ids)
        self.members = RehearsedShelf(catalogue.members, ids)
        self.components = RehearsedShelf(catalogue.components, ids)
        self.contexts = RehearsedShelf(catalogue.contexts, ids)
        self.trains = RehearsedShelf(catalogue.trains, ids)
        self.people = RehearsedShelf(catalogue.people, ids)
        self.class_groups = RehearsedShelf(catalogue.class_groups, ids)
        self.workplaces = RehearsedShelf(catalogue.workplaces, ids)
        self.tracks = RehearsedShelf(catalogue.tracks, ids)
        self.placements = RehearsedShelf(catalogue.placements, ids)
        self.involvements = RehearsedShelf(catalogue.involvements, ids)
        self.lessons = RehearsedShelf(catalogue.lessons, ids)

    @override
    def raise_revisions(self, programme_ids: Collection[int]) -> None:
        """Raise no revision."""

    @override
    def list_handed(self, organisation_id: int) -> Sequence[HandedRow]:
        """List what changed hands, as it is stored."""
        return self._catalogue.list_handed(organisation_id)

    @override
    def list_organisations(self) -> Sequence[OrganisationRow]:
        """List the organisations, as they are stored."""
        return self._catalogue.list_organisations()

    @override
    def add_organisation(self, organisation: OrganisationRow) -> OrganisationRow:
        """Return an organisation as it would be stored, with an invented id."""
        return replace(organisation, id=next(self._ids))

    @override
    def change_organisation(self, organisation: OrganisationRow) -> None:
        """Change nothing."""


class CopiedShelf(RehearsedShelf[Row]):
    """A shelf whose rows were read once: it asks nothing of the database any more."""

    def __init__(self, shelf: Shelf[Row], ids: "count[int]", organisation_id: int) -> None:
        """Read an organisation's rows."""
        super().__init__(shelf, ids)
        self._rows = shelf.list_all(organisation_id)

    @override
    def list_all(self, organisation_id: int) -> Sequence[Row]:
        """List the rows as they were read."""
        return self._rows


class Copy(Rehearsal):
    """What an organisation has, read at once, for a rehearsal that takes long.

    Where SQLite does not write ahead, whoever still reads keeps others from writing.
    """

    def __init__(self, catalogue: Catalogue, organisation_id: int) -> None:
        """Read all of it."""
        super().__init__(catalogue)
        self._handed = catalogue.list_handed(organisation_id)
        for name, shelf in list(vars(self).items()):
            if isinstance(shelf, RehearsedShelf):
                setattr(self, name, CopiedShelf(shelf, self._ids, organisation_id))

    @override
    def list_handed(self, organisation_id: int) -> Sequence[HandedRow]:
        """List what changed hands, as it was read."""
        return self._handed
